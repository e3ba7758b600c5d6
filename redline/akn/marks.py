"""The marks that operations leave on a copy of an Act, and the views that read them.

A marked tree holds both texts. Each mark is an attribute in the project's own namespace that names the
operation it
came from; a view (`View`) says how many operations have happened and so which text is read:

    ins="op"     the element came with op          (on AKN `ins` around words; on provisions, blocks, rows, …)
    del="op"     the element goes with op          (on AKN `del` around words; on whole elements)
    wrap="op"    the element came with op around what was there: before op, its content stands in its place
    unwrap="op"  the reverse
    split="op"   the element was cut off its predecessor by op: before op, its content belongs there
    join="op"    the element was joined to its predecessor by op: after op, its content belongs there
    stub="op"    the provision is a repealed stub since op
    live="op"    the provision, a stub before, has words again since op
    moved="id"   the two ends of a move, and the place it was moved from or to
    columns="+1 op"   the cell's `colspan` grows (or with `-` shrinks) with op; a line for each op
    rows="+1 op"      the same for its `rowspan`
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from lxml import etree

from redline.akn.names import local_name

Element = etree._Element

MARKS = "urn:redline:marks:1"
INS = f"{{{MARKS}}}ins"
DEL = f"{{{MARKS}}}del"
WRAP = f"{{{MARKS}}}wrap"
UNWRAP = f"{{{MARKS}}}unwrap"
SPLIT = f"{{{MARKS}}}split"
JOIN = f"{{{MARKS}}}join"
STUB = f"{{{MARKS}}}stub"
LIVE = f"{{{MARKS}}}live"
MOVED = f"{{{MARKS}}}moved"
COLUMNS = f"{{{MARKS}}}columns"
ROWS = f"{{{MARKS}}}rows"
ALL_MARKS = (INS, DEL, WRAP, UNWRAP, SPLIT, JOIN, STUB, LIVE, MOVED, COLUMNS, ROWS)
_MARKS = frozenset(ALL_MARKS)


REPEALED = frozenset({"removed", "repealed"})
"""Values of `status` of a repealed provision of which number (and note) are kept."""


class View:
    """The text at one moment: with the operations that come before `horizon` in `order`, and no others.

    Args:
        order: operation id -> its place in the order of application. Operations not in it have not happened.
        horizon: operations from this place on have not happened; infinite for the text as amended so far.
        merging: whether the tree has splits or joins (without any, reading it is quicker).
    """

    __slots__ = ("horizon", "merging", "order")

    def __init__(self, order: Mapping[str, int], horizon: float = math.inf, *, merging: bool = False) -> None:
        self.order = order
        self.horizon = horizon
        self.merging = merging

    def happened(self, operation: str) -> bool:
        """Whether that operation is part of this text."""
        return self.order.get(operation, math.inf) < self.horizon

    def visible(self, element: Element) -> bool:
        """Whether the element (not: its ancestors) belongs to this text."""
        mark = element.get(INS)
        if mark is not None and not self.happened(mark):
            return False
        mark = element.get(DEL)
        return mark is None or not self.happened(mark)

    def exists(self, element: Element) -> bool:
        """False for a wrapper that is not there in this text, though its content is."""
        mark = element.get(WRAP)
        if mark is not None and not self.happened(mark):
            return False
        mark = element.get(UNWRAP)
        return mark is None or not self.happened(mark)

    def merged(self, element: Element) -> bool:
        """Whether the element's content belongs to the sibling before it in this text."""
        mark = element.get(SPLIT)
        if mark is not None and not self.happened(mark):
            return True
        mark = element.get(JOIN)
        return mark is not None and self.happened(mark)

    def repealed(self, element: Element) -> bool:
        """Whether a provision is a repealed stub in this text: the file says so, or an operation left it.

        What was enacted again is none; of several operations on one provision the latest counts.
        """
        latest = -1.0
        repealed = element.get("status") in REPEALED
        for name in (STUB, LIVE):
            mark = element.get(name)
            if mark is not None and self.happened(mark) and self.order[mark] > latest:
                latest = self.order[mark]
                repealed = name == STUB
        return repealed

    def children(self, element: Element) -> Iterator[Element]:
        """The element's child elements in this text: wrappers seen through, cut-off content included."""
        return self._all_children(element) if self.merging else self._own_children(element)

    def _all_children(self, element: Element) -> Iterator[Element]:
        yield from self._own_children(element)
        more = self.continuation(element)
        while more is not None:
            yield from self._own_children(more)
            more = self.continuation(more)

    def continuation(self, element: Element) -> Element | None:
        """The element whose content belongs to this one here (a split undone, a join done), or None."""
        if not self.merging:
            return None
        current, parent = element, element.getparent()
        while True:
            follower = self._next_visible(current)
            if follower is not None:
                return follower if self.merged(follower) else None
            if parent is None:
                return None
            if self.exists(parent):
                break
            # A wrapper that is not there in this text: what follows it follows its last child.
            current, parent = parent, parent.getparent()
        outer = self.continuation(parent)
        while outer is not None:
            first = self._first_visible(outer)
            if first is not None:
                return first if self.merged(first) else None
            if outer.text and outer.text.strip():
                return None
            # A piece with nothing in it yet in this text: what follows it is the continuation.
            outer = self.continuation(outer)
        return None

    def _next_visible(self, element: Element) -> Element | None:
        follower = element.getnext()
        while follower is not None and (not isinstance(follower.tag, str) or not self.visible(follower)):
            follower = follower.getnext()
        return follower

    def _first_visible(self, element: Element) -> Element | None:
        for child in element:
            if isinstance(child.tag, str) and self.visible(child):
                return child if self.exists(child) else self._first_visible(child)
        return None

    def _own_children(self, element: Element) -> Iterator[Element]:
        for child in element.iterchildren(etree.Element):
            # Most elements carry few attributes and no mark: they are told apart without a look-up for each.
            if is_unmarked(child):
                yield child
            elif not self.visible(child) or self.merged(child):
                continue
            elif self.exists(child):
                yield child
            else:
                yield from self._own_children(child)

    def attached(self, element: Element) -> bool:
        """Whether the element and all its ancestors belong to this text."""
        current: Element | None = element
        while current is not None:
            if not self.visible(current):
                return False
            current = current.getparent()
        return self.exists(element) and not self.merged(element)

    def parent(self, element: Element) -> Element | None:
        """The parent in this text: wrappers that are not there are passed over."""
        current = element.getparent()
        while current is not None:
            if self.exists(current):
                return self._host(current) if self.merged(current) else current
            current = current.getparent()
        return None

    def _host(self, element: Element) -> Element:
        """The predecessor that this merged element's content belongs to."""
        previous = element.getprevious()
        while previous is not None and (not isinstance(previous.tag, str) or self.merged(previous)):
            previous = previous.getprevious()
        return element if previous is None else previous


