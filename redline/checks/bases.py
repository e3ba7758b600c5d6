"""The norms that a by-law names as its basis: those that its preamble cites."""

from __future__ import annotations

from redline.checks.levels import is_by_law
from redline.dossier.library import ReviewedAct
from redline.model.facts import Reference

_FIRST = 12
"""The preamble stands among so many first lines."""


def rests_on(act: ReviewedAct, reference: Reference) -> bool:
    """Whether a reference stands in the preamble of a by-law: above its first numbered provision."""
    facts = act.facts
    line = reference.at.line
    above = all(not facts.provisions[p].number for p in facts.ancestors(facts.lines[line].provision))
    return is_by_law(act) and reference.foreign and line < _FIRST and above
