"""A marked Act as a PDF: the page of its redline as it prints."""

from __future__ import annotations

from redline.akn.marked import MarkedAct
from redline.render.html_redline import render_html_redline
from redline.render.pdf_pages import pdf_of


def render_pdf_redline(marked: MarkedAct) -> bytes:
    """The marked Act as a PDF: deleted words struck out, inserted ones underlined, the reasons at its end.

    Raises:
        RenderError: `pdf-unavailable` or `pdf-too-long`; `redline-inexact`, as for the page.
    """
    return pdf_of(render_html_redline(marked))
