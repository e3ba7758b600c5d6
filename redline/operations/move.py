"""move: a provision goes to another place, its text unchanged."""

from __future__ import annotations

from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.edits import Edit, MoveEdit, NumberEdit
from redline.akn.names import HEADS, PROVISIONS, local_name
from redline.akn.structure import units
from redline.model.spec import Text
from redline.operations.context import PlanContext
from redline.operations.crossheadings import note_left_alone
from redline.operations.insert import body_of
from redline.operations.keys.move import VERB
from redline.operations.levels import a_level, stands_inside, unit_around
from redline.operations.renumber import new_number

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `move`."""
    target = context.target("move")
    where = next(key for key in ("before", "after", "into") if context.value(key) is not None)
    anchor = context.target(where)
    _check_place(context, target, anchor, where)
    note_left_alone(context, [target.provision])
    edits: list[Edit] = []
    number = context.value("as")
    if isinstance(number, Text):
        edits.append(NumberEdit(target.provision, new_number(context, target, number.value)))
    if where == "into":
        return [_into(context, target.provision, anchor), *edits]
    return [MoveEdit(target.provision, "before" if where == "before" else "after", anchor.element), *edits]


def _check_place(context: PlanContext, target: Target, anchor: Target, where: str) -> None:
    """A provision is not moved into itself, nor in or out of a quotation, nor to a level it cannot have."""
    if any(ancestor is target.provision for ancestor in [anchor.element, *anchor.element.iterancestors()]):
        raise context.error(
            "operation-impossible",
            f"{target.citation.text} cannot be moved into itself",
            do="name a place outside the provision",
            key=where,
        )
    if _quotation(target.provision) is not _quotation(anchor.element):
        raise context.error(
            "operation-impossible",
            "a provision cannot be moved into the text that an amending Act quotes, nor out of it",
            do="repeal it at the one place and insert it at the other",
            key=where,
        )
    into_unit = where == "into" and target.part is None and local_name(anchor.element.tag) in PROVISIONS
    host = anchor.element if into_unit else unit_around(context, anchor.element)
    moved = local_name(target.provision.tag)
    if host is not None and not stands_inside(context, local_name(host.tag), moved):
        raise context.error(
            "operation-impossible",
            f"{target.citation.text} is {a_level(moved)}, which cannot stand directly in "
            f"{a_level(local_name(host.tag))}",
            do="name a place among provisions of its level; words are moved with repeal and insert",
            key=where,
        )


def _quotation(element: Element) -> Element | None:
    return next((a for a in element.iterancestors() if local_name(a.tag) == "quotedStructure"), None)


def _into(context: PlanContext, provision: Element, target: Target) -> MoveEdit:
    view = context.working.view()
    host = target.element if target.part != "act" else body_of(context, target)
    inside = [unit for unit in units(host, view) if unit is not provision]
    if inside and context.value("at") == "start":
        # Behind what earlier operations of this date put at the start: they stand in file order.
        first = next((unit for unit in inside if not context.newcomer(unit)), None)
        if first is not None:
            return MoveEdit(provision, "before", first, named=False)
    elif inside:
        return MoveEdit(provision, "after", inside[-1], named=False)
    own = [child for child in view.children(host) if local_name(child.tag) in HEADS | {"content", "intro"}]
    if own:
        return MoveEdit(provision, "after", own[-1], named=False)
    return MoveEdit(provision, "first", host, named=False)
