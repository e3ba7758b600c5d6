"""The forms of commencement (spec language, §5)."""

from __future__ import annotations

import re

from redline.model.spec import AfterPublication, Commencement, MonthAfterPublication, OnDate, OnEvent
from redline.spec.reading import Entries, Reading, did_you_mean, read_date
from redline.spec.texts import read_text
from redline.spec.yaml_source import MappingNode, Node, ScalarNode

_COUNTED = {
    "days_after_publication": ("days", False),
    "full_days_after_publication": ("days", True),
    "months_after_publication": ("months", False),
    "full_months_after_publication": ("months", True),
}
FORMS = (*_COUNTED, "month_after_publication", "event")


def read_commencement(reading: Reading, node: Node) -> Commencement | None:
    """A date, a rule counted from publication, or an event."""
    if not isinstance(node, MappingNode):
        date = read_date(reading, node, "commencement")
        return None if date is None else OnDate(date)
    entries = reading.entries(node, "commencement")
    names = set(entries)
    if names == {"event"}:
        return _event(reading, entries["event"][1])
    if names == {"month_after_publication", "day"}:
        month = _whole(reading, entries, "month_after_publication", 1, 120)
        day = _whole(reading, entries, "day", 1, 31)
        return None if month is None or day is None else MonthAfterPublication(month, day)
    if len(names) == 1 and (name := next(iter(names))) in _COUNTED:
        count = _whole(reading, entries, name, 0, 10_000)
        unit, full = _COUNTED[name]
        return (
            None if count is None else AfterPublication(count, "days" if unit == "days" else "months", full)
        )
    unknown = next((name for name in entries if name not in (*FORMS, "day")), None)
    reading.fail(
        "value-wrong",
        "commencement is a date, a rule counted from publication, or an event",
        do=did_you_mean(unknown, FORMS)
        if unknown
        else "write 2026-07-01, {days_after_publication: 10}, {month_after_publication: 2, day: 5} "
        "or {event: …}",
        node=node,
    )
    return None


def _event(reading: Reading, node: Node) -> OnEvent | None:
    if isinstance(node, ScalarNode) and not node.value.strip():
        reading.fail(
            "value-wrong",
            "event: names no event",
            do="say what is awaited, as in {event: the treaty enters into force}",
            node=node,
        )
        return None
    text = read_text(reading, node, "event")
    return None if text is None else OnEvent(text.value)


def _whole(reading: Reading, entries: Entries, name: str, lowest: int, highest: int) -> int | None:
    node = entries[name][1]
    typed = node.value if isinstance(node, ScalarNode) else ""
    if isinstance(typed, str) and re.fullmatch(r"\d{1,6}", typed) and lowest <= int(typed) <= highest:
        return int(typed)
    reading.fail(
        "value-wrong",
        f"{name} takes a whole number from {lowest} to {highest}" + (f', not "{typed}"' if typed else ""),
        do=f"write the number in figures, as in {name}: 10",
        node=node,
    )
    return None
