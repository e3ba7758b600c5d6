"""A comparison table as text that a drafter can read: what stands out between stars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redline.render.table.bilingual import is_old, is_text, text_in
from redline.render.table.table import ComparisonTable, told_in
from redline.render.word.paragraphs import Line, Paragraph, Table


def table_reading(table: ComparisonTable) -> str:
    """Rows one below the other: `<` the current wording, `>` the proposed (of a table in two languages once
    more for the second), `because` the reasons.
    """
    found: list[str] = []
    for act in table.acts:
        found += [f"=== {act.title}", ""]
        for row in act.rows:
            found.append(f"{row.number}. {'; '.join(row.elements)}")
            for column in filter(is_text, table.columns):
                sign = "<" if is_old(column) else ">"
                found += [f"  {sign} {line}" for line in _lines(text_in(column, row))]
            found += [f"  because: {said}" for said in told_in("reason", row, table)]
            found.append("")
    for heading, sentences in table.lists:
        found += [f"=== {heading}", "", *(f"- {sentence}" for sentence in sentences), ""]
    return "\n".join(found)


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        if isinstance(line, Table):
            for row in line.rows:
                yield "| " + " | ".join(" / ".join(_lines(cell.lines)) for cell in row.cells) + " |"
        else:
            yield "  " * line.depth + _words(line).replace("\n", " / ")


def _words(line: Paragraph) -> str:
    said = ""
    for piece in line.pieces:
        text = piece.run.text
        edge = text.strip()
        if piece.operation is not None and edge:
            text = text.replace(edge, f"**{edge}**", 1)
        said += text
    if line.style == "nothing":
        return f"[{said}]"
    return f"(note) {said}" if line.style == "note" else said
