"""What operations leave without content is taken out of the consolidated Act: no empty paragraph, list or
part of a provision remains that did not stand in the base.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from redline.akn.names import (
    HEADS,
    HIERARCHY,
    LIST_ITEMS,
    OWN_WORDS,
    PREAMBLE_UNITS,
    TEXT_BLOCKS,
    local_name,
    tag_like,
)
from redline.akn.projection import remove_element
from redline.akn.tables import is_cell

Element = etree._Element

_LISTS = frozenset({"blockList", "ul", "ol", "toc", "table", "tr"})
_PARTS = frozenset(
    ["preface", "preamble", "conclusions", "attachments", "components", "recitals", "citations", "formula"]
)
_HOLDERS = frozenset(["authorialNote", "longTitle", "block", "tblock", "blockContainer", "container"])
_UNITS = PREAMBLE_UNITS | LIST_ITEMS | {"quotedStructure"}
_MODIFICATIONS = frozenset({"mod", "mmod", "rmod"})
_DROPPED = (TEXT_BLOCKS - {"num"}) | OWN_WORDS | _LISTS | _PARTS | _HOLDERS | _UNITS | _MODIFICATIONS


def drop_emptied(touched: Iterable[Element]) -> list[Element]:
    """Take out what has lost its content, and what that leaves empty around it.

    A provision that has a number or a heading stays, as it has not been repealed; so does the last paragraph
    of a cell or of a numbered item of a list, which the schema does not let be without.

    Args:
        touched: the elements whose content operations changed.

    Returns:
        those of them that are left, and those around what went.
    """
    left: dict[Element, None] = {}
    for element in touched:
        current: Element | None = element
        while current is not None and _goes(current):
            parent = current.getparent()
            remove_element(current)
            left.pop(current, None)
            current = parent
        if current is not None:
            left[current] = None
    for element in left:
        if local_name(element.tag) == "blockList":
            _unlist(element)
    return list(left)


def _goes(element: Element) -> bool:
    parent = element.getparent()
    if parent is None or len(element) or (element.text or "").strip():
        return False
    name = local_name(element.tag)
    if name in HIERARCHY:
        return True
    return name in _DROPPED and not (name == "p" and _is_last_block(element, parent))


def _is_last_block(element: Element, parent: Element) -> bool:
    """Whether a cell, an item of a list or a recital would have no block left."""
    if not is_cell(parent) and local_name(parent.tag) not in PREAMBLE_UNITS | {"item"}:
        return False
    return all(other is element or local_name(other.tag) in HEADS for other in parent)


def _unlist(block_list: Element) -> None:
    """A list without items is none: the words before and after them are paragraphs."""
    if any(local_name(child.tag) == "item" for child in block_list):
        return
    for child in list(block_list):
        if not isinstance(child.tag, str):  # a comment of the file
            block_list.addprevious(child)
            continue
        child.tag = tag_like(child.tag, "p")
        for attribute in ("eId", "wId"):
            if attribute in child.attrib:
                del child.attrib[attribute]
        block_list.addprevious(child)
    remove_element(block_list)
