"""Mappings of permanent to current identifiers: one row for each element that was called otherwise before."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from redline.akn.document import Element, identified_outside_metadata
from redline.akn.metadata.facts import Modification
from redline.akn.metadata.frame import Frame, child_of
from redline.akn.metadata.lifecycle import Timeline
from redline.akn.names import local_name

_RENAMING = frozenset({"renumbering", "insertion", "split", "join"})
"""Kinds of modification that give other identifiers; an inserted wrapper gives them to what it holds."""


def write_mappings(
    frame: Frame, names: Mapping[str, str], modifications: tuple[Modification, ...], timeline: Timeline
) -> None:
    """Enter every element whose identifier this amendment changed (schema comment on `mappings`).

    What an earlier amendment entered is closed where it holds no longer: its row gets the event that ended
    it.

    Args:
        frame: the metadata.
        names: identifiers that changed, old -> new.
        modifications: what the operations did, with their commencements.
        timeline: gives the events from which the new identifiers hold.
    """
    if not names and next(_open_rows(frame), None) is None:
        return
    named = identified_outside_metadata(frame.root)
    _close_what_is_gone(frame, {str(e.get("eId")) for e in named}, names, modifications, timeline)
    new = frozenset(names.values())
    rows = {row.get("original"): row for row in _open_rows(frame)}
    dates = _dates(modifications)
    for element in named:
        identifier = str(element.get("eId"))
        if identifier not in new or element.get("wId") in (None, identifier):
            continue
        original, current = f"#{element.get('wId')}", f"#{identifier}"
        row = rows.get(original)
        if row is not None and row.get("current") == current:
            continue
        start = timeline.event(_date_of(element, dates))
        if row is not None:
            _close(frame, row, start)
        facts = {"eId": frame.fresh("map"), "original": original, "current": current}
        if start is not None:
            facts["start"] = f"#{start}"
        frame.add(frame.in_analysis("mappings"), "mapping", facts)


def _open_rows(frame: Frame) -> Iterator[Element]:
    """The rows of the document that have no end."""
    analysis = frame.child("analysis")
    there = child_of(analysis, "mappings") if analysis is not None else None
    for row in there if there is not None else ():
        if local_name(row.tag) == "mapping" and row.get("end") is None:
            yield row


def _close_what_is_gone(
    frame: Frame,
    present: set[str],
    names: Mapping[str, str],
    modifications: tuple[Modification, ...],
    timeline: Timeline,
) -> None:
    gone = {m.before: m.date for m in modifications if m.before is not None and m.after is None}
    for row in list(_open_rows(frame)):
        current = (row.get("current") or "")[1:]
        if not current or current in present or current in names:
            continue
        date = next((gone[name] for name in _with_contexts(current) if name in gone), None)
        _close(frame, row, timeline.event(date))


def _with_contexts(identifier: str) -> Iterator[str]:
    """An identifier, and those that are its prefixes."""
    while identifier:
        yield identifier
        identifier = identifier.rpartition("__")[0]


def _close(frame: Frame, row: Element, end: str | None) -> None:
    """End a row with an event; one that cannot be ended, since no event is known, is taken out."""
    if end is not None:
        row.set("end", f"#{end}")
    else:
        frame.remove(row)


_Dates = dict[str, datetime.date | None]


def _dates(modifications: tuple[Modification, ...]) -> _Dates:
    """Identifier in the end -> when it was given last; None, the date of the expression, is the latest."""
    found: _Dates = {}
    for modification in modifications:
        if modification.kind not in _RENAMING:
            continue
        for name in (modification.after, *modification.others):
            if name is not None:
                found[name] = _later(found[name], modification.date) if name in found else modification.date
    return found


def _later(one: datetime.date | None, other: datetime.date | None) -> datetime.date | None:
    return None if one is None or other is None else max(one, other)


def _date_of(element: Element, dates: _Dates) -> datetime.date | None:
    """When an element got its identifier: with its own, or with that of what it stands in."""
    around = [str(e.get("eId")) for e in (element, *element.iterancestors()) if e.get("eId") in dates]
    if not around:
        return None
    date = dates[around[0]]
    for name in around[1:]:
        date = _later(date, dates[name])
    return date
