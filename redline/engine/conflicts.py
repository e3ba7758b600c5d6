"""Whether an edit may be made: conflicts between operations of one date, named with both source lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from redline.akn.claims import claim_at, claim_in_range, claim_inside, claim_on_grid, claimant
from redline.akn.document import Element
from redline.akn.edits import (
    ClaimEdit,
    DeleteEdit,
    Edit,
    HeadingEdit,
    InsertEdit,
    JoinEdit,
    MarkupEdit,
    MoveEdit,
    NumberEdit,
    SpanEdit,
    SplitEdit,
    StubEdit,
    WordChange,
    WordsEdit,
    WrapEdit,
)
from redline.akn.marks import INS, JOIN, MOVED, SPLIT, STUB, WRAP, View, marked_elements, span_changes
from redline.akn.names import HEADS, OWN_WORDS, local_name
from redline.akn.ranges import flatten, objects_within
from redline.akn.structure import child_named
from redline.akn.tables import SPAN_MARKS, is_cell, span_of, table_of
from redline.akn.working import WorkingAct
from redline.errors import AmendmentError
from redline.model.spec import Operation


def check_edits(
    edits: list[Edit],
    operation: Operation,
    view: View,
    working: WorkingAct,
    operations: Mapping[str, Operation],
) -> None:
    """Raise where an edit touches what another operation of the same date changes.

    Raises:
        AmendmentError: `operations-conflict`, at this operation, naming the other one's place in the spec.
    """
    own = {id(edit.element) for edit in edits if isinstance(edit, InsertEdit)}
    for edit in edits:
        other = _other(edit, operation.id, view, working, own)
        if other is not None:
            raise _conflict(operation, operations[other], working)


def _other(  # noqa: C901 - the one exhaustive match over the closed set
    edit: Edit, operation: str, view: View, working: WorkingAct, own: set[int]
) -> str | None:
    """The other operation that an edit collides with, or None."""
    replaced = working.replaced
    claimed = partial(claimant, view=view, operation=operation, replaced=replaced)
    match edit:
        case InsertEdit():
            if id(edit.anchor) in own:
                return None
            there = _at_place(edit, operation, view, working)
            return there or _crossed(edit.element, edit.anchor, operation, view)
        case MoveEdit():
            there = _at_place(edit, operation, view, working)
            taken = there or claimant(edit.provision, view, operation, {})
            return taken or _moved(edit.provision, view, operation) or _pieces(edit.provision, view, working)
        case DeleteEdit() | ClaimEdit():
            return _taken(edit, operation, view, replaced)
        case WordsEdit():
            return _words(edit, operation, view, replaced)
        case MarkupEdit():
            return claimed(edit.flat.block)
        case NumberEdit():
            return _number(edit, operation, view)
        case HeadingEdit():
            return claimed(edit.provision) or _titled(edit, operation, view, working)
        case SplitEdit():
            return (
                claimed(edit.provision)
                or claimed(edit.flat.block)
                or _reshaped(edit.provision, view, operation)
            )
        case StubEdit():
            return claimed(edit.provision)
        case JoinEdit():
            return _joined(edit, operation, view, replaced)
        case SpanEdit():
            return claimed(edit.cell) or _used_up(edit, operation, view, working)
        case WrapEdit():
            return _wrapped(edit, operation, view, replaced)


def _taken(
    edit: DeleteEdit | ClaimEdit, operation: str, view: View, replaced: dict[Element, str]
) -> str | None:
    """The other operation that moves, takes or changes what is deleted or replaced as a whole."""
    replacing = isinstance(edit, ClaimEdit)
    mover = None if replacing else _moved(edit.element, view, operation)
    taken = mover or claimant(edit.element, view, operation, replaced)
    inside = taken or claim_inside(edit.element, view, operation, replacing=replacing)
    return inside or _crossed(edit.element, edit.element, operation, view)


def _crossed(element: Element, place: Element, operation: str, view: View) -> str | None:
    """The other operation of this date that changes the columns of a table whose rows this one changes, or
    the other way round: how wide a new row is does not follow from the table before both.
    """
    row = local_name(element.tag) == "tr"
    if not row and not is_cell(element):
        return None
    table = place if local_name(place.tag) == "table" else table_of(place)
    return None if table is None else claim_on_grid(table, view, operation, ("td", "th") if row else ("tr",))


def _used_up(edit: SpanEdit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation of this date with which this one leaves nothing of a span, or None."""
    if edit.by > 0 or span_of(edit.cell, edit.attribute, working.view()) + edit.by > 0:
        return None
    changes = span_changes(edit.cell, SPAN_MARKS[edit.attribute])
    return next((other for other, _ in changes if other != operation and not view.happened(other)), None)


