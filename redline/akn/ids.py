"""Identifiers of provisions: new ones follow the scheme found in the Act, old ones are remembered as wId.

Naming convention §5.4 and §5.5: the identifier of a provision is that of its context, `__`, and its
abbreviated name and printed number; real Acts differ (no prefix, other separators), so the nearest
relative is the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from redline.akn.document import select
from redline.akn.marks import INS, MOVED, UNMARKED, WRAP, View
from redline.akn.names import INLINES, PROVISIONS, local_name
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
_GLOBAL = frozenset({"article", "section", "attachment", "component"})
"""Units numbered through the whole Act: without a model they take no prefix."""

REFERENCE_ATTRIBUTES = ("href", "from", "upTo", "for", "placementBase", "alternativeTo", "refersTo")
_REFERRING = f"//*[{' or '.join('@' + name for name in REFERENCE_ATTRIBUTES)}]"


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
        elif given is not None:
            del part.attrib["eId"]


def identifier_for(element: Element, working: WorkingAct) -> str:
    """The identifier that the Act's own scheme gives an element at its place, or an empty string."""
    name = local_name(element.tag)
    number = _clean(number_of(element, working.view()))
    context = _context(element)
    context_id = context.get("eId", "") if context is not None else ""
    for sibling in _siblings(element):
        model, old = sibling.get("eId", ""), _clean(number_of(sibling, working.view()))
        if number and old and model.endswith(old) and INS not in sibling.attrib:
            return model[: len(model) - len(old)] + number
    example = working.example_of(name)
    short = ABBREVIATIONS.get(name, name)
    prefixed = name not in _GLOBAL
    separator = "__"
    if example is not None:
        prefixed, separator, short = example
    part = f"{short}_{number}" if number else _unnumbered(element, name, short)
    return f"{context_id}{separator}{part}" if prefixed and context_id else part


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


def _siblings(element: Element) -> Iterator[Element]:
    """Siblings of the same kind, the nearest first."""
    for direction in (element.itersiblings(element.tag, preceding=True), element.itersiblings(element.tag)):
        for place, sibling in enumerate(direction):
            if place > 8:
                break
            if sibling.get("eId"):
                yield sibling


def _clean(number: str) -> str:
    return re.sub(r"[\s()]+", "", number)


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


