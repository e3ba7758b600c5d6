"""The comparison table as a Word document: A4 landscape, to print, sign and send round."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from redline.model.blocks import Run
from redline.render.labels import draft_line
from redline.render.renderer import Package, Tell, tell_nobody
from redline.render.table.bilingual import is_old, is_text, language_in, table_of, text_in
from redline.render.table.elision import Context
from redline.render.table.fit import inner_widths, unbroken, widths_of
from redline.render.table.rows import RowsBy
from redline.render.table.table import (
    ComparisonTable,
    TableAct,
    TableRow,
    told_in,
)
from redline.render.word.body import Parts
from redline.render.word.grid import cells_of, columns_of
from redline.render.word.house import house_of
from redline.render.word.package import Facts, document_xml, package
from redline.render.word.paragraphs import Line, Paragraph, Piece, Table, TableCell
from redline.render.word.styles import Style
from redline.render.word.xml import escape

_WIDTH = 14570
"""Of the text, in twentieths of a point: A4 on its side with margins of 2 cm."""
_ROOM = 150
"""Letters of a title that have room on a line of the header."""
_STEP = 227  # twentieths of a point: 4 mm
_PADDING = 216  # of a cell, both sides
_NARROW = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
_OLD, _NEW = "9B1C1C", "0B5A2B"
"""Red and green, dark enough to be read in print; words in colour are struck or underlined too."""

_SIZE = '<w:sz w:val="24"/><w:szCs w:val="24"/>'
_SMALL = '<w:sz w:val="20"/><w:szCs w:val="20"/>'
"""Of a table with the wordings of two languages: 10 points, so that four of them stand on a page."""
_TIGHT = '<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>'
_STYLES = (
    Style(
        "ComparisonTitle",
        "Comparison Title",
        "Normal",
        '<w:keepNext/><w:spacing w:before="0" w:after="120"/><w:jc w:val="center"/>',
        '<w:b/><w:sz w:val="28"/><w:szCs w:val="28"/>',
        "ComparisonTitle",
    ),
    Style("ComparisonNote", "Comparison Note", "Normal", '<w:spacing w:before="60" w:after="120"/>', _SIZE),
    Style(
        "ComparisonList",
        "Comparison List",
        "Normal",
        '<w:spacing w:before="0" w:after="80"/><w:ind w:left="340" w:hanging="340"/>',
        _SIZE,
    ),
    Style(
        "ComparisonSubtitle",
        "Comparison Subtitle",
        "Normal",
        '<w:keepNext/><w:spacing w:before="280" w:after="100"/>',
        f"<w:b/>{_SIZE}",
        "ComparisonList",
    ),
    Style("ComparisonHead", "Comparison Head", "Normal", f'{_TIGHT}<w:jc w:val="center"/>', f"<w:b/>{_SIZE}"),
    Style(
        "ComparisonAct",
        "Comparison Act",
        "Normal",
        '<w:keepNext/><w:spacing w:before="80" w:after="80"/><w:jc w:val="center"/>',
        f"<w:b/>{_SIZE}",
    ),
    Style("ComparisonText", "Comparison Text", "Normal", _TIGHT, _SIZE, "ComparisonText"),
    Style(
        "ComparisonInner",
        "Comparison Inner Table",
        "Normal",
        '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="18"/><w:szCs w:val="18"/>',
        "ComparisonInner",
    ),
    Style(
        "ComparisonFootnote",
        "Comparison Footnote",
        "ComparisonText",
        '<w:spacing w:before="60" w:after="0"/>',
        '<w:sz w:val="20"/><w:szCs w:val="20"/>',
        "ComparisonFootnote",
    ),
)


def render_table_docx(
    package_: Package,
    *,
    columns: str | None = None,
    context: Context = 0,
    rows: RowsBy = "element",
    colour: bool = False,
    bilingual: str | None = None,
    template: str | os.PathLike[str] | None = None,
    tell: Tell = tell_nobody,
) -> bytes:
    """The comparison table of a package as a Word document.

    Args:
        package_: the amended package.
        columns, context, rows, bilingual: as for `table_of`.
        colour: changed words also in colour, struck on the left and underlined on the right; else in bold.
        template: a Word document with the house's own styles, headers and pages (laid on their side).
        tell: told what the drafter should know of the template.

    Raises:
        RenderError: `template-unreadable`.
    """
    house = house_of(Path(template) if template is not None else None).on_its_side
    for remark in (*house.remarks, *house.lacking(_STYLES)):
        tell(os.fspath(template or ""), remark)
    table = table_of(package_, columns=columns, context=context, rows=rows, bilingual=bilingual)
    heading = f"{table.words.heading} {table.words.draft.format(title=table.title)}"
    said_in = table.words.language
    facts = Facts(heading, draft_line(said_in, table.date), said_in, date=table.date, room=_ROOM)
    width = house.width if house.page else _WIDTH
    body = "".join(_Writer(table, colour, width).body())
    small = [replace(style, run=style.run.replace(_SIZE, _SMALL)) for style in _STYLES]
    return package(
        document_xml(body, house, landscape=True),
        Parts(),
        facts,
        house,
        further_styles=small if table.parts else _STYLES,
    )


class _Writer:
    """Writes one table.

    Args:
        table: the table.
        colour: whether changed words are coloured.
        width: of the text, in twentieths of a point.
    """

    def __init__(self, table: ComparisonTable, colour: bool, width: int) -> None:
        self.width = width
        self.table = table
        self.colour = colour
        self.language = table.words.language

    def body(self) -> Iterator[str]:
        """The content of the document."""
        words = self.table.words
        yield _paragraph(words.heading.upper(), "ComparisonTitle")
        draft = words.draft.format(title=self.table.title)
        yield _paragraph(draft, "ComparisonTitle", self._language(self.table.title_language))
        for said in self.table.above:
            yield _paragraph(said, "ComparisonNote")
        if self.table.acts:
            yield from self._rows()
        else:
            yield _paragraph(words.none, "ComparisonNote")
        for heading, sentences in self.table.lists:
            yield _paragraph(heading, "ComparisonSubtitle")
            for number, sentence in enumerate(sentences, 1):
                yield _paragraph(f"{number}. {sentence}", "ComparisonList")

    def _language(self, language: str) -> str:
        """The mark of words in another language than the document's; empty where it is the same."""
        return f'<w:lang w:val="{language}"/>' if language not in (self.language, "und") else ""

    def _rows(self) -> Iterator[str]:
        columns = self.table.columns
        widths = widths_of(columns, self.width)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="ActTable"/><w:tblW w:w="{self.width}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        heads = (
            _cell(_paragraph(self.table.words.head(name, columns), "ComparisonHead"), width, shade="EDEDED")
            for name, width in zip(columns, widths, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"
        for place, act in enumerate(self.table.acts, 1):
            yield self._act(place, act)
            for row in act.rows:
                cells = (
                    _cell(self._column(name, row, act, width), width)
                    for name, width in zip(columns, widths, strict=True)
                )
                # `w:cantSplit` would keep a row together, but behind a repeated head LibreOffice 7.4 can
                # lose such a row at the foot of a page.
                yield f"<w:tr>{''.join(cells)}</w:tr>"
        yield "</w:tbl>"

    def _act(self, place: int, act: TableAct) -> str:
        number = f"{place}. " if len(self.table.acts) > 1 else ""
        words = _paragraph(number + act.title, "ComparisonAct", self._language(act.language))
        cell = _cell(words, self.width, span=len(self.table.columns))
        return f"<w:tr>{cell}</w:tr>"

    def _column(self, name: str, row: TableRow, act: TableAct, width: int) -> str:
        if is_text(name):
            version = replace(act, language=language_in(name, act))
            return "".join(
                self._lines(text_in(name, row), "ComparisonText", version, width, old=is_old(name))
            )
        own = act.language if name == "element" else self.table.words.language
        words = told_in(name, row, self.table) or ("",)
        if name == "element":
            words = tuple(map(unbroken, words))
        return "".join(_paragraph(said, "ComparisonText", self._language(own)) for said in words)

    # --- the text of the Act ---

    def _lines(
        self, lines: Sequence[Line], style: str, act: TableAct, width: int, *, old: bool
    ) -> Iterator[str]:
        for line in lines:
            if isinstance(line, Table):
                yield self._inner_table(line, act, width - _PADDING, old=old)
            else:
                yield self._line(line, style, act, old=old)
        if not lines or isinstance(lines[-1], Table):
            yield _paragraph("", style)  # a cell ends with a paragraph

    def _line(self, line: Paragraph, style: str, act: TableAct, *, old: bool) -> str:
        name = "ComparisonFootnote" if line.style == "note" else style
        left = _STEP * max(0, line.depth - 1) if style == "ComparisonText" else 0
        indent = f'<w:ind w:left="{left}"/>' if left else ""
        language = self._language(act.language)
        words = "".join(self._piece(piece, language, old=old) for piece in line.pieces)
        return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{indent}</w:pPr>{words}</w:p>'

    def _piece(self, piece: Piece, language: str, *, old: bool) -> str:
        run = piece.run
        changed = piece.operation is not None
        coloured = changed and self.colour and not run.generated
        # In the order that the schema of Word documents asks for. The Act's own bold is left out, since bold
        # is what changed here.
        properties = (
            ("<w:b/>" if changed else "")
            + ("<w:i/>" if run.italic else "")
            + ("<w:strike/>" if (coloured and old) or (run.strike and not coloured) else "")
            + (f'<w:color w:val="{_OLD if old else _NEW}"/>' if coloured else "")
            + ('<w:u w:val="single"/>' if (coloured and not old) or (run.underline and not coloured) else "")
            + _vertical(run)
            + language
        )
        return _run(run.text, properties)

    def _inner_table(self, table: Table, act: TableAct, width: int, *, old: bool) -> str:
        grid = columns_of(table)
        widths = inner_widths(table, grid, width)
        columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
        rows: list[str] = []
        for _, cells in cells_of(table, grid):
            place = 0
            made: list[str] = []
            for cell, over, merge in cells:
                made.append(self._inner_cell(cell, widths[place : place + over], merge, act, old))
                place += over
            rows.append(f"<w:tr>{''.join(made)}</w:tr>")
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="ActTable"/>'
            f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{_NARROW}</w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )

    def _inner_cell(
        self, cell: TableCell | None, widths: Sequence[int], merge: str, act: TableAct, old: bool
    ) -> str:
        span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
        lines = cell.lines if cell is not None else ()
        content = "".join(self._lines(lines, "ComparisonInner", act, sum(widths), old=old))
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>{span}{merge}</w:tcPr>{content}</w:tc>'
        )


def _vertical(run: Run) -> str:
    kind = "superscript" if run.superscript else "subscript" if run.subscript else ""
    return f'<w:vertAlign w:val="{kind}"/>' if kind else ""


def _paragraph(words: str, style: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run(words, properties)}</w:p>'


def _run(words: str, properties: str) -> str:
    if not words:
        return ""
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines: Iterable[str] = (
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' if line else "" for line in words.split("\n")
    )
    return f"<w:r>{shown}{'<w:br/>'.join(lines)}</w:r>"


def _cell(content: str, width: int, *, span: int = 1, shade: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{shaded}</w:tcPr>{content}</w:tc>'
