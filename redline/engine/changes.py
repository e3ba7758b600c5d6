"""The change list described: where each operation landed, and the words right before and after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import zip_longest

from msgspec.structs import replace

from redline.addresses.code_parts import cite_in
from redline.akn.document import Element
from redline.akn.marked import MarkedAct
from redline.akn.marks import View
from redline.akn.names import LIST_ITEMS, PROVISIONS, local_name
from redline.akn.places import PlaceRecorder
from redline.akn.ranges import OBJECT, flatten
from redline.akn.structure import is_text_block, num_of, text_blocks, units, words_of
from redline.akn.working import WorkingAct
from redline.engine.references import Citations
from redline.engine.reporting import (
    reports,
    reports_across,
    reports_of_lost_references,
    reports_of_new_text,
    unread_language,
)
from redline.model.changes import Change, Place


def note_citations(
    changes: tuple[Change, ...], recorder: PlaceRecorder, others: Mapping[str, WorkingAct]
) -> tuple[Change, ...]:
    """The changes with what is to be said of citations.

    Args:
        others: the working copies of all Acts of the package: they may cite this one.
    """
    policies = {change.operation.id: change.operation.references for change in changes}
    told = _citations(recorder, policies, others)
    for unread in unread_language(changes, recorder.working.language):
        told.setdefault(unread[0], []).append(unread[1])
    return tuple(
        replace(change, notes=(*change.notes, *told.get(change.operation.id, ()))) for change in changes
    )


def describe_places(
    marked: MarkedAct, changes: tuple[Change, ...], recorder: PlaceRecorder
) -> tuple[Change, ...]:
    """The changes with their places filled in."""
    found: list[Change] = []
    standing: dict[Element, int] = {}
    for change in changes:
        places: list[Place] = []
        if change.applied and change.operation.id in marked.order:
            at = marked.order[change.operation.id]
            before, after = marked.view(at), marked.view(at + 1)
            described = _Describer(change, before, after, marked, recorder)
            ends = recorder.both_ends(change.operation.id, before, after)
            if len(ends) > 1:
                standing = standing or {element: at for at, element in enumerate(marked.root.iter())}
                ends.sort(key=standing.__getitem__)
            places = [place for unit in ends if (place := described.place(unit)) is not None]
        found.append(replace(change, places=tuple(places)))
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


class _Describer:
    """Describes places in the text right before and right after one operation."""

    def __init__(
        self, change: Change, before: View, after: View, marked: MarkedAct, recorder: PlaceRecorder
    ) -> None:
        self.enclosing = change.operation.verb == "enclose"
        self.before = before
        self.after = after
        self.marked = marked
        self.recorder = recorder

    def place(self, unit: Element) -> Place | None:
        """What the operation did to a provision; None where that is nothing."""
        was = self._stood(unit)
        stays = unit if self.after.attached(unit) else None
        wraps = was is None and stays is not None and not self.before.exists(unit)
        stood = unit if wraps else was
        words_before, words_after = full_words(stood, self.before), full_words(stays, self.after)
        if words_before == words_after and was is stays:
            # No words differ; an image may have come or gone.
            words_before = full_words(stood, self.before, images=True)
            words_after = full_words(stays, self.after, images=True)
            if words_before == words_after:
                return None
        cited = self._put_around(unit) if wraps else () if was is None else (was,)
        return Place(
            citation_before=self._cited(cited, self.before),
            citation_after=self._cited(() if stays is None else (stays,), self.after),
            eid_before=_identifier(cited[0]) if len(cited) == 1 else None,
            eid_after=None if stays is None else self.marked.identifier_after(unit) or _identifier(unit),
            words_before=words_before,
            words_after=words_after,
        )

    def _stood(self, unit: Element) -> Element | None:
        """What the provision was before: itself, or what stood where it was moved from."""
        stood = (unit, *self.recorder.moved_from(unit))
        return next((element for element in stood if self.before.attached(element)), None)

    def _put_around(self, wrapper: Element) -> tuple[Element, ...]:
        """What a new unit was put around: the provisions inside it, or the one whose text it holds."""
        if self.enclosing:
            inside = tuple(units(wrapper, self.after))
            return inside[:1] + inside[1:][-1:]
        host = self.before.parent(wrapper)
        return () if host is None else (host,)

    def _cited(self, elements: tuple[Element, ...], view: View) -> str | None:
        """The provision, or the first and the last of several."""
        working = self.marked.working
        return " … ".join(cite_in(working, element, view) for element in elements) or None


def _identifier(element: Element) -> str | None:
    return element.get("eId") or element.get("id")


def full_words(unit: Element | None, view: View, *, images: bool = False) -> str:
    """Number, heading and all words of a provision in a view, sub-provisions with their numbers.

    Args:
        images: whether images are named where they stand: `[image: dues.png]`.
    """
    if unit is None:
        return ""
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
        if name in LIST_ITEMS and is_text_block(element, view):
            # An item of a list whose words stand in it directly.
            pieces.append(read(element, view))
            return
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
