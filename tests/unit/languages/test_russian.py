"""Russian citations: read in every usual form, written in the right case, found in running text."""

from __future__ import annotations

import pytest

from redline.languages import split_sentences
from redline.languages.ru import PACK
from redline.languages.ru_forms import NOUNS, ordinal
from redline.model.address import Part, Step
from tests.citation_reading import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("статья 5", ["article 5"]),
        ("подпункт 2) пункта 1 статьи 5-1", ["article 5-1 paragraph 1 point 2"]),
        ("Подпункт 1-1) пункта 5-2 статьи 17-1", ["article 17-1 paragraph 5-2 point 1-1"]),
        ("подпункт а) пункта 2 статьи 5", ["article 5 paragraph 2 point а"]),
        ("абзац третий подпункта 2) пункта 1 статьи 5", ["article 5 paragraph 1 point 2 / block 3"]),
        ("абзац двадцать первый статьи 3", ["article 3 / block 21"]),
        ("часть вторая статьи 7", ["article 7 / part 2"]),
        ("часть вторую пункта 3-1 статьи 14", ["article 14 paragraph 3-1 / part 2"]),
        ("часть 2 статьи 5", ["article 5 part 2"]),
        (
            "в предложении втором части второй пункта 4 статьи 13",
            ["article 13 paragraph 4 / part 2 / sentence 2"],
        ),
        ("подпункт 1) части пятой статьи 519", ["article 519 paragraph 5 point 1"]),
        ("абзац второй подпункта 1) части пятой статьи 519", ["article 519 paragraph 5 point 1 / block 2"]),
        ("заголовок статьи 5", ["article 5 / heading None"]),
        ("статья 5 / заголовок", ["article 5 / heading None"]),
        ("статья 5, абзац 3", ["article 5 / block 3"]),
        ("определение «квота» статьи 1", ["article 1 / definition квота"]),
        ("строку третью таблицы 1 приложения 2", ["attachment 2 / table 1 / row 3"]),
        ("глава 68-2", ["chapter 68-2"]),
        ("раздел II", ["section II"]),
        ("параграф 2 главы 3", ["chapter 3 subchapter 2"]),
        ("преамбула", ["preamble"]),
        ("вступительная часть пункта 2 статьи 3", ["article 3 paragraph 2 / intro None"]),
    ],
)
def test_a_citation_is_read_as_the_law_writes_it(text: str, expected: list[str]) -> None:
    found = PACK.read_citation(text)
    assert found is not None
    assert [shown(citation) for citation in found] == expected
    assert all(citation.text == text for citation in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("пункты 1 и 4 статьи 36", ["article 36 paragraph 1", "article 36 paragraph 4"]),
        ("подпункты 36-1) и 37-1) статьи 5", ["article 5 point 36-1", "article 5 point 37-1"]),
        ("статьями 37 и 38", ["article 37", "article 38"]),
        ("статьи 5–8", ["article 5 .. 8"]),
        (
            "абзацы второй – четвертый пункта 3 статьи 7",
            [f"article 7 paragraph 3 / block {n}" for n in (2, 3, 4)],
        ),
        ("частях второй и пятой пункта 4 статьи 6", [f"article 6 paragraph 4 / part {n}" for n in (2, 5)]),
    ],
)
def test_lists_and_runs_name_each_of_them(text: str, expected: list[str]) -> None:
    found = PACK.read_citation(text)
    assert found is not None
    assert [shown(citation) for citation in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ст.5", "article 5"),
        ("ст. 5 п. 1 пп. 2)", "article 5 paragraph 1 point 2"),
        ("п.п. 2) п. 1 ст. 5", "article 5 paragraph 1 point 2"),
        ("п 5 ст 3", "article 3 paragraph 5"),
        ("ч. 1 ст. 519", "article 519 part 1"),
        ("п. 1 ч. 2 ст. 3", "article 3 part 2 paragraph 1"),
        ("ст. 5 ч. 2 п. 1", "article 5 part 2 paragraph 1"),
        ("абз. третий пп. 2) п. 1 ст. 5", "article 5 paragraph 1 point 2 / block 3"),
        ("гл. 3 ст. 5", "chapter 3 article 5"),
    ],
)
def test_abbreviations_are_read_from_within_and_from_without(text: str, expected: str) -> None:
    found = PACK.read_citation(text)
    assert found is not None
    assert [shown(citation) for citation in found] == [expected]


@pytest.mark.parametrize(
    "text", ["статья", "пункт первый", "пункт 2 и", "часть закона", "статья 5 закупки", "5"]
)
def test_what_is_no_citation_is_not_read_as_one(text: str) -> None:
    assert PACK.read_citation(text) is None


ARTICLE, POINT = Step("5", ("article",)), Step("2", ("point",))
PARAGRAPH = Step("1", ("paragraph",))


