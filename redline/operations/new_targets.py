"""The references of a whole new Act lead to what bears the identifier there, not to what bore it before."""

from __future__ import annotations

from collections.abc import Iterator

from redline.akn.document import Element
from redline.akn.edits import Edit, InsertEdit, MarkupEdit, TargetEdit, WordsEdit
from redline.compare.replacement import Trace


def target_edits(edits: list[Edit], trace: Trace) -> list[Edit]:
    """The edits that lead the references of a new text to the provisions that it means.

    Provisions that stay keep the identifier of the base until all marks are read, so that one of the new
    text can belong to another provision there.

    Args:
        edits: those that put the new text there.
        trace: what became of its pieces.
    """
    found: list[Edit] = []
    for reference in _references(edits):
        provision = _target(reference, trace)
        if provision is not None:
            found.append(TargetEdit(reference, provision))
    for there, instead in trace.kept_references:
        provision = _target(there, trace)
        if provision is not None and f"#{provision.get('eId')}" != there.get("href"):
            found += [instead, TargetEdit(instead.wrapper, provision)]
    return found


def _target(reference: Element, trace: Trace) -> Element | None:
    href = reference.get("href") or ""
    provision = trace.counterparts.get(href[1:]) if href.startswith("#") else None
    return provision if provision is not None and provision.get("eId") else None


def _references(edits: list[Edit]) -> Iterator[Element]:
    for edit in edits:
        match edit:
            case InsertEdit():
                yield from edit.element.iter("{*}ref")
            case WordsEdit():
                for change in edit.changes:
                    if change.new is not None and not isinstance(change.new, str):
                        yield from change.new.iter("{*}ref")
            case MarkupEdit():
                yield edit.wrapper
            case _:
                pass
