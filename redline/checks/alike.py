"""Sentences that say almost the same, in one Act or in two: what several checks look at.

Sentences are compared by the stems of their words. Those that share runs of five words are candidates; a
run that occurs in very many sentences is a formula of drafting and tells nothing.
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import NamedTuple

from msgspec.msgpack import Decoder
from rapidfuzz.distance import Indel

from redline.checks.digest import Digest, made_once
from redline.checks.stems import stems_by_line, stems_of
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.model.facts import Facts, Words

_ARTICLES = frozenset({"article", "section", "rule"})
_SHORTEST = 8
"""Shorter sentences (`ведет реестр заявлений;`) are alike without meaning the same."""
_RUN = 5
_MANY = 12
"""A run of words in more sentences than this is a formula."""
_SHARED = 3
_SAMPLE = 2
"""One run of two is looked at, by the checksum of its first word, so that the same are looked at
everywhere."""
_LEAST = 0.8


class _Kept(NamedTuple):
    """A sentence as it is kept.

    Attributes:
        line, start, end: where it stands.
        article: the place of its article.
        manners: see `Sentence`.
        key: of its stems: the same where they are the same.
        stems: parted by spaces.
        runs: the numbers of its runs of words that are looked at, eight bytes each.
    """

    line: int
    start: int
    end: int
    article: int
    manners: str
    key: bytes
    stems: str
    runs: bytes


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence that is compared.

    Attributes:
        act: its Act; line, start, end: where it stands.
        article: the place of its article, or of the provision that stands for one.
        manners: one letter for each duty, right and prohibition in it, in order.
        length: how many words it has, numbers left out.
    """

    act: ReviewedAct
    line: int
    start: int
    end: int
    article: int
    manners: str
    length: int

    @property
    def at(self) -> Words:
        """Where it stands."""
        return Words(self.line, self.start, self.end)


class Pair(NamedTuple):
    """Two sentences, and how alike they are, from 0.8 to 1."""

    one: Sentence
    other: Sentence
    likeness: float

    @property
    def in_one_article(self) -> bool:
        """Whether they stand in one article, where what is alike is meant so."""
        one, other = self.one, self.other
        return one.act is other.act and one.article == other.article


