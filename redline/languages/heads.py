"""How a language writes the line that heads a unit: `Chapter 5. Heading`, `5-бап. Heading`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field


class Heads(Struct, frozen=True):
    """The words of heads.

    Attributes:
        words: the unit word as it stands in a head, lower case -> the AKN elements it may stand for.
        number_first: whether the number stands before the word (`5-бап`).
        named: heads without a number, lower case -> the element (`общая часть`).
        contents: what heads a table of contents, lower case.
        signature: how the signature under an Act begins.
        itself: how a law speaks of itself (`настоящий Закон`).
        annex: the whole head of an annex that says what it is annexed to, with its number in the group
            `number`, which may be empty.
        notes: how the notes to a provision begin that are law themselves («Примечание. Под доходом …»).
    """

    words: Mapping[str, tuple[str, ...]]
    number_first: bool = False
    named: Mapping[str, str] = field(default_factory=dict)
    contents: frozenset[str] = frozenset()
    signature: re.Pattern[str] = re.compile("(?!)")
    notes: re.Pattern[str] = re.compile("(?!)")
    itself: re.Pattern[str] = re.compile("(?!)")
    annex: re.Pattern[str] = re.compile("(?!)(?P<number>)")
