"""What a provision looks like on the page: heading or paragraph, how deep, with which bullet."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from redline.akn.block_writer import Place, bullet
from redline.akn.document import Act, plain_text, squeeze
from redline.akn.marks import DEL, INS, View
from redline.akn.names import CONTAINERS, HIERARCHY, PREAMBLE_UNITS, local_name, tag_like
from redline.akn.runs import State, mark_of
from redline.model.blocks import Kind, Runs

Element = etree._Element

UNITS = frozenset({"article", "section", "rule"})
HEADED = UNITS | CONTAINERS
"""What begins with a line of its own, whether it has a heading or only a number."""
ZONES = {
    "coverPage": "preface",
    "preface": "preface",
    "toc": "toc",
    "preamble": "preamble",
    "conclusions": "conclusions",
    "body": "body",
    "mainBody": "body",
}
_OWN_VOCABULARIES = frozenset(
    {"", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2000/svg"}
)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def shape_of(element: Element, place: Place, numbered: bool, headed: bool) -> tuple[Kind, Place]:
    """What kind of block a provision begins with, and the place of what stands in it.

    Args:
        place: where it stands.
        numbered, headed: whether it has a number, and a heading.
    """
    name = local_name(element.tag)
    if _is_annex(element, name, headed):
        return "annex", place._replace(depth=place.base, level=place.level + 1, unit=False)
    if name == "component":
        return "text", place
    if name in PREAMBLE_UNITS:
        return "preamble", place._replace(depth=place.depth + (1 if numbered else 0))
    if numbered or headed:
        kind = _heading_kind(element, name, place, headed)
        if kind is not None:
            inside = place.unit or kind == "unit"
            return kind, place._replace(depth=place.base, level=place.level + 1, unit=inside)
    depth = place.depth + (1 if numbered else 0)
    kind = "paragraph" if depth <= place.base + 1 else "point"
    return kind, place._replace(depth=depth, unit=True if name in UNITS else place.unit)


def _heading_kind(element: Element, name: str, place: Place, headed: bool) -> Kind | None:
    """`container` or `unit` for what stands in the outline, None for a paragraph."""
    if name in CONTAINERS:
        return "container"
    if name in UNITS:
        return "container" if _holds_units(element) else "unit"
    if place.unit or not headed or (name not in HIERARCHY and place.zone != "body"):
        return None
    return "unit" if name in HIERARCHY and name != "hcontainer" and not _holds_units(element) else "container"


def _holds_units(element: Element) -> bool:
    for child in element:
        name = local_name(child.tag)
        if name in UNITS or (name in HIERARCHY and _holds_units(child)):
            return True
    return False


def _is_annex(element: Element, name: str, headed: bool) -> bool:
    """A component that only holds a document of a collection is none."""
    if name == "hcontainer":
        return headed and (element.get("name") or "").lower() in ("schedule", "annex", "appendix")
    return name == "attachment" or (name == "component" and headed)


def has_child(element: Element, name: str) -> bool:
    """Whether there is a child of that name in the element's own namespace."""
    return len(element) > 0 and next(element.iterchildren(tag_like(element.tag, name)), None) is not None


def has_head(element: Element) -> bool:
    """Whether an element begins with a number or a heading, whatever it is called."""
    return len(element) > 0 and (has_child(element, "num") or has_child(element, "heading"))


class PlainWords(NamedTuple):
    """Number and words of a provision that consists of nothing else."""

    numbered: bool
    number: str
    words: str


def plain_words(element: Element) -> PlainWords | None:
    """Number and words of a provision that consists of nothing else, as most do.

    That is `<num>1)</num><content><p>…</p></content>`, with or without the number, without any attribute,
    mark or markup inside. None for all others.
    """
    count = len(element)
    if not 0 < count < 3 or _is_words(element.text):
        return None
    num, content, p = _plain_tags(element.tag)
    last = element[count - 1]
    if last.tag != content or len(last) != 1 or last.keys() or _is_words(last.text) or _is_words(last.tail):
        return None
    words = last[0]
    if words.tag != p or len(words) or words.keys() or _is_words(words.tail):
        return None
    if count == 1:
        return PlainWords(False, "", words.text or "")
    first = element[0]
    if first.tag != num or len(first) or first.keys() or _is_words(first.tail):
        return None
    return PlainWords(True, first.text or "", words.text or "")


