"""Sentences that say almost the same, in one Act or in two: what several checks look at.

Sentences are compared by the stems of their words. Those that share runs of five words are candidates; a
run that occurs in very many sentences is a formula of drafting and tells nothing.
"""

from __future__ import annotations

import zlib
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from msgspec.msgpack import Decoder
from rapidfuzz.distance import Indel

from redline.checks.digest import Digest
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


Compact = tuple[int, int, int, str, bytes]
"""A sentence as it is kept: its line, where in that it begins and ends, its stems parted by spaces, and the
numbers of its runs of words that are looked at, eight bytes each."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that is compared.

    Attributes:
        act: its Act; at: the sentence in one of its lines.
        stems: its words without endings, numbers left out.
    """

    act: ReviewedAct
    at: Words
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, and how alike they are, from 0.8 to 1."""

    one: Sentence
    other: Sentence
    likeness: float


@lru_cache(maxsize=1)
def alike(review: Review) -> tuple[Pair, ...]:
    """Every pair of sentences of one language that say almost the same, in the order of the dossier."""
    sentences = [(act, sentence) for act in review.acts for sentence in _SENTENCES.of(act)]
    known: dict[int, Sentence] = {}
    pairs: list[Pair] = []
    for (one, other), count in sorted(_sharing([sentence[4] for _, sentence in sentences]).items()):
        if sentences[one][0].language != sentences[other][0].language:
            continue
        if count < min(_SHARED, (sentences[one][1][3].count(" ") + 1) // 12 + 1):
            continue
        for place in (one, other):
            if place not in known:
                known[place] = _whole(*sentences[place])
        first, second = known[one], known[other]
        likeness = Indel.normalized_similarity(first.stems, second.stems, score_cutoff=_LEAST)
        if likeness:
            pairs.append(Pair(first, second, likeness))
    return tuple(pairs)


def _sharing(runs: Sequence[bytes]) -> Counter[tuple[int, int]]:
    """How many runs of words two sentences share, by their places, the earlier first."""
    places: dict[int, list[int]] = {}
    for place, packed in enumerate(runs):
        for run in array("q", packed):
            places.setdefault(run, []).append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for found in places.values():
        if 1 < len(found) <= _MANY:
            shared.update(combinations(found, 2))
    return shared


def _whole(act: ReviewedAct, sentence: Compact) -> Sentence:
    line, start, end, stems, _ = sentence
    return Sentence(act, Words(line, start, end), tuple(stems.split(" ")))


def _sentences_of(act: ReviewedAct) -> tuple[Compact, ...]:
    codes: dict[str, int] = {}
    return tuple(
        (at.line, at.start, at.end, " ".join(stems), _runs(stems, codes)) for at, stems in _sentences(act)
    )


_SENTENCES = Digest("sentences", Decoder(tuple[Compact, ...]), _sentences_of)


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


def in_one_article(pair: Pair) -> bool:
    """Whether two sentences stand in one article, where what is alike is meant so."""
    one, other = pair.one, pair.other
    facts = one.act.facts
    return one.act is other.act and (
        article_of(facts, facts.lines[one.at.line].provision)
        == article_of(facts, facts.lines[other.at.line].provision)
    )


def article_of(facts: Facts, provision: int) -> int:
    """The article around a provision, or the provision itself where it stands in none."""
    around = (p for p in facts.ancestors(provision) if facts.provisions[p].unit in _ARTICLES)
    return next(around, provision)
