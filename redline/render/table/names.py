"""What the elements of a row are called: `Article 5, paragraph 2`, «подпункт 2) пункта 1 статьи 5»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from redline.languages import get_pack, short_code
from redline.languages.numbered_parts import as_parts
from redline.model.address import Part, Step
from redline.model.blocks import Block
from redline.render.table.marked import only_in
from redline.render.table.places import Placed, Section, Text, exists_in, steps_in, words_in
from redline.render.table.rows import RowPlan, Stretch, alone_in
from redline.render.table.words import TableWords

_SMALL = frozenset({"ru", "kk"})
"""Languages in which a name begins with a small letter: «подпункт 6) статьи 1»."""


class Naming(Struct, frozen=True):
    """How the provisions of an Act are named.

    Attributes:
        language: any code for its language; one without a pack is answered in English.
        parts: whether it calls the numbered units of its articles parts.
    """

    language: str | None
    parts: bool = False


def names_of(plan: RowPlan, naming: Naming, words: TableWords) -> tuple[str, ...]:
    """What a row's structural elements are called, each once.

    Args:
        plan: the row.
        naming: how the Act's provisions are named.
        words: of the table, for what has no number.
    """
    if plan.moved:
        old = ", ".join(_root_names(plan.base, "base", naming, words))
        new = ", ".join(_root_names(plan.amended, "amended", naming, words))
        return (old if old == new else f"{old} → {new}",)
    found: dict[str, None] = {}
    for place, stretch in enumerate(plan.base):
        if place and alone_in(stretch.section) is not None:
            continue  # an article of a new chapter, which is named already
        found |= dict.fromkeys(_names(stretch, naming, words))
    return tuple(found)


def key_of(plan: RowPlan) -> tuple[tuple[str, str], ...]:
    """What a row is about, the same in every language: the units and numbers to its first element."""
    stretch = plan.base[0]
    section = stretch.section
    placed = section.placed[stretch.chosen[0]]
    steps = steps_in(placed, "base") or steps_in(placed, "amended")
    heading = (("heading", ""),) if placed.block is section.head else ()
    zone = () if section.zone == "body" else ((section.zone, ""),)
    return (*zone, *((step.units[0], step.number or "") for step in steps), *heading)


def _root_names(stretches: Sequence[Stretch], text: Text, naming: Naming, words: TableWords) -> Iterator[str]:
    inside = {id(block) for stretch in stretches for block in stretch.blocks}
    for stretch in stretches:
        for place in stretch.chosen:
            placed = stretch.section.placed[place]
            around = {id(block) for block in placed.path if block is not placed.block}
            if around.isdisjoint(inside):
                yield name_element(steps_in(placed, text), naming) or words.zone("body")


def _names(stretch: Stretch, naming: Naming, words: TableWords) -> Iterator[str]:
    section = stretch.section
    if section.head is None and section.zone != "body":
        yield words.zone(section.zone)
        return
    if section.zone == "title":
        yield words.zone("title")
        return
    if _restated(stretch):
        yield _name(section.placed[0], naming) or words.zone("body")
        return
    alone = {id(block) for block in stretch.blocks if only_in(block) is not None}
    for place in stretch.chosen:
        placed = section.placed[place]
        if any(id(block) in alone for block in placed.path if block is not placed.block):
            continue  # a part of what came or went as a whole
        yield _element_name(placed, section, naming, words)


def _restated(stretch: Stretch) -> bool:
    """Whether a section is all new, all gone, or its heading alone stays."""
    section = stretch.section
    if section.head is None:
        return False
    inside = section.placed[1:]
    if alone_in(section) is not None:
        return True
    return bool(inside) and all(only_in(placed.block) is not None for placed in inside)


def _element_name(placed: Placed, section: Section, naming: Naming, words: TableWords) -> str:
    block = placed.block
    name = _name(placed, naming)
    if block is section.head and not _number_changed(block):
        steps = steps_in(placed, "amended") or steps_in(placed, "base")
        return name_element(steps, naming, Part("heading"))
    if block.kind == "table":
        return words.part(name, "table")
    if not any(run.mark for run in block.all_runs()) and block.notes:
        return words.part(name, "note")
    return name or words.zone("body")


def _number_changed(block: Block) -> bool:
    return words_in(block.number, "base") != words_in(block.number, "amended")


def _name(placed: Placed, naming: Naming) -> str:
    """The name of the unit that a block stands in; of what got another number, the old and the new one."""
    old, new = steps_in(placed, "base"), steps_in(placed, "amended")
    last = placed.unit
    before = name_element(old, naming) if last is None or exists_in(last, "base") else ""
    after = name_element(new, naming) if last is None or exists_in(last, "amended") else ""
    if before and after and before != after and len(old) == len(new):
        return f"{before} → {after}"
    # What lost its number, or got one, is called by the number.
    return before if before and (not after or len(old) > len(new)) else after


def name_element(steps: Sequence[Step], naming: Naming, *parts: Part) -> str:
    """The name of a structural element, as it stands in a column of a table.

    Args:
        steps: from the outermost unit to the element.
        naming: how the Act's provisions are named.
        parts: of the element: its heading.
    """
    pack = get_pack(short_code(naming.language)) or get_pack("en")
    if pack is None or not steps:
        return ""
    named = as_parts(tuple(steps)) if naming.parts else tuple(steps)
    written = pack.write_citation(named, parts).replace(" / ", ", ")
    return written if pack.code in _SMALL else written[:1].upper() + written[1:]
