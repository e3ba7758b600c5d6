"""New elements of the final schema, of which imported Acts and amending Acts are made."""

from __future__ import annotations

from lxml import etree

from redline.akn.document import FINAL_NAMESPACE, Element

TAG = f"{{{FINAL_NAMESPACE}}}"


def add_element(parent: Element, name: str, /, **attributes: str) -> Element:
    """A new last child of an element.

    Args:
        parent: what it stands in.
        name: its local name.
        attributes: its attributes, in this order.
    """
    return etree.SubElement(parent, f"{TAG}{name}", attributes)
