"""Comment forms as bodies send them back when they did not do as they were asked."""

from __future__ import annotations

import copy
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from redline.commenting import import_comments, write_forms
from tests.unit.comments.forms import (
    EXPECTED,
    PARAGRAPH,
    SAID,
    filled_docx,
    filled_xlsx,
    make_dossier,
    told,
)


def _add_column(book: openpyxl.Workbook) -> None:
    book.worksheets[0]["E5"], book.worksheets[0]["E7"] = "Обоснование", "Так решено."


def test_words_in_a_column_of_ones_own_are_not_passed_over(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    imported = import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", SAID, _add_column)])
    assert [(e.slug, "“Так решено.”" in e.message) for e in imported.errors] == [("form-beside", True)]
    assert told(dossier) == [EXPECTED[0], EXPECTED[2]]


def _merge(book: openpyxl.Workbook) -> None:
    book.worksheets[0].merge_cells("B6:B7")


def test_a_provision_in_a_cell_over_two_rows_is_that_of_both(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    rows = [SAID[0], ("", "Нет срока.", ""), ("", "", "")]
    imported = import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", rows, _merge)])
    assert imported.errors == ()
    assert [one[:4] for one in told(dossier)] == [EXPECTED[0][:4], (*EXPECTED[0][:3], "Нет срока.")]


def test_a_cell_over_two_rows_of_which_one_is_empty_is_one_comment(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    imported = import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", [SAID[0]], _merge)])
    assert imported.errors == ()
    assert told(dossier) == EXPECTED[:1]


def test_cells_of_a_word_table_joined_downwards_are_read_the_same(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    path = filled_docx(tmp_path, "Минюст", [SAID[0], ("", "Нет срока.", "")])
    document = docx.Document(str(path))
    rows = document.tables[1]._tbl.tr_lst[1:3]
    for row, kind in zip(rows, ("restart", "continue"), strict=True):
        cell = row.xpath("w:tc")[1]
        cell.tcPr.append(OxmlElement("w:vMerge", {qn("w:val"): kind}))
    document.save(str(path))
    assert import_comments(dossier, [path]).errors == ()
    assert [one[:4] for one in told(dossier)] == [EXPECTED[0][:4], (*EXPECTED[0][:3], "Нет срока.")]


@pytest.mark.parametrize(
    "typed",
    [
        f"{PARAGRAPH}\n{PARAGRAPH.replace('2', '1')}",
        "О миграции населения – пункт 1 статьи 1, пункт 2 статьи 1",
        "статьи 1 и 2 Закона «О миграции населения»",
        "law art 1 and rules",
    ],
)
def test_a_row_for_two_provisions_is_asked_to_be_two_rows(tmp_path: Path, typed: str) -> None:
    dossier = make_dossier(tmp_path)
    imported = import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", [(typed, "Нет.", ""), SAID[0]])])
    assert [error.slug for error in imported.errors] == ["form-several-provisions"]
    assert told(dossier) == EXPECTED[:1]


def test_rows_that_a_body_has_added_are_read(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    rows = [("", "", "")] * 70 + [SAID[0]]
    assert import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", rows)]).errors == ()
    assert told(dossier) == EXPECTED[:1]


def test_what_was_struck_with_changes_tracked_is_no_comment(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    path = filled_docx(tmp_path, "Минюст", [SAID[0]])
    document = docx.Document(str(path))
    text = next(t for t in document.element.body.iter(qn("w:t")) if t.text == SAID[0][1])
    run = text.getparent()
    struck, put_in = copy.deepcopy(run), copy.deepcopy(run)
    for text in struck.iter(qn("w:t")):
        text.tag, text.text = qn("w:delText"), "Старое."
    for name, each in (("w:del", struck), ("w:ins", put_in)):
        mark = OxmlElement(name)
        mark.append(each)
        run.addprevious(mark)
    run.getparent().remove(run)
    document.save(str(path))
    assert import_comments(dossier, [path]).errors == ()
    assert told(dossier) == EXPECTED[:1]


def test_what_stands_beside_the_table_is_told_and_not_lost_in_silence(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    word = filled_docx(tmp_path, "Минюст", SAID[:1])
    document = docx.Document(str(word))
    document.add_paragraph("Проект в целом не поддерживаем.")
    document.add_comment(document.paragraphs[0].runs[0], "И здесь замечание", "Иванов")
    document.save(str(word))

    def note(book: openpyxl.Workbook) -> None:
        book.worksheets[0]["C4"] = "Общее замечание: нет срока."
        book.create_sheet("Прочее")["A1"] = "Еще замечания"

    imported = import_comments(dossier, [word, filled_xlsx(tmp_path, "Минюст", SAID[:1], note)])
    assert imported.errors == ()
    said = "\n".join(imported.remarks)
    assert len(imported.remarks) == 4, said
    for words in ("не поддерживаем", "1 remark", "Общее замечание", "Еще замечания"):
        assert words in said


def test_a_form_as_it_was_sent_out_is_passed_over_in_silence(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    files, _ = write_forms(dossier, tmp_path / "forms", ["en", "ru", "kk"])
    imported = import_comments(dossier, files)
    assert (imported.added, imported.errors, imported.remarks) == ((), (), ())


@pytest.mark.parametrize("language", ["en", "kk"])
def test_a_form_in_another_language_than_the_documents_is_read(tmp_path: Path, language: str) -> None:
    dossier = make_dossier(tmp_path)
    write_forms(dossier, tmp_path / "forms", [language])
    path = tmp_path / "forms" / f"comment-form.{language}.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet["C3"], sheet["B6"], sheet["C6"] = "Минюст", book.worksheets[1]["A1"].value, "Нет срока."
    book.save(path)
    assert import_comments(dossier, [path]).errors == ()
    assert told(dossier) == [("Минюст", "", "", "Нет срока.", "")]


def test_a_deleted_column_is_named(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    path = filled_xlsx(tmp_path, "Минюст", SAID, lambda book: book.worksheets[0].delete_cols(4))
    (error,) = import_comments(dossier, [path]).errors
    assert (error.slug, "no column is called Proposal" in error.message) == ("form-unknown", True)


ODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>Снято.</text:p></text:deletion>
</text:changed-region></text:tracked-changes>
<text:p>Звоните нам.</text:p>
<table:table><table:table-row><table:table-cell><text:p>Орган (организация)</text:p></table:table-cell>
<table:table-cell><text:p>Минюст</text:p></table:table-cell></table:table-row></table:table>
<table:table><table:table-header-rows><table:table-row>TITLES</table:table-row></table:table-header-rows>
<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell>
<table:table-cell table:number-rows-spanned="2"><text:p>О миграции населения – <text:span>пункт 2</text:span>
 статьи 1</text:p></table:table-cell>
<table:table-cell><text:p>Надзор не<text:s/>описан.<office:annotation><text:p>так?</text:p></office:annotation>
</text:p></table:table-cell><table:table-cell/></table:table-row>
<table:table-row><table:table-cell><text:p>2</text:p></table:table-cell><table:covered-table-cell/>
<table:table-cell><text:p>Нет срока.</text:p></table:table-cell><table:table-cell/></table:table-row>
<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="4"/>
</table:table-row></table:table></office:text></office:body></office:document-content>
"""


def _odt(folder: Path) -> Path:
    """A form saved as .odt, with a provision over two rows, a remark and a deletion."""
    titles = ("№", "Структурный элемент", "Замечание", "Предложение (предлагаемая редакция)")
    cells = "".join(f"<table:table-cell><text:p>{t}</text:p></table:table-cell>" for t in titles)
    path = folder / "returned.odt"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", ODT.replace("TITLES", cells))
    return path


def test_a_form_saved_in_libreoffice_is_read_as_it_was_filled_in(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    imported = import_comments(dossier, [_odt(tmp_path)])
    assert imported.errors == ()
    assert [one[:4] for one in told(dossier)] == [EXPECTED[0][:4], (*EXPECTED[0][:3], "Нет срока.")]
    assert [c.form for c in imported.added] == ["returned.odt, row 1", "returned.odt, row 2"]
    margin, beside = imported.remarks
    assert "margin" in margin
    assert "Звоните нам." in beside


def test_a_form_that_says_of_its_cells_that_they_are_there_a_million_times_is_refused(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    row = (
        '<table:table-row table:number-rows-repeated="50"><table:table-cell table:number-columns-repeated="50" '
        'table:number-rows-spanned="99999999"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    path = _odt(tmp_path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("content.xml", ODT.replace("<table:table-row>TITLES</table:table-row>", row * 500))
    (error,) = import_comments(dossier, [path]).errors
    assert (error.slug, "more than 500000 cells" in error.message) == ("form-unreadable", True)


def test_a_form_in_a_format_that_is_not_read_says_how_to_save_it(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    for name in ("old.doc", "rich.rtf"):
        (tmp_path / name).write_bytes(b"{\\rtf1 }")
    imported = import_comments(dossier, [tmp_path / "old.doc", tmp_path / "rich.rtf"])
    assert [(error.slug, "save it as .docx" in error.do) for error in imported.errors] == [
        ("form-unreadable", True)
    ] * 2
    (tmp_path / "no.odt").write_bytes(b"")
    (error,) = import_comments(dossier, [tmp_path / "no.odt"]).errors
    assert (error.slug, "is empty" in error.message) == ("form-unreadable", True)
