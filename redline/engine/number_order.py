"""Numbers that stand out of order, or are of another kind than those beside them, after a date's operations.

Real laws do such things, so the drafter is told, and asked whether it is meant; nothing is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from redline.akn.document import Element
from redline.akn.marks import INS, MOVED, View
from redline.akn.structure import all_units, num_of, number_of, numbered_units
from redline.drafting.numbers import LATIN, base_of, list_styles, styles_of, value_of

_Neighbours = tuple[Element | None, Element | None]
_Token = tuple[str, int]
_BEFORE_THE_FIRST = re.compile(r"Z*[A-Z]+\d+[A-Z]*")
"""`A1` and `ZA1` stand before `1` in British Acts."""


def order_notes(numbered: Iterable[tuple[str, Element]], view: View) -> Iterator[tuple[str, str]]:
    """What is said of numbers that do not fit where they stand.

    Args:
        numbered: the provisions that got a number, each with the operation that gave it.
        view: the text after the operations.

    Yields:
        the operation and the note.
    """
    last = {provision: operation for operation, provision in numbered}
    beside: dict[Element, dict[Element, _Neighbours]] = {}
    styles: dict[tuple[Element, str], frozenset[str]] = {}
    for provision, operation in last.items():
        parent = view.parent(provision)
        if parent is None or not number_of(provision, view) or not view.attached(provision):
            continue
        if parent not in beside:
            beside[parent] = _neighbours(parent, view)
        neighbours = beside[parent].get(provision)
        if neighbours is None:
            continue
        key = parent, str(provision.tag)
        if key not in styles:
            alike = [unit for unit in beside[parent] if unit.tag == provision.tag and unit not in last]
            styles[key] = list_styles([number_of(unit, view) for unit in alike])
        note = _note(provision, neighbours, styles[key], view)
        before = neighbours[0]
        if not note and before is not None and last.get(before) == operation:
            note = _leap(before, provision, view)
        if note:
            yield operation, note
        if INS in provision.attrib and MOVED not in provision.attrib:
            yield from ((operation, told) for told in _notes_inside(provision, view))


def _notes_inside(new: Element, view: View) -> Iterator[str]:
    """What is said of the numbers inside a provision that is new as a whole."""
    for unit in (new, *all_units(new, view)):
        for provision, (before, _) in _neighbours(unit, view).items():
            if before is not None and view.parent(provision) is unit:
                note = _leap(before, provision, view)
                if note:
                    yield note


def _leap(before: Element, provision: Element, view: View) -> str:
    """Asks about a number of the new text that does not come after the one before it, or leaves some out."""
    first, second = number_of(before, view), number_of(provision, view)
    styles = styles_of(first) & styles_of(second)
    whole = first == base_of(first) and second == base_of(second)
    leaps = [
        not _ascends(first, second, style) or (whole and value_of(second, style) > value_of(first, style) + 1)
        for style in styles
    ]
    if not leaps or not all(leaps):
        return ""
    return f"{_shown(provision, view)} follows {_shown(before, view)} in the new text: is that meant?"


def _neighbours(parent: Element, view: View) -> dict[Element, _Neighbours]:
    """The numbered provisions in a provision, each with those of its kind before and behind it."""
    found: dict[Element, _Neighbours] = {}
    before: dict[str, Element] = {}
    for unit in numbered_units(parent, view):
        previous = before.get(str(unit.tag))
        found[unit] = previous, None
        if previous is not None:
            found[previous] = found[previous][0], unit
        before[str(unit.tag)] = unit
    return found


def _note(provision: Element, neighbours: _Neighbours, styles: frozenset[str], view: View) -> str:
    number = number_of(provision, view)
    others = [number_of(unit, view) if unit is not None else "" for unit in neighbours]
    if not any(others) or not styles or _BEFORE_THE_FIRST.fullmatch(number):
        return ""
    place = _place(neighbours, view)
    printed = _shown(provision, view)
    own = styles & styles_of(number)
    if not own and all(styles & styles_of(other) for other in others if other):
        return f"{printed} is a number of another kind than those beside it ({place}): is that meant?"
    if own and all(_broken(others[0], number, others[1], style) for style in own):
        return f"{printed} stands {place}: is that meant?"
    brackets = {_brackets(unit, view) for unit in neighbours if unit is not None}
    if len(brackets) == 1 and _brackets(provision, view) not in brackets:
        return f"{printed} is printed otherwise than the numbers beside it ({place}): is that meant?"
    return ""


def _broken(before: str, number: str, behind: str, style: str) -> bool:
    """Whether a number breaks the order of its neighbours, which are in order themselves."""
    if before and behind and not _ascends(before, behind, style):
        return False
    return bool(before and not _ascends(before, number, style)) or bool(
        behind and not _ascends(number, behind, style)
    )


def _ascends(first: str, second: str, style: str) -> bool:
    """Whether a number can stand before another; so it is too where the two cannot be compared."""
    values = value_of(first, style), value_of(second, style)
    if not all(values) and "0" not in (base_of(first), base_of(second)):
        return True
    if style.endswith("alpha") and max(len(base_of(first)), len(base_of(second))) > 1:
        return True
    if values[0] != values[1]:
        return values[0] < values[1]
    tokens = _suffix(first), _suffix(second)
    for one, other in zip(*tokens, strict=False):
        if one[0] != other[0] or not one[0]:
            return True
        if one[1] != other[1]:
            return one[1] < other[1]
    # `1-0` is written where something comes before the first.
    return len(tokens[0]) <= len(tokens[1]) or tokens[0][len(tokens[1])][1] == 0


def _suffix(number: str) -> Sequence[_Token]:
    """What stands behind the base of a number, piece by piece: a kind ("" where it is not known), a value."""
    latin = LATIN.split("|")
    found: list[_Token] = []
    for piece in re.findall(r"\d+|[^\W\d_]+", number[len(base_of(number)) :]):
        if piece.isdigit():
            found.append(("digits", int(piece)))
        elif piece in latin:
            found.append(("latin", latin.index(piece) + 1))
        else:
            found.append(("letter", ord(piece.lower())) if len(piece) == 1 else ("", 0))
    return found


def _brackets(unit: Element, view: View) -> tuple[bool, bool]:
    printed = num_of(unit, view)
    return "(" in printed, ")" in printed


def _place(neighbours: _Neighbours, view: View) -> str:
    before, behind = (_shown(unit, view) if unit is not None else "" for unit in neighbours)
    if before and behind:
        return f"between {before} and {behind}"
    return f"before {behind}" if behind else f"after {before}"


def _shown(unit: Element, view: View) -> str:
    """The number as printed, without a full stop, which would end the sentence."""
    return num_of(unit, view).rstrip(".") or number_of(unit, view)
