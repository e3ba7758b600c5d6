"""What an amending Act says in a language: the formula of each kind of change, filled in.

A formula is a sentence with gaps (`{where}`, `{old}`); quoted words and quoted text are pieces of it, so that
every output sets them as it does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from redline.model.address import Part, Step
from redline.model.amending import Instruction, Location, Piece, QuotedText, Sentence

Thing = Step | Part
"""A link of the chain by which an element is cited."""


class Formulas(Protocol):
    """The formulas of one language (in one style)."""

    @property
    def code(self) -> str:
        """Two letters."""
        ...

    @property
    def quotes(self) -> tuple[str, str]:
        """The quotation marks around what is quoted."""
        ...

    def say(self, instruction: Instruction, within: Location | None) -> Sentence:
        """An instruction as a sentence without its final mark, its first letter small.

        Args:
            instruction: what is said.
            within: the element that a line above names (`in article 5:`), or None.
        """
        ...

    def for_a_time(self, instruction: Instruction, law: str) -> Sentence:
        """An instruction that has an end, as a sentence of its own without its final mark.

        Args:
            instruction: what is said, with its new text.
            law: the Act, in the genitive where the language has cases.
        """
        ...

    def open_group(self, group: Location, within: Location | None) -> str:
        """The line above the instructions on one element, without the colon: `in article 5`."""
        ...


def fill(template: str, **gaps: str | Sequence[Piece]) -> Sentence:
    """A formula with its gaps filled; pieces that are words run together, spaces are never doubled."""
    pieces: list[Piece] = []
    for part in re.split(r"(\{\w+\})", template):
        name = part[1:-1] if part.startswith("{") else None
        value = part if name is None else gaps[name]
        for piece in [value] if isinstance(value, str) else value:
            if isinstance(piece, str) and pieces and isinstance(pieces[-1], str):
                pieces[-1] += piece
            else:
                pieces.append(piece)
    return _spaced(pieces)


def _spaced(pieces: Sequence[Piece]) -> Sentence:
    tidy: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str):
            piece = re.sub(r" {2,}", " ", piece)
            if not tidy:
                piece = piece.lstrip()
        if piece != "":
            tidy.append(piece)
    return tuple(tidy)


def listed(pieces: Sequence[Sequence[Piece]], joiner: str) -> list[Piece]:
    """Several things one after the other: commas, and `joiner` (` and `) before the last."""
    found: list[Piece] = []
    for place, each in enumerate(pieces):
        if place:
            found.append(joiner if place == len(pieces) - 1 else ", ")
        found += each
    return found


def words_listed(words: Sequence[str], joiner: str) -> str:
    """Words one after the other: `1, 2 and 3`."""
    return "".join(str(piece) for piece in listed([[word] for word in words], joiner))


def quoted_words(words: Sequence[str], role: str, joiner: str) -> list[Piece]:
    """Words in quotation marks, one after the other."""
    made = [
        QuotedText(each, "old" if role == "old" else "new" if role == "new" else "anchor") for each in words
    ]
    return listed([[each] for each in made], joiner)


def things_in(location: Location, within: Location | None) -> list[Thing]:
    """The links of a chain, outermost first, without those that a line above has named."""
    things: list[Thing] = [*location.steps, *location.parts]
    if location.steps and location.parts and location.parts[0].kind == "toc":
        # An entry of the contents stands in the contents.
        things = [location.parts[0], *location.steps, *location.parts[1:]]
    outer: list[Thing] = [] if within is None else [*within.steps, *within.parts]
    same = 0
    while same < min(len(things), len(outer)) and _alike(things[same], outer[same]):
        same += 1
    return things[same:] if same == len(outer) else things


def _alike(one: Thing, other: Thing) -> bool:
    if isinstance(one, Step) and isinstance(other, Step):
        return (one.number, one.units[:1]) == (other.number, other.units[:1])
    return one == other


def kinds_of_words(words: Sequence[str]) -> str:
    """How quoted words are called: `word`, `words`, `digit`, `digits` or `mark`."""
    if all(re.fullmatch(r"[\d\s.,:/%-]*\d[\d\s.,:/%-]*", each) for each in words):
        return "digits" if sum(map(str.isdigit, "".join(words))) > 1 else "digit"
    if all(not any(sign.isalnum() for sign in each) for each in words):
        return "mark"
    return "word" if len(words) == 1 and len(re.findall(r"\w[\w-]*", words[0])) == 1 else "words"


def is_number(words: str) -> bool:
    """Whether a row is named by its printed number (`331`, `331-1`), which no quotation marks go around."""
    return re.fullmatch(r"\d+(-\d+)*", words) is not None


def unnumbered_row(instruction: Instruction) -> Location | None:
    """The row beside which rows come that have no number, as it is cited in its table; else None."""
    new, beside = instruction.new, instruction.beside
    rows = bool(new) and all(place.parts[-1:] == (Part("row"),) for place in new)
    if not rows or beside is None or instruction.side not in ("before", "after"):
        return None
    return Location((), beside.parts[-1:])


def same_but_last(chains: Sequence[Sequence[Thing]]) -> bool:
    """Whether several elements stand in one and are of one kind, so that they share its name."""
    first = chains[0]
    return all(
        len(chain) == len(first)
        and all(_alike(a, b) for a, b in zip(chain[:-1], first[:-1], strict=True))
        and _kind(chain[-1]) == _kind(first[-1])
        for chain in chains
    )


def in_one_unit(places: Sequence[Location], within: Location | None) -> tuple[Location, list[list[Location]]]:
    """Several elements of one unit: the unit, to be said once, and the elements in groups of one kind.

    Args:
        places: the elements.
        within: what a line above names.
    """
    shared, first = within or Location(), places[0].steps[:1]
    inside = all(place.steps[:1] == first and (place.steps[1:] or place.parts) for place in places)
    if inside and len(shared.steps) < 2 and first:
        shared = Location(first)
    groups: list[list[Location]] = []
    for place in places:
        chain = things_in(place, shared)
        alike = groups and chain and same_but_last([things_in(groups[-1][0], shared), chain])
        if alike:
            groups[-1].append(place)
        else:
            groups.append([place])
    return shared, groups


def _kind(thing: Thing) -> str:
    if isinstance(thing, Part):
        return f"{thing.kind} named" if thing.words and thing.kind not in ("block", "part") else thing.kind
    return thing.units[0] if thing.units else ""
