"""Operations that would change nothing: almost surely a slip, so they are refused, never dropped quietly."""

from __future__ import annotations

from lxml import etree

from redline.akn.edits import (
    ClaimEdit,
    Edit,
    HeadingEdit,
    MoveEdit,
    NumberEdit,
    TargetEdit,
    WordChange,
    WordsEdit,
)
from redline.akn.marks import View
from redline.akn.markup_ranges import element_spans
from redline.akn.names import SCRIPTS
from redline.akn.ranges import Flat
from redline.akn.structure import child_named, num_of
from redline.compare.replacement import plan_replacement
from redline.operations.context import PlanContext

_WHY = {
    "add": ("there are no words to add", "write the words, or take the operation out"),
    "renumber": ("the provision has that number already", "give another number, or take the operation out"),
    "retitle": ("the heading reads so already", "give another heading, or take the operation out"),
    "move": ("the provision stands there already", "name another place, or take the operation out"),
}
_SAME = ("the text reads so already", "give other words, or take the operation out")


def refuse_idle(context: PlanContext, edits: list[Edit]) -> None:
    """Refuse an operation none of whose edits changes anything.

    What a change of the whole Act passed over is reported in its notes, and is no mistake. Real Acts restate
    provisions word for word ("is amended to read as follows"): a `replace` that changes nothing gets a note.

    Raises:
        AmendmentError: `nothing-to-do`.
    """
    now = context.working.view()
    if context.passed_over or any(_changes(edit, context.view, now) for edit in edits):
        return
    if context.operation.verb == "replace":
        context.notes.append("the new text is the old one word for word: nothing changes")
        return
    why, do = _WHY.get(context.operation.verb, _SAME)
    raise context.error("nothing-to-do", f"this {context.operation.verb} changes nothing: {why}", do=do)


def _changes(edit: Edit, view: View, now: View) -> bool:
    """Whether an edit changes the text that addresses are read in.

    Args:
        edit: the edit.
        view: that text.
        now: the text as amended so far.
    """
    match edit:
        case ClaimEdit() | TargetEdit():
            return False
        case WordsEdit():
            return any(alters(edit.flat, change) for change in edit.changes)
        case NumberEdit():
            return num_of(edit.provision, view) != " ".join(edit.printed.split())
        case HeadingEdit():
            return _retitles(edit, view)
        case MoveEdit():
            return not (_stands_there(edit, view) and _stands_there(edit, now))
        case _:
            return True


def alters(flat: Flat, change: WordChange) -> bool:
    """Whether other words stand there after a change than before."""
    old = flat.text[change.start : change.end]
    if isinstance(change.new, etree._Element):
        scripts = element_spans(flat, SCRIPTS)
        printed = any(start < change.end and change.start < end for start, end in scripts)
        return printed or len(change.new) > 0 or (change.new.text or "") != old
    return (change.new or "") != old


def _retitles(edit: HeadingEdit, view: View) -> bool:
    heading = child_named(edit.provision, "heading", view)
    if heading is None or edit.words is None:
        return heading is not None or edit.words not in (None, "")
    new = heading.makeelement(str(heading.tag))
    if isinstance(edit.words, str):
        new.text = edit.words
        return bool(plan_replacement(heading, new, view))
    return bool(plan_replacement(heading, edit.words, view))


def _stands_there(edit: MoveEdit, view: View) -> bool:
    parent = view.parent(edit.provision)
    if parent is None:
        return False
    siblings = list(view.children(parent))
    if edit.provision not in siblings:
        return False
    place = siblings.index(edit.provision)
    if edit.anchor is edit.provision:
        return True
    if edit.where == "after":
        return place > 0 and siblings[place - 1] is edit.anchor
    if edit.where == "before":
        return place + 1 < len(siblings) and siblings[place + 1] is edit.anchor
    return edit.where == "last" and edit.anchor is parent and place == len(siblings) - 1
