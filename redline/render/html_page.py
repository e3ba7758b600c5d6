"""The frame that every page shares: head, style, labels in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from importlib.resources import files


@lru_cache(maxsize=8)
def style_sheet(name: str = "act.css") -> str:
    """A style sheet; `act.css` is that of all pages."""
    return files("redline.render").joinpath(f"assets/{name}").read_text(encoding="utf-8")


def page(
    title: str,
    language: str,
    body: Sequence[str],
    *,
    meta: Sequence[tuple[str, str]] = (),
    further_style: str = "",
) -> bytes:
    """A whole page: one file that asks the network for nothing.

    Args:
        title: what the page is called.
        language: BCP 47.
        body: pieces of HTML.
        meta: names and contents of `<meta>` elements.
        further_style: the style of this kind of page, behind that of all pages.
    """
    head = [
        "<!doctype html>",
        f'<html lang="{escape(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">",
        f"<title>{escape(title)}</title>",
        *(f'<meta name="{escape(name)}" content="{escape(content)}">' for name, content in meta if content),
        f"<style>\n{style_sheet()}{further_style}</style>",
        "</head>",
        "<body>",
    ]
    return ("\n".join([*head, *body, "</body>", "</html>"]) + "\n").encode("utf-8")
