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
from redline.operations.words import choose, find_words, passable, tidy_omissions, word_edits

__all__ = ["VERB", "plan"]

_Change = tuple[Occurrence, WordChange]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `substitute`: pairs of words act at once."""
    pairs = list(zip(_words(context), _texts(context), strict=True))
    inflections = inflections_of(context, pairs)
    chosen: list[_Change] = []
    for scope in scopes(context):
        if inflections:
            forms = [
                inflected(context, scope, words, inflection)
                for (words, _), inflection in zip(pairs, inflections, strict=True)
            ]
            chosen += _longest_forms(context, scope, [words for words, _ in pairs], forms)
        else:
            chosen += _literal(context, scope, pairs)
    kept = [(item, change) for item, change in chosen if alters(item.flat, change)]
    return word_edits(context, kept)


def _literal(context: PlanContext, scope: Scope, pairs: list[tuple[Words, str]]) -> list[_Change]:
    """What becomes of the words of each pair in one place, as they are written."""
    chosen: list[_Change] = []
    found = _outermost([find_words(context, scope, words) for words, _ in pairs])
    for (words, new), (all_found, outside) in zip(pairs, found, strict=True):
        if all_found and not outside:
            raise swallowed(context, scope, words)
        items = _chosen(context, scope, words, outside)
        # Words replaced by none leave no space behind, as those that are omitted.
        chosen += (
            [(item, WordChange(item.start, item.end, new)) for item in items]
            if new
            else tidy_omissions(context, items)
        )
    return chosen


def _longest_forms(
    context: PlanContext, scope: Scope, words: list[Words], forms: list[list[_Change]]
) -> list[_Change]:
    """The forms of several words found in one place: of two at one place, the longer is meant."""
    longest = _longest([each for one in forms for each in one])
    for sought, one in zip(words, forms, strict=True):
        if one and not any(each in longest for each in one):
            raise swallowed(context, scope, sought)
    return longest


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


def _chosen(context: PlanContext, scope: Scope, words: Words, found: list[Occurrence]) -> list[Occurrence]:
    chosen = choose(context, scope, words, found)
    times = context.value("times")
    if scope.target is None and isinstance(times, Times) and times.word == "all":
        return passable(context, chosen)
    return chosen


def _outermost(found: list[list[Occurrence]]) -> list[tuple[list[Occurrence], list[Occurrence]]]:
    """For each of several texts, where it stands, and where it stands outside a longer one of the others: of
    two found at one place, one inside the other, the longer is meant.
    """
    if len(found) == 1:
        return [(found[0], found[0])]
    by_block: dict[Element, list[tuple[int, Occurrence]]] = {}
    for place, one in enumerate(found):
        for item in one:
            by_block.setdefault(item.flat.block, []).append((place, item))
    return [
        (one, [item for item in one if not _is_inside(item, place, by_block[item.flat.block])])
        for place, one in enumerate(found)
    ]


def _is_inside(item: Occurrence, place: int, others: list[tuple[int, Occurrence]]) -> bool:
    return any(
        of != place
        and other.start <= item.start
        and item.end <= other.end
        and (other.end - other.start) > (item.end - item.start)
        for of, other in others
    )


def _longest(chosen: list[_Change]) -> list[_Change]:
    """Of two texts found at one place, one inside the other, the longer is meant."""
    by_block: dict[Element, list[WordChange]] = {}
    for item, change in chosen:
        by_block.setdefault(item.flat.block, []).append(change)
    kept: list[_Change] = []
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
