"""What else may happen on the same date to provisions that are joined.

A join leaves one number, one heading and one run of words of its provisions. Another operation that takes or
gives one of them, or a whole block of these words, would hit what the other provision brought along. Words
inside the blocks may change, and so may sub-provisions.
"""

from __future__ import annotations

from redline.akn.claims import claim_in_range, is_taken_away
from redline.akn.document import Element
from redline.akn.edits import (
    ClaimEdit,
    DeleteEdit,
    Edit,
    HeadingEdit,
    InsertEdit,
    JoinEdit,
    MoveEdit,
    NumberEdit,
    SplitEdit,
    StubEdit,
    WordChange,
    WordsEdit,
    WrapEdit,
)
from redline.akn.marks import DEL, INS, JOIN, LIVE, MOVED, SPLIT, STUB, WRAP, View, marked_elements
from redline.akn.names import HEADS, OWN_WORDS, PROVISIONS, local_name
from redline.akn.ranges import flatten


def in_joined(edit: Edit, operation: str, view: View, now: View) -> str | None:
    """The other operation of this date that joined what an edit takes, numbers, entitles or moves, or None.

    Args:
        edit: the edit.
        operation: the operation that it is of.
        view: the text that addresses of this date are read in.
        now: the text as amended so far.
    """
    if not now.merging:
        return None
    match edit:
        case NumberEdit() | StubEdit():
            return _joiner(edit.provision, operation, view, now)
        case MoveEdit():
            joiner = _joiner(edit.provision, operation, view, now)
            return joiner or _at_seam(edit, operation, view, now)
        case WrapEdit() | SplitEdit() | JoinEdit():
            return _around(edit, operation, view, now)
        case HeadingEdit():
            # The heading of the first stays.
            return _other(edit.provision.get(JOIN), operation, view)
        case ClaimEdit():
            return _rewritten(edit.element, operation, view, now)
        case DeleteEdit():
            member = _member(edit.element)
            return None if member is None else _joiner(member, operation, view, now)
        case InsertEdit():
            return _at_seam(edit, operation, view, now)
        case WordsEdit():
            return _emptied(edit, operation, view, now)
    return None


def before_join(edit: JoinEdit, operation: str, view: View, replaced: dict[Element, str]) -> str | None:
    """The other operation of this date that took, numbered, entitled or moved what is to be joined, or None.

    Args:
        edit: the join.
        operation: the operation that it is of.
        view: the text that addresses of this date are read in.
        replaced: what operations have put new text in the whole place of.
    """
    begun = None if edit.block is None else _other(replaced.get(edit.block), operation, view)
    if begun is not None:
        return begun
    for member in (edit.first, edit.second):
        marks = [member.get(STUB), member.get(LIVE), member.get(INS) if MOVED in member.attrib else None]
        for child in member:
            name = local_name(child.tag)
            if name == "num" or (name in HEADS and member is edit.second):
                marks += [part.get(mark) for part in marked_elements(child) for mark in (INS, DEL)]
            elif name not in PROVISIONS and name not in HEADS:
                marks += [part.get(DEL) for part in (child, *child)] + [replaced.get(child)]
        found = next((other for mark in marks if (other := _other(mark, operation, view))), None)
        if found is not None:
            return found
    sides = (edit.first, edit.second)
    return next((other for side in sides if (other := _without_words(side, operation, view))), None)


def come_to_seam(edit: JoinEdit, operation: str, view: View) -> str | None:
    """The other operation of this date that put something between two provisions to be joined, or directly
    into one of them, or None: joined words would hang on to that.

    Args:
        edit: the join.
        operation: the operation that it is of.
        view: the text that addresses of this date are read in.
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


def _other(mark: str | None, operation: str, view: View) -> str | None:
    """The operation a mark names, where it is another one of this date."""
    return mark if mark is not None and mark != operation and not view.happened(mark) else None


def _rewritten(element: Element, operation: str, view: View, now: View) -> str | None:
    """The other operation that joined what gets new text: a provision, or the block that joined words begin.

    New text for another block keeps to its place.
    """
    if _is_provision(element):
        return _joiner(element, operation, view, now)
    return _other(element.get(JOIN), operation, view)


def _at_seam(edit: InsertEdit | MoveEdit, operation: str, view: View, now: View) -> str | None:
    """The other operation that joined something to the provision behind which another is put, or None."""
    if not edit.named or edit.where != "after" or not _is_provision(edit.anchor):
        return None
    more = now.continuation(edit.anchor)
    return None if more is None else _other(more.get(JOIN), operation, view)


def _around(edit: WrapEdit | SplitEdit | JoinEdit, operation: str, view: View, now: View) -> str | None:
    """The other operation that joined or split a provision in which an edit gives the text another shape."""
    match edit:
        case WrapEdit():
            shaped = [edit.elements[0]]
        case SplitEdit():
            shaped = [edit.provision]
        case JoinEdit():
            shaped = [edit.first, edit.second]
    around = (provision for element in shaped for provision in (element, *element.iterancestors()))
    for provision in around:
        if not _is_provision(provision):
            continue
        more = now.continuation(provision)
        split = None if more is None else _other(more.get(SPLIT), operation, view)
        found = split or _joiner(provision, operation, view, now)
        if found is not None:
            return found
    return None


def _is_provision(element: Element) -> bool:
    return local_name(element.tag) in PROVISIONS


def _joiner(provision: Element, operation: str, view: View, now: View) -> str | None:
    """The other operation that joined a provision to another, or another to it."""
    more = now.continuation(provision)
    marks = (provision.get(JOIN), None if more is None else more.get(JOIN))
    return next((other for mark in marks if (other := _other(mark, operation, view))), None)


def _member(element: Element) -> Element | None:
    """The provision that goes, or loses a part of its own words or its number, with an element."""
    parent = element.getparent()
    if local_name(element.tag) in PROVISIONS:
        return element
    if parent is not None and local_name(parent.tag) in OWN_WORDS:
        return parent.getparent()
    return parent if local_name(element.tag) in OWN_WORDS | {"num"} else None


def _emptied(edit: WordsEdit, operation: str, view: View, now: View) -> str | None:
    """The other operation that joined a provision of which an edit leaves a block without words, or None."""
    member = _member(edit.flat.block)
    if member is None or any(change.new is not None and change.new != "" for change in edit.changes):
        return None
    flat = flatten(edit.flat.block, view)
    place = 0
    for change in (*edit.changes, WordChange(len(flat.text), len(flat.text), None)):
        if flat.text[place : change.start].strip() and not is_taken_away(flat, place, change.start, view):
            return None
        place = change.end
    return _joiner(member, operation, view, now)


def _without_words(member: Element, operation: str, view: View) -> str | None:
    """The other operation that left a block of a provision's own words without words, or None."""
    for words in member:
        for block in words if local_name(words.tag) in OWN_WORDS else ():
            flat = flatten(block, view)
            if flat.text and not flatten(block, View(view.order)).text.strip():
                return claim_in_range(flat, 0, len(flat.text), view, operation)
    return None
