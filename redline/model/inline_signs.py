"""Signs of private use that carry markup inside the words of an outline, until the words become an Act.

Importers put them around footnotes, raised or lowered letters and defined terms, and in the place of cells
that another one reaches over; the writer makes elements and spans of them. They are no letters: whatever
compares or recognises words leaves them out.
"""

from __future__ import annotations

import re

NOTE, NOTE_END = "\ue000", "\ue001"
SUP, SUP_END = "\ue002", "\ue003"
SUB, SUB_END = "\ue004", "\ue005"
TERM, TERM_END = "\ue006", "\ue007"
ACROSS, DOWN = "\ue008", "\ue009"
"""A cell of a table that the one to its left, or the one above, reaches over."""

_NOTES = re.compile(f"{NOTE}[^{NOTE_END}]*{NOTE_END}")
_SIGNS = re.compile("[\ue000-\ue009]")


def without_signs(text: str) -> str:
    """All letters of a text, those of its footnotes too."""
    return _SIGNS.sub("", text)


def without_notes(text: str) -> str:
    """A text without its footnotes and signs."""
    return _SIGNS.sub("", _NOTES.sub("", text))
