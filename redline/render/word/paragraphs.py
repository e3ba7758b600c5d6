"""The paragraphs and tables of a Word document, for one text or for both at once.

Every piece of words says in which of the two texts it stands, so that the base is what is left when the one
kind is dropped, and the consolidated text when the other is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from redline.model.blocks import Note, Run


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one formatting in a paragraph.

    Attributes:
        run: the words and their formatting.
        base, amended: in which of the two texts they stand.
        operation: the operation that they came or went with.
        moved: whether that operation moved them.
        apart: whether the change must not be taken for one with the next (see `breaks.with_ends_apart`).
        number: whether they are of the number that the paragraph begins with.
    """

    run: Run
    base: bool = True
    amended: bool = True
    operation: str | None = None
    moved: bool = False
    apart: bool = False
    number: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the document.

    Attributes:
        style: the kind of block it shows: `unit`, `point`, `text`, …
        depth: how far it is indented; `hanging` where a number stands to the left of that.
        level: of a heading, 1 for the title; 0 for everything else.
        pieces: its words.
        base, amended: in which of the two texts the paragraph stands.
        operation: the operation that it came or went with.
        split: the operation that cut it off the paragraph before (a break that came).
        joined: the operation that joined it to the paragraph before (a break that went).
        waits: whether in the base, and in the amended text, its number has no words beside it yet.
        numbered: whether it has a number, in the base and in the amended text.
        break_operation: the operation that the break behind it came or went with.
        operation_of_words: the operation that the words beside the number came or went with.
    """

    style: str
    depth: int = 0
    hanging: bool = False
    level: int = 0
    pieces: list[Piece] = field(default_factory=list)
    anchors: tuple[str, ...] = ()
    language: str | None = None
    quoted: int = 0
    repealed: bool = False
    base: bool = True
    amended: bool = True
    operation: str | None = None
    split: str | None = None
    joined: str | None = None
    notes: tuple[Note, ...] = ()
    waits: tuple[bool, bool] = (False, False)
    numbered: tuple[bool, bool] = (False, False)
    operation_of_words: str | None = None
    break_operation: str | None = None

    def words_alone(self, text: int) -> bool:
        """Whether in the base (0) or the amended text (1) it stands, and without a number."""
        return (self.base, self.amended)[text] and not self.numbered[text]


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with its paragraphs.

    Attributes:
        columns, rows: over how many it reaches where both texts are shown.
        before, after: over how many columns and rows it reaches in the base, and in the amended text, where
            that differs.
    """

    lines: tuple[Line, ...]
    columns: int = 1
    rows: int = 1
    header: bool = False
    base: bool = True
    amended: bool = True
    operation: str | None = None
    before: tuple[int, int] | None = None
    after: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row, and in which of the two texts it stands."""

    cells: tuple[TableCell, ...]
    header: bool = False
    base: bool = True
    amended: bool = True
    operation: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its caption is a paragraph before it."""

    rows: tuple[TableRow, ...]
    depth: int = 0
    anchors: tuple[str, ...] = ()


Line = Paragraph | Table
