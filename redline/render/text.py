"""An Act as plain text to read, search and compare: one line for each block, notes at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redline.akn.blocks import blocks_of_act
from redline.akn.document import Act
from redline.model.blocks import Block, Note, Row, Runs

_STEP = "   "
_SPACED = frozenset({"title", "container", "unit", "annex", "crossheading", "table", "subheading"})


def render_text(act: Act) -> bytes:
    """The Act as plain text in UTF-8."""
    notes: list[Note] = []
    lines = list(_lines(blocks_of_act(act), notes))
    if notes:
        lines += ["", "---", ""]
        for note in notes:
            lines += _note_lines(note)
    return ("\n".join(_single_spaced(lines)) + "\n").encode("utf-8")


def _single_spaced(lines: Iterable[str]) -> Iterator[str]:
    """The lines without doubled or leading blank ones."""
    blank = True
    for line in lines:
        if line or not blank:
            yield line
        blank = not line


def _lines(blocks: Iterable[Block], notes: list[Note]) -> Iterator[str]:
    for block in blocks:
        spaced = block.kind in _SPACED and not (block.kind in ("subheading", "unit") and block.quoted)
        if spaced:
            yield ""
        yield from _block_lines(block)
        if spaced:
            yield ""
        notes += _with_inner(block)


def _with_inner(block: Block) -> Iterator[Note]:
    """The notes of a block, those in its cells among them."""
    yield from block.notes
    for row in block.rows:
        for cell in row.cells:
            for inner in cell.blocks:
                yield from _with_inner(inner)


def _block_lines(block: Block) -> Iterator[str]:
    margin = _STEP * block.depth
    if block.kind == "table":
        if block.heading:
            yield margin + words(block.heading)
        yield from (margin + line for line in pipe_table(block.rows))
        return
    number, heading, text = words(block.number), words(block.heading), words(block.runs)
    if block.kind == "title":
        yield text
        yield "=" * min(len(text), 80)
        return
    outer = _STEP * max(0, block.depth - 1) if number and block.level == 0 else margin
    first = " ".join(part for part in (number, heading) if part)
    if heading and text:
        yield from _indented(first, outer, margin)
        yield from _indented(text, margin, margin)
    else:
        yield from _indented(" ".join(part for part in (first, text) if part), outer, margin)


def _indented(text: str, first: str, others: str) -> Iterator[str]:
    for position, line in enumerate(text.split("\n")):
        yield (others if position else first) + line.strip()


def words(runs: Runs) -> str:
    """The words of runs with the marks of notes, and what images show."""
    pieces: list[str] = []
    for run in runs:
        if run.note is not None:
            pieces.append(f"[{run.note}]")
        elif run.image is not None:
            pieces.append(f"[image: {run.image.description or run.image.source or 'no description'}]")
        else:
            pieces.append(run.text)
    return "".join(pieces).strip()


def pipe_table(rows: tuple[Row, ...]) -> Iterator[str]:
    """A table with a line for each row and bars between its cells; a spanned place is an empty cell."""
    grid = list(_grid(rows))
    width = max((len(line) for line in grid), default=0)
    heads = next((place for place, row in enumerate(rows) if not row.header), len(rows)) or 1
    for place, line in enumerate(grid):
        yield "| " + " | ".join(line + [""] * (width - len(line))) + " |"
        if place == heads - 1:
            yield "|" + "---|" * width


def _grid(rows: tuple[Row, ...]) -> Iterator[list[str]]:
    hanging: dict[int, int] = {}
    for row in rows:
        line: list[str] = []
        below: dict[int, int] = {}
        for cell in row.cells:
            _fill(line, hanging)
            for place in range(len(line), len(line) + cell.columns):
                if cell.rows > 1:
                    below[place] = cell.rows - 1
            line += [_cell_words(cell.blocks), *[""] * (cell.columns - 1)]
        _fill(line, hanging)
        hanging = {place: left - 1 for place, left in hanging.items() if left > 1} | below
        yield line


def _fill(line: list[str], hanging: dict[int, int]) -> None:
    while len(line) in hanging:
        line.append("")


def _cell_words(blocks: tuple[Block, ...]) -> str:
    pieces: list[str] = []
    for block in blocks:
        pieces += [words(runs) for runs in (block.number, block.heading, block.runs) if runs]
        pieces += [_cell_words(cell.blocks) for row in block.rows for cell in row.cells]
    return " ".join(piece for piece in pieces if piece).replace("\n", " ").replace("|", "\\|")


def _note_lines(note: Note) -> Iterator[str]:
    inner: list[Note] = []
    lines = list(_single_spaced(_lines(note.blocks, inner)))
    marker = f" ({note.marker})" if note.marker and note.marker != str(note.index) else ""
    for position, line in enumerate(lines or [""]):
        yield f"[{note.index}]{marker} {line.strip()}" if position == 0 else _STEP + line
    for other in inner:
        yield from _note_lines(other)
