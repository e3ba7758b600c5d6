"""The comment form goes out, comes back, and ends in the summary of comments."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from redline.cli import main
from redline.commenting import import_comments, write_forms, write_summary
from redline.dossier import load_dossier
from redline.dossier.comments import as_written, with_comments
from redline.errors import DossierError, DossierErrors
from redline.importers import import_act, office_parts
from redline.model.dossier import Comment
from redline.model.source import Span
from tests.unit.comments.forms import (
    EXPECTED,
    PARAGRAPH,
    SAID,
    filled_docx,
    filled_xlsx,
    make_dossier,
    told,
    zipped,
)


@pytest.mark.parametrize("fill", [filled_xlsx, filled_docx])
def test_a_form_that_was_filled_in_is_read_as_it_was_meant(tmp_path: Path, fill: object) -> None:
    dossier = make_dossier(tmp_path)
    path = fill(tmp_path, "Минюст", SAID)  # type: ignore[operator]
    imported = import_comments(dossier, [path])
    assert imported.errors == ()
    assert told(dossier) == EXPECTED
    assert import_comments(dossier, [path]).added == (), "a form that is read twice adds nothing"
    assert told(dossier) == EXPECTED


def test_the_word_form_and_the_workbook_say_the_same_and_give_the_same_ids(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    first = import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", SAID)])
    second = import_comments(dossier, [filled_docx(tmp_path, "Минюст", SAID)])
    assert (len(first.added), len(second.added), second.known) == (3, 0, 3)


def test_the_forms_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    one, _ = write_forms(dossier, tmp_path / "one")
    two, _ = write_forms(dossier, tmp_path / "two")
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_the_provision_is_chosen_from_a_list_and_nothing_else_can_be_changed(
    tmp_path: Path, language: str
) -> None:
    write_forms(make_dossier(tmp_path), tmp_path, [language])
    book = openpyxl.load_workbook(tmp_path / f"comment-form.{language}.xlsx")
    sheet, listed = book.worksheets
    labels = [row[0] for row in listed.iter_rows(values_only=True)]
    assert any("пункт 2 статьи 1" in str(label) for label in labels)
    validation = sheet.data_validations.dataValidation[0]
    assert (validation.type, f"$A${len(labels)}" in validation.formula1) == ("list", True)
    assert sheet.protection.sheet
    assert not sheet["C6"].protection.locked
    assert sheet["C5"].protection.locked
    document = docx.Document(str(tmp_path / f"comment-form.{language}.docx"))
    assert document.element.body.xpath("count(.//w:dropDownList)") == 15


def test_columns_in_another_order_and_a_renamed_sheet_do_no_harm(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)

    def rearrange(book: openpyxl.Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.title = "Ответ"
        for row in range(5, 9):
            second, fourth = sheet.cell(row, 2).value, sheet.cell(row, 4).value
            sheet.cell(row, 2, fourth).data_type = "s"
            sheet.cell(row, 4, second).data_type = "s"

    assert import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", SAID, rearrange)]).errors == ()
    assert told(dossier) == EXPECTED


@pytest.mark.parametrize(
    ("row", "slug", "words"),
    [
        (("пункт 9 статьи 1", "Нет.", ""), "address-not-found", "row 7"),
        (("", "Нет.", ""), "form-incomplete", "row 7 names no provision"),
        ((PARAGRAPH, "", ""), "form-incomplete", "nothing is said of it"),
        (("Надзор не описан.", PARAGRAPH, ""), "form-columns-swapped", "column of the comment"),
        (("пункт 2", "Нет.", ""), "address-ambiguous", "may be of law or rules"),
        (("пункт 9 Правил учета", "Нет.", ""), "address-not-found", "row 7"),
    ],
)
def test_a_row_that_is_wrong_is_told_with_its_number_and_the_others_are_read(
    tmp_path: Path, row: tuple[str, str, str], slug: str, words: str
) -> None:
    dossier = make_dossier(tmp_path)
    rows = [SAID[0], row, ("", "", ""), SAID[1]]
    imported = import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", rows)])
    assert [error.slug for error in imported.errors] == [slug]
    assert words in imported.errors[0].message
    assert imported.errors[0].at == Span("returned.xlsx", 7, imported.errors[0].at.column)  # type: ignore[union-attr]
    assert told(dossier) == EXPECTED[:2]


@pytest.mark.parametrize(
    "typed",
    ["О миграции населения, п. 2 ст. 1", "law: art 1 para 2", "статья 1, пункт 2", "пункт 2 статьи 1"],
)
def test_a_provision_that_was_typed_and_not_chosen_is_understood(tmp_path: Path, typed: str) -> None:
    dossier = make_dossier(tmp_path)
    imported = import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", [(typed, *SAID[0][1:])])])
    assert imported.errors == ()
    assert told(dossier) == EXPECTED[:1]


def test_a_form_without_a_body_is_laid_at_nobodys_door(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    for fill in (filled_xlsx, filled_docx):
        imported = import_comments(dossier, [fill(tmp_path, "", SAID)])
        assert [error.slug for error in imported.errors] == ["form-incomplete"]
        assert "names no body" in imported.errors[0].message
    assert told(dossier) == []


ENTITIES = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("name", "data", "slug"),
    [
        ("empty.xlsx", b"", "form-unreadable"),
        ("empty.docx", b"", "form-unreadable"),
        ("text.docx", b"Hello", "form-unreadable"),
        ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1", "form-unreadable"),
        ("form.pdf", b"%PDF-1.7", "form-unreadable"),
        ("other.xlsx", zipped({"xl/notes.xml": b"<a/>"}), "form-unreadable"),
        ("entities.docx", zipped({"word/document.xml": ENTITIES}), "form-unreadable"),
        ("entities.xlsx", zipped({"xl/workbook.xml": ENTITIES}), "form-unreadable"),
        ("broken.docx", zipped({"word/document.xml": b"<a>"}), "form-unreadable"),
        ("nothing.docx", zipped({"word/document.xml": b"<a/>"}), "form-unknown"),
        ("missing.docx", None, "form-unreadable"),
    ],
)
def test_a_file_that_is_no_form_is_told_and_the_other_files_are_read(
    tmp_path: Path, name: str, data: bytes | None, slug: str
) -> None:
    dossier = make_dossier(tmp_path)
    if data is not None:
        (tmp_path / name).write_bytes(data)
    imported = import_comments(dossier, [tmp_path / name, filled_xlsx(tmp_path, "Минюст", SAID)])
    assert [error.slug for error in imported.errors] == [slug]
    assert name in imported.errors[0].message
    assert told(dossier) == EXPECTED


def test_a_file_that_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office_parts, "_LARGEST", 100_000)
    dossier = make_dossier(tmp_path)
    path = tmp_path / "bomb.docx"
    path.write_bytes(zipped({"word/document.xml": b"<a>" + b" " * 1_000_000 + b"</a>"}))
    assert [error.slug for error in import_comments(dossier, [path]).errors] == ["form-unreadable"]


def test_what_stands_in_the_file_of_comments_stays_as_it_is(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", SAID[:1])])
    kept = tmp_path / "comments.yaml"
    decided = kept.read_text("utf-8").replace("# decision: accepted", "decision: rejected  # voted 5:2")
    kept.write_text(decided, encoding="utf-8")
    import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", SAID)])
    assert kept.read_text("utf-8").startswith(decided)
    assert [c.decision for c in load_dossier(dossier).comments] == ["rejected", "", ""]


def test_where_comments_cannot_be_added_nothing_is_changed(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    text = "received:\n  C-1: {body: Минюст, comment: Нет.}\ncomments: 1\n"
    (tmp_path / "comments.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DossierError, match="comments-unwritable"):
        import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", SAID)])
    assert (tmp_path / "comments.yaml").read_text("utf-8") == text


def test_mistakes_in_the_file_of_comments_are_told_at_their_lines(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    text = "comments: 1\nreceived:\n  C-1: {body: A, document: lew}\n  C-2: {comment: B, decision: yes}\n"
    (tmp_path / "comments.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DossierErrors) as caught:
        load_dossier(dossier)
    said = {(error.at.line if error.at else 0, error.slug) for error in caught.value.errors}
    assert said == {(3, "document-unknown"), (4, "key-missing"), (4, "value-wrong")}


@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=40)), min_size=1, max_size=3))
def test_whatever_a_body_writes_is_kept_word_for_word(said: list[tuple[str, str]]) -> None:
    comments = [
        Comment(f"C-{place}", "A", Span("", 1, 1), "law", "art 1", as_written(one), as_written(two))
        for place, (one, two) in enumerate(said)
    ]
    text = with_comments(Path("no-such-file.yaml"), comments, ["law"])  # read once more before it is given
    assert text.count("\n  C-") == len(comments)


def test_the_summary_has_each_comment_with_its_decision_and_asks_for_what_is_missing(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", SAID)])
    kept = tmp_path / "comments.yaml"
    kept.write_text(kept.read_text("utf-8").replace("# decision: accepted", "decision: rejected", 1), "utf-8")
    files = write_summary(dossier, tmp_path / "papers")
    assert [path.name for path in files] == [f"summary-of-comments.ru.{e}" for e in ("docx", "xlsx", "html")]
    document = docx.Document(str(files[0]))
    rows = [[cell.text for cell in row.cells] for row in document.tables[1].rows]
    assert rows[0] == ["№", "Орган (организация)", "Структурный элемент", "Замечание",
                       "Предложение (предлагаемая редакция)", "Принято / отклонено", "Мотив"]  # fmt: skip
    assert ["2", "Минюст", "пункт 2 статьи 1", "Надзор не описан.", "2. Надзор ведет прокуратура.",
            "отклонено", "мотив подлежит указанию"] in rows  # fmt: skip
    assert "не рассмотрено" in rows[2]
    counts = [cell.text for cell in document.tables[0].rows[-1].cells]
    assert counts == ["Всего", "3", "0", "0", "1", "2"]
    assert "Надзор не описан." in files[2].read_text("utf-8")
    cells = [c.value for row in openpyxl.load_workbook(files[1]).worksheets[1] for c in row]
    assert "=1+1 нет обоснования\nвторая строка" in cells
    assert [path.read_bytes() for path in files] == [
        path.read_bytes() for path in write_summary(dossier, tmp_path / "again")
    ]


def test_the_three_commands_follow_one_another(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    rows = [SAID[0], ("пункт 9", "Нет.", "")]
    path = filled_xlsx(tmp_path, "Минюст", rows)

    def run(*words: object) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["comments", *map(str, words)], catch_exceptions=False)
        return result.exit_code, result.output

    code, said = run("form", dossier, "-o", tmp_path / "forms")
    assert (code, said.count("comment-form.ru")) == (0, 2)
    code, said = run("import", dossier, path)
    assert (code, "Минюст: law пункт 2 статьи 1" in said) == (1, True)
    assert "returned.xlsx:7:2: error[address-not-found]" in said
    code, said = run("summary", dossier, "-o", tmp_path, "--language", "kk")
    assert (code, "summary-of-comments.kk.docx" in said) == (0, True)


INSERTION = """redline: 1
id: draft
title: О внесении изменений
jurisdiction: kz
language: ru
date: 2026-03-01
commencement: 2026-07-01
acts: {law: law.xml}
amendments:
  - act: law
    operations:
      - insert: |
          Статья 1-1. Надзор

          Надзор ведет прокуратура.
        after: art 1
