"""The checks across the documents of a dossier. A new one is a file beside this one and a line in
`CHECKS`."""

from __future__ import annotations

from redline.checks import (
    beyond,
    bodies,
    by_hand,
    by_law_basis,
    cited_acts,
    consequential,
    contents,
    contradictions,
    deadlines,
    definitions_order,
    delegation,
    duplicates,
    functions,
    goals,
    half_of_the_act,
    numbering,
    publications,
    punctuation,
    references,
    restatement,
    term_use,
    terms,
    versions,
)
from redline.checks.check import Check, CheckText

__all__ = ["CHECKS", "Check", "CheckText"]

CHECKS: tuple[Check, ...] = (
    references.CHECK,
    cited_acts.CHECK,
    numbering.CHECK,
    contents.CHECK,
    terms.CHECK,
    term_use.CHECK,
    versions.CHECK,
    deadlines.CHECK,
    contradictions.CHECK,
    duplicates.CHECK,
    bodies.CHECK,
    functions.CHECK,
    delegation.CHECK,
    beyond.CHECK,
    definitions_order.CHECK,
    punctuation.CHECK,
    goals.CHECK,
    consequential.CHECK,
    by_law_basis.CHECK,
    publications.CHECK,
    restatement.CHECK,
    half_of_the_act.CHECK,
    by_hand.CHECK,
)
