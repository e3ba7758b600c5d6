"""Norms of two Acts, or of two articles of one, that speak of the same and do not say the same of it.

Where `alike` finds sentences that are almost the same word for word, here two norms need only have their
telling words in common; a word tells the more, the fewer norms of the dossier have it. Only those are
compared whose times or figures differ, or of which one says yes where the other says no.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from msgspec.msgpack import Decoder

from redline.checks.digest import Digest, made_once
from redline.checks.norms import AmountKind, Norm, norms_of, values_of, wording_of
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
_PLACES = "I"
_KEYS = "q"
"""How places and keys are packed: in four bytes, and in eight."""


@dataclass(frozen=True, slots=True)
class _Noted:
    """What is looked at in every norm of an Act, so that few need be read whole.

    Attributes:
        words: the telling words of its norms, each once.
        often: in how many of its norms each stands, packed.
        places: which of its norms have enough words to be compared, packed.
        keys: of each of those a number that is the same where a norm says the same, packed.
        told: of each the places of its words in `words`, packed.
        compared: of each in what it can be compared, see `_compared_in`.
    """

    words: tuple[str, ...]
    often: bytes
    places: bytes
    keys: bytes
    told: tuple[bytes, ...]
    compared: bytes


def _note(act: ReviewedAct) -> _Noted:
    known: dict[str, int] = {}
    often: Counter[int] = Counter()
    places, keys, told, compared = array(_PLACES), array(_KEYS), [], bytearray()
    for place, norm in enumerate(norms_of(act)):
        telling = dict.fromkeys((*norm.lead, *norm.stems))
        words = [known.setdefault(stem, len(known)) for stem in telling]
        often.update(words)
        if len(norm.lead) + len(norm.stems) >= _FEWEST:
            places.append(place)
            keys.append(wording_of(norm))
            told.append(array(_PLACES, words).tobytes())
            compared.append(_compared_in(norm))
    counts = array(_PLACES, (often[place] for place in range(len(known))))
    return _Noted(
        tuple(known), counts.tobytes(), places.tobytes(), keys.tobytes(), tuple(told), bytes(compared)
    )


NOTED = Digest("noted of norms", Decoder(_Noted), _note)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A norm that may be compared.

    Attributes:
        act, place: where among the norms of its Act.
        rarest: the ranks of its rarest words.
        compared: in what it can be compared.
    """

    act: ReviewedAct
    place: int
    rarest: tuple[int, ...]
    compared: int

    @property
    def norm(self) -> Norm:
        """The norm."""
        return norms_of(self.act)[self.place]


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


def near(review: Review) -> tuple[Near, ...]:
    """Every two norms of one language that speak of the same, in the order of the dossier."""
    return made_once(review, "near", lambda: _near(review))


def _near(review: Review) -> tuple[Near, ...]:
    found: list[Near] = []
    for language in dict.fromkeys(act.language for act in review.acts):
        found += _in_language([act for act in review.acts if act.language == language])
    return tuple(found)


def _in_language(acts: list[ReviewedAct]) -> Iterator[Near]:
    often: dict[str, int] = {}
    for act in acts:
        noted = NOTED.of(act)
        for word, count in zip(noted.words, array(_PLACES, noted.often), strict=True):
            often[word] = often.get(word, 0) + count
    norms = _to_compare(acts, often)
    weights = {stem: math.log((len(norms) + 1) / (count + 0.5) + 1) for stem, count in often.items()}
    pack = get_pack(acts[0].language)
    opposites = pack.norms.opposites if pack is not None else ()
    for one, other in sorted(_together(norms)):
        act, other_act = norms[one].act, norms[other].act
        norm, twin = norms[one].norm, norms[other].norm
        if act is other_act and norm.article == twin.article:  # an article tells its own cases apart
            continue
        if _differ(norm, twin) and not _opposite(norm, twin, opposites):
            pair = _pair(act, norm, other_act, twin, weights)
            if max(pair.likeness, pair.beginning) >= _LEAST:
                yield pair


def _to_compare(acts: list[ReviewedAct], often: Mapping[str, int]) -> list[_Candidate]:
    """The norms that say enough, each once: what is repeated word for word, in a copy of an Act, is looked at
    once.

    Args:
        often: in how many norms each word stands: the fewer, the rarer it is.
    """
    rank = {stem: n for n, stem in enumerate(sorted(often, key=lambda stem: (often[stem], stem)))}
    found: list[_Candidate] = []
    known: set[int] = set()
    for act in acts:
        noted = NOTED.of(act)
        ranks = [rank[word] for word in noted.words]
        columns = (array(_PLACES, noted.places), array(_KEYS, noted.keys), noted.told, noted.compared)
        for place, key, told, compared in zip(*columns, strict=True):
            if key not in known:
                known.add(key)
                rarest = sorted(ranks[word] for word in array(_PLACES, told))[:_RAREST]
                found.append(_Candidate(act, place, tuple(rarest), compared))
    return found


def _together(norms: Sequence[_Candidate]) -> set[tuple[int, int]]:
    """Norms that have two of their rarest words in common, and something to be compared in."""
    first: dict[tuple[int, int], int] = {}
    several: dict[tuple[int, int], list[int]] = {}
    for place, norm in enumerate(norms):
        for two in combinations(norm.rarest, 2):
            before = first.setdefault(two, place)
            if before != place:
                several.setdefault(two, [before]).append(place)
    return {
        (one, other)
        for places in several.values()
        if len(places) <= _MANY
        for one, other in combinations(places, 2)
        if norms[one].compared & norms[other].compared
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
    pairs = list(zip(values_of(ones), values_of(others), strict=True))
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
