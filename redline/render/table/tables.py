"""Which rows of a table of the Act are shown in a cell of the comparison table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redline.model.blocks import Block, Cell, Row
from redline.render.table.elision import Context
from redline.render.table.marked import marks_of
from redline.render.table.places import Text, stands_in


def kept_rows(block: Block, text: Text, context: Context) -> Iterator[Row | None]:
    """The rows of a table in one text; None for rows that are left out because nothing in them changed.

    The head is always there; rows that a cell joins stay together, so that every cell keeps its place. A
    table in which nothing changed is shown whole.

    Args:
        block: the table.
        text: which text.
        context: how many unchanged rows are kept on either side of a changed one.
    """
    rows = [row for row in block.rows if stands_in(row.mark, text)]
    kept = _kept(block, rows, text, context)
    left = 0
    for place, row in enumerate(rows):
        if place in kept:
            if left:
                yield None
            left = 0
            yield row
        else:
            left += 1
    if left:
        yield None


def spans_in(cell: Cell, text: Text) -> tuple[int, int]:
    """Over how many columns and rows a cell reaches in one text."""
    return (cell.before if text == "base" else cell.after) or (cell.columns, cell.rows)


def _kept(block: Block, rows: Sequence[Row], text: Text, context: Context) -> set[int]:
    everything = set(range(len(rows)))
    # In a text that lost or got whole rows the neighbours are told by the rows of both texts.
    changed = [place for place, row in enumerate(block.rows) if _changed(row)]
    if context == "all" or not changed:
        return everything
    near = {other for place in changed for other in range(place - context, place + context + 1)}
    at = {id(row): place for place, row in enumerate(block.rows)}
    heads = next((place for place, row in enumerate(rows) if not row.header), len(rows)) or 1
    kept = {place for place, row in enumerate(rows) if place < heads or at[id(row)] in near}
    kept = _joined(rows, kept, text)
    # A single row is not worth a line that says that it is left out.
    return kept | {p for p in everything - kept if {p - 1, p + 1} & everything <= kept}


def _changed(row: Row) -> bool:
    marks = [row.mark, *(cell.mark for cell in row.cells)]
    if any(mark is not None and (mark.in_base or mark.in_amended) for mark in marks):
        return True
    if any(cell.before is not None for cell in row.cells):
        return True
    return any(next(marks_of(inner), None) is not None for cell in row.cells for inner in cell.blocks)


def _joined(rows: Sequence[Row], kept: set[int], text: Text) -> set[int]:
    """The rows with all those that a cell joins to one of them."""
    joined = set(kept)
    while True:
        more = set(joined)
        for place, row in enumerate(rows):
            for cell in row.cells:
                height = spans_in(cell, text)[1] if stands_in(cell.mark, text) else 1
                reached = set(range(place, min(place + height, len(rows))))
                if height > 1 and reached & joined:
                    more |= reached
        if more == joined:
            return joined
        joined = more