"""


def test_a_provision_that_only_the_draft_has_can_be_spoken_of(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    act = import_act(tmp_path / "law.txt", jurisdiction="kz", language="ru").act
    (tmp_path / "law.xml").write_bytes(act.to_bytes())
    (tmp_path / "draft.yaml").write_text(INSERTION, encoding="utf-8")
    text = dossier.read_text("utf-8").replace("law.txt", "law.xml") + "specs: draft.yaml\n"
    dossier.write_text(text, encoding="utf-8")
    label = "О миграции населения – статья 1-1. Надзор"
    imported = import_comments(dossier, [filled_xlsx(tmp_path, "Минюст", [(label, "Нет срока.", "")])])
    assert imported.errors == ()
    assert told(dossier) == [("Минюст", "law", "статья 1-1", "Нет срока.", "")]
    labels = openpyxl.load_workbook(tmp_path / "forms" / "comment-form.ru.xlsx").worksheets[1]
    assert label in [row[0] for row in labels.iter_rows(values_only=True)]


def test_where_the_package_cannot_be_applied_comments_on_the_law_are_still_read(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path)
    path = filled_xlsx(tmp_path, "Минюст", SAID)
    (tmp_path / "draft.yaml").write_text(INSERTION.replace("law.xml", "none.xml"), encoding="utf-8")
    dossier.write_text(dossier.read_text("utf-8") + "specs: draft.yaml\n", encoding="utf-8")
    imported = import_comments(dossier, [path])
    assert [error.slug for error in imported.errors] == ["file-not-found"]
    assert told(dossier) == EXPECTED
