"""The outlines of two language versions of an Act, put side by side by the numbers of their provisions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from redline.addresses.resolve import from_roman
from redline.akn.marks import View
from redline.akn.names import unit_of
from redline.akn.structure import number_of, units

Element = etree._Element

Path = tuple[tuple[str, str], ...]
"""The way to a provision: the kind and the number of each unit, outermost first."""

Outline = Mapping[Path, Element]
"""The provisions of an Act in the order of its text, each under its path."""


def outline_of(root: Element, view: View) -> dict[Path, Element]:
    """The outline of an Act, as it is the same in every language in which its provisions are the same.

    Numbers in figures stand for themselves, Roman ones for their figures. A letter stands for its place in
    the list, since alphabets differ; so does a provision without a number.

    Args:
        root: the document of the Act.
        view: the text that is meant.
    """
    return dict(_walk(root, view, ()))


def _walk(parent: Element, view: View, above: Path) -> Iterator[tuple[Path, Element]]:
    counts: Counter[tuple[str, str]] = Counter()
    for unit in units(parent, view):
        kind, number = unit_of(unit), _plain(number_of(unit, view))
        counts[kind, number] += 1
        place = counts[kind, number]
        # The second of two with one number is another provision; what has no plain number is counted.
        step = (kind, f"{number}~{place}" if place > 1 or not number else number)
        path = (*above, step)
        yield path, unit
        yield from _walk(unit, view, path)


def _plain(number: str) -> str:
    """The number in figures; empty where it is a letter."""
    if re.search(r"\d", number):
        return number.casefold()
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
