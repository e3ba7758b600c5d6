"""join: two or more provisions become one."""

from __future__ import annotations

import itertools

from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.edits import Edit, JoinEdit, NumberEdit
from redline.akn.names import HEADS, OWN_WORDS, local_name
from redline.akn.ranges import flatten
from redline.akn.structure import bare_number, heading_of, is_text_block, number_of
from redline.errors import AmendmentError
from redline.model.spec import Text
from redline.operations.context import PlanContext
from redline.operations.keys.join import VERB
from redline.operations.renumber import new_number
from redline.operations.words import tidy_seam

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `join`: the words of the later ones are put behind those of the first."""
    targets = context.targets("join")
    if len(targets) < 2:
        raise context.error(
            "operation-impossible", "one provision cannot be joined", do="name two or more sibling provisions"
        )
    elements = [target.provision for target in targets]
    if any(is_text_block(element, context.view) for element in elements):
        raise context.error(
            "operation-impossible",
            "items of a list whose words stand in them directly cannot be joined",
            do="replace the first with the joined text, and repeal the others",
        )
    for first, second in itertools.pairwise(elements):
        follower = first.getnext()
        while follower is not None and (
            not isinstance(follower.tag, str) or not context.view.visible(follower)
        ):
            follower = follower.getnext()
        if follower is not second or local_name(first.tag) != local_name(second.tag):
            raise context.error(
                "operation-impossible",
                "only provisions of one kind that stand directly one behind the other can be joined",
                do="move them together first, or repeal the one and replace the other",
            )
    edits: list[Edit] = _seams(context, targets)
    for target in targets[1:]:
        if heading := heading_of(target.provision, target.view):
            context.notes.append(
                f'the heading "{heading}" of {target.citation.text} goes; retitle {targets[0].citation.text} '
                f"if the heading of the whole is to say more"
            )
    number = context.value("as")
    if isinstance(number, Text) and bare_number(number.value) != number_of(elements[0], targets[0].view):
        edits.append(NumberEdit(elements[0], new_number(context, targets[0], number.value)))
    return edits


def _seams(context: PlanContext, targets: list[Target]) -> list[Edit]:
    """One edit for each provision behind the first; refused where the whole would have no order of its own.

    A provision is its own words, then its sub-provisions, then closing words: what is joined must be too.
    """
    first = targets[0].provision
    view = context.view
    given = context.value("with")
    between = given.value if isinstance(given, Text) else " "
    end = [child for child in view.children(first) if local_name(child.tag) not in HEADS]
    edits: list[Edit] = []
    for target in targets[1:]:
        children = [c for c in view.children(target.provision) if local_name(c.tag) not in HEADS]
        words = block = last_block = None
        if children and local_name(children[0].tag) in OWN_WORDS and end:
            words = children[0]
            last = end[-1]
            closing = local_name(last.tag) == "wrapUp"
            if local_name(last.tag) not in OWN_WORDS or (closing and len(children) > 1):
                raise _no_order(context, targets[0], target)
            last_block, block = _seam(last, words, context) or (None, None)
        elif end and local_name(end[-1].tag) == "wrapUp":
            raise _no_order(context, targets[0], target)
        if block is None and isinstance(given, Text):
            raise context.error(
                "operation-impossible",
                f'no words of {targets[0].citation.text} and {target.citation.text} meet, so "{given.value}" '
                f"has no place between them",
                do="take with: out",
                about=target,
                key="with",
            )
        seam = between
        if block is not None and last_block is not None:
            texts = (flatten(last_block, view).text, flatten(block, target.view).text)
            seam = tidy_seam(context, texts[0], between, texts[1])
        edits.append(JoinEdit(first, target.provision, words, block, seam))
        end += children
    return edits


def _seam(last: Element, words: Element, context: PlanContext) -> tuple[Element, Element] | None:
    """The last paragraph of the words before, and the first of `words` that goes on in it; or None."""
    before = list(context.view.children(last))
    behind = list(context.view.children(words))
    if before and behind and all(local_name(e.tag) == "p" for e in (before[-1], behind[0])):
        return before[-1], behind[0]
    return None


def _no_order(context: PlanContext, first: Target, second: Target) -> AmendmentError:
    return context.error(
        "operation-impossible",
        f"the words of {second.citation.text} would stand behind the sub-provisions of {first.citation.text}",
        do=f"replace {first.citation.text} with the joined text, and repeal {second.citation.text}",
        about=second,
    )
