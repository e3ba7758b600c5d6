"""The structure of a law under a view: provisions, their numbers and headings, and the blocks of their
words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from redline.akn.marks import View, is_unmarked, is_word_mark
from redline.akn.names import (
    ANNEXES,
    HEADS,
    INLINES,
    OWN_WORDS,
    PROVISIONS,
    SMALL_PROVISIONS,
    SUBFLOWS,
    TEXT_BLOCKS,
    local_name,
)
from redline.akn.ranges import flatten

Element = etree._Element

_EDGE = " \t\r\n\u00a0()[]{}.,:;§№°*\u2013\u2014\u2019'\"“”«»-"
_UNSEARCHED = frozenset({"meta", "num"})
_SKIPPED_UNITS = SUBFLOWS | {"meta"}


def child_named(element: Element, name: str, view: View) -> Element | None:
    """The first child of that local name in this view, or None."""
    first = next(element.iterchildren(etree.Element), None)
    if first is None and not view.merging:
        return None
    if first is not None and local_name(first.tag) == name and is_unmarked(first):
        return first  # the usual place of a number
    for child in view.children(element):
        if local_name(child.tag) == name:
            return child
    return None


def words_of(element: Element, view: View) -> str:
    """The words of a block as the view shows them, white space squeezed."""
    return " ".join(flatten(element, view).text.split())


def heading_of(provision: Element, view: View) -> str:
    """The words of the provision's heading, or an empty string."""
    heading = child_named(provision, "heading", view)
    return "" if heading is None else words_of(heading, view)


def num_of(provision: Element, view: View) -> str:
    """The provision's number as printed (`Article 5.`), or an empty string."""
    num = child_named(provision, "num", view)
    return "" if num is None else words_of(num, view)


def number_of(provision: Element, view: View) -> str:
    """The bare number: `5` of `Article 5.`, `a` of `(a)`; annexes take it from their heading; or empty."""
    num = child_named(provision, "num", view)
    if num is not None:
        text = num.text if len(num) == 0 else flatten(num, view).text
        return bare_number(text or "")
    if local_name(provision.tag) in ANNEXES:
        return _annex_number(provision, view)
    return ""


@lru_cache(maxsize=65536)
def bare_number(printed: str) -> str:
    """A printed number without unit words, outer punctuation and inner spaces.

    `Article 5-1.` -> `5-1`, `Article -1.` -> `-1`, `(3A)` -> `3A`, `§ 1-204.04.` -> `1-204.04`,
    `5-1-бап.` -> `5-1`,
    `Art. 5 bis` -> `5bis`, `Chapter III` -> `III`.
    """
    words = [
        word
        for word in map(_without_punctuation, _ANNEXED.sub(lambda head: head[1] or head[2], printed).split())
        if word
    ]
    while len(words) > 1 and _is_unit_word(words[0]):
        words.pop(0)
    return _UNIT_BEHIND.sub("", " ".join(words)).replace(" ", "").replace("\u2011", "-")


_ANNEXED = re.compile(
    r"^(Приложение(?:\s+№?\s*[\d-]+)?)\s+ко?\s[^\W\d_]{4}.*$|^[^\d].*(?:на|не)\s+([\d-]*[Ққ]осымша)$",
    re.DOTALL,
)
"""The head of an annex with what it is annexed to: `Приложение 1 к Закону …`, `… Заңына 1-қосымша`."""
_UNIT_BEHIND = re.compile(r"(?<=\d)[- ](?=[^\W\d_]*[а-яё])[^\W\d_]{3,}(?: [^\W\d_]{3,})?$", re.IGNORECASE)
"""A unit word behind its number, as Kazakh has it (`5-бап`, `2-1 кіші бөлім`): of Cyrillic letters, so that
`3 bis` keeps its suffix.
"""


def _without_punctuation(part: str) -> str:
    """A minus before a number belongs to it: `-1` stands before the first (AKN naming convention, 5.1)."""
    bare = part.strip(_EDGE)
    before = part.partition(bare)[0] if bare[:1].isdigit() else ""
    return f"-{bare}" if before.endswith(("-", "\u2011")) else bare


def _is_unit_word(word: str) -> bool:
    return len(word) > 1 and word.replace(".", "").isalpha() and not _ROMAN.fullmatch(word)