@pytest.mark.parametrize(
    ("steps", "parts", "expected"),
    [
        ((ARTICLE, PARAGRAPH, POINT), (), "подпункт 2) пункта 1 статьи 5"),
        ((ARTICLE,), (Part("heading"),), "заголовок статьи 5"),
        (
            (ARTICLE, PARAGRAPH),
            (Part("part", 2), Part("block", 3)),
            "абзац третий части второй пункта 1 статьи 5",
        ),
        ((ARTICLE,), (Part("sentence", -1),), "предложение последнее статьи 5"),
        ((ARTICLE,), (Part("item", None, "Дания"), Part("block", 2)), 'статья 5 / item "Дания" / block 2'),
        ((Step(None, ("attachment",)), Step("3", ("paragraph",))), (), "пункт 3 приложения"),
        ((), (Part("toc"),), "оглавление"),
    ],
)
def test_a_citation_is_written_from_the_innermost_unit_and_read_again(
    steps: tuple[Step, ...], parts: tuple[Part, ...], expected: str
) -> None:
    written = PACK.write_citation(steps, parts)
    assert written == expected
    if steps[:1] != (Step(None, ("attachment",)),) and "item" not in expected:
        again = PACK.read_citation(written)
        assert again is not None
        assert [step.number for step in again[0].steps] == [step.number for step in steps]
        assert [(part.kind, part.index) for part in again[0].parts] == [
            (part.kind, part.index) for part in parts
        ]


def test_a_citation_goes_into_a_sentence_in_any_case() -> None:
    steps = (ARTICLE, PARAGRAPH)
    assert PACK.write_citation(steps, case="instrumental") == "пунктом 1 статьи 5"
    assert (
        PACK.write_citation(steps, (Part("part", 2),), case="prepositional")
        == "части второй пункта 1 статьи 5"
    )
    assert PACK.write_like(steps, "пунктом 7 статьи 9") == "пунктом 1 статьи 5"
    assert PACK.write_like(steps, "подпунктом 7) пункта 3") == "пунктом 1 статьи 5"
    # `пункт` is nominative or accusative: `статья` or `статью` would have to be guessed.
    assert PACK.write_like((ARTICLE,), "пункт 7 статьи 9") is None


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "первая"),
        (2, "вторая"),
        (3, "третья"),
        (16, "шестнадцатая"),
        (22, "двадцать вторая"),
        (40, "сороковая"),
        (100, "сотая"),
        (121, "сто двадцать первая"),
        (200, "двухсотая"),
        (340, "триста сороковая"),
    ],
)
def test_ordinals_agree_with_their_noun(number: int, expected: str) -> None:
    assert ordinal(number, "feminine", "nominative") == expected


def test_nouns_are_declined_as_the_grammar_book_has_it() -> None:
    assert NOUNS["заголовок"].form("instrumental") == "заголовком"
    assert NOUNS["столбец"].form("instrumental") == "столбцом"
    assert NOUNS["абзац"].form("genitive", many=True) == "абзацев"
    assert NOUNS["сноска"].form("genitive", many=True) == "сносок"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("в соответствии с пунктом 2 статьи 5 настоящего Закона вправе", [("пунктом 2 статьи 5", True)]),
        ("указанные в подпунктах 1) и 2) пункта 3 настоящей статьи", [("подпунктах 1) и 2) пункта 3", True)]),
        ("предусмотренных статьями 5, 6 и 7 настоящего Кодекса", [("статьями 5, 6 и 7", True)]),
        ("согласно приложению 2 к настоящему Закону", [("приложению 2", True)]),
        ("в порядке статьи 5 Трудового кодекса Республики Казахстан", []),
        ("согласно статье 12 Закона Республики Казахстан «О миграции населения»", []),
        (
            "пунктом 1 статьи 5, за исключением подпункта 3)",
            [("пунктом 1 статьи 5", False), ("подпункта 3)", True)],
        ),
    ],
)
def test_citations_of_this_act_are_found_in_a_sentence(text: str, expected: list[tuple[str, bool]]) -> None:
    found = [(text[mention.start : mention.end], mention.sure) for mention in PACK.find_citations(text)]
    assert found == expected


def test_the_unit_around_a_citation_is_named() -> None:
    (mention,) = PACK.find_citations("подпункт 1) пункта 2 настоящей статьи")
    assert mention.within == ("article",)
    assert PACK.names_other_act("Трудового кодекса Республики Казахстан")
    assert not PACK.names_other_act("настоящего Закона")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Лицо въезжает по ст. 5 Закона. Срок исчисляется со дня въезда.", 2),
        (
            "Принят 5 мая 2016 г. № 480. Вводится в действие с 1 июня 2016 г. В случае отказа срок продлевается.",
            3,
        ),
        ("Документы, справки и т.д. представляются в срок.", 1),
        ("Документы, справки и т.п. Список открыт.", 2),
        ("Разрешение выдается на срок 3 г. Он может быть продлен.", 2),
        ("И.И. Иванов подает заявление. А.Б. Петров решает.", 2),
        ("ул. Абая, д. 5, кв. 3. Телефон указан.", 2),
        ("Площадь 2,5 тыс. кв. м. Высота не ограничена.", 2),
        ("Вправе подать «Заявление. Форма 1». Далее решает орган.", 2),
        ("Срок – с 9.00 до 18.00. Перерыв не предоставляется.", 2),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, count: int) -> None:
    assert len(split_sentences(text, "rus")) == count