@dataclass(slots=True, eq=False)
class _Wording:
    """Sentences of the same words, numbers and endings left out.

    Attributes:
        stems, runs: as they are kept.
        bearers: the sentences, by their places in the dossier.
    """

    stems: tuple[str, ...]
    runs: array[int]
    bearers: dict[int, Sentence]

    @property
    def enough(self) -> int:
        """How many runs of words another sentence must share with it to be compared."""
        return min(_SHARED, len(self.stems) // 12 + 1)


def alike(review: Review) -> tuple[Pair, ...]:
    """Every pair of sentences of one language that say almost the same, in the order of the dossier."""
    return made_once(review, "alike", lambda: _alike(review))


def _alike(review: Review) -> tuple[Pair, ...]:
    wordings = _wordings(review)
    found: list[tuple[int, int, Pair]] = []
    for (one, other), count in _sharing(wordings).items():
        found += _pairs(wordings[one], wordings[other], count)
    found.sort(key=lambda placed: placed[:2])
    return tuple(pair for _, _, pair in found)


def _wordings(review: Review) -> list[_Wording]:
    """The sentences of a dossier by their words, in the order in which these first stand there."""
    known: dict[bytes, _Wording] = {}
    place = 0
    for act in review.acts:
        for kept in SENTENCES.of(act):
            wording = known.get(kept.key)
            if wording is None:
                stems = tuple(kept.stems.split(" "))
                wording = known[kept.key] = _Wording(stems, array("q", kept.runs), {})
            wording.bearers[place] = Sentence(
                act, kept.line, kept.start, kept.end, kept.article, kept.manners, len(wording.stems)
            )
            place += 1
    return list(known.values())


def _sharing(wordings: Sequence[_Wording]) -> dict[tuple[int, int], int]:
    """How many runs of words two wordings share, by their places, the earlier first; with itself, one that
    several sentences have."""
    often = [len(wording.bearers) for wording in wordings]
    shared: dict[tuple[int, int], int] = {}
    formulas: set[int] = set()
    for run, places in _in_several(wordings).items():
        if sum(often[place] for place in places) > _MANY:
            formulas.add(run)
        else:
            for pair in combinations(places, 2):
                shared[pair] = shared.get(pair, 0) + 1
    for place, wording in enumerate(wordings):
        if 1 < often[place] <= _MANY:
            shared[place, place] = sum(run not in formulas for run in wording.runs)
    return shared


def _in_several(wordings: Sequence[_Wording]) -> dict[int, list[int]]:
    """The runs of words that several wordings have, with the places of these; most have one alone."""
    first: dict[int, int] = {}
    several: dict[int, list[int]] = {}
    for place, wording in enumerate(wordings):
        for run in wording.runs:
            before = first.setdefault(run, place)
            if before != place:
                several.setdefault(run, [before]).append(place)
    return several


def _pairs(one: _Wording, other: _Wording, count: int) -> Iterator[tuple[int, int, Pair]]:
    """The pairs of the sentences of two wordings that share so many runs, each with the places of the two."""
    if count < min(one.enough, other.enough):
        return
    same = one is other
    likeness = 1.0 if same else Indel.normalized_similarity(one.stems, other.stems, score_cutoff=_LEAST)
    if not likeness:
        return
    # How much two must share goes by the length of the one that stands first.
    ahead, behind = count >= one.enough, count >= other.enough
    here, there = one.bearers.items(), other.bearers.items()
    for (first, sentence), (second, twin) in combinations(here, 2) if same else product(here, there):
        if (ahead if first < second else behind) and sentence.act.language == twin.act.language:
            if first < second:
                yield first, second, Pair(sentence, twin, likeness)
            else:
                yield second, first, Pair(twin, sentence, likeness)


def _sentences_of(act: ReviewedAct) -> tuple[_Kept, ...]:
    codes: dict[str, int] = {}
    facts = act.facts
    found: list[_Kept] = []
    for at, stems in _sentences(act):
        words = " ".join(stems)
        modalities = facts.modalities_of.get(at.line, ())
        manners = "".join(each.kind[0] for each in modalities if at.start <= each.at.start < at.end)
        article = article_of(facts, facts.lines[at.line].provision)
        key = hashlib.blake2b(words.encode("utf-8"), digest_size=12).digest()
        found.append(_Kept(at.line, at.start, at.end, article, manners, key, words, _runs(stems, codes)))
    return tuple(found)


SENTENCES = Digest("sentences", Decoder(tuple[_Kept, ...]), _sentences_of)


def _sentences(act: ReviewedAct) -> Iterator[tuple[Words, tuple[str, ...]]]:
    pack = get_pack(act.language)
    for place, stems in enumerate(stems_by_line(act)):
        line = act.facts.lines[place]
        if pack is None or len(stems) < _SHORTEST or line.kind != "text" or line.quoted:
            continue
        if act.facts.repealed(line.provision):
            continue
        if ". " not in line.text:
            yield Words(place, 0, len(line.text)), stems
            continue
        for start, end in pack.sentences(line.text):
            inner = stems_of(line.text[start:end], pack.law, {})
            if len(inner) >= _SHORTEST:
                yield Words(place, start, end), inner


def _runs(stems: Sequence[str], codes: dict[str, int]) -> bytes:
    """The runs of five words in a sentence that are looked at, each as a number.

    Args:
        codes: the checksum of each stem seen so far.
    """
    found: list[int] = []
    for stem in stems:
        code = codes.get(stem)
        if code is None:
            code = codes[stem] = zlib.crc32(stem.encode("utf-8"))
        found.append(code)
    # Numbers have the same hash in every process; those of texts differ from run to run.
    runs = zip(*(found[place:] for place in range(_RUN)), strict=False)
    return array("q", sorted({hash(run) for run in runs if run[0] % _SAMPLE == 0})).tobytes()


def article_of(facts: Facts, provision: int) -> int:
    """The article around a provision, or the provision itself where it stands in none."""
    around = (p for p in facts.ancestors(provision) if facts.provisions[p].unit in _ARTICLES)
    return next(around, provision)
