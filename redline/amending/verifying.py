"""The amending Act held against the spec: read back and applied, it must give the same Acts.

Where a formula does not give the same text, the provision is said whole instead; where that does not help
either, there is no amending Act.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy

from lxml import etree
from msgspec.structs import replace

from redline.akn.document import Act, Element, load_act
from redline.akn.marked import MarkedAct, canonical
from redline.akn.names import PROVISIONS, local_name
from redline.akn.plans import Planned
from redline.amending.reading import spec_of
from redline.engine.engine import amend_acts
from redline.errors import AmendmentErrors, RenderError
from redline.model.address import overlap
from redline.model.amending import AmendingAct
from redline.model.spec import OnEvent, Spec

Whole = Mapping[str, set[tuple[Element, float]]]
_ROUNDS = 6


def verified(
    spec: Spec,
    acts: Mapping[str, MarkedAct],
    build: Callable[[Whole], AmendingAct],
    write: Callable[[AmendingAct], bytes],
) -> tuple[AmendingAct, bytes, tuple[str, ...]]:
    """The amending Act, its document, and what is to be said of it.

    Args:
        spec: the spec, as it was carried out.
        acts: its Acts, amended.
        build: makes the amending Act, the provisions given said whole.
        write: makes its document.

    Raises:
        RenderError: `amending-act-inexact`, where it would not give the same Acts.
    """
    whole: dict[str, set[tuple[Element, float]]] = {alias: set() for alias in acts}
    for _ in range(_ROUNDS):
        law = build(whole)
        data = write(law)
        # What is said whole is the same text, and not the same thing under a new number any more.
        wrong = list(_wrong(spec, acts, load_act(data), tracked=not any(whole.values())))
        if not wrong:
            return law, data, tuple(_told(acts, whole))
        known = sum(map(len, whole.values()))
        for alias, unit, moment in wrong:
            whole[alias].add((unit, moment))
        if sum(map(len, whole.values())) == known:
            break
    raise _inexact(wrong, acts)


def _told(acts: Mapping[str, MarkedAct], whole: Whole) -> Iterator[str]:
    for alias, units in whole.items():
        names = sorted(unit.get("eId") or local_name(unit.tag) for unit, _ in units)
        if names:
            yield f"{alias}: {', '.join(names)} said whole, since no formula says exactly what was done there"


def _inexact(wrong: list[tuple[str, Element, float]], acts: Mapping[str, MarkedAct]) -> RenderError:
    alias, unit, _ = wrong[0]
    place = unit.get("eId") or "the Act"
    return RenderError(
        "amending-act-inexact",
        f"the amending Act, read back and applied, gives another text of {place} in {acts[alias].base.name}",
        do="say the provision whole with replace, or build without the amending Act: name other kinds with "
        "--only",
    )


def _wrong(
    spec: Spec, acts: Mapping[str, MarkedAct], law: Act, *, tracked: bool
) -> Iterator[tuple[str, Element, float]]:
    """What the amending Act does not give as the spec does: provisions, each with its moment."""
    bases = {alias: marked.base for alias, marked in acts.items()}
    read = _lasting(spec_of(law, spec.acts, bases))
    try:
        given = amend_acts(read, bases)
    except AmendmentErrors as error:
        yield from _failing(error, read, acts)
        return
    for alias, marked in acts.items():
        names = set(differences(marked.after(), given[alias].after(), tracked=tracked))
        if names:
            yield from _around(names, alias, marked)


def _lasting(read: Spec) -> Spec:
    """The spec with all that it says applied: also what awaits an event, and what is for a time only."""
    operations = tuple(
        replace(
            op, until=None, commencement=None if isinstance(op.commencement, OnEvent) else op.commencement
        )
        for op in read.operations
    )
    return replace(read, operations=operations)


def _failing(
    error: AmendmentErrors, read: Spec, acts: Mapping[str, MarkedAct]
) -> Iterator[tuple[str, Element, float]]:
    """What was touched by the operations that cannot be carried out as read back."""
    lines = {each.at.line for each in error.errors if each.at is not None}
    for operation in read.operations:
        if operation.at.line not in lines:
            continue
        for alias in operation.acts:
            marked = acts[alias]
            for planned in marked.planned:
                if operation.id == planned.operation.id or operation.id.startswith(
                    f"{planned.operation.id}-"
                ):
                    yield from _touched(alias, marked, planned)


def _touched(alias: str, marked: MarkedAct, planned: Planned) -> Iterator[tuple[str, Element, float]]:
    for unit in marked.touched_by(planned.operation.id):
        yield alias, unit, planned.view.horizon


def _around(names: set[str], alias: str, marked: MarkedAct) -> Iterator[tuple[str, Element, float]]:
    """What operations touched in or around the provisions of these identifiers."""
    found = False
    for planned in marked.planned:
        for unit in marked.touched_by(planned.operation.id):
            known = {marked.identifier_after(unit) or "", unit.get("eId") or ""} - {""}
            if not known or any(overlap(one, other) for one in known for other in names):
                found = True
                yield alias, unit, planned.view.horizon
    if not found:
        yield alias, marked.root, 0


def differences(one: Act, other: Act, *, tracked: bool = True) -> Iterator[str]:
    """The identifiers of the smallest provisions that differ, metadata apart; `""` for anything else.

    Args:
        one, other: two texts of one Act.
        tracked: whether the names that provisions once had (`wId`) count.
    """
    first, second = one.document, other.document
    if not tracked:
        first, second = _untracked(first), _untracked(second)
    yield from _differ(first, second, "")


def _untracked(document: Element) -> Element:
    copied = deepcopy(document)
    for element in copied.iter("*"):
        element.attrib.pop("wId", "")
    # What quotes another law is a quotation also where it is one stretch of words now and was two.
    etree.strip_tags(copied, "{*}mod")
    return copied


def _differ(one: Element, other: Element, name: str) -> Iterator[str]:
    if canonical(one) == canonical(other) and (one.tail or "").strip() == (other.tail or "").strip():
        return
    if local_name(one.tag) in PROVISIONS and one.get("eId"):
        name = str(one.get("eId"))
    mine = [child for child in one if isinstance(child.tag, str)]
    yours = [child for child in other if isinstance(child.tag, str)]
    same = one.tag == other.tag and sorted(one.items()) == sorted(other.items()) and len(mine) == len(yours)
    if not same or (one.text or "").strip() != (other.text or "").strip() or not mine:
        yield name
        return
    for first, second in zip(mine, yours, strict=True):
        if local_name(first.tag) != "meta":
            yield from _differ(first, second, name)
