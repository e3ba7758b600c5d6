"""The parts of a provision: headings, own words, blocks, sentences, definitions, tables, notes (spec
language, §2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lxml import etree
from msgspec.structs import replace

from redline.addresses.beside import check_in_one, resolve_beside
from redline.addresses.identified import as_part
from redline.addresses.quotations import resolve_quoted
from redline.addresses.suggest import absent_part, absent_words, ambiguous, describe
from redline.addresses.targets import Target
from redline.addresses.unnumbered import alineas_of, in_runs
from redline.akn.marks import View
from redline.akn.names import local_name
from redline.akn.ranges import flatten
from redline.akn.structure import (
    child_named,
    is_paragraph,
    number_of,
    numbered_units,
    own_blocks,
    preceding,
    text_blocks,
    units,
    words_of,
)
from redline.akn.tables import cells_of, grid_of, is_cell, rows_of
from redline.errors import AmendmentError
from redline.languages import split_sentences
from redline.model.address import Part
from redline.model.lookalikes import fold_lookalikes

Element = etree._Element


def resolve_parts(target: Target, parts: Sequence[Part], language: str | None = None) -> Target:
    """The part that a chain of parts names, starting from a whole provision (or the Act).

    Raises:
        AmendmentError: `address-not-found` or `address-ambiguous`.
    """
    for part in parts:
        target = _FINDERS[part.kind](target, part, language)
    check_in_one(target)
    return target


def _child(target: Target, name: str, part: Part) -> Target:
    found = child_named(target.element, name, target.view)
    if found is None:
        raise absent_part(target.citation, part.kind, target.element, target.view)
    return replace(target, element=found, part=part.kind, blocks=(found,), span=None)


def _heading(target: Target, part: Part, language: str | None) -> Target:
    return _child(target, "heading", part)


def _num(target: Target, part: Part, language: str | None) -> Target:
    return _child(target, "num", part)


def _crossheading(target: Target, part: Part, language: str | None) -> Target:
    before = preceding(target.element, target.view)
    if before is not None and local_name(before.tag) == "crossHeading":
        return replace(target, element=before, part="crossheading", blocks=(before,), span=None)
    raise absent_part(target.citation, "cross-heading before it", target.element, target.view)


def _own(target: Target) -> list[tuple[str, Element]]:
    """The blocks in hand: those of a part already named, or the provision's own."""
    if target.blocks:
        return [("content", block) for block in target.blocks]
    if target.part == "act":
        return [("content", block) for block in text_blocks(target.element, target.view)]
    return list(own_blocks(target.element, target.view))


def _blocks(target: Target, part: Part, blocks: Sequence[Element], what: str) -> Target:
    if not blocks:
        raise absent_part(target.citation, what, target.element, target.view)
    return replace(target, part=part.kind, blocks=tuple(blocks), span=None)


def _text(target: Target, part: Part, language: str | None) -> Target:
    return _blocks(target, part, [block for _, block in _own(target)], "words of its own")


def _intro(target: Target, part: Part, language: str | None) -> Target:
    blocks = [block for where, block in _own(target) if where != "wrapUp"]
    return _blocks(target, part, blocks, "words before its first sub-provision")


def _wrap(target: Target, part: Part, language: str | None) -> Target:
    blocks = [block for where, block in _own(target) if where == "wrapUp"]
    return _blocks(target, part, blocks, "words after its last sub-provision")


def _too_few(target: Target, what: str, count: int) -> AmendmentError:
    """The error of a position beyond the last."""
    have = f"it has {count}" if count else "it has none"
    return absent_part(target.citation, f"{what} ({have})", target.element, target.view)


def _counted(target: Target, part: Part, things: Sequence[Element], what: str) -> Element:
    """One of several things by position (1-based, -1 for the last) or opening words."""
    if part.words is not None:
        named = [thing for thing in things if begins_with(words_of_all(thing, target.view), part.words)]
        if len(named) > 1:
            raise ambiguous(target.citation, named, target.view)
        if not named:
            openings = [_opening(thing, target.view) for thing in things]
            raise absent_words(target.citation, what, part.words, openings, target.element, target.view)
        return named[0]
    index = part.index if part.index is not None else 1
    if part.index is None and len(things) > 1:
        raise absent_part(
            target.citation,
            f"single {what}: it has {len(things)}",
            target.element,
            target.view,
            hint=f"say which: / {part.kind} 1 … / {part.kind} {len(things)}",
        )
    if index == -1 and things:
        return things[-1]
    if not 1 <= index <= len(things):
        raise _too_few(target, f"{what} {index}", len(things))
    return things[index - 1]


_DEFINED = re.compile(r"\s+[–—-]\s+|[:;]|\s+(?:means?|includes?|has the meaning)\b")
"""Where the words that an entry of a list is known by end."""


