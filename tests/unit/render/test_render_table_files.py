"""The files of a comparison table: all four hold the same rows, and each is what its kind of file should be."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock

import redline
from redline.render import render_bytes
from redline.render.table.plain import plain_text
from redline.render.table.table import ComparisonTable, comparison_table
from redline.render.word.paragraphs import Line, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXAMPLE = Path(__file__).resolve().parents[3] / "fixtures" / "migration-2026.yaml"


@pytest.fixture(scope="module")
def example() -> redline.Amended:
    return redline.amend(redline.load_spec(EXAMPLE))


@pytest.fixture(scope="module")
def table(example: redline.Amended) -> ComparisonTable:
    return comparison_table(example)


def sides(table: ComparisonTable) -> Iterator[tuple[Line, ...]]:
    """Both wordings of every row, in order."""
    for act in table.acts:
        for row in act.rows:
            yield row.current
            yield row.proposed


def words(text: str) -> list[str]:
    """The words of a text; bars between the cells of a table of the Act are none."""
    return text.replace(" | ", " ").replace(" / ", " ").split()


def document(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def word_rows(data: bytes) -> list[list[etree._Element]]:
    """The cells of each row of the table of a Word document, header and rows of Acts left out."""
    rows = [row.findall(f"{W}tc") for row in document(data).find(f"{W}tbl").iterchildren(f"{W}tr")]
    return [cells for cells in rows[1:] if len(cells) > 1]


def text_of(element: etree._Element) -> str:
    """The words of a part of a Word document; paragraphs and breaks part words."""
    pieces = {f"{W}t": lambda e: e.text or "", f"{W}p": lambda e: " ", f"{W}br": lambda e: " "}
    return "".join(pieces[e.tag](e) for e in element.iter() if e.tag in pieces)


# --- Word ---


def test_the_word_file_has_the_rows_of_the_table(example: redline.Amended, table: ComparisonTable) -> None:
    cells = [text_of(cell) for row in word_rows(render_bytes(example, "table-docx")) for cell in row[2:4]]
    assert [words(cell) for cell in cells] == [words(plain_text(side)) for side in sides(table)]


def test_in_the_word_file_bold_is_what_differs_and_nothing_else(
    example: redline.Amended, table: ComparisonTable
) -> None:
    bold = [
        words(
            "".join(text_of(run) + " " for run in cell.iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None)
        )
        for row in word_rows(render_bytes(example, "table-docx"))
        for cell in row[2:4]
    ]
    assert bold == [words(" ".join(_changed(side))) for side in sides(table)]


def _changed(lines: tuple[Line, ...]) -> Iterator[str]:
    for line in lines:
        if isinstance(line, Table):
            for row in line.rows:
                for cell in row.cells:
                    yield from _changed(cell.lines)
        else:
            yield from (piece.run.text for piece in line.pieces if piece.operation is not None)


def test_the_word_file_lies_on_its_side_and_repeats_its_header(example: redline.Amended) -> None:
    body = document(render_bytes(example, "table-docx"))
    assert body.find(f"{W}sectPr/{W}pgSz").get(f"{W}orient") == "landscape"
    rows = list(body.find(f"{W}tbl").iterchildren(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows[:3]] == [True, False, False]
    merged = [row for row in rows if row.find(f"{W}tc/{W}tcPr/{W}gridSpan") is not None]
    assert [text_of(row).split(".")[0].strip() for row in merged] == ["1", "2", "3"]


def test_the_pages_of_the_word_file_say_which_draft_they_belong_to(example: redline.Amended) -> None:
    with zipfile.ZipFile(io.BytesIO(render_bytes(example, "table-docx"))) as package:
        headers = [package.read(name) for name in package.namelist() if name.startswith("word/header")]
    assert any(text_of(etree.fromstring(header)).endswith("draft of 2026-03-01") for header in headers)


def test_a_table_of_the_act_is_a_real_table_inside_a_cell(example: redline.Amended) -> None:
    inner = [
        cell.find(f"{W}tbl") for row in word_rows(render_bytes(example, "table-docx")) for cell in row[2:4]
    ]
    found = [one for one in inner if one is not None]
    assert len(found) >= 8
    for one in found:
        assert one.getnext().tag == f"{W}p" or one.getnext() is not None
        grid = len(one.find(f"{W}tblGrid"))
        for row in one.iterchildren(f"{W}tr"):
            spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iterchildren(f"{W}tc"))
            assert sum(int(span.get(f"{W}val")) if span is not None else 1 for span in spans) == grid


def test_colour_strikes_at_the_left_and_underlines_at_the_right(example: redline.Amended) -> None:
    rows = word_rows(render_bytes(example, "table-docx", options={"colour": True}))
    for column, (mark, other) in {2: ("strike", "u"), 3: ("u", "strike")}.items():
        cells = [row[column] for row in rows]
        coloured = [r for cell in cells for r in cell.iter(f"{W}rPr") if r.find(f"{W}color") is not None]
        assert len(coloured) > 100
        assert all(r.find(f"{W}{mark}") is not None and r.find(f"{W}b") is not None for r in coloured)
        assert all(r.find(f"{W}{other}") is None for r in coloured)
    assert not any(True for _ in document(render_bytes(example, "table-docx")).iter(f"{W}color"))


# --- HTML ---


def test_the_page_has_the_rows_of_the_table(example: redline.Amended, table: ComparisonTable) -> None:
    page = render_bytes(example, "table-html").decode("utf-8")
    rows = re.findall(r'<tr id="row-\d+">(.*?)</tr>(?=<tr|</tbody|\n)', page, re.DOTALL)
    assert len(rows) == sum(len(act.rows) for act in table.acts)
    cells = [
        words(
            unescape(
                re.sub(r"<(?!/?(?:b|i|sup|sub|u|s)>)[^>]*>", " ", cell).replace("<b>", "").replace("</b>", "")
            )
        )
        for cell in _html_sides(page)
    ]
    assert cells == [words(re.sub(r"\s+", " ", plain_text(side))) for side in sides(table)]


def _html_sides(page: str) -> Iterator[str]:
    root = etree.fromstring(page, etree.HTMLParser())
    for row in root.iter("tr"):
        if (row.get("id") or "").startswith("row-"):
            for cell in list(row)[2:4]:
                for mark in cell.iter("i", "sup", "sub", "u", "s"):
                    mark.tag = "b"
                yield etree.tostring(cell, encoding="unicode", with_tail=False)


def test_the_page_tells_a_reader_what_heads_what(example: redline.Amended) -> None:
    page = render_bytes(example, "table-html").decode("utf-8")
    assert page.count('<th scope="col">') == 5
    assert page.count('<th scope="rowgroup"') == 3
    assert page.count('<th scope="row"') == len(re.findall(r'<tr id="row-\d+">', page))
    assert "<caption>Comparative table</caption>" in page
    assert "<script" not in page


# --- Excel ---


def test_the_workbook_has_the_rows_of_the_table(example: redline.Amended, table: ComparisonTable) -> None:
    found: dict[str, tuple[list[str], list[str]]] = {}
    for cells in _sheet_rows(render_bytes(example, "table-xlsx")):
        current, proposed = found.setdefault(str(cells[1]), ([], []))
        current.append(str(cells[3] or ""))
        proposed.append(str(cells[4] or ""))
    got = [words("\n".join(parts)) for pair in found.values() for parts in pair]
    assert got == [words(plain_text(side)) for side in sides(table)]


def test_in_the_workbook_bold_is_what_differs(example: redline.Amended, table: ComparisonTable) -> None:
    bold: dict[str, list[str]] = {}
    for cells in _sheet_rows(render_bytes(example, "table-xlsx")):
        if isinstance(cells[4], CellRichText):
            blocks = (part for part in cells[4] if isinstance(part, TextBlock) and part.font.b)
            bold.setdefault(str(cells[1]), []).extend(part.text for part in blocks)
    of = {str(row.number): list(_changed(row.proposed)) for act in table.acts for row in act.rows}
    assert len(bold) > 50
    for number, said in bold.items():
        assert "".join("".join(said).split()) == "".join("".join(of[number]).split()), number


def _sheet_rows(data: bytes) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data), rich_text=True).worksheets[0]
    return list(sheet.iter_rows(min_row=5, values_only=True))


def test_the_workbook_can_be_filtered_and_printed_and_computes_nothing(example: redline.Amended) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render_bytes(example, "table-xlsx")))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[4]][:3] == ["Act", "No.", "Structural element"]
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == f"A4:F{sheet.max_row}"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.orientation == "landscape"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert all(cell.value is None for row in sheet.iter_rows() for cell in row if cell.data_type == "n")
    assert max(height.height or 0 for height in sheet.row_dimensions.values()) <= 409


# --- comma-separated values ---


def test_the_csv_has_the_rows_of_the_table(example: redline.Amended, table: ComparisonTable) -> None:
    data = render_bytes(example, "table-csv")
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    number = sum(len(act.rows) for act in table.acts)
    assert lines[0] == [
        "Act",
        "No.",
        "Structural element",
        "Current wording",
        "Proposed wording",
        "Rationale",
    ]
    rows = lines[1 : number + 1]
    assert [row[1] for row in rows] == [str(at) for at in range(1, number + 1)]
    assert [cell for row in rows for cell in row[3:5]] == [plain_text(side) for side in sides(table)]
    after = lines[number + 1 :]
    assert len(after) == len(table.waiting) + len(table.unshown) + len(table.effects)


@pytest.mark.parametrize("words_", ["=1+1", "@SUM(A1)", "-1", "+1"])
def test_nothing_of_a_law_or_a_spec_is_computed_by_a_spreadsheet(words_: str, tmp_path: Path) -> None:
    (tmp_path / "act.xml").write_text(
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/><body>'
        f"<p>{words_} is the sum.</p></body></act></akomaNtoso>",
        encoding="utf-8",
    )
    (tmp_path / "spec.yaml").write_text(
        f'redline: 1\nid: t\nacts: {{a: act.xml}}\namendments:\n  - act: a\n    because: "{words_}"\n'
        "    operations:\n      - {substitute: sum, with: total, times: all}\n",
        encoding="utf-8",
    )
    amended = redline.amend(redline.load_spec(tmp_path / "spec.yaml"))
    row = list(csv.reader(io.StringIO(render_bytes(amended, "table-csv").decode("utf-8-sig"))))[1]
    assert row[2:] == [f"'{words_} is the sum.", f"'{words_} is the total.", f"'{words_}"]
    book = openpyxl.load_workbook(io.BytesIO(render_bytes(amended, "table-xlsx")))
    cells = [cell for line in book.worksheets[0].iter_rows(min_row=5) for cell in line]
    assert [cell.value for cell in cells][2:] == [f"{words_} is the sum.", f"{words_} is the total.", words_]
    assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("renderer", ["table-html", "table-csv"])
def test_beside_the_amendment_stand_the_original_and_the_result(
    package: redline.Amended, renderer: str
) -> None:
    shown = render_bytes(package, renderer, options={"columns": "three"}).decode("utf-8-sig")
    heads = re.findall(
        "Original wording|Current wording|Amendment(?!s)|Resulting wording|Proposed wording", shown
    )
    assert heads[-3:] == ["Original wording", "Amendment", "Resulting wording"]
