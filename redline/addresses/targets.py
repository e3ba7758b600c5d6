"""What an address names in an Act."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from redline.akn.marks import View
from redline.model.address import Citation

Element = etree._Element


class Target(Struct, frozen=True):
    """A provision, or a part of one, found in an Act.

    Attributes:
        element: the provision, or the element that the part is (a heading, a table row, a note).
        citation: the address as read.
        view: the view in which it was found, and in which its words are read.
        part: the kind of the innermost part named, or None for a whole provision; `act` for the whole Act.
        blocks: for parts that are words (`text`, `intro`, `block 2`, `sentence 1`): the blocks.
        span: for parts of one block (sentences): start and end in the block's words.
        provision: the provision that the part belongs to (`element` itself where no part is named).
        note: what the drafter should know about how the address was read, or an empty string.
    """

    element: Element
    citation: Citation
    view: View
    provision: Element
    part: str | None = None
    blocks: tuple[Element, ...] = ()
    span: tuple[int, int] | None = None
    note: str = ""

    @property
    def whole(self) -> bool:
        """Whether it is a provision, or a part of the Act that has blocks and parts as one."""
        return self.part is None or self.part in _LIKE_PROVISIONS


_LIKE_PROVISIONS = frozenset({"preamble", "preface", "conclusions", "toc", "body", "list", "quotation"})
