"""Who has already changed what: conflicts between operations of the same date are found here.

An operation of this date is one that has not happened in the view that addresses are read in. Under
`addressing: current` everything so far has happened, and so nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from redline.akn.marks import (
    COLUMNS,
    DEL,
    INS,
    JOIN,
    MOVED,
    ROWS,
    SPLIT,
    WRAP,
    View,
    marked_elements,
    span_changes,
)
from redline.akn.names import local_name
from redline.akn.ranges import Flat, Slot, slots_within

Element = etree._Element

_CHANGING = (INS, DEL, SPLIT, JOIN)


def claimant(element: Element, view: View, operation: str, replaced: dict[Element, str]) -> str | None:
    """The other operation of this date that deletes or replaces the element or what it stands in, or None."""
    current: Element | None = element
    while current is not None:
        for other in (current.get(DEL), replaced.get(current) if replaced else None):
            if other is not None and other != operation and not view.happened(other):
                return other
        current = current.getparent()
    return None


def replacer(element: Element, view: View, operation: str, replaced: dict[Element, str]) -> str | None:
    """The other operation of this date that puts new text in the place of what an element stands in, or None.

    An element that is replaced itself may be moved and renumbered.
    """
    for outer in element.iterancestors():
        other = replaced.get(outer)
        if other is not None and other != operation and not view.happened(other):
            return other
    return None


def claim_inside(element: Element, view: View, operation: str, *, replacing: bool = False) -> str | None:
    """The other operation of this date that changed something inside the element, or None.

    Of an element that is replaced, its number may be changed by another. What was moved out of an element
    that goes is no part of it any more; of one that is replaced, it was.
    """
    for part in marked_elements(element):
        if part is element or (replacing and _in_number_of(part, element)):
            continue
        if not replacing and _moved_out(part, element, view):
            continue
        # Of a row that is replaced, the cells keep their places, over however many rows they reach.
        for other in _changers(part, rows=not (replacing and local_name(element.tag) == "tr")):
            if other != operation and not view.happened(other):
                return other
    return None


def _changers(part: Element, *, rows: bool) -> list[str]:
    """The operations whose marks on an element say that it changed; with `rows`, also over how many it
    reaches.
    """
    marks = [str(part.get(mark)) for mark in _CHANGING if mark in part.attrib]
    spans = (COLUMNS, ROWS) if rows else (COLUMNS,)
    return marks + [other for mark in spans for other, _ in span_changes(part, mark)]


def claim_on_grid(
    table: Element, view: View, operation: str, names: tuple[str, ...], passed_over: Collection[str] = ()
) -> str | None:
    """The other operation of this date that put elements of these names (rows, or cells) into a table, took
    them out, or made cells of that name wider or narrower, or None.

    Args:
        passed_over: operations whose cells do not count.
    """
    for part in marked_elements(table):
        if local_name(part.tag) not in names:
            continue
        marks = [str(part.get(mark)) for mark in (INS, DEL) if mark in part.attrib]
        for other in (*marks, *(changer for changer, _ in span_changes(part, COLUMNS))):
            if other != operation and not view.happened(other) and other not in passed_over:
                return other
    return None


def _moved_out(part: Element, element: Element, view: View) -> bool:
    """Whether a mark stands in what an operation of this date has left at the old place of a move."""
    current: Element | None = part
    while current is not None and current is not element:
        gone = current.get(DEL)
        if MOVED in current.attrib and gone is not None and not view.happened(gone):
            return True
        current = current.getparent()
    return False


def claim_in_range(flat: Flat, start: int, end: int, view: View, operation: str) -> str | None:
    """The other operation of this date that changed some of the characters [start, end), or None."""
    for slot, first, last in slots_within(flat, start, end):
        taker = _deleter(flat, slot, view, operation) if first < last else None
        if taker is not None:
            return taker
    for offset, hidden in flat.hidden:
        other = hidden.get(INS)
        if start < offset < end and other is not None and other != operation and not view.happened(other):
            return str(other)
    return None


def deleted_ranges(flat: Flat, view: View, operation: str) -> list[tuple[int, int]]:
    """What other operations of this date take out of a block, and put nothing in its place."""
    found: list[tuple[int, int, str]] = []
    for slot in flat.slots:
        taker = _deleter(flat, slot, view, operation) if slot.start < slot.end else None
        if taker is None:
            continue
        if found and found[-1][1:] == (slot.start, taker):
            found[-1] = (found[-1][0], slot.end, taker)
        else:
            found.append((slot.start, slot.end, taker))
    return [(start, end) for start, end, taker in found if not _replaced(flat, start, end, taker)]


def is_emptied(flat: Flat, start: int, end: int, view: View) -> bool:
    """Whether operations of this date take out all of [start, end), and put nothing in its place."""
    if not is_taken_away(flat, start, end, view):
        return False
    takers = {_deleter(flat, slot, view, "") for slot, _, _ in slots_within(flat, start, end)}
    return not any(taker is not None and _replaced(flat, start, end, taker) for taker in takers)


def _replaced(flat: Flat, start: int, end: int, taker: str) -> bool:
    """Whether the operation that takes out characters puts words where they stood."""
    return any(
        start <= offset <= end and hidden.get(INS) == taker and any(hidden.itertext())
        for offset, hidden in flat.hidden
    )


def claim_at(flat: Flat, offset: int, view: View, operation: str) -> str | None:
    """The other operation of this date that took away the words on both sides of a place, or None."""
    behind = _taker(flat, offset, view)
    if behind is None or behind == operation or _taker(flat, offset - 1, view) is None:
        return None
    return behind


def _taker(flat: Flat, place: int, view: View) -> str | None:
    """The operation of this date that took away a character, or None."""
    for slot in flat.slots:
        if slot.start <= place < slot.end:
            return _deleter(flat, slot, view, "")
    return None


def _deleter(flat: Flat, slot: Slot, view: View, operation: str) -> str | None:
    """The other operation of this date that takes out the words of a text node, or None."""
    holder = slot.element.getparent() if slot.tail else slot.element
    while holder is not None and holder is not flat.block:
        other = holder.get(DEL)
        if other is not None and other != operation and not view.happened(other):
            return str(other)
        holder = holder.getparent()
    return None


def is_taken_away(flat: Flat, start: int, end: int, view: View) -> bool:
    """Whether operations of this date have taken away all of the characters [start, end)."""
    return all(_taker(flat, place, view) is not None for place in range(start, end))


def mover(element: Element, view: View, operation: str) -> str | None:
    """The other operation of this date that moved the element, or None."""
    other: str | None = element.get(INS) if MOVED in element.attrib else None
    return other if other is not None and other != operation and not view.happened(other) else None


def inserted_by(element: Element, view: View) -> str | None:
    """The operation of this date that inserted the element or what it stands in, or None."""
    current: Element | None = element
    while current is not None:
        # What a new wrapper is put around was there before.
        for mark in (INS, WRAP) if current is element else (INS,):
            other = current.get(mark)
            if other is not None and not view.happened(other) and MOVED not in current.attrib:
                return str(other)
        current = current.getparent()
    return None


def _in_number_of(part: Element, provision: Element) -> bool:
    current: Element | None = part
    while current is not None and current is not provision:
        if local_name(current.tag) == "num":
            return current.getparent() is provision
        current = current.getparent()
    return False
