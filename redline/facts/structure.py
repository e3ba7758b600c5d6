"""The provisions and lines of an Act, from its blocks: who stands in whom is told by headings and indents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from redline.akn.structure import bare_number
from redline.model.blocks import Block, Row, text_of
from redline.model.facts import Line, LineKind, Provision

_PARAGRAPHS = 1000
"""Ranks below a heading: a paragraph's indent is added to this."""
_HEADS = frozenset({"container", "unit", "annex"})
_NUMBERED = frozenset({"paragraph", "point"})


@dataclass(slots=True)
class Structure:
    """What an Act consists of, as far as read.

    Attributes:
        provisions, lines: see `redline.model.facts.Facts`.
        title: the words of the title, as far as there are any in the text.
        contents: the lines of the table of contents.
        notes: what stands among the words of the law and is none.
    """

    provisions: list[Provision] = field(default_factory=lambda: [Provision("act")])
    lines: list[Line] = field(default_factory=list)
    title: str = ""
    contents: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class StructureReader:
    """Reads blocks in their order; used once.

    Args:
        is_note: whether a line is no law but a note of the publisher's.
    """

    def __init__(self, is_note: Callable[[str], bool] = lambda _: False) -> None:
        self._made = Structure()
        self._is_note = is_note
        # The provisions that are open, outermost first, each with its rank.
        self._open: list[tuple[float, int]] = [(0, 0)]
        # For each provision, how many lists of it have ended in further words.
        self._series: dict[int, int] = {}
        self._listed: set[int] = set()

    def read(self, blocks: Iterable[Block]) -> Structure:
        """The provisions and lines of the blocks."""
        for block in blocks:
            if block.kind == "image":
                continue
            if block.kind == "toc":
                self._made.contents += [text for text, _ in _texts(block) if text]
                continue
            if block.quoted:
                self._add_lines(block, quoted=True)
            elif block.kind in _HEADS:
                self._begin(block, block.level)
            elif block.kind in _NUMBERED and (block.number or block.eid):
                self._begin(block, self._rank(block))
            else:
                self._further(block)
        return self._made

    def _rank(self, block: Block) -> float:
        """How deep a numbered paragraph stands. Where the markup has `1)` beside `1.`, it stands inside
        it."""
        rank = _PARAGRAPHS + block.depth
        if text_of(block.number).rstrip().endswith(")"):
            for other, place in self._open:
                if other == rank and self._made.provisions[place].printed.endswith("."):
                    return rank + 0.5
        return rank

    def _begin(self, block: Block, rank: float) -> None:
        """A provision begins."""
        while self._open[-1][0] >= rank:
            self._open.pop()
        parent = self._open[-1][1]
        printed = text_of(block.number).strip()
        place = len(self._made.provisions)
        self._made.provisions.append(
            Provision(
                "point" if rank != int(rank) else block.unit or block.kind,
                bare_number(printed),
                printed,
                text_of(block.heading).strip(),
                parent,
                block.eid or "",
                block.repealed,
                self._series.get(parent, 0),
            )
        )
        self._listed.add(parent)
        self._open.append((rank, place))
        self._add_lines(block)

    def _further(self, block: Block) -> None:
        """Further words: they stand in the innermost provision that is indented no deeper than they are."""
        if block.kind == "title" and not self._made.title:
            self._made.title = text_of(block.runs).strip()
        if block.kind not in ("table", "title", "preface", "preamble"):
            while len(self._open) > 1 and self._open[-1][0] > _PARAGRAPHS + block.depth:
                self._open.pop()
        place = self._open[-1][1]
        if place in self._listed:  # behind a list of it: what follows is another list
            self._series[place] = self._series.get(place, 0) + 1
            self._listed.discard(place)
        self._add_lines(block)

    def _add_lines(self, block: Block, *, quoted: bool = False) -> None:
        provision = self._open[-1][1]
        for text, kind in _texts(block):
            if text and self._is_note(text):
                self._made.notes.append(text)
            elif text:
                self._made.lines.append(Line(text, provision, kind, quoted))


def _texts(block: Block) -> Iterator[tuple[str, LineKind]]:
    yield _plain(text_of(block.heading)), "heading"
    yield _plain(text_of(block.runs)), "text"
    for row in block.rows:
        yield from _cells(row)


def _cells(row: Row) -> Iterator[tuple[str, LineKind]]:
    for cell in row.cells:
        for block in cell.blocks:
            yield _plain("".join(run.text for run in block.all_runs())), "cell"
            for inner in block.rows:
                yield from _cells(inner)


def _plain(text: str) -> str:
    """Words in ordinary single spaces, as the patterns of the languages expect them."""
    return " ".join(text.replace("\u2011", "-").split())
