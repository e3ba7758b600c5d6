"""The writing side of the block reader: words collected into lines, lines written down as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from redline.akn.runs import UNCHANGED, Line, State, mark_of
from redline.model.blocks import Block, Kind, Mark, Note, Run, Runs, text_of

HEADINGS = frozenset({"container", "unit", "annex"})

_ZONE_KINDS: dict[str, Kind] = {"preface": "preface", "preamble": "preamble", "toc": "toc", "title": "title"}
_OWN_WORDS = frozenset({"text", "preamble", "preface", "signature"})


class Place(NamedTuple):
    """Where words stand.

    Attributes:
        depth, quoted, language, repealed: as in `Block`.
        base: the depth of headings here (more than 0 inside a quotation).
        level: the outline level of the next heading.
        zone: the large part of the document: `preface`, `toc`, `preamble`, `body`, `conclusions`, `apart`.
        unit: inside an article or section.
        inline: inside another vocabulary's formula, where every element is part of the line.
    """

    depth: int = 0
    base: int = 0
    level: int = 2
    quoted: int = 0
    zone: str = "body"
    unit: bool = False
    language: str | None = None
    repealed: bool = False
    inline: bool = False


class Here(NamedTuple):
    """What the words being collected belong to."""

    place: Place
    kind: Kind | None
    state: State


class Head(Struct):
    """A provision's number and heading, waiting for its first words.

    Attributes:
        by_heading: it is a heading since it has one: without, its number would stand beside its words.
    """

    kind: Kind
    place: Place
    eid: str | None
    state: State
    number: Runs = ()
    heading: Runs = ()
    notes: list[Note] = field(default_factory=list)
    unit: str | None = None
    by_heading: bool = False

    @property
    def stands_alone(self) -> bool:
        """Whether no words stand beside it, in either text."""
        if self.kind not in HEADINGS:
            return False
        changed = self.by_heading and any(run.mark for run in self.heading)
        return not changed or all(any(_texts(run)[text] for run in self.heading) for text in (0, 1))


class BlockWriter:
    """Collects words in `line` and writes them down as blocks.

    Attributes:
        out: the blocks so far.
        here: what the words of `line` belong to.
        head: a number and heading that wait for their first words.
        anchors: identifiers that begin with the next block, each with whether it is a provision's.
        prefix: an opening quotation mark that stands before the next block.
        boundary: the mark of the break before the next block.
        marked: whether both texts are read: what a line ends with can be between words of one of them.
    """

    def __init__(self, place: Place, *, marked: bool = False) -> None:
        self.out: list[Block] = []
        self.marked = marked
        self.line = Line()
        self.here = Here(place, None, UNCHANGED)
        self.head: Head | None = None
        self.anchors: list[tuple[str, bool]] = []
        self.prefix: Runs = ()
        self.boundary: Mark | None = None
        self._closed = 0

    def open(self, head: Head) -> None:
        """A provision's own words begin: its number waits for them, or is a block of its own."""
        if not head.number and not head.heading and head.kind != "annex":
            if head.eid:
                self.anchors.append((head.eid, True))
            return
        self.flush_head()
        self.head = head
        if head.stands_alone:
            self.flush_head()

    def flush(self) -> None:
        """Write out the words collected so far."""
        if not self.line:
            return
        line, self.line = self.line, Line()
        image = line.only_image()
        runs = line.runs(trimmed=not self.marked)
        if not text_of(runs).strip() and not any(run.note or run.image for run in runs):
            return
        if self.out and self._closed == len(self.out):
            self.boundary = None  # what stands behind a quotation begins a line of its own in both texts
            if self.head is None and not line.notes and not self.out[-1].rows:
                closing, runs = _parted(runs)
                if closing:
                    self._append_to_last(closing)
                if not runs:
                    return
        place, kind, state = self.here
        kind = "image" if image else kind or _ZONE_KINDS.get(place.zone, "text")
        if self.head is not None and kind in _OWN_WORDS:
            self.flush_head(runs, line.notes)
            return
        self.flush_head()
        self.write(Block(kind, place.depth, runs=runs), place, state, line.notes)

    def flush_head(self, runs: Runs = (), notes: list[Note] | None = None) -> None:
        """Write out the waiting number and heading, with the first words where there are any."""
        head, self.head = self.head, None
        if head is None:
            return
        level = head.place.level - 1 if head.kind in HEADINGS else 0
        block = Block(
            head.kind,
            head.place.depth,
            level,
            head.eid,
            number=head.number,
            heading=head.heading,
            runs=runs,
            unit=head.unit,
            by_heading=head.by_heading,
        )
        self.write(block, head.place, head.state, [*head.notes, *(notes or ())])

    def write(self, block: Block, place: Place, state: State, notes: list[Note]) -> None:
        """Write a block down, with all that begins with it."""
        eid = block.eid
        if eid is None and self.anchors:
            provisions = [name for name, provision in self.anchors if provision]
            eid = provisions[-1] if provisions else self.anchors[-1][0]
        others: tuple[str, ...] = ()
        if self.anchors:
            others = tuple(dict.fromkeys(name for name, _ in self.anchors if name != eid))
        # Made anew and not by `replace`, which takes five times as long; there is one for each paragraph.
        block = Block(
            block.kind,
            block.depth,
            1 if block.kind == "title" else block.level,
            eid,
            others,
            block.number,
            block.heading,
            block.runs,
            block.rows,
            tuple(notes),
            place.language,
            place.quoted,
            mark_of(state),
            self.boundary,
            place.repealed,
            block.unit,
            block.by_heading,
        )
        if (
            block.kind == "title"
            and place.zone == "title"
            and self.out
            and self.out[-1].kind in ("title", "point")
        ):
            block = replace(block, kind="preface", level=0)
        self.anchors = []
        self.boundary = None
        self.out.append(self._opened(block) if self.prefix else block)

    def _opened(self, block: Block) -> Block:
        """A block with the quotation mark that waits before it; before a table the mark has its own line."""
        prefix, self.prefix = self.prefix, ()
        if not block.rows:
            return _prefixed(block, prefix)
        self.out.append(Block("text", block.depth, runs=prefix, quoted=block.quoted))
        return block

    @property
    def idle(self) -> bool:
        """Whether nothing waits for the next block or for its end."""
        return not (self.line or self.head or self.anchors or self.prefix or self.boundary)

    def ended(self) -> tuple[Block, ...] | None:
        """All blocks; None where something waits behind them, or words can still be added to the last."""
        return tuple(self.out) if self.idle and self._closed != len(self.out) else None

    def take(self, blocks: Iterable[Block]) -> None:
        """Write down blocks that were read before."""
        self.out += blocks

    def close_quotation(self, closing: Runs) -> None:
        """A quotation ends: its closing mark, and a full stop that follows, stand behind its last word."""
        self.flush_head()
        self.prefix = ()
        if closing and self.out and self.out[-1].rows:
            last = self.out[-1]
            self.out.append(Block("text", last.depth, runs=closing, quoted=last.quoted))
        elif closing and self.out:
            self._append_to_last(closing)
        self._closed = len(self.out)

    def _append_to_last(self, runs: Runs) -> None:
        last = self.out[-1]
        if last.runs or not (last.heading or last.number):
            self.out[-1] = replace(last, runs=_closed(last.runs, runs))
        elif last.heading:
            self.out[-1] = replace(last, heading=_closed(last.heading, runs))
        else:
            self.out[-1] = replace(last, number=_closed(last.number, runs))


