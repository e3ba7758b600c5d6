"""What a lint is, and what it reads: an Act with the indices that lints share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Literal

from lxml import etree
from msgspec import Struct

from redline.akn.document import Act, Element
from redline.akn.names import DOCUMENT_TYPES, PROVISIONS, local_name

Level = Literal["error", "warning", "note"]

IDENTIFIERS = ("eId", "id", "{http://www.w3.org/XML/1998/namespace}id", "GUID")


class Document:
    """An Act as lints read it.

    Attributes:
        act: the Act.
        elements: every element, in document order.
        identified: identifier (`eId`, `id`, `xml:id`, `GUID`) -> the first element that bears it.
    """

    def __init__(self, act: Act) -> None:
        self.act = act
        self.elements: tuple[Element, ...] = tuple(act.root.iter(etree.Element))

    @cached_property
    def identified(self) -> dict[str, Element]:
        """Identifier -> the first element that bears it."""
        found: dict[str, Element] = {}
        for element in self.elements:
            for attribute in IDENTIFIERS:
                value = element.get(attribute)
                if value is not None:
                    found.setdefault(value, element)
        return found

    @cached_property
    def named(self) -> dict[str, list[Element]]:
        """Local name -> the elements of that name, in document order."""
        found: dict[str, list[Element]] = {}
        for element in self.elements:
            found.setdefault(local_name(element.tag), []).append(element)
        return found

    @cached_property
    def metadata(self) -> frozenset[Element]:
        """Every element of the metadata."""
        return frozenset(part for meta in self.every("meta") for part in meta.iter(etree.Element))

    @cached_property
    def text(self) -> tuple[Element, ...]:
        """Every element outside the metadata, in document order."""
        return tuple(element for element in self.elements if element not in self.metadata)

    @cached_property
    def quoted(self) -> frozenset[Element]:
        """Every element that is or stands in text that an amending Act quotes."""
        outer = (*self.every("quotedStructure"), *self.every("quotedText"), *self.every("embeddedStructure"))
        return frozenset(part for quotation in outer for part in quotation.iter(etree.Element))

    def every(self, *names: str) -> Iterator[Element]:
        """Every element of one of these local names, name by name."""
        for name in names:
            yield from self.named.get(name, ())

    def documents(self) -> Iterator[Element]:
        """Every document in the file: the Act, and those of its annexes and components."""
        for element in self.elements:
            if local_name(element.tag) in DOCUMENT_TYPES and element not in self.quoted:
                yield element

    def names(self, reference: str, kinds: Iterable[str] = ()) -> bool:
        """Whether `#…` names an element of the file (of one of these local names)."""
        element = self.identified.get(reference[1:]) if reference.startswith("#") else None
        wanted = frozenset(kinds)
        return element is not None and (not wanted or local_name(element.tag) in wanted)


class Found(Struct, frozen=True):
    """A place that a lint objects to.

    Attributes:
        element: where it is.
        text: what is wrong there, in plain words.
        level: how bad it is, where that differs from the lint's own level.
    """

    element: Element
    text: str
    level: Level | None = None


class Lint(Struct, frozen=True):
    """Something that the schema cannot say and a reader of Akoma Ntoso relies on.

    Attributes:
        slug: its name; `docs/validate.md` has a section on it.
        level: an `error` breaks the standard, a `warning` is odd or lacks something, a `note` is for
            information.
        summary: what it looks for, as a heading over the places found.
        do: the next step.
        find: gives the places in a document.
    """

    slug: str
    level: Level
    summary: str
    do: str
    find: Callable[[Document], Iterator[Found]]


def place_of(element: Element) -> str:
    """The nearest provision around an element that has an identifier, for messages; or an empty string."""
    current: Element | None = element
    while current is not None:
        if local_name(current.tag) in PROVISIONS:
            for attribute in IDENTIFIERS:
                if current.get(attribute):
                    return str(current.get(attribute))
        current = current.getparent()
    return ""


def child_value(parent: Element | None, name: str, attribute: str = "value") -> str:
    """An attribute of the first child of that local name, or an empty string."""
    for child in parent if parent is not None else ():
        if local_name(child.tag) == name:
            return child.get(attribute) or ""
    return ""


def child_of(parent: Element | None, name: str) -> Element | None:
    """The first child of that local name, or None."""
    return next((c for c in (parent if parent is not None else ()) if local_name(c.tag) == name), None)
