"""The history of an imported Act, as its publisher's notes tell it: the Acts that amended it, what each did
to which provision, and from when.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from redline.akn.new_elements import TAG, add_element
from redline.model.outline import Amendment, Outline

Element = etree._Element

CONCEPT = "inforce"


class History(Struct):
    """What the notes tell, in the order of the amending Acts.

    Attributes:
        amendments: each amending Act once, by date and number.
        entries: for each Act the days on which changes of it came into force, ascending.
    """

    amendments: list[Amendment]
    entries: dict[tuple[datetime.date, str], list[datetime.date]]


def history_of(outline: Outline) -> History:
    """The amending Acts that the notes name, and the days of entry into force that they give."""
    found: dict[tuple[datetime.date, str], Amendment] = {}
    days: dict[tuple[datetime.date, str], set[datetime.date]] = {}
    for note in outline.notes:
        for each in note.amendments:
            found[(each.date, each.number)] = each
            if each.in_force is not None:
                days.setdefault((each.date, each.number), set()).add(each.in_force)
    order = sorted(found)
    return History([found[key] for key in order], {key: sorted(days[key]) for key in order if key in days})


def add_lifecycle(meta: Element, history: History, made: datetime.date) -> None:
    """The events: the Act itself, each Act that amended it on its own day, and each day on which changes of
    it came into force.
    """
    lifecycle = add_element(meta, "lifecycle", source="#redline")
    add_element(
        lifecycle, "eventRef", eId="eref_1", date=made.isoformat(), source="#original", type="generation"
    )
    number = 1
    for place, amendment in enumerate(history.amendments, 1):
        key = (amendment.date, amendment.number)
        events = [(amendment.date, "")] + [(day, f"#{CONCEPT}") for day in history.entries.get(key, ())]
        for day, concept in events:
            number += 1
            facts = {"eId": f"eref_{number}", "date": day.isoformat(), "source": f"#amending-{place}"}
            event = add_element(lifecycle, "eventRef", **facts, type="amendment")
            if concept:
                event.set("refersTo", concept)


def add_modifications(meta: Element, outline: Outline, history: History, act: str) -> None:
    """What each amending Act did to which provision, and the periods in which that is in force.

    Args:
        act: the identifier of the Act, for what the notes say of the Act as a whole.
    """
    told = list(_told(outline, act))
    if not told:
        return
    places = {(each.date, each.number): n for n, each in enumerate(history.amendments, 1)}
    passive = add_element(add_element(meta, "analysis", source="#redline"), "passiveModifications")
    groups: dict[tuple[int, datetime.date], str] = {}
    for number, (amendment, destination) in enumerate(told, 1):
        entry = add_element(passive, "textualMod", eId=f"pmod_{number}", type=amendment.kind)
        place = places[(amendment.date, amendment.number)]
        add_element(entry, "source", href=f"#amending-{place}")
        add_element(entry, "destination", href=destination)
        if amendment.in_force is not None:
            group = groups.setdefault((place, amendment.in_force), f"tmpg_{len(groups) + 1}")
            add_element(entry, "force", period=f"#{group}")
    if groups:
        _add_periods(meta, groups)


def _told(outline: Outline, act: str) -> Iterator[tuple[Amendment, str]]:
    for note in outline.notes:
        destination = f"#{note.about.eid}" if note.about is not None and note.about.eid else act
        yield from ((amendment, destination) for amendment in dict.fromkeys(note.amendments))


def _add_periods(meta: Element, groups: dict[tuple[int, datetime.date], str]) -> None:
    events = {
        (event.get("source"), event.get("date")): event.get("eId")
        for event in meta.iter(f"{TAG}eventRef")
        if event.get("refersTo")
    }
    temporal = add_element(meta, "temporalData", source="#redline")
    for (place, day), name in groups.items():
        group = add_element(temporal, "temporalGroup", eId=name)
        start = events[(f"#amending-{place}", day.isoformat())]
        add_element(group, "timeInterval", start=f"#{start}", refersTo=f"#{CONCEPT}")
