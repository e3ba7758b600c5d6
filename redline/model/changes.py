"""The change list: what became of each operation, and where."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from redline.model.spec import Operation

Status = Literal["applied", "pending", "not-yet", "expired", "not-assumed"]


@dataclass(frozen=True, slots=True)
class Place:
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


@dataclass(frozen=True, slots=True)
class Change:
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
