"""Inline marks of plain text: `**bold**`, `*italic*`, `[text](address)`, `^[note]`; a backslash takes them
off.
"""

from __future__ import annotations

import re

from lxml import etree

Element = etree._Element

ADDRESS = "redline-address"
"""Attribute of a reference whose address is still to be looked up in the Act."""

_MARK = re.compile(
    r"\\(?P<plain>[\\*\[\]^|])"
    r"|\*\*(?P<bold>(?!\s)(?:[^*\\]|\\.)+?(?<!\s))\*\*"
    r"|(?<![\w*])\*(?P<italic>(?![\s*])(?:[^*\\]|\\.)+?(?<![\s*]))\*(?![\w*])"
    r"|\^\[(?P<note>(?:[^\[\]\\]|\\.)+)\]"
    r"|\[(?P<text>(?:[^\[\]\\]|\\.)+)\]\((?P<address>(?:[^()\\]|\\.|\([^()]*\))+)\)"
)


def fill(element: Element, text: str, namespace: str) -> Element:
    """Put text with its inline marks into an element; returns the element."""
    position = 0
    for match in _MARK.finditer(text):
        _add(element, text[position : match.start()])
        position = match.end()
        _add_marked(element, match, namespace)
    _add(element, text[position:])
    return element


def _add(element: Element, text: str) -> None:
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _add_marked(element: Element, match: re.Match[str], namespace: str) -> None:
    tag = f"{{{namespace}}}" if namespace else ""
    if match["plain"] is not None:
        _add(element, match["plain"])
    elif match["bold"] is not None:
        fill(etree.SubElement(element, f"{tag}b"), match["bold"], namespace)
    elif match["italic"] is not None:
        fill(etree.SubElement(element, f"{tag}i"), match["italic"], namespace)
    elif match["note"] is not None:
        note = etree.SubElement(element, f"{tag}authorialNote", {"placement": "bottom"})
        fill(etree.SubElement(note, f"{tag}p"), match["note"], namespace)
    else:
        reference = etree.SubElement(element, f"{tag}ref", {ADDRESS: match["address"].strip()})
        fill(reference, match["text"], namespace)
