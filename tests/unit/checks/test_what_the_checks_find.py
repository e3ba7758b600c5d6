"""What each check finds in law written for it, and what it lets pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.checks.reviewing_texts import found_by, review_of

OTHER = "\n\nСтатья 9. Надзор\n\nНадзор осуществляет прокурор.\n"


def _kinds(check: str, folder: Path, **texts: str) -> list[str]:
    named = {name.replace("_", "."): text for name, text in texts.items()}
    return [finding.kind for finding in found_by(check, review_of(folder, named))]


DEFINITIONS = """Статья 1. Основные понятия

В настоящем Законе используются следующие основные понятия:

1) мигрант – лицо, въехавшее в Республику Казахстан;

2) {term} – {meaning}.

Статья 2. Учет

Учет мигрантов ведет {used}.
"""


@pytest.mark.parametrize(
    ("term", "used", "kinds"),
    [
        ("единый реестр", "держатель единого реестра", []),
        ("реестр (единый реестр)", "держатель реестров", []),
        ("единый реестр (далее – реестр)", "реестр", []),
        ("единый реестр", "уполномоченный орган", ["unused"]),
    ],
)
def test_a_term_is_used_where_any_form_of_it_occurs(
    tmp_path: Path, term: str, used: str, kinds: list[str]
) -> None:
    law = DEFINITIONS.format(term=term, meaning="перечень лиц", used=used)
    assert _kinds("term", tmp_path, law_ru=law) == kinds


@pytest.mark.parametrize(
    ("meaning", "kinds"),
    [
        ("перечень лиц, имеющих разрешение", []),
        ("перечень лиц, имеющих разрешение на работу", ["differs"]),
    ],
)
def test_two_acts_that_define_a_term_with_other_words_are_found(
    tmp_path: Path, meaning: str, kinds: list[str]
) -> None:
    one = DEFINITIONS.format(
        term="единый реестр", meaning="перечень лиц, имеющих разрешение", used="реестр единый"
    )
    other = DEFINITIONS.format(term="единый реестр", meaning=meaning, used="реестр единый")
    assert _kinds("term", tmp_path, law_ru=one, rules_ru=other) == kinds


NOTICE = (
    "Статья 1. Уведомление\n\nРаботодатель при нарушении иностранным работником правил пребывания {must} "
    "уведомить об этом территориальный орган внутренних дел {when} со дня обнаружения нарушения.\n"
)


@pytest.mark.parametrize(
    ("when", "kinds"),
    [
        ("в течение трех рабочих дней", []),
        ("в течение 3 рабочих дней", []),
        ("в течение пяти рабочих дней", ["amount"]),
        ("в течение трех календарных дней", ["unit"]),
    ],
)
def test_the_same_duty_with_another_deadline_is_found(tmp_path: Path, when: str, kinds: list[str]) -> None:
    one = NOTICE.format(must="обязан", when="в течение трех рабочих дней")
    other = NOTICE.format(must="обязан", when=when)
    assert _kinds("deadline", tmp_path, law_ru=one, code_ru=other) == kinds


@pytest.mark.parametrize(("must", "kinds"), [("обязан", []), ("должен", []), ("вправе", ["modality"])])
def test_what_is_a_duty_here_and_a_right_there_is_found(tmp_path: Path, must: str, kinds: list[str]) -> None:
    when = "в течение трех рабочих дней"
    one, other = NOTICE.format(must="обязан", when=when), NOTICE.format(must=must, when=when)
    assert _kinds("contradiction", tmp_path, law_ru=one, code_ru=other) == kinds


def test_a_norm_that_two_acts_repeat_is_found_and_one_of_other_words_is_not(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "a").mkdir()
    norm = NOTICE.format(must="обязан", when="в течение трех рабочих дней")
    more = "".join(f"\nСтатья {n}. Вопрос\n\nРешение номер {n} принимает орган.\n" for n in range(2, 9))
    assert (
        _kinds("duplicate", tmp_path / "a", law_ru=norm + more, code_ru=norm + more.replace("орган", "суд"))
        != []
    )
    other = norm.replace("правил пребывания", "правил въезда, выезда и проживания в пограничной зоне")
    assert _kinds("duplicate", tmp_path / "b", law_ru=norm, code_ru=other) == []


RUSSIAN = "Статья 1. Сроки\n\n1. Решение принимается в течение {days} рабочих дней.\n\n{more}"
KAZAKH = "1-бап. Мерзімдер\n\n1. Шешім {days} жұмыс күні ішінде қабылданады.\n\n2. Қадағалау бар.\n"


@pytest.mark.parametrize(
    ("days", "kazakh", "more", "kinds"),
    [
        ("десяти", "он", "2. Надзор есть.", []),
        ("10", "он", "2. Надзор есть.", []),
        ("двадцати пяти", "жиырма бес", "2. Надзор есть.", []),
        ("десяти", "бес", "2. Надзор есть.", ["figures"]),
        ("десяти", "он", "", ["missing"]),
    ],
)
def test_language_versions_must_agree_in_provisions_and_in_numbers(
    tmp_path: Path, days: str, kazakh: str, more: str, kinds: list[str]
) -> None:
    russian = RUSSIAN.format(days=days, more=more)
    assert _kinds("language-versions", tmp_path, law_ru=russian, law_kk=KAZAKH.format(days=kazakh)) == kinds


LIST = (
    "Статья 1. Учет\n\nУчет ведут:\n\n1) органы полиции{a}\n\n2) органы юстиции{b}\n\n3) акиматы{c}\n\n4) суды{d}"
    + OTHER
)


@pytest.mark.parametrize(
    ("marks", "kinds"),
    [
        (";;;.", []),
        (";.;.", ["no-semicolon"]),
        (";;;;", ["no-full-stop"]),
        ("....", []),
    ],
)
def test_the_items_of_a_list_end_alike(tmp_path: Path, marks: str, kinds: list[str]) -> None:
    law = LIST.format(**dict(zip("abcd", marks, strict=True)))
    assert _kinds("list-punctuation", tmp_path, law_ru=law) == kinds


def test_terms_out_of_alphabetical_order_are_found_in_the_kazakh_text_alone(tmp_path: Path) -> None:
    terms = ["ауыл", "әкім", "бап", "ғылым", "ереже", "қала", "өңір", "һаким"]
    points = "\n\n".join(f"{n}) {term} – мағынасы бар сөз;" for n, term in enumerate(terms, 1))
    head = "1-бап. Негізгі ұғымдар\n\nМынадай ұғымдар пайдаланылады:\n\n"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert _kinds("definitions-order", tmp_path / "a", law_kk=head + points) == []
    moved = points.replace("ғылым", "ҮЙ").replace("ҮЙ", "үй")
    found = found_by("definitions-order", review_of(tmp_path / "b", {"law.kk": head + moved}))
    assert [finding.said["term"] for finding in found] == ["үй"]
    assert found[0].said["other"] == "өңір"


CITING = (
    'Статья 1. Учет\n\nУчет ведется в соответствии с Законом Республики Казахстан от {date} года "{title}".\n'
)


@pytest.mark.parametrize(
    ("date", "title", "status", "kinds"),
    [
        ("22 июля 2011", "О миграции населения Республики", "in-force", []),
        ("22 июля 2001", "О миграции населения Республики", "in-force", ["date"]),
        ("22 июля 2011", "О миграции насиления Республики", "in-force", ["title"]),
        ("22 июля 2011", "О миграции населения Республики", "repealed", ["repealed"]),
    ],
)
def test_an_act_is_cited_by_the_title_and_date_that_it_bears(
    tmp_path: Path, date: str, title: str, status: str, kinds: list[str]
) -> None:
    more = (
        "  migration:\n    file: {ru: migration.txt}\n    title: {ru: О миграции населения Республики}\n"
        f"    date: 2011-07-22\n    status: {status}\n"
    )
    (tmp_path / "migration.txt").write_text("Статья 1. Миграция\n\nМиграция есть.\n", encoding="utf-8")
    review = review_of(tmp_path, {"law.ru": CITING.format(date=date, title=title)}, more=more)
    assert [finding.kind for finding in found_by("cited-act", review)] == kinds
