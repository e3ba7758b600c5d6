"""Provisions that moved, as the two sides of a row: what moved is no change of words, a new number is one.

The marks at the old and at the new place say that the words moved, not which of them were changed on the way.
That is told by holding the two ends against each other, as inside a provision that is replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from redline.compare.words import word_hunks
from redline.model.blocks import Block, Mark, Run, Runs
from redline.render.table.places import Text, stands_in, words_in
from redline.render.table.rows import RowPlan, Stretch

Ends = Mapping[int, Block]
"""The id of a block -> what is read in its place."""


def readings_of_move(plan: RowPlan) -> Ends:
    """How the blocks of a moved provision read in its row: words that differ between its two ends are marked
    there as deleted and inserted, and so is a number that is another one.
    """
    old, new = _blocks(plan.base), _blocks(plan.amended)
    found: dict[int, Block] = {}
    texts = [_texts(block, "base") for block in old], [_texts(block, "amended") for block in new]
    matcher = SequenceMatcher(None, *texts, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            continue
        paired = end - start == last - first
        for place, block in enumerate(old[start:end]):
            other = new[first + place] if paired else None
            found[id(block)] = _held_against(block, other, "base")
        for place, block in enumerate(new[first:last]):
            other = old[start + place] if paired else None
            found[id(block)] = _held_against(block, other, "amended")
    return found


def operations_on_the_way(plan: RowPlan) -> frozenset[str]:
    """The operations that changed words of a moved provision before it moved, as far as its marks tell."""
    marks = (
        run.mark
        for block in (*_blocks(plan.base), *_blocks(plan.amended))
        for run in block.all_runs()
        if run.mark is not None
    )
    return frozenset(name for mark in marks for name in (mark.operation, mark.inserted) if name)


def _blocks(stretches: Iterable[Stretch]) -> list[Block]:
    return [block for stretch in stretches for block in stretch.blocks]


def _texts(block: Block, text: Text) -> tuple[str, ...]:
    return tuple(words_in(runs, text).strip() for runs in (block.number, block.heading, block.runs))


def _held_against(block: Block, other: Block | None, text: Text) -> Block:
    """The block of one end with the words marked that the block of the other end has not."""
    far: Text = "amended" if text == "base" else "base"
    other = other or Block(block.kind)
    number = block.number
    if words_in(number, text).strip() != words_in(other.number, far).strip():
        number = tuple(_changed(run, text) for run in number)
    heading = tuple(_marked(block.heading, other.heading, text, far))
    return replace(
        block, number=number, heading=heading, runs=tuple(_marked(block.runs, other.runs, text, far))
    )


def _marked(own: Runs, others: Runs, text: Text, far: Text) -> Iterator[Run]:
    """Runs with those words marked as changed that the other end has not."""
    here, there = words_in(own, text), words_in(others, far)
    pair = (here, there) if text == "base" else (there, here)
    hunks = word_hunks(*pair)
    spans = [(h.start, h.end) if text == "base" else (h.new_start, h.new_end) for h in hunks]
    at = 0
    for run in own:
        if not stands_in(run.mark, text) or not run.text:
            yield run
            continue
        yield from _cut(run, at, spans, text)
        at += len(run.text)


def _cut(run: Run, at: int, spans: Sequence[tuple[int, int]], text: Text) -> Iterator[Run]:
    """A run in pieces: those inside a span are changed. `at` is where the run begins."""
    if run.mark is None or not run.mark.kind.startswith("moved"):
        yield run
        return
    end = at + len(run.text)
    place = at
    for start, stop in spans:
        start, stop = max(start, at), min(stop, end)
        if start >= stop:
            continue
        if start > place:
            yield replace(run, text=run.text[place - at : start - at])
        yield _changed(replace(run, text=run.text[start - at : stop - at]), text)
        place = stop
    if place < end:
        yield replace(run, text=run.text[place - at :])


def _changed(run: Run, text: Text) -> Run:
    """A run that moved, as one that went or came."""
    mark = run.mark
    if mark is None or not mark.kind.startswith("moved") or not stands_in(mark, text):
        return run
    return replace(run, mark=Mark("del" if text == "base" else "ins", mark.operation))
