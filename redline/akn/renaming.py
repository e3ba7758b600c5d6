"""The identifiers that change when marks are accepted: those of provisions renumbered, moved, wrapped, split
or joined, and of all that stands in them.

Naming convention §5.5: an identifier says where a thing stands in this expression, so it follows; the wId
keeps what the thing was called first, and what is new needs none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from msgspec import Struct

from redline.akn.document import select
from redline.akn.id_scheme import clean_number
from redline.akn.ids import siblings_of
from redline.akn.marks import DEL, INS, JOIN, MOVED, SPLIT, UNMARKED, WRAP, View
from redline.akn.names import INLINES, PROVISIONS, local_name
from redline.akn.structure import number_of

Element = etree._Element

REFERENCE_ATTRIBUTES = ("href", "from", "upTo", "for", "placementBase", "alternativeTo", "refersTo")
_REFERRING = f"//*[{' or '.join('@' + name for name in REFERENCE_ATTRIBUTES)}]"

_UNDER = re.compile(r"(?:__|_|-|\.|~)[^\W\d_]")
"""How what follows a context's identifier begins: a separator and the name of the element."""
_TOP = frozenset({"akomaNtoso", "body", "mainBody"})


class _Named(Struct):
    """An element as it was when it got its identifier.

    Attributes:
        identifier: its identifier.
        context: the element whose identifier it begins with, or None.
        nearest: whether that was the nearest identified element around it.
        own: its identifier behind that of its context.
        number: its number then.
        new: whether an operation brought it.
        moved: whether it was moved itself.
    """

    identifier: str
    context: Element | None
    nearest: bool
    own: str
    number: str
    new: bool
    moved: bool


