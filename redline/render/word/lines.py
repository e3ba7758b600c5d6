"""Blocks of a law as the paragraphs and tables of a Word document, for one text or for both at once.

A block becomes one paragraph, or two where a heading stands above text; numbers, headings and words are
joined by separators that no element of the Act holds. Every piece says in which of the two texts it stands,
so that the base is what is left when the one kind is dropped, and the consolidated text when the other is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from redline.akn.names import CONTAINERS
from redline.model.blocks import Block, Run, Runs
from redline.render.word.breaks import stands
from redline.render.word.paragraphs import Line, Paragraph, Piece, Table
from redline.render.word.spaces import ends_solid, spaced
from redline.render.word.table_lines import Reader, tables_of

_TAB = "\t"
"""Between a number and its words, which hang to the right of it."""
_BREAK = "\n"
_SPACES = (" ", " ")
_OF_A_LINE = re.compile(r"[^\W\d_]{3}.*\w\s*$", re.DOTALL)
"""A number that says what it numbers, and ends in no mark."""
_BEHIND_NUMBER = Piece(Run(_TAB, generated=True))
_BOTH = (True, True)
OWN_WORDS = frozenset({"text", "preamble", "preface", "signature"})


def lines_of(blocks: Iterable[Block], *, tracked_columns: bool = False) -> Iterator[Line]:
    """The paragraphs and tables of a document, in order.

    Args:
        blocks: of one text, or of both.
        tracked_columns: whether a table whose columns changed is one table with both texts' cells in it, and
            not the old one and the new one.
    """
    return _trimmed(_gathered(blocks, partial(lines_of, tracked_columns=tracked_columns), tracked_columns))


def _gathered(blocks: Iterable[Block], read: Reader, tracked_columns: bool) -> Iterator[Line]:
    waiting = _Waiting()
    for block in blocks:
        table = block.kind == "table"
        for line in _table(block, read, tracked_columns) if table else _paragraphs(block):
            yield from waiting.take(line)
    yield from waiting.held


def _trimmed(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines without spaces at their ends, except where a line goes on in the next one in that text."""
    before: list[Paragraph] = []
    solid = (True, True)
    for line in lines:
        if isinstance(line, Table):
            yield from _finished(before, None, solid)
            before, solid = [], (True, True)
            yield line
            continue
        if line.base and line.amended:
            for paragraph in _finished(before, line, solid):
                yield paragraph
                solid = ends_solid(paragraph.pieces, solid)
            before = []
        before.append(line)
    yield from _finished(before, None, solid)


def _finished(
    paragraphs: list[Paragraph], following: Paragraph | None, solid: tuple[bool, bool]
) -> Iterator[Paragraph]:
    """The paragraphs with the spaces that are right in each text.

    Args:
        paragraphs: that only the last one's follower stands in both texts with.
        following: the one behind them.
        solid: whether what stands before them ends in no space, in the base and in the amended text.
    """
    everything = paragraphs if following is None else [*paragraphs, following]
    for place, paragraph in enumerate(paragraphs):
        begins = (paragraph.split is None or not solid[0], paragraph.joined is None or not solid[1])
        paragraph.pieces = spaced(paragraph.pieces, begins, _ends(everything, place + 1))
        if paragraph.pieces:
            yield paragraph
            solid = ends_solid(paragraph.pieces, solid)


def _ends(paragraphs: Sequence[Paragraph], behind: int) -> tuple[bool, bool]:
    """Whether what stands before a place ends there, in the base and in the amended text."""
    base = amended = True
    for paragraph in reversed(paragraphs[behind:]):
        base = paragraph.split is None if paragraph.base else base
        amended = paragraph.joined is None if paragraph.amended else amended
    return base, amended


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
            base, amended = stands(line)
            self.base, self.amended = self.base and not base, self.amended and not amended
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
        separator = Piece(Run(_TAB, generated=True), base, amended, line.operation or operation)
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
    plain = _plain(block)
    if plain is not None:
        yield plain
        return
    # A heading that came and went again stands in neither text, and parts nothing.
    headed = any(piece.base or piece.amended for piece in map(_piece, block.heading))
    if block.heading and block.by_heading and block.level and not headed:
        # Where a provision got its first heading and moved on with it, its number stands beside its words.
        block = replace(block, kind="paragraph", depth=block.depth + 1, level=0, heading=())
    apart = headed and bool(block.runs)
    first = _paragraph(
        block, [block.number, block.heading] if apart else [block.number, block.heading, block.runs]
    )
    if block.by_heading and headed:
        _note_heading(first, block)
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


def _note_heading(paragraph: Paragraph, block: Block) -> None:
    """Note in which text a number stands beside a heading; in the other one it waits for its words."""
    number, heading = [_piece(run) for run in block.number], [_piece(run) for run in block.heading]
    paragraph.headed = (any(piece.base for piece in heading), any(piece.amended for piece in heading))
    if all(paragraph.headed) or block.runs or not block.level:
        return
    paragraph.numbered = (any(piece.base for piece in number), any(piece.amended for piece in number))
    paragraph.waits = (
        paragraph.numbered[0] and not paragraph.headed[0],
        paragraph.numbered[1] and not paragraph.headed[1],
    )
    paragraph.operation_of_words = next((piece.operation for piece in heading if piece.operation), None)


