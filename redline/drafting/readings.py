"""Which unit of plain text stands inside which: all readings of its numbers, the likeliest chosen.

`(i)` can continue the letters after `(h)` or begin a list inside it. Each reading of the whole text has a
cost, the sum of what speaks against it; where two come out alike, none is chosen (`TwoReadings`): the reader
never guesses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from redline.drafting.layout import Layout, Line, Path
from redline.drafting.numbers import Number, first_styles, later_styles, next_styles, styles_of

_LEAP = 1000
"""A number that leaves some out (`3)` after `1)`), or a list that does not begin with its first number."""
_BACK = 1001
"""A number that goes back or is given twice; a list inside one with the same numbers."""
_SAME_AS_OUTER = 100
"""A list with the same numbers as one further out."""
_AGAINST = 1
"""Against a rule of thumb: letters go on, a colon introduces what follows."""
_ELSEWHERE = 2
"""Not the place at which the Act itself has that number."""
_WIDEST = 24
"""So many readings are followed at a time; real text has one or two."""


class TwoReadings(Exception):  # noqa: N818 - not an error of its own: the reader makes the message
    """Two readings of a text come out alike.

    Attributes:
        place: the line at which they part, as an index among the numbered lines.
        depths: of each numbered line, in the one and in the other reading.
    """

    def __init__(self, place: int, first: Sequence[int], second: Sequence[int]) -> None:
        super().__init__()
        self.place = place
        self.depths = (tuple(first), tuple(second))


class Numbered(Struct, frozen=True):
    """A line that begins with a number, and what stands before it.

    Attributes:
        line: the line.
        inside: whether it stands directly behind another number on one line (`(a)(1)`), and so inside it.
        introduced: whether the words before it end in a colon or a dash.
        left_out: whether a line of `…` stands before it.
        parted: whether a line of words that begins with a capital and ends in a colon stands before it: a
            list behind it may begin again, in an unnumbered part of its own.
    """

    line: Line
    inside: bool = False
    introduced: bool = False
    left_out: bool = False
    parted: bool = False


class _Unit(Struct, frozen=True):
    number: Number
    styles: frozenset[str]
    word: str
    element: str
    indent: int


class _Reading(Struct, frozen=True):
    """The units that are open, what speaks against the reading, and how it came to them."""

    stack: tuple[_Unit, ...] = ()
    cost: int = 0
    depth: int = 0
    before: _Reading | None = None

    def depths(self) -> tuple[int, ...]:
        """The depth of each line so far."""
        found: list[int] = []
        reading = self
        while reading.before is not None:
            found.append(reading.depth)
            reading = reading.before
        return tuple(reversed(found))


def read_depths(lines: Sequence[Numbered], layout: Layout) -> tuple[int, ...]:
    """How many units are open above each numbered line: 0 is the level of the first.

    Raises:
        TwoReadings: where the text can be read in two ways.
    """
    readings = [_Reading()]
    for each in lines:
        ways: dict[tuple[_Unit, ...], list[_Reading]] = {}
        for reading in readings:
            for following in _continued(reading, each, layout):
                ways.setdefault(following.stack, []).append(following)
        # Of the ways to one stack two are kept, so that the end can tell whether there was a choice.
        kept = [way for same in ways.values() for way in sorted(same, key=_cost)[:2]]
        readings = sorted(kept, key=_cost)[:_WIDEST]
    chosen = _chosen(lines, readings)
    if len(chosen) > 1:
        place = next(n for n, pair in enumerate(zip(*chosen[:2], strict=True)) if len(set(pair)) > 1)
        raise TwoReadings(place, *chosen[:2])
    return chosen[0]


def _chosen(lines: Sequence[Numbered], readings: Sequence[_Reading]) -> list[tuple[int, ...]]:
    """The depths in the likeliest reading; in several, where none is.

    Indentation is free, so it is asked only where little speaks for one reading more than for another: it
    decides between those that come out alike, and casts doubt on a rule of thumb that it contradicts.
    """
    first = readings[0]
    margin = _AGAINST if first.cost < _LEAP else _LEAP // 2
    alike = [reading.depths() for reading in readings if reading.cost - first.cost < margin]
    if len(alike) > 1:
        return [depths for depths in alike if _is_laid_out(lines, depths)] or alike
    near = [reading.depths() for reading in readings[1:] if reading.cost - first.cost <= _AGAINST]
    if near and not _is_laid_out(lines, alike[0]):
        return [*alike, *(depths for depths in near if _is_laid_out(lines, depths))]
    return alike


def _is_laid_out(lines: Sequence[Numbered], depths: Sequence[int]) -> bool:
    """Whether the lines are indented as they are read: those inside a unit deeper, those beside it as deep.

    Indentation is free: it says nothing where there is none, and is asked only where nothing else decides.
    """
    open_: list[int] = []
    for each, depth in zip(lines, depths, strict=True):
        indent = each.line.indent
        beside = open_[depth] if depth < len(open_) else indent
        above = open_[depth - 1] if depth else -1
        if not each.inside and (indent != beside or indent <= above):
            return False
        del open_[depth:]
        open_.append(indent)
    return len({each.line.indent for each in lines}) > 1


def _cost(reading: _Reading) -> int:
    return reading.cost


def _continued(reading: _Reading, each: Numbered, layout: Layout) -> Iterator[_Reading]:
    """The reading with one more line, at each place where the line can stand."""
    line, stack = each.line, reading.stack
    places = list(_places(stack, each, layout))
    known = [_path(stack, depth, line) in layout.place.there for depth, _, _ in places]
    for (depth, styles, cost), there in zip(places, known, strict=True):
        if there and cost >= _LEAP:
            cost = _AGAINST
        elif not there and any(known):
            cost += _ELSEWHERE
        assert line.number is not None
        unit = _Unit(line.number, styles, line.word, _element(line, depth, layout), line.indent)
        yield _Reading((*stack[:depth], unit), reading.cost + cost, depth, reading)


def _path(stack: Sequence[_Unit], depth: int, line: Line) -> Path:
    """The bare numbers from the first level down to a line that stands at `depth`."""
    assert line.number is not None
    return (*(unit.number.bare for unit in stack[:depth]), line.number.bare)


def _element(line: Line, depth: int, layout: Layout) -> str:
    if depth == 0:
        return layout.level
    return layout.unit_words.get(line.word, ("",))[0] if line.word else ""


_Place = tuple[int, frozenset[str], int]
"""Depth, kinds of numbering that the list can be of, and what speaks against the place."""


def _places(stack: Sequence[_Unit], each: Numbered, layout: Layout) -> Iterator[_Place]:
    """Where a line can stand under the units that are open."""
    line = each.line
    assert line.number is not None
    every = styles_of(line.number.bare)
    if not stack:
        yield 0, (every & layout.place.styles) or every, 0
        return
    if line.word:
        yield _depth_by_word(stack, line, layout), every, 0
        return
    if each.inside:
        yield len(stack), first_styles(line.number.bare) or every, 0
        return
    going_on = list(_going_on(stack, each, layout))
    beginning = _beginning(stack, each, goes_on=any(cost < _LEAP for _, _, cost in going_on))
    yield from going_on
    if beginning is not None:
        yield beginning
    elif not going_on or _path(stack, len(stack), line) in layout.place.there:
        yield len(stack), every, _AGAINST if each.left_out else _LEAP


def _going_on(stack: Sequence[_Unit], each: Numbered, layout: Layout) -> Iterator[_Place]:
    """The open lists that a number can go on with."""
    number = each.line.number
    assert number is not None
    for depth, unit in enumerate(stack):
        if unit.word or unit.number.template != number.template:
            continue
        bare, before = number.bare, unit.number.bare
        if styles := next_styles(before, bare, unit.styles):
            doubted = each.introduced or (depth == 0 and layout.place.single)
            yield depth, styles, _AGAINST * doubted
        elif styles := later_styles(before, bare, unit.styles):
            yield depth, styles, _AGAINST if each.left_out else _LEAP
        elif unit.styles & styles_of(bare):
            again = each.parted and depth > 0 and unit.styles & first_styles(bare)
            yield depth, unit.styles & styles_of(bare), _AGAINST if again else _BACK


def _beginning(stack: Sequence[_Unit], each: Numbered, *, goes_on: bool) -> _Place | None:
    """The place of a number that begins a list inside the last unit; None for one that begins no list."""
    number, last = each.line.number, stack[-1]
    assert number is not None
    styles = first_styles(number.bare, under=last.styles)
    if not styles:
        return None
    cost = _AGAINST if goes_on else 0
    for outer in stack:
        if not outer.word and outer.number.template == number.template and outer.styles & styles:
            cost += _BACK if outer is last else _SAME_AS_OUTER
    return len(stack), styles, cost


def _depth_by_word(stack: Sequence[_Unit], line: Line, layout: Layout) -> int:
    """Units with a unit word (`Article 5.`) stand by the order of the profile."""
    for depth, unit in enumerate(stack):
        if unit.word == line.word:
            return depth
    order = [*layout.profile.containers, layout.profile.basic, *layout.profile.levels]
    ranks = {level.element: rank for rank, level in enumerate(order)}
    rank = ranks.get(layout.unit_words.get(line.word, ("",))[0], len(order))
    for depth, unit in enumerate(stack):
        if ranks.get(unit.element, len(order)) >= rank:
            return depth
    return len(stack)
