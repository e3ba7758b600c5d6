"""designate: "the existing text is designated as (1)"."""

from __future__ import annotations

from lxml import etree

from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.edits import Edit, WrapEdit
from redline.akn.names import HEADS, local_name
from redline.akn.structure import bare_number, num_of
from redline.drafting.numbers import leading_number, styles_of, value_of
from redline.model.spec import Text
from redline.operations.context import PlanContext
from redline.operations.keys.designate import VERB
from redline.operations.new_levels import level_for
from redline.operations.renumber import check_number

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `designate`: all behind number and heading is put inside one new sub-provision."""
    target = context.target("designate")
    number = context.value("as")
    assert isinstance(number, Text)
    inside = tuple(
        child for child in target.view.children(target.provision) if local_name(child.tag) not in HEADS
    )
    if not inside:
        raise context.error(
            "operation-impossible",
            f"{target.citation.text} has no text that could be designated",
            do="insert the sub-provision instead",
            about=target,
        )
    check_number(context, number.value)
    found = leading_number(number.value + " ")
    parent = local_name(target.provision.tag)
    bare = bare_number(number.value)
    name = level_for(context.profile, parent, bare, found[0].template if found else "")
    namespace = context.working.act.namespace
    wrapper = etree.Element(f"{{{namespace}}}{name}")
    printed = number.value if found else _printed(context, name, bare)
    _check_inside(context, target, inside, printed)
    etree.SubElement(wrapper, f"{{{namespace}}}num").text = printed
    return [WrapEdit(inside, wrapper)]


def _check_inside(context: PlanContext, target: Target, inside: tuple[Element, ...], printed: str) -> None:
    """What is there goes into the new sub-provision: it must be of a lower level, told by its numbers.

    (Elements do not tell: real files tag `(1)` inside a section as they would tag `(a)`.)
    """
    # Numbers as this date's operations so far have left them: the old ones may have been changed for it.
    profile, view = context.profile, context.working.view()
    high = {level.element for level in (*profile.containers, profile.basic)}
    unit = next((u for u in inside if local_name(u.tag) in high), None)
    if unit is not None:
        raise context.error(
            "number-wrong",
            f"{target.citation.text} holds {local_name(unit.tag)}s, which stand in no numbered sub-provision",
            do="name the provision whose own text is designated; enclose puts provisions into a new Part",
            about=target,
        )
    given = leading_number(printed + " ")
    numbers = [found[0] for u in inside if (found := leading_number(num_of(u, view) + " ")) is not None]
    same = [number for number in numbers if given is not None and number.template == given[0].template]
    if not same or given is None:
        return
    styles = styles_of(given[0].bare).intersection(*(styles_of(number.bare) for number in same))
    if not any(value_of(same[0].bare, style) == 1 for style in styles):
        return
    if len(same) == 1:
        # Official texts have it: a lone (a) that becomes (a)(a).
        context.notes.append(f"the text designated as {printed} has a sub-provision {printed} itself")
        return
    raise context.error(
        "number-wrong",
        f"{target.citation.text} has sub-provisions numbered {same[0].printed} to {same[-1].printed}, and "
        f"its text is to be {printed}, a number of their level",
        do="give a number of a level between the two, or insert the new provision beside those there are",
        about=target,
        key="as",
    )


def _printed(context: PlanContext, name: str, bare: str) -> str:
    """A bare number (`1`) with the punctuation that the profile gives numbers of that level."""
    level = next((level for level in context.profile.levels if level.element == name), None)
    return level.number.replace("{n}", bare) if level is not None else bare
