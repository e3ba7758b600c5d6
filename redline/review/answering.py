"""What in another document answers to each provision of one: guessed from words, citations and goals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from redline.checks.stems import stems_of
from redline.checks.titles import Titles
from redline.dossier.annotating import find_provision
from redline.dossier.library import Review, ReviewedAct
from redline.facts.citing import OUTER, locate
from redline.languages import get_pack
from redline.model.dossier import Coverage, Goal
from redline.model.facts import Facts

_ARTICLES = frozenset({"article", "section", "rule"})
_FULL, _PARTIAL = 0.85, 0.5
"""Shares of the telling words of a provision that one provision of the other document has, too."""
_NEAREST = "nearest"
_NUMBER = re.compile(r"\d+")
_MOST = 3
_NEAR_BEST = 0.8
"""Further provisions are named that share almost as much."""
_ALIKE = 0.4
"""And so much alike (the cosine of their telling words) are the two at least."""
_FEWEST = 3
"""With fewer telling words in common two provisions have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision that has a row of its own.

    Attributes:
        place: its place among the provisions.
        text: its words with those of all that stands in it.
        stems: the words without endings.
    """

    place: int
    text: str
    stems: frozenset[str]


Grounds = tuple[tuple[str, str], ...]
"""Why something is guessed: words of the table, each with what is said behind it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers to a provision: those of the other document, how much they cover, and what tells so."""

    others: tuple[int, ...]
    coverage: str
    grounds: Grounds
    judged: Coverage | None = None


def units_of(act: ReviewedAct) -> list[Unit]:
    """The provisions that have rows: paragraphs with all that stands in them; of an article without any, its
    points."""
    rows = (place for place in range(1, len(act.facts.provisions)) if _is_row(act.facts, place))
    return [unit for place in rows if (unit := _unit(act, place)) is not None]


def _unit(act: ReviewedAct, place: int) -> Unit | None:
    """A provision with its words; None where it is repealed or says nothing."""
    pack = get_pack(act.language)
    text = "" if act.facts.repealed(place) else " ".join(words_in(act.facts, place))
    if pack is None or not text:
        return None
    known = {stem for stem in stems_of(text, pack.law, {}) if len(stem) > 1}
    return Unit(place, text, frozenset(known - pack.law.stops))


def _is_row(facts: Facts, place: int) -> bool:
    """Whether a provision is the outermost inside its article, or an article that has nothing inside."""
    provision = facts.provisions[place]
    if provision.unit in OUTER or not provision.number:
        return False
    around = [facts.provisions[p].unit for p in facts.ancestors(place)[1:]]
    if provision.unit in _ARTICLES:
        return not any(facts.provisions[p].number for p in facts.children.get(place, ()))
    return all(unit in OUTER | _ARTICLES for unit in around)


def words_in(facts: Facts, place: int) -> Iterator[str]:
    """The words of a provision and of what stands in it, in order; the heading of an article with them."""
    if facts.provisions[place].heading:
        yield facts.provisions[place].heading
    inside = {place, *_inside(facts, place)}
    for number in sorted(line for each in inside for line in facts.lines_of.get(each, ())):
        line = facts.lines[number]
        if line.kind == "text" and not line.quoted and not facts.repealed(line.provision):
            first = line.provision != place and facts.lines_of[line.provision][0] == number
            yield f"{facts.provisions[line.provision].printed} {line.text}".strip() if first else line.text


def _inside(facts: Facts, place: int) -> Iterator[int]:
    for child in facts.children.get(place, ()):
        yield child
        yield from _inside(facts, child)


def _times(facts: Facts, place: int) -> set[tuple[int, str]]:
    """The times that a provision sets, as number and unit."""
    return {
        (each.amount, each.unit)
        for each in facts.deadlines
        if each.amount and place in facts.ancestors(facts.lines[each.at.line].provision)
    }


class Guesses:
    """Guesses what answers to each provision, by the words that tell it from the others."""

    def __init__(
        self, review: Review, one: ReviewedAct, other: ReviewedAct, units: list[Unit], others: list[Unit]
    ) -> None:
        self._one, self._other = one, other
        self._units, self._others = units, others
        inner = (_unit(other, place) for unit in others for place in _inside(other.facts, unit.place))
        self._candidates = [*others, *(each for each in inner if each is not None)]
        counts = Counter(stem for unit in (*units, *others) for stem in unit.stems)
        total = len(units) + len(others)
        self._weights = {stem: log(1 + total / count) for stem, count in counts.items()}
        self._cites = self._citations(review)
        self._goals: dict[int, list[Goal]] = {}
        for goal in review.dossier.goals:
            place = find_provision(one.facts, goal.address) if goal.document == one.document.id else None
            if place is not None:
                self._goals.setdefault(place, []).append(goal)

    def _citations(self, review: Review) -> dict[int, list[int]]:
        """For each unit of the one document those of the other of which one cites the other."""
        titles = Titles(review)
        found: dict[int, dict[int, None]] = {}
        for act, cited, turned in ((self._one, self._other, False), (self._other, self._one, True)):
            for reference in act.facts.references:
                if not reference.sure or titles.act_of(act, reference) is not cited:
                    continue
                located = locate(cited.facts, reference, reference.steps, own=False)
                if located.verdict == "found":
                    pair = (act.facts.lines[reference.at.line].provision, located.provision)
                    a, b = reversed(pair) if turned else pair
                    answering = dict.fromkeys(_units_at(self._other.facts, self._others, b))
                    for one in _units_at(self._one.facts, self._units, a):
                        found.setdefault(one, {}).update(answering)
        return {place: list(others) for place, others in found.items()}

    def found(self) -> list[Answer]:
        """For each provision of the one document what answers to it."""
        return [self._of(unit) for unit in self._units]

    def _of(self, unit: Unit) -> Answer:
        shares, nearest = self._near(unit)
        alike = [
            (likeness, place)
            for likeness, place in nearest
            if shares[place] >= _PARTIAL and likeness >= _ALIKE
        ]
        named = self._named(unit) or tuple(self._cites.get(unit.place, ()))
        if not alike and not named:
            goal = self._goal(unit)
            told = goal or (self._share(_NEAREST, shares, nearest[0][1]) if nearest else ())
            return Answer((), "none", told)
        near = [place for likeness, place in alike if likeness >= _NEAR_BEST * alike[0][0]]
        others = self._apart([*named, *near])[:_MOST]
        told = (("citing", ""),) if named else self._share("same-words", shares, others[0])
        return self._sized(unit, others, shares, self._goal(unit) or told)

    def _near(self, unit: Unit) -> tuple[dict[int, float], list[tuple[float, int]]]:
        """What of the other document has words of a provision: for each their share, and how alike the two
        are (the most alike first), so that a long list that has every word is not taken for its norm."""
        whole = self._weight(unit.stems)
        shares: dict[int, float] = {}
        nearest: list[tuple[float, int]] = []
        for each in self._candidates:
            common = unit.stems & each.stems
            if len(common) >= _FEWEST:
                weight = self._weight(common)
                shares[each.place] = weight / whole
                nearest.append((weight / sqrt(whole * self._weight(each.stems)), each.place))
        return shares, sorted(nearest, key=lambda pair: (-pair[0], pair[1]))

    def _apart(self, places: Sequence[int]) -> tuple[int, ...]:
        """Provisions of which none stands in another, the first kept."""
        facts, kept = self._other.facts, dict[int, None]()
        for place in places:
            around = facts.ancestors(place)
            if not any(other in around or place in facts.ancestors(other) for other in kept):
                kept[place] = None
        return tuple(kept)

    def _sized(
        self, unit: Unit, others: tuple[int, ...], shares: Mapping[int, float], grounds: Grounds
    ) -> Answer:
        """Full, where one provision has nearly all the words, and neither denies or times it otherwise."""
        first = max(others, key=lambda place: shares.get(place, 0.0))
        differs = self._differs(unit, first)
        full = shares.get(first, 0.0) >= _FULL and not differs
        more = (("differs", ""),) if differs and shares.get(first, 0.0) >= _FULL else ()
        return Answer(others, "full" if full else "partial", (*grounds, *more))

    def _weight(self, stems: frozenset[str]) -> float:
        return sum(self._weights[stem] for stem in stems) or 1.0

    def _share(self, kind: str, shares: Mapping[int, float], place: int) -> Grounds:
        said = f"{round(shares[place] * 100)} %"
        return ((kind, f"{self._other.cite(place)}, {said}" if kind == _NEAREST else said),)

    def _differs(self, unit: Unit, place: int) -> bool:
        """Whether two provisions deny otherwise, or give other times or numbers."""
        pack = get_pack(self._one.language)
        one, other = unit.text, " ".join(words_in(self._other.facts, place))
        if pack is None:
            return False
        denied = [len(pack.norms.negations.findall(text)) for text in (one, other)]
        numbers = [set(_NUMBER.findall(text)) for text in (one, other)]
        times = _times(self._one.facts, unit.place), _times(self._other.facts, place)
        return denied[0] != denied[1] or not numbers[0] <= numbers[1] or not times[0] <= times[1]

    def _named(self, unit: Unit) -> tuple[int, ...]:
        """What the reviewers name for the goal that is set here."""
        found: dict[int, None] = {}
        for goal in self._goals.get(unit.place, ()):
            for named in goal.implemented_by:
                document, _, address = named.partition(" ")
                place = find_provision(self._other.facts, address) if address else None
                if document == self._other.document.id and place is not None:
                    found[place] = None
        return tuple(found)

    def _goal(self, unit: Unit) -> Grounds:
        goals = self._goals.get(unit.place, ())
        if not goals:
            return ()
        kind = "goal-elsewhere" if any(goal.implemented_by for goal in goals) else "goal-unserved"
        return (("by-goal" if self._named(unit) else kind, ", ".join(goal.id for goal in goals)),)


def _units_at(facts: Facts, units: Sequence[Unit], place: int) -> list[int]:
    """The unit that a provision is or stands in, or those that stand in it."""
    around = set(facts.ancestors(place))
    own = [unit.place for unit in units if unit.place in around]
    return own or [unit.place for unit in units if place in facts.ancestors(unit.place)]
