"""omit: words are removed."""

from __future__ import annotations

from redline.addresses.code_parts import cite_in
from redline.akn.edits import Edit, WordsEdit
from redline.akn.structure import enclosing_provision, heading_of, number_of, own_blocks, units
from redline.model.spec import Times, Words
from redline.operations.context import PlanContext
from redline.operations.inflecting import inflected, inflections_of
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
    inflections = inflections_of(context, [(text, None) for text in words]) or (None,) * len(words)
    for scope in scopes(context):
        for text, inflection in zip(words, inflections, strict=True):
            if inflection is not None:
                chosen += [item for item, _ in inflected(context, scope, text, inflection)]
                continue
            found = choose(context, scope, text, find_words(context, scope, text))
            if scope.target is None and isinstance(times, Times) and times.word == "all":
                found = passable(context, found)
            chosen += found
    edits = word_edits(context, tidy_omissions(context, chosen))
    _note_emptied(context, edits)
    return edits


def _note_emptied(context: PlanContext, edits: list[Edit]) -> None:
    """Note each numbered provision that is left with its number alone."""
    view = context.view
    gone = [edit.flat.block for edit in edits if isinstance(edit, WordsEdit) and _empties(edit)]
    holders = (enclosing_provision(block, view) for block in gone)
    for provision in dict.fromkeys(holder for holder in holders if holder is not None):
        own = [block for _, block in own_blocks(provision, view)]
        left = next(units(provision, view), None) is not None or heading_of(provision, view)
        if own and not left and number_of(provision, view) and all(block in gone for block in own):
            name = cite_in(context.working, provision, view)
            context.notes.append(f"{name} is left with its number alone: was repeal meant?")


def _empties(edit: WordsEdit) -> bool:
    """Whether no words of a block stay."""
    text, end = edit.flat.text, 0
    for change in edit.changes:
        if text[end : change.start].strip() or change.new:
            return False
        end = change.end
    return not text[end:].strip()
