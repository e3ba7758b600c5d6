"""The frame that every page shares: head, style, labels in the reader's language."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files


@cache
def asset(name: str) -> str:
    """A style sheet or script that goes into pages."""
    return files("redline.render").joinpath(f"assets/{name}").read_text(encoding="utf-8")


def style_sheet(name: str = "act.css") -> str:
    """A style sheet; `act.css` is that of all pages."""
    return asset(name)


def page(
    title: str,
    language: str,
    body: Sequence[str],
    *,
    meta: Sequence[tuple[str, str]] = (),
    further_style: str = "",
    script: str = "",
) -> bytes:
    """A whole page: one file that asks the network for nothing.

    Args:
        title: what the page is called.
        language: BCP 47.
        body: pieces of HTML.
        meta: names and contents of `<meta>` elements.
        further_style: the style of this kind of page, behind that of all pages.
        script: the page's own. Its policy names the hash of it, so that no other runs.
    """
    head = [
        "<!doctype html>",
        f'<html lang="{escape(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">',
        f"<title>{escape(title)}</title>",
        *(f'<meta name="{escape(name)}" content="{escape(content)}">' for name, content in meta if content),
        f"<style>\n{style_sheet()}{further_style}</style>",
        *([f"<script>{script}</script>"] if script else []),
        "</head>",
        "<body>",
    ]
    return ("\n".join([*head, *body, "</body>", "</html>"]) + "\n").encode("utf-8")


def _policy(code: str) -> str:
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    if not code:
        return policy
    digest = base64.b64encode(hashlib.sha256(code.encode("utf-8")).digest()).decode("ascii")
    return f"{policy}; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
