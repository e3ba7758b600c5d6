"""Which pieces of two versions belong together: by identical words, by number, by likeness."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from msgspec import Struct
from rapidfuzz.distance import Indel

from redline.compare.words import increasing

Pair = tuple[int | None, int | None]

_WORD = re.compile(r"\w+")
_SHARE, _LEAST = 2 / 3, 4
"""A text is part of a longer one that has this share of its words in their order, and so many of them."""
_LONG = 4_000
_BAND = 40


class Item(Struct, frozen=True):
    """One piece to be aligned.

    Attributes:
        key: its kind and number (`point:1`), or None where it has no number.
        text: its words.
        kind: pieces of different kinds never belong together.
    """

    key: str | None
    text: str
    kind: str


def likeness(first: str, second: str) -> float:
    """How alike two texts are in their words and the order of them: 0 nothing in common, 1 the same."""
    if first == second:
        return 1.0
    left, right = _WORD.findall(first), _WORD.findall(second)
    if not left or not right:
        return 0.0
    if len(left) > _LONG or len(right) > _LONG:
        common = sum((Counter(left) & Counter(right)).values())
        return 2 * common / (len(left) + len(right))
    return float(Indel.normalized_similarity(left, right))


def is_part(first: str, second: str) -> bool:
    """Whether nearly all of the shorter text stands in the longer one: words were added, or taken away."""
    left, right = _WORD.findall(first), _WORD.findall(second)
    if len(left) > _LONG or len(right) > _LONG:
        return False
    common = Indel.similarity(left, right) / 2
    return bool(common >= max(_LEAST, _SHARE * min(len(left), len(right))))


def align(old: Sequence[Item], new: Sequence[Item], *, threshold: float = 0.5) -> list[Pair]:
    """Pair the pieces of two versions in reading order, without crossings.

    Identical words come first (a renumbered provision is recognised by them), then equal numbers, then
    likeness.

    Args:
        old, new: the pieces of each version.
        threshold: the least likeness at which two pieces without a common number belong together.

    Returns:
        pairs of positions; (i, None) is gone, (None, j) is new; in a gap what is gone stands first.
    """
    matched: list[tuple[int, int]] = []
    _align(old, new, (0, len(old)), (0, len(new)), threshold, matched)
    return _with_gaps(matched, len(old), len(new))


def _with_gaps(matched: list[tuple[int, int]], count: int, new_count: int) -> list[Pair]:
    pairs: list[Pair] = []
    at, new_at = 0, 0
    for place, new_place in [*sorted(matched), (count, new_count)]:
        pairs += [(gone, None) for gone in range(at, place)]
        pairs += [(None, come) for come in range(new_at, new_place)]
        if place < count:
            pairs.append((place, new_place))
        at, new_at = place + 1, new_place + 1
    return pairs


Range = tuple[int, int]


def _align(
    old: Sequence[Item],
    new: Sequence[Item],
    left: Range,
    right: Range,
    threshold: float,
    matched: list[tuple[int, int]],
) -> None:
    """Match a stretch of the old pieces with a stretch of the new, adding to `matched`."""
    left, right = _trim(old, new, left, right, matched)
    if left[0] >= left[1] or right[0] >= right[1]:
        return
    for label in (_identical, _numbered):
        chain = increasing(_common_once(old, new, left, right, label))
        if chain:
            at, new_at = left[0], right[0]
            for place, new_place in [*chain, (left[1], right[1])]:
                _align(old, new, (at, place), (new_at, new_place), threshold, matched)
                if place < left[1]:
                    matched.append((place, new_place))
                at, new_at = place + 1, new_place + 1
            return
    if left[1] - left[0] == right[1] - right[0] == 1 and _only_grew(old[left[0]], new[right[0]]):
        matched.append((left[0], right[0]))
        return
    _by_likeness(old, new, left, right, threshold, matched)


def _only_grew(first: Item, second: Item) -> bool:
    """Whether two pieces without numbers, alone between their neighbours, are one that got or lost words."""
    return first.key is second.key is None and first.kind == second.kind and is_part(first.text, second.text)


def _trim(
    old: Sequence[Item], new: Sequence[Item], left: Range, right: Range, matched: list[tuple[int, int]]
) -> tuple[Range, Range]:
    """Match what is the same at the start and at the end."""
    start, end = left
    new_start, new_end = right
    while start < end and new_start < new_end and _same(old[start], new[new_start]):
        matched.append((start, new_start))
        start, new_start = start + 1, new_start + 1
    while end > start and new_end > new_start and _same(old[end - 1], new[new_end - 1]):
        end, new_end = end - 1, new_end - 1
        matched.append((end, new_end))
    return (start, end), (new_start, new_end)


def _same(first: Item, second: Item) -> bool:
    return first.kind == second.kind and first.text == second.text and first.key == second.key


def _identical(item: Item) -> Hashable | None:
    return (item.kind, item.text) if item.text else None


def _numbered(item: Item) -> Hashable | None:
    return (item.kind, item.key) if item.key is not None else None


def _common_once(
    old: Sequence[Item],
    new: Sequence[Item],
    left: Range,
    right: Range,
    label: Callable[[Item], Hashable | None],
) -> list[tuple[int, int]]:
    """Pairs of pieces whose label occurs once on each side."""
    counts: Counter[Hashable] = Counter(
        name for item in old[slice(*left)] if (name := label(item)) is not None
    )
    new_counts: Counter[Hashable] = Counter(
        name for item in new[slice(*right)] if (name := label(item)) is not None
    )
    places = {label(new[place]): place for place in range(*right)}
    return [
        (place, places[name])
        for place in range(*left)
        if (name := label(old[place])) is not None and counts[name] == 1 and new_counts.get(name) == 1
    ]


def _by_likeness(
    old: Sequence[Item],
    new: Sequence[Item],
    left: Range,
    right: Range,
    threshold: float,
    matched: list[tuple[int, int]],
) -> None:
    """The pairs without crossings that are most alike in all; in long stretches only near neighbours are
    compared.
    """
    rows, columns = left[1] - left[0], right[1] - right[0]
    banded = rows * columns > 2_500
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)] if rows * columns <= 4_000_000 else None
    if best is None:
        return
    taken: set[tuple[int, int]] = set()
    for row in range(1, rows + 1):
        middle = row * columns // rows
        for column in range(1, columns + 1):
            value = max(best[row - 1][column], best[row][column - 1])
            if not banded or abs(column - middle) <= _BAND:
                alike = _alike(old[left[0] + row - 1], new[right[0] + column - 1], threshold)
                if alike and best[row - 1][column - 1] + alike > value:
                    value = best[row - 1][column - 1] + alike
                    taken.add((row, column))
            best[row][column] = value
    row, column = rows, columns
    while row and column:
        if (row, column) in taken and best[row][column] > max(best[row - 1][column], best[row][column - 1]):
            matched.append((left[0] + row - 1, right[0] + column - 1))
            row, column = row - 1, column - 1
        elif best[row - 1][column] >= best[row][column - 1]:
            row -= 1
        else:
            column -= 1


def _alike(first: Item, second: Item, threshold: float) -> float:
    if first.kind != second.kind:
        return 0.0
    found = likeness(first.text, second.text)
    return found if found >= threshold else 0.0
