"""Which parts of an Act can cite what operations have moved or taken away: the others need not be read.

To read every citation of a code takes longer than to amend it, and few articles cite the few provisions that
go or get another number. A citation names a provision by numbers that stand in its words, and the first of
them is looked for around the words, then in the whole Act, where nothing else of its kind may bear it, or in
the chapter or annex that the words name. So those numbers are looked for first, as bare runs of digits and
letters. A doubt never leaves anything out: whatever names what was changed is read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from lxml import etree
from msgspec import Struct, field

from redline.addresses.spelled import spellings
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
from redline.akn.ranges import OBJECTS
from redline.akn.structure import is_text_block, number_of, numbered_units
from redline.akn.working import WorkingAct
from redline.languages.pack import LanguagePack
from redline.languages.tables import NUMBER_SUFFIXES
from redline.model.address import Step
from redline.model.lookalikes import in_latin

Signs = frozenset[str]
"""Runs of digits and of letters, as they stand in a number or in words."""

_FRAMES = LARGE_PROVISIONS | DOCUMENT_TYPES | {"body", "mainBody", "attachments", "components"}
_INLINE = (INLINES | OBJECTS | BREAKS) - {"num"}
_INSIDE_WORDS = (etree.Comment, etree.PI, *(f"{{*}}{name}" for name in sorted(_INLINE)))
"""What may stand between two characters of a number."""
_SIGNS = re.compile(r"\d+|[^\W\d_]+")
_ENDINGS = tuple(NUMBER_SUFFIXES)
_ANY_UNIT = ("article",)


def signs_in(text: str) -> Signs:
    """The runs of digits and of letters in a text; letters that look alike are one."""
    # A code has hundreds of thousands of words, and not many different ones: each is looked into once.
    return frozenset().union(*map(_signs_of_word, set(text.split())))


@lru_cache(maxsize=65536)
def _signs_of_word(word: str) -> Signs:
    return frozenset(_SIGNS.findall(in_latin(word).lower()))


def pieces_of(element: Element, view: View) -> Iterator[Element]:
    """An Act cut into its articles, and what stands between them, in reading order.

    An article is here what is no chapter and stands in no other provision than chapters.
    """
    for child in view.children(element):
        if local_name(child.tag) in _FRAMES and not is_text_block(child, view):
            yield from pieces_of(child, view)
        else:
            yield child


def _longest(number: Signs) -> str:
    """The sign of a number that fewest words have; empty for a number without any."""
    return max(number, key=len, default="")


class _Row(Struct, eq=False):
    """Provisions side by side, of which some were changed: a run from one to another may reach over those.

    Attributes:
        places: a sign of each number -> the number, and where in the row it stands.
        changed: where in the row something was changed, in rising order.
    """

    places: defaultdict[str, list[tuple[Signs, int]]] = field(default_factory=lambda: defaultdict(list))
    changed: Sequence[int] = ()

    def add(self, place: int, numbers: Iterable[Signs]) -> None:
        """Take in the ways to write the number that stands at a place of the row."""
        for number in numbers:
            self.places[_longest(number)].append((number, place))

    def reaches_over(self, signs: Signs) -> bool:
        """Whether a run between two numbers with these signs can reach over something that was changed."""
        named = ("", *(self.places.keys() & signs))
        there = [at for sign in named for number, at in self.places.get(sign, ()) if number <= signs]
        return bool(there) and bisect_right(self.changed, min(there)) < bisect_left(self.changed, max(there))


class _Numbers(Struct, eq=False):
    """Numbers, of which one may stand in words.

    Attributes:
        simple: those of one run of digits or letters.
        others: all others; one without any run stands in all words.
        rows: provisions side by side, between which a run may reach over what was changed.
        inside: a sign of a provision's number -> the number, and those of what was changed inside it: words
            that name one of these must name the provision too.
    """

    simple: set[str] = field(default_factory=set)
    others: list[Signs] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    inside: defaultdict[str, list[tuple[Signs, _Numbers]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, numbers: Iterable[Signs]) -> None:
        """Take numbers in."""
        for number in numbers:
            if len(number) == 1:
                self.simple |= number
            else:
                self.others.append(number)

    def add_inside(self, numbers: Iterable[Signs], inner: _Numbers) -> None:
        """Take in what was changed inside a provision, by the ways to write its number."""
        for number in numbers:
            self.inside[_longest(number)].append((number, inner))

    def stand_in(self, signs: Signs) -> bool:
        """Whether one of the numbers, or a run, can stand in words with these signs."""
        return (
            not self.simple.isdisjoint(signs)
            or any(number <= signs for number in self.others)
            or any(row.reaches_over(signs) for row in self.rows)
            or any(inner.stand_in(signs) for inner in self._named_inside(signs))
        )

    def _named_inside(self, signs: Signs) -> Iterator[_Numbers]:
        for sign in ("", *(self.inside.keys() & signs)):
            yield from (inner for number, inner in self.inside.get(sign, ()) if number <= signs)


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
        self._rows: dict[Element, _Row] = {}
        self._places_of: dict[Element, tuple[_Numbers, ...]] = {}
        self._bearers: dict[str, Counter[tuple[str, Element | None]]] = {}
        # Which numbers to look for: in the words of an article (None: of the whole Act), and in words that
        # stand in a chapter or annex, or name it.
        self._numbers: dict[Element | None, _Numbers] = defaultdict(_Numbers)
        self._in_large: dict[Element, _Numbers] = defaultdict(_Numbers)
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
            self._pack is None
            or any(self.may_be_named(piece, block, words) for words in self._pack.stretches(text))
        )

    def may_be_named(self, piece: Element, block: Element, words: str) -> bool:
        """Whether words of a block can name by its number what was changed; arguments as above."""
        signs = signs_in(words)
        here = [self._numbers[place] for place in (None, piece) if place in self._numbers]
        if any(numbers.stand_in(signs) for numbers in here):
            return True
        if self._words_for_large.isdisjoint(signs):
            return False
        around = (outer for outer in block.iterancestors() if outer in self._in_large)
        named = (large for sign in ("", *signs) for large in self._large_by_sign.get(sign, ()))
        return any(self._in_large[large].stand_in(signs) for large in (*around, *named))

    def may_be_cited_in(self, article: Element) -> bool:
        """Whether any block of an article in which nothing was changed can cite what was changed."""
        if next(article.iter(*_INSIDE_WORDS), None) is not None or _has_number_in_words(article):
            return True  # a number may go on behind markup, or behind what is no part of the words
        return self.may_be_cited(article, article, " ".join(str(text) for text in article.itertext()))

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
        named = _Numbers()
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

    def _row(self, parent: Element) -> _Row:
        """The provisions in another, of which some were changed, noted wherever they may be cited by a run
        (`Articles 5 to 8`).
        """
        if parent not in self._rows:
            row = self._rows[parent] = _Row()
            siblings = list(numbered_units(parent, self._view))
            row.changed = [at for at, unit in enumerate(siblings) if self._is_in_changed(unit)]
            here: dict[_Numbers, _Row] = defaultdict(lambda: _Row(changed=row.changed))
            for at, beside in enumerate(siblings):
                row.add(at, self._signs_of(beside))
                for place in self._places(beside):
                    here[place].add(at, self._signs_of(beside))
            for place, there in here.items():
                place.rows.append(there)
        return self._rows[parent]

    def _is_in_changed(self, unit: Element) -> bool:
        return any(outer in self._changed for outer in _outwards(unit))

    def _places(self, unit: Element) -> Sequence[_Numbers]:
        """Where to look for the number of a provision: by what it is found where it is cited."""
        if unit not in self._places_of:
            self._places_of[unit] = tuple(self._found_by(unit))
        return self._places_of[unit]

    def _found_by(self, unit: Element) -> Iterator[_Numbers]:
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
                    kind = unit_of(bearer)
                    found.update({(kind, _nearest(bearer, each)) for each in (ANNEXES, LARGE_PROVISIONS)})
        return self._bearers[number][unit_of(unit), _nearest(unit, within)] < 2

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
        return _signs_of_number(self._number(unit))

    def _number(self, unit: Element) -> str:
        if unit not in self._known:
            self._known[unit] = number_of(unit, self._view)
        return self._known[unit]


def _words_for_large(pack: LanguagePack | None) -> Signs:
    """The words for chapters and annexes, of each its first run of letters."""
    units = pack.units.items() if pack else ()
    words = [word for word, unit in units if LARGE_PROVISIONS.intersection(unit.elements)]
    return frozenset(found[0] for word in words if (found := _SIGNS.findall(in_latin(word).lower())))


@lru_cache(maxsize=4096)
def _signs_of_number(number: str) -> frozenset[Signs]:
    """What stands in words that name a number, for each way to write it; nothing for no number."""
    return frozenset(map(_signs_written, spellings(Step(number, _ANY_UNIT)))) if number else frozenset()


def _signs_written(number: str) -> Signs:
    """The runs of a number; of letters alone none that an ending such as `bis` may be part of."""
    signs = signs_in(number)
    if any(sign.isdigit() for sign in signs):
        return frozenset(sign for sign in signs if sign.isdigit())
    return frozenset(sign for sign in signs if not sign.endswith(_ENDINGS))


def _outwards(element: Element) -> Iterator[Element]:
    """An element and all that it stands in."""
    yield element
    yield from element.iterancestors()


def _nearest(element: Element, names: frozenset[str]) -> Element | None:
    """The nearest element of these names that an element stands in."""
    return next((outer for outer in element.iterancestors() if local_name(outer.tag) in names), None)


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
