"""Mappings of permanent to current identifiers: one row for each element that was called otherwise before."""

from __future__ import annotations

from collections.abc import Mapping

from redline.akn.document import select
from redline.akn.metadata.frame import Frame, child_of
from redline.akn.metadata.lifecycle import Timeline
from redline.akn.names import local_name


def write_mappings(frame: Frame, names: Mapping[str, str], timeline: Timeline) -> None:
    """Enter every element whose identifier this amendment changed (schema comment on `mappings`).

    Args:
        frame: the metadata.
        names: identifiers that changed, old -> new.
        timeline: gives the event from which the new identifiers hold.
    """
    if not names:
        return
    new = set(names.values())
    named = select(frame.root, "//*[@wId and @eId and not(ancestor::*[local-name()='meta'])]")
    renamed = [e for e in named if e.get("eId") in new and e.get("eId") != e.get("wId")]
    if not renamed:
        return
    analysis = frame.child("analysis")
    there = child_of(analysis, "mappings") if analysis is not None else None
    rows = {
        row.get("original"): row
        for row in (there if there is not None else ())
        if local_name(row.tag) == "mapping" and row.get("end") is None
    }
    start = timeline.event(None)
    for element in renamed:
        original, current = f"#{element.get('wId')}", f"#{element.get('eId')}"
        row = rows.get(original)
        if row is not None:
            row.set("current", current)
            continue
        facts = {"eId": frame.fresh("map"), "original": original, "current": current}
        if start is not None:
            facts["start"] = f"#{start}"
        frame.add(frame.in_analysis("mappings"), "mapping", facts)
