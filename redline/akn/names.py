"""The Akoma Ntoso vocabulary, by local name: which elements are provisions, text blocks, inlines, containers.

Documents come in many namespaces (3.0, working drafts, LegalDocML.de, 1.0, 2.0); the names are the same, so
everything here goes by local name and each document keeps its own namespace.
"""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

# Hierarchical elements (XSD group ANhier), the generic hcontainer included.
HIERARCHY = frozenset(
    [
        "clause",
        "section",
        "part",
        "paragraph",
        "chapter",
        "title",
        "article",
        "book",
        "tome",
        "division",
        "list",
        "point",
        "indent",
        "alinea",
        "rule",
        "subrule",
        "proviso",
        "subsection",
        "subpart",
        "subparagraph",
        "subchapter",
        "subtitle",
        "subdivision",
        "subclause",
        "sublist",
        "level",
        "transitional",
        "hcontainer",
    ]
)
# Numbered things in lists of blocks; locators treat them like points (reference page, 1.6).
LIST_ITEMS = frozenset({"item", "li"})
# Whole documents inside a document: annexes and components.
ANNEXES = frozenset({"attachment", "component"})
# Numbered things of the preamble.
PREAMBLE_UNITS = frozenset({"recital", "citation"})
PROVISIONS = HIERARCHY | LIST_ITEMS | ANNEXES | PREAMBLE_UNITS

# Elements that hold running text.
TEXT_BLOCKS = frozenset(
    [
        "p",
        "heading",
        "subheading",
        "crossHeading",
        "num",
        "listIntroduction",
        "listWrapUp",
        "caption",
        "tocItem",
    ]
)
CONTAINERS = frozenset(
    {
        "part",
        "chapter",
        "title",
        "book",
        "tome",
        "division",
        "subpart",
        "subchapter",
        "subtitle",
        "subdivision",
    }
)
"""Units that hold articles or sections, and are left out where these are cited."""

LARGE_PROVISIONS = CONTAINERS | ANNEXES
SMALL_PROVISIONS = PROVISIONS - LARGE_PROVISIONS
"""Articles, sections, and what stands in them."""

HEADS = frozenset({"num", "heading", "subheading"})
OWN_WORDS = frozenset({"intro", "content", "wrapUp"})
# Text of another level that stands inside a sentence and is no part of it.
SUBFLOWS = frozenset({"authorialNote", "quotedStructure", "embeddedStructure", "popup", "subFlow", "foreign"})
BREAKS = frozenset({"br", "eol", "eop"})
INLINES = frozenset(
    [
        "a",
        "abbr",
        "affectedDocument",
        "argument",
        "b",
        "caption",
        "change",
        "concept",
        "courtType",
        "date",
        "decoration",
        "def",
        "del",
        "docAuthority",
        "docCommittee",
        "docDate",
        "docIntroducer",
        "docJurisdiction",
        "docketNumber",
        "docNumber",
        "docProponent",
        "docPurpose",
        "docStage",
        "docStatus",
        "docTitle",
        "docType",
        "embeddedText",
        "entity",
        "event",
        "extractText",
        "extractStructure",
        "fillIn",
        "from",
        "i",
        "img",
        "inline",
        "ins",
        "judge",
        "lawyer",
        "legislature",
        "location",
        "marker",
        "mmod",
        "mod",
        "mref",
        "neutralCitation",
        "noteRef",
        "num",
        "object",
        "omissis",
        "opinion",
        "organization",
        "outcome",
        "party",
        "person",
        "placeholder",
        "process",
        "quantity",
        "quotedText",
        "ref",
        "rref",
        "relatedDocument",
        "remark",
        "rmod",
        "role",
        "rref",
        "scene",
        "session",
        "shortTitle",
        "signature",
        "span",
        "std",
        "sub",
        "sup",
        "term",
        "time",
        "u",
        "vote",
        "authorialNote",
        "popup",
        "subFlow",
        "br",
        "eol",
        "eop",
    ]
)
# Inline formatting: carried over to new words that take the place of formatted ones.
FORMATTING = frozenset(["b", "i", "u", "span", "sub", "sup", "inline", "abbr", "term", "def"])
VALUES = frozenset({"date", "time", "quantity"})
"""Words of which an attribute says the value: where the words change, it is another value."""
SEMANTIC = VALUES | {
    *("concept", "embeddedText", "entity", "event", "location", "mmod", "mod", "organization", "person"),
    *("process", "quotedText", "remark", "rmod", "role"),
}
"""Inline markup that says nothing once its words have gone."""
REFERENCES = frozenset({"ref", "rref", "mref", "a"})
SCRIPTS = frozenset({"sup", "sub"})
"""Markup that is part of the text: 10² is not 102."""

KEEP = "redline-keep"
"""Placeholder element in new text: what stands there in the old text is kept (a line of `…`)."""

DOCUMENT_TYPES = frozenset(
    [
        "act",
        "bill",
        "doc",
        "statement",
        "amendment",
        "amendmentList",
        "documentCollection",
        "officialGazette",
        "debate",
        "debateReport",
        "judgment",
        "portion",
    ]
)


GENERIC_UNITS = frozenset(
    {"regulation", "rule", "schedule", "section", "article", "paragraph", "subparagraph"}
)
"""What a generic element may be called in order to be cited by that name."""


@lru_cache(maxsize=4096)
def local_name(tag: object) -> str:
    """The name without its namespace; empty for comments and processing instructions."""
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2]


def unit_of(element: etree._Element) -> str:
    """The element; of a generic one (`<hcontainer name="regulation">`) its name, where that is a unit."""
    name = local_name(element.tag)
    called = element.get("name") or ""
    return called if name == "hcontainer" and called in GENERIC_UNITS else name


def tag_like(tag: object, name: str) -> str:
    """The tag of that name in the namespace of another tag."""
    namespace, brace, _ = str(tag).rpartition("}")
    return f"{namespace}{brace}{name}"


def namespace_of(tag: str) -> str:
    """The namespace of a tag in Clark notation, or an empty string."""
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""
