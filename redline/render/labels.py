"""The words that pages and texts say of themselves, in the reader's language.

A further language is a table beside those below; what it leaves out is said in English.
"""

from __future__ import annotations

import datetime

from redline.akn.metadata.version import Version

_ENGLISH = {
    "contents": "Contents",
    "skip": "Skip to the text",
    "notes": "Notes",
    "back": "Back to the text",
    "here": "Link to this provision",
    "table": "Table",
    "image": "image",
    "top": "Beginning",
    "version": "Consolidated text{day}{acts}.",
    "in force": " as in force on {date}",
    "drafted": " as it would stand on {date}",
    "amended": ", as amended by {acts}",
    "last amended": ", as last amended by {acts}",
    "draft": "the draft “{title}”",
    "nameless draft": "a draft",
    "quoted": "“{title}”",
    "and": " and ",
    "header in force": "as in force on {date}",
    "header drafted": "draft, as it would stand on {date}",
    "header undated": "draft",
    "header version": "version of {date}",
    "header changes": "changes drafted {date}",
    "header undated changes": "changes",
    "header draft": "draft of {date}",
    "page": "Page {page} of {pages}",
    "unchanged": "Nothing changes in the text of this Act.",
}
_LABELS: dict[str, dict[str, str]] = {
    "en": _ENGLISH,
    "ru": {
        "contents": "Содержание",
        "skip": "Перейти к тексту",
        "notes": "Примечания",
        "back": "Назад к тексту",
        "here": "Ссылка на это положение",
        "table": "Таблица",
        "image": "изображение",
        "top": "Начало",
        "version": "Консолидированный текст{day}{acts}.",
        "in force": " по состоянию на {date}",
        "drafted": " в редакции, предлагаемой на {date}",
        "amended": ", с изменениями, внесенными актами: {acts}",
        "last amended": ", последние изменения внесены актом: {acts}",
        "draft": "проект «{title}»",
        "nameless draft": "проект",
        "quoted": "«{title}»",
        "and": " и ",
        "header in force": "по состоянию на {date}",
        "header drafted": "проект, в редакции на {date}",
        "header undated": "проект",
        "header version": "редакция от {date}",
        "header changes": "изменения, проект от {date}",
        "header undated changes": "изменения",
        "header draft": "проект от {date}",
        "page": "Страница {page} из {pages}",
        "unchanged": "Текст этого акта не меняется.",
    },
    "kk": {
        "contents": "Мазмұны",
        "skip": "Мәтінге өту",
        "notes": "Ескертпелер",
        "back": "Мәтінге оралу",
        "here": "Осы ережеге сілтеме",
        "table": "Кесте",
        "image": "сурет",
        "top": "Басы",
        "version": "Шоғырландырылған мәтін{day}{acts}.",
        "in force": ", {date} күнгі жағдай бойынша",
        "drafted": ", {date} күнге ұсынылатын редакцияда",
        "amended": ", өзгерістер енгізген актілер: {acts}",
        "last amended": ", соңғы өзгерістер енгізген акт: {acts}",
        "draft": "«{title}» жобасы",
        "nameless draft": "жоба",
        "quoted": "«{title}»",
        "and": " және ",
        "header in force": "{date} күнгі жағдай бойынша",
        "header drafted": "жоба, {date} күнгі редакцияда",
        "header undated": "жоба",
        "header version": "{date} күнгі редакция",
        "header changes": "өзгерістер, {date} күнгі жоба",
        "header undated changes": "өзгерістер",
        "header draft": "{date} күнгі жоба",
        "page": "{page}-бет, барлығы {pages}",
        "unchanged": "Бұл актінің мәтіні өзгермейді.",
    },
}


def labels_in(language: str) -> dict[str, str]:
    """The page's own words in a language, or in English where it has none."""
    return _ENGLISH | _LABELS.get(language, _ENGLISH)


def label_language(language: str) -> str:
    """The language that `labels_in` answers in."""
    return language if language in _LABELS else "en"


def version_in(language: str, version: Version) -> tuple[str, str]:
    """`Consolidated text as in force on DAY, as amended by …`, and the language that this is said in."""
    own = _LABELS.get(language, {})
    said_in = language if "version" in own else "en"
    words = own if said_in == language else _ENGLISH
    day = words["drafted" if version.draft else "in force"]
    acts = [*(version.earlier if version.complete else ()), _amending(version, words)]
    listed = words["and"].join(filter(None, (", ".join(acts[:-1]), acts[-1])))
    by = words["amended" if version.complete else "last amended"].format(acts=listed)
    shown = words["version"].format(
        day=day.format(date=_day(said_in, version.date)) if version.date else "", acts=by
    )
    return shown, said_in


def version_line(language: str, version: Version | None, held: datetime.date | None) -> str:
    """Which version of an Act a document shows, for its header: `as in force on 2026-07-01`.

    Args:
        language: in two letters.
        version: of a consolidated Act; None for one that was loaded.
        held: the date of the version in hand.
    """
    words = labels_in(language)
    if version is None:
        # Where the date is not known, the metadata has the first of all days, since they must have one.
        known = held is not None and held.year > 1
        return words["header version"].format(date=_day(language, held)) if known else ""
    if version.date is None:
        return words["header undated"] if version.draft else ""
    shown = words["header drafted" if version.draft else "header in force"]
    return shown.format(date=_day(language, version.date))


def changes_line(language: str, held: datetime.date | None, drafted: datetime.date | None) -> str:
    """What a redline shows, for its header: `version of 2021-01-01, changes drafted 2026-03-01`."""
    words = labels_in(language)
    changes = words["header changes" if drafted else "header undated changes"].format(
        date=_day(language, drafted)
    )
    return ", ".join(filter(None, (version_line(language, None, held), changes)))


def draft_line(language: str, drafted: datetime.date | None) -> str:
    """Which draft a paper belongs to, for its header: `draft of 2026-03-01`; empty where it has no date."""
    return labels_in(language)["header draft"].format(date=_day(language, drafted)) if drafted else ""


def _day(language: str, date: datetime.date | None) -> str:
    """A date in figures, as papers in the language have it."""
    if date is None:
        return ""
    return date.strftime("%d.%m.%Y") if language in ("ru", "kk") else date.isoformat()


def _amending(version: Version, words: dict[str, str]) -> str:
    if version.draft:
        return words["draft"].format(title=version.title) if version.title else words["nameless draft"]
    title = words["quoted"].format(title=version.title) if version.title else ""
    return " ".join(filter(None, (version.cited, title)))
