"""The legal matrix says what the Acts order, beside what the reviewers say of it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from redline.matrices import write_matrix
from redline.reviewing import Checked, check_dossier

LAW = """Статья 1. Учет

1. Уполномоченный орган обязан принять решение в течение десяти рабочих дней в порядке, определяемом Правительством.

2. Иностранец вправе обжаловать решение, указанное в пункте 1 настоящей статьи.

Статья 2. Срок

Срок учета устанавливается статьей 7 настоящего Закона.
"""
DOSSIER = """dossier: 1
title: Обзор
jurisdiction: kz
language: ru
documents:
  law: {file: {ru: law.txt}, title: {ru: О миграции}, number: 477-IV, level: law, status: draft}
annotations:
  - {document: law, at: пункт 2 статьи 1, comment: Срок обжалования не установлен., risk: high}
goals:
  G1: {text: Один реестр, implemented-by: law статья 2}
findings:
  H-1: {text: Форма не опубликована, document: law, at: статья 2}
"""
Sheets = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    folder = tmp_path_factory.mktemp("dossier")
    (folder / "law.txt").write_text(LAW, encoding="utf-8")
    (folder / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    return check_dossier(folder)


@pytest.fixture(scope="module")
def folder(checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("matrix")
    write_matrix(checked, out)
    return out


def _sheets(path: Path) -> Sheets:
    book = openpyxl.load_workbook(path)
    found: Sheets = {}
    for sheet in book:
        _, heads, *rows = ([str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True))
        found[sheet.title] = [dict(zip(heads, row, strict=True)) for row in rows]
    return found


def test_a_provision_has_its_body_duty_deadline_and_delegation(folder: Path) -> None:
    row = _sheets(folder / "matrix.xlsx")["Нормы"][0]
    assert row["Структурный элемент"] == "пункт 1 статьи 1"
    assert row["Компетентный орган"].startswith("Уполномоченный орган")
    assert row["Обязанность, право, запрет"] == "обязанность"
    assert row["Срок"] == "в течение десяти рабочих дней"
    assert row["Отсылка к акту органа"] == "Правительством"
    assert row["Ссылаются"] == "пункт 2 статьи 1"


def test_what_reviewers_say_stands_at_its_provision(checked: Checked, folder: Path) -> None:
    rows = {row["Структурный элемент"]: row for row in _sheets(folder / "matrix.xlsx")["Нормы"]}
    assert rows["пункт 2 статьи 1"]["Аннотация"] == "Срок обжалования не установлен."
    assert rows["пункт 2 статьи 1"]["Риск"] == "высокий"
    assert rows["статья 2"]["Цель"] == "G1"
    ids = {judged.finding.id for judged in checked.findings}
    assert set(rows["статья 2"]["Несоответствия"].split("; ")) == ids
    assert "H-1" in ids


def test_heads_tell_the_reviewers_columns_from_what_was_read(folder: Path) -> None:
    sheet = openpyxl.load_workbook(folder / "matrix.xlsx")["Нормы"]
    colours = {cell.value: cell.fill.fgColor.rgb for cell in sheet[2]}
    assert colours["Аннотация"] == colours["Риск"] != colours["Срок"] == colours["Компетентный орган"]
    assert sheet.freeze_panes == "C3"
    assert sheet.auto_filter.ref.startswith("A2:")


def test_a_reference_is_told_with_what_it_leads_to(folder: Path) -> None:
    rows = _sheets(folder / "matrix.xlsx")["Ссылки"]
    assert [(row["Ссылка"], row["Элемент, на который ссылка"], row["Результат"]) for row in rows] == [
        ("пункте 1", "пункт 1 статьи 1", "есть"),
        ("статьей 7", "", "нет"),
    ]


def test_the_document_and_the_page_hold_the_same_provisions(folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO((folder / "matrix.docx").read_bytes())) as document:
        words = re.sub(r"<[^>]+>", " ", document.read("word/document.xml").decode("utf-8"))
    page = (folder / "matrix.html").read_text(encoding="utf-8")
    for text in ("пункт 1 статьи 1", "Срок обжалования не установлен.", "Форма не опубликована", "проект"):
        assert text in words
        assert text in page


def test_the_same_dossier_gives_the_same_bytes(checked: Checked, folder: Path, tmp_path: Path) -> None:
    write_matrix(checked, tmp_path)
    for name in ("matrix.xlsx", "matrix.docx", "matrix.html"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()
