"""How a provision can be addressed: citations and identifiers that were tried out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from redline.addresses.cite import cite, steps_to
from redline.addresses.read import read_address
from redline.addresses.resolve import resolve
from redline.addresses.targets import Target
from redline.akn.marks import View
from redline.akn.working import WorkingAct
from redline.errors import RedlineError
from redline.model.address import Step
from redline.model.source import Span
from redline.model.spec import Text

Element = etree._Element


def find_targets(address: str, working: WorkingAct, view: View) -> list[Target]:
    """What an address names in an Act.

    Raises:
        AmendmentError: as for `read_address` and `resolve`, without a place in a file.
    """
    try:
        citations = read_address(
            Text(address, Span(working.act.name, 1, 1)), eids=lambda name: bool(working.identified(name))
        )
        return [target for citation in citations for target in resolve(citation, working, view)]
    except RedlineError as error:
        error.at = None
        error.do = error.do.removesuffix(", or insert the provision in an earlier operation")
        raise


def names_of(element: Element, working: WorkingAct, view: View) -> Iterator[str]:
    """Every way to address a provision, each tried out: what does not lead back to it is left out."""
    steps = steps_to(element, view)
    named = (
        short_citation(_without_containers(steps)),
        short_citation(steps),
        cite(element, view, working.language),
        element.get(working.act.id_attribute or "eId") or "",
    )
    for name in dict.fromkeys(named):
        if name and leads_to(name, element, working, view):
            yield name


def leads_to(address: str, element: Element, working: WorkingAct, view: View) -> bool:
    """Whether an address names this element and nothing else."""
    try:
        targets = find_targets(address, working, view)
    except RedlineError:
        return False
    return len(targets) == 1 and targets[0].element is element


def _without_containers(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps from the article on, where the Act numbers its articles through."""
    at = next((place for place, step in enumerate(steps) if step.units[:1] == ("article",)), 0)
    return steps[at:] if all(step.units[:1] != ("attachment",) for step in steps[:at]) else steps


_SHORT = {
    "article": "art", "paragraph": "para", "subparagraph": "subpara", "section": "s", "subsection": "subs",
    "chapter": "ch", "attachment": "annex", "component": "annex", "recital": "rec", "regulation": "reg",
}  # fmt: skip
_WALKED = frozenset({"section", "rule", "regulation"})


def short_citation(steps: Sequence[Step]) -> str:
    """`art 5 para 2 point a`, `s 12(1)(b)`: a citation in short English words, which are read on any Act."""
    words = ""
    walking = False
    for step in steps:
        kind = step.units[0] if step.units else ""
        if walking and step.number:
            words += f"({step.number})"
            continue
        words += f" {_SHORT.get(kind, kind)} {step.number or ''}".rstrip()
        walking = (
            kind in _WALKED and step is not steps[-1] and not any(s.units[:1] == ("article",) for s in steps)
        )
    return words.strip()
