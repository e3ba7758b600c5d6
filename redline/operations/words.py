"""Finding words for `substitute`, `add` and `omit`: where they may stand, which occurrences are meant (§3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from redline.addresses.read import looks_like_address
from redline.addresses.targets import Target
from redline.akn.claims import claim_in_range, claimant
from redline.akn.document import Element
from redline.akn.edits import Edit, WordChange, WordsEdit
from redline.akn.find import difference, nearest, occurrences
from redline.akn.names import local_name
from redline.akn.ranges import Flat, flatten
from redline.akn.structure import own_blocks, text_blocks, units
from redline.errors import AmendmentError
from redline.model.spec import Text, Times, Words, WordSpan
from redline.operations.context import PlanContext, is_stub

_TIDY_BEFORE = ",.;:)]»”’!?%"
_TIDY_AFTER = "([«“„"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where words are searched: one address, or the whole Act.

    Attributes:
        target: what the address names; None for the whole Act.
        places: the blocks in reading order, each with the range of its words that is meant.
    """

    target: Target | None
    places: tuple[tuple[Flat, int, int], ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words found: characters [start, end) of a block; `scope_end` is where the block's part of the scope ends."""

    flat: Flat
    start: int
    end: int


def scopes(context: PlanContext) -> list[Scope]:
    """The places that the operation's `in` names, those of `except` left out."""
    left_out = {
        block for target in context.targets("except") for block in _target_blocks(target)
    }
    named = context.targets("in")
    if not named:
        _refuse_address_as_words(context)
        document = context.working.document
        blocks = [b for b in text_blocks(document, context.view) if b not in left_out]
        return [Scope(None, tuple((flat, 0, len(flat.text)) for flat in (flatten(b, context.view) for b in blocks)))]
    found: list[Scope] = []
    for target in named:
        if is_stub(target.provision, context.view):
            raise context.error(
                "provision-repealed",
                f"{target.citation.text} is repealed; its words cannot be amended",
                do="restore it with new words (restore: …), or take this operation out",
                about=target,
                key="in",
            )
        found.append(_scope(target, left_out))
    return found


def _scope(target: Target, left_out: set[Element]) -> Scope:
    places: list[tuple[Flat, int, int]] = []
    for block in _target_blocks(target):
        if block in left_out:
            continue
        flat = flatten(block, target.view)
        start, end = target.span if target.span else (0, len(flat.text))
        places.append((flat, start, end))
    return Scope(target, tuple(places))


def _target_blocks(target: Target) -> list[Element]:
    if target.blocks:
        return [inner for block in target.blocks for inner in _leaves(block, target)]
    return list(text_blocks(target.element, target.view))


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
                f'"{text.value}" reads as an address, but {context.operation.verb} takes the words of the law',
                do="use repeal or replace if the provision is meant; give `in:` if these words stand in the text",
            )


def find_words(context: PlanContext, scope: Scope, words: Words) -> list[Occurrence]:
    """Every occurrence of the words (or span of words) in a scope, in reading order."""
    ignore = context.value("ignore")
    ignored = ignore if isinstance(ignore, frozenset) else frozenset[str]()
    whole = context.value("words") is True
    begin = words if isinstance(words, Text) else (words.start or words.after or words.before)
    assert begin is not None
    found: list[Occurrence] = []
    for flat, first, last in scope.places:
        for start, end in occurrences(begin.value, flat.text[first:last], ignored, whole):
            start, end = start + first, end + first
            if isinstance(words, WordSpan):
                stretch = _stretch(words, flat, start, end, (first, last), ignored)
                if stretch is None:
                    continue
                start, end = stretch
            found.append(Occurrence(flat, start, end))
    return found


def _stretch(
    words: WordSpan, flat: Flat, start: int, end: int, limits: tuple[int, int], ignored: frozenset[str]
) -> tuple[int, int] | None:
    """The words that a span names, from the occurrence of its first words on."""
    first, last = limits
    if words.before is not None:
        return first, start
    begin = end if words.after is not None else start
    if words.end is None:
        return begin, last
    for _, stop in occurrences(words.end.value, flat.text[end:last], ignored):
        return begin, end + stop
    return None


