"""Sentences: put beside others and taken out, so that one space stays between any two."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct, field

from redline.addresses.parts import sentences_of
from redline.addresses.targets import Target
from redline.akn.claims import is_emptied, is_taken_away
from redline.akn.document import Element
from redline.akn.edits import DeleteEdit, Edit, WordChange, WordsEdit
from redline.akn.marks import DEL, INS, View
from redline.akn.ranges import Flat, flatten
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


def _spare_gaps(
    flat: Flat, spans: list[tuple[int, int]], going: Collection[tuple[int, int] | None], view: View
) -> list[tuple[int, int]]:
    """The spaces between sentences that go with some of them: one stays between any two that stay."""
    gaps = _Gaps(dict(_put_between(flat, spans, view)))
    for place, (start, end) in enumerate(spans):
        gap = (spans[place - 1][1], start) if place else (start, start)
        gaps.pass_new(gap[0])
        if gap[0] < gap[1]:
            if not is_taken_away(flat, *gap, view):
                gaps.waiting.append(gap)
            gaps.pass_new(gap[1])
        if (start, end) not in going and not is_emptied(flat, start, end, view):
            gaps.stay()
    gaps.pass_new(spans[-1][1] if spans else 0)
    return gaps.spare + gaps.waiting


def _put_between(flat: Flat, spans: list[tuple[int, int]], view: View) -> Iterator[tuple[int, str]]:
    """Offset and text of what operations of this date put between sentences."""
    for offset, element in flat.hidden:
        operation, text = element.get(INS), "".join(map(str, element.itertext()))
        inside = any(start < offset < end for start, end in spans)
        if operation is not None and not view.happened(operation) and text and not inside:
            yield offset, text


class _Gaps(Struct):
    """Which of the spaces passed on the way through a block are spare.

    Attributes:
        new: offset -> words that other operations put there.
        waiting: the spaces since the last sentence that stays.
        spare: those that go.
        behind: whether a sentence that stays was passed.
        parted: whether the words behind it bring the space themselves.
    """

    new: dict[int, str]
    waiting: list[tuple[int, int]] = field(default_factory=list)
    spare: list[tuple[int, int]] = field(default_factory=list)
    behind: bool = False
    parted: bool = False

    def stay(self) -> None:
        """A sentence stays: one space is left before it, if something stands before it that brings none."""
        self.spare += self.waiting[:-1] if self.behind and not self.parted else self.waiting
        self.waiting, self.behind, self.parted = [], True, False

    def pass_new(self, offset: int) -> None:
        """Words that another operation has put at an offset stay too."""
        text = self.new.pop(offset, "")
        if not text:
            return
        if text[0].isspace():
            # With nothing before them, their space is one too many: a conflict, and found as such.
            self.spare += self.waiting if self.behind else [(offset - 1, offset + 1)]
            self.waiting, self.behind, self.parted = [], True, text[-1].isspace()
        else:
            self.stay()
            self.parted = text[-1].isspace()


def _repealed(context: PlanContext, block: Element, targets: list[Target]) -> list[Edit]:
    view = targets[0].view
    flat = flatten(block, view)
    going = {target.span for target in targets}
    spans = sentences_of(block, view, context.working.language)
    # What another operation has done to the sentence itself is a conflict, and found as such.
    left = sorted([span for span in spans if span in going] + _spare_gaps(flat, spans, going, view))
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
