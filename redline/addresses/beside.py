"""Unnumbered paragraphs beside the provision they belong to: «абзац второй пункта 1 статьи 165».

Converted files have each paragraph of an article as an element of its own, `1.` and the sanction behind it
alike. In law the unnumbered ones go on with the numbered one before them, and are counted as its parts and
paragraphs; those before the first number are counted as the article's.

Such files also tear lines apart («вносящих изменения в» / «Уголовный кодекс»), and hold the publisher's
notes. A count that passes over torn lines would not be that of the law: it is refused. The publisher's notes
are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from redline.addresses.flat import is_point
from redline.addresses.notes import first_words, is_note, is_publishers
from redline.addresses.suggest import absent_part, describe
from redline.addresses.targets import Target
from redline.addresses.unnumbered import in_runs
from redline.akn.document import Element
from redline.akn.marks import View
from redline.akn.names import CONTAINERS, PROVISIONS, local_name
from redline.akn.structure import (
    enclosing_provision,
    is_paragraph,
    number_of,
    own_blocks,
    own_paragraphs,
    units,
    units_by_number,
    words_of,
)
from redline.errors import AmendmentError
from redline.model.address import Part

_ENDS = tuple(".;:,!?–—-")
"""How a paragraph of a law ends; a line that ends otherwise goes on in the next."""


def goes_on_beside(unit: Element, view: View) -> bool:
    """Whether a unit is an unnumbered paragraph of a flat list, and no note."""
    return _is_plain(unit, view) and not is_note(unit, view)


def _is_plain(unit: Element, view: View) -> bool:
    name = local_name(unit.tag)
    if name == "alinea" or name not in PROVISIONS or number_of(unit, view):
        return False
    beside = (unit.itersiblings(str(unit.tag), preceding=way) for way in (True, False))
    alone = not any(view.attached(sibling) for siblings in beside for sibling in siblings)
    return not alone and next(units(unit, view), None) is None


def _units_beside(host: Element, view: View) -> Iterator[Element]:
    """The unnumbered paragraphs that go on with a provision.

    Args:
        host: a provision or the first words of a note, and then what stands behind it; or one whose units
            begin without a number, and then those before the first number.
        view: the text that is meant.
    """
    inside = list(units(host, view))
    if not inside and not (number_of(host, view) or is_note(host, view)):
        return
    for unit in inside or filter(view.attached, host.itersiblings(str(host.tag))):
        if not goes_on_beside(unit, view) or is_publishers(first_words(unit, view)):
            return
        yield unit


class Counted(Struct, frozen=True):
    """The words of a provision as a law counts them.

    Attributes:
        blocks: its paragraphs in order, tables left out.
        runs: the same as parts (часть), tables among them.
        torn: how many blocks can be counted surely: before a torn line.
    """

    blocks: list[Element]
    runs: list[list[Element]]
    torn: int


def counted_beside(host: Element, view: View) -> Counted | None:
    """The words of a provision where unnumbered paragraphs beside it go on with it; None where none do."""
    beside = list(_units_beside(host, view))
    everything = [block for unit in (host, *beside) for _, block in own_blocks(unit, view)]
    blocks = _paragraphs(everything)
    if len(blocks) < 2 or not any(own_paragraphs(unit, view) for unit in beside):
        return None
    sure = len(blocks)
    for place in range(1, len(blocks)):
        if not words_of(blocks[place - 1], view).endswith(_ENDS):
            sure = place - 1
            break
    return Counted(blocks, in_runs(everything, view), sure)


def _paragraphs(blocks: Iterable[Element]) -> list[Element]:
    return [block for block in blocks if is_paragraph(block)]


def host_of(unit: Element, view: View) -> Element | None:
    """The provision with which an unnumbered paragraph goes on; None where it does so with none."""
    if not goes_on_beside(unit, view):
        return None
    for sibling in unit.itersiblings(str(unit.tag), preceding=True):
        if view.attached(sibling) and not goes_on_beside(sibling, view):
            return sibling
    return view.parent(unit)


def parts_to(unit: Element, view: View) -> tuple[Element, tuple[Part, ...]] | None:
    """How an unnumbered paragraph is counted: the provision that it goes on with, and its part and paragraph
    there; None where a torn line or a numbered paragraph leaves the count in doubt.
    """
    host = host_of(unit, view)
    counted = counted_beside(host, view) if host is not None else None
    own = [block for _, block in own_blocks(unit, view)]
    if host is None or counted is None or len(own) != 1 or own[0] not in counted.blocks[: counted.torn]:
        return None
    block = own[0]
    if len(counted.runs) == 1:
        return host, (Part("block", counted.blocks.index(block) + 1),)
    if next(units_by_number(host, view), None) is not None:
        return None  # «часть вторая» of an article is its numbered paragraph 2
    place, run = next((at, run) for at, run in enumerate(counted.runs, 1) if block in run)
    paragraphs = _paragraphs(run)
    inner = (Part("block", paragraphs.index(block) + 1),) if len(paragraphs) > 1 else ()
    return host, (Part("part", place, "paragraph"), *inner)


def resolve_beside(target: Target, part: Part) -> Target | None:
    """The part or paragraph of a provision that a citation counts, where unnumbered paragraphs beside the
    provision go on with it; None where it is one of the provision's own blocks, or none is beside it.

    Raises:
        AmendmentError: `address-not-found` for a place beyond the last, `address-part` where a torn line
            leaves the count in doubt.
    """
    if target.blocks:
        return _within_part(target, part)
    counted = counted_beside(target.element, target.view) if target.part is None else None
    if counted is None or part.index is None:
        return None
    things = counted.runs if part.kind == "part" else [[block] for block in counted.blocks]
    place = len(things) if part.index == -1 else part.index
    if not 1 <= place <= len(things):
        what = f"{part.kind} {part.index} (it has {len(things)})"
        raise absent_part(target.citation, what, target.element, target.view)
    blocks = things[place - 1]
    if part.kind == "block" and blocks == own_paragraphs(target.element, target.view)[place - 1 : place]:
        return None
    if counted.blocks.index(_paragraphs(blocks)[-1]) >= counted.torn:
        raise _torn(target, counted)
    return _of_blocks(target, part, blocks)


def _within_part(target: Target, part: Part) -> Target | None:
    """A paragraph of a part that has been named, where it stands beside the provision."""
    blocks = _paragraphs(target.blocks)
    index = len(blocks) if part.index == -1 else part.index
    if target.part != "part" or part.kind != "block" or index is None or not 1 <= index <= len(blocks):
        return None
    block = blocks[index - 1]
    return _of_blocks(target, part, [block]) if _unit_of(block, target) is not target.provision else None


def _of_blocks(target: Target, part: Part, blocks: list[Element]) -> Target:
    """Blocks as a target: the provision that they are all of, else these blocks of what they stand in."""
    around = {_unit_of(block, target) for block in blocks}
    unit = around.pop() if len(around) == 1 else target.provision
    if unit is target.provision:
        return replace(target, part=part.kind, blocks=tuple(blocks), span=None)
    others = {block for _, block in own_blocks(unit, target.view)}.difference(blocks)
    named = (part.kind, tuple(blocks)) if others else (None, ())
    return replace(target, element=unit, provision=unit, part=named[0], blocks=named[1], span=None)


def _unit_of(block: Element, target: Target) -> Element:
    unit = enclosing_provision(block, target.view)
    return target.provision if unit is None else unit


def check_in_one(target: Target) -> None:
    """Refuse a part whose paragraphs the file has as provisions of their own: no operation can take them as
    one.

    Raises:
        AmendmentError: `address-part`.
    """
    around = {_unit_of(block, target) for block in target.blocks}
    if target.part != "part" or around <= {target.provision}:
        return
    name = target.citation.text
    raise AmendmentError(
        "address-part",
        f"the paragraphs of {name} are {len(around)} provisions in this file",
        do=f"name them one by one: {name} / block 1 … {name} / block {len(_paragraphs(target.blocks))}",
        about=(("provision", describe(target.provision, target.view)),),
        at=target.citation.at,
    )


def _torn(target: Target, counted: Counted) -> AmendmentError:
    line = words_of(counted.blocks[counted.torn], target.view)
    shown = line if len(line) <= 60 else f"…{line[-60:]}"
    return AmendmentError(
        "address-part",
        f'{target.citation.text} cannot be counted: the file tears a line apart behind "{shown}"',
        do="name the provision by its eId, as redline show prints it",
        about=(("provision", describe(target.element, target.view)),),
        at=target.citation.at,
    )


def units_behind(unit: Element, view: View) -> list[Element]:
    """The provisions that stand beside a numbered one and in law inside it: its points and its unnumbered
    paragraphs in a flat list, up to the next number of its kind.
    """
    if (
        not number_of(unit, view)
        or local_name(unit.tag) in CONTAINERS
        or next(units(unit, view), None) is not None
    ):
        return []
    found: list[Element] = []
    published = False
    for sibling in filter(view.attached, unit.itersiblings(str(unit.tag))):
        if number_of(sibling, view):
            if not is_point(sibling, view) or is_point(unit, view):
                break
            found.append(sibling)
            published = False
        elif not goes_on_beside(sibling, view):
            break
        else:
            published = published or is_publishers(first_words(sibling, view))
            if not published:
                found.append(sibling)
    return found
