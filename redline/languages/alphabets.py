"""The alphabetical order of a language, where it is not that of the character codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from redline.languages import short_code

_ALPHABETS: Mapping[str, str] = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
}
_FIRST = 0xE000
"""Code points of private use, in which letters stand in the order of an alphabet: behind all others."""


def alphabetical_key(words: str, language: str | None) -> str:
    """What to sort words by: their letters and digits only, without capitals, in the order of the alphabet.

    Args:
        words: a term, or the opening words of an entry.
        language: any code for their language; None where it is not known.
    """
    kept = "".join(letter for letter in words.casefold() if letter.isalnum() or letter.isspace()).strip()
    return kept.translate(_places(short_code(language)))


@lru_cache(maxsize=8)
def _places(language: str) -> Mapping[int, int]:
    return {ord(letter): _FIRST + place for place, letter in enumerate(_ALPHABETS.get(language, ""))}
