"""Numbers that two provisions would bear after all operations of a date (spec language, §5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from redline.addresses.suggest import describe
from redline.akn.document import Element
from redline.akn.marks import INS, STUB, View
from redline.akn.names import ANNEXES, SUBFLOWS, local_name
from redline.akn.structure import bare_number, num_of, number_of, numbered_units
from redline.akn.working import WorkingAct
from redline.engine.number_order import Series
from redline.errors import AmendmentError
from redline.jurisdictions.profile import Profile
from redline.model.source import Span
from redline.model.spec import Content, Operation, Text

_NumberKey = tuple[str, str, bool]


def _place_of_number(operation: Operation, number: str) -> Span:
    """Where an operation gives a number: the line of its new text that begins with it, or its `as:`."""
    for value in operation.values.values():
        if isinstance(value, Content):
            for place, line in enumerate(value.text.splitlines(), 1):
                if line.strip().startswith(number):
                    return value.line(place)
    # What a join is numbered as says nothing of the numbers inside.
    given = operation.values.get("as") if operation.verb != "join" else None
    texts = [text for text in (given if isinstance(given, tuple) else (given,)) if isinstance(text, Text)]
    named = [text for text in texts if bare_number(text.value) == bare_number(number)]
    return named[0].at if named else operation.at


class NumberCheck:
    """Finds the numbers of one Act that are given twice: among siblings, and through the Act.

    Args:
        working: the Act.
        profile: the drafting profile, which says what its basic unit is.
    """

    def __init__(self, working: WorkingAct, profile: Profile) -> None:
        self._working = working
        self._names = {profile.basic.element, "article", "section"}
        self._through: dict[str, bool] = {}

    def series(self) -> Series:
        """What provisions are numbered through with, in the text as amended so far."""
        view = self._working.view()
        known: dict[str, list[Element]] = {}

        def of_kind(provision: Element) -> list[Element] | None:
            tag = str(provision.tag)
            named = local_name(tag) in self._names and not _apart(provision)
            if not named or not self._numbered_through(tag):
                return None
            if tag not in known:
                units = (unit for unit in self._working.root.iter(tag) if view.attached(unit))
                known[tag] = [unit for unit in units if number_of(unit, view) and not _apart(unit)]
            return known[tag]

        return of_kind

    def doubles(self, numbered: Iterable[tuple[str, Element]]) -> Iterator[tuple[str, Element, Element]]:
        """What was given a number that is in use.

        Args:
            numbered: the provisions that got a number, each with the operation that gave it.

        Yields:
            the operation, the provision, and the other one that bears the number; two that were given the
            same one are a pair, named once.
        """
        seen: set[frozenset[Element]] = set()
        for operation, provision, other in self._every_double(numbered):
            if frozenset((provision, other)) not in seen:
                seen.add(frozenset((provision, other)))
                yield operation, provision, other

    def _every_double(
        self, numbered: Iterable[tuple[str, Element]]
    ) -> Iterator[tuple[str, Element, Element]]:
        view = self._working.view()
        bearing: dict[Element, dict[_NumberKey, list[Element]]] = {}
        for operation, provision in numbered:
            parent = view.parent(provision)
            if parent is None or not number_of(provision, view) or not view.attached(provision):
                continue
            if parent not in bearing:
                bearing[parent] = _by_number(parent, view)
            key = _number_key(provision, view)
            same = [unit for unit in bearing[parent].get(key, ()) if unit is not provision]
            if same and view.parent(same[0]) is parent:
                yield operation, provision, same[0]
            elif (elsewhere := self._elsewhere(provision, key, view)) is not None:
                yield operation, provision, elsewhere

    def _elsewhere(self, provision: Element, key: _NumberKey, view: View) -> Element | None:
        """The provision of another chapter that bears the number, where the Act numbers them through."""
        if local_name(provision.tag) not in self._names or _apart(provision):
            return None
        for other in self._working.numbered(key[1]):
            if (
                other is not provision
                and other.tag == provision.tag
                and view.attached(other)
                and _number_key(other, view) == key
                and not _apart(other)
                and self._numbered_through(str(provision.tag))
            ):
                return other
        return None

    def _numbered_through(self, tag: str) -> bool:
        """Whether the base has no number of that kind twice, over more than one chapter."""
        if tag not in self._through:
            base = self._working.view(0)
            units = [unit for unit in self._working.root.iter(tag) if base.attached(unit)]
            units = [unit for unit in units if number_of(unit, base) and not _apart(unit)]
            keys = [_number_key(unit, base) for unit in units]
            parents = {unit.getparent() for unit in units}
            self._through[tag] = len(parents) > 1 and len(set(keys)) == len(keys)
        return self._through[tag]


def _apart(provision: Element) -> bool:
    """Whether a provision stands in an annex or a quotation, which have numbers of their own."""
    return any(
        local_name(around.tag) in ANNEXES | SUBFLOWS for around in provision.iterancestors(etree.Element)
    )


def _by_number(parent: Element, view: View) -> dict[_NumberKey, list[Element]]:
    """The numbered provisions inside one, by the number they bear."""
    found: dict[_NumberKey, list[Element]] = {}
    for unit in numbered_units(parent, view):
        found.setdefault(_number_key(unit, view), []).append(unit)
    return found


def _number_key(unit: Element, view: View) -> _NumberKey:
    """What two siblings may not share: a publisher's brackets, as in ([1]), tell a second from the first."""
    return str(unit.tag), number_of(unit, view), "[" in num_of(unit, view)


def number_in_use(
    working: WorkingAct,
    operations: Mapping[str, Operation],
    operation: str,
    provision: Element,
    other: Element,
) -> AmendmentError:
    """The error of a number that another provision bears: at the line that gives it, with what gave or kept
    the other.
    """
    view = working.view()
    about: list[tuple[str, str | Span]] = [("act", working.act.name), ("other", describe(other, view))]
    giver = operations.get(other.get(INS, ""))
    repeal = operations.get(other.get(STUB, "")) if view.repealed(other) else None
    do = "give another number, or renumber or repeal (leave: nothing) the other provision on the same date"
    if repeal is not None:
        about.append(("repealed by", repeal.at))
        do = "give another number, or add leave: nothing to that repeal, so that no note keeps the number"
    elif giver is not None:
        about.append(("put there by", giver.at))
    where = "there"
    if view.parent(provision) is not view.parent(other):
        where = f"in the Act, which numbers its {local_name(provision.tag)}s through"
    number = num_of(provision, view)
    return AmendmentError(
        "number-in-use",
        f"the number {number} is already in use {where}",
        do=do,
        at=_place_of_number(operations[operation], number),
        about=about,
    )
