"""Numbers of provisions: how they are printed, what kind they are, and what follows what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

LATIN = "bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|undecies|duodecies"
"""Suffixes of numbers put between numbers in Romance languages: `3 bis`, `1-ter`, `5quater`."""

_LETTER = "A-Za-zА-Яа-яёәғқңөұүһі"
_LEADING = re.compile(
    rf"(?P<printed>"
    rf"\((?P<parens>-?[0-9]{{1,4}}[{_LETTER}]{{0,3}}(?:[-.–][0-9A-Za-z]{{1,4}})*(?:[- ]?(?:{LATIN}))?"
    rf"|[A-Z][0-9]{{1,2}}|[{_LETTER}]{{1,5}}(?:-(?:[0-9A-Za-z]{{1,4}}|{LATIN}))*)\)"
    rf"|(?P<paren>-?[0-9]{{1,4}}(?:[-.–][0-9]{{1,4}})*(?:[A-Za-z]|[- ]?(?:{LATIN}))?"
    rf"|(?:[A-Za-zА-Яа-яё]{{1,2}}|[ivxlIVXL]{{1,5}})(?:-(?:[0-9]{{1,2}}|{LATIN}))?)\)"
    rf"|(?P<dot>-?[0-9]{{1,4}}(?:[-–.][0-9]{{1,4}})*(?:[A-Z]{{1,2}}|[a-z]|[- ]?(?:{LATIN}))?)\.(?=\s|$)"
    rf"|(?P<roman>[IVXL]{{1,6}}|[A-Z])\.(?=\s)"
    rf")"
)


class Number(Struct, frozen=True):
    """A number at the start of a line.

    Attributes:
        printed: as written (`(a)`, `5-1.`, `Article 5.`).
        bare: without punctuation (`a`, `5-1`, `5`).
        template: the printed form with `{n}` for the bare number (`({n})`).
    """

    printed: str
    bare: str
    template: str


def leading_number(line: str) -> tuple[Number, str] | None:
    """The number that a line begins with, and the rest of the line; None where it begins with words."""
    match = _LEADING.match(line)
    if match is None:
        return None
    printed = match.group("printed")
    bare = next(match.group(name) for name in ("parens", "paren", "dot", "roman") if match.group(name))
    if bare.isalpha() and not _is_lettered(bare):
        return None
    rest = line[match.end() :]
    if rest and not rest[0].isspace() and not rest.startswith("("):
        return None
    return Number(printed, bare, printed.replace(bare, "{n}", 1)), rest.lstrip()


def _is_lettered(bare: str) -> bool:
    """Whether letters are a number: one or two, a letter repeated, a Roman numeral, or letters put between
    others (`caa`, `zza`, `iva`); `(new)` is a word in brackets.
    """
    small = bare.lower()
    if len(small) <= 2 or len(set(small)) == 1 or re.fullmatch("[a-z]?[az]+[a-z]|[ivx]+[a-d]", small):
        return True
    return _roman(small) > 0 and set(small) <= set("ivxlc")


@lru_cache(maxsize=4096)
def styles_of(bare: str) -> frozenset[str]:
    """The kinds of numbering a bare number can belong to: `i` is a letter and a Roman numeral."""
    base = base_of(bare)
    if base.lstrip("-").isdigit():
        return frozenset({"arabic"})
    case = "lower" if base.islower() else "upper"
    kinds = set()
    if len(base) == 1 or len(set(base)) == 1:
        kinds.add(f"{case}-alpha")
    if len(base) == 2 and len(set(base)) == 1:
        kinds.add(f"{case}-double")
    if _roman(base):
        kinds.add(f"{case}-roman")
    return frozenset(kinds or {f"{case}-alpha"})


def base_of(bare: str) -> str:
    """The number without what an insertion added: `3` of `3A` and `3-1`, `b` of `b-1`."""
    match = re.match(r"-?\d+|[^\W\d_]+", bare)
    return match.group() if match else bare


@lru_cache(maxsize=4096)
def value_of(bare: str, style: str) -> int:
    """The ordinal of a number in a kind of numbering; 0 where it is none of that kind."""
    base = base_of(bare)
    if style == "arabic":
        return int(base) if base.lstrip("-").isdigit() else 0
    if style.endswith("roman"):
        return _roman(base)
    letter = base[:1].lower()
    alphabet = _ALPHABETS[0] if letter in _ALPHABETS[0] else _ALPHABETS[1]
    place = alphabet.find(letter) + 1
    return place + len(alphabet) * (len(base) - 1) if place and len(set(base)) == 1 else 0


_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя")


def follows(previous: str, number: str, style: str) -> bool:
    """Whether a number comes right after another: `d` after `c`, `3A` and `3-1` after `3`, `3B` after
    `3A`.
    """
    first, second = value_of(previous, style), value_of(number, style)
    if not first or not second:
        return False
    if second == first:
        return number != previous and len(number) > len(base_of(number))
    # Before the first stands -1 (AKN naming convention, 5.1), and behind that 1.
    return second == (first + 1 or 1) and number == base_of(number)


def next_styles(previous: str, number: str, styles: frozenset[str]) -> frozenset[str]:
    """The kinds of numbering in which a number comes right after another.

    Args:
        previous: the number before.
        number: the number.
        styles: the kinds that the list can be of so far; `…-inserted` are letters put between letters: `aa`
            after `a`, `ab` after `aa`, `b` after `ab`.
    """
    found = {style for style in styles & styles_of(number) if follows(previous, number, style)}
    for case in ("lower", "upper"):
        alphabet = {f"{case}-alpha", f"{case}-inserted"}
        if styles & alphabet and f"{case}-alpha" in styles_of(number) and _is_next_letter(previous, number):
            found.add(f"{case}-inserted" if len(number) > 1 else f"{case}-alpha")
        if f"{case}-roman" in styles and _is_next_roman(previous, number):
            found.add(f"{case}-roman")
    return frozenset(found)


def _is_next_roman(previous: str, number: str) -> bool:
    """Roman numerals with letters between them: `ia` after `i`, `ib` after `ia`, `ii` after `ia`."""
    stem, letter = (previous, "") if _roman(previous) else (previous[:-1], previous[-1:])
    if not _roman(stem) or not number.isalpha():
        return False
    if number[:-1] == stem and not _roman(number):
        return number[-1].lower() == (chr(ord(letter.lower()) + 1) if letter else "a")
    return bool(letter) and _roman(number) == _roman(stem) + 1


def later_styles(previous: str, number: str, styles: frozenset[str]) -> frozenset[str]:
    """The kinds of numbering in which a number comes further on than another, some left out between them."""
    alike = len(base_of(previous)) == len(base_of(number))
    return frozenset(
        style
        for style in styles & styles_of(number)
        if 0 < value_of(previous, style) < value_of(number, style) and (alike or not style.endswith("alpha"))
    )


def _is_next_letter(previous: str, number: str) -> bool:
    if number in (f"{previous}a", f"{previous}A"):
        return True
    stem, last = number[:-1], number[-1:]
    before = previous[len(stem) : len(stem) + 1]
    return (
        previous.startswith(stem) and before.isascii() and before.isalpha() and chr(ord(before) + 1) == last
    )


def list_styles(numbers: Sequence[str]) -> frozenset[str]:
    """The kinds of numbering that the numbers of a list fit best: letters in `h, i, j`, Roman numerals in
    `i, ii`.
    """
    counted = {
        style: sum(follows(before, number, style) for before, number in pairwise(numbers))
        for style in frozenset().union(*map(styles_of, numbers))
    }
    most = max(counted.values(), default=0)
    return frozenset(style for style, count in counted.items() if count == most)


def first_styles(bare: str, under: frozenset[str] | None = None) -> frozenset[str]:
    """The kinds of numbering in which a number begins a list; doubled letters (`aa`) begin one under Roman
    numerals and doubled letters only.

    Args:
        bare: the number.
        under: the kinds of the list that it would stand in, where known.
    """
    if bare != base_of(bare):
        return frozenset()
    outer = under or frozenset()
    return frozenset(
        style
        for style in styles_of(bare)
        if value_of(bare, style) == 1
        and (not style.endswith("double") or any(kind.endswith(("roman", "double")) for kind in outer))
    )


def renumbered(printed: str, old: str, new: str) -> str:
    """A printed number with another bare number in it: `Article 5.`, `5`, `6` -> `Article 6.`"""
    place = printed.rfind(old)
    return printed[:place] + new + printed[place + len(old) :] if place >= 0 and old else new


def _roman(text: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    letters = text.lower()
    if not letters or any(letter not in values for letter in letters):
        return 0
    total = 0
    for letter, following in zip(letters, [*letters[1:], ""], strict=True):
        worth = values[letter]
        total += -worth if values.get(following, 0) > worth else worth
    return total if _write_roman(total) == letters else 0


def _write_roman(value: int) -> str:
    pairs = (
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    written = ""
    for worth, letters in pairs:
        while value >= worth:
            written, value = written + letters, value - worth
    return written


def run_of(first: str, last: str) -> list[str] | None:
    """The numbers of a run `(d) .. (f)`: d, e, f; None where no kind of numbering leads from one to the
    other.
    """
    for style in sorted(styles_of(first) & styles_of(last)):
        start, end = value_of(first, style), value_of(last, style)
        if start and end and start <= end and first == base_of(first) and last == base_of(last):
            return [_written(value, style) for value in range(start, end + 1)]
    return None


def _written(value: int, style: str) -> str:
    if style == "arabic":
        return str(value)
    if style.endswith("roman"):
        text = _write_roman(value)
    else:
        text = _ALPHABETS[0][(value - 1) % 26] * ((value - 1) // 26 + 1)
    return text.upper() if style.startswith("upper") else text
