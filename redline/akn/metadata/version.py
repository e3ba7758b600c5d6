"""Which version of an Act a consolidated text is: of what day, and by which Acts it was amended."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec import Struct

from redline.akn.document import Act
from redline.akn.metadata.facts import Consolidation


class Version(Struct, frozen=True):
    """What a consolidated text says of itself.

    Attributes:
        date: the day whose text it is; None where it is not known.
        earlier: the Acts that amended it before, as its metadata names them, in order of time.
        complete: whether `earlier` names every one of them.
        title, cited: the Act that made this version: its title, and its form, number and date.
        draft: whether that Act is a draft still: nothing is known of where it stands.
    """

    date: datetime.date | None
    earlier: tuple[str, ...]
    complete: bool
    title: str
    cited: str
    draft: bool


def version_of(act: Act) -> Version | None:
    """Which version a consolidated Act is; None for an Act that was loaded."""
    facts = act.consolidation
    if facts is None:
        return None
    named = tuple(_amended_by(act, facts))
    # Where an earlier day is asked for than the file has, its text is that of no day that is known.
    too_early = facts.date is not None and facts.held is not None and facts.date < facts.held
    return Version(
        date=None if too_early else facts.date,
        earlier=tuple(dict.fromkeys(name for name in named if name)),
        complete=all(named),
        title=facts.amending_name if facts.amending_name != facts.amending_cited else "",
        cited=facts.amending_cited,
        draft=not (facts.amending or facts.amending_cited),
    )


def _amended_by(act: Act, facts: Consolidation) -> Iterator[str]:
    """What the Acts of earlier amendments are called; an empty string for one without a name."""
    names: dict[str, str] = {}
    for references in act.document.iter("{*}references"):
        for reference in references:
            identifier = reference.get("eId")
            if identifier and reference.get("href") != facts.amending:
                names.setdefault(identifier, reference.get("showAs") or "")
            elif identifier:
                names[identifier] = facts.amending or ""
        break
    shown = max((day.isoformat() for day in (facts.date, facts.held) if facts.date and day), default="")
    for event in act.document.iter("{*}eventRef"):
        date, source = event.get("date") or "", (event.get("source") or "").removeprefix("#")
        later = bool(shown) and date[:10] > shown
        if event.get("type") == "amendment" and not later:
            name = names.get(source, "")
            if name != facts.amending or not name:
                yield name
