"""Markdown that a person wrote is shown as meant; HTML in it is shown as typed."""

from __future__ import annotations

import io
import re

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline.papers.markdown import blocks_of_markdown
from redline.papers.paper import Heading, Paper, Paragraph, Table, Words
from redline.papers.paper_docx import paper_docx
from redline.papers.paper_html import paper_html
from redline.papers.paper_xlsx import paper_xlsx

TEXT = """# Цели

Текст с **важным** и *мягким* [словом](https://example.org).
<script>alert(1)</script>

1. первое
   - внутри
2. второе

> цитата

| Акт | Риск |
|---|---|
| Закон | **высокий** |
"""


def test_headings_lists_quotations_and_tables_become_blocks() -> None:
    blocks = list(blocks_of_markdown(TEXT))
    assert blocks[0] == Heading(2, "Цели")
    assert isinstance(blocks[1], Paragraph)
    assert Words("важным", bold=True) in blocks[1].words
    assert "словом (https://example.org)" in blocks[1].text
    listed = [(b.number, b.text, b.look) for b in blocks[2:6] if isinstance(b, Paragraph)]
    assert listed == [("1.", "первое", "item"), ("–", "внутри", "item"), ("2.", "второе", "item"),
                      ("", "цитата", "note")]  # fmt: skip
    table = blocks[-1]
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["Акт", "Риск"]
    assert table.rows[0].cells[1][0].words == (Words("высокий", bold=True),)


def test_html_in_markdown_never_reaches_the_page() -> None:
    page = paper_html(Paper("T", "ru", tuple(blocks_of_markdown(TEXT)))).decode("utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page

    assert "href" not in page.partition("<main")[2]


HOSTILE = [
    "![схема](http://example.org/x.png) [сюда](javascript:alert(1)) <http://example.org>",
    "<img src=x onerror=alert(1)>\n\n<iframe src=x></iframe>",
    'a\x0bb \x01 \ufffe &#0; &#x1b; ]]> & < "',
    "| a | b |\n|---|---|\n| =cmd() | <b>x</b> | too | many |\n| one |\n",
    "| a |\n|---|\n",
    "> " * 300 + "x",
    "- " * 200 + "x",
    "*a " * 5000,
    "```\n<script>\n",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_written_makes_a_paper_that_opens_and_runs_nothing(text: str) -> None:
    paper = Paper("T", "ru", tuple(blocks_of_markdown(text)))
    body = paper_html(paper).decode("utf-8").partition("<main")[2]
    assert not re.search(r"<(script|img|iframe|a)\b|\bon\w+=[^&]*>", body)
    docx.Document(io.BytesIO(paper_docx(paper)))  # and it is checked before it is given out
    paper_xlsx(paper)


def test_a_picture_is_named_with_where_it_lies() -> None:
    (block,) = blocks_of_markdown("![схема](schema.png)")
    assert isinstance(block, Paragraph)
    assert block.text == "схема (schema.png)"


@given(st.text(max_size=400))
def test_any_text_makes_a_word_document(text: str) -> None:
    paper_docx(Paper("T", "ru", tuple(blocks_of_markdown(text))))
