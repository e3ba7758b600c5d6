"""Words in blocks: the occurrences of a text in one string, by the rules of the spec language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from redline.model.lookalikes import fold_lookalikes

_DASHES = "\u2010\u2011"
_DOUBLE = "“”„‟«»\u2033"
_SINGLE = "‘’‚‛\u2032`"
_PLAIN = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a", " ") | dict.fromkeys(_DASHES, "-"))
LETTERS = "letters"
"""What is passed over in Cyrillic texts: whether a letter that looks Cyrillic is Latin."""
QUOTES = str.maketrans(dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SINGLE, "'"))


@lru_cache(maxsize=8192)
def pattern_for(words: str, ignore: frozenset[str] = frozenset(), whole: bool = False) -> re.Pattern[str]:
    """The pattern that finds `words` as the spec language says (§3).

    White space runs are equal, so are ordinary and non-breaking spaces and hyphens; digits never match
    inside a longer number (`5` is not found in `15`, `1,500`, `5.1`, `5-1`, `5/7`, `5:30`, `5A` or `5 000`).

    Args:
        words: the words as written in the spec.
        ignore: out of `case`, `quotes` and `letters` (of two alphabets in one word).
        whole: whole words only.
    """
    plain = fold(words, ignore)
    pieces = [r"\s+" if piece.isspace() else re.escape(piece) for piece in re.split(r"(\s+)", plain) if piece]
    if pieces:
        pieces[0] += _not_before(plain, pieces[0], whole)
    source = "".join(pieces) + _not_behind(plain, whole)
    return re.compile(source, re.IGNORECASE if "case" in ignore else 0)


def _not_before(plain: str, first: str, whole: bool) -> str:
    """What may not stand before the words. It is asked behind the first of them (whose pattern is `first`): a
    search that begins with plain letters is some twenty times as fast as one that begins with a question.
    """
    refused = []
    if plain[0].isdigit():
        refused += [r"\d", r"\d[.,:/-]", r"[^\W\d_]"]
        if re.match(r"\d{3}(?!\d)", plain):
            refused += [rf"\b\d{{{size}}}\s" for size in (1, 2, 3)]
    if whole and plain[0].isalnum():
        refused.append(r"\w")
    return "".join(f"(?<!{before}{first})" for before in refused)


def _not_behind(plain: str, whole: bool) -> str:
    """What may not stand behind the words."""
    refused = []
    digits = re.search(r"\d+$", plain)
    if digits is not None:
        refused += [r"\d", r"[.,:/-]\d", r"[^\W\d_](?![^\W\d_])"]
        if len(digits.group()) <= 3:
            refused.append(r"\s\d{3}(?!\d)")
    if whole and plain[-1:].isalnum():
        refused.append(r"\w")
    return "".join(f"(?!{behind})" for behind in refused)


def fold(text: str, ignore: frozenset[str] = frozenset()) -> str:
    """The text in the form that is compared: character by character, so that offsets stay good."""
    text = text.translate(_PLAIN)
    if LETTERS in ignore:
        text = fold_lookalikes(text)
    return text.translate(QUOTES) if "quotes" in ignore else text


def occurrences(
    words: str,
    text: str,
    ignore: frozenset[str] = frozenset(),
    whole: bool = False,
    limits: tuple[int, int] | None = None,
) -> list[tuple[int, int]]:
    """Start and end of each occurrence of `words` in `text`, from left to right, not overlapping.

    Args:
        words, ignore, whole: see `pattern_for`.
        text: what is searched.
        limits: only between these offsets; what stands around them still tells whole words and numbers.

    A letter is not found without the accent that stands behind it as a sign of its own.
    """
    if LETTERS not in ignore:
        return _found(words, text, ignore, whole, limits)
    # A part of a mixed word is found as it is written, too.
    exact = ignore - {LETTERS}
    as_read = fold_lookalikes(text)
    found = _found(fold_lookalikes(words), as_read, exact, whole, limits)
    if as_read != text:
        taken = _found(words, text, exact, whole, limits)
        more = [(a, b) for a, b in taken if not any(start < b and a < end for start, end in found)]
        found = sorted([*found, *more])
    return found


def _found(
    words: str, text: str, ignore: frozenset[str], whole: bool, limits: tuple[int, int] | None
) -> list[tuple[int, int]]:
    first, last = limits or (0, len(text))
    folded = fold(text, ignore)
    if not (ignore or whole or _EDGES.search(words)) and _spaced_once(words) and _spaced_once(folded):
        found = list(_literal(fold(words), folded, first, last))
    else:
        matches = pattern_for(words, ignore, whole).finditer(folded, first)
        found = [match.span() for match in matches if match.end() <= last]
    return [span for span in found if not is_combining(text[span[1] : span[1] + 1])]


def is_combining(sign: str) -> bool:
    """Whether a sign belongs to the letter before it: an accent, a vowel sign, a point."""
    return sign > "\u02ff" and unicodedata.category(sign).startswith("M")


_EDGES = re.compile(r"^\d|\d$|^\s|\s$|^$")
"""Words that letters alone do not tell: a number or white space at an edge."""


def _spaced_once(text: str) -> bool:
    """Whether all white space inside a text is single spaces, as in most of them: what is found then is
    found letter by letter, which spares a pattern for each instruction.
    """
    return " ".join(text.split()) == text.strip()


def _literal(words: str, text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = text.find(words, first, last)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + len(words), last)
