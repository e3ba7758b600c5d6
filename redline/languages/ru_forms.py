"""Russian: the nouns that name provisions and the ordinals that count them, in every form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

Case = Literal["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"]
CASES: tuple[Case, ...] = (
    "nominative",
    "genitive",
    "dative",
    "accusative",
    "instrumental",
    "prepositional",
)
Gender = Literal["masculine", "feminine", "neuter"]


class Noun(Struct, frozen=True):
    """A noun with its forms, in the order of `CASES`.

    Attributes:
        gender: which form of an ordinal goes with it.
        one, many: its forms in the singular and in the plural.
    """

    gender: Gender
    one: tuple[str, ...]
    many: tuple[str, ...]

    def form(self, case: Case, *, many: bool = False) -> str:
        """The noun in one case: `подпункта`."""
        return (self.many if many else self.one)[CASES.index(case)]

    def cases_of(self, word: str) -> list[tuple[Case, bool]]:
        """The cases that a form can be, each with whether it is the plural; empty where it is no form."""
        forms = ((self.one, False), (self.many, True))
        return [
            (case, plural)
            for row, plural in forms
            for case, form in zip(CASES, row, strict=True)
            if form == word.lower()
        ]


def _masculine(stem: str, *, ending: str = "") -> Noun:
    """`пункт`; with an ending that loses its vowel in other cases, `заголов-ок`, `столб-ец`."""
    base = stem + ending[1:]
    soft = base.endswith("ц") and not ending  # `абзацем`, but `столбцом`
    one = (stem + ending, f"{base}а", f"{base}у", stem + ending, f"{base}{'е' if soft else 'о'}м", f"{base}е")
    plural = "и" if base.endswith("к") else "ы"
    many = (f"{base}{plural}", f"{base}{'ев' if soft else 'ов'}", f"{base}ам", f"{base}{plural}")
    return Noun("masculine", one, (*many, f"{base}ами", f"{base}ах"))


def _feminine(stem: str, genitive_plural: str) -> Noun:
    """`глава`; `строка`, whose stem takes и."""
    plural = f"{stem}{'и' if stem.endswith('к') else 'ы'}"
    instrumental = f"{stem}{'ей' if stem.endswith('ц') else 'ой'}"
    one = (f"{stem}а", plural, f"{stem}е", f"{stem}у", instrumental, f"{stem}е")
    return Noun("feminine", one, (plural, genitive_plural, f"{stem}ам", plural, f"{stem}ами", f"{stem}ах"))


def _neuter(stem: str) -> Noun:
    """`приложение`."""
    one = (f"{stem}ие", f"{stem}ия", f"{stem}ию", f"{stem}ие", f"{stem}ием", f"{stem}ии")
    many = (f"{stem}ия", f"{stem}ий", f"{stem}иям", f"{stem}ия", f"{stem}иями", f"{stem}иях")
    return Noun("neuter", one, many)


NOUNS: dict[str, Noun] = {
    "статья": Noun(
        "feminine",
        ("статья", "статьи", "статье", "статью", "статьей", "статье"),
        ("статьи", "статей", "статьям", "статьи", "статьями", "статьях"),
    ),
    "часть": Noun(
        "feminine",
        ("часть", "части", "части", "часть", "частью", "части"),
        ("части", "частей", "частям", "части", "частями", "частях"),
    ),
    "пункт": _masculine("пункт"),
    "подпункт": _masculine("подпункт"),
    "раздел": _masculine("раздел"),
    "подраздел": _masculine("подраздел"),
    "параграф": _masculine("параграф"),
    "абзац": _masculine("абзац"),
    "столбец": _masculine("столб", ending="ец"),
    "заголовок": _masculine("заголов", ending="ок"),
    "текст": _masculine("текст"),
    "номер": Noun(
        "masculine",
        ("номер", "номера", "номеру", "номер", "номером", "номере"),
        ("номера", "номеров", "номерам", "номера", "номерами", "номерах"),
    ),
    "рисунок": _masculine("рисун", ending="ок"),
    "глава": _feminine("глав", "глав"),
    "преамбула": _feminine("преамбул", "преамбул"),
    "таблица": _feminine("таблиц", "таблиц"),
    "формула": _feminine("формул", "формул"),
    "графа": _feminine("граф", "граф"),
    "строка": _feminine("строк", "строк"),
    "ячейка": _feminine("ячейк", "ячеек"),
    "сноска": _feminine("сноск", "сносок"),
    "позиция": Noun(
        "feminine",
        ("позиция", "позиции", "позиции", "позицию", "позицией", "позиции"),
        ("позиции", "позиций", "позициям", "позиции", "позициями", "позициях"),
    ),
    "приложение": _neuter("приложен"),
    "примечание": _neuter("примечан"),
    "предложение": _neuter("предложен"),
    "определение": _neuter("определен"),
    "оглавление": _neuter("оглавлен"),
    "содержание": _neuter("содержан"),
    "название": _neuter("назван"),
    "наименование": _neuter("наименован"),
    "понятие": _neuter("понят"),
}
"""The nouns that name provisions and their parts, by their first form."""

# Numerals up to 399; `первый` stands for the stem `перв` with the endings of an adjective.
_UNITS = ["перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"]
_TEENS = [
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
]
_TENS = ["двадцат", "тридцат", "сороков", "пятидесят", "шестидесят", "семидесят", "восьмидесят", "девяност"]
_BEFORE_UNITS = [
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
]
_HUNDREDS, _HUNDREDTHS = ["сто", "двести", "триста"], ["сот", "двухсот", "трехсот"]
_STRESSED = {"втор", "шест", "седьм", "восьм", "сороков"}
"""Their first form ends in -ой."""

_ENDINGS: dict[Gender | Literal["plural"], tuple[str, ...]] = {
    "masculine": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "feminine": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "neuter": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "plural": ("ые", "ых", "ым", "ые", "ыми", "ых"),
}
_THIRD: dict[Gender | Literal["plural"], tuple[str, ...]] = {
    "masculine": ("третий", "третьего", "третьему", "третий", "третьим", "третьем"),
    "feminine": ("третья", "третьей", "третьей", "третью", "третьей", "третьей"),
    "neuter": ("третье", "третьего", "третьему", "третье", "третьим", "третьем"),
    "plural": ("третьи", "третьих", "третьим", "третьи", "третьими", "третьих"),
}


def _forms(stem: str, gender: Gender | Literal["plural"]) -> tuple[str, ...]:
    if stem == "трет":
        return _THIRD[gender]
    stressed = stem in _STRESSED and gender == "masculine"
    return tuple(stem + ("ой" if stressed and ending == "ый" else ending) for ending in _ENDINGS[gender])


def _stem(number: int) -> tuple[str, str]:
    """What stands before the ordinal of a number (`двадцать `), and the stem of the ordinal itself."""
    hundreds, rest = divmod(number, 100)
    if hundreds and not rest:
        return "", _HUNDREDTHS[hundreds - 1]
    if hundreds:
        before, stem = _stem(rest)
        return f"{_HUNDREDS[hundreds - 1]} {before}", stem
    if number <= 10:
        return "", _UNITS[number - 1]
    if number < 20:
        return "", _TEENS[number - 11]
    tens, units = divmod(number, 10)
    if units == 0:
        return "", _TENS[tens - 2]
    return f"{_BEFORE_UNITS[tens - 2]} ", _UNITS[units - 1]


MOST = 399
"""The last number whose ordinal is written in words."""


def ordinal(number: int, gender: Gender, case: Case) -> str:
    """The ordinal of a number from 1 to 399, or -1 for the last: `двадцать первой`.

    Args:
        number: from 1 to `MOST`, or -1.
        gender, case: those of the noun that it goes with.
    """
    before, stem = ("", "последн") if number == -1 else _stem(number)
    if number == -1:
        soft = {"ый": "ий", "ого": "его", "ому": "ему", "ым": "им", "ом": "ем", "ая": "яя", "ой": "ей"}
        ending = _ENDINGS[gender][CASES.index(case)]
        return stem + (soft | {"ую": "юю", "ое": "ее"}).get(ending, ending)
    return before + _forms(stem, gender)[CASES.index(case)]


def ordinals() -> Iterator[tuple[str, int]]:
    """Every form of every ordinal, with its number."""
    kinds: tuple[Gender | Literal["plural"], ...] = ("masculine", "feminine", "neuter", "plural")
    for number in range(1, MOST + 1):
        before, stem = _stem(number)
        for kind in kinds:
            yield from ((before + form, number) for form in _forms(stem, kind))
    yield from (
        (f"последн{ending}", -1)
        for ending in ["ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ее", "ие", "их", "ими"]
    )
