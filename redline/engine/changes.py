"""The change list described: where each operation landed, and the words right before and after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from redline.addresses.cite import cite
from redline.akn.document import Element
from redline.akn.marked import MarkedAct
from redline.akn.marks import View
from redline.akn.names import PROVISIONS, local_name
from redline.akn.places import PlaceRecorder
from redline.akn.structure import num_of, text_blocks, words_of
from redline.model.changes import Change, Place


def describe_changes(
    marked: MarkedAct, changes: tuple[Change, ...], recorder: PlaceRecorder
) -> tuple[Change, ...]:
    """The changes with their places filled in."""
    found: list[Change] = []
    # What a later operation moved stood, at the time of an earlier one, where its copy stands now.
    earlier: dict[Element, list[Element]] = {}
    for ghost, live in recorder.working.live.items():
        earlier.setdefault(live, []).append(ghost)
    for change in changes:
        places: list[Place] = []
        if change.applied and change.operation.id in marked.order:
            at = marked.order[change.operation.id]
            before, after = marked.view(at), marked.view(at + 1)
            units = _units(recorder.places.get(change.operation.id, []), before, after, earlier)
            places = [place for unit in units if (place := _place(unit, before, after, marked)) is not None]
        found.append(replace(change, places=tuple(places)))
    return tuple(found)


def _units(
    elements: list[Element], before: View, after: View, earlier: Mapping[Element, list[Element]]
) -> list[Element]:
    """The smallest provisions around the touched elements, each once, none inside another."""
    units: dict[Element, None] = {}
    for place in elements:
        stood = (e for e in (place, *earlier.get(place, ())) if before.attached(e) or after.attached(e))
        element = next(stood, place)
        unit = _unit_of(element, before, after)
        if unit is not None:
            units[unit] = None
    return [unit for unit in units if not any(ancestor in units for ancestor in unit.iterancestors())]


def _unit_of(element: Element, before: View, after: View) -> Element | None:
    """The nearest provision that is one right before or right after the operation."""
    current: Element | None = element
    while current is not None:
        real = any(view.exists(current) and not view.merged(current) for view in (before, after))
        if real and local_name(current.tag) in PROVISIONS:
            return current
        parent = current.getparent()
        if parent is None or local_name(parent.tag) in _TOP:
            return current
        current = _whole(parent, before)
    return None


def _whole(parent: Element, before: View) -> Element:
    """The parent; of a piece that was not cut off yet, the provision it belongs to."""
    if not before.merged(parent):
        return parent
    host = parent.getprevious()
    while host is not None and (not isinstance(host.tag, str) or before.merged(host)):
        host = host.getprevious()
    return parent if host is None else host


_TOP = frozenset({"akomaNtoso", "act", "bill", "doc", "body", "mainBody"})


def _place(unit: Element, before: View, after: View, marked: MarkedAct) -> Place | None:
    was, is_ = before.attached(unit), after.attached(unit)
    words_before = full_words(unit, before) if was else ""
    words_after = full_words(unit, after) if is_ else ""
    if words_before == words_after and was == is_:
        return None
    language = marked.base.language
    identifier = unit.get("eId") or unit.get("id")
    return Place(
        citation_before=cite(unit, before, language) if was else None,
        citation_after=cite(unit, after, language) if is_ else None,
        eid_before=identifier if was else None,
        eid_after=identifier if is_ else None,
        words_before=words_before,
        words_after=words_after,
    )


def full_words(unit: Element, view: View) -> str:
    """Number, heading and all words of a provision in a view, sub-provisions with their numbers."""
    pieces: list[str] = []
    _gather(unit, view, pieces)
    return " ".join(piece for piece in pieces if piece)


def _gather(element: Element, view: View, pieces: list[str]) -> None:
    name = local_name(element.tag)
    if name in PROVISIONS:
        pieces.append(num_of(element, view))
        for child in view.children(element):
            if local_name(child.tag) != "num":
                _gather(child, view, pieces)
    elif name == "meta":
        return
    elif any(local_name(child.tag) in PROVISIONS for child in element.iter()):
        for child in view.children(element):
            _gather(child, view, pieces)
    else:
        pieces += [words_of(block, view) for block in text_blocks(element, view)]
