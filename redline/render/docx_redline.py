"""A marked Act as a Word document with tracked changes."""

from __future__ import annotations

from redline.akn.blocks import blocks_of_act, blocks_of_marked
from redline.akn.marked import MarkedAct
from redline.model.changes import Change
from redline.render.word.check import check_redline
from redline.render.word.document import body_of, language_of
from redline.render.word.lines import lines_of
from redline.render.word.lint_package import check_package
from redline.render.word.package import Facts, document_xml, package
from redline.render.word.revisions import Author, Revisions


def render_docx_redline(marked: MarkedAct, *, comments: bool = True) -> bytes:
    """The marked Act as a Word document with tracked changes.

    All accepted they give the consolidated Act, all rejected the base: that is checked on the finished
    document, and that Word takes it as it is.

    Args:
        comments: whether each change carries a comment with its reason, its instruction and its commencement.

    Raises:
        RenderError: `redline-inexact` or `document-faulty`, where a check fails; nothing is given out then.
    """
    authors = {change.operation.id: _author(change) for change in marked.applied()}
    facts = Facts(marked.base.title, "", language_of(marked.base), tracked=True, date=marked.drafted)
    revisions = Revisions(authors, marked.drafted)
    body, parts = body_of(list(lines_of(blocks_of_marked(marked))), revisions, facts, comments=comments)
    made = package(document_xml(body), parts, facts)
    check_package(made, marked.base.name)
    check_redline(
        made,
        lines_of(blocks_of_act(marked.base)),
        lines_of(blocks_of_act(marked.after())),
        marked.base.name,
    )
    return made


def _author(change: Change) -> Author:
    """What the changes of an operation say: its author; the reason, the instruction and its commencement."""
    operation = change.operation
    lines = [
        operation.because.value if operation.because is not None else "",
        operation.comment.value if operation.comment is not None else "",
        f"Instruction {operation.id}" + (f", in force from {change.date.isoformat()}" if change.date else ""),
    ]
    return Author(operation.author or "redline", "\n".join(line for line in lines if line))
