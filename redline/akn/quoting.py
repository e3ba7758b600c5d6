"""Pieces of one text of a marked Act: what an amending Act quotes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from redline.akn.blocks import blocks_of_act
from redline.akn.document import Act, Element
from redline.akn.marks import View
from redline.akn.names import ANNEXES, DOCUMENT_TYPES, local_name, tag_like
from redline.akn.projection import project
from redline.akn.ranges import flatten
from redline.akn.structure import child_named
from redline.model.amending import QuotedStructure
from redline.model.blocks import Block

_FRAMES = {"tr": "table", "tocItem": "toc", "li": "ul", "item": "blockList"}
FRAME = "{urn:redline:amending:1}frame"
"""Marks a table or list that is there only to hold the rows or items that are quoted."""


def quotation_of(
    act: Act, elements: Sequence[Element], view: View, *, trimmed: bool = False
) -> QuotedStructure:
    """Elements of a marked tree as they read in one text, to be quoted.

    Args:
        act: the Act they stand in.
        elements: one or several, in order; whole elements, none inside another.
        view: which text.
        trimmed: whether spaces at the ends, which part the words from their neighbours, are left out.
    """
    pieces = [piece for element in elements for piece in (_piece(element, view),) if piece is not None]
    pieces = _framed(pieces)
    if trimmed:
        _trim(pieces)
    markup = "".join(map(markup_of, pieces))
    return QuotedStructure(markup, tuple(_blocks(act, pieces)), _plain(elements, view))


def markup_quoted(act: Act, markup: str) -> QuotedStructure:
    """Markup as a drafter gave it, to be quoted whole."""
    data = markup.encode()
    root = etree.fromstring(data)
    document = next((child for child in root if local_name(child.tag) in DOCUMENT_TYPES), root)
    shown = tuple(blocks_of_act(Act(data, etree.ElementTree(root), act.name)))
    return QuotedStructure(markup_of(deepcopy(document)), shown)


def _trim(pieces: Sequence[Element]) -> None:
    first, last = pieces[0], pieces[-1]
    first.text = (first.text or "").lstrip()
    if len(last):
        last[-1].tail = (last[-1].tail or "").rstrip()
    else:
        last.text = (last.text or "").rstrip()


def _framed(pieces: list[Element]) -> list[Element]:
    """What stands in a list or table only, in one of its own; everything else as it is."""
    names = {local_name(piece.tag) for piece in pieces}
    frame = _FRAMES.get(next(iter(names))) if len(names) == 1 else None
    if frame is None:
        return pieces
    holder = pieces[0].makeelement(tag_like(pieces[0].tag, frame), {FRAME: "true"})
    holder.extend(pieces)
    return [holder]


def _blocks(act: Act, elements: Iterable[Element]) -> list[Block]:
    """Elements that are taken out of their tree, as they would read in the Act."""
    tag = f"{{{act.namespace}}}" if act.namespace else ""
    root = etree.Element(f"{tag}akomaNtoso")
    body = etree.SubElement(etree.SubElement(root, f"{tag}act"), f"{tag}body")
    body.extend(elements)
    return list(blocks_of_act(Act(b"", etree.ElementTree(root), act.name)))


def _piece(element: Element, view: View) -> Element | None:
    """A copy of an element in one text."""
    holder = etree.Element("holder")
    copied = deepcopy(element)
    copied.tail = None
    holder.append(copied)
    if view.merging:
        _complete(copied, element, view)
    project(holder, view)
    return next(holder.iterchildren(etree.Element), None)


def _complete(copied: Element, element: Element, view: View) -> None:
    """What stands in the next element and belongs to this one (a split not done, a join done) comes along."""
    holder = copied.getparent()
    follower = element.getnext()
    while holder is not None and follower is not None and isinstance(follower.tag, str):
        if view.visible(follower) and not view.merged(follower):
            break
        more = deepcopy(follower)
        more.tail = None
        holder.append(more)
        follower = follower.getnext()


def _plain(elements: Sequence[Element], view: View) -> str:
    if len(elements) != 1 or local_name(elements[0].tag) in ANNEXES:
        return ""
    return " ".join(flatten(elements[0], view).text.split())


def markup_of(element: Element) -> str:
    """An element as XML, without declarations of namespaces that only its surroundings need."""
    etree.cleanup_namespaces(element)
    return etree.tostring(element, encoding="unicode", with_tail=False)


def words_quoted(act: Act, words: str) -> QuotedStructure:
    """Plain words as a quotation of one paragraph."""
    paragraph = etree.Element(f"{{{act.namespace}}}p" if act.namespace else "p")
    paragraph.text = words
    return QuotedStructure(markup_of(paragraph), tuple(_blocks(act, [paragraph])), words)


def head_of(act: Act, provision: Element, view: View) -> QuotedStructure:
    """Number and heading of a provision alone, as they read in one text; `plain` is the heading."""
    frame = provision.makeelement(str(provision.tag), {})
    if provision.get("name"):
        frame.set("name", str(provision.get("name")))
    plain = ""
    for name in ("num", "heading"):
        child = child_named(provision, name, view)
        piece = None if child is None else _piece(child, view)
        if piece is not None:
            frame.append(piece)
        if child is not None and name == "heading":
            plain = " ".join(flatten(child, view).text.split())
    return QuotedStructure(markup_of(frame), tuple(_blocks(act, [deepcopy(frame)])), plain)
