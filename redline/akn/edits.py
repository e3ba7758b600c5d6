"""The primitive edits: the closed set that every operation plans into, and all that the engine knows.

Edits point at places in the tree, so they live beside it. They change nothing themselves.
"""

from __future__ import annotations

from typing import Literal

from lxml import etree
from msgspec import Struct

from redline.akn.ranges import Flat

Element = etree._Element
Where = Literal["before", "after", "first", "last"]


class InsertEdit(Struct, frozen=True):
    """A new element (a provision, block, table row, heading, …) beside an anchor, or inside it first or last.

    `named` says that the drafter named the anchor: several insertions at one named anchor stand in file
    order, so a
    later one goes behind the earlier. Where the place was computed (`into`), it is exact as it is.
    """

    element: Element
    where: Where
    anchor: Element
    named: bool = True


class DeleteEdit(Struct, frozen=True):
    """An element goes, with all that is in it."""

    element: Element


class WordChange(Struct, frozen=True):
    """Characters [start, end) of a block become `new`; an empty range is an insertion.

    Attributes:
        new: the new words, or an element whose content they are; None for a deletion.
        leaning: for an insertion, whether it belongs to the words before it (`left`) or behind it (`right`).
        keeps_reference: whether new words in the place of all the words of a reference stay that reference
            (they cite the same provision by its new number).
    """

    start: int
    end: int
    new: str | Element | None
    leaning: Literal["left", "right"] = "left"
    keeps_reference: bool = False


class WordsEdit(Struct, frozen=True):
    """Words of one block change; `changes` are in reading order and do not overlap."""

    flat: Flat
    changes: tuple[WordChange, ...]


class MarkupEdit(Struct, frozen=True):
    """Words that stay get a reference around them; references that they had go.

    Attributes:
        flat, start, end: the words.
        wrapper: the new element, empty.
        replaced: references around these words that it takes the place of.
    """

    flat: Flat
    start: int
    end: int
    wrapper: Element
    replaced: tuple[Element, ...] = ()


class NumberEdit(Struct, frozen=True):
    """A provision gets another number, printed like this."""

    provision: Element
    printed: str


class HeadingEdit(Struct, frozen=True):
    """A provision gets another heading; None takes it away."""

    provision: Element
    words: str | Element | None


class StubEdit(Struct, frozen=True):
    """A provision is a repealed stub from now on, or is one no more; what stands in it was said by other
    edits.
    """

    provision: Element
    repealed: bool = True


class MoveEdit(Struct, frozen=True):
    """A provision goes to another place, with all that is in it; `named` as for an insertion."""

    provision: Element
    where: Where
    anchor: Element
    named: bool = True


class WrapEdit(Struct, frozen=True):
    """Consecutive siblings are put inside a new element, behind what it already has (number, heading)."""

    elements: tuple[Element, ...]
    wrapper: Element


class SplitEdit(Struct, frozen=True):
    """One provision becomes two.

    Attributes:
        provision: the one that is split.
        flat, offset: the block and the place in it where the second begins.
        second: the new provision's frame: its element with number (and no words).
    """

    provision: Element
    flat: Flat
    offset: int
    second: Element


class JoinEdit(Struct, frozen=True):
    """A provision is joined to the one before it.

    Attributes:
        first: the provision that stays.
        second: the one whose content goes to it.
        words: the element of the second (`content`, `intro`) whose blocks go behind the first's own words;
            None where only sub-provisions follow.
        block: the first of these blocks, where its words go on in the first's last block; or None.
        between: what stands between their words in that block.
    """

    first: Element
    second: Element
    words: Element | None
    block: Element | None
    between: str


class SpanEdit(Struct, frozen=True):
    """A cell of a table reaches over more rows or columns than before, or (`by` below 0) over fewer."""

    cell: Element
    attribute: Literal["colspan", "rowspan"]
    by: int


class TargetEdit(Struct, frozen=True):
    """A reference of the new text leads to this provision, whatever identifier that has got.

    Attributes:
        reference: the reference, as another edit of the operation puts it there.
        provision: what bears the identifier that the new text gives.
    """

    reference: Element
    provision: Element


class ClaimEdit(Struct, frozen=True):
    """The operation puts new text in the whole place of this element: no other of the same date may change
    it.
    """

    element: Element


Edit = (
    InsertEdit
    | DeleteEdit
    | WordsEdit
    | MarkupEdit
    | NumberEdit
    | HeadingEdit
    | StubEdit
    | MoveEdit
    | WrapEdit
    | SplitEdit
    | JoinEdit
    | SpanEdit
    | TargetEdit
    | ClaimEdit
)
