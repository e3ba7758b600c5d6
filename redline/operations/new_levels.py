"""At which level new text begins that is put into something: that of the units there, or the first in it."""

from __future__ import annotations

from redline.akn.document import Element
from redline.akn.marks import WRAP
from redline.akn.names import HIERARCHY, local_name
from redline.akn.structure import units
from redline.drafting.numbers import leading_number, styles_of
from redline.jurisdictions.profile import Profile
from redline.model.spec import Content
from redline.operations.context import PlanContext
from redline.operations.typed_numbers import unit_word_of, unit_words


def level_inside(context: PlanContext, host: Element, content: Content) -> tuple[str, str | None]:
    """The element name (and `name`) of units that are put into an element: that of its units, else what its
    unit word says, else by the Act and the profile.
    """
    inside = units_to_join(context, host, content)
    if inside:
        first = inside[-1]
        return local_name(first.tag), first.get("name")
    parent = local_name(host.tag)
    profile = context.profile
    if parent in {"body", *(level.element for level in profile.containers)} - {profile.basic.element}:
        return _typed_level(content) or context.usage.usual_child(parent) or profile.basic.element, None
    number = leading_number(content.text.strip()) if content.form == "text" else None
    if number is not None:
        used = context.usage.child_name(parent, number[0].template, number[0].bare)
        if used is not None:
            return used, None
        return level_for(profile, parent, number[0].bare, number[0].template), None
    below = profile.level_below(parent)
    return (below.element if below else "point"), None


def _typed_level(content: Content) -> str | None:
    """The element that the unit word at the start of a plain text stands for, or None."""
    kinds = unit_words().get(unit_word_of(content.text), ()) if content.form == "text" else ()
    return next((kind for kind in kinds if kind in HIERARCHY), None)


def units_to_join(context: PlanContext, host: Element, content: Content) -> list[Element]:
    """The units of an element among which new ones go: where an operation of this date has enclosed them in a
    new Part or Chapter, those in it, unless the new text is such a unit itself.
    """
    view = context.working.view()
    found: list[Element] = []
    for unit in units(host, view):
        around = unit.get(WRAP)
        heads = {local_name(child.tag) for child in unit}
        enclosing = around is not None and not context.view.happened(around) and "heading" in heads
        if enclosing and _typed_level(content) != local_name(unit.tag):
            found += units(unit, view)
        else:
            found.append(unit)
    return found


def level_for(profile: Profile, parent: str, bare: str, template: str) -> str:
    """The profile's level inside `parent` for a number of that form; the next level where none has the form,
    and a point inside a level that the profile does not know.
    """
    order = [profile.basic, *profile.levels]
    place = next((i for i, level in enumerate(order) if level.element == parent), None)
    below = order[1 if place is None else place + 1 :]
    for level in below:
        if level.number == template and level.style in styles_of(bare):
            return level.element
    if not template:
        # The number was given bare: its style alone tells the level.
        for level in below:
            if level.style in styles_of(bare):
                return level.element
    return below[0].element if below and place is not None else "point"
