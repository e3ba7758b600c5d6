"""Messages for addresses that name nothing, or more than one thing: what is there, and what comes nearest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml import etree
from rapidfuzz import fuzz, process

from redline.akn.marks import View
from redline.akn.names import local_name
from redline.akn.structure import heading_of, num_of, number_of, numbered_units, text_blocks, words_of
from redline.akn.working import WorkingAct
from redline.errors import AmendmentError
from redline.languages import PACKS
from redline.model.address import Citation, Step

Element = etree._Element


_PLAIN = {"tr": "row", "td": "cell", "th": "cell", "li": "item", "p": "paragraph", "tocItem": "entry"}
"""What a drafter calls elements that have no identifier."""


def describe(element: Element, view: View) -> str:
    """A provision in a few words for a message: its identifier or kind, its number, and how it begins."""
    name = local_name(element.tag)
    identifier = element.get("eId") or element.get("id") or ""
    printed = num_of(element, view)
    title = heading_of(element, view)
    if not title:
        title = next((words_of(block, view) for block in text_blocks(element, view)), "")
    title = title if len(title) <= 60 else title[:57].rstrip() + "…"
    label = " ".join(part for part in (identifier or _PLAIN.get(name, name), printed) if part)
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
        return _absent_identifier(citation, working)
    step = citation.steps[depth]
    known = _units_like(step, working, view) if depth == 0 else list(numbered_units(place, view))
    names = {_typed(citation, depth, unit, view): number_of(unit, view) for unit in known}
    near = _choice(list(names), list(names.values()), step.number or "")
    if not depth and (headed := _by_heading(step, working, view)) is not None:
        near = f"{headed.get('eId')} (the number stands in its heading, and not by itself)"
    inside = f"{_written(citation.steps[:depth])} has no {_written((step,))}" if depth else ""
    message = inside or f"the Act has no {_written((step,))}"
    if depth and not known:
        message += ": there are no numbered provisions in it"
    return AmendmentError(
        "address-not-found",
        message,
        do=f"use {near}, {_EARLIER}" if near else f"{_LOOK} {working.act.name}",
        about=(("act", working.act.name if depth == 0 else f"{working.act.name}, {describe(place, view)}"),),
        at=citation.at,
    )


def _by_heading(step: Step, working: WorkingAct, view: View) -> Element | None:
    """The provision without a number whose heading begins with a unit and the number sought."""
    for heading in working.document.iter("{*}heading"):
        unit = heading.getparent()
        words = words_of(heading, view).split(maxsplit=2)
        numbered = len(words) > 1 and words[0].isalpha() and words[1].strip(".:)") == step.number
        if numbered and unit is not None and unit.get("eId") and view.attached(unit):
            return unit
    return None


_LOOK = "look the address up with: redline show"
_EARLIER = "or insert the provision in an earlier operation"
_FEW = 6
"""So many candidates are all named; of more, the first, the nearest and the last."""


def _absent_identifier(citation: Citation, working: WorkingAct) -> AmendmentError:
    near = process.extract(citation.eid, list(working.identifiers()), limit=3, score_cutoff=60)
    names = [str(match) for match, _, _ in near]
    return AmendmentError(
        "address-not-found",
        f"no provision has the identifier {citation.eid}",
        do=f"use {_either(names)}"
        if names
        else f"look the identifier up with: redline show {working.act.name}",
        about=(("act", working.act.name),),
        at=citation.at,
    )


def _units_like(step: Step, working: WorkingAct, view: View) -> list[Element]:
    """The numbered provisions of the kind that a first step names, in the order of the law; without one of
    that kind, those of the kind that is most frequent.
    """
    every = [
        unit
        for number in working.numbers()
        for unit in working.numbered(number)
        if view.attached(unit) and not working.in_annex(unit)
    ]
    kinds = Counter(local_name(unit.tag) for unit in every)
    wanted = [kind for kind in step.units if kinds[kind]]
    common = next((kind for kind in ("article", "section", "regulation", "rule") if kinds[kind]), None)
    kind = wanted[0] if wanted else common
    order = {unit: place for place, unit in enumerate(working.document.iter(f"{{*}}{kind}"))} if kind else {}
    return sorted((unit for unit in every if unit in order), key=order.__getitem__)


def _typed(citation: Citation, depth: int, unit: Element, view: View) -> str:
    """The address of a unit in the drafter's own words (`art 5 para 2`, `section 12(1)`), else its eId."""
    step = citation.steps[depth]
    name = local_name(unit.tag)
    word = step.word if not step.word or name in step.units else name
    typed = _written((*citation.steps[:depth], Step(number_of(unit, view), step.units, word)))
    readable = any(pack.read_citation(typed) is not None for pack in PACKS)
    return typed if readable else unit.get("eId") or typed


