"""The comments of a redline: one at the first of the changes of an operation that stand together."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from redline.render.word.moves import Side
from redline.render.word.paragraphs import Piece
from redline.render.word.revisions import Author


class Comments(Struct):
    """Decides which changes carry a comment, and keeps what they say.

    Attributes:
        authors: operation id -> what its changes say.
        wanted: whether there are comments at all.
        made: id -> author and words, in order.
    """

    authors: Mapping[str, Author]
    wanted: bool = True
    made: dict[int, tuple[str, str]] = field(default_factory=dict)
    _said: set[tuple[str, Side | None]] = field(default_factory=set)

    def on(self, piece: Piece) -> tuple[str, str] | None:
        """Author and words of the comment that changed words begin with; None where they have none."""
        operation = piece.operation
        author = self.authors.get(operation or "")
        if not self.wanted or operation is None or author is None:
            return None
        # Both ends of a move are commented on, also where they stand together.
        side: Side | None = ("moveTo" if piece.amended else "moveFrom") if author.moves else None
        if (operation, side) in self._said:
            return None
        self._said.add((operation, side))
        words = author.words(side)
        return (author.name, words) if words else None

    def text_between(self) -> None:
        """Words that did not change: what comes behind them is commented on anew."""
        self._said.clear()
