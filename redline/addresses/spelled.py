"""The ways to write the number of a unit: in letters that look the same, in Arabic and Roman figures."""

from __future__ import annotations

from redline.model.address import Step
from redline.model.lookalikes import other_alphabet


def spellings(step: Step) -> tuple[str, ...]:
    """The number as cited, in letters of the other alphabet that look the same (`а`, `a`), and, for units
    cited by name, the same number in the other script (`2`, `II`).
    """
    number = step.number or ""
    alike = other_alphabet(number)
    found = (number, alike) if alike else (number,)
    if not step.units:
        return found
    others = (_to_roman(one) if one.isdigit() else from_roman(one) for one in found)
    return (*found, *filter(None, others))


_ROMAN_VALUES = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def _to_roman(number: str) -> str:
    value, roman = int(number), ""
    if value > 399:
        return ""
    for worth, letters in _ROMAN_VALUES:
        while value >= worth:
            roman, value = roman + letters, value - worth
    return roman


def from_roman(number: str) -> str:
    value, rest = 0, number
    for worth, letters in _ROMAN_VALUES:
        while rest.startswith(letters):
            value, rest = value + worth, rest[len(letters) :]
    return str(value) if value and not rest and _to_roman(str(value)) == number else ""
