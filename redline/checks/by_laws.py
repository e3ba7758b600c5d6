"""The by-laws of a dossier: what each rests on, by its first words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redline.checks.levels import is_by_law
from redline.checks.titles import Titles
from redline.dossier.library import Review, ReviewedAct
from redline.facts.citing import locate
from redline.languages import get_pack
from redline.model.facts import CitedAct, Reference

_FIRST = 12
"""The preamble stands among so many first lines."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a by-law names as its ground.

    Attributes:
        law: the law, where it is a document of the dossier.
        provision: its provision; -1 where none is named, or it is not there.
        line: the line of the by-law that names it.
    """

    law: ReviewedAct
    provision: int
    line: int


@dataclass(frozen=True, slots=True)
class ByLaw:
    """A by-law.

    Attributes:
        act: it.
        enacting: the line in which it is made; -1 where it has none.
        grounds: what that line names of the dossier.
        names_ground: whether it names any other Act at all.
    """

    act: ReviewedAct
    enacting: int
    grounds: tuple[Ground, ...]
    names_ground: bool


def rests_on(act: ReviewedAct, reference: Reference) -> bool:
    """Whether a reference names what a by-law rests on: it stands in its preamble."""
    return is_by_law(act) and reference.foreign and _in_preamble(act, reference.at.line)


def _in_preamble(act: ReviewedAct, line: int) -> bool:
    """Whether a line stands above the first numbered provision."""
    facts = act.facts
    above = all(not facts.provisions[p].number for p in facts.ancestors(facts.lines[line].provision))
    return line < _FIRST and above


def by_laws(review: Review) -> Iterator[ByLaw]:
    """The by-laws, in the order of the dossier."""
    titles = Titles(review)
    for act in review.acts:
        pack = get_pack(act.language)
        if not is_by_law(act) or pack is None:
            continue
        lines = act.facts.lines
        first = range(min(_FIRST, len(lines)))
        enacts = (n for n in first if _in_preamble(act, n) and pack.norms.enacts.search(lines[n].text))
        enacting = next(enacts, -1)
        grounds = tuple(_grounds(titles, act, enacting)) if enacting >= 0 else ()
        named = any(cited.at.line == enacting and not cited.short for cited in _other_acts(titles, act))
        yield ByLaw(act, enacting, grounds, named)


def _other_acts(titles: Titles, act: ReviewedAct) -> list[CitedAct]:
    """The Acts that one names, without itself and the rules that it approves."""
    return [cited for cited in act.facts.acts if titles.named(act, cited) is not act]


def _grounds(titles: Titles, act: ReviewedAct, enacting: int) -> Iterator[Ground]:
    for reference in act.facts.references:
        if reference.at.line > enacting or not rests_on(act, reference) or reference.act < 0:
            continue
        law = titles.named(act, act.facts.acts[reference.act])
        if law is not None and law is not act:
            located = locate(law.facts, reference, reference.steps, own=False)
            yield Ground(law, located.provision if located.verdict == "found" else -1, reference.at.line)
