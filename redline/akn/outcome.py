"""What became of the provisions that operations touched: their identifiers in the base and in the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lxml import etree

from redline.akn.marks import INS, MOVED, SPLIT, WRAP, View
from redline.akn.metadata.facts import Modification, TextualMod
from redline.akn.names import DOCUMENT_TYPES, local_name
from redline.akn.places import PlaceRecorder
from redline.model.changes import Change
from redline.model.spec import Operation, Text

Element = etree._Element

_KINDS: Mapping[str, TextualMod] = {
    "insert": "insertion",
    "add": "insertion",
    "designate": "insertion",
    "enclose": "insertion",
    "replace": "substitution",
    "substitute": "substitution",
    "retitle": "substitution",
    "restore": "substitution",
    "repeal": "repeal",
    "omit": "repeal",
    "renumber": "renumbering",
    "move": "renumbering",
    "split": "split",
    "join": "join",
}
"""Verb of the spec language -> `type` of the `textualMod` (naming: reference to the schema's TextualMods)."""


class Outcome:
    """The provisions that the operations touched, and where to look for what they stood in.

    Attributes:
        touched: operation id -> its provisions, as elements of the marked tree.
    """

    def __init__(
        self,
        changes: Iterable[Change],
        order: Mapping[str, int],
        recorder: PlaceRecorder,
        view: Callable[[float], View],
    ) -> None:
        self.changes = [change for change in changes if change.applied and change.operation.id in order]
        self._recorder = recorder
        self._base, self._end = view(0), view(float("inf"))
        self.touched: dict[str, list[Element]] = {}
        for change in self.changes:
            at = order[change.operation.id]
            self.touched[change.operation.id] = recorder.units(change.operation.id, view(at), view(at + 1))

    def elements(self) -> list[Element]:
        """Every element of the marked tree whose final identifier matters, each once."""
        found: dict[Element, None] = {}
        for units in (*self.touched.values(), *self._recorder.partners.values()):
            for unit in units:
                for element in (unit, self._recorder.working.live_of(unit), self._host(unit)):
                    if element is not None:
                        found[element] = None
        return list(found)

    def modifications(self, final: Mapping[Element, str | None]) -> tuple[Modification, ...]:
        """What each operation did to each of its provisions, in order of application.

        Args:
            final: element of the marked tree -> its identifier in the consolidated Act; None where gone.
        """
        found: list[Modification] = []
        for change in self.changes:
            kind = _KINDS[change.operation.verb]
            if kind == "repeal" and _of_the_act(change.operation):
                # One repeal, not one for each of its provisions.
                until = change.operation.until
                found.append(Modification(kind, change.date, until, None, None, whole=True))
                continue
            partners = self._recorder.partners.get(change.operation.id, [])
            for unit in self.touched[change.operation.id]:
                live = self._recorder.working.live_of(unit)
                if kind == "join":
                    others = [_identifier(partner) for partner in partners]
                else:
                    others = [final.get(partner) for partner in partners]
                host = self._host(unit)
                found.append(
                    Modification(
                        kind=kind,
                        date=change.date,
                        until=change.operation.until,
                        before=_identifier(live) if self._in_base(live) else None,
                        after=final.get(live),
                        host=final.get(host) if host is not None else None,
                        others=tuple(name for name in others if name is not None),
                        whole=local_name(unit.tag) in DOCUMENT_TYPES,
                    )
                )
        return tuple(found)

    def _in_base(self, element: Element) -> bool:
        """Whether a provision stands in the base: not inserted, nor standing in what was (a move apart)."""
        current: Element | None = element
        while current is not None:
            came = any(mark in current.attrib for mark in (INS, WRAP, SPLIT))
            if came and MOVED not in current.attrib and (current is element or INS in current.attrib):
                return False
            current = current.getparent()
        return True

    def _host(self, unit: Element) -> Element | None:
        """The nearest element around a provision that has an identifier and is there in the end."""
        current = unit.getparent()
        while current is not None:
            if current.get("eId") and self._end.attached(current) and self._end.exists(current):
                return current
            current = current.getparent()
        return None


def _of_the_act(operation: Operation) -> bool:
    """Whether an operation names the Act as a whole, as `repeal: act` does."""
    value = operation.values.get(operation.verb)
    targets = value if isinstance(value, tuple) else (value,)
    return any(isinstance(target, Text) and target.value.strip() == "act" for target in targets)


def _identifier(element: Element) -> str | None:
    return element.get("eId")
