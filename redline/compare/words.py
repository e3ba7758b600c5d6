"""Two texts compared word by word, with hunks as a careful drafter would draw them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from rapidfuzz.distance import Indel

OBJECT = "\ufffc"
_TOKEN = re.compile(
    r"\ufffc"
    r"|\d+(?:[.,:/\u2011-]\d+)*[^\W\d_]*"
    r"|[^\W\d_][^\W_]*(?:[-\u2011'’][^\W_]+)*"
    r"|\s+"
    r"|[\s\S]"
)
_LARGE = 25_000_000
"""Tokens times tokens above which the texts are first split at words that both have once."""


class Hunk(Struct, frozen=True):
    """Characters [start, end) of the old text become [new_start, new_end) of the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


class _Change(Struct):
    start: int
    end: int
    new_start: int
    new_end: int


def tokens(text: str) -> list[str]:
    """Words, numbers, runs of white space, and single other characters; joined they give the text."""
    return _TOKEN.findall(text)


def word_hunks(old: str, new: str) -> list[Hunk]:
    """What changes from one text to the other: whole words, in order, not overlapping.

    Applied to `old`, the hunks give `new` exactly.
    """
    first, second = tokens(old), tokens(new)
    changes = _slide(_merge(_changes(first, second), first, second), first, second)
    starts, new_starts = _offsets(first), _offsets(second)
    return [
        Hunk(
            starts[change.start], starts[change.end], new_starts[change.new_start], new_starts[change.new_end]
        )
        for change in changes
    ]