def _parted(runs: Runs) -> tuple[Runs, Runs]:
    """The full stop or comma behind a quotation, and the words behind that, which have a line of their own.

    Of a marked Act each text has its own.
    """
    ends = [_end_of_closing("".join(run.text for run in runs if _texts(run)[text])) for text in (0, 1)]
    places = [0, 0]
    closing: list[Run] = []
    rest: list[Run] = []
    for run in runs:
        texts = [text for text in (0, 1) if _texts(run)[text]]
        left = 0 if rest else min((max(0, ends[text] - places[text]) for text in texts), default=0)
        for text in texts:
            places[text] += len(run.text)
        if run.text[:left]:
            closing.append(replace(run, text=run.text[:left]))
        behind = run.text[left:] if rest else run.text[left:].lstrip(" \n")
        if behind or run.note is not None or run.image is not None:
            rest.append(replace(run, text=behind))
    return tuple(closing), _of_one_text(rest)


def _of_one_text(runs: Sequence[Run]) -> Runs:
    """The runs of a line; those of a line that only one text has, as runs of that text only."""
    said = [run for run in runs if run.text.strip() or run.note is not None or run.image is not None]
    there = [any(_texts(run)[text] for run in said) for text in (0, 1)]
    if all(there) or not any(there):
        return tuple(runs if any(there) else ())
    mark = next(run.mark for run in said if run.mark is not None)
    own = 0 if there[0] else 1
    return tuple(run if run.mark is not None else replace(run, mark=mark) for run in runs if _texts(run)[own])


def _end_of_closing(words: str) -> int:
    """How many letters the marks take that a text behind a quotation begins with."""
    if len(words.strip()) <= 4 and not any(char.isalnum() for char in words):
        return len(words)
    found = _CLOSING.match(words)
    return found.end() if found is not None else 0


_CLOSING = re.compile(r"\s*[.,;:!?)\]…]{1,3}(?!\S)")


def _closed(runs: Runs, closing: Runs) -> Runs:
    """The words with a closing mark behind them, and no space before it in a text that has the mark."""
    open_ = [any(_texts(run)[text] for run in closing) for text in (0, 1)]
    kept = list(runs)
    for place in range(len(runs) - 1, -1, -1):
        run, there = runs[place], _texts(runs[place])
        if run.note is not None or run.image is not None or not any(open_):
            break
        if all(open_[text] for text in (0, 1) if there[text]):
            kept[place] = run = replace(run, text=run.text.rstrip(" \n"))
        open_ = [open_[text] and not (there[text] and run.text) for text in (0, 1)]
    return (*(run for run in kept if run.text or run.note is not None or run.image is not None), *closing)


def _texts(run: Run) -> tuple[bool, bool]:
    """Whether words stand in the base, and in the amended text."""
    return (True, True) if run.mark is None else (run.mark.in_base, run.mark.in_amended)


def _prefixed(block: Block, prefix: Runs) -> Block:
    """The block with words put before its first."""
    if block.number:
        return replace(block, number=prefix + block.number)
    if block.heading:
        return replace(block, heading=prefix + block.heading)
    return replace(block, runs=prefix + block.runs)


def bullet(text: str, state: State) -> Runs:
    """A list's bullet or a quotation mark, which the Act has in an attribute or not at all."""
    return (Run(text, mark=mark_of(state), generated=True),) if text else ()
