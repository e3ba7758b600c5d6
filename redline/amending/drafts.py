"""One operation as instructions: each verb's own way, and what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from redline.akn.document import Element
from redline.akn.edits import ClaimEdit, InsertEdit, WordsEdit, WrapEdit
from redline.akn.marked import MarkedAct
from redline.akn.marks import View
from redline.akn.names import HEADS, PROVISIONS, local_name
from redline.akn.plans import Named, Planned
from redline.akn.quoting import head_of, markup_quoted, quotation_of, words_quoted
from redline.akn.structure import enclosing_provision
from redline.amending.counting import NoFormulaError
from redline.amending.locating import Locator
from redline.model.address import Part
from redline.model.amending import Action, Instruction, Location, QuotedStructure, Side
from redline.model.spec import Content, Leave, Text, Value

Settings = tuple[tuple[str, str], ...]
_LAST = 10**9
"""Behind all words of a block."""


class Draft(Struct, frozen=True):
    """An instruction before it is put in its place.

    Attributes:
        instruction: what is said.
        element: where it stands, for the order.
        unit: the provision that it changes; None where it changes the Act as a whole.
        view: the text it is read in.
    """

    instruction: Instruction
    element: Element
    unit: Element | None
    view: View


class Drafter:
    """Says the operations on one Act as instructions."""

    def __init__(self, marked: MarkedAct, locator: Locator) -> None:
        self.marked = marked
        self.locator = locator

    def after(self, planned: Planned) -> View:
        """The text right after an operation."""
        return self.marked.view(self.marked.order[planned.operation.id] + 1)

    def draft(
        self,
        planned: Planned,
        action: Action,
        places: Sequence[Location],
        element: Element,
        *,
        quoted: Sequence[QuotedStructure] = (),
        new: Sequence[Location] = (),
        beside: Location | None = None,
        side: Side = "",
        settings: Settings = (),
        offset: int = 0,
    ) -> Draft:
        """An instruction of one operation, with what the operation says of time."""
        operation = planned.operation
        if operation.references != "report":
            settings = (*settings, ("references", operation.references))
        instruction = Instruction(
            action,
            tuple(places),
            operation.id,
            planned.date,
            operation.commencement,
            operation.until,
            quoted=tuple(quoted),
            new=tuple(new),
            beside=beside,
            side=side,
            settings=tuple(sorted(settings)),
            order=(*self._order_of(action, element, offset), operation.order),
        )
        return Draft(instruction, element, enclosing_provision(element, planned.view), planned.view)

    def _order_of(self, action: Action, element: Element, offset: int) -> tuple[int, int]:
        """Where an instruction stands; a new number or place is given behind what amends the element."""
        if action not in ("move", "renumber"):
            return self.locator.order_of(element), offset
        *_, last = element.iter(etree.Element)
        return self.locator.order_of(last), _LAST

    def quote(self, elements: Sequence[Element], view: View) -> QuotedStructure:
        """Elements as they read in one text."""
        return quotation_of(self.marked.base, elements, view)

    def structural(self, planned: Planned) -> list[Draft]:
        """The instructions of a verb that is not one of words.

        Raises:
            NoFormulaError: what it did has no formula.
        """
        return list(_VERBS[planned.operation.verb](self, planned))

    # --- verbs

    def _replace(self, planned: Planned) -> Iterator[Draft]:
        verb = planned.operation.verb
        targets = planned.found[verb]
        action: Action = "restore" if verb == "restore" else "replace"
        first = targets[0]
        after = self.after(planned)
        places = [self._whole(target, alone=len(targets) == 1) for target in targets]
        if first.part is None:
            quoted = [self.quote([each], after) for each in self._units_after(planned, targets, after)]
        elif first.part == "heading":
            yield self._retitled(planned, first)
            return
        elif first.part == "act":
            content = planned.operation.values["with"]
            assert isinstance(content, Content)
            quoted = [markup_quoted(self.marked.base, content.text)]
        elif first.part == "column":
            raise NoFormulaError  # no law amends columns: the table is said whole
        elif first.span is not None:
            quoted = [self._sentence(planned)]
        else:
            quoted = [self.quote(self._pieces_after(planned, first, after), after)]
        yield self.draft(
            planned, action, places, first.element, quoted=quoted, offset=first.span[0] if first.span else 0
        )

    def _whole(self, target: Named, *, alone: bool) -> Location:
        """What is replaced or goes: of all paragraphs of a provision its text, since its number stays."""
        place = self.locator.target(target, alone=alone)
        stays = target.part in ("block", "part", "text") and not place.parts and bool(place.steps)
        return replace(place, parts=(Part("text"),)) if stays else place

    def _units_after(self, planned: Planned, targets: Sequence[Named], after: View) -> list[Element]:
        """The provisions that stand where those that were replaced stood."""
        old = [target.provision for target in targets]
        new = [
            edit.element
            for edit in planned.edits
            if isinstance(edit, InsertEdit)
            and local_name(edit.element.tag) in PROVISIONS
            and not any(ancestor in old for ancestor in edit.element.iterancestors())
        ]
        found = dict.fromkeys(each for each in (*old, *new) if after.attached(each))
        if not found:
            raise NoFormulaError
        return sorted(found, key=self.locator.order_of)

    def _pieces_after(self, planned: Planned, target: Named, after: View) -> list[Element]:
        """The blocks, the row or the table that stands where a part stood."""
        claimed = [edit.element for edit in planned.edits if isinstance(edit, ClaimEdit)]
        old = list(target.blocks) or [target.element, *claimed]
        new = [edit.element for edit in planned.edits if isinstance(edit, InsertEdit)]
        found = [each for each in dict.fromkeys((*old, *new)) if after.attached(each)]
        found = [each for each in found if not any(other in found for other in each.iterancestors())]
        if not found or any(local_name(each.tag) in PROVISIONS for each in found):
            raise NoFormulaError
        return sorted(found, key=self.locator.order_of)

    def _sentence(self, planned: Planned) -> QuotedStructure:
        """The new words of a sentence."""
        for edit in planned.edits:
            if isinstance(edit, WordsEdit) and len(edit.changes) == 1:
                new = edit.changes[0].new
                if isinstance(new, str):
                    return words_quoted(self.marked.base, new.strip())
                if new is not None:
                    return quotation_of(self.marked.base, [new], self.after(planned), trimmed=True)
        raise NoFormulaError

    def _insert(self, planned: Planned) -> Iterator[Draft]:
        side, anchor = _anchor(planned)
        after = self.after(planned)
        beside = self.locator.target(anchor, alone=True)
        settings = _settings(planned, "at")
        if anchor.part == "column":
            raise NoFormulaError  # no law amends columns: the table is said whole
        if anchor.span is not None:
            yield self._sentence_inserted(planned, anchor, beside, side)
            return
        elements = [edit.element for edit in planned.edits if isinstance(edit, InsertEdit)]
        elements = list(dict.fromkeys(inner for each in elements for inner in _unpacked(each)))
        if not elements:
            raise NoFormulaError
        elements.sort(key=self.locator.order_of)
        host = self.locator.host_of(elements[0], planned.view)
        new = [location for each in elements if (location := self._named(each, after)) is not None]
        whole = not new or len(new[0].steps) <= 1 or host is None
        place = Location() if whole or host is None else self.locator.provision(host, planned.view)
        if local_name(elements[0].tag) == "tr":
            place, new = self.locator.new_rows(elements, planned.view, after)
            quoted = [self.quote(elements, after)]
        elif not all(local_name(each.tag) in PROVISIONS for each in elements):
            place = Location() if host is None else self.locator.provision(host, planned.view)
            new = self._blocks_named(planned, elements, host)
            if host is not None and new:
                place = Location(place.steps, new[0].parts[:-1], place.address)
            quoted = [self.quote(elements, after)]
        else:
            quoted = [self.quote([each], after) for each in elements]
            if new and new[0].parts:
                place = replace(place, steps=new[0].steps, parts=new[0].parts[:-1])
        yield self.draft(
            planned, "insert", [place], elements[0], quoted=quoted, new=new, beside=beside, side=side,
            settings=settings,
        )  # fmt: skip

    def _named(self, element: Element, view: View) -> Location | None:
        """A provision by the number it has; None for what is no numbered provision."""
        if local_name(element.tag) not in PROVISIONS:
            return None
        location = self.locator.provision(element, view)
        self.locator.check(location, (element,), view)
        return location if location.steps else None

    def _blocks_named(
        self, planned: Planned, elements: Sequence[Element], host: Element | None
    ) -> list[Location]:
        """Unnumbered paragraphs by the places they will have among those that are there now."""
        if host is None:
            return []
        views = (planned.view, self.after(planned))
        return self.locator.new_blocks(elements, host, views)

    def _sentence_inserted(self, planned: Planned, anchor: Named, beside: Location, side: Side) -> Draft:
        place = Location(beside.steps, beside.parts[:-1], beside.address)
        last = beside.parts[-1].index if beside.parts else None
        count = (last or 0) + (1 if side == "after" else 0)
        new = Location(beside.steps, (*beside.parts[:-1], Part("sentence", count or 1)), beside.address)
        return self.draft(
            planned, "insert", [place], anchor.element, quoted=[self._sentence(planned)], new=[new],
            beside=beside, side=side, offset=anchor.span[1] if anchor.span else 0,
        )  # fmt: skip

    def _repeal(self, planned: Planned) -> Iterator[Draft]:
        targets = planned.found["repeal"]
        settings = _settings(planned, "leave")
        places = [self._whole(target, alone=len(targets) == 1) for target in targets]
        first = targets[0]
        yield self.draft(
            planned,
            "repeal",
            places,
            first.element,
            settings=settings,
            offset=first.span[0] if first.span else 0,
        )

    def _retitle(self, planned: Planned) -> Iterator[Draft]:
        yield self._retitled(planned, planned.found["retitle"][0])

    def _retitled(self, planned: Planned, target: Named) -> Draft:
        words = planned.operation.values.get("as")
        place = self.locator.target(target)
        if target.part == "act" or local_name(target.provision.tag) not in PROVISIONS:
            if not isinstance(words, Text):
                raise NoFormulaError
            part = place.parts or (Part("title"),)
            place = Location((), part, "act")
            quoted = words_quoted(self.marked.base, " ".join(words.value.split()))
            return self.draft(planned, "retitle", [place], target.element, quoted=[quoted])
        if target.part == "crossheading" and isinstance(words, Text):
            place = self.locator.target(target, alone=True)
            quoted = words_quoted(self.marked.base, " ".join(words.value.split()))
            return self.draft(planned, "retitle", [place], target.element, quoted=[quoted])
        whole = self.locator.provision(target.provision, target.view)
        place = Location(whole.steps, (Part("heading"),), whole.address)
        quoted = head_of(self.marked.base, target.provision, self.after(planned))
        return self.draft(planned, "retitle", [place], target.provision, quoted=[quoted])

    def _renumber(self, planned: Planned) -> Iterator[Draft]:
        targets = planned.found["renumber"]
        after = self.after(planned)
        places = [self.locator.target(target) for target in targets]
        new = [self.locator.provision(target.provision, after) for target in targets]
        yield self.draft(
            planned, "renumber", places, targets[0].provision, new=new, settings=_settings(planned, "as")
        )

    def _move(self, planned: Planned) -> Iterator[Draft]:
        [target] = planned.found["move"]
        side, anchor = _anchor(planned)
        new = self.locator.provision(target.provision, self.after(planned))
        stood = self._stood(target)
        yield self.draft(
            planned, "move", [self.locator.provision(stood, target.view)], stood, new=[new],
            beside=self.locator.target(anchor), side=side, settings=_settings(planned, "as", "at"),
        )  # fmt: skip

    def _stood(self, target: Named) -> Element:
        """What stands at the place that a provision was moved from."""
        return next(iter(self.marked.moved_from(target.provision)), target.provision)

    def _designate(self, planned: Planned) -> Iterator[Draft]:
        [target] = planned.found["designate"]
        new = self._wrapper(planned)
        yield self.draft(
            planned, "designate", [self.locator.target(target)], target.provision, new=[new],
            settings=_settings(planned, "as"),
        )  # fmt: skip

    def _wrapper(self, planned: Planned) -> Location:
        wrapper = next(edit.wrapper for edit in planned.edits if isinstance(edit, WrapEdit))
        return self.locator.provision(wrapper, self.after(planned))

    def _enclose(self, planned: Planned) -> Iterator[Draft]:
        targets = planned.found["enclose"]
        wrapper = next(edit.wrapper for edit in planned.edits if isinstance(edit, WrapEdit))
        quoted = head_of(self.marked.base, wrapper, self.after(planned))
        places = [self.locator.target(target) for target in targets]
        yield self.draft(
            planned, "enclose", places, targets[0].provision, new=[self._wrapper(planned)], quoted=[quoted]
        )

    def _split(self, planned: Planned) -> Iterator[Draft]:
        [target] = planned.found["split"]
        after = self.after(planned)
        second = self.marked.pieces_of(target.provision, planned.operation.id)
        if second is None:
            raise NoFormulaError
        both = (target.provision, second)
        yield self.draft(
            planned, "split", [self.locator.target(target)], target.provision,
            new=[self.locator.provision(each, after) for each in both],
            quoted=[self.quote([each], after) for each in both],
            settings=_settings(planned, "as", "before"),
        )  # fmt: skip

    def _join(self, planned: Planned) -> Iterator[Draft]:
        targets = planned.found["join"]
        after = self.after(planned)
        first = targets[0].provision
        yield self.draft(
            planned, "join", [self.locator.target(target) for target in targets], first,
            new=[self.locator.provision(first, after)], quoted=[self.quote([first], after)],
            settings=_settings(planned, "as", "with"),
        )  # fmt: skip


_VERBS: dict[str, Callable[[Drafter, Planned], Iterator[Draft]]] = {
    "replace": Drafter._replace,
    "restore": Drafter._replace,
    "insert": Drafter._insert,
    "repeal": Drafter._repeal,
    "retitle": Drafter._retitle,
    "renumber": Drafter._renumber,
    "move": Drafter._move,
    "designate": Drafter._designate,
    "enclose": Drafter._enclose,
    "split": Drafter._split,
    "join": Drafter._join,
}


def _anchor(planned: Planned) -> tuple[Side, Named]:
    for side in ("before", "after", "into"):
        if planned.found.get(side):
            return side, planned.found[side][0]
    raise NoFormulaError


def _unpacked(element: Element) -> list[Element]:
    """What is quoted of an inserted element: of a frame around it (`content`), what stands in it."""
    name = local_name(element.tag)
    if name in ("content", "intro", "wrapUp", "attachments"):
        return [child for child in element if isinstance(child.tag, str)]
    return [] if name in HEADS else [element]


def _settings(planned: Planned, *names: str) -> Settings:
    """Keys of the operation as a spec says them."""
    values = planned.operation.values
    return tuple((name, _said(values[name])) for name in names if name in values)


def _said(value: Value) -> str:
    match value:
        case Text():
            return value.value
        case Leave():
            return f"text: {value.text}" if value.kind == "text" else value.kind
        case tuple():
            return "|".join(_said(each) for each in value if isinstance(each, Text))
        case _:
            return str(value)