class Renaming:
    """Made on the marked copy before it is projected (`collect`), carried out after it (`apply`)."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._named: dict[Element, _Named] = {}
        self._wrappers: set[Element] = set()
        self._ghosts: dict[str, Element] = {}
        self._joined: list[tuple[str, Element]] = []
        self._final: dict[Element, str] = {}
        self._taken: set[str] = set()

    def collect(self, marked: list[Element]) -> None:
        """Note which elements may need other identifiers, and how they got theirs."""
        self._ghosts = {str(e.get(MOVED)): e for e in marked if MOVED in e.attrib and DEL in e.attrib}
        self._wrappers = {e for e in marked if WRAP in e.attrib and self._view.exists(e)}
        for element in marked:
            root = self._root_of(element)
            for part in root.iter(etree.Element) if root is not None else ():
                if part.get("eId") and part not in self._named:
                    self._named[part] = self._as_named(part)
            if local_name(element.tag) in PROVISIONS and JOIN in element.attrib and element.get("eId"):
                self._joined.append((str(element.get("eId")), self._first_of(element)))

    def _root_of(self, element: Element) -> Element | None:
        """The element that changes its place or its number with a mark, or None."""
        if not self._view.visible(element):
            return None
        if element in self._wrappers or (MOVED in element.attrib and INS in element.attrib):
            return element
        if local_name(element.tag) in PROVISIONS and any(m in element.attrib for m in (INS, SPLIT, JOIN)):
            return element
        num = _num_above(element)
        return None if num is None else num.getparent()

    def _first_of(self, joined: Element) -> Element:
        """The provision that a joined one belongs to in the end."""
        parent = self._view.parent(joined)
        before = joined.getprevious()
        while before is not None and (not isinstance(before.tag, str) or self._view.merged(before)):
            before = before.getprevious()
        return before if before is not None else joined if parent is None else parent

    def _as_named(self, element: Element) -> _Named:
        identifier = str(element.get("eId"))
        view, new = self._when_named(element)
        nearest = True
        number = number_of(element, view) if local_name(element.tag) in PROVISIONS else ""
        for context in self._around(element, view):
            name = context.get("eId")
            if not name:
                continue
            own = identifier[len(name) :]
            if identifier.startswith(name) and _UNDER.match(own):
                return _Named(identifier, context, nearest, own, number, new, MOVED in element.attrib)
            nearest = False
        return _Named(identifier, None, False, identifier, number, new, MOVED in element.attrib)

    def _when_named(self, element: Element) -> tuple[View, bool]:
        """The text in which an element got its identifier, and whether an operation brought it."""
        current: Element | None = element
        while current is not None:
            current = self._stood(current)
            made = [current.get(mark) for mark in (SPLIT, WRAP)] if current is element else []
            came = next((op for op in (*made, current.get(INS)) if op is not None), None)
            if came is not None and came in self._view.order:
                return View(self._view.order, self._view.order[came] + 1), True
            current = current.getparent()
        return View(self._view.order, 0), False

    def _stood(self, element: Element) -> Element:
        """For what was moved, what is left at its first place."""
        mover = element.get(INS) if MOVED in element.attrib else None
        while mover in self._ghosts and self._ghosts[mover] is not element:
            element = self._ghosts[mover]
            mover = element.get(INS)
        return element

    def _around(self, element: Element, view: View) -> Iterator[Element]:
        """The elements around one at the place where it got its identifier, the nearest first."""
        current = view.parent(self._stood(element))
        while current is not None:
            yield current
            current = view.parent(self._stood(current))

    def add(self, elements: Iterable[Element]) -> None:
        """Note elements of the projected tree that have become others (`content` an `intro`), with what is in
        them.
        """
        for element in elements:
            for part in element.iter(etree.Element):
                if part.get("eId") and part not in self._named:
                    self._named[part] = self._as_named(part)

    def apply(self, root: Element) -> dict[str, str]:
        """Give the new identifiers, remember the old ones as wId, and let references follow.

        Returns:
            the identifiers that changed, old -> new.
        """
        if not self._named:
            return {}
        parts: list[Element] = []
        for element in root.iter(etree.Element):
            if element in self._named:
                parts.append(element)
            elif "eId" in element.attrib:
                self._taken.add(str(element.get("eId")))
        for element in sorted(parts, key=lambda part: self._named[part].new):
            self._settle(element)
        names: dict[str, str] = {}
        for element in parts:
            named, final = self._named[element], self._final[element]
            if final == named.identifier:
                continue
            names[named.identifier] = final
            element.set("eId", final)
            if element.get("wId") is None and not named.new:
                element.set("wId", named.identifier)
        joined = {old: str(first.get("eId")) for old, first in self._joined if first.get("eId")}
        _follow(root, {**joined, **names})
        return names

    def _settle(self, element: Element) -> str:
        """The final identifier of an element; those of what it stands in are settled first."""
        if element not in self._final:
            wanted = self._wanted(element, self._named[element])
            self._final[element] = self._free(wanted, self._named[element])
            self._taken.add(self._final[element])
        return self._final[element]

    def _wanted(self, element: Element, named: _Named) -> str:
        if named.moved and (model := self._like_a_sibling(element)) is not None:
            return model
        own = _renumbered(element, named)
        if named.context is None:
            return own
        context = self._context_now(element, named)
        if context is None:
            return own.lstrip("_-.~")
        name = self._settle(context) if context in self._named else str(context.get("eId"))
        return name + own

    def _like_a_sibling(self, element: Element) -> str | None:
        """What was moved is called as its new neighbours are, where one of them stays what it was."""
        number = clean_number(number_of(element, UNMARKED))
        for sibling in siblings_of(element):
            model, old = str(sibling.get("eId")), clean_number(number_of(sibling, UNMARKED))
            if sibling not in self._named and number and old and model.endswith(old):
                return model[: len(model) - len(old)] + number
        return None

    def _context_now(self, element: Element, named: _Named) -> Element | None:
        """The element whose identifier comes first now: a new wrapper, the old context, or what took its
        place.
        """
        around = [a for a in element.iterancestors() if a.get("eId")]
        if named.context in around and not (named.moved and named.nearest):
            below = around[: around.index(named.context)]
            return next((a for a in below if a in self._wrappers), named.context)
        around = [a for a in around if local_name(a.tag) not in _TOP]
        kind = named.context.tag if named.context is not None else None
        alike = None if named.nearest else next((a for a in around if a.tag == kind), None)
        return alike if alike is not None else next(iter(around), None)

    def _free(self, wanted: str, named: _Named) -> str:
        """The identifier wanted, or the next one that is free; what keeps its own keeps it."""
        if wanted not in self._taken:
            return wanted
        counted = re.fullmatch(r"(.*_)(\d+)", wanted) if not named.number else None
        stem, place = (counted[1], int(counted[2]) + 1) if counted else (f"{wanted}_", 2)
        while f"{stem}{place}" in self._taken:
            place += 1
        return f"{stem}{place}"


_SHORT = {"wrapUp": "wrapup", "intro": "intro", "content": "content"}


def _renumbered(element: Element, named: _Named) -> str:
    """An element's own part of its identifier, with its number (or its kind) of today."""
    name = local_name(element.tag)
    if name in _SHORT:
        return re.sub(r"(?<=_)(?:wrapup|wrapUp|intro|content)$", _SHORT[name], named.own)
    before = clean_number(named.number)
    number = clean_number(number_of(element, UNMARKED)) if before else ""
    if not number or (number == before and not named.new):
        return named.own
    # The suffix of what is new was given while another held its number.
    match = re.fullmatch(rf"(.*?[^\W\d]){re.escape(before)}(?:_\d+)?", named.own)
    return match[1] + number if match else named.own


def _num_above(element: Element) -> Element | None:
    """The number of a provision that a word mark stands in, or that is itself marked."""
    current: Element | None = element
    while current is not None and local_name(current.tag) in INLINES | {"num"}:
        if local_name(current.tag) == "num":
            parent = current.getparent()
            return current if parent is not None and local_name(parent.tag) in PROVISIONS else None
        current = current.getparent()
    return None


def _follow(root: Element, names: dict[str, str]) -> None:
    """References inside the document go with what they point to, also those with the full IRI of the Act.

    One to a certain version of the Act (`…/eng@2020-01-01/~art_5`) stays: in that version nothing changes.
    """
    work = _work(root)
    for element in select(root, _REFERRING):
        for attribute in REFERENCE_ATTRIBUTES:
            value = element.get(attribute) or ""
            before, sign, identifier = value.partition("#") if value[:1] == "#" else value.rpartition("~")
            own = not before if sign == "#" else bool(work) and before.rstrip("/") in (work, f"{work}/!main")
            if own and identifier in names:
                element.set(attribute, f"{before}{sign}{names[identifier]}")


def _work(root: Element) -> str:
    """The IRI of the work that a document is of; empty where it has none."""
    for uri in root.iter("{*}FRBRuri"):
        parent = uri.getparent()
        if parent is not None and local_name(parent.tag) == "FRBRWork":
            return (uri.get("value") or "").rstrip("/")
    return ""
