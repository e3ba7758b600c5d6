"""The words of the papers of a review, in each language."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]

_EN: Words = {
    "findings": "Findings",
    "none": "Nothing was found.",
    "do": "What to do",
    "flags": "What is flagged",
    "why": "Why it matters",
    "documents": "Documents",
    "error": "error",
    "warning": "warning",
    "note": "note",
    "high": "high confidence",
    "medium": "medium confidence",
    "low": "low confidence: a guess to be checked",
    "accepted": "accepted",
    "rejected": "rejected",
    "annotated": "annotated",
    "resolved": "resolved by the amendments",
    "answered": "answered by the amendments (entered by hand: to be confirmed)",
    "still-there": "still there after the amendments",
    "new": "new after the amendments",
    "count": "Number",
    "check": "Check",
    "operations": "Operations",
    "answers": "Answers finding {id}: {text} ({outcome}).",
    "answers-untold": "Answers finding {id}: {text}.",
    "offer": "The amendment drafted (save it beside the spec, and name the file under include:)",
}
_RU: Words = {
    "findings": "Выявленные несоответствия",
    "none": "Ничего не выявлено.",
    "do": "Что сделать",
    "flags": "Что отмечается",
    "why": "Почему это важно",
    "documents": "Документы",
    "error": "ошибка",
    "warning": "предупреждение",
    "note": "примечание",
    "high": "высокая достоверность",
    "medium": "средняя достоверность",
    "low": "низкая достоверность: предположение, требует проверки",
    "accepted": "принято",
    "rejected": "отклонено",
    "annotated": "с примечанием",
    "resolved": "устранено изменениями",
    "answered": "учтено изменениями (внесено вручную: требует подтверждения)",
    "still-there": "сохраняется после изменений",
    "new": "возникло после изменений",
    "count": "Количество",
    "check": "Проверка",
    "operations": "Операции",
    "answers": "По несоответствию {id}: {text} ({outcome}).",
    "answers-untold": "По несоответствию {id}: {text}.",
    "offer": "Проект изменения (сохраните рядом со спецификацией и укажите файл в include:)",
}
_KK: Words = {
    "findings": "Анықталған сәйкессіздіктер",
    "none": "Ештеңе анықталған жоқ.",
    "do": "Не істеу керек",
    "flags": "Не белгіленеді",
    "why": "Неге маңызды",
    "documents": "Құжаттар",
    "error": "қате",
    "warning": "ескерту",
    "note": "ескертпе",
    "high": "сенімділігі жоғары",
    "medium": "сенімділігі орташа",
    "low": "сенімділігі төмен: тексеруді қажет ететін болжам",
    "accepted": "қабылданды",
    "rejected": "қабылданбады",
    "annotated": "ескертпемен",
    "resolved": "өзгерістермен жойылды",
    "answered": "өзгерістерде ескерілді (қолмен енгізілген: растауды қажет етеді)",
    "still-there": "өзгерістерден кейін сақталады",
    "new": "өзгерістерден кейін пайда болды",
    "count": "Саны",
    "check": "Тексеру",
    "operations": "Операциялар",
    "answers": "{id} сәйкессіздігі бойынша: {text} ({outcome}).",
    "answers-untold": "{id} сәйкессіздігі бойынша: {text}.",
    "offer": "Өзгерістің жобасы (спецификацияның жанына сақтап, файлды include: бөлігінде көрсетіңіз)",
}
WORDS: Mapping[str, Words] = {"en": _EN, "ru": _RU, "kk": _KK}


def words_in(language: str) -> Words:
    """The words of a language, or the English ones."""
    return WORDS.get(language, _EN)
