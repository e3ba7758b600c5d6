"""The `meta` element as a frame: children found, or made at the place that the schema gives them."""

from __future__ import annotations

from lxml import etree

from redline.akn.document import identified_outside_metadata, identifiers_in, select
from redline.akn.names import local_name, tag_like

Element = etree._Element

# Schema: the order of the children of `meta` and of `analysis` is fixed.
META_ORDER = (
    "identification",
    "publication",
    "classification",
    "lifecycle",
    "workflow",
    "analysis",
    "temporalData",
    "references",
    "notes",
    "proprietary",
    "presentation",
)
ANALYSIS_ORDER = (
    "activeModifications",
    "passiveModifications",
    "restrictions",
    "judicial",
    "parliamentary",
    "mappings",
    "otherReferences",
    "otherAnalysis",
)


def child_of(parent: Element, name: str) -> Element | None:
    """The first child of that local name, or None."""
    return next((child for child in parent if local_name(child.tag) == name), None)


def source_of(meta: Element) -> str:
    """What new containers name as their source: what those of the document name and it lists."""
    listed = {f"#{element.get('eId')}" for element in select(meta, ".//*[@eId]")}
    for container in meta:
        source = container.get("source") or ""
        if source and (source in listed or not source.startswith("#")):
            return source
    return ""


class Frame:
    """The metadata of one document.

    Attributes:
        root: the document's root.
        meta: its `meta` element.
        source: what new containers name as their source.
    """

    def __init__(self, root: Element, meta: Element, source: str) -> None:
        self.root = root
        self.meta = meta
        self.source = source
        self._used: set[str] | None = None
        self._provisions: dict[str, Element] | None = None

    def child(self, name: str) -> Element | None:
        """A child of `meta`, or None."""
        return child_of(self.meta, name)

    def container(self, name: str) -> Element:
        """A child of `meta`, made at its place where it is not there."""
        return self._at_place(self.meta, name, META_ORDER, source=True)

    def in_analysis(self, name: str) -> Element:
        """A child of `analysis`, both made where they are not there."""
        # `passiveModifications` has no source of its own; `mappings` has.
        return self._at_place(self.container("analysis"), name, ANALYSIS_ORDER, source=name == "mappings")

    def add(
        self, parent: Element, name: str, attributes: dict[str, str], *, before: Element | None = None
    ) -> Element:
        """A new element in a container, last or before another, on a line of its own."""
        element = parent.makeelement(tag_like(parent.tag, name), attributes)
        if before is None:
            parent.append(element)
        else:
            before.addprevious(element)
        _on_its_own_line(element)
        return element

    def remove(self, element: Element) -> None:
        """Take an element out with its line, and its container where nothing is left in it."""
        parent, previous = element.getparent(), element.getprevious()
        if parent is None:
            return
        if previous is not None and element.getnext() is None:
            previous.tail = element.tail
        parent.remove(element)
        if len(parent) == 0 and parent is not self.meta:
            self.remove(parent)

    def fresh(self, stem: str) -> str:
        """An identifier that the document does not use yet: `stem_1`, `stem_2`, …"""
        if self._used is None:
            self._used = identifiers_in(self.root)
        number = 1
        while f"{stem}_{number}" in self._used:
            number += 1
        self._used.add(f"{stem}_{number}")
        return f"{stem}_{number}"

    def date_provision(self, identifier: str, period: str) -> None:
        """Give a new provision its period, where the document gives provisions theirs."""
        if self._provisions is None:
            provisions = identified_outside_metadata(self.root)
            dated = any(e.get("period") for e in provisions)
            self._provisions = {str(e.get("eId")): e for e in provisions} if dated else {}
        provision = self._provisions.get(identifier)
        if provision is not None and provision.get("period") is None:
            provision.set("period", f"#{period}")

    def _at_place(self, parent: Element, name: str, order: tuple[str, ...], *, source: bool) -> Element:
        found = child_of(parent, name)
        if found is not None:
            return found
        later = frozenset(order[order.index(name) + 1 :])
        follower = next((child for child in parent if local_name(child.tag) in later), None)
        return self.add(parent, name, {"source": self.source} if source else {}, before=follower)


def _on_its_own_line(element: Element) -> None:
    """Give a new element the line break and indentation of its neighbours, where they have any."""
    parent = element.getparent()
    assert parent is not None
    previous, following = element.getprevious(), element.getnext()
    if following is not None:
        # It takes the place of its follower, whose indentation is what stood before it.
        lead = previous.tail if previous is not None else parent.text
        element.tail = lead if lead and not lead.strip() else None
        return
    outer = _indentation(parent)
    if previous is not None:
        lead = _indentation(previous) or (f"{outer}  " if outer else "")
        previous.tail, element.tail = lead or previous.tail, outer or None
    elif outer:
        parent.text, element.tail = f"{outer}  ", outer


def _indentation(element: Element) -> str:
    """The white space before an element, where it begins a line."""
    previous, parent = element.getprevious(), element.getparent()
    lead = previous.tail if previous is not None else parent.text if parent is not None else None
    return lead if lead and not lead.strip() and "\n" in lead else ""
