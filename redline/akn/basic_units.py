"""The units by which it is counted how much of an Act changes: articles, or in what has none its points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from redline.akn.document import Act, Element
from redline.akn.marks import View
from redline.akn.names import ANNEXES, CONTAINERS, local_name
from redline.akn.structure import all_units, number_of, units
from redline.model.changes import Change

_WRITTEN = View({})
"""An Act as its file has it."""


class ChangedShare(Struct, frozen=True):
    """How much of an Act changes.

    Attributes:
        total: its units that are in force.
        changed: how many of them change.
        operations: the ids of the operations that change them, in order.
    """

    total: int
    changed: int
    operations: tuple[str, ...]

    @property
    def more_than_half(self) -> bool:
        """Whether a new redaction is due (Law No. 480-V, article 26(9))."""
        return self.changed * 2 > self.total


def share_changed(act: Act, changes: Iterable[Change], *, law: bool) -> ChangedShare:
    """How many units of an Act change. It is none where the Act is repealed or given anew as a whole; words
    that are replaced throughout it are one instruction, and change no unit.

    Args:
        act: the Act as it was.
        changes: what becomes of it, places described.
        law: whether it is a law or a code, of which the articles count and not what is annexed.
    """
    applied = [change for change in changes if change.applied]
    counted = [unit.get(act.id_attribute or "eId") or "" for unit in basic_units(act, law=law)]
    if any(each.operation.whole and each.operation.verb in ("repeal", "replace") for each in applied):
        return ChangedShare(len(counted), 0, ())
    known = {eid for eid in counted if eid}
    touched: set[str] = set()
    operations: dict[str, None] = {}
    for change in applied:
        if change.operation.throughout:
            continue
        for place in change.places:
            found = _units_at(place.eid_before or place.eid_after or "", known)
            if found:
                touched |= found
                operations[change.operation.id] = None
    return ChangedShare(len(counted), len(touched), tuple(operations))


def basic_units(act: Act, *, law: bool) -> Iterator[Element]:
    """The articles in force, or in what has none the outermost points; of a law not those of its annexes."""
    yield from _outermost(act.document, skipped=ANNEXES if law else frozenset())


def _outermost(around: Element, skipped: Iterable[str]) -> Iterator[Element]:
    for unit in units(around, _WRITTEN):
        name = local_name(unit.tag)
        if _WRITTEN.repealed(unit) or name in skipped:
            continue
        if name in CONTAINERS or name in ANNEXES or _holds_articles(unit):
            yield from _outermost(unit, skipped)
        elif number_of(unit, _WRITTEN):
            yield unit


def _holds_articles(unit: Element) -> bool:
    """Whether a unit is a container of articles, whatever its name: a section is one in Kazakhstan."""
    return any(local_name(inner.tag) == "article" for inner in all_units(unit, _WRITTEN))


def _units_at(eid: str, known: set[str]) -> set[str]:
    """The units that hold a provision, or that stand in it, by identifiers."""
    head = eid
    while head:
        if head in known:
            return {head}
        head = head.rpartition("__")[0]
    return {unit for unit in known if eid and unit.startswith(f"{eid}__")}
