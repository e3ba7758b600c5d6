"""What the Act has where new text goes: it tells which of two readings of the text is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.marks import View
from redline.akn.names import local_name
from redline.akn.structure import number_of, own_blocks, units, words_of
from redline.drafting.numbers import leading_number, list_styles, styles_of
from redline.model.spec import Content

_Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The place of new text; see `redline.drafting.layout.Layout` for each of them."""

    styles: frozenset[str] = frozenset()
    single: bool = False
    numbers: frozenset[_Path] = frozenset()
    blocks: frozenset[tuple[_Path, str]] = frozenset()


def beside(sibling: Element, view: View, content: Content) -> Surroundings:
    """The place beside a provision."""
    return Surroundings(styles=_styles(sibling, view, content))


def in_place_of(targets: Sequence[Target], content: Content) -> Surroundings:
    """The place of provisions that are replaced: the new text most often restates them."""
    numbers: set[_Path] = set()
    blocks: set[tuple[_Path, str]] = set()
    for target in targets:
        for path, unit in _paths(target.provision, (), target.view):
            numbers.add(path)
            blocks.update((path, words_of(block, target.view)) for _, block in own_blocks(unit, target.view))
    styles = _styles(targets[0].provision, targets[0].view, content)
    return Surroundings(styles, len(targets) == 1, frozenset(numbers), frozenset(blocks))


def _paths(unit: Element, above: _Path, view: View) -> Iterator[tuple[_Path, Element]]:
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
