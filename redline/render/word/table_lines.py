"""Tables of a law as tables of a Word document.

Rows come and go one by one. Where columns changed, or cells reach over more or less than before, the old
table goes as a whole and the new one comes as a whole: word processors do not agree on tracked columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

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
    paired = [(row, _pairs(row)) for row in block.rows if any(_there(row.mark)[:2])]
    if any(pairs is None for _, pairs in paired):
        tracked = Table(tuple(_tracked_row(row, read) for row, _ in paired), block.depth, anchors)
        if tracked_columns and is_even(tracked):
            yield tracked
        else:
            yield from _restated(block, anchors, read)
        return
    rows = tuple(_row(row, pairs or [], read) for row, pairs in paired)
    if rows:
        yield Table(rows, block.depth, anchors)


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


def _row(row: Row, pairs: list[tuple[Cell, Cell]], read: Reader) -> TableRow:
    base, amended, operation = _there(row.mark)
    cells = tuple(
        TableCell(
            (*read(old.blocks), *(read(new.blocks) if new is not old else ())),
            new.columns,
            new.rows,
            new.header,
        )
        for old, new in pairs
    )
    return TableRow(cells, row.header, base, amended, operation)


def _pairs(row: Row) -> list[tuple[Cell, Cell]] | None:
    """The cells of the old row beside those of the new one; a cell that stays is its own partner.

    Returns:
        None where they do not pair: a cell came or went, has another place, or reaches over more or less.
    """
    cells = [cell for cell in row.cells if any(_there(cell.mark)[:2])]
    found: list[tuple[Cell, Cell]] = []
    place = 0
    while place < len(cells):
        if cells[place].before is not None:
            return None
        if cells[place].mark is None or cells[place].mark == row.mark:
            found.append((cells[place], cells[place]))
            place += 1
            continue
        old = _alike(cells, place, base=True)
        new = _alike(cells, place + len(old), base=False)
        reach = [[(cell.columns, cell.rows) for cell in side] for side in (old, new)]
        if row.mark is not None or reach[0] != reach[1]:
            return None
        found += zip(old, new, strict=True)
        place += len(old) + len(new)
    return found


def _alike(cells: list[Cell], place: int, *, base: bool) -> list[Cell]:
    """The cells from a place on that stand in the same one of the two texts only."""
    found: list[Cell] = []
    for cell in cells[place:]:
        there = _there(cell.mark)
        if there[0] == there[1] or there[0] != base:
            break
        found.append(cell)
    return found


def _there(mark: Mark | None) -> tuple[bool, bool, str | None]:
    """Whether what is marked is there in the base and in the amended text, and by which operation."""
    return (True, True, None) if mark is None else (mark.in_base, mark.in_amended, mark.operation)


def _tracked_row(row: Row, read: Reader) -> TableRow:
    """A row whose cells came and went one by one, old and new ones as one cell where they are as many."""
    base, amended, operation = _there(row.mark)
    cells = [_tracked_cell(cell, row, read) for cell in row.cells if any(_there(cell.mark)[:2])]
    return TableRow(tuple(_beside(cells)), row.header, base, amended, operation)


def _beside(cells: list[TableCell]) -> Iterator[TableCell]:
    place = 0
    while place < len(cells):
        old = _of_one_text(cells, place, base=True)
        new = _of_one_text(cells, place + len(old), base=False)
        if not old or len(old) != len(new):
            yield from old or new or cells[place : place + 1]
            place += len(old or new) or 1
            continue
        for one, other in zip(old, new, strict=True):
            yield replace(other, lines=one.lines + other.lines, base=True, operation=None)
        place += len(old) + len(new)


def _of_one_text(cells: list[TableCell], place: int, *, base: bool) -> list[TableCell]:
    """The cells from a place on that stand in the same one of the two texts only."""
    found: list[TableCell] = []
    for cell in cells[place:]:
        if cell.base == cell.amended or cell.base != base:
            break
        found.append(cell)
    return found


def _tracked_cell(cell: Cell, row: Row, read: Reader) -> TableCell:
    base, amended, operation = _there(cell.mark if cell.mark != row.mark else None)
    lines = tuple(read(cell.blocks))
    return TableCell(
        lines, cell.columns, cell.rows, cell.header, base, amended, operation, cell.before, cell.after
    )
