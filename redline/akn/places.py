"""Where operations changed the Act: recorded while they are applied, described when somebody asks."""

from __future__ import annotations

from collections.abc import Collection, Iterator

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
from redline.akn.marks import View
from redline.akn.names import PROVISIONS, local_name
from redline.akn.structure import numbered_units
from redline.akn.working import WorkingAct


class PlaceRecorder:
    """Remembers which provisions each operation touched.

    Attributes:
        batches: for each date, the places of its operations in the order of application: [start, end).
    """

    def __init__(self, working: WorkingAct) -> None:
        self.working = working
        self.places: dict[str, list[Element]] = {}
        self.partners: dict[str, list[Element]] = {}
        self.batches: list[tuple[int, int]] = []
        self._earlier: dict[Element, list[Element]] | None = None
        self._numbered: list[tuple[str, Element]] = []

    def begin(self, operation: str, edits: list[Edit]) -> None:
        """Note the places of an operation's edits."""
        places = self.places.setdefault(operation, [])
        seen = set(map(id, places))
        # A whole Act restated brings its numbers with it, as its legislature gave them.
        whole = any(isinstance(edit, ClaimEdit) and edit.element is self.working.document for edit in edits)
        for edit in edits:
            if isinstance(edit, JoinEdit | SplitEdit):
                self.partners.setdefault(operation, []).append(edit.second)
            for element in _places_of(edit):
                if id(element) not in seen:
                    seen.add(id(element))
                    places.append(element)
            if not whole:
                self._numbered += [(operation, unit) for unit in self._numbered_by(edit)]

    def _numbered_by(self, edit: Edit) -> list[Element]:
        """The provisions that an edit gives a number, or puts among others that have numbers."""
        if isinstance(edit, JoinEdit):
            return list(numbered_units(edit.second, self.working.view()))
        numbered = _numbered_by(edit)
        return [numbered] if numbered is not None and local_name(numbered.tag) in PROVISIONS else []

    def units(self, operation: str, before: View, after: View) -> list[Element]:
        """The smallest provisions around what an operation touched, each once, none inside another.

        Args:
            before, after: the text right before and right after the operation.
        """
        units = self.all_units(operation, before, after)
        return [unit for unit in units if not any(ancestor in units for ancestor in unit.iterancestors())]

    def all_units(self, operation: str, before: View, after: View) -> dict[Element, None]:
        """The same, with those inside another: the article whose heading changed, and its paragraphs."""
        # What a later operation moved stood, at the time of an earlier one, where its copy stands now.
        units: dict[Element, None] = {}
        for place in self.places.get(operation, []):
            stood = (e for e in (place, *self.moved_from(place)) if before.attached(e) or after.attached(e))
            unit = _unit_of(next(stood, place), before, after)
            if unit is not None:
                units[unit] = None
        return units

    def both_ends(self, operation: str, before: View, after: View) -> list[Element]:
        """The provisions of `units`, each followed by what was cut off it or joined to it."""
        found = self.units(operation, before, after)
        for partner in self.partners.get(operation, []):
            if partner not in found:
                found.append(partner)
        return found

    def moved_from(self, provision: Element) -> list[Element]:
        """What stands at the places that a provision was moved from; none where it was not moved."""
        if self._earlier is None:
            self._earlier = {}
            for ghost in self.working.live:
                # A copy inside what was moved itself was copied with it: it leads on to the provision.
                self._earlier.setdefault(self.working.live_of(ghost), []).append(ghost)
        return self._earlier.get(provision, [])

    def numbered(self, operations: Collection[str]) -> Iterator[tuple[str, Element]]:
        """The provisions that got a number from one of these operations, and by which."""
        for operation, provision in self._numbered:
            if operation in operations:
                yield operation, provision


def _places_of(edit: Edit) -> list[Element]:
    match edit:
        case InsertEdit() | DeleteEdit() | ClaimEdit():
            return [edit.element]
        case WordsEdit():
            return _holders(edit)
        case MarkupEdit():
            return [edit.flat.block]
        case NumberEdit() | HeadingEdit() | StubEdit() | MoveEdit() | SplitEdit():
            return [edit.provision]
        case WrapEdit():
            return [edit.wrapper]
        case JoinEdit():
            return [edit.first]
        case SpanEdit():
            return [edit.cell]
        case TargetEdit():
            return [edit.reference]


def _holders(edit: WordsEdit) -> list[Element]:
    """The elements whose words change: a block that was split holds them in two places."""
    found = [edit.flat.block] if not edit.flat.slots else []
    for change in edit.changes:
        for slot in edit.flat.slots:
            touches = slot.start < change.end and change.start < slot.end
            if touches or (change.start == change.end and slot.start <= change.start <= slot.end):
                found.append(slot.element)
    return found or [edit.flat.block]


def _numbered_by(edit: Edit) -> Element | None:
    match edit:
        case InsertEdit():
            return edit.element
        case NumberEdit() | MoveEdit():
            return edit.provision
        case WrapEdit():
            return edit.wrapper
        case SplitEdit():
            return edit.second
        case _:
            return None


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
