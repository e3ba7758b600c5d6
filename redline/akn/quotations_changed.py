"""Paragraphs of which a quotation came or went: the words around it are one paragraph in one text and two in
the other, so both texts of such a paragraph are shown, one behind the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from lxml import etree

from redline.akn.marks import DEL, INS, JOIN, SPLIT, View
from redline.akn.names import TEXT_BLOCKS, local_name
from redline.akn.projection import project
from redline.akn.runs import State

Element = etree._Element


def with_changed_quotations(root: Element, order: Mapping[str, int]) -> dict[Element, str]:
    """The paragraphs that stay while a quotation in them, or what stands right behind it, came or went, each
    with the operation that did it.
    """
    found: dict[Element, str] = {}
    for quotation in root.iter("{*}quotedStructure", "{*}embeddedStructure"):
        operation: str | None = None
        ends = True
        for around in (quotation, *quotation.iterancestors()):
            if around is not quotation and local_name(around.tag) in TEXT_BLOCKS:
                if operation is not None and SPLIT not in around.attrib and JOIN not in around.attrib:
                    found.setdefault(around, operation)
                break
            operation = operation or _changer(around, order)
            ends = ends and not any(sign.isalnum() for sign in around.tail or "")
            behind = around.getnext() if ends else None
            if behind is not None:
                operation, ends = operation or _changer(behind, order), False
    return found


def _changer(element: Element, order: Mapping[str, int]) -> str | None:
    marks = (element.get(mark) for mark in (INS, DEL))
    return next((mark for mark in marks if mark is not None and mark in order), None)


def in_both_texts(
    paragraph: Element, operation: str, order: Mapping[str, int], state: State
) -> Iterator[tuple[Element, State]]:
    """The paragraph as it was, and as it is: each without marks, with the state of its words."""
    before, after = deepcopy(paragraph), deepcopy(paragraph)
    project(before, View(order, 0))
    project(after, View(order))
    for element in before.iter(etree.Element):
        # An identifier stands once on a page, at what there is now.
        if "eId" in element.attrib:
            del element.attrib["eId"]
    yield before, state._replace(went=operation)
    yield after, state._replace(came=operation)
