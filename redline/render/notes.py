"""What notes are called: the marks that the Act gives them, and others for those that it gives none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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

    The Act's own marks stay. A note without one (most of them are new) has its number, or where another note
    is called by that number already, a letter behind the note before it: `1`, `1a`, `2`.
    """
    ordered = sorted({note.index: note for note in notes}.values(), key=lambda note: note.index)
    taken = {note.marker for note in ordered if note.marker}
    labels: dict[int, str] = {}
    before = ""
    for note in ordered:
        label = note.marker or _free(str(note.index), before, taken)
        if note.marker:
            before = label
        taken.add(label)
        labels[note.index] = label
    return labels


def _free(number: str, before: str, taken: set[str]) -> str:
    """The number, or the first letter behind the note before that is no mark of another."""
    if number not in taken:
        return number
    letters = (before + letter for letter in ascii_lowercase)
    return next((label for label in letters if label not in taken), f"{before}-{number}")
