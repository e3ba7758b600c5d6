"""Word documents: an Act as a clean text, and a marked Act as a redline with tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redline.akn.blocks import blocks_of_act, blocks_of_marked
from redline.akn.document import Act
from redline.akn.marked import MarkedAct
from redline.languages import short_code
from redline.model.changes import Change
from redline.render.docx.body import BodyWriter, Parts
from redline.render.docx.check import check_redline
from redline.render.docx.lines import lines_of
from redline.render.docx.package import Facts, document_xml, package
from redline.render.docx.paragraphs import Line, Paragraph, Table
from redline.render.docx.revisions import Author, Revisions


def render_docx(act: Act) -> bytes:
    """The Act as a Word document, without any tracked change."""
    facts = Facts(act.title, "", _language(act))
    body, parts = _body(list(lines_of(blocks_of_act(act))), Revisions({}, None), facts)
    return package(document_xml(body), parts, facts)


def render_docx_redline(marked: MarkedAct, *, comments: bool = True) -> bytes:
    """The marked Act as a Word document with tracked changes.

    All accepted they give the consolidated Act, all rejected the base: that is checked on the finished
    document.

    Args:
        comments: whether each change carries a comment with its reason, its instruction and its commencement.

    Raises:
        RenderError: `redline-inexact`, where the check fails; nothing is given out then.
    """
    authors = {change.operation.id: _author(change) for change in marked.applied()}
    facts = Facts(marked.base.title, "", _language(marked.base), tracked=True, date=marked.drafted)
    revisions = Revisions(authors, marked.drafted)
    body, parts = _body(list(lines_of(blocks_of_marked(marked))), revisions, facts, comments=comments)
    document = document_xml(body)
    check_redline(
        document.encode("utf-8"),
        lines_of(blocks_of_act(marked.base)),
        lines_of(blocks_of_act(marked.after())),
        marked.base.name,
    )
    return package(document, parts, facts)


def _author(change: Change) -> Author:
    """What the changes of an operation say: its author; the reason, the instruction and its commencement."""
    operation = change.operation
    lines = [
        operation.because.value if operation.because is not None else "",
        operation.comment.value if operation.comment is not None else "",
        f"Instruction {operation.id}" + (f", in force from {change.date.isoformat()}" if change.date else ""),
    ]
    return Author(operation.author or "redline", "\n".join(line for line in lines if line))


def _body(
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


def _language(act: Act) -> str:
    code = short_code(act.language)
    return "en" if code == "und" else code
