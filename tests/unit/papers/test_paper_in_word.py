"""A paper in Word: its pages are counted in every language, and the house's styles are taken."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest

from redline.comments import words as of_comments
from redline.papers.paper import Column, Heading, Paper, Paragraph, Row, Table, Turn, Words, cell, plain
from redline.papers.paper_docx import paper_docx
from redline.report import words as of_reports


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("words_in", [of_comments.words_in, of_reports.words_in])
def test_pages_are_counted_in_every_language(language: str, words_in: object) -> None:
    words = words_in(language)["pages"]  # type: ignore[operator]
    made = paper_docx(Paper("T", language, (plain("text"),), page=words))
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        footer = parts.read("word/footer1.xml").decode("utf-8")
    fields = re.findall(r"<w:instrText[^>]*> (\w+) <", footer)
    assert fields == ["PAGE", "NUMPAGES"]
    assert "{" not in footer


def test_what_goes_is_struck_what_comes_is_underlined_and_what_is_missing_is_marked() -> None:
    said = (Words("was", gone=True), Words(" is", come=True))
    table = Table(
        (Column("A", 2), Column("B")), (Row((cell("over both"),), heads=True), Row((cell("1"), cell("2"))))
    )
    blocks = (Heading(1, "First", "first"), Paragraph(said), plain("[to be written]", "missing"), table)
    document = docx.Document(io.BytesIO(paper_docx(Paper("T", "en", blocks, contents="Contents"))))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.font.strike] == ["was"]
    assert [run.text for run in runs if run.font.underline] == [" is"]
    marked = [p.text for p in document.paragraphs if p._p.xpath("./w:pPr/w:shd")]
    assert marked == ["[to be written]"]
    assert [[c.text for c in row.cells] for row in document.tables[0].rows] == [
        ["A", "B"], ["over both", "over both"], ["1", "2"],
    ]  # fmt: skip
    listed = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "toc 1"]
    assert "First" in "".join(document.element.xpath("//w:hyperlink//w:t/text()"))
    assert len(listed) == 1


@pytest.mark.parametrize("house", [False, True])
@pytest.mark.parametrize("lying", [False, True])
def test_pages_turn_where_they_are_to_and_tables_fit_them(tmp_path: Path, house: bool, lying: bool) -> None:
    template = tmp_path / "house.docx"
    docx.Document().save(str(template))
    table = Table((Column("А", 2), Column("Б")), (Row((cell("а"), cell("б"))),))
    blocks = (plain("до"), table, Turn(not lying), Heading(1, "Приложение"), table, Turn(lying), table)
    paper = Paper("T", "ru", blocks, landscape=lying)
    document = docx.Document(io.BytesIO(paper_docx(paper, template if house else None)))
    sections = list(document.sections)
    assert [s.page_width > s.page_height for s in sections] == [lying, not lying, lying]
    assert all(s.header.paragraphs for s in sections)
    for section, made in zip(sections, document.tables, strict=True):
        width = sum(column.width for column in made.columns)
        assert width <= section.page_width - section.left_margin - section.right_margin
