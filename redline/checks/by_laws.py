"""The by-laws of a dossier: what each rests on, by its first words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redline.checks.levels import BY_LAWS, LAWS
from redline.checks.titles import Titles
from redline.dossier.library import Review, ReviewedAct
from redline.facts.citing import locate
from redline.languages import get_pack
from redline.model.facts import CitedAct

_BELOW_LAWS = BY_LAWS | {"presidential-decree"}


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


def is_by_law(act: ReviewedAct) -> bool:
    """Whether a document stands below the laws."""
    return act.document.level in _BELOW_LAWS


def is_law(act: ReviewedAct) -> bool:
    """Whether a document is a law or a code."""
    return act.document.level in LAWS


def by_laws(review: Review) -> Iterator[ByLaw]:
    """The by-laws, in the order of the dossier."""
    titles = Titles(review)
    for act in review.acts:
        pack = get_pack(act.language)
        if not is_by_law(act) or pack is None:
            continue
        lines = act.facts.lines
        enacting = next(
            (
                n
                for n, line in enumerate(lines)
                if line.provision == 0 and pack.norms.enacts.search(line.text)
            ),
            -1,
        )
        grounds = tuple(_grounds(titles, act, enacting)) if enacting >= 0 else ()
        named = any(cited.at.line == enacting and not cited.short for cited in _other_acts(titles, act))
        yield ByLaw(act, enacting, grounds, named)


def _other_acts(titles: Titles, act: ReviewedAct) -> list[CitedAct]:
    """The Acts that one names, without itself and the rules that it approves."""
    return [cited for cited in act.facts.acts if titles.named(act, cited) is not act]


def _grounds(titles: Titles, act: ReviewedAct, enacting: int) -> Iterator[Ground]:
    for reference in act.facts.references:
        if reference.at.line != enacting or not reference.foreign or reference.act < 0:
            continue
        law = titles.named(act, act.facts.acts[reference.act])
        if law is not None and law is not act:
            located = locate(law.facts, reference, reference.steps, own=False)
            yield Ground(law, located.provision if located.verdict == "found" else -1, enacting)
