"""The lines of a side for cells that hold nothing but text: tables of the Act become a line for each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redline.model.blocks import Run
from redline.render.word.paragraphs import Line, Piece, Table

_BAR = Piece(Run(" | ", generated=True))
_BREAK = Piece(Run(" / ", generated=True))


def plain_lines(lines: Iterable[Line]) -> Iterator[list[Piece]]:
    """The words of each line; of a table, of each row, with bars between its cells."""
    for line in lines:
        if not isinstance(line, Table):
            yield line.pieces
            continue
        for row in line.rows:
            cells = [_joined(plain_lines(cell.lines), _BREAK) for cell in row.cells]
            yield _joined(cells, _BAR)


def plain_text(lines: Iterable[Line]) -> str:
    """The lines as one text, each on a line of its own."""
    return "\n".join("".join(piece.run.text for piece in line) for line in plain_lines(lines))


def _joined(parts: Iterable[list[Piece]], separator: Piece) -> list[Piece]:
    found: list[Piece] = []
    for place, part in enumerate(parts):
        found += [separator, *part] if place else part
    return found
