"""Tables under a view: rows, and cells at their places in the grid, spans included."""

from __future__ import annotations

from collections.abc import Container, Mapping

from lxml import etree
from msgspec import Struct

from redline.akn.marks import COLUMNS, ROWS, UNMARKED, View, span_changes
from redline.akn.names import local_name

Element = etree._Element

SPAN_MARKS = {"colspan": COLUMNS, "rowspan": ROWS}
"""A cell's span -> the mark that says how operations changed it."""

_MOST = 1000
"""No span is wider: HTML has the same limit, and a broken file may say anything."""


def rows_of(table: Element, view: View) -> list[Element]:
    """The rows of a table (or of its head and body, where a file has them), in order."""
    found: list[Element] = []
    for child in view.children(table):
        name = local_name(child.tag)
        if name == "tr":
            found.append(child)
        elif name in ("thead", "tbody", "tfoot"):
            found += rows_of(child, view)
    return found


def is_cell(element: Element) -> bool:
    """Whether the element is a cell of a table."""
    return local_name(element.tag) in ("td", "th")


def table_of(element: Element) -> Element | None:
    """The table that a row or cell stands in, or None."""
    return next(element.iterancestors("{*}table"), None)


def written_span(cell: Element, attribute: str) -> int:
    """A cell's `rowspan` or `colspan` as its file has it, 1 where it has none or a broken one."""
    value = cell.get(attribute, "1")
    return max(1, min(int(value), _MOST)) if value.isdigit() else 1


def span_of(cell: Element, attribute: str, view: View) -> int:
    """A cell's `rowspan` or `colspan` in a view."""
    changed = sum(by for name, by in span_changes(cell, SPAN_MARKS[attribute]) if view.happened(name))
    return max(1, written_span(cell, attribute) + changed)


def shown_span(cell: Element, attribute: str, operations: Container[str]) -> int:
    """A cell's span where both texts are shown: over what operations put in, and over what they took out."""
    changes = span_changes(cell, SPAN_MARKS[attribute])
    return written_span(cell, attribute) + sum(by for name, by in changes if by > 0 and name in operations)


def spans_in_both(cell: Element, after: View) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Over how many columns and rows a cell reaches in the base and in a view, where that differs: from one
    another, or from what is shown where both texts are.
    """
    was, is_ = (
        (span_of(cell, "colspan", view), span_of(cell, "rowspan", view)) for view in (UNMARKED, after)
    )
    shown = shown_span(cell, "colspan", after.order), shown_span(cell, "rowspan", after.order)
    return (None, None) if was == is_ == shown else (was, is_)


class GridCell(Struct, frozen=True):
    """A cell at its place.

    Attributes:
        element: the cell.
        row: the place of its (first) row, from 0.
        column: its (first) column, from 1.
        rows, columns: over how many it reaches; not beyond the last row of the table.
    """

    element: Element
    row: int
    column: int
    rows: int
    columns: int

    def in_row(self, row: int) -> bool:
        """Whether it stands in, or reaches into, that row."""
        return self.row <= row < self.row + self.rows

    def in_column(self, column: int) -> bool:
        """Whether it stands in, or reaches into, that column."""
        return self.column <= column < self.column + self.columns


class Grid:
    """The cells of rows that stand one below the other, each at its row and column.

    Attributes:
        rows: the rows.
        view: the text they are read in.
        cells: their cells, in reading order.
        widths: how many columns each row has, those reached into from above included.
    """

    def __init__(self, rows: list[Element], view: View, above: Mapping[int, int] | None = None) -> None:
        """Lay the cells out.

        Args:
            rows: the rows.
            view: which text is read.
            above: columns that cells above the first row reach down into -> over how many rows.
        """
        self.rows = rows
        self.view = view
        self.cells: list[GridCell] = []
        self.widths: list[int] = []
        hanging = dict(above or {})
        for at, row in enumerate(rows):
            hanging = self._lay(at, row, view, hanging)

    def _lay(self, at: int, row: Element, view: View, hanging: dict[int, int]) -> dict[int, int]:
        """Lay out one row; returns the columns that reach into the next."""
        left = {column: rows - 1 for column, rows in hanging.items() if rows > 1}
        column = 1
        taken = set(hanging)
        for cell in view.children(row):
            if not is_cell(cell):
                continue
            while column in hanging:
                column += 1
            columns, rows = span_of(cell, "colspan", view), span_of(cell, "rowspan", view)
            self.cells.append(GridCell(cell, at, column, min(rows, len(self.rows) - at), columns))
            places = range(column, column + columns)
            taken.update(places)
            if rows > 1:
                left.update(dict.fromkeys(places, rows - 1))
            column += columns
        self.widths.append(len(taken))
        return left

    def at(self, row: int, column: int) -> GridCell | None:
        """The cell at a place, or None."""
        return next((c for c in self.cells if c.in_row(row) and c.in_column(column)), None)

    def over(self, row: int) -> list[GridCell]:
        """The cells that reach from above down into a row."""
        return [cell for cell in self.cells if cell.row < row and cell.in_row(row)]

    def own(self, row: int) -> list[GridCell]:
        """The cells that begin in a row."""
        return [cell for cell in self.cells if cell.row == row]


def grid_of(table: Element, view: View) -> Grid:
    """The grid of a table in a view."""
    return Grid(rows_of(table, view), view)


def cells_of(row: Element, column: int, view: View) -> list[Element]:
    """The cell that begins in a row and covers a column (1-based, spans counted), as a list of none or one.

    A cell that a row above spans down into this row pushes the row's own cells to the right.
    """
    table = table_of(row)
    rows = rows_of(table, view) if table is not None else [row]
    if row not in rows:
        return []
    grid = Grid(rows[: rows.index(row) + 1], view)
    return [cell.element for cell in grid.own(len(grid.rows) - 1) if cell.in_column(column)]
