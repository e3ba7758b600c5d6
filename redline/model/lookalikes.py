"""Letters of two alphabets that look alike, and the words of Cyrillic texts that mix them.

Published laws of Kazakhstan have Latin `i` and `ə` in thousands of Kazakh words, and Cyrillic `І` in the
Roman numbers of laws (`№ 94-VІ`). What is read is the word that a reader sees; the text stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LATIN = "ABEKMHOPCTYXIƏaeopcyxiəhë"
CYRILLIC = "АВЕКМНОРСТУХІӘаеорсухіәһё"
"""Letters that look alike, in the same order."""

LANGUAGES = frozenset({"ru", "kk"})
"""Those in whose words Latin letters may stand for Cyrillic ones."""

_TO_CYRILLIC = str.maketrans(LATIN, CYRILLIC)
_TO_LATIN = str.maketrans(CYRILLIC, LATIN)
_LATIN_LETTER = re.compile("[A-Za-zÀ-ɏə]")
_LATIN_LETTERS = re.compile("[A-Za-zÀ-ɏə]+")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_LETTERS = re.compile(r"[^\W\d_]+")
_ALONE = re.compile("(?:^|(?<=\x00)|(?<=[\u0400-\u052f,;] ))[aocy](?= [\u0400-\u052f\\d«])")
"""A Latin letter in the place of a Cyrillic word of one letter: `c 1 января`."""
_NUMBER = re.compile(r"(?<=\d-)[IVXLCDMІХСМ]+(?![^\W\d_])")
"""The Roman number of a convocation behind that of a law: `480-V`."""
_NUMBER_LIKE = re.compile(r"\d-[ІХСМ]")


def fold_lookalikes(text: str) -> str:
    """The text with each word in the letters of one alphabet, letter by letter, so that offsets stay good.

    A word in which Latin and Cyrillic letters stand together is read as Cyrillic where all its Latin letters
    look like Cyrillic ones, else as Latin where the reverse holds (`VІІ`); other words stay. Words in Latin
    letters alone are Latin, but for single letters between Cyrillic words; those in Cyrillic letters alone
    are Cyrillic, but for the Roman number of a law.
    """
    if _CYRILLIC_LETTER.search(text) is None:
        return text
    pieces: list[str] = []
    done = 0
    for start, end, word in _read_otherwise(text):
        pieces += (text[done:start], word)
        done = end
    text = "".join((*pieces, text[done:])) if pieces else text
    if _NUMBER_LIKE.search(text) is not None:
        text = _NUMBER.sub(lambda found: found.group().translate(_TO_LATIN), text)
    return text


def _read_otherwise(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and reading of words whose letters are not all of one alphabet, and of single letters."""
    done = 0
    # Latin letters are few in a Cyrillic text: only what stands around them is looked at.
    for found in _LATIN_LETTERS.finditer(text):
        start, end = found.span()
        if start < done:
            continue
        if not (_is_cyrillic(text[start - 1 : start]) or _is_cyrillic(text[end : end + 1])):
            if _ALONE.match(text, start) is not None:
                yield start, end, found.group().translate(_TO_CYRILLIC)
            continue
        while start > done and text[start - 1].isalpha():
            start -= 1
        word = _LETTERS.match(text, start)
        done = end = word.end() if word is not None else end
        yield start, end, _in_one_alphabet(text[start:end])


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f"


def _in_one_alphabet(word: str) -> str:
    cyrillic = word.translate(_TO_CYRILLIC)
    if _LATIN_LETTER.search(cyrillic) is None:
        return cyrillic
    latin = word.translate(_TO_LATIN)
    return word if _CYRILLIC_LETTER.search(latin) else latin


def in_latin(number: str) -> str:
    """A number with the Cyrillic letters in it that look like Latin ones as these: `5А` and `5A` are one."""
    return number.translate(_TO_LATIN)


def other_alphabet(number: str) -> str:
    """A number with letters (`а`, `3A`) in the letters of the other alphabet that look the same; empty where
    not all its letters have such.
    """
    letters = [sign for sign in number if sign.isalpha()]
    for alphabet, table in ((LATIN, _TO_CYRILLIC), (CYRILLIC, _TO_LATIN)):
        if letters and all(letter in alphabet for letter in letters):
            return number.translate(table)
    return ""
