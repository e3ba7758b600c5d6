"""Blocks of a law as the paragraphs and tables of a Word document, for one text or for both at once.

A block becomes one paragraph, or two where a heading stands above text; numbers, headings and words are
joined by separators that no element of the Act holds. Every piece says in which of the two texts it stands,
so that the base is what is left when the one kind is dropped, and the consolidated text when the other is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from redline.model.blocks import Block, Cell, Mark, Note, Row, Run, Runs

HEADED = frozenset({"title", "container", "unit", "annex", "crossheading", "subheading"})
OWN_WORDS = frozenset({"text", "preamble", "preface", "signature"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one formatting in a paragraph.

    Attributes:
        run: the words and their formatting.
        base, amended: in which of the two texts they stand.
        operation: the operation that they came or went with.
        moved: whether that operation moved them.
    """

    run: Run
    base: bool = True
    amended: bool = True
    operation: str | None = None
    moved: bool = False


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
    """A cell with its paragraphs, and how many columns and rows it covers."""

    lines: tuple[Line, ...]
    columns: int = 1
    rows: int = 1
    header: bool = False
    base: bool = True
    amended: bool = True
    operation: str | None = None


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


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """The paragraphs and tables of a document, in order."""
    return _trimmed(_gathered(blocks))


def _gathered(blocks: Iterable[Block]) -> Iterator[Line]:
    waiting = _Waiting()
    for block in blocks:
        for line in _table(block) if block.kind == "table" else _paragraphs(block):
            yield from waiting.take(line)
    yield from waiting.held


