"""Provisions of another law inside a quotation that this Act holds: `art 3 / quoted art 5-1`."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree
from msgspec.structs import replace

from redline.addresses.suggest import absent_part
from redline.addresses.targets import Target
from redline.akn.marks import View
from redline.akn.structure import number_of, numbered_units
from redline.languages import get_pack
from redline.model.address import Part

Element = etree._Element


def resolve_quoted(target: Target, part: Part, language: str | None) -> Target:
    """The provision that is cited inside a quotation, by its numbers.

    Raises:
        AmendmentError: `address-not-found`, where no quotation here holds it.
    """
    pack = get_pack(language) if language else None
    packs = [pack] if pack is not None else []
    english = get_pack("en")
    for reader in [*packs, english]:
        citations = reader.read_citation(part.words or "") if reader is not None else None
        if citations and citations[0].steps:
            for quotation in target.element.iter("{*}quotedStructure"):
                found = _walk(quotation, [step.number or "" for step in citations[0].steps], target.view)
                if found is not None:
                    return replace(target, element=found, provision=found, part=None, blocks=(), span=None)
    raise absent_part(target.citation, f"quoted {part.words}", target.element, target.view)


def _walk(place: Element, numbers: Sequence[str], view: View) -> Element | None:
    for number in numbers:
        inside = next((unit for unit in numbered_units(place, view) if number_of(unit, view) == number), None)
        if inside is None:
            return None
        place = inside
    return place
