"""Words for `substitute`, `add` and `omit`: which occurrences are meant, and what becomes of them (§3)."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Literal

from redline.addresses.code_parts import cite_in
from redline.addresses.suggest import describe
from redline.akn.claims import claim_in_range, claimant, deleted_ranges
from redline.akn.document import Element
from redline.akn.edits import Edit, WordChange, WordsEdit
from redline.akn.find import occurrences
from redline.akn.marks import INS, STUB
from redline.akn.ranges import BREAK, Flat, with_breaks
from redline.akn.structure import enclosing_provision, own_blocks, units
from redline.model.spec import Text, Times, Words, WordSpan
from redline.operations.context import PlanContext
from redline.operations.lookalike_notes import note_lookalikes
from redline.operations.permitted import repealed_around
from redline.operations.scope import Occurrence, Scope, ignored, whole_words
from redline.operations.word_errors import absent, bare_edge, miscounted, not_at_edge, several, unclosed

_TIDY_BEFORE = ",.;:)]»”’!?%"
_TIDY_AFTER = "([«“„"


def find_words(context: PlanContext, scope: Scope, words: Words) -> list[Occurrence]:
    """Every occurrence of the words (or span of words) in a scope, in reading order."""
    begin = words if isinstance(words, Text) else (words.start or words.after or words.before)
    assert begin is not None
    if not begin.value:
        raise context.error(
            "value-wrong", "the words to look for are empty", do="write the words as they stand in the law"
        )
    found = _living(context, scope, list(scope.occurrences(begin.value)))
    if isinstance(words, WordSpan):
        return [_stretch(context, scope, words, item) for item in found]
    return found


def _living(context: PlanContext, scope: Scope, found: list[Occurrence]) -> list[Occurrence]:
    """Without what repealed provisions have left, which is passed over and reported.

    Raises:
        AmendmentError: `provision-repealed` where the words stand nowhere else.
    """
    view = context.view if scope.target is None else scope.target.view
    stubs = [repealed_around(item.flat.block, view) for item in found]
    if context.working.sequential:
        # Under `addressing: current` the note that a predecessor has left is text like any other.
        stubs = [None if stub is not None and stub.get(STUB) is not None else stub for stub in stubs]
    passed = list(dict.fromkeys(stub for stub in stubs if stub is not None))
    if not passed:
        return found
    names = ", ".join(cite_in(context.working, stub, view) or describe(stub, view) for stub in passed)
    if all(stub is not None for stub in stubs):
        raise context.error(
            "provision-repealed",
            f"the words stand only in what is repealed: {names}",
            do="take this operation out, or restore the provision with new words (restore: …)",
            about=scope.target,
        )
    context.notes.append(f"passed over {names}: repealed, so its words are not amended")
    return [item for item, stub in zip(found, stubs, strict=True) if stub is None]


def _stretch(context: PlanContext, scope: Scope, words: WordSpan, item: Occurrence) -> Occurrence:
    """The words that a span names, from the occurrence of its first words on.

    A space beside the words that bound it (`after`, `before`) is no part of it, unless `spacing: exact`.
    """
    text = item.flat.text
    first, last = scope.limits(item.flat)
    start, end, closed = item.start, last, True
    if words.before is not None:
        start, end = first, item.start
    elif words.after is not None:
        start = item.end
    if words.end is not None:
        limits = (item.end, last)
        behind = occurrences(words.end.value, text, ignored(context), whole_words(context), limits)
        closed = bool(behind)
        end = behind[0][1] if closed else item.end
    if spacing(context) == "tidy":
        while words.after is not None and start < end and text[start].isspace():
            start += 1
        while words.before is not None and end > start and text[end - 1].isspace():
            end -= 1
    return Occurrence(item.flat, start, end, closed)


def choose(context: PlanContext, scope: Scope, words: Words, found: list[Occurrence]) -> list[Occurrence]:
    """The occurrences that `times` and `count` name.

    Raises:
        AmendmentError: `words-not-found`, `words-several`, `words-count`.
    """
    times = context.value("times")
    count = context.value("count")
    if not found:
        raise absent(context, scope, words)
    if isinstance(count, int) and not isinstance(count, bool) and count != len(found):
        raise miscounted(context, scope, words, len(found), count)
    place = context.value("at")
    if isinstance(place, str) and context.operation.verb != "add":
        found = _at_edge(context, scope, words, found, place)
    if isinstance(times, Times):
        found = _timed(context, scope, words, found, times)
    elif len(found) > 1 and not isinstance(count, int):
        raise several(context, scope, words, found)
    if isinstance(words, WordSpan):
        for item in found:
            if not item.closed:
                raise unclosed(context, scope, words, item)
            if item.start == item.end:
                raise bare_edge(context, scope, words, item)
    note_lookalikes(context, words, found)
    return found


def _timed(
    context: PlanContext, scope: Scope, words: Words, found: list[Occurrence], times: Times
) -> list[Occurrence]:
    if times.word == "first":
        return found[:1]
    if times.word == "last":
        return found[-1:]
    if times.word == "both" and len(found) != 2:
        raise miscounted(context, scope, words, len(found), 2)
    if times.word is None:
        if max(times.numbers) > len(found):
            raise miscounted(context, scope, words, len(found), max(times.numbers), at_least=True)
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
    raise not_at_edge(context, scope, words, place, text[first:last])


def _edge(context: PlanContext, scope: Scope, place: str) -> tuple[Flat, int, int]:
    if scope.target is None:
        raise context.error(
            "address-part",
            f"at: {place} needs a place: the Act has many provisions, each with its own {place}",
            do="say where with in: ADDRESS",
        )
    places: list[tuple[Flat, int, int]]
    if scope.target is not None and not scope.target.blocks:
        own = [block for _, block in own_blocks(scope.target.element, scope.target.view)]
        places = [item for item in scope.places if item[0].block in own]
        if places and any(True for _ in units(scope.target.element, scope.target.view)):
            raise context.error(
                "address-part",
                f"{scope.target.citation.text} has sub-provisions: its {place} can be read in two ways",
                do=(
                    f"say which words: in: {scope.target.citation.text} / intro (before the list) or / "
                    f"wrap (after it)"
                ),
                about=scope.target,
                key="in",
            )
    else:
        places = list(scope.places)
    if not places:
        raise context.error(
            "address-part",
            "there are no words at this place",
            do="name a provision that has words of its own",
            key="in",
        )
    return places[-1] if place == "end" else places[0]


def edge_of(context: PlanContext, scope: Scope, place: str) -> Occurrence:
    """The empty stretch at the start or end of the provision's own words (`at: end` is after the last
    character).
    """
    flat, first, last = _edge(context, scope, place)
    text = flat.text[first:last]
    offset = first + len(text) - len(text.lstrip()) if place == "start" else first + len(text.rstrip())
    return Occurrence(flat, offset, offset)


# ---- from occurrences to edits
# -------------------------------------------------------------------------------------


def word_edits(context: PlanContext, found: Sequence[tuple[Occurrence, WordChange]]) -> list[Edit]:
    """One edit for each block, its changes in reading order; overlapping changes are refused.

    Words that two of the addresses name (a paragraph, and the article it stands in) are changed once.
    """
    by_block: dict[Element, list[tuple[Occurrence, WordChange]]] = {}
    for item in found:
        there = by_block.setdefault(item[0].flat.block, [])
        if item[1] not in (change for _, change in there):
            there.append(item)
    edits: list[Edit] = []
    for items in by_block.values():
        items.sort(key=lambda item: (item[1].start, item[1].end))
        for (_, left), (_, right) in pairwise(items):
            if right.start < left.end:
                raise context.error(
                    "operations-conflict",
                    "two of the texts to be changed overlap",
                    do="write the longer one only, or name the places more closely",
                )
        edits.append(WordsEdit(items[0][0].flat, _touching_as_one([change for _, change in items])))
    return edits


def _touching_as_one(changes: Sequence[WordChange]) -> tuple[WordChange, ...]:
    """Words that go and the space that goes with them are one change."""
    merged: list[WordChange] = []
    for change in changes:
        last = merged[-1] if merged else None
        if last is not None and last.new is None and change.new is None and last.end == change.start:
            merged[-1] = WordChange(last.start, change.end, None)
        else:
            merged.append(change)
    return tuple(merged)


def passable(context: PlanContext, found: list[Occurrence]) -> list[Occurrence]:
    """For a change of the whole Act, `times: all`: without what other operations of the date replace or
    repeal.

    What another change of the whole Act took is left in, and refused as a conflict: neither of the two is
    the more special one, and which of them won would depend on their order.
    """
    kept: list[Occurrence] = []
    passed: dict[str, dict[str, None]] = {}
    for item in found:
        other = claimant(item.flat.block, context.view, context.operation.id, context.working.replaced)
        other = other or claim_in_range(item.flat, item.start, item.end, context.view, context.operation.id)
        if other is None or _is_throughout(context, other):
            kept.append(item)
        else:
            context.passed_over = True
            passed.setdefault(other, {})[_cited(context, item.flat.block)] = None
    for other, places in passed.items():
        context.notes.append(f"passed over words in {', '.join(places)} that {context.named(other)} changes")
    return kept


def _is_throughout(context: PlanContext, operation: str) -> bool:
    found = context.operations.get(operation)
    return found is not None and found.throughout


def _cited(context: PlanContext, block: Element) -> str:
    """The provision in which a block stands, as it is cited; the Act where it stands in none."""
    view = context.working.view()
    provision = enclosing_provision(block, view)
    return "the Act" if provision is None else cite_in(context.working, provision, view)


def tidy_addition(
    context: PlanContext, item: Occurrence, words: str, leaning: Literal["left", "right"]
) -> WordChange:
    """New words at a place, with one space where two words would touch."""
    text, offset = item.flat.text, item.start
    if spacing(context) == "tidy" and words:
        if _touches_before(text, offset, words):
            words = " " + words
        if _touches_behind(text, offset, words):
            words += " "
    return WordChange(offset, offset, words, leaning)


def tidy_seam(context: PlanContext, before: str, between: str, behind: str) -> str:
    """What stands between two texts that are joined, with one space where words would touch."""
    if spacing(context) == "exact" or not between:
        return between
    if before[-1:].isspace():
        between = between.lstrip()
    if not between:
        return between
    if _touches_before(before, len(before), between):
        between = " " + between
    if _touches_behind(behind, 0, between):
        between += " "
    return between


def _touches_before(text: str, offset: int, words: str) -> bool:
    before = text[offset - 1 : offset]
    if not before or before.isspace() or words[0].isspace() or words[0] in _TIDY_BEFORE:
        return False
    return before not in _TIDY_AFTER and not _opening_quote(text, offset - 1)


def _touches_behind(text: str, offset: int, words: str) -> bool:
    behind = text[offset : offset + 1]
    if not behind or behind.isspace() or words[-1].isspace() or behind in _TIDY_BEFORE:
        return False
    return words[-1] not in _TIDY_AFTER and (behind != '"' or _opening_quote(text, offset))


def _opening_quote(text: str, place: int) -> bool:
    """Whether a straight quotation mark opens: it stands at the start, behind a space or behind a bracket."""
    return text[place] in "\"'" and (
        place == 0 or text[place - 1].isspace() or text[place - 1] in _TIDY_AFTER
    )


def tidy_omissions(context: PlanContext, items: Sequence[Occurrence]) -> list[tuple[Occurrence, WordChange]]:
    """Words taken out, with a doubled space closed up, and one before `, . ; : )`."""
    chosen = [(item, WordChange(item.start, item.end, None)) for item in items]
    if spacing(context) == "exact":
        return chosen
    by_block: dict[Element, list[Occurrence]] = {}
    for item in items:
        by_block.setdefault(item.flat.block, []).append(item)
    for there in by_block.values():
        ranges = sorted({(item.start, item.end) for item in there})
        for start, end in spare_spaces(context, there[0].flat, ranges):
            chosen.append((there[0], WordChange(start, end, None)))
    return chosen


def spare_spaces(
    context: PlanContext, flat: Flat, ranges: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The spaces that words leave behind when they go: doubled, at an edge of the block, behind an opening
    bracket, or before a mark.

    What other operations of the date take out beside them is no neighbour any more; what they put in is one.
    """
    gone = [*ranges, *deleted_ranges(flat, context.view, context.operation.id)]
    put = {offset for offset, words in flat.hidden if INS in words.attrib and any(words.itertext())}
    spare: list[tuple[int, int]] = []
    text = with_breaks(flat)
    for start, end in ranges:
        while (place := _spare(text, start, end, [*gone, *spare], put)) is not None:
            space = (place, place + 1)
            if space in spare:
                break
            spare.append(space)
    return spare


def _spare(
    text: str, left: int, right: int, gone: Sequence[tuple[int, int]], put: Container[int]
) -> int | None:
    """Where the spare space beside [left, right) stands, or None; `put` are the places of new words."""
    while left not in put:
        over = next((start for start, end in gone if start < left <= end), None)
        if over is None:
            break
        left = over
    while right not in put:
        over = next((end for start, end in gone if start <= right < end), None)
        if over is None:
            break
        right = over
    before, behind = text[left - 1 : left] if left else "", text[right : right + 1]
    if behind == BREAK and before.isspace() and before != BREAK:
        return left - 1
    if behind.isspace() and (not before or before.isspace() or before in _TIDY_AFTER):
        return right
    if before.isspace() and (not behind or behind in _TIDY_BEFORE):
        return left - 1
    return None


def spacing(context: PlanContext) -> str:
    """`tidy` or `exact`: the operation's, else the spec's."""
    value = context.value("spacing")
    return value if isinstance(value, str) else context.spacing
