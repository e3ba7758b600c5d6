"""Modifications of an amending Act that others have marked up, as far as the standard alone says them.

Akoma Ntoso says where words come, go or are replaced (`textualMod` with `source`, `destination`, `old` and
`new`), and little more. What needs more than that is named as unread, and never guessed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree
from msgspec import Struct, field

from redline.akn.amending_reader import ReadModification
from redline.akn.document import Act, Element
from redline.akn.names import local_name
from redline.akn.quoting import markup_of

_WORDS = frozenset({"p", "num", "heading", "subheading", "block", "li", "item"})
"""Elements of words."""
_SIDES = frozenset({"before", "after"})
_ENDS = frozenset({"start", "end"})


class StandardMods(Struct, frozen=True):
    """What an amending Act of others says.

    Attributes:
        read: the modifications that can be carried out, each with the URI of the Act it changes as its `act`.
        unread: what could not be read, each in a sentence.
    """

    read: list[ReadModification] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def read_standard_mods(act: Act) -> StandardMods:
    """The active modifications of an amending Act, by what the standard says of them."""
    named = {str(each.get("eId") or each.get("id")): each for each in act.root.iter(etree.Element)}
    dates = _dates(act)
    found = StandardMods()
    sources: set[Element] = set()
    for active in act.root.iter("{*}activeModifications"):
        for mod in active.iterchildren("{*}textualMod"):
            reading = _Reading(mod, named)
            sources |= set(reading.sources)
            read = reading.modification(dates)
            if read is not None:
                found.read.append(read)
            else:
                found.unread.append(f"{reading.name}: {reading.why}")
    for mod in act.root.iter("{*}mod"):
        if mod not in sources:
            words = " ".join("".join(map(str, mod.itertext())).split())
            found.unread.append(
                f"{mod.get('eId') or 'a mod'}: its words alone say what it does ({words[:60]}…)"
            )
    return found


def work_of(href: str) -> str:
    """The work that an IRI leads to, in the form in which two of them can be compared."""
    work = href.partition("~")[0].partition("#")[0].removesuffix("/main").removesuffix("/!main")
    return "/" + work.strip("/") if work else ""


def _dates(act: Act) -> Mapping[str, datetime.date]:
    """The day of each event, and of the start of each period."""
    found: dict[str, datetime.date] = {}
    for event in act.root.iter("{*}eventRef"):
        try:
            found[str(event.get("eId"))] = datetime.date.fromisoformat((event.get("date") or "")[:10])
        except ValueError:
            continue
    for group in act.root.iter("{*}temporalGroup"):
        for interval in group.iter("{*}timeInterval"):
            start = (interval.get("start") or "").removeprefix("#")
            if start in found:
                found[str(group.get("eId"))] = found[start]
    return found


class _Reading:
    """One `textualMod` with what it leads to."""

    def __init__(self, mod: Element, named: Mapping[str, Element]) -> None:
        self.mod = mod
        self.name = mod.get("eId") or "a modification"
        self.why = "what it changes, and how, is not said in a way that the standard defines"
        self.sources = self._linked("source", named)
        inside = [
            quoted for each in self.sources for quoted in each.iter("{*}quotedText", "{*}quotedStructure")
        ]
        old, new = self._linked("old", named), self._linked("new", named)
        destinations = list(mod.iterchildren("{*}destination"))
        own = [each for each in destinations if (each.get("href") or "").startswith("#")]
        self.anchors = [
            (named[name], each.get("pos") or "")
            for each in own
            if (name := (each.get("href") or "").removeprefix("#")) in named
        ]
        self.targets = [each for each in destinations if each not in own]
        known = {*old, *(anchor for anchor, _ in self.anchors)}
        new = new or [each for each in inside if each not in known]
        self.old = [_words(each) for each in old if local_name(each.tag) == "quotedText"]
        self.new = [_words(each) for each in new if local_name(each.tag) == "quotedText"]
        structures = [each for each in new if local_name(each.tag) == "quotedStructure"]
        self.new_numbers = [
            re.sub(r"[^\w-]", "", "".join(map(str, number.itertext())))
            for each in structures
            for number in each.iterfind("*/{*}num")
        ]
        self.content = [markup for each in structures for markup in _children(each)]

    def _linked(self, tag: str, named: Mapping[str, Element]) -> list[Element]:
        links = ((each.get("href") or "").removeprefix("#") for each in self.mod.iterchildren(f"{{*}}{tag}"))
        return [named[link] for link in links if link in named]

    def modification(self, dates: Mapping[str, datetime.date]) -> ReadModification | None:
        """What it does; None where the standard does not say it, and then `why`."""
        works = {work_of(each.get("href") or "") for each in self.targets}
        if len(works) != 1 or "" in works:
            self.why = "it names no Act that it changes, or several" if len(works) != 1 else self.why
            return None
        if any(each.get("upTo") for each in self.targets):
            return None  # a run of provisions, of which the address is the first alone
        read = {"insertion": self._insertion, "substitution": self._substitution, "repeal": self._repeal}.get(
            self.mod.get("type") or "", lambda: None
        )()
        if read is None or not self._is_what_it_cites():
            return None
        verb, places, beside, side, anchor = read
        period = next((each.get("period") or "" for each in self.mod.iterchildren("{*}force")), "")
        period = (period or self.mod.get("period") or "").removeprefix("#")
        return ReadModification(
            act=works.pop(), verb=verb, places=tuple(places), beside=beside, side=side,
            old=tuple(self.old), new=tuple(self.new), anchor=anchor, content=tuple(self.content),
            date=dates.get(period), event="", until=None, settings={}, operation="", follows=False,
        )  # fmt: skip

    def _is_what_it_cites(self) -> bool:
        """Whether a provision that its words cite, with a reference, is one that its mark-up names."""
        quoted = ("quotedStructure", "quotedText")
        cited = {
            ref.get("href") or ""
            for source in self.sources
            for ref in source.iter("{*}ref")
            if not any(local_name(each.tag) in quoted for each in ref.iterancestors())
        }
        cited = {href for href in cited if work_of(href) and _identifier_in(href) != "act"}
        named = {_identifier(each) for each in self.targets}
        if not cited or named & {_identifier_in(href) for href in cited}:
            return True
        said, marked = ", ".join(sorted(map(_identifier_in, cited))), ", ".join(sorted(named))
        self.why = f"its words cite {said}, its mark-up {marked}"
        return False

    def _insertion(self) -> _Said | None:
        plain = [_identifier(each) for each in self.targets if not each.get("pos")]
        beside = [each for each in self.targets if each.get("pos") in _SIDES]
        ends = [each for each in self.targets if each.get("pos") in _ENDS]
        if len(self.anchors) == 1 and len(plain) == 1 and len(self.new) == 1 and not self.content:
            anchor, side = self.anchors[0]
            return ("add", plain, "", side, _words(anchor)) if side in _SIDES else None
        if len(ends) == 1 and len(self.new) == 1 and not self.content:
            return "add", [_identifier(ends[0])], "", str(ends[0].get("pos")), ""
        if len(beside) == 1 and self.content and not self.new:
            number = self.new_numbers[0] if self.new_numbers else ""
            if plain and number and not plain[0].endswith(f"_{number}"):
                self.why = f"its destination is {plain[0]}, and the new text has the number {number}"
                return None
            return "insert", [], _identifier(beside[0]), str(beside[0].get("pos")), ""
        self.why = "it does not say beside what the new text comes"
        return None

    def _substitution(self) -> _Said | None:
        places = [_identifier(each) for each in self.targets]
        if self.old and len(self.old) == len(self.new) and not self.content:
            return "substitute", places, "", "", ""
        if self.content and not self.old and not self.new:
            return "replace", places, "", "", ""
        self.why = "it does not say which words go for which"
        return None

    def _repeal(self) -> _Said | None:
        places = [_identifier(each) for each in self.targets]
        return ("omit" if self.old else "repeal"), places, "", "", ""


_Said = tuple[str, Sequence[str], str, str, str]
"""Verb, places, what it comes beside, on which side, the words beside which it comes."""


def _identifier(destination: Element) -> str:
    return _identifier_in(destination.get("href") or "")


def _identifier_in(href: str) -> str:
    return (href.partition("~")[2] or href.partition("#")[2]) or "act"


def _words(quoted: Element) -> str:
    """Quoted words without the marks that others print inside the element."""
    words = " ".join("".join(map(str, quoted.itertext())).split())
    inner = words[1:-1].strip()
    # Marks that do not go around all of it (`the Law “On X”`, `«A» and «B»`) belong to the words.
    around = len(words) > 1 and words[0] in '“„«"' and words[-1] in '”“»"'
    return inner if around and not re.match('[^“„«"]*[”»]', inner) else words


def _children(quoted: Element) -> Iterator[str]:
    """The quoted elements; their identifiers, which are those of the amending Act, are left out."""
    for child in quoted.iterchildren(etree.Element):
        copied = deepcopy(child)
        copied.tail = None
        for each in copied.iter(etree.Element):
            for name in [key for key in each.attrib if str(key) in ("eId", "wId", "GUID") or "}" in str(key)]:
                del each.attrib[name]
            _squeezed(each)
        yield markup_of(copied)


def _squeezed(element: Element) -> None:
    """White space that only lays the file out is none of the quoted words."""
    inline = local_name(element.tag) in _WORDS or any(
        local_name(e.tag) in _WORDS for e in element.iterancestors()
    )
    if not inline:
        element.text = (element.text or "").strip() or None
        for child in element:
            child.tail = (child.tail or "").strip() or None
        return
    for part in element:
        part.tail = re.sub(r"\s+", " ", part.tail or "") or None
    element.text = re.sub(r"\s+", " ", element.text or "") or None
    if local_name(element.tag) in _WORDS:
        element.text = (element.text or "").lstrip() or None
        if len(element):
            element[-1].tail = (element[-1].tail or "").rstrip() or None
        else:
            element.text = (element.text or "").rstrip() or None
