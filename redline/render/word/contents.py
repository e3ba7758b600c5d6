"""A table of contents: a field of Word, filled in from the headings, so that it reads well before an update.

It stands behind the title, and is no part of the law. In a redline its entries come and go with the headings.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from redline.model.blocks import Run
from redline.render.word.paragraphs import Line, Paragraph, Piece

ANCHOR = "redline-contents-"
"""How the anchors begin that entries point to."""
DEEPEST = 6


def field_runs(style: str, *, deleted: bool) -> str:
    """The beginning or the end of the field, each in a paragraph of its own, so that an entry can go alone.

    Args:
        style: of the paragraph; empty for one that holds neither.
        deleted: whether the whole table of contents goes.
    """
    if style == "contents-end":
        return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    if style != "contents-begin":
        return ""
    tag = "delInstrText" if deleted else "instrText"
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:{tag} xml:space="preserve"> '
        f'TOC \\o "1-{DEEPEST}" \\h \\z \\u </w:{tag}></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def has_contents(lines: Sequence[Line]) -> bool:
    """Whether the Act has a table of contents of its own."""
    return any(isinstance(line, Paragraph) and line.style == "toc" for line in lines)


def with_contents(lines: Sequence[Line], title: str) -> list[Line]:
    """The lines with a table of contents behind the title; as they are where nothing has a heading."""
    entries: list[Paragraph] = []
    for line in lines:
        if isinstance(line, Paragraph) and line.level > 1 and not line.quoted:
            anchor = f"{ANCHOR}{len(entries) + 1}"
            entry = _entry(line, anchor)
            if entry.pieces:
                entries.append(entry)
                line.anchors = (*line.anchors, anchor)
    if not entries:
        return list(lines)
    place = next((at for at, line in enumerate(lines) if not _is_front(line)), len(lines))
    base, amended = any(entry.base for entry in entries), any(entry.amended for entry in entries)
    operation = None if base and amended else entries[0].operation
    words = [Piece(Run(title), base, amended, operation)]
    head, begin, end = (
        Paragraph(f"contents-{part}", pieces=pieces, base=base, amended=amended, operation=operation)
        for part, pieces in (("title", words), ("begin", []), ("end", []))
    )
    return [*lines[:place], head, begin, *entries, end, *lines[place:]]


def _is_front(line: Line) -> bool:
    return isinstance(line, Paragraph) and line.style in ("title", "preface")


def _entry(heading: Paragraph, anchor: str) -> Paragraph:
    """The entry of a heading, in the texts in which it is one."""
    in_base, in_amended = heading.headed
    operation = next((piece.operation for piece in heading.pieces if piece.operation), None)
    pieces = [
        replace(
            piece,
            run=_plain(piece.run, anchor),
            base=piece.base and in_base,
            amended=piece.amended and in_amended,
            operation=piece.operation if in_base and in_amended else operation,
        )
        for piece in heading.pieces
        if piece.run.note is None and piece.run.image is None
    ]
    pieces = [piece for piece in pieces if piece.base or piece.amended]
    return Paragraph(
        f"contents{min(heading.level - 1, DEEPEST)}",
        pieces=pieces,
        language=heading.language,
        base=heading.base and in_base,
        amended=heading.amended and in_amended,
        operation=heading.operation if in_base and in_amended else operation,
    )


def _plain(run: Run, anchor: str) -> Run:
    return Run(
        run.text.replace("\n", " "), superscript=run.superscript, subscript=run.subscript, href=f"#{anchor}"
    )