_ROMAN = re.compile(r"(?=[MDCLXVI])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.IGNORECASE)


def is_roman(word: str) -> bool:
    """Whether a word can be a Roman number."""
    return _ROMAN.fullmatch(word) is not None


def _annex_number(annex: Element, view: View) -> str:
    heading = heading_of(annex, view)
    if not heading:
        for block in text_blocks(annex, view):
            heading = words_of(block, view)
            break
    return number_in_heading(heading)


def number_in_heading(heading: str) -> str:
    """The number that a heading of an annex begins with (`Annex 2 Forms` -> `2`), or an empty string."""
    match = re.match(
        r"[^\W\d]+\.?\s+(?:No\.?\s*|№\s*)?([0-9]+(?:[-.][0-9A-Za-z]+)*|[IVXLC]+|[A-Z])\b", heading
    )
    return match.group(1) if match else ""


def units(element: Element, view: View) -> Iterator[Element]:
    """The provisions directly inside an element; containers that are no provisions are seen through."""
    for child in view.children(element):
        name = local_name(child.tag)
        if name in PROVISIONS:
            yield child
        elif name in _SKIPPED_UNITS or name in TEXT_BLOCKS or name in HEADS:
            continue
        elif len(child):
            yield from units(child, view)


def numbered_units(element: Element, view: View) -> Iterator[Element]:
    """The numbered provisions directly inside an element, unnumbered ones seen through."""
    return (unit for unit, _ in units_by_number(element, view))


def units_by_number(element: Element, view: View) -> Iterator[tuple[Element, str]]:
    """The same, each with its bare number."""
    for unit in units(element, view):
        number = number_of(unit, view)
        if number:
            yield unit, number
        else:
            yield from units_by_number(unit, view)


def all_units(element: Element, view: View) -> Iterator[Element]:
    """Every provision inside an element, in document order."""
    for unit in units(element, view):
        yield unit
        yield from all_units(unit, view)


def text_blocks(element: Element, view: View) -> Iterator[Element]:
    """Every block of words in an element, in reading order: headings, own words, sub-provisions, cells,
    notes.

    Numbers and metadata are left out (spec language, §3).
    """
    if is_text_block(element, view):
        yield element
        if len(element) or view.merging:
            yield from _subflow_blocks(element, view)
        return
    for child in view.children(element):
        yield from blocks_of_child(child, view)


def blocks_of_child(child: Element, view: View) -> Iterator[Element]:
    """The blocks that a child of some element adds to that element's: of a number only those of its notes."""
    name = local_name(child.tag)
    if name not in _UNSEARCHED:
        yield from text_blocks(child, view)
    elif name == "num" and (len(child) or view.merging):
        yield from _subflow_blocks(child, view)


def is_text_block(element: Element, view: View) -> bool:
    """Whether the element holds running text itself."""
    name = local_name(element.tag)
    if name in TEXT_BLOCKS:
        return True
    if name in SUBFLOWS:
        return False
    if name in INLINES:
        return True
    if element.text and element.text.strip():
        return True
    return any(child.tail and child.tail.strip() for child in element)


def _subflow_blocks(block: Element, view: View) -> Iterator[Element]:
    """The blocks of notes and quotations inside a block."""
    for child in view.children(block):
        if local_name(child.tag) in SUBFLOWS:
            yield from text_blocks(child, view)
        elif len(child) or view.merging:
            yield from _subflow_blocks(child, view)


def own_blocks(provision: Element, view: View) -> Iterator[tuple[str, Element]]:
    """The provision's own blocks in reading order, each with where it stands: `intro`, `content` or `wrapUp`.

    Sub-provisions are left out. Tables count as one block. Words of a list item that stand behind a nested
    list
    are `wrapUp`.
    """
    for child in view.children(provision):
        name = local_name(child.tag)
        if name in OWN_WORDS:
            for block in _blocks_in(child, view):
                if not _is_emptied(block, view):
                    yield name, block
        elif name in HEADS or name in PROVISIONS or name in _SKIPPED_UNITS:
            continue
        else:
            where = "content"
            for block in _blocks_in_or_self(child, view):
                if not _is_emptied(block, view):
                    yield where, block


def is_paragraph(block: Element) -> bool:
    """Whether laws count a block as a paragraph: a table is none."""
    return local_name(block.tag) != "table"


def own_paragraphs(provision: Element, view: View) -> list[Element]:
    """The provision's own blocks as laws count them."""
    return [block for _, block in own_blocks(provision, view) if is_paragraph(block)]


def _is_emptied(block: Element, view: View) -> bool:
    """Whether operations that have happened took all words of a block away: then it is none any more."""
    if not any(is_word_mark(child) for child in block.iter("{*}del")):
        return False
    flat = flatten(block, view, objects=True)
    return not flat.text.strip()


def _blocks_in(container: Element, view: View) -> Iterator[Element]:
    if is_text_block(container, view):
        yield container
        return
    for child in view.children(container):
        yield from _blocks_in_or_self(child, view)


def _blocks_in_or_self(child: Element, view: View) -> Iterator[Element]:
    name = local_name(child.tag)
    if name in PROVISIONS or name in _SKIPPED_UNITS:
        return
    if name == "table" or is_text_block(child, view):
        yield child
        return
    for inner in view.children(child):
        yield from _blocks_in_or_self(inner, view)


def enclosing_provision(element: Element, view: View) -> Element | None:
    """The provision an element stands in, itself included; None above all provisions."""
    current: Element | None = element
    while current is not None and local_name(current.tag) not in PROVISIONS:
        current = view.parent(current)
    return current


def enclosing_block(element: Element) -> Element:
    """The text block an element stands in, itself included."""
    current = element
    while (parent := current.getparent()) is not None and local_name(current.tag) in INLINES:
        current = parent
    return current


def preceding(element: Element, view: View) -> Element | None:
    """What stands right before an element in a view, or None: where it begins something that is put around it
    later, what stands before that.
    """
    current: Element | None = element
    while current is not None:
        for before in current.itersiblings(etree.Element, preceding=True):
            if view.visible(before):
                return before
        parent = current.getparent()
        current = None if parent is None or view.exists(parent) else parent
    return None


def is_topmost(element: Element, view: View) -> bool:
    """Whether no numbered provision but containers stands around a provision: an article, or a point of rules
    that have no articles.
    """
    parent = view.parent(element)
    while parent is not None:
        # Of the name first: to look for a number among all the articles of a body takes long.
        if local_name(parent.tag) in SMALL_PROVISIONS and number_of(parent, view):
            return False
        parent = view.parent(parent)
    return True
