"""What the numbered units of an article are called: пункт in laws, часть in those codes that call them so.

Law No. 480-V, article 23, has codes consist of parts that are numbered without the word; the Code of
Administrative Offences is cited so («часть первая статьи 519»), the Labour Code is not. An Act shows by its
own references what it calls them.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from redline.model.address import NUMBERED_PART, Step

_RU_PART = re.compile(r"\bчаст(?:ь|и|ью|ей|ям|ями|ях) (?:перв|втор|трет|четв|пят|шест)\w+ (?:стат|наст)")
_RU_POINT = re.compile(r"\bпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)? \d+(?:-\d+)? (?:стат|наст)")
_KK_ORDINAL = "бірінші|екінші|үшінші|төртінші|бесінші|алтыншы"
_KK_PART = re.compile(rf"(?:-баптың|[Оо]сы баптың) (?:{_KK_ORDINAL}) бөлі[гк]")
_KK_POINT = re.compile(r"(?:-баптың|[Оо]сы баптың) \d+(?:-\d+)?-тарма")
_CODE = re.compile(r"кодекс", re.IGNORECASE)
_PATTERNS = {"ru": (_RU_PART, _RU_POINT), "kk": (_KK_PART, _KK_POINT)}


def counts_parts(language: str) -> bool:
    """Whether laws of a language (two letters) count unnumbered words by parts (часть, бөлік)."""
    return language in _PATTERNS


def numbers_parts(title: str, text: str, language: str) -> bool:
    """Whether an Act calls the numbered units of its articles parts.

    Args:
        title: its form and title: only codes do.
        text: all its words.
        language: two letters.
    """
    patterns = _PATTERNS.get(language)
    if patterns is None or _CODE.search(title) is None:
        return False
    parts, points = (len(pattern.findall(text)) for pattern in patterns)
    return parts > points


def as_parts(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The units that lead to a provision of a code that calls the numbered units of its articles parts."""
    outer = (("",), *(step.units[:1] for step in steps))
    return tuple(
        replace(step, units=NUMBERED_PART)
        if step.units[:1] == ("paragraph",) and around == ("article",)
        else step
        for step, around in zip(steps, outer, strict=False)
    )
