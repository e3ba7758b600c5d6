"""What else may happen on the same date to the rows, columns and spans of a table."""

from __future__ import annotations

from collections.abc import Iterable

from redline.akn.claims import claim_on_grid
from redline.akn.document import Element
from redline.akn.edits import DeleteEdit, Edit, SpanEdit
from redline.akn.marks import DEL, View, span_changes
from redline.akn.names import local_name
from redline.akn.tables import SPAN_MARKS, is_cell, span_of, table_of
from redline.akn.working import WorkingAct


def crossed(element: Element, place: Element, operation: str, view: View) -> str | None:
    """The other operation of this date that changes the columns of a table whose rows this one changes, or
    the other way round: how wide a new row is does not follow from the table before both.
    """
    row = local_name(element.tag) == "tr"
    if not row and not is_cell(element):
        return None
    table = place if local_name(place.tag) == "table" else table_of(place)
    return None if table is None else claim_on_grid(table, view, operation, ("td", "th") if row else ("tr",))


def changed_span(edit: SpanEdit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation of this date with which this one leaves nothing of a span, or that changes rows of
    the table where this one changes its columns, or None.
    """
    if edit.attribute == "colspan":
        other = crossed(edit.cell, edit.cell, operation, view)
        if other is not None:
            return other
    if edit.by > 0 or span_of(edit.cell, edit.attribute, working.view()) + edit.by > 0:
        return None
    changes = span_changes(edit.cell, SPAN_MARKS[edit.attribute])
    return next((other for other, _ in changes if other != operation and not view.happened(other)), None)


def emptied_row(edits: Iterable[Edit], operation: str, view: View, now: View) -> str | None:
    """The other operation of this date with which this one takes all cells of a row, or None.

    A row without a cell of its own is none, and what reaches down into it would reach too far.
    """
    gone = {edit.element for edit in edits if isinstance(edit, DeleteEdit) and is_cell(edit.element)}
    for row in {cell.getparent() for cell in gone}:
        if row is None or any(child not in gone for child in now.children(row)):
            continue
        takers = (child.get(DEL) for child in row)
        taker = next((t for t in takers if t not in (None, operation) and not view.happened(t or "")), None)
        if taker is not None:
            return taker
    return None
