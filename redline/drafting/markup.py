"""Akoma Ntoso markup in a spec -> elements in the Act's own namespace."""

from __future__ import annotations

import re

from lxml import etree

from redline.akn.names import DOCUMENT_TYPES, HIERARCHY, LIST_ITEMS, SUBFLOWS, local_name
from redline.errors import AmendmentError
from redline.model.spec import Content

Element = etree._Element


def read_markup(content: Content, namespace: str) -> list[Element]:
    """The elements of an `{akn: …}` fragment: without a namespace they take the Act's.

    Raises:
        AmendmentError: `content-unreadable` for markup that is not well formed, holds loose text, or declares
            entities.
    """
    declaration = r"^\ufeff?\s*<\?xml[^>]*\?>"
    source = re.sub(declaration, lambda found: "\n" * found.group().count("\n"), content.text)
    if "<!DOCTYPE" in source or "<!ENTITY" in source:
        raise _unreadable(content, "the markup declares a document type or entities", "leave them out")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    opening = f'<redline-content xmlns="{namespace}">' if namespace else "<redline-content>"
    try:
        wrapper = etree.fromstring(f"{opening}{source}</redline-content>".encode(), parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(
            content,
            f"the markup is not well formed: {str(error.msg).rsplit(', line', 1)[0]}",
            "mend the markup",
            line=error.lineno,
        ) from None
    if (wrapper.text or "").strip() or any((child.tail or "").strip() for child in wrapper):
        raise _unreadable(
            content,
            "the markup has loose text outside elements",
            "put the words into <p>…</p>, or give plain text",
        )
    elements = [child for child in wrapper if isinstance(child.tag, str)]
    if not elements:
        raise _unreadable(content, "the markup holds no element", "give at least one provision or block")
    for element in elements:
        element.tail = None
        _clean(element, namespace)
    return elements


def _clean(element: Element, namespace: str) -> None:
    """Into the Act's namespace, and without identifiers of its own on provisions: the Act gives them."""
    final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    for part in element.iter(etree.Element):
        tag = str(part.tag)
        if namespace and tag.startswith(f"{{{final}}}") and namespace != final:
            part.tag = f"{{{namespace}}}{local_name(tag)}"
    if local_name(element.tag) in DOCUMENT_TYPES or local_name(element.tag) == "akomaNtoso":
        return
    _tidy_white_space(element)


def _tidy_white_space(element: Element) -> None:
    """Line breaks and indentation between structural elements are layout, not text."""
    name = local_name(element.tag)
    structural = (
        name in HIERARCHY or name in LIST_ITEMS or name in ("content", "intro", "wrapUp", "table", "tr")
    )
    if not structural:
        if name in SUBFLOWS:
            return
        return
    if element.text and not element.text.strip():
        element.text = None
    for child in element:
        if child.tail and not child.tail.strip():
            child.tail = None
        if isinstance(child.tag, str):
            _tidy_white_space(child)


def _unreadable(content: Content, message: str, do: str, line: int | None = None) -> AmendmentError:
    return AmendmentError("content-unreadable", message, do=do, at=content.line(line))
