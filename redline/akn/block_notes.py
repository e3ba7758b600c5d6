"""The notes of a document: where they stand, and the numbers they get."""

from __future__ import annotations

from functools import cached_property

from lxml import etree

from redline.akn.names import local_name

Element = etree._Element


class Notes:
    """Notes by identifier, numbered in the order in which their marks stand in the text.

    Args:
        root: the document.
        id_attribute: the attribute that identifies things in it.
    """

    def __init__(self, root: Element, id_attribute: str) -> None:
        self._root = root
        self._id_attribute = id_attribute
        self._numbers: dict[str, int] = {}
        self._count = 0

    @cached_property
    def _elements(self) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for element in self._root.iter("{*}note", "{*}authorialNote"):
            for attribute in (self._id_attribute, "eId", "id"):
                eid = element.get(attribute)
                if eid:
                    found.setdefault(eid, element)
        return found

    def find(self, eid: str) -> Element | None:
        """The note with that identifier, or None."""
        return self._elements.get(eid)

    def outside(self, note: Element) -> bool:
        """Whether a note stands in the metadata, not in the text."""
        return local_name(note.tag) == "note"

    def known(self, eid: str) -> bool:
        """Whether the note has its number already."""
        return eid in self._numbers

    def number(self, eid: str | None) -> int:
        """The note's number; a new one where it has none yet."""
        if eid is not None and eid in self._numbers:
            return self._numbers[eid]
        self._count += 1
        if eid is not None:
            self._numbers[eid] = self._count
        return self._count


def publisher_notes(root: Element) -> list[str]:
    """The words of the notes in the metadata: what the publisher of a consolidated text says of its
    changes."""
    return [
        " ".join("".join(str(piece) for piece in note.itertext()).split())
        for meta in root.iter("{*}meta")
        for note in meta.iter("{*}note")
    ]
