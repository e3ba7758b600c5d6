"""The grid of a table: where its cells stand."""

from __future__ import annotations

from lxml import etree

from redline.akn.marks import ROWS, UNMARKED, View, change_span
from redline.akn.tables import cells_of, grid_of, shown_span, span_of

TABLE = (
    "<table><tr><td rowspan='2'><p>a</p></td><td><p>b</p></td></tr><tr><td><p>c</p></td></tr>"
    "<tr><td colspan='2'><p>d</p></td></tr></table>"
)


def test_a_cell_that_reaches_down_pushes_the_cells_of_the_next_row_to_the_right() -> None:
    grid = grid_of(etree.fromstring(TABLE), UNMARKED)
    assert [(cell.row, cell.column, cell.rows, cell.columns) for cell in grid.cells] == [
        (0, 1, 2, 1),
        (0, 2, 1, 1),
        (1, 2, 1, 1),
        (2, 1, 1, 2),
    ]
    assert grid.widths == [2, 2, 2]
    assert [cell.row for cell in grid.over(1)] == [0]
    assert cells_of(grid.rows[1], 1, UNMARKED) == []
    assert len(cells_of(grid.rows[1], 2, UNMARKED)) == 1


def test_a_span_that_reaches_beyond_the_last_row_ends_there() -> None:
    table = etree.fromstring("<table><tr><td rowspan='9'><p>a</p></td><td><p>b</p></td></tr></table>")
    assert [cell.rows for cell in grid_of(table, UNMARKED).cells] == [1, 1]


def test_a_span_grows_with_the_operation_that_widened_it() -> None:
    table = etree.fromstring(TABLE)
    cell = table[0][0]
    change_span(cell, ROWS, 1, "op-1")
    change_span(cell, ROWS, -1, "op 2")
    order = {"op-1": 0, "op 2": 1}
    assert [span_of(cell, "rowspan", View(order, at)) for at in range(3)] == [2, 3, 2]
    assert shown_span(cell, "rowspan", order) == 3
