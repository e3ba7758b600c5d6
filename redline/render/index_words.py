"""The words that the page of a package says of itself, in the language of the spec.

A further language is a table beside those below; a spec in any other is answered in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from redline.languages import short_code
from redline.model.changes import STATUS_WORDS
from redline.render.labels import labels_in
from redline.render.outputs import FORMAT_TITLES, KIND_TITLES

_ENGLISH = {
    **{f"status {status}": words for status, words in STATUS_WORDS.items()},
    **{f"kind {kind}": title for kind, title in KIND_TITLES.items()},
    **{f"format {name}": title for name, title in FORMAT_TITLES.items()},
    "draft of": "draft of {date}",
    "as of": "as of {date}",
    "first": "Where to look first",
    "noted one": "1 operation came with notes: {names}.",
    "noted": "{number} operations came with notes: {names}.",
    "open one": "1 operation is not in the consolidated text: {names}.",
    "open": "{number} operations are not in the consolidated text: {names}.",
    "all applied": "Every operation was applied, and none came with a note.",
    "read": "Read the changes: {papers}.",
    "the table": "the comparison table ({links})",
    "go through": "Go through the {operations}.",
    "go through both": "Go through the {operations} and the {effects}.",
    "link operations": "operations",
    "link effects": "effects",
    "by status": "Operations by status",
    "count one": "operation",
    "count": "operations",
    "papers": "Acts and papers",
    "act": "Act",
    "whole": "For the whole package. {lists}.",
    "unchanged": ", not changed",
    "held unchanged": ", version of {held}, not changed",
    "consolidated": ", consolidated",
    "consolidated on": ", consolidated as on {date}",
    "from held": " from the version of {held}",
    "on day": "as on {date}: ",
    "warnings": "Warnings and notes",
    "operations": "Operations",
    "no operations": "The spec has no operations: the Acts are as they were.",
    "because": "Because: {text}",
    "fixes": "Fixes {text}",
    "comment": "Comment: {text}",
    "left out": "Not in the consolidated text: {why}.",
    "no words": "Changes no words here.",
    "more one": "and 1 more place",
    "more": "and {number} more places",
    "effects": "Effects without a change of the text",
}
_LABELS: dict[str, dict[str, str]] = {
    "en": _ENGLISH,
    "ru": {
        "status applied": "применено",
        "status pending": "ожидает события",
        "status not-yet": "на этот день еще не введено в действие",
        "status expired": "больше не действует",
        "status not-assumed": "действует при условии",
        "kind redline": "Сравнение редакций",
        "kind consolidated": "Консолидированный текст",
        "kind table": "Сравнительная таблица",
        "kind changes": "Перечень изменений",
        "kind index": "Указатель",
        "kind amending-act": "Изменяющий акт",
        "format html": "страница",
        "format docx": "Word",
        "format pdf": "PDF",
        "format xlsx": "Excel",
        "format csv": "CSV",
        "format md": "Markdown",
        "format txt": "текст",
        "format xml": "XML",
        "format json": "JSON",
        "draft of": "проект от {date}",
        "as of": "на {date}",
        "first": "С чего начать",
        "noted one": "Поправка с примечаниями: {names}.",
        "noted": "Поправки с примечаниями ({number}): {names}.",
        "open one": "Поправка, не вошедшая в консолидированный текст: {names}.",
        "open": "Поправки, не вошедшие в консолидированный текст ({number}): {names}.",
        "all applied": "Все поправки применены, примечаний нет.",
        "read": "Прочитайте изменения: {papers}.",
        "the table": "сравнительная таблица ({links})",
        "go through": "Просмотрите {operations}.",
        "go through both": "Просмотрите {operations} и {effects}.",
        "link operations": "поправки",
        "link effects": "положения, не меняющие текст",
        "by status": "Поправки по состоянию",
        "count one": "поправка",
        "count few": "поправки",
        "count": "поправок",
        "papers": "Акты и документы",
        "act": "Акт",
        "whole": "По всему пакету. {lists}.",
        "unchanged": ", без изменений",
        "held unchanged": ", редакция от {held}, без изменений",
        "consolidated": ", консолидированный текст",
        "consolidated on": ", консолидированный текст на {date}",
        "from held": " на основе редакции от {held}",
        "on day": "на {date}: ",
        "warnings": "Предупреждения и примечания",
        "operations": "Поправки",
        "no operations": "Поправок нет: акты остаются как были.",
        "because": "Обоснование: {text}",
        "fixes": "Устраняет: {text}",
        "comment": "Примечание: {text}",
        "left out": "Не вошло в консолидированный текст: {why}.",
        "no words": "Слов здесь не меняет.",
        "more one": "и еще одно место",
        "more": "и другие места: {number}",
        "effects": "Положения, не меняющие текст",
    },
    "kk": {
        "status applied": "қолданылды",
        "status pending": "оқиғаны күтуде",
        "status not-yet": "бұл күнге әлі қолданысқа енгізілмеген",
        "status expired": "қолданылуы аяқталған",
        "status not-assumed": "шартпен қолданылады",
        "kind redline": "Редакцияларды салыстыру",
        "kind consolidated": "Шоғырландырылған мәтін",
        "kind table": "Салыстырма кесте",
        "kind changes": "Өзгерістер тізбесі",
        "kind index": "Көрсеткіш",
        "kind amending-act": "Өзгертетін акт",
        "format html": "бет",
        "format docx": "Word",
        "format pdf": "PDF",
        "format xlsx": "Excel",
        "format csv": "CSV",
        "format md": "Markdown",
        "format txt": "мәтін",
        "format xml": "XML",
        "format json": "JSON",
        "draft of": "{date} күнгі жоба",
        "as of": "{date} күнгі жағдай бойынша",
        "first": "Неден бастау керек",
        "noted one": "Ескертпесі бар түзету: {names}.",
        "noted": "Ескертпесі бар түзетулер ({number}): {names}.",
        "open one": "Шоғырландырылған мәтінге кірмеген түзету: {names}.",
        "open": "Шоғырландырылған мәтінге кірмеген түзетулер ({number}): {names}.",
        "all applied": "Барлық түзетулер қолданылды, ескертпелер жоқ.",
        "read": "Өзгерістерді оқыңыз: {papers}.",
        "the table": "салыстырма кесте ({links})",
        "go through": "Мыналарды қараңыз: {operations}.",
        "go through both": "Мыналарды қараңыз: {operations} және {effects}.",
        "link operations": "түзетулер",
        "link effects": "мәтінді өзгертпейтін нормалар",
        "by status": "Түзетулердің жай-күйі",
        "count one": "түзету",
        "count": "түзету",
        "papers": "Актілер мен құжаттар",
        "act": "Акт",
        "whole": "Бүкіл топтама бойынша. {lists}.",
        "unchanged": ", өзгеріссіз",
        "held unchanged": ", {held} күнгі редакция, өзгеріссіз",
        "consolidated": ", шоғырландырылған мәтін",
        "consolidated on": ", {date} күнгі шоғырландырылған мәтін",
        "from held": ", {held} күнгі редакция негізінде",
        "on day": "{date} күні: ",
        "warnings": "Ескертулер мен ескертпелер",
        "operations": "Түзетулер",
        "no operations": "Түзетулер жоқ: актілер бұрынғы қалпында.",
        "because": "Негіздеме: {text}",
        "fixes": "Түзетеді: {text}",
        "comment": "Ескертпе: {text}",
        "left out": "Шоғырландырылған мәтінге кірмеді: {why}.",
        "no words": "Мұнда сөздерді өзгертпейді.",
        "more one": "және тағы бір орын",
        "more": "және тағы {number} орын",
        "effects": "Мәтінді өзгертпейтін нормалар",
    },
}


class IndexWords:
    """The page's own words.

    Args:
        language: of the spec, by any code for it.

    Attributes:
        code: the language that they are in, in two letters.
    """

    def __init__(self, language: str | None) -> None:
        code = short_code(language)
        self.code = code if code in _LABELS else "en"
        self._table: Mapping[str, str] = labels_in(self.code) | _ENGLISH | _LABELS[self.code]

    def __getitem__(self, name: str) -> str:
        return self._table[name]

    def html(self, name: str, **given: object) -> str:
        """Words with what is given put in: text that is safe already, and numbers."""
        return escape(self._table[name], quote=False).format(**given)

    def counted(self, name: str, number: int, **given: object) -> str:
        """Words about a number of things, in the form that goes with it."""
        form = " one" if number == 1 else ""
        if f"{name} few" in self._table:
            last, teens = number % 10, 10 < number % 100 < 20
            form = "" if teens else " one" if last == 1 else " few" if 1 < last < 5 else ""
        return self.html(name + form, number=number, **given)
