"""Two texts of several paragraphs compared word by word, also where their paragraphs are others.

A sentence that became a list, or two paragraphs that became one, have most of their words in common. What
long passages have in common by chance (`the`, `of the`) is no common word: it would keep the reader from
reading either.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from redline.compare.words import tokens, word_hunks

BREAK = "\u2029"
"""Stands behind each paragraph of a text."""

_WORD = re.compile(r"\w+")
_ALIKE = 0.25
"""The part of the words of the shorter of two paragraphs that they must have in common to belong together."""
_AT_LEAST = 3
"""Words that they must have in common in any case, or all that the shorter one has."""
_MANY = 6
"""So many words in a row are not in common by chance."""
_FEW = 3
"""So many words may be in common by chance where this many times as many change before and behind them:"""
_TIMES = 4


class Kept(Struct, frozen=True):
    """Characters that both texts have: [start, end) of the old one, and where they begin in the new one."""

    start: int
    end: int
    new_start: int

    @property
    def new_end(self) -> int:
        """Where they end in the new text."""
        return self.new_start + self.end - self.start


def kept_across(old: str, new: str) -> list[Kept]:
    """What stays of one text in another: words in their order, and breaks; in order, not overlapping.

    Args:
        old, new: paragraphs, each with `BREAK` behind it.
    """
    starts, new_starts = _starts(old), _starts(new)
    found = list(_in_paragraphs(old, new))
    alike = _of_alike_paragraphs(found, old, new, starts, new_starts)
    words = _without_chance(_widened(alike, old, new), old, new)
    return _with_breaks(words, found, old, starts, new_starts)


def _starts(text: str) -> list[int]:
    """Where each paragraph begins."""
    return [0, *(match.end() for match in re.finditer(BREAK, text))]


def _in_paragraphs(old: str, new: str) -> Iterator[Kept]:
    """What stays, cut at the breaks, which are pieces of their own."""
    at = new_at = 0
    for hunk in word_hunks(old, new):
        yield from _cut(old, at, hunk.start, new_at)
        at, new_at = hunk.end, hunk.new_end
    yield from _cut(old, at, len(old), new_at)


def _cut(old: str, start: int, end: int, new_start: int) -> Iterator[Kept]:
    for match in re.compile(f"{BREAK}|[^{BREAK}]+").finditer(old, start, end):
        yield Kept(match.start(), match.end(), new_start + match.start() - start)


def _of_alike_paragraphs(
    kept: Sequence[Kept], old: str, new: str, starts: Sequence[int], new_starts: Sequence[int]
) -> list[Kept]:
    """The words of paragraphs that belong together: those with a good part, or many in a row, in common."""
    pairs: dict[tuple[int, int], list[Kept]] = defaultdict(list)
    for piece in kept:
        if old[piece.start] != BREAK:
            pairs[bisect_right(starts, piece.start), bisect_right(new_starts, piece.new_start)].append(piece)
    sizes, new_sizes = _sizes(old), _sizes(new)
    found: list[Kept] = []
    for (at, new_at), pieces in pairs.items():
        counts = [_count(old, piece.start, piece.end) for piece in pieces]
        least = min(sizes[at - 1], new_sizes[new_at - 1])
        if sum(counts) >= max(_ALIKE * least, min(_AT_LEAST, least)) or max(counts) >= _MANY:
            found += pieces
    return found


def _widened(kept: Sequence[Kept], old: str, new: str) -> list[Kept]:
    """The pieces with the same words beside them in their paragraphs, which others had before."""
    found: list[Kept] = []
    edge = Kept(0, 0, 0)
    for left, right in pairwise((edge, *kept, Kept(len(old), len(old), len(new)))):
        gone, come = tokens(old[left.end : right.start]), tokens(new[left.new_end : right.new_start])
        before = 0 if right.start == len(old) else _alike_at_end(gone, come)
        behind = 0 if left is edge else _alike_at_end(gone[::-1], come[::-1], before)
        if behind:
            found.append(Kept(left.end, left.end + behind, left.new_end))
        if right.start < len(old):
            found.append(Kept(right.start - before, right.end, right.new_start - before))
    return found


def _alike_at_end(first: Sequence[str], second: Sequence[str], taken: int = 0) -> int:
    """How many characters of words are the same at the end, to the next break; `taken` are spoken for."""
    length = 0
    room = min(sum(map(len, first)), sum(map(len, second))) - taken
    for one, other in zip(reversed(first), reversed(second), strict=False):
        if one != other or BREAK in one or length + len(one) > room:
            break
        length += len(one)
    return length


def _sizes(text: str) -> list[int]:
    return [len(_WORD.findall(paragraph)) for paragraph in text.split(BREAK)]


def _count(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text, start, end))


def _without_chance(kept: Sequence[Kept], old: str, new: str) -> list[Kept]:
    """The words without those few that stand between long changes."""
    ends = Kept(0, 0, 0), Kept(len(old), len(old), len(new))
    found = [ends[0]]
    gaps: list[int] = []
    for piece in (*kept, ends[1]):
        gap = _gap(found[-1], piece, old, new)
        while gaps and _is_chance(found[-1], gaps[-1], gap, old):
            found.pop()
            gaps.pop()
            gap = _gap(found[-1], piece, old, new)
        found.append(piece)
        gaps.append(gap)
    return found[1:-1]


def _gap(left: Kept, right: Kept, old: str, new: str) -> int:
    """How many words change between two pieces: of the text that has more of them there."""
    return max(_count(old, left.end, right.start), _count(new, left.new_end, right.new_start))


def _is_chance(piece: Kept, before: int, behind: int, old: str) -> bool:
    words = _count(old, piece.start, piece.end)
    return words <= _FEW and words * _TIMES <= min(before, behind)


def _with_breaks(
    words: Sequence[Kept], found: Sequence[Kept], old: str, starts: Sequence[int], new_starts: Sequence[int]
) -> list[Kept]:
    """The words, and the breaks of those paragraphs of which words stay.

    Where whole paragraphs take the place of others, each has a break of its own: none of the page has both.
    """
    breaks = [piece for piece in found if old[piece.start] == BREAK]
    merged: list[Kept] = []
    last: Kept | None = None
    for piece in sorted((*words, *breaks), key=lambda piece: piece.start):
        if old[piece.start] != BREAK:
            last = piece
        elif last is None or not (
            last.start >= starts[bisect_right(starts, piece.start) - 1]
            and last.new_start >= new_starts[bisect_right(new_starts, piece.new_start) - 1]
        ):
            continue
        merged.append(piece)
    return merged
