"""English: singular, plural and possessive, by the rules and exceptions of the library `inflect`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from msgspec import Struct

from redline.languages.inflection import Chosen, Form, InflectionError, Reading, grouped
from redline.languages.tables import words_of

_WORDS_BEHIND_A_HEAD = words_of("of for in on to with by from under at between against who which that")
_ARTICLE = re.compile(r"(?<![^\W_])(an?)(\s+)\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _engine() -> Any:
    try:
        import inflect
    except ImportError:
        raise InflectionError(
            "English forms need the library inflect, which is not installed",
            do="install it with: pip install 'redline[inflection]'; or write the forms out as two lists",
        ) from None
    return inflect.engine()


def _plural(words: str) -> str:
    """`migrant worker` -> `migrant workers`, `head of mission` -> `heads of mission`."""
    found = words.split(" ")
    head = next((at for at, word in enumerate(found) if word.lower() in _WORDS_BEHIND_A_HEAD), len(found)) - 1
    if head < 0 or not found[head].isalpha():
        raise InflectionError(
            f"“{words}” has no noun whose plural could be made",
            do="write the forms out as two lists, under substitute: and under with:",
        )
    if _engine().singular_noun(found[head]):
        raise InflectionError(
            f"“{found[head]}” seems to be a plural",
            do="give the words in the singular; the plural is found with them",
        )
    found[head] = _engine().plural_noun(found[head])
    return " ".join(found)


def _possessive(words: str, *, apostrophe: str) -> str:
    return words + (apostrophe if words.endswith("s") else f"{apostrophe}s")


class EnglishInflector(Struct, frozen=True):
    """English forms."""

    def forms(self, old: str, new: str) -> tuple[Form, ...]:
        """Every form of the old words with the same form of the new; see `Inflector.forms`."""
        old, new = (" ".join(words.split()) for words in (old, new))
        return tuple(grouped(self._pairs(old, new)))

    def _pairs(self, old: str, new: str) -> Iterator[tuple[str, Reading]]:
        plurals = _plural(old), _plural(new)
        for number, (before, after) in (("singular", (old, new)), ("plural", plurals)):
            yield before, Reading(number, "", after)
            for apostrophe in ("'", "’"):
                possessive = _possessive(before, apostrophe=apostrophe)
                yield (
                    possessive,
                    Reading(f"{number} possessive", "", _possessive(after, apostrophe=apostrophe)),
                )

    def choose(self, form: Form, before: str) -> str | None:
        """The new words, where the form is one thing only; see `Inflector.choose`."""
        answers = form.new_words()
        return answers[0] if len(answers) == 1 else None

    def around(self, before: str, new: str) -> Chosen:
        """`a` becomes `an` before a vowel that is spoken, and the other way round."""
        article = _ARTICLE.search(before)
        if article is None:
            return Chosen(new)
        wanted = _engine().a(new.split(" ")[0]).split(" ")[0]
        wanted = wanted.capitalize() if article[1][0].isupper() else wanted
        return Chosen(new) if wanted == article[1] else Chosen(f"{wanted}{article[2]}{new}", len(article[0]))

    def disagreeing(self, form: Form, before: str, behind: str) -> str:
        """Nothing: nouns have no gender."""
        return ""
