"""add: words are added beside words, or at the start or end of a provision's own words."""

from __future__ import annotations

from typing import Literal

from redline.akn.edits import Edit, WordChange
from redline.model.spec import Text, Times
from redline.operations.context import PlanContext
from redline.operations.keys.add import VERB
from redline.operations.scope import Occurrence, Scope, scopes
from redline.operations.word_errors import refuse_several_lines
from redline.operations.words import choose, edge_of, find_words, passable, tidy_addition, word_edits

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of an `add`."""
    words = context.value("add")
    assert isinstance(words, Text)
    refuse_several_lines(context, words, "add")
    placed: list[tuple[Occurrence, WordChange]] = []
    for scope in scopes(context):
        if context.value("at") == "end":
            item = edge_of(context, scope, "end")
            placed.append((item, _at_end(context, item, words.value)))
        else:
            placed += [
                (item, tidy_addition(context, item, words.value, leaning))
                for item, leaning in _places(context, scope)
            ]
    return word_edits(context, placed)


def _places(context: PlanContext, scope: Scope) -> list[tuple[Occurrence, Literal["left", "right"]]]:
    place = context.value("at")
    if place == "start":
        return [(edge_of(context, scope, "start"), "right")]
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


def _at_end(context: PlanContext, item: Occurrence, words: str) -> WordChange:
    """The change that adds words at the end. Where the profile says so, they stand before a closing mark;
    words that bring a mark of their own stand behind it, and in its place if they begin with one too.
    """
    marks = context.profile.end_marks
    last = item.flat.text[item.start - 1 : item.start]
    if last and last in marks:
        if words.rstrip()[-1:] not in marks:
            item = Occurrence(item.flat, item.start - 1, item.start - 1)
        elif words.lstrip()[:1] == last:
            words = words.lstrip()[1:]
        elif words.lstrip()[:1] in f"{marks},":
            return WordChange(item.start - 1, item.start, words.lstrip())
    return tidy_addition(context, item, words, "left")
