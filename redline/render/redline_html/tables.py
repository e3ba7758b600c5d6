"""Tables with both texts in one grid: rows, cells and columns that came or went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from redline.render.redline_html.marks import Marks, named
from redline.render.redline_html.words import Words
from redline.render.word.paragraphs import Line, Paragraph, Table, TableCell, TableRow


class TableHtml:
    """Writes tables.

    Args:
        marks: writes words.
        words: the page's own.
        flat: writes the lines of a cell.
    """

    def __init__(self, marks: Marks, words: Words, flat: Callable[[Sequence[Line]], str]) -> None:
        self.marks = marks
        self.words = words
        self.flat = flat

    def table(self, table: Table, attributes: str, depth: str, caption: str) -> str:
        """A table in a frame that scrolls where it is wide.

        Args:
            table: the table.
            attributes: of the frame: its identifiers.
            depth: the class for how far in it stands.
            caption: what it is called; empty where it has no caption.
        """
        heads = next((place for place, row in enumerate(table.rows) if not row.header), len(table.rows))
        parts = [self._row(row) for row in table.rows]
        if 0 < heads < len(parts):
            parts = ["<thead>", *parts[:heads], "</thead><tbody>", *parts[heads:], "</tbody>"]
        only = _only(any(row.base for row in table.rows), any(row.amended for row in table.rows))
        name = escape(caption) or self.words.html("table")
        label = f'role="group" tabindex="0" aria-label="{name}"{attributes}'
        return f'<div class="table{depth}{only}" {label}><table>{"".join(parts)}</table></div>'

    def _row(self, row: TableRow) -> str:
        only = _only(row.base, row.amended)
        said = f' class="{only.strip()}"{named(row.operation)}' if only else ""
        cells = [self._cell(cell, row, first=place == 0) for place, cell in enumerate(row.cells)]
        return f"<tr{said}>{''.join(cells)}</tr>"

    def _cell(self, cell: TableCell, row: TableRow, *, first: bool) -> str:
        head = cell.header or row.header
        tag = "th" if head else "td"
        attributes = "" if not head else ' scope="col"' if row.header else ' scope="row"'
        attributes += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        attributes += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        for name, span in (("base", cell.before), ("amended", cell.after)):
            if span is not None:
                attributes += f' data-{name}="{span[0]} {span[1]}"'
        only = _only(cell.base, cell.amended)
        attributes += f' class="{only.strip()}"{named(cell.operation)}' if only else ""
        lead = self._lead(cell, row, first=first)
        return f"<{tag}{attributes}>{lead}{self.flat(cell.lines)}</{tag}>"

    def _lead(self, cell: TableCell, row: TableRow, *, first: bool) -> str:
        """The number of a change, for a row or cell that came or went and begins without words."""
        operation = cell.operation if cell.base != cell.amended else None
        if operation is None and first and row.base != row.amended:
            operation = row.operation
        return self.marks.number(operation) if operation and not _speaks(cell) else ""


def _speaks(cell: TableCell) -> bool:
    """Whether a cell has words, before the first of which the number will stand."""
    return any(
        piece.run.text.strip() for line in cell.lines if isinstance(line, Paragraph) for piece in line.pieces
    )


def _only(base: bool, amended: bool) -> str:
    return "" if base == amended else " ob" if base else " oa"
