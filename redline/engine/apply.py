"""Edits -> marks on the working copy. The only place where the working copy changes."""

from __future__ import annotations

from copy import deepcopy
from typing import assert_never

from lxml import etree

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
    WordsEdit,
    WrapEdit,
)
from redline.akn.ids import assign_ids
from redline.akn.insertions import insert_at
from redline.akn.marks import DEL, INS, JOIN, LIVE, MOVED, SPLIT, STUB, UNWRAP, WRAP, View, change_span
from redline.akn.markup_ranges import wrap_range
from redline.akn.miscited import miscited
from redline.akn.names import HEADS, local_name, tag_like
from redline.akn.ranges import flatten
from redline.akn.structure import child_named
from redline.akn.tables import SPAN_MARKS
from redline.akn.working import WorkingAct
from redline.compare.replacement import plan_replacement
from redline.engine.enclosures import with_neighbours
from redline.engine.word_marks import WordMarker, core_change


class Marker:
    """Applies the edits of one operation to a working copy.

    Args:
        working: the copy.
        view: the text that addresses of this date are read in.
        operation: the operation's id.
    """

    def __init__(self, working: WorkingAct, view: View, operation: str) -> None:
        self.working = working
        self.view = view
        self.operation = operation
        self.words = WordMarker(working, operation)
        # Blocks whose text nodes this operation has taken apart: their words are flattened anew.
        self.wrapped: set[Element] = set()

    def apply(self, edit: Edit) -> None:  # noqa: C901 - the one exhaustive match over the closed set
        """Mark one edit."""
        match edit:
            case InsertEdit():
                self._insert(edit)
            case DeleteEdit():
                self._delete(edit)
            case WordsEdit():
                self._words(edit)
            case MarkupEdit():
                self._markup(edit)
            case NumberEdit():
                self._number(edit)
            case HeadingEdit():
                self._heading(edit)
            case StubEdit():
                edit.provision.set(STUB if edit.repealed else LIVE, self.operation)
            case MoveEdit():
                self._move(edit)
            case WrapEdit():
                self._wrap(edit)
            case SplitEdit():
                self._split(edit)
            case JoinEdit():
                self._join(edit)
            case SpanEdit():
                change_span(edit.cell, SPAN_MARKS[edit.attribute], edit.by, self.operation)
                self.working.structural += 1
            case TargetEdit():
                edit.reference.set("href", f"#{edit.provision.get('eId')}")
            case ClaimEdit():
                self.working.replaced[edit.element] = self.operation
            case _:
                assert_never(edit)

    def _delete(self, edit: DeleteEdit) -> None:
        """What was joined to an element goes with it."""
        view = self.working.view()
        piece: Element | None = edit.element
        while piece is not None:
            piece.set(DEL, self.operation)
            self._touch(piece)
            follower = view.continuation(piece)
            piece = follower if follower is not None and JOIN in follower.attrib else None
        self.working.structural += 1

    def _touch(self, *elements: Element | None, placed: bool = False) -> None:
        """Tell the text of the whole Act what has changed."""
        for element in elements:
            if element is not None:
                self.working.touch(element, self.operation, placed=placed)

    def _insert(self, edit: InsertEdit) -> None:
        edit.element.set(INS, self.operation)
        self._remember_anchor(edit)
        self._place(edit.element, edit.where, edit.anchor, edit.named)
        self._touch(edit.element, placed=True)
        assign_ids(edit.element, self.working)
        self.working.register(edit.element)
        self.working.structural += 1

    def _remember_anchor(self, edit: InsertEdit | MoveEdit) -> None:
        computed = edit.where in ("before", "after") and not edit.named
        place = edit.anchor.getparent() if computed else edit.anchor
        if place is not None:
            where = "into" if computed else edit.where
            self.working.anchors.setdefault(place, []).append((where, self.operation))

    def _place(self, element: Element, where: str, anchor: Element, named: bool = True) -> None:
        """Put an element beside an anchor; several insertions at one anchor stand in file order."""
        working = self.working
        if local_name(element.tag) in HEADS:
            # A heading stands right behind the number, also where a stub's note was put there before.
            named = False
        if where == "after":
            anchor = self._behind_pieces(anchor)
        if where == "before":
            working.placed[element] = (anchor, where)
            _add_before(self._first_placed(anchor), element)
            return
        if where == "last":
            working.placed[element] = (anchor, where)
            anchor.append(element)
            return
        own_chain = where == "after" and anchor.get(INS) == self.operation and anchor in working.placed
        root = working.placed[anchor] if own_chain else (anchor, where) if named else (element, where)
        working.placed[element] = root
        if where == "first":
            last = self._last_placed(next(iter(anchor), None), root)
            if last is None:
                anchor.insert(0, element)
                return
            anchor = last
        elif named and not own_chain:
            last = self._last_placed(anchor.getnext(), root)
            anchor = anchor if last is None else last
        tail, anchor.tail = anchor.tail, None
        anchor.addnext(element)
        element.tail = tail

    def _behind_pieces(self, anchor: Element) -> Element:
        """The last of the pieces that belong to an anchor: what was split off it, or joined to it."""
        for view in (self.view, self.working.view()):
            piece = view.continuation(anchor)
            while piece is not None:
                anchor, piece = piece, view.continuation(piece)
        return anchor

    def _last_placed(self, element: Element | None, root: tuple[Element, str]) -> Element | None:
        """The last of those from `element` on that operations before this one in the file put there."""
        working, last = self.working, None
        while element is not None and working.placed.get(element) == root:
            if not self.working.filed_before(element, self.operation):
                break
            last, element = element, element.getnext()
        return last

    def _first_placed(self, anchor: Element) -> Element:
        """The first of those before an anchor that operations behind this one in the file put there; without
        any, the anchor.
        """
        first, element = anchor, anchor.getprevious()
        while element is not None and self.working.placed.get(element) == (anchor, "before"):
            if self.working.filed_before(element, self.operation):
                break
            first, element = element, element.getprevious()
        return first

    def _words(self, edit: WordsEdit) -> None:
        flat = edit.flat
        if flat.block in self.wrapped:
            # Its text nodes are others now; the words and their offsets are the same.
            flat = flatten(flat.block, self.view, objects=flat.with_objects)
        for reference in miscited(flat, edit.changes):
            if UNWRAP not in reference.attrib:
                reference.set(UNWRAP, self.operation)
        self.words.mark(flat, edit.changes)
        self._touch(flat.block)
        if self.working.merging:
            self._touch(*(slot.element for slot in flat.slots))

    def _markup(self, edit: MarkupEdit) -> None:
        for reference in edit.replaced:
            reference.set(UNWRAP, self.operation)
        flat = flatten(edit.flat.block, self.view, objects=edit.flat.with_objects)
        if wrap_range(flat, edit.start, edit.end, edit.wrapper):
            edit.wrapper.set(WRAP, self.operation)
        self.wrapped.add(edit.flat.block)
        self._touch(edit.flat.block)

    def _number(self, edit: NumberEdit) -> None:
        view = self.working.view()
        num = child_named(edit.provision, "num", view)
        if num is None:
            num = edit.provision.makeelement(tag_like(edit.provision.tag, "num"))
            num.text = edit.printed
            num.set(INS, self.operation)
            edit.provision.insert(0, num)
        else:
            flat = flatten(num, view)
            self.words.mark(flat, (core_change(flat.text, edit.printed),))
        self._touch(edit.provision)
        self.working.register(edit.provision)
        self.working.structural += 1

    def _heading(self, edit: HeadingEdit) -> None:
        heading = child_named(edit.provision, "heading", self.working.view())
        if edit.words is None:
            if heading is not None:
                heading.set(DEL, self.operation)
                self._touch(heading)
            return
        new = edit.provision.makeelement(tag_like(edit.provision.tag, "heading"))
        if isinstance(edit.words, str):
            new.text = edit.words
        else:
            new.text = edit.words.text
            new.extend(list(edit.words))
        if heading is not None:
            for inner in plan_replacement(heading, new, self.view):
                self.apply(inner)
            return
        new.set(INS, self.operation)
        num = child_named(edit.provision, "num", self.working.view())
        if num is None:
            edit.provision.insert(0, new)
        else:
            tail, num.tail = num.tail, None
            num.addnext(new)
            new.tail = tail
        self._touch(new, placed=True)

    def _move(self, edit: MoveEdit) -> None:
        """What stood at the old place stays there as a copy that goes; the provision itself comes to the
        new one.
        """
        moving = edit.provision
        self._remember_anchor(edit)
        ghost = deepcopy(moving)
        for old, new in zip(ghost.iter(etree.Element), moving.iter(etree.Element), strict=True):
            self.working.live[old] = new
        ghost.tail = None
        tail, moving.tail = moving.tail, None
        moving.addprevious(ghost)
        parent = moving.getparent()
        assert parent is not None
        parent.remove(moving)
        ghost.tail = tail
        ghost.set(DEL, self.operation)
        ghost.set(MOVED, self.operation)
        moving.set(INS, self.operation)
        moving.set(MOVED, self.operation)
        anchor = ghost if edit.anchor is moving else edit.anchor
        self._place(moving, edit.where, anchor)
        self._touch(ghost, moving, placed=True)
        # Addresses of this date know it by the number that it had before.
        self.working.register(ghost, self.view)
        self.working.register(moving)
        self.working.structural += 1

    def _wrap(self, edit: WrapEdit) -> None:
        wrapper = edit.wrapper
        wrapper.set(WRAP, self.operation)
        for child in wrapper:
            child.set(INS, self.operation)
        final = self._behind_pieces(edit.elements[-1])
        first, final = with_neighbours(edit.elements, final, self.working, self.view)
        _add_before(first, wrapper)
        node: Element | None = first
        while node is not None:
            following = None if node is final else node.getnext()
            wrapper.append(node)
            node = following
        self._touch(wrapper, placed=True)
        assign_ids(wrapper, self.working, inside=False)
        self.working.register(wrapper)
        self.working.structural += 1

    def _split(self, edit: SplitEdit) -> None:
        """Cut the provision at a place in one of its blocks; the pieces behind it go to the second."""
        second = edit.second
        for child in second:
            child.set(INS, self.operation)
        second.set(SPLIT, self.operation)
        came = edit.provision.get(INS)
        if came is not None:
            # Cut off from something inserted or moved, the second is there only where the first is.
            second.set(INS, came)
        if edit.flat.text[: edit.offset].strip():
            here = insert_at(edit.flat, edit.offset, "", self.operation, leaning="right")
        else:
            # Between two blocks: nothing of this one stays.
            here = second.makeelement(tag_like(second.tag, "ins"))
            _add_before(edit.flat.block, here)
        _cut_at(here, edit.provision, second, self.operation)
        tail, edit.provision.tail = edit.provision.tail, None
        edit.provision.addnext(second)
        second.tail = tail
        self.working.merging = True
        self.view.merging = True
        self.wrapped.add(edit.flat.block)
        self._touch(edit.provision)
        self._touch(second, placed=True)
        assign_ids(second, self.working, inside=False)
        self.working.register(second)
        self.working.structural += 1

    def _join(self, edit: JoinEdit) -> None:
        view = self.working.view()
        for child in view.children(edit.second):
            if local_name(child.tag) in HEADS:
                child.set(DEL, self.operation)
        for element in (edit.words, edit.block):
            if element is not None:
                element.set(JOIN, self.operation)
        if edit.block is not None and edit.between:
            insert_at(flatten(edit.block, view), 0, edit.between, self.operation, leaning="right")
        edit.second.set(JOIN, self.operation)
        self._touch(edit.first, edit.second)
        self.working.merging = True
        self.working.structural += 1


def _add_before(anchor: Element, new: Element) -> None:
    new.tail = None
    anchor.addprevious(new)


def _cut_at(here: Element, provision: Element, second: Element, operation: str) -> None:
    """Cut everything from the empty mark `here` on out of `provision`, and put it into `second`."""
    current = here
    piece: Element | None = None
    while (parent := current.getparent()) is not provision:
        assert parent is not None
        kept = {str(name): str(value) for name, value in parent.attrib.items() if name not in ("eId", "wId")}
        half = parent.makeelement(str(parent.tag), kept)
        half.set(SPLIT, operation)
        if piece is not None:
            half.append(piece)
        elif here.tail:
            half.text, here.tail = here.tail, None
        _append_followers(current, half)
        half.tail, parent.tail = parent.tail, None
        piece, current = half, parent
    if piece is not None:
        second.append(piece)
    _append_followers(current, second)
    host = here.getparent()
    if host is not None:
        host.remove(here)


def _append_followers(element: Element, target: Element) -> None:
    follower = element.getnext()
    while follower is not None:
        following = follower.getnext()
        target.append(follower)
        follower = following
