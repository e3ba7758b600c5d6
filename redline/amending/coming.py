"""Entry into force: the date of most changes, and for the others the paragraphs of this very Act.

Law No. 480-V, article 24(4): exceptions name units of the amending Act, unnumbered paragraphs by their place.
Quoted paragraphs count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from redline.languages.enacting import Enacting, Place
from redline.model.amending import AmendedAct, AmendingAct, Item, Line, Provision, QuotedStructure
from redline.model.spec import Commencement


def commencement_of(act: AmendingAct, words: Enacting) -> tuple[Provision, ...]:
    """The provisions of the article on entry into force: the rule, then its numbered exceptions.

    Args:
        act: the amending Act, complete but for these.
        words: its language.
    """
    rules = [rule for amended in act.acts for item in amended.items for rule in _rules(item)]
    usual = Counter(rules).most_common(1)[0][0] if rules else None
    if None in rules and usual is not None and rules.count(None) == rules.count(usual):
        usual = None
    others = [rule for rule in dict.fromkeys(rules) if rule != usual]
    exceptions = [words.except_(tuple(_together(_places(act, rule))), rule) for rule in others]
    if len(exceptions) == 1:
        return (Provision("", words.commence_but(usual, exceptions[0])),)
    lead = Provision("", words.commence(usual, bool(exceptions)))
    last = len(exceptions)
    return (
        lead,
        *(
            Provision(f"{n})", said + (words.closing(usual) if n == last else ";"))
            for n, said in enumerate(exceptions, 1)
        ),
    )


def paragraphs_of(line: Line) -> int:
    """How many paragraphs a line is, its quoted text included."""
    return 1 + sum(max(1, len(piece.blocks)) for piece in line.sentence if isinstance(piece, QuotedStructure))


def _rules(item: Item) -> Iterator[Commencement | None]:
    for line in item.lines:
        if line.instruction is not None and line.instruction.until is None:
            yield line.instruction.commencement


def _places(act: AmendingAct, rule: Commencement | None) -> Iterator[Place]:
    """Where the instructions of one commencement stand."""
    for number, amended in enumerate(act.acts, 1):
        around = place_of(act, number, amended)
        mine = [item for item in amended.items if rule in set(_rules(item))]
        if mine and len(mine) == len(amended.items) and all(set(_rules(item)) == {rule} for item in mine):
            yield around
            continue
        for item in mine:
            whole = set(_rules(item)) == {rule}
            paragraphs = () if whole else tuple(_paragraphs(item.lines, rule))
            yield replace(around, items=bare(item.number), paragraphs=paragraphs)


def place_of(act: AmendingAct, number: int, amended: AmendedAct) -> Place:
    """Where all is that an amending Act says of one Act, the so-and-so-manieth that it amends.

    A by-law has a point for each Act and no articles; a law has one article for all.
    """
    return unit_of(act, number) if act.unit == "paragraph" else Place("1", bare(amended.number))


def unit_of(act: AmendingAct, number: int) -> Place:
    """An article of the amending Act; of a by-law, a point."""
    return Place("", (str(number),)) if act.unit == "paragraph" else Place(str(number))


def bare(number: str) -> tuple[str, ...]:
    """A number without its marks; nothing where there is none."""
    return tuple(filter(None, (number.strip("()."),)))


def _together(places: Iterable[Place]) -> Iterator[Place]:
    """Whole items of one point as one place, and so whole points."""
    held: Place | None = None
    for place in places:
        joined = None if held is None else _joined(held, place)
        if joined is None and held is not None:
            yield held
        held = joined or place
    if held is not None:
        yield held


def _joined(one: Place, other: Place) -> Place | None:
    if one.paragraphs or other.paragraphs:
        return None
    if one.items and other.items and one.points == other.points:
        return replace(one, items=(*one.items, *other.items))
    if one.points and other.points and not one.items and not other.items:
        return replace(one, points=(*one.points, *other.points))
    return None


def _paragraphs(lines: Sequence[Line], rule: Commencement | None) -> Iterator[int]:
    at = 1
    for line in lines:
        count = paragraphs_of(line)
        if line.instruction is not None and line.instruction.commencement == rule:
            yield from range(at, at + count)
        at += count
