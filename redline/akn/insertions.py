"""New words put at a place in a block: behind what stands there already, or in front of it, in file order."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from redline.akn.marks import DEL, INS
from redline.akn.names import FORMATTING, REFERENCES, SCRIPTS, local_name, tag_like
from redline.akn.ranges import Flat, Slot

Element = etree._Element

Settled = Callable[[Element, str], bool | None]
"""Of an `ins` and a side (`left`, `right`): whether it was put at the same place on that side and stays in
front of new words; None where it was not put there.
"""


def _nothing_settled(inserted: Element, leaning: str) -> bool | None:
    return None


def insert_at(
    flat: Flat,
    offset: int,
    content: Element | str,
    operation: str,
    *,
    leaning: str = "left",
    settled: Settled = _nothing_settled,
) -> Element:
    """Put new words at an offset of a block and mark them as inserted.

    Args:
        flat: the block's words, unchanged up to `offset` since it was made.
        offset: where, in characters of `flat.text`.
        content: the words, or an element whose text and children are the words with their markup.
        operation: the operation's id.
        leaning: `left` puts them right behind the character before (and behind what other operations put
            there), `right` right before the character that follows.
        settled: the order of what operations of other dates put there.

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
        _add_behind(_behind_earlier(outside, flat, settled), inserted)
    elif leaning == "left" or not _in_front_of_later(slot, local, inserted, settled):
        _into_text(slot, local, inserted, leaning, flat, settled)
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


def _in_front_of_later(slot: Slot, local: int, inserted: Element, settled: Settled) -> bool:
    """Put words in front of those that stand there and belong behind them; False where there are none."""
    first: Element | None = None
    element: Element | None = slot.element if slot.tail and local == 0 else None
    while element is not None and settled(element, "right") is False:
        first, element = element, element.getprevious()
        if element is not None and element.tail:
            break
    if first is not None:
        first.addprevious(inserted)
    return first is not None


def _into_text(slot: Slot, local: int, inserted: Element, leaning: str, flat: Flat, settled: Settled) -> None:
    host = slot.element
    text = (host.tail if slot.tail else host.text) or ""
    if leaning == "left" and local == len(text):
        follower = host.getnext() if slot.tail else next(iter(host), None)
        earlier = _earlier_insertion(follower, flat, settled)
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


def _earlier_insertion(element: Element | None, flat: Flat, settled: Settled) -> Element | None:
    """The last of the insertions that begin at `element` and stay in front of new ones, in file order.

    Of those that the view shows, which are of other dates, it is those that were put at the same place; other
    words that it shows are text like any other.
    """
    hidden = {id(holder) for _, holder in flat.hidden}
    last: Element | None = None
    while element is not None and local_name(element.tag) == "ins":
        stays = settled(element, "left")
        if not (id(element) in hidden if stays is None else stays):
            break
        last = element
        if last.tail:
            break
        element = last.getnext()
    return last


def _behind_earlier(anchor: Element, flat: Flat, settled: Settled) -> Element:
    if anchor.tail:
        return anchor
    earlier = _earlier_insertion(anchor.getnext(), flat, settled)
    return anchor if earlier is None else earlier


def _add_behind(anchor: Element, new: Element) -> None:
    tail, anchor.tail = anchor.tail, None
    anchor.addnext(new)
    new.tail = tail
