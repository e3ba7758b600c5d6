"""All operations on one Act as instructions, in the order of the amended text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from redline.akn.document import Element
from redline.akn.edits import DeleteEdit, Edit, InsertEdit, WordsEdit
from redline.akn.marked import MarkedAct
from redline.akn.marks import View
from redline.akn.names import PROVISIONS, local_name
from redline.akn.plans import Planned
from redline.akn.structure import number_of
from redline.akn.tables import table_of
from redline.amending.counting import NoFormulaError
from redline.amending.drafts import Draft, Drafter
from redline.amending.locating import Locator
from redline.amending.words import following_drafts, preamble_drafts, word_drafts
from redline.errors import RenderError
from redline.model.address import Part
from redline.model.amending import Instruction, Location
from redline.model.spec import WORD_VERBS, Operation

Restated = frozenset[tuple[Element, float]]
"""Provisions that are said whole, each with the moment from which their date's operations run."""


def instructions_for(
    marked: MarkedAct,
    *,
    parts: bool,
    in_full: bool = False,
    restated: Collection[tuple[Element, float]] = (),
    originals: Mapping[str, Operation] = MappingProxyType({}),
) -> list[Draft]:
    """The instructions on one Act, in the order of the amended text.

    Args:
        marked: the Act.
        parts: whether unnumbered text is counted by parts (часть); see `Locator`.
        in_full: whether words are never amended: the element is said whole instead.
        restated: provisions that are said whole in any case.
        originals: the operations by id as the drafter wrote them, with their ends and events.

    Raises:
        RenderError: `amending-act-inexact`, where something can neither be said by a formula nor said whole.
    """
    drafter = Drafter(marked, Locator(marked, parts=parts))
    found: list[Draft] = []
    whole: dict[tuple[Element, float], None] = dict.fromkeys(restated)
    for planned in marked.planned:
        if _ends(planned, originals):
            whole |= dict.fromkeys(_units_of(drafter, planned))
            continue
        if in_full and _is_of_words(planned):
            if _in_provisions(drafter, planned):
                whole |= dict.fromkeys(_units_of(drafter, planned))
                continue
            found += preamble_drafts(drafter, planned)
            continue
        try:
            drafts = _drafts(drafter, planned)
        except NoFormulaError:
            whole |= dict.fromkeys(_units_of(drafter, planned))
        else:
            found += drafts
        found += _following(drafter, planned)
    whole = _sayable(drafter, whole)
    found = [*_not_in(found, whole), *_in_full(drafter, whole, originals)]
    timed = [_timed(draft, originals) for draft in found]
    if marked.working.sequential:
        # Each operation was drafted on what its predecessors left: they stand in that order.
        return sorted(timed, key=lambda draft: marked.order[draft.instruction.operation])
    return list(_together(_in_text_order(timed)))


