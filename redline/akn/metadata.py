"""Metadata of a consolidated Act."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from redline.akn.document import Act, Element
from redline.model.changes import Change


@dataclass(frozen=True, slots=True)
class Consolidation:
    """What the metadata of a consolidated Act says of its making.

    Attributes:
        date: the date of the expression; None leaves the input's own.
        amending: IRI of the amending Act, where known.
        changes: the operations that changed this Act, in order of application.
        dates: operation id -> commencement date, where known.
    """

    date: datetime.date | None = None
    amending: str | None = None
    amending_name: str | None = None
    changes: tuple[Change, ...] = ()
    dates: Mapping[str, datetime.date] = field(default_factory=dict)
    until: Mapping[str, datetime.date] = field(default_factory=dict)


def write_metadata(root: Element, base: Act, facts: Consolidation, names: Mapping[str, str]) -> list[str]:
    """Bring the metadata up to date; returns warnings for what has no place in the input's frame."""
    return []
