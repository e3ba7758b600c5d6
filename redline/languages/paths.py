"""What a citation reads as while it is being read: paths of units and parts, outermost first."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from redline.model.address import Part, PartKind, Step


class NotACitationError(Exception):
    """A text stopped making sense as a citation; never leaves `redline.languages`."""


class Node(Struct, frozen=True):
    """One unit or part of a path; `paren` where its number stands in parentheses."""

    thing: Step | Part
    paren: bool = False


ACT = Node(Part("toc"))
"""The Act itself at the head of a path: told apart by identity, its part means nothing."""

Path = tuple[Node, ...]
Variant = tuple[Path, Path | None]
"""A path, and for a run the path of its last provision."""

Named = tuple[Node, Node | None]
"""A unit or part, and for a run of its kind the last one."""

BARE_PARTS: frozenset[PartKind] = frozenset(
    (
        *("heading", "num", "crossheading", "text", "intro", "wrap"),
        *("title", "short-title", "preamble", "enacting", "toc"),
    )
)
"""Parts of which a provision (or the Act) has one: no number, no words."""

LONE_PARTS: frozenset[PartKind] = frozenset(("table", "note", "formula", "image"))
"""Counted parts that may stand without a number where there is only one."""

NAMED_PARTS: frozenset[PartKind] = frozenset(("definition", "item", "row", "column"))
"""Parts that may be called by their opening words."""

_LONGEST_RUN = 1000


def same_kind(one: Step | Part, other: Step | Part) -> bool:
    """Whether two things go by the same word: two articles, two rows."""
    if isinstance(one, Step) and isinstance(other, Step):
        return bool(one.units) and one.units == other.units
    return isinstance(one, Part) and isinstance(other, Part) and one.kind == other.kind


def level_of(path: Path, thing: Step | Part) -> int | None:
    """Where in a path a thing of the same kind stands; None where there is none."""
    return next((level for level, node in enumerate(path) if same_kind(node.thing, thing)), None)


_OUTER = frozenset({"article", "section", "rule", "regulation", "chapter"})
_INNER = frozenset({"article", "paragraph", "point", "subparagraph", "item"})


def is_upside_down(path: Path) -> bool:
    """Whether an article would stand inside an article or a paragraph: then a list was taken for a nest."""
    units = [node.thing.units[0] for node in path if isinstance(node.thing, Step) and node.thing.units]
    return any(unit in _OUTER and _INNER.intersection(units[:place]) for place, unit in enumerate(units))


def shared(before: list[Variant], path: Path) -> list[Variant]:
    """The citations before one, inside what both are inside: `point 1) of paragraph 1 and point 3) of
    paragraph 2 of article 5` names article 5 for both.
    """
    found: list[Variant] = []
    for each, upto in before:
        outer = path[: level_of(path, each[0].thing) or 0]
        found.append(((*outer, *each), (*outer, *upto) if upto else None))
    return found


def sibling(path: Path, number: str, start: int, *, paren: bool) -> Path:
    """The path of a list's next number: `7` in `sections 5(2) and 7`, `(3)` in `section 5(2) and (3)`."""
    level = _paren_level(path, number) if paren else _named_level(path)
    if level is None:
        raise NotACitationError
    thing = path[level].thing
    if isinstance(thing, Step):
        return (*path[:level], replace(path[level], thing=replace(thing, number=number, start=start)))
    if not number.isdecimal() or int(number) < 1:
        raise NotACitationError
    return (*path[:level], replace(path[level], thing=replace(thing, index=int(number))))


def run_of(first: Path, last: Path) -> list[Variant]:
    """What a run stands for: one variant with an end for units, one for each position for parts."""
    start, end = first[-1].thing, last[-1].thing
    if isinstance(start, Step) and isinstance(end, Step) and len(first) == len(last):
        return [(first, last)]
    if not (isinstance(start, Part) and isinstance(end, Part)) or start.index is None or end.index is None:
        raise NotACitationError
    if not 0 < start.index < end.index <= start.index + _LONGEST_RUN:
        raise NotACitationError
    places = range(start.index, end.index + 1)
    return [((*first[:-1], Node(replace(start, index=place))), None) for place in places]


def _named_level(path: Path) -> int | None:
    """The innermost unit with a word, or counted part."""
    for level in range(len(path) - 1, -1, -1):
        thing = path[level].thing
        counted = isinstance(thing, Part) and thing.index is not None
        if counted or (isinstance(thing, Step) and thing.number is not None and not _walked(path[level])):
            return level
    return None


def _walked(node: Node) -> bool:
    """Whether a node is bare parentheses: a number without a word before it."""
    return node.paren and isinstance(node.thing, Step) and not node.thing.word


def _paren_level(path: Path, number: str) -> int | None:
    """The innermost number in parentheses of the same series; `(b)` after `(a)(i)` goes on from `(a)`."""
    wanted = styles(number)
    alike: int | None = None
    for level in range(len(path) - 1, -1, -1):
        thing = path[level].thing
        if path[level].paren and isinstance(thing, Step):
            there = styles(thing.number or "")
            if there == wanted:
                return level
            if alike is None and there & wanted:
                alike = level
    return alike


_ONE_LETTER = re.compile(r"([^\W\d_])\1*")
_ROMAN = re.compile(r"[ivxIVX]+")


@lru_cache(maxsize=1024)
def styles(number: str) -> frozenset[str]:
    """The series a number can belong to: figures, small or capital letters, small or capital Roman numbers.

    `i` is a letter and a Roman number; `ii` is taken for Roman, `c` for a letter.
    """
    start = re.match(r"\d+|[^\W\d_]+", number)
    base = start[0] if start else number
    if base[:1].isdigit():
        return frozenset({"figures"})
    case = "small" if base.islower() else "capital"
    roman = _ROMAN.fullmatch(base) is not None
    letters = _ONE_LETTER.fullmatch(base) is not None and not (roman and len(base) > 1)
    found = {f"{case} Roman"} if roman else set()
    return frozenset({*found, f"{case} letters"} if letters or not roman else found)
