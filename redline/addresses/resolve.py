"""From a citation to the provision meant: matched by element and number, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree
from msgspec.structs import replace

from redline.addresses.beside import host_of
from redline.addresses.flat import points_behind, told_by_form
from redline.addresses.headed import headed_provisions
from redline.addresses.identified import as_part
from redline.addresses.notes import inside_note, is_note, names_a_note, notes_of, outside_notes
from redline.addresses.parts import resolve_parts
from redline.addresses.spelled import spellings
from redline.addresses.suggest import absent_step, ambiguous
from redline.addresses.targets import Target
from redline.addresses.unnumbered import counted_in_words, is_part, names_a_part, part_named, stands_in_part
from redline.akn.marks import INS, SPLIT, View
from redline.akn.names import ANNEXES, PROVISIONS, local_name
from redline.akn.structure import (
    all_units,
    is_topmost,
    num_of,
    number_of,
    numbered_units,
    units,
    units_by_number,
)
from redline.akn.working import WorkingAct
from redline.errors import AmendmentError
from redline.model.address import Citation, Part, Step

Element = etree._Element


def resolve(citation: Citation, working: WorkingAct, base: View) -> tuple[Target, ...]:
    """The provisions (several for a run) or the part that a citation names.

    Args:
        citation: the address as read.
        working: the Act.
        base: the view in which addresses are read; what earlier operations inserted is found besides.

    Raises:
        AmendmentError: it names nothing (`address-not-found`), more than one thing (`address-ambiguous`), or
        one
            thing in the base and another in the text as amended so far.
    """
    current = working.view()
    if not working.structural or base.horizon == current.horizon:
        return _resolve_in(citation, working, base)
    try:
        found = _resolve_in(citation, working, base)
    except AmendmentError as error:
        if error.slug != "address-not-found":
            raise
        return _inserted_only(citation, working, current, error)
    _check_same(citation, found, working, current)
    return tuple(_as_live(target, working) for target in found)


def _inserted_only(
    citation: Citation, working: WorkingAct, current: View, error: AmendmentError
) -> tuple[Target, ...]:
    try:
        return _resolve_in(citation, working, current)
    except AmendmentError as second:
        raise (error if second.slug == "address-not-found" else second) from None


def _check_same(citation: Citation, found: Sequence[Target], working: WorkingAct, current: View) -> None:
    """An address that names one provision in the base and another in the text so far is ambiguous (§2)."""
    if citation.eid is not None or citation.act:
        return
    named = _above_parts(citation, found[0].provision, current)
    try:
        now = _resolve_in(replace(named, parts=()), working, current)
    except AmendmentError:
        return
    before = [working.live_of(target.provision) for target in found]
    after = [target.provision for target in now]
    if citation.upto or citation.upto_eid:
        # What this date put between the first and the last of a run is no part of it: the base has it not.
        after = [each for each in after if each in before or not _newly_there(each)] or after
    if (citation.parts or named is not citation) and len(after) == 1 and len(before) >= 1:
        same = after[0] in (before[0], host_of(before[0], current)) or _inside(before[0], after[0])
    else:
        same = after == before
    if not same:
        one, other = next(
            (pair for pair in zip(before, after, strict=False) if pair[0] is not pair[1]),
            (before[-1], after[-1]),
        )
        raise ambiguous(
            citation,
            [one, other],
            current,
            labels=("before this date's operations", "as renumbered or inserted so far"),
        )


def _above_parts(citation: Citation, provision: Element, view: View) -> Citation:
    """The citation up to an unnumbered part, which is counted by its place, and in the base alone."""
    first = next((at for at, step in enumerate(citation.steps) if at and names_a_part(step)), None)
    counted = any(is_part(each, view) for each in (provision, *provision.iterancestors()))
    return (
        citation if first is None or not counted else replace(citation, steps=citation.steps[:first], upto=())
    )


def _newly_there(provision: Element) -> bool:
    """Whether a provision was put where it stands, or cut off the one before it, by an operation."""
    return any(mark in provision.attrib for mark in (INS, SPLIT))


def _inside(element: Element, outer: Element) -> bool:
    return any(ancestor is outer for ancestor in element.iterancestors())


def _as_live(target: Target, working: WorkingAct) -> Target:
    if not working.live:
        return target
    return replace(
        target,
        element=working.live_of(target.element),
        provision=working.live_of(target.provision),
        blocks=tuple(working.live_of(block) for block in target.blocks),
    )


def _resolve_in(citation: Citation, working: WorkingAct, view: View) -> tuple[Target, ...]:
    notes: list[str] = []
    if citation.act:
        provision = working.document
        target = Target(provision, citation, view, provision, part="act")
        return (resolve_parts(target, citation.parts, working.language),) if citation.parts else (target,)
    if citation.eid is not None:
        provision = _by_identifier(citation, working, view)
    else:
        provision = _by_steps(citation, citation.steps, working, view, notes)
    if citation.upto or citation.upto_eid:
        if citation.upto_eid is not None:
            last = _by_identifier(replace(citation, eid=citation.upto_eid), working, view)
        else:
            last = _by_steps(citation, citation.upto, working, view, notes)
        return tuple(
            Target(unit, citation, view, unit, note="; ".join(notes))
            for unit in _run(citation, provision, last, view)
        )
    target = as_part(Target(provision, citation, view, provision, note="; ".join(notes)))
    return (resolve_parts(target, citation.parts, working.language),) if citation.parts else (target,)


def _run(citation: Citation, first: Element, last: Element, view: View) -> list[Element]:
    parent = view.parent(first)
    found: list[Element] = []
    inside = False
    numbered = bool(number_of(first, view)) and bool(number_of(last, view))
    inside_parent = numbered_units if numbered else units
    for unit in inside_parent(parent, view) if parent is not None else ():
        inside = inside or unit is first
        if inside:
            found.append(unit)
        if unit is last and inside:
            return found
    raise AmendmentError(
        "address-not-found",
        f"{citation.text} is not a run: {num_of(last, view)} does not come after {num_of(first, view)} "
        "among the same provisions",
        do="name the first and the last provision of a run of siblings, in the order of the law",
        at=citation.at,
    )


def _by_identifier(citation: Citation, working: WorkingAct, view: View) -> Element:
    assert citation.eid is not None
    found = [element for element in working.identified(citation.eid) if view.attached(element)]
    if len(found) == 1:
        return found[0]
    if found:
        raise ambiguous(citation, found, view, addresses=_places(found, working, view))
    raise absent_step(citation, 0, working.document, working, view)


def _by_steps(
    citation: Citation, steps: Sequence[Step], working: WorkingAct, view: View, notes: list[str]
) -> Element:
    # Messages speak of the provision that is looked for: in a run, of its first or its last.
    citation = replace(citation, steps=tuple(steps))
    place = _first(citation, steps[0], working, view, notes)
    own = False
    for depth, step in enumerate(steps[1:], start=1):
        if names_a_note(step):
            place, own = _only(citation, depth, notes_of(place, view), place, working, view), False
            continue
        part = part_named(place, step, view) if names_a_part(step) and not _has(place, step, view) else None
        if part == "own words" and step is not steps[-1]:
            own = True
            continue
        if part is not None and not isinstance(part, str):
            place = part
        else:
            place = _next(citation, depth, step, place, working, view, notes, own=own)
        own = False
    return place


def _has(place: Element, step: Step, view: View) -> bool:
    """Whether a provision has a unit of that kind and number directly inside."""
    numbers = spellings(step)
    return any(fits(unit, step) and number in numbers for unit, number in units_by_number(place, view))


def _first(citation: Citation, step: Step, working: WorkingAct, view: View, notes: list[str]) -> Element:
    if step.number is None:
        return _unnumbered(citation, step, working, view)
    found = [
        element
        for number in spellings(step)
        for element in working.numbered(number)
        if fits(element, step) and number_of(element, view) == number and view.attached(element)
    ]
    if not found:
        found = list(headed_provisions(step, spellings(step), working, view))
    if len(found) > 1:
        # In rules without articles «пункт 2» is the point of the rules, and no second entry of a list in one.
        found = [element for element in found if is_topmost(element, view)] or found
    # An annex that the Act has not is never a provision of the body.
    falls_back = not working.kinds.intersection(step.units) and not ANNEXES.intersection(step.units)
    if not found and step.units and falls_back:
        found = [
            element
            for element in working.numbered(step.number)
            if number_of(element, view) == step.number
            and view.attached(element)
            and is_topmost(element, view)
        ]
        if len(found) == 1:
            notes.append(f"the Act has no {step.word}; {num_of(found[0], view)} was taken by its number")
    return _only(citation, 0, found, working.document, working, view)


def _unnumbered(citation: Citation, step: Step, working: WorkingAct, view: View) -> Element:
    found = [
        element
        for unit in step.units
        for element in working.document.iter(f"{{{working.act.namespace}}}{unit}")
        if view.attached(element) and not number_of(element, view)
    ]
    if not found and ANNEXES.intersection(step.units):
        found = [
            element
            for unit in step.units
            for element in working.document.iter(f"{{{working.act.namespace}}}{unit}")
            if view.attached(element)
        ]
    return _only(citation, 0, found, working.document, working, view)


def _only(
    citation: Citation, depth: int, found: Sequence[Element], place: Element, working: WorkingAct, view: View
) -> Element:
    if len(found) > 1 and depth == 0:
        # Cited without its annex, a provision of the body is meant.
        body = [element for element in found if not working.in_annex(element)]
        found = body or found
    if len(found) == 1:
        return found[0]
    if found:
        raise ambiguous(citation, found, view, addresses=_places(found, working, view))
    raise absent_step(citation, depth, place, working, view)


_MOST_PLACES = 6
"""Of so many things that one address names, each is named by its place."""


def _places(found: Sequence[Element], working: WorkingAct, view: View) -> list[str]:
    """An address for each of several provisions that share their number and their identifier
    (`chp_1 / item 2`); none where the identifiers tell them apart, or where one has no such address.
    """
    identifiers = {element.get("eId") for element in found}
    if len(identifiers) == len(found) or len(found) > _MOST_PLACES:
        return []
    places = [_by_place(element, working, view) for element in found]
    return [place for place in places if place is not None] if None not in places else []


def _by_place(element: Element, working: WorkingAct, view: View) -> str | None:
    host = view.parent(element)
    while host is not None and local_name(host.tag) not in PROVISIONS and host is not working.document:
        host = view.parent(host)
    identifier = host.get(working.act.id_attribute or "eId") if host is not None else None
    if host is None or (host is not working.document and len(working.identified(identifier or "")) != 1):
        return None
    base = "act" if host is working.document else str(identifier)
    place = next((at for at, unit in enumerate(units(host, view), 1) if unit is element), None)
    text = f"{base} / item {place}"
    act = base == "act"
    named = Citation(text, eid=None if act else base, act=act, parts=(Part("item", place),))
    try:
        return text if _resolve_in(named, working, view)[0].element is element else None
    except AmendmentError:
        return None


def _next(
    citation: Citation,
    depth: int,
    step: Step,
    place: Element,
    working: WorkingAct,
    view: View,
    notes: list[str],
    *,
    own: bool,
) -> Element:
    direct = list(inside_note(place, view) if is_note(place, view) else units_by_number(place, view))
    if own:
        direct = [(unit, number) for unit, number in direct if not stands_in_part(unit, place, view)]
    numbers = spellings(step)
    bearing = [unit for unit, number in direct if number in numbers]
    found = [unit for unit in bearing if fits(unit, step)]
    if not found and step.units:
        if not any(fits(unit, step) for unit, _ in direct):
            found = _deeper(place, step, numbers, view)
        if not found:
            headed = headed_provisions(step, numbers, working, view)
            found = [unit for unit in headed if place in unit.iterancestors()]
        found = found or points_behind(place, step, numbers, view)
        absent = not found and not any(fits(unit, step) for unit in all_units(place, view))
        if absent and not counted_in_words(step):
            found = told_by_form(bearing, step, view)
            if len(found) == 1 and len(bearing) == 1:
                notes.append(
                    f"{num_of(place, view)} has no {step.word}; {num_of(found[0], view)} was taken by its "
                    f"number"
                )
    found = told_by_form(outside_notes(found, view), step, view)
    return _only(citation, depth, found, place, working, view)


def _deeper(place: Element, step: Step, numbers: Iterable[str], view: View) -> list[Element]:
    """Units further down, where the levels between are not cited (`chapter 3 art 12`)."""
    wanted = set(numbers)
    return [unit for unit in all_units(place, view) if fits(unit, step) and number_of(unit, view) in wanted]


def fits(element: Element, step: Step) -> bool:
    if not step.units:
        return True
    name = local_name(element.tag)
    if name in step.units:
        return True
    return name == "hcontainer" and (element.get("name") or "") in step.units
