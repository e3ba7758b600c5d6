"""The body of a Word document, and what it says of its language and its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redline.akn.document import Act
from redline.languages import short_code
from redline.render.word.body import BodyWriter, Parts
from redline.render.word.package import Facts
from redline.render.word.paragraphs import Line, Paragraph, Table
from redline.render.word.revisions import Revisions


def body_of(
    lines: list[Line], revisions: Revisions, facts: Facts, *, comments: bool = False
) -> tuple[str, Parts]:
    writer = BodyWriter(revisions, facts.language, _targets(lines), comments=comments)
    return "".join(writer.body(lines)), writer.parts


def _targets(lines: Iterable[Line]) -> frozenset[str]:
    """The identifiers that something points to and that begin somewhere."""
    wanted: set[str] = set()
    there: set[str] = set()
    for paragraph in _paragraphs(lines):
        there.update(paragraph.anchors)
        hrefs = (piece.run.href or "" for piece in paragraph.pieces)
        wanted.update(href[1:] for href in hrefs if href.startswith("#"))
    return frozenset(wanted & there)


def _paragraphs(lines: Iterable[Line]) -> Iterator[Paragraph]:
    for line in lines:
        if isinstance(line, Table):
            for row in line.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.lines)
        else:
            yield line


def language_of(act: Act) -> str:
    code = short_code(act.language)
    return "en" if code == "und" else code
