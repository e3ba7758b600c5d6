"""Rows and cells of a table under a view, spans included."""

from __future__ import annotations

from lxml import etree

from redline.akn.marks import View
from redline.akn.names import local_name

Element = etree._Element


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


def cells_of(row: Element, column: int, view: View) -> list[Element]:
    """The cell of a row at a column (1-based, counting spanned columns), as a list of none or one.

    A cell that a row above spans down into this row pushes the row's own cells to the right.
    """
    taken = _spanned_from_above(row, view)
    place = 1
    for cell in view.children(row):
        if local_name(cell.tag) not in ("td", "th"):
            continue
        while place in taken:
            place += 1
        width = span_of(cell, "colspan")
        if place <= column < place + width:
            return [cell]
        place += width
    return []


def span_of(cell: Element, attribute: str) -> int:
    """A cell's `rowspan` or `colspan`, 1 where it has none or a broken one."""
    value = cell.get(attribute, "1")
    return max(1, min(int(value), 1000)) if value.isdigit() else 1


def _spanned_from_above(row: Element, view: View) -> set[int]:
    """The columns of this row that cells of earlier rows reach down into."""
    table = view.parent(row)
    hanging: dict[int, int] = {}
    for other in rows_of(table, view) if table is not None else ():
        if other is row:
            break
        hanging = {column: left - 1 for column, left in hanging.items() if left > 1}
        place = 1
        for cell in view.children(other):
            if local_name(cell.tag) not in ("td", "th"):
                continue
            while place in hanging:
                place += 1
            for column in range(place, place + span_of(cell, "colspan")):
                down = span_of(cell, "rowspan")
                if down > 1:
                    hanging[column] = down
            place += span_of(cell, "colspan")
    return {column for column, left in hanging.items() if left > 1}
