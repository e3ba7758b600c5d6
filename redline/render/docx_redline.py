"""A marked Act as a Word document with tracked changes."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Literal

from redline.akn.blocks import blocks_of_act, blocks_of_marked
from redline.akn.marked import MarkedAct
from redline.languages import short_code
from redline.model.changes import Change
from redline.render.labels import changes_line, labels_in
from redline.render.renderer import Tell, tell_nobody
from redline.render.sentences import describe_commencement, describe_move, name_instruction
from redline.render.word.check import Wanted, check_redline
from redline.render.word.document import Layout, language_of, written
from redline.render.word.laid_out_anew import replacements, with_words_that_stay
from redline.render.word.lines import lines_of
from redline.render.word.lint_package import check_package
from redline.render.word.moves import markable, moved_in
from redline.render.word.package import Facts
from redline.render.word.paragraphs import Line
from redline.render.word.revisions import Author, Revisions
from redline.render.word.whole import read_whole

Granularity = Literal["words", "provisions"]


def render_docx_redline(
    marked: MarkedAct,
    *,
    comments: bool = True,
    moves: bool = False,
    granularity: Granularity = "words",
    template: str | os.PathLike[str] | None = None,
    contents: bool = False,
    tell: Tell = tell_nobody,
) -> bytes:
    """The marked Act as a Word document with tracked changes.

    All accepted they give the consolidated Act, all rejected the base: that is checked on the finished
    document, and that Word takes it as it is.

    Args:
        comments: whether each change carries a comment with its reason, its instruction and its commencement.
        moves: whether what was moved has the marks of a move, instead of a deletion and an insertion.
        granularity: whether the words that changed are marked, or the paragraphs that hold them as a whole.
        template: a Word document with the house's own styles, pages, headers and footers; None for ours.
        contents: whether there is a table of contents behind the title.
        tell: told what the drafter should know of the document.

    Raises:
        RenderError: `template-unreadable`; or `redline-inexact` or `document-faulty`, where a check fails:
            nothing is given out then.
    """
    layout = Layout.of(marked.base, template, contents, tell)
    read = read_whole if granularity == "provisions" else lines_of
    lines = list(layout.lines(blocks_of_marked(marked), read))
    if granularity == "words":
        lines = list(with_words_that_stay(lines, replacements(marked)))
    marks = _with_move_marks(lines, marked, tell) if moves else frozenset()
    revisions = Revisions(_authors(marked), marked.drafted, marks)
    made = written(lines, layout, _facts(marked), revisions, read=read, comments=comments)
    del lines  # of a long Act they take more room than all that follows
    check_package(made, marked.base.name)
    wanted = Wanted(layout.lines, whole=bool(layout.contents))
    check_redline(
        made,
        wanted.texts(blocks_of_act(marked.base, marked.readings)),
        wanted.texts(blocks_of_act(marked.after())),
        marked.base.name,
    )
    return made


def _facts(marked: MarkedAct) -> Facts:
    """What the redline says of itself; its authors are those of the changes."""
    base = marked.base
    language = short_code(language_of(base))
    operations = sorted((change.operation for change in marked.applied()), key=lambda op: op.order)
    authors = dict.fromkeys(operation.author for operation in operations)
    return Facts(
        base.title,
        changes_line(language, base.expression_date, marked.drafted),
        language_of(base),
        labels_in(language)["page"],
        author="; ".join(author for author in authors if author),
        date=marked.drafted,
        tracked=True,
    )


def _with_move_marks(lines: Sequence[Line], marked: MarkedAct, tell: Tell) -> frozenset[str]:
    """The operations whose moves have marks of their own; why others have none is told."""
    moved = moved_in(lines)
    marks = markable(lines) if marked.drafted is not None else frozenset()
    why = (
        "a table is moved, or what has been moved is moved on"
        if marked.drafted is not None
        else "a move mark bears the date of the draft, and the spec has none (date: YYYY-MM-DD)"
    )
    for change in marked.applied():
        operation = change.operation
        if operation.id in moved - marks:
            tell(str(operation.at), f"this move is shown as a deletion and an insertion: {why}")
    return marks


def _authors(marked: MarkedAct) -> Mapping[str, Author]:
    """Operation id -> what its changes say; of moves, from where to where."""
    applied = marked.applied()
    if any(change.operation.verb == "move" for change in applied):
        # Only then, since describing the places reads the words of all of them.
        applied = tuple(change for change in marked.changes() if change.applied)
    return {change.operation.id: _author(change, marked.base.language) for change in applied}


def _author(change: Change, language: str | None) -> Author:
    """What the changes of an operation say: its author; the reason, the instruction and its commencement."""
    operation = change.operation
    when = describe_commencement(operation, change.date, language)
    lines = [
        operation.because.value if operation.because is not None else "",
        operation.comment.value if operation.comment is not None else "",
        name_instruction(operation, language) + (f", {when}" if when else ""),
    ]
    went, came = describe_move(change, language) if operation.verb == "move" else ("", "")
    return Author(operation.author or "redline", "\n".join(line for line in lines if line), went, came)
