"""Numbers that stand out of order, or are of another kind than those beside them, after a date's operations.

Real laws do such things, so the drafter is told, and asked whether it is meant; nothing is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from redline.akn.document import Element
from redline.akn.marks import INS, MOVED, View
from redline.akn.structure import all_units, num_of, number_of, numbered_units
from redline.drafting.numbers import LATIN, base_of, list_styles, styles_of, value_of

_Neighbours = tuple[Element | None, Element | None]
_Token = tuple[str, int]
_BEFORE_THE_FIRST = re.compile(r"Z*[A-Z]+\d+[A-Z]*")
"""`A1` and `ZA1` stand before `1` in British Acts."""


Series = Callable[[Element], Sequence[Element] | None]
"""Of a provision: those of its kind through the whole Act, where the Act numbers them through; else None."""


def order_notes(
    numbered: Iterable[tuple[str, Element]], view: View, series: Series
) -> Iterator[tuple[str, str]]:
    """What is said of numbers that do not fit where they stand.

    Args:
        numbered: the provisions that got a number, each with the operation that gave it.
        view: the text after the operations.
        series: what a provision is numbered through with.

    Yields:
        the operation and the note.
    """
    last = {provision: operation for operation, provision in numbered}
    lists = _Lists(view, series, last)
    for provision, operation in last.items():
        if view.parent(provision) is None or not number_of(provision, view) or not view.attached(provision):
            continue
        neighbours = lists.beside(provision)
        if neighbours is None:
            continue
        note = _note(provision, neighbours, lists.styles(provision), view)
        before = neighbours[0]
        if not note and before is not None and last.get(before) == operation:
            note = _leap(before, provision, view)
        if note:
            yield operation, note
        if INS in provision.attrib and MOVED not in provision.attrib:
            told = (*_notes_inside(provision, view), *_notes_at_edges(provision, lists, view))
            yield from ((operation, each) for each in told)


class _Lists:
    """The lists that numbered provisions stand in: those of a kind in one provision, or through the Act.

    Args:
        view: the text after the operations.
        series: what a provision is numbered through with.
        new: the provisions that got a number.
    """

    def __init__(self, view: View, series: Series, new: Collection[Element]) -> None:
        self._view = view
        self._series = series
        self._new = new
        self._beside: dict[Element | str, dict[Element, _Neighbours]] = {}
        self._styles: dict[tuple[Element | str, str], frozenset[str]] = {}

    def beside(self, provision: Element) -> _Neighbours | None:
        """Those of its kind before and behind a provision; None where it stands in no list."""
        return self._list(provision)[1].get(provision)

    def styles(self, provision: Element) -> frozenset[str]:
        """The kinds of numbering of the list as it was."""
        place, members = self._list(provision)
        key = place, str(provision.tag)
        if key not in self._styles:
            old = [unit for unit in members if unit.tag == provision.tag and unit not in self._new]
            self._styles[key] = list_styles([number_of(unit, self._view) for unit in old])
        return self._styles[key]

    def runs_through(self, provision: Element) -> bool:
        """Whether a provision is numbered through the Act."""
        return self._series(provision) is not None

    def _list(self, provision: Element) -> tuple[Element | str, dict[Element, _Neighbours]]:
        through = self._series(provision)
        place = str(provision.tag) if through is not None else self._view.parent(provision)
        assert place is not None
        if place not in self._beside:
            units = numbered_units(place, self._view) if not isinstance(place, str) else through or ()
            self._beside[place] = _neighbours(units)
        return place, self._beside[place]


def _notes_at_edges(new: Element, lists: _Lists, view: View) -> Iterator[str]:
    """What is said of numbers inside a new provision that come next to numbers outside it."""
    for unit in all_units(new, view):
        neighbours = lists.beside(unit) if lists.runs_through(unit) else None
        outside = (each for each in neighbours or () if each is not None and new not in each.iterancestors())
        if neighbours is not None and next(outside, None) is not None:
            note = _note(unit, neighbours, lists.styles(unit), view)
            if note:
                yield note


def _notes_inside(new: Element, view: View) -> Iterator[str]:
    """What is said of the numbers inside a provision that is new as a whole."""
    for unit in (new, *all_units(new, view)):
        for provision, (before, _) in _neighbours(numbered_units(unit, view)).items():
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


def _neighbours(units: Iterable[Element]) -> dict[Element, _Neighbours]:
    """The provisions of a list, each with those of its kind before and behind it."""
    found: dict[Element, _Neighbours] = {}
    before: dict[str, Element] = {}
    for unit in units:
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
