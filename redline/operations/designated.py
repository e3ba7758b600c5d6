"""What is put into a provision whose text another operation of the date designates as a sub-provision.

Its own words are in the new sub-provision, and new words of it go there too; what is numbered stands beside
it, and so must have a number of its level.
"""

from __future__ import annotations

from msgspec.structs import replace

from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.marks import SPLIT, UNMARKED, WRAP
from redline.akn.names import local_name
from redline.akn.structure import num_of
from redline.drafting.layout import line_of
from redline.drafting.numbers import leading_number, styles_of
from redline.errors import AmendmentError
from redline.model.spec import Content
from redline.operations.context import PlanContext


def designated_text(context: PlanContext, host: Element) -> Element | None:
    """The sub-provision into which an operation of this date has put the text of a provision, or None."""
    for child in host:
        around = child.get(WRAP)
        if around is not None and not context.view.happened(around):
            heads = {local_name(inner.tag) for inner in child}
            return None if "heading" in heads else designated_text(context, child) or child
    return None


def own_text(context: PlanContext, target: Target, place: str) -> Target:
    """A target whose provision is the one that holds the end of its own words after this date's operations so
    far; of what was split, the second. Words at the start could stand in front of what was designated.
    """
    if place == "start":
        return target
    inside = designated_text(context, target.provision)
    more = context.view.continuation(target.provision)
    while more is not None and SPLIT in more.attrib:
        inside, more = more, context.view.continuation(more)
    if inside is None:
        return target
    return replace(target, element=inside, provision=inside, view=context.working.view())


def refuse_another_level(context: PlanContext, target: Target, new: Element, content: Content) -> None:
    """What is put into a provision beside its designated text has a number of that level.

    Raises:
        AmendmentError: `content-number`, where it may belong into what was designated.
    """
    wrapper = designated_text(context, target.provision)
    if wrapper is None:
        return
    given, printed = num_of(new, UNMARKED), num_of(wrapper, context.working.view())
    if of_one_level(given, printed):
        return
    raise AmendmentError(
        "content-number",
        f"the text of {target.citation.text} is designated as {printed} on the same date, and {given} is no "
        f"number beside it",
        do=f"give it a number like {printed}; what belongs into {printed} itself is put beside a provision "
        f"that is there: after: {target.citation.text} …",
        at=content.line(line_of(new)),
        about=(("act", context.working.act.name),),
    )


def of_one_level(first: str, second: str) -> bool:
    """Whether two printed numbers have one form, as `1.` and `2.` have; `1.`, `1)` and `a.` have three."""
    found = [leading_number(number + " ") for number in (first, second)]
    one, other = (each[0] if each is not None else None for each in found)
    if one is None or other is None or one.template != other.template:
        return False
    return bool(styles_of(one.bare) & styles_of(other.bare))
