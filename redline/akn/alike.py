"""Words that are not in a text: what comes nearest to them there, and why the two are not the same."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from redline.akn.find import QUOTES, fold

_INVISIBLE = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
}
_SPACES = " \t\r\n\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"
_CYRILLIC = "АВЕКМНОРСТУХЅІЈҺавекмнорстухѕіјһ"
_LATIN = "ABEKMHOPCTYXSIJhabekmhopctyxsijh"

# What makes two texts look alike and differ, as tables for str.translate.
_TABLES: Mapping[str, Mapping[int, str | None]] = {
    "spaces": {ord(sign): None for sign in _SPACES},
    "invisible": {ord(sign): None for sign in _INVISIBLE},
    "quotes": QUOTES,
    "dashes": {ord(sign): "-" for sign in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"},
    "accents": dict.fromkeys(range(0x300, 0x370)),
    "letters": {ord(one): other for one, other in zip(_CYRILLIC, _LATIN, strict=True)},
}
_KINDS = ("quotes", "case", "invisible", "spaces", "dashes", "letters", "accents")


def nearest(words: str, texts: Sequence[str], *, cutoff: float = 60.0) -> str | None:
    """The stretch of the given texts that comes nearest to `words`, or None where nothing comes near.

    A stretch that looks the same and differs in signs only (`differences` knows them) comes before any other.
    """
    wanted = _reduced(words)
    alike = [stretch for text in texts if wanted in _reduced(text) for stretch in _stretches(wanted, text)]
    if wanted and alike:
        return min(alike[:_COMPARED], key=lambda stretch: len(differences(words, stretch)))
    return _likest(words, texts, cutoff)


_COMPARED = 50
"""So many stretches that look like the words are compared with them."""


def _reduced(text: str, left: str = "") -> str:
    """The text without what can make texts look alike and differ.

    Args:
        text: any text.
        left: the kind of difference (one of `_KINDS`) that is left in.
    """
    reduced = " ".join(fold(text).split()) if left == "spaces" else fold(text)
    if left != "accents":
        reduced = unicodedata.normalize("NFD", reduced)
    if left != "case":
        reduced = reduced.casefold()
    for kind, table in _TABLES.items():
        if kind != left:
            reduced = reduced.translate(table)
    return unicodedata.normalize("NFC", reduced)


def _stretches(wanted: str, text: str) -> Iterator[str]:
    """The parts of a text that give `wanted` when they are reduced."""
    reduced, ends = "", []
    for letter in text:
        reduced += _reduced(letter)
        ends.append(len(reduced))
    place = reduced.find(wanted)
    while place >= 0 and wanted:
        first, last = bisect_right(ends, place), bisect_left(ends, place + len(wanted))
        while last + 1 < len(text) and unicodedata.combining(text[last + 1]):
            last += 1
        yield " ".join(text[first : last + 1].split())
        place = reduced.find(wanted, place + 1)


def _likest(words: str, texts: Sequence[str], cutoff: float) -> str | None:
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


def longer_word(text: str, start: int, end: int) -> str:
    """The number or word that [start, end) of a text is only a part of: `1,500` around `500`."""
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    grouped = re.compile(r"(?<!\S)\d{1,3}(?:\s\d{3})+(?!\d)")
    for number in grouped.finditer(text):
        if number.start() < end and start < number.end():
            start, end = min(start, number.start()), max(end, number.end())
    return text[start:end].strip(".,;:()\"'“”«»")


class Difference(Struct, frozen=True):
    """One reason why two texts that look alike are not the same.

    Attributes:
        why: the reason, in words for a drafter.
        do: what to write instead.
        ignorable: what `ignore:` takes to pass over it, where it can be passed over.
    """

    why: str
    do: str
    ignorable: str = ""


def differences(wanted: str, found: str, ignore: frozenset[str] = frozenset()) -> list[Difference]:
    """Why the words of a spec are not those of an Act that look like them; empty where no reason is known.

    Args:
        wanted: the words in the spec.
        found: those in the Act.
        ignore: what the search passes over anyway, out of `case` and `quotes`.
    """
    if _reduced(wanted) != _reduced(found):
        return []
    kinds = [
        kind for kind in _KINDS if kind not in ignore and _reduced(wanted, kind) != _reduced(found, kind)
    ]
    if not kinds and unicodedata.normalize("NFC", wanted) == unicodedata.normalize("NFC", found):
        return [Difference("a letter and its mark are two signs in the one, and one in the other", _COPY)]
    return [_described(kind, wanted, found) for kind in kinds]


_COPY = "copy the words from the Act (redline show ACT ADDRESS prints them)"
_AS_IN_THE_ACT = "write them as the Act has them"


def _described(kind: str, wanted: str, found: str) -> Difference:
    match kind:
        case "quotes":
            signs = _signs(wanted, found, _TABLES["quotes"], "\"'")
            return Difference(
                f"the quotation marks or apostrophes differ{signs}",
                _AS_IN_THE_ACT,
                "quotes",
            )
        case "case":
            return Difference("capital and small letters differ", _AS_IN_THE_ACT, "case")
        case "spaces":
            return Difference(
                "a space is missing, or one is too many", "write the spaces as the Act has them"
            )
        case "invisible":
            return _unseen(wanted, found)
        case "dashes":
            signs = _signs(wanted, found, _TABLES["dashes"], "-")
            return Difference(f"the dashes or hyphens differ{signs}", "write the dash that the Act has")
        case "letters":
            return Difference(f"letters that look alike differ: {_odd_letters(wanted, found)}", _COPY)
        case _:
            return Difference("letters with marks above or below them differ (such as ё and е)", _COPY)


def _signs(wanted: str, found: str, table: Mapping[int, str | None], plain: str) -> str:
    """`: “ ” in the Act, " in the spec`."""
    here, there = (
        " ".join(dict.fromkeys(sign for sign in text if ord(sign) in table or sign in plain))
        for text in (wanted, found)
    )
    return f": {there or 'none'} in the Act, {here or 'none'} in the spec"


def _unseen(wanted: str, found: str) -> Difference:
    in_act = next((sign for sign in found if sign in _INVISIBLE and sign not in wanted), None)
    if in_act is not None:
        written = re.sub(
            f"[{''.join(_INVISIBLE)}]", lambda sign: f"\\u{ord(sign.group()):04X}", found.replace('"', '\\"')
        )
        return Difference(
            f"the Act has a {_INVISIBLE[in_act]} there, which is not seen", f'write it as "{written}"'
        )
    in_spec = next((sign for sign in wanted if sign in _INVISIBLE), "\u00ad")
    return Difference(
        f"the spec has a {_INVISIBLE[in_spec]}, which is not seen", "type the words anew, without it"
    )


def _odd_letters(wanted: str, found: str) -> str:
    pairs = zip("".join(wanted.split()), "".join(found.split()), strict=False)
    odd = [
        f"{a} in the spec is {_script(a)}, in the Act {_script(b)}"
        for a, b in pairs
        if a != b and _script(a) != _script(b)
    ]
    return "; ".join(dict.fromkeys(odd[:2]))


def _script(letter: str) -> str:
    return "Cyrillic" if "CYRILLIC" in unicodedata.name(letter, "") else "Latin"
