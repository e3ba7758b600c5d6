"""What of a block changed, and with which operations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redline.model.blocks import Block, Mark
from redline.render.table.places import TEXTS, Text, exists_in


def operations_of(block: Block) -> frozenset[str]:
    """The operations that something of a block came or went with; what is part of neither text is passed
    over.
    """
    return frozenset(mark.operation for mark in marks_of(block))


def marks_of(block: Block) -> Iterator[Mark]:
    """The marks of what differs between the two texts: of words, breaks, rows, cells and notes."""
    if block.boundary is not None:
        yield block.boundary
    yield from _visible(run.mark for run in block.all_runs())
    for row in block.rows:
        yield from _visible((row.mark, *(cell.mark for cell in row.cells)))
        for cell in row.cells:
            for inner in cell.blocks:
                yield from marks_of(inner)
    for note in block.notes:
        yield from _visible((note.mark,))
        for inner in note.blocks:
            yield from marks_of(inner)


def _visible(marks: Iterable[Mark | None]) -> Iterator[Mark]:
    for mark in marks:
        if mark is not None and (mark.in_base or mark.in_amended):
            yield mark


def only_in(block: Block) -> Text | None:
    """The text that a block stands in alone; None where it stands in both, or in neither."""
    base, amended = (exists_in(block, text) for text in TEXTS)
    return None if base == amended else "base" if base else "amended"


def moved_by(block: Block) -> str | None:
    """The operation that moved a whole block from or to where it stands; None where none did."""
    mark = block.mark
    if mark is None or not mark.kind.startswith("moved"):
        return None
    if mark.in_base or mark.in_amended:
        return mark.operation
    # A number that came before the move is in neither text at the old place; the words behind it moved.
    others = {(other.operation, other.kind) for other in marks_of(block)}
    return mark.operation if others == {(mark.operation, mark.kind)} else None
