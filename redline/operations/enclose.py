"""enclose: existing sibling provisions are put inside a new Part, Chapter or Section."""

from __future__ import annotations

import itertools

from redline.akn.document import Element
from redline.akn.edits import Edit, WrapEdit
from redline.akn.marks import UNMARKED
from redline.akn.names import HEADS, PROVISIONS, local_name
from redline.akn.structure import num_of
from redline.errors import AmendmentError
from redline.model.spec import Content
from redline.operations.content import read_content
from redline.operations.context import PlanContext
from redline.operations.crossheadings import note_left_outside
from redline.operations.keys.enclose import VERB
from redline.operations.levels import a_level, stands_inside, unit_around
from redline.operations.typed_numbers import unit_word_of, unit_words

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of an `enclose`."""
    targets = context.targets("enclose")
    content = context.value("as")
    assert isinstance(content, Content)
    elements = tuple(target.provision for target in targets)
    _check_siblings(context, elements)
    level = unit_words().get(unit_word_of(content.text), ("chapter",))[0]
    found = read_content(context, content, level)
    inside = [local_name(child.tag) for child in found[0]] if found else []
    if (
        len(found) != 1
        or local_name(found[0].tag) not in PROVISIONS
        or not set(inside) <= HEADS
        or not inside
    ):
        raise AmendmentError(
            "content-unreadable",
            "the new Part, Chapter or Section is given by its number and heading alone",
            do='write one line, such as "Chapter 3-1. Registers"',
            at=content.line(2),
        )
    _check_level(context, elements, found[0], content)
    note_left_outside(context, elements[0], num_of(found[0], UNMARKED))
    return [WrapEdit(elements, found[0])]


def _check_level(
    context: PlanContext, elements: tuple[Element, ...], wrapper: Element, content: Content
) -> None:
    """A Chapter goes around articles, in a Part: never into an article, nor around a Part."""
    new = local_name(wrapper.tag)
    host = unit_around(context, elements[0])
    around = local_name(host.tag) if host is not None else ""
    inner = next(
        (local_name(e.tag) for e in elements if not stands_inside(context, new, local_name(e.tag))), ""
    )
    if inner or not stands_inside(context, around, new):
        raise AmendmentError(
            "operation-impossible",
            f"{a_level(new)} cannot stand around {a_level(inner)}"
            if inner
            else f"{a_level(new)} cannot stand in {a_level(around)}",
            do="give the new unit another level, or insert it beside the old one and move provisions into it",
            at=content.at,
            about=(("act", context.working.act.name),),
        )


def _check_siblings(context: PlanContext, elements: tuple[Element, ...]) -> None:
    """The provisions must stand directly one behind the other; a cross-heading between them comes along."""
    for first, second in itertools.pairwise(elements):
        follower = first.getnext()
        while follower is not None and (
            not isinstance(follower.tag, str)
            or not context.view.visible(follower)
            or context.view.merged(follower)
            or local_name(follower.tag) == "crossHeading"
        ):
            follower = follower.getnext()
        if follower is not second:
            raise context.error(
                "operation-impossible",
                "only provisions that stand directly one behind the other can be enclosed",
                do="name a run of siblings: art 5 .. art 8",
            )