def _titled(edit: HeadingEdit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation that changed the heading, or gave one to a provision without."""
    stub = edit.provision.get(STUB)
    if stub is not None and stub != operation and not view.happened(stub):
        return stub
    heading = child_named(edit.provision, "heading", view)
    if heading is not None:
        return claim_inside(heading, view, operation)
    new = child_named(edit.provision, "heading", working.view())
    giver = new.get(INS) if new is not None else None
    return str(giver) if giver is not None and giver != operation and not view.happened(giver) else None


def _at_place(edit: InsertEdit | MoveEdit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation that takes away the place where something is put, or closes it by a join."""
    host = edit.anchor if edit.where in ("first", "last") else edit.anchor.getparent()
    if host is None:
        return None
    grown = [host]
    parent = host.getparent()
    if local_name(host.tag) in OWN_WORDS and parent is not None:
        grown.append(parent)
    now = working.view()
    pieces = [piece for element in grown for piece in (element, now.continuation(element))]
    if edit.where == "before":
        pieces.append(edit.anchor)
    for piece in pieces:
        other: str | None = piece.get(JOIN) if piece is not None else None
        if other is not None and other != operation and not view.happened(other):
            return other
    return claimant(host, view, operation, working.replaced)


def _come_to_seam(edit: JoinEdit, operation: str, view: View) -> str | None:
    """The other operation of this date that put something between two provisions to be joined, or directly
    into one of them: joined words would hang on to that.
    """
    between: list[Element] = []
    follower = edit.first.getnext()
    while follower is not None and follower is not edit.second:
        between.append(follower)
        follower = follower.getnext()
    if follower is None:
        between = [wrapper for side in (edit.first, edit.second) for wrapper in side.iterancestors()]
    for provision in (edit.first, edit.second):
        for child in provision:
            if local_name(child.tag) in OWN_WORDS:
                between += list(child)
            elif local_name(child.tag) not in HEADS:
                between.append(child)
    for element in between:
        for mark in (INS, WRAP):
            other: str | None = element.get(mark)
            if other is not None and other != operation and not view.happened(other):
                return other
    return None


def _words(edit: WordsEdit, operation: str, view: View, replaced: dict[Element, str]) -> str | None:
    other = claimant(edit.flat.block, view, operation, replaced)
    for change in edit.changes:
        if other is not None:
            return other
        if change.start == change.end:
            other = claim_at(edit.flat, change.start, view, operation)
        else:
            other = claim_in_range(edit.flat, change.start, change.end, view, operation)
            other = other or _noted(edit, change, operation, view)
    return other


def _noted(edit: WordsEdit, change: WordChange, operation: str, view: View) -> str | None:
    """The other operation of this date that changed a note which goes with the words around its mark, or
    None; one that took the note out has done what this one does.
    """
    going = objects_within(edit.flat, change.start, change.end)
    return next((other for note in going if (other := claim_inside(note, view, operation))), None)


def _moved(element: Element, view: View, operation: str) -> str | None:
    """The other operation of this date that moved the element, or None."""
    other: str | None = element.get(INS) if MOVED in element.attrib else None
    return other if other is not None and other != operation and not view.happened(other) else None


def _pieces(provision: Element, view: View, working: WorkingAct) -> str | None:
    """The operation that split a provision on this date, or joined another to it: then it cannot be moved."""
    for reading in (view, working.view()):
        more = reading.continuation(provision)
        if more is not None:
            return more.get(SPLIT) or more.get(JOIN)
    return None


def _joined(edit: JoinEdit, operation: str, view: View, replaced: dict[Element, str]) -> str | None:
    """The other operation that takes or reshapes a provision to be joined, or comes between the two."""
    for provision in (edit.first, edit.second):
        taken = claimant(provision, view, operation, replaced) or _reshaped(provision, view, operation)
        if taken is not None:
            return taken
    return _come_to_seam(edit, operation, view)


def _wrapped(edit: WrapEdit, operation: str, view: View, replaced: dict[Element, str]) -> str | None:
    """The other operation of this date that takes, wraps, splits or joins what is to be wrapped, or None."""
    host = edit.elements[0].getparent()
    if host is None:
        return None
    taken = claimant(host, view, operation, replaced)
    if taken is not None:
        return taken
    pieces = [(host, (WRAP, SPLIT, JOIN)), *((element, (SPLIT, JOIN)) for element in edit.elements)]
    for element, marks in pieces:
        for mark in marks:
            other: str | None = element.get(mark)
            if other is not None and other != operation and not view.happened(other):
                return other
    more = view.continuation(host)
    return None if more is None else more.get(SPLIT) or more.get(JOIN)


def _reshaped(provision: Element, view: View, operation: str) -> str | None:
    """The other operation of this date that splits, joins or wraps what stands in a provision, or None.

    Two of them on one provision have no order that follows from the text before both.
    """
    for part in (provision, *marked_elements(provision)):
        if not isinstance(part.tag, str):
            continue
        for mark in (WRAP, SPLIT, JOIN):
            other: str | None = part.get(mark)
            if other is not None and other != operation and not view.happened(other):
                return other
    more = view.continuation(provision)
    if more is None:
        return None
    return next((other for mark in (SPLIT, JOIN) if (other := more.get(mark)) not in (None, operation)), None)


def _number(edit: NumberEdit, operation: str, view: View) -> str | None:
    num = child_named(edit.provision, "num", view)
    if num is not None:
        flat = flatten(num, view)
        other = claim_in_range(flat, 0, len(flat.text), view, operation)
        if other is not None:
            return other
    return claimant(edit.provision, view, operation, {})


def _conflict(operation: Operation, other: Operation, working: WorkingAct) -> AmendmentError:
    here = operation.at.file == other.at.file
    where = f"on line {other.at.line}" if here else f"at {other.at}"
    return AmendmentError(
        "operations-conflict",
        f"this {operation.verb} and the {other.verb} {where} change the same text on the same date",
        do="say it in one operation, take one of them out, or give them different dates",
        at=operation.at,
        about=(("act", working.act.name), ("other", other.at)),
    )
