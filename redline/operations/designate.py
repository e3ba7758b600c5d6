"""designate: "the existing text is designated as (1)"."""

from __future__ import annotations

from lxml import etree

from redline.akn.edits import Edit, WrapEdit
from redline.akn.names import HEADS, local_name
from redline.akn.structure import bare_number
from redline.drafting.numbers import leading_number
from redline.model.spec import Text
from redline.operations.content import level_for
from redline.operations.context import PlanContext
from redline.operations.keys.designate import VERB

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `designate`: all behind number and heading is put inside one new sub-provision."""
    target = context.target("designate")
    number = context.value("as")
    assert isinstance(number, Text)
    if target.part is not None:
        raise context.error(
            "address-part",
            "a whole provision is designated",
            do="name the provision without a part",
            about=target,
        )
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
    found = leading_number(number.value + " ")
    parent = local_name(target.provision.tag)
    bare = bare_number(number.value)
    name = level_for(context.profile, parent, bare, found[0].template if found else "")
    namespace = context.working.act.namespace
    wrapper = etree.Element(f"{{{namespace}}}{name}")
    printed = number.value if found else _printed(context, name, bare)
    etree.SubElement(wrapper, f"{{{namespace}}}num").text = printed
    return [WrapEdit(inside, wrapper)]


def _printed(context: PlanContext, name: str, bare: str) -> str:
    """A bare number (`1`) with the punctuation that the profile gives numbers of that level."""
    level = next((level for level in context.profile.levels if level.element == name), None)
    return level.number.replace("{n}", bare) if level is not None else bare
