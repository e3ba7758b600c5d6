"""The checks across the documents of a dossier. A new one is a file beside this one and a line in
`CHECKS`."""

from __future__ import annotations

from redline.checks import (
    by_hand, contradictions, deadlines, duplicates, numbering, references, terms, versions,
)
from redline.checks.check import Check, CheckText

__all__ = ["CHECKS", "Check", "CheckText"]

CHECKS: tuple[Check, ...] = (
    references.CHECK,
    numbering.CHECK,
    terms.CHECK,
    versions.CHECK,
    deadlines.CHECK,
    contradictions.CHECK,
    duplicates.CHECK,
    by_hand.CHECK,
)
