"""In which structural element of an Act each block stands: its section, and the units that lead to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from redline.akn.names import CONTAINERS
from redline.akn.structure import bare_number, number_in_heading
from redline.model.address import Step
from redline.model.blocks import Block, Kind, Mark, Row, Runs

Text = Literal["base", "amended"]
"""One of the two texts of a marked Act."""

TEXTS: tuple[Text, Text] = ("base", "amended")

_ZONES: dict[Kind, str] = {
    "title": "title",
    "preface": "preface",
    "preamble": "preamble",
    "toc": "contents",
    "signature": "signature",
}
_ANNEXES = frozenset({"attachment", "component"})


def stands_in(mark: Mark | None, text: Text) -> bool:
    """Whether what bears the mark is part of that text."""
    return mark is None or (mark.in_base if text == "base" else mark.in_amended)


def words_in(runs: Runs, text: Text) -> str:
    """The words of runs in one of the texts."""
    return "".join(run.text for run in runs if stands_in(run.mark, text))


def exists_in(block: Block, text: Text) -> bool:
    """Whether anything of a block is part of that text."""
    if any(stands_in(run.mark, text) for run in block.all_runs()):
        return True
    return any(stands_in(row.mark, text) and _cells_in(row, text) for row in block.rows)


def _cells_in(row: Row, text: Text) -> bool:
    return any(stands_in(cell.mark, text) for cell in row.cells)


class Placed(Struct, frozen=True):
    """A block, and the blocks that begin the units it stands in, outermost first, its own last.

    Attributes:
        apart: whether what stands directly in its chapter is numbered from 1 in each, so that it is nothing
            without the chapter.
    """

    block: Block
    path: tuple[Block, ...]
    apart: bool = False

    @property
    def unit(self) -> Block | None:
        """The block that begins the innermost unit."""
        return self.path[-1] if self.path else None


class Section(Struct, dict=True):
    """A heading with what stands under it up to the next heading, or a stretch of text without one.

    Attributes:
        head: the block with the heading; None where there is none.
        zone: `title`, `preface`, `preamble`, `contents`, `signature`, `crossheading` or `body`.
        placed: its blocks in order, the head first.
    """

    head: Block | None
    zone: str
    placed: list[Placed] = field(default_factory=list)

    @property
    def level(self) -> int:
        """How high its heading stands; 0 without one."""
        return self.head.level if self.head is not None else 0

    @cached_property
    def bound(self) -> frozenset[int]:
        """The places of blocks that cannot be read without the one before them.

        In one of the texts they are one paragraph with it: a break between them came or went, or a number
        stands there beside words that are a later block.
        """
        blocks = [placed.block for placed in self.placed]
        return frozenset[int]().union(*(joined_in(blocks, text) for text in TEXTS))


def joined_in(blocks: Sequence[Block], text: Text) -> set[int]:
    """The places of blocks before which there is no break in that text: a paragraph goes on there.

    Args:
        blocks: that follow one another.
        text: which text.
    """
    found: set[int] = set()
    last = 0
    for place, block in enumerate(blocks):
        if block.boundary is not None and (block.boundary.kind == "ins") == (text == "base"):
            found.update(range(last + 1, place + 1))
        found.update(range(place + 1, words_behind(blocks, place, text) + 1))
        last = place if exists_in(block, text) else last
    return found


def words_behind(blocks: Sequence[Block], place: int, text: Text) -> int:
    """The place of the block with the words of a number that stands alone in its own block; -1 for none."""
    block = blocks[place]
    if not block.number or block.level or not words_in(block.number, text).strip():
        return -1
    if words_in((*block.heading, *block.runs), text).strip():
        return -1
    for behind in range(place + 1, len(blocks)):
        other = blocks[behind]
        if exists_in(other, text):
            alone = not other.level and not other.rows and not words_in(other.number, text).strip()
            return behind if alone and (other.number or other.depth == block.depth) else -1
    return -1


def sections_of(blocks: Iterable[Block]) -> Iterator[Section]:
    """The sections of an Act in order; every block stands in exactly one.

    Articles that are one in one of the texts, since it is split or they are joined, are one section.
    """
    before: Section | None = None
    for section in _numbered_apart(list(_by_heading(blocks))):
        if before is not None and _goes_on(section):
            before.placed += section.placed
            continue
        if before is not None:
            yield before
        before = section
    if before is not None:
        yield before


def _numbered_apart(sections: list[Section]) -> list[Section]:
    """The sections, with what has one number in several chapters told from what is numbered through."""
    chapters = [
        section for section in sections if section.head is not None and section.head.unit in CONTAINERS
    ]
    given: Counter[_Number] = Counter()
    for section in chapters:
        given.update(
            {n for placed in section.placed for n in _numbers(placed) if placed.path[-1] is placed.block}
        )
    for section in chapters:
        section.placed = [
            replace(placed, apart=True) if any(given[n] > 1 for n in _numbers(placed)) else placed
            for placed in section.placed
        ]
    return sections


_Number = tuple[str, str, str]
"""The annex, the unit and the number of what stands directly in a chapter."""


def _numbers(placed: Placed) -> Iterator[_Number]:
    """Under which numbers the unit stands in its chapter, in either text, that a block belongs to."""
    outer = next((block for block in placed.path if not block.level), None)
    if outer is None or not outer.number:
        return
    annex = next((block.eid or "" for block in placed.path if block.unit in _ANNEXES), "")
    for text in TEXTS:
        number = bare_number(" ".join(words_in(outer.number, text).split()))
        if number:
            yield annex, outer.unit or "", number


def _goes_on(section: Section) -> bool:
    """Whether a paragraph of the section before goes on in this one, in a text that has not its heading."""
    standing = dict.fromkeys(TEXTS, False)
    for placed in section.placed:
        boundary = placed.block.boundary
        if boundary is not None and not standing["base" if boundary.kind == "ins" else "amended"]:
            return True
        standing = {text: there or exists_in(placed.block, text) for text, there in standing.items()}
        if all(standing.values()):
            return False
    return False


def _by_heading(blocks: Iterable[Block]) -> Iterator[Section]:
    """The sections as headings and zones part them."""
    headings: list[Block] = []
    inner: list[Block] = []
    section: Section | None = None
    waiting: list[Block] = []
    for block in blocks:
        if block.kind == "crossheading" and not block.quoted:
            waiting.append(block)
            continue
        begins = block.level > 0 and not block.quoted
        if waiting:
            section, done = _cross_headings(waiting, section, begins, tuple(headings))
            yield from done
            waiting = []
        if begins:
            if section is not None:
                yield section
            headings = [*(other for other in headings if _outside(other, block)), block]
            inner = []
            section = Section(block, _ZONES.get(block.kind, "body"), [Placed(block, tuple(headings))])
            continue
        zone = _zone(block, section)
        if section is None or zone != section.zone:
            if section is not None:
                yield section
            headings = headings if zone == "body" and section is not None else []
            inner, section = [], Section(None, zone)
        inner = _units_around(inner, block)
        section.placed.append(Placed(block, (*headings, *inner)))
    if waiting:
        section, done = _cross_headings(waiting, section, True, tuple(headings))
        yield from done
    if section is not None:
        yield section


def _outside(outer: Block, heading: Block) -> bool:
    """Whether a heading stands under an outer one; the title of a document in an annex, under the annex."""
    return outer.level < heading.level or (heading.kind == "title" and outer.unit in _ANNEXES)


def _cross_headings(
    waiting: list[Block], section: Section | None, heading_follows: bool, path: tuple[Block, ...]
) -> tuple[Section | None, list[Section]]:
    """Cross-headings before a heading stand for themselves; those inside an article belong to it."""
    if section is not None and not heading_follows:
        section.placed += [Placed(block, section.placed[-1].path) for block in waiting]
        return section, []
    apart = Section(None, "crossheading", [Placed(block, ()) for block in waiting])
    return None, [apart] if section is None else [section, apart]


def _zone(block: Block, section: Section | None) -> str:
    """The zone of a block without a heading; tables and pictures stay in that of the block before them."""
    if block.kind in ("table", "image", "point", "paragraph") and section is not None:
        return section.zone if section.zone != "title" else "body"
    return _ZONES.get(block.kind, "body")


def _units_around(inner: list[Block], block: Block) -> list[Block]:
    """The numbered provisions that a block stands in, its own last where it begins one."""
    if block.quoted:
        return inner
    if block.number:
        return [*(other for other in inner if other.depth < block.depth), block]
    return [other for other in inner if other.depth <= block.depth]


def steps_in(placed: Placed, text: Text) -> tuple[Step, ...]:
    """The units that lead to a block as steps of a citation, with their numbers in one of the texts.

    Containers are named only where nothing inside them is, or where what is has its number in others too:
    articles are numbered through the whole Act, and so are the points of most by-laws.
    """
    heads = [block for block in placed.path if block.level]
    inner = [block for block in placed.path if not block.level]
    last = heads[-1:]
    if last and last[0].unit in CONTAINERS and not placed.apart and any(block.number for block in inner):
        last = []
    shown = [block for block in heads[:-1] if block.unit in _ANNEXES] + last
    steps: list[Step] = []
    for block in (*shown, *inner):
        printed = " ".join(words_in(block.number, text).split())
        number = bare_number(printed)
        if not number and block.unit in _ANNEXES:
            number = number_in_heading(words_in(block.heading, text))
        if (number or block.unit in _ANNEXES) and block.unit:
            steps.append(Step(number or None, (block.unit,), printed or (block.unit or "")))
    return tuple(steps)
