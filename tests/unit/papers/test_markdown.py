"""Markdown that a person wrote is shown as meant; HTML in it is shown as typed."""

from __future__ import annotations

from redline.papers.markdown import blocks_of_markdown
from redline.papers.paper import Heading, Paper, Paragraph, Table, Words
from redline.papers.paper_html import paper_html

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
