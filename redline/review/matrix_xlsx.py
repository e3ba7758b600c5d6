"""The legal matrix as a workbook: a sheet for each view, with filters and frozen heads."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from redline.papers.paper_xlsx import PLAIN, row_height
from redline.review.matrix import View
from redline.review.matrix_words import Words

_FONT, _SIZE = "Times New Roman", 11
_HEAD_ROW = 1
_LONGEST = 32_000
"""A cell holds no more letters than 32,767."""
_MOST_ON_A4 = 200
"""Letters beside each other that can still be read when the sheet is printed on A4."""
_EPOCH = datetime.datetime(1980, 1, 1)
_GREY, _BLUE = "#E3E3E3", "#CFE2F3"


def render(views: Sequence[View], title: str, words: Words) -> bytes:
    """The workbook; every cell is text, never a formula. The same views give the same bytes."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, **PLAIN}) as book:
        book.set_properties({"title": f"{words['matrix']}: {title}", "created": _EPOCH})
        for view in views:
            _Sheet(book, view, title, words).write()
    return held.getvalue()


class _Sheet:
    """Writes one view."""

    def __init__(self, book: Any, view: View, title: str, words: Words) -> None:
        self._book = book
        self._view = view
        self._title = title
        self._words = words

    def write(self) -> None:
        """The sheet: what it is, the heads, the rows."""
        view, words = self._view, self._words
        sheet = self._book.add_worksheet(words[view.name][:31])
        sheet.set_landscape()
        sheet.set_paper(8 if sum(column.width for column in view.columns) > _MOST_ON_A4 else 9)  # A3, A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD_ROW)
        sheet.set_footer("&C&P / &N")
        sheet.write_string(
            0, 0, f"{words['matrix']}: {self._title}. {words['legend']}", self._format(bold=True)
        )
        heads = {
            True: self._format(bold=True, border=1, text_wrap=True, valign="vcenter", bg_color=_BLUE),
            False: self._format(bold=True, border=1, text_wrap=True, valign="vcenter", bg_color=_GREY),
        }
        for place, column in enumerate(view.columns):
            sheet.write_string(_HEAD_ROW, place, words[column.name], heads[column.reviewers])
            sheet.set_column(place, place, column.width)
            told = words["reviewers" if column.reviewers else "extracted"]
            sheet.write_comment(_HEAD_ROW, place, told, {"author": "redline"})
        cell = self._format(border=1, border_color="#B0B0B0", text_wrap=True, valign="top")
        for number, row in enumerate(view.rows, _HEAD_ROW + 1):
            for place, text in enumerate(row):
                sheet.write_string(number, place, text[:_LONGEST], cell)
            widths = (column.width for column in view.columns)
            sheet.set_row(number, row_height(zip(row, widths, strict=True)))
        last = max(_HEAD_ROW + 1, _HEAD_ROW + len(view.rows))
        sheet.autofilter(_HEAD_ROW, 0, last, len(view.columns) - 1)
        sheet.freeze_panes(_HEAD_ROW + 1, 2)

    def _format(self, **properties: object) -> Any:
        return self._book.add_format({"font_name": _FONT, "font_size": _SIZE, **properties})
