"""Where in the amending Act an operation is said: article, point, item, paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from redline.amending.coming import bare, paragraphs_of
from redline.languages.enacting import Place
from redline.model.amending import AmendingAct, Instruction, Item


def places_in(act: AmendingAct, alias: str) -> Iterator[tuple[Instruction, Place]]:
    """The instructions on one amended Act, each with where it stands.

    Args:
        act: the amending Act.
        alias: of the amended Act in the spec.
    """
    for amended in act.acts:
        if amended.alias == alias:
            for item in amended.items:
                for instruction, paragraphs in _lines(item):
                    yield instruction, Place("1", bare(amended.number), bare(item.number), paragraphs)
    for article, repeal in enumerate(act.repeals, 1 + bool(act.acts)):
        if repeal.alias == alias and repeal.instruction is not None:
            yield repeal.instruction, Place(str(article))


def _lines(item: Item) -> Iterator[tuple[Instruction, tuple[int, ...]]]:
    """The instructions of an item, each with its paragraph where there are several; quoted ones count."""
    at = 1
    for line in item.lines:
        if line.instruction is not None:
            yield line.instruction, () if len(item.lines) == 1 else (at,)
        at += paragraphs_of(line)
