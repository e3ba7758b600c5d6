"""split: one provision becomes two."""

from __future__ import annotations

from itertools import takewhile

from lxml import etree
from msgspec.structs import replace

from redline.addresses.targets import Target
from redline.akn.claims import is_taken_away
from redline.akn.edits import Edit, NumberEdit, SplitEdit, WordChange, WordsEdit
from redline.akn.names import SUBFLOWS, local_name, tag_like
from redline.akn.structure import bare_number, num_of, number_of, own_blocks
from redline.drafting.numbers import renumbered
from redline.model.spec import Text
from redline.operations.context import PlanContext
from redline.operations.keys.split import VERB
from redline.operations.renumber import check_number
from redline.operations.scope import Occurrence, Scope
from redline.operations.words import choose, find_words, spacing

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `split`: the second provision begins with the words named by `before`."""
    target = context.target("split")
    first, second = _numbers(context, target)
    place = _place(context, target)
    printed, old = num_of(target.provision, target.view), number_of(target.provision, target.view)
    piece = target.provision.makeelement(str(target.provision.tag))
    if target.provision.get("name"):
        piece.set("name", str(target.provision.get("name")))
    etree.SubElement(piece, tag_like(piece.tag, "num")).text = renumbered(printed, old, second)
    edits: list[Edit] = [SplitEdit(target.provision, place.flat, place.start, piece)]
    ends = len(place.flat.text[: place.start].rstrip())
    gone = is_taken_away(place.flat, ends, place.start, target.view)
    if spacing(context) == "tidy" and ends < place.start and not gone:
        # The space between the two belongs to neither.
        edits.append(WordsEdit(place.flat, (WordChange(ends, place.start, None),)))
    if first != old:
        edits.append(NumberEdit(target.provision, renumbered(printed, old, first)))
    return edits


def _numbers(context: PlanContext, target: Target) -> tuple[str, str]:
    """The numbers of the two provisions that result, bare."""
    numbers = context.value("as")
    given = [text.value for text in numbers if isinstance(text, Text)] if isinstance(numbers, tuple) else []
    if len(given) != 2 or not number_of(target.provision, target.view):
        raise context.error(
            "number-wrong",
            f"{target.citation.text} is split into two, so two numbers are needed, and it must have one "
            f"itself",
            do="give as: [first number, second number]",
            about=target,
            key="as",
        )
    for number in given:
        check_number(context, number)
    return bare_number(given[0]), bare_number(given[1])


def _place(context: PlanContext, target: Target) -> Occurrence:
    """Where the second provision begins."""
    words = context.value("before")
    assert isinstance(words, Text)
    blocks = tuple(block for _, block in own_blocks(target.provision, target.view))
    if not blocks:
        raise context.error(
            "operation-impossible",
            f"{target.citation.text} has no text of its own; all of it stands in its sub-provisions",
            do="insert the second provision, and move the sub-provisions that belong into it",
            about=target,
        )
    scope = Scope(context, replace(target, blocks=blocks), {})
    place = choose(context, scope, words, find_words(context, scope, words))[0]
    if place.flat.block is blocks[0] and not place.flat.text[: place.start].strip():
        raise context.error(
            "operation-impossible",
            f'nothing stands before "{words.value}" in {target.citation.text}',
            do="name the words with which the second provision begins",
            about=target,
        )
    _check_not_inside(context, target, place.flat.block)
    return place


def _check_not_inside(context: PlanContext, target: Target, block: etree._Element) -> None:
    """A provision is not cut in the middle of what it quotes: its halves would be no quotations."""
    around = takewhile(lambda each: each is not target.provision, block.iterancestors())
    if any(local_name(each.tag) in SUBFLOWS for each in around):
        raise context.error(
            "operation-impossible",
            f"{target.citation.text} would be split in the middle of a text that it quotes",
            do="name words that stand outside the quotation, or amend the quotation and insert the second "
            "provision",
            about=target,
            key="before",
        )
