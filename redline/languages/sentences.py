"""Where sentences end: one splitter for every language, driven by a list of abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redline.languages.tables import words_of

_END = re.compile(r"[.!?…]+[\"'”’»“)\]]*(?=\s+|$)")
_LAST_WORD = re.compile(r"[^\s(\[\"'“”„«»‘’—–/]*$")
_OPENING = " \t\r\n\u00a0\"'“”„«‘([—–-"
_NEXT_WORD = re.compile(r"[^\W\d_]+(?=[\s,])")


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """What a language knows of full stops.

    Attributes:
        never_end: abbreviations after which a sentence goes on (`art`, `no`), lower case, without the final
            dot.
        may_end: abbreviations that end a sentence only before one of `starters` (`etc`, `d.c`).
        starters: words that begin a sentence where a full stop leaves it open, as written (`The`, `If`).
    """

    never_end: frozenset[str] = frozenset()
    may_end: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()

    def split(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each sentence of `text`, in order; closing quotation marks and brackets included.

        A semicolon or a colon ends no sentence, and neither does a stop before a word in small letters.
        """
        found: list[tuple[int, int]] = []
        start = _skip_space(text, 0)
        for match in _END.finditer(text):
            if match.start() >= start and self._ends(text, start, match):
                found.append((start, match.end()))
                start = _skip_space(text, match.end())
        if start < len(text):
            found.append((start, len(text.rstrip())))
        return found

    def _ends(self, text: str, start: int, match: re.Match[str]) -> bool:
        rest = text[match.end() : match.end() + 80].lstrip(_OPENING)
        if not rest:
            return True
        if rest[0].islower():
            return False
        if match[0].startswith("."):
            return self._stop_ends(text, start, match.start(), rest)
        return True

    def _stop_ends(self, text: str, start: int, stop: int, rest: str) -> bool:
        """Whether the full stop at `stop` ends a sentence, by the word before it and the one after it."""
        before = _LAST_WORD.search(text, start, stop)
        word = before[0] if before else ""
        if before is not None and before.start() == start and _is_label(word):
            return False  # `1. The register`: a number, not a sentence
        folded = word.lower()
        if folded in self.never_end:
            return False
        if folded in self.may_end or _is_initial(word):
            following = _NEXT_WORD.match(rest)
            return following is not None and following[0] in self.starters
        return True


def _skip_space(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _is_label(word: str) -> bool:
    """Whether a word at the beginning of a text can be its number: `1`, `5-1`, `a`, `12A`."""
    return word[:1].isdigit() or len(word) == 1


def _is_initial(word: str) -> bool:
    """`J`, `D.C`: a capital letter alone, or letters with stops between them."""
    letters = word.split(".")
    single = all(len(letter) == 1 and letter.isalpha() for letter in letters)
    return single and (len(letters) > 1 or word.isupper())


_ANY_LANGUAGE = SentenceRules(never_end=words_of("no nr art ст п пп №"))


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text in a language that has no pack."""
    return _ANY_LANGUAGE.split(text)
