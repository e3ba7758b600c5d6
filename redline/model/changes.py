"""The change list: what became of each operation, and where."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from redline.model.spec import Operation

Status = Literal["applied", "pending", "not-yet", "expired", "not-assumed"]

STATUS_WORDS: dict[Status, str] = {
    "applied": "applied",
    "pending": "awaiting an event",
    "not-yet": "not yet in force on that day",
    "expired": "no longer in force",
    "not-assumed": "conditional",
}
"""What became of an operation, in words; in the order in which they are counted."""


class Place(Struct, frozen=True):
    """One provision (or part) that an operation changed.

    Attributes:
        citation_before, citation_after: how it is cited before and after; None where it is not there.
        eid_before, eid_after: its identifier before and after.
        words_before, words_after: its words right before and right after the operation.
    """

    citation_before: str | None
    citation_after: str | None
    eid_before: str | None
    eid_after: str | None
    words_before: str
    words_after: str


class Change(Struct, frozen=True):
    """What became of one operation in one Act.

    Attributes:
        operation: as in the spec.
        act: the alias of the Act.
        status: `applied`; `pending` (awaits an event); `not-yet` (commences after the date asked for);
        `expired`
            (its `until` has come); `not-assumed` (its condition was not assumed).
        date: its commencement, where known.
        places: what it changed, in the order of the Act.
        notes: what the drafter should know (how an address was read, what was passed over, references that
        dangle).
    """

    operation: Operation
    act: str
    status: Status
    date: datetime.date | None = None
    places: tuple[Place, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def applied(self) -> bool:
        """Whether the operation is part of the consolidated text."""
        return self.status == "applied"


def tally(changes: Iterable[Change]) -> dict[Status, int]:
    """How many operations there are of each status.

    An operation on several Acts is one operation: it counts once, as applied where it is so in any of them.
    """
    of: dict[str, Status] = {}
    for change in changes:
        if change.applied or change.operation.id not in of:
            of[change.operation.id] = change.status
    counts = {status: list(of.values()).count(status) for status in STATUS_WORDS}
    return {status: count for status, count in counts.items() if count}
