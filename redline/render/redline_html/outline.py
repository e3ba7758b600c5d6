"""The outline of what changed: the headings under which something changed, with what was done there."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from msgspec import Struct

from redline.languages.shortening import shortened
from redline.render.html_runs import link_to
from redline.render.redline_html.marks import named
from redline.render.redline_html.operations import Operations
from redline.render.redline_html.words import Words
from redline.render.word.paragraphs import Paragraph

_LONGEST = 160


class _Entry(Struct):
    """A heading and, by operation, the first of its changes below it."""

    anchor: str
    words: str
    changes: dict[str, str]


class Outline:
    """Collects headings as they are written."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.entries: list[_Entry] = []

    def heading(self, line: Paragraph, anchor: str, changes: dict[str, str]) -> None:
        """A heading begins; `changes` is filled with what changes below it."""
        pieces = [piece for piece in line.pieces if piece.amended or not line.amended]
        words = " ".join("".join(piece.run.text for piece in pieces).split())
        self.entries.append(_Entry(anchor, words, changes))

    def html(self, before: dict[str, str], operations: Operations) -> Iterator[str]:
        """The outline as nested lists of links.

        Args:
            before: what changes before the first heading.
            operations: what was done.
        """
        words = self.words
        yield f'<nav class="contents" id="redline-outline" aria-labelledby="redline-contents"{words.own}>'
        yield f'<h2 id="redline-contents">{words.html("outline")}</h2>'
        entries = [_Entry("redline-law", words["beginning"], before), *self.entries]
        changed = [entry for entry in entries if entry.changes]
        if not changed:
            yield f"<p>{words.html('unchanged')}</p></nav>"
            return
        yield '<ol role="list">'
        for entry in changed:
            link = escape(link_to(entry.anchor))
            yield f'<li><a href="{link}">{escape(shortened(entry.words, _LONGEST))}</a><ul role="list">'
            for operation, anchor in entry.changes.items():
                number = f'<span class="num">{operations.number(operation)}</span>'
                yield (
                    f'<li{named(operation)}><a href="#{anchor}"{words.own}>{number} '
                    f"{operations.sentence(operation)}</a></li>"
                )
            yield "</ul></li>"
        yield "</ol></nav>"
