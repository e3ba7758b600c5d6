"""omit: words are removed."""

from __future__ import annotations

from redline.akn.edits import Edit
from redline.model.spec import Times, Words
from redline.operations.context import PlanContext
from redline.operations.keys.omit import VERB
from redline.operations.scope import Occurrence, scopes
from redline.operations.words import choose, find_words, passable, tidy_omissions, word_edits

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of an `omit`."""
    value = context.value("omit")
    words: tuple[Words, ...] = value if isinstance(value, tuple) else (value,)  # type: ignore[assignment]
    times = context.value("times")
    chosen: list[Occurrence] = []
    for scope in scopes(context):
        for text in words:
            found = choose(context, scope, text, find_words(context, scope, text))
            if scope.target is None and isinstance(times, Times) and times.word == "all":
                found = passable(context, found)
            chosen += found
    return word_edits(context, tidy_omissions(context, chosen))
