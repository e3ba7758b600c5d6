"""A paper as plain data: headings, paragraphs, tables and pictures, which every format shows alike."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Look = Literal["text", "lead", "note", "missing", "item", "source"]
"""`lead` heads what follows it, and stays with it; `missing` is a place
where a person must still write, and is seen as such; `item` is one of a list;
`source` says where a quotation is from."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one look.

    Attributes:
        gone, come: they are left out, or put in, by an amendment: struck or underlined, never colour alone.
    """

    text: str
    bold: bool = False
    italic: bool = False
    gone: bool = False
    come: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Attributes:
        words: what it says; line breaks are `\\n`.
        look: what it is.
        number: what hangs before an item (`1.`, `–`).
        language: of its words, where it is not the paper's.
    """

    words: tuple[Words, ...]
    look: Look = "text"
    number: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(words.text for words in self.words)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        level: 1 for the parts of the paper.
        anchor: by which it is pointed at, unique in the paper; empty for none.
    """

    level: int
    text: str
    anchor: str = ""


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a cell for each column, or one over all of them that heads what follows."""

    cells: tuple[Cell, ...]
    heads: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        title: above it.
        share: how wide it is in proportion to the others.
        theirs: it holds what persons say beside columns that hold what was read, and is seen as such.
    """

    title: str
    share: int = 1
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, whose first row of titles is repeated on each page.

    Attributes:
        caption: above it; empty for none.
        name: of its sheet in a workbook, at most 31 letters.
        small: it has many columns, and small letters.
        together: it is short, and is not parted between two pages.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    name: str = ""
    small: bool = False
    together: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A picture.

    Attributes:
        data: a PNG.
        width, height: in millimetres.
        words: what it shows, for those who do not see it.
        caption: below it.
    """

    data: bytes
    width: int
    height: int
    words: str
    caption: str


@dataclass(frozen=True, slots=True)
class Turn:
    """From here on the pages lie on their side, or stand upright again."""

    landscape: bool


Block = Heading | Paragraph | Table | Image | Turn


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper.

    Attributes:
        title, subtitle: in its head.
        running: what stands below the title at the top of each page; the subtitle where it is empty.
        language: two letters.
        blocks: what it says.
        page: what stands in the footer, with `{page}` and `{pages}`.
        contents: the title of the table of contents; empty for none.
        landscape: the page lies on its side.
        date: of the paper; None where none is given: the day of the machine is never taken.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    page: str = "{page} / {pages}"
    contents: str = ""
    landscape: bool = False
    date: datetime.date | None = None
    author: str = field(default="")
    running: str = ""


def plain(text: str, look: Look = "text", *, number: str = "", language: str = "") -> Paragraph:
    """A paragraph of words without emphasis."""
    return Paragraph((Words(text),), look, number, language)


def cell(*texts: str, look: Look = "text", language: str = "") -> Cell:
    """A cell of paragraphs without emphasis."""
    return tuple(plain(text, look, language=language) for text in texts) or (plain(""),)


def lines_of(text: str) -> Iterable[str]:
    """The lines of a text that say anything."""
    return [line.strip() for line in text.splitlines() if line.strip()] or [""]
