"""Whether an edit may be made: conflicts between operations of one date, named with both source lines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from redline.akn.claims import (
    claim_at,
    claim_in_range,
    claim_inside,
    claimant,
    mover,
    replacer,
)
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
    TargetEdit,
    WordChange,
    WordsEdit,
    WrapEdit,
)
from redline.akn.marks import DEL, INS, JOIN, SPLIT, STUB, WRAP, View, marked_elements
from redline.akn.names import HEADS, OWN_WORDS, PROVISIONS, local_name
from redline.akn.ranges import flatten, objects_within
from redline.akn.structure import child_named
from redline.akn.tables import is_cell
from redline.akn.working import WorkingAct
from redline.engine.enclosures import designated, emptied_wrapper, enclosed, put_beside, wrapped
from redline.engine.grids import changed_span, crossed, emptied_row, over_carried_cells
from redline.engine.joins import before_join, come_to_seam, in_joined
from redline.engine.splits import in_split
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
    own |= {id(edit.provision) for edit in edits if isinstance(edit, MoveEdit)}
    # A cell whose row goes is carried on into the next, which changes no column.
    carries = any(isinstance(edit, DeleteEdit) and local_name(edit.element.tag) == "tr" for edit in edits)
    for edit in edits:
        other = in_joined(edit, operation.id, view, working.view())
        other = other or in_split(edit, operation.id, view, working)
        other = other or _other(edit, operation.id, view, working, own, carries=carries)
        if other is not None:
            raise conflict_of(operation, operations[other], working)
    now = working.view()
    other = emptied_row(edits, operation.id, view, now) or emptied_wrapper(edits, operation.id, view, now)
    other = other or over_carried_cells(edits, operation.id, view)
    if other is not None:
        raise conflict_of(operation, operations[other], working)


def _other(  # noqa: C901 - the one exhaustive match over the closed set
    edit: Edit, operation: str, view: View, working: WorkingAct, own: set[int], *, carries: bool
) -> str | None:
    """The other operation that an edit collides with, or None."""
    replaced = working.replaced
    claimed = partial(claimant, view=view, operation=operation, replaced=replaced)
    match edit:
        case InsertEdit():
            if id(edit.anchor) in own:
                return None
            there = _at_place(edit, operation, view, working) or _unsettled(edit, operation, view)
            carried = is_cell(edit.element) and carries
            return there or (None if carried else crossed(edit.element, edit.anchor, operation, view))
        case MoveEdit():
            return _elsewhere(edit, operation, view, working)
        case DeleteEdit() | ClaimEdit():
            return _taken(edit, operation, view, working)
        case WordsEdit():
            return _words(edit, operation, view, replaced)
        case TargetEdit():
            return None
        case MarkupEdit():
            return claimed(edit.flat.block)
        case NumberEdit():
            return _number(edit, operation, view, replaced, moving=id(edit.provision) in own)
        case HeadingEdit():
            return claimed(edit.provision) or _titled(edit, operation, view, working)
        case SplitEdit():
            return claimed(edit.flat.block) or _divided(edit.provision, operation, view)
        case StubEdit():
            return claimed(edit.provision) or _stubbed(edit.provision, operation, view, working)
        case JoinEdit():
            return _joined(edit, operation, view, replaced)
        case SpanEdit():
            return _spanned(edit, operation, view, working) or changed_span(edit, operation, view, working)
        case WrapEdit():
            return wrapped(edit, operation, view, working)


def _spanned(edit: SpanEdit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation that takes a cell out, or replaces it; one whose row is replaced cell by cell still
    reaches over others.
    """
    gone = claimant(edit.cell, view, operation, {})
    row = edit.cell.getparent()
    around = edit.cell if row is None or edit.attribute == "colspan" else row.getparent()
    return gone or (None if around is None else claimant(around, view, operation, working.replaced))


