"""split: one provision becomes two."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from redline.akn.edits import Edit, NumberEdit, SplitEdit, WordChange, WordsEdit
from redline.akn.names import local_name
from redline.akn.structure import bare_number, num_of, number_of, own_blocks
from redline.drafting.numbers import renumbered
from redline.model.spec import Text
from redline.operations.context import PlanContext
from redline.operations.keys.split import VERB
from redline.operations.scope import Occurrence, Scope
from redline.operations.words import choose, find_words, spacing

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `split`: the second provision begins with the words named by `before`."""
    target = context.target("split")
    words = context.value("before")
    assert isinstance(words, Text)
    numbers = context.value("as")
    given = [text.value for text in numbers if isinstance(text, Text)] if isinstance(numbers, tuple) else []
    old = number_of(target.provision, target.view)
    if len(given) != 2 or not old or target.part is not None:
        raise context.error(
            "number-wrong",
            f"{target.citation.text} is split into two, so two numbers are needed, and it must have one "
            f"itself",
            do="give as: [first number, second number]",
            about=target,
            key="as",
        )
    blocks = tuple(block for _, block in own_blocks(target.provision, target.view))
    if not blocks:
        raise context.error(
            "operation-impossible",
            f"{target.citation.text} has no text of its own; all of it stands in its sub-provisions",
            do="insert the second provision, and move the sub-provisions that belong into it",
            about=target,
        )
    scope = Scope(context, replace(target, blocks=blocks), set())
    place: Occurrence = choose(context, scope, words, find_words(context, scope, words))[0]
    if place.flat.block is blocks[0] and not place.flat.text[: place.start].strip():
        raise context.error(
            "operation-impossible",
            f'nothing stands before "{words.value}" in {target.citation.text}',
            do="name the words with which the second provision begins",
            about=target,
        )
    printed = num_of(target.provision, target.view)
    second = target.provision.makeelement(str(target.provision.tag))
    if target.provision.get("name"):
        second.set("name", str(target.provision.get("name")))
    num = etree.SubElement(
        second, str(target.provision.tag).replace("}" + local_name(target.provision.tag), "}num")
    )
    num.text = renumbered(printed, old, bare_number(given[1]))
    edits: list[Edit] = [SplitEdit(target.provision, place.flat, place.start, second)]
    ends = len(place.flat.text[: place.start].rstrip())
    if spacing(context) == "tidy" and ends < place.start:
        # The space between the two belongs to neither.
        edits.append(WordsEdit(place.flat, (WordChange(ends, place.start, None),)))
    if bare_number(given[0]) != old:
        edits.append(NumberEdit(target.provision, renumbered(printed, old, bare_number(given[0]))))
    return edits
