"""The summary of comments: body, comment, accepted or rejected, reason; and how many of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from redline.comments.words import Words, words_in
from redline.dossier.annotating import find_provision
from redline.dossier.library import Review
from redline.model.dossier import COMMENT_DECISIONS, Comment
from redline.papers.paper import Block, Cell, Column, Heading, Paper, Row, Table, cell, lines_of, plain

_NEED_REASON = ("partly", "rejected")


def summary_of(review: Review, language: str) -> Paper:
    """The summary as a paper: in the order of the documents and their provisions, by body where they speak of
    the same.

    Args:
        review: the dossier with its documents.
        language: two letters.
    """
    words = words_in(language)
    title = review.dossier.title_in(language)
    comments = in_order(review)
    blocks: tuple[Block, ...] = (plain(words["none"]),)
    if comments:
        tables = (_by_body(comments, words), _all(review, comments, language))
        blocks = tuple(block for table in tables for block in (Heading(1, table.caption), _bare(table)))
    return Paper(words["summary"], language, blocks, title, words["pages"], landscape=True)


def _bare(table: Table) -> Table:
    return Table(table.columns, table.rows, "", table.caption)


def in_order(review: Review) -> list[Comment]:
    """The comments in the order of what they speak of: the package, then document by document."""
    order = {document.id: place for place, document in enumerate(review.dossier.documents, 1)}
    places = {(c.document, c.address): _place(review, c) for c in review.dossier.comments}
    return sorted(
        review.dossier.comments,
        key=lambda c: (order.get(c.document, 0), places[c.document, c.address], c.address, c.body, c.id),
    )


def _place(review: Review, comment: Comment) -> int:
    if not comment.address:
        return 0
    found = (find_provision(act.facts, comment.address) for act in review.versions_of(comment.document))
    return next((place for place in found if place is not None), 1 << 30)


def _by_body(comments: Sequence[Comment], words: Words) -> Table:
    counted = Counter((comment.body, comment.decision) for comment in comments)
    names = (*COMMENT_DECISIONS, "")
    columns = (
        Column(words["body"], 6),
        Column(words["received"], 2),
        *(Column(words[name or "undecided"].capitalize(), 2) for name in names),
    )
    bodies = sorted({comment.body for comment in comments})
    rows = [Row(tuple(map(cell, _counts(body, [counted[body, n] for n in names])))) for body in bodies]
    totals = [sum(counted[body, name] for body in bodies) for name in names]
    rows.append(Row(tuple(map(cell, _counts(words["total"], totals)))))
    return Table(columns, tuple(rows), words["by body"])


def _counts(name: str, counts: Sequence[int]) -> list[str]:
    return [name, str(sum(counts)), *map(str, counts)]


def _all(review: Review, comments: Sequence[Comment], language: str) -> Table:
    words = words_in(language)
    names = (("number", 1), ("body", 4), ("provision", 4), ("comment", 7), ("proposal", 7), ("decision", 3),
             ("reason", 6))  # fmt: skip
    rows: list[Row] = []
    about: str | None = None
    for number, comment in enumerate(comments, 1):
        if comment.document != about:
            about = comment.document
            head = plain(_title(review, about, language) if about else words["whole"])
            rows.append(Row(((head,),), heads=True))
        rows.append(Row(tuple(_cells(number, comment, words))))
    return Table(tuple(Column(words[n], share) for n, share in names), tuple(rows), words["summary"])


def _title(review: Review, document: str, language: str) -> str:
    act = review.version_in(document, language)
    return act.title if act is not None else document


def _cells(number: int, comment: Comment, words: Words) -> Iterator[Cell]:
    yield cell(str(number))
    yield cell(comment.body)
    yield cell(comment.address)
    yield cell(*lines_of(comment.comment))
    yield cell(*lines_of(comment.proposal))
    if comment.decision:
        yield cell(words[comment.decision])
    else:
        yield cell(words["undecided"], look="missing")
    if not comment.reason and comment.decision in _NEED_REASON:
        yield cell(words["no reason"], look="missing")
    else:
        yield cell(*lines_of(comment.reason))
