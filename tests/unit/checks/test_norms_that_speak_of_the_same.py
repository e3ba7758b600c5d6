"""Norms that speak of the same with other words, and what two Acts say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from redline.checks import CHECKS
from redline.model.findings import Finding
from tests.unit.checks.reviewing_texts import found_by, review_of

LAW = "Статья 1. Квота\n\n1. Надзор осуществляет прокурор.\n\n2. {norm}\n\nСтатья 2. Надзор\n\nНадзор есть.\n"
KAZAKH = "1-бап. Квота\n\n1. Қадағалауды прокурор жүзеге асырады.\n\n2. {norm}\n\n2-бап. Қадағалау\n\nБар.\n"


def between(folder: Path, check: str, one: str, other: str, language: str = "ru") -> list[Finding]:
    """What a check finds between two Acts, each with one norm of its own."""
    text = LAW if language == "ru" else KAZAKH
    texts = {f"{name}.{language}": text.format(norm=norm) for name, norm in (("law", one), ("rules", other))}
    return found_by(check, review_of(folder, texts))


NOTIFIES = "Принимающее лицо уведомляет орган внутренних дел о месте пребывания иностранца {when}."


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("в течение трех рабочих дней", "в течение 3 рабочих дней", []),
        ("в течение трех рабочих дней", "в течение пяти рабочих дней", ["amount"]),
        ("в течение трех рабочих дней", "в течение трех календарных дней", ["unit"]),
        ("не позднее 1 ноября", "не позднее 1 декабря", ["amount"]),
        ("не позднее 1 ноября", "не позднее 1 ноября", []),
        ("на срок более пяти дней", "на срок более десяти дней", ["amount"]),
    ],
)
def test_two_acts_that_give_other_times_or_days_for_the_same_are_found(
    tmp_path: Path, one: str, other: str, kinds: list[str]
) -> None:
    found = between(tmp_path, "deadline", NOTIFIES.format(when=one), NOTIFIES.format(when=other))
    assert [(finding.kind, finding.confidence) for finding in found] == [(kind, "high") for kind in kinds]
    assert all({each.document for each in finding.evidence} == {"law", "rules"} for finding in found)


def test_the_less_the_words_are_alike_the_less_sure_is_a_finding(tmp_path: Path) -> None:
    one = NOTIFIES.format(when="в течение трех рабочих дней")
    other = one.replace("трех", "пяти").replace(
        "Принимающее лицо", "Гостиница, санаторий или иная организация, принимающая гостей,"
    )
    assert [finding.confidence for finding in between(tmp_path, "deadline", one, other)] == ["low"]


@pytest.mark.parametrize(
    "norm",
    [
        "Нарушение правил пребывания иностранца влечет арест принимающего лица на срок {days} суток.",
        "{days} суток со дня введения в действие настоящего Закона иностранец пребывает у принимающего лица.",
    ],
)
def test_sanctions_and_transitional_times_are_not_compared(tmp_path: Path, norm: str) -> None:
    assert between(tmp_path, "deadline", norm.format(days="десять"), norm.format(days="пять")) == []


def test_a_planned_inspection_is_not_an_unplanned_one(tmp_path: Path) -> None:
    norm = "Срок проведения {kind} проверки субъекта контроля составляет {days} рабочих дней."
    one, other = norm.format(kind="плановой", days="десять"), norm.format(kind="внеплановой", days="пять")
    assert between(tmp_path, "deadline", one, other) == []


@pytest.mark.parametrize(
    ("language", "one", "other", "kinds"),
    [
        (
            "ru",
            "Неиспользованная часть квоты на следующий год не переносится.",
            "Неиспользованная часть квоты переносится на следующий год по ходатайству региона.",
            ["denied"],
        ),
        (
            "ru",
            "Неиспользованная часть квоты на следующий год не переносится.",
            "Неиспользованная часть квоты на следующий год не переносится никогда.",
            [],
        ),
        (
            "kk",
            "Квотаның пайдаланылмаған бөлігі келесі жылға ауыстырылмайды.",
            "Квотаның пайдаланылмаған бөлігі келесі жылға ауыстырылады.",
            ["denied"],
        ),
        (
            "ru",
            "Количество граждан среди работников не может быть менее 70 процентов по первой категории.",
            "Количество граждан среди работников не может быть менее 80 процентов по первой категории.",
            ["figures"],
        ),
    ],
)
def test_what_one_act_says_and_another_denies_is_found(
    tmp_path: Path, language: str, one: str, other: str, kinds: list[str]
) -> None:
    assert [found.kind for found in between(tmp_path, "contradiction", one, other, language)] == kinds


def test_a_short_sentence_of_two_acts_is_a_guess_and_an_item_for_all_else_is_none(tmp_path: Path) -> None:
    short = "Испорченная страница журнала перечеркивается и остается подшитой."
    (found,) = between(tmp_path, "duplicate", short, short)
    assert (found.kind, found.confidence) == ("short", "low")


CODE = "Кодекс\n\nОглавление\n\n{contents}\n\nСтатья 1. Понятия\n\nПонятий нет.\n\nСтатья 2. Учет\n\nУчет есть.\n"


@pytest.mark.parametrize(
    ("contents", "headings"),
    [
        ("Статья 1. Понятия\n\nСтатья 2. Учет", []),
        ("Статья 1. Понятия\n\nСтатья 2. Учет ........ 7", []),
        ("Статья 1. Понятия\n\nСтатья 2. Учет и надзор", ["Учет"]),
    ],
)
def test_the_table_of_contents_has_the_headings_of_the_articles(
    tmp_path: Path, contents: str, headings: list[str]
) -> None:
    review = review_of(tmp_path, {"code.ru": CODE.format(contents=contents)})
    assert review.acts[0].facts.contents
    assert [finding.said["heading"] for finding in found_by("contents", review)] == headings


@pytest.mark.parametrize(("line", "kinds"), [("сведения о месте", []), ("Сведения о месте", ["neither"])])
def test_a_line_that_begins_like_a_paragraph_and_ends_like_an_item_is_found(
    tmp_path: Path, line: str, kinds: list[str]
) -> None:
    text = (
        "Статья 1. Лист\n\nВ листе отражаются:\n\nсведения о документе;\n\n"
        f"{line} пребывания;\n\nсведения о лице.\n\nСтатья 2. Учет\n\nУчет есть.\n"
    )
    found = found_by("list-punctuation", review_of(tmp_path, {"law.ru": text}))
    assert [finding.kind for finding in found] == kinds


RULES = (
    "Приказ Министра от 14 января 2014 года № 21\n\nОб утверждении Правил учета\n\nВ соответствии с пунктом 1 "
    'статьи 1 Закона Республики Казахстан "О миграции населения" ПРИКАЗЫВАЮ утвердить Правила учета:\n\n'
    "1. Сведения передаются по пункту {point} Правил ведения Реестра иностранцев, утвержденных приказом.\n\n"
    "2. Надзор есть.\n"
)
REGISTER = (
    "Приказ Министра от 18 февраля 2016 года № 93\n\nОб утверждении Правил ведения Реестра иностранцев\n\n"
    "Глава 1. Реестр\n\n1. Реестр ведется.\n\n2. Записи вносятся.\n\n3. Надзор есть.\n"
)


@pytest.mark.parametrize(("point", "kinds"), [("3", []), ("45", ["no-such-article"])])
def test_rules_are_found_by_their_own_title_behind_the_order_that_approves_them(
    tmp_path: Path, point: str, kinds: list[str]
) -> None:
    (tmp_path / "register.txt").write_text(REGISTER, encoding="utf-8")
    more = (
        "  register:\n    file: {ru: register.txt}\n    level: ministerial-order\n"
        "    title: {ru: Об утверждении Правил ведения Реестра иностранцев}\n"
    )
    review = review_of(tmp_path, {"rules.ru": RULES.format(point=point)}, more=more)
    assert [finding.kind for finding in found_by("dangling-reference", review)] == kinds


def test_an_act_cited_with_another_date_and_number_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "labour.txt").write_text("Статья 1. Труд\n\nТруд есть.\n", encoding="utf-8")
    more = '  labour:\n    file: {ru: labour.txt}\n    title: {ru: О труде}\n    date: 2015-11-23\n    number: "414"\n'
    law = 'Статья 1. Договор\n\nДоговор соответствует Закону от 15 мая 2007 года № 251 "О труде".\n'
    (found,) = found_by("cited-act", review_of(tmp_path, {"law.ru": law}, more=more))
    assert (found.kind, found.said["right"]) == ("date-and-number", "2015-11-23 № 414")
    check = next(each for each in CHECKS if each.name == "cited-act")
    assert check.message(found, "ru").endswith("акт с таким заголовком принят 23.11.2015 № 414")
    assert "««" not in check.message(found, "ru")
    assert "»»" not in check.message(found, "ru")


DUTY = "Статья 5. Гостиница\n\n1. Гостиница обязана:\n\n1) {};\n\n2) хранить копии документов.\n"


@pytest.mark.parametrize(
    ("rule", "duty", "expected"),
    [
        ("вправе не информировать", "информировать органы внутренних дел об иностранце", 1),
        ("не обязана информировать", "информировать органы внутренних дел об иностранце", 1),
        ("вправе информировать", "информировать органы внутренних дел об иностранце", 0),
        ("вправе не информировать", "информировать гостей о ценах", 0),
        ("вправе не информировать", "не информировать органы внутренних дел об иностранце", 0),
    ],
)
def test_who_is_freed_of_a_duty_that_another_act_lays_on_him_is_told(
    tmp_path: Path, rule: str, duty: str, expected: int
) -> None:
    freeing = f"Статья 1. Уведомление\n\nГостиница {rule} орган внутренних дел об иностранце.\n"
    review = review_of(tmp_path, {"law.ru": DUTY.format(duty), "rules.ru": freeing})
    found = [each for each in found_by("contradiction", review) if each.kind == "freed"]
    assert len(found) == expected
