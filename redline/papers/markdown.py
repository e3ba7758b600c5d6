"""Markdown that a person has written -> blocks of a paper. HTML in it is shown as typed, never passed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from redline.papers.paper import Block, Cell, Column, Heading, Look, Paragraph, Row, Table, Words

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
"""Signs that no text has, and that Word refuses."""
_READER = MarkdownIt("commonmark", {"html": False}).enable("table")


def blocks_of_markdown(text: str, level: int = 2) -> Iterator[Block]:
    """The blocks of a text in CommonMark with tables.

    Args:
        text: the Markdown.
        level: of its highest headings in the paper.
    """
    yield from _Reader(level).read(_READER.parse(_UNWRITABLE.sub(" ", text)))


@dataclass(slots=True)
class _Reader:
    level: int
    lists: list[int | None] = field(default_factory=list)
    quoted: int = 0
    number: str = ""
    rows: list[list[Cell]] = field(default_factory=list)

    def read(self, tokens: list[Token]) -> Iterator[Block]:
        opened: list[Token] = []
        for token in tokens:
            if token.nesting == 1:
                opened.append(token)
                self._open(token)
            elif token.nesting == -1:
                opened.pop()
                yield from self._close(token)
            elif token.type == "inline":
                yield from self._inline(token, opened[-1])
            elif token.type in ("fence", "code_block"):
                yield Paragraph((Words(token.content.rstrip("\n")),), "note")

    def _open(self, token: Token) -> None:
        if token.type == "bullet_list_open":
            self.lists.append(None)
        elif token.type == "ordered_list_open":
            self.lists.append(int(token.attrGet("start") or 1))
        elif token.type == "list_item_open":
            place = self.lists[-1]
            self.number = "–" if place is None else f"{place}."
            self.lists[-1] = None if place is None else place + 1
        elif token.type == "blockquote_open":
            self.quoted += 1
        elif token.type == "tr_open":
            self.rows.append([])

    def _close(self, token: Token) -> Iterator[Block]:
        if token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif token.type == "blockquote_close":
            self.quoted -= 1
        elif token.type == "table_close":
            heads, *rows = self.rows
            self.rows = []
            columns = tuple(Column("".join(p.text for p in cell)) for cell in heads)
            yield Table(columns, tuple(Row(tuple(row)) for row in rows))

    def _inline(self, token: Token, inside: Token) -> Iterator[Block]:
        words = tuple(each for each in _words(token.children or []) if each.text)
        if inside.type == "heading_open":
            yield Heading(self.level + int(inside.tag[1:]) - 1, "".join(each.text for each in words))
        elif inside.type in ("th_open", "td_open"):
            self.rows[-1].append((Paragraph(words),))
        else:
            look: Look = "item" if self.lists else "note" if self.quoted else "text"
            number, self.number = self.number, ""
            yield Paragraph(words, look, number if self.lists else "")


def _words(tokens: list[Token]) -> Iterator[Words]:
    bold = italic = 0
    links: list[str] = []
    shown = ""
    for token in tokens:
        if token.type == "strong_open" or token.type == "strong_close":
            bold += token.nesting
        elif token.type == "em_open" or token.type == "em_close":
            italic += token.nesting
        elif token.type == "link_open":
            links.append(str(token.attrGet("href") or ""))
            shown = ""
        elif token.type == "link_close":
            address = links.pop()
            yield Words(f" ({address})" if address and address != shown else "")
        elif token.type == "image":  # it is no part of the dossier: what it shows, and where it lies
            yield Words(f"{token.content} ({token.attrGet('src')})")
        else:
            text = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
            shown += text
            yield replace(Words(text), bold=bold > 0, italic=italic > 0)
