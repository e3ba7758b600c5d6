"""The comment form as a workbook and as a Word document: both ask the same, and both are read back."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from redline.comments.places import Place
from redline.comments.words import Words, words_in
from redline.papers.paper_xlsx import PLAIN
from redline.render.word.body import Parts
from redline.render.word.lint_package import check_package
from redline.render.word.package import Facts, document_xml, package
from redline.render.word.xml import escape, quoteattr

_ROWS_XLSX = 60
_ROWS_DOCX = 15
_FIRST = 4
"""The row of the titles of the columns, counted from 0."""
_MADE = datetime.datetime(1980, 1, 1)
_MOST_IN_WORD = 25_000
"""Entries of all lists of a Word form: each row has a list of its own, and Word is slow with more."""
_WIDTHS = (700, 4270, 4800, 4800)  # twentieths of a point


def form_xlsx(title: str, places: Sequence[Place], language: str) -> bytes:
    """The form as a workbook: the provision is chosen from a list, and only what is to be filled in can be
    written to.

    Args:
        title: of the package.
        places: the entries of the list.
        language: two letters.
    """
    words = words_in(language)
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, **PLAIN}) as book:
        book.set_properties({"title": f"{words['title']}: {title}", "created": _MADE})
        sheet = book.add_worksheet(words["sheet"])
        listed = book.add_worksheet(words["list"])
        _fill_sheet(book, sheet, title, words)
        listed.set_column(0, 0, 110)
        for at, place in enumerate(places):
            listed.write_string(at, 0, place.label)
        listed.protect()
        validation = {
            "validate": "list",
            "source": f"='{words['list']}'!$A$1:$A${len(places)}",
            "error_message": words["not listed"],
        }
        sheet.data_validation(_FIRST + 1, 1, _FIRST + _ROWS_XLSX, 1, validation)
        sheet.protect("", {"format_rows": True, "format_columns": True, "sort": True})
    return held.getvalue()


def _fill_sheet(book: Any, sheet: Any, title: str, words: Words) -> None:
    font = {"font_name": "Times New Roman", "font_size": 11, "text_wrap": True, "valign": "top"}
    framed = {**font, "border": 1, "border_color": "#808080"}
    free = book.add_format({**framed, "locked": False, "bg_color": "#FFFBEB", "num_format": "@"})
    head = book.add_format({**framed, "bold": True, "bg_color": "#EDEDED", "valign": "vcenter"})
    bold = book.add_format({**font, "bold": True, "font_size": 14, "text_wrap": False})
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_FIRST)
    sheet.set_footer("&C&P / &N")
    for column, width in enumerate((6, 46, 60, 60)):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, f"{words['title']}: {title}", bold)
    sheet.merge_range(1, 0, 1, 3, words["guide"], book.add_format(font))
    sheet.set_row(1, 48)
    sheet.merge_range(2, 0, 2, 1, words["body"], head)
    sheet.merge_range(2, 2, 2, 3, "", free)
    sheet.set_row(2, 24)
    for column, name in enumerate(("number", "provision", "comment", "proposal")):
        sheet.write_string(_FIRST, column, words[name], head)
    for number in range(1, _ROWS_XLSX + 1):
        sheet.write_string(_FIRST + number, 0, str(number), book.add_format(framed))
        for column in (1, 2, 3):
            sheet.write_blank(_FIRST + number, column, None, free)
        sheet.set_row(_FIRST + number, 32)
    sheet.freeze_panes(_FIRST + 1, 0)


def form_docx(title: str, places: Sequence[Place], language: str) -> bytes:
    """The form as a Word document: each place to fill in is a content control, that of the provision a list.

    Args:
        title, places, language: as for `form_xlsx`; of a long list the provisions inside articles are left
            out, since each row has to have it.
    """
    words = words_in(language)
    kept = _fitting(places)
    controls = _Controls(words)
    body = _table([["body", controls.text("body")]], words, (4970, 9600))
    heads = [words[name] for name in ("number", "provision", "comment", "proposal")]
    rows = [
        [str(n), controls.choice(kept), controls.text("comment"), controls.text("proposal")]
        for n in range(1, _ROWS_DOCX + 1)
    ]
    main = (
        _paragraph(words["title"], "Title")
        + _paragraph(title, "ActPreface")
        + _paragraph(words["guide"], "Normal")
        + body
        + _paragraph("", "Normal")
        + _grid(heads, rows)
        + _paragraph("", "ActEnd")
    )
    facts = Facts(f"{words['title']}: {title}", "", language, words["pages"])
    made = package(document_xml(main, landscape=True), Parts(), facts)
    check_package(made, title)
    return made


def _fitting(places: Sequence[Place]) -> Sequence[Place]:
    if len(places) * _ROWS_DOCX <= _MOST_IN_WORD:
        return places
    # Whatever names a part of what another entry names comes with that.
    whole = {(place.document, place.address) for place in places if place.label.count(". ") and place.address}
    return [p for p in places if not p.address or (p.document, p.address) in whole][
        : _MOST_IN_WORD // _ROWS_DOCX
    ]


class _Controls:
    """Makes content controls, each with an id of its own."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._count = 0

    def text(self, name: str) -> str:
        """A place to write in."""
        return self._control(name, '<w:text w:multiLine="1"/>', self._words["write"])

    def choice(self, places: Sequence[Place]) -> str:
        """A list to choose from."""
        entries = "".join(
            f"<w:listItem w:displayText={quoteattr(place.label)} w:value={quoteattr(place.label)}/>"
            for place in places
        )
        return self._control(
            "provision", f"<w:dropDownList>{entries}</w:dropDownList>", self._words["choose"]
        )

    def _control(self, name: str, kind: str, shown: str) -> str:
        self._count += 1
        alias = quoteattr(self._words[name])
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val={alias}/><w:tag w:val="redline-{name}"/>'
            f'<w:id w:val="{self._count}"/><w:lock w:val="sdtLocked"/><w:showingPlcHdr/>{kind}</w:sdtPr>'
            '<w:sdtContent><w:p><w:pPr><w:pStyle w:val="ActTableText"/></w:pPr><w:r><w:rPr>'
            f'<w:color w:val="595959"/></w:rPr><w:t>{escape(shown)}</w:t></w:r></w:p></w:sdtContent></w:sdt>'
        )


def _table(rows: Sequence[Sequence[str]], words: Words, widths: Sequence[int]) -> str:
    made = "".join(
        f"<w:tr>{_cell(_paragraph(words[name], 'ActTableHead'), widths[0], 'EDEDED')}"
        f"{_cell(control, widths[1])}</w:tr>"
        for name, control in rows
    )
    return _tabled(made, widths)


def _grid(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(
        _cell(_paragraph(text, "ActTableHead"), width, "EDEDED")
        for text, width in zip(heads, _WIDTHS, strict=True)
    )
    made = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
    for number, *controls in rows:
        cells = _cell(_paragraph(number, "ActTableText"), _WIDTHS[0])
        cells += "".join(_cell(c, width) for c, width in zip(controls, _WIDTHS[1:], strict=True))
        made += f"<w:tr>{cells}</w:tr>"
    return _tabled(made, _WIDTHS)


def _tabled(rows: str, widths: Sequence[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="ActTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _cell(content: str, width: int, shade: str = "") -> str:
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shaded}</w:tcPr>{content}</w:tc>'


def _paragraph(text: str, style: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'
