"""Facts: what can be read from one Act in one pass over its blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from redline.addresses.code_parts import calls_them_parts
from redline.akn.block_notes import publisher_notes
from redline.akn.blocks import blocks_of_act
from redline.akn.document import Act
from redline.facts.lines import (
    acts_in,
    bodies_in,
    deadlines_in,
    delegations_in,
    modalities_in,
    references_in,
)
from redline.facts.structure import Structure, StructureReader
from redline.facts.terms import terms_in
from redline.jurisdictions.editorial import Editorial
from redline.languages import get_pack, short_code
from redline.languages.pack import LanguagePack
from redline.model.facts import (
    Body,
    CitedAct,
    Deadline,
    Delegation,
    Facts,
    Line,
    Modality,
    Provision,
    Reference,
)

__all__ = ["read_facts"]


def read_facts(act: Act, language: str | None = None, editorial: Editorial | None = None) -> Facts:
    """What an Act says, for the checks and the matrix.

    Args:
        act: the Act; of an amended one, the consolidated.
        language: any code of its language; default what its metadata says.
        editorial: how the publisher's notes are told, which some files have among the words of the law.

    Returns:
        its provisions and lines, and, where its language has a pack, what they cite, define and order.
    """
    code = short_code(language or act.language)
    structure = StructureReader(_notes_by(editorial)).read(blocks_of_act(act))
    notes = (*publisher_notes(act.root), *structure.notes)
    # An Act without a title is called by its file, whose place on this machine is no fact of the law.
    title = structure.title or (act.title if act.titled else "")
    pack = get_pack(code)
    if pack is None:
        warning = f'there is no language pack for "{code}": only its structure is read'
        lines = tuple(structure.lines)
        return Facts(
            title, code, tuple(structure.provisions), lines, notes=notes, warnings=(*act.warnings, warning)
        )
    return replace(
        _read(structure, title, code, pack),
        contents=tuple(structure.contents),
        notes=notes,
        warnings=act.warnings,
        parts=calls_them_parts(act, code),
    )


def _notes_by(editorial: Editorial | None) -> Callable[[str], bool]:
    """Whether a line is a note of the publisher's."""
    if editorial is None:
        return lambda _: False
    return lambda text: bool(editorial.notes.match(text) or editorial.markers.match(text))


def _read(structure: Structure, title: str, code: str, pack: LanguagePack) -> Facts:
    references: list[Reference] = []
    acts: list[CitedAct] = []
    deadlines: list[Deadline] = []
    modalities: list[Modality] = []
    delegations: list[Delegation] = []
    bodies: list[Body] = []
    dead = _repealed(structure.provisions)
    for place, line in enumerate(structure.lines):
        if _unread(line, dead):
            continue
        here = acts_in(line.text, place, pack.law)
        references += references_in(line.text, place, pack, here, len(acts))
        acts += here
        deadlines += deadlines_in(line.text, place, pack.law)
        modalities += modalities_in(line.text, place, pack.law)
        delegations += delegations_in(line.text, place, pack)
        bodies += bodies_in(line.text, place, pack.law)
    terms = terms_in(structure.provisions, structure.lines, pack.law, lambda line: _unread(line, dead))
    return Facts(
        title, code, tuple(structure.provisions), tuple(structure.lines), tuple(references), tuple(acts),
        tuple(terms), tuple(deadlines), tuple(modalities), tuple(delegations), tuple(bodies),
    )  # fmt: skip


def _unread(line: Line, dead: list[bool]) -> bool:
    """Text of another law, and the note that stands for a repealed provision, say nothing of this one."""
    return line.quoted or dead[line.provision]


def _repealed(provisions: list[Provision]) -> list[bool]:
    """For each provision whether it, or one around it, is repealed."""
    found: list[bool] = []
    for provision in provisions:
        found.append(provision.repealed or (provision.parent >= 0 and found[provision.parent]))
    return found
