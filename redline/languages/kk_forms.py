"""Kazakh: nouns in every case, number and with the possessive ending of the third person, and ordinals.

The endings follow the vowels of the last syllable (back or front) and the last sound; the tables are those of
school grammar. Words that go their own way (`акт` – `актінің`) are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

Case = Literal[
    "nominative", "genitive", "dative", "accusative", "locative", "ablative", "instrumental", "adjective"
]
"""`adjective` is what stands in a place: `тармағындағы`, the word that is in the paragraph."""
CASES: tuple[Case, ...] = (
    "nominative",
    "genitive",
    "dative",
    "accusative",
    "locative",
    "ablative",
    "instrumental",
    "adjective",
)

_BACK = frozenset("аоұыяёу")
_FRONT = frozenset("әөүіеэиюй")
_VOWELS = frozenset("аәоөұүыіеэёюяиу")
_NASALS = frozenset("мнң")
_VOICELESS = frozenset("пфкқтсшщхцчһбвгд")
"""Б, в, г, д at the end of a word are spoken without voice."""
_WITH_VOWEL = frozenset({"акт", "факт", "субъект", "объект", "проект"})
"""Borrowed words that take a vowel before every ending: `актінің`, `актілер`, `актісі`."""
_ALWAYS_FRONT = _WITH_VOWEL | {"пункт", "процент", "контракт", "банк", "съезд"}
_CLOSED_UP: Mapping[str, str] = {
    "халық": "халқ", "орын": "орн", "ерін": "ерн", "мұрын": "мұрн", "мойын": "мойн", "қойын": "қойн",
    "ауыз": "ауз", "қарын": "қарн", "ғұрып": "ғұрп", "қалып": "қалп", "көңіл": "көңл", "құлық": "құлқ",
}  # fmt: skip
"""Words that lose their last vowel before a possessive ending: `халқы`, `орны`; also as the last part of
another (`кәсіпорны`).
"""
_BORROWED_FRONT = re.compile(r"и[^аәоөұүыіеэёюяиу]+$")
_OWN_BACK = re.compile(r"[қғұы]|их$")
_ALWAYS_BACK = frozenset({"цифр"})


def inflect(stem: str, case: Case = "nominative", *, many: bool = False, possessed: bool = False) -> str:
    """A noun in one of its forms: `тармақ` -> `тармақтарының`.

    Args:
        stem: its first form.
        case: its case.
        many: the plural.
        possessed: with the possessive ending of the third person (`тармағы`, of something).
    """
    front = is_front(stem)
    plain = case == "nominative" and not many and not possessed
    word = f"{stem}і" if stem.lower() in _WITH_VOWEL and not plain else stem
    if many:
        word += ("лер" if front else "лар") if _is_open(word) else _plural(word, front)
    if possessed:
        word = _possessed(word, front)
    return word + _ending(word, case, front, possessed=possessed)


def is_front(word: str) -> bool:
    """Whether the endings of a word have front vowels, by its last vowel; и and у go with those before."""
    if word.lower() in _ALWAYS_FRONT:
        return True
    if word.lower() in _ALWAYS_BACK:
        return False
    if word.lower().endswith("ь"):
        return True
    if _BORROWED_FRONT.search(word.lower()) and not _OWN_BACK.search(word.lower()):
        return True  # `кредитке`, `депозиті`, but `тарихы`, `мұхиттың`
    for letter in reversed(word.lower()):
        if letter in _BACK and letter != "у":
            return False
        if letter in _FRONT and letter not in "ий":
            return True
    return any(letter in "и" for letter in word.lower())


def _is_open(word: str) -> bool:
    """Whether the plural is the plain one: behind a vowel, р, й and у."""
    return word[-1] in _VOWELS or word[-1] in "рй"


def _plural(word: str, front: bool) -> str:
    consonant = "т" if word[-1] in _VOICELESS else "д"
    return consonant + ("ер" if front else "ар")


def _possessed(word: str, front: bool) -> str:
    closed = next((end for end in _CLOSED_UP if word.lower().endswith(end)), "")
    if closed:
        return word[: -len(closed)] + _CLOSED_UP[closed] + ("і" if front else "ы")
    word = word.removesuffix("ь")
    last = word[-1]
    vowel = "і" if front else "ы"
    if last in _VOWELS and last not in "уи":
        return f"{word}с{vowel}"
    voiced = {"п": "б", "к": "г", "қ": "ғ"}
    if last in voiced and len(word) > 1 and word[-2] in _VOWELS:
        word = word[:-1] + voiced[last]
    return word + vowel


def _ending(word: str, case: Case, front: bool, *, possessed: bool) -> str:
    if case == "nominative":
        return ""
    vowel = "е" if front else "а"
    close = "і" if front else "ы"
    if possessed:
        endings: dict[Case, str] = {
            "genitive": f"н{close}ң",
            "dative": f"н{vowel}",
            "accusative": "н",
            "locative": f"нд{vowel}",
            "ablative": f"н{vowel}н",
            "instrumental": "мен",
            "adjective": f"нд{vowel}ғ{close}" if not front else "ндегі",
        }
        return endings[case]
    return _plain_ending(word, case, vowel, close)


def _plain_ending(word: str, case: Case, vowel: str, close: str) -> str:
    last = word[-1]
    sound = _sound(last)
    hard = sound == "voiceless"
    soft_g = "ғ" if vowel == "а" else "г"
    match case:
        case "genitive":
            opening = {"vowel": "н", "nasal": "н", "voiceless": "т"}.get(sound, "д")
            return f"{opening}{close}ң"
        case "dative":
            return (("қ" if vowel == "а" else "к") if hard else soft_g) + vowel
        case "accusative":
            return {"vowel": "н", "voiceless": "т"}.get(sound, "д") + close
        case "locative":
            return ("т" if hard else "д") + vowel
        case "ablative":
            return {"nasal": "н", "voiceless": "т"}.get(sound, "д") + f"{vowel}н"
        case "instrumental":
            return {"voiceless": "пен", "buzzing": "бен"}.get(sound, "мен")
        case _:
            return ("т" if hard else "д") + f"{vowel}{soft_g}{close}"


def _sound(last: str) -> str:
    """The last sound of a word, as far as endings depend on it; у and и count as consonants, like й."""
    if last in _VOICELESS:
        return "voiceless"
    if last in _NASALS:
        return "nasal"
    if last in "зж":
        return "buzzing"
    return "vowel" if last in _VOWELS and last not in "уи" else "sonorant"


def forms(stem: str) -> Iterator[tuple[str, bool]]:
    """Every form of a noun, each with whether it is the plural."""
    for many in (False, True):
        for possessed in (False, True):
            for case in CASES:
                yield inflect(stem, case, many=many, possessed=possessed), many


_ORDINALS = [
    "бірінші",
    "екінші",
    "үшінші",
    "төртінші",
    "бесінші",
    "алтыншы",
    "жетінші",
    "сегізінші",
    "тоғызыншы",
    "оныншы",
    "жиырмасыншы",
    "отызыншы",
    "қырқыншы",
    "елуінші",
    "алпысыншы",
    "жетпісінші",
    "сексенінші",
    "тоқсаныншы",
]
_HUNDREDS = ["жүз", "екі жүз", "үш жүз"]
_TENS = ["он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"]
MOST = 399
"""The last number whose ordinal is written in words."""


def ordinal(number: int) -> str:
    """The ordinal of a number from 1 to 399, or -1 for the last: `жиырма бірінші`."""
    if number == -1:
        return "соңғы"
    hundreds, rest = divmod(number, 100)
    if hundreds:
        before = _HUNDREDS[hundreds - 1]
        return f"{before} {ordinal(rest)}" if rest else f"{before}інші"
    tens, units = divmod(number, 10)
    if tens == 0:
        return _ORDINALS[units - 1]
    return f"{_TENS[tens - 1]} {_ORDINALS[units - 1]}" if units else _ORDINALS[8 + tens]


def ordinals() -> Iterator[tuple[str, int]]:
    """Every ordinal with its number."""
    yield from ((ordinal(number), number) for number in (*range(1, MOST + 1), -1))


def inflect_possessed(word: str, case: Case, *, many: bool = False) -> str:
    """A noun that carries the possessive already, in one of its forms: `органы` -> `органының`.

    Args:
        word: its first form with the possessive.
        case: its case.
        many: the plural (`органдары`).
    """
    if many:
        return inflect(_bare(word), case, many=True, possessed=True)
    return word + _ending(word, case, is_front(word), possessed=True)


def _bare(word: str) -> str:
    """A noun without its possessive: `тармақшасы` -> `тармақша`, `тармағы` -> `тармақ`."""
    for full, closed in _CLOSED_UP.items():
        if word[:-1].lower().endswith(closed):
            return word[: -len(closed) - 1] + full
    if word[-2:] in ("сы", "сі") and word[-3:-2] in _VOWELS:
        return word[:-2]
    stem = word[:-1]
    unvoiced = {"б": "п", "г": "к", "ғ": "қ"}
    return stem[:-1] + unvoiced[stem[-1]] if stem[-1:] in unvoiced else stem
