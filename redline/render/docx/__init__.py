"""Word documents: an Act as a clean text, and a marked Act as a redline with tracked changes."""

from __future__ import annotations

from collections.abc import Iterable

from redline.akn.blocks import blocks_of_act, blocks_of_marked
from redline.akn.document import Act
from redline.akn.marked import MarkedAct
from redline.languages import short_code
from redline.model.blocks import Block
from redline.render.docx.body import BodyWriter
from redline.render.docx.lines import Line, Paragraph, Table, lines_of
from redline.render.docx.package import Facts, package
from redline.render.docx.revisions import Author, Revisions


def render_docx(act: Act) -> bytes:
    """The Act as a Word document, without any tracked change."""
    facts = Facts(act.title, "", _language(act))
    return _document(blocks_of_act(act), Revisions({}, None), facts)


def render_docx_redline(marked: MarkedAct, *, comments: bool = True) -> bytes:
    """The marked Act as a Word document with tracked changes: all accepted they give the consolidated Act, all
    rejected the base.

    Args:
        comments: whether each change carries a comment with its reason.
    """
    authors = {
        change.operation.id: Author(change.operation.author or "redline", _comment(change))
        for change in marked.applied()
    }
    facts = Facts(marked.base.title, "", _language(marked.base), tracked=True, date=marked.drafted)
    revisions = Revisions(authors, marked.drafted)
    return _document(blocks_of_marked(marked), revisions, facts, comments=comments)


def _comment(change: object) -> str:
    from redline.model.changes import Change

    assert isinstance(change, Change)
    operation = change.operation
    lines = [
        operation.because.value if operation.because is not None else "",
        operation.comment.value if operation.comment is not None else "",
        f"Instruction: {operation.id}" + (f", from {change.date.isoformat()}" if change.date else ""),
    ]
    return "\n".join(line for line in lines if line)


def _document(blocks: Iterable[Block], revisions: Revisions, facts: Facts, *, comments: bool = True) -> bytes:
    lines = list(lines_of(blocks))
    writer = BodyWriter(revisions, facts.language, _targets(lines), comments=comments)
    body = "".join(writer.body(lines))
    return package(body, writer.parts, facts)


def _targets(lines: Iterable[Line]) -> frozenset[str]:
    """The identifiers that something points to and that begin somewhere."""
    wanted: set[str] = set()
    there: set[str] = set()
    for paragraph in _paragraphs(lines):
        there.update(paragraph.anchors)
        wanted.update(
            piece.run.href[1:]
            for piece in paragraph.pieces
            if (piece.run.href or "").startswith("#") and piece.run.href
        )
    return frozenset(wanted & there)


def _paragraphs(lines: Iterable[Line]) -> Iterable[Paragraph]:
    for line in lines:
        if isinstance(line, Table):
            for row in line.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.lines)
        else:
            yield line


def _language(act: Act) -> str:
    code = short_code(act.language)
    return "en" if code == "und" else code
