"""The comparison table as a page: to read on a screen, to print on A4 landscape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from redline.model.blocks import Run
from redline.render.html_page import page, style_sheet
from redline.render.renderer import Package
from redline.render.sentences import iso
from redline.render.table.bilingual import is_old, is_text, language_in, table_of, text_in
from redline.render.table.elision import Context
from redline.render.table.fit import unbroken, widths_of
from redline.render.table.rows import RowsBy
from redline.render.table.table import (
    ComparisonTable,
    TableAct,
    TableRow,
    told_in,
)
from redline.render.word.paragraphs import Line, Paragraph, Piece, Table

_TAGS = (("italic", "i"), ("underline", "u"), ("strike", "s"), ("superscript", "sup"), ("subscript", "sub"))
_DEEPEST = 9


def render_table_html(
    package: Package,
    *,
    columns: str | None = None,
    context: Context = 0,
    rows: RowsBy = "element",
    colour: bool = False,
    bilingual: str | None = None,
) -> bytes:
    """The comparison table of a package as a page in UTF-8.

    Args:
        package: the amended package.
        columns, context, rows, bilingual: as for `table_of`.
        colour: changed words also in colour, struck on the left and underlined on the right; else in bold.
    """
    table = table_of(package, columns=columns, context=context, rows=rows, bilingual=bilingual)
    words = table.words
    draft = words.draft.format(title=table.title)
    return page(
        f"{words.heading}: {table.title}",
        words.language,
        list(_Writer(table, colour).body()),
        meta=[("dcterms.title", f"{words.heading} {draft}"), ("dcterms.date", iso(table.date) or "")],
        further_style=style_sheet("table.css"),
    )


class _Writer:
    """Writes one table.

    Args:
        table: the table.
        colour: whether changed words are coloured.
    """

    def __init__(self, table: ComparisonTable, colour: bool) -> None:
        self.table = table
        self.colour = colour

    def body(self) -> Iterator[str]:
        """The pieces of the page's body."""
        words = self.table.words
        yield '<main id="redline-text" class="comparison" tabindex="-1">'
        draft = escape(words.draft.format(title=self.table.title))
        language = self._lang(self.table.title_language)
        yield f'<h1>{escape(words.heading)} <span class="draft"{language}>{draft}</span></h1>'
        yield from (f'<p class="usual">{escape(said)}</p>' for said in self.table.above)
        if self.table.acts:
            yield from self._rows()
        else:
            yield f"<p>{escape(words.none)}</p>"
        for heading, sentences in self.table.lists:
            yield f'<section class="after"><h2>{escape(heading)}</h2><ol>'
            yield from (f"<li>{escape(sentence)}</li>" for sentence in sentences)
            yield "</ol></section>"
        yield "</main>"

    def _lang(self, language: str) -> str:
        differs = language not in (self.table.words.language, "und")
        return f' lang="{escape(language)}"' if differs else ""

    def _rows(self) -> Iterator[str]:
        columns, words = self.table.columns, self.table.words
        label = escape(words.heading)
        yield f'<div class="table" role="region" tabindex="0" aria-label="{label}">'
        kind = "columns bilingual" if self.table.parts else "columns"
        yield f'<table class="{kind}" style="--columns: {len(columns)}"><caption>{label}</caption><colgroup>'
        yield from (f'<col style="width: {share / 10}%">' for share in widths_of(columns, 1000))
        heads = "".join(f'<th scope="col">{escape(words.head(name, columns))}</th>' for name in columns)
        yield f"</colgroup><thead><tr>{heads}</tr></thead>"
        for place, act in enumerate(self.table.acts, 1):
            number = f"{place}. " if len(self.table.acts) > 1 else ""
            title = escape(number + act.title)
            yield f'<tbody><tr class="act"><th scope="rowgroup" colspan="{len(columns)}"'
            yield f"{self._lang(act.language)}>{title}</th></tr>"
            yield from (self._row(row, act) for row in act.rows)
            yield "</tbody>"
        yield "</table></div>"

    def _row(self, row: TableRow, act: TableAct) -> str:
        cells = "".join(self._cell(name, row, act) for name in self.table.columns)
        return f'<tr id="row-{row.number}">{cells}</tr>'

    def _cell(self, name: str, row: TableRow, act: TableAct) -> str:
        if is_text(name):
            lines = self._lines(text_in(name, row), old=is_old(name))
            return f"<td{self._lang(language_in(name, act))}>{lines}</td>"
        own = act.language if name == "element" else self.table.words.language
        told = "".join(f"<p>{escape(unbroken(said) if name == 'element' else said)}</p>"
                       for said in told_in(name, row, self.table))  # fmt: skip
        if name == "element":
            return f'<th scope="row"{self._lang(own)}>{told}</th>'
        return f"<td{self._lang(own)}>{told}</td>"

    def _lines(self, lines: Iterable[Line], *, old: bool) -> str:
        return "".join(
            self._inner_table(line, old=old) if isinstance(line, Table) else self._line(line, old=old)
            for line in lines
        )

    def _line(self, line: Paragraph, *, old: bool) -> str:
        classes = [f"d{min(line.depth, _DEEPEST)}"] if line.depth > 1 else []
        classes += [line.style] if line.style in ("note", "caption", "gap", "nothing") else []
        named = f' class="{" ".join(classes)}"' if classes else ""
        return f"<p{named}>{self._words(line.pieces, old=old)}</p>"

    def _words(self, pieces: Sequence[Piece], *, old: bool) -> str:
        return "".join(self._piece(piece, old=old) for piece in pieces)

    def _piece(self, piece: Piece, *, old: bool) -> str:
        words = _formatted(piece.run)
        if piece.operation is None or not words:
            return words
        if self.colour and not piece.run.generated:
            return f"<del>{words}</del>" if old else f"<ins>{words}</ins>"
        return f"<b>{words}</b>"

    def _inner_table(self, table: Table, *, old: bool) -> str:
        rows: list[str] = []
        for row in table.rows:
            cells: list[str] = []
            for cell in row.cells:
                spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
                    f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
                )
                cells.append(f"<td{spans}>{self._lines(cell.lines, old=old)}</td>")
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return f'<table class="law">{"".join(rows)}</table>'


def _formatted(run: Run) -> str:
    """Words with the Act's own formatting; its bold is left out, since bold is what changed here."""
    words = escape(run.text, quote=False).replace("\n", "<br>")
    for name, tag in _TAGS:
        if words and getattr(run, name):
            words = f"<{tag}>{words}</{tag}>"
    return words
