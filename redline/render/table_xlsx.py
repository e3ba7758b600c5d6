"""The comparison table as a workbook: to filter, sort and comment on."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any

import xlsxwriter

from redline.model.blocks import Run
from redline.render.renderer import Package
from redline.render.table.bilingual import is_old, is_text, table_of, text_in
from redline.render.table.elision import Context
from redline.render.table.fit import lines_needed
from redline.render.table.plain import plain_lines
from redline.render.table.rows import RowsBy
from redline.render.table.table import (
    ComparisonTable,
    TableAct,
    TableRow,
    told_in,
)
from redline.render.word.paragraphs import Piece

_FONT = "Times New Roman"
_SIZE = 10
_OLD, _NEW = "#9B1C1C", "#0B5A2B"
_LETTERS = {
    "act": 17, "number": 5, "element": 19, "current": 48, "proposed": 48, "reason": 30,
    "amendment": 36, "citation": 20, "commencement": 13, "author": 16,
}  # fmt: skip
"""How wide columns are, in letters."""
_MOST_LINES = 28
"""Of one row: no program shows rows that are higher than 409 points, so that a longer text goes on below."""
_LINE = 13.5  # points
_SENTENCE = 110  # letters: the width of the second sheet
_FIRST_ROW = 3
_LONGEST_NAME = 31
_EPOCH = datetime.datetime(1980, 1, 1)

Words = list[Piece]


def render_table_xlsx(
    package: Package,
    *,
    columns: str | None = None,
    context: Context = 0,
    rows: RowsBy = "element",
    colour: bool = False,
    bilingual: str | None = None,
) -> bytes:
    """The comparison table of a package as a workbook; every cell is text, never a formula.

    The Act is a column, since merged rows can be neither filtered nor sorted. A long text goes on in further
    rows that bear the same number. What is said after the table is on a second sheet.

    Args:
        package: the amended package.
        columns, context, rows, bilingual: as for `table_of`.
        colour: changed words also in colour, struck on the left and underlined on the right; else in bold.
    """
    table = table_of(package, columns=columns, context=context, rows=rows, bilingual=bilingual)
    held = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(held, {"in_memory": True, **plain}) as book:
        words = table.words
        date = table.date
        made = datetime.datetime(date.year, date.month, date.day) if date else _EPOCH
        book.set_properties({"title": f"{words.heading}: {table.title}", "created": made})
        _Writer(book, table, colour).write()
    return held.getvalue()


class _Writer:
    """Writes one table.

    Args:
        book: the workbook.
        table: the table.
        colour: whether changed words are coloured.
    """

    def __init__(self, book: Any, table: ComparisonTable, colour: bool) -> None:
        self.book = book
        self.table = table
        self.colour = colour
        self.columns = ("act", *table.columns)
        self._formats: dict[tuple[tuple[str, object], ...], Any] = {}
        self.cell = self._format(border=1, border_color="#808080", text_wrap=True, valign="top")
        self.changed = self._format(border=1, border_color="#808080", text_wrap=True, valign="top", bold=True)

    def _format(self, **properties: object) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format({"font_name": _FONT, "font_size": _SIZE, **properties})
        return self._formats[key]

    def write(self) -> None:
        """Both sheets."""
        words = self.table.words
        sheet = self.book.add_worksheet(_sheet_name(words.heading))
        self._set_page(sheet)
        sheet.write_string(0, 0, words.heading, self._format(bold=True, font_size=14))
        sheet.write_string(1, 0, words.draft.format(title=self.table.title), self._format(bold=True))
        sheet.write_string(2, 0, " ".join(self.table.above), self._format())
        head = self._format(
            border=1, border_color="#808080", bold=True, text_wrap=True, align="center",
            valign="vcenter", bg_color="#EDEDED",
        )  # fmt: skip
        for place, name in enumerate(self.columns):
            sheet.write_string(_FIRST_ROW, place, words.head(name, self.columns), head)
            sheet.set_column(place, place, _letters(name))
        at = _FIRST_ROW
        for act in self.table.acts:
            for row in act.rows:
                for cells in self._rows(act, row):
                    at += 1
                    sheet.set_row(at, self._height(cells))
                    for place, (name, value) in enumerate(zip(self.columns, cells, strict=True)):
                        self._write(sheet, at, place, value, old=is_old(name))
        sheet.autofilter(_FIRST_ROW, 0, max(at, _FIRST_ROW + 1), len(self.columns) - 1)
        self._write_further()

    def _set_page(self, sheet: Any) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.set_margins(left=0.6, right=0.6, top=0.6, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_FIRST_ROW)
        sheet.freeze_panes(_FIRST_ROW + 1, 0)
        sheet.set_footer("&C&P / &N")

    def _rows(self, act: TableAct, row: TableRow) -> Iterator[tuple[list[Words], ...]]:
        """The cells of a row; of one that is too high, of the rows that it goes on in."""
        parts = [list(_parts(self._lines(name, act, row), _letters(name))) for name in self.columns]
        again = {"act", "number", "element"}
        for cells in zip_longest(*parts):
            yield tuple(
                (parts[place][0] if name in again and parts[place] else []) if cell is None else cell
                for place, (name, cell) in enumerate(zip(self.columns, cells, strict=True))
            )

    def _height(self, cells: Sequence[Sequence[Words]]) -> float:
        """The height of a row: not every program finds it by itself."""
        heights = (
            sum(_lines_of(line, _letters(name)) for line in cell)
            for name, cell in zip(self.columns, cells, strict=True)
        )
        return 4 + _LINE * max(1, *heights)

    def _lines(self, name: str, act: TableAct, row: TableRow) -> list[Words]:
        if is_text(name):
            return list(plain_lines(text_in(name, row)))
        match name:
            case "act":
                return [_words(act.title)]
            case "number":
                return [_words(str(row.number))]
            case _:
                return [_words(said) for said in told_in(name, row, self.table)]

    def _write(self, sheet: Any, row: int, column: int, lines: Sequence[Words], *, old: bool) -> None:
        """A cell; neighbouring words of one format are one fragment of it."""
        fragments: list[tuple[Any, str]] = []
        for place, line in enumerate(lines):
            for piece in [*([_words("\n")[0]] if place else []), *line]:
                made = self._fragment(piece, old=old)
                if fragments and fragments[-1][0] is made:
                    fragments[-1] = (made, fragments[-1][1] + piece.run.text)
                elif piece.run.text:
                    fragments.append((made, piece.run.text))
        if len(fragments) < 2:
            words, bold = "".join(text for _, text in fragments), self._fragment(_words("", "x")[0], old=old)
            whole = self.changed if fragments and fragments[0][0] is bold else self.cell
            sheet.write_string(row, column, words, whole)
            return
        sheet.write_rich_string(row, column, *(part for pair in fragments for part in pair), self.cell)

    def _fragment(self, piece: Piece, *, old: bool) -> Any:
        run = piece.run
        properties: dict[str, object] = {}
        if run.italic:
            properties["italic"] = True
        if run.superscript or run.subscript:
            properties["font_script"] = 1 if run.superscript else 2
        if piece.operation is not None:
            properties["bold"] = True
        if piece.operation is not None and self.colour and not run.generated:
            properties["font_color"] = _OLD if old else _NEW
            properties["font_strikeout" if old else "underline"] = 1
        elif run.strike or run.underline:
            properties["font_strikeout" if run.strike else "underline"] = 1
        return self._format(**properties)

    def _write_further(self) -> None:
        """The second sheet, where there is something to say after the table."""
        if not self.table.lists:
            return
        sheet = self.book.add_worksheet(_sheet_name(self.table.words.further))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_column(0, 0, _SENTENCE)
        at = 0
        for heading, sentences in self.table.lists:
            sheet.write_string(at, 0, heading, self._format(bold=True))
            for place, sentence in enumerate(sentences, at + 1):
                sheet.write_string(place, 0, sentence, self._format(text_wrap=True, valign="top"))
                sheet.set_row(place, 4 + _LINE * _lines_of(_words(sentence), _SENTENCE))
            at += len(sentences) + 2


def _sheet_name(said: str) -> str:
    """The name of a sheet: no slash may stand in it, and it has 31 letters at most."""
    first = said.partition(" / ")[0]
    return said.replace(" / ", " – ") if len(said) <= _LONGEST_NAME else first


def _letters(column: str) -> int:
    return _LETTERS[column.partition(" ")[0]]


def _words(text: str, operation: str | None = None) -> Words:
    return [Piece(Run(text), operation=operation)]


def _parts(lines: Iterable[Words], letters: int) -> Iterator[list[Words]]:
    """Lines in parts of which each fits into a row; a paragraph that is too long goes on in the next part."""
    part: list[Words] = []
    height = 0
    for line in lines:
        for piece in _cut(line, letters * _MOST_LINES):
            needed = _lines_of(piece, letters)
            if part and height + needed > _MOST_LINES:
                yield part
                part, height = [], 0
            part.append(piece)
            height += needed
    if part:
        yield part


def _lines_of(line: Words, letters: int) -> int:
    """About how many lines a paragraph takes in a column as wide as so many digits; letters are narrower."""
    text = "".join(piece.run.text for piece in line)
    return lines_needed([text], letters * 115 // 100)


def _cut(line: Words, most: int) -> Iterator[Words]:
    """A line in pieces of so many letters at most, cut between words."""
    taken: Words = []
    left = most
    for piece in line:
        text = piece.run.text
        while len(text) > left:
            at = text.rfind(" ", 0, left) + 1 or left
            yield [*taken, _with_text(piece, text[:at])]
            taken, text, left = [], text[at:], most
        taken.append(_with_text(piece, text))
        left -= len(text)
    if taken:
        yield taken


def _with_text(piece: Piece, text: str) -> Piece:
    return piece if text == piece.run.text else Piece(_run_like(piece.run, text), operation=piece.operation)


def _run_like(run: Run, text: str) -> Run:
    return Run(
        text, run.bold, run.italic, run.superscript, run.subscript, run.underline, run.strike,
        generated=run.generated,
    )  # fmt: skip
