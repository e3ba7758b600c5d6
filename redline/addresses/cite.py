"""From a provision to its citation."""

from __future__ import annotations

from lxml import etree

from redline.akn.marks import View
from redline.akn.names import CONTAINERS, PROVISIONS, local_name
from redline.akn.structure import number_of
from redline.languages import get_pack, short_code
from redline.model.address import Step

Element = etree._Element


def steps_to(element: Element, view: View) -> tuple[Step, ...]:
    """The numbered units that lead to a provision, outermost first; containers only where they are the
    target.
    """
    steps: list[Step] = []
    current: Element | None = element
    while current is not None:
        name = local_name(current.tag)
        number = number_of(current, view) if name in PROVISIONS else ""
        if number and (name not in CONTAINERS or current is element):
            steps.insert(0, Step(number, (name,), name))
        elif name == "attachment" and current is not element:
            steps.insert(0, Step(None, (name,), "annex"))
        current = view.parent(current)
    return tuple(steps)


def cite(element: Element, view: View, language: str | None) -> str:
    """How a provision is cited in the language of its Act (English where the language has no pack)."""
    steps = steps_to(element, view)
    if not steps:
        return local_name(element.tag)
    pack = get_pack(short_code(language)) or get_pack("en")
    if pack is None:
        return ", ".join(f"{step.word} {step.number}" for step in steps)
    return pack.write_citation(steps)
