"""How a provision can be addressed: citations and identifiers that were tried out, else its place."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from redline.addresses.cite import steps_to
from redline.addresses.code_parts import cite_in
from redline.addresses.read import read_address
from redline.addresses.resolve import resolve
from redline.addresses.targets import Target
from redline.akn.names import PROVISIONS, local_name
from redline.akn.structure import units
from redline.akn.working import WorkingAct
from redline.errors import RedlineError
from redline.languages.writing import counted_part
from redline.model.address import Step
from redline.model.source import Span
from redline.model.spec import Text

Element = etree._Element


class Addresses:
    """The addresses of one Act's provisions. Whatever it gives names that provision and nothing else.

    Args:
        working: the Act.
    """

    def __init__(self, working: WorkingAct) -> None:
        self.working = working
        self.view = working.view()
        self._sure: dict[Element, str | None] = {}
        self._places: dict[Element, dict[Element, int]] = {}

    def find(self, address: str) -> list[Target]:
        """What an address names.

        Raises:
            AmendmentError: as for `read_address` and `resolve`, without a place in a file.
        """
        working = self.working
        try:
            citations = read_address(
                Text(address, Span(working.act.name, 1, 1)), eids=lambda name: bool(working.identified(name))
            )
            return [target for citation in citations for target in resolve(citation, working, self.view)]
        except RedlineError as error:
            error.at = None
            error.do = error.do.removesuffix(", or insert the provision in an earlier operation")
            raise

    def names(self, element: Element) -> tuple[str, ...]:
        """Every way to address a provision: the shortest citation first, its identifier last.

        Where there is none, because neither it nor what stands around it has a number or an identifier of its
        own, its place among its siblings (`act / item 5 / item 3`).
        """
        steps = steps_to(element, self.view)
        named = (
            short_citation(_without_containers(steps)),
            short_citation(steps),
            cite_in(self.working, element, self.view),
            self._identifier(element),
        )
        found = tuple(name for name in dict.fromkeys(named) if name and self.leads_to(name, element))
        if found:
            return found
        place = self._by_place(element)
        return (place,) if place and self.leads_to(place, element) else ()

    def sure(self, element: Element) -> str | None:
        """One address of a provision, its identifier where it has one of its own; None where it has none."""
        if element not in self._sure:
            identifier = self._identifier(element)
            if identifier and self.leads_to(identifier, element):
                self._sure[element] = identifier
            else:
                self._sure[element] = next(iter(self.names(element)), None)
        return self._sure[element]

    def leads_to(self, address: str, element: Element) -> bool:
        """Whether an address names this element and nothing else, and a spec takes it as it is."""
        if ": " in address or " #" in address or address[:1] in "[]{}&*!|>%@`'\"#,?-":
            return False
        try:
            targets = self.find(address)
        except RedlineError:
            return False
        return len(targets) == 1 and targets[0].element is element

    def _identifier(self, element: Element) -> str:
        """Its identifier, where no other element has the same."""
        identifier = element.get(self.working.act.id_attribute or "eId") or ""
        return identifier if len(self.working.identified(identifier)) == 1 else ""

    def _by_place(self, element: Element) -> str | None:
        """The address of what a provision stands in, and its place there."""
        host = self.view.parent(element)
        while host is not None and local_name(host.tag) not in PROVISIONS and host is not self._top:
            host = self.view.parent(host)
        if host is None:
            return None
        base = "act" if host is self._top else self.sure(host)
        if host not in self._places:
            self._places[host] = {unit: at for at, unit in enumerate(units(host, self.view), 1)}
        place = self._places[host].get(element)
        return None if base is None or place is None else f"{base} / item {place}"

    @property
    def _top(self) -> Element:
        return self.working.document


def _without_containers(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps from the article on, where the Act numbers its articles through."""
    at = next((place for place, step in enumerate(steps) if step.units[:1] == ("article",)), 0)
    return steps[at:] if all(step.units[:1] != ("attachment",) for step in steps[:at]) else steps


_SHORT = {
    "article": "art", "paragraph": "para", "subparagraph": "subpara", "section": "s",
    "subsection": "subs",
    "chapter": "ch", "attachment": "annex", "component": "annex", "recital": "rec", "regulation": "reg",
}  # fmt: skip
_WALKED = frozenset({"section", "rule", "regulation"})


def short_citation(steps: Sequence[Step]) -> str:
    """`art 5 para 2 point a`, `s 12(1)(b)`: a citation in short English words, which are read on any Act."""
    words = ""
    walking = False
    for step in steps:
        kind = "part" if counted_part(step) else step.units[0] if step.units else ""
        if walking and step.number:
            words += f"({step.number})"
            continue
        words += f" {_SHORT.get(kind, kind)} {step.number or ''}".rstrip()
        walking = (
            kind in _WALKED and step is not steps[-1] and not any(s.units[:1] == ("article",) for s in steps)
        )
    return words.strip()