def _offsets(pieces: Sequence[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets


def _changes(first: Sequence[str], second: Sequence[str]) -> list[_Change]:
    """The changes between two lists of tokens: as few words as can be."""
    head = 0
    shorter = min(len(first), len(second))
    while head < shorter and first[head] == second[head]:
        head += 1
    tail = 0
    while tail < shorter - head and first[len(first) - 1 - tail] == second[len(second) - 1 - tail]:
        tail += 1
    return _between(first, second, head, len(first) - tail, head, len(second) - tail)


def _between(
    first: Sequence[str], second: Sequence[str], start: int, end: int, new_start: int, new_end: int
) -> list[_Change]:
    if start == end and new_start == new_end:
        return []
    if start == end or new_start == new_end:
        return [_Change(start, end, new_start, new_end)]
    if (end - start) * (new_end - new_start) > _LARGE:
        return _by_anchors(first, second, start, end, new_start, new_end)
    found: list[_Change] = []
    at, new_at = start, new_start
    for place, new_place in [*_kept_words(first, second, start, end, new_start, new_end), (end, new_end)]:
        _add_gap(found, first, second, _Change(at, place, new_at, new_place))
        at, new_at = place + 1, new_place + 1
    return found


def _kept_words(
    first: Sequence[str], second: Sequence[str], start: int, end: int, new_start: int, new_end: int
) -> list[tuple[int, int]]:
    """Where the words stand, in both, that the longest common sequence of words keeps.

    Spaces and punctuation have no say in it: a script that counts them gives up words to keep commas.
    """
    old = [place for place in range(start, end) if _is_word(first[place])]
    new = [place for place in range(new_start, new_end) if _is_word(second[place])]
    kept: list[tuple[int, int]] = []
    for code in Indel.opcodes([first[place] for place in old], [second[place] for place in new]):
        if code.tag == "equal":
            same = zip(old[code.src_start : code.src_end], new[code.dest_start : code.dest_end], strict=True)
            kept += same
    return kept


def _is_word(token: str) -> bool:
    return token[0].isalnum() or token == OBJECT


def _add_gap(found: list[_Change], first: Sequence[str], second: Sequence[str], gap: _Change) -> None:
    """Add the changes between two words that stay; of spaces and punctuation, as much stays as can."""
    gone, come = first[gap.start : gap.end], second[gap.new_start : gap.new_end]
    if gone == come:
        return
    for code in Indel.opcodes(gone, come):
        if code.tag == "equal":
            continue
        change = _Change(
            gap.start + code.src_start,
            gap.start + code.src_end,
            gap.new_start + code.dest_start,
            gap.new_start + code.dest_end,
        )
        if found and found[-1].end == change.start and found[-1].new_end == change.new_start:
            found[-1].end, found[-1].new_end = change.end, change.new_end
        else:
            found.append(change)


def _by_anchors(
    first: Sequence[str], second: Sequence[str], start: int, end: int, new_start: int, new_end: int
) -> list[_Change]:
    """Very long texts: split at words that occur once in each; without any, all is replaced."""
    counts, new_counts = Counter(first[start:end]), Counter(second[new_start:new_end])
    places = {token: place for place, token in enumerate(second[new_start:new_end], new_start)}
    pairs = [
        (place, places[token])
        for place, token in enumerate(first[start:end], start)
        if counts[token] == 1 and new_counts.get(token) == 1
    ]
    chain = increasing(pairs)
    if not chain:
        return [_Change(start, end, new_start, new_end)]
    found: list[_Change] = []
    at, new_at = start, new_start
    for place, new_place in [*chain, (end, new_end)]:
        found += _between(first, second, at, place, new_at, new_place)
        at, new_at = place + 1, new_place + 1
    return found


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs (in order of their first number) whose second numbers increase too."""
    from bisect import bisect_left

    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, value) in enumerate(pairs):
        length = bisect_left(tails, value)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(value)
            ends.append(place)
        else:
            tails[length], ends[length] = value, place
    chain: list[tuple[int, int]] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        chain.append(pairs[place])
        place = before[place]
    return chain[::-1]


def _merge(changes: list[_Change], first: Sequence[str], second: Sequence[str]) -> list[_Change]:
    """Close up islands that say nothing: white space, or one little word between long changes."""
    merged: list[_Change] = []
    for change in changes:
        if merged and _is_island(merged[-1], change, first, second):
            merged[-1].end, merged[-1].new_end = change.end, change.new_end
        else:
            merged.append(change)
    return merged


def _is_island(left: _Change, right: _Change, first: Sequence[str], second: Sequence[str]) -> bool:
    island = first[left.end : right.start]
    words = [token for token in island if token[0].isalnum()]
    if OBJECT in island:
        return False
    if not words:
        # Between two replacements a space says nothing; between additions it does.
        both = min(_words(left, first, second)) > 0 and min(_words(right, first, second)) > 0
        return both and all(token.isspace() for token in island)
    long = min(max(_words(left, first, second)), max(_words(right, first, second))) >= 5
    return long and len(words) == 1 and len(words[0]) <= 3 and len(island) <= 3


def _words(change: _Change, first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
    gone = sum(token[0].isalnum() for token in first[change.start : change.end])
    come = sum(token[0].isalnum() for token in second[change.new_start : change.new_end])
    return gone, come


def _slide(changes: list[_Change], first: Sequence[str], second: Sequence[str]) -> list[_Change]:
    """Shift additions and deletions that could stand at several places to where a drafter would put them."""
    for place, change in enumerate(changes):
        lowest = changes[place - 1].end if place else 0
        highest = changes[place + 1].start if place + 1 < len(changes) else len(first)
        if change.start == change.end:
            _slide_one(
                change, second, lowest - change.start, highest - change.end, change.new_start, change.new_end
            )
        elif change.new_start == change.new_end:
            _slide_one(change, first, lowest - change.start, highest - change.end, change.start, change.end)
    joined: list[_Change] = []
    for change in changes:
        if joined and joined[-1].end == change.start and joined[-1].new_end == change.new_start:
            joined[-1].end, joined[-1].new_end = change.end, change.new_end
        else:
            joined.append(change)
    return joined


def _slide_one(change: _Change, text: Sequence[str], left: int, right: int, start: int, end: int) -> None:
    """Find the best of the equivalent places of the tokens [start, end) of `text`, at most so far to each
    side.
    """
    best, shift = _fit(text, start, end), 0
    moved = 0
    while moved < right and end + moved < len(text) and text[start + moved] == text[end + moved]:
        moved += 1
        fit = _fit(text, start + moved, end + moved)
        if fit > best:
            best, shift = fit, moved
    moved = 0
    while moved > left and start + moved > 0 and text[start + moved - 1] == text[end + moved - 1]:
        moved -= 1
        fit = _fit(text, start + moved, end + moved)
        if fit > best:
            best, shift = fit, moved
    change.start, change.end = change.start + shift, change.end + shift
    change.new_start, change.new_end = change.new_start + shift, change.new_end + shift


def _fit(text: Sequence[str], start: int, end: int) -> float:
    """How well a piece of text stands on its own: a whole sentence best, then words with the space before
    them.
    """
    return _edge(text, start) + _edge(text, end) + (0.5 if start < end and text[start].isspace() else 0.0)


def _edge(text: Sequence[str], place: int) -> float:
    if place in (0, len(text)):
        return 4.0
    before, behind = text[place - 1], text[place]
    if before in ".;:!?" or (before.isspace() and place > 1 and text[place - 2] in ".;:!?"):
        return 3.0
    if behind.isspace() or before.isspace():
        return 2.0
    if not behind[0].isalnum() or not before[0].isalnum():
        return 1.5
    return 0.0
