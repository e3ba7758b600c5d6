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
    SplitEdit,
    StubEdit,
    WordsEdit,
    WrapEdit,
)
from redline.akn.names import PROVISIONS, local_name
from redline.akn.working import WorkingAct


class PlaceRecorder:
    """Remembers which provisions each operation touched."""

    def __init__(self, working: WorkingAct) -> None:
        self.working = working
        self.places: dict[str, list[Element]] = {}
        self._numbered: list[tuple[str, Element]] = []

    def begin(self, operation: str, edits: list[Edit]) -> None:
        """Note the places of an operation's edits."""
        places = self.places.setdefault(operation, [])
        seen = set(map(id, places))
        # A whole Act restated brings its numbers with it, as its legislature gave them.
        whole = any(isinstance(edit, ClaimEdit) and edit.element is self.working.document for edit in edits)
        for edit in edits:
            for element in _places_of(edit):
                if id(element) not in seen:
                    seen.add(id(element))
                    places.append(element)
            numbered = None if whole else _numbered_by(edit)
            if numbered is not None and local_name(numbered.tag) in PROVISIONS:
                self._numbered.append((operation, numbered))

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
        case NumberEdit():
            return edit.provision
        case WrapEdit():
            return edit.wrapper
        case SplitEdit():
            return edit.second
        case _:
            return None
