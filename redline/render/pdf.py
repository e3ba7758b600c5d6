"""An Act as a PDF: its page as it prints."""

from __future__ import annotations

from redline.akn.document import Act
from redline.render.html import render_html
from redline.render.pdf_pages import pdf_of


def render_pdf(act: Act) -> bytes:
    """The Act as a PDF.

    Raises:
        RenderError: `pdf-unavailable` or `pdf-too-long`.
    """
    return pdf_of(render_html(act))
