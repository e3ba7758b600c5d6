"""The notes to a provision that are law themselves: «пункт 1 примечания к статье 62».

They are numbered by themselves, so that an article may have a paragraph 1 and its notes another one. In an
Act made by an importer a note is a unit without a number; converted files put its first words and what
follows as paragraphs beside those of the article. What tells a note is how it begins («Примечание.»,
`Ескертпе.`).
"""

from __future__ import annotations

from collections.abc import Iterator

from redline.akn.document import Element
from redline.akn.marks import View
from redline.akn.names import CONTAINERS, local_name
from redline.akn.structure import number_of, own_blocks, units, units_by_number, words_of
from redline.jurisdictions import PROFILES
from redline.languages import PACKS
from redline.model.address import Step

_NAME = "note"


def names_a_note(step: Step) -> bool:
    """Whether a step names the note to what it stands in."""
    return step.units[:1] == (_NAME,) and step.number is None


def is_note(unit: Element, view: View) -> bool:
    """Whether an unnumbered unit is a note to the provision it stands in, or the first words of one."""
    if local_name(unit.tag) in CONTAINERS or number_of(unit, view):
        return False
    words = first_words(unit, view)
    return any(pack.heads.notes.match(words) for pack in PACKS) and not is_publishers(words)


def is_publishers(words: str) -> bool:
    """Whether the words are a note of whoever published the text: no law, whatever it begins with."""
    known = [profile.editorial for profile in PROFILES if profile.editorial is not None]
    return any(each.notes.match(words) or each.markers.match(words) for each in known)


def first_words(unit: Element, view: View) -> str:
    """The first block of a unit's own words, or an empty string."""
    return next((words_of(block, view) for _, block in own_blocks(unit, view)), "")


def notes_of(place: Element, view: View) -> list[Element]:
    """The notes directly in a provision: each the unit, or the paragraph that begins it."""
    return [unit for unit in units(place, view) if is_note(unit, view)]


def inside_note(note: Element, view: View) -> Iterator[tuple[Element, str]]:
    """The numbered units of a note with their numbers, in it or, in a flat list, behind it."""
    found = list(units_by_number(note, view))
    if found or local_name(note.tag) == "alinea":
        yield from found
        return
    for sibling in _behind(note, view):
        number = number_of(sibling, view)
        if number:
            yield sibling, number


def note_around(unit: Element, view: View) -> Element | None:
    """The note that a unit belongs to; None for one that belongs to none. A note is not in itself."""
    around = view.parent(unit)
    while around is not None:
        if local_name(around.tag) == "alinea" and is_note(around, view):
            return around
        around = view.parent(around)
    for sibling in unit.itersiblings(str(unit.tag), preceding=True):
        if view.attached(sibling) and is_note(sibling, view):
            return sibling if local_name(sibling.tag) != "alinea" else None
    return None


def outside_notes(found: list[Element], view: View) -> list[Element]:
    """Of several provisions that a citation can mean, those in no note; all where each is in one."""
    if len(found) < 2:
        return found
    return [unit for unit in found if note_around(unit, view) is None] or found


def _behind(note: Element, view: View) -> Iterator[Element]:
    """What stands behind the first words of a note in a flat list, up to the next note."""
    for sibling in note.itersiblings(str(note.tag)):
        if not view.attached(sibling):
            continue
        if is_note(sibling, view):
            return
        yield sibling
