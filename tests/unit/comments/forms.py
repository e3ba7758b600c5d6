"""A small dossier and its comment forms, filled in as a body would fill them in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml.ns import qn

from redline.commenting import write_forms
from redline.dossier import load_dossier

LAW = """Закон О миграции населения

Статья 1. Учет

1. Учет ведется.

2. Надзор есть.

Статья 2. Сроки

Срок – год.
"""
RULES = "Правила учета\n\nГлава 1. Заявление\n\n1. Заявление подается лично.\n\n2. Срок – месяц.\n\n3. Отказ пишется.\n"
DOSSIER = """dossier: 1
title: Review of the law on migration
jurisdiction: kz
language: ru
documents:
  law: {file: law.txt, title: О миграции населения}
  rules: {file: rules.txt, title: Правила учета}
"""
PARAGRAPH = "О миграции населения – пункт 2 статьи 1"
WHOLE = "Весь пакет документов"
Rows = Sequence[tuple[str, str, str]]
SAID = [
    (PARAGRAPH, "Надзор не описан.", "2. Надзор ведет прокуратура."),
    (WHOLE, "=1+1 нет обоснования\nвторая строка", ""),
    ("Правила учета – пункт 2", "", "2. Срок – два месяца."),
]


def told(path: Path) -> list[tuple[str, str, str, str, str]]:
    """The comments of a dossier: body, document, provision, comment, proposal."""
    comments = load_dossier(path).comments
    return [(c.body, c.document, c.address, c.comment, c.proposal) for c in comments]


EXPECTED = [
    ("Минюст", "law", "пункт 2 статьи 1", "Надзор не описан.", "2. Надзор ведет прокуратура."),
    ("Минюст", "", "", "=1+1 нет обоснования\nвторая строка", ""),
    ("Минюст", "rules", "пункт 2", "", "2. Срок – два месяца."),
]


def make_dossier(folder: Path) -> Path:
    """The dossier, with two documents in Russian."""
    (folder / "law.txt").write_text(LAW, encoding="utf-8")
    (folder / "rules.txt").write_text(RULES, encoding="utf-8")
    (folder / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    return folder / "dossier.yaml"


def filled_xlsx(
    folder: Path, body: str, rows: Rows, change: Callable[[Any], None] = lambda book: None
) -> Path:
    """The workbook, filled in; `change` is what else was done to it."""
    write_forms(folder / "dossier.yaml", folder / "forms", ["ru"])
    book = openpyxl.load_workbook(folder / "forms" / "comment-form.ru.xlsx")
    sheet = book.worksheets[0]
    sheet["C3"] = body
    for place, row in enumerate(rows, 6):
        for column, text in enumerate(row, 2):
            sheet.cell(place, column, text).data_type = "s"  # the cells are formatted as text
    change(book)
    path = folder / "returned.xlsx"
    book.save(path)
    return path


def filled_docx(folder: Path, body: str, rows: Rows) -> Path:
    """The Word document, filled in as Word does it: the content controls no longer show what they ask for."""
    write_forms(folder / "dossier.yaml", folder / "forms", ["ru"])
    document = docx.Document(str(folder / "forms" / "comment-form.ru.docx"))
    controls = list(document.element.body.iter(qn("w:sdt")))
    texts = [body, *(text for row in rows for text in row)]
    for control, text in zip(controls, texts, strict=False):
        if text:
            shown = control.find(qn("w:sdtPr")).find(qn("w:showingPlcHdr"))
            shown.getparent().remove(shown)
            next(control.iter(qn("w:t"))).text = text
    path = folder / "returned.docx"
    document.save(str(path))
    return path


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip of parts, as a hostile file may have them."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return held.getvalue()
