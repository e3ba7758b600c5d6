"""Tables of a law as tables of a Word document.

Rows come and go one by one. Where columns changed, or cells reach over more or less than before, the old
table goes as a whole and the new one comes as a whole: word processors do not agree on tracked columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from redline.model.blocks import Block, Cell, Mark, Row
from redline.render.word.grid import is_even
from redline.render.word.paragraphs import Line, Paragraph, Table, TableCell, TableRow

Reader = Callable[[Iterable[Block]], Iterator[Line]]
"""Reads the blocks of a cell as lines."""


def tables_of(block: Block, read: Reader, *, tracked_columns: bool = False) -> Iterator[Line]:
    """A table as one table of the document, or as the old one and the new one where its columns changed.

    Args:
        block: the table; its caption is the caller's.
        read: reads what stands in its cells.
        tracked_columns: whether it stays one table then, each cell with its place in both texts: where that
            makes columns of it.
    """
    anchors = tuple(name for name in (block.eid, *block.anchors) if name)
    regrouped = any(_regrouped(row) for row in block.rows)
    if regrouped and not tracked_columns:
        yield from _restated(block, anchors, read)
        return
    rows = tuple(row for row in (_row(row, read) for row in block.rows) if row.base or row.amended)
    table = Table(rows, block.depth, anchors)
    if regrouped and not is_even(table):
        yield from _restated(block, anchors, read)
    elif rows:
        yield table


def _regrouped(row: Row) -> bool:
    """Whether a row that stays has other cells, or cells that reach over more or less."""
    if any(cell.before is not None for cell in row.cells):
        return True
    own = [cell for cell in row.cells if cell.mark is not None and cell.mark != row.mark]
    old = sum(cell.mark is not None and cell.mark.in_base for cell in own)
    return old * 2 != len(own) or (bool(own) and row.mark is not None)


def _restated(block: Block, anchors: tuple[str, ...], read: Reader) -> Iterator[Line]:
    """A table whose columns changed: the old one goes as a whole, the new one comes as a whole."""
    marks = (cell.mark for row in block.rows for cell in row.cells)
    operation = next((mark.operation for mark in marks if mark is not None), None)
    for base in (True, False):
        sides = (_side(row, operation, read, base=base) for row in block.rows)
        rows = tuple(row for row in sides if row is not None)
        if rows:
            yield Table(rows, block.depth, anchors if not base else ())
        if base and rows:
            yield Paragraph("separator", base=False, amended=False, operation=operation)


def _side(row: Row, operation: str | None, read: Reader, *, base: bool) -> TableRow | None:
    """A row as it stands in one of the two texts, marked as part of that text only."""
    text = 0 if base else 1
    if not _there(row.mark)[text]:
        return None
    cells: list[TableCell] = []
    for cell in row.cells:
        if not _there(cell.mark)[text]:
            continue
        columns, rows = (cell.before if base else cell.after) or (cell.columns, cell.rows)
        lines = tuple(_only(line, operation, base=base) for line in read(cell.blocks))
        kept = tuple(line for line in lines if not isinstance(line, Paragraph) or line.base or line.amended)
        cells.append(TableCell(kept, columns, rows, cell.header))
    return TableRow(tuple(cells), row.header, base, not base, operation)


def _only(line: Line, operation: str | None, *, base: bool) -> Line:
    """A paragraph with its words of one of the two texts, marked as part of that text only."""
    if isinstance(line, Table):
        return line
    pieces = [piece for piece in line.pieces if (piece.base if base else piece.amended)]
    line.pieces = [
        replace(piece, base=base, amended=not base, operation=piece.operation or operation)
        for piece in pieces
    ]
    line.base, line.amended = base and bool(pieces), not base and bool(pieces)
    line.operation, line.split, line.joined = operation, None, None
    return line


def _row(row: Row, read: Reader) -> TableRow:
    base, amended, operation = _there(row.mark)
    cells = [_cell(cell, row, read) for cell in row.cells if _there(cell.mark)[0] or _there(cell.mark)[1]]
    return TableRow(tuple(_paired(cells)), row.header, base, amended, operation)


def _paired(cells: list[TableCell]) -> Iterator[TableCell]:
    """Cells of the old row beside those of the new one as cells that hold both, where they are as many."""
    place = 0
    while place < len(cells):
        old = _alike(cells, place, base=True)
        new = _alike(cells, place + len(old), base=False)
        if not old or len(old) != len(new):
            yield from old or new or cells[place : place + 1]
            place += len(old or new) or 1
            continue
        for one, other in zip(old, new, strict=True):
            yield replace(other, lines=one.lines + other.lines, base=True, operation=None)
        place += len(old) + len(new)


def _alike(cells: list[TableCell], place: int, *, base: bool) -> list[TableCell]:
    """The cells from a place on that stand in the same one of the two texts."""
    found: list[TableCell] = []
    for cell in cells[place:]:
        if cell.base == cell.amended or cell.base != base:
            break
        found.append(cell)
    return found


def _there(mark: Mark | None) -> tuple[bool, bool, str | None]:
    return (True, True, None) if mark is None else (mark.in_base, mark.in_amended, mark.operation)


def _cell(cell: Cell, row: Row, read: Reader) -> TableCell:
    base, amended, operation = _there(cell.mark if cell.mark != row.mark else None)
    lines = tuple(read(cell.blocks))
    return TableCell(
        lines, cell.columns, cell.rows, cell.header, base, amended, operation, cell.before, cell.after
    )
