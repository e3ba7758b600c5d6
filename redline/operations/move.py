"""move: a provision goes to another place, its text unchanged."""

from __future__ import annotations

from redline.akn.edits import Edit, MoveEdit, NumberEdit
from redline.akn.marks import INS
from redline.akn.names import HEADS, local_name
from redline.akn.structure import units
from redline.model.spec import Text
from redline.operations.context import PlanContext
from redline.operations.keys.move import VERB
from redline.operations.renumber import new_number

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `move`."""
    target = context.target("move")
    if target.part is not None:
        raise context.error(
            "address-part",
            "only whole provisions are moved",
            do="omit the words at the old place and add them at the new one",
            about=target,
        )
    where = next(key for key in ("before", "after", "into") if context.value(key) is not None)
    anchor = context.target(where)
    if any(ancestor is target.provision for ancestor in [anchor.element, *anchor.element.iterancestors()]):
        raise context.error(
            "operation-impossible",
            f"{target.citation.text} cannot be moved into itself",
            do="name a place outside the provision",
            key=where,
        )
    edits: list[Edit] = []
    number = context.value("as")
    if isinstance(number, Text):
        edits.append(NumberEdit(target.provision, new_number(context, target, number.value)))
    if where == "into":
        return [_into(context, target.provision, anchor.provision), *edits]
    return [MoveEdit(target.provision, "before" if where == "before" else "after", anchor.element), *edits]


def _into(context: PlanContext, provision: object, host: object) -> MoveEdit:
    from redline.akn.document import Element

    assert isinstance(provision, Element)
    assert isinstance(host, Element)
    view = context.working.view()
    inside = [unit for unit in units(host, view) if unit is not provision]
    if inside and context.value("at") == "start":
        # Behind what earlier operations of this date put at the start: they stand in file order.
        stood = (unit for unit in inside if (op := unit.get(INS)) is None or context.view.happened(op))
        first = next(stood, None)
        if first is not None:
            return MoveEdit(provision, "before", first)
    elif inside:
        return MoveEdit(provision, "after", inside[-1])
    own = [child for child in view.children(host) if local_name(child.tag) in HEADS | {"content", "intro"}]
    return MoveEdit(provision, "after", own[-1]) if own else MoveEdit(provision, "first", host)
