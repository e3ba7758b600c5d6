"""A law as a sequence of blocks: what renderers and checks read instead of elements.

A block is a paragraph of a page: a heading, a numbered paragraph with its first words (`1) text` is one
block), a further
paragraph, a table. Blocks come in reading order; `depth` says how far the text is indented, `level` how high
a heading
stands in the outline. Where a law was amended, blocks and runs carry the mark of the operation they came or
went with.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

Kind = Literal[
    "title",
    "preface",
    "toc",
    "preamble",
    "container",
    "unit",
    "paragraph",
    "point",
    "text",
    "crossheading",
    "subheading",
    "table",
    "image",
    "annex",
    "signature",
]
MarkKind = Literal["ins", "del", "moved-from", "moved-to"]


class Mark(Struct, frozen=True):
    """What an operation did to words, a block, a row or a cell.

    Attributes:
        kind: `ins` and `moved-to` are part of the amended text only, `del` and `moved-from` of the base only.
        operation: the id of the operation.
        inserted: for `del` and `moved-from`, the earlier operation that the words came with: then they are
        part of
            neither text.
    """

    kind: MarkKind
    operation: str
    inserted: str | None = None

    @property
    def in_base(self) -> bool:
        """Whether what is marked belongs to the text before all operations."""
        return self.kind in ("del", "moved-from") and self.inserted is None

    @property
    def in_amended(self) -> bool:
        """Whether what is marked belongs to the text after all operations."""
        return self.kind in ("ins", "moved-to")


class Image(Struct, frozen=True):
    """An image inside a line: where the Act says it is, and its description."""

    source: str
    description: str = ""


class Run(Struct, frozen=True):
    """Words of one formatting.

    Attributes:
        text: the words; white space is squeezed, a line feed is a line break.
        strike: the source itself shows the words as removed.
        href: where a reference points: `#eId` inside the Act, else an address as the Act has it.
        note: the index of the note whose mark stands here (`text` is empty).
        image: an image that stands here (`text` is empty).
        mark: what an operation did to the words.
        generated: the words are no words of the Act's text: a quotation mark from an attribute, a list's
        bullet.
    """

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    subscript: bool = False
    underline: bool = False
    strike: bool = False
    href: str | None = None
    note: int | None = None
    image: Image | None = None
    mark: Mark | None = None
    generated: bool = False


Runs = tuple[Run, ...]


class Note(Struct, frozen=True):
    """A footnote.

    Attributes:
        index: its number in the document, from 1, in the order of the marks in the text.
        marker: the mark as the Act has it (`*`, `F1`), or an empty string.
        eid: its identifier.
        blocks: its text.
        outside: it stands in the Act's metadata, and the text only refers to it.
        mark: what an operation did to it.
    """

    index: int
    marker: str
    eid: str | None
    blocks: tuple[Block, ...]
    outside: bool = False
    mark: Mark | None = None


class Cell(Struct, frozen=True):
    """A cell of a table.

    Attributes:
        columns, rows: over how many it reaches where both texts are shown.
        before, after: over how many columns and rows it reaches in the base, and in the amended text, where
            that differs from one another or from what is shown; None where it does not.
    """

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    header: bool = False
    mark: Mark | None = None
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None


class Row(Struct, frozen=True):
    """A row of a table; `header` where it stands in the table's head or all its cells are headers."""

    cells: tuple[Cell, ...]
    header: bool = False
    mark: Mark | None = None


class Block(Struct, frozen=True):
    """One paragraph of the page.

    Attributes:
        kind: what it is. `container` and `unit` are headings (a chapter's, an article's) and have no `runs`;
            `paragraph` is a numbered provision of the first level, `point` one below it.
        depth: how far its text is indented; its number hangs one step to the left of that.
        level: for headings, 1 for the title and more for what stands below; 0 for everything else.
        eid: the identifier of the provision (or paragraph) that begins here.
        anchors: further identifiers that begin here.
        number: the number as printed.
        heading: the heading; the caption of a table.
        runs: the words.
        rows: of a table.
        notes: the footnotes whose marks stand in it, in order.
        language: as the Act has it (`eng`, `en`).
        quoted: how many quotations it stands in: text of another law that this one quotes.
        mark: the whole block came or went with an operation.
        boundary: the break between this block and the one before it came (a split) or went (a join).
        repealed: it belongs to a provision that is repealed and keeps its place.
        unit: where a provision begins with it, the unit as Akoma Ntoso calls it (`article`, `point`).
        by_heading: it is a heading since it has the words of one: in a text without them it is none.
    """

    kind: Kind
    depth: int = 0
    level: int = 0
    eid: str | None = None
    anchors: tuple[str, ...] = ()
    number: Runs = ()
    heading: Runs = ()
    runs: Runs = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[Note, ...] = ()
    language: str | None = None
    quoted: int = 0
    mark: Mark | None = None
    boundary: Mark | None = None
    repealed: bool = False
    unit: str | None = None
    by_heading: bool = False

    def all_runs(self) -> Iterator[Run]:
        """Number, heading and words, in this order."""
        yield from self.number
        yield from self.heading
        yield from self.runs


def text_of(runs: Runs) -> str:
    """The words of runs, without marks of notes."""
    return "".join(run.text for run in runs)