def _taken(edit: DeleteEdit | ClaimEdit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation that moves, takes or changes what is deleted or replaced as a whole."""
    replacing = isinstance(edit, ClaimEdit)
    moved = None if replacing else mover(edit.element, view, operation)
    taken = moved or claimant(edit.element, view, operation, working.replaced)
    inside = taken or claim_inside(edit.element, view, operation, replacing=replacing)
    return inside or crossed(edit.element, edit.element, operation, view)


def _titled(edit: HeadingEdit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation that changed the heading, or gave one to a provision without."""
    stub = edit.provision.get(STUB)
    if stub is not None and stub != operation and not view.happened(stub):
        return stub
    heading = child_named(edit.provision, "heading", view)
    if heading is not None:
        gone = claimant(heading, view, operation, {})
        return gone or claim_inside(heading, view, operation)
    return _given_heading(edit.provision, operation, view, working)


def _stubbed(provision: Element, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation that gave what is left as a stub a heading, put something into it, or designated
    its text.
    """
    titled = _given_heading(provision, operation, view, working)
    return titled or _put_inside(provision, operation, view) or designated(provision, operation, view)


def _put_inside(provision: Element, operation: str, view: View) -> str | None:
    """The other operation of this date that put a provision or words into another, or None."""
    for child in provision:
        other: str | None = child.get(INS)
        if other is not None and other != operation and not view.happened(other):
            return other
    return None


def _divided(provision: Element, operation: str, view: View) -> str | None:
    """The other operation that moves or reshapes what is split, or None."""
    return mover(provision, view, operation) or _reshaped(provision, view, operation)


def _given_heading(provision: Element, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation of this date that gave a provision a heading of its own, or None."""
    new = child_named(provision, "heading", working.view())
    giver = new.get(INS) if new is not None else None
    return str(giver) if giver is not None and giver != operation and not view.happened(giver) else None


def _at_place(edit: InsertEdit | MoveEdit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation that takes away the place where something is put, repeals what it is in, or closes
    it by a join.
    """
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
    for place, mark in [*((piece, JOIN) for piece in pieces), *((element, STUB) for element in grown)]:
        other: str | None = place.get(mark) if place is not None else None
        if other is not None and other != operation and not view.happened(other):
            return other
    return claimant(host, view, operation, working.replaced)


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


def _unsettled(edit: InsertEdit | MoveEdit, operation: str, view: View) -> str | None:
    """The other operation that leaves two places for what is put somewhere, or None.

    It moves the provision beside which this one is put, puts what stands there into a new one, or encloses
    the provisions at the edge of which this one is put.
    """
    beside = edit.where in ("before", "after")
    around = edit.anchor.getparent() if beside else edit.anchor
    if around is None:
        return None
    if not _is_provision(edit):
        words = isinstance(edit, InsertEdit) and local_name(edit.element.tag) in (
            "intro",
            "content",
            "wrapUp",
        )
        return designated(around, operation, view) if words else None
    if not beside or not edit.named:
        # What is put into a provision after its text was designated goes behind that text, as in many laws.
        return designated(around, operation, view) if isinstance(edit, MoveEdit) else None
    moved = mover(edit.anchor, view, operation)
    inside = [child for child in around if local_name(child.tag) not in HEADS]
    # An anchor that is a number or heading (of what has nothing else) is at no edge.
    at_edge = bool(inside) and edit.anchor is inside[0 if edit.where == "before" else -1]
    return moved or (enclosed(edit.anchor, operation, view) if at_edge else None)


def _is_provision(edit: InsertEdit | MoveEdit) -> bool:
    return isinstance(edit, MoveEdit) or local_name(edit.element.tag) in PROVISIONS


def _elsewhere(edit: MoveEdit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation with which a move collides; out of what goes as a whole, it can be moved."""
    provision = edit.provision
    gone: str | None = provision.get(DEL)
    if gone is not None and gone != operation and not view.happened(gone):
        return gone
    beside = put_beside(provision, ("before", "after"), operation, view, working)
    return (
        _at_place(edit, operation, view, working)
        or replacer(provision, view, operation, working.replaced)
        or mover(provision, view, operation)
        or enclosed(provision, operation, view)
        or _unsettled(edit, operation, view)
        or beside
        or _pieces(provision, view, working)
    )


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
    return (
        before_join(edit, operation, view, replaced)
        or enclosed(edit.first, operation, view)
        or come_to_seam(edit, operation, view)
    )


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


def _number(
    edit: NumberEdit, operation: str, view: View, replaced: dict[Element, str], *, moving: bool
) -> str | None:
    """The other operation that gives another number, or takes the provision, unless this one moves it out."""
    num = child_named(edit.provision, "num", view)
    if num is not None:
        flat = flatten(num, view)
        other = claim_in_range(flat, 0, len(flat.text), view, operation)
        if other is not None:
            return other
    taken = None if moving else claimant(edit.provision, view, operation, {})
    return taken or replacer(edit.provision, view, operation, replaced)


def conflict_of(operation: Operation, other: Operation, working: WorkingAct) -> AmendmentError:
    """The error of an operation that changes what another one of its date changes."""
    here = operation.at.file == other.at.file
    where = f"on line {other.at.line}" if here else f"at {other.at}"
    ways = "say it in one operation, take one of them out, or give them different dates"
    if operation.throughout and other.throughout:
        ways += "; or have each see what its predecessors left: addressing: current"
    return AmendmentError(
        "operations-conflict",
        f"this {operation.verb} and the {other.verb} {where} change the same text on the same date",
        do=ways,
        at=operation.at,
        about=(("act", working.act.name), ("other", other.at)),
    )
