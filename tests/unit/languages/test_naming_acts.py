"""How amending Acts name the Acts that they amend, in titles, in sentences, and at the top of annexes."""

from __future__ import annotations

import datetime

import pytest

from redline.languages.en_enacting import EnglishEnacting
from redline.languages.enacting import CitedAct, Place, in_runs
from redline.languages.kk_enacting import KazakhEnacting
from redline.languages.numbered_parts import numbers_parts
from redline.languages.ru_enacting import RussianEnacting

MADE = datetime.date(2015, 11, 23)


def act(form: str, title: str, number: str = "414-V") -> CitedAct:
    return CitedAct(form, title, MADE, number, "", "kz")


LAW = act("ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН", "О нотариате")
LABOUR = act("КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН", "Трудовой кодекс Республики Казахстан")
OFFENCES = act("КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН", "Об административных правонарушениях")
FAMILY = act("КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН", "О браке (супружестве) и семье")
ORDER = act("Приказ Министра труда Республики Казахстан", "Об утверждении Правил", "93")
RESOLUTION = act("ПОСТАНОВЛЕНИЕ ПРАВИТЕЛЬСТВА РЕСПУБЛИКИ КАЗАХСТАН", "Об утверждении Правил", "93")
CONSTITUTION = act("КОНСТИТУЦИЯ РЕСПУБЛИКИ КАЗАХСТАН", "Конституция Республики Казахстан", "")


@pytest.mark.parametrize(
    ("cited", "title"),
    [
        (LAW, "О внесении изменений в Закон Республики Казахстан «О нотариате»"),
        (LABOUR, "О внесении изменений в Трудовой кодекс Республики Казахстан"),
        (
            OFFENCES,
            "О внесении изменений в Кодекс Республики Казахстан об административных правонарушениях",
        ),
        (FAMILY, "О внесении изменений в Кодекс Республики Казахстан «О браке (супружестве) и семье»"),
        (CONSTITUTION, "О внесении изменений в Конституцию Республики Казахстан"),
        (
            ORDER,
            "О внесении изменений в приказ Министра труда Республики Казахстан от 23 ноября 2015 года № 93 "
            "«Об утверждении Правил»",
        ),
    ],
)
def test_a_russian_title_names_the_act_as_laws_do(cited: CitedAct, title: str) -> None:
    assert RussianEnacting().title([cited], (2, 0)) == title


@pytest.mark.parametrize(
    ("nature", "russian", "kazakh"),
    [
        ((1, 0), "следующее изменение:", "мынадай өзгеріс енгізілсін:"),
        ((0, 1), "следующее дополнение:", "мынадай толықтыру енгізілсін:"),
        ((1, 1), "следующие изменение и дополнение:", "мынадай өзгеріс пен толықтыру енгізілсін:"),
        ((3, 1), "следующие изменения и дополнение:", "мынадай өзгерістер мен толықтыру енгізілсін:"),
        ((3, 2), "следующие изменения и дополнения:", "мынадай өзгерістер мен толықтырулар енгізілсін:"),
    ],
)
def test_one_change_is_said_in_the_singular(nature: tuple[int, int], russian: str, kazakh: str) -> None:
    assert RussianEnacting().only_lead(LAW, nature).endswith(russian)
    assert KazakhEnacting().only_lead(LAW, nature).endswith(kazakh)


@pytest.mark.parametrize(
    ("cited", "dative"),
    [
        (
            act("ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ", "Нотариат туралы"),
            "«Нотариат туралы» 2015 жылғы 23 қарашадағы Қазақстан Республикасының Заңына",
        ),
        (
            act("ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ КОДЕКСІ", "Қазақстан Республикасының Еңбек кодексі"),
            "2015 жылғы 23 қарашадағы Қазақстан Республикасының Еңбек кодексіне",
        ),
        (
            act("ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ КОДЕКСІ", "Әкімшілік құқық бұзушылық туралы"),
            "2015 жылғы 23 қарашадағы Қазақстан Республикасының Әкімшілік құқық бұзушылық туралы кодексіне",
        ),
        (
            act("Қазақстан Республикасы Үкіметінің қаулысы", "Қағидаларды бекіту туралы", "93"),
            "«Қағидаларды бекіту туралы» Қазақстан Республикасы Үкіметінің 2015 жылғы 23 қарашадағы № 93 "
            "қаулысына",
        ),
    ],
)
def test_kazakh_names_codes_and_by_laws_in_their_own_order(cited: CitedAct, dative: str) -> None:
    assert KazakhEnacting().cite(cited, case="dative") == dative


def test_a_code_is_amended_by_a_law_and_an_order_by_an_order() -> None:
    assert RussianEnacting().form(LABOUR, "") == "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН"
    assert RussianEnacting().form(ORDER, "") == "ПРИКАЗ МИНИСТРА ТРУДА РЕСПУБЛИКИ КАЗАХСТАН"
    assert RussianEnacting(ORDER).commence(None, False).startswith("Настоящий приказ вводится")
    assert RussianEnacting(RESOLUTION).commence(None, False).startswith("Настоящее постановление вводится")
    assert RussianEnacting(LABOUR).commence(None, False).startswith("Настоящий Закон вводится")
    assert RussianEnacting().preamble(ORDER) == "В соответствии с ____ ПРИКАЗЫВАЮ:"
    assert RussianEnacting().preamble(RESOLUTION) == (
        "В соответствии с ____ Правительство Республики Казахстан ПОСТАНОВЛЯЕТ:"
    )
    assert RussianEnacting().preamble(LAW) == ""


