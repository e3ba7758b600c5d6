"""A marked Act in Markdown, for pull requests: what changed with a paragraph around it, why and from when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from redline.akn.blocks import blocks_of_marked
from redline.akn.marked import MarkedAct
from redline.languages import short_code
from redline.model.blocks import Note
from redline.model.changes import Change
from redline.render.labels import labels_in
from redline.render.markdown_text import at_line_start, escaped, marked_words
from redline.render.sentences import describe_commencement, describe_operation
from redline.render.word.breaks import Broken, apart, with_breaks
from redline.render.word.laid_out_anew import replacements, with_words_that_stay
from redline.render.word.lines import lines_of
from redline.render.word.paragraphs import Line, Paragraph, Table, TableRow

_BREAK = "¶"
_LEFT_OUT = "…"


def render_markdown_redline(marked: MarkedAct, *, context: int | None = 1) -> bytes:
    """What changed in an Act, in Markdown of the kind that code hosts show.

    Words that went stand in `<del>`, words that came in `<ins>`: unlike `~~` and `**` they can stand inside a
    word and beside a full stop. A break between paragraphs that came or went is shown as `¶`.

    Args:
        context: how many paragraphs that stay are shown before and after those that changed; None for all.
    """
    lines = with_words_that_stay(lines_of(blocks_of_marked(marked)), replacements(marked))
    passages = list(_passages(with_breaks(apart(list(lines)))))
    changes = {change.operation.id: change for change in marked.applied()}
    made = [f"# {escaped(marked.base.title or marked.base.name)}", ""]
    if not any(names for passage in passages for names in passage.operations):
        made += [labels_in(short_code(marked.base.language))["unchanged"], ""]
    for passage in passages:
        made += passage.written(changes, context, marked.base.language)
    return ("\n".join(made).rstrip("\n") + "\n").encode("utf-8")


class _Passage(Struct):
    """A heading with what stands below it, to the next one.

    Attributes:
        lines: its lines with their breaks, the heading first where there is one.
        heading: whether there is one.
        operations: for each line the operations that changed it.
    """

    lines: list[Broken]
    heading: bool
    operations: list[tuple[str, ...]] = field(default_factory=list)

    def written(
        self, changes: Mapping[str, Change], context: int | None, language: str | None
    ) -> Iterator[str]:
        """Its Markdown; nothing where nothing in it changed and `context` is not None."""
        shown = self._shown(context)
        if not shown:
            return
        before = -1
        for place in shown:
            if place > before + 1:
                yield from (_LEFT_OUT, "")
            yield from _written(self.lines[place], heading=self.heading and place == 0)
            before = place
        if before < len(self.lines) - 1:
            yield from (_LEFT_OUT, "")
        for operation in dict.fromkeys(name for names in self.operations for name in names):
            if operation in changes:
                yield from _reason(changes[operation], language)

    def _shown(self, context: int | None) -> list[int]:
        """The places of the lines that are shown."""
        if context is None:
            return list(range(len(self.lines)))
        changed = [place for place, names in enumerate(self.operations) if names]
        near = {place + step for place in changed for step in range(-context, context + 1)}
        if changed and self.heading:
            near.add(0)
        return sorted(place for place in near if 0 <= place < len(self.lines))


def _passages(broken: Iterable[Broken]) -> Iterator[_Passage]:
    current: _Passage | None = None
    for item in broken:
        line = item[0]
        heading = isinstance(line, Paragraph) and line.level > 0
        if current is None or heading:
            if current is not None:
                yield current
            current = _Passage([], heading)
        current.lines.append(item)
        current.operations.append(tuple(dict.fromkeys(_operations(item))))
    if current is not None:
        yield current


def _operations(item: Broken) -> Iterator[str]:
    """The operations that changed a line, or the break behind it."""
    line, base, amended = item
    yield from _operations_in(line)
    if isinstance(line, Paragraph) and base != amended and line.break_operation:
        yield line.break_operation


def _operations_in(line: Line) -> Iterator[str]:
    if isinstance(line, Table):
        for row in line.rows:
            if row.base != row.amended and row.operation:
                yield row.operation
            for cell in row.cells:
                for inner in cell.lines:
                    yield from _operations_in(inner)
        return
    for piece in line.pieces:
        if piece.base != piece.amended and piece.operation:
            yield piece.operation
    for note in line.notes:
        for inner in lines_of(note.blocks):
            yield from _operations_in(inner)


def _written(item: Broken, *, heading: bool) -> Iterator[str]:
    """The Markdown of one line, its notes behind it, and an empty line."""
    line, base, amended = item
    if isinstance(line, Table):
        yield from (*_table(line), "")
        return
    words = marked_words(line.pieces, _labels(line.notes))
    if base != amended and line.base and line.amended:
        words += f"<ins>{_BREAK}</ins>" if amended else f"<del>{_BREAK}</del>"
    if not words:
        return
    indent = "" if heading else "&emsp;" * (line.depth + line.quoted)
    level = "##" if line.level == 1 else "###"
    yield f"{level} {words}" if heading else indent + (words if indent else at_line_start(words))
    yield ""
    for note in line.notes:
        yield from _note(note)


def _labels(notes: Sequence[Note]) -> dict[int, str]:
    return {note.index: note.marker or str(note.index) for note in notes}


def _note(note: Note) -> Iterator[str]:
    """A footnote whose words changed, below the paragraph that it belongs to."""
    lines = list(lines_of(note.blocks))
    if any(True for line in lines for _ in _operations_in(line)):
        words = "<br>".join(_words(line) for line in lines)
        yield f"<sup>{escaped(note.marker or str(note.index))}</sup> {words}"
        yield ""


def _words(line: Line) -> str:
    """The words of a line inside a cell or a note; of a table in it, row by row."""
    if isinstance(line, Paragraph):
        return marked_words(line.pieces, _labels(line.notes))
    return "<br>".join(" / ".join(_cells(row)) for row in line.rows)


def _cells(row: TableRow) -> list[str]:
    return ["<br>".join(filter(None, map(_words, cell.lines))) for cell in row.cells]


def _table(table: Table) -> Iterator[str]:
    """A table; Markdown wants a first row of headings, which is empty where the Act has none."""
    rows = [_cells(row) for row in table.rows]
    width = max(len(row) for row in rows)
    if not table.rows[0].header:
        rows.insert(0, [])
    for place, row in enumerate(rows):
        yield f"| {' | '.join([*row, *[''] * (width - len(row))])} |"
        if place == 0:
            yield f"|{'---|' * width}"


def _reason(change: Change, language: str | None) -> Iterator[str]:
    """Why a change is made, by which instruction, and from when."""
    operation = change.operation
    when = describe_commencement(operation, change.date, language)
    said = f"**{escaped(operation.id)}**: {escaped(describe_operation(operation, language))}"
    yield f"> {said}, {escaped(when)}." if when else f"> {said.removesuffix('.')}."
    for text in (operation.because, operation.comment):
        if text is not None:
            yield from ("> ", f"> {escaped(' '.join(text.value.split()))}")
    yield ""
