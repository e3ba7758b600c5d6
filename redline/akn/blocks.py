"""An Act, or a marked Act with both its texts, as the sequence of blocks that renderers and checks read."""

from __future__ import annotations

from collections.abc import Iterator

from redline.akn.block_reader import BlockReader
from redline.akn.document import Act
from redline.akn.marked import MarkedAct
from redline.akn.readings import Readings, SharingReader
from redline.model.blocks import Block


def blocks_of_act(act: Act, readings: Readings | None = None) -> Iterator[Block]:
    """The Act's text in reading order: all its words outside its metadata, and no others.

    Args:
        act: the Act.
        readings: articles that were read before, which those of this Act are looked up in and added to.
    """
    readings = act.readings if readings is None else readings
    if readings is None:
        return iter(BlockReader(act, act.root, None).read())
    return iter(SharingReader(act, act.root, None, readings).read())


def blocks_of_marked(marked: MarkedAct) -> Iterator[Block]:
    """Both texts of a marked Act in reading order, what changed with the mark of its operation (`Mark`)."""
    return iter(SharingReader(marked.base, marked.root, marked.order, marked.readings).read())
