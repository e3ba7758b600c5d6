"""What else may happen on the same date to a provision that is split.

A split leaves two provisions, each with words of its own. What takes the whole, or the block at which it is
cut, would hit one of the two only, and so is no part of the same date; words may change on both sides.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from redline.akn.document import Element
from redline.akn.edits import ClaimEdit, DeleteEdit, Edit, InsertEdit, SplitEdit
from redline.akn.marks import DEL, INS, SPLIT, View, marked_elements
from redline.akn.names import HEADS, PROVISIONS, local_name
from redline.akn.structure import own_blocks, units, words_of
from redline.akn.working import WorkingAct


def in_split(edit: Edit, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation of this date that split what an edit takes as a whole, or cut at it, or None; for a
    split, the one that put something before the block with which the second begins.

    Args:
        edit: the edit.
        operation: the operation that it is of.
        view: the text that addresses of this date are read in.
        working: the Act.
    """
    match edit:
        case SplitEdit() if not edit.flat.text[: edit.offset].strip():
            return _put_before(edit.flat.block, operation, view, working)
        case InsertEdit() if view.merging and edit.where == "before":
            return _begun(edit.anchor, operation, view)
        case DeleteEdit() | ClaimEdit() if view.merging:
            more = view.continuation(edit.element)
            mark = None if more is None else more.get(SPLIT)
            return _other(mark, operation, view) or _begun(edit.element, operation, view)
    return None


def _put_before(block: Element, operation: str, view: View, working: WorkingAct) -> str | None:
    """The other operation that put something directly before a block (and not behind the one before it)."""
    before = block.getprevious()
    if before is None or working.placed.get(before) != (block, "before"):
        return None
    return _other(before.get(INS), operation, view)


def _begun(element: Element, operation: str, view: View) -> str | None:
    """The other operation that cut off a provision which begins with this element, or None."""
    parent = element.getparent()
    while parent is not None:
        if any(local_name(before.tag) not in HEADS for before in element.itersiblings("*", preceding=True)):
            return None
        found = _other(parent.get(SPLIT), operation, view)
        if found is not None:
            return found
        element, parent = parent, parent.getparent()
    return None


def _other(mark: str | None, operation: str, view: View) -> str | None:
    """The operation a mark names, where it is another one of this date."""
    return mark if mark is not None and mark != operation and not view.happened(mark) else None


def left_empty(root: Element, now: View, batch: Collection[str]) -> Iterator[tuple[str, str]]:
    """The splits of a date of which another operation of that date took all words of one of the two.

    Args:
        root: the working copy.
        now: the text as amended so far.
        batch: the operations of the date.

    Yields:
        the operation that split, and the one that took the words.
    """
    for second in marked_elements(root):
        splitter = second.get(SPLIT)
        if splitter is None or splitter not in batch:
            continue
        if local_name(second.tag) not in PROVISIONS or not now.attached(second):
            continue
        for piece in (second, second.getprevious()):
            if piece is None or not now.attached(piece) or not _is_empty(piece, now):
                continue
            takers = (part.get(DEL) for part in marked_elements(piece))
            taker = next((each for each in takers if each in batch and each != splitter), None)
            if taker is not None:
                yield splitter, taker


def _is_empty(provision: Element, now: View) -> bool:
    if next(units(provision, now), None) is not None:
        return False
    return not any(
        local_name(block.tag) == "table" or words_of(block, now) for _, block in own_blocks(provision, now)
    )
