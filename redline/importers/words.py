"""That no word is lost: the Act, and the notes apart, must have the characters of the source in its order."""

from __future__ import annotations

import re

from redline.akn.imported_words import imported_words
from redline.errors import ImportFailure
from redline.importers.source import Source, is_drawn
from redline.model.inline_signs import without_signs
from redline.model.outline import Outline


def check_words(source: Source, outline: Outline, data: bytes, name: str) -> tuple[int, int]:
    """Compare an Act with the source it was made from, every character other than white space.

    Args:
        data: the Act, as it is to be written.

    Returns:
        how many words of the source are in the law, and how many in the notes.

    Raises:
        ImportFailure: `import-lost-words`, with the first line that is not where it should be.
    """
    law, notes = imported_words(data)
    of_notes = {p.line for note in outline.notes for p in note.paragraphs}
    of_heads = {division.line for division in outline.divisions()} | {annex.line for annex in outline.annexes}
    law_at = notes_at = law_words = note_words = 0
    for group in source.groups:
        in_notes = False
        for number, line in group:
            in_notes = number in of_notes or (in_notes and number not in of_heads)
            letters = _letters(line)
            if in_notes and notes.startswith(letters, notes_at):
                notes_at += len(letters)
                note_words += len(line.split())
            elif not in_notes and law.startswith(letters, law_at):
                law_at += len(letters)
                law_words += len(line.split())
            else:
                raise _lost(name, number, line)
    if law_at != len(law) or notes_at != len(notes):
        raise _lost(name, len(source.text.splitlines()), "(the end of the file)")
    return law_words, note_words


def _letters(line: str) -> str:
    """A line without white space, and without what a program drew: rules, the bars of tables."""
    letters = "".join(without_signs(line).split())
    if is_drawn(line):
        return ""
    row = letters.startswith("|") and letters.endswith("|")
    return re.sub(r"(?<!\\)\|", "", letters).replace("\\|", "|") if row else letters


def _lost(name: str, number: int, line: str) -> ImportFailure:
    return ImportFailure(
        "import-lost-words",
        f"{name}, line {number}: its words are not where they should be in the Act that was made of it; "
        "nothing was written",
        do="this is a defect of redline: please report it with the file; until it is mended, take what "
        "stands around that line out of the file and add it by hand",
        about=[("line", line.strip()[:100])],
    )