def _plain(block: Block) -> Paragraph | None:
    """The paragraph of a block of words that nothing marks, with a number or without, as most are."""
    number = block.number
    if block.heading or block.level or block.boundary is not None or not block.runs or len(number) > 1:
        return None
    pieces = [Piece(run) for run in block.runs if run.mark is None]
    if len(pieces) != len(block.runs):
        return None
    if number:
        first = spaced([Piece(number[0], number=True)], _BOTH, _BOTH) if number[0].mark is None else ()
        if not first:
            return None
        pieces = [*first, _BEHIND_NUMBER, *pieces]
    anchors = tuple([name for name in (block.eid, *block.anchors) if name])
    return Paragraph(
        block.kind, block.depth, bool(number), 0, pieces, anchors, block.language, block.quoted,
        block.repealed, notes=block.notes, numbered=_BOTH if number else (False, False),
    )  # fmt: skip


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
        space = _TAB if first.hanging or first.level else " "
        second.pieces.insert(0, Piece(Run(space, generated=True), alone_base, alone_amended, operation))


def _paragraph(block: Block, groups: list[Runs]) -> Paragraph:
    hanging = bool(block.number) and block.level == 0
    pieces: list[Piece] = []
    for runs in groups:
        if runs:
            new = [_piece(run, runs is block.number) for run in runs]
            if runs is block.number:
                new = spaced(new, _BOTH, _BOTH)
            space = (_TAB, _TAB) if hanging else _behind_number(block) if runs is block.heading else _SPACES
            pieces += [*_separator(pieces, new, space), *new]
    paragraph = Paragraph(
        block.kind,
        block.depth,
        hanging,
        block.level,
        pieces,
        tuple(name for name in (block.eid, *block.anchors) if name),
        block.language,
        block.quoted,
        block.repealed,
        notes=block.notes,
    )
    if hanging:
        _hang(paragraph, block)
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


def _hang(paragraph: Paragraph, block: Block) -> None:
    """Note in which text the number of a paragraph is there, and in which it waits for its words."""
    runs = (*block.heading, *block.runs)
    if not any(run.mark for run in (*block.number, *runs)):
        paragraph.waits, paragraph.numbered = (not runs, not runs), _BOTH
        return
    number, words = [_piece(run) for run in block.number], [_piece(run) for run in runs]
    paragraph.waits = (
        any(p.base for p in number) and not any(p.base for p in words),
        any(p.amended for p in number) and not any(p.amended for p in words),
    )
    paragraph.numbered = (any(p.base for p in number), any(p.amended for p in number))
    paragraph.operation_of_words = next((p.operation for p in (*words, *number) if p.operation), None)


def _piece(run: Run, number: bool = False) -> Piece:
    mark = run.mark
    if mark is None:
        return Piece(run, number=number)
    moved = mark.kind.startswith("moved")
    return Piece(run, mark.in_base, mark.in_amended, mark.operation, moved, number=number)


def _behind_number(block: Block) -> tuple[str, str]:
    """What parts the number of a heading from its words, in the base and in the amended text."""
    pieces = [_piece(run) for run in block.number]
    base = "".join(piece.run.text for piece in pieces if piece.base)
    amended = "".join(piece.run.text for piece in pieces if piece.amended)
    return between_number_and_heading(block, base), between_number_and_heading(block, amended)


def between_number_and_heading(block: Block, number: str) -> str:
    """What stands between a number and a heading beside it.

    The number of a chapter or an annex has its own line (`CHAPTER I`, “Приложение 1”) where no mark ends it.

    Args:
        block: which begins with them.
        number: as it is printed in the text that is asked about.
    """
    apart = block.unit in CONTAINERS or block.kind == "annex"
    return _BREAK if apart and _OF_A_LINE.search(number) else " "


def _separator(before: list[Piece], behind: list[Piece], space: tuple[str, str]) -> list[Piece]:
    """What stands between number, heading and words, in each text in which both of its sides stand.

    Args:
        before, behind: the two sides.
        space: what it is, in the base and in the amended text.
    """
    if not before:
        return []
    base = any(p.base for p in before) and any(p.base for p in behind)
    amended = any(p.amended for p in before) and any(p.amended for p in behind)
    if not base and not amended:
        return []
    if base and amended and space[0] == space[1]:
        return [Piece(Run(space[0], generated=True))]
    side = next((p for p in (*behind, *reversed(before)) if p.operation), None)
    operation, moved = (side.operation, side.moved) if side is not None else (None, False)
    return [
        Piece(Run(space[text], generated=True), text == 0, text == 1, operation, moved)
        for text, there in enumerate((base, amended))
        if there
    ]


def _table(block: Block, read: Reader, tracked_columns: bool) -> Iterator[Line]:
    """A table, with its caption as a paragraph before it."""
    if block.heading:
        caption = _paragraph(replace(block, rows=()), [block.heading])
        caption.style = "caption"
        if caption.pieces:
            yield caption
    yield from tables_of(block, read, tracked_columns=tracked_columns)