def choose(context: PlanContext, scope: Scope, words: Words, found: list[Occurrence]) -> list[Occurrence]:
    """The occurrences that `times` and `count` name.

    Raises:
        AmendmentError: `words-not-found`, `words-several`, `words-count`.
    """
    times = context.value("times")
    count = context.value("count")
    if not found:
        raise _absent(context, scope, words)
    if isinstance(count, int) and not isinstance(count, bool) and count != len(found):
        raise _miscounted(context, scope, words, len(found), count)
    place = context.value("at")
    if isinstance(place, str) and context.operation.verb != "add":
        found = _at_edge(context, scope, words, found, place)
    if not isinstance(times, Times):
        if len(found) > 1 and not isinstance(count, int):
            raise _several(context, scope, words, found)
        return found
    return _timed(context, scope, words, found, times)


def _timed(
    context: PlanContext, scope: Scope, words: Words, found: list[Occurrence], times: Times
) -> list[Occurrence]:
    if times.word == "first":
        return found[:1]
    if times.word == "last":
        return found[-1:]
    if times.word == "both" and len(found) != 2:
        raise _miscounted(context, scope, words, len(found), 2)
    if times.word is None:
        if max(times.numbers) > len(found):
            raise _miscounted(context, scope, words, len(found), max(times.numbers), at_least=True)
        return [found[number - 1] for number in sorted(set(times.numbers))]
    return found


def _at_edge(
    context: PlanContext, scope: Scope, words: Words, found: list[Occurrence], place: str
) -> list[Occurrence]:
    """Those at the start or end of the provision's own words."""
    flat, first, last = _edge(context, scope, place)
    text = flat.text
    chosen: list[Occurrence] = []
    for item in found:
        if item.flat.block is not flat.block:
            continue
        if place == "end" and not text[item.end : last].strip():
            chosen.append(item)
        if place == "start" and not text[first : item.start].strip():
            chosen.append(item)
    if chosen:
        return chosen[-1:] if place == "end" else chosen[:1]
    raise _absent(context, scope, words, where=f" at the {place}")


def _edge(context: PlanContext, scope: Scope, place: str) -> tuple[Flat, int, int]:
    if scope.target is not None and not scope.target.blocks:
        own = [block for _, block in own_blocks(scope.target.element, scope.target.view)]
        places = [item for item in scope.places if item[0].block in own]
        if places and list(units(scope.target.element, scope.target.view)):
            raise context.error(
                "address-part",
                f"{scope.target.citation.text} has sub-provisions: its {place} can be read in two ways",
                do=f"say which words: in: {scope.target.citation.text} / intro (before the list) or / wrap (after it)",
                about=scope.target,
                key="in",
            )
    else:
        places = list(scope.places)
    if not places:
        raise context.error(
            "address-part", "there are no words at this place", do="name a provision that has words of its own", key="in"
        )
    return places[-1] if place == "end" else places[0]


def edge_of(context: PlanContext, scope: Scope, place: str) -> Occurrence:
    """The empty stretch at the start or end of the provision's own words (`at: end` is after the last character)."""
    flat, first, last = _edge(context, scope, place)
    text = flat.text[first:last]
    if place == "start":
        offset = first + len(text) - len(text.lstrip())
    else:
        offset = first + len(text.rstrip())
    return Occurrence(flat, offset, offset)


# ---- from occurrences to edits -------------------------------------------------------------------------------------


def word_edits(context: PlanContext, found: Sequence[tuple[Occurrence, WordChange]]) -> list[Edit]:
    """One edit for each block, its changes in reading order; overlapping changes are refused."""
    by_block: dict[Element, list[tuple[Occurrence, WordChange]]] = {}
    for item in found:
        by_block.setdefault(item[0].flat.block, []).append(item)
    edits: list[Edit] = []
    for items in by_block.values():
        items.sort(key=lambda item: (item[1].start, item[1].end))
        for (_, left), (_, right) in zip(items, items[1:], strict=False):
            if right.start < left.end:
                raise context.error(
                    "operations-conflict",
                    "two of the texts to be changed overlap",
                    do="write the longer one only, or name the places more closely",
                )
        edits.append(WordsEdit(items[0][0].flat, tuple(change for _, change in items)))
    return edits


def passable(context: PlanContext, found: list[Occurrence]) -> list[Occurrence]:
    """For a change of the whole Act, `times: all`: without what other operations of the date replace or repeal."""
    kept: list[Occurrence] = []
    for item in found:
        other = claimant(item.flat.block, context.view, context.operation.id, context.working.replaced)
        other = other or claim_in_range(item.flat, item.start, item.end, context.view, context.operation.id)
        if other is None:
            kept.append(item)
        else:
            context.notes.append(f"passed over words that operation {other} of the same date changes")
    return kept


