"""Which parts of an Act can cite what operations have moved or taken away: the others need not be read.

To read every citation of a code takes longer than to amend it, and few articles cite the few provisions that
go or get another number. A citation names a provision by numbers that stand in its words, and the first of
them is looked for around the words, then in the whole Act, where nothing else of its kind may bear it, or in
the chapter or annex that the words name. So those numbers are looked for first, as bare runs of digits and
letters. A doubt never leaves anything out: whatever names what was changed is read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from lxml import etree

from redline.akn.document import Element
from redline.akn.marks import ALL_MARKS, View, is_word_mark, marked_elements
from redline.akn.names import (
    ANNEXES,
    BREAKS,
    DOCUMENT_TYPES,
    INLINES,
    LARGE_PROVISIONS,
    PROVISIONS,
    SMALL_PROVISIONS,
    local_name,
    unit_of,
)
from redline.akn.ranges import OBJECTS, flatten
from redline.akn.structure import is_text_block, number_of, numbered_units
from redline.akn.working import WorkingAct
from redline.engine.numbers_cited import NumberRow, Numbers, Signs, first_sign, signs_in, signs_of_number
from redline.languages.pack import LanguagePack

_FRAMES = LARGE_PROVISIONS | DOCUMENT_TYPES | {"body", "mainBody", "attachments", "components"}
_INLINE = (INLINES | OBJECTS | BREAKS) - {"num"}
_INSIDE_WORDS = (etree.Comment, etree.PI, *(f"{{*}}{name}" for name in sorted(_INLINE)))
"""What may stand between two characters of a number."""


def pieces_of(element: Element, view: View) -> Iterator[Element]:
    """An Act cut into its articles, and what stands between them, in reading order.

    An article is here what is no chapter and stands in no other provision than chapters.
    """
    for child in view.children(element):
        if local_name(child.tag) in _FRAMES and not is_text_block(child, view):
            yield from pieces_of(child, view)
        else:
            yield child


class Concern:
    """What an Act's operations of one date have changed, as far as citations can tell.

    Args:
        working: the Act.
        view: its text before.
        new: whether an operation, by its id, is one of those of that date.
        pack: the language of the Act.

    Attributes:
        pieces: the Act cut into articles and what stands between them (`pieces_of`).
    """

    def __init__(
        self, working: WorkingAct, view: View, new: Callable[[str | None], bool], pack: LanguagePack | None
    ) -> None:
        self._working = working
        self._view = view
        self._pack = pack
        self.pieces = list(pieces_of(working.document, view))
        self._articles = frozenset(self.pieces)
        self._marked = {
            element
            for element in marked_elements(working.root)
            if any(new(element.get(mark)) for mark in ALL_MARKS)
            and (_number_around(element) is not None or not is_word_mark(element))
        }
        self._around = {outer for element in self._marked for outer in _outwards(element)}
        self._changed = {_changed_by(element) for element in self._marked}
        self._known: dict[Element, str] = {}
        self._rows: dict[Element, NumberRow] = {}
        self._nearest_to: dict[tuple[Element, frozenset[str]], Element | None] = {}
        self._places_of: dict[Element, tuple[Numbers, ...]] = {}
        self._bearers: dict[str, Counter[tuple[str, Element | None]]] = {}
        # Which numbers to look for: in the words of an article (None: of the whole Act), and in words that
        # stand in a chapter or annex, or name it.
        self._numbers: dict[Element | None, Numbers] = defaultdict(Numbers)
        self._in_large: dict[Element, Numbers] = defaultdict(Numbers)
        self._words_for_large = _words_for_large(pack)
        for unit in self._changed:
            self._note(unit)
        self._large_by_sign: dict[str, list[Element]] = defaultdict(list)
        for large in self._in_large:
            for number in self._signs_of(large):
                self._large_by_sign[min(number, default="")].append(large)
        self._citing = set(self._holding_references())

    def touches(self, piece: Element) -> bool:
        """Whether something in an article, or around it, was changed."""
        return piece in self._around or any(outer in self._marked for outer in piece.iterancestors())

    def may_be_cited(self, piece: Element, block: Element, text: str) -> bool:
        """Whether a block can cite what was changed.

        Args:
            piece: the article that it stands in, out of `pieces`.
            block: the block, or the article as a whole.
            text: its words.
        """
        if block in self._citing:
            return True
        # That the numbers stand anywhere is seen at once, and where they do, whether a citation holds them.
        return self.may_be_named(piece, block, text) and (
            self._pack is None or self._pack.may_cite(text, partial(self.may_be_named, piece, block))
        )

    def may_be_named(self, piece: Element, block: Element, words: str, around: str = "") -> bool:
        """Whether words of a block can name by its number what was changed.

        Args:
            piece, block: as above.
            words: of the block.
            around: these, and those around them that can say inside which chapter or annex it is.
        """
        signs = signs_in(words)
        here = [self._numbers[place] for place in (None, piece) if place in self._numbers]
        if any(numbers.stand_in(signs) for numbers in here):
            return True
        if self._words_for_large.isdisjoint(signs_in(around) if around else signs):
            return False
        outside = (outer for outer in block.iterancestors() if outer in self._in_large)
        named = (large for sign in ("", *signs) for large in self._large_by_sign.get(sign, ()))
        return any(self._in_large[large].stand_in(signs) for large in (*outside, *named))

    def may_be_cited_in(self, article: Element) -> bool:
        """Whether any block of an article in which nothing was changed can cite what was changed."""
        if _has_number_in_words(article):
            return True
        texts = [str(text) for text in article.itertext()]
        # A number may go on behind markup, or behind what is no part of the words.
        broken = dict.fromkeys(map(_block_around, article.iter(*_INSIDE_WORDS)))
        texts += [flatten(block, self._view).text for block in broken]
        if article not in self._citing and not self.may_be_named(article, article, " ".join(texts)):
            return False
        return any(self.may_be_cited(article, article, text) for text in texts)

    def _holding_references(self) -> Iterator[Element]:
        """What holds a reference that by its address leads to something that was changed."""
        for reference in self._working.root.iter("{*}ref"):
            targets = self._working.identified((reference.get("href") or "")[1:])
            if any(outer in self._changed for target in targets for outer in _outwards(target)):
                yield from _outwards(reference)

    # --- numbers ---

    def _note(self, unit: Element) -> None:
        """Note the numbers by which something that was changed may be named, with all that is in it."""
        inner = [part for part in unit.iter(etree.Element) if local_name(part.tag) in PROVISIONS]
        if not inner:
            return  # words or rows: nothing that is cited by a number
        named = Numbers()
        for part in inner:
            named.add(self._signs_of(part))
            for place in self._places(part):
                place.add(self._signs_of(part))
        within = set(inner)
        # Of others, whoever names what stands beside them names what was changed.
        parents = [self._view.parent(part) for part in inner]
        outside = (parent for parent in parents if parent is not None and parent not in within)
        named.rows += [self._row(parent) for parent in dict.fromkeys(outside)]
        for outer in unit.iterancestors():
            if local_name(outer.tag) in SMALL_PROVISIONS:
                for place in self._places(outer):
                    place.add_inside(self._signs_of(outer), named)

    def _row(self, parent: Element) -> NumberRow:
        """The provisions in another, of which some were changed, noted wherever they may be cited by a run
        (`Articles 5 to 8`).
        """
        if parent not in self._rows:
            row = self._rows[parent] = NumberRow()
            siblings = list(numbered_units(parent, self._view))
            row.changed = [at for at, unit in enumerate(siblings) if self._is_in_changed(unit)]
            here: dict[Numbers, NumberRow] = defaultdict(lambda: NumberRow(changed=row.changed))
            for at, beside in enumerate(siblings):
                row.add(at, self._signs_of(beside))
                for place in self._places(beside):
                    here[place].add(at, self._signs_of(beside))
            for place, there in here.items():
                place.rows.append(there)
        return self._rows[parent]

    def _is_in_changed(self, unit: Element) -> bool:
        return any(outer in self._changed for outer in _outwards(unit))

    def _places(self, unit: Element) -> Sequence[Numbers]:
        """Where to look for the number of a provision: by what it is found where it is cited."""
        if unit not in self._places_of:
            self._places_of[unit] = tuple(self._found_by(unit))
        return self._places_of[unit]

    def _found_by(self, unit: Element) -> Iterator[Numbers]:
        if local_name(unit.tag) in LARGE_PROVISIONS:
            yield self._in_large[self._working.document]
            return
        article = next((outer for outer in _outwards(unit) if outer in self._articles), None)
        if article is not None:
            yield self._numbers[article]
        if self._is_single(unit, ANNEXES):
            yield self._numbers[None]
        if self._is_single(unit, LARGE_PROVISIONS) or self._is_directly_in_large(unit):
            for large in unit.iterancestors():
                if local_name(large.tag) in LARGE_PROVISIONS:
                    yield self._in_large[large]

    def _is_single(self, unit: Element, within: frozenset[str]) -> bool:
        """Whether no other provision of its kind has its number.

        Args:
            within: elements of which the nearest around it is looked through, or else the whole Act outside
                all of them.
        """
        number = self._number(unit)
        if number not in self._bearers:
            found = self._bearers[number] = Counter()
            for bearer in self._working.numbered(number):
                if self._number(bearer) == number and self._view.attached(bearer):
                    around = {self._nearest(bearer, ANNEXES), self._nearest(bearer, LARGE_PROVISIONS)}
                    found.update((unit_of(bearer), outer) for outer in around)
        return self._bearers[number][unit_of(unit), self._nearest(unit, within)] < 2

    def _is_directly_in_large(self, unit: Element) -> bool:
        """Whether no numbered provision stands between a provision and its chapter or annex."""
        parent = self._view.parent(unit)
        while parent is not None and local_name(parent.tag) in SMALL_PROVISIONS:
            if self._number(parent):
                return False
            parent = self._view.parent(parent)
        return True

    def _signs_of(self, unit: Element) -> frozenset[Signs]:
        """What stands in words that name the number of a provision, for each way to write it."""
        return signs_of_number(self._number(unit))

    def _nearest(self, element: Element, names: frozenset[str]) -> Element | None:
        """The nearest element of these names that an element stands in."""
        parent = element.getparent()
        if parent is None or local_name(parent.tag) in names:
            return parent
        if (parent, names) not in self._nearest_to:
            self._nearest_to[parent, names] = self._nearest(parent, names)
        return self._nearest_to[parent, names]

    def _number(self, unit: Element) -> str:
        if unit not in self._known:
            self._known[unit] = number_of(unit, self._view)
        return self._known[unit]


def _words_for_large(pack: LanguagePack | None) -> Signs:
    """The words for chapters and annexes, of each its first run of letters."""
    words = (
        [word for word, unit in pack.units.items() if LARGE_PROVISIONS.intersection(unit.elements)]
        if pack
        else ()
    )
    return frozenset(map(first_sign, words)) - {""}


def _outwards(element: Element) -> Iterator[Element]:
    """An element and all that it stands in."""
    yield element
    yield from element.iterancestors()


def _block_around(inside: Element) -> Element:
    """The block whose words something stands among."""
    return next(outer for outer in inside.iterancestors() if local_name(outer.tag) not in _INLINE)


def _has_number_in_words(article: Element) -> bool:
    """Whether the number of something stands among other words, as no number of a provision does."""
    numbers = ((number, number.getparent()) for number in article.iter("{*}num"))
    return any(
        (number.tail or "").strip() or (parent is not None and (parent.text or "").strip())
        for number, parent in numbers
    )


def _number_around(element: Element) -> Element | None:
    """The number that an element is, or is a part of."""
    return next((outer for outer in _outwards(element) if local_name(outer.tag) == "num"), None)


def _changed_by(element: Element) -> Element:
    """What the mark on an element changes: that itself, but of a number the provision that bears it."""
    number = _number_around(element)
    provision = number.getparent() if number is not None else None
    return element if provision is None else provision
