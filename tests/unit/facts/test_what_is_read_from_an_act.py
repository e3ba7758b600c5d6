"""What one line of a law says, in three languages."""

from __future__ import annotations

import pytest

from redline.facts.lines import acts_in, deadlines_in, delegations_in, modalities_in, references_in
from redline.languages import get_pack
from redline.languages.pack import LanguagePack


def _pack(language: str) -> LanguagePack:
    pack = get_pack(language)
    assert pack is not None
    return pack


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("ru", "в течение десяти рабочих дней со дня", [(10, "working day")]),
        ("ru", "не позднее двадцати пяти календарных дней", [(25, "calendar day")]),
        ("ru", "в течение 3 месяцев и не позднее одного года", [(3, "month"), (1, "year")]),
        ("ru", "в течение учебного процесса", []),
        ("kk", "он бес жұмыс күні ішінде", [(15, "working day")]),
        ("kk", "үш айдан кешіктірмей", [(3, "month")]),
        ("en", "within fifteen working days of receipt", [(15, "working day")]),
        ("en", "no later than two months after", [(2, "month")]),
    ],
)
def test_a_deadline_is_a_number_and_a_unit(language: str, text: str, told: list[tuple[int, str]]) -> None:
    found = deadlines_in(text, 0, _pack(language).law)
    assert [(deadline.amount, deadline.unit) for deadline in found if deadline.amount] == told


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("ru", "Работодатель обязан уведомить орган.", ["duty"]),
        ("ru", "Работодатель не вправе отказать.", ["prohibition"]),
        ("ru", "Иностранец имеет право обжаловать.", ["right"]),
        ("kk", "Жұмыс беруші хабарлауға міндетті.", ["duty"]),
        ("kk", "Шетелдік шағымдануға құқылы.", ["right"]),
        ("kk", "Бас тартуға тыйым салынады.", ["prohibition"]),
        ("en", "The employer shall notify the body.", ["duty"]),
        ("en", "The employer shall not refuse.", ["prohibition"]),
        ("en", "The foreign national may appeal.", ["right"]),
    ],
)
def test_a_duty_a_right_and_a_prohibition_are_told_apart(language: str, text: str, kinds: list[str]) -> None:
    assert [modality.kind for modality in modalities_in(text, 0, _pack(language).law)] == kinds


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("ru", "выдается в порядке, определяемом уполномоченным органом.", "уполномоченным органом"),
        ("ru", "обжалуется в порядке, установленном статьей 57 Закона о миграции.", ""),
        ("ru", "выдается в порядке, установленном законодательством Республики Казахстан.", ""),
        ("kk", "Уәкілетті орган белгілейтін тәртіппен беріледі.", "Уәкілетті орган"),
        ("en", "is issued in the manner determined by the authorised body.", "the authorised body"),
    ],
)
def test_what_is_left_to_another_act_is_told_with_whose_it_is(language: str, text: str, body: str) -> None:
    assert [delegation.body for delegation in delegations_in(text, 0, _pack(language))] == [body]


@pytest.mark.parametrize(
    ("language", "text", "title", "date"),
    [
        (
            "ru",
            'пунктом 2 статьи 5 Закона Республики Казахстан от 22 июля 2011 года "О миграции населения"',
            "О миграции населения",
            "2011-07-22",
        ),
        (
            "kk",
            '"Халықтың көші-қоны туралы" 2011 жылғы 22 шілдедегі Қазақстан Республикасы Заңының 5-бабында',
            "Халықтың көші-қоны",
            "2011-07-22",
        ),
        ("ru", "статьей 22 Трудового кодекса Республики Казахстан", "Трудового", ""),
    ],
)
def test_a_provision_of_another_act_is_read_with_its_act(
    language: str, text: str, title: str, date: str
) -> None:
    pack = _pack(language)
    acts = acts_in(text, 0, pack.law)
    references = list(references_in(text, 0, pack, acts, 0))
    assert [(act.title, act.date) for act in acts] == [(title, date)]
    assert [(reference.foreign, reference.act) for reference in references] == [(True, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "по правилам статьи 5 настоящего Закона",
        "в пункте 1 настоящей статьи",
        "пунктом 4 статьи 78, пунктом 4 статьи 85 настоящего Кодекса",
    ],
)
def test_a_provision_of_this_act_is_its_own(text: str) -> None:
    pack = _pack("ru")
    references = list(references_in(text, 0, pack, acts_in(text, 0, pack.law), 0))
    assert references
    assert not any(reference.foreign for reference in references)
    assert all(reference.sure for reference in references)


def test_where_an_act_was_published_is_no_reference() -> None:
    pack = _pack("ru")
    text = "(Ведомости Парламента, 2011 г., № 14, ст. 341)"
    assert not list(references_in(text, 0, pack, [], 0))
