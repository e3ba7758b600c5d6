"""Unnumbered parts on the way to a provision: `подпункт 1) части второй статьи 5`.

A part begins at the first block of a provision's own words and at each later one that begins with a capital;
parts that hold lists of their own are an `alinea` each. A list belongs to the last of the words before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from redline.akn.document import Element
from redline.akn.marks import View
from redline.akn.names import local_name, tag_like
from redline.akn.structure import is_paragraph, number_of, own_blocks, units, words_of
from redline.model.address import Step


def names_a_part(step: Step) -> bool:
    """Whether a step can name an unnumbered part by its place."""
    return "part" in step.units and step.number is not None and step.number.isdigit()


def counted_in_words(step: Step) -> bool:
    """Whether a step was read from an ordinal (`части второй`): its number is printed nowhere."""
    return names_a_part(step) and step.start < 0


def part_named(place: Element, step: Step, view: View) -> Element | Literal["own words"] | None:
    """The unnumbered part that a step names: an `alinea`, or the last of the provision's own words before its
    list, to which the units directly inside belong; None where it is neither.
    """
    index = int(step.number or 0)
    own, inside = len(runs_of(place, view)), alineas_of(place, view)
    last = _part_before_the_list(place, view)
    if last and index == last:
        return "own words"
    return inside[index - own - 1] if own < index <= own + len(inside) else None


def place_as_part(alinea: Element, view: View) -> int | None:
    """Which part of its provision an `alinea` is, from 1; None where a numbered one is cited like it."""
    host = view.parent(alinea)
    if host is None:
        return None
    inside = alineas_of(host, view)
    if alinea not in inside:
        return None
    place = len(runs_of(host, view)) + inside.index(alinea) + 1
    paragraphs = (unit for unit in units(host, view) if local_name(unit.tag) == "paragraph")
    return None if str(place) in {number_of(unit, view) for unit in paragraphs} else place


def part_of_list(unit: Element, view: View) -> int | None:
    """Which part a list directly in a provision belongs to, where another part has the number again; else
    None.
    """
    host = unit.getparent()
    if host is None or local_name(unit.tag) == "alinea" or host.find(tag_like(host.tag, "alinea")) is None:
        return None
    number = number_of(unit, view)
    others = (other for part in alineas_of(host, view) for other in units(part, view))
    if all(number_of(other, view) != number for other in others):
        return None
    return _part_before_the_list(host, view) or None


def _part_before_the_list(place: Element, view: View) -> int:
    """How many parts the words before a list are: the list belongs to the last of them."""
    closing = [block for where, block in own_blocks(place, view) if where == "wrapUp"]
    return sum(run[0] not in closing for run in runs_of(place, view))


def runs_of(provision: Element, view: View) -> list[list[Element]]:
    """A provision's own words as parts."""
    return in_runs((block for _, block in own_blocks(provision, view)), view)


def in_runs(blocks: Iterable[Element], view: View) -> list[list[Element]]:
    """Blocks as parts: one begins with each capital; a table belongs to the words before it."""
    runs: list[list[Element]] = []
    begun = False
    for block in blocks:
        counts = is_paragraph(block)
        if not runs or (begun and counts and opens_part(words_of(block, view))):
            runs.append([])
        runs[-1].append(block)
        begun = begun or counts
    return runs


def opens_part(words: str) -> bool:
    """Whether a paragraph of these words begins a part: its first letter is a capital."""
    return next((letter for letter in words if letter.isalpha()), "").isupper()


def alineas_of(provision: Element, view: View) -> list[Element]:
    """Unnumbered parts that hold lists of their own; what stands behind the provision's own words."""
    return [unit for unit in units(provision, view) if is_part(unit, view)]


def is_part(unit: Element, view: View) -> bool:
    """Whether a unit is an unnumbered part."""
    return local_name(unit.tag) == "alinea" and not number_of(unit, view)


def stands_in_part(unit: Element, place: Element, view: View) -> bool:
    """Whether a unit stands in an unnumbered part of a provision."""
    around = view.parent(unit)
    while around is not None and around is not place:
        if is_part(around, view):
            return True
        around = view.parent(around)
    return False
