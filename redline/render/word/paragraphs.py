"""The paragraphs and tables of a Word document, for one text or for both at once.

Every piece of words says in which of the two texts it stands, so that the base is what is left when the one
kind is dropped, and the consolidated text when the other is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from msgspec import Struct, field

from redline.model.blocks import Image, Note, Run


class Piece(Struct, frozen=True):
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


class Paragraph(Struct):
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
        headed: whether, with a level, it is a heading in the base and in the amended text: where the words of
            a heading come or go, its number stands beside other words in the other text.
        laid_out: where a replacement laid words out anew, the paragraphs that these are of in the base and
            in the amended text, without their words; None in a text that has none of them.
        laid_out_by: that replacement.
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
    headed: tuple[bool, bool] = (True, True)
    laid_out: tuple[Paragraph | None, Paragraph | None] = (None, None)
    laid_out_by: str | None = None

    def words_alone(self, text: int) -> bool:
        """Whether in the base (0) or the amended text (1) it stands, and without a number."""
        return (self.base, self.amended)[text] and not self.numbered[text]


class TableCell(Struct, frozen=True):
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


class TableRow(Struct, frozen=True):
    """A row, and in which of the two texts it stands."""

    cells: tuple[TableCell, ...]
    header: bool = False
    base: bool = True
    amended: bool = True
    operation: str | None = None


class Table(Struct, frozen=True):
    """A table; its caption is a paragraph before it."""

    rows: tuple[TableRow, ...]
    depth: int = 0
    anchors: tuple[str, ...] = ()


Line = Paragraph | Table


def described(image: Image) -> str:
    """What stands for an image that is not shown, and for one that is when words are compared."""
    return f"[{image.description or image.source}]"


def merged(pieces: list[Piece]) -> Iterator[tuple[Piece, str]]:
    """The pieces with their words; those that differ in nothing else and stand beside each other as one."""
    held: Piece | None = None
    words: list[str] = []
    for piece in pieces:
        if held is None or not _alike(held, piece):
            if held is not None:
                yield held, "".join(words)
            held, words = piece, []
        words.append(piece.run.text)
    if held is not None:
        yield held, "".join(words)


def _alike(one: Piece, other: Piece) -> bool:
    if _is_object(one.run) or _is_object(other.run) or _FORMAT(one.run) != _FORMAT(other.run):
        return False
    return _STANDING(one) == _STANDING(other)


def _is_object(run: Run) -> bool:
    return run.note is not None or run.image is not None


_FORMAT = attrgetter("bold", "italic", "superscript", "subscript", "underline", "strike", "href")
_STANDING = attrgetter("base", "amended", "operation", "moved", "apart")


def paragraphs_in(lines: Iterable[Line]) -> Iterator[Paragraph]:
    """The paragraphs of a document in order, those in cells among them."""
    for line in lines:
        if isinstance(line, Table):
            for row in line.rows:
                for cell in row.cells:
                    yield from paragraphs_in(cell.lines)
        else:
            yield line
