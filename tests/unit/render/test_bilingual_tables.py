"""Comparison tables in two languages: nothing else than the table of each, side by side."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

import redline
from redline.build import build_package
from redline.errors import RenderError
from redline.render import render_bytes
from redline.render.table.bilingual import table_of, text_in
from redline.render.table.table import comparison_table

GOLDEN = Path(__file__).parents[2] / "golden"
CASES = (
    "two-languages-amended-together",
    "two-languages-worded-by-different-operations",
    "one-language-version-is-changed-alone",
)


@pytest.fixture(params=CASES)
def amended(request: pytest.FixtureRequest) -> redline.Amended:
    return redline.amend(redline.load_spec(GOLDEN / request.param / "spec.yaml"))


def test_every_row_of_either_table_stands_once_in_the_table_of_both(amended: redline.Amended) -> None:
    both = table_of(amended)
    for place, language in enumerate(("ru", "kk")):
        alone = comparison_table(amended.in_language(language))
        held = [row.versions[place][0] for act in both.acts for row in act.rows]
        assert [row for row in held if row is not None] == [row for act in alone.acts for row in act.rows]


def test_a_version_that_does_not_change_there_says_so() -> None:
    amended = redline.amend(redline.load_spec(GOLDEN / "one-language-version-is-changed-alone" / "spec.yaml"))
    row = next(
        row for act in table_of(amended).acts for row in act.rows if "2-баптың 3-тармағы" in row.elements
    )
    (said,) = text_in("current", row)
    assert "".join(piece.run.text for piece in said.pieces) == "Не изменяется"  # type: ignore[union-attr]


def test_the_columns_are_in_the_order_asked_for(amended: redline.Amended) -> None:
    options = {"bilingual": "kk,ru"}
    head = render_bytes(amended, "table-csv", options=options).decode("utf-8-sig").splitlines()[0]
    assert head == (
        "Акт,№,Құрылымдық элементі / Структурный элемент,Қолданыстағы редакция,Ұсынылатын редакция,"
        "Действующая редакция,Предлагаемая редакция,Негіздеме / Обоснование"
    )
    book = openpyxl.load_workbook(io.BytesIO(render_bytes(amended, "table-xlsx", options=options)))
    assert [cell.value for cell in book.worksheets[0][4]] == head.split(",")


def test_languages_that_the_package_has_not_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="which has ru, kk, and ru, en was asked for"):
        build_package(GOLDEN / CASES[0], tmp_path, only=("table",), options={"bilingual": "ru,en"})


def test_acts_without_a_second_version_have_no_table_in_two_languages(tmp_path: Path) -> None:
    case = GOLDEN / "new-articles-of-a-kazakh-act"
    with pytest.raises(RenderError, match="which has kk, and ru, kk was asked for"):
        build_package(case, tmp_path, only=("table",), options={"bilingual": "ru,kk"})


def test_build_writes_the_table_of_both_beside_the_table_of_each(tmp_path: Path) -> None:
    built = build_package(
        GOLDEN / CASES[0], tmp_path, only=("table",), formats=("csv",), options={"bilingual": "ru,kk"}
    )
    assert [file.path.name.removeprefix(CASES[0]) for file in built.files] == [
        ".table.ru.csv",
        ".table.kk.csv",
        ".table.ru-kk.csv",
    ]
