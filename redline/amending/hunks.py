"""Words that change at one place, as an instruction quotes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from redline.akn.edits import Edit, WordsEdit
from redline.akn.plans import Planned
from redline.akn.ranges import Flat
from redline.amending.counting import NoFormulaError
from redline.model.amending import Side
from redline.model.spec import Text

_MARKS = frozenset({("«", "»"), ("“", "”"), ('"', '"')})


class Hunk(Struct, frozen=True):
    """Words that change at one place.

    Attributes:
        flat: the block.
        start, end: the words that are quoted, in its text.
        old, new: they, and what stands in their place afterwards.
        side: for words that come beside others (`old`), on which side, or at which end of the block.
        widened: whether the spec says a part of a word, and the whole word is quoted.
    """

    flat: Flat
    start: int
    end: int
    old: str
    new: str
    side: Side = ""
    widened: bool = False

    @property
    def key(self) -> tuple[str, str, Side]:
        """What hunks of one instruction have in common."""
        return self.old, self.new, self.side


def hunks_of(planned: Planned, edit: Edit) -> Iterator[Hunk]:
    """What an edit of a word operation changed, as whole words and without needless quotation marks."""
    if not isinstance(edit, WordsEdit):
        return
    if planned.operation.verb == "add":
        yield from _added(planned, edit)
        return
    for hunk in replaced(edit, substituting=planned.operation.verb == "substitute"):
        yield _inside_marks(_of_whole_words(hunk))


def _of_whole_words(hunk: Hunk) -> Hunk:
    """A part of a word takes the rest of the word along: laws amend whole words."""
    text, start, end = hunk.flat.text, hunk.start, hunk.end
    while start and _is_inside_word(text, start):
        start -= 1
    while end < len(text) and _is_inside_word(text, end):
        end += 1
    if (start, end) == (hunk.start, hunk.end):
        return hunk
    new = text[start : hunk.start] + hunk.new + text[hunk.end : end]
    return replace(hunk, start=start, end=end, old=text[start:end], new=new, widened=True)


def _is_inside_word(text: str, at: int) -> bool:
    return text[at - 1].isalnum() and text[at].isalnum()


def _inside_marks(hunk: Hunk) -> Hunk:
    """Words without the quotation marks that both the old and the new have around them: none are doubled."""
    old, new = hunk.old, hunk.new
    both = min(len(old), len(new)) > 2 and (old[0], old[-1]) == (new[0], new[-1])
    if not both or (old[0], old[-1]) not in _MARKS or hunk.flat.text.count(old[1:-1]) > 1:
        return hunk
    return replace(hunk, start=hunk.start + 1, end=hunk.end - 1, old=old[1:-1], new=new[1:-1])


def replaced(edit: Edit, *, substituting: bool) -> Iterator[Hunk]:
    """Words that others take the place of, or none; the space that goes with them is not quoted."""
    if not isinstance(edit, WordsEdit):
        return
    for change in edit.changes:
        new = change.new
        if new is not None and not isinstance(new, str):
            raise NoFormulaError
        start, end = change.start, change.end
        if new is None or not substituting:
            start, end = _trimmed(edit.flat.text, start, end)
        if start < end:
            yield _to_whole_words(Hunk(edit.flat, start, end, edit.flat.text[start:end], new or ""))
        elif change.start == change.end:
            raise NoFormulaError


def _to_whole_words(hunk: Hunk) -> Hunk:
    """Words quoted with a space at an edge take the word beside it along: no law quotes a space."""
    text, start, end, new = hunk.flat.text, hunk.start, hunk.end, hunk.new
    if text[start].isspace() and (before := word_beside(text, start, forward=False))[0] < start:
        new = text[before[0] : start] + new
        start = before[0]
    if text[end - 1].isspace() and (behind := word_beside(text, end, forward=True))[1] > end:
        new += text[end : behind[1]]
        end = behind[1]
    return replace(hunk, start=start, end=end, old=text[start:end], new=new)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def _added(planned: Planned, edit: WordsEdit) -> Iterator[Hunk]:
    values = planned.operation.values
    text = edit.flat.text
    for change in edit.changes:
        if not isinstance(change.new, str) or change.start != change.end:
            raise NoFormulaError
        new = change.new.strip()
        at = change.start
        if "after" in values:
            start, end = _before(text, at, values["after"])
            yield Hunk(edit.flat, start, end, text[start:end], new, "after")
        elif "before" in values:
            start, end = _behind(text, at, values["before"])
            yield Hunk(edit.flat, start, end, text[start:end], new, "before")
        elif values.get("at") == "start":
            start, end = word_beside(text, at, forward=True)
            yield Hunk(edit.flat, start, end, text[start:end], new, "start")
        else:
            start, end = word_beside(text, at, forward=False)
            yield Hunk(edit.flat, start, end, text[start:end], new, "end")


def _before(text: str, at: int, anchor: object) -> tuple[int, int]:
    """The words of an anchor that end where others come behind them."""
    end = len(text[:at].rstrip())
    length = _length(anchor)
    return (max(0, end - length), end) if length else word_beside(text, at, forward=False)


def _behind(text: str, at: int, anchor: object) -> tuple[int, int]:
    start = at + len(text[at:]) - len(text[at:].lstrip())
    length = _length(anchor)
    return (start, min(len(text), start + length)) if length else word_beside(text, at, forward=True)


def _length(anchor: object) -> int:
    return len(anchor.value.strip()) if isinstance(anchor, Text) else 0


def word_beside(text: str, at: int, *, forward: bool) -> tuple[int, int]:
    """The word behind a place, or before it."""
    if forward:
        found = re.compile(r"\s*(\S+)").match(text, at)
        return found.span(1) if found else (at, at)
    words = list(re.finditer(r"\S+", text[:at]))
    return words[-1].span() if words else (at, at)


def tidy(new: str, hunk: Hunk) -> str:
    """The words that stay around words that go, without a space too many."""
    return new if hunk.new else re.sub(r"\s+(?=[ ,.;:)])|^\s+|\s+$", "", new)
