"""Character ranges in mixed content: the words of a block as one string, and marks put around parts of it.

A word split over inline markup is still one word: `flatten` gives the block's words without markup, with the
text nodes (`Slot`) they come from, so that a range of characters can be marked wherever its pieces stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

from redline.akn.marks import DEL, View
from redline.akn.names import BREAKS, SUBFLOWS, local_name, tag_like

Element = etree._Element

OBJECT = "\ufffc"
"""Stands for a note, an image or a quoted structure where objects are asked for."""

BREAK = "\u2028"
"""Stands for a line break where it is told from other white space."""

OBJECTS = SUBFLOWS | {"img", "noteRef", "object"}
"""What an `OBJECT` in the words of a block may be."""


class Slot(Struct, frozen=True):
    """One text node: `element.text`, or `element.tail` where `tail`; its characters are [start, end) of
    the block.
    """

    start: int
    end: int
    element: Element
    tail: bool


class Flat(Struct):
    """The words of a block in one view.

    Attributes:
        block: the element.
        text: its words; a line break element is a line feed, a note or image nothing (or `OBJECT`).
        slots: the text nodes they come from, in order.
        hidden: offsets where words stand that this view does not show, with the element that holds them.
        objects: offset and element of each note, image or quoted structure.
        breaks: offset and element of each line break, which is a character of `text`.
        with_objects: whether each of them is a character of `text`.
    """

    block: Element
    text: str = ""
    slots: list[Slot] = field(default_factory=list)
    hidden: list[tuple[int, Element]] = field(default_factory=list)
    objects: list[tuple[int, Element]] = field(default_factory=list)
    breaks: list[tuple[int, Element]] = field(default_factory=list)
    with_objects: bool = False


def flatten(block: Element, view: View, *, objects: bool = False) -> Flat:
    """The words of a block as `view` shows them.

    Args:
        block: a text block (paragraph, heading, number, …).
        view: which text is read.
        objects: whether notes, images and quoted structures stand in the text as `OBJECT`.
    """
    reader = _Flattener(Flat(block, with_objects=objects), view)
    reader.walk(block)
    more = view.continuation(block)
    while more is not None:
        reader.walk(more)
        more = view.continuation(more)
    reader.flat.text = "".join(reader.parts)
    return reader.flat


def with_breaks(flat: Flat) -> str:
    """The words of a block with `BREAK` for each line break."""
    if not flat.breaks:
        return flat.text
    signs = list(flat.text)
    for offset, _ in flat.breaks:
        signs[offset] = BREAK
    return "".join(signs)


class _Flattener:
    def __init__(self, flat: Flat, view: View) -> None:
        self.flat = flat
        self.view = view
        self.parts: list[str] = []
        self.length = 0

    def walk(self, element: Element) -> None:
        self._add(element.text, element, False)
        for child in element:
            name = local_name(child.tag)
            if name:
                self._enter(child, name)
            self._add(child.tail, child, True)

    def _add(self, text: str | None, element: Element, tail: bool) -> None:
        if text:
            self.flat.slots.append(Slot(self.length, self.length + len(text), element, tail))
            self._put(text)

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _enter(self, child: Element, name: str) -> None:
        if not self.view.visible(child):
            self.flat.hidden.append((self.length, child))
        elif name in OBJECTS:
            self.flat.objects.append((self.length, child))
            if self.flat.with_objects:
                self._put(OBJECT)
        elif name in BREAKS:
            self.flat.breaks.append((self.length, child))
            self._put("\n")
        else:
            self.walk(child)


def slots_within(flat: Flat, start: int, end: int) -> Iterator[tuple[Slot, int, int]]:
    """The slots that [start, end) touches, each with the range inside its own text node."""
    for slot in flat.slots:
        if slot.end <= start:
            continue
        if slot.start >= end:
            return
        yield slot, max(start, slot.start) - slot.start, min(end, slot.end) - slot.start


def delete_range(flat: Flat, start: int, end: int, operation: str) -> list[Element]:
    """Mark the characters [start, end) as deleted by an operation.

    Offsets to the left of `start` stay good for this `flat`, so several ranges are marked from right to left.

    Returns:
        the `del` elements (and the notes and images that go), those around words first, in reading order.
    """
    made: list[Element] = []
    for slot, first, last in reversed(list(slots_within(flat, start, end))):
        made.append(_wrap_text(slot, first, last, "del", DEL, operation))
    made.reverse()
    for offset, line_break in flat.breaks:
        if start <= offset < end and DEL not in line_break.attrib:
            line_break.set(DEL, operation)
    for element in objects_within(flat, start, end):
        if DEL not in element.attrib:
            element.set(DEL, operation)
            made.append(element)
    return made


def objects_within(flat: Flat, start: int, end: int) -> list[Element]:
    """The notes and images that go with the characters [start, end); one at their edge is not among them."""
    return [
        element
        for offset, element in flat.objects
        if (start <= offset if flat.with_objects else start < offset) and offset < end
    ]


def _wrap_text(slot: Slot, first: int, last: int, name: str, mark: str, operation: str) -> Element:
    """Wrap characters [first, last) of a text node in a new element."""
    host = slot.element
    owner = host.getparent() if slot.tail else host
    assert owner is not None
    wrapper = host.makeelement(tag_like(owner.tag, name))
    wrapper.set(mark, operation)
    text = (host.tail if slot.tail else host.text) or ""
    wrapper.text = text[first:last]
    rest = text[last:]
    if slot.tail:
        host.tail = None
        host.addnext(wrapper)
        host.tail = text[:first] or None
    else:
        host.text = text[:first] or None
        host.insert(0, wrapper)
    wrapper.tail = rest or None
    return wrapper
