"""What the publisher of consolidated texts adds to them, and how to tell it from the law's words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct


class Editorial(Struct, frozen=True):
    """The publisher's additions, as regular expressions on paragraphs.

    Attributes:
        notes: a paragraph that is a note by its first words.
        doubtful: a paragraph that begins like a note, and is one only where it matches `told`.
        markers: what announces a note: alone, the next paragraph that matches `told` is the note.
        told: what such a note says: that the text changed or will, or when it enters into force.
        goes_on: how a further paragraph of a note begins, behind a colon or a semicolon.
        leftovers: lines of the web page (`Для удобства пользования … создано`, a link to a press release).
        amending: an amending Act named in a note, in the groups `date` (or `year_first`) and `number`.
        in_force: behind it: from which day its change is in force, in the first of the groups that is there.
        kinds: what a note says was done (a `type` of Akoma Ntoso's `textualMod`), by the words that say so.
        repealed: the words that stand for those of a repealed provision.
        repeal: somewhere in a note: that what it stands at is repealed.
        torn: how the rest of a note begins that a blank line has torn off.
    """

    notes: re.Pattern[str]
    doubtful: re.Pattern[str]
    markers: re.Pattern[str]
    told: re.Pattern[str]
    goes_on: re.Pattern[str]
    leftovers: re.Pattern[str]
    amending: re.Pattern[str]
    in_force: re.Pattern[str]
    kinds: Mapping[str, re.Pattern[str]]
    repealed: re.Pattern[str]
    repeal: re.Pattern[str]
    torn: re.Pattern[str]
