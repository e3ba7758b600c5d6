"""The words that the HTML redline says of itself, in the reader's language.

A further language is a table beside those below; what it leaves out is said in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from redline.render.labels import labels_in

_ENGLISH = {
    "redline": "redline",
    "legend": "Words that go are {deleted}, words that come are {inserted}; what moves has double lines. "
    "The number before a change is that of the operation it came from, which says why and from when.",
    "deleted": "struck through",
    "inserted": "underlined",
    "view": "View",
    "base": "Base",
    "marked": "Marked",
    "amended": "Consolidated",
    "side": "Side by side",
    "changes": "Changes",
    "previous": "Previous change",
    "next": "Next change",
    "of": "{place} of {total}",
    "keys": "Keys n and p",
    "filter": "Filter",
    "operation": "Operation",
    "author": "Author",
    "commencement": "Commencement",
    "all": "all",
    "none": "not given",
    "matching": "{shown} of {total} operations",
    "faint": "What does not match stays in the text, in grey.",
    "clear": "Show all",
    "outline": "Changed provisions",
    "unchanged": "No provision is changed.",
    "beginning": "Beginning",
    "why": "Change by operation {number}",
    "details": "About this change",
    "close": "Close",
    "operations": "Operations",
    "operations of": "All operations of the spec on this Act, in its order.",
    "because": "Because",
    "comment": "Comment",
    "fixes": "Fixes",
    "in force": "Commencement",
    "instruction": "Instruction",
    "places": "Places",
    "left out": "Not in this text",
    "to": "moved to {place}",
    "from": "moved from {place}",
    "elsewhere": "its other place",
    "insertion": "insertion begins",
    "insertion end": "insertion ends",
    "deletion": "deletion begins",
    "deletion end": "deletion ends",
    "moved away": "moved text begins, old place",
    "moved here": "moved text begins, new place",
    "moved end": "moved text ends",
    "break in": "paragraph break inserted",
    "break out": "paragraph break deleted",
}

_LABELS: dict[str, dict[str, str]] = {
    "en": _ENGLISH,
    "ru": {
        "redline": "сравнение редакций",
        "legend": "Исключаемые слова {deleted}, включаемые {inserted}; перемещённое отмечено двойной чертой. "
        "Число перед изменением – номер поправки, в которой сказано, почему и с какого дня.",
        "deleted": "зачёркнуты",
        "inserted": "подчёркнуты",
        "view": "Вид",
        "base": "Действующая редакция",
        "marked": "С правками",
        "amended": "Новая редакция",
        "side": "В двух столбцах",
        "changes": "Изменения",
        "previous": "Предыдущее изменение",
        "next": "Следующее изменение",
        "of": "{place} из {total}",
        "keys": "Клавиши n и p",
        "filter": "Отбор",
        "operation": "Поправка",
        "author": "Автор",
        "commencement": "Введение в действие",
        "all": "все",
        "none": "не указано",
        "matching": "поправок: {shown} из {total}",
        "faint": "Прочее остаётся в тексте серым.",
        "clear": "Показать все",
        "outline": "Изменяемые положения",
        "unchanged": "Изменений нет.",
        "beginning": "Начало",
        "why": "Изменение, поправка {number}",
        "details": "Об этом изменении",
        "close": "Закрыть",
        "operations": "Поправки",
        "operations of": "Все поправки к этому акту по порядку.",
        "because": "Обоснование",
        "comment": "Примечание",
        "fixes": "Устраняет",
        "in force": "Введение в действие",
        "instruction": "Указание",
        "places": "Места",
        "left out": "Не в этом тексте",
        "to": "перемещено: {place}",
        "from": "перемещено отсюда: {place}",
        "elsewhere": "другое место",
        "insertion": "начало вставки",
        "insertion end": "конец вставки",
        "deletion": "начало исключённого",
        "deletion end": "конец исключённого",
        "moved away": "начало перемещённого, прежнее место",
        "moved here": "начало перемещённого, новое место",
        "moved end": "конец перемещённого",
        "break in": "вставлен конец абзаца",
        "break out": "исключён конец абзаца",
    },
    "kk": {
        "redline": "редакцияларды салыстыру",
        "legend": "Алып тасталатын сөздер {deleted}, енгізілетін сөздер {inserted}; орны ауысқаны қос "
        "сызықпен белгіленген. Өзгерістің алдындағы сан – түзетудің нөмірі, онда себебі мен күні айтылған.",
        "deleted": "сызылған",
        "inserted": "асты сызылған",
        "view": "Көрініс",
        "base": "Қолданыстағы редакция",
        "marked": "Түзетулермен",
        "amended": "Жаңа редакция",
        "side": "Екі бағанда",
        "changes": "Өзгерістер",
        "previous": "Алдыңғы өзгеріс",
        "next": "Келесі өзгеріс",
        "of": "{total} ішінен {place}",
        "keys": "n және p пернелері",
        "filter": "Іріктеу",
        "operation": "Түзету",
        "author": "Автор",
        "commencement": "Қолданысқа енгізілуі",
        "all": "барлығы",
        "none": "көрсетілмеген",
        "matching": "түзетулер: {total} ішінен {shown}",
        "faint": "Қалғаны мәтінде сұр түспен қалады.",
        "clear": "Барлығын көрсету",
        "outline": "Өзгеретін ережелер",
        "unchanged": "Өзгеріс жоқ.",
        "beginning": "Басы",
        "why": "Өзгеріс, {number}-түзету",
        "details": "Осы өзгеріс туралы",
        "close": "Жабу",
        "operations": "Түзетулер",
        "operations of": "Осы актіге барлық түзетулер рет-ретімен.",
        "because": "Негіздеме",
        "comment": "Ескертпе",
        "fixes": "Түзетеді",
        "in force": "Қолданысқа енгізілуі",
        "instruction": "Нұсқау",
        "places": "Орындары",
        "left out": "Бұл мәтінде жоқ",
        "to": "жаңа орны: {place}",
        "from": "бұрынғы орны: {place}",
        "elsewhere": "басқа орын",
        "insertion": "енгізілген сөздердің басы",
        "insertion end": "енгізілген сөздердің соңы",
        "deletion": "алып тасталған сөздердің басы",
        "deletion end": "алып тасталған сөздердің соңы",
        "moved away": "орны ауысқан мәтіннің басы, бұрынғы орны",
        "moved here": "орны ауысқан мәтіннің басы, жаңа орны",
        "moved end": "орны ауысқан мәтіннің соңы",
        "break in": "абзац соңы енгізілді",
        "break out": "абзац соңы алып тасталды",
    },
}


class Words:
    """The page's own words.

    Args:
        language: of the page, in two letters.

    Attributes:
        page: the language of the page.
        code: the language that they are in.
        own: the attribute that says so where the page is in another.
    """

    def __init__(self, language: str) -> None:
        self.page = language
        self.code = language if language in _LABELS else "en"
        self.own = "" if self.code == language else f' lang="{self.code}"'
        self.english = "" if language == "en" else ' lang="en"'
        self._table: Mapping[str, str] = labels_in(self.code) | _ENGLISH | _LABELS[self.code]

    def __getitem__(self, name: str) -> str:
        return self._table[name]

    def html(self, name: str, **given: object) -> str:
        """Words with what is given put in, safe for text and attributes."""
        return escape(self._table[name].format(**given))