def _together(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The same words changed alike at neighbouring places of one article are one instruction; so are entries
    that come into the contents.
    """
    held: Draft | None = None
    for draft in drafts:
        if held is not None and _alike(held.instruction, draft.instruction):
            places = (*held.instruction.places, *draft.instruction.places)
            held = replace(held, instruction=replace(held.instruction, places=places))
            continue
        if held is not None and _entries(held.instruction, draft.instruction):
            one, other = held.instruction, draft.instruction
            both = replace(one, new=(*one.new, *other.new), quoted=(*one.quoted, *other.quoted))
            held = replace(held, instruction=both)
            continue
        if held is not None:
            yield held
        held = draft
    if held is not None:
        yield held


def _entries(one: Instruction, other: Instruction) -> bool:
    """Whether both put entries into the contents, at one time: laws name those together."""
    toc = (Location((), (Part("toc"),), "toc"),)
    return (
        one.action == other.action == "insert"
        and one.follows
        and other.follows
        and one.places == other.places == toc
        and (one.commencement, one.until) == (other.commencement, other.until)
    )


def _alike(one: Instruction, other: Instruction) -> bool:
    if one.action not in ("substitute", "omit") or one.everywhere or other.everywhere or one.new:
        return False
    steps = {place.steps[:1] for place in (*one.places, *other.places)}
    same = replace(one, places=(), order=(0, 0, 0)) == replace(other, places=(), order=(0, 0, 0))
    return same and len(steps) == 1 and steps != {()}


def _ends(planned: Planned, originals: Mapping[str, Operation]) -> bool:
    """Whether a change is for a time only: the element is then said whole as it reads in that time."""
    original = originals.get(planned.operation.id, planned.operation)
    return original.until is not None


def _timed(draft: Draft, originals: Mapping[str, Operation]) -> Draft:
    """The draft with the commencement and the end that the drafter wrote."""
    original = originals.get(draft.instruction.operation)
    if original is None:
        return draft
    instruction = replace(
        draft.instruction, commencement=original.commencement, until=draft.instruction.until or original.until
    )
    return replace(draft, instruction=instruction)


def _drafts(drafter: Drafter, planned: Planned) -> list[Draft]:
    if planned.operation.verb in WORD_VERBS:
        return word_drafts(drafter, planned)
    return drafter.structural(planned)


def _in_text_order(drafts: Sequence[Draft]) -> list[Draft]:
    """First what concerns the whole Act, then title and contents, then the text.

    At one element those of one date stand in the order of the words; the dates in the order of the spec's
    file, since what is put at one place stands in it, whichever date comes first.
    """
    first: dict[tuple[int, float], int] = {}
    for draft in drafts:
        element, _, filed = draft.instruction.order
        key = element, draft.view.horizon
        first[key] = min(filed, first.get(key, filed))

    def place_of(draft: Draft) -> tuple[int, ...]:
        element, offset, filed = draft.instruction.order
        return _rank(draft.instruction), element, first[element, draft.view.horizon], offset, filed

    return sorted(drafts, key=place_of)


def _rank(instruction: Instruction) -> int:
    place = instruction.places[0]
    kinds = [part.kind for part in place.parts]
    if place.whole_act and instruction.everywhere:
        return 0
    if not place.steps and "title" in kinds:
        return 1
    return 2 if "toc" in kinds else 3


# --- what is said whole


def _units_of(drafter: Drafter, planned: Planned) -> Iterator[tuple[Element, float]]:
    """The provisions that an operation changed; of columns, which no law amends, their tables.

    Raises:
        RenderError: it changed something that is in no provision.
    """
    tables = _tables_of(planned)
    if tables:
        yield from ((table, planned.view.horizon) for table in tables)
        return
    for unit in drafter.marked.touched_by(planned.operation.id):
        if not any(local_name(each.tag) in PROVISIONS for each in (unit, *unit.iterancestors())):
            raise _unsayable(planned)
        yield unit, planned.view.horizon


def _tables_of(planned: Planned) -> list[Element]:
    """The tables whose columns an operation changes as a whole."""
    targets = [target for named in planned.found.values() for target in named if target.part == "column"]
    if planned.operation.verb in WORD_VERBS:
        return []
    found = (table_of(each) for target in targets for each in (target.element, *target.element.iter("{*}tr")))
    return list(dict.fromkeys(table for table in found if table is not None))


def _is_of_words(planned: Planned) -> bool:
    """Whether an operation changes less than an element: words, or a sentence."""
    sentences = any(target.part == "sentence" for named in planned.found.values() for target in named)
    return planned.operation.verb in WORD_VERBS or sentences


def _in_provisions(drafter: Drafter, planned: Planned) -> bool:
    """Whether all that an operation changed stands in provisions: a preamble cannot be said whole."""
    touched = drafter.marked.touched_by(planned.operation.id)
    return all(local_name(unit.tag) in PROVISIONS and planned.view.attached(unit) for unit in touched)


def _unsayable(planned: Planned) -> RenderError:
    operation = planned.operation
    return RenderError(
        "amending-act-inexact",
        f"no formula says what the {operation.verb} {operation.id} does, and no provision holds it whole",
        do="divide the operation, or build without the amending Act: --only leaves it out",
        at=operation.at,
    )


def _sayable(drafter: Drafter, whole: Collection[tuple[Element, float]]) -> dict[tuple[Element, float], None]:
    """The provisions that can be said whole around those given: they stand there before and after.

    Raises:
        RenderError: there is none.
    """
    marked = drafter.marked
    found: dict[tuple[Element, float], None] = {}
    for unit, moment in whole:
        batch = [planned for planned in marked.planned if planned.view.horizon == moment]
        if not batch:
            continue
        before, after = batch[0].view, drafter.after(batch[-1])
        around = (
            each
            for each in (unit, *unit.iterancestors())
            if (local_name(each.tag) in PROVISIONS or local_name(each.tag) == "table")
            and before.attached(each)
            and after.attached(each)
            and number_of(each, before) == number_of(each, after)
            and (local_name(each.tag) == "table" or drafter.locator.is_named(each, before))
        )
        host = next(around, None)
        if host is None:
            raise _unsayable(batch[0])
        found[host, moment] = None
    return found


def _outermost(whole: Collection[tuple[Element, float]]) -> list[tuple[Element, float]]:
    return [
        (unit, moment)
        for unit, moment in whole
        if not any((ancestor, moment) in whole for ancestor in unit.iterancestors())
    ]


def _inside(draft: Draft, whole: Collection[tuple[Element, float]]) -> bool:
    if draft.unit is None:
        return False
    around = (draft.unit, *draft.unit.iterancestors(), *draft.element.iterancestors("{*}table"))
    return any((each, draft.view.horizon) in whole for each in around)


def _not_in(drafts: Sequence[Draft], whole: Collection[tuple[Element, float]]) -> list[Draft]:
    return [draft for draft in drafts if not _inside(draft, whole)]


def _in_full(
    drafter: Drafter, whole: Collection[tuple[Element, float]], originals: Mapping[str, Operation]
) -> Iterator[Draft]:
    for unit, moment in _outermost(whole):
        batch = [planned for planned in drafter.marked.planned if planned.view.horizon == moment]
        touching = [p for p in batch if unit in (*_touched(drafter.marked, p), *_tables_of(p))] or batch
        if len({originals.get(p.operation.id, p.operation).until for p in touching}) > 1:
            raise _unsayable(touching[0])
        last = batch[-1]
        view = drafter.marked.view(drafter.marked.order[last.operation.id] + 1)
        first = touching[0]
        try:
            place = drafter.locator.whole(unit, first.view)
        except NoFormulaError:  # what has no number cannot even be said whole
            raise _unsayable(first) from None
        draft = drafter.draft(first, "replace", [place], unit, quoted=[drafter.quote([unit], view)])
        yield replace(draft, unit=unit)


def _touched(marked: MarkedAct, planned: Planned) -> set[Element]:
    found: set[Element] = set()
    for unit in marked.touched_by(planned.operation.id):
        found |= {unit, *unit.iterancestors()}
    return found


# --- what follows


def _following(drafter: Drafter, planned: Planned) -> list[Draft]:
    """What followed an operation by itself: entries of the contents, citations of what moved."""
    entries = [edit for edit in planned.following if _is_entry(edit)]
    citations = [edit for edit in planned.following if not _is_entry(edit)]
    found = [draft for draft in (_entry(drafter, planned, edit) for edit in entries) if draft is not None]
    try:
        return found + (following_drafts(drafter, planned, citations) if citations else [])
    except NoFormulaError:
        raise _unsayable(planned) from None


def _element_of(edit: Edit) -> Element | None:
    if isinstance(edit, InsertEdit | DeleteEdit):
        return edit.element
    return edit.flat.block if isinstance(edit, WordsEdit) else None


def _is_entry(edit: Edit) -> bool:
    element = _element_of(edit)
    return element is not None and local_name(element.tag) == "tocItem"


def _entry(drafter: Drafter, planned: Planned, edit: Edit) -> Draft | None:
    element = _element_of(edit)
    if element is None:
        return None
    after = drafter.after(planned)
    unit = drafter.marked.unit_of_entry(element)
    view: View = planned.view if isinstance(edit, DeleteEdit) else after
    steps = () if unit is None else drafter.locator.provision(unit, view).steps
    place = Location(steps, (Part("toc"), Part("heading")), "toc")
    toc = Location((), (Part("toc"),), "toc")
    if isinstance(edit, DeleteEdit):
        draft = drafter.draft(planned, "repeal", [place], element)
    elif isinstance(edit, InsertEdit):
        quoted = [drafter.quote([element], after)]
        draft = drafter.draft(planned, "insert", [toc], element, quoted=quoted, new=[place], side="into")
    else:
        draft = drafter.draft(planned, "retitle", [place], element, quoted=[drafter.quote([element], after)])
    instruction: Instruction = replace(draft.instruction, follows=True)
    return replace(draft, instruction=instruction, unit=None)
