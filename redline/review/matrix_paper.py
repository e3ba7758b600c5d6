"""The legal matrix as tables of a paper: by itself in a Word document, or as an annex of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import compress

from redline.papers.paper import Block, Heading, Paper, Row, Table, cell, plain
from redline.papers.paper import Column as PaperColumn
from redline.review.matrix import Cells, Column, View
from redline.review.matrix_words import Words

_MOST = 400
"""Of more provisions only those that something is said of are printed: the others are in the workbook."""
_NARROWEST, _WIDEST = 20, 52
"""Letters to a column: the id of a finding must stand on one line, and long texts go on below."""
_BOLD = 2.1
"""A bold letter of a title takes so much of the room of a letter below it."""
_VIEWS = ("acts", "provisions", "findings", "goals", "concordance", "totals", "without-counterpart")
_GROUPED = ("provisions",)
"""Views whose rows stand below the title of their document."""
_LEFT_OUT: Mapping[str, tuple[str, ...]] = {
    "provisions": ("cited-by", "source", "higher", "goal"),
    "acts": ("provisions-count", "words-count"),
    "findings": (
        "confidence",
        "likelihood",
        "impact",
        "consequence",
        "affects",
        "basis",
        "recommendation",
        "owner",
    ),
}


def matrix_paper(views: Sequence[View], title: str, language: str, words: Words) -> Paper:
    """The matrix as a paper in landscape: the Acts, the provisions, the findings and the goals.

    Args:
        views: of the matrix.
        title: of the review.
        language: two letters; `words` are its words.
    """
    blocks = tuple(matrix_blocks(views, words))
    return Paper(f"{words['matrix']}: {title}", language, blocks, landscape=True)


def matrix_blocks(
    views: Sequence[View],
    words: Words,
    *,
    level: int = 1,
    only: Sequence[str] = _VIEWS,
    marked: bool = False,
) -> Iterator[Block]:
    """The views of the matrix, each a heading and a table.

    Args:
        views, words: as for `matrix_paper`.
        level: of the headings.
        only: the names of the views to show.
        marked: only rows that something is said of, however few they are.
    """
    titles = {row[0]: row[1] for view in views if view.name == "acts" for row in view.rows}
    yield plain(words["legend"])
    for view in views:
        printed = _printed(view, marked=marked)
        if view.name not in only or not printed.rows:
            continue
        yield Heading(level, words[view.name])
        if len(printed.rows) < len(view.rows):
            yield plain(words["annotated-only"], "note")
        yield _table(printed, titles, words)


def _printed(view: View, *, marked: bool) -> View:
    """A view as far as it is printed: without its widest columns, of many rows the marked ones."""
    left_out = _LEFT_OUT.get(view.name, ())
    rows = view.rows
    if view.marked and (marked or len(rows) > _MOST):
        rows = tuple(compress(rows, view.marked))
    # A column in which nothing stands takes room from the others.
    filled = [any(row[place] for row in rows) for place in range(len(view.columns))]
    shown = [c.name not in left_out and has for c, has in zip(view.columns, filled, strict=True)]
    columns = tuple(compress(view.columns, shown))
    return replace(view, columns=columns, rows=tuple(tuple(compress(row, shown)) for row in rows))


def _table(view: View, titles: Mapping[str, str], words: Words) -> Table:
    grouped = view.name in _GROUPED
    own = view.columns[grouped:]
    columns = tuple(PaperColumn(words[c.name], _width(c, words[c.name]), c.reviewers) for c in own)
    rows = tuple(_grouped(view.rows, titles)) if grouped else tuple(map(_row, view.rows))
    return Table(columns, rows, name=words[view.name], small=True)


def _width(column: Column, title: str) -> int:
    """How wide a column is printed, in letters: no word of its title is parted."""
    longest = max(map(len, title.split()), default=0)
    return min(max(column.width, _NARROWEST, round(_BOLD * longest)), _WIDEST)


def _grouped(rows: Sequence[Cells], titles: Mapping[str, str]) -> Iterator[Row]:
    document = ""
    for first, *others in rows:
        if first != document:
            document = first
            yield Row((cell(titles.get(document, document)),), heads=True)
        yield _row(others)


def _row(texts: Sequence[str]) -> Row:
    return Row(tuple(cell(text) for text in texts))