def _trimmed(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines without spaces at their ends, except where a line goes on in the next one in that text."""
    before: list[Paragraph] = []
    for line in lines:
        if isinstance(line, Table):
            yield from _finished(before, None)
            before = []
            yield line
            continue
        if line.base and line.amended:
            yield from _finished(before, line)
            before = []
        before.append(line)
    yield from _finished(before, None)


def _finished(paragraphs: list[Paragraph], following: Paragraph | None) -> Iterator[Paragraph]:
    everything = [*paragraphs, *([following] if following is not None else [])]
    for place, paragraph in enumerate(paragraphs):
        behind = everything[place + 1 :]
        base = next((other for other in behind if other.base), None)
        amended = next((other for other in behind if other.amended), None)
        ends = (base is None or base.split is None, amended is None or amended.joined is None)
        paragraph.pieces = spaced(paragraph.pieces, (paragraph.split is None, paragraph.joined is None), ends)
        if paragraph.pieces:
            yield paragraph


class _Waiting:
    """Numbers whose words come with a later block in one of the two texts.

    Where the words beside a number are replaced, the number stands beside the old ones in the base and beside
    the new ones in the amended text: that is one paragraph of the redline. A number that comes or goes before
    words that stay makes a break before them in one text only.

    Attributes:
        held: the lines since the number, which is the first of them; they wait with it.
        base, amended: whether the number waits in that text.
    """

    def __init__(self) -> None:
        self.held: list[Line] = []
        self.base = False
        self.amended = False

    def take(self, line: Line) -> Iterator[Line]:
        """The lines that wait no longer, after one more has come."""
        if self.base or self.amended:
            if self._joins(line):
                return
        else:
            yield from self.held
            self.held = []
        self.held.append(line)
        if isinstance(line, Paragraph) and line.waits != (False, False) and not self._still(line):
            yield from self.held[:-1]
            self.held = [line]
            self.base, self.amended = line.waits

    def _still(self, line: Paragraph) -> bool:
        """Whether an earlier number goes on waiting where this line is not to be seen."""
        return (self.base and not line.waits[0]) or (self.amended and not line.waits[1])

    def _joins(self, line: Line) -> bool:
        """Let the number have the words of a line; whether the line is part of the number's paragraph now."""
        head = self.held[0]
        if not isinstance(line, Paragraph) or not isinstance(head, Paragraph):
            self.base = self.amended = False
            return False
        own = line.style in OWN_WORDS or line.hanging
        base = self.base and line.words_alone(0) and own
        amended = self.amended and line.words_alone(1) and own
        if not line.hanging and line.depth != head.depth:
            base = amended = False
        self.base, self.amended = self.base and not line.base, self.amended and not line.amended
        if not (base or amended):
            return False
        operation = head.operation_of_words or line.operation_of_words
        separator = Piece(Run(" ", generated=True), base, amended, line.operation or operation)
        line.pieces.insert(0, separator)
        if (line.base and not base) or (line.amended and not amended):
            if base:
                line.split = operation
            if amended:
                line.joined = operation
            return False
        head.pieces += line.pieces
        head.notes += line.notes
        return True


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    apart = bool(block.heading) and bool(block.runs)
    first = _paragraph(
        block, [block.number, block.heading] if apart else [block.number, block.heading, block.runs]
    )
    paragraphs = [first]
    if apart:
        second = _paragraph(replace(block, boundary=None), [block.runs])
        second.style, second.hanging, second.anchors, second.level = "text", False, (), 0
        paragraphs.append(second)
        first.notes = ()
        _run_on(first, second, [_piece(run) for run in block.heading])
    for paragraph in paragraphs:
        if paragraph.pieces:
            yield paragraph


def _run_on(first: Paragraph, second: Paragraph, heading: list[Piece]) -> None:
    """Where the heading stands in one text only, number and words are one paragraph in the other."""
    base, amended = any(p.base for p in heading), any(p.amended for p in heading)
    if base == amended or not first.pieces or not second.pieces:
        return
    operation = next((piece.operation for piece in heading if piece.operation), None)
    alone_base = first.base and second.base and not base
    alone_amended = first.amended and second.amended and not amended
    if alone_base:
        second.split = operation
    if alone_amended:
        second.joined = operation
    if alone_base or alone_amended:
        second.pieces.insert(0, Piece(Run(" ", generated=True), alone_base, alone_amended, operation))


def _paragraph(block: Block, groups: list[Runs]) -> Paragraph:
    pieces: list[Piece] = []
    for runs in groups:
        if runs:
            new = [_piece(run) for run in runs]
            pieces += [*_separator(pieces, new), *new]
    paragraph = Paragraph(
        block.kind,
        block.depth,
        bool(block.number) and block.level == 0,
        block.level,
        pieces,
        tuple(name for name in (block.eid, *block.anchors) if name),
        block.language,
        block.quoted,
        block.repealed,
        notes=block.notes,
    )
    if paragraph.hanging:
        number, words = (
            [_piece(run) for run in block.number],
            [_piece(run) for run in (*block.heading, *block.runs)],
        )
        paragraph.waits = (
            any(p.base for p in number) and not any(p.base for p in words),
            any(p.amended for p in number) and not any(p.amended for p in words),
        )
        paragraph.numbered = (any(p.base for p in number), any(p.amended for p in number))
        paragraph.operation_of_words = next((p.operation for p in (*words, *number) if p.operation), None)
    paragraph.base = any(piece.base for piece in pieces)
    paragraph.amended = any(piece.amended for piece in pieces)
    if not (paragraph.base and paragraph.amended):
        paragraph.operation = next((piece.operation for piece in pieces if piece.operation), None)
    if block.boundary is not None:
        if block.boundary.kind == "ins":
            paragraph.split = block.boundary.operation
        else:
            paragraph.joined = block.boundary.operation
    return paragraph


def _piece(run: Run) -> Piece:
    mark = run.mark
    if mark is None:
        return Piece(run)
    return Piece(run, mark.in_base, mark.in_amended, mark.operation, mark.kind.startswith("moved"))


def _separator(before: list[Piece], behind: list[Piece]) -> list[Piece]:
    """A space between number, heading and words, in each text in which both of its sides stand."""
    if not before:
        return []
    base = any(p.base for p in before) and any(p.base for p in behind)
    amended = any(p.amended for p in before) and any(p.amended for p in behind)
    if not base and not amended:
        return []
    operation = None
    if not (base and amended):
        sides = (p.operation for p in (*behind, *reversed(before)) if p.operation)
        operation = next(sides, None)
    return [Piece(Run(" ", generated=True), base, amended, operation)]


def spaced(pieces: list[Piece], begins: tuple[bool, bool], ends: tuple[bool, bool]) -> list[Piece]:
    """The pieces with one space at most between words in each of the two texts, and none at either end.

    Args:
        begins: whether the paragraph begins in the base, and in the amended text (and does not go on there
            from the one before).
        ends: whether it ends there (and the next does not go on).
    """
    pieces = [piece for piece in pieces if piece.base or piece.amended]
    kept = _one_way(pieces, (not begins[0], not begins[1]), first=True)
    kept.reverse()
    kept = _one_way(kept, (not ends[0], not ends[1]), first=False)
    kept.reverse()
    return kept


def _one_way(pieces: list[Piece], open_at_first: tuple[bool, bool], *, first: bool) -> list[Piece]:
    """Drop spaces at the near edge of pieces where the text before them is closed.

    Going forward, spaces that follow a space or nothing; going backward, spaces and line breaks at the end.
    """
    found: list[Piece] = []
    base, amended = open_at_first
    for piece in pieces:
        edged = _edged(piece, base, amended, first)
        found += edged
        for kept in edged:
            solid = _solid(kept.run, first)
            base = solid if kept.base and (first or solid) else base
            amended = solid if kept.amended and (first or solid) else amended
    return found


def _solid(run: Run, first: bool) -> bool:
    """Whether white space behind these words (going backward: before them) is to be kept."""
    if run.note is not None or run.image is not None:
        return True
    return not run.text.endswith((" ", "\n")) if first else bool(run.text.strip(" \n"))


def _edged(piece: Piece, open_base: bool, open_amended: bool, first: bool) -> list[Piece]:
    """A piece without the white space at its near edge that one of its texts has no use for."""
    text = piece.run.text
    body = text.lstrip(" ") if first else text.rstrip(" \n")
    space = text[: len(text) - len(body)] if first else text[len(body) :]
    base, amended = piece.base and open_base, piece.amended and open_amended
    if not space or (base, amended) == (piece.base, piece.amended):
        return [piece]
    rest = [replace(piece, run=replace(piece.run, text=body))] if body else []
    if not (base or amended):
        return rest
    return [replace(piece, run=replace(piece.run, text=space), base=base, amended=amended), *rest]


# --- tables ---


def _table(block: Block) -> Iterator[Line]:
    if block.heading:
        caption = _paragraph(replace(block, rows=()), [block.heading])
        caption.style = "caption"
        if caption.pieces:
            yield caption
    anchors = tuple(name for name in (block.eid, *block.anchors) if name)
    if any(_regrouped(row) for row in block.rows):
        yield from _restated(block, anchors)
        return
    rows = tuple(row for row in map(_row, block.rows) if row.base or row.amended)
    if rows:
        yield Table(rows, block.depth, anchors)


def _regrouped(row: Row) -> bool:
    """Whether a row that stays has other cells, or cells that reach over more or less."""
    if any(cell.before is not None for cell in row.cells):
        return True
    own = [cell for cell in row.cells if cell.mark is not None and cell.mark != row.mark]
    old = sum(cell.mark is not None and cell.mark.in_base for cell in own)
    return old * 2 != len(own) or (bool(own) and row.mark is not None)


def _restated(block: Block, anchors: tuple[str, ...]) -> Iterator[Line]:
    """A table whose columns changed: the old one goes as a whole, the new one comes as a whole."""
    marks = (cell.mark for row in block.rows for cell in row.cells)
    operation = next((mark.operation for mark in marks if mark is not None), None)
    for base in (True, False):
        rows = tuple(
            row for row in (_side(row, operation, base=base) for row in block.rows) if row is not None
        )
        if rows:
            yield Table(rows, block.depth, anchors if not base else ())
        if base and rows:
            yield Paragraph("separator", base=False, amended=False, operation=operation)


def _side(row: Row, operation: str | None, *, base: bool) -> TableRow | None:
    """A row as it stands in one of the two texts, marked as part of that text only."""
    text = 0 if base else 1
    if not _there(row.mark)[text]:
        return None
    cells: list[TableCell] = []
    for cell in row.cells:
        if not _there(cell.mark)[text]:
            continue
        columns, rows = (cell.before if base else cell.after) or (cell.columns, cell.rows)
        lines = tuple(_only(line, operation, base=base) for line in lines_of(cell.blocks))
        kept = tuple(line for line in lines if not isinstance(line, Paragraph) or line.base or line.amended)
        cells.append(TableCell(kept, columns, rows, cell.header))
    return TableRow(tuple(cells), row.header, base, not base, operation)


def _only(line: Line, operation: str | None, *, base: bool) -> Line:
    """A paragraph with its words of one of the two texts, marked as part of that text only."""
    if isinstance(line, Table):
        return line
    pieces = [piece for piece in line.pieces if (piece.base if base else piece.amended)]
    line.pieces = [
        replace(piece, base=base, amended=not base, operation=piece.operation or operation)
        for piece in pieces
    ]
    line.base, line.amended = base and bool(pieces), not base and bool(pieces)
    line.operation, line.split, line.joined = operation, None, None
    return line


def _row(row: Row) -> TableRow:
    base, amended, operation = _there(row.mark)
    cells = [_cell(cell, row) for cell in row.cells if _there(cell.mark)[0] or _there(cell.mark)[1]]
    return TableRow(tuple(_paired(cells)), row.header, base, amended, operation)


def _paired(cells: list[TableCell]) -> Iterator[TableCell]:
    """Cells of the old row beside those of the new one as cells that hold both, where they are as many."""
    place = 0
    while place < len(cells):
        old = _alike(cells, place, base=True)
        new = _alike(cells, place + len(old), base=False)
        if not old or len(old) != len(new):
            yield from old or new or cells[place : place + 1]
            place += len(old or new) or 1
            continue
        for one, other in zip(old, new, strict=True):
            yield replace(other, lines=one.lines + other.lines, base=True, operation=None)
        place += len(old) + len(new)


def _alike(cells: list[TableCell], place: int, *, base: bool) -> list[TableCell]:
    """The cells from a place on that stand in the same one of the two texts."""
    found: list[TableCell] = []
    for cell in cells[place:]:
        if cell.base == cell.amended or cell.base != base:
            break
        found.append(cell)
    return found


def _there(mark: Mark | None) -> tuple[bool, bool, str | None]:
    return (True, True, None) if mark is None else (mark.in_base, mark.in_amended, mark.operation)


def _cell(cell: Cell, row: Row) -> TableCell:
    base, amended, operation = _there(cell.mark if cell.mark != row.mark else None)
    return TableCell(
        tuple(lines_of(cell.blocks)), cell.columns, cell.rows, cell.header, base, amended, operation
    )
