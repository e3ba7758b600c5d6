"""The words of a whole Act as one string: a change of the whole Act costs one search, not one walk."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from lxml import etree

from redline.akn.find import fold, pattern_for
from redline.akn.marks import View
from redline.akn.ranges import flatten
from redline.akn.structure import text_blocks

Element = etree._Element

_BETWEEN = "\x00"
"""Stands between blocks: no words match across it, white space does not either."""


class WholeText:
    """Every block of an Act in one view, in reading order.

    Attributes:
        blocks: the elements.
        texts: their words. Their text nodes are not kept: marks made later would make them stale.
    """

    def __init__(self, root: Element, view: View) -> None:
        self.blocks = list(text_blocks(root, view))
        self.texts = [flatten(block, view).text for block in self.blocks]
        self._starts: list[int] = []
        length = 0
        for text in self.texts:
            self._starts.append(length)
            length += len(text) + len(_BETWEEN)
        self._joined = _BETWEEN.join(self.texts)
        self._folded: dict[frozenset[str], str] = {}

    def holding(self, words: str, ignore: frozenset[str], whole: bool) -> Iterator[Element]:
        """The blocks in which the words occur, in reading order."""
        if ignore not in self._folded:
            self._folded[ignore] = fold(self._joined, ignore)
        last = -1
        for match in pattern_for(words, ignore, whole).finditer(self._folded[ignore]):
            place = bisect_right(self._starts, match.start()) - 1
            if place != last:
                last = place
                yield self.blocks[place]
