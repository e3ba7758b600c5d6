"""Which operation may be aimed at which kind of place: one table, and the one place where it is checked.

A place that a verb cannot take is refused before anything is planned, with what to write instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from redline.addresses.suggest import describe
from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.marks import STUB, View
from redline.akn.names import ANNEXES, LIST_ITEMS, PREAMBLE_UNITS, local_name
from redline.akn.working import WorkingAct
from redline.errors import AmendmentError
from redline.model.spec import WORD_VERBS, Operation


class Kind(Enum):
    """A kind of place, in the words of messages."""

    ACT = "the whole Act"
    TITLE = "a title"
    PREAMBLE = "a preamble"
    FRONT = "a preface"
    BACK = "the concluding words of an Act"
    ENACTING = "enacting words"
    BODY = "the body of an Act"
    PROVISION = "a provision"
    ITEM = "an item of a list"
    RECITAL = "a recital or citation of a preamble"
    ANNEX = "an annex"
    LIST = "a list of items"
    HEADING = "a heading"
    NUMBER = "a number"
    CROSSHEADING = "a cross-heading"
    TEXT = "the words of a provision"
    BLOCK = "a block of words"
    SENTENCE = "a sentence"
    TABLE = "a table"
    ROW = "a table row"
    COLUMN = "a table column"
    CELL = "a table cell"
    NOTE = "a note"
    FORMULA = "a formula"
    IMAGE = "an image"
    CONTENTS = "a table of contents"
    CONTENTS_ENTRY = "an entry of a table of contents"
    QUOTATION = "a quotation as a whole"
    MARKUP = "words inside a line"
    OTHER = "an element that is no provision"


_BY_PART: Mapping[str, Kind] = {
    "act": Kind.ACT,
    "title": Kind.TITLE,
    "short-title": Kind.TITLE,
    "preamble": Kind.PREAMBLE,
    "preface": Kind.FRONT,
    "conclusions": Kind.BACK,
    "enacting": Kind.ENACTING,
    "body": Kind.BODY,
    "list": Kind.LIST,
    "heading": Kind.HEADING,
    "num": Kind.NUMBER,
    "crossheading": Kind.CROSSHEADING,
    "text": Kind.TEXT,
    "intro": Kind.TEXT,
    "wrap": Kind.TEXT,
    "part": Kind.TEXT,
    "block": Kind.BLOCK,
    "definition": Kind.BLOCK,
    "item": Kind.BLOCK,
    "sentence": Kind.SENTENCE,
    "table": Kind.TABLE,
    "row": Kind.ROW,
    "column": Kind.COLUMN,
    "cell": Kind.CELL,
    "note": Kind.NOTE,
    "formula": Kind.FORMULA,
    "image": Kind.IMAGE,
    "toc": Kind.CONTENTS,
    "quotation": Kind.QUOTATION,
    "markup": Kind.MARKUP,
}


_BY_NAME: Mapping[str, Kind] = {"tocItem": Kind.CONTENTS_ENTRY, "formula": Kind.ENACTING}
"""Elements whose kind their part does not tell: AKN calls enacting words a `formula`."""


def kind_of(target: Target) -> Kind:
    """The kind of place that an address names."""
    name = local_name(target.element.tag)
    if target.part is not None:
        if name in _BY_NAME:
            return _BY_NAME[name]
        return Kind.SENTENCE if target.span is not None else _BY_PART.get(target.part, Kind.OTHER)
    if name in ANNEXES:
        return Kind.ANNEX
    if name in LIST_ITEMS:
        return Kind.ITEM
    return Kind.RECITAL if name in PREAMBLE_UNITS else Kind.PROVISION


_UNITS = frozenset({Kind.PROVISION, Kind.ITEM, Kind.RECITAL, Kind.ANNEX})
_WORDS = frozenset({Kind.TEXT, Kind.BLOCK, Kind.SENTENCE})
_WITHOUT_WORDS = frozenset({Kind.IMAGE, Kind.FORMULA})

ALLOWED: Mapping[str, frozenset[Kind]] = {
    "replace": _UNITS
    | _WORDS
    | {Kind.ACT, Kind.TITLE, Kind.PREAMBLE, Kind.BACK, Kind.ENACTING, Kind.HEADING, Kind.CROSSHEADING}
    | {Kind.TABLE, Kind.ROW, Kind.COLUMN, Kind.CELL, Kind.NOTE, Kind.CONTENTS_ENTRY},
    "insert beside": _UNITS
    | _WORDS
    | {Kind.CROSSHEADING, Kind.TABLE, Kind.ROW, Kind.COLUMN, Kind.CONTENTS_ENTRY},
    "insert into": (_UNITS | _WORDS | {Kind.ACT, Kind.BODY, Kind.PREAMBLE, Kind.BACK, Kind.LIST})
    - {Kind.SENTENCE}
    | {Kind.TABLE, Kind.CELL, Kind.NOTE, Kind.CONTENTS},
    "repeal": frozenset(Kind)
    - {Kind.TITLE, Kind.FRONT, Kind.BODY, Kind.NUMBER, Kind.QUOTATION, Kind.MARKUP, Kind.OTHER},
    "words": frozenset(Kind) - _WITHOUT_WORDS,
    "except": frozenset(Kind) - _WITHOUT_WORDS,
    "retitle": frozenset({Kind.ACT, Kind.TITLE, Kind.PROVISION, Kind.ANNEX, Kind.HEADING, Kind.CROSSHEADING}),
    "renumber": _UNITS | {Kind.NUMBER},
    "move": _UNITS,
    "move beside": _UNITS | {Kind.CROSSHEADING},
    "move into": frozenset({Kind.ACT, Kind.BODY, Kind.PROVISION, Kind.ANNEX, Kind.LIST}),
    "designate": frozenset({Kind.PROVISION}),
    "enclose": frozenset({Kind.PROVISION}),
    "split": frozenset({Kind.PROVISION, Kind.ITEM}),
    "join": frozenset({Kind.PROVISION, Kind.ITEM}),
    "restore": frozenset({Kind.PROVISION, Kind.ITEM, Kind.ANNEX}),
}
"""What is done -> the kinds of place at which it can be done."""

_ROLES: Mapping[tuple[str, str], str] = {
    ("insert", "before"): "insert beside",
    ("insert", "after"): "insert beside",
    ("insert", "into"): "insert into",
    ("move", "before"): "move beside",
    ("move", "after"): "move beside",
    ("move", "into"): "move into",
}

_SAID: Mapping[str, str] = {
    "replace": "no text can take its place",
    "insert beside": "nothing can be inserted before or after it",
    "insert into": "nothing can be inserted into it",
    "repeal": "it cannot be repealed by itself",
    "words": "it has no words that could be amended",
    "except": "it has no words that could be left out",
    "retitle": "it has no heading of its own",
    "renumber": "it has no number of its own",
    "move": "it cannot be moved by itself",
    "move beside": "no provision can be moved beside it",
    "move into": "no provision can be moved into it",
    "designate": "its text cannot be designated as a provision",
    "enclose": "it cannot be enclosed in a new Part, Chapter or Section",
    "split": "it cannot be split into two provisions",
    "join": "it cannot be joined with another",
    "restore": "there is nothing to restore",
}

_INSTEAD: Mapping[str, str] = {
    "replace": "replace the provision it stands in, or change words of it with substitute, add and omit",
    "insert beside": "name the provision, block, sentence or row it goes beside; words are added with add",
    "insert into": "name a provision, table or list to insert into; words are added with add",
    "repeal": "repeal the provision it stands in, or omit the words",
    "words": "replace the block of words it stands in",
    "except": "name the places to change with in: instead",
    "retitle": "name the provision whose heading is meant, or change the words with substitute",
    "renumber": "name the provision whose number is meant",
    "move": "omit or repeal it here, and add or insert it there",
    "move beside": "name the provision beside which it goes",
    "move into": "name the provision, chapter or part into which it goes",
    "designate": "name the provision whose text is designated, without a part",
    "enclose": "name provisions that stand one behind the other, such as art 5 .. art 8",
    "split": "name the provision that is split; a block is divided with replace",
    "join": "name provisions of one kind that stand one behind the other",
    "restore": "name the repealed provision, or insert the text as a new one",
}

_INSTEAD_AT: Mapping[tuple[str, Kind], str] = {
    ("replace", Kind.NUMBER): "use renumber to change a number",
    ("replace", Kind.CONTENTS): 'replace its entries (toc / item "Article 5"), or insert and repeal them',
    ("replace", Kind.FRONT): "replace the title (act / title), or change words of it with substitute",
    ("replace", Kind.BODY): "replace its provisions, or the whole Act (replace: act)",
    ("replace", Kind.LIST): "replace its items, or the provision that holds it",
    (
        "replace",
        Kind.IMAGE,
    ): "replace the block it stands in with {akn: …} that holds the new image",
    (
        "replace",
        Kind.FORMULA,
    ): "replace the block it stands in with {akn: …} that holds the new one",
    ("insert beside", Kind.ACT): "name the provision beside which the new one stands, or use into: act",
    ("insert beside", Kind.CONTENTS): 'name an entry (after: toc / item "Article 5"), or use into: toc',
    ("insert beside", Kind.CELL): "insert a row, or replace the words of the cell",
    ("insert beside", Kind.PREAMBLE): "use into: preamble with at: start or at: end",
    ("insert into", Kind.SENTENCE): "use before: or after: for a new sentence; words are added with add:",
    ("insert into", Kind.ROW): "use before or after for a new row; cells are replaced by their words",
    ("repeal", Kind.NUMBER): "repeal the provision with leave: nothing, or renumber it",
    ("repeal", Kind.TITLE): "change the title with retitle: act",
    ("repeal", Kind.BODY): "repeal its provisions, or the whole Act (repeal: act)",
    ("retitle", Kind.CONTENTS_ENTRY): "replace the entry",
    ("retitle", Kind.ITEM): "replace the item, or change words of it with substitute",
}


def check_place(verb: str, key: str, target: Target, act: str) -> None:
    """Refuse a place that the operation cannot take.

    Args:
        verb: the operation.
        key: the key that the address stands under.
        target: what it names.
        act: the Act's name, for the message.

    Raises:
        AmendmentError: `address-part`.
    """
    role = _role(verb, key)
    kind = kind_of(target)
    if kind in ALLOWED[role]:
        return
    raise AmendmentError(
        "address-part",
        f"{_named(target, kind)}; {_SAID[role]}",
        do=_INSTEAD_AT.get((role, kind), _INSTEAD[role]),
        at=target.citation.at,
        about=[("act", act if kind is Kind.ACT else f"{act}, {describe(target.provision, target.view)}")],
    )


def _named(target: Target, kind: Kind) -> str:
    text = target.citation.text
    return "act is the whole Act" if text == "act" else f"{text} is {kind.value}"


def _role(verb: str, key: str) -> str:
    if verb in WORD_VERBS:
        return "except" if key == "except" else "words"
    return _ROLES.get((verb, key), verb)


_AT_STUBS = frozenset(
    {"replace", "repeal", "insert beside", "restore", "renumber", "move", "move beside", "enclose"}
)
"""What can be done at a repealed provision that kept its number; `repeal` refuses it with its own words."""


def check_stub(
    verb: str, key: str, target: Target, working: WorkingAct, operations: Mapping[str, Operation]
) -> None:
    """Refuse to amend what a repealed provision has left: its note is no text of the law.

    Raises:
        AmendmentError: `provision-repealed`.
    """
    role = _role(verb, key)
    if role == "except" or (role in _AT_STUBS and target.part in (None, "num", "act")):
        return
    stub = repealed_around(target.element, working.view())
    if stub is not None and working.sequential and stub.get(STUB) is not None:
        # Under `addressing: current` the note that a predecessor has left is text like any other.
        return
    if stub is None or (role != "words" and not target.view.repealed(stub)):
        # What this very date repeals is a conflict of two operations, which names both lines.
        return
    why = _AT_REPEALED.get(role, "it cannot be amended")
    instead = "restore it with new words (restore: …)"
    error = AmendmentError(
        "provision-repealed",
        f"{target.citation.text} is repealed; {why}",
        do=f"{instead}, or {'insert beside it' if role == 'insert into' else 'take this operation out'}",
        at=target.citation.at,
        about=[("act", f"{working.act.name}, {describe(target.provision, target.view)}")],
    )
    if (repeal := operations.get(stub.get(STUB, ""))) is not None:
        error = repealed_by(
            repeal,
            error,
            f"{target.citation.text} is repealed by the spec itself; {why}",
            do=f"take one of the two operations out, or {instead}",
        )
    raise error


def repealed_by(repeal: Operation, error: AmendmentError, message: str, *, do: str) -> AmendmentError:
    """An error of what is repealed, where an operation of the spec has repealed it: with that one named."""
    about = (*error.about, ("repealed by", repeal.at))
    return AmendmentError(error.slug, message, do=do, at=error.at, about=about)


_AT_REPEALED: Mapping[str, str] = {
    "words": "its words cannot be amended",
    "insert into": "nothing can be put into it",
    "move into": "nothing can be put into it",
    "retitle": "it has no heading any more",
}


def repealed_around(element: Element, view: View) -> Element | None:
    """The repealed stub that an element stands in, itself included, or None."""
    current: Element | None = element
    while current is not None:
        if (current.get("status") or current.get(STUB)) and view.repealed(current):
            return current
        current = current.getparent()
    return None
