"""The words of each line of an Act without their endings: read once for all checks."""

from __future__ import annotations

from functools import lru_cache

from redline.dossier.library import ReviewedAct
from redline.languages import get_pack
from redline.languages.law_words import LawWords

_SHORT = 3
Stems = tuple[str, ...]


@lru_cache(maxsize=1)  # all that goes by them is read out of one Act before the next
def stems_by_line(act: ReviewedAct) -> tuple[Stems, ...]:
    """The stems of each line, numbers left out; none where the language has no pack."""
    pack = get_pack(act.language)
    if pack is None:
        return ()
    known: dict[str, str] = {}
    return tuple(stems_of(line.text, pack.law, known) for line in act.facts.lines)


def stems_of(text: str, law: LawWords, known: dict[str, str]) -> Stems:
    """The stems of a text's words; `known` keeps those of words seen before."""
    found: list[str] = []
    for word in text.split():
        stem = known.get(word)
        if stem is None:
            bare = "".join(filter(str.isalpha, word))
            stem = known[word] = law.stem(bare) if bare else ""
        if stem:
            found.append(stem)
    return tuple(found)


TELLING = 7
"""So many letters of a stem tell its word from others; what follows differs between forms of one word."""


def telling_stems(text: str, law: LawWords) -> tuple[str, ...]:
    """The beginnings of the stems of a text's words, without those that every law has."""
    return tuple(stem[:TELLING] for stem in stems_of(text, law, {}) if stem not in law.stops)


def same_stem(one: str, other: str) -> bool:
    """Whether two stems are forms of one word: alike but for a letter or two at their ends."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter == _SHORT:  # `шегі`, `шегінен`
        return abs(len(one) - len(other)) == 1 and one[:shorter] == other[:shorter]
    return shorter > _SHORT and one[: shorter - 1] == other[: shorter - 1] and abs(len(one) - len(other)) < 4
