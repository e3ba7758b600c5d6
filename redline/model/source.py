"""Where something stands in a file."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True):
    """A stretch of one line of a file.

    Attributes:
        file: the file's name as the user gave it.
        line: 1-based line number.
        column: 1-based column, in characters.
        length: how many characters are meant, at least 1.
    """

    file: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
