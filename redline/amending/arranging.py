"""Instructions arranged as an amending law has them: items, groups by element, lines with their marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from redline.amending.drafts import Draft
from redline.languages.formulas import Formulas, things_in
from redline.model.address import Part, Step
from redline.model.amending import Instruction, Item, Line, Location, Piece

_OF_ITSELF = frozenset({"replace", "repeal", "restore", "renumber", "move", "split", "join", "enclose"})
"""What is done to an element as a whole is not said in a line under its name."""


def arranged(drafts: Sequence[Draft], formulas: Formulas, number: str) -> tuple[Item, ...]:
    """The items of one Act.

    Args:
        drafts: its instructions, in order.
        formulas: how they are worded.
        number: how items are numbered, with `{n}`.
    """
    groups = [list(group) for _, group in groupby(drafts, key=lambda draft: _key(draft.instruction))]
    parts = [part for group in groups for part in _divided(group)]
    lines = [_lines([draft.instruction for draft in part], formulas) for part in parts]
    alone = len(lines) == 1
    return tuple(
        Item("" if alone else number.format(n=place), tuple(_marked(each, last=place == len(lines))))
        for place, each in enumerate(lines, 1)
    )


def _key(instruction: Instruction) -> tuple[object, ...]:
    """The element that an item is about: an article, the contents, the Act."""
    tops = {_top(place) for place in instruction.places}
    return tuple(tops) if len(tops) == 1 else ("several", instruction.operation, instruction.order)


def _top(place: Location) -> tuple[object, ...]:
    if any(part.kind == "toc" for part in place.parts):
        return ("toc",)
    if place.steps:
        return (place.steps[0].units[:1], place.steps[0].number)
    return ("act", *place.parts[:1])


def _group_of(instruction: Instruction) -> Location | None:
    """The element that a line above can name; None where there is none."""
    place = instruction.places[0]
    if any(part.kind == "toc" for part in place.parts):
        return Location((), (Part("toc"),), "toc")
    return Location(place.steps[:1]) if place.steps else None


def _divided(group: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The instructions of one element, those on it as a whole apart."""
    waiting: list[Draft] = []
    for draft in group:
        instruction = draft.instruction
        top = _group_of(instruction)
        apart = top is None or (
            instruction.action in _OF_ITSELF and any(not things_in(p, top) for p in instruction.places)
        )
        if not apart:
            waiting.append(draft)
            continue
        if waiting:
            yield waiting
        waiting = []
        yield [draft]
    if waiting:
        yield waiting


def _lines(instructions: Sequence[Instruction], formulas: Formulas) -> list[Line]:
    top = _group_of(instructions[0])
    if len(instructions) == 1 or top is None:
        return [Line(formulas.say(each, None), each) for each in instructions]
    units = {_inner(each, top) for each in instructions}
    top = (next(iter(units)) if len(units) == 1 else None) or top
    lines = [_opening(formulas.open_group(top, None))]
    for inner, group in groupby(instructions, key=lambda each: _inner(each, top)):
        members = list(group)
        if inner is None or len(members) == 1:
            lines += [Line(formulas.say(each, top), each) for each in members]
            continue
        lines.append(_opening(formulas.open_group(inner, top)))
        lines += [Line(formulas.say(each, inner), each) for each in members]
    return lines


def _inner(instruction: Instruction, top: Location) -> Location | None:
    """The numbered unit inside the group that all of an instruction is about, and not as a whole."""
    found: set[tuple[Step, ...]] = set()
    for place in instruction.places:
        found.add(place.steps[: len(top.steps) + 1])
    if len(found) != 1:
        return None
    steps = next(iter(found))
    if len(steps) <= len(top.steps) or not top.steps:
        return None
    inner = Location(steps)
    if instruction.action in _OF_ITSELF and any(not things_in(p, inner) for p in instruction.places):
        return None
    return inner


def _opening(words: str) -> Line:
    return Line((f"{words}:",))


def _marked(lines: Sequence[Line], *, last: bool) -> Iterator[Line]:
    """Each line with the mark at its end: `;`, at the end of the Act `.`"""
    for place, line in enumerate(lines):
        if line.instruction is None:
            yield line
            continue
        final = last and place == len(lines) - 1
        yield Line((*line.sentence, "." if final else ";"), line.instruction)


def capital(sentence: Sequence[Piece]) -> tuple[Piece, ...]:
    """The sentence with its first letter a capital."""
    first = sentence[0]
    if not isinstance(first, str):
        return tuple(sentence)
    return (first[:1].upper() + first[1:], *sentence[1:])
