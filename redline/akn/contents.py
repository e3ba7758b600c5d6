"""The table of contents of an Act: its items, what they point to, and items written after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from redline.akn.marks import UNMARKED, View
from redline.akn.names import PROVISIONS, local_name
from redline.akn.projection import project
from redline.akn.ranges import Flat, flatten, slots_within
from redline.akn.structure import heading_of, num_of, number_of, own_blocks, words_of
from redline.akn.working import WorkingAct

Element = etree._Element

_IDENTIFIERS = frozenset({"eId", "wId", "GUID", "id", "{http://www.w3.org/XML/1998/namespace}id"})


def contents_items(working: WorkingAct, view: View) -> Iterator[tuple[Element, Element]]:
    """The items of the tables of contents, each with the provision that its `href` names."""
    for item in working.root.iter("{*}tocItem"):
        href = item.get("href") or ""
        if not href.startswith("#") or not view.attached(item):
            continue
        found = [unit for unit in working.identified(href[1:]) if view.attached(unit)]
        if len(found) == 1 and local_name(found[0].tag) in PROVISIONS:
            yield item, found[0]


class ItemText:
    """How an item of the contents says the number and the heading of its provision.

    Attributes:
        number, heading: where they stand in the item's words; None where it does not say them.
    """

    def __init__(self, number: tuple[int, int] | None, printed: str, heading: tuple[int, int] | None) -> None:
        self.number = number
        self._printed = printed
        self.heading = heading

    def new_number(self, provision: Element, view: View) -> str:
        """The number of a provision in the form of the item: as printed, without its full stop, or bare."""
        full = num_of(provision, view)
        forms = {"printed": full, "closed": full.rstrip(".:"), "bare": number_of(provision, view)}
        return forms[self._printed]


def read_item(flat: Flat, provision: Element, view: View) -> ItemText | None:
    """How an item says the number and heading of its provision; None where it says anything else."""
    text, heading, full = flat.text, heading_of(provision, view), num_of(provision, view)
    at = _span(text, heading, at_end=True) if heading else None
    if heading and at is None:
        return None
    before = text[: at[0]] if at is not None else text
    for form, number in (
        ("printed", full),
        ("closed", full.rstrip(".:")),
        ("bare", number_of(provision, view)),
    ):
        place = _span(before, number) if number else None
        if place is not None and not _rest(text, place, at).strip(" \t\n\r\u00a0.:–—-"):
            return ItemText(place, form, at)
    if at is not None and not _rest(text, None, at).strip():
        return ItemText(None, "printed", at)
    return None


def _span(text: str, words: str, *, at_end: bool = False) -> tuple[int, int] | None:
    """Where words stand in a text, white space of any length between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    around = rf"{pattern}\s*\Z" if at_end else rf"(?<![^\W_]){pattern}(?![^\W_])"
    match = re.search(around, text) if pattern else None
    return (match.start(), match.start() + len(match[0].rstrip())) if match is not None else None


def _rest(text: str, *spans: tuple[int, int] | None) -> str:
    for span in sorted((span for span in spans if span is not None), reverse=True):
        text = text[: span[0]] + text[span[1] :]
    return text


def heading_for_contents(provision: Element, view: View) -> str:
    """What the contents say of a provision: its heading, or of a repealed one its note."""
    heading = heading_of(provision, view)
    if heading or not view.repealed(provision):
        return heading
    return next((words_of(block, view) for _, block in own_blocks(provision, view)), "")


def new_item(item: Element, said: ItemText, number: str, heading: str, view: View, href: str) -> Element:
    """A new item in the form of another one, with its own number and heading, pointing to its provision."""
    copied = deepcopy(item)
    copied.tail = None
    project(copied, view)
    etree.strip_tags(copied, etree.Comment, etree.ProcessingInstruction)  # those of the other item's lines
    for name in _IDENTIFIERS & set(map(str, copied.attrib)):
        del copied.attrib[name]
    copied.set("href", href)
    flat = flatten(copied, UNMARKED)
    for span, words in sorted(
        ((said.number, number), (said.heading, heading)), key=lambda pair: pair[0] or (0, 0), reverse=True
    ):
        if span is not None and " ".join(flat.text[slice(*span)].split()) != words:
            _put(flat, *span, words)
    return copied


def _put(flat: Flat, start: int, end: int, words: str) -> None:
    for slot, first, last in reversed(list(slots_within(flat, start, end))):
        text = (slot.element.tail if slot.tail else slot.element.text) or ""
        new = text[:first] + (words if slot.start + first == start else "") + text[last:]
        if slot.tail:
            slot.element.tail = new
        else:
            slot.element.text = new
