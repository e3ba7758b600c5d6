"""A redline page read without the project's own readers: what each of its views says, and what an Act says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import redline
from redline.akn.blocks import blocks_of_act
from redline.model.blocks import Block, Run
from redline.render.notes import notes_of

VOID = {"meta", "br", "img", "link", "input", "hr"}
ASIDE = {"why", "end", "self", "back", "fn", "image"}
"""Classes of what is no word of the law."""


class Page(HTMLParser):
    """A page read without the project's own reader: its elements, and the words of one of its texts.

    Args:
        text: the page.
        gone: what is not shown: (`del`, `ob`) for the consolidated text, (`ins`, `oa`) for the base.
    """

    def __init__(self, text: str, gone: tuple[str, str] = ("", "")) -> None:
        super().__init__()
        self.gone = gone
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[tuple[str, bool, bool]] = [("", False, False)]
        self.crossed: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        classes = set(attributes.get("class", "").split())
        self.elements.append((tag, attributes))
        if tag in VOID:
            self.words.append(" ")
            return
        _, law, hidden = self.open[-1]
        hidden = hidden or tag == self.gone[0] or bool(classes & {self.gone[1], *ASIDE})
        if tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "div"):
            # Where a paragraph of one text is several of the other, they have a space between them here.
            self.words.append(" ")
        self.open.append((tag, law or attributes.get("id") == "redline-law", hidden))

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop()[0] != tag:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        _, law, hidden = self.open[-1]
        if law and not hidden and data:
            self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name))]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


def text_of_act(act: redline.Act) -> str:
    """All the words of an Act in its order, notes last, without spaces."""
    blocks = list(blocks_of_act(act))
    found = [*_words(blocks)]
    for note in notes_of(blocks):
        found += _words(note.blocks)
    return squeezed("".join(found))


def _words(blocks: tuple[Block, ...] | list[Block]) -> Iterator[str]:
    for block in blocks:
        for runs in (block.number, block.heading, block.runs):
            yield _of(runs)
        for row in block.rows:
            for cell in row.cells:
                yield from _words(cell.blocks)


def _of(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def squeezed(text: str) -> str:
    """Words without what differs where a paragraph of the base is two of the page: the spaces."""
    return "".join(text.split())


def law_of(page: str) -> str:
    """A page without the numbers of its notes and the heading over them."""
    page = re.sub(r'<h2 id="redline-notes".*?</h2>', "", page)
    return re.sub(r'(<div class="note[^>]*>)<span class="n">.*?</span>', r"\1", page)


def base_and_consolidated(page: str) -> tuple[str, str]:
    """What the page says in its base view and in its consolidated view, without spaces."""
    law = law_of(page)
    return squeezed(Page(law, ("ins", "oa")).text), squeezed(Page(law, ("del", "ob")).text)
