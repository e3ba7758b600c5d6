"""Character ranges in mixed content: the words of a block as one string, and marks put around parts of it.

A word split over inline markup is still one word: `flatten` gives the block's words without markup, with the
text nodes (`Slot`) they come from, so that a range of characters can be marked wherever its pieces stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from redline.akn.marks import DEL, INS, View
from redline.akn.names import BREAKS, FORMATTING, REFERENCES, SCRIPTS, SUBFLOWS, local_name, tag_like

Element = etree._Element

OBJECT = "\ufffc"
"""Stands for a note, an image or a quoted structure where objects are asked for."""

BREAK = "\u2028"
"""Stands for a line break where it is told from other white space."""

OBJECTS = SUBFLOWS | {"img", "noteRef", "object"}
"""What an `OBJECT` in the words of a block may be."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One text node: `element.text`, or `element.tail` where `tail`; its characters are [start, end) of
    the block.
    """

    start: int
    end: int
    element: Element
    tail: bool


@dataclass(slots=True)
class Flat:
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


def insert_at(
    flat: Flat, offset: int, content: Element | str, operation: str, *, leaning: str = "left"
) -> Element:
    """Put new words at an offset of a block and mark them as inserted.

    Args:
        flat: the block's words, unchanged up to `offset` since it was made.
        offset: where, in characters of `flat.text`.
        content: the words, or an element whose text and children are the words with their markup.
        operation: the operation's id.
        leaning: `left` puts them right behind the character before (and behind what other operations put
            there), `right` right before the character that follows.

    Returns:
        the `ins` element.
    """
    inserted = _inserted(flat.block, content, operation)
    slot, local = _slot_at(flat, offset, leaning)
    if slot is None:
        # An empty block, or a place between two objects: at the block's start or end.
        text, flat.block.text = flat.block.text, None
        if offset == 0:
            flat.block.insert(0, inserted)
        else:
            flat.block.append(inserted)
        flat.block.text = text
        return inserted
    if local == 0 and slot.start < slot.end:
        # No words end there (a note stands before the place): it is the edge of those that begin there.
        leaning = "right"
    outside = _stepped_out(slot, local, leaning)
    if outside is not None and leaning == "right":
        outside.addprevious(inserted)
    elif outside is not None:
        _add_behind(_behind_earlier(outside, flat), inserted)
    else:
        _into_text(slot, local, inserted, leaning, flat)
    return inserted


def insert_behind(
    element: Element, content: Element | str, operation: str, *, inside: bool = False
) -> Element:
    """Put new words right behind a `del` of the same operation, inside the same markup.

    New words in the place of a reference that goes wholly are not that reference any more, unless `inside`;
    words that bring their own markup are not in the superscript or subscript that goes.
    """
    inserted = _inserted(element, content, operation)
    left = REFERENCES if isinstance(content, str) else REFERENCES | SCRIPTS
    place = element
    parent = element.getparent()
    while (
        not inside
        and parent is not None
        and local_name(parent.tag) in left
        and _all_deleted(parent, operation)
    ):
        place, parent = parent, parent.getparent()
    _add_behind(place, inserted)
    return inserted


def _all_deleted(element: Element, operation: str) -> bool:
    """Whether nothing of the element's words, nor a space, is left once the operation has happened."""
    if element.text:
        return False
    for child in element:
        gone = child.get(DEL) == operation
        inline = local_name(child.tag) in FORMATTING or local_name(child.tag) in REFERENCES
        if not gone and not (inline and _all_deleted(child, operation)):
            return False
        if child.tail:
            return False
    return True


def _inserted(near: Element, content: Element | str, operation: str) -> Element:
    inserted = near.makeelement(tag_like(near.tag if isinstance(near.tag, str) else "", "ins"))
    inserted.set(INS, operation)
    if isinstance(content, str):
        inserted.text = content
    else:
        inserted.text = content.text
        for child in list(content):
            inserted.append(child)
    return inserted


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


def _slot_at(flat: Flat, offset: int, leaning: str) -> tuple[Slot | None, int]:
    """The text node an offset belongs to: the one that ends there (`left`) or begins there (`right`)."""
    best: Slot | None = None
    for slot in flat.slots:
        if slot.start < offset < slot.end:
            return slot, offset - slot.start
        if leaning == "left" and slot.end == offset:
            best = slot
        if leaning == "right" and slot.start == offset:
            return slot, 0
        if slot.start > offset:
            break
    if best is not None:
        return best, offset - best.start
    if leaning == "left":
        return next(((slot, 0) for slot in flat.slots if slot.start == offset), (None, 0))
    return next(((slot, slot.end - slot.start) for slot in flat.slots if slot.end == offset), (None, 0))


def _stepped_out(slot: Slot, local: int, leaning: str) -> Element | None:
    """The reference, superscript, subscript or deleted piece at whose outer edge the place is: words added
    there do not belong to it.
    """
    host = slot.element
    text = (host.tail if slot.tail else host.text) or ""
    container = host.getparent() if slot.tail else host
    if leaning == "left":
        follower = host.getnext() if slot.tail else next(iter(host), None)
        at_edge = local == len(text) and follower is None
    else:
        at_edge = local == 0 and not slot.tail
    outside: Element | None = None
    while at_edge and container is not None and _keeps_to_itself(container):
        outside = container
        container = outside.getparent()
        if leaning == "left":
            at_edge = outside.getnext() is None and not outside.tail
        else:
            at_edge = outside.getprevious() is None and container is not None and not container.text
    return outside


def _keeps_to_itself(element: Element) -> bool:
    return local_name(element.tag) in REFERENCES | SCRIPTS or DEL in element.attrib


def _into_text(slot: Slot, local: int, inserted: Element, leaning: str, flat: Flat) -> None:
    host = slot.element
    text = (host.tail if slot.tail else host.text) or ""
    if leaning == "left" and local == len(text):
        earlier = _earlier_insertion(host.getnext() if slot.tail else next(iter(host), None), flat)
        if earlier is not None:
            _add_behind(earlier, inserted)
            return
    before, behind = text[:local] or None, text[local:] or None
    if slot.tail:
        host.tail = None
        host.addnext(inserted)
        host.tail = before
    else:
        host.text = before
        host.insert(0, inserted)
    inserted.tail = behind


def _earlier_insertion(element: Element | None, flat: Flat) -> Element | None:
    """The last of the insertions of this date that begin at `element`: later ones stand behind them, in file
    order.

    They are those that the view does not show; words that it shows are text like any other.
    """
    hidden = {id(holder) for _, holder in flat.hidden}
    last: Element | None = None
    while element is not None and local_name(element.tag) == "ins" and id(element) in hidden:
        last = element
        if last.tail:
            break
        element = last.getnext()
    return last


def _behind_earlier(anchor: Element, flat: Flat) -> Element:
    if anchor.tail:
        return anchor
    earlier = _earlier_insertion(anchor.getnext(), flat)
    return anchor if earlier is None else earlier


def _add_behind(anchor: Element, new: Element) -> None:
    tail, anchor.tail = anchor.tail, None
    anchor.addnext(new)
    new.tail = tail
