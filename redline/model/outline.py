"""A law as an importer reads it from another format: its parts in order, before they are Akoma Ntoso."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from msgspec import Struct, field


class Paragraph(Struct, frozen=True):
    """One paragraph of the source.

    Attributes:
        text: its words, white space squeezed.
        line: where it begins in the source, from 1.
        cells: rows and cells of a table, each as words; empty for words.
        heads: how many of the rows are its head.
        term: where the term stands that it defines, characters [start, end); None for none.
    """

    text: str
    line: int
    cells: tuple[tuple[str, ...], ...] = ()
    heads: int = 0
    term: tuple[int, int] | None = None

    @property
    def plain(self) -> str:
        """The words with non-breaking spaces as others: to recognise them, never to write them."""
        return self.text.replace("\u00a0", " ")


class Division(Struct):
    """A provision: a chapter, an article, a numbered paragraph, or an unnumbered one that holds a list.

    Attributes:
        element: the Akoma Ntoso element (`chapter`, `article`, `alinea`).
        printed: its number as printed (`Статья 5-1.`); empty for none.
        number: the bare number (`5-1`); empty for none.
        heading: its heading; None where it has none.
        line: where it begins in the source.
        intro: its own words, before its sub-provisions.
        children: its sub-provisions.
        wrap: its own words behind them.
        removed: whether it is repealed, and only its number (and a note of it) is left.
        eid: its identifier, once it is given.
    """

    element: str
    printed: str
    number: str
    line: int
    heading: Paragraph | None = None
    intro: list[Paragraph] = field(default_factory=list)
    children: list[Division] = field(default_factory=list)
    wrap: list[Paragraph] = field(default_factory=list)
    removed: bool = False
    eid: str = ""

    def walk(self) -> Iterator[Division]:
        """The provision and all in it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


class Amendment(Struct, frozen=True):
    """What an editorial note says of an Act that amended this one.

    Attributes:
        date: of the amending Act.
        number: its number; empty where the note gives none.
        in_force: the day its change came into force, where the note says it.
        kind: what it did, as a `type` of Akoma Ntoso's `textualMod`.
    """

    date: datetime.date
    number: str = ""
    in_force: datetime.date | None = None
    kind: str = "substitution"


class EditorialNote(Struct):
    """Words of the publisher, which are no words of the law.

    Attributes:
        paragraphs: the words.
        about: the provision that the note stands in or before; None at the head of the Act.
        amendments: the Acts that it says amended the law.
    """

    paragraphs: list[Paragraph]
    about: Division | None = None
    amendments: tuple[Amendment, ...] = ()


class TocEntry(Struct, frozen=True):
    """A line of the table of contents.

    Attributes:
        paragraph: the line.
        element, number: the provision that it names.
        level: how deep it stands, from 1.
    """

    paragraph: Paragraph
    element: str
    number: str
    level: int


class Annex(Struct):
    """An annex.

    Attributes:
        printed: its number as printed (`Приложение 2`); empty for none.
        heading: its heading, in as many paragraphs as it has.
        line: where it begins in the source.
        content: what is in it.
    """

    printed: str
    number: str
    line: int
    heading: list[Paragraph] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    divisions: list[Division] = field(default_factory=list)


class Frame(Struct):
    """What identifies an Act.

    Attributes:
        title: its title; empty where it is not known.
        form: what kind of Act it is, as printed (`Закон Республики Казахстан`).
        number: its number; empty where it is not known.
        date: when it was made; None where it is not known.
        consolidated: the day whose text this is; None where it is not known.
        language: two letters.
        country: two letters.
        source: what the Act was imported from, for people.
    """

    language: str
    country: str
    title: str = ""
    form: str = ""
    number: str = ""
    date: datetime.date | None = None
    consolidated: datetime.date | None = None
    source: str = ""


class Outline(Struct):
    """A law, read.

    Attributes:
        frame: what identifies it.
        basic: the element of the units that are numbered through the whole Act.
        preface: the paragraphs above the law's own text: form, title, date and number.
        title_lines: which of them (by line) are the title.
        contents: the heading and the lines of the table of contents.
        preamble: the words before the first provision.
        body: its provisions.
        conclusions: signature and date.
        annexes: what is annexed.
        notes: what the publisher added.
        terms: the terms that it defines, in its order.
    """

    frame: Frame
    basic: str = "article"
    preface: list[Paragraph] = field(default_factory=list)
    title_lines: frozenset[int] = frozenset()
    contents_heading: Paragraph | None = None
    contents: list[TocEntry] = field(default_factory=list)
    preamble: list[Paragraph] = field(default_factory=list)
    body: list[Division] = field(default_factory=list)
    conclusions: list[Paragraph] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    notes: list[EditorialNote] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)

    def divisions(self) -> Iterator[Division]:
        """Every provision, in the order of the text."""
        for division in self.body:
            yield from division.walk()
        for annex in self.annexes:
            for division in annex.divisions:
                yield from division.walk()
