"""The words of the comment form and of the summary of comments, in each language."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]

_EN: Words = {
    "title": "Comments and proposals on the draft",
    "guide": "Write the name of your body once. In each row choose the provision from the list (for the "
    "draft as a whole, its first entry), say what is wrong and why, and give the text that you propose. One "
    "comment to a row; empty rows are passed over. Please do not rename the sheet or move the columns.",
    "body": "Body (organisation)",
    "number": "No.",
    "provision": "Provision",
    "comment": "Comment",
    "proposal": "Proposal (text proposed)",
    "sheet": "Comments",
    "list": "Provisions",
    "whole": "The whole package",
    "as a whole": "{title} – as a whole",
    "choose": "Choose a provision",
    "write": "Write here",
    "not listed": "Choose a provision from the list.",
    "summary": "Summary of comments",
    "decision": "Accepted / rejected",
    "reason": "Reason",
    "accepted": "accepted",
    "partly": "accepted in part",
    "rejected": "rejected",
    "undecided": "not yet decided",
    "no reason": "the reason is to be given",
    "received": "Received",
    "total": "Total",
    "by body": "Comments by body",
    "none": "No comments were received.",
    "pages": "Page {page} of {pages}",
}
_RU: Words = {
    "title": "Замечания и предложения к проекту",
    "guide": "Укажите наименование органа один раз. В каждой строке выберите структурный элемент из списка "
    "(для проекта в целом – первую запись списка), изложите замечание с обоснованием и предлагаемую "
    "редакцию. Одно замечание – одна строка; пустые строки не учитываются. Просим не "
    "переименовывать лист и не переставлять графы.",
    "body": "Орган (организация)",
    "number": "№",
    "provision": "Структурный элемент",
    "comment": "Замечание",
    "proposal": "Предложение (предлагаемая редакция)",
    "sheet": "Замечания",
    "list": "Структурные элементы",
    "whole": "Весь пакет документов",
    "as a whole": "{title} – в целом",
    "choose": "Выберите структурный элемент",
    "write": "Место для текста",
    "not listed": "Выберите структурный элемент из списка.",
    "summary": "Сводка замечаний и предложений",
    "decision": "Принято / отклонено",
    "reason": "Мотив",
    "accepted": "принято",
    "partly": "принято частично",
    "rejected": "отклонено",
    "undecided": "не рассмотрено",
    "no reason": "мотив подлежит указанию",
    "received": "Поступило",
    "total": "Всего",
    "by body": "Замечания по органам",
    "none": "Замечания не поступили.",
    "pages": "Страница {page} из {pages}",
}
_KK: Words = {
    "title": "Жобаға ескертулер мен ұсыныстар",
    "guide": "Органның атауын бір рет көрсетіңіз. Әр жолда тізімнен құрылымдық элементті таңдаңыз (жоба "
    "тұтастай болса – тізімнің бірінші жазбасын), ескертуді негіздемесімен және ұсынылатын редакцияны "
    "жазыңыз. Бір ескерту – бір жол; бос жолдар есепке алынбайды. Парақтың атауын "
    "өзгертпеуді және бағандардың орнын ауыстырмауды сұраймыз.",
    "body": "Орган (ұйым)",
    "number": "№",
    "provision": "Құрылымдық элемент",
    "comment": "Ескерту",
    "proposal": "Ұсыныс (ұсынылатын редакция)",
    "sheet": "Ескертулер",
    "list": "Құрылымдық элементтер",
    "whole": "Құжаттар топтамасы тұтастай",
    "as a whole": "{title} – тұтастай",
    "choose": "Құрылымдық элементті таңдаңыз",
    "write": "Мәтінге арналған орын",
    "not listed": "Құрылымдық элементті тізімнен таңдаңыз.",
    "summary": "Ескертулер мен ұсыныстардың жиынтығы",
    "decision": "Қабылданды / қабылданбады",
    "reason": "Уәж",
    "accepted": "қабылданды",
    "partly": "ішінара қабылданды",
    "rejected": "қабылданбады",
    "undecided": "қаралмаған",
    "no reason": "уәжі көрсетілуге тиіс",
    "received": "Түскені",
    "total": "Барлығы",
    "by body": "Органдар бойынша ескертулер",
    "none": "Ескертулер түскен жоқ.",
    "pages": "{page}-бет, барлығы {pages}",
}
WORDS: Mapping[str, Words] = {"en": _EN, "ru": _RU, "kk": _KK}
LANGUAGES: tuple[str, ...] = tuple(WORDS)


def words_in(language: str) -> Words:
    """The words of a language, or the English ones."""
    return WORDS.get(language, _EN)
