"""The comparison table as a PDF: its page as it prints."""

from __future__ import annotations

from redline.render.pdf_pages import pdf_of
from redline.render.renderer import Package
from redline.render.table.elision import Context
from redline.render.table.rows import RowsBy
from redline.render.table_html import render_table_html


def render_table_pdf(
    package: Package,
    *,
    columns: str | None = None,
    context: Context = 0,
    rows: RowsBy = "element",
    colour: bool = False,
    bilingual: str | None = None,
) -> bytes:
    """The comparison table of a package as a PDF.

    Args:
        package, columns, context, rows, colour, bilingual: as for `render_table_html`.

    Raises:
        RenderError: `pdf-unavailable` or `pdf-too-long`.
    """
    return pdf_of(
        render_table_html(
            package, columns=columns, context=context, rows=rows, colour=colour, bilingual=bilingual
        )
    )
