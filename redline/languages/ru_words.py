"""Russian words one by one: the dictionary of OpenCorpora (pymorphy3), and words as laws spell them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from redline.languages.inflection import InflectionError

TOKENS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|.", re.DOTALL)
"""Words, compounds whole, and what stands between them."""


@lru_cache(maxsize=1)
def analyzer() -> Any:
    """The dictionary, read once.

    Raises:
        InflectionError: it is not installed.
    """
    try:
        import pymorphy3
    except ImportError:
        raise InflectionError(
            "Russian forms need the dictionary pymorphy3, which is not installed",
            do="install it with: pip install 'redline[inflection]'; or write the forms out as two lists",
        ) from None
    return pymorphy3.MorphAnalyzer(lang="ru")


def without_yo(word: str) -> str:
    """A word as most laws spell it, without ё."""
    return word.replace("ё", "е")


def like(word: str, given: str) -> str:
    """A form with the capitals of the word as it was given, and without ё where that had none."""
    if "ё" not in given.lower():
        word = word.replace("ё", "е")
    if given.isupper() and len(given) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if given[:1].isupper() else word


def spelt(form: str) -> list[str]:
    """A form as laws spell it, with ё and without."""
    return list(dict.fromkeys((form, without_yo(form), with_yo(form))))


def with_yo(form: str) -> str:
    """A form with the ё that the dictionary has in its words."""
    words = TOKENS.findall(form)
    for place, word in enumerate(words):
        dotted = next(
            (p.word for p in analyzer().parse(word) if "ё" in p.word and without_yo(p.word) == word.lower()),
            "",
        )
        if dotted:
            words[place] = like(dotted, word[:1] + "ё" + word[1:]) if word[:1].isalpha() else word
    return "".join(words)