class Renaming:
    """The identifiers that change when marks are accepted: renumbered, moved and wrapped provisions.

    Made on the marked copy before it is projected (`collect`), carried out after it (`apply`).
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.renumbered: dict[Element, str] = {}
        self.moved: list[Element] = []
        self.wrappers: list[Element] = []
        self.inserted: list[Element] = []

    def collect(self, marked: list[Element]) -> None:
        """Note which provisions will need other identifiers."""
        for element in marked:
            if WRAP in element.attrib and self.view.exists(element):
                self.wrappers.append(element)
            if MOVED in element.attrib and INS in element.attrib:
                self.moved.append(element)
            if (
                INS in element.attrib
                and MOVED not in element.attrib
                and local_name(element.tag) in PROVISIONS
            ):
                self.inserted.append(element)
            num = _num_above(element)
            provision = num.getparent() if num is not None else None
            if provision is not None and provision not in self.renumbered and INS not in provision.attrib:
                self.renumbered[provision] = number_of(provision, UNMARKED_BASE)

    def apply(self, root: Element) -> dict[str, str]:
        """Give the new identifiers; returns old -> new."""
        changed: dict[Element, str] = {}
        for provision, old in self.renumbered.items():
            self._renumber(provision, old, changed)
        for provision in self.moved:
            self._move(provision, changed)
        for wrapper in self.wrappers:
            self._wrap(wrapper, changed)
        names = _carry_out(root, changed, self.inserted)
        freed = self._free_numbers(root)
        return {**freed, **{old: freed.get(new, new) for old, new in names.items()}}

    def _free_numbers(self, root: Element) -> dict[str, str]:
        """An inserted provision takes its plain identifier where it has become free on the same date."""
        suffixed = [
            e for e in self.inserted if re.search(r"_\d+$", e.get("eId") or "") and e.getparent() is not None
        ]
        if not suffixed:
            return {}
        used = {e.get("eId") for e in select(root, "//*[@eId]")}
        changed: dict[Element, str] = {}
        for provision in suffixed:
            old = changed.get(provision, str(provision.get("eId")))
            plain, number = old.rpartition("_")[0], _clean(number_of(provision, UNMARKED))
            if number and plain.endswith(number) and plain not in used:
                _rename(provision, plain, changed)
                used.add(plain)
        return _carry_out(root, changed, suffixed)

    def _renumber(self, provision: Element, old: str, changed: dict[Element, str]) -> None:
        identifier = changed.get(provision, provision.get("eId") or "")
        number, before = _clean(number_of(provision, UNMARKED)), _clean(old)
        if not identifier or not number or not before or number == before:
            return
        stem = re.sub(rf"{re.escape(before)}(_\d+)?$", "", identifier)
        if stem != identifier:
            _rename(provision, stem + number, changed)

    def _move(self, provision: Element, changed: dict[Element, str]) -> None:
        identifier = changed.get(provision, provision.get("eId") or "")
        number = _clean(number_of(provision, UNMARKED))
        if not identifier or provision.getparent() is None:
            return
        for sibling in _siblings(provision):
            model, old = sibling.get("eId", ""), _clean(number_of(sibling, UNMARKED))
            if number and old and model.endswith(old):
                _rename(provision, model[: len(model) - len(old)] + number, changed)
                return
        context = _context(provision)
        if context is not None and "__" in identifier:
            _rename(provision, f"{context.get('eId')}__{identifier.rsplit('__', 1)[-1]}", changed)

    def _wrap(self, wrapper: Element, changed: dict[Element, str]) -> None:
        outer = _context(wrapper)
        identifier = wrapper.get("eId")
        if outer is None or not identifier:
            return
        prefix = f"{outer.get('eId')}__"
        for child in wrapper.iterdescendants(etree.Element):
            current = child.get("eId", "")
            if current.startswith(prefix) and not current.startswith(f"{identifier}__"):
                changed[child] = f"{identifier}__{current[len(prefix) :]}"


UNMARKED_BASE = View({}, 0)
"""A view in which no operation has happened: the base."""


def _num_above(element: Element) -> Element | None:
    """The number of a provision that a word mark stands in, or that is itself marked."""
    current: Element | None = element
    while current is not None and local_name(current.tag) in INLINES | {"num"}:
        if local_name(current.tag) == "num":
            parent = current.getparent()
            return current if parent is not None and local_name(parent.tag) in PROVISIONS else None
        current = current.getparent()
    return None


def _rename(provision: Element, new: str, changed: dict[Element, str]) -> None:
    """Another identifier for a provision, and for all in it that carries its identifier as a prefix."""
    old = changed.get(provision, provision.get("eId") or "")
    for part in provision.iter(etree.Element):
        current = changed.get(part, part.get("eId") or "")
        if current == old or current.startswith(f"{old}__"):
            changed[part] = new + current[len(old) :]


def _carry_out(root: Element, changed: dict[Element, str], inserted: list[Element]) -> dict[str, str]:
    """Set the new identifiers at once, remember the old ones as wId, and let references follow.

    What was inserted has no older identifier to remember.
    """
    new_parts = {part for provision in inserted for part in provision.iter(etree.Element)}
    moved = {element: new for element, new in changed.items() if element.get("eId") not in (None, new)}
    if not moved:
        return {}
    staying = {e.get("eId") for e in select(root, "//*[@eId]") if e not in moved}
    names: dict[str, str] = {}
    for element, new in moved.items():
        old = str(element.get("eId"))
        free, suffix = new, 2
        while free in staying:
            free, suffix = f"{new}_{suffix}", suffix + 1
        staying.add(free)
        element.set("eId", free)
        if element.get("wId") is None and element not in new_parts:
            element.set("wId", old)
        names[old] = free
    _follow(root, names)
    return names


def _follow(root: Element, names: dict[str, str]) -> None:
    for element in select(root, _REFERRING):
        for attribute in REFERENCE_ATTRIBUTES:
            value = element.get(attribute)
            if value is not None and value.startswith("#") and value[1:] in names:
                element.set(attribute, f"#{names[value[1:]]}")
