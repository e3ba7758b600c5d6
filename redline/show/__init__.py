"""What is in an Act: its outline, its provisions with everything that can be addressed in them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree
from msgspec import Struct

from redline.addresses.code_parts import cite_in
from redline.addresses.parts import goes_on, words_of_all
from redline.addresses.targets import Target
from redline.akn.document import Act, load_act
from redline.akn.marks import View
from redline.akn.names import local_name
from redline.akn.ranges import flatten
from redline.akn.structure import (
    heading_of,
    num_of,
    own_blocks,
    text_blocks,
    units,
    words_of,
)
from redline.akn.tables import cells_of, rows_of
from redline.akn.working import WorkingAct
from redline.engine.expect import fingerprint, words_of_target
from redline.errors import ActError
from redline.languages import split_sentences
from redline.show.naming import Addresses
from redline.show.parts import ShownPart, parts_of

Element = etree._Element


class OutlineEntry(Struct, frozen=True):
    """One provision in an outline.

    Attributes:
        depth: how many provisions stand around it.
        identifier: its eId; None where it has none.
        address: how a spec can name it: its eId where no other provision has the same, else a citation or
            its place; None where nothing names it alone.
        kind: the element (`article`).
        number: as printed.
        heading: its heading; empty where it has none.
        opening: its first words, where it has no heading.
        words: how many words it has, sub-provisions included.
    """

    depth: int
    identifier: str | None
    address: str | None
    kind: str
    number: str
    heading: str
    opening: str
    words: int


class Block(Struct, frozen=True):
    """A block of a provision's own words.

    Attributes:
        number: as in `/ block 2`; None for a table, and for the words of a list's item that are no block of
            their own.
        sentences: the sentences as counted in `/ sentence 3`, with their numbers.
        text: its words.
        table: as in `/ table 1`; None for words.
        rows: for a table, its rows of `(column, words)`.
    """

    number: int | None
    text: str = ""
    sentences: tuple[tuple[int, str], ...] = ()
    table: int | None = None
    rows: tuple[tuple[tuple[int, str], ...], ...] = ()


class Provision(Struct, frozen=True):
    """A provision with all that stands in it: its own blocks, its sub-provisions, the blocks after them."""

    identifier: str | None
    address: str | None
    kind: str
    number: str
    heading: str
    blocks: tuple[Block, ...]
    provisions: tuple[Provision, ...]
    wrap: tuple[Block, ...]


class Shown(Struct, frozen=True):
    """What an address names.

    Attributes:
        address: as typed.
        note: how it was read, where that is not plain.
        title: the provision in a line: its number and heading.
        names: every way to address it, each tried out: the shortest first, the eId last; empty where
            nothing names it alone.
        words: all its words.
        count: how many they are.
        fingerprint: for `expect`.
        provision: the whole of it; None where a part is named, or the Act.
        parts: the parts that can be addressed in it.
    """

    address: str
    note: str
    title: str
    names: tuple[str, ...]
    words: str
    count: int
    fingerprint: str
    provision: Provision | None
    parts: tuple[ShownPart, ...]


class ShownAct(Struct, frozen=True):
    """An Act, as `redline show` prints it: its outline, or what the addresses name."""

    name: str
    title: str
    language: str | None
    warnings: tuple[str, ...]
    outline: tuple[OutlineEntry, ...]
    shown: tuple[Shown, ...]


def show_act(
    source: Act | str | os.PathLike[str], addresses: Sequence[str] = (), *, depth: int | None = None
) -> ShownAct:
    """An Act's outline, or the provisions that addresses name.

    Args:
        source: an Act, or its file.
        addresses: citations, eIds or parts; without any, the outline is given.
        depth: how many levels; default the outline down to the last headings, and provisions whole.

    Raises:
        ActError: the file is not an Act.
        AmendmentError: an address names nothing, or more than one thing.
    """
    act = source if isinstance(source, Act) else load_file(Path(source))
    working = WorkingAct(act)
    known = Addresses(working)
    outline = () if addresses else tuple(_outline(working.document, known, depth))
    shown = tuple(shown for address in addresses for shown in _shown(address, known, depth))
    return ShownAct(act.name, act.title, act.language, act.warnings, outline, shown)


def load_file(path: Path) -> Act:
    """Load an Act from a file; a folder is an error that names the files in it, a spec one that says so.

    Raises:
        ActError: as for `load_act`; `command-wrong` where the file is a spec.
    """
    if path.is_dir():
        files = sorted(file.name for file in path.glob("*.xml"))
        named = ", ".join(files[:5]) + (", …" if files[5:] else "")
        raise ActError(
            "file-unreadable",
            f"{path} is a folder, not an Act",
            do=f"name one of its files: {named}" if files else "name the file of an Act",
        )
    if path.suffix.lower() in (".yaml", ".yml") and path.is_file():
        raise ActError(
            "command-wrong",
            f"{path} is a spec, not an Act",
            do=f"name an Act; what a spec does is told by: redline explain {path}",
        )
    return load_act(path)


def _outline(place: Element, known: Addresses, depth: int | None, level: int = 0) -> Iterator[OutlineEntry]:
    view = known.view
    for unit in units(place, view):
        heading = heading_of(unit, view)
        yield OutlineEntry(
            depth=level,
            identifier=unit.get(known.working.act.id_attribute or "eId"),
            address=known.sure(unit),
            kind=local_name(unit.tag),
            number=num_of(unit, view),
            heading=heading,
            opening="" if heading else _opening(unit, view),
            words=sum(count_words(words_of(block, view)) for block in text_blocks(unit, view)),
        )
        deeper = level + 1 < depth if depth is not None else _has_headings(unit, view)
        if deeper:
            yield from _outline(unit, known, depth, level + 1)


def count_words(text: str) -> int:
    """How many words a text has; a dash is none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _has_headings(unit: Element, view: View) -> bool:
    return any(heading_of(inner, view) or _has_headings(inner, view) for inner in units(unit, view))


