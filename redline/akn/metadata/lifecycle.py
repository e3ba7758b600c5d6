"""The events that made the consolidated text, and the periods that they begin and end."""

from __future__ import annotations

import datetime

from lxml import etree

from redline.akn.metadata.facts import Consolidation
from redline.akn.metadata.frame import Frame
from redline.akn.names import local_name

Element = etree._Element


class Timeline:
    """Events and periods of one amendment, made when they are asked for.

    A lifecycle is complete or it says something false (Part 1 §5.7): where the document has none, none is
    begun. Every event names the document that brought it about, so without its IRI there is none either.
    """

    def __init__(self, frame: Frame, facts: Consolidation, warnings: list[str]) -> None:
        self.frame = frame
        self.facts = facts
        self.lifecycle = frame.child("lifecycle")
        self._reference = ""
        self._in_force = ""
        self._groups: dict[tuple[str, str], str] = {}
        if facts.amending is None:
            warnings.append(
                "the metadata does not say which Act amended this one: give enacted_as: {uri: …} in the spec"
            )
        elif self.lifecycle is None:
            warnings.append("the document has no lifecycle, so the amendment is no event of one")

    def event(self, date: datetime.date | None, kind: str = "amendment") -> str | None:
        """The identifier of the event of that day, or None where it cannot be entered.

        Args:
            date: the day; default that of the expression.
            kind: `amendment` or `repeal` (schema: eventType).
        """
        day = date or self.facts.date
        if day is None or self.lifecycle is None or self.facts.amending is None:
            return None
        source = f"#{self._passive_reference()}"
        for event in self._events():
            if (event.get("date") or "")[:10] == day.isoformat() and event.get("source") == source:
                if kind == "repeal":
                    event.set("type", kind)
                return event.get("eId")
        later = next((e for e in self._events() if (e.get("date") or "")[:10] > day.isoformat()), None)
        identifier = self.frame.fresh(self._stem())
        facts = {"eId": identifier, "date": day.isoformat(), "source": source, "type": kind}
        self.frame.add(self.lifecycle, "eventRef", facts, before=later)
        return identifier

    def period(self, start: datetime.date | None, until: datetime.date | None) -> str | None:
        """The identifier of the temporal group from one day to another, or None where it has no events."""
        begin = self.event(start)
        end = self.event(until) if until is not None else None
        if begin is None:
            return None
        key = (begin, end or "")
        if key not in self._groups:
            identifier = self.frame.fresh("tmpg")
            group = self.frame.add(self.frame.container("temporalData"), "temporalGroup", {"eId": identifier})
            interval = {"start": f"#{begin}", "refersTo": self._concept()}
            if end is not None:
                interval["end"] = f"#{end}"
            self.frame.add(group, "timeInterval", interval)
            self._groups[key] = identifier
        return self._groups[key]

    def _events(self) -> list[Element]:
        found = self.lifecycle if self.lifecycle is not None else ()
        return [child for child in found if local_name(child.tag) == "eventRef"]

    def _stem(self) -> str:
        """How the document begins the identifiers of its events."""
        for event in self._events():
            stem = (event.get("eId") or "").rstrip("0123456789")
            if stem.endswith("_") and len(stem) > 1:
                return stem[:-1]
        return "eref"

    def _passive_reference(self) -> str:
        """The identifier of the reference to the amending Act."""
        if self._reference:
            return self._reference
        references = self.frame.container("references")
        amending = self.facts.amending or ""
        for child in references:
            if local_name(child.tag) == "passiveRef" and child.get("href") == amending and child.get("eId"):
                self._reference = str(child.get("eId"))
                return self._reference
        passive = [child for child in references if local_name(child.tag) in ("original", "passiveRef")]
        follower = passive[-1].getnext() if passive else None
        self._reference = self.frame.fresh("pref")
        facts = {"eId": self._reference, "href": amending, "showAs": self.facts.amending_name or amending}
        self.frame.add(references, "passiveRef", facts, before=follower)
        return self._reference

    def _concept(self) -> str:
        """What a period is a period of: as the document has it, else the concept of being in force."""
        if self._in_force:
            return self._in_force
        tag = str(self.frame.meta.tag).replace("}meta", "}timeInterval")
        used = next((e.get("refersTo") for e in self.frame.root.iter(tag) if e.get("refersTo")), None)
        if used is None:
            identifier = self.frame.fresh("inforce")
            facts = {"eId": identifier, "href": "/akn/ontology/concept/inforce", "showAs": "in force"}
            self.frame.add(self.frame.container("references"), "TLCConcept", facts)
            used = f"#{identifier}"
        self._in_force = used
        return used
