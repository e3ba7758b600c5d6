"""substitute: words are replaced by words."""

from __future__ import annotations

from redline.akn.document import Element
from redline.akn.edits import Edit, WordChange
from redline.model.spec import Text, Times, Words
from redline.operations.context import PlanContext
from redline.operations.idle import alters
from redline.operations.inflecting import inflected, inflections_of
from redline.operations.keys.substitute import VERB
from redline.operations.scope import Occurrence, Scope, scopes
from redline.operations.word_errors import refuse_several_lines, swallowed
from redline.operations.words import choose, find_words, passable, word_edits

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `substitute`: pairs of words act at once."""
    pairs = list(zip(_words(context), _texts(context), strict=True))
    inflections = inflections_of(context, pairs)
    chosen: list[tuple[Occurrence, WordChange]] = []
    for scope in scopes(context):
        if inflections:
            found = [
                inflected(context, scope, words, inflection)
                for (words, _), inflection in zip(pairs, inflections, strict=True)
            ]
        else:
            found = [
                [
                    (item, WordChange(item.start, item.end, new or None))
                    for item in _chosen(context, scope, words)
                ]
                for words, new in pairs
            ]
        here = [each for one in found for each in one]
        longest = _longest(here)
        for (words, _), one in zip(pairs, found, strict=True):
            if one and not any(each in longest for each in one):
                raise swallowed(context, scope, words)
        chosen += here
    kept = [(item, change) for item, change in _longest(chosen) if alters(item.flat, change)]
    return word_edits(context, kept)


def _words(context: PlanContext) -> tuple[Words, ...]:
    value = context.value("substitute")
    return value if isinstance(value, tuple) else (value,)  # type: ignore[return-value]  # the loader checked it


def _texts(context: PlanContext) -> list[str]:
    value = context.value("with")
    texts = value if isinstance(value, tuple) else (value,)
    for text in texts:
        if isinstance(text, Text):
            refuse_several_lines(context, text, "with")
    found = [text.value for text in texts if isinstance(text, Text)]
    if len(found) != len(_words(context)):
        raise context.error(
            "value-wrong",
            f"the texts that go and the new texts do not pair off: {len(_words(context))} and {len(found)}",
            do="give as many new texts under with: as there are under substitute:",
            key="with",
        )
    return found


def _chosen(context: PlanContext, scope: Scope, words: Words) -> list[Occurrence]:
    found = choose(context, scope, words, find_words(context, scope, words))
    times = context.value("times")
    if scope.target is None and isinstance(times, Times) and times.word == "all":
        return passable(context, found)
    return found


def _longest(chosen: list[tuple[Occurrence, WordChange]]) -> list[tuple[Occurrence, WordChange]]:
    """Of two texts found at one place, one inside the other, the longer is meant."""
    by_block: dict[Element, list[WordChange]] = {}
    for item, change in chosen:
        by_block.setdefault(item.flat.block, []).append(change)
    kept: list[tuple[Occurrence, WordChange]] = []
    for item, change in chosen:
        inside = any(
            other.start <= change.start
            and change.end <= other.end
            and (other.end - other.start) > (change.end - change.start)
            for other in by_block[item.flat.block]
        )
        if not inside:
            kept.append((item, change))
    return kept
