"""`redline import` of Word documents: numbers that Word writes, tables, footnotes, what is left out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

import redline
from redline.errors import ImportFailure
from redline.importers import Imported, import_act
from redline.importers.word_numbers import written
from redline.model.outline import Division
from redline.render.docx import render_docx
from redline.render.text import render_text

ACTS = ("migration", "labour", "register-rules")


def imported(data: bytes, folder: Path, *, language: str = "en") -> Imported:
    (folder / "law.docx").write_bytes(data)
    return import_act(folder / "law.docx", jurisdiction="kz", language=language)


def saved(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def words(division: Division) -> list[str]:
    return [paragraph.text for paragraph in (*division.intro, *division.wrap)]


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_redline_wrote_as_a_word_document_comes_back(
    name: str, fixtures: Path, tmp_path: Path
) -> None:
    act = redline.load_act(fixtures / "acts" / f"{name}.xml")
    again = imported(render_docx(act), tmp_path).act
    kept = (
        "{*}article",
        "{*}paragraph",
        "{*}point",
        "{*}chapter",
        "{*}attachment",
        "{*}table",
        "{*}authorialNote",
    )
    numbers = [
        [(unit.tag, "".join(unit.find("{*}num").itertext()) if unit.find("{*}num") is not None else "")
         for unit in each.root.iter(*kept)]
        for each in (act, again)
    ]  # fmt: skip
    assert numbers[0] == numbers[1]
    law, law_again = (render_text(each).decode("utf-8") for each in (act, again))
    assert set(law.split()) - set(law_again.split()) <= {"---"}


def test_numbers_that_word_writes_by_itself_are_words_of_the_law(tmp_path: Path) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.append(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2)"/></w:lvl>'
            "</w:abstractNum>"
        )
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    document.add_paragraph("Article 1. Rights")
    for level, text in (
        (0, "The settler has:"),
        (1, "housing;"),
        (1, "an allowance."),
        (0, "No more."),
        (1, "x."),
    ):
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        )
    (article,) = imported(saved(document), tmp_path).outline.body
    assert [each.printed for each in article.walk()] == ["Article 1.", "1.", "1)", "2)", "2.", "1)"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (3, "decimal", "3"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (4, "russianLower", "г"),
        (14, "lowerRoman", "xiv"),
        (9, "upperRoman", "IX"),
    ],
)
def test_numbers_are_written_as_word_writes_them(number: int, form: str, text: str) -> None:
    assert written(number, form) == text


def test_tracked_changes_are_read_as_accepted_and_said(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Rights")
    paragraph = document.add_paragraph("1. The settler ")
    paragraph._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="a"><w:r><w:t>has rights.</w:t></w:r></w:ins>')
    )
    paragraph._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="2" w:author="a"><w:r><w:delText>had none.</w:delText></w:r></w:del>'
        )
    )
    found = imported(saved(document), tmp_path)
    assert words(found.outline.body[0].children[0]) == ["The settler has rights."]
    assert "2 tracked changes, read as accepted" in found.report.decisions


def test_paragraphs_whose_break_a_tracked_change_takes_away_are_one(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Rights")
    first = document.add_paragraph("1. The settler ")
    first._p.get_or_add_pPr().append(deleted_break())
    document.add_paragraph("has rights.")
    found = imported(saved(document), tmp_path)
    assert words(found.outline.body[0].children[0]) == ["The settler has rights."]


def deleted_break() -> docx.oxml.xmlchemy.BaseOxmlElement:
    return parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="a"/></w:rPr>')


def test_words_whose_break_is_deleted_before_a_table_stay_before_it(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Rates")
    document.add_paragraph("1. The rates are:")._p.get_or_add_pPr().append(deleted_break())
    table = document.add_table(2, 2)
    for place, text in enumerate(("a", "1", "b", "2")):
        table.cell(place // 2, place % 2).text = text
    document.add_paragraph("They are paid monthly.")
    text = render_text(imported(saved(document), tmp_path).act).decode("utf-8")
    assert text.index("The rates are:") < text.index("| a") < text.index("They are paid monthly.")


def test_words_whose_break_is_deleted_go_on_in_a_content_control(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Rights")
    first = document.add_paragraph("1. The settler ")
    first._p.get_or_add_pPr().append(deleted_break())
    first._p.addnext(
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>has rights.</w:t></w:r></w:p></w:sdtContent>"
            "</w:sdt>"
        )
    )
    found = imported(saved(document), tmp_path)
    assert words(found.outline.body[0].children[0]) == ["The settler has rights."]


def test_comments_of_readers_are_counted_and_said(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Rights")
    paragraph = document.add_paragraph("1. The settler has rights.")
    paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:commentReference w:id="0"/></w:r>'))
    decisions = imported(saved(document), tmp_path).report.decisions
    assert any("1 comment" in decision and "left out" in decision for decision in decisions)


def test_raised_letters_stay_raised(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Area")
    paragraph = document.add_paragraph("1. A dwelling has 15 m")
    paragraph.add_run("2").font.superscript = True
    act = imported(saved(document), tmp_path).act
    (raised,) = act.root.iter("{*}sup")
    assert raised.text == "2"


def test_merged_cells_of_a_table_reach_over_columns_and_rows(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Rates")
    table = document.add_table(3, 4)
    for place, text in enumerate(("a | b", "", "c", "d", "", "", "1", "2", "3", "4", "5", "6")):
        table.cell(place // 4, place % 4).text = text
    table.cell(0, 0).merge(table.cell(1, 1))
    table.cell(0, 2).merge(table.cell(0, 3))
    found = imported(saved(document), tmp_path)
    rows = [
        [("".join(cell.itertext()).strip(), cell.get("colspan"), cell.get("rowspan")) for cell in row]
        for row in found.act.root.iter("{*}tr")
    ]
    assert rows == [
        [("a | b", "2", "2"), ("c d", "2", None)],
        [("1", None, None), ("2", None, None)],
        [("3", None, None), ("4", None, None), ("5", None, None), ("6", None, None)],
    ]


def cells_of(act: redline.Act) -> list[list[tuple[str, str | None]]]:
    return [
        [("".join(cell.itertext()).strip(), cell.get("rowspan")) for cell in row]
        for row in act.root.iter("{*}tr")
    ]


def test_a_cell_that_goes_on_from_above_with_nothing_above_is_empty(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Rates")
    table = document.add_table(2, 2)
    for place, text in enumerate(("", "a", "1", "b")):
        table.cell(place // 2, place % 2).text = text
    table.cell(0, 0)._tc.get_or_add_tcPr().append(parse_xml(f"<w:vMerge {nsdecls('w')}/>"))
    assert cells_of(imported(saved(document), tmp_path).act) == [
        [("", None), ("a", None)],
        [("1", None), ("b", None)],
    ]


def test_an_empty_cell_that_reaches_down_leaves_the_one_above_it_alone(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Rates")
    table = document.add_table(3, 2)
    for place, text in enumerate(("a", "b", "", "", "", "c")):
        table.cell(place // 2, place % 2).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    assert cells_of(imported(saved(document), tmp_path).act) == [
        [("a", None), ("b", None)],
        [("", "2"), ("", None)],
        [("c", None)],
    ]


def test_hidden_words_are_left_out_and_said(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Rights")
    paragraph = document.add_paragraph("1. The settler has rights.")
    paragraph.add_run(" Draft of Monday.").font.hidden = True
    found = imported(saved(document), tmp_path)
    assert words(found.outline.body[0].children[0]) == ["The settler has rights."]
    assert "1 hidden words, left out" in found.report.decisions


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(f"word/{name}.xml", data)
    return file.getvalue()


BOMB = (
    b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:t>&b;</w:t></w:document>'
)


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 encrypted",
        b"plain text under another name",
        b"PK\x03\x04 cut off",
        zipped(styles=b"<x/>"),
        zipped(document=b"<broken"),
        zipped(document=BOMB),
        zipped(document=b" " * 200_000_001),
    ],
    ids=["encrypted", "text", "cut off", "no document", "broken", "entities", "bomb"],
)
def test_what_is_no_sound_word_document_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(ImportFailure) as caught:
        imported(data, tmp_path)
    assert caught.value.slug == "import-unreadable"
    assert caught.value.do


def test_a_text_box_in_a_cell_is_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Rates")
    document.add_paragraph("1. The rates:")
    paragraph = document.add_table(1, 1).cell(0, 0).paragraphs[0]
    paragraph.add_run("in the cell")
    box = "<w:txbxContent><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:pict>{box}</w:pict></w:r>"))
    text = render_text(imported(saved(document), tmp_path).act).decode("utf-8")
    assert text.count("in the cell") == text.count("in the box") == 1


def test_words_in_a_place_that_is_not_known_are_never_dropped_silently(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Rights")
    paragraph = document.add_paragraph("1. The settler.")
    paragraph._p.append(parse_xml(f"<w:sectPr {nsdecls('w')}><w:r><w:t>strange</w:t></w:r></w:sectPr>"))
    with pytest.raises(ImportFailure) as caught:
        imported(saved(document), tmp_path)
    assert caught.value.slug == "import-lost-words"


def test_a_row_that_is_repeated_on_each_page_is_the_head_of_its_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Article 1. Periods")
    document.add_paragraph("1. The periods are:")
    table = document.add_table(rows=2, cols=1)
    for row, words_of_it in zip(table.rows, ("Period", "1 year"), strict=True):
        row.cells[0].text = words_of_it
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    document.add_paragraph("2. Nothing else.")
    found = imported(saved(document), tmp_path)
    cells = [
        (c.tag.rpartition("}")[2], "".join(c.itertext()).strip())
        for c in found.act.root.iter("{*}th", "{*}td")
    ]
    assert cells == [("th", "Period"), ("td", "1 year")]
    assert [each.printed for each in found.outline.body[0].children] == ["1.", "2."]


def test_a_paragraph_that_a_tracked_change_deletes_is_not_counted(tmp_path: Path) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.append(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        )
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    document.add_paragraph("Article 1. Rights")
    listed = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'
    document.add_paragraph("First.")._p.get_or_add_pPr().append(parse_xml(listed))
    deleted = document.add_paragraph()._p
    deleted.get_or_add_pPr().append(parse_xml(listed))
    deleted.pPr.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="a"/></w:rPr>'))
    deleted.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="2" w:author="a"><w:r><w:delText>Gone.</w:delText></w:r></w:del>'
        )
    )
    document.add_paragraph("Second.")._p.get_or_add_pPr().append(parse_xml(listed))
    (article,) = imported(saved(document), tmp_path).outline.body
    assert [(each.printed, words(each)) for each in article.children] == [
        ("1.", ["First."]),
        ("2.", ["Second."]),
    ]
