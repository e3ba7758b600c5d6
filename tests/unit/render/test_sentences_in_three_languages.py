"""What papers say of operations and of themselves is said in English, Russian and Kazakh."""

from __future__ import annotations

import datetime
import re
import string
from pathlib import Path

import pytest

import redline
from redline.model.changes import Change
from redline.model.spec import (
    AfterPublication,
    Commencement,
    MonthAfterPublication,
    OnDate,
    OnEvent,
    Operation,
    Spec,
)
from redline.operations.keys import VERBS
from redline.render import index_words, labels
from redline.render.redline_html import words as redline_words
from redline.render.sentences import (
    commencement_words,
    describe_commencement,
    describe_effect,
    describe_operation,
    why_not_applied,
    why_not_running,
)
from redline.render.table import words as table_words
from redline.spec.effects import EFFECTS

DAY = datetime.date(2026, 7, 1)
HEAD = "redline: 1\nid: x\nacts: {law: law.xml}\namendments:\n- act: law\n"
LAW = redline.load_act(Path(__file__).parents[2] / "golden" / "two-languages-amended-together" / "act.ru.xml")


def loaded(text: str) -> Spec:
    return redline.load_spec(HEAD + text, acts={"law": LAW})


def operation_of(text: str) -> Operation:
    lines = text.splitlines()
    body = "\n".join(f"    {line}" for line in lines[1:])
    return loaded(f"  operations:\n  - {lines[0]}\n{body}\n").operations[0]


EXAMPLES = [(verb.name, example) for verb in VERBS for example in verb.examples]


@pytest.mark.parametrize(
    ("verb", "example"), EXAMPLES, ids=[f"{verb}-{at}" for at, (verb, _) in enumerate(EXAMPLES)]
)
def test_every_example_of_every_verb_is_told_in_russian_and_kazakh(verb: str, example: str) -> None:
    operation = operation_of(example)
    for language in ("ru", "kk"):
        said = describe_operation(operation, language)
        own = re.sub("«[^»]*»", "", said)
        own = re.sub(
            r"\b[a-z]+_\w+|\(?\b[A-Za-z0-9]{1,2}\b\)?", "", own
        )  # identifiers, and numbers in letters
        assert re.search("[А-яЁёәіңғүұқөһ]", own), said
        assert verb not in own
        assert not re.search(r"\b(is|are|the|in|of|to|with)\b", own), said


@pytest.mark.parametrize(
    ("text", "russian", "kazakh"),
    [
        (
            "substitute: первое слово\nwith: слово\nin: art 5 para 2",
            "в пункте 2 статьи 5 слова «первое слово» заменить словом «слово»",
            "5-баптың 2-тармағындағы «первое слово» деген сөздер «слово» деген сөзбен ауыстырылсын",
        ),
        (
            "substitute: ['10', '20']\nwith: ['5', '15']\nin: art_5__para_2\ntimes: all",
            "в пункте 2 статьи 5 (во всех случаях) цифры «10» и «20» заменить соответственно цифрами «5» и «15»",
            "5-баптың 2-тармағындағы (барлық жағдайда) «10» және «20» деген цифрлар тиісінше «5» және «15» деген "
            "цифрлармен ауыстырылсын",
        ),
        (
            "add: и ее\nafter: работник\nin: ст. 5 п. 2",
            "в пункте 2 статьи 5 после слова «работник» дополнить словами «и ее»",
            "5-баптың 2-тармағы «работник» деген сөзден кейін «и ее» деген сөздермен толықтырылсын",
        ),
        (
            "repeal: [article 5, абзац второй пункта 1 статьи 6]",
            "статью 5 и абзац второй пункта 1 статьи 6 исключить",
            "5-бап және 6-баптың 1-тармағының екінші абзацы алып тасталсын",
        ),
        ("repeal: act", "акт признать утратившим силу", "актінің күші жойылды деп танылсын"),
        (
            "omit: '.'\nin: 'art 3 / table 1 / row \"Сбор\"'",
            "в строке «Сбор» таблицы первой статьи 3 знак препинания «.» исключить",
            "3-баптың бірінші кестесінің «Сбор» жолындағы «.» деген тыныс белгісі алып тасталсын",
        ),
        (
            "replace: art 4 .. art 6\nwith: |\n  Статья 4. Одна\n  Статья 5. Другая",
            "статью 4 – статью 6 изложить в следующей редакции: «Статья 4. Одна …»",
            "4-бап – 6-бап мынадай редакцияда жазылсын: «Статья 4. Одна …»",
        ),
        (
            "insert: 3) паспорт.\ninto: art 5 para 1\nat: start",
            "в начало пункта 1 статьи 5 включить «3) паспорт.»",
            "5-баптың 1-тармағының басына «3) паспорт.» енгізілсін",
        ),
    ],
)
def test_an_instruction_is_worded_as_amending_laws_word_it(text: str, russian: str, kazakh: str) -> None:
    operation = operation_of(text)
    assert describe_operation(operation, "rus") == russian
    assert describe_operation(operation, "kk-KZ") == kazakh


