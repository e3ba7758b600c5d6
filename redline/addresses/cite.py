"""From a provision to its citation."""

from __future__ import annotations

from lxml import etree

from redline.addresses.beside import parts_to
from redline.addresses.flat import is_point_among_paragraphs, paragraph_before
from redline.addresses.headed import headed_number
from redline.addresses.notes import is_note, note_around, notes_of
from redline.addresses.unnumbered import part_of_list, place_as_part
from redline.akn.marks import View
from redline.akn.names import ANNEXES, CONTAINERS, PROVISIONS, local_name, unit_of
from redline.akn.structure import is_roman, number_of, units, units_by_number
from redline.languages import get_pack, short_code
from redline.languages.numbered_parts import as_parts
from redline.model.address import Part, Step

Element = etree._Element

_NUMBERED_THROUGH = frozenset({"article", "section"})
"""Units that are numbered through an Act, whatever containers they stand in."""

_NOTE = Step(None, ("note",), "note")

_LONGEST_WORD = 3
"""Letters that can be a number: `a`, `bb`, `zza`; longer ones are a word, unless they are Roman."""


def steps_to(element: Element, view: View) -> tuple[Step, ...]:
    """The numbered units that lead to a provision, outermost first.

    Containers only where they are the target, or where what stands in them is numbered from 1 in each.
    """
    steps: list[Step] = []
    inner: Element | None = None
    current: Element | None = element
    while current is not None:
        number = number_of(current, view) if local_name(current.tag) in PROVISIONS else ""
        name = unit_of(current)
        # `Erster Abschnitt` has no number that could be cited.
        number = "" if len(number) > _LONGEST_WORD and number.isalpha() and not is_roman(number) else number
        # Articles are numbered through, whatever sections they stand in.
        passed = name in CONTAINERS or (name == "section" and any(s.units[:1] == ("article",) for s in steps))
        part = place_as_part(current, view) if name == "alinea" and not number else None
        if number and passed and current is not element:
            if inner is not None and is_numbered_apart(inner, current, view):
                steps.insert(0, Step(number, (name,), name))
        elif number:
            inner = current
            steps[:0] = _steps_of(current, number, name, view)
        elif is_note(current, view):
            steps.insert(0, _NOTE)
        elif part is not None:
            steps.insert(0, Step(str(part), (name,), "part"))
        elif name == "attachment" and current is not element:
            steps.insert(0, Step(None, (name,), "annex"))
        current = view.parent(current)
    return tuple(steps)


def _steps_of(unit: Element, number: str, name: str, view: View) -> list[Step]:
    """The step of a numbered unit, behind those that a flat list puts before it."""
    point = name == "paragraph" and is_point_among_paragraphs(unit, view)
    before = paragraph_before(unit, view) if point else None
    steps = [Step(number, ("point" if point else name,), name)]
    if before is not None:
        steps.insert(0, Step(number_of(before, view), (name,), name))
    if _begins_note_beside(before if before is not None else unit, view):
        steps.insert(0, _NOTE)
    if (own := part_of_list(unit, view)) is not None:
        steps.insert(0, Step(str(own), ("alinea",), "part"))
    return steps


def is_numbered_apart(provision: Element, container: Element, view: View) -> bool:
    """Whether a number is given once more outside a container, so that it says nothing without it.

    Articles and sections are numbered through; points and paragraphs without articles are, in by-laws, or
    begin again in each chapter.

    Args:
        provision: the outermost numbered provision in the container that is no container itself.
        container: a chapter, a part.
        view: the text that is meant.
    """
    name = unit_of(provision)
    around = view.parent(container)
    if name in _NUMBERED_THROUGH or around is None:
        return False
    return (name, number_of(provision, view)) in _numbers_in(around, view, container)


def _numbers_in(holder: Element, view: View, left_out: Element) -> set[tuple[str, str]]:
    """Unit and number of what stands in containers, up to the first that is none."""
    found: set[tuple[str, str]] = set()
    for unit, number in units_by_number(holder, view):
        if unit is left_out:
            continue
        if unit_of(unit) in CONTAINERS:
            found |= _numbers_in(unit, view, left_out)
        else:
            found.add((unit_of(unit), number))
    return found


def _begins_note_beside(unit: Element, view: View) -> bool:
    """Whether a note begins beside a unit, before it in a flat list."""
    note = note_around(unit, view)
    return note is not None and local_name(note.tag) != "alinea"


def path_to(element: Element, view: View) -> tuple[tuple[Step, ...], tuple[Part, ...]]:
    """The units that lead to a provision, and how one without a number is counted in the last of them: as
    part and paragraph, or where that would leave a doubt by its place.
    """
    if _has_step(element, view) and not _is_doubled(element, view):
        return steps_to(element, view), ()
    if (headed := headed_number(element, view)) is not None:
        name = local_name(element.tag)
        return (Step(headed.number, headed.units or (name,), name),), ()
    counted = parts_to(element, view)
    around = path_to(counted[0], view) if counted is not None else ((), ())
    if counted is not None and around[0]:
        return around[0], (*around[1], *counted[1])
    host = _provision_around(element, view)
    if host is None:
        return steps_to(element, view), ()
    steps, parts = path_to(host, view)
    place = next((at for at, unit in enumerate(units(host, view), 1) if unit is element), None)
    return steps, parts if place is None else (*parts, Part("item", place))


def _is_doubled(element: Element, view: View) -> bool:
    """Whether the citation of a numbered provision is also that of another beside it, or it stands where
    articles do and is none: files with torn lines have such.
    """
    number, name = number_of(element, view), local_name(element.tag)
    if name not in ("paragraph", "point") or not number:
        return False
    host = _provision_around(element, view)
    if host is None:
        return False
    if local_name(host.tag) in CONTAINERS:
        return any(local_name(unit.tag) == "article" for unit in units(host, view))
    beside = (element.itersiblings(str(element.tag), preceding=way) for way in (False, True))
    alike = [unit for siblings in beside for unit in siblings if number_of(unit, view) == number]
    own = steps_to(element, view) if alike else ()
    return any(view.attached(unit) and steps_to(unit, view) == own for unit in alike)


def _has_step(element: Element, view: View) -> bool:
    """Whether a provision has a number, or a place among unnumbered ones, that citations name."""
    if number_of(element, view) or local_name(element.tag) in ANNEXES:
        return True
    if is_note(element, view):
        host = _provision_around(element, view)
        return host is not None and len(notes_of(host, view)) == 1
    return unit_of(element) == "alinea" and place_as_part(element, view) is not None


def _provision_around(element: Element, view: View) -> Element | None:
    around = view.parent(element)
    while around is not None and local_name(around.tag) not in PROVISIONS:
        around = view.parent(around)
    return around


def cite(element: Element, view: View, language: str | None, *, parts: bool = False) -> str:
    """How a provision is cited in the language of its Act (English where the language has no pack).

    Args:
        element: the provision.
        view: the text that is meant.
        language: any code for the language.
        parts: whether the Act calls the numbered units of its articles parts; see `numbers_parts`.
    """
    steps, inner = path_to(element, view)
    pack = get_pack(short_code(language)) or get_pack("en")
    if not steps:
        name = local_name(element.tag)
        return name if pack is None else pack.outside.get(name, name)
    steps = as_parts(steps) if parts else steps
    if pack is None:
        return ", ".join(f"{step.word} {step.number}" for step in steps)
    return pack.write_citation(steps, inner)
