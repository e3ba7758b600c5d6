"""How wide the columns of a comparison table are, and those of a table of the Act inside a cell of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from redline.render.word.grid import cells_of
from redline.render.word.paragraphs import Line, Table, paragraphs_in

_SHARES: Mapping[str, int] = {
    "number": 6,
    "element": 15,
    "current": 30,
    "proposed": 30,
    "reason": 21,
    "amendment": 26,
    "citation": 15,
    "commencement": 12,
    "author": 14,
}

_BILINGUAL = {**_SHARES, "number": 5, "element": 17, "current": 25, "proposed": 25, "reason": 21}
"""Of a table with the wordings of two languages."""


def widths_of(columns: Sequence[str], total: int) -> list[int]:
    """The width of each column, in the unit of `total`, which they fill together."""
    texts = sum(column.partition(" ")[0] in ("current", "proposed") for column in columns)
    shares = _SHARES if texts <= 2 else _BILINGUAL
    return _shared([shares[column.partition(" ")[0]] for column in columns], total)


def inner_widths(table: Table, grid: int, total: int) -> list[int]:
    """The widths of the columns of a table of the Act: for their longest words, where they can be."""
    shares = [4] * grid
    for _, cells in cells_of(table, grid):
        place = 0
        for cell, columns, _ in cells:
            words = " ".join(words_of(cell.lines)).split() if cell is not None and columns == 1 else []
            if words and place < grid:
                longest = max(map(len, words))
                shares[place] = max(shares[place], longest + 2, min(14, sum(map(len, words)) // 2))
            place += columns
    return _shared(shares, total)


def words_of(lines: Sequence[Line]) -> Iterator[str]:
    """The words of lines: of each paragraph, and of each cell of a table."""
    for paragraph in paragraphs_in(lines):
        yield "".join(piece.run.text for piece in paragraph.pieces)


def unbroken(name: str) -> str:
    """The name of an element with its numbers kept beside their units on a line."""
    return re.sub(r" (?=[\d(])", "\u00a0", name)


def lines_needed(words: Sequence[str], letters: int) -> int:
    """About how many printed lines paragraphs take where so many letters fit on a line."""
    return sum(1 + len(line) // max(1, letters) for said in words for line in said.split("\n"))


def _shared(shares: Sequence[int], total: int) -> list[int]:
    edges = [total * sum(shares[:place]) // sum(shares) for place in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]
