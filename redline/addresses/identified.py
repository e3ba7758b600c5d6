"""An element named by its eId (or `preamble`) that is no provision: the part of the Act that it is."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from msgspec.structs import replace

from redline.addresses.targets import Target
from redline.akn.marks import View
from redline.akn.names import INLINES, OWN_WORDS, PROVISIONS, TEXT_BLOCKS, local_name
from redline.akn.structure import enclosing_provision, own_blocks, text_blocks

Element = etree._Element

_PARTS: Mapping[str, str] = {
    "heading": "heading",
    "num": "num",
    "crossHeading": "crossheading",
    "content": "text",
    "intro": "intro",
    "wrapUp": "wrap",
    "block": "block",
    "tocItem": "item",
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    "authorialNote": "note",
    "math": "formula",
    "foreign": "formula",
    "img": "image",
    "docTitle": "title",
    "longTitle": "title",
    "shortTitle": "short-title",
    "formula": "enacting",
    "preamble": "preamble",
    "preface": "preface",
    "conclusions": "conclusions",
    "toc": "toc",
    "body": "body",
    "mainBody": "body",
    "amendmentBody": "body",
    "blockList": "list",
    "ul": "list",
    "ol": "list",
    "quotedStructure": "quotation",
}
"""Element -> the kind of part, named as after a slash where an address can name it so."""

_SEEN_WHOLE = frozenset(
    ["preamble", "preface", "conclusions", "toc", "body", "list", "quotation", "table", "row"]
)
"""Parts whose blocks are found in the element, wherever they stand in it."""


def as_part(target: Target) -> Target:
    """What an eId names, as the part that it is; a provision stays what it is.

    So `preamble` and `act / preamble`, or the eId of a table row and its citation, are the same thing to
    every operation.
    """
    element = target.element
    name = local_name(element.tag)
    if name in PROVISIONS or target.part is not None:
        return target
    part = _part_of(name)
    blocks: tuple[Element, ...] = ()
    if name in OWN_WORDS:
        blocks = tuple(block for _, block in own_blocks(element, target.view)) or (element,)
    elif part not in _SEEN_WHOLE:
        blocks = tuple(text_blocks(element, target.view))
    return replace(target, part=part, blocks=blocks, provision=_holder(element, part, target.view))


def _part_of(name: str) -> str:
    if name in _PARTS:
        return _PARTS[name]
    if name in TEXT_BLOCKS:
        return "block"
    return "markup" if name in INLINES else "other"


def _holder(element: Element, part: str, view: View) -> Element:
    """The provision that a part belongs to: a cross-heading's is the one behind it."""
    if part == "crossheading":
        follower = element.getnext()
        while follower is not None:
            if isinstance(follower.tag, str) and view.visible(follower):
                return follower
            follower = follower.getnext()
    provision = enclosing_provision(element, view)
    return element if provision is None else provision
