"""Footnotes that go with the words around their marks: the drafter is told."""

from __future__ import annotations

from lxml import etree

from redline.akn.document import plain_text, squeeze
from redline.akn.edits import Edit, WordsEdit
from redline.akn.marks import DEL
from redline.akn.names import local_name
from redline.akn.ranges import objects_within
from redline.operations.context import PlanContext

_NOTE = "authorialNote"
_SHOWN = 40


def note_footnotes(context: PlanContext, edits: list[Edit]) -> None:
    """Add a note for each footnote that goes because words across its mark change.

    A sentence is repealed with its footnotes, and new text that brings a footnote has seen the old one.
    """
    if context.operation.verb == "repeal":
        return
    whole = context.operation.verb in ("replace", "restore")
    for edit in edits:
        if not isinstance(edit, WordsEdit) or any(_brings_note(change.new) for change in edit.changes):
            continue
        for change in edit.changes:
            for element in objects_within(edit.flat, change.start, change.end):
                if local_name(element.tag) == _NOTE and DEL not in element.attrib:
                    words = squeeze(plain_text(element))
                    shown = words[:_SHOWN] + ("…" if len(words) > _SHOWN else "")
                    why = "because the new text has none" if whole else "with the words it stood in"
                    context.notes.append(f"the footnote “{shown}” goes {why}")


def _brings_note(new: object) -> bool:
    return isinstance(new, etree._Element) and any(local_name(each.tag) == _NOTE for each in new.iter())