def tidy_addition(context: PlanContext, item: Occurrence, words: str, leaning: Literal["left", "right"]) -> WordChange:
    """New words at a place, with one space where two words would touch."""
    text, offset = item.flat.text, item.start
    if spacing(context) == "tidy" and words:
        before, behind = text[offset - 1 : offset], text[offset : offset + 1]
        if before and not before.isspace() and not words[0].isspace() and words[0] not in _TIDY_BEFORE:
            if before not in _TIDY_AFTER and not _opening_quote(text, offset - 1):
                words = " " + words
        if behind and not behind.isspace() and not words[-1].isspace() and behind not in _TIDY_BEFORE:
            if words[-1] not in _TIDY_AFTER and (behind != '"' or _opening_quote(text, offset)):
                words += " "
    return WordChange(offset, offset, words, leaning)


def _opening_quote(text: str, place: int) -> bool:
    """Whether a straight quotation mark opens: it stands at the start, behind a space or behind a bracket."""
    return text[place] in "\"'" and (place == 0 or text[place - 1].isspace() or text[place - 1] in _TIDY_AFTER)


def tidy_omission(context: PlanContext, item: Occurrence) -> WordChange:
    """Words taken out, with a doubled space closed up, and one before `, . ; : )`."""
    text, start, end = item.flat.text, item.start, item.end
    if spacing(context) == "tidy":
        before, behind = text[start - 1 : start], text[end : end + 1]
        if (not before or before.isspace()) and behind.isspace():
            end += 1
        elif before.isspace() and (not behind or behind in ",.;:)"):
            start -= 1
    return WordChange(start, end, None)


def spacing(context: PlanContext) -> str:
    """`tidy` or `exact`: the operation's, else the spec's."""
    value = context.value("spacing")
    return value if isinstance(value, str) else context.spacing


# ---- errors --------------------------------------------------------------------------------------------------------


def _shown(words: Words) -> str:
    if isinstance(words, Text):
        return f'"{words.value}"'
    first = words.start or words.after or words.before
    return f'"{first.value if first else ""}"' + (f' to "{words.end.value}"' if words.end else "")


def _where(scope: Scope) -> str:
    return scope.target.citation.text if scope.target is not None else "the Act"


def _absent(context: PlanContext, scope: Scope, words: Words, where: str = "") -> AmendmentError:
    plain = words.value if isinstance(words, Text) else (words.start or words.after or words.before or words.end)
    wanted = plain.value if isinstance(plain, Text) else str(plain)
    near = nearest(wanted, (flat.text[first:last] for flat, first, last in scope.places))
    about = []
    do = "quote the words as they stand there; redline show ACT ADDRESS prints them"
    if near is not None:
        about.append(("nearest", f'"{near}"'))
        reason = difference(wanted, near)
        do = reason[0].upper() + reason[1:] if reason else do
    else:
        text = " ".join(flat.text[first:last] for flat, first, last in scope.places)
        text = " ".join(text.split())
        about.append(("there", f'"{text[:160]}{"…" if len(text) > 160 else ""}"' if text else "no words at all"))
    error = context.error(
        "words-not-found",
        f"{_shown(words)} does not occur in {_where(scope)}{where}",
        do=do,
        about=scope.target,
    )
    error.about = (*error.about, *about)
    error.at = words.at
    return error


def _several(context: PlanContext, scope: Scope, words: Words, found: Sequence[Occurrence]) -> AmendmentError:
    error = context.error(
        "words-several",
        f"{_shown(words)} occurs {len(found)} times in {_where(scope)}",
        do="say which: times: all, first, last or a number; or name the place more closely with in:",
        about=scope.target,
    )
    shown = [(f"place {n}", _around(item)) for n, item in enumerate(found[:4], start=1)]
    error.about = (*error.about, *shown)
    error.at = words.at
    return error


def _miscounted(
    context: PlanContext, scope: Scope, words: Words, found: int, wanted: int, *, at_least: bool = False
) -> AmendmentError:
    error = context.error(
        "words-count",
        f"{_shown(words)} occurs {found} {'time' if found == 1 else 'times'} in {_where(scope)}, "
        f"not {'at least ' if at_least else ''}{wanted}",
        do=f"check the text, and declare count: {found} if that is what is meant" if found != wanted else "check times",
        about=scope.target,
    )
    error.at = words.at
    return error


def _around(item: Occurrence) -> str:
    text = item.flat.text
    left = " ".join(text[max(0, item.start - 30) : item.start].split())
    right = " ".join(text[item.end : item.end + 30].split())
    return f"…{left} [{text[item.start : item.end]}] {right}…"


