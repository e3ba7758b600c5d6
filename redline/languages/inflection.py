"""Grammatical forms: each form of old words with the same form of new words, as far as grammar tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from msgspec import Struct


class InflectionError(Exception):
    """Words that have no forms, or whose forms cannot be told; never leaves the planning of an operation.

    Attributes:
        message: what stands in the way.
        do: the next step.
    """

    def __init__(self, message: str, *, do: str) -> None:
        super().__init__(message)
        self.message = message
        self.do = do


class Reading(Struct, frozen=True):
    """One thing that a form can be.

    Attributes:
        grammar: for people (`genitive singular`).
        case: by which the words before it tell it; empty where the language has no cases.
        new: the new words in the same form.
    """

    grammar: str
    case: str
    new: str


class Form(Struct, frozen=True):
    """One form of the old words.

    Attributes:
        old: the form, in small letters where the words were given so.
        readings: all that it can be; their new words differ where more than grammar must tell them apart.
        doubt: why it is not certain that the new words are right, for people; empty where it is.
        genders: those of the old and of the new words, where the language has genders and they differ.
    """

    old: str
    readings: tuple[Reading, ...]
    doubt: str = ""
    genders: tuple[str, str] = ("", "")

    def new_words(self) -> tuple[str, ...]:
        """The new words that it can become, each once."""
        return tuple(dict.fromkeys(reading.new for reading in self.readings))


class Chosen(Struct, frozen=True):
    """The new words for one place.

    Attributes:
        new: the words.
        before: how many characters before the old words they replace too (`о`, `a`).
    """

    new: str
    before: int = 0


class Inflector(Protocol):
    """What a language knows of the forms of its words."""

    def forms(self, old: str, new: str) -> tuple[Form, ...]:
        """Every form of the old words, each with the same form of the new words.

        Raises:
            InflectionError: the words have no forms that this language knows.
        """
        ...

    def choose(self, form: Form, before: str) -> str | None:
        """The new words for a form where these words stand before it; None where they leave it open."""
        ...

    def around(self, before: str, new: str) -> Chosen:
        """The new words, with what changes in the word before them (`о` -> `об`, `a` -> `an`)."""
        ...

    def disagreeing(self, form: Form, before: str, behind: str) -> str:
        """The word beside a form that agrees with the old words and cannot with the new ones; empty where
        there is none. It is no part of the words that change, and the drafter is told.
        """
        ...


def grouped(
    pairs: Iterable[tuple[str, Reading]], doubt: str = "", genders: tuple[str, str] = ("", "")
) -> Iterator[Form]:
    """The forms that look alike as one form with several readings, in the order of their first."""
    readings: dict[str, list[Reading]] = {}
    for old, reading in pairs:
        readings.setdefault(old, []).append(reading)
    for old, found in readings.items():
        yield Form(old, tuple(found), doubt, genders)


def as_written(words: str, old: str, like: str) -> str | None:
    """New words with the capitals that the old ones have at a place; None where these are none of the usual.

    Args:
        words: the new words, as the drafter gave them.
        old: the old words, as the drafter gave them.
        like: the old words as they stand in the Act: the same, with a first capital, or all in capitals.
    """
    if like == old:
        return words
    if like == old.upper():
        return words.upper()
    return words[:1].upper() + words[1:] if like == old[:1].upper() + old[1:] else None
