"""Paragraphs that say almost the same, in one Act or in two: what several checks look at.

Paragraphs are compared by the stems of their words. Those that share runs of five words are candidates; a
run that occurs in very many paragraphs is a formula of drafting and tells nothing.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import Indel

from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.languages.law_words import LawWords
from redline.model.facts import Facts

_ARTICLES = frozenset({"article", "section", "rule"})
_SHORTEST = 12
"""Shorter paragraphs (`ведет реестр заявлений;`) are alike without meaning the same."""
_RUN = 5
_MANY = 12
"""A run of words in more paragraphs than this is a formula."""
_SHARED = 3
_SAMPLE = 3
"""One run of three is looked at, by its checksum, so that the same are looked at everywhere."""
_LEAST = 0.8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph that is compared.

    Attributes:
        act: its Act; line: its place among the lines of that.
        stems: its words without endings, numbers left out.
    """

    act: ReviewedAct
    line: int
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two paragraphs, and how alike they are, from 0.8 to 1."""

    one: Paragraph
    other: Paragraph
    likeness: float


@lru_cache(maxsize=1)
def alike(review: Review) -> tuple[Pair, ...]:
    """Every pair of paragraphs of one language that say almost the same, in the order of the dossier."""
    paragraphs = list(_paragraphs(review))
    places: dict[int, list[int]] = {}
    for place, paragraph in enumerate(paragraphs):
        for run in _runs(paragraph):
            places.setdefault(run, []).append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for found in places.values():
        if 1 < len(found) <= _MANY:
            shared.update(combinations(found, 2))
    pairs: list[Pair] = []
    for (one, other), count in sorted(shared.items()):
        first, second = paragraphs[one], paragraphs[other]
        if count < min(_SHARED, len(first.stems) // 8 + 1) or first.act.language != second.act.language:
            continue
        likeness = Indel.normalized_similarity(first.stems, second.stems, score_cutoff=_LEAST)
        if likeness:
            pairs.append(Pair(first, second, likeness))
    return tuple(pairs)


def _paragraphs(review: Review) -> Iterator[Paragraph]:
    for act in review.acts:
        pack = get_pack(act.language)
        if pack is None:
            continue
        known: dict[str, str] = {}
        for place, line in enumerate(act.facts.lines):
            if line.kind != "text" or line.quoted or len(line.text) < 4 * _SHORTEST:
                continue
            if act.facts.repealed(line.provision):
                continue
            stems = stems_of(line.text, pack.law, known)
            if len(stems) >= _SHORTEST:
                yield Paragraph(act, place, stems)


def stems_of(text: str, law: LawWords, known: dict[str, str]) -> tuple[str, ...]:
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


def _runs(paragraph: Paragraph) -> set[int]:
    stems = paragraph.stems
    language = paragraph.act.language
    found = (
        zlib.crc32(f"{language} {' '.join(stems[place : place + _RUN])}".encode())
        for place in range(len(stems) - _RUN + 1)
    )
    return {run for run in found if run % _SAMPLE == 0}


def in_one_article(pair: Pair) -> bool:
    """Whether two paragraphs stand in one article, where what is alike is meant so."""
    one, other = pair.one, pair.other
    facts = one.act.facts
    return one.act is other.act and (
        article_of(facts, facts.lines[one.line].provision)
        == article_of(facts, facts.lines[other.line].provision)
    )


def article_of(facts: Facts, provision: int) -> int:
    """The article around a provision, or the provision itself where it stands in none."""
    around = (p for p in facts.ancestors(provision) if facts.provisions[p].unit in _ARTICLES)
    return next(around, provision)
