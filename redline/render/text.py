"""An Act as plain text to read, search and compare: one line for each block, notes at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from redline.akn.blocks import blocks_of_act
from redline.akn.document import Act
from redline.akn.metadata.version import version_of
from redline.languages import short_code
from redline.model.blocks import Block, Note, Row, Runs
from redline.render.labels import version_in
from redline.render.notes import labels_of, notes_of

_STEP = "   "
_SPACED = frozenset({"title", "container", "unit", "annex", "crossheading", "table", "subheading"})


def render_text(act: Act) -> bytes:
    """The Act as plain text in UTF-8."""
    blocks = list(blocks_of_act(act))
    text = _Text(labels_of(notes_of(blocks)))
    lines = [*_version(act), *text.lines(blocks)]
    notes = text.cited
    if notes:
        lines += ["", "---", ""]
        for note in notes:
            lines += text.note(note)
    return ("\n".join(_single_spaced(lines)) + "\n").encode("utf-8")


def _version(act: Act) -> list[str]:
    """Of what day the text is and what it was amended by; in brackets, since they are no words of the law."""
    version = version_of(act)
    return [] if version is None else [f"[{version_in(short_code(act.language), version)[0]}]", ""]


def _single_spaced(lines: Iterable[str]) -> Iterator[str]:
    """The lines without doubled or leading blank ones."""
    blank = True
    for line in lines:
        if line or not blank:
            yield line
        blank = not line


class _Text:
    """Writes blocks as lines.

    Args:
        labels: index of a note -> what stands in the text for it.

    Attributes:
        cited: the notes met so far.
    """

    def __init__(self, labels: Mapping[int, str]) -> None:
        self.cited: list[Note] = []
        # Some Acts mark the first note of every page with a star: then each has its number in the text.
        distinct = len(set(labels.values())) == len(labels)
        self._labels = labels if distinct else {index: str(index) for index in labels}

    def lines(self, blocks: Iterable[Block]) -> Iterator[str]:
        """The lines of blocks; their notes are remembered."""
        for block in blocks:
            spaced = block.kind in _SPACED and not (block.kind in ("subheading", "unit") and block.quoted)
            if spaced:
                yield ""
            yield from self._block(block)
            if spaced:
                yield ""
            self.cited += _with_inner(block)

    def note(self, note: Note) -> Iterator[str]:
        """The lines of a note, and of the notes in it."""
        outer, self.cited = self.cited, []
        label = self._labels.get(note.index, str(note.index))
        marker = f" ({note.marker})" if note.marker and note.marker != label else ""
        for position, line in enumerate(list(_single_spaced(self.lines(note.blocks))) or [""]):
            yield f"[{label}]{marker} {line.strip()}" if position == 0 else _STEP + line
        inner, self.cited = self.cited, outer
        for other in inner:
            yield from self.note(other)

    def _block(self, block: Block) -> Iterator[str]:
        margin = _STEP * block.depth
        if block.kind == "table":
            if block.heading:
                yield margin + self._words(block.heading)
            yield from (margin + line for line in self._table(block.rows))
            return
        number, heading, text = (self._words(runs) for runs in (block.number, block.heading, block.runs))
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

    def _words(self, runs: Runs) -> str:
        """The words of runs with the marks of notes, and what images show."""
        pieces: list[str] = []
        for run in runs:
            if run.note is not None:
                pieces.append(f"[{self._labels.get(run.note, str(run.note))}]")
            elif run.image is not None:
                pieces.append(f"[image: {run.image.description or run.image.source or 'no description'}]")
            else:
                pieces.append(run.text)
        return "".join(pieces).strip()

    def _table(self, rows: tuple[Row, ...]) -> Iterator[str]:
        """A line for each row with bars between its cells, and one line of headers over them.

        What spans several columns or rows stands in each of them: an empty place would read as no value.
        Header rows become one: each column is called by all the headers over it.
        """
        heads = next((place for place, row in enumerate(rows) if not row.header), len(rows)) or 1
        width = max((sum(cell.columns for cell in row.cells) for row in rows), default=0)
        grid = [line + [""] * (width - len(line)) for line in self._grid(rows)]
        width = max((len(line) for line in grid), default=0)
        titles = [line for line in grid[:heads] if width > 1 and len(set(line)) == 1 and heads > 1]
        yield from (line[0] for line in titles)
        over = [line for line in grid[:heads] if line not in titles] or [[""] * width]
        columns = (dict.fromkeys(filter(None, names)) for names in zip(*over, strict=True))
        yield _row(" – ".join(names) for names in columns)
        yield "|" + "---|" * width
        yield from (_row(line) for line in grid[heads:])

    def _grid(self, rows: tuple[Row, ...]) -> Iterator[list[str]]:
        """The words of each place of a table; those of a cell stand in every place that it spans."""
        hanging: dict[int, tuple[int, str]] = {}
        for row in rows:
            line: list[str] = []
            below: dict[int, tuple[int, str]] = {}
            for cell in row.cells:
                _fill(line, hanging)
                words = self._cell(cell.blocks)
                if cell.rows > 1:
                    below |= dict.fromkeys(range(len(line), len(line) + cell.columns), (cell.rows - 1, words))
                line += [words] * cell.columns
            _fill(line, hanging)
            left = {place: (rows_left - 1, words) for place, (rows_left, words) in hanging.items()}
            hanging = {place: rest for place, rest in left.items() if rest[0] > 0} | below
            yield line

    def _cell(self, blocks: tuple[Block, ...]) -> str:
        pieces: list[str] = []
        for block in blocks:
            pieces += [self._words(runs) for runs in (block.number, block.heading, block.runs) if runs]
            pieces += [self._cell(cell.blocks) for row in block.rows for cell in row.cells]
        return " ".join(piece for piece in pieces if piece).replace("\n", " ").replace("|", "\\|")


def _with_inner(block: Block) -> Iterator[Note]:
    """The notes of a block, those in its cells among them."""
    yield from block.notes
    for row in block.rows:
        for cell in row.cells:
            for inner in cell.blocks:
                yield from _with_inner(inner)


def _indented(text: str, first: str, others: str) -> Iterator[str]:
    for position, line in enumerate(text.split("\n")):
        yield (others if position else first) + line.strip()


def _fill(line: list[str], hanging: Mapping[int, tuple[int, str]]) -> None:
    """Fill the places that cells of the rows above reach down to."""
    while len(line) in hanging:
        line.append(hanging[len(line)][1])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