UNMARKED = View({})


def is_unmarked(element: Element) -> bool:
    """Whether an element carries no mark of ours, and so stands in every text as it is."""
    return _MARKS.isdisjoint(element.keys())


def span_changes(cell: Element, mark: str) -> list[tuple[str, int]]:
    """The operations that widened (or narrowed) a cell's span, each with by how much."""
    lines = (cell.get(mark) or "").splitlines()
    return [(operation, int(by)) for by, _, operation in (line.partition(" ") for line in lines)]


def change_span(cell: Element, mark: str, by: int, operation: str) -> None:
    """Note that an operation widens a cell's span (`COLUMNS` or `ROWS`), or narrows it."""
    cell.set(mark, "\n".join([*(cell.get(mark) or "").splitlines(), f"{by:+d} {operation}"]))


def marked_elements(root: Element) -> list[Element]:
    """Every element with a mark of ours, in document order."""
    found = root.xpath("descendant-or-self::*[@r:*]", namespaces={"r": MARKS})
    return [element for element in found if isinstance(element, Element)] if isinstance(found, list) else []


def is_word_mark(element: Element) -> bool:
    """Whether the element is an `ins` or `del` of ours around words (and not one that stood in the
    source).
    """
    name = local_name(element.tag)
    return (name == "ins" and INS in element.attrib) or (name == "del" and DEL in element.attrib)
