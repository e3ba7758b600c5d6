"""By which provisions of the amending Act a row of a comparison table is brought about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct

from redline.amending.citing import places_in
from redline.amending.document import amending_document, kinds_of, languages_of
from redline.errors import RenderError
from redline.jurisdictions.enactments import enactment_of
from redline.languages.worded import enacting_in
from redline.model.amending import Instruction
from redline.model.changes import Change
from redline.render.renderer import Package
from redline.render.table.rows import RowPlan, Stretch

_WHOLE = frozenset({"replace", "insert", "restore"})
"""What gives an element anew, with everything that other operations change in it."""


class _Cited(Struct, frozen=True):
    """An instruction of the amending Act, the identifiers of what it is about, and how it is cited."""

    instruction: Instruction
    eids: frozenset[str]
    said: str


class Citations:
    """The provisions of the amending Act, by the amended Act and the operation that they say.

    Args:
        package: the package.
        instruction: how an instruction is cited of which no provision is known, since the amending Act
            cannot be given out; with `{number}` of the instruction in the spec.
    """

    def __init__(self, package: Package, instruction: str) -> None:
        self._instruction = instruction
        self._cited: dict[str, list[_Cited]] = {}
        for language in languages_of(package):
            for kind in kinds_of(package, language):
                self._read(package, language, kind)

    def of(self, alias: str, plan: RowPlan, changes: Sequence[Change]) -> tuple[str, ...]:
        """The provisions that bring about the changes of a row, in the order of the spec."""
        stretches = (*plan.base, *plan.amended)
        inside = {block.eid for stretch in stretches for block in stretch.blocks if block.eid}
        around = {eid for stretch in stretches for eid in _around(stretch)}
        there = [each for each in self._cited.get(alias, ()) if each.eids & (inside | around)]
        found: dict[str, None] = {}
        for change in changes:
            found |= dict.fromkeys(self._of(alias, change, there, inside))
        return tuple(found)

    def _read(self, package: Package, language: str, kind: str) -> None:
        try:
            law = amending_document(package, language, kind=kind).law
        except RenderError:
            return
        words = enacting_in(language, enactment_of(package.spec.jurisdiction).law)
        for key, source in package.spec.acts.items():
            self._cited.setdefault(key, []).extend(
                _Cited(instruction, _eids(instruction), words.place(place))
                for instruction, place in places_in(law, source.alias)
            )

    def _of(
        self, alias: str, change: Change, there: Sequence[_Cited], inside: Collection[str]
    ) -> Iterable[str]:
        """Where an operation is said that changes a row: what names the row is nearer than what holds it.

        By-laws are amended element by element: what several operations change in one is one instruction.
        """
        operation = change.operation
        own = [each for each in there if each.instruction.operation == operation.id]
        nearest = [each for each in own if not each.eids.isdisjoint(inside)]
        whole = [each for each in there if each.instruction.action in _WHOLE]
        everywhere = [
            each for each in self._cited.get(alias, ()) if each.instruction.operation == operation.id
        ]
        found = nearest or own or whole or everywhere
        return [each.said for each in found] or [self._instruction.format(number=operation.order + 1)]


def _around(stretch: Stretch) -> Iterator[str]:
    for place in stretch.chosen:
        yield from (block.eid for block in stretch.section.placed[place].path if block.eid)


def _eids(instruction: Instruction) -> frozenset[str]:
    """The identifiers of what an instruction is about, without the parts behind them."""
    beside = [instruction.beside] if instruction.beside is not None and instruction.action == "move" else []
    # What takes new provisions in is not what the instruction is about.
    host = instruction.action == "insert" and instruction.new
    places = (*(() if host else instruction.places), *instruction.new, *beside)
    return frozenset(place.address.partition(" / ")[0] for place in places)
