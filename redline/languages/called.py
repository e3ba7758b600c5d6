"""What languages are called, in each language that papers are written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Called:
    """How one language speaks of languages.

    Attributes:
        short: by two letters, as in brackets behind a title: «О труде (каз.)».
        whole: as in “in Kazakh”; `unknown` what is said of one without a name, with its letters for `{code}`.
    """

    short: Mapping[str, str]
    whole: Mapping[str, str]
    unknown: str


_ENGLISH = {"en": "English", "ru": "Russian", "kk": "Kazakh"}
_CALLED: Mapping[str, Called] = {
    "en": Called(_ENGLISH, {code: f"in {name}" for code, name in _ENGLISH.items()}, "in the language {code}"),
    "ru": Called(
        {"en": "англ.", "ru": "рус.", "kk": "каз."},
        {"en": "на английском языке", "ru": "на русском языке", "kk": "на казахском языке"},
        "на языке {code}",
    ),
    "kk": Called(
        {"en": "ағылш.", "ru": "орыс.", "kk": "қаз."},
        {"en": "ағылшын тіліндегі", "ru": "орыс тіліндегі", "kk": "қазақ тіліндегі"},
        "{code} тіліндегі",
    ),
}


def short_name(code: str, language: str) -> str:
    """A language as it stands in brackets; its letters where it has no name.

    Args:
        code: two letters.
        language: in which it is said, two letters.
    """
    return _called(language).short.get(code, code)


def in_the_language(code: str, language: str) -> str:
    """“in Kazakh”, «на казахском языке», «қазақ тіліндегі» (which stands before the text, and is of it).

    Args:
        code, language: as for `short_name`.
    """
    called = _called(language)
    return called.whole.get(code) or called.unknown.format(code=code)


def _called(language: str) -> Called:
    return _CALLED.get(language, _CALLED["en"])
