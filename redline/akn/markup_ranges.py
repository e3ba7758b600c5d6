"""The markup around a range of characters: copied with the words, put around them, and the references there.

Offsets are those of a `Flat` (see `redline.akn.ranges`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from redline.akn.names import BREAKS, VALUES, local_name
from redline.akn.ranges import OBJECTS, Flat, Slot, slots_within

Element = etree._Element


def copy_range(flat: Flat, start: int, end: int) -> Element:
    """A copy of the block that holds only its characters [start, end), with the markup around them.

    `flat` must have been made with objects. Markup that holds none of the characters is left out.
    """
    holder = flat.block.makeelement(str(flat.block.tag))
    _copy_into(flat.block, holder, start, end, 0)
    return holder


def _copy_into(source: Element, target: Element, start: int, end: int, position: int) -> int:
    position = _copy_text(source.text, target, start, end, position)
    for child in source:
        name = local_name(child.tag)
        if name in OBJECTS or name in BREAKS:
            if start <= position < end:
                copied = deepcopy(child)
                copied.tail = None
                target.append(copied)
            position += 1
        elif name:
            attributes = {str(key): str(value) for key, value in child.attrib.items()}
            made = target.makeelement(str(child.tag), attributes)
            begin = position
            position = _copy_into(child, made, start, end, position)
            if begin < end and position > start and (made.text or len(made)):
                target.append(made)
        position = _copy_text(child.tail, target, start, end, position)
    return position


def _copy_text(text: str | None, target: Element, start: int, end: int, position: int) -> int:
    if not text:
        return position
    piece = text[max(0, start - position) : max(0, end - position)]
    if piece:
        if len(target):
            target[-1].tail = (target[-1].tail or "") + piece
        else:
            target.text = (target.text or "") + piece
    return position + len(text)


def wrap_range(flat: Flat, start: int, end: int, wrapper: Element) -> bool:
    """Put an element around the characters [start, end), where they stand beside each other in one parent.

    Returns:
        False (and nothing changed) where they begin and end inside different markup.
    """
    if not in_one_parent(flat, start, end):
        return False
    pieces = list(slots_within(flat, start, end))
    (first, begin, _), (last, _, finish) = pieces[0], pieces[-1]
    parent = _parent_of(first)
    assert parent is not None
    _cut_text(last, finish)
    opening = _cut_text(first, begin)
    node = opening.getnext()
    opening.addnext(wrapper)
    wrapper.text, opening.tail = opening.tail, None
    while node is not None and local_name(node.tag) != _CUT:
        following = node.getnext()
        wrapper.append(node)
        node = following
    if node is not None:
        wrapper.tail, node.tail = node.tail, None
        parent.remove(node)
    parent.remove(opening)
    return True


def in_one_parent(flat: Flat, start: int, end: int) -> bool:
    """Whether the characters [start, end) begin and end in the same element."""
    pieces = [slot for slot, _, _ in slots_within(flat, start, end)]
    return (
        bool(pieces) and _parent_of(pieces[0]) is not None and _parent_of(pieces[0]) is _parent_of(pieces[-1])
    )


def _parent_of(slot: Slot) -> Element | None:
    return slot.element.getparent() if slot.tail else slot.element


_CUT = "redline-cut"


def _cut_text(slot: Slot, place: int) -> Element:
    """Cut a text node in two, with a placeholder element between."""
    host = slot.element
    here = host.makeelement(_CUT)
    text = (host.tail if slot.tail else host.text) or ""
    if slot.tail:
        host.tail = None
        host.addnext(here)
        host.tail = text[:place] or None
    else:
        host.text = text[:place] or None
        host.insert(0, here)
    here.tail = text[place:] or None
    return here


def reference_spans(flat: Flat) -> list[tuple[int, int, Element]]:
    """The references of a block: start and end of their words, and the element."""
    return [
        (start, end, reference) for start, end, reference in _spans(flat, ["{*}ref"]) if reference.get("href")
    ]


def value_spans(flat: Flat) -> list[tuple[int, int, Element]]:
    """The dates, times and quantities of a block with attributes that say the value: as `reference_spans`."""
    return [span for span in _spans(flat, [f"{{*}}{name}" for name in sorted(VALUES)]) if span[2].attrib]


def element_spans(flat: Flat, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where the words of the inline elements of these names begin and end."""
    return [(start, end) for start, end, _ in _spans(flat, [f"{{*}}{name}" for name in names])]


def _spans(flat: Flat, tags: Sequence[str]) -> list[tuple[int, int, Element]]:
    found: list[tuple[int, int, Element]] = []
    for element in flat.block.iter(*tags):
        inside = set(element.iter())
        slots = [s for s in flat.slots if s.element in inside and not (s.tail and s.element is element)]
        if slots:
            found.append((slots[0].start, slots[-1].end, element))
    return found
