"""New elements in a row: the first at a place, each other behind the one before it."""

from __future__ import annotations

import itertools

from redline.akn.document import Element
from redline.akn.edits import Edit, InsertEdit


def chain(elements: list[Element], first: InsertEdit) -> list[Edit]:
    """The edits that put several new elements in a row.

    Args:
        elements: the elements, in their order.
        first: where the first of them goes.
    """
    edits: list[Edit] = [first]
    for before, element in itertools.pairwise(elements):
        edits.append(InsertEdit(element, "after", before))
    return edits


def placed(elements: list[Element], anchor: Element, where: str) -> list[Edit]:
    """The edits that put new elements before or after an anchor that the drafter named."""
    return chain(elements, InsertEdit(elements[0], "before" if where == "before" else "after", anchor))
