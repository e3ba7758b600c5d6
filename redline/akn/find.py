"""Words in blocks: the occurrences of a text in one string, and the text that comes nearest."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_DASHES = "\u2010\u2011"
_DOUBLE = "“”„‟«»\u2033"
_SINGLE = "‘’‚‛\u2032`"
_PLAIN = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a", " ") | dict.fromkeys(_DASHES, "-"))
_QUOTES = str.maketrans(dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SINGLE, "'"))


@lru_cache(maxsize=8192)
def pattern_for(words: str, ignore: frozenset[str] = frozenset(), whole: bool = False) -> re.Pattern[str]:
    """The pattern that finds `words` as the spec language says (§3).

    White space runs are equal, so are ordinary and non-breaking spaces and hyphens; digits never match
    inside a
    longer number.

    Args:
        words: the words as written in the spec.
        ignore: out of `case` and `quotes`.
        whole: whole words only.
    """
    plain = fold(words, ignore)
    pieces = [r"\s+" if piece.isspace() else re.escape(piece) for piece in re.split(r"(\s+)", plain) if piece]
    if pieces:
        pieces[0] += _not_before(plain[0], pieces[0], whole)
    source = "".join(pieces)
    if plain[-1:].isdigit():
        source += r"(?!\d)(?![.,]\d)"
    if whole and plain[-1:].isalnum():
        source += r"(?!\w)"
    return re.compile(source, re.IGNORECASE if "case" in ignore else 0)


def _not_before(initial: str, first: str, whole: bool) -> str:
    """What may not stand before the words. It is asked behind the first of them (whose pattern is `first`): a
    search that begins with plain letters is some twenty times as fast as one that begins with a question.
    """
    refused = [r"\d", r"\d[.,]"] if initial.isdigit() else []
    if whole and initial.isalnum():
        refused.append(r"\w")
    return "".join(f"(?<!{before}{first})" for before in refused)


def fold(text: str, ignore: frozenset[str] = frozenset()) -> str:
    """The text in the form that is compared: character by character, so that offsets stay good."""
    text = text.translate(_PLAIN)
    return text.translate(_QUOTES) if "quotes" in ignore else text


def occurrences(
    words: str, text: str, ignore: frozenset[str] = frozenset(), whole: bool = False
) -> list[tuple[int, int]]:
    """Start and end of each occurrence of `words` in `text`, from left to right, not overlapping."""
    return [match.span() for match in pattern_for(words, ignore, whole).finditer(fold(text, ignore))]


def nearest(words: str, texts: Iterable[str], *, cutoff: float = 60.0) -> str | None:
    """The stretch of the given texts that comes nearest to `words`, or None where nothing comes near."""
    from rapidfuzz import fuzz

    best, found = cutoff, None
    for text in texts:
        plain = " ".join(text.split())
        if not plain:
            continue
        match = fuzz.partial_ratio_alignment(words, plain, score_cutoff=best)
        if match is None:
            match = fuzz.partial_ratio_alignment(_small(words), _small(plain), score_cutoff=best)
        if match is None or match.score <= best:
            continue
        stretch = _widen(plain, match.dest_start, match.dest_end)
        if stretch:
            best, found = match.score, stretch
        if best >= 100:
            break
    return found


def _small(text: str) -> str:
    """In small letters, where that keeps the offsets."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def _widen(text: str, start: int, end: int) -> str:
    """The stretch widened to whole words."""
    while start > 0 and text[start - 1].isalnum() and text[start : start + 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1 : end].isalnum():
        end += 1
    return text[start:end].strip()


def difference(wanted: str, found: str) -> str:
    """Why two texts that look alike are not the same, in words for a drafter; empty when no reason is
    known.
    """
    if wanted == found:
        return ""
    squeezed = " ".join(fold(wanted).split()), " ".join(fold(found).split())
    quoted = tuple(text.translate(_QUOTES) for text in squeezed)
    if quoted[0] == quoted[1]:
        return "the quotation marks or apostrophes differ (ignore: [quotes] passes over that)"
    if quoted[0].casefold() == quoted[1].casefold():
        return "capital and small letters differ (ignore: [case] passes over that)"
    if "".join(squeezed[0].split()) == "".join(squeezed[1].split()):
        return "the spaces differ"
    alike = _look_alike(squeezed[0]), _look_alike(squeezed[1])
    if alike[0] == alike[1]:
        return "letters that look alike differ (Latin and Cyrillic): " + _odd_letters(
            squeezed[0], squeezed[1]
        )
    dashes = tuple(re.sub("[-\u2012-\u2015\u2212]", "-", text) for text in squeezed)
    if dashes[0] == dashes[1]:
        return "the dashes or hyphens differ"
    return ""


_CYRILLIC = "АВЕКМНОРСТУХаеорсухіІјЅѕһ"
_LATIN = "ABEKMHOPCTYXaeopcyxiIjSsh"
_LOOK_ALIKE = str.maketrans(_CYRILLIC, _LATIN)


def _look_alike(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_LOOK_ALIKE)


def _odd_letters(wanted: str, found: str) -> str:
    odd = [
        f"{a!r} in the spec is {_script(a)}, in the Act {_script(b)}"
        for a, b in zip(wanted, found, strict=False)
        if a != b
    ]
    return "; ".join(odd[:2])


def _script(letter: str) -> str:
    return "Cyrillic" if "CYRILLIC" in unicodedata.name(letter, "") else "Latin"
