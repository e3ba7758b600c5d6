"""Changed paragraphs shown whole: the old one as a deletion, the new one as an insertion.

What is shown together is what no break parts in both texts: where a paragraph was split or joined, the
paragraphs of the old text, then those of the new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from redline.model.blocks import Block
from redline.render.word.breaks import stands
from redline.render.word.lines import lines_of
from redline.render.word.paragraphs import Line, Paragraph, Piece, Table, TableCell, TableRow


def read_whole(blocks: Iterable[Block]) -> Iterator[Line]:
    """Blocks as lines, each paragraph that changed shown whole."""
    return shown_whole(list(lines_of(blocks)))


def shown_whole(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with each paragraph that changed as two, of which each stands in one of the texts only."""
    for group in _groups(lines):
        paragraphs = [line for line in group if isinstance(line, Paragraph)]
        if len(paragraphs) == len(group):
            yield from _restated(paragraphs)
        else:
            # A table, alone or put where a paragraph was cut: that stays as it is.
            yield from (_table(line) if isinstance(line, Table) else line for line in group)


def _groups(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines, those together that go on from one another in one of the texts."""
    end = len(lines)
    base: Line | None = None
    amended: Line | None = None
    groups: list[Sequence[Line]] = []
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        there = stands(line)
        base, amended = (line if there[0] else base), (line if there[1] else amended)
        cut_base = isinstance(base, Paragraph) and base.split is not None
        cut_amended = isinstance(amended, Paragraph) and amended.joined is not None
        if not (cut_base or cut_amended) or place == 0:
            groups.append(lines[place:end])
            end = place
    return reversed(groups)


def _restated(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    changed = [piece for paragraph in paragraphs for piece in paragraph.pieces if piece.base != piece.amended]
    parted = any(paragraph.split or paragraph.joined for paragraph in paragraphs)
    if not parted and (not changed or all(p.base != p.amended for p in paragraphs)):
        yield from paragraphs
        return
    breaks = (p.split or p.joined for p in paragraphs if p.split or p.joined)
    operation = next((piece.operation for piece in changed if piece.operation), None) or next(breaks, None)
    for base in (True, False):
        yield from _side(paragraphs, operation, base=base)


def _side(paragraphs: list[Paragraph], operation: str | None, *, base: bool) -> Iterator[Paragraph]:
    """The paragraphs of one of the two texts."""
    current: Paragraph | None = None
    for paragraph in paragraphs:
        if not (paragraph.base if base else paragraph.amended):
            continue
        pieces = [
            replace(piece, base=base, amended=not base, operation=_of(piece, operation))
            for piece in paragraph.pieces
            if (piece.base if base else piece.amended)
        ]
        goes_on = paragraph.split if base else paragraph.joined
        if current is not None and goes_on is not None:
            current.pieces += pieces
            current.anchors += paragraph.anchors
            current.notes += paragraph.notes
            continue
        if current is not None:
            yield current
        current = replace(
            paragraph,
            pieces=pieces,
            base=base,
            amended=not base,
            operation=next((piece.operation for piece in pieces), operation),
            split=None,
            joined=None,
        )
    if current is not None:
        yield current


def _of(piece: Piece, operation: str | None) -> str | None:
    """The operation that a piece is shown to come or go with: its own, or the first of its paragraph."""
    return operation if piece.base and piece.amended else piece.operation


def _table(table: Table) -> Table:
    return replace(table, rows=tuple(_row(row) for row in table.rows))


def _row(row: TableRow) -> TableRow:
    """A row with its cells; one that came or went is shown whole already."""
    return replace(row, cells=tuple(_cell(cell) for cell in row.cells)) if row.base and row.amended else row


def _cell(cell: TableCell) -> TableCell:
    return replace(cell, lines=tuple(shown_whole(cell.lines)))
