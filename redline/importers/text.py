"""Plain text -> paragraphs: decoded, and what a web page or a wrapped line has torn apart joined again.

Text copied from an official register stands in paragraphs parted by blank lines, with every link on a line of
its own; text typed by hand has a paragraph on each line. Which of the two a file is can be told from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from redline.errors import ImportFailure
from redline.importers.source import Importer, Source
from redline.model.outline import Paragraph

_INDENT = "\u00a0\u00a0"
_ENDS = (".", ";", ":", "!", "?", ",", "–", "—", "-", "…", '"', "»", "”")
_CLOSING = tuple(",.;:!?)»”%")
_SPACES = re.compile(r"[ \t\n\f\v]+")  # a non-breaking space inside a line is the law's own
_OPENING = tuple("(«“№")
_CYRILLIC_VOWELS = re.compile("[аеиоуыәөіү]", re.IGNORECASE)


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


def decoded(data: bytes, name: str) -> tuple[str, list[str]]:
    """The characters of a file, and what had to be guessed about its encoding.

    Raises:
        ImportFailure: `import-unreadable`, `import-encoding`.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ["the file is UTF-16"]
    if b"\x00" in data[:65536] or data.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise ImportFailure(
            "import-unreadable",
            f"{name} is no plain text: it is {_kind_of(data)}",
            do="save the law as plain text (UTF-8) in the program that it comes from, and import that; a "
            "scanned page must be read by a text recognition program first",
        )
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
    guess = data.decode("cp1251", errors="replace")
    if _reads_as_cyrillic(guess):
        return guess, ["the file is not UTF-8; it was read as Windows-1251, so check letters such as ё, і, қ"]
    raise ImportFailure(
        "import-encoding",
        f"{name} is not UTF-8 text: line {line} has bytes that are no letters in it",
        do="save it as UTF-8 (in Word: Save as, Plain text, Other encoding, Unicode (UTF-8))",
    )


def _kind_of(data: bytes) -> str:
    kinds = {
        b"%PDF": "a PDF",
        b"PK\x03\x04": "a zip archive, as Word's .docx is",
        b"\xd0\xcf\x11\xe0": "an old Word file (.doc) or an encrypted document",
        b"{\\rtf": "an RTF document",
    }
    return next((kind for start, kind in kinds.items() if data.startswith(start)), "a binary file")


def _reads_as_cyrillic(text: str) -> bool:
    """Whether text is Cyrillic in lower-case words with vowels: other encodings give capitals in words."""
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or "\ufffd" in text:
        return False
    small = sum("а" <= letter <= "я" for letter in letters)
    vowels = len(_CYRILLIC_VOWELS.findall(text))
    return small > 0.7 * len(letters) and 0.3 < vowels / len(letters) < 0.6


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
