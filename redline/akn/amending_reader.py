"""An amending Act in Akoma Ntoso read back: what each of its modifications does to which Act."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree
from msgspec import Struct

from redline.akn.amending_frame import AMENDING
from redline.akn.document import Act, Element
from redline.akn.names import HEADS, local_name, tag_like
from redline.akn.quoting import markup_of

_OWN = f"{{{AMENDING}}}"


class ReadModification(Struct, frozen=True):
    """One modification.

    Attributes:
        act: the alias of the amended Act.
        verb: what is done, as a spec says it.
        places: the addresses it is done to.
        beside: the address beside which something comes; empty for none.
        side: on which side, or at which end.
        old, new, anchor: quoted words.
        content: quoted new text as markup of the amended Act.
        date: from when; None where that is not known.
        event: the event that it awaits; empty for none.
        until: the first day without it.
        settings: what else a spec would say.
        operation: the operation of the spec that it came from.
        follows: whether it follows from another by itself.
    """

    act: str
    verb: str
    places: tuple[str, ...]
    beside: str
    side: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    anchor: str
    content: tuple[str, ...]
    date: datetime.date | None
    event: str
    until: datetime.date | None
    settings: Mapping[str, str]
    operation: str
    follows: bool


def settings_of(act: Act) -> dict[str, str]:
    """What a spec for the amending Act would say at its top."""
    for original in act.root.iter("{*}original"):
        return _own(original)
    return {}


def _own(element: Element) -> dict[str, str]:
    """The attributes of this project's namespace, by their local names."""
    return {
        str(key).removeprefix(_OWN): str(value)
        for key, value in element.attrib.items()
        if str(key).startswith(_OWN)
    }


def amended_uris(act: Act) -> dict[str, str]:
    """The Acts that are amended: alias -> URI."""
    return {
        str(reference.get(f"{_OWN}act") or reference.get("eId")): reference.get("href") or ""
        for reference in act.root.iter("{*}activeRef")
    }


def read_modifications(act: Act) -> Iterator[ReadModification]:
    """The modifications of an amending Act, in the order of its text."""
    marked = {element.get("eId"): element for element in act.root.iter("{*}quotedText", "{*}quotedStructure")}
    dates = _dates(act)
    for mod in act.root.iter("{*}textualMod"):
        yield _read(mod, marked, dates)


def read_effects(act: Act) -> Iterator[dict[str, str]]:
    """What effects that change no text say, by the keys of a spec; `effect` is the kind, `act` the alias."""
    for active in act.root.iter("{*}activeModifications"):
        for mod in active.iterchildren(etree.Element):
            own = _own(mod)
            if "effect" in own:
                yield own


def _dates(act: Act) -> dict[str, datetime.date]:
    """The day on which each period begins."""
    events = {event.get("eId"): event.get("date") or "" for event in act.root.iter("{*}eventRef")}
    found: dict[str, datetime.date] = {}
    for group in act.root.iter("{*}temporalGroup"):
        for interval in group.iter("{*}timeInterval"):
            start = events.get((interval.get("start") or "").removeprefix("#"), "")
            if start:
                found[str(group.get("eId"))] = datetime.date.fromisoformat(start[:10])
    return found


def _read(
    mod: Element, marked: Mapping[str | None, Element], dates: Mapping[str, datetime.date]
) -> ReadModification:
    own = _own(mod)
    destinations = list(mod.iterchildren("{*}destination"))
    beside = [each for each in destinations if each.get(f"{_OWN}role") == "beside"]
    old = [marked.get(_name(each)) for each in mod.iterchildren("{*}old")]
    new = [marked.get(_name(each)) for each in mod.iterchildren("{*}new")]
    texts = [_words(each) for each in old if each is not None]
    force = next((each.get("period") or "" for each in mod.iterchildren("{*}force")), "")
    until = own.get("until")
    anchor = bool(texts) and own.get("verb") == "add"
    return ReadModification(
        act=own.get("act", ""),
        verb=own.get("verb", ""),
        places=tuple(_address(each) for each in destinations if each not in beside),
        beside=_address(beside[0]) if beside else "",
        side=own.get("side", ""),
        old=() if anchor else tuple(texts),
        new=tuple(_words(e) for e in new if e is not None and local_name(e.tag) == "quotedText"),
        anchor=texts[0] if anchor else "",
        content=tuple(
            markup
            for each in new
            if each is not None and local_name(each.tag) == "quotedStructure"
            for markup in _content(each)
        ),
        date=dates.get(force.removeprefix("#")),
        event=own.get("event", ""),
        until=datetime.date.fromisoformat(until) if until else None,
        settings={
            key: value for key, value in own.items() if key.startswith("set-") or key in ("times", "except")
        },
        operation=own.get("operation", ""),
        follows=own.get("follows") == "true",
    )


def _name(link: Element) -> str:
    return (link.get("href") or "").removeprefix("#")


def _words(quoted: Element) -> str:
    return "".join(str(text) for text in quoted.itertext())


def _address(destination: Element) -> str:
    """How a spec addresses a destination: as it says, else by the identifier in its IRI."""
    said = destination.get(f"{_OWN}address")
    return said or (destination.get("href") or "").partition("~")[2] or "act"


def _content(quoted: Element) -> Iterator[str]:
    """The quoted elements as they stood in the amended Act, one after the other."""
    for child in quoted.iterchildren(etree.Element):
        copied = deepcopy(child)
        copied.tail = None
        for part in list(copied.iter(etree.Element)):
            _restored(part)
        yield markup_of(_container_as_annex(copied))


def _restored(element: Element) -> None:
    """The identifiers and references that an element has in the amended Act."""
    identifier = element.get("wId")
    if "eId" in element.attrib:
        del element.attrib["eId"]
    if identifier is not None:
        del element.attrib["wId"]
        element.set("eId", identifier)
    stable = element.get(f"{_OWN}wId")
    if stable is not None:
        del element.attrib[f"{_OWN}wId"]
        element.set("wId", stable)
    if f"{_OWN}num" in element.attrib:
        for break_ in list(element):
            element.remove(break_)
        element.text = str(element.attrib.pop(f"{_OWN}num"))
    if f"{_OWN}inside" in element.attrib:
        del element.attrib[f"{_OWN}inside"]
        for name in ("href", "from", "upTo"):
            if name in element.attrib:
                element.set(name, "#" + str(element.get(name)).partition("~")[2])


def _container_as_annex(element: Element) -> Element:
    """What stands for an annex in a quotation, as an annex."""
    if local_name(element.tag) != "hcontainer" or element.get(f"{_OWN}annex") != "true":
        return element
    made = element.makeelement(tag_like(element.tag, "attachment"), {})
    for name in ("eId", "wId"):
        if name in element.attrib:
            made.set(name, str(element.get(name)))
    inside = list(element)
    for child in inside:
        if local_name(child.tag) in HEADS:
            made.append(child)
    for child in inside:
        if local_name(child.tag) in ("content", "intro"):
            made.extend(list(child))
        elif local_name(child.tag) not in HEADS:
            made.append(child)
    return made
