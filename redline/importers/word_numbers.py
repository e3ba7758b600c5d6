"""The numbers that Word writes before paragraphs by itself (`word/numbering.xml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def value_of(parent: Element | None, name: str) -> str | None:
    """The `w:val` of a child, or None."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val") if child is not None else None


@dataclass(slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of a document, in its order.

    Args:
        numbering: the root of `word/numbering.xml`; None where there is none.
        styles: the root of `word/styles.xml`, since a style can bring a list.
    """

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._read(numbering)
        for style in styles.iter(f"{W}style") if styles is not None else ():
            number = style.find(f"{W}pPr/{W}numPr")
            identifier = value_of(number, "numId")
            if identifier is not None:
                self._styles[style.get(f"{W}styleId") or ""] = (
                    identifier,
                    int(value_of(number, "ilvl") or 0),
                )

    def _read(self, numbering: Element) -> None:
        abstract = {
            each.get(f"{W}abstractNumId"): {
                int(level.get(f"{W}ilvl") or 0): _level(level) for level in each.iter(f"{W}lvl")
            }
            for each in numbering.iter(f"{W}abstractNum")
        }
        shared: dict[str | None, _List] = {}
        for num in numbering.iter(f"{W}num"):
            of = value_of(num, "abstractNumId")
            restarts = {
                int(each.get(f"{W}ilvl") or 0): int(value_of(each, "startOverride") or 1)
                for each in num.iter(f"{W}lvlOverride")
                if each.find(f"{W}startOverride") is not None
            }
            levels = dict(abstract.get(of, {}))
            if restarts:
                for depth, start in restarts.items():
                    if depth in levels:
                        levels[depth] = _Level(levels[depth].form, levels[depth].text, start)
                self._lists[num.get(f"{W}numId") or ""] = _List(levels)
            else:
                # Lists of one kind go on counting together.
                self._lists[num.get(f"{W}numId") or ""] = shared.setdefault(of, _List(levels))

    def number(self, paragraph: Element) -> str:
        """The number that Word shows before a paragraph, or an empty string."""
        properties = paragraph.find(f"{W}pPr")
        own = properties.find(f"{W}numPr") if properties is not None else None
        identifier, depth = self._styles.get(value_of(properties, "pStyle") or "", ("", 0))
        if own is not None:
            identifier = value_of(own, "numId") or identifier
            depth = int(value_of(own, "ilvl") or depth)
        found = self._lists.get(identifier)
        if found is None or depth not in found.levels:
            return ""
        return _counted(found, depth)


def _counted(found: _List, depth: int) -> str:
    level = found.levels[depth]
    found.counts[depth] = found.counts.get(depth, level.start - 1) + 1
    for deeper in [each for each in found.counts if each > depth]:
        del found.counts[deeper]
    if level.form in ("bullet", "none"):
        return ""

    def printed(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        of = found.levels.get(at, level)
        return written(found.counts.get(at, of.start), of.form)

    return re.sub(r"%(\d)", printed, level.text)


def _level(level: Element) -> _Level:
    return _Level(
        value_of(level, "numFmt") or "decimal",
        value_of(level, "lvlText") or "",
        int(value_of(level, "start") or 1),
    )


def written(number: int, form: str) -> str:
    """A number in one of Word's forms (`decimal`, `lowerLetter`, `upperRoman`, `russianLower`, …)."""
    alphabets: Mapping[str, str] = {"lowerLetter": _LATIN, "russianLower": _RUSSIAN}
    small = form[:1].lower() + form[1:].replace("Upper", "Lower")
    small = {"upperLetter": "lowerLetter", "upperRoman": "lowerRoman"}.get(small, small)
    text = str(number)
    if small in alphabets and number > 0:
        letters = alphabets[small]
        text = letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1)
    elif small == "lowerRoman":
        text = _roman(number)
    return text.upper() if "pper" in form else text


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        while number >= worth:
            text, number = text + letters, number - worth
    return text
