"""Norms of two Acts, or of two articles of one, that speak of the same and do not say the same of it.

Where `alike` finds sentences that are almost the same word for word, here two norms need only have their
telling words in common; a word tells the more, the fewer norms of the dossier have it. Only those are
compared whose times or figures differ, or of which one says yes where the other says no.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from redline.checks.norms import Amount, AmountKind, Norm, norms_of
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack

_RAREST = 8
"""So many of the rarest words of a norm are looked at, two at a time."""
_MANY = 12
"""Two words that so many norms have in common are a formula."""
_FEWEST = 5
"""Norms with fewer telling words (`Заявление рассматривается`) speak of anything."""
_BEGINNING = 9
_LEAST = 0.35
"""What is less alike is on something else."""
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Near:
    """Two norms that speak of the same.

    Attributes:
        act, norm, other_act, other: the two, in the order of the dossier.
        likeness: from 0 to 1: how much of what they say they have in common, by how telling the words are.
        apart: what each says that the other does not, where both do: the smaller of the two, against what
            they share. Two norms on different cases are both apart; one that only says more is not.
        beginning: the likeness of their first words.
    """

    act: ReviewedAct
    norm: Norm
    other_act: ReviewedAct
    other: Norm
    likeness: float
    apart: float
    beginning: float

    @property
    def two_acts(self) -> bool:
        """Whether the norms are of two documents."""
        return self.act.document.id != self.other_act.document.id


@lru_cache(maxsize=1)
def near(review: Review) -> tuple[Near, ...]:
    """Every two norms of one language that speak of the same, in the order of the dossier."""
    found: list[Near] = []
    for language in dict.fromkeys(act.language for act in review.acts):
        found += _in_language([act for act in review.acts if act.language == language])
    return tuple(found)


def _in_language(acts: list[ReviewedAct]) -> Iterator[Near]:
    norms: list[tuple[ReviewedAct, Norm]] = []
    known: set[tuple[object, ...]] = set()
    often: Counter[str] = Counter()
    for act in acts:
        for norm in norms_of(act):
            often.update({*norm.stems, *norm.lead})
            # What is repeated word for word, in a copy of an Act, is looked at once.
            said = (norm.lead, norm.stems, norm.manner, norm.denied, _values(norm.amounts))
            if len(norm.lead) + len(norm.stems) >= _FEWEST and said not in known:
                known.add(said)
                norms.append((act, norm))
    weights = {stem: math.log((len(norms) + 1) / (count + 0.5) + 1) for stem, count in often.items()}
    pack = get_pack(acts[0].language)
    opposites = pack.norms.opposites if pack is not None else ()
    for one, other in sorted(_candidates([norm for _, norm in norms], weights)):
        (act, norm), (other_act, twin) = norms[one], norms[other]
        if act is other_act and norm.article == twin.article:  # an article tells its own cases apart
            continue
        if _differ(norm, twin) and not _opposite(norm, twin, opposites):
            pair = _pair(act, norm, other_act, twin, weights)
            if max(pair.likeness, pair.beginning) >= _LEAST:
                yield pair


def _candidates(norms: Sequence[Norm], weights: Weights) -> set[tuple[int, int]]:
    """Norms that have two of their rarest words in common, and something to be compared in."""
    rank = {stem: n for n, stem in enumerate(sorted(weights, key=lambda stem: (-weights[stem], stem)))}
    places: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, norm in enumerate(norms):
        rarest = sorted(rank[stem] for stem in {*norm.lead, *norm.stems})[:_RAREST]
        for two in combinations(rarest, 2):
            places[two].append(place)
    compared = [_compared_in(norm) for norm in norms]
    return {
        (one, other)
        for found in places.values()
        if 1 < len(found) <= _MANY
        for one, other in combinations(found, 2)
        if compared[one] & compared[other]
    }


def _compared_in(norm: Norm) -> int:
    """In what a norm can be compared, one bit each: its amounts, its manner, what it states or denies."""
    amounts = bool(norm.amounts) and not norm.cases
    manner = bool(norm.manner) and not norm.manner_led
    return amounts | manner << 1 | norm.whole << 2


def _differ(norm: Norm, other: Norm) -> bool:
    return bool(
        differing(norm, other, "time", "day")
        or differing(norm, other, "share")
        or opposed_manners(norm, other)
        or denied_in_one(norm, other)
    )


def differing(norm: Norm, other: Norm, *kinds: AmountKind) -> list[int]:
    """Which of the amounts of these kinds differ, by their places among them.

    Only where both have the same number of them is it plain which answers to which.
    """
    if norm.cases or other.cases or not norm.amounts or not other.amounts:
        return []
    ones, others = norm.amounts_of(*kinds), other.amounts_of(*kinds)
    if len(ones) != len(others):
        return []
    pairs = list(zip(_values(ones), _values(others), strict=True))
    if any("0" in (one[0], two[0]) for one, two in pairs):  # not read as a number
        return []
    return [place for place, (one, two) in enumerate(pairs) if one != two]


def opposed_manners(norm: Norm, other: Norm) -> bool:
    """Whether one lays down a duty, and the other gives a right or forbids, each in its own words."""
    both = norm.manner and other.manner and norm.manner != other.manner
    return bool(both) and not norm.manner_led and not other.manner_led


def denied_in_one(norm: Norm, other: Norm) -> str:
    """The word that one denies and the other states; empty where there is none."""
    if len(norm.denied) == len(other.denied) or not (norm.whole and other.whole):
        return ""
    for one, against in ((norm, other), (other, norm)):
        for word in one.denied:
            if word in against.stems and word not in against.denied:
                return word
    return ""


def _values(amounts: Sequence[Amount]) -> tuple[tuple[str, str], ...]:
    return tuple((amount.number, amount.unit) for amount in amounts)


def _pair(act: ReviewedAct, norm: Norm, other_act: ReviewedAct, other: Norm, weights: Weights) -> Near:
    likeness, apart = _alike({*norm.lead, *norm.stems}, {*other.lead, *other.stems}, weights)
    if (norm.lead or other.lead) and min(len(norm.stems), len(other.stems)) >= _FEWEST:
        own, own_apart = _alike({*norm.stems}, {*other.stems}, weights)
        if own > likeness:
            likeness, apart = own, own_apart
    beginning, _ = _alike({*norm.stems[:_BEGINNING]}, {*other.stems[:_BEGINNING]}, weights)
    return Near(act, norm, other_act, other, likeness, apart, beginning)


def _alike(here: set[str], there: set[str], weights: Weights) -> tuple[float, float]:
    """How much two sets of words have in common, and how far both go apart."""
    shared = math.fsum(weights[stem] for stem in here & there)
    only = math.fsum(weights[stem] for stem in here - there)
    missing = math.fsum(weights[stem] for stem in there - here)
    if not shared:
        return 0.0, 1.0
    return 2 * shared / (2 * shared + only + missing), min(only, missing) / shared


def _opposite(norm: Norm, other: Norm, prefixes: tuple[str, ...]) -> bool:
    """Whether one has a word and the other its opposite: `плановые проверки`, `внеплановые проверки`."""
    here, there = {*norm.lead, *norm.stems}, {*other.lead, *other.stems}
    return any(
        stem in prefixes or (stem.startswith(prefix) and _begins_alike(stem[len(prefix) :], against))
        for one, against in ((here - there, there - here), (there - here, here - there))
        for stem in one
        for prefix in prefixes
    )


def _begins_alike(stem: str, stems: set[str]) -> bool:
    return len(stem) > 2 and any(other.startswith(stem) for other in stems)
