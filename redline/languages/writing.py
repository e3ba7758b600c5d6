"""Writing citations: what is the same in every language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from redline.languages.tables import Table
from redline.model.address import NUMBERED_PART, Part, Step

_QUOTES = (('"', '"'), ("“", "”"), ("«", "»"))


def counted_part(step: Step) -> bool:
    """Whether a step is a part, numbered in a code or counted by its place, which an ordinal names («часть
    вторая»).
    """
    return step.units == NUMBERED_PART or (step.units[:1] == ("alinea",) and step.word == "part")


def said_in_words(number: str | None, most: int) -> TypeGuard[str]:
    """Whether a number is one whose ordinal is written in words.

    Args:
        number: as printed, bare.
        most: the last that has an ordinal in words.
    """
    return number is not None and number.isdecimal() and 1 <= int(number) <= most


def written_parts(base: str, parts: Iterable[Part], table: Table) -> str:
    """A citation with its parts behind slashes, under the names that every language reads.

    Args:
        base: the provision; empty where the Act itself is meant.
        parts: outermost first.
        table: the language's table, which knows the word a block was called by.
    """
    pieces = [base or "act", *(_written_part(part, table) for part in parts)]
    if not base and pieces[1:2] == ["toc"]:
        pieces.pop(0)
    return " / ".join(pieces)


def _written_part(part: Part, table: Table) -> str:
    name = part.kind.replace("-", " ")
    if part.kind == "quoted":
        return f"quoted {part.words}"
    if part.kind == "block" and part.words in table.parts:
        name = part.words or name
    elif part.words is not None and part.kind not in ("block", "part"):
        return f"{name} {_quoted(part.words)}"
    if part.index is None:
        return name
    return f"{name} {'last' if part.index == -1 else part.index}"


def _quoted(words: str) -> str:
    """The words in the first kind of quotation marks that they do not hold themselves."""
    for opening, closing in _QUOTES:
        if opening not in words and closing not in words:
            return f"{opening}{words}{closing}"
    return f"«{words}»"
