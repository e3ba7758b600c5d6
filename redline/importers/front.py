"""What stands above the first provision: form, title, date and number of the Act, and its preamble."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection

from redline.languages.months import MONTHS
from redline.model.inline_signs import without_notes
from redline.model.outline import Outline, Paragraph

_DAYS = {
    "en": r"(?P<day>\d{1,2}) (?P<month>[A-Za-z]+) (?P<year>\d{4})",
    "ru": r"(?P<day>\d{1,2}) (?P<month>[а-я]+) (?P<year>\d{4})",
    "kk": r"(?P<year>\d{4}) жылғы (?P<day>\d{1,2}) (?P<month>[а-яәғқңөұүһі]+?)(?:[дт][ае]ғы|[дт]егі)?(?!\w)",
}
_FORMS = {
    "en": re.compile(r"(?:.*\b)?(?:law|act|code|order|decree|regulations?|rules)\b.*", re.IGNORECASE),
    "ru": re.compile(r"(?:конституционный закон|закон|кодекс|указ|постановление|приказ)\b.*", re.IGNORECASE),
    "kk": re.compile(r".*\b(?:заңы|кодексі|жарлығы|қаулысы|бұйрығы)$", re.IGNORECASE),
}
_TITLES = {
    "en": re.compile(
        r"(?:On|About|Concerning) |.* (?:Act|Code|Order|Regulations|Rules)(?: \([^)]*\))? \d{4}$"
    ),
    "ru": re.compile(r"Об? "),
    "kk": re.compile(r".* туралы$"),
}
_NUMBER = re.compile(r"(?:№|\bNo\.?|\bN)\s*(?P<number>\d[\w/-]*)")
_SHORT_FORM = 120
"""A line of the form of an Act is no longer; a sentence of the preamble can begin with the same words."""
_SENTENCE = re.compile(r"[.;:,]$")


def read_front(
    outline: Outline, paragraphs: list[Paragraph], underlined: Collection[int], language: str
) -> None:
    """Tell the preface from the preamble, and take from it what the frame lacks.

    The preface ends at the first paragraph that reads as a sentence.

    Args:
        underlined: the lines of paragraphs with a rule under them, as plain text marks a title.
    """
    frame, titles = outline.frame, set()
    rest = list(paragraphs)
    while rest:
        text = rest[0].plain
        dated = _date(text, language) if len(text) <= _SHORT_FORM else None
        if rest[0].line in underlined or _is_title(text, frame.title, language):
            titles.add(rest[0].line)
            frame.title = frame.title or without_notes(text)
        elif dated is not None or _is_form(text, language):
            _read_citation(outline, text, dated, language)
        else:
            break
        outline.preface.append(rest.pop(0))
    outline.title_lines = frozenset(titles)
    outline.preamble = rest


def read_around(outline: Outline, title: str, around: Collection[str], language: str) -> list[str]:
    """Take what the frame lacks from what stands around the law; what was taken so, in words.

    Args:
        title: what the file says the law is called; it counts where the law's text has no title.
        around: lines around the law, one of which may hold its form, date and number.
    """
    frame = outline.frame
    names = ("title", "form", "number", "date")
    lacking = [name for name in names if not getattr(frame, name)]
    frame.title = frame.title or title
    for text in around:
        line = text.rstrip(". ")
        dated = _date(line, language)
        if dated is not None and _is_form(line, language) and not (frame.date and frame.number):
            _read_citation(outline, line, dated, language)
    return [name for name in lacking if getattr(frame, name)]


def _is_title(text: str, title: str, language: str) -> bool:
    if title and " ".join(title.split()).lower() == text.lower():
        return True
    pattern = _TITLES.get(language)
    return not title and pattern is not None and bool(pattern.match(text)) and not _SENTENCE.search(text)


def _is_form(text: str, language: str) -> bool:
    pattern = _FORMS.get(language)
    short = len(text) <= _SHORT_FORM and not _SENTENCE.search(text)
    return short and pattern is not None and pattern.fullmatch(text) is not None


def _read_citation(outline: Outline, text: str, dated: datetime.date | None, language: str) -> None:
    """Form, date and number from a line: `Закон Республики Казахстан от 22 июля 2011 года № 477-IV`."""
    frame = outline.frame
    if dated is not None:
        frame.date = frame.date or dated
        number = _NUMBER.search(text)
        if number is not None:
            frame.number = frame.number or number["number"]
    if _is_form(text, language):
        frame.form = frame.form or _form(text, language)


def _form(text: str, language: str) -> str:
    """A form without date and number: those stand behind it, in Kazakh before its last word."""
    if language == "kk":
        return " ".join(_NUMBER.sub("", re.sub(_DAYS["kk"], "", text)).split())
    return re.split(r"\s+(?:от|dated|of) \d", text)[0]


def _date(text: str, language: str) -> datetime.date | None:
    pattern, months = _DAYS.get(language), MONTHS.get(language, ())
    match = re.search(pattern, text) if pattern else None
    if match is None:
        return None
    said = match["month"].lower()
    month = next((n for n, name in enumerate(months, 1) if said.startswith(name.lower())), 0)
    try:
        return datetime.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
