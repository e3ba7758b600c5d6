"""The words of an Act that was imported, to compare them with the source."""

from __future__ import annotations

from lxml import etree

from redline.akn.document import plain_text
from redline.akn.names import local_name
from redline.akn.parsing import parse_xml

_APART = frozenset({"meta"})


def imported_words(data: bytes) -> tuple[str, str]:
    """All characters of the law, and of the notes in its metadata, without white space, in order.

    Words that the editor supplied (`status="editorial"`) are left out.
    """
    root = parse_xml(data, "<imported>").getroot()
    law: list[str] = []
    _collect(root, law)
    notes = [plain_text(note) for note in root.iter("{*}note")]
    return "".join("".join(law).split()), "".join("".join(notes).split())


def _collect(element: etree._Element, found: list[str]) -> None:
    if local_name(element.tag) in _APART or element.get("status") == "editorial":
        return
    found.append(element.text or "")
    for child in element:
        _collect(child, found)
        found.append(child.tail or "")
