"""What notes are called: the marks that the Act gives them, and others for those that it gives none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count
from string import ascii_lowercase

from redline.model.blocks import Block, Note


def notes_of(blocks: Iterable[Block]) -> Iterator[Note]:
    """The notes of blocks in the order of their marks, those in cells and in other notes among them."""
    for block in blocks:
        yield from block.notes
        for row in block.rows:
            for cell in row.cells:
                yield from notes_of(cell.blocks)
        for note in block.notes:
            yield from notes_of(note.blocks)


def labels_of(notes: Iterable[Note]) -> dict[int, str]:
    """Index of a note -> what stands in the text for it.

    The Act's own marks stay. A note without one (most of them are new) has the mark of the note before it
    with a letter (`1`, `1a`, `1b`, `2`), and before note 1 `0a`. Where none has a mark, they are numbered.
    """
    ordered = sorted({note.index: note for note in notes}.values(), key=lambda note: note.index)
    taken = {note.marker for note in ordered if note.marker}
    first = next((note.marker for note in ordered if note.marker), "")
    before = str(max(0, int(first) - 1)) if first.isdecimal() else ""
    labels: dict[int, str] = {}
    for note in ordered:
        before = note.marker or before
        label = note.marker or _free(note.index, before, taken)
        taken.add(label)
        labels[note.index] = label
    return labels


def _free(index: int, before: str, taken: set[str]) -> str:
    """The note before with the first letter that makes no mark of another; without one before, a number."""
    letters = (before + letter for letter in ascii_lowercase) if before else ()
    numbers = (f"{before}-{number}" if before else str(number) for number in count(index))
    return next(label for label in chain(letters, numbers) if label not in taken)
