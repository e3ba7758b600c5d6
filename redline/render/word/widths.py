"""How wide the columns of a table of an Act are: wide where much is said, narrow where a number stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from redline.render.word.grid import cells_of
from redline.render.word.paragraphs import Table, TableCell, paragraphs_in

_LETTER = 115
"""Of an average letter, in twentieths of a point, in text of 11 points."""
_PADDING = 216
"""On both sides of a cell together."""
_LONGEST_WORD, _LONGEST_LINE = 18, 72
"""In letters: what is longer is divided, and has no further say in how wide its column is."""


def column_widths(table: Table, grid: int, total: int) -> list[int]:
    """The widths of the columns of a table, which fill the width of the text.

    Each column has room for its longest word; what is left is shared out by how much is said in it.

    Args:
        table: with the words of both texts.
        grid: how many columns it has.
        total: the width of the text, in twentieths of a point.
    """
    words, lines = _needs(table, grid)
    least = [_PADDING + _LETTER * letters for letters in words]
    if sum(least) >= total:
        return _shared(least, total)
    rest = total - sum(least)
    wanted = [max(1, line - word) for word, line in zip(words, lines, strict=True)]
    return _shared([one * sum(wanted) + rest * more for one, more in zip(least, wanted, strict=True)], total)


def _needs(table: Table, grid: int) -> tuple[list[int], list[int]]:
    """The letters of the longest word, and of the longest paragraph, in each column."""
    words, lines = [1] * grid, [1] * grid
    for _, cells in cells_of(table, grid):
        place = 0
        for cell, columns, _ in cells:
            for paragraph in _paragraphs(cell):
                said = [_letters(word, _LONGEST_WORD) for word in paragraph.split()]
                share = max(said, default=0) // columns, _letters(paragraph, _LONGEST_LINE) // columns
                for column in range(place, min(place + columns, grid)):
                    words[column] = max(words[column], share[0])
                    lines[column] = max(lines[column], share[1])
            place += columns
    return words, lines


def _letters(words: str, most: int) -> int:
    return min(len(words), most)


def _paragraphs(cell: TableCell | None) -> Iterator[str]:
    for paragraph in paragraphs_in(cell.lines) if cell is not None else ():
        yield from "".join(piece.run.text for piece in paragraph.pieces).split("\n")


def _shared(shares: Sequence[int], total: int) -> list[int]:
    """The total in parts of these shares, without a remainder."""
    edges = [total * sum(shares[:place]) // sum(shares) for place in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]
