"""Identifiers of provisions: new ones follow the scheme found in the Act, old ones are remembered as wId.

Naming convention §5.4 and §5.5: the identifier of a provision is that of its context, `__`, and its
abbreviated name and printed number; real Acts differ (no prefix, other separators), so the nearest
relative is the model.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from redline.akn.id_scheme import IdScheme, clean_number
from redline.akn.marks import INS
from redline.akn.names import HIERARCHY, INLINES, PROVISIONS, local_name
from redline.akn.structure import number_of
from redline.akn.working import WorkingAct

Element = etree._Element

# Naming convention §5.4; what is not listed keeps its full name.
ABBREVIATIONS = {
    "alinea": "al",
    "article": "art",
    "attachment": "att",
    "blockList": "list",
    "list": "list",
    "chapter": "chp",
    "citation": "cit",
    "clause": "cl",
    "component": "cmp",
    "division": "dvs",
    "paragraph": "para",
    "recital": "rec",
    "section": "sec",
    "subchapter": "subchp",
    "subclause": "subcl",
    "subdivision": "subdvs",
    "subparagraph": "subpara",
    "subsection": "subsec",
    "wrapUp": "wrapup",
    "listIntroduction": "intro",
    "listWrapUp": "wrapup",
}
GLOBAL_UNITS = frozenset({"article", "section", "attachment", "component"})
"""Units numbered through the whole Act: without a model they take no prefix."""


def assign_ids(element: Element, working: WorkingAct, *, inside: bool = True) -> None:
    """Give a new element (and what is in it) the identifiers that it lacks, as its relatives have them."""
    attribute = working.act.id_attribute
    if attribute != "eId":
        return
    parts = element.iter(etree.Element) if inside else iter([element])
    for part in parts:
        name = local_name(part.tag)
        given = part.get("eId")
        if given is not None and not _taken(given, part, working):
            continue
        if name in PROVISIONS or (given is None and name in working.identified_kinds and name not in INLINES):
            made = _unique(identifier_for(part, working), part, working)
            if made:
                part.set("eId", made)
                working.name(part)
        elif given is not None:
            del part.attrib["eId"]


def identifier_for(element: Element, working: WorkingAct) -> str:
    """The identifier that the Act's own scheme gives an element at its place, or an empty string."""
    name = local_name(element.tag)
    number = clean_number(number_of(element, working.view()))
    context = _context(element)
    context_id = context.get("eId", "") if context is not None else ""
    for sibling in siblings_of(element):
        model, old = sibling.get("eId", ""), clean_number(number_of(sibling, working.view(0)))
        if old and model.endswith(f"_{old}_{old}"):
            model = model.removesuffix(f"_{old}")  # `point_2_2` is the second of that number
        if number and old and model.endswith(old) and INS not in sibling.attrib:
            return model[: len(model) - len(old)] + number
    scheme = working.example_of(name) or _usual_scheme(name, working)
    part = scheme.part(number) if number else _unnumbered(element, name, scheme.short or name)
    return f"{context_id}{scheme.separator}{part}" if scheme.prefixed and context_id else part


def _usual_scheme(name: str, working: WorkingAct) -> IdScheme:
    """For a kind that the Act has not identified: as it identifies others inside one another, else by the
    naming convention.
    """
    if name not in GLOBAL_UNITS:
        for kind in sorted(working.identified_kinds & HIERARCHY):
            scheme = working.example_of(kind)
            if scheme is not None and scheme.prefixed and not scheme.short:
                return scheme
    return IdScheme(name not in GLOBAL_UNITS, "__", ABBREVIATIONS.get(name, name))


def _unnumbered(element: Element, name: str, short: str) -> str:
    if name in ("content", "intro", "wrapUp", "num", "heading", "body", "preamble", "preface"):
        return short
    parent = element.getparent()
    place = 1
    for sibling in parent if parent is not None else ():
        if sibling is element:
            break
        place += sibling.tag == element.tag
    return f"{short}_{place}"


def _context(element: Element) -> Element | None:
    """The nearest ancestor whose identifier is the prefix: a wrapper of own words is none."""
    current = element.getparent()
    while current is not None:
        if current.get("eId") and local_name(current.tag) not in ("body", "mainBody", "akomaNtoso"):
            return current
        current = current.getparent()
    return None


def siblings_of(element: Element) -> Iterator[Element]:
    """Siblings of the same kind, the nearest first."""
    for direction in (element.itersiblings(element.tag, preceding=True), element.itersiblings(element.tag)):
        for place, sibling in enumerate(direction):
            if place > 8:
                break
            if sibling.get("eId"):
                yield sibling


def _taken(identifier: str, element: Element, working: WorkingAct) -> bool:
    view = working.view()
    return any(other is not element and view.attached(other) for other in working.identified(identifier))


def _unique(identifier: str, element: Element, working: WorkingAct) -> str:
    if not identifier or not _taken(identifier, element, working):
        return identifier
    suffix = 2
    while _taken(f"{identifier}_{suffix}", element, working):
        suffix += 1
    return f"{identifier}_{suffix}"
