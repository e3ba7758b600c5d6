"""Inline marks of plain text: `**bold**`, `*italic*`, `[text](address)`, `^[note]`, one inside the other; a
backslash takes them off, and an unpaired one is literal.
"""

from __future__ import annotations

import re

from lxml import etree
from msgspec import Struct

Element = etree._Element

ADDRESS = "redline-address"
"""Attribute of a reference whose address is still to be looked up in the Act."""

_SIGN = re.compile(r"\\[\\*\[\]^|]|\*+|\^?\[|\]")
_ESCAPED = re.compile(r"\\([\\*\[\]^|])")
_ADDRESS = re.compile(r"\((?P<address>(?:[^()\\]|\\.|\([^()]*\))+)\)")
_DEEPEST = 40
"""So many marks may stand one inside the other; no law has more than two or three."""
_BARRIER = "["
"""Stands for a note or reference that is being read: stars outside and inside it are no pairs."""


def fill(element: Element, text: str, namespace: str) -> Element:
    """Put text with its inline marks into an element; returns the element."""
    marks = _Marks(text)
    _Builder(text, marks.pairs, f"{{{namespace}}}" if namespace else "").fill(element, 0, len(text))
    return element


def unpaired_marks(text: str) -> list[str]:
    """The marks of a text that have no partner and so stand in the law as typed: `^[` without `]`, `**`."""
    return _Marks(text).unpaired


class _Pair(Struct, frozen=True):
    """Two marks that belong together.

    Attributes:
        name: the element they stand for: `b`, `i`, `authorialNote` or `ref`.
        start: where the first mark stands.
        inside: where what they mark begins.
        close: where it ends.
        behind: where the text goes on.
        address: of a reference.
    """

    name: str
    start: int
    inside: int
    close: int
    behind: int
    address: str = ""


class _Marks:
    """The pairs of marks in a text: brackets first, then the stars between them.

    A mark closes the last one of its kind that is open; what was opened since then has no partner.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: list[_Pair] = []
        self._lost: list[tuple[str, int]] = []
        self._open: list[tuple[str, int]] = []
        self._brackets()
        self._stars_between()
        self._lost += self._open

    @property
    def pairs(self) -> list[_Pair]:
        """In the order in which they begin, the outer before the inner."""
        return sorted(self._found, key=lambda pair: pair.start)

    @property
    def unpaired(self) -> list[str]:
        """Marks without a partner, of those that nobody types for themselves."""
        return [mark for mark, _ in sorted(self._lost, key=lambda lost: lost[1]) if mark in ("^[", "**")]

    def _brackets(self) -> None:
        """Notes and references; other brackets are text."""
        open_: list[tuple[str, int]] = []
        behind = 0
        for sign in _SIGN.finditer(self.text):
            if sign.start() < behind:
                continue  # in an address
            if sign.group().endswith("["):
                open_.append((sign.group(), sign.start()))
            elif sign.group() == "]" and open_:
                mark, start = open_.pop()
                pair = self._bracket(mark, start, sign.start(), len(open_))
                if pair is not None:
                    self._found.append(pair)
                    behind = pair.behind
        self._lost += open_

    def _bracket(self, mark: str, start: int, close: int, depth: int) -> _Pair | None:
        inside = start + len(mark)
        if inside == close or depth > _DEEPEST:
            self._lost.append((mark, start))
            return None
        if mark == "^[":
            return _Pair("authorialNote", start, inside, close, close + 1)
        address = _ADDRESS.match(self.text, close + 1)
        if address is None:
            return None
        return _Pair("ref", start, inside, close, address.end(), address["address"].strip())

    def _stars_between(self) -> None:
        starts = {pair.start for pair in self._found}
        closes = {pair.close: pair.behind for pair in self._found}
        behind = 0
        for sign in _SIGN.finditer(self.text):
            at = sign.start()
            if at < behind:
                continue  # in an address
            if at in starts:
                self._open.append((_BARRIER, at))
            elif at in closes:
                self._pop(_BARRIER)
                behind = closes[at]
            elif sign.group().startswith("*"):
                self._stars(at, len(sign.group()))

    def _push(self, mark: str, at: int) -> None:
        if len(self._open) < _DEEPEST:
            self._open.append((mark, at))

    def _pop(self, wanted: str) -> tuple[str, int] | None:
        """The last mark of a kind that is open inside the note or reference that is read."""
        for place in range(len(self._open) - 1, -1, -1):
            mark, at = self._open[place]
            if mark == wanted:
                self._lost += self._open[place + 1 :]
                del self._open[place:]
                return mark, at
            if mark == _BARRIER:
                return None
        return None

    def _stars(self, at: int, count: int) -> None:
        """A run of stars closes what it can, and opens with what is left."""
        before, behind = self.text[max(0, at - 1) : at], self.text[at + count : at + count + 1]
        left = count if count <= 3 else 0
        if before and not before.isspace():
            for mark in self._closable(left, behind):
                opened = self._pop(mark)
                if opened is not None and opened[1] + len(mark) < at:
                    name = "b" if mark == "**" else "i"
                    start = at + count - left
                    inside = opened[1] + len(mark)
                    self._found.append(_Pair(name, opened[1], inside, start, start + len(mark)))
                    left -= len(mark)
        at += count - left
        if behind and not behind.isspace() and left != 0:
            if left > 1:
                self._push("**", at)
            if left != 2 and not (_is_word(before) and count == 1):
                self._push("*", at + left - 1)
        elif left == 2:
            self._lost.append(("**", at))

    def _closable(self, stars: int, behind: str) -> list[str]:
        """The marks that a run of stars can close, the inner one first."""
        if stars == 1:
            return [] if _is_word(behind) else ["*"]
        if stars == 2:
            return ["**"]
        inner = next((mark for mark, _ in reversed(self._open) if mark in ("*", "**")), "*")
        return ["*", "**"] if inner == "*" else ["**", "*"]


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


class _Builder:
    """Puts a text and its marks into elements."""

    def __init__(self, text: str, pairs: list[_Pair], tag: str) -> None:
        self.text = text
        self.tag = tag
        self._pairs = pairs
        self._next = 0

    def fill(self, element: Element, start: int, end: int) -> None:
        """Put [start, end) of the text into an element."""
        while self._next < len(self._pairs) and self._pairs[self._next].start < end:
            pair = self._pairs[self._next]
            self._next += 1
            _add(element, _ESCAPED.sub(r"\1", self.text[start : pair.start]))
            self.fill(self._marked(element, pair), pair.inside, pair.close)
            start = pair.behind
        _add(element, _ESCAPED.sub(r"\1", self.text[start:end]))

    def _marked(self, element: Element, pair: _Pair) -> Element:
        made = etree.SubElement(element, f"{self.tag}{pair.name}")
        if pair.name == "ref":
            made.set(ADDRESS, pair.address)
        if pair.name == "authorialNote":
            made.set("placement", "bottom")
            return etree.SubElement(made, f"{self.tag}p")
        return made


def _add(element: Element, text: str) -> None:
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
