"""The concordance table: what of one document another covers, by the reviewers or by a guess that says so."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from docx import Document

from redline.cli import main
from redline.errors import DossierError
from redline.review.concordance import concordance_of
from redline.review.matrix import Cells
from tests.unit.checks.reviewing_texts import review_of

LAW = """Закон О квоте

Статья 1. Квота

1. Квота устанавливается Правительством ежегодно по представлению уполномоченного органа.

2. Неиспользованная часть квоты региона на следующий календарный год не переносится.

3. Решение о выделении квоты принимается в течение десяти рабочих дней со дня подачи заявки.

4. Учет беженцев ведется территориальными органами внутренних дел.
"""
RULES = """Приказ Об утверждении Правил

1. Квота устанавливается Правительством ежегодно по представлению уполномоченного органа.

2. Неиспользованная часть квоты региона на следующий календарный год переносится.

3. Решение о выделении квоты принимается в течение двадцати рабочих дней со дня подачи заявки.

4. Перечень регионов опубликован на сайте министерства.
"""


KAZAKH = """Қағидаларды бекіту туралы бұйрық

1-бап. Квота

1. Квотаны Үкімет жыл сайын уәкілетті органның ұсынуы бойынша белгілейді.

2. Өңір квотасының пайдаланылмаған бөлігі келесі күнтізбелік жылға ауыстырылмайды.
"""


def rows(folder: Path, judged: str = "", rules: str = RULES) -> dict[str, Cells]:
    review = review_of(folder, {"law.ru": LAW, "rules.ru": rules}, judged)
    views, errors = concordance_of(review, "law", "rules", "en")
    assert errors == ()
    return {row[0]: row for row in views[0].rows}


def test_what_another_document_says_in_the_same_words_is_covered_in_full_and_called_a_guess(
    tmp_path: Path,
) -> None:
    row = rows(tmp_path)["пункт 1 статьи 1"]
    assert (row[2], row[4], row[5]) == ("пункт 1", "full", "redline (a guess)")


@pytest.mark.parametrize("provision", ["пункт 2 статьи 1", "пункт 3 статьи 1"])
def test_the_same_words_with_a_denial_or_another_time_are_never_covered_in_full(
    tmp_path: Path, provision: str
) -> None:
    row = rows(tmp_path)[provision]
    assert row[4] == "partial"
    assert "a denial, time or number differs" in row[6]


def test_what_has_nothing_in_common_is_covered_by_nothing(tmp_path: Path) -> None:
    row = rows(tmp_path)["пункт 4 статьи 1"]
    assert row[2:5] == ("", "", "none")


def test_what_cites_the_provision_answers_to_it(tmp_path: Path) -> None:
    citing = RULES.replace(
        "4. Перечень регионов", "4. По пункту 4 статьи 1 Закона «О квоте» перечень регионов"
    )
    row = rows(tmp_path, rules=citing)["пункт 4 статьи 1"]
    assert (row[2], row[4], row[6]) == ("пункт 4", "partial", "one cites the other")


def test_the_reviewers_judgement_wins_and_is_marked_apart(tmp_path: Path) -> None:
    judged = (
        "concordance:\n  - {from: law, at: пункт 1 статьи 1, to: rules, coverage: none, comment: Не то}\n"
        "  - {from: rules, at: пункт 1, to: law, coverage: not-relevant}\n"
    )
    row = rows(tmp_path, judged)["пункт 1 статьи 1"]
    assert row[2:] == ("", "", "none", "reviewer", "", "Не то")


def test_a_judgement_of_an_article_holds_for_its_paragraphs(tmp_path: Path) -> None:
    judged = "concordance:\n  - {from: law, at: статья 1, to: rules, in: [пункт 4], coverage: partial}\n"
    found = rows(tmp_path, judged)
    assert {(row[2], row[4], row[5]) for row in found.values()} == {("пункт 4", "partial", "reviewer")}


def test_a_judgement_of_what_is_not_there_is_an_error_with_the_nearest_and_the_table_is_made(
    tmp_path: Path,
) -> None:
    judged = "concordance:\n  - {from: law, at: пункт 9 статьи 1, to: rules, coverage: full}\n"
    review = review_of(tmp_path, {"law.ru": LAW, "rules.ru": RULES}, judged)
    views, (error,) = concordance_of(review, "law", "rules", "ru")
    assert error.slug == "address-not-found"
    assert "пункт 1 статьи 1" in error.do
    assert error.at is not None
    assert error.at.line == 9
    assert len(views[0].rows) == 4


def test_what_of_the_other_document_answers_to_nothing_is_listed(tmp_path: Path) -> None:
    review = review_of(tmp_path, {"law.ru": LAW, "rules.ru": RULES})
    views, _ = concordance_of(review, "law", "rules", "ru")
    assert [row[0] for row in views[2].rows] == ["пункт 4"]


def test_every_provision_is_counted_once_in_the_totals(tmp_path: Path) -> None:
    judged = "concordance:\n  - {from: law, at: пункт 1 статьи 1, to: rules, coverage: full}\n"
    review = review_of(tmp_path, {"law.ru": LAW, "rules.ru": RULES}, judged)
    views, _ = concordance_of(review, "law", "rules", "en")
    assert views[1].rows == (("full", "1", "0"), ("partial", "0", "2"), ("none", "0", "1"))


def test_documents_without_a_common_language_cannot_be_compared(tmp_path: Path) -> None:
    review = review_of(tmp_path, {"law.ru": LAW, "rules.kk": KAZAKH})
    with pytest.raises(DossierError) as caught:
        concordance_of(review, "law", "rules", "ru")
    assert caught.value.slug == "language-missing"


def test_the_table_is_written_as_workbook_document_and_page(tmp_path: Path) -> None:
    review_of(tmp_path, {"law.ru": LAW, "rules.ru": RULES})
    words = ["matrix", tmp_path, "--concordance", "law", "rules", "-o", tmp_path / "out", "--language", "ru"]
    run = CliRunner().invoke(main, [str(word) for word in words])
    assert run.exit_code == 0, run.output
    base = tmp_path / "out" / "concordance-law-rules"
    book = openpyxl.load_workbook(io.BytesIO(base.with_suffix(".xlsx").read_bytes()))
    assert book.sheetnames == ["Таблица соответствия", "Итоги", "Без соответствия"]
    assert "предположение" in book.worksheets[0]["A1"].value
    tables = Document(str(base.with_suffix(".docx"))).tables
    assert tables[0].cell(1, 4).text == "полный"
    assert "redline (предположение)" in base.with_suffix(".html").read_text(encoding="utf-8")


def test_a_document_that_the_dossier_has_not_is_told_with_those_it_has(tmp_path: Path) -> None:
    review_of(tmp_path, {"law.ru": LAW, "rules.ru": RULES})
    run = CliRunner().invoke(
        main, ["matrix", str(tmp_path), "--concordance", "law", "rule", "-o", str(tmp_path / "out")]
    )
    assert run.exit_code == 1
    assert "the documents are law, rules" in run.output
