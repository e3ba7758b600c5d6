"""Two texts of one place shown in one: what stays, what goes, what comes."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from redline.compare.likeness import likeness
from redline.compare.words import word_hunks

_ALIKE = 0.4
"""Texts less alike than this have words in common by chance only."""


class Piece(Struct, frozen=True):
    """Words that stay, go (`out`) or come (`in`)."""

    kind: Literal["same", "out", "in"]
    text: str


def words_with_change(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both texts in one: those that stay, those that go, those that come.

    Texts that are not alike (a provision and the note that it is repealed) are shown whole, one after the
    other: compared word by word, neither could be read.
    """
    hunks = word_hunks(before, after) if before and after else []
    # One hunk of one side: something was only added, or only taken away.
    one_sided = len(hunks) == 1 and (hunks[0].start == hunks[0].end or hunks[0].new_start == hunks[0].new_end)
    alike = bool(hunks) and (one_sided or likeness(before, after) >= _ALIKE)
    if before != after and not alike:
        whole = (Piece("out", before), Piece("in", after))
        return tuple(piece for piece in whole if piece.text)
    pieces: list[Piece] = []
    position = 0
    for hunk in hunks:
        pieces.append(Piece("same", before[position : hunk.start]))
        pieces.append(Piece("out", before[hunk.start : hunk.end]))
        pieces.append(Piece("in", after[hunk.new_start : hunk.new_end]))
        position = hunk.end
    pieces.append(Piece("same", before[position:]))
    return tuple(piece for piece in pieces if piece.text)
