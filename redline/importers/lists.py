"""Numbered and unnumbered paragraphs of an article -> the provisions inside it.

Where every level of the profile prints its numbers in a form of its own (`1.`, `1)`), the form tells the
level; where they share forms (`(a)`, `(i)`), the reader of drafts weighs all readings. What has no number
belongs to the provision above it, unless it closes the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from redline.drafting.layout import Layout, Line
from redline.drafting.numbers import Number, leading_number, styles_of
from redline.drafting.readings import Numbered, TwoReadings, read_depths
from redline.jurisdictions.profile import Level, Profile
from redline.model.outline import Division, Paragraph

_ENDS = re.compile(r"[.!?…][\"»”’)\]]*$")
_GOES_ON = re.compile(r"[,–—-]$")
_OWN_ENTRY = re.compile(
    r"настоящ\w+ (?:под)?пункт|осы (?:тармақша|тармақ)|this (?:sub)?(?:point|paragraph)", re.IGNORECASE
)
# Inside a numbered paragraph (пункт, тармақ) "this paragraph" is that one, not the entry of its list.
_OWN_POINT = re.compile(
    r"настоящ\w+ подпункт|осы тармақша|this (?:sub)?point|this subparagraph", re.IGNORECASE
)

Remark = Callable[[str, int, str], None]
"""(kind, line, words): something to be told in the report."""


@dataclass(slots=True)
class Item:
    """A paragraph inside an article.

    Attributes:
        paragraph: its words, without its number.
        number: the number it begins with; None for none.
        depth: how many levels are above it in the profile.
    """

    paragraph: Paragraph
    number: Number | None = None
    depth: int = -1


@dataclass(slots=True)
class _Node:
    """A provision that is being read: its own words in order, then what stands in it."""

    item: Item | None
    depth: int
    words: list[Paragraph] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)

    @property
    def last_words(self) -> str:
        return self.words[-1].text if self.words else ""

    @property
    def number(self) -> Number:
        assert self.item is not None, "the article itself has no number here"
        assert self.item.number is not None, "only numbered items become nodes"
        return self.item.number

    @property
    def line(self) -> int:
        return self.item.paragraph.line if self.item is not None else 0

    @property
    def template(self) -> str:
        return self.number.template if self.item is not None else ""

    @property
    def key(self) -> tuple[int, ...]:
        return key_of(self.number.bare) if self.item is not None else ()


def key_of(number: str) -> tuple[int, ...]:
    """A number as its parts, to compare: `5-1` -> (5, 1); letters by their place."""
    pieces = re.findall(r"\d+|[^\W\d_]", number)
    return tuple(int(piece) if piece.isdigit() else ord(piece) for piece in pieces)


class ListReader:
    """Reads what stands inside articles of one profile.

    Args:
        profile: its levels.
        unit_words: unit words of the languages, as `Layout` takes them.
        remark: takes what the report is to say.
    """

    def __init__(self, profile: Profile, unit_words: dict[str, tuple[str, ...]], remark: Remark) -> None:
        self._profile = profile
        self._levels = profile.levels
        self._unit_words = unit_words
        self._remark = remark
        self._told_by_form = len({level.number for level in profile.levels}) == len(profile.levels)

    def fill(self, division: Division, paragraphs: Sequence[Paragraph]) -> None:
        """Put paragraphs into a division, as its words and its sub-provisions."""
        inside = quoted(paragraphs)
        items = [Item(each) if n in inside else self._item(each) for n, each in enumerate(paragraphs)]
        if not self._told_by_form:
            self._weigh(items)
        root = _Node(None, -1)
        stack = [root]
        for item in items:
            if item.number is None:
                stack[-1].words.append(item.paragraph)
                continue
            parent = self._parent(stack, item)
            node = _Node(
                item, parent.depth + 1 if not self._told_by_form else max(item.depth, parent.depth + 1)
            )
            if item.paragraph.text:
                node.words.append(item.paragraph)
            parent.children.append(node)
            stack.append(node)
        self._close(root, division)

    def _item(self, paragraph: Paragraph) -> Item:
        found = None if paragraph.cells else leading_number(paragraph.text)
        if found is None:
            return Item(paragraph)
        number, rest = found
        depth = self._depth(number) if self._told_by_form else _any_depth(number)
        if depth is None:
            return Item(paragraph)
        return Item(Paragraph(rest, paragraph.line), number, depth)

    def _depth(self, number: Number) -> int | None:
        """The first level whose numbers look like this one; None for a number of no level."""
        styles = styles_of(number.bare)
        for depth, level in enumerate(self._levels):
            if level.number == number.template and level.style in styles:
                return depth
        return None

    def _weigh(self, items: Sequence[Item]) -> None:
        """Give each numbered item its depth by the likeliest reading of all of them."""
        numbered = [item for item in items if item.number is not None]
        if not numbered:
            return
        lines: list[Numbered] = []
        before = ""
        for item in items:
            if item.number is not None:
                line = Line("", 0, item.number, item.paragraph.text, "", item.paragraph.line)
                lines.append(Numbered(line, introduced=before.endswith((":", "—", "–"))))
            before = item.paragraph.text
        layout = Layout("", self._levels[0].element, self._profile, self._unit_words)
        try:
            depths = read_depths(lines, layout)
        except TwoReadings as two:
            depths = two.depths[0]
            self._remark("two-readings", lines[two.place].line.place, lines[two.place].line.rest)
        for item, depth in zip(numbered, depths, strict=True):
            item.depth = depth

    def _parent(self, stack: list[_Node], item: Item) -> _Node:
        """The open provision that an item stands in; the stack is closed down to it."""
        assert item.number is not None
        if not self._told_by_form:
            del stack[item.depth + 1 :]
            return stack[-1]
        same = [
            n for n in stack if n.item and n.item.number and n.item.number.template == item.number.template
        ]
        key = key_of(item.number.bare)
        going_on = next((n for n in reversed(same) if _follows(n.key, key)), None)
        if going_on is None and same and _is_first(key) and stack[-1] is same[-1]:
            inner = stack[-1].last_words
            if inner.endswith(":") and len(stack[-1].words) == 1:
                self._remark(
                    "nested-list", item.paragraph.line, f"{item.number.printed} {item.paragraph.text}"
                )
                return stack[-1]
        target = going_on or (same[0] if same else None)
        if target is not None:
            del stack[stack.index(target) :]
            return stack[-1]
        while len(stack) > 1 and stack[-1].depth >= item.depth:
            stack.pop()
        return stack[-1]

    def _close(self, node: _Node, division: Division) -> None:
        """Write a node into its division: lists, closing words, unnumbered parts that hold lists of their
        own.
        """
        if not node.children:
            division.intro = node.words
            return
        lists = _lists(node.children)
        own = _OWN_POINT if node.item is not None else _OWN_ENTRY
        tails = [self._released(each[-1], own, last=n == len(lists) - 1) for n, each in enumerate(lists)]
        made = [[self._division(child, division) for child in members] for members in lists]
        if len(lists) == 1:
            division.intro, division.children, division.wrap = node.words, made[0], tails[0]
            return
        self._parts(division, node.words, made, tails, keep=lists[0][0].depth == 0)

    def _parts(
        self,
        division: Division,
        words: list[Paragraph],
        lists: list[list[Division]],
        tails: list[list[Paragraph]],
        *,
        keep: bool,
    ) -> None:
        """Several lists in one provision: each stands in an unnumbered part, with the words before it.

        Args:
            keep: whether the first list stays where it is: the numbered paragraphs of an article, behind
                which a note has a list of its own.
        """
        first = 1
        if keep:
            division.intro, division.children = words, list(lists[0])
            pending = tails[0]
        else:
            pending, first = words, 0
        for place, members in enumerate(lists[first:], first):
            *before, holder = _runs(pending) or [[]]
            division.children += [_alinea(run) for run in before]
            part = _alinea(holder, members[0].line)
            part.children = list(members)
            division.children.append(part)
            self._remark("list-in-part", members[0].line, holder[-1].text if holder else "")
            pending = tails[place]
            while pending and not _is_capital(pending[0].text):
                part.wrap.append(pending.pop(0))
        division.children += [_alinea(run) for run in _runs(pending)]

    def _division(self, node: _Node, parent: Division) -> Division:
        number = node.number
        made = Division(self._element(node), number.printed, number.bare, node.line)
        self._close(node, made)
        return made

    def _element(self, node: _Node) -> str:
        depth = min(node.depth, len(self._levels) - 1)
        if self._told_by_form:
            return self._levels[depth].element
        fitting = [level for level in self._levels[depth:] if _fits(level, node.number)]
        return (fitting or [self._levels[depth]])[0].element

    def _released(self, node: _Node, own: re.Pattern[str], *, last: bool) -> list[Paragraph]:
        """The words behind the last entry of a list that belong to what the list stands in.

        Args:
            own: how words name the entry that they belong to.
        """
        deepest = node
        while deepest.children:
            deepest = deepest.children[-1]
        if node.depth == 0 and node.item is not None and last:
            return []  # what follows a numbered paragraph of an article belongs to it
        if deepest is not node:
            return []  # the words behind an inner list are settled there
        words = node.words
        start = 1 if node.item is not None and node.item.paragraph.text else 0
        if node.depth == 0 and node.item is not None:
            start = max(
                [n for n, each in enumerate(words) if n and _is_capital(each.text)], default=len(words)
            )
        for place in range(start, len(words)):
            before = words[place - 1].text if place else ""
            text = words[place].text
            if _closes(before, text, own) or (not last and _is_capital(text)):
                node.words, released = words[:place], words[place:]
                self._remark("closing-words", released[0].line, released[0].text)
                return released
        doubtful = next((each for each in words[start:] if _is_capital(each.text)), None)
        if doubtful is not None:
            self._remark("last-entry", doubtful.line, doubtful.text)
        return []


def _any_depth(number: Number) -> int | None:
    """Where the forms tell no level, every number is weighed; an initial (`I. Valden`) is none."""
    return None if number.template == "{n}." and not number.bare[:1].isdigit() else 0


def quoted(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The paragraphs that stand inside one quotation over several of them: their numbers are words.

    A quotation mark that is never closed opens nothing.
    """
    found: set[int] = set()
    start: int | None = None
    for place, paragraph in enumerate(paragraphs):
        text = paragraph.text
        opens = text[:1] in '"«“' and _open_marks(text)
        if start is None and opens:
            start = place
        elif start is not None and _open_marks(text) and _CLOSED.search(text):
            found.update(range(start, place + 1))
            start = None
    return found


