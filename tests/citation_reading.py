"""Citations as a reader would note them: `article 5 paragraph 1 / block 3`."""

from __future__ import annotations

from redline.model.address import Citation


def shown(citation: Citation) -> str:
    """The units with their numbers, the end of a run, and the parts."""
    units = [f"{step.units[0]} {step.number}" if step.number else step.units[0] for step in citation.steps]
    ends = [f".. {citation.upto[-1].number}"] if citation.upto else []
    parts = [f"/ {part.kind} {part.words if part.index is None else part.index}" for part in citation.parts]
    return " ".join([*units, *ends, *parts])
