"""The change list described: where each operation landed, and the words right before and after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import zip_longest

from redline.addresses.cite import cite
from redline.akn.document import Element
from redline.akn.marked import MarkedAct
from redline.akn.marks import View
from redline.akn.names import PROVISIONS, local_name
from redline.akn.places import PlaceRecorder
from redline.akn.ranges import OBJECT, flatten
from redline.akn.structure import num_of, text_blocks, words_of
from redline.akn.working import WorkingAct
from redline.engine.references import Citations
from redline.engine.reporting import reports, reports_across, reports_of_lost_references, reports_of_new_text
from redline.model.changes import Change, Place


def describe_changes(
    marked: MarkedAct,
    changes: tuple[Change, ...],
    recorder: PlaceRecorder,
    others: Mapping[str, WorkingAct] | None = None,
) -> tuple[Change, ...]:
    """The changes with their places filled in, and with what is to be said of citations.

    Args:
        others: the working copies of all Acts of the package: they may cite this one.
    """
    found: list[Change] = []
    policies = {change.operation.id: change.operation.references for change in changes}
    told = _citations(recorder, policies, others or {})
    for change in changes:
        places: list[Place] = []
        if change.applied and change.operation.id in marked.order:
            at = marked.order[change.operation.id]
            before, after = marked.view(at), marked.view(at + 1)
            units = recorder.units(change.operation.id, before, after)
            places = [place for unit in units if (place := _place(unit, before, after, marked)) is not None]
        notes = (*change.notes, *told.get(change.operation.id, ()))
        found.append(replace(change, places=tuple(places), notes=notes))
    return tuple(found)


def _citations(
    recorder: PlaceRecorder, policies: Mapping[str, str], others: Mapping[str, WorkingAct]
) -> dict[str, list[str]]:
    """What is said of citations that the operations of each date left behind."""
    told: dict[str, list[str]] = {}
    working = recorder.working
    found = [reports_across(working, others, policies)] if working.structural else []
    for start, end in recorder.batches:
        citations = Citations(working, working.view(start), working.view(end))
        found.append(reports_of_lost_references(citations))
        if working.structural:
            found += [reports(citations, policies), reports_of_new_text(citations)]
    for notes in found:
        for operation, texts in notes.items():
            told.setdefault(operation, []).extend(texts)
    return told


def _place(unit: Element, before: View, after: View, marked: MarkedAct) -> Place | None:
    was, is_ = before.attached(unit), after.attached(unit)
    words_before = full_words(unit, before) if was else ""
    words_after = full_words(unit, after) if is_ else ""
    if words_before == words_after and was == is_:
        # No words differ; an image may have come or gone.
        words_before, words_after = (full_words(unit, view, images=True) for view in (before, after))
        if words_before == words_after:
            return None
    language = marked.base.language
    identifier = unit.get("eId") or unit.get("id")
    final = marked.identifier_after(unit)
    return Place(
        citation_before=cite(unit, before, language) if was else None,
        citation_after=cite(unit, after, language) if is_ else None,
        eid_before=identifier if was else None,
        eid_after=(final or identifier) if is_ else None,
        words_before=words_before,
        words_after=words_after,
    )


def full_words(unit: Element, view: View, *, images: bool = False) -> str:
    """Number, heading and all words of a provision in a view, sub-provisions with their numbers.

    Args:
        images: whether images are named where they stand: `[image: dues.png]`.
    """
    pieces: list[str] = []
    _gather(unit, view, pieces, _with_images if images else words_of)
    return " ".join(piece for piece in pieces if piece)


def _with_images(block: Element, view: View) -> str:
    flat = flatten(block, view, objects=True)
    names = [
        f"[image: {element.get('alt') or element.get('src') or ''}]"
        if local_name(element.tag) == "img"
        else ""
        for _, element in flat.objects
    ]
    pieces = flat.text.split(OBJECT)
    shown = "".join(piece + name for piece, name in zip_longest(pieces, names, fillvalue=""))
    return " ".join(shown.split())


Reading = Callable[[Element, View], str]


def _gather(element: Element, view: View, pieces: list[str], read: Reading) -> None:
    name = local_name(element.tag)
    if name in PROVISIONS:
        pieces.append(num_of(element, view))
        for child in view.children(element):
            if local_name(child.tag) != "num":
                _gather(child, view, pieces, read)
    elif name == "meta":
        return
    elif any(local_name(child.tag) in PROVISIONS for child in element.iter()):
        for child in view.children(element):
            _gather(child, view, pieces, read)
    else:
        pieces += [read(block, view) for block in text_blocks(element, view)]
