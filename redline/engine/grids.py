"""What else may happen on the same date to the rows, columns and spans of a table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from redline.akn.claims import claim_on_grid
from redline.akn.document import Element
from redline.akn.edits import DeleteEdit, Edit, InsertEdit, SpanEdit
from redline.akn.marks import DEL, INS, View, span_changes
from redline.akn.names import local_name
from redline.akn.tables import SPAN_MARKS, Grid, grid_of, is_cell, span_of, table_of
from redline.akn.working import WorkingAct


def crossed(element: Element, place: Element, operation: str, view: View) -> str | None:
    """The other operation of this date that changes the columns of a table whose rows this one changes, or
    the other way round: how wide a new row is does not follow from the table before both.
    """
    row = local_name(element.tag) == "tr"
    if not row and not is_cell(element):
        return None
    table = place if local_name(place.tag) == "table" else table_of(place)
    if table is None:
        return None
    # A cell that an operation carries on from a row that it takes out widens no row.
    carriers = frozenset(gone for each in table.iter("{*}tr") if (gone := each.get(DEL)) is not None)
    return claim_on_grid(table, view, operation, ("td", "th") if row else ("tr",), carriers if row else ())


def over_carried_cells(edits: Sequence[Edit], operation: str, view: View) -> str | None:
    """The other operation of this date that changes rows over which a cell reaches whose first row this one
    takes out, or the other way round: the cell stands in another row then, and reaches over what is left.
    """
    rows = [
        edit
        for edit in edits
        if isinstance(edit, (InsertEdit, DeleteEdit)) and local_name(edit.element.tag) == "tr"
    ]
    tables = {table for edit in rows if (table := table_of(_row_of(edit))) is not None}
    for table in tables:
        grid = grid_of(table, view)
        own = [place for edit in rows if (place := _place(edit, grid)) is not None]
        gone = {
            grid.rows.index(e.element) for e in rows if isinstance(e, DeleteEdit) and e.element in grid.rows
        }
        others = _changed_rows(table, grid, operation, view)
        for other, places, theirs in others:
            if _meet(_carried(grid, gone), places) or _meet(_carried(grid, theirs), own):
                return other
    return None


_RowPlace = tuple[int, int]
"""The first and the last row of the base between or at which something changes: alike for a row itself."""


def _row_of(edit: InsertEdit | DeleteEdit) -> Element:
    return edit.anchor if isinstance(edit, InsertEdit) else edit.element


def _place(edit: InsertEdit | DeleteEdit, grid: Grid) -> _RowPlace | None:
    row = _row_of(edit)
    if row not in grid.rows:
        return None
    at = grid.rows.index(row)
    if not isinstance(edit, InsertEdit):
        return at, at
    return (at - 1, at) if edit.where == "before" else (at, at + 1)


def _changed_rows(
    table: Element, grid: Grid, operation: str, view: View
) -> list[tuple[str, list[_RowPlace], set[int]]]:
    """What other operations of this date did to rows: each with the places, and the rows that it took out."""
    places: dict[str, list[_RowPlace]] = {}
    taken: dict[str, set[int]] = {}
    at = -1
    for row in table.iter("{*}tr"):
        if table_of(row) is not table:
            continue
        stood = row in grid.rows
        at = grid.rows.index(row) if stood else at
        for mark in (INS, DEL):
            other = row.get(mark)
            if other is not None and other != operation and not view.happened(other):
                places.setdefault(other, []).append((at, at) if stood else (at, at + 1))
                if mark == DEL and stood:
                    taken.setdefault(other, set()).add(at)
    return [(other, found, taken.get(other, set())) for other, found in places.items()]


def _carried(grid: Grid, gone: Collection[int]) -> list[range]:
    """The rows over which the cells reach whose first row goes."""
    reaching = (cell for cell in grid.cells if cell.rows > 1 and cell.row in gone)
    return [range(cell.row, cell.row + cell.rows) for cell in reaching]


def _meet(reaches: Iterable[range], places: Collection[_RowPlace]) -> bool:
    return any(first in reach and last in reach for reach in reaches for first, last in places)


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
