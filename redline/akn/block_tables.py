"""The rows and cells of a table, each cell read for itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from redline.akn.block_writer import Place
from redline.akn.names import local_name
from redline.akn.runs import State, mark_of
from redline.akn.tables import shown_span, spans_in_both
from redline.model.blocks import Cell, Row

if TYPE_CHECKING:
    from redline.akn.block_reader import BlockReader

Element = etree._Element


def rows_of(
    reader: BlockReader, element: Element, place: Place, state: State, *, header: bool
) -> Iterator[Row]:
    """The rows of a part of a table, or the one that an element is.

    Args:
        reader: reads what stands in the cells.
        element: a row, or the head, body or foot of a table.
        place, state: of the element around it.
        header: whether it stands in the table's head.
    """
    shown = reader.shown(element, state)
    if shown is None:
        return
    name = local_name(element.tag)
    if name in ("thead", "tbody", "tfoot"):
        for child in element:
            if isinstance(child.tag, str):
                yield from rows_of(reader, child, place, shown, header=name == "thead")
    elif name == "tr":
        cells = tuple(_cells(reader, element, place, shown))
        yield Row(cells, header or all(cell.header for cell in cells), mark_of(shown))


def _cells(reader: BlockReader, row: Element, place: Place, state: State) -> Iterator[Cell]:
    for child in row:
        name = local_name(child.tag)
        shown = reader.shown(child, state) if name in ("td", "th") else None
        if shown is not None:
            blocks = reader.apart(child, place, shown)
            columns, rows = (shown_span(child, f"{s}span", reader.order or ()) for s in ("col", "row"))
            spans = spans_in_both(child, reader.view)
            yield Cell(blocks, columns, rows, name == "th", mark_of(shown), *spans)
