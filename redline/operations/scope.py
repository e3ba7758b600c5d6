"""Where words are searched: the blocks that `in` names, those of `except` left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from redline.addresses.beside import units_behind
from redline.addresses.read import looks_like_address
from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.find import LETTERS, occurrences
from redline.akn.markup_ranges import element_spans
from redline.akn.names import SCRIPTS, local_name
from redline.akn.ranges import Flat, flatten
from redline.akn.structure import text_blocks
from redline.languages.shortening import shortened
from redline.model import lookalikes
from redline.model.spec import Text
from redline.operations.context import PlanContext

PlacedWords = tuple[Flat, int, int]
"""A block and the range of its words that is meant."""
_OF_TWO_ALPHABETS = frozenset({LETTERS})
LeftOut = Mapping[Element, tuple[tuple[int, int], ...] | None]
"""A block that is left out -> the stretches of its words that are; None for the whole."""
_MADE = frozenset({"preface", "coverPage", "conclusions"})
_TITLES = frozenset({"longTitle", "docTitle", "shortTitle"})


class Occurrence(Struct, frozen=True):
    """Words found: characters [start, end) of a block.

    Attributes:
        closed: False for a span whose last words do not follow its first.
    """

    flat: Flat
    start: int
    end: int
    closed: bool = True


class Scope:
    """Where words are searched: one address, or the whole Act.

    Attributes:
        target: what the address names; None for the whole Act.
        left_out: the blocks that `except` names, each with the stretches of it that are meant: sentences, or
            None for the whole.
    """

    def __init__(self, context: PlanContext, target: Target | None, left_out: LeftOut) -> None:
        self.target = target
        self.left_out = left_out
        self._context = context

    @cached_property
    def places(self) -> tuple[PlacedWords, ...]:
        """Every block, in reading order."""
        if self.target is None:
            return tuple(self._placed(self._context.working.whole_text(self._context.view).blocks))
        return tuple(self._placed(_target_blocks(self.target)))

    def holding(self, words: str, ignore: frozenset[str], whole: bool) -> Iterable[PlacedWords]:
        """The blocks in which these words may occur."""
        if self.target is not None:
            return self.places
        text = self._context.working.whole_text(self._context.view)
        return self._placed(text.holding(words, ignore, whole))

    def occurrences(
        self, words: str, ignore: frozenset[str] | None = None, whole: bool | None = None
    ) -> Iterator[Occurrence]:
        """Where words stand, in reading order, by the operation's `ignore` and `words` or by others."""
        for item in self.readings(words, ignore, whole):
            if not parts_a_number(item) and not self._is_left_out(item):
                yield item

    def _is_left_out(self, item: Occurrence) -> bool:
        """Whether words stand in a sentence that `except` names, or run into one."""
        stretches = self.left_out.get(item.flat.block) or ()
        return any(start < item.end and item.start < end for start, end in stretches)

    def readings(
        self, words: str, ignore: frozenset[str] | None = None, whole: bool | None = None
    ) -> Iterator[Occurrence]:
        """Where the words stand letter by letter: also 102 in 10², which is another number."""
        ignore = ignored(self._context) if ignore is None else ignore
        whole = whole_words(self._context) if whole is None else whole
        for flat, first, last in self.holding(words, ignore, whole):
            for start, end in occurrences(words, flat.text, ignore, whole, (first, last)):
                if self.target is None and _says_who_made_it(flat.block):
                    self._note_left(flat)
                    break
                yield Occurrence(flat, start, end)

    def _note_left(self, flat: Flat) -> None:
        """Tell that words were left in what says how the Act was made."""
        note = f"left as it was made: {shortened(' '.join(flat.text.split()), 80)}"
        if note not in self._context.notes:
            self._context.notes.append(note)

    def limits(self, flat: Flat) -> tuple[int, int]:
        """The range of a block's words that is meant."""
        return (0, len(flat.text)) if self.target is None else (self.target.span or (0, len(flat.text)))

    def texts(self) -> list[str]:
        """The words of every block."""
        if self.target is None:
            return self._context.working.whole_text(self._context.view).texts
        return [flat.text[first:last] for flat, first, last in self.places]

    def _placed(self, blocks: Iterable[Element]) -> Iterator[PlacedWords]:
        view = self._context.view if self.target is None else self.target.view
        for stood in blocks:
            if stood in self.left_out and self.left_out[stood] is None:
                continue
            # What an operation of this date moved is found at its old place, and changed at the new one.
            flat = flatten(self._context.working.live_of(stood), view)
            yield flat, *self.limits(flat)


