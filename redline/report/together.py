"""Findings that say the same of several language versions of a provision, told once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from redline.review.judged import Judged

_FIGURE = re.compile(r"\d+")


def by_version(found: Sequence[Judged], language: str) -> list[tuple[Judged, tuple[Judged, ...]]]:
    """Each finding with those of the same kind at the same provisions of other language versions.

    Args:
        found: findings of one check.
        language: two letters: the one in it stands for the others, else the first.

    Returns:
        every finding once, alone or among the others of one.
    """
    groups: dict[tuple[object, int], list[Judged]] = {}
    seen: Counter[tuple[object, str]] = Counter()
    for judged in found:
        evidence = judged.finding.evidence
        spoken = evidence[0].language if evidence else ""
        place = _place(judged)
        # Of two in one version the first belongs to the first of the other version.
        groups.setdefault((place, seen[place, spoken]), []).append(judged)
        seen[place, spoken] += 1
    together = []
    for group in groups.values():
        own = (each for each in group if each.finding.evidence[:1] and _language(each) == language)
        first = next(own, group[0])
        together.append((first, tuple(each for each in group if each is not first)))
    return together


def _language(judged: Judged) -> str:
    return judged.finding.evidence[0].language


def _place(judged: Judged) -> object:
    """What a finding shares with that of another version; its id where it speaks of two languages."""
    evidence = judged.finding.evidence
    if len({each.language for each in evidence}) != 1:
        return judged.finding.id
    places = tuple((each.document, each.eid, () if each.eid else _figures(each.quote)) for each in evidence)
    return judged.finding.kind, places


def _figures(words: str) -> tuple[str, ...]:
    """The figures of words in their size: what is the same in every language, where no provision is named."""
    return tuple(sorted(_FIGURE.findall(words)))
