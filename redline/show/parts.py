"""The parts of a provision that can be addressed behind a slash, each resolved as the engine will."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from redline.addresses.parts import begins_with, resolve_parts, words_of_all
from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.structure import heading_of, own_paragraphs, units
from redline.akn.working import WorkingAct
from redline.engine.expect import words_of_target
from redline.errors import RedlineError
from redline.model.address import Part, PartKind


class ShownPart(Struct, frozen=True):
    """A part that can be addressed: its address behind the provision's (`/ block 2`), and its words."""

    address: str
    words: str


_SINGLE: tuple[PartKind, ...] = ("heading", "num", "crossheading", "text")
_AROUND: tuple[PartKind, ...] = ("intro", "wrap")
_COUNTED: tuple[PartKind, ...] = ("part", "block", "sentence", "table", "note", "formula", "image")
_OF_ACT: tuple[PartKind, ...] = ("title", "short-title", "preamble", "enacting", "toc")


def parts_of(target: Target, working: WorkingAct) -> Iterator[ShownPart]:
    """The parts that can be addressed in what an address names, each resolved as the engine will."""
    kinds, counted = _kinds(target)
    for kind in kinds:
        found = _try(target, Part(kind), working)
        if found is not None:
            yield ShownPart(f"/ {kind.replace('-', ' ')}", words_of_target(found))
    for kind in counted:
        yield from _counted(target, kind, working)
    if target.whole:
        yield from _definitions(target, working)


def _kinds(target: Target) -> tuple[tuple[PartKind, ...], tuple[PartKind, ...]]:
    """The kinds of part to look for: those there is one of, and those that are counted."""
    if target.whole:
        has_units = any(True for _ in units(target.element, target.view))
        return _SINGLE + (_AROUND if has_units else ()), _COUNTED
    if target.part == "act":
        return _OF_ACT, ()
    inside: dict[str, tuple[PartKind, ...]] = {"table": ("row", "column"), "row": ("cell",)}
    inside |= dict.fromkeys(("block", "part", "text", "intro", "cell"), ("sentence",))
    return (), inside.get(target.part or "", ())


def _counted(target: Target, kind: PartKind, working: WorkingAct) -> Iterator[ShownPart]:
    found: list[ShownPart] = []
    while (inner := _try(target, Part(kind, len(found) + 1), working)) is not None:
        if inner.part is None:
            break
        found.append(ShownPart(f"/ {kind} {len(found) + 1}", words_of_target(inner)))
    # A single run of blocks is the whole text.
    if kind != "part" or len(found) > 1:
        yield from found


def _try(target: Target, part: Part, working: WorkingAct) -> Target | None:
    # A column is counted by the last part of the address that is asked for.
    citation = replace(target.citation, parts=(*target.citation.parts, part))
    try:
        return resolve_parts(replace(target, citation=citation), (part,), working.language)
    except RedlineError:
        return None


_SIGN = r"(?: (?:means|includes|has the (?:same )?meaning|bezeichnet) (?!of )| [–—] | ?: (?![«“„\"‘]))"
_QUOTED = re.compile(rf"[\"“«„‘'](?P<term>[^\"”»“’']{{1,80}})[\"”»“’'](?P<rest>[^.;:]{{0,60}}?){_SIGN}")
_PLAIN = re.compile(rf"(?P<term>[^\"“«„,;:()–—]{{1,80}}?)(?<! by)(?P<sign>{_SIGN})")
_MOST_WORDS = 8


def _definitions(target: Target, working: WorkingAct) -> Iterator[ShownPart]:
    """Entries that define a term, with the term in the form that finds them again."""
    view = target.view
    inside = list(units(target.element, view)) or own_paragraphs(target.element, view)
    things = [thing for thing in inside if not heading_of(thing, view)]
    for thing, term in _terms([(thing, words_of_all(thing, view)) for thing in things], len(inside)):
        found = _try(target, Part("definition", words=term), working)
        if found is not None and found.element is thing:
            quoted = f"«{term}»" if '"' in term else f'"{term}"'
            yield ShownPart(f"/ definition {quoted}", words_of_all(thing, view))


def _terms(texts: Sequence[tuple[Element, str]], siblings: int) -> Iterator[tuple[Element, str]]:
    """The terms that entries define.

    A term in quotation marks is one. Without them an entry may well be a sentence with a dash or a colon in
    it: it counts only in a list of which most entries are made so, with the same sign.
    """
    if siblings < 2:
        return
    plain = {thing: _PLAIN.match(text) for thing, text in texts}
    signs = Counter(found["sign"].strip() for found in plain.values() if found is not None)
    for thing, text in texts:
        match = _QUOTED.match(text)
        if match is None:
            match = plain[thing]
            if match is None or 2 * signs[match["sign"].strip()] <= siblings:
                continue
        term = match["term"].strip()
        if term and len(term.split()) <= _MOST_WORDS and begins_with(text, term):
            yield thing, term
