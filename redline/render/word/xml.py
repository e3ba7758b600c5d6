"""Text as XML; what the standard library has for it (`xml.sax.saxutils`) loads its network library along."""

from __future__ import annotations

import html

_WHITE_SPACE = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def escape(text: str) -> str:
    """Text as the content of an element."""
    return html.escape(text, quote=False)


def quoteattr(text: str) -> str:
    """Text as the value of an attribute, in quotation marks."""
    value = escape(text).replace('"', "&quot;")
    for character, reference in _WHITE_SPACE.items():
        value = value.replace(character, reference)
    return f'"{value}"'
