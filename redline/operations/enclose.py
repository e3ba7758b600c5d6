"""enclose: existing sibling provisions are put inside a new Part, Chapter or Section."""

from __future__ import annotations

import itertools

from redline.akn.edits import Edit, WrapEdit
from redline.akn.names import HEADS, PROVISIONS, local_name
from redline.errors import AmendmentError
from redline.model.spec import Content
from redline.operations.content import read_content, unit_words
from redline.operations.context import PlanContext
from redline.operations.keys.enclose import VERB

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of an `enclose`."""
    targets = context.targets("enclose")
    content = context.value("as")
    assert isinstance(content, Content)
    elements = tuple(target.provision for target in targets)
    _check_siblings(context, elements)
    word = content.text.strip().split(maxsplit=1)[0].lower().rstrip(".") if content.text.strip() else ""
    level = unit_words().get(word, ("chapter",))[0]
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
    return [WrapEdit(elements, found[0])]


def _check_siblings(context: PlanContext, elements: tuple[object, ...]) -> None:
    """The provisions must stand directly one behind the other."""
    from redline.akn.document import Element

    for first, second in itertools.pairwise(elements):
        assert isinstance(first, Element)
        follower = first.getnext()
        while follower is not None and (
            not isinstance(follower.tag, str) or not context.view.visible(follower)
        ):
            follower = follower.getnext()
        if follower is not second:
            raise context.error(
                "operation-impossible",
                "only provisions that stand directly one behind the other can be enclosed",
                do="name a run of siblings: art 5 .. art 8",
            )
