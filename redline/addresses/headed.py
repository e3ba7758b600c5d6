"""Provisions whose number stands in their heading only: `Section 4 Requirements`, and no number beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from redline.akn.document import Element
from redline.akn.marks import View
from redline.akn.names import ANNEXES, CONTAINERS, local_name
from redline.akn.structure import bare_number, child_named, heading_of
from redline.akn.working import WorkingAct
from redline.languages import PACKS
from redline.model.address import Step

_HEAD = re.compile(
    r"(?P<word>§+|[^\W\d_]+(?:-[^\W\d_]+)*\.?)\s*(?P<number>[0-9]+(?:[-.][0-9A-Za-z]+)*[A-Z]{0,2}|[IVXLC]+)(?![^\W_])"
    r"[.:]?\s*"
)
_NAMED = CONTAINERS | {"article", "section", "rule", "regulation"}
"""Provisions that have headings with numbers."""


class Headed(Struct, frozen=True):
    """The number at the beginning of a heading.

    Attributes:
        printed: all that stands before the words of the heading: `Section 20 `.
        number: the bare number.
        units: the elements that its unit word stands for; empty where no installed language has it.
    """

    printed: str
    number: str
    units: tuple[str, ...]


def headed_number(provision: Element, view: View) -> Headed | None:
    """The number in the heading of a provision that has none of its own, or None; not of annexes."""
    name = local_name(provision.tag)
    if name not in _NAMED or name in ANNEXES or child_named(provision, "num", view) is not None:
        return None
    found = _HEAD.match(heading_of(provision, view))
    if found is None:
        return None
    units = _units_of(found["word"].lower().rstrip("."))
    if not units and name not in ("article", "section"):
        return None
    return Headed(found.group(), bare_number(found["number"]), units)


def headed_provisions(
    step: Step, numbers: tuple[str, ...], working: WorkingAct, view: View
) -> Iterator[Element]:
    """The provisions whose heading begins with the unit and the number of a step of a citation.

    Args:
        step: the step.
        numbers: its number, as it may be written.
        working: the Act.
        view: the text that is read.
    """
    for number in numbers:
        for provision in working.headed(number):
            found = headed_number(provision, view)
            if found is not None and found.number == number and _is_meant(provision, step, found):
                yield provision


def _is_meant(provision: Element, step: Step, found: Headed) -> bool:
    return bool({*found.units, local_name(provision.tag)}.intersection(step.units))


@lru_cache(maxsize=1024)
def _units_of(word: str) -> tuple[str, ...]:
    if word.startswith("§"):
        return ("section",)
    for pack in PACKS:
        for known, elements in pack.unit_words.items():
            if known.rstrip(".") == word:
                return tuple(elements)
    return ()