def _opening(thing: Element, view: View) -> str:
    """How an entry of a list or a row begins: the words that an address can name it by."""
    cell = next(filter(is_cell, view.children(thing)), None) if local_name(thing.tag) == "tr" else None
    words = words_of_all(thing if cell is None else cell, view)
    return _DEFINED.split(words, maxsplit=1)[0].strip(" \"“”«»'‘’") if cell is None else words


def _block(target: Target, part: Part, language: str | None) -> Target:
    if (provision := _as_provision(target, part)) is not None:
        return provision
    blocks = [block for _, block in _own(target) if is_paragraph(block)]
    found = _counted(target, replace(part, words=None), blocks, "block")
    return replace(target, part="block", blocks=(found,), span=None)


def _as_provision(target: Target, part: Part) -> Target | None:
    """A part or paragraph that the file has as a numbered unit, or beside the provision."""
    numbered = _numbered_paragraph(target, part)
    return resolve_beside(target, part) if numbered is None else numbered


def _numbered_paragraph(target: Target, part: Part) -> Target | None:
    """`second paragraph`, and in codes `часть вторая`: the numbered paragraph 2, where there is one."""
    if part.words != "paragraph" or target.blocks:
        return None
    for unit in numbered_units(target.element, target.view):
        if number_of(unit, target.view) == str(part.index) and local_name(unit.tag) == "paragraph":
            return replace(target, element=unit, provision=unit, part=None, blocks=(), span=None)
    return None


def _part(target: Target, part: Part, language: str | None) -> Target:
    if (provision := _as_provision(target, part)) is not None:
        return provision
    runs = in_runs((block for _, block in _own(target)), target.view)
    alineas = [] if target.blocks else alineas_of(target.element, target.view)
    count = len(runs) + len(alineas)
    index = count if part.index == -1 else (part.index or 1)
    if not 1 <= index <= count:
        raise _too_few(target, f"part {index}", count)
    if index > len(runs):
        unit = alineas[index - len(runs) - 1]
        return replace(target, element=unit, provision=unit, part=None, blocks=(), span=None)
    return replace(target, part="part", blocks=tuple(runs[index - 1]), span=None)


def _sentence(target: Target, part: Part, language: str | None) -> Target:
    found: list[tuple[Element, tuple[int, int]]] = []
    divided: set[int] = set()
    for where, block in _own(target):
        if local_name(block.tag) == "table":
            continue
        spans = sentences_of(block, target.view, language)
        if found and goes_on(where, block, target.view):
            divided.add(len(found))
            del spans[:1]
        found += [(block, span) for span in spans]
    index = len(found) if part.index == -1 else (part.index or 1)
    if not 1 <= index <= len(found):
        raise _too_few(target, f"sentence {index}", len(found))
    if index in divided:
        raise _divided(target, index)
    block, span = found[index - 1]
    return replace(target, part="sentence", blocks=(block,), span=span)


def goes_on(where: str, block: Element, view: View) -> bool:
    """Whether closing words (`wrapUp`) go on with the sentence that stands before the list."""
    return where == "wrapUp" and words_of(block, view).lstrip()[:1].islower()


def _divided(target: Target, index: int) -> AmendmentError:
    """The error of a sentence whose words stand before and behind a list: it is no stretch of words."""
    base = target.citation.text.partition("/")[0].strip()
    return AmendmentError(
        "address-part",
        f"sentence {index} of {base} begins before the list and goes on behind it",
        do=f"name its words before the list, {base} / intro / sentence last, or those behind "
        f"it, {base} / wrap / sentence 1",
        about=(("provision", describe(target.element, target.view)),),
        at=target.citation.at,
    )


def sentences_of(block: Element, view: View, language: str | None) -> list[tuple[int, int]]:
    """Start and end of each sentence in the words of a block."""
    return split_sentences(flatten(block, view).text, language)


def _definition(target: Target, part: Part, language: str | None) -> Target:
    things = _list_things(target)
    return _thing(target, _counted(target, part, things, "definition"), part)


def _item(target: Target, part: Part, language: str | None) -> Target:
    return _thing(target, _counted(target, part, _list_things(target), "item"), part)


def _list_things(target: Target) -> list[Element]:
    """The entries of a list without numbers: sub-provisions if there are any, else blocks."""
    if target.part == "toc":
        return [item for item in target.element.iter("{*}tocItem") if target.view.attached(item)]
    if target.part == "act":
        return list(units(target.element, target.view))
    inside = list(units(target.element, target.view))
    return inside or [block for _, block in _own(target) if is_paragraph(block)]


def _thing(target: Target, found: Element, part: Part) -> Target:
    name = local_name(found.tag)
    if name in ("p", "tocItem", "block"):
        return replace(target, element=found, part=part.kind, blocks=(found,), span=None)
    return replace(target, element=found, provision=found, part=None, blocks=(), span=None)


def _table(target: Target, part: Part, language: str | None) -> Target:
    tables = [table for table in target.element.iter("{*}table") if target.view.attached(table)]
    return replace(
        target, element=_counted(target, part, tables, "table"), part="table", blocks=(), span=None
    )


