"""Which changes of an Act share a row."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct, field

from redline.model.blocks import Block
from redline.render.table.marked import moved_by, only_in, operations_of
from redline.render.table.places import Section, Text, words_in

RowsBy = Literal["element", "article"]
"""One row for each changed point or paragraph of an article, or one for the whole article."""


class Stretch(Struct, frozen=True):
    """Blocks of one section that changed and share a row, by their places in the section."""

    section: Section
    chosen: tuple[int, ...]

    @property
    def blocks(self) -> list[Block]:
        """The blocks that changed."""
        return [self.section.placed[place].block for place in self.chosen]


class RowPlan(Struct):
    """What a row is about.

    Attributes:
        at: the place of its first block: section and block.
        base, amended: what it shows of each of the two texts; different stretches only where it moved.
        operations: the ids of the operations that made the changes.
        moved: whether it shows a provision at its old and at its new place.
    """

    at: tuple[int, int]
    base: list[Stretch]
    amended: list[Stretch]
    operations: frozenset[str]
    moved: bool = False


class _Moves(Struct):
    """What each operation took from one place and put at another: section -> places in it."""

    taken: dict[str, dict[int, list[int]]] = field(default_factory=dict)
    put: dict[str, dict[int, list[int]]] = field(default_factory=dict)

    def paired(self) -> list[str]:
        """The operations of which both ends are there."""
        return [operation for operation in self.taken if operation in self.put]

    def places(self, section: int) -> set[int]:
        """The places of a section that are shown in the row of a move."""
        ends = (end.get(operation, {}) for operation in self.paired() for end in (self.taken, self.put))
        return {place for end in ends for place in end.get(section, ())}


def plan_rows(sections: Sequence[Section], by: RowsBy) -> list[RowPlan]:
    """The rows of an Act, in the order of its text.

    Args:
        sections: all that hold changes.
        by: how much of an article shares a row.
    """
    moves = _moves(sections)
    plans = [_moved_row(sections, moves, operation) for operation in moves.paired()]
    for at, section in enumerate(sections):
        hidden = moves.places(at)
        for chosen in _groups(section, hidden, by):
            stretch = Stretch(section, tuple(chosen))
            operations = frozenset[str]().union(*map(operations_of, stretch.blocks))
            last = plans[-1] if plans else None
            if last is not None and _goes_on(last, section, operations, hidden):
                last.base.append(stretch)
                last.amended.append(stretch)
                continue
            plans.append(RowPlan((at, chosen[0]), [stretch], [stretch], operations))
    return sorted(plans, key=lambda plan: plan.at)


def _moves(sections: Sequence[Section]) -> _Moves:
    found = _Moves()
    for at, section in enumerate(sections):
        for place, placed in enumerate(section.placed):
            operation = moved_by(placed.block)
            if operation is not None and placed.block.mark is not None:
                ends = found.taken if placed.block.mark.kind == "moved-from" else found.put
                ends.setdefault(operation, {}).setdefault(at, []).append(place)
    return found


def _moved_row(sections: Sequence[Section], moves: _Moves, operation: str) -> RowPlan:
    base, amended = (
        [Stretch(sections[at], tuple(places)) for at, places in ends[operation].items()]
        for ends in (moves.taken, moves.put)
    )
    blocks = [block for stretch in (*base, *amended) for block in stretch.blocks]
    operations = frozenset[str]().union(*map(operations_of, blocks))
    first, places = next(iter(moves.taken[operation].items()))
    return RowPlan((first, places[0]), base, amended, operations, moved=True)


def _goes_on(last: RowPlan, section: Section, operations: frozenset[str], hidden: Collection[int]) -> bool:
    """Whether a section came or went as a part of what the row before is about: an article of a chapter."""
    first = last.base[0].section
    if last.moved or hidden or operations != last.operations or section.level <= first.level:
        return False
    text = alone_in(first) or ("base" if _is_stub(first) else None)
    return text is not None and alone_in(section) == text


def _is_stub(section: Section) -> bool:
    """Whether of a section with others below it the number stays and its heading goes."""
    head = section.head
    if head is None or not words_in(head.heading, "base").strip():
        return False
    return not words_in(head.heading, "amended").strip()


def alone_in(section: Section) -> Text | None:
    """The text that a section with a heading stands in alone, all of it."""
    texts = {only_in(placed.block) for placed in section.placed}
    return next(iter(texts)) if len(texts) == 1 and section.head is not None else None


def _groups(section: Section, hidden: Collection[int], by: RowsBy) -> Iterator[list[int]]:
    """The places of a section's changed blocks, those of a row together."""
    changed = {
        place: operations
        for place, placed in enumerate(section.placed)
        if place not in hidden and (operations := operations_of(placed.block))
    }
    for place in list(changed):
        # A break that came or went lies between two blocks, and is seen only where both are.
        if section.placed[place].block.boundary is not None and place:
            changed.setdefault(place - 1, changed[place])
    changed = dict(sorted(changed.items()))
    if not changed:
        return
    whole = section.zone != "body" or alone_in(section) is not None
    article = section.head is not None and section.head.kind == "unit" and by == "article"
    if whole or article:
        yield list(changed)
        return
    yield from _by_element(section, changed)


def _by_element(section: Section, changed: dict[int, frozenset[str]]) -> Iterator[list[int]]:
    """Changed blocks by the element they stand in; what the same operations changed beside it with it."""
    elements = _elements(section)
    row: list[int] = []
    before: tuple[_Element, frozenset[str]] | None = None
    for element, group in groupby(changed, key=lambda place: elements[place]):
        places = list(group)
        operations = frozenset[str]().union(*(changed[place] for place in places))
        if before is None or not element.follows(before[0]) or operations != before[1]:
            if row:
                yield row
            row = []
        row += places
        before = (element, operations)
    if row:
        yield row


class _Element(Struct, frozen=True):
    """A structural element of a section, by its number in it.

    Attributes:
        paragraph: the number of the paragraph, or unnumbered part, that it is or stands in.
        unit: its own number among all units: paragraphs, points and what is inside them.
    """

    paragraph: int
    unit: int

    def follows(self, other: _Element) -> bool:
        """Whether it stands in the same paragraph as another, or in the next."""
        return self.paragraph <= other.paragraph + 1


def _elements(section: Section) -> list[_Element]:
    """For each block of a section the element that it belongs to."""
    found: list[_Element] = []
    paragraph = unit = 0
    for place, placed in enumerate(section.placed):
        block = placed.block
        if place and not block.quoted and place not in section.bound:
            begins = block.depth == 0 or (bool(block.number) and block.depth == 1)
            paragraph += begins
            unit += begins or placed.unit is not section.placed[place - 1].unit
        found.append(_Element(paragraph, unit))
    return found
