"""Footnotes, images, quotations, tables and headings that go unsaid: the drafter is told, or asked."""

from __future__ import annotations

from lxml import etree

from redline.akn.alike import longer_word
from redline.akn.document import Element, squeeze
from redline.akn.edits import DeleteEdit, Edit, InsertEdit, WordChange, WordsEdit
from redline.akn.marks import DEL
from redline.akn.markup_ranges import element_spans
from redline.akn.names import PROVISIONS, SCRIPTS, SUBFLOWS, local_name
from redline.akn.ranges import Flat, objects_within
from redline.errors import AmendmentError
from redline.model.spec import Text
from redline.operations.context import PlanContext

_KINDS = {"authorialNote": "footnote", "img": "image", "table": "table", "heading": "heading"}
_SHOWN = 40


def note_footnotes(context: PlanContext, edits: list[Edit]) -> None:
    """Add a note for each footnote, image and quotation that goes because words across it change.

    A sentence is repealed with its footnotes, and new text that brings one of a kind has seen the old one.

    Raises:
        AmendmentError: `words-not-found` where words that the spec gives run across a quoted text.
    """
    for edit in edits:
        if not isinstance(edit, WordsEdit):
            continue
        for change in edit.changes:
            for element in objects_within(edit.flat, change.start, change.end):
                if DEL not in element.attrib and not _brings(change.new, local_name(element.tag)):
                    _note(context, element)
            _note_scripts(context, edit.flat, change)
    if context.operation.verb in ("replace", "restore"):
        _note_left_out(context, edits)


def _note_left_out(context: PlanContext, edits: list[Edit]) -> None:
    """Say which tables and headings of provisions that stay the new text leaves out."""
    new = [edit.element for edit in edits if isinstance(edit, InsertEdit)]
    for kind in ("table", "heading"):
        if any(local_name(each.tag) == kind for element in new for each in element.iter(etree.Element)):
            continue
        for edit in edits:
            if isinstance(edit, DeleteEdit) and local_name(edit.element.tag) not in PROVISIONS:
                for element in edit.element.iter(f"{{*}}{kind}"):
                    if DEL not in element.attrib:
                        _note(context, element)


def _note_scripts(context: PlanContext, flat: Flat, change: WordChange) -> None:
    """Say where the new text has the signs of a raised or lowered part of the old one on the line."""
    new = change.new
    if context.operation.verb not in ("replace", "restore") or new is None or not len(flat.block):
        return
    if isinstance(new, etree._Element) and any(local_name(each.tag) in SCRIPTS for each in new.iter()):
        return
    words = "".join(map(str, new.itertext())) if isinstance(new, etree._Element) else new
    for start, end in element_spans(flat, SCRIPTS):
        part = flat.text[start:end].strip()
        if start < change.end and change.start < end and part and part in words:
            context.notes.append(
                f"“{part}” in “{longer_word(flat.text, start, end)}” is raised or lowered in the Act, and on "
                "the line in the new text: give that as {akn: …} with <sup> or <sub> if it is not meant"
            )


def _note(context: PlanContext, element: Element) -> None:
    kind = _KINDS.get(local_name(element.tag), "quotation")
    words = squeeze(" ".join(map(str, element.itertext()))) or element.get("src") or element.get("alt") or ""
    shown = words[:_SHOWN] + ("…" if len(words) > _SHOWN else "")
    verb = context.operation.verb
    given = context.value(verb)
    literal = all(isinstance(text, Text) for text in (given if isinstance(given, tuple) else (given,)))
    if kind == "quotation" and literal and verb in ("substitute", "omit"):
        raise _across(context, shown)
    if kind == "footnote" and verb == "repeal":
        return
    why = "because the new text has none" if verb in ("replace", "restore") else "with the words it stood in"
    context.notes.append(f"the {kind} “{shown}” goes {why}")


def _across(context: PlanContext, shown: str) -> AmendmentError:
    return context.error(
        "words-not-found",
        f"the words run across the text that is quoted there (“{shown}”)",
        do="change the words before and behind it in operations of their own, or replace the block with "
        "{akn: …}; to change what is quoted, name it: … / quoted art 5",
    )


def _brings(new: object, name: str) -> bool:
    """Whether new words hold an element of that name (any quoted text for another)."""
    if not isinstance(new, etree._Element):
        return False
    found = {local_name(each.tag) for each in new.iter()}
    return name in found or (name in SUBFLOWS - {"authorialNote"} and bool(found & SUBFLOWS))
