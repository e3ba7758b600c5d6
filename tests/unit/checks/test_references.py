"""References that lead nowhere are found, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.checks.reviewing_texts import found_by, review_of

LAW = """Закон О миграции населения

Статья 1. Учет

1. Учет ведется в порядке, установленном статьей 2 настоящего Закона.

2. Отказ допускается в случаях, указанных в {cited}.

Статья 2. Порядок учета

1. Порядок утверждается Правительством:

1) по заявлениям;

2) по запросам.

2. Исключен Законом РК от 24.11.2015 № 421-V (вводится в действие с 01.01.2016).
"""


def _found(tmp_path: Path, cited: str) -> list[str]:
    review = review_of(tmp_path, {"law.ru": LAW.format(cited=cited)})
    return [f"{f.kind}: {f.evidence[0].address}" for f in found_by("dangling-reference", review)]


@pytest.mark.parametrize(
    "cited",
    [
        "пункте 1 статьи 2 настоящего Закона",
        "подпункте 2) пункта 1 статьи 2 настоящего Закона",
        "пункте 1 настоящей статьи",
        "статье 9 Трудового кодекса Республики Казахстан",
        "части второй пункта 1 статьи 2 настоящего Закона",
    ],
)
def test_a_reference_to_what_is_there_or_to_an_act_outside_the_dossier_is_no_finding(
    tmp_path: Path, cited: str
) -> None:
    assert _found(tmp_path, cited) == []


@pytest.mark.parametrize(
    ("cited", "kind"),
    [
        ("пункте 3 статьи 2 настоящего Закона", "absent"),
        ("статье 9 настоящего Закона", "no-such-article"),
        ("пункте 2 статьи 2 настоящего Закона", "repealed"),
        ("подпункте 2) статьи 2 настоящего Закона", "level-left-out"),
        ("пункте 1 статьи 2, пункте 7 статьи 1 настоящего Закона", "absent"),
    ],
)
def test_a_reference_to_what_is_absent_repealed_or_elsewhere_is_found_where_it_stands(
    tmp_path: Path, cited: str, kind: str
) -> None:
    assert _found(tmp_path, cited) == [f"{kind}: пункт 2 статьи 1"]


def test_a_reference_to_another_act_of_the_dossier_is_looked_up_there(tmp_path: Path) -> None:
    rules = 'Правила\n\nСтатья 1. Основание\n\nПравила приняты по {cited} Закона Республики Казахстан "О миграции населения".\n'
    texts = {
        "law.ru": LAW.format(cited="пункте 1 настоящей статьи"),
        "rules.ru": rules.format(cited="пункту 8 статьи 2"),
    }
    review = review_of(tmp_path, texts, head="")
    yaml = (tmp_path / "dossier.yaml").read_text(encoding="utf-8")
    assert "title" not in yaml, "the title is the law's own"
    found = found_by("dangling-reference", review)
    assert [(f.kind, f.evidence[0].document, f.evidence[1].document) for f in found] == [
        ("absent", "rules", "law")
    ]


def test_rules_on_commencement_may_cite_what_is_gone(tmp_path: Path) -> None:
    text = (
        LAW.format(cited="пункте 1 настоящей статьи")
        + "\nСтатья 3. Порядок введения в действие\n\nПункт 2 статьи 2 настоящего Закона вводится в действие с 1 января 2016 года.\n"
    )
    assert found_by("dangling-reference", review_of(tmp_path, {"law.ru": text})) == []


def test_a_finding_keeps_its_id_when_the_law_changes_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    text = LAW.format(cited="статье 9 настоящего Закона")
    before = found_by("dangling-reference", review_of(tmp_path / "a", {"law.ru": text}))
    longer = text + "\nСтатья 3. Надзор\n\nНадзор осуществляет прокурор.\n"
    after = found_by("dangling-reference", review_of(tmp_path / "b", {"law.ru": longer}))
    assert [f.id for f in before] == [f.id for f in after] != []


CHAPTERS = (
    "Глава 1. Учет\n\n1. Учет ведется.\n\n2. Учет открыт.\n\n"
    "Глава 2. Надзор\n\n1. Надзор ведется.\n\n2. Сведения передаются по пункту 9 настоящей главы.\n"
)


def test_a_point_is_cited_with_its_chapter_where_points_begin_again_in_each(tmp_path: Path) -> None:
    act = review_of(tmp_path, {"rules.ru": CHAPTERS}).acts[0]
    points = [place for place, each in enumerate(act.facts.provisions) if each.unit == "paragraph"]
    assert [act.cite(place) for place in points] == [
        "пункт 1 главы 1", "пункт 2 главы 1", "пункт 1 главы 2", "пункт 2 главы 2"
    ]  # fmt: skip
