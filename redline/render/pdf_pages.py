"""Pages as PDF, by WeasyPrint, which comes with the extra `pdf`.

A PDF is the page of the same name as it prints: one more output is `pdf_of` its page. It has bookmarks, a
title, a language and tags for screen readers (PDF/UA); it fetches nothing and names no day and no machine, so
that the same page gives the same bytes.
"""

from __future__ import annotations

import re
from functools import cache

from redline.akn.document import Act
from redline.akn.marked import MarkedAct
from redline.errors import RenderError

LONGEST = 100_000
"""Words of an Act above which no PDF is made: WeasyPrint takes half a minute and 600 MB for so many, and more
than in proportion for more."""

_TAG = re.compile(rb"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
_INSTALL = "pip install 'redline[pdf]'; on Debian also: apt-get install libpango-1.0-0 libpangoft2-1.0-0"
_PRINT = "open the page (.html) in a browser and print it to a PDF, or take the Word file"


def pdf_of(page: bytes) -> bytes:
    """A page as a PDF.

    Args:
        page: in UTF-8, with all that it needs in itself.

    Raises:
        RenderError: `pdf-unavailable`, where WeasyPrint cannot be loaded; `pdf-too-long`.
    """
    check_printable(page)
    return _printed(page)


def check_printable(page: bytes) -> None:
    """Whether there can be a PDF of a page.

    Raises:
        RenderError: `pdf-unavailable`, where WeasyPrint cannot be loaded; `pdf-too-long`.
    """
    if missing := why_missing():
        raise RenderError("pdf-unavailable", f"no PDF can be made: {missing}", do=_INSTALL)
    words = len(_TAG.sub(b" ", page).split())
    if words > LONGEST:
        raise RenderError("pdf-too-long", f"no PDF is made of {_too_many(words)}", do=_PRINT)


def why_not(shown: object) -> str:
    """Why there is no PDF of an Act, or of a paper on all Acts; an empty string where there is one."""
    missing = why_missing()
    if missing:
        return f"PDFs are left out: {missing}; {_INSTALL}"
    act = shown.base if isinstance(shown, MarkedAct) else shown
    words = len(" ".join(map(str, act.root.itertext())).split()) if isinstance(act, Act) else 0
    return f"no PDF is made of {_too_many(words)}: {_PRINT}" if words > LONGEST else ""


def _too_many(words: int) -> str:
    return f"{words:,} words, more than {LONGEST:,}"


@cache
def why_missing() -> str:
    """Why WeasyPrint cannot be used, in words; an empty string where it can."""
    try:
        import weasyprint  # noqa: F401 (loaded only where a PDF is made: it takes half a second)
    except ImportError:
        return "WeasyPrint is not installed"
    except OSError as error:
        return f"WeasyPrint is installed, and a library that it needs is not ({error})"
    return ""


def _printed(page: bytes) -> bytes:
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    fetcher = URLFetcher(allowed_protocols=("data",))
    document = HTML(string=page.decode("utf-8"), url_fetcher=fetcher, base_url=None)
    made: bytes = document.write_pdf(pdf_tags=True, pdf_variant="pdf/ua-1")
    return made
