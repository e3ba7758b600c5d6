"""add: words are added beside words, or at the start or end of a provision's own words."""

from __future__ import annotations

from typing import Literal

from redline.akn.edits import Edit
from redline.model.spec import Text, Times
from redline.operations.context import PlanContext
from redline.operations.keys.add import VERB
from redline.operations.scope import Occurrence, Scope, scopes
from redline.operations.words import choose, edge_of, find_words, passable, tidy_addition, word_edits

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of an `add`."""
    words = context.value("add")
    assert isinstance(words, Text)
    placed = [
        (item, tidy_addition(context, item, words.value, leaning))
        for scope in scopes(context)
        for item, leaning in _places(context, scope, words)
    ]
    return word_edits(context, placed)


def _places(
    context: PlanContext, scope: Scope, words: Text
) -> list[tuple[Occurrence, Literal["left", "right"]]]:
    place = context.value("at")
    if place == "start":
        return [(edge_of(context, scope, "start"), "right")]
    if place == "end":
        return [(_before_end_mark(context, edge_of(context, scope, "end"), words.value), "left")]
    side = "after" if context.value("after") is not None else "before"
    anchor = context.value(side)
    assert isinstance(anchor, Text)
    found = choose(context, scope, anchor, find_words(context, scope, anchor))
    times = context.value("times")
    if scope.target is None and isinstance(times, Times) and times.word == "all":
        found = passable(context, found)
    if side == "after":
        return [(Occurrence(item.flat, item.end, item.end), "left") for item in found]
    return [(Occurrence(item.flat, item.start, item.start), "right") for item in found]


def _before_end_mark(context: PlanContext, item: Occurrence, words: str) -> Occurrence:
    """Where the profile says so, `at: end` is before a closing mark, unless the new words bring one of
    their own.
    """
    marks = context.profile.end_marks
    last = item.flat.text[item.start - 1 : item.start]
    if last and last in marks and words.rstrip()[-1:] not in marks:
        return Occurrence(item.flat, item.start - 1, item.start - 1)
    return item
