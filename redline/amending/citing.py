"""Where in the amending Act an operation is said: article, point, item, paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from redline.amending.coming import bare, paragraphs_of, place_of, unit_of
from redline.languages.enacting import Place
from redline.model.amending import AmendingAct, Instruction, Item


def places_in(act: AmendingAct, alias: str) -> Iterator[tuple[Instruction, Place]]:
    """The instructions on one amended Act, each with where it stands.

    Args:
        act: the amending Act.
        alias: of the amended Act in the spec.
    """
    for number, amended in enumerate(act.acts, 1):
        if amended.alias == alias:
            around = place_of(act, number, amended)
            for item in amended.items:
                for instruction, paragraphs in _lines(item):
                    yield instruction, replace(around, items=bare(item.number), paragraphs=paragraphs)
    first = 1 + (len(act.acts) if act.unit == "paragraph" else bool(act.acts))
    for number, provision in enumerate((*act.repeals, *act.further), first):
        if provision.alias == alias and provision.instruction is not None:
            yield provision.instruction, unit_of(act, number)


def _lines(item: Item) -> Iterator[tuple[Instruction, tuple[int, ...]]]:
    """The instructions of an item, each with its paragraph where there are several; quoted ones count."""
    at = 1
    for line in item.lines:
        if line.instruction is not None:
            yield line.instruction, () if len(item.lines) == 1 else (at,)
        at += paragraphs_of(line)
