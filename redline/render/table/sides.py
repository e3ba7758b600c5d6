"""How the blocks of a row read in one of the two texts: lines whose changed words bear their operation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from redline.model.blocks import Block, Note, Run
from redline.render.notes import labels_of, notes_of
from redline.render.table.elision import Context, Gap, Shown
from redline.render.table.marked import only_in, operations_of
from redline.render.table.places import Text, exists_in, joined_in, stands_in, words_behind, words_in
from redline.render.table.tables import kept_rows, spans_in
from redline.render.word.breaks import with_breaks
from redline.render.word.grid import columns_of
from redline.render.word.lines import lines_of
from redline.render.word.paragraphs import Line, Paragraph, Piece, Table, TableCell, TableRow, paragraphs_in

GAP = "…"


class Reading(Struct, frozen=True):
    """How a side is read.

    Attributes:
        text: which of the two texts.
        nothing: what stands where this text has nothing (“Absent”, “Delete”).
        labels: index of a note -> what stands in the text for it.
        context: how many rows of a table are kept around a changed one.
        moved: whether the row shows a move: then what moved is no change of words.
    """

    text: Text
    nothing: str
    labels: Mapping[int, str]
    context: Context = 0
    moved: bool = False


def labels_in(blocks: Iterable[Block], text: Text) -> dict[int, str]:
    """What stands for each note in one of the texts, by its index: as in a document of that text alone."""
    standing = {note.index: note for note in notes_of(blocks) if stands_in(note.mark, text)}
    counted = dict(enumerate(sorted(standing), 1))
    labels = labels_of(replace(standing[index], index=place) for place, index in counted.items())
    return {counted[place]: label for place, label in labels.items()}


def side_of(shown: Sequence[Shown], reading: Reading) -> tuple[Line, ...]:
    """The lines of one side of a row: in paragraphs of style `gap` what is left out, in those of style
    `nothing` that there is nothing, in those of style `note` the notes of what stands above.
    """
    blocks = [block for block in shown if isinstance(block, Block)]
    if not any(exists_in(block, reading.text) for block in blocks):
        return (_nothing(blocks, reading),)
    found: list[Line] = []
    for said, items in groupby(_with_said(shown, reading), key=lambda item: isinstance(item, Paragraph)):
        members = list(items)
        lines = (item for item in members if isinstance(item, Paragraph))
        found += lines if said else _lines((item for item in members if isinstance(item, Block)), reading)
    return (*found, *_notes(blocks, found, reading))


def _with_said(shown: Sequence[Shown], reading: Reading) -> Iterator[Block | Paragraph]:
    """The blocks, and in their places among them the lines that are no text of the Act."""
    missing = set() if reading.moved else set(_missing(shown, reading.text))
    for place, item in enumerate(shown):
        if isinstance(item, Gap):
            if item.base if reading.text == "base" else item.amended:
                yield _said(GAP, "gap")
            continue
        if place in missing:
            yield _nothing([item], reading)
        yield item
        if not reading.moved and _emptied(shown, place, reading.text):
            yield _nothing([item], reading)


def _said(words: str, style: str, operation: str | None = None) -> Paragraph:
    """A line that is no text of the Act."""
    return Paragraph(style, pieces=[Piece(Run(words, generated=True), operation=operation)])


def _nothing(blocks: Sequence[Block], reading: Reading) -> Paragraph:
    """“Absent”, or “Delete”, which is what is proposed and stands out like new words."""
    operations = sorted(frozenset[str]().union(*map(operations_of, blocks)))
    proposed = reading.text == "amended"
    said = _said(reading.nothing, "nothing", operations[0] if proposed and operations else None)
    said.depth = next((block.depth for block in blocks), 0)
    return said


def _missing(shown: Sequence[Shown], text: Text) -> Iterator[int]:
    """The places where something begins that the other text alone has, and nothing stands for it here."""
    whole = _joined(shown, text)
    place = 0
    while place < len(shown):
        end = place
        while end < len(shown) and _lacks(shown[end], text):
            end += 1
        if end == place:
            place += 1
            continue
        if place not in whole and not _replaced(shown, place, end, text):
            yield place
        place = end


def _joined(shown: Sequence[Shown], text: Text) -> set[int]:
    """The places at which a paragraph of this text goes on."""
    found: set[int] = set()
    start = 0
    for _, group in groupby(shown, key=lambda item: isinstance(item, Gap)):
        items = list(group)
        blocks = [item for item in items if isinstance(item, Block)]
        found.update(start + place for place in joined_in(blocks, text))
        start += len(items)
    return found


def _emptied(shown: Sequence[Shown], place: int, text: Text) -> bool:
    """Whether of a provision nothing but its number is in this text, and words are in the other."""
    block = shown[place]
    if not isinstance(block, Block) or not block.number or block.level:
        return False
    words = (*block.heading, *block.runs)
    if words_in(words, text).strip() or not words_in(words, _other(text)).strip():
        return False
    together: list[Block] = []
    for item in shown[place:]:
        if isinstance(item, Gap):
            break
        together.append(item)
    return bool(words_in(block.number, text).strip()) and words_behind(together, 0, text) < 0


def _lacks(item: Shown, text: Text) -> bool:
    return isinstance(item, Block) and only_in(item) not in (None, text)


def _replaced(shown: Sequence[Shown], start: int, end: int, text: Text) -> bool:
    """Whether something else stands for it: what the same operations put beside it, or beside its number."""
    lacking = [block for block in shown[start:end] if isinstance(block, Block)]
    operations = frozenset[str]().union(*map(operations_of, lacking))
    if lacking[0].boundary is not None:
        return True
    for near in (start - 1, end):
        other = shown[near] if 0 <= near < len(shown) else None
        if isinstance(other, Block) and only_in(other) == text and operations_of(other) & operations:
            return True
    before = shown[start - 1] if start else None
    if isinstance(before, Block) and before.level and operations_of(before) & operations:
        # The note of a repealed chapter in the place of its heading, or a heading in the place of the note.
        return bool(words_in(before.heading, text)) != bool(words_in(before.heading, _other(text)))
    return (
        isinstance(before, Block)
        and bool(before.number)
        and not lacking[0].number
        and before.depth == lacking[0].depth
        and any(run.mark is not None and stands_in(run.mark, text) for run in before.runs)
    )


def _other(text: Text) -> Text:
    return "amended" if text == "base" else "base"


# --- lines of one text ---


def _lines(blocks: Iterable[Block], reading: Reading) -> Iterator[Line]:
    """The paragraphs and tables of blocks that follow one another, in one text."""
    flow: list[Block] = []
    for block in blocks:
        if block.kind != "table":
            flow.append(block)
            continue
        if not exists_in(block, reading.text):
            continue  # it parts nothing here: a number before it can have its words behind it
        yield from _paragraphs(flow, reading)
        flow = []
        yield from _table(block, reading)
    yield from _paragraphs(flow, reading)


def _paragraphs(blocks: Sequence[Block], reading: Reading) -> Iterator[Paragraph]:
    base = reading.text == "base"
    current: Paragraph | None = None
    for line, base_ends, amended_ends in with_breaks(list(lines_of(blocks))):
        if not isinstance(line, Paragraph):
            continue  # tables were taken out before
        pieces = [_piece(piece, reading) for piece in line.pieces if (piece.base if base else piece.amended)]
        if current is None and pieces:
            current = replace(line, pieces=[], notes=(), base=True, amended=True)
        if current is not None:
            current.pieces += pieces
        if current is not None and (base_ends if base else amended_ends):
            yield current
            current = None
    if current is not None:
        yield current


def _piece(piece: Piece, reading: Reading) -> Piece:
    """Words as they stand on this side; those that differ from the other text keep their operation."""
    differs = not (piece.base and piece.amended) and not (reading.moved and piece.moved)
    run = piece.run
    if run.note is not None:
        run = Run(reading.labels.get(run.note, str(run.note)), superscript=True, note=run.note)
    elif run.image is not None:
        run = replace(run, text=f"[{run.image.description or run.image.source}]")
    elif "\t" in run.text:
        # In a narrow column nothing hangs: a number and its words are parted by a space.
        run = replace(run, text=run.text.replace("\t", " "))
    return Piece(run, operation=piece.operation if differs else None)


def _table(block: Block, reading: Reading) -> Iterator[Line]:
    """A table in one text, unchanged rows left out, its caption a paragraph before it."""
    caption = [replace(block, kind="subheading", runs=block.heading, heading=(), number=(), rows=())]
    for paragraph in _paragraphs(caption if block.heading else [], reading):
        paragraph.style = "caption"
        yield paragraph
    rows: list[TableRow | None] = []
    for row in kept_rows(block, reading.text, reading.context):
        if row is None:
            rows.append(None)
            continue
        cells: list[TableCell] = []
        for cell in row.cells:
            if stands_in(cell.mark, reading.text):
                columns, height = spans_in(cell, reading.text)
                cells.append(
                    TableCell(tuple(_lines(cell.blocks, reading)), columns, height, cell.header or row.header)
                )
        rows.append(TableRow(tuple(cells), row.header))
    grid = columns_of(Table(tuple(row for row in rows if row is not None)))
    gap = TableRow((TableCell((_said(GAP, "gap"),), grid),))
    if rows:
        yield Table(tuple(gap if row is None else row for row in rows), block.depth)


# --- notes ---


def _notes(blocks: Iterable[Block], lines: Iterable[Line], reading: Reading) -> Iterator[Line]:
    """The notes whose marks stand in the lines, each under its mark."""
    notes = {note.index: note for note in notes_of(blocks)}
    for index in dict.fromkeys(_marks(lines)):
        if index in notes:
            yield from _note(notes[index], reading)


def _marks(lines: Iterable[Line]) -> Iterator[int]:
    for paragraph in paragraphs_in(lines):
        yield from (piece.run.note for piece in paragraph.pieces if piece.run.note is not None)


def _note(note: Note, reading: Reading) -> Iterator[Line]:
    label = Piece(Run(reading.labels.get(note.index, str(note.index)), superscript=True, generated=True))
    for place, line in enumerate(_lines(note.blocks, reading)):
        if isinstance(line, Paragraph):
            line.style = "note"
            if place == 0:
                line.pieces[:0] = [label, Piece(Run(" ", generated=True))]
        yield line
