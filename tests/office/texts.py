"""The text of a Word document by place, read without anything of the project, for documents without changes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "‑"}

Text = tuple[tuple[int, ...], str]
"""Row and cell, from the outside in, of the tables that a paragraph stands in; and its words."""


def texts(path: Path) -> list[Text]:
    """The paragraphs of the body that have words, in order, each with its place."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))[0]
    return [(place, words) for place, words in _paragraphs(body, ()) if words.strip()]


def notes(path: Path) -> list[str]:
    """The text of each footnote, in the order of their marks in the body."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        marks = [mark.get(f"{W}id") for mark in body.iter(f"{W}footnoteReference")]
        if not marks:
            return []
        part = etree.fromstring(package.read("word/footnotes.xml"))
    words = {
        note.get(f"{W}id"): " ".join(_words(paragraph).strip() for paragraph in note.iter(f"{W}p"))
        for note in part
    }
    return [words[mark] for mark in marks]


def _paragraphs(container: etree._Element, place: tuple[int, ...]) -> Iterator[Text]:
    for child in container:
        if child.tag == f"{W}p":
            yield place, _words(child)
        elif child.tag == f"{W}tbl":
            for row, cells in enumerate(child.iterchildren(f"{W}tr")):
                for column, cell in enumerate(cells.iterchildren(f"{W}tc")):
                    yield from _paragraphs(cell, (*place, row, column))


def _words(paragraph: etree._Element) -> str:
    found = (
        (piece.text or "") if piece.tag == f"{W}t" else WORDS.get(str(piece.tag), "")
        for run in paragraph.iter(f"{W}r")
        if not _is_mark(run)
        for piece in run
    )
    return "".join(found)


def _is_mark(run: etree._Element) -> bool:
    """Whether a run holds the Act's own mark of a note, which LibreOffice writes as words."""
    style = run.find(f"{W}rPr/{W}rStyle")
    return run.find(f"{W}footnoteReference") is not None or (
        style is not None and style.get(f"{W}val") == "FootnoteCharacters"
    )
