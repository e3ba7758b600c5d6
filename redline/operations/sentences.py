"""Sentences: put beside others and taken out, so that one space stays between any two."""

from __future__ import annotations

from redline.addresses.parts import sentences_of
from redline.addresses.targets import Target
from redline.akn.claims import is_taken_away
from redline.akn.document import Element
from redline.akn.edits import DeleteEdit, Edit, WordChange, WordsEdit
from redline.akn.marks import DEL
from redline.akn.ranges import flatten
from redline.model.spec import Content
from redline.operations.content import one_line
from redline.operations.context import PlanContext


def sentence_beside(context: PlanContext, target: Target, content: Content, where: str) -> list[Edit]:
    """The edits that put a sentence before or after another, behind the note marks of the one before it."""
    assert target.span is not None
    block = target.blocks[0]
    flat = flatten(block, target.view)
    spans = sentences_of(block, target.view, context.working.language)
    place = spans.index(target.span)
    words = one_line(context, content)
    if where == "before" and place == 0:
        start = target.span[0]
        at = start + sum(offset < start for offset, _ in flat.objects)
        change = WordChange(at, at, _spaced(words, before=False), "right")
    else:
        end = spans[place - (where == "before")][1]
        at = end + sum(offset <= end for offset, _ in flat.objects)
        change = WordChange(at, at, _spaced(words, before=True), "left")
    return [WordsEdit(flatten(block, target.view, objects=True), (change,))]


def _spaced(words: Element, *, before: bool) -> Element:
    if before:
        words.text = " " + (words.text or "")
    elif len(words):
        words[-1].tail = (words[-1].tail or "") + " "
    else:
        words.text = (words.text or "") + " "
    return words


def repealed_sentences(context: PlanContext, targets: list[Target]) -> list[Edit]:
    """The edits that take sentences out, each with the marks of its notes and the space it leaves."""
    blocks: dict[Element, list[Target]] = {}
    for target in targets:
        blocks.setdefault(target.blocks[0], []).append(target)
    return [edit for block, named in blocks.items() for edit in _repealed(context, block, named)]


def _repealed(context: PlanContext, block: Element, targets: list[Target]) -> list[Edit]:
    view = targets[0].view
    flat = flatten(block, view)
    going = {target.span for target in targets}
    ranges: list[tuple[int, int]] = []
    stays_before = False
    end_before: int | None = None
    for start, end in sentences_of(block, view, context.working.language):
        stays = (start, end) not in going and not is_taken_away(flat, start, end, view)
        # The space before a sentence stays where that sentence does, and one before it.
        if end_before is not None and not (stays and stays_before):
            ranges.append((end_before, start))
        if (start, end) in going:
            ranges.append((start, end))
        stays_before = stays_before or stays
        end_before = end
    # What another operation has done to the sentence itself is a conflict, and found as such.
    left = [(a, b) for a, b in ranges if (a, b) in going or (a < b and not is_taken_away(flat, a, b, view))]
    changes = tuple(WordChange(start, end, None) for start, end in _joined(left))
    ends = {span[1] for span in going if span is not None}
    notes = [
        DeleteEdit(element)
        for offset, element in flat.objects
        if offset in ends and DEL not in element.attrib and not _inside(offset, changes)
    ]
    return [WordsEdit(flat, changes), *notes]


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and start == joined[-1][1]:
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def _inside(offset: int, changes: tuple[WordChange, ...]) -> bool:
    return any(change.start < offset < change.end for change in changes)
