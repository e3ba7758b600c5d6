"""Messages for addresses that name nothing, or more than one thing: what is there, and what comes nearest."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from rapidfuzz import process

from redline.akn.marks import View
from redline.akn.names import local_name
from redline.akn.structure import heading_of, num_of, number_of, numbered_units, text_blocks, words_of
from redline.akn.working import WorkingAct
from redline.errors import AmendmentError
from redline.model.address import Citation

Element = etree._Element


def describe(element: Element, view: View) -> str:
    """A provision in a few words for a message: its identifier or kind, its number, and how it begins."""
    name = local_name(element.tag)
    identifier = element.get("eId") or element.get("id") or ""
    printed = num_of(element, view)
    title = heading_of(element, view)
    if not title:
        title = next((words_of(block, view) for block in text_blocks(element, view)), "")
        title = title if len(title) <= 60 else title[:57].rstrip() + "…"
    label = " ".join(part for part in (identifier or name, printed) if part)
    return f'{label} "{title}"' if title else label


def path_of(element: Element, view: View) -> str:
    """The numbers from the outermost numbered unit down: `5, 2, a`."""
    numbers: list[str] = []
    current: Element | None = element
    while current is not None:
        number = number_of(current, view)
        if number:
            numbers.insert(0, f"{local_name(current.tag)} {number}")
        current = view.parent(current)
    return ", ".join(numbers)


def absent_step(
    citation: Citation, depth: int, place: Element, working: WorkingAct, view: View
) -> AmendmentError:
    """The error for an address whose unit number `depth` (0-based) is not there."""
    if citation.eid is not None:
        near = [
            match
            for match, score, _ in process.extract(citation.eid, list(working.identifiers()), limit=3)
            if score >= 60
        ]
        return AmendmentError(
            "address-not-found",
            f"no provision has the identifier {citation.eid}",
            do=f"use one of {', '.join(near)}" if near else "look the identifier up with: redline show ACT",
            about=(("act", working.act.name),),
            at=citation.at,
        )
    step = citation.steps[depth]
    what = f"{step.word or 'provision'} {step.number or ''}".strip() if step.word else f"({step.number})"
    if depth == 0:
        known = [
            number for number in working.numbers() if any(_there(e, view) for e in working.numbered(number))
        ]
        near = [match for match, _, _ in process.extract(step.number or "", known, limit=4)]
        where = "the Act"
    else:
        known = [number_of(unit, view) for unit in numbered_units(place, view)]
        near = known if len(known) <= 6 else [*known[:3], "…", *known[-2:]]
        where = path_of(place, view) or describe(place, view)
    there = f"; its provisions are {', '.join(near)}" if depth and near else ""
    if depth and not near:
        there = "; it has no numbered provisions inside"
    do = f"use one of {', '.join(near)}" if near else "cite a provision that is there"
    return AmendmentError(
        "address-not-found",
        f"{citation.text}: {where} has no {what}{there}",
        do=f"{do}, or insert the provision in an earlier operation",
        about=(("act", working.act.name if depth == 0 else f"{working.act.name}, {describe(place, view)}"),),
        at=citation.at,
    )


def _there(element: Element, view: View) -> bool:
    return view.attached(element)


def absent_part(
    citation: Citation, what: str, place: Element, view: View, *, hint: str = ""
) -> AmendmentError:
    """The error for a part that the provision does not have."""
    return AmendmentError(
        "address-not-found",
        f"{citation.text}: {path_of(place, view) or 'the Act'} has no {what}",
        do=hint or "look at its parts with: redline show ACT ADDRESS",
        about=(("provision", describe(place, view)),),
        at=citation.at,
    )


def ambiguous(
    citation: Citation, found: Sequence[Element], view: View, *, labels: Sequence[str] = ()
) -> AmendmentError:
    """The error for an address that names more than one thing."""
    shown: list[tuple[str, str]] = []
    for place, element in enumerate(found[:5]):
        label = labels[place] if place < len(labels) else f"candidate {place + 1}"
        shown.append((label, f"{describe(element, view)} ({path_of(element, view)})"))
    identifiers = [element.get("eId") for element in found[:3] if element.get("eId")]
    do = "name the units around it too"
    if labels:
        do = "use the eId, or put this operation before the one that renumbers or inserts"
    elif len(set(identifiers)) == len(found[:3]):
        do += f", or use an eId: {', '.join(str(identifier) for identifier in identifiers)}"
    return AmendmentError(
        "address-ambiguous",
        f"{citation.text} names {'two things' if len(found) == 2 else f'{len(found)} things'}",
        do=do,
        about=shown,
        at=citation.at,
    )
