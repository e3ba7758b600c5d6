"""Tracked changes: who, when, and the ids that Word wants to be different throughout a document."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr


@dataclass(frozen=True, slots=True)
class Author:
    """What a tracked change says of an operation.

    Attributes:
        name: the author shown.
        comment: the reason, the amending operation and its commencement; empty for no comment.
    """

    name: str
    comment: str = ""


class Revisions:
    """Gives out the attributes of tracked changes.

    Args:
        authors: operation id -> what its changes say.
        date: the date of all of them: the spec's, never today; None where it has none.
    """

    def __init__(self, authors: Mapping[str, Author], date: datetime.date | None) -> None:
        self.authors = authors
        self._date = f' w:date="{date.isoformat()}T00:00:00Z"' if date is not None else ""
        self._apart = f' w:date="{(date or _NO_DATE).isoformat()}T00:02:00Z"'
        self._last = 0

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
        """An empty element that marks what it stands in: `ins` or `del`."""
        return f"<w:{kind}{self.attributes(operation)}/>"


_NOBODY = "redline"
_NO_DATE = datetime.date(1980, 1, 1)
"""Stands for the date of a spec that has none, in the changes that must have one."""
