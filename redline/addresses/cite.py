"""From a provision to its citation."""

from __future__ import annotations

from lxml import etree

from redline.addresses.flat import is_point_among_paragraphs, paragraph_before
from redline.addresses.unnumbered import part_of_list, place_as_part
from redline.akn.marks import View
from redline.akn.names import CONTAINERS, PROVISIONS, local_name, unit_of
from redline.akn.structure import is_roman, number_of, units_by_number
from redline.languages import get_pack, short_code
from redline.model.address import Step

Element = etree._Element

_NUMBERED_THROUGH = frozenset({"article", "section"})
"""Units that are numbered through an Act, whatever containers they stand in."""

_LONGEST_WORD = 3
"""Letters that can be a number: `a`, `bb`, `zza`; longer ones are a word, unless they are Roman."""


def steps_to(element: Element, view: View) -> tuple[Step, ...]:
    """The numbered units that lead to a provision, outermost first.

    Containers only where they are the target, or where what stands in them is numbered from 1 in each.
    """
    steps: list[Step] = []
    inner: Element | None = None
    current: Element | None = element
    while current is not None:
        number = number_of(current, view) if local_name(current.tag) in PROVISIONS else ""
        name = unit_of(current)
        # `Erster Abschnitt` has no number that could be cited.
        number = "" if len(number) > _LONGEST_WORD and number.isalpha() and not is_roman(number) else number
        # Articles are numbered through, whatever sections they stand in.
        passed = name in CONTAINERS or (name == "section" and any(s.units[:1] == ("article",) for s in steps))
        part = place_as_part(current, view) if name == "alinea" and not number else None
        if number and passed and current is not element:
            if inner is not None and is_numbered_apart(inner, current, view):
                steps.insert(0, Step(number, (name,), name))
        elif number:
            inner = current
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


def is_numbered_apart(provision: Element, container: Element, view: View) -> bool:
    """Whether a number is given once more outside a container, so that it says nothing without it.

    Articles and sections are numbered through; points and paragraphs without articles are, in by-laws, or
    begin again in each chapter.

    Args:
        provision: the outermost numbered provision in the container that is no container itself.
        container: a chapter, a part.
        view: the text that is meant.
    """
    name = unit_of(provision)
    around = view.parent(container)
    if name in _NUMBERED_THROUGH or around is None:
        return False
    return (name, number_of(provision, view)) in _numbers_in(around, view, container)


def _numbers_in(holder: Element, view: View, left_out: Element) -> set[tuple[str, str]]:
    """Unit and number of what stands in containers, up to the first that is none."""
    found: set[tuple[str, str]] = set()
    for unit, number in units_by_number(holder, view):
        if unit is left_out:
            continue
        if unit_of(unit) in CONTAINERS:
            found |= _numbers_in(unit, view, left_out)
        else:
            found.add((unit_of(unit), number))
    return found


def cite(element: Element, view: View, language: str | None) -> str:
    """How a provision is cited in the language of its Act (English where the language has no pack)."""
    steps = steps_to(element, view)
    if not steps:
        return local_name(element.tag)
    pack = get_pack(short_code(language)) or get_pack("en")
    if pack is None:
        return ", ".join(f"{step.word} {step.number}" for step in steps)
    return pack.write_citation(steps)
