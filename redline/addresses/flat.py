"""Lists that a file does not put inside one another: `7.` and, beside it in the same element, its `1)`, `2)`.

Converted files have such articles, and two provisions of one number stand side by side in them. What is
printed tells them apart, as it does on paper: `7.` is a paragraph, `7)` a point, and points belong to the
paragraph before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redline.akn.document import Element
from redline.akn.marks import View
from redline.akn.structure import num_of, number_of, units_by_number
from redline.model.address import Step

_POINTS = frozenset({"point", "subparagraph", "item"})


def told_by_form(found: Sequence[Element], step: Step, view: View) -> list[Element]:
    """Of several units with one number, those that are printed as the unit cited is: `7)` for a point, `7.`
    for a paragraph; of points those that no paragraph stands before. All of them where that does not tell.
    """
    points = bool(step.units) and step.units[0] in _POINTS
    if len(found) < 2 or not (points or "paragraph" in step.units):
        return list(found)
    alike = [unit for unit in found if is_point(unit, view) == points]
    if points and len(alike) > 1:
        alike = [unit for unit in alike if paragraph_before(unit, view) is None] or alike
    return alike or list(found)


def points_behind(place: Element, step: Step, numbers: Sequence[str], view: View) -> list[Element]:
    """The points that stand behind a paragraph, beside it and not inside, and bear one of these numbers."""
    if not step.units or step.units[0] not in _POINTS or next(units_by_number(place, view), None) is not None:
        return []
    return [unit for unit in _list_behind(place, view) if number_of(unit, view) in numbers]


def paragraph_before(unit: Element, view: View) -> Element | None:
    """The paragraph that a point stands behind, beside it and not inside; None for a point in its place."""
    if not is_point(unit, view):
        return None
    for sibling in unit.itersiblings(str(unit.tag), preceding=True):
        if view.attached(sibling) and number_of(sibling, view) and not is_point(sibling, view):
            return sibling if next(units_by_number(sibling, view), None) is None else None
    return None


def is_point_among_paragraphs(unit: Element, view: View) -> bool:
    """Whether a unit is printed as a point, beside others of its element that are printed as paragraphs."""
    if not is_point(unit, view):
        return False
    both = (unit.itersiblings(str(unit.tag), preceding=before) for before in (True, False))
    return any(
        view.attached(sibling) and bool(number_of(sibling, view)) and not is_point(sibling, view)
        for siblings in both
        for sibling in siblings
    )


def _list_behind(paragraph: Element, view: View) -> Iterator[Element]:
    if is_point(paragraph, view):
        return
    for sibling in paragraph.itersiblings(str(paragraph.tag)):
        if not view.attached(sibling) or not number_of(sibling, view):
            continue
        if not is_point(sibling, view):
            return
        yield sibling


def is_point(unit: Element, view: View) -> bool:
    """Whether a number is printed with a closing parenthesis alone: `7)`."""
    printed = num_of(unit, view)
    return printed.endswith(")") and "(" not in printed