def test_an_address_that_cannot_be_read_without_the_act_stays_as_typed() -> None:
    assert describe_operation(operation_of("repeal: unit-7b_x"), "ru") == "unit-7b_x исключить"


RULES: tuple[Commencement | None, ...] = (
    None,
    OnDate(DAY),
    OnEvent("ратификация"),
    *(
        AfterPublication(n, unit, full)
        for n in (1, 2, 10, 21)
        for unit in ("days", "months")
        for full in (True, False)
    ),  # type: ignore[arg-type]
    MonthAfterPublication(2, 5),
)


def with_commencement(rule: Commencement | None) -> Operation:
    operation = operation_of("repeal: art 5\nuntil: 2027-01-01\nwhen: условие")
    return Operation(
        operation.id, operation.verb, operation.at, 0, ("law",), operation.values,
        commencement=rule, until=operation.until, when=operation.when,
    )  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_commencements_are_told_without_a_word_of_english(rule: Commencement | None) -> None:
    operation = with_commencement(rule)
    for language in ("ru", "kk"):
        said = describe_commencement(operation, DAY, language)
        assert "01.01.2027" in said
        assert not re.search("[A-Za-z]", said)
        assert not re.search("[A-Za-z]", commencement_words(Change(operation, "law", "applied"), language))


def test_days_and_months_stand_in_the_form_that_their_number_asks_for() -> None:
    said = {
        n: describe_commencement(with_commencement(AfterPublication(n, "days", True)), None, "ru")
        for n in (1, 10, 21)
    }
    assert [text.split(" после")[0] for text in said.values()] == [
        "по истечении 1 дня",
        "по истечении 10 дней",
        "по истечении 21 дня",
    ]


@pytest.mark.parametrize("status", ["pending", "not-yet", "expired", "not-assumed"])
def test_why_an_operation_waits_is_told_without_a_word_of_english(status: str) -> None:
    change = Change(with_commencement(OnEvent("событие")), "law", status, DAY)  # type: ignore[arg-type]
    for language in ("ru", "kk"):
        said = why_not_applied(change, DAY, language)
        assert said
        assert not re.search("[A-Za-z]", said)


@pytest.mark.parametrize("kind", EFFECTS)
def test_every_effect_is_told_in_russian_and_kazakh(kind: str) -> None:
    text = f"  effects:\n  - {kind}: art 5\n    from: 2026-07-01\n    until: 2027-07-01\n    territory: острова\n"
    (effect,) = loaded(text).effects
    for language, place in (("ru", "статьи 5"), ("kk", "5-баптың")):
        said = describe_effect(effect, language)
        assert place in said
        assert "01.07.2026" in said
        assert not re.search("[A-Za-z]", said)
        assert why_not_running(effect, datetime.date(2026, 1, 1), None, language)
        assert why_not_running(effect, datetime.date(2028, 1, 1), None, language)
        assert not why_not_running(effect, DAY, None, language)


def fields_of(said: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(said) if name is not None}


PAGES = {"pages": labels._LABELS, "redline": redline_words._LABELS, "index": index_words._LABELS}
FORMATS = {"format docx", "format xlsx", "format pdf", "format csv", "format md", "format xml", "format json"}


@pytest.mark.parametrize("tables", PAGES.values(), ids=PAGES.keys())
def test_every_label_of_a_page_is_there_in_every_language(tables: dict[str, dict[str, str]]) -> None:
    english = tables["en"]
    for language in ("ru", "kk"):
        assert english.keys() <= tables[language].keys()
        for name, said in tables[language].items():
            if name not in english or name in FORMATS:
                continue
            assert fields_of(said) == fields_of(english[name]), (language, name)
            assert not re.search("[A-Za-z]{2}", re.sub(r"\{\w+\}", "", said)), (language, name)


def test_every_word_of_a_table_is_there_in_every_language() -> None:
    english = table_words._WORDS["en"]
    for language in ("ru", "kk"):
        words = table_words._WORDS[language]
        for name in english.__slots__:
            said, wanted = getattr(words, name), getattr(english, name)
            assert type(said) is type(wanted)
            if isinstance(said, dict):
                assert said.keys() == wanted.keys()
            elif isinstance(said, str) and name != "language":
                assert fields_of(said) == fields_of(wanted), (language, name)
