"""Moves with marks of their own: which can have them, and where their two ends stand.

Word ties the two ends of a move by a name, and wants each end in one piece, of paragraphs only. A move that
cannot be shown so (a table is moved, or a part of what was moved has been moved on) stays a deletion and an
insertion.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct, field

from redline.render.word.paragraphs import Line, Paragraph, Piece, Table, paragraphs_in

Side = Literal["moveFrom", "moveTo"]
End = tuple[str, Side]
"""One end of a move: the operation, and whether it is the place that was left or the new one."""


def side_of(piece: Piece) -> Side | None:
    """Which end of a move the words belong to; None where they were not moved or stand in neither text."""
    if not piece.moved or piece.base == piece.amended:
        return None
    return "moveFrom" if piece.base else "moveTo"


def ends_in(paragraph: Paragraph) -> Iterator[End]:
    """The ends of moves that a paragraph has words of."""
    for piece in paragraph.pieces:
        side = side_of(piece)
        if side is not None and piece.operation is not None:
            yield piece.operation, side


def moved_in(lines: Sequence[Line]) -> frozenset[str]:
    """The operations that moved something, as far as both texts show it."""
    return frozenset(operation for paragraph in paragraphs_in(lines) for operation, _ in ends_in(paragraph))


def markable(lines: Sequence[Line]) -> frozenset[str]:
    """The operations whose moves can have marks: both ends are there, and no table is in either."""
    spans = MoveSpans.of(lines)
    tables = [place for place, line in enumerate(lines) if isinstance(line, Table)]
    barred = moved_in([lines[place] for place in tables])
    barred |= {
        operation
        for (operation, side), first in spans.first.items()
        if any(first < place < spans.last[operation, side] for place in tables)
    }
    both = {operation for operation, side in spans.first if side == "moveFrom"} & {
        operation for operation, side in spans.first if side == "moveTo"
    }
    return frozenset(both - barred)


class MoveSpans(Struct):
    """Where the ends of moves begin and end, by the places of their first and last paragraphs."""

    first: dict[End, int] = field(default_factory=dict)
    last: dict[End, int] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Sequence[Line]) -> MoveSpans:
        """The ends of all moves of paragraphs."""
        spans = cls()
        for place, line in enumerate(lines):
            if isinstance(line, Paragraph):
                for end in ends_in(line):
                    spans.first.setdefault(end, place)
                    spans.last[end] = place
        return spans
