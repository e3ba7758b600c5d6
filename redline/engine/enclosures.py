"""What else may happen on the same date to provisions that are enclosed, or whose text is designated.

Both put a new provision around what stands there, where the other operations of the date do not see it yet.
"""

from __future__ import annotations

from collections.abc import Sequence

from redline.akn.claims import claimant, mover
from redline.akn.document import Element
from redline.akn.edits import DeleteEdit, Edit, WrapEdit
from redline.akn.marks import INS, JOIN, SPLIT, UNMARKED, WRAP, View
from redline.akn.names import HEADS, OWN_WORDS, local_name
from redline.akn.structure import num_of
from redline.akn.working import WorkingAct
from redline.operations.designated import of_one_level


def wrapped(edit: WrapEdit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation of this date that takes, moves or reshapes what is to be wrapped, or None."""
    host = edit.elements[0].getparent()
    if host is None:
        return None
    taken = claimant(host, view, operation, working.replaced)
    if taken is not None:
        return taken
    if not any(working.view().visible(element) for element in edit.elements):
        return claimant(edit.elements[0], view, operation, {})
    if _has_heading(edit.wrapper):
        edges = ((edit.elements[0], "before"), (edit.elements[-1], "after"))
    else:
        edges = ((host, "into"), (host, "last"))
    put = (
        other
        for place, side in edges
        if (other := put_beside(place, (side,), operation, view, working)) is not None
        and not _beside_text(edit, host, other)
    )
    moved = (mover(element, view, operation) for element in edit.elements)
    found = next((other for other in (*put, *moved) if other is not None), None)
    found = found or _put_at_start(edit, operation, view, working)
    return found or _reshaped_around(edit, host, operation, view, working)


def _put_at_start(edit: WrapEdit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation of this date that put words at the start of what is designated, or None: they could
    stand in front of the new provision. What was put before a block by name stands in it.
    """
    if _has_heading(edit.wrapper) or local_name(edit.elements[0].tag) not in OWN_WORDS:
        return None
    for block in edit.elements[0]:
        other = block.get(INS)
        if other is None or other == operation or view.happened(other):
            return None
        anchor, where = working.placed.get(block, (block, ""))
        if where == "before" and (where, other) not in working.anchors.get(anchor, ()):
            return str(other)
    return None


def _beside_text(edit: WrapEdit, host: Element, other: str) -> bool:
    """Whether all that an operation put into a provision can stand beside its designated text: it has numbers
    of that level.
    """
    if _has_heading(edit.wrapper):
        return False
    number = num_of(edit.wrapper, UNMARKED)
    new = [child for child in host if child.get(INS) == other and local_name(child.tag) not in HEADS]
    return all(
        child.tag == edit.wrapper.tag and of_one_level(num_of(child, UNMARKED), number) for child in new
    )


def _reshaped_around(
    edit: WrapEdit, host: Element, operation: str, view: View, working: WorkingAct
) -> str | None:
    """The other operation of this date that wraps, splits or joins what stands at the place of a new wrapper,
    or None.
    """
    # What was joined inside stays together; at the edge, a piece would be left outside.
    pieces = [(host, (WRAP, SPLIT, JOIN)), (edit.elements[0], (SPLIT, JOIN))]
    behind = working.view().continuation(edit.elements[-1])
    if behind is not None:
        pieces.append((behind, (JOIN,)))
    for element, marks in pieces:
        for mark in marks:
            other: str | None = element.get(mark)
            if other is not None and other != operation and not view.happened(other):
                return other
    more = view.continuation(host)
    return None if more is None else more.get(SPLIT) or more.get(JOIN)


def emptied_wrapper(edits: Sequence[Edit], operation: str, view: View, now: View) -> str | None:
    """The other operation of this date that enclosed what goes, where nothing else is left in its wrapper."""
    gone = {edit.element for edit in edits if isinstance(edit, DeleteEdit)}
    for element in gone:
        wrapper = element.getparent()
        other: str | None = None if wrapper is None else wrapper.get(WRAP)
        if wrapper is None or other is None or other == operation or view.happened(other):
            continue
        stays = (child for child in now.children(wrapper) if child not in gone)
        if all(local_name(child.tag) in HEADS for child in stays):
            return other
    return None


def designated(provision: Element, operation: str, view: View) -> str | None:
    """The other operation of this date that put what stands in a provision inside a new one, or None."""
    for child in provision:
        other: str | None = child.get(WRAP)
        if other not in (None, operation) and not view.happened(other or "") and not _has_heading(child):
            return other
    return None


def enclosed(element: Element, operation: str, view: View) -> str | None:
    """The other operation of this date that put a provision inside a new Part or Chapter, or None."""
    around = element.getparent()
    other: str | None = None if around is None or not _has_heading(around) else around.get(WRAP)
    return other if other is not None and other != operation and not view.happened(other) else None


def with_neighbours(
    elements: Sequence[Element], last: Element, working: WorkingAct, view: View
) -> tuple[Element, Element]:
    """The first and the last of what goes into a wrapper: what was put before or after one goes along.

    Args:
        elements: what is wrapped.
        last: the last piece of the last of them.
        working: the Act.
        view: the text before this date.
    """
    inside = {*elements, last}

    def comes_along(element: Element | None, side: str) -> bool:
        if element is None or view.visible(element):
            return False
        anchor, where = working.placed.get(element, (element, ""))
        named = (side, element.get(INS)) in working.anchors.get(anchor, ())
        return anchor in inside and where == side and named

    first = elements[0]
    while (before := first.getprevious()) is not None and comes_along(before, "before"):
        first = before
    while (behind := last.getnext()) is not None and comes_along(behind, "after"):
        inside.add(behind)
        last = behind
    return first, last


def _has_heading(wrapper: Element) -> bool:
    """Whether a new provision around others is a Part, Chapter or Section, which has a heading."""
    return any(local_name(child.tag) == "heading" for child in wrapper)


def put_beside(
    place: Element, sides: tuple[str, ...], operation: str, view: View, working: WorkingAct
) -> str | None:
    """The other operation of this date that put something on one of these sides of a place, or None."""
    for where, other in working.anchors.get(place, ()):
        if where in sides and other != operation and not view.happened(other):
            return other
    return None
