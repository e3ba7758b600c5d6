"""Cross-headings stand between provisions and can head several: none goes along, and notes say so."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from redline.akn.document import Element
from redline.akn.names import local_name
from redline.akn.structure import preceding, words_of
from redline.operations.context import PlanContext


def note_left_outside(context: PlanContext, first: Element, printed: str) -> None:
    """Note the cross-heading before the first of the provisions that are enclosed.

    Args:
        context: the operation.
        first: that provision.
        printed: the number of the new Part or Chapter.
    """
    before = preceding(first, context.view)
    if before is not None and local_name(before.tag) == "crossHeading":
        words = words_of(before, context.view)
        context.notes.append(f'the cross-heading "{words}" stays where it is, before {printed}')


def note_left_alone(context: PlanContext, going: Collection[Element]) -> None:
    """Note each cross-heading that heads nothing any more once these provisions have gone."""
    for provision in going:
        before = preceding(provision, context.view)
        if before is None or local_name(before.tag) != "crossHeading":
            continue
        follower = next(
            (
                element
                for element in provision.itersiblings(etree.Element)
                if element not in going and context.working.view().visible(element)
            ),
            None,
        )
        if follower is None or local_name(follower.tag) == "crossHeading":
            context.notes.append(
                f'the cross-heading "{words_of(before, context.view)}" stays, and heads nothing any more: '
                "repeal it too if it is to go (… / crossheading)"
            )
