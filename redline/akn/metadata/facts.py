"""What the metadata of a consolidated Act says of its making."""

from __future__ import annotations

import datetime
from typing import Literal

from msgspec import Struct

TextualMod = Literal["repeal", "substitution", "insertion", "renumbering", "split", "join"]
"""Kinds of `textualMod` (schema: TextualMods); `replacement` means no more than `substitution`."""


class EffectFact(Struct, frozen=True):
    """An effect of the amending Act that changes no text, on provisions of this Act.

    Attributes:
        kind: as in the spec: `suspend`, `extend`, `exclude`, …
        targets: identifiers of the provisions, as they are called in the consolidated Act.
        start, until: from which day, and the first day without it.
        territory: whether it is limited to a territory.
        whole: whether it concerns the Act as a whole.
    """

    kind: str
    targets: tuple[str, ...]
    start: datetime.date | None = None
    until: datetime.date | None = None
    territory: bool = False
    whole: bool = False


class Consolidation(Struct, frozen=True):
    """What is known of an amendment.

    Attributes:
        date: the date of the expression; None leaves the input's own.
        held: the date of the version that was amended, where known: nothing earlier can be had from it.
        amending: IRI of the amending Act, where known.
        amending_name: what to call it: its title, where it has one.
        amending_cited: its form, number and date, as far as known: `Law No. 231 of 2026-06-01`.
        drafted: the date of the draft, which tracked changes bear; None where the spec has none.
    """

    date: datetime.date | None = None
    held: datetime.date | None = None
    amending: str | None = None
    amending_name: str = ""
    amending_cited: str = ""
    drafted: datetime.date | None = None


class Modification(Struct, frozen=True):
    """What one operation did to one provision.

    Attributes:
        kind: the `type` of its `textualMod`.
        date: its commencement, where known.
        until: the first day without it, where it ends.
        before: identifier in the base; None for what is new.
        after: identifier in the consolidated Act; None for what is gone.
        host: identifier of what the provision stood in, for what is gone.
        others: the further provisions of a `join` (identifiers before) or a `split` (identifiers after).
        whole: whether the operation concerns the Act as a whole.
    """

    kind: TextualMod
    date: datetime.date | None
    until: datetime.date | None
    before: str | None
    after: str | None
    host: str | None = None
    others: tuple[str, ...] = ()
    whole: bool = False
