"""Provisions that hold their blocks directly: items of lists, recitals, citations.

The reader of plain text writes the words of every unit into `content`, as the hierarchy wants it; what
becomes an item is put into the form that lists have.
"""

from __future__ import annotations

from lxml import etree

from redline.akn.document import Element
from redline.akn.names import LIST_ITEMS, OWN_WORDS, PREAMBLE_UNITS, PROVISIONS, local_name, tag_like

BLOCK_HOLDERS = LIST_ITEMS | PREAMBLE_UNITS


def holds_blocks(unit: Element) -> bool:
    """Whether the words of the unit stand in it directly, without `content` around them."""
    return local_name(unit.tag) in BLOCK_HOLDERS


def with_words(unit: Element, blocks: list[Element]) -> Element:
    """The unit with these blocks as its own words."""
    holder = unit
    if not holds_blocks(unit):
        holder = etree.SubElement(unit, tag_like(unit.tag, "content"))
    holder.extend(blocks)
    return unit


def hold_blocks(element: Element) -> None:
    """Take the `content` off the items in new text, and put their sub-items into lists of their own."""
    for child in list(element):
        if holds_blocks(element) and local_name(child.tag) in OWN_WORDS:
            for block in list(child):
                child.addprevious(block)
            element.remove(child)
    if holds_blocks(element):
        _list_units(element)
    for child in element:
        if isinstance(child.tag, str):
            hold_blocks(child)


def _list_units(item: Element) -> None:
    """Sub-provisions of an item are items of a list in it."""
    blocks: Element | None = None
    for child in list(item):
        if local_name(child.tag) not in PROVISIONS:
            blocks = None
            continue
        if blocks is None:
            blocks = item.makeelement(tag_like(child.tag, "blockList"))
            child.addprevious(blocks)
        child.tag = tag_like(child.tag, "item")
        if "name" in child.attrib:
            del child.attrib["name"]
        blocks.append(child)
