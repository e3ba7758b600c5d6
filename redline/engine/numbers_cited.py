"""Numbers of provisions that are looked for in words, as runs of digits and of letters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct, field

from redline.addresses.spelled import spellings
from redline.languages.tables import NUMBER_SUFFIXES
from redline.model.address import Step
from redline.model.lookalikes import in_latin

Signs = frozenset[str]
"""Runs of digits and of letters, as they stand in a number or in words."""

_SIGNS = re.compile(r"\d+|[^\W\d_]+")
_ENDINGS = tuple(NUMBER_SUFFIXES)
_ANY_UNIT = ("article",)


def signs_in(text: str) -> Signs:
    """The runs of digits and of letters in a text; letters that look alike are one."""
    # A code has hundreds of thousands of words, and not many different ones: each is looked into once.
    return frozenset().union(*map(_signs_of_word, set(text.split())))


@lru_cache(maxsize=65536)
def _signs_of_word(word: str) -> Signs:
    return frozenset(_SIGNS.findall(in_latin(word).lower()))


def first_sign(word: str) -> str:
    """The first run of a word; empty where it has none."""
    found = _SIGNS.search(in_latin(word).lower())
    return found[0] if found is not None else ""


@lru_cache(maxsize=4096)
def signs_of_number(number: str) -> frozenset[Signs]:
    """What stands in words that name a number, for each way to write it; nothing for no number."""
    return frozenset(map(_signs_written, spellings(Step(number, _ANY_UNIT)))) if number else frozenset()


def _signs_written(number: str) -> Signs:
    """The runs of a number; of letters alone none that an ending such as `bis` may be part of."""
    signs = signs_in(number)
    if any(sign.isdigit() for sign in signs):
        return frozenset(sign for sign in signs if sign.isdigit())
    return frozenset(sign for sign in signs if not sign.endswith(_ENDINGS))


def _longest(number: Signs) -> str:
    """The sign of a number that fewest words have; empty for a number without any."""
    return max(number, key=len, default="")


class NumberRow(Struct, eq=False):
    """Provisions side by side, of which some were changed: a run from one to another may reach over those.

    Attributes:
        places: a sign of each number -> the number, and where in the row it stands.
        changed: where in the row something was changed, in rising order.
    """

    places: defaultdict[str, list[tuple[Signs, int]]] = field(default_factory=lambda: defaultdict(list))
    changed: Sequence[int] = ()

    def add(self, place: int, numbers: Iterable[Signs]) -> None:
        """Take in the ways to write the number that stands at a place of the row."""
        for number in numbers:
            self.places[_longest(number)].append((number, place))

    def reaches_over(self, signs: Signs) -> bool:
        """Whether a run between two numbers with these signs can reach over something that was changed."""
        named = ("", *(self.places.keys() & signs))
        there = [at for sign in named for number, at in self.places.get(sign, ()) if number <= signs]
        return bool(there) and bisect_right(self.changed, min(there)) < bisect_left(self.changed, max(there))


class Numbers(Struct, eq=False):
    """Numbers, of which one may stand in words.

    Attributes:
        simple: those of one run of digits or letters.
        others: all others; one without any run stands in all words.
        rows: provisions side by side, between which a run may reach over what was changed.
        inside: a sign of a provision's number -> the number, and those of what was changed inside it: words
            that name one of these must name the provision too.
    """

    simple: set[str] = field(default_factory=set)
    others: list[Signs] = field(default_factory=list)
    rows: list[NumberRow] = field(default_factory=list)
    inside: defaultdict[str, list[tuple[Signs, Numbers]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, numbers: Iterable[Signs]) -> None:
        """Take numbers in."""
        for number in numbers:
            if len(number) == 1:
                self.simple |= number
            else:
                self.others.append(number)

    def add_inside(self, numbers: Iterable[Signs], inner: Numbers) -> None:
        """Take in what was changed inside a provision, by the ways to write its number."""
        for number in numbers:
            self.inside[_longest(number)].append((number, inner))

    def stand_in(self, signs: Signs) -> bool:
        """Whether one of the numbers, or a run, can stand in words with these signs."""
        return (
            not self.simple.isdisjoint(signs)
            or any(number <= signs for number in self.others)
            or any(row.reaches_over(signs) for row in self.rows)
            or any(inner.stand_in(signs) for inner in self._named_inside(signs))
        )

    def _named_inside(self, signs: Signs) -> Iterator[Numbers]:
        for sign in ("", *(self.inside.keys() & signs)):
            yield from (inner for number, inner in self.inside.get(sign, ()) if number <= signs)
