"""What of a section is shown in a row: what changed, what it cannot be read without, and how much around it.

Unchanged surroundings are left out by whole blocks only, never inside words, and each gap is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from msgspec import Struct

from redline.model.blocks import Block
from redline.render.table.places import Section, exists_in, words_in
from redline.render.table.rows import Stretch

Context = int | Literal["all"]
"""How many unchanged paragraphs, or rows of a table, are kept on either side of a change."""


class Gap(Struct, frozen=True):
    """Where something is left out, and in which of the two texts there is something there."""

    base: bool
    amended: bool


Shown = Block | Gap


def shown_of(stretch: Stretch, context: Context, hidden: Collection[int] = ()) -> Iterator[Shown]:
    """The blocks of a row in order, with gaps for what is left out.

    The heading of the article is always there, and so are the words that a changed point hangs on: those of
    the provisions it stands in, and what leads into its list.

    Args:
        stretch: what changed.
        context: how much is kept around it.
        hidden: places in the section that another row shows (a provision that moved).
    """
    section = stretch.section
    own = set(stretch.chosen)
    _keep_together(section, own)
    kept = _kept(stretch, context) - (set(hidden) - own)
    left: list[Block] = []
    for place, placed in enumerate(section.placed):
        if place not in kept:
            left.append(placed.block)
            continue
        yield from _gap(left)
        left = []
        yield placed.block
    yield from _gap(left)


def _gap(left: list[Block]) -> Iterator[Gap]:
    gap = Gap(*(any(exists_in(block, text) for block in left) for text in ("base", "amended")))
    if gap.base or gap.amended:
        yield gap


def _kept(stretch: Stretch, context: Context) -> set[int]:
    section = stretch.section
    if context == "all":
        return set(range(len(section.placed)))
    places = {id(placed.block): place for place, placed in enumerate(section.placed)}
    kept = set(stretch.chosen)
    if section.head is not None:
        kept.add(0)
    for chosen in stretch.chosen:
        path = section.placed[chosen].path
        around = [places[id(block)] for block in path if id(block) in places]
        kept.update(around)
        for place in (*around, chosen):
            kept.update(_leads_in(section, place))
        kept.update(range(max(0, chosen - context), min(len(places), chosen + context + 1)))
    _keep_together(section, kept)
    return kept


def _keep_together(section: Section, kept: set[int]) -> None:
    """Keep what is one paragraph in one of the texts."""
    bound = sorted(section.bound)
    for place in (*bound, *reversed(bound)):
        if place - 1 in kept or place in kept:
            kept.update((place - 1, place))


def _leads_in(section: Section, place: int) -> Iterator[int]:
    """The words that lead into the list that a numbered provision is an item of."""
    block = section.placed[place].block
    if not block.number or block.level:
        return
    for before in range(place - 1, -1, -1):
        other = section.placed[before].block
        if other.depth < block.depth or other.level:
            if not (other.number or other.level or _ends_a_sentence(other)):
                yield before
            return


def _ends_a_sentence(block: Block) -> bool:
    """Whether the words of a block end by themselves, and lead into nothing."""
    return words_in(block.runs, "base").rstrip().endswith((".", "!", "?", ";"))
