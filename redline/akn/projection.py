"""One text out of a marked tree: marks of operations that have happened accepted, all others rejected."""

from __future__ import annotations

from lxml import etree

from redline.akn.marks import (
    ALL_MARKS,
    DEL,
    INS,
    JOIN,
    LIVE,
    REPEALED,
    SPLIT,
    STUB,
    View,
    is_word_mark,
    marked_elements,
    span_changes,
)
from redline.akn.names import FORMATTING, INLINES, REFERENCES, SEMANTIC, local_name
from redline.akn.tables import SPAN_MARKS, is_cell, span_of

Element = etree._Element


def project(root: Element, view: View) -> list[Element]:
    """Turn a (copied) marked tree into the text of `view`, in place, and take every mark off.

    Returns:
        the surviving elements whose content or children changed: candidates for new eIds and for the
        content ⇄ intro conversion.
    """
    touched: dict[Element, None] = {}
    merged = [
        element for element in marked_elements(root) if SPLIT in element.attrib or JOIN in element.attrib
    ]
    for element in reversed(marked_elements(root)):
        if _settle(element, view):
            parent = element.getparent()
            if parent is not None:
                touched[parent] = None
        _apply(element, view, touched)
    for element in merged:
        # What stands before a split may have been cut off to its last word.
        before = element.getprevious()
        if before is not None and isinstance(before.tag, str):
            touched[before] = None
        # Outer pieces first: what is inside them then finds its predecessor beside it.
        if element.getparent() is not None and view.merged(element):
            _join_to_previous(element, touched)
        _take_marks(element, SPLIT, JOIN)
    return [element for element in touched if _in_tree(element, root)]


def _settle(element: Element, view: View) -> bool:
    """Whether the element's mark changes its parent's content in this view."""
    return (
        not view.visible(element)
        or INS in element.attrib
        or DEL in element.attrib
        or not view.exists(element)
    )


def _apply(element: Element, view: View, touched: dict[Element, None]) -> None:
    if not view.visible(element):
        came = element.get(INS)
        # What never came takes nothing with it; what goes takes the line break behind it along.
        remove_element(element, touched, keep_tail=came is not None and not view.happened(came))
        return
    if is_word_mark(element) or not view.exists(element):
        unwrap_element(element, touched)
        return
    _set_status(element, view)
    if is_cell(element):
        _set_spans(element, view)
    if INS in element.attrib:
        _space_out(element)
    _take_marks(element, *(name for name in ALL_MARKS if name not in (SPLIT, JOIN)))
    touched[element] = None


def _set_status(element: Element, view: View) -> None:
    """A stub says that it is one; what was enacted again does not."""
    if STUB not in element.attrib and LIVE not in element.attrib:
        return
    if not view.repealed(element):
        if element.get("status") in REPEALED:
            del element.attrib["status"]
    elif element.get("status") not in REPEALED:
        element.set("status", "removed")


def _set_spans(cell: Element, view: View) -> None:
    """A cell that operations widened or narrowed says so; a span of one needs no attribute."""
    for attribute, mark in SPAN_MARKS.items():
        span = span_of(cell, attribute, view)
        if not any(view.happened(operation) for operation, _ in span_changes(cell, mark)):
            continue
        if span > 1:
            cell.set(attribute, str(span))
        elif attribute in cell.attrib:
            del cell.attrib[attribute]


def _take_marks(element: Element, *names: str) -> None:
    for name in names:
        if name in element.attrib:
            del element.attrib[name]


def _space_out(element: Element) -> None:
    """Give an accepted insertion the line break and indentation that stand between its siblings."""
    if local_name(element.tag) in INLINES or not element.tail or element.tail.strip():
        return
    previous = element.getprevious()
    if previous is not None and isinstance(previous.tag, str) and not previous.tail:
        previous.tail = element.tail


def remove_element(
    element: Element, touched: dict[Element, None] | None = None, *, keep_tail: bool = False
) -> None:
    """Remove an element but not the text behind it, and drop formatting or a reference that is left empty
    by that.
    """
    parent = element.getparent()
    if parent is None:
        return
    inline = local_name(element.tag) in INLINES
    tail = element.tail or ""
    if not inline and not keep_tail and not tail.strip():
        tail = ""
    _append_text(element, parent, tail)
    element.tail = None
    parent.remove(element)
    if inline and len(parent) == 0 and not parent.text and _droppable(parent):
        remove_element(parent, touched)
    elif touched is not None:
        touched[parent] = None


def unwrap_element(element: Element, touched: dict[Element, None] | None = None) -> None:
    """Put an element's content in its place."""
    parent = element.getparent()
    if parent is None:
        return
    if element.text:
        _append_text(element, parent, element.text)
    last: Element | None = None
    for child in list(element):
        tail, child.tail = child.tail, None
        # addprevious puts the child where the element begins; its tail is set once it is there.
        element.addprevious(child)
        child.tail = tail
        last = child
    if element.tail:
        if last is not None:
            last.tail = (last.tail or "") + element.tail
        else:
            _append_text(element, parent, element.tail)
    element.tail = None
    parent.remove(element)
    if touched is not None:
        touched[parent] = None


def _append_text(before: Element, parent: Element, text: str) -> None:
    """Add text right before an element."""
    if not text:
        return
    previous = before.getprevious()
    if previous is None:
        parent.text = (parent.text or "") + text
    else:
        previous.tail = (previous.tail or "") + text


def _join_to_previous(element: Element, touched: dict[Element, None]) -> None:
    """Append the element's content to the sibling before it (a split undone, a join done)."""
    previous = element.getprevious()
    while previous is not None and not isinstance(previous.tag, str):
        previous = previous.getprevious()
    if previous is None:
        unwrap_element(element, touched)
        return
    if element.text:
        if len(previous):
            previous[-1].tail = (previous[-1].tail or "") + element.text
        else:
            previous.text = (previous.text or "") + element.text
    for child in list(element):
        previous.append(child)
    touched[previous] = None
    parent = element.getparent()
    tail, element.tail = element.tail, None
    undone = SPLIT in element.attrib
    if parent is not None:
        parent.remove(element)
    if tail and (undone or tail.strip()):
        previous.tail = (previous.tail or "") + tail


def _droppable(element: Element) -> bool:
    name = local_name(element.tag)
    return name in FORMATTING | REFERENCES | SEMANTIC or name in ("ins", "del")


def _in_tree(element: Element, root: Element) -> bool:
    current: Element | None = element
    while current is not None:
        if current is root:
            return True
        current = current.getparent()
    return False
