"""From a provision to its citation."""

from __future__ import annotations

from lxml import etree

from redline.addresses.flat import is_point_among_paragraphs, paragraph_before
from redline.addresses.unnumbered import part_of_list, place_as_part
from redline.akn.marks import View
from redline.akn.names import CONTAINERS, PROVISIONS, local_name, unit_of
from redline.akn.structure import is_roman, number_of
from redline.languages import get_pack, short_code
from redline.model.address import Step

Element = etree._Element

_LONGEST_WORD = 3
"""Letters that can be a number: `a`, `bb`, `zza`; longer ones are a word, unless they are Roman."""


def steps_to(element: Element, view: View) -> tuple[Step, ...]:
    """The numbered units that lead to a provision, outermost first; containers only where they are the
    target.
    """
    steps: list[Step] = []
    current: Element | None = element
    while current is not None:
        number = number_of(current, view) if local_name(current.tag) in PROVISIONS else ""
        name = unit_of(current)
        # `Erster Abschnitt` has no number that could be cited.
        number = "" if len(number) > _LONGEST_WORD and number.isalpha() and not is_roman(number) else number
        # Articles are numbered through, whatever sections they stand in.
        passed = name in CONTAINERS or (name == "section" and any(s.units[:1] == ("article",) for s in steps))
        part = place_as_part(current, view) if name == "alinea" and not number else None
        if number and (not passed or current is element):
            point = name == "paragraph" and is_point_among_paragraphs(current, view)
            before = paragraph_before(current, view) if point else None
            steps.insert(0, Step(number, ("point" if point else name,), name))
            if before is not None:
                steps.insert(0, Step(number_of(before, view), (name,), name))
            if (own := part_of_list(current, view)) is not None:
                steps.insert(0, Step(str(own), ("alinea",), "part"))
        elif part is not None:
            steps.insert(0, Step(str(part), (name,), "part"))
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
