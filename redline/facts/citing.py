"""Provisions and their citations: what a reference means, and how a provision is cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from redline.addresses.spelled import spellings
from redline.akn.names import CONTAINERS, LARGE_PROVISIONS
from redline.languages import get_pack
from redline.languages.numbered_parts import as_parts
from redline.model.address import Step
from redline.model.facts import CitedStep, Facts, Reference

Verdict = Literal["found", "absent", "unclear"]
_LETTERS = 3
_ARTICLES = frozenset({"article", "section", "rule", "regulation"})
OUTER = LARGE_PROVISIONS | {"act", "annex", "attachment"}
"""What articles stand in."""


@dataclass(frozen=True, slots=True)
class Located:
    """What a reference means in an Act.

    Attributes:
        verdict: `absent` where the Act surely has no such provision; `unclear` where that cannot be told.
        provision: the one found, or the last one found on the way; -1 where none was.
        missing: for `absent`, which of the steps is the first that is not there.
    """

    verdict: Verdict
    provision: int = -1
    missing: int = 0


def cite(facts: Facts, provision: int) -> str:
    """How a provision is cited in the language of its Act; the Act itself by its title."""
    steps = steps_to(facts, provision)
    if not steps:
        outer = next((p for p in facts.ancestors(provision) if facts.provisions[p].printed), -1)
        return facts.provisions[outer].printed if outer > 0 else facts.title
    pack = get_pack(facts.language) or get_pack("en")
    assert pack is not None
    return pack.write_citation(as_parts(steps) if facts.parts else steps)


def steps_to(facts: Facts, provision: int) -> tuple[Step, ...]:
    """The numbered units that lead to a provision, outermost first; chapters only where one is meant itself,
    or where points begin again in each of them."""
    found: list[Step] = []
    outermost = provision
    for place in facts.ancestors(provision):
        each = facts.provisions[place]
        number = each.number
        if not number or (len(number) > _LETTERS and number.isalpha()):
            continue
        passed = each.unit in CONTAINERS or (
            each.unit == "section" and any(s.word == "article" for s in found)
        )
        if passed and place != provision and not _numbered_apart(facts, outermost, place):
            continue
        outermost = place
        found.insert(0, Step(number, (each.unit,), each.unit))
        if _stands_in_note(facts, place):
            found.insert(0, Step(None, ("note",), "note"))
    return tuple(found)


def _numbered_apart(facts: Facts, provision: int, container: int) -> bool:
    """Whether the number of a provision is borne once more outside a container, so that it says nothing
    without it; articles are numbered through the whole Act."""
    each = facts.provisions[provision]
    if each.unit in _ARTICLES or each.unit in CONTAINERS:
        return False
    twins = (p for p in facts.numbered.get(each.number, ()) if facts.provisions[p].unit == each.unit)
    return any(
        container not in (around := facts.ancestors(p)) and _holds_only_containers(facts, around)
        for p in twins
    )


def _holds_only_containers(facts: Facts, around: list[int]) -> bool:
    return all(facts.provisions[p].unit in CONTAINERS for p in around[1:])


def _stands_in_note(facts: Facts, place: int) -> bool:
    """Whether a provision stands behind the words that begin the notes to what it is in («Примечания.»)."""
    pack, own = get_pack(facts.language), facts.lines_of.get(place)
    around = facts.lines_of.get(facts.provisions[place].parent, ())
    if pack is None or not own:
        return False
    return any(line < own[0] and pack.heads.notes.match(facts.lines[line].text) for line in around)


def locate(facts: Facts, reference: Reference, steps: Sequence[CitedStep], *, own: bool) -> Located:
    """What a reference means in an Act.

    The nearest is meant: `paragraph 2` is one of the same article, if there is such a one.

    Args:
        facts: of the Act that is cited.
        reference: the reference.
        steps: those of it that are wanted: its `steps` or its `upto`.
        own: whether the reference stands in that Act itself.
    """
    first = _first(facts, reference, steps[0]) if own else _everywhere(facts, steps[0])
    if first.verdict != "found":
        return first
    place = first.provision
    for number, step in enumerate(steps[1:], 1):
        inside = [p for p in _inside(facts, place) if _is(facts, p, step)]
        if len(inside) > 1:
            return Located("unclear", place)
        if not inside:
            numbered = [facts.provisions[p].unit for p in _inside(facts, place) if facts.provisions[p].number]
            # A `level` is whatever the Act calls it, which the markup does not say.
            gone = facts.repealed(place) or not numbered or "level" in numbered
            return Located("unclear" if gone else "absent", place, number)
        place = inside[0]
    return Located("found", place)


def _first(facts: Facts, reference: Reference, step: CitedStep) -> Located:
    """The outermost provision that a reference of the Act to itself names."""
    around = facts.ancestors(facts.lines[reference.at.line].provision)
    if reference.within:
        outer = _named_around(facts, around, reference.within)
        if outer < 0:
            return Located("unclear")
        return _one([p for p in _inside(facts, outer) if _is(facts, p, step)], outer)
    for place in around:
        if facts.provisions[place].unit in OUTER:
            break
        if _is(facts, place, step):
            return Located("found", place)
        inside = [p for p in _inside(facts, place) if _is(facts, p, step)]
        if inside:
            return _one(inside, place)
    return _everywhere(facts, step)


def _named_around(facts: Facts, around: Sequence[int], within: Sequence[str]) -> int:
    """The provision around a line that `of this paragraph` means; -1 where none does.

    `пункт` is a paragraph before it is a point, and `часть` a paragraph before it is a part of the Act.
    """
    named = [p for p in around if facts.provisions[p].unit in within]
    order = {unit: place for place, unit in enumerate(within)}
    key = min(
        (
            (facts.provisions[p].unit in CONTAINERS, order[facts.provisions[p].unit], n)
            for n, p in enumerate(named)
        ),
        default=None,
    )
    return -1 if key is None else named[key[2]]


def _everywhere(facts: Facts, step: CitedStep) -> Located:
    """A provision of that unit and number anywhere in the Act; articles are numbered through it."""
    if not step.units:
        return Located("unclear")
    bearing = {p for number in _spellings(step) for p in facts.numbered.get(number, ())}
    found = [p for p in sorted(bearing) if _is(facts, p, step)]
    if not found and not _runs_through(facts, step):
        return Located("unclear")
    return _one(found, 0, step)


def _runs_through(facts: Facts, step: CitedStep) -> bool:
    """Whether a unit is numbered through the whole Act: articles are, and where there are none, points."""
    units = facts.units
    if "article" in step.units:
        return not units.isdisjoint(_ARTICLES)
    return "article" not in units and step.units[0] in units - CONTAINERS


def _one(found: list[int], outer: int, step: CitedStep | None = None) -> Located:
    if len(found) == 1:
        return Located("found", found[0])
    if found or (step is not None and _is_run(step.number)):
        return Located("unclear", outer)
    return Located("absent", outer)


def _is_run(number: str) -> bool:
    """Whether what reads as an inserted number (`62-68`) is a run rather: such numbers count from 1."""
    first, _, last = number.partition("-")
    return first.isdecimal() and last.isdecimal() and int(last) > int(first)


def _inside(facts: Facts, place: int) -> list[int]:
    """The provisions directly inside, those without a number seen through."""
    found: list[int] = []
    for child in facts.children.get(place, ()):
        if facts.provisions[child].number:
            found.append(child)
        else:
            found += _inside(facts, child)
    return found


def _is(facts: Facts, place: int, step: CitedStep) -> bool:
    provision = facts.provisions[place]
    if step.units and provision.unit not in step.units:
        return False
    return provision.number in _spellings(step)


@lru_cache(maxsize=4096)
def _spellings(step: CitedStep) -> tuple[str, ...]:
    """A number in figures, and the same in Roman numbers."""
    return spellings(Step(step.number, step.units))
