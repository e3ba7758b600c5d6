"""What the Act has where new text goes: it tells which of two readings of the text is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.marks import View
from redline.akn.names import local_name
from redline.akn.structure import number_of, own_blocks, units, words_of
from redline.drafting.layout import Path, Place
from redline.drafting.numbers import leading_number, list_styles, styles_of
from redline.model.spec import Content


def beside(sibling: Element, view: View, content: Content) -> Place:
    """The place beside a provision."""
    return Place(styles=_styles(sibling, view, content))


def in_place_of(targets: Sequence[Target], content: Content) -> Place:
    """The place of provisions that are replaced: the new text most often restates them."""
    there: dict[Path, tuple[tuple[str, str], ...]] = {}
    names: dict[Path, tuple[str, str | None]] = {}
    for target in targets:
        for path, unit in _paths(target.provision, (), target.view):
            blocks = own_blocks(unit, target.view)
            there[path] = tuple((where, words_of(block, target.view)) for where, block in blocks)
            names[path] = (local_name(unit.tag), unit.get("name"))
    styles = _styles(targets[0].provision, targets[0].view, content)
    return Place(styles, len(targets) == 1, there, names)


def _paths(unit: Element, above: Path, view: View) -> Iterator[tuple[Path, Element]]:
    path = (*above, number_of(unit, view))
    yield path, unit
    for inner in units(unit, view):
        yield from _paths(inner, path, view)


def _styles(sibling: Element, view: View, content: Content) -> frozenset[str]:
    """The kinds of numbering of the list; looked up only where the first number of the text is of several."""
    first = leading_number(content.text.strip()) if content.form == "text" else None
    parent = view.parent(sibling)
    if first is None or parent is None or len(styles_of(first[0].bare)) < 2:
        return frozenset()
    alike = (unit for unit in units(parent, view) if local_name(unit.tag) == local_name(sibling.tag))
    return list_styles([number for unit in alike if (number := number_of(unit, view))])