def _open_marks(text: str) -> bool:
    """Whether a text has a quotation mark without its partner."""
    return (
        text.count('"') % 2 == 1 or text.count("«") != text.count("»") or text.count("“") != text.count("”")
    )


_CLOSED = re.compile(r"[\"»”]\s*[.;,]?$")


def _lists(children: list[_Node]) -> list[list[_Node]]:
    """Siblings as lists: one begins where the numbers begin again."""
    lists: list[list[_Node]] = [[children[0]]]
    for before, child in pairwise(children):
        same = before.template == child.template
        again = same and child.key <= before.key and _is_first(child.key)
        parted = len(before.words) > 1 or bool(before.children)
        if again and parted:
            lists.append([])
        lists[-1].append(child)
    return lists


def _follows(before: tuple[int, ...], key: tuple[int, ...]) -> bool:
    return key > before


def _is_first(key: tuple[int, ...]) -> bool:
    return key[:1] in ((1,), (ord("a"),), (ord("а"),))


def _fits(level: Level, number: Number) -> bool:
    return level.number == number.template and level.style in styles_of(number.bare)


def _closes(before: str, text: str, own: re.Pattern[str]) -> bool:
    """Whether words behind the last entry of a list go on with what stands before the list."""
    if _GOES_ON.search(before):
        return True
    ended = _is_capital(text) and _ENDS.search(before) is not None
    return ended and not own.search(text[:160].replace("\u00a0", " "))


def _is_capital(text: str) -> bool:
    return next((letter for letter in text if letter.isalpha()), "").isupper()


def _runs(paragraphs: list[Paragraph]) -> list[list[Paragraph]]:
    """Unnumbered paragraphs as parts: one begins with each capital (Law on Legal Acts, article 23)."""
    runs: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if not runs or _is_capital(paragraph.text):
            runs.append([])
        runs[-1].append(paragraph)
    return runs


def _alinea(words: list[Paragraph], line: int = 0) -> Division:
    return Division("alinea", "", "", words[0].line if words else line, intro=list(words))
