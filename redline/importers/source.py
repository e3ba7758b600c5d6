"""What every source format gives: groups of lines, each a paragraph or a heading with others under it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

_DRAWN = re.compile(r"(?=.*[=_*-]{3})[=_*|: -]+")


def is_drawn(line: str) -> bool:
    """Whether a line is a rule that a program drew under a heading or in a table, and no words."""
    return _DRAWN.fullmatch(line.strip()) is not None


Group = list[tuple[int, str]]
"""The lines of one paragraph as they stand in the source, each with its number."""


@dataclass(slots=True)
class Source:
    """The text of a file.

    Attributes:
        groups: its paragraphs, each with its lines; blank ones left out.
        text: all of it, to compare the Act with.
        remarks: what had to be decided to read it, for the report.
        titles: the lines that the file marks as a title.
        counted: what is counted as a line.
        title: what the file says the law is called, outside of its text; empty where it does not.
        around: what stands around the text of the law, where its date and number may be.
    """

    groups: list[Group]
    text: str
    remarks: list[str] = field(default_factory=list)
    titles: set[int] = field(default_factory=set)
    counted: str = "line"
    title: str = ""
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Importer:
    """One source format.

    Attributes:
        name: as it is called in messages.
        suffixes: of its files, lower case.
        read: bytes and name of a file -> its paragraphs.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Source]
