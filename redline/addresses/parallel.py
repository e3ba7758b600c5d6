"""The outlines of two language versions of an Act, put side by side by the numbers of their provisions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from redline.addresses.cite import cite
from redline.addresses.spelled import from_roman
from redline.akn.marks import View
from redline.akn.names import ANNEXES, PROVISIONS, local_name, unit_of
from redline.akn.structure import heading_of, number_of, units
from redline.model.lookalikes import in_latin

Element = etree._Element

Path = tuple[tuple[str, str], ...]
"""The way to a provision: the kind and the number of each unit, outermost first."""

Outline = Mapping[Path, Element]
"""The provisions of an Act in the order of its text, each under its path."""


def outline_of(root: Element, view: View) -> dict[Path, Element]:
    """The outline of an Act, as it is the same in every language in which its provisions are the same.

    Numbers in figures stand for themselves, Roman ones for their figures. A letter stands for its place in
    the list, since alphabets differ; so does a provision without a number. Articles are numbered through the
    Act, and stand under no chapter.

    Args:
        root: the document of the Act.
        view: the text that is meant.
    """
    return dict(_walk(root, view, (), Counter()))


def _walk(parent: Element, view: View, above: Path, counts: Counter[Path]) -> Iterator[tuple[Path, Element]]:
    for unit in units(parent, view):
        kind, number = unit_of(unit), _plain(number_of(unit, view))
        around = tuple(step for step in above if step[0] in ANNEXES) if kind == "article" else above
        path = (*around, (kind, number))
        counts[path] += 1
        # The second of two with one number is another provision; what has no plain number is counted.
        if counts[path] > 1 or not number:
            path = (*around, (kind, f"{number}~{counts[path]}"))
        yield path, unit
        yield from _walk(unit, view, path, counts)


def cited(element: Element, view: View, language: str | None) -> str:
    """A provision as it is cited; one without a number by what it stands in."""
    around = view.parent(element)
    if number_of(element, view) or local_name(element.tag) not in PROVISIONS or around is None:
        return cite(element, view, language)
    return f"a part without a number in {cite(around, view, language)}"


def _plain(number: str) -> str:
    """The number in figures; empty where it is a letter."""
    if re.search(r"\d", number):
        return in_latin(number).casefold()
    return from_roman(number.upper()) if len(number) > 1 or number in ("I", "V", "X") else ""


def only_in(one: Outline, other: Outline) -> list[Path]:
    """The paths of the provisions that one outline has and another lacks; not of those inside such ones."""
    found: list[Path] = []
    lacking: set[Path] = set()
    for path in one:
        if path not in other:
            lacking.add(path)
            if path[:-1] not in lacking:
                found.append(path)
    return found


def differences(one: Outline, view: View, other: Outline, other_view: View) -> Iterator[tuple[Element, str]]:
    """What one language version has and another lacks: the provision, and what it has.

    Args:
        one, other: their outlines.
        view, other_view: the texts that these are the outlines of.
    """
    for path in only_in(one, other):
        yield one[path], "stands"
    for path, provision in one.items():
        counterpart = other.get(path)
        if counterpart is None:
            continue
        if heading_of(provision, view) and not heading_of(counterpart, other_view):
            yield provision, "has a heading"
        if view.repealed(provision) and not other_view.repealed(counterpart):
            yield provision, "is repealed"
