"""Norms that free from a duty which another Act lays down: «вправе не информировать», «обязан
информировать»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.msgpack import Decoder

from redline.checks.digest import Digest
from redline.checks.norms import Norm, norms_of
from redline.checks.stems import TELLING
from redline.dossier.library import Review, ReviewedAct
from redline.languages import get_pack
from redline.model.facts import Words

_SHARED = 2
_SHARE = 0.5
"""Beside the act itself so many telling words, and so much of those of the shorter norm, are in both."""


@dataclass(frozen=True, slots=True)
class Freed:
    """A norm that frees from something, and one that obliges to it.

    Attributes:
        act, norm, at: the norm that frees, and the words by which it does.
        other_act, other: the norm that obliges, of another document.
    """

    act: ReviewedAct
    norm: Norm
    at: Words
    other_act: ReviewedAct
    other: Norm


def freed(review: Review) -> Iterator[Freed]:
    """Pairs of norms in one language of which one frees from what the other obliges to."""
    for act in review.acts:
        for norm, at, duty in _freeing(act):
            for other_act in review.acts:
                if other_act.language == act.language and other_act.document.id != act.document.id:
                    yield from (
                        Freed(act, norm, at, other_act, other)
                        for other in norms_of(other_act).holding(duty)
                        if other.manner == "duty" and _on_the_same(norm, other, duty)
                    )


def _freeing(act: ReviewedAct) -> Iterator[tuple[Norm, Words, str]]:
    """The norms that free from something, by which words, and what of."""
    for line, start, end, duty in FREEING.of(act):
        for norm in norms_of(act).holding(duty):
            if norm.line == line and norm.start <= start < norm.end:
                yield norm, Words(line, start, end), duty


_Freeing = tuple[int, int, int, str]
"""A line, where in it something is freed from, and what."""


def _read(act: ReviewedAct) -> tuple[_Freeing, ...]:
    pack = get_pack(act.language)
    if pack is None:
        return ()
    matches = (
        (place, match)
        for place, line in enumerate(act.facts.lines)
        for match in pack.norms.freed.finditer(line.text)
    )
    return tuple(
        (place, match.start(), match.end(), pack.law.stem(match["act"])[:TELLING]) for place, match in matches
    )


FREEING = Digest("freeing", Decoder(tuple[_Freeing, ...]), _read)


def _on_the_same(norm: Norm, other: Norm, duty: str) -> bool:
    if duty not in other.stems or duty in other.denied:
        return False
    ones, others = _beside(norm.stems, duty), _beside(other.stems, duty)
    shared = len(ones & others)
    return shared >= max(_SHARED, _SHARE * min(len(ones), len(others)))


def _beside(stems: Sequence[str], duty: str) -> set[str]:
    return set(stems) - {duty}