def _is_words(text: str | None) -> bool:
    return text is not None and text.strip(" \t\r\n") != ""


@lru_cache(maxsize=256)
def _plain_tags(tag: str) -> tuple[str, str, str]:
    return tag_like(tag, "num"), tag_like(tag, "content"), tag_like(tag, "p")


def language_in(element: Element, place: Place) -> Place:
    """The place with the language that the element declares."""
    language = element.get(_LANGUAGE)
    return place._replace(language=language) if language else place


def is_foreign(element: Element, namespace: str) -> bool:
    """Whether it belongs to a vocabulary that is no text: data that an editor keeps beside the provisions."""
    return _is_of_foreign(str(element.tag), namespace)


@lru_cache(maxsize=4096)
def _is_of_foreign(tag: str, namespace: str) -> bool:
    own = tag[1:].partition("}")[0] if tag.startswith("{") else ""
    return own != namespace and own not in _OWN_VOCABULARIES and "legaldocml" not in own.lower()


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name, in whatever namespace; or an empty string."""
    value = element.get(name)
    if value is not None:
        return value
    for key, other in element.attrib.items():
        if local_name(key) == name:
            return str(other)
    return ""


def quote_marks(element: Element) -> tuple[str, str]:
    """The quotation marks that a quotation has in its attributes."""
    return (attribute(element, "startQuote"), attribute(element, "endQuote")) if element.attrib else ("", "")


def toc_depth(item: Element) -> int:
    """How far an entry of the contents is indented: its rank among the levels that its list has."""
    parent = item.getparent()
    entries = [item] if parent is None else parent
    levels = sorted({_level(entry) for entry in entries if local_name(entry.tag) == "tocItem"})
    return levels.index(_level(item))


def _level(item: Element) -> int:
    level = item.get("level") or ""
    return int(level) if level.isdigit() else 0


def bullets_of(item: Element, state: State, order: Mapping[str, int] | None) -> Runs:
    """The bullet of an item without a number; where its place in the list differs in the two texts, both."""
    was, is_ = (_bullet_of(item, View(order or {}, horizon)) for horizon in (0, math.inf))
    if was == is_ or mark_of(state) is not None:
        return bullet(was if state.went is not None else is_, state)
    marked = (sibling.get(mark) for sibling in item.itersiblings(preceding=True) for mark in (INS, DEL))
    operation = next((mark for mark in marked if mark is not None and mark in (order or {})), None)
    if operation is None:
        return bullet(is_, state)
    return bullet(was, state._replace(went=operation)) + bullet(is_, state._replace(came=operation))


def _bullet_of(item: Element, view: View) -> str:
    """What a list says of its items, or the place of one in an ordered list."""
    own = attribute(item, "symbol")
    parent = item.getparent()
    if own or parent is None:
        return own
    symbol = attribute(parent, "symbol")
    if local_name(parent.tag) == "ol":
        return _ordered(item, parent, symbol, view)
    if local_name(parent.tag) == "ul":
        return {"dash": "–", "none": ""}.get(symbol, "•")
    return ""


def _ordered(item: Element, parent: Element, symbol: str, view: View) -> str:
    start = attribute(parent, "start")
    position = sum(map(view.visible, item.itersiblings(str(item.tag), preceding=True))) + (
        int(start) if start.isdigit() else 1
    )
    match = re.fullmatch(r"([^\w]*)(1|a|A)([^\w]*)", symbol or "1.")
    if match is None:
        return f"{position}."
    first, kind, last = match.groups()
    if kind == "1" or position > 26:
        return f"{first}{position}{last}"
    return f"{first}{chr(ord(kind) + position - 1)}{last}"


def title_name(act: Act) -> str:
    """The element that holds the title here."""
    for name in ("docTitle", "shortTitle"):
        for front in act.root.iter("{*}preface", "{*}coverPage"):
            if any(squeeze(plain_text(title)) for title in front.iter(f"{{*}}{name}")):
                return name
    return "longTitle"


def changed_heads(element: Element) -> list[Element]:
    """The number and heading of a provision where one of them came or went, or none.

    New words may stand before an old heading then, and are no reason to read it after them.
    """
    heads = [child for child in element if local_name(child.tag) in ("num", "heading")]
    return heads if any(INS in child.attrib or DEL in child.attrib for child in heads) else []