def _written(steps: Sequence[Step]) -> str:
    """Steps as a citation, in the words they were given."""
    return "".join(
        f" {step.word} {step.number or ''}".rstrip() if step.word else f"({step.number})" for step in steps
    ).strip()


def _choice(names: list[str], numbers: list[str], wanted: str) -> str:
    """Candidates as a drafter would type them; of many, the first, the last and the nearest by number."""
    if len(names) <= _FEW:
        return _either(names)
    last = len(names) - 1
    near = sorted(range(len(names)), key=lambda place: _distance(numbers[place], wanted))[:2]
    shown = [] if near[0] in (0, last) else [names[place] for place in sorted(near) if place not in (0, last)]
    return f"one of {names[0]} … {names[-1]}" + (f" (nearest: {_either(shown)})" if shown else "")


def _distance(number: str, wanted: str) -> tuple[int, float]:
    """How far a number is from another: by its digits, then by its letters."""
    values = [int(found.group()) if (found := re.match(r"\d{1,9}", each)) else 0 for each in (number, wanted)]
    return abs(values[0] - values[1]), -fuzz.ratio(number, wanted)


def _either(names: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else "".join(names)


def absent_part(
    citation: Citation, what: str, place: Element, view: View, *, hint: str = ""
) -> AmendmentError:
    """The error for a part that the provision does not have."""
    base = citation.text.partition("/")[0].strip()
    return AmendmentError(
        "address-not-found",
        f"{base if citation.parts else citation.text} has no {what}",
        do=hint or f'look at its parts with: redline show ACT "{base}"',
        about=(("provision", describe(place, view)),),
        at=citation.at,
    )


def absent_words(
    citation: Citation, what: str, words: str, openings: Sequence[str], place: Element, view: View
) -> AmendmentError:
    """The error for an entry or a row that begins with other words: with the nearest of those there are.

    Args:
        citation: the address.
        what: `row`, `definition`, `item`, `column`.
        words: how it was said to begin.
        openings: how those that are there begin.
        place: the provision, list or table.
        view: the text.
    """
    short = [opening for opening in dict.fromkeys(openings) if opening and len(opening) <= 60]
    near = process.extract(words, short, processor=str.casefold, limit=2, score_cutoff=70, scorer=fuzz.ratio)
    shown = [f'{what} "{opening}"' for opening, _, _ in near]
    hint = f"did you mean {_either(shown)}?" if shown else ""
    if not shown and 0 < len(short) == len(set(openings)) <= _FEW:
        hint = "use " + _either([f'{what} "{opening}"' for opening in short])
    return absent_part(citation, f'{what} "{words}"', place, view, hint=hint)


def ambiguous(
    citation: Citation,
    found: Sequence[Element],
    view: View,
    *,
    labels: Sequence[str] = (),
    addresses: Sequence[str] = (),
) -> AmendmentError:
    """The error for an address that names more than one thing.

    Args:
        labels: what each of them is, where that is known.
        addresses: an address that names each of them and nothing else, where each has one.
    """
    shown: list[tuple[str, str]] = []
    for place, element in enumerate(found[:5]):
        label = labels[place] if place < len(labels) else f"candidate {place + 1}"
        label = addresses[place] if place < len(addresses) else label
        shown.append((label, f"{describe(element, view)} ({path_of(element, view)})"))
    identifiers = [str(element.get("eId")) for element in found if element.get("eId")]
    do = "name the units around it too"
    if labels:
        do = "use the eId, or put this operation before the one that renumbers or inserts"
    elif addresses:
        do = f"use {_either(addresses)}"
    elif len(set(identifiers)) == len(found) <= _FEW:
        do += f", or use the eId: {_either(identifiers)}"
    else:
        do += ", or take its address from: redline show ACT"
    return AmendmentError(
        "address-ambiguous",
        f"{citation.text} names {'two things' if len(found) == 2 else f'{len(found)} things'}",
        do=do,
        about=shown,
        at=citation.at,
    )
