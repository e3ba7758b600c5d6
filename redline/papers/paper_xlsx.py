"""The tables of a paper as a workbook: a sheet for each, with filters and frozen titles; never a formula."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable
from typing import Any

import xlsxwriter

from redline.papers.paper import Cell, Column, Paper, Paragraph, Row, Table

_EPOCH = datetime.datetime(1980, 1, 1)
_WIDTH = 150
"""Letters that the columns of a sheet share."""
_HIGHEST = 400
"""Points: Excel has no row above 409."""
_LONGEST = 32_000
"""Letters that a cell of a workbook holds."""
_CELL = {"border": 1, "border_color": "#808080", "text_wrap": True, "valign": "top"}
_FONT = {"font_name": "Times New Roman", "font_size": 11}
PLAIN = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
"""Settings by which text stays text, whatever it begins with."""


def paper_xlsx(paper: Paper) -> bytes:
    """The .xlsx file; the same paper gives the same bytes."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, **PLAIN}) as book:
        date = paper.date
        made = datetime.datetime(date.year, date.month, date.day) if date else _EPOCH
        book.set_properties({"title": paper.title, "created": made})
        tables = [block for block in paper.blocks if isinstance(block, Table)]
        for place, table in enumerate(tables or [_told(paper)]):
            _sheet(book, paper, table, place)
    return held.getvalue()


def _told(paper: Paper) -> Table:
    """What a paper without a table says, a row for each paragraph."""
    said = (block for block in paper.blocks if isinstance(block, Paragraph))
    return Table((Column(paper.title),), tuple(Row(((each,),)) for each in said), name=paper.title)


def sheet_name(name: str) -> str:
    """A name that a sheet may have."""
    return re.sub(r"[\[\]:*?/\\']", " ", name).strip()[:31]


def row_height(cells: Iterable[tuple[str, int]]) -> int:
    """How high a row has to be, in points, for its texts in columns of so many letters: Excel does not see to
    that in files that it has not written.
    """
    return min(_HIGHEST, 5 + 15 * max((_lines(text, width) for text, width in cells), default=1))


def _sheet(book: Any, paper: Paper, table: Table, place: int) -> None:
    sheet = book.add_worksheet(sheet_name(table.name or table.caption) or str(place + 1))
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")
    sheet.write_string(0, 0, paper.title, book.add_format({**_FONT, "bold": True, "font_size": 14}))
    head = book.add_format({**_FONT, **_CELL, "bold": True, "bg_color": "#EDEDED", "valign": "vcenter"})
    plain = book.add_format({**_FONT, **_CELL})
    group = book.add_format({**_FONT, "bold": True})  # it runs on over the empty cells beside it
    total = sum(column.share for column in table.columns)
    widths = [max(6, _WIDTH * column.share // total) for column in table.columns]
    for at, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(1, at, column.title, head)
    for row_at, row in enumerate(table.rows, 2):
        texts = [_text(cell) for cell in row.cells]
        for at, text in enumerate(texts):
            sheet.write_string(row_at, at, text, group if row.heads else plain)
        if not row.heads:
            sheet.set_row(row_at, row_height(zip(texts, widths, strict=True)))
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(1)
    if table.rows:
        sheet.autofilter(1, 0, len(table.rows) + 1, len(table.columns) - 1)


def _text(cell: Cell) -> str:
    return "\n".join(paragraph.text for paragraph in cell)[:_LONGEST]


def _lines(text: str, width: int) -> int:
    return sum(1 + len(line) // width for line in text.split("\n"))
