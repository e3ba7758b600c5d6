"""Which languages an amending Act can be written in, and with which formulas."""

from __future__ import annotations

from redline.languages.en_enacting import EnglishEnacting
from redline.languages.en_formulas import STYLES, EnglishFormulas
from redline.languages.enacting import CitedAct, Enacting
from redline.languages.formulas import Formulas
from redline.languages.kk_enacting import KazakhEnacting
from redline.languages.kk_formulas import KazakhFormulas
from redline.languages.ru_enacting import RussianEnacting
from redline.languages.ru_formulas import RussianFormulas

_FORMULAS: dict[str, Formulas] = {"ru": RussianFormulas(), "kk": KazakhFormulas()}


def formulas_in(language: str, style: str = "nz") -> Formulas:
    """The formulas of a language (two letters); English in a style, and where a language has none."""
    found = _FORMULAS.get(language)
    if found is not None:
        return found
    return EnglishFormulas(next((each for each in STYLES if each == style), "nz"))


def enacting_in(language: str, law: str = "Law", act: CitedAct | None = None) -> Enacting:
    """What a language says around the instructions; English where it has no formulas.

    Args:
        language: two letters.
        law: what an amending Act in English calls itself, `Law` or `Act`.
        act: an Act that it amends, whose form it has.
    """
    if language == "ru":
        return RussianEnacting(act)
    return KazakhEnacting(act) if language == "kk" else EnglishEnacting(law, act)
