"""Every grammatical form of words, with the same form of others; what grammar does not tell stays open."""

from __future__ import annotations

import pytest

from redline.languages.en_inflection import EnglishInflector
from redline.languages.inflection import Form, InflectionError, Inflector, as_written
from redline.languages.kk_inflection import KazakhInflector
from redline.languages.ru_inflection import RussianInflector

RUSSIAN, KAZAKH, ENGLISH = RussianInflector(), KazakhInflector(), EnglishInflector()


def pairs(inflector: Inflector, old: str, new: str) -> dict[str, tuple[str, ...]]:
    return {form.old: form.new_words() for form in inflector.forms(old, new)}


def form_of(inflector: Inflector, old: str, new: str, wanted: str) -> Form:
    return next(form for form in inflector.forms(old, new) if form.old == wanted)


def test_adjectives_agree_with_their_noun_in_all_forms() -> None:
    assert pairs(RUSSIAN, "трудовой иммигрант", "иностранный работник") == {
        "трудовой иммигрант": ("иностранный работник",),
        "трудового иммигранта": ("иностранного работника",),
        "трудовому иммигранту": ("иностранному работнику",),
        "трудовым иммигрантом": ("иностранным работником",),
        "трудовом иммигранте": ("иностранном работнике",),
        "трудовые иммигранты": ("иностранные работники",),
        "трудовых иммигрантов": ("иностранных работников",),
        "трудовым иммигрантам": ("иностранным работникам",),
        "трудовыми иммигрантами": ("иностранными работниками",),
        "трудовых иммигрантах": ("иностранных работниках",),
    }


def test_what_stands_behind_the_noun_stays() -> None:
    found = pairs(
        RUSSIAN, "уполномоченный орган по вопросам миграции", "иммигрант с неурегулированным статусом"
    )
    assert found["уполномоченным органом по вопросам миграции"] == (
        "иммигрантом с неурегулированным статусом",
    )


def test_capitals_within_the_words_are_kept() -> None:
    assert pairs(RUSSIAN, "Миграционный комитет", "агентство")["Миграционного комитета"] == ("агентства",)


def test_a_preposition_tells_what_the_form_alone_does_not() -> None:
    form = form_of(RUSSIAN, "комиссия", "комитет", "комиссии")
    assert set(form.new_words()) == {"комитета", "комитету", "комитете", "комитеты"}
    assert RUSSIAN.choose(form, "обращение к ") == "комитету"
    assert RUSSIAN.choose(form, "Для ") == "комитета"
    assert RUSSIAN.choose(form, "при ") == "комитете"
    assert RUSSIAN.choose(form, "решение ") is None
    assert RUSSIAN.choose(form, "") is None


def test_living_and_lifeless_nouns_part_in_the_accusative() -> None:
    form = form_of(RUSSIAN, "иммигрант", "лицо", "иммигранта")
    assert set(form.new_words()) == {"лица", "лицо"}
    assert RUSSIAN.choose(form, "через ") == "лицо"


@pytest.mark.parametrize(
    ("before", "new", "whole"),
    [("о ", "иностранном", "об иностранном"), ("Об ", "работнике", "О работнике"), ("до ", "орган", "орган")],
)
def test_about_follows_the_first_sound(before: str, new: str, whole: str) -> None:
    chosen = RUSSIAN.around(before, new)
    assert chosen.new == whole
    assert chosen.before == (len(before) if whole != new else 0)


def test_a_word_that_is_not_in_the_dictionary_is_asked_about() -> None:
    forms = RUSSIAN.forms("оралман", "кандас")
    assert all("not in the dictionary" in form.doubt for form in forms)


@pytest.mark.parametrize(("old", "new"), [("въезжает", "прибывает"), ("трудовая иммигрант", "работник")])
def test_words_without_a_noun_to_decline_are_refused(old: str, new: str) -> None:
    with pytest.raises(InflectionError):
        RUSSIAN.forms(old, new)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("государственного служащего", ("работника",)),
        ("государственному служащему", ("работнику",)),
        ("государственные служащие", ("работники",)),
        ("государственных служащих", ("работников", "работниках")),
        ("государственными служащими", ("работниками",)),
    ],
)
def test_a_person_named_by_an_adjective_declines_as_one(form: str, expected: tuple[str, ...]) -> None:
    assert form_of(RUSSIAN, "государственный служащий", "работник", form).new_words() == expected


def test_a_person_named_by_an_adjective_is_the_new_name_too() -> None:
    found = pairs(RUSSIAN, "работник", "служащий")
    assert found["работников"] == ("служащих",)
    assert found["работника"] == ("служащего",)


def test_kazakh_endings_follow_the_new_word() -> None:
    found = pairs(KAZAKH, "оралман", "қандас")
    assert found["оралмандардың"] == ("қандастардың",)
    assert found["оралмандарына"] == ("қандастарына",)
    assert found["оралманмен"] == ("қандаспен",)
    assert pairs(KAZAKH, "көші-қон органы", "көші-қон қызметі")["көші-қон органдарының"] == (
        "көші-қон қызметтерінің",
    )


def test_a_word_that_was_two_once_declines_as_the_second() -> None:
    assert pairs(KAZAKH, "отбасы", "бала")["отбасын"] == ("баланы", "баласын")


def test_an_adjective_that_is_a_noun_by_itself_agrees_with_the_noun_behind_it() -> None:
    assert pairs(RUSSIAN, "рабочий день", "третье лицо")["рабочего дня"] == ("третьего лица",)