def _says_who_made_it(block: Element) -> bool:
    """Whether a block is of the heading or the signature, and no title: form, maker, date and number of an
    Act are those of the day on which it was made, whatever changes through its whole text.
    """
    for around in block.iterancestors():
        name = local_name(around.tag)
        if name in _MADE:
            return not any(local_name(inner.tag) in _TITLES for inner in block.iter("{*}*"))
        if name in _TITLES:
            return False
    return False


def parts_a_number(item: Occurrence) -> bool:
    """Whether a superscript or subscript parts the digits of the words that were found: 10² is not 102."""
    flat = item.flat
    if not len(flat.block) or not any(sign.isdigit() for sign in flat.text[item.start : item.end]):
        return False
    edges = {edge for span in element_spans(flat, SCRIPTS) for edge in span}
    return any(
        item.start < edge < item.end and flat.text[edge - 1].isdigit() and flat.text[edge].isdigit()
        for edge in edges
    )


def ignored(context: PlanContext) -> frozenset[str]:
    """What the search for words passes over: out of `case` and `quotes`, and `letters` in Cyrillic texts."""
    given = ignore_given(context)
    return given | _OF_TWO_ALPHABETS if context.language in lookalikes.LANGUAGES else given


def ignore_given(context: PlanContext) -> frozenset[str]:
    """What the operation says is passed over: out of `case` and `quotes`."""
    value = context.value("ignore")
    return value if isinstance(value, frozenset) else frozenset[str]()


def whole_words(context: PlanContext) -> bool:
    """Whether only whole words are meant."""
    return context.value("words") is True


def scopes(context: PlanContext) -> list[Scope]:
    """The places that the operation's `in` names, those of `except` left out."""
    exceptions = [(target, _target_blocks(target)) for target in context.targets("except")]
    left_out = _left_out(exceptions)
    named = context.targets("in")
    if not named:
        _refuse_address_as_words(context)
        return [Scope(context, None, left_out)]
    searched = {block for target in named for block in _target_blocks(target)} if exceptions else set()
    for target, blocks in exceptions:
        if blocks and searched.isdisjoint(blocks):
            raise context.error(
                "address-part",
                f"{target.citation.text} lies outside what in: names, so except leaves nothing out",
                do="name a place inside those of in:, or take except: out",
                about=target,
                key="except",
            )
    return [Scope(context, target, left_out) for target in named]


def _left_out(exceptions: Iterable[tuple[Target, list[Element]]]) -> LeftOut:
    """What `except` leaves out: sentences of a block, or the whole of it."""
    left_out: dict[Element, tuple[tuple[int, int], ...] | None] = {}
    for target, blocks in exceptions:
        for block in blocks:
            known = left_out.get(block, ())
            whole = known is None or target.span is None
            left_out[block] = None if whole or target.span is None else (*(known or ()), target.span)
    return left_out


def _target_blocks(target: Target) -> list[Element]:
    if target.blocks:
        return [inner for block in target.blocks for inner in _leaves(block, target)]
    beside = units_behind(target.element, target.view) if target.part is None else []
    return [block for unit in (target.element, *beside) for block in text_blocks(unit, target.view)]


def _leaves(block: Element, target: Target) -> Iterator[Element]:
    if local_name(block.tag) == "num":
        yield block
    else:
        yield from text_blocks(block, target.view)


def _refuse_address_as_words(context: PlanContext) -> None:
    value = context.value(context.operation.verb)
    texts = value if isinstance(value, tuple) else (value,)
    for text in texts:
        if isinstance(text, Text) and looks_like_address(text.value):
            raise context.error(
                "words-address",
                f'"{text.value}" reads as an address, but {context.operation.verb} takes words of the law',
                do=(
                    "use repeal or replace if the provision is meant; give `in:` if these words stand in "
                    "the text"
                ),
            )
