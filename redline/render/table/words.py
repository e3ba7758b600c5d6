"""The words that a comparison table says of itself, in English, Russian and Kazakh.

Those of Kazakhstan's tables are the customary ones («Отсутствует», «Исключить»); a further language is a
table beside those below.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Mapping

from msgspec import Struct

from redline.languages import en_formulas, kk_formulas, ru_formulas, short_code


class TableWords(Struct, frozen=True):
    """One language of the table.

    Attributes:
        language: in two letters.
        heading: what the paper is; `draft` what it belongs to, `{title}` filled in.
        columns: headings by the names of columns.
        absent, delete: what stands where one of the texts has nothing.
        unchanged: what stands where another language version changes and this one does not.
        zones: what has no number: the title, the preamble …
        table, note: parts of an element.
        day: writes a date in words.
        in_force: `{date}` filled in; `from_event` where a date is not known yet.
        unless: under the heading, where all rows but those that say otherwise begin on one day.
        as_of: under the heading, where the wording of one day was asked for.
        comment: before a drafter's remark.
        instruction: how an instruction is cited where there is no amending Act, `{number}` filled in.
        waiting, unshown, effects: headings of the lists after the table.
        none: what stands where no Act changes.
        further: the name of the sheet with what is said after the table.
    """

    language: str
    heading: str
    draft: str
    columns: Mapping[str, str]
    absent: str
    delete: str
    unchanged: str
    zones: Mapping[str, str]
    parts: Mapping[str, str]
    day: Callable[[datetime.date], str]
    in_force: str
    from_event: str
    unless: str
    as_of: str
    comment: str
    instruction: str
    waiting: str
    unshown: str
    effects: str
    none: str
    further: str

    def date(self, date: datetime.date) -> str:
        """A date as this language writes it in a sentence: `1 July 2026`."""
        return self.day(date)

    def head(self, name: str, columns: Collection[str]) -> str:
        """The head of a column, one of several: beside the amendment stand the original and the result."""
        text, space, language = name.partition(" ")
        if "amendment" in columns:
            text = {"current": "original", "proposed": "result"}.get(text, text)
        return self.columns[text + space + language]

    def zone(self, name: str) -> str:
        """What a stretch of text without a number is called."""
        return self.zones[name]

    def part(self, element: str, part: str) -> str:
        """A table or a note of an element."""
        return self.parts[part].format(element=element) if element else self.parts[f"bare {part}"]


_ENGLISH = TableWords(
    language="en",
    heading="Comparative table",
    draft="to the draft “{title}”",
    columns={
        "number": "No.",
        "act": "Act",
        "element": "Structural element",
        "current": "Current wording",
        "proposed": "Proposed wording",
        "original": "Original wording",
        "result": "Resulting wording",
        "reason": "Rationale",
        "amendment": "Amendment",
        "citation": "Amending provision",
        "commencement": "In force from",
        "author": "Author",
    },
    absent="Absent",
    delete="Delete",
    unchanged="Not changed",
    zones={
        "title": "Title",
        "preface": "Preface",
        "preamble": "Preamble",
        "contents": "Contents",
        "signature": "Signature",
        "crossheading": "Cross-heading",
        "body": "Text",
    },
    parts={
        "table": "{element}, table",
        "note": "{element}, note",
        "bare table": "Table",
        "bare note": "Note",
    },
    day=en_formulas.date_in_words,
    in_force="In force from {date}.",
    from_event="In force: {event}.",
    unless="The changes are in force from {date}, unless a row says otherwise.",
    as_of="The proposed wording is that in force on {date}.",
    comment="Comment: {text}",
    instruction="instruction {number} of the spec",
    waiting="Not in the proposed wording",
    unshown="Instructions without a row of their own",
    effects="Effects without a change of the text",
    none="No wording changes.",
    further="Further",
)

_RUSSIAN = TableWords(
    language="ru",
    heading="Сравнительная таблица",
    draft="к проекту «{title}»",
    columns={
        "number": "№ п/п",
        "act": "Акт",
        "element": "Структурный элемент",
        "current": "Действующая редакция",
        "proposed": "Предлагаемая редакция",
        "original": "Исходная редакция",
        "result": "Редакция с учетом поправки",
        "reason": "Обоснование",
        "amendment": "Поправка",
        "citation": "Изменяющая норма",
        "commencement": "Вводится в действие",
        "author": "Автор",
    },
    absent="Отсутствует",
    delete="Исключить",
    unchanged="Не изменяется",
    zones={
        "title": "Заголовок",
        "preface": "Реквизиты",
        "preamble": "Преамбула",
        "contents": "Оглавление",
        "signature": "Подпись",
        "crossheading": "Подзаголовок",
        "body": "Текст",
    },
    parts={
        "table": "{element}, таблица",
        "note": "{element}, сноска",
        "bare table": "Таблица",
        "bare note": "Сноска",
    },
    day=ru_formulas.date_in_words,
    in_force="Вводится в действие с {date}.",
    from_event="Введение в действие: {event}.",
    unless="Изменения вводятся в действие с {date}, если в строке не указано иное.",
    as_of="Предлагаемая редакция приведена на день {date}.",
    comment="Примечание: {text}",
    instruction="поправка {number}",
    waiting="Не вошло в предлагаемую редакцию",
    unshown="Поправки без отдельной строки",
    effects="Положения, не меняющие текст",
    none="Редакция не меняется.",
    further="Прочее",
)


def _day_in_kazakh(date: datetime.date) -> str:
    """A day in the ablative, which “бастап” asks for."""
    return kk_formulas.date_in_words(date, "ablative")


_KAZAKH = TableWords(
    language="kk",
    heading="Салыстырма кесте",
    draft="«{title}» жобасына",
    columns={
        "number": "Р/с №",
        "act": "Акт",
        "element": "Құрылымдық элементі",
        "current": "Қолданыстағы редакция",
        "proposed": "Ұсынылатын редакция",
        "original": "Бастапқы редакция",
        "result": "Түзету ескерілген редакция",
        "reason": "Негіздеме",
        "amendment": "Түзету",
        "citation": "Өзгерту енгізетін норма",
        "commencement": "Қолданысқа енгізіледі",
        "author": "Автор",
    },
    absent="Жоқ",
    delete="Алып тасталсын",
    unchanged="Өзгермейді",
    zones={
        "title": "Тақырып",
        "preface": "Деректемелер",
        "preamble": "Кіріспе",
        "contents": "Мазмұны",
        "signature": "Қолтаңба",
        "crossheading": "Кіші тақырып",
        "body": "Мәтін",
    },
    parts={
        "table": "{element}, кесте",
        "note": "{element}, сілтеме",
        "bare table": "Кесте",
        "bare note": "Сілтеме",
    },
    day=_day_in_kazakh,
    in_force="{date} бастап қолданысқа енгізіледі.",
    from_event="Қолданысқа енгізілуі: {event}.",
    unless="Жолда өзгеше көрсетілмесе, өзгерістер {date} бастап қолданысқа енгізіледі.",
    as_of="Ұсынылатын редакция {date} бастап қолданыста болатын мәтін бойынша берілген.",
    comment="Ескертпе: {text}",
    instruction="{number}-түзету",
    waiting="Ұсынылатын редакцияға кірмеген",
    unshown="Жеке жолы жоқ түзетулер",
    effects="Мәтінді өзгертпейтін нормалар",
    none="Редакция өзгермейді.",
    further="Өзге",
)

_WORDS = {words.language: words for words in (_ENGLISH, _RUSSIAN, _KAZAKH)}


def table_words(language: str | None) -> TableWords:
    """The words of a language given by any code for it; English where there are none of it."""
    return _WORDS.get(short_code(language), _ENGLISH)
