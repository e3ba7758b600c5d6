"""How much text a box of a slide holds: reckoned rather too wide than too narrow, as nothing flows on."""

from __future__ import annotations

import math
from collections.abc import Sequence

from redline.papers.paper import Words

Lines = Sequence[Sequence[Words]]

_LETTER = 0.58
"""How wide a letter is on an average, as a part of its size: Cyrillic letters of Arial, many of them bold."""
_LINE, _BETWEEN = 1.2, 0.3
"""How high a line is, and how much room is left below a paragraph, as parts of the size."""
_POINTS = 72
_MARGIN = 0.2
"""Inches inside a box that stay free on both sides together."""


def height_of(lines: Lines, size: float, width: float) -> float:
    """How high a text stands, in inches.

    Args:
        lines: the words of each paragraph.
        size: of the letters, in points.
        width: of the box, in inches.
    """
    room = max(1, int((width - _MARGIN) * _POINTS / (size * _LETTER)))
    rows = sum(max(1, math.ceil(1.06 * _letters(line) / room)) for line in lines)
    return (rows * _LINE + len(lines) * _BETWEEN) * size / _POINTS + _MARGIN / 2


def size_that_fits(lines: Lines, sizes: Sequence[float], width: float, height: float) -> float | None:
    """The first of the sizes at which a text fits its box; None where it fits at none."""
    return next((size for size in sizes if height_of(lines, size, width) <= height), None)


def pages_of(lines: Lines, size: float, width: float, height: float) -> list[list[Sequence[Words]]]:
    """A text in parts of which each fits a box; a paragraph that is higher than a box stands alone."""
    pages: list[list[Sequence[Words]]] = []
    for line in lines:
        if pages and height_of([*pages[-1], line], size, width) <= height:
            pages[-1].append(line)
        else:
            pages.append([line])
    return pages


def _letters(line: Sequence[Words]) -> int:
    return sum(len(words.text) for words in line)
