"""What differs between languages when citations are read: the tables that a language pack fills in.

The grammar itself (a word and its number, lists, runs, inside and outside) is the same everywhere and lives
in `redline.languages.citations`; words, endings, abbreviations and word order are data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import force_setattr

from redline.model.address import PartKind

NUMBER = r"\d[^\W_]*(?:[-.:^][^\W_]+|/[^\W_]{1,2}(?![^\W_]))*"
"""A number as most languages write it: `5`, `5-1`, `12A`, `1-204.04`, `28:4A-211`, `226/A`.

What follows a slash is short, so that `art 5/intro` is a part.
"""

Form = Literal["one", "many", "any"]


def words_of(text: str) -> frozenset[str]:
    """The words of a list written as one string."""
    return frozenset(text.split())


NUMBER_SUFFIXES = words_of("bis ter quater quinquies sexies septies octies novies decies undecies duodecies")
"""Words that go on a number, in whatever language."""


class Unit(Struct, frozen=True):
    """What a word says as the name of a unit.

    Attributes:
        elements: the AKN elements it may stand for, in order of likelihood.
        form: whether the word is singular, plural, or an abbreviation for both.
        bare: whether it can stand without a number (`preamble`, `annex`).
    """

    elements: tuple[str, ...]
    form: Form = "one"
    bare: bool = False


class PartWord(Struct, frozen=True):
    """What a word (or a phrase) says as the name of a part.

    Attributes:
        kind: the part.
        hint: kept in `Part.words` of a block: the unit word it was called by, since `paragraph 3` is a block
            only where there is no numbered paragraph 3.
        form: as for units.
    """

    kind: PartKind
    hint: str | None = None
    form: Form = "one"


class Table(Struct, frozen=True):
    """How one language cites.

    All words are in lower case and without a final dot; phrases are words joined by one space.

    Attributes:
        units, parts: words and phrases and what they say; a word can be in both.
        ordinals: `second` -> 2, `last` -> -1.
        ordinal_digits: pattern of ordinals in digits, the digits in group 1 (`2nd`); None where there are
            none.
        joins: `and`, `or`.
        runs: `to`, `through`.
        within: words that say that what stands before is inside what follows (`of`, `in`).
        outer: forms of unit words that say the same by their ending (genitives); needs no word before it.
        fillers: words that say nothing (`the`).
        number_signs: words between a unit and its number (`No`).
        number_suffixes: words that go on a number (`bis`).
        acts: words for the Act itself.
        number: the pattern of a number; a language that glues words to numbers (`5-баптың`) has its own.
        number_first: whether the number stands before its unit.
    """

    units: Mapping[str, Unit]
    parts: Mapping[str, PartWord]
    ordinals: Mapping[str, int]
    ordinal_digits: str | None = None
    joins: frozenset[str] = frozenset()
    runs: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    outer: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    number_signs: frozenset[str] = frozenset({"№"})
    number_suffixes: frozenset[str] = NUMBER_SUFFIXES
    acts: frozenset[str] = frozenset({"act"})
    number: str = NUMBER
    number_first: bool = False
    phrases: Mapping[str, int] = field(default_factory=dict)
    """First word of a phrase -> how many words the longest phrase that begins so has."""

    def __post_init__(self) -> None:
        longest: dict[str, int] = {}
        for phrase in (*self.units, *self.parts, *self.ordinals):
            words = phrase.split(" ")
            if len(words) > 1:
                longest[words[0]] = max(longest.get(words[0], 0), len(words))
        force_setattr(self, "phrases", longest)

    def knows(self, words: str) -> bool:
        """Whether the words, in lower case, are the name of a unit or a part, or an ordinal."""
        return words in self.units or words in self.parts or words in self.ordinals