def _opening(unit: Element, view: View) -> str:
    return next((words for block in text_blocks(unit, view) if (words := words_of(block, view))), "")


def _shown(address: str, known: Addresses, depth: int | None) -> Iterator[Shown]:
    for target in known.find(address):
        whole = target.whole
        words = words_of_target(target)
        tables = [table for table in target.element.iter("{*}table") if known.view.attached(table)]
        names = known.names(target.element) if whole else (address,)
        yield Shown(
            address=address,
            note=target.note,
            title=_title(target, known, names),
            names=names,
            words=words,
            count=count_words(words),
            fingerprint=fingerprint(words),
            provision=_provision(target.element, known, tables, depth) if whole else None,
            parts=tuple(parts_of(target, known.working)),
        )


def _title(target: Target, known: Addresses, names: tuple[str, ...]) -> str:
    """The provision in a line: its number and heading, or what it stands in where it has no heading."""
    view = known.view
    if target.part == "act" or target.provision is known.working.document:
        return known.working.act.title
    printed, heading = num_of(target.provision, view), heading_of(target.provision, view)
    if heading:
        return f"{printed} {heading}".strip()
    around = view.parent(target.provision)
    while around is not None and not heading_of(around, view):
        around = view.parent(around)
    cited = cite_in(known.working, target.provision, view)
    if target.part is None and cited not in names and names:
        cited = names[0]
    return cited if around is None else f"{cited} (in: {num_of(around, view)} {heading_of(around, view)})"


def _provision(unit: Element, known: Addresses, tables: list[Element], depth: int | None) -> Provision:
    before: list[Block] = []
    behind: list[Block] = []
    view = known.view
    numbers = _Numbers(tables, known.working.language)
    for where, element in own_blocks(unit, view):
        (behind if where == "wrapUp" else before).append(numbers.block(element, where, view))
    inner = None if depth is None else depth - 1
    sub_provisions = tuple(units(unit, view))
    if not (before or behind or sub_provisions):
        before = [Block(None, words) for words in (words_of_all(unit, view),) if words]
    inside = sub_provisions if inner is None or inner >= 0 else ()
    return Provision(
        identifier=unit.get(known.working.act.id_attribute or "eId"),
        address=known.sure(unit),
        kind=local_name(unit.tag),
        number=num_of(unit, view),
        heading=heading_of(unit, view),
        blocks=tuple(before),
        provisions=tuple(_provision(child, known, tables, inner) for child in inside),
        wrap=tuple(behind),
    )


class _Numbers:
    """Counts the blocks, sentences and tables of one provision as addresses count them."""

    def __init__(self, tables: list[Element], language: str | None) -> None:
        self.language = language
        self.tables = tables
        self.blocks = 0
        self.sentences = 0

    def block(self, element: Element, where: str, view: View) -> Block:
        """The next block."""
        if local_name(element.tag) == "table":
            number = next((place for place, table in enumerate(self.tables, 1) if table is element), None)
            return Block(None, table=number, rows=tuple(_cells(row, view) for row in rows_of(element, view)))
        self.blocks += 1
        text = flatten(element, view).text
        sentences: list[tuple[int, str]] = []
        going_on = self.sentences > 0 and goes_on(where, element, view)
        for start, end in split_sentences(text, self.language):
            self.sentences += not going_on
            going_on = False
            sentences.append((self.sentences, " ".join(text[start:end].split())))
        return Block(self.blocks, " ".join(text.split()), tuple(sentences))


def _cells(row: Element, view: View) -> tuple[tuple[int, str], ...]:
    """The cells of a row with their columns as `/ cell 3` counts them."""
    left = sum(local_name(cell.tag) in ("td", "th") for cell in view.children(row))
    found: list[tuple[int, str]] = []
    last: Element | None = None
    column = 0
    while left and column < 1000:
        column += 1
        for cell in cells_of(row, column, view):
            if cell is not last:
                last, left = cell, left - 1
                found.append((column, words_of_all(cell, view)))
    return tuple(found)


__all__ = ["Block", "OutlineEntry", "Provision", "Shown", "ShownAct", "ShownPart", "load_file", "show_act"]
