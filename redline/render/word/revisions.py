"""Tracked changes: who, when, and the ids that Word wants to be different throughout a document."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from msgspec import Struct

from redline.render.word.moves import Side
from redline.render.word.xml import quoteattr


class Author(Struct, frozen=True):
    """What a tracked change says of an operation.

    Attributes:
        name: the author shown.
        comment: the reason, the amending operation and its commencement; empty for no comment.
        went, came: of a move, what is said where the provision was, and where it is now.
    """

    name: str
    comment: str = ""
    went: str = ""
    came: str = ""

    @property
    def moves(self) -> bool:
        """Whether the operation is a move, of which each end says where the other is."""
        return bool(self.went or self.came)

    def words(self, side: Side | None) -> str:
        """The comment on a change, or on one end of a move."""
        first = "" if side is None else self.went if side == "moveFrom" else self.came
        return "\n".join(line for line in (first, self.comment) if line)


class Revisions:
    """Gives out the attributes of tracked changes.

    Args:
        authors: operation id -> what its changes say.
        date: the date of all of them: the spec's, never today; None where it has none.
        moves: the operations whose moves have marks of their own, and are not deletions and insertions.
    """

    def __init__(
        self,
        authors: Mapping[str, Author],
        date: datetime.date | None,
        moves: frozenset[str] = frozenset(),
    ) -> None:
        self.authors = authors
        self.moves = moves
        self._date = f' w:date="{date.isoformat()}T00:00:00Z"' if date is not None else ""
        self._apart = f' w:date="{(date or _NO_DATE).isoformat()}T00:02:00Z"'
        self._last = 0
        self._ranges: dict[tuple[str, Side], int] = {}

    def next_id(self) -> int:
        """A number that nothing in the document has yet."""
        self._last += 1
        return self._last

    def attributes(self, operation: str | None, *, apart: bool = False) -> str:
        """The attributes of a change by an operation.

        Args:
            apart: another time of the same day, so that LibreOffice does not take the change for one with the
                next; it looks at whole minutes, and one is not enough.
        """
        author = self.authors.get(operation or "")
        name = author.name if author is not None else _NOBODY
        return f' w:id="{self.next_id()}" w:author={quoteattr(name)}{self._apart if apart else self._date}'

    def mark(self, kind: str, operation: str | None) -> str:
        """An empty element that marks what it stands in: `ins`, `del`, `moveFrom` or `moveTo`."""
        return f"<w:{kind}{self.attributes(operation)}/>"

    def begin(self, operation: str, side: Side) -> str:
        """The beginning of one end of a move, which the other end is tied to by its name."""
        self._ranges[operation, side] = self._last + 1
        name = f' w:name="move{1 + sorted(self.moves).index(operation)}"'
        return f"<w:{side}RangeStart{self.attributes(operation)}{name}/>"

    def end(self, operation: str, side: Side) -> str:
        """The end of what `begin` began."""
        return f'<w:{side}RangeEnd w:id="{self._ranges[operation, side]}"/>'


_NOBODY = "redline"
_NO_DATE = datetime.date(1980, 1, 1)
"""Stands for the date of a spec that has none, in the changes that must have one."""