def _in_table(target: Target) -> Target:
    if target.part in ("table", "row", "column"):
        return target
    return _table(target, Part("table"), None)


def _row(target: Target, part: Part, language: str | None) -> Target:
    inside = _in_table(target)
    row = _counted(inside, part, rows_of(inside.element, target.view), "row")
    return replace(inside, element=row, part="row", blocks=(), span=None)


def _column(target: Target, part: Part, language: str | None) -> Target:
    inside = _in_table(target)
    if inside.part == "row":
        return _cell(inside, part, language)
    found = replace(inside, part="column", blocks=(), span=None)
    index = column_of(found)
    cells = [cell for cell in grid_of(found.element, found.view).cells if cell.in_column(index)]
    if not cells:
        raise absent_part(target.citation, f"column {index}", target.element, target.view)
    blocks = [block for cell in cells for block in text_blocks(cell.element, target.view)]
    return replace(found, blocks=tuple(blocks))


def column_of(target: Target) -> int:
    """The place (from 1) of the column of a table that the last part of an address names.

    Raises:
        AmendmentError: no cell of the first row begins with the words given, or more than one column does.
    """
    part = target.citation.parts[-1]
    grid = grid_of(target.element, target.view)
    if part.words is None:
        return max(grid.widths, default=0) if part.index == -1 else (part.index or 0)
    heads = [cell for cell in grid.own(0) if begins_with(words_of_all(cell.element, target.view), part.words)]
    if not heads:
        openings = [words_of_all(cell.element, target.view) for cell in grid.own(0)]
        raise absent_words(target.citation, "column", part.words, openings, target.element, target.view)
    if len(heads) > 1:
        raise ambiguous(target.citation, [head.element for head in heads], target.view)
    if heads[0].columns > 1:
        raise absent_part(
            target.citation,
            f'single column "{part.words}": it reaches across {heads[0].columns}',
            target.element,
            target.view,
            hint=f"give its number: / column {heads[0].column}",
        )
    return heads[0].column


def _cell(target: Target, part: Part, language: str | None) -> Target:
    if target.part != "row":
        raise absent_part(target.citation, "row named before the cell", target.element, target.view)
    found = cells_of(target.element, part.index or 1, target.view)
    if not found:
        raise absent_part(target.citation, f"cell {part.index}", target.element, target.view)
    return replace(
        target, element=found[0], part="cell", blocks=tuple(text_blocks(found[0], target.view)), span=None
    )


def _inner(names: tuple[str, ...], what: str) -> Callable[[Target, Part, str | None], Target]:
    def find(target: Target, part: Part, language: str | None) -> Target:
        things = [
            element
            for element in target.element.iter(etree.Element)
            if local_name(element.tag) in names and target.view.attached(element)
        ]
        found = _counted(target, part, things, what)
        return replace(
            target, element=found, part=part.kind, blocks=tuple(text_blocks(found, target.view)), span=None
        )

    return find


def _of_act(names: tuple[str, ...], what: str) -> Callable[[Target, Part, str | None], Target]:
    def find(target: Target, part: Part, language: str | None) -> Target:
        for name in names:
            for element in target.element.iter(f"{{*}}{name}"):
                if target.view.attached(element):
                    named = replace(target, element=element, provision=element, part=None, blocks=())
                    return replace(as_part(named), part=part.kind)
        raise absent_part(target.citation, what, target.element, target.view)

    return find


def begins_with(text: str, words: str) -> bool:
    """Whether a text opens with these words, quotation marks before them passed over."""
    plain = fold_lookalikes(text).lstrip(" \"'“”«‘„(")
    wanted = fold_lookalikes(" ".join(words.split())).strip("\"'“”«»„‘’")
    return plain.casefold().startswith(wanted.casefold()) and not re.match(
        r"\w", plain[len(wanted) : len(wanted) + 1]
    )


def words_of_all(element: Element, view: View) -> str:
    """All words of an element in this view, blocks joined by spaces."""
    if local_name(element.tag) in ("p", "tocItem"):
        return words_of(element, view)
    return " ".join(words_of(block, view) for block in text_blocks(element, view))


_FINDERS: dict[str, Callable[[Target, Part, str | None], Target]] = {
    "heading": _heading,
    "num": _num,
    "crossheading": _crossheading,
    "text": _text,
    "intro": _intro,
    "wrap": _wrap,
    "block": _block,
    "part": _part,
    "sentence": _sentence,
    "definition": _definition,
    "item": _item,
    "table": _table,
    "row": _row,
    "column": _column,
    "cell": _cell,
    "note": _inner(("authorialNote",), "note"),
    "formula": _inner(("formula", "math"), "formula"),
    "image": _inner(("img",), "image"),
    "quoted": resolve_quoted,
    "title": _of_act(("docTitle", "longTitle"), "title"),
    "short-title": _of_act(("shortTitle",), "short title"),
    "preamble": _of_act(("preamble",), "preamble"),
    "enacting": _of_act(("formula",), "enacting words"),
    "toc": _of_act(("toc",), "table of contents"),
}
