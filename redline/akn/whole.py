"""The words of a whole Act as a few strings: a change of the whole Act costs one search, not one walk.

The Act is cut into pieces (an article, the heading of a chapter), and neighbouring pieces make pages. An edit
makes the text of its piece and page stale, and nothing else: so the text is kept up to date at the cost of
the edits.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from lxml import etree

from redline.akn.find import LETTERS, fold, pattern_for
from redline.akn.marks import JOIN, SPLIT, View
from redline.akn.names import ANNEXES, DOCUMENT_TYPES, HIERARCHY, local_name
from redline.akn.ranges import flatten
from redline.akn.structure import blocks_of_child

Element = etree._Element

_BETWEEN = "\x00"
"""Stands between blocks: no words match across it, white space does not either."""
_LARGE = 400
"""A provision with more elements in it is no piece itself: what stands in it is."""
_PAGE = 64
"""How many pieces a page holds."""
_FRAMES = (
    HIERARCHY
    | ANNEXES
    | DOCUMENT_TYPES
    | {"akomaNtoso", "body", "mainBody", "attachments", "components", "collectionBody"}
)


class _Kept:
    """Text read in one view, and the operations since: whether it is still the text of a view.

    Attributes:
        horizon: of the view that it was read in; None before.
        latest: the last operation that touched it.
        pending: the first one since it was read.
    """

    __slots__ = ("horizon", "latest", "pending")

    def __init__(self) -> None:
        self.horizon: float | None = None
        self.latest: float = -1
        self.pending: float = math.inf

    def touch(self, order: float) -> None:
        """An operation has changed something here."""
        self.latest = max(self.latest, order)
        self.pending = min(self.pending, order)

    def good_for(self, horizon: float) -> bool:
        """Whether the text is that of a view: no operation makes a difference between the two."""
        if self.horizon is None or self.pending < horizon:
            return False
        return self.horizon == horizon or self.latest < min(self.horizon, horizon)

    def is_read(self, horizon: float) -> None:
        """The text has been read anew."""
        self.horizon, self.pending = horizon, math.inf


class _Piece(_Kept):
    __slots__ = ("blocks", "page", "root", "texts")

    def __init__(self, root: Element) -> None:
        super().__init__()
        self.root = root
        self.blocks: list[Element] = []
        self.texts: list[str] = []
        self.page: _Page | None = None


class _Page(_Kept):
    __slots__ = ("_folded", "_starts", "blocks", "pieces", "texts")

    def __init__(self, pieces: list[_Piece]) -> None:
        super().__init__()
        self.pieces = pieces
        self.blocks: list[Element] = []
        self.texts: list[str] = []
        self._starts: list[int] = []
        self._folded: dict[frozenset[str], str] = {}
        for piece in pieces:
            piece.page = self
            self.latest = max(self.latest, piece.latest)

    def join(self, horizon: float) -> None:
        """Put the texts of the pieces together."""
        self.blocks = [block for piece in self.pieces for block in piece.blocks]
        self.texts = [text for piece in self.pieces for text in piece.texts]
        self._starts = []
        length = 0
        for text in self.texts:
            self._starts.append(length)
            length += len(text) + len(_BETWEEN)
        self._folded = {}
        self.is_read(horizon)

    def holding(self, words: str, ignore: frozenset[str], whole: bool) -> Iterator[Element]:
        """The blocks in which the words occur."""
        exact = ignore - {LETTERS}
        found = self._places(words, ignore, whole)
        if exact != ignore and self._text(exact) != self._text(ignore):
            # A part of a word that mixes alphabets is found as it is written, too.
            found |= self._places(words, exact, whole)
        for place in sorted(found):
            yield self.blocks[place]

    def _places(self, words: str, ignore: frozenset[str], whole: bool) -> set[int]:
        matches = pattern_for(words, ignore, whole).finditer(self._text(ignore))
        return {bisect_right(self._starts, match.start()) - 1 for match in matches}

    def _text(self, ignore: frozenset[str]) -> str:
        if ignore not in self._folded:
            self._folded[ignore] = fold(_BETWEEN.join(self.texts), ignore)
        return self._folded[ignore]


class _Frame:
    """An element that is no piece itself: pages of pieces and other frames, in reading order.

    Attributes:
        latest: the last operation that touched something in it that is no piece yet.
        stale: its children are others than before.
    """

    __slots__ = ("items", "latest", "root", "stale")

    def __init__(self, root: Element, latest: float) -> None:
        self.root = root
        self.items: list[_Page | _Frame] = []
        self.latest = latest
        self.stale = True


class WholeText:
    """Every block of an Act in reading order, kept up to date.

    Args:
        root: the Act's document element.
        view: the text that is read first.
        latest: the last operation in the order of application that has changed the Act already.
    """

    def __init__(self, root: Element, view: View, latest: float = -1) -> None:
        self._view = view
        self._pieces: dict[Element, _Piece] = {}
        self._frames: dict[Element, _Frame] = {}
        self._top = _Frame(root, latest)
        self._frames[root] = self._top

    def read(self, view: View) -> WholeText:
        """The same Act in another view (or with the edits of which `touch` told); returns itself."""
        self._view = view
        return self

    @property
    def blocks(self) -> list[Element]:
        """The elements."""
        return [block for page in self._pages(self._top) for block in page.blocks]

    @property
    def texts(self) -> list[str]:
        """Their words. Their text nodes are not kept: marks made later would make them stale."""
        return [text for page in self._pages(self._top) for text in page.texts]

    def holding(self, words: str, ignore: frozenset[str], whole: bool) -> Iterator[Element]:
        """The blocks in which the words occur, in reading order."""
        for page in self._pages(self._top):
            yield from page.holding(words, ignore, whole)

    def touch(self, element: Element, order: float, *, placed: bool = False) -> None:
        """An operation has changed something in (or of) an element.

        Args:
            element: the element.
            order: the operation's place in the order of application.
            placed: the element has been put where it stands.
        """
        if placed:
            parent = element.getparent()
            if parent is not None and parent in self._frames:
                self._frames[parent].stale = True
            elif parent is not None:
                self._forget(element)
        self._touch_around(element, order)
        for around in (element, *element.iterancestors()):
            if SPLIT in around.attrib or JOIN in around.attrib:
                # Its words may be read with those of the pieces before it.
                for before in around.itersiblings(preceding=True):
                    self._touch_around(before, order)
                    if SPLIT not in before.attrib and JOIN not in before.attrib:
                        break

    def _touch_around(self, element: Element, order: float) -> None:
        current: Element | None = element
        while current is not None:
            if current in self._pieces:
                self._touch_piece(self._pieces[current], order)
                return
            if current in self._frames:
                self._touch_frame(self._frames[current], order, below=current is element)
                return
            current = current.getparent()

    def _touch_frame(self, frame: _Frame, order: float, *, below: bool) -> None:
        frame.stale = True
        frame.latest = max(frame.latest, order)
        for item in frame.items if below else ():
            if isinstance(item, _Frame):
                self._touch_frame(item, order, below=True)
            else:
                for piece in item.pieces:
                    self._touch_piece(piece, order)

    @staticmethod
    def _touch_piece(piece: _Piece, order: float) -> None:
        piece.touch(order)
        if piece.page is not None:
            piece.page.touch(order)

    def _forget(self, element: Element) -> None:
        """What now stands inside a piece is none itself any more."""
        if element in self._pieces or element in self._frames:
            for part in element.iter(etree.Element):
                self._pieces.pop(part, None)
                self._frames.pop(part, None)

    # ---- reading

    def _pages(self, frame: _Frame) -> Iterator[_Page]:
        if frame.stale:
            self._lay_out(frame)
        for item in frame.items:
            if isinstance(item, _Frame):
                yield from self._pages(item)
                continue
            if not item.good_for(self._view.horizon):
                for piece in item.pieces:
                    if not piece.good_for(self._view.horizon):
                        self._read(piece)
                item.join(self._view.horizon)
            yield item

    def _lay_out(self, frame: _Frame) -> None:
        """Put the children of a frame into pages; those that have not changed keep theirs."""
        groups: list[list[_Piece] | _Frame] = []
        old: _Page | None = None
        for child in frame.root.iterchildren(etree.Element):
            node = self._node(child, frame.latest)
            if isinstance(node, _Frame):
                groups.append(node)
                old = None
                continue
            last = groups[-1] if groups else None
            same = node.page is None or old is None or node.page is old
            if isinstance(last, list) and same and len(last) < 2 * _PAGE and (old or len(last) < _PAGE):
                last.append(node)
            else:
                groups.append([node])
                old = None
            old = node.page or old
        frame.items = [group if isinstance(group, _Frame) else _page_of(group) for group in groups]
        frame.stale = False

    def _node(self, child: Element, latest: float) -> _Piece | _Frame:
        """The piece or frame of a child; a new one is a frame where it is large."""
        if child in self._pieces:
            return self._pieces[child]
        if child in self._frames:
            return self._frames[child]
        if local_name(child.tag) in _FRAMES and _is_large(child):
            frame = self._frames[child] = _Frame(child, latest)
            return frame
        for part in child.iter(etree.Element):
            self._pieces.pop(part, None)
            self._frames.pop(part, None)
        piece = self._pieces[child] = _Piece(child)
        piece.latest = latest
        return piece

    def _read(self, piece: _Piece) -> None:
        piece.blocks = list(self._blocks_of(piece.root))
        piece.texts = [flatten(block, self._view).text for block in piece.blocks]
        piece.is_read(self._view.horizon)

    def _blocks_of(self, root: Element) -> Iterable[Element]:
        current: Element | None = root
        while current is not None and current is not self._top.root:
            if not self._view.visible(current) or self._is_read_elsewhere(current):
                return ()
            current = current.getparent()
        return blocks_of_child(root, self._view)

    def _is_read_elsewhere(self, element: Element) -> bool:
        """Whether the element's content is read with that of the piece before it (a split undone, a join)."""
        if not self._view.merging or not self._view.merged(element):
            return False
        before = element.getprevious()
        while before is not None and (not isinstance(before.tag, str) or self._view.merged(before)):
            before = before.getprevious()
        return before is not None and before in self._pieces


def _page_of(pieces: list[_Piece]) -> _Page:
    old = pieces[0].page
    return old if old is not None and old.pieces == pieces else _Page(pieces)


def _is_large(element: Element) -> bool:
    return float(str(element.xpath("count(descendant::*)"))) > _LARGE
