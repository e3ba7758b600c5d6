"""References of which a part of the words changes so that they cite something else: they lose their target.
So do dates, times and quantities of which any words change: their value was another one.

A reference that loses all its words goes anyway; one that keeps nothing but a space loses its target too.
One in which only other words change stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from redline.akn.edits import WordChange
from redline.akn.markup_ranges import reference_spans, value_spans
from redline.akn.ranges import Flat

Element = etree._Element

_TOKEN = re.compile(r"\w+(?:[./\u2010\u2011\u2013-]\w+)*\)?")
_NUMBER = re.compile(r".*\d.*|[^\W\d_]{1,2}\)|[ivxlc]+\)|[IVXLCDM]+|[A-Z]")
_ENDING = re.compile(r"[\u2010\u2011-][^\W\d_]{2,}$")
"""What Kazakh puts behind a number: `5-баптың`."""
_ALIKE = 4
"""Unit words that begin with the same letters are forms of one word (`art.`, `Articles`; статья, статьи)."""


def miscited(flat: Flat, changes: Sequence[WordChange]) -> list[Element]:
    """The references whose words do not read as the same citation any more, and the dates, times and
    quantities whose words change.

    Args:
        flat: the words of a block.
        changes: what becomes of them, in reading order.
    """
    if all(change.keeps_reference for change in changes) or not len(flat.block):
        return []
    found = [value for start, end, value in value_spans(flat) if _inside(changes, start, end)]
    for start, end, reference in reference_spans(flat):
        inside = _inside(changes, start, end)
        if not inside or any(change.keeps_reference for change in inside):
            continue
        rest, words = _words_after(flat.text, start, end, sorted(inside, key=lambda change: change.start))
        emptied = bool(rest) and not rest.strip()
        if emptied or (rest and not _same(_cited(flat.text[start:end]), _cited(words))):
            found.append(reference)
    return found


def _inside(changes: Sequence[WordChange], start: int, end: int) -> list[WordChange]:
    """The changes that touch the characters [start, end), or put something between them."""
    inside = [change for change in changes if change.start < end and start < change.end]
    return inside + [change for change in changes if start < change.start == change.end < end]


def _words_after(text: str, start: int, end: int, changes: Sequence[WordChange]) -> tuple[str, str]:
    """What stays of the words of a reference, and what they are with the new ones."""
    rest, words, at = "", "", start
    for change in changes:
        kept = text[at : max(at, change.start)]
        new = change.new if isinstance(change.new, str) else "".join(_text_of(change.new))
        rest, words, at = rest + kept, words + kept + new, max(at, change.end)
    return rest + text[at:end], words + text[at:end]


def _text_of(new: Element | None) -> list[str]:
    return [] if new is None else [str(piece) for piece in new.itertext()]


def _cited(words: str) -> list[tuple[str, str]]:
    """The numbers in a citation, each with the word before it."""
    cited: list[tuple[str, str]] = []
    before = ""
    for token in _TOKEN.findall(words):
        if _NUMBER.fullmatch(token):
            cited.append((before, _ENDING.sub("", token).rstrip(")").casefold()))
            before = ""
        else:
            before = token.casefold()
    return cited


def _same(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> bool:
    if len(old) != len(new):
        return False
    return all(
        number == other and unit[:_ALIKE].startswith(word[: min(_ALIKE, len(unit))])
        for (unit, number), (word, other) in zip(old, new, strict=True)
    )
