"""Provisions that were read before: the texts of one marked Act share nearly all of theirs.

Base, amended and marked text are read one after the other, several times for the papers of a package, and
differ in a few provisions. What a provision reads as follows from its own markup and the place where it
stands; so of equal markup in an equal place the same blocks are given again. Articles are looked up first,
and inside an article that differs the provisions that it consists of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct, field

from redline.akn.block_reader import BlockReader
from redline.akn.block_shapes import UNITS, has_head
from redline.akn.block_writer import BlockWriter, Here, Place
from redline.akn.document import Act
from redline.akn.marks import JOIN, MARKS, SPLIT
from redline.akn.names import local_name
from redline.akn.runs import UNCHANGED, State, Style
from redline.model.blocks import Block

Element = etree._Element
_Key = tuple[bytes, Place, Style, str]
_NOTES = ("{*}authorialNote", "{*}noteRef", "{*}note", "{*}popup")
_DECLARED = b' xmlns:redline="' + MARKS.encode() + b'"'
"""What a marked tree declares at its root, and the other texts do not."""
_MARKED = (b" redline:", MARKS.encode())


class Readings(Struct):
    """The blocks of the provisions read so far; None of those that end in the middle of something."""

    blocks: dict[_Key, tuple[Block, ...] | None] = field(default_factory=dict)


class SharingReader(BlockReader):
    """A reader that takes the blocks of a provision that it, or another, has read before.

    Shared are provisions without marks of operations, and without footnotes: they count through the Act.
    """

    def __init__(self, act: Act, root: Element, order: Mapping[str, int] | None, readings: Readings) -> None:
        super().__init__(act, root, order)
        self._readings = readings
        self._differs = False

    def _provision(self, element: Element, place: Place, style: Style, state: State) -> None:
        if not self._shareable(element, state):
            # Nor is what is in it: its last words may go on behind it.
            self._inside_of(element, place, style, state, differs=False)
            return
        data = etree.tostring(element, encoding="UTF-8", with_tail=False).replace(_DECLARED, b"", 1)
        if any(sign in data for sign in _MARKED):
            self._inside_of(element, place, style, state, differs=True)
            return
        key = (hashlib.blake2b(data, digest_size=16).digest(), place, style, self.id_attribute)
        known = self._readings.blocks
        if key not in known:
            known[key] = self._alone(element, place, style)
        blocks = known[key]
        if blocks is None:
            super()._provision(element, place, style, state)
        else:
            self.writer.take(blocks)

    def _inside_of(
        self, element: Element, place: Place, style: Style, state: State, *, differs: bool
    ) -> None:
        """Read a provision itself; the provisions inside one that differs are looked up one by one."""
        outer, self._differs = self._differs, differs
        super()._provision(element, place, style, state)
        self._differs = outer

    def _shareable(self, element: Element, state: State) -> bool:
        if state != UNCHANGED or not (self._differs or local_name(element.tag) in UNITS):
            return False
        if not has_head(element):
            return False
        self.writer.flush()
        if not self.writer.idle or next(element.iter(*_NOTES), None) is not None:
            return False
        # What goes on in the next article keeps the space at its end.
        behind = element.getnext()
        return behind is None or not (SPLIT in behind.attrib or JOIN in behind.attrib)

    def _alone(self, element: Element, place: Place, style: Style) -> tuple[Block, ...] | None:
        """The blocks of a provision read for itself, as of one text; None where they do not end with it."""
        writer, order, differs = self.writer, self.order, self._differs
        self.writer, self.order = BlockWriter(place), None
        # In a marked Act the other texts find it whole; in one of those it is new, but not all that is in it.
        self._differs = order is None
        self.writer.here = Here(place, None, UNCHANGED)
        try:
            super()._provision(element, place, style, UNCHANGED)
            self.writer.flush()
            return self.writer.ended()
        finally:
            self.writer, self.order, self._differs = writer, order, differs
