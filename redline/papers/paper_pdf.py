"""A paper as a PDF: its page as it prints."""

from __future__ import annotations

from redline.errors import RenderError
from redline.render.pdf_pages import pdf_of


def paper_pdf_or_why(page: bytes) -> tuple[bytes, str]:
    """The PDF of a paper's page, or why there is none, in a sentence.

    Args:
        page: as `paper_html` gives it.
    """
    try:
        return pdf_of(page), ""
    except RenderError as error:
        return b"", f"the PDF is left out: {error.message}; {error.do}"
