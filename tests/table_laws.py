"""What holds for every comparison table: nothing that changed is missing, and both columns quote the Act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import redline
from redline.akn.blocks import blocks_of_act, blocks_of_marked
from redline.model.blocks import Block
from redline.render.table.places import Text
from redline.render.table.sides import Reading, labels_in, side_of
from redline.render.table.table import ComparisonTable
from redline.render.word.paragraphs import Line, Paragraph, Table

Quoted = tuple[str, frozenset[str]]
"""A paragraph, or a row of a table of the Act, and its words that stand out as changed."""


def quoted(lines: Iterable[Line]) -> Iterator[Quoted]:
    """What lines quote from an Act; gaps and what says that there is nothing are left out."""
    for line in lines:
        if isinstance(line, Table):
            for row in line.rows:
                cells = [list(quoted(cell.lines)) for cell in row.cells]
                text = "|".join("/".join(said for said, _ in cell) for cell in cells)
                if text:
                    yield text, frozenset(words for cell in cells for _, changed in cell for words in changed)
        elif line.style not in ("gap", "nothing"):
            yield _paragraph(line)


def _paragraph(line: Paragraph) -> Quoted:
    own = [piece for piece in line.pieces if line.style != "note" or not piece.run.generated]
    changed = (piece.run.text for piece in own if piece.operation is not None and not piece.run.generated)
    return "".join(piece.run.text for piece in own).strip(), frozenset(filter(str.strip, changed))


def _whole(blocks: Sequence[Block], text: Text, *, moved: bool) -> list[Quoted]:
    """All lines of one text of an Act, or of a marked Act."""
    reading = Reading(text, "", labels_in(blocks, text), "all", moved)
    return list(quoted(side_of(blocks, reading)))


def breaches(table: ComparisonTable, amended: redline.Amended) -> list[str]:
    """Where a table does not keep the laws; empty where it keeps them.

    Each line of a column stands like that in its text. Each line of the marked Act in which something differs
    is in some row of the column of that text; the words that differ stand out in it. (What only moved does
    not stand out.)
    """
    found: list[str] = []
    rows = {act.alias: act.rows for act in table.acts}
    for alias, marked in amended.items():
        blocks = list(blocks_of_marked(marked))
        for text, act in (("base", marked.base), ("amended", marked.after())):
            shown: dict[str, set[str]] = {}
            for row in rows.get(alias, ()):
                for said, changed in quoted(row.current if text == "base" else row.proposed):
                    shown.setdefault(said, set()).update(changed)
            stands = {said for said, _ in _whole(list(blocks_of_act(act)), "base", moved=False)}
            found += [
                f"{alias}, {text}: not a line of the Act: {said}" for said in shown if said not in stands
            ]
            for said, changed in _whole(blocks, text, moved=False):
                if changed and said not in shown:
                    found.append(f"{alias}, {text}: no row shows {said}")
            for said, changed in _whole(blocks, text, moved=True):
                if said in shown and not changed <= shown[said]:
                    found.append(f"{alias}, {text}: {changed - shown[said]} does not stand out in {said}")
    return found
