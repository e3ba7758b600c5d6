"""Whether the words by which an amending law names an element lead to it: read as a citation, as a lawyer
reads them. The amending Act is read back by its attributes; here its words are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from redline.addresses.read import read_address
from redline.addresses.resolve import resolve
from redline.akn.document import Element
from redline.akn.marked import MarkedAct
from redline.akn.marks import View
from redline.akn.names import ANNEXES, local_name
from redline.akn.structure import text_blocks
from redline.errors import AmendmentError
from redline.languages import kk_formulas, ru_formulas, short_code
from redline.model.amending import Location
from redline.model.source import Span
from redline.model.spec import Text

_CITED: Mapping[str, Callable[[Location], str]] = {
    "ru": lambda place: ru_formulas.cited([place], "nominative", None),
    "kk": lambda place: kk_formulas.cited([place], "nominative", None),
}
_READABLE = frozenset({"block", "part", "heading", "sentence"})
"""Parts that a citation says in words; rows and cells are named by signs, notes by numbers of their own."""


def lead_elsewhere(
    place: Location,
    meant: Iterable[Element],
    marked: MarkedAct,
    view: View,
    span: tuple[int, int] | None = None,
) -> bool:
    """Whether the words for a location name something else than what is meant.

    What words cannot be read is left to those who wrote them; so are points of what is annexed to a by-law,
    which are cited like its own.

    Args:
        place: the location.
        meant: the elements that it stands for.
        marked: the Act.
        view: the text that is meant.
        span: of a sentence, where it begins and ends in its paragraph.
    """
    write = _CITED.get(short_code(marked.working.language))
    wanted = list(_blocks_of(meant, view))
    said = bool(place.steps) and all(part.kind in _READABLE and part.index for part in place.parts)
    if write is None or not said or not wanted or _is_annexed(wanted[0]):
        return False
    try:
        citations = read_address(Text(write(place), Span("", 1, 1)), eids=lambda _: False)
        targets = [target for each in citations for target in resolve(each, marked.working, view)]
    except AmendmentError:
        return False
    found = (element for target in targets for element in target.blocks or (target.element,))
    if list(_blocks_of(found, view)) != wanted:
        return True
    return span is not None and [target.span for target in targets] != [span]


def _blocks_of(elements: Iterable[Element], view: View) -> Iterator[Element]:
    return (block for element in elements for block in text_blocks(element, view))


def _is_annexed(element: Element) -> bool:
    return any(local_name(around.tag) in ANNEXES for around in element.iterancestors())
