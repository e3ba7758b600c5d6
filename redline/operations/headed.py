"""New provisions where the Act prints numbers in the headings: `Section 20 Effective date`."""

from __future__ import annotations

from lxml import etree

from redline.addresses.headed import Headed, headed_number
from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.id_scheme import clean_number
from redline.akn.marks import UNMARKED, View
from redline.akn.names import PROVISIONS, local_name
from redline.akn.structure import number_of
from redline.drafting.numbers import renumbered
from redline.errors import AmendmentError
from redline.model.spec import Content
from redline.operations.context import PlanContext


def like_headed(element: Element, sibling: Element, view: View) -> bool:
    """Put the number of a new provision into its heading, where its sibling has it there; whether it has."""
    headed = headed_number(sibling, view)
    if headed is not None and sibling.tag == element.tag:
        number, model = clean_number(number_of(element, UNMARKED)), sibling.get("eId", "")
        if number and model.endswith(headed.number) and element.get("eId") is None:
            element.set("eId", model.removesuffix(headed.number) + number)
        _into_heading(element, headed)
    return headed is not None


def refuse_another_number(context: PlanContext, target: Target, new: list[Element], content: Content) -> None:
    """New text for a provision with its number in the heading begins with that number, as everywhere.

    Raises:
        AmendmentError: `content-number`.
    """
    headed = headed_number(target.provision, target.view)
    if headed is None:
        return
    numbers = [number_of(each, UNMARKED) for each in new if local_name(each.tag) in PROVISIONS]
    if numbers == [headed.number] and len(new) == 1:
        return
    name = target.citation.text
    raise AmendmentError(
        "content-number",
        f"the new text of {name} does not begin with its number, {headed.printed.strip()}",
        do=f"begin it with {headed.printed.strip()} and the heading; to replace the words: {name} / text",
        at=content.at,
        about=(("act", context.working.act.name),),
    )


def _into_heading(element: Element, headed: Headed) -> None:
    num = next((child for child in element if local_name(child.tag) == "num"), None)
    if num is None:
        return
    printed = renumbered(headed.printed, headed.number, number_of(element, UNMARKED))
    heading = next((child for child in element if local_name(child.tag) == "heading"), None)
    if heading is None:
        heading = etree.Element(str(num.tag).replace("}num", "}heading"))
        num.addnext(heading)
        printed = printed.rstrip()
    heading.text = printed + (heading.text or "")
    element.remove(num)
