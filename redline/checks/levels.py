"""The level of an Act in the hierarchy: as the dossier says it, else by the line above its title."""

from __future__ import annotations

from redline.dossier.library import ReviewedAct
from redline.languages import get_pack

LAWS = frozenset({"constitutional-law", "code", "law"})
AMENDED_IN_FULL = frozenset({"government-resolution", "ministerial-order", "local-decision"})
"""What is amended by restating the changed element; words are replaced in laws and decrees of the
President (Law No. 480-V, article 26)."""
BY_LAWS = AMENDED_IN_FULL | {"presidential-decree"}
_FRONT = 3
"""So many lines at the top may say what an Act is."""


def level_of(act: ReviewedAct) -> str:
    """A word of `LEVELS`; empty where it is not known."""
    if act.document.level:
        return act.document.level
    pack = get_pack(act.language)
    lines = act.facts.lines[:_FRONT]
    found = (
        level
        for line in lines
        for level, form in (pack.law.forms if pack is not None else ())
        if form.match(line.text)
    )
    return next(found, "")


def is_law(act: ReviewedAct) -> bool:
    """Whether an Act is a law or a code."""
    return level_of(act) in LAWS


def is_by_law(act: ReviewedAct) -> bool:
    """Whether an Act stands below the laws; decrees of the President do too."""
    return level_of(act) in BY_LAWS


def amended_in_full(act: ReviewedAct) -> bool:
    """Whether an Act is amended by restating what changes: it stands below the decrees of the President."""
    return level_of(act) in AMENDED_IN_FULL