def test_english_has_a_plural_and_possessives() -> None:
    found = pairs(ENGLISH, "head of mission", "ambassador")
    assert found == {
        "head of mission": ("ambassador",),
        "head of mission's": ("ambassador's",),
        "head of mission’s": ("ambassador’s",),
        "heads of mission": ("ambassadors",),
        "heads of mission's": ("ambassadors'",),
        "heads of mission’s": ("ambassadors’",),
    }
    with pytest.raises(InflectionError, match="plural"):
        ENGLISH.forms("permits", "licences")


def test_the_article_follows_the_first_sound() -> None:
    assert ENGLISH.around("is a ", "hour").new == "an hour"
    assert ENGLISH.around("An ", "worker").new == "A worker"
    assert ENGLISH.around("pasta ", "hour").new == "hour"


@pytest.mark.parametrize(
    ("like", "expected"),
    [("виза", "разрешение"), ("Виза", "Разрешение"), ("ВИЗА", "РАЗРЕШЕНИЕ"), ("виЗа", None)],
)
def test_new_words_take_the_capitals_of_the_old(like: str, expected: str | None) -> None:
    assert as_written("разрешение", "виза", like) == expected


def test_who_does_something_belongs_to_nobody() -> None:
    """`келуші` ends as `күші` does, and is a noun by itself: many of them are `келушілер`."""
    doers = pairs(KAZAKH, "бизнес-көшіп келуші", "кәсіпкер көшіп келуші")
    assert doers["бизнес-көшіп келушілердің"] == ("кәсіпкер көшіп келушілердің",)
    assert doers["бизнес-көшіп келушіге"] == ("кәсіпкер көшіп келушіге",)
    assert pairs(KAZAKH, "жұмыс күші", "еңбек күші")["жұмыс күшіне"] == ("еңбек күшіне",)


def test_phrases_joined_by_a_conjunction_change_each_for_itself() -> None:
    found = pairs(RUSSIAN, "иностранец или лицо без гражданства", "апатрид")
    assert found["иностранцу или лицу без гражданства"] == ("апатриду",)
    assert found["иностранцами или лицами без гражданства"] == ("апатридами",)
    assert "иностранцу или лицо без гражданства" not in found
    assert pairs(RUSSIAN, "Комитет труда и миграции", "Агентство")["Комитетом труда и миграции"] == (
        "Агентством",
    )


@pytest.mark.parametrize(
    "words",
    ["супруг (супруга)", "виза на въезд и выезд", "мигрант-женщина", "иностранцы и лица без гражданства"],
)
def test_what_may_have_to_change_with_the_noun_is_asked_about(words: str) -> None:
    assert all(form.doubt for form in RUSSIAN.forms(words, "лицо"))
    assert all(form.doubt for form in RUSSIAN.forms("лицо", words))


def test_an_adjective_in_a_compound_changes_too() -> None:
    assert pairs(RUSSIAN, "трудовой иммигрант", "трудящийся-мигрант")["трудовому иммигранту"] == (
        "трудящемуся-мигранту",
    )
    assert pairs(RUSSIAN, "бизнес-иммигрант", "инвестор")["бизнес-иммигрантом"] == ("инвестором",)


def test_words_with_and_without_the_dots_of_yo_are_the_same_words() -> None:
    for given in ("учет", "учёт"):
        found = pairs(RUSSIAN, given, "реестр")
        assert found["учетом"] == found["учётом"] == ("реестром",)


def test_words_of_both_genders_have_forms() -> None:
    assert pairs(RUSSIAN, "судья", "арбитр")["судьям"] == ("арбитрам",)


@pytest.mark.parametrize(
    ("before", "behind", "word"),
    [
        ("новый ", " принял решение", "новый"),
        ("", " принял решение", "принял"),
        ("", ", который ведет учет", "который"),
        ("", " создан", "создан"),
        ("", " ведет учет", ""),
        ("в соответствии с законом ", " ведет учет", ""),
    ],
)
def test_a_word_beside_that_agrees_with_the_old_words_alone_is_told(
    before: str, behind: str, word: str
) -> None:
    form = next(form for form in RUSSIAN.forms("комитет", "агентство") if form.old == "комитет")
    assert RUSSIAN.disagreeing(form, before, behind) == word
    same = next(form for form in RUSSIAN.forms("комитет", "департамент") if form.old == "комитет")
    assert RUSSIAN.disagreeing(same, before, behind) == ""


@pytest.mark.parametrize(
    ("old", "new", "form", "expected"),
    [
        ("ел", "халық", "елінің", "халқының"),
        ("мекеме", "кәсіпорын", "мекемесі", "кәсіпорны"),
        ("мекеме", "кәсіпорын", "мекемелері", "кәсіпорындары"),
        ("ұйым", "банк", "ұйымға", "банкке"),
        ("көлік", "автомобиль", "көлігінің", "автомобилінің"),
        ("тексеру", "аудит", "тексеруді", "аудитті"),
        ("шежіре", "тарих", "шежіреге", "тарихқа"),
    ],
)
def test_kazakh_words_that_go_their_own_way(old: str, new: str, form: str, expected: str) -> None:
    assert pairs(KAZAKH, old, new)[form] == (expected,)


def test_borrowed_words_with_foreign_endings_are_asked_about() -> None:
    assert all(form.doubt for form in KAZAKH.forms("ұйым", "лагерь"))
    assert not any(form.doubt for form in KAZAKH.forms("ұйым", "кодекс"))
