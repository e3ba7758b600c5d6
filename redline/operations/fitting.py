"""What may stand inside what: new and moved pieces are held against the element that they go into.

One table (Akoma Ntoso 3.0, content models of the schema, families instead of single elements), and the one
place where the edits of an operation are checked against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from redline.akn.document import Element
from redline.akn.edits import Edit, InsertEdit, MoveEdit, WrapEdit
from redline.akn.names import (
    DOCUMENT_TYPES,
    HEADS,
    HIERARCHY,
    INLINES,
    OWN_WORDS,
    PREAMBLE_UNITS,
    local_name,
)
from redline.errors import AmendmentError
from redline.operations.context import PlanContext

_BLOCKS = frozenset(
    {"p", "block", "blockList", "blockContainer", "tblock", "table", "ul", "ol", "toc", "foreign"}
)
_HOLDER = _BLOCKS | HEADS
_MATTER = _BLOCKS | {"longTitle", "formula", "container"}
_LINE = (INLINES | {"embeddedStructure", "recordedTime"}) - {"num", "caption", "from", "scene", "quotedText"}
_UNIT = HIERARCHY | HEADS | OWN_WORDS | {"crossHeading", "componentRef"}
_BODY = HIERARCHY | _BLOCKS | {"div", "container", "componentRef"}
_FLOW = (_UNIT | _BLOCKS | DOCUMENT_TYPES | PREAMBLE_UNITS) - {"crossHeading"} | {
    "recitals",
    "citations",
    "container",
    "div",
    "formula",
    "longTitle",
    "tr",
    "td",
    "th",
    "documentRef",
}
_DOCUMENT = frozenset(
    ["meta", "coverPage", "preface", "preamble", "conclusions", "attachments", "components"]
)

INSIDE: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(HIERARCHY, _UNIT),
    **dict.fromkeys(OWN_WORDS, _BLOCKS),
    **dict.fromkeys(("item", "recital", "citation", "tblock"), _HOLDER),
    **dict.fromkeys(("td", "th", "formula", "longTitle"), _BLOCKS),
    **dict.fromkeys(("p", "heading", "num", "subheading", "crossHeading", "docTitle", "shortTitle"), _LINE),
    **dict.fromkeys(("listIntroduction", "listWrapUp", "tocItem", "caption"), _LINE),
    **dict.fromkeys(("preface", "conclusions"), _MATTER),
    **dict.fromkeys(("quotedStructure", "authorialNote"), _FLOW),
    **dict.fromkeys(("act", "bill"), _DOCUMENT | {"body"}),
    "preamble": (_MATTER - {"longTitle"}) | {"recitals", "citations"},
    "blockContainer": _HOLDER | {"crossHeading", "intro", "wrapUp", "componentRef"},
    "li": _LINE | {"p", "ul", "ol"},
    "body": HIERARCHY | {"componentRef"},
    "mainBody": _BODY,
    "blockList": frozenset({"listIntroduction", "item", "listWrapUp"}),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "table": frozenset({"caption", "tr"}),
    "tr": frozenset({"td", "th"}),
    "toc": frozenset({"tocItem"}),
    "recitals": HEADS | {"intro", "recital", "wrapUp", "componentRef"},
    "citations": HEADS | {"intro", "citation", "wrapUp", "componentRef"},
    "attachments": frozenset({"attachment"}),
    "components": frozenset({"component"}),
    "attachment": HEADS | DOCUMENT_TYPES | {"interstitial", "toc", "documentRef"},
    "doc": _DOCUMENT | {"mainBody"},
}
"""Element -> what may stand directly in it (a test holds it against the schema). Others are not judged."""

_NAMES: Mapping[str, str] = {
    "p": "a paragraph of words",
    "table": "a table",
    "tr": "a table row",
    "item": "an item of a list",
    "li": "an item of a list",
    "content": "words",
    "intro": "words",
    "wrapUp": "words",
    "num": "a number",
    "heading": "a heading",
    "crossHeading": "a cross-heading",
    "attachment": "an annex",
    "hcontainer": "a provision",
}
_PLACES: Mapping[str, str] = {
    "blockList": "between the items of a list",
    "ul": "between the items of a list",
    "ol": "between the items of a list",
    "li": "in an item of a list without numbers",
    "item": "in an item of a list",
    "table": "between the rows of a table",
    "toc": "in a table of contents",
    "recitals": "among the recitals",
    "citations": "among the citations of the preamble",
    "attachments": "among the annexes",
    "attachment": "in an annex beside its text",
    "preamble": "in the preamble",
    "preface": "in the preface",
    "conclusions": "in the concluding words",
    "body": "in the body of the Act outside its provisions",
    "act": "in the Act outside its body",
    "content": "in the words of a provision",
    "intro": "in the words of a provision",
    "wrapUp": "in the closing words of a provision",
    "p": "inside a line",
    "quotedStructure": "in a quotation",
    "tr": "between the cells of a row",
}


def check_fit(context: PlanContext, edits: Iterable[Edit]) -> None:
    """Refuse what would put something where nothing of its kind can stand.

    What the Act itself has at that place (files that follow another usage) is let pass.

    Raises:
        AmendmentError: `operation-impossible`.
    """
    hosts: dict[Element, Element] = {}
    for edit in edits:
        for host, piece in _placed(edit, context, hosts):
            if not _fits(host, piece):
                raise _refused(context, host, piece)


def _placed(
    edit: Edit, context: PlanContext, hosts: dict[Element, Element]
) -> Iterator[tuple[Element, Element]]:
    """Each piece that gets a place by the edit, with what it will stand in.

    Args:
        hosts: what the pieces of earlier edits will stand in, which may be anchors in their turn; added to.
    """
    match edit:
        case InsertEdit():
            host = _host(edit, hosts)
            if host is not None:
                hosts[edit.element] = host
                yield host, edit.element
            for inner in edit.element.iter(etree.Element):
                outer = inner.getparent()
                if outer is not None and inner is not edit.element:
                    yield outer, inner
        case MoveEdit():
            host = _host(edit, hosts)
            if host is not None:
                yield host, edit.provision
        case WrapEdit():
            host = context.view.parent(edit.elements[0])
            if host is not None:
                yield host, edit.wrapper
            for element in edit.elements:
                yield edit.wrapper, element
        case _:
            return


def _host(edit: InsertEdit | MoveEdit, hosts: Mapping[Element, Element]) -> Element | None:
    if edit.where in ("first", "last"):
        return edit.anchor
    return hosts[edit.anchor] if edit.anchor in hosts else edit.anchor.getparent()


def _fits(host: Element, piece: Element) -> bool:
    allowed = INSIDE.get(local_name(host.tag))
    name = local_name(piece.tag)
    if allowed is None or name in allowed or etree.QName(piece).namespace != etree.QName(host).namespace:
        return True
    return any(child.tag == piece.tag for child in host if child is not piece)


def _refused(context: PlanContext, host: Element, piece: Element) -> AmendmentError:
    name, place = local_name(piece.tag), local_name(host.tag)
    what = _NAMES.get(name, f"a provision ({name})" if name in HIERARCHY else f"<{name}>")
    where = _PLACES.get(place, f"in <{place}>" if place not in HIERARCHY else f"directly in a {place}")
    return context.error(
        "operation-impossible",
        f"{what} cannot stand {where}",
        do=(
            "write the text as what stands there is written (an item with its number, a row as | cell |, "
            "a provision with its number), or name another place"
        ),
    )
