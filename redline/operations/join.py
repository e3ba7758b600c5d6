"""join: two or more provisions become one."""

from __future__ import annotations

import itertools

from redline.akn.edits import Edit, JoinEdit, NumberEdit
from redline.akn.names import local_name
from redline.akn.structure import bare_number, number_of
from redline.model.spec import Text
from redline.operations.context import PlanContext
from redline.operations.keys.join import VERB
from redline.operations.renumber import new_number

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `join`: the words of the later ones are put behind those of the first."""
    targets = context.targets("join")
    if len(targets) < 2:
        raise context.error(
            "operation-impossible", "one provision cannot be joined", do="name two or more sibling provisions"
        )
    elements = [target.provision for target in targets]
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
    between = context.value("with")
    words = between.value if isinstance(between, Text) else " "
    edits: list[Edit] = [JoinEdit(elements[0], element, words) for element in elements[1:]]
    number = context.value("as")
    if isinstance(number, Text) and bare_number(number.value) != number_of(elements[0], targets[0].view):
        edits.append(NumberEdit(elements[0], new_number(context, targets[0], number.value)))
    return edits
