"""Plain text -> paragraphs: decoded, and what a web page or a wrapped line has torn apart joined again.

Text copied from an official register stands in paragraphs parted by blank lines, with every link on a line of
its own; text typed by hand has a paragraph on each line. Which of the two a file is can be told from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from redline.errors import ImportFailure
from redline.importers.encoding import decoded
from redline.importers.source import Importer, Source
from redline.model.outline import Paragraph

_INDENT = "\u00a0\u00a0"
_ENDS = (".", ";", ":", "!", "?", ",", "–", "—", "-", "…", '"', "»", "”")
_CLOSING = tuple(",.;:!?)»”%")
_SPACES = re.compile(r"[ \t\n\f\v]+")  # a non-breaking space inside a line is the law's own
_OPENING = tuple("(«“№")


def read_text(data: bytes, name: str) -> Source:
    """The paragraphs of a plain text.

    Args:
        data: the file.
        name: what to call it in messages.

    Raises:
        ImportFailure: `import-unreadable` for what is no text, `import-encoding` for text in another encoding
            than UTF-8 that is not surely Windows-1251, `import-no-law` for an empty file.
    """
    text, notes = decoded(data, name)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not any(line.strip() for line in lines):
        raise ImportFailure(
            "import-no-law", f"{name} is empty", do="give the file that holds the text of the law"
        )
    joined = _is_torn(lines)
    if joined:
        notes.append("paragraphs are parted by blank lines; lines inside them were joined")
    paragraphs = list(_groups(lines)) if joined else [[(n, line)] for n, line in enumerate(lines, 1)]
    return Source([group for group in paragraphs if group[0][1].strip()], text, notes)


def _is_torn(lines: list[str]) -> bool:
    """Whether paragraphs are parted by blank lines and can go over several lines."""
    filled = [line for line in lines if line.strip()]
    if sum(line.startswith(_INDENT) for line in filled) > len(filled) / 10:
        return True
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    going_on = sum(not a.rstrip().endswith(_ENDS) and b.lstrip()[:1].islower() for a, b in pairs)
    return len(pairs) > 1 and going_on > len(pairs) / 2


def _groups(lines: list[str]) -> Iterator[list[tuple[int, str]]]:
    """The lines between blank ones, with their numbers; an indented line begins a paragraph."""
    group: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if group and (not line.strip() or line.startswith(_INDENT)):
            yield group
            group = []
        if line.strip():
            group.append((number, line))
    if group:
        yield group


def join_lines(lines: list[tuple[int, str]]) -> Paragraph:
    """Lines of one paragraph as words: white space at the edge of a line is kept, and a space is put where
    two words would touch; the rest of a number (`№ 241-VI` and `II`) follows without one.
    """
    text = ""
    for _, line in lines:
        if text and not text[-1].isspace() and not line[:1].isspace() and _parts_words(text, line):
            text += " "
        text += line
    return Paragraph(_SPACES.sub(" ", text).strip(), lines[0][0])


def _parts_words(before: str, line: str) -> bool:
    if line.startswith(_CLOSING) or before.endswith(_OPENING):
        return False
    if not line[:1].isalnum():
        return before[-1:] in ".!?"
    if not before[-1:].isalnum():
        return before[-1:] in ".!?;:," and not line[:1].isdigit()
    roman = re.search(r"-[IVX]+$", before) is not None and re.match(r"[IVX]+\b", line) is not None
    return not roman and not (before[-1:].isdigit() and line[:1].isdigit())


IMPORTER = Importer("plain text", (".txt", ".text"), read_text)
