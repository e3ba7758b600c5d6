"""Where the boxes of the graph of references stand: so that few arrows run behind a box that they do not
mean."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import permutations

BOW = 0.13
"""How far an arrow bows out, as a part of its length: as matplotlib's `arc3` draws it."""
_ASIDE = (0.0, -0.3, 0.3, -0.15, 0.15)
"""How far a row may be moved to the side, as a part of the room of one box."""
_WIDE, _HIGH = 0.4, 0.2
"""Half of a box with the room around it, as parts of the room of a box in a full row and of the height of
a row."""
_IN_A_ROW = 5
_STEPS = 12
_MOST = 40
"""Of more documents the order stays: the arrows cannot be told apart in any."""

Point = tuple[float, float]
Arrows = Collection[tuple[int, int]]


def rows_of(levels: Sequence[int]) -> list[list[int]]:
    """The documents of each level in rows of a few, the highest level first.

    Args:
        levels: the rank of each document, 0 the highest.
    """
    rows: list[list[int]] = []
    for level in sorted(set(levels)):
        own = [place for place, each in enumerate(levels) if each == level]
        rows += [own[at : at + _IN_A_ROW] for at in range(0, len(own), _IN_A_ROW)]
    return rows


def places_of(rows: Sequence[Sequence[int]], arrows: Arrows) -> dict[int, Point]:
    """Where the middle of each box stands: across from 0 to 1, and down by rows.

    Row by row the order and the shift to the side are taken by which the fewest arrows run behind a box that
    is neither their beginning nor their end.

    Args:
        rows: the documents of each row.
        arrows: from a document to the one that it cites.
    """
    # Rows of one box begin to either side in turn: under each other they would hide every arrow.
    lone = [place for place, row in enumerate(rows) if len(row) == 1]
    shifts = {place: (-0.3, 0.3, 0.0)[nth % 3] for nth, place in enumerate(lone)}
    chosen = [(tuple(row), shifts.get(place, 0.0)) for place, row in enumerate(rows)]
    if sum(map(len, rows)) <= _MOST:
        for _ in range(2):
            for at in range(len(rows)):
                chosen[at] = min(
                    _ways(rows[at], chosen[at]),
                    key=lambda way: _hidden(_placed([*chosen[:at], way, *chosen[at + 1 :]]), arrows),
                )
    return _placed(chosen)


_Way = tuple[tuple[int, ...], float]
"""The order of a row, and its shift."""


def _ways(row: Sequence[int], now: _Way) -> Iterator[_Way]:
    yield now
    orders = permutations(row) if len(row) < _IN_A_ROW else iter([tuple(row), tuple(reversed(row))])
    for order in orders:
        yield from ((order, aside) for aside in _ASIDE)


def _placed(ways: Sequence[_Way]) -> dict[int, Point]:
    found: dict[int, Point] = {}
    for down, (order, aside) in enumerate(ways):
        room = 1 / len(order)
        for place, node in enumerate(order):
            found[node] = (room * (place + 0.5 + aside), float(down))
    return found


def _hidden(places: Mapping[int, Point], arrows: Arrows) -> tuple[int, float]:
    """How many boxes arrows run behind; and how long the arrows are together."""
    count, length = 0, 0.0
    for one, other in arrows:
        path = list(curve(places[one], places[other]))
        length += math.dist(places[one], places[other])
        count += sum(
            any(_inside(point, box) for point in path)
            for node, box in places.items()
            if node not in (one, other)
        )
    return count, round(length, 6)


def curve(one: Point, other: Point) -> Iterator[Point]:
    """Points along the bow of an arrow."""
    (x, y), (u, v) = one, other
    bend = ((x + u) / 2 + BOW * (v - y), (y + v) / 2 - BOW * (u - x))
    for step in range(1, _STEPS):
        t = step / _STEPS
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        yield a * x + b * bend[0] + c * u, a * y + b * bend[1] + c * v


def _inside(point: Point, box: Point) -> bool:
    return abs(point[0] - box[0]) < _WIDE / _IN_A_ROW * 2 and abs(point[1] - box[1]) < _HIGH