def test_several_by_laws_are_called_what_they_are() -> None:
    other = act(RESOLUTION.form, "Об утверждении Правил учета", "15")
    assert RussianEnacting().title([RESOLUTION, other], (2, 0)) == (
        "О внесении изменений в некоторые постановления Правительства Республики Казахстан"
    )
    orders = [
        act("Қазақстан Республикасы Еңбек министрінің бұйрығы", title, "93") for title in ("Бір", "Екі")
    ]
    assert KazakhEnacting().title(orders, (2, 0)) == (
        "Қазақстан Республикасы Еңбек министрінің кейбір бұйрықтарына өзгерістер енгізу туралы"
    )


def test_a_law_of_a_state_bears_its_name_also_where_the_act_says_no_form() -> None:
    bare = act("", "О нотариате")
    assert RussianEnacting().form(bare, "") == "ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН"
    assert KazakhEnacting().form(bare, "") == "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ"


def test_a_decree_is_amended_by_a_decree_that_names_its_date_and_number() -> None:
    decree = act("УКАЗ ПРЕЗИДЕНТА РЕСПУБЛИКИ КАЗАХСТАН", "О мерах", "150")
    assert RussianEnacting().title([decree], (2, 0)) == (
        "О внесении изменений в Указ Президента Республики Казахстан от 23 ноября 2015 года № 150 «О мерах»"
    )
    assert RussianEnacting().preamble(decree) == "В соответствии с ____ ПОСТАНОВЛЯЮ:"
    kazakh = act("Қазақстан Республикасы Президентінің Жарлығы", "Шаралар туралы", "150")
    assert KazakhEnacting().preamble(kazakh) == "____ сәйкес ҚАУЛЫ ЕТЕМІН:"


def test_an_annex_has_the_act_at_its_top() -> None:
    assert RussianEnacting().annex(LAW) == (
        "{annex}", "к Закону Республики Казахстан", "от 23 ноября 2015 года", "«О нотариате»",
    )  # fmt: skip
    assert RussianEnacting().annex(LABOUR)[1] == "к Трудовому кодексу Республики Казахстан"
    assert RussianEnacting().annex(ORDER)[1:] == (
        "к приказу Министра труда Республики Казахстан", "от 23 ноября 2015 года № 93",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("places", "russian", "kazakh", "english"),
    [
        (
            Place("1", ("3",), ("4", "8", "10")),
            "подпунктов 4), 8) и 10) пункта 3 статьи 1, которые вводятся",
            "1-баптың 3-тармағының 4), 8) және 10) тармақшаларын",
            "points 4, 8 and 10 of paragraph 3 of Article 1, which enter",
        ),
        (
            Place("1", (), ("2",), (2, 3, 4, 5)),
            "абзацев второго – пятого подпункта 2) статьи 1, которые вводятся",
            "1-баптың 2) тармақшасының екінші – бесінші абзацтарын",
            "unnumbered paragraphs 2 to 5 of point 2 of Article 1, which enter",
        ),
        (
            Place("1", (), ("2",), (3,)),
            "абзаца третьего подпункта 2) статьи 1, который вводится",
            "1-баптың 2) тармақшасының үшінші абзацын",
            "unnumbered paragraph 3 of point 2 of Article 1, which enters",
        ),
        (
            Place("", ("1",), ("13",)),
            "подпункта 13) пункта 1, который вводится",
            "1-тармақтың 13) тармақшасын",
            "point 13 of paragraph 1, which enters",
        ),
    ],
)
def test_what_comes_into_force_apart_is_named_by_where_it_stands(
    places: Place, russian: str, kazakh: str, english: str
) -> None:
    assert RussianEnacting().except_((places,), None).startswith(russian)
    assert KazakhEnacting().except_((places,), None).endswith(kazakh)
    assert EnglishEnacting().except_((places,), None).startswith(english)


def test_paragraphs_one_after_the_other_are_named_by_the_first_and_the_last() -> None:
    assert in_runs([2, 3, 4], str, " and ", " to ") == "2, 3 and 4"
    assert in_runs([2, 3, 4, 5, 9], str, " and ", " to ") == "2 to 5 and 9"


def test_a_code_calls_its_units_what_its_own_references_call_them() -> None:
    parts = "частью первой статьи 5, части вторая настоящей статьи, пункта 1 статьи 7"
    points = "пунктом 1 статьи 5, пунктов 2 статьи 6, частью первой настоящей статьи"
    assert numbers_parts("Кодекс Об административных правонарушениях", parts, "ru")
    assert not numbers_parts("Трудовой кодекс", points, "ru")
    assert not numbers_parts("Закон О нотариате", parts, "ru")
    assert numbers_parts("Кодексі", "519-баптың бірінші бөлігінде", "kk")


def test_a_paper_of_the_draft_names_its_form_and_whose_it_is() -> None:
    assert RussianEnacting(LABOUR).of_draft() == "к проекту Закона Республики Казахстан «{title}»"
    assert RussianEnacting(RESOLUTION).of_draft().startswith("к проекту постановления Правительства ")
    assert RussianEnacting(None).of_draft() == ""
    assert RussianEnacting(act("Инструкция", "О порядке")).of_draft() == ""


def test_a_kazakh_paper_of_the_draft_has_one_genitive() -> None:
    said = KazakhEnacting(act("ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ ЗАҢЫ", "Нотариат туралы")).of_draft()
    assert said == "«{title}» Қазақстан Республикасы Заңының жобасына"
