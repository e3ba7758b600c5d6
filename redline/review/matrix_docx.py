"""The legal matrix as a Word document in landscape: the Acts, the provisions, the findings and the goals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress

from redline.render.word.body import Parts
from redline.render.word.package import Facts, document_xml, package
from redline.render.word.styles import Style
from redline.render.word.xml import escape
from redline.review.matrix import Cells, View
from redline.review.matrix_words import Words

_WIDTH = 15138
"""Between the margins of a page of A4 in landscape, in twentieths of a point."""
_MOST = 400
"""Of more provisions only those that something is said of are printed: the others are in the workbook."""
_SHORT = 350
"""A row with no longer text is kept together on its page."""
_NARROWEST, _WIDEST = 15, 40
"""Letters to a column: the id of a finding must stand on one line, and long texts go on below."""
_VIEWS = ("acts", "provisions", "findings", "goals")
_LEFT_OUT = {
    "provisions": ("cited-by", "source", "higher", "goal"),
    "acts": ("provisions-count", "words-count"),
}
_SMALL = '<w:sz w:val="16"/><w:szCs w:val="16"/>'
_TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_NARROW = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
_ID = re.compile(r"\b(F)-(?=[0-9a-f]{8}\b)")
_STYLES = (
    Style("MatrixTitle", "Matrix Title", "Normal", '<w:keepNext/><w:spacing w:before="0" w:after="120"/>'
          '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/><w:szCs w:val="28"/>'),
    Style("MatrixView", "Matrix View", "Normal", '<w:keepNext/><w:spacing w:before="240" w:after="80"/>',
          '<w:b/><w:sz w:val="24"/><w:szCs w:val="24"/>'),
    Style("MatrixNote", "Matrix Note", "Normal", '<w:spacing w:before="0" w:after="80"/>',
          '<w:sz w:val="20"/><w:szCs w:val="20"/>'),
    Style("MatrixHead", "Matrix Head", "Normal", _TIGHT, f"<w:b/>{_SMALL}"),
    Style("MatrixText", "Matrix Text", "Normal", _TIGHT, _SMALL),
)  # fmt: skip


def render(views: Sequence[View], title: str, words: Words, language: str) -> bytes:
    """The document."""
    heading = f"{words['matrix']}: {title}"
    body = "".join(_body([view for view in views if view.name in _VIEWS], heading, words))
    facts = Facts(heading, "", language)
    return package(document_xml(body, landscape=True), Parts(), facts, further_styles=_STYLES)


def _body(views: Sequence[View], heading: str, words: Words) -> Iterator[str]:
    yield _paragraph(heading, "MatrixTitle")
    yield _paragraph(words["legend"], "MatrixNote")
    for view in views:
        printed = _printed(view)
        if not printed.rows:
            continue
        yield _paragraph(words[view.name], "MatrixView")
        if len(printed.rows) < len(view.rows):
            yield _paragraph(words["annotated-only"], "MatrixNote")
        yield from _table(printed, words)


def _printed(view: View) -> View:
    """A view as far as it is printed: without its widest columns, of many rows the marked ones."""
    left_out = _LEFT_OUT.get(view.name, ())
    kept = [column.name not in left_out for column in view.columns]
    rows = view.rows
    if len(rows) > _MOST and view.marked:
        rows = tuple(compress(rows, view.marked))
    # A column in which nothing stands takes room from the others.
    filled = [any(row[place] for row in rows) for place in range(len(view.columns))]
    shown = [one and other for one, other in zip(kept, filled, strict=True)]
    columns = tuple(compress(view.columns, shown))
    return replace(view, columns=columns, rows=tuple(tuple(compress(row, shown)) for row in rows))


def _table(view: View, words: Words) -> Iterator[str]:
    letters = [min(max(column.width, _NARROWEST), _WIDEST) for column in view.columns]
    widths = [each * _WIDTH // sum(letters) for each in letters]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ActTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{_NARROW}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    heads = "".join(
        _cell(words[column.name], width, "MatrixHead", "CFE2F3" if column.reviewers else "E3E3E3")
        for column, width in zip(view.columns, widths, strict=True)
    )
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
    for row in view.rows:
        yield _row(row, widths)
    yield "</w:tbl>"


def _row(row: Cells, widths: Sequence[int]) -> str:
    cells = (_cell(text, width, "MatrixText") for text, width in zip(row, widths, strict=True))
    short = max(map(len, row)) < _SHORT
    whole = "<w:trPr><w:cantSplit/></w:trPr>" if short else ""
    return f"<w:tr>{whole}{''.join(cells)}</w:tr>"


def _cell(text: str, width: int, style: str, shade: str = "") -> str:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{_paragraph(text, style)}</w:tc>'


def _paragraph(text: str, style: str) -> str:
    # The id of a finding is never broken at its hyphen.
    whole = escape(_ID.sub("\\1\u2011", text))
    words = f'<w:r><w:t xml:space="preserve">{whole}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}</w:p>'
