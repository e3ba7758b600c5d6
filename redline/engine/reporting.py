"""What the drafter is told of citations that operations left behind (`references: report`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from redline.addresses.cite import steps_to
from redline.addresses.code_parts import cite_in
from redline.addresses.mentions import locate
from redline.addresses.numbered import NumberedUnits
from redline.akn.document import Element
from redline.akn.marks import DEL, INS, MOVED, UNWRAP, marked_elements
from redline.akn.ranges import flatten
from redline.akn.structure import enclosing_block, enclosing_provision, text_blocks
from redline.akn.working import WorkingAct
from redline.engine.references import Citations, Fate, in_quotation, place_of
from redline.languages import get_pack
from redline.model.changes import Change

Told = tuple[str, Fate, Element]
"""An operation, what it did to a provision, and the provision."""

Notes = dict[str, list[str]]
"""Operation id -> what is said of it."""


def reports(citations: Citations, policies: Mapping[str, str]) -> Notes:
    """Citations in the Act that do not name any more what they named, by the operation that causes it.

    Args:
        policies: operation id -> its `references`.
    """
    told: dict[Told, list[str]] = {}
    for item in citations.stale():
        if policies.get(item.cause, "report") != "leave":
            doubt = "" if item.cited.sure else ", perhaps something else is meant"
            place = f"{place_of(item.flat.block, citations)} (“{item.cited.words}”{doubt})"
            places = told.setdefault((item.cause, item.fate, item.target), [])
            if place not in places:
                places.append(place)
    notes: Notes = {}
    for (cause, fate, target), places in _gathered(told).items():
        notes.setdefault(cause, []).append(_note(citations, fate, target, places))
    return notes


def _gathered(told: Mapping[Told, list[str]]) -> dict[Told, list[str]]:
    """What is said of a provision together with what is said of those inside it."""
    gathered: dict[Told, list[str]] = {}
    for (cause, fate, target), places in told.items():
        around = [outer for outer in target.iterancestors() if (cause, fate, outer) in told]
        outermost = (cause, fate, around[-1] if around else target)
        there = gathered.setdefault(outermost, [])
        there += [place for place in places if place not in there]
    return gathered


def _note(citations: Citations, fate: Fate, target: Element, places: list[str]) -> str:
    where = "; ".join(places)
    if fate == "gone":
        return f"{_formerly(citations, target)} goes, and is still cited in {where}"
    now = cite_in(citations.working, target, citations.after)
    if fate == "split":
        return f"{now} was cut in two, and is cited in {where}"
    if fate == "elsewhere":
        return f"text that stands elsewhere now does not cite {now} any more, as it did: {where}"
    return f"what is now {now} is still cited by its old number or place in {where}"


def _formerly(citations: Citations, target: Element) -> str:
    """How a provision was cited before: what moved stands there as a copy."""
    working = citations.working
    ghosts = (ghost for ghost in working.live if working.live_of(ghost) is target)
    stood = next((ghost for ghost in ghosts if citations.before.attached(ghost)), target)
    return cite_in(working, stood, citations.before)


def reports_of_new_text(citations: Citations) -> Notes:
    """Citations in new text that name nothing after the operations, and named something before them."""
    notes: Notes = {}
    pack = citations.pack
    before, after = (NumberedUnits(citations.working, view) for view in (citations.before, citations.after))
    for block, operation in _new_blocks(citations) if pack is not None else ():
        now, old = flatten(block, citations.after), flatten(block, citations.before)
        for mention in pack.find_citations(now.text) if pack is not None else ():
            words = now.text[mention.start : mention.end]
            if not mention.sure or words in old.text:
                continue
            for citation in mention.citations:
                if locate(citation.steps, block, after, mention.within) is not None:
                    continue
                was = locate(citation.steps, block, before, mention.within)
                cause = citations.cause(citations.working.live_of(was[-1])) if was else None
                if was is None or cause is None:
                    continue
                became = _became(citations, was[-1], cause[0])
                notes.setdefault(operation, []).append(
                    f"the new text of {place_of(block, citations)} cites “{words}”, {became}"
                )
    return {operation: list(dict.fromkeys(texts)) for operation, texts in notes.items()}


def _became(citations: Citations, was: Element, fate: Fate) -> str:
    if fate == "gone":
        return "which goes on the same date"
    now = cite_in(citations.working, citations.working.live_of(was), citations.after)
    return f"which is {now} from the same date on"


def reports_of_lost_references(citations: Citations) -> Notes:
    """References that went with their words while the text around them stays (§3, word operations)."""
    notes: Notes = {}
    before, after = citations.before, citations.after
    for reference in citations.working.root.iter("{*}ref"):
        operation = next((e.get(DEL) for e in reference.iter() if citations.new(e.get(DEL))), None)
        miscited = _miscited(reference, citations)
        operation = operation or miscited
        if operation is None or not before.attached(reference):
            continue
        block = enclosing_block(reference)
        words = " ".join(flatten(reference, before).text.split())
        now = " ".join(flatten(reference, after).text.split())
        if not words or not after.attached(block) or (now and miscited is None):
            continue
        if _goes_on(reference, block, operation, citations):
            continue
        notes.setdefault(operation, []).append(
            f"the reference “{words}” in {place_of(block, citations)} loses its target: it reads “{now}” now"
            if now
            else f"the reference “{words}” in {place_of(block, citations)} goes with its words; "
            "what takes their place is no reference"
        )
    return notes


def _miscited(reference: Element, citations: Citations) -> str | None:
    """The operation that made a reference cite something else by a part of its words."""
    operation = reference.get(UNWRAP)
    if not citations.new(operation):
        return None
    changed = any(operation in (part.get(INS), part.get(DEL)) for part in reference.iter())
    return operation if changed else None


def _goes_on(reference: Element, block: Element, operation: str, citations: Citations) -> bool:
    """Whether its block has that reference still, or the new text has one in its place."""
    href, behind = reference.get("href"), reference.getnext()
    if behind is not None and behind.get(INS) == operation and next(behind.iter("{*}ref"), None) is not None:
        return True
    return any(other.get("href") == href and _has_words(other, citations) for other in block.iter("{*}ref"))


def _has_words(reference: Element, citations: Citations) -> bool:
    after = citations.after
    return after.attached(reference) and bool(flatten(reference, after).text.strip())


def _new_blocks(citations: Citations) -> Iterator[tuple[Element, str]]:
    """The blocks with words that the operations put there, each with the first operation that did."""
    seen: set[Element] = set()
    for element in marked_elements(citations.working.root):
        operation = element.get(INS)
        if MOVED in element.attrib or not citations.new(operation) or not citations.after.attached(element):
            continue
        for block in text_blocks(element, citations.after):
            held = enclosing_block(block)
            if held not in seen and not in_quotation(held):
                seen.add(held)
                yield held, str(operation)


def reports_across(
    working: WorkingAct, others: Mapping[str, WorkingAct], policies: Mapping[str, str]
) -> Notes:
    """References in the other Acts of the package to provisions of this one that go or get another number.

    They are told by their targets (`href`), and never rewritten: an operation changes the Act it is written
    for.
    """
    notes: Notes = {}
    citations = Citations(working, working.view(0), working.view())
    work = working.act.work_uri
    for other in others.values() if work else ():
        if other is working:
            continue
        view = other.view()
        for reference in other.root.iter("{*}ref"):
            if not str(reference.get("href")).startswith(work):
                continue
            target = _target(reference, work, working, citations)
            cause = citations.cause(working.live_of(target)) if target is not None else None
            if target is None or cause is None or policies.get(cause[1], "report") == "leave":
                continue
            words = " ".join(flatten(reference, view).text.split())
            shown = bool(words) and view.attached(reference)
            if not shown or _up_to_date(citations, target, cause[0], words):
                continue
            holder = enclosing_provision(reference, view)
            place = other.act.name
            if holder is not None:
                place = f"{place}, {cite_in(other, holder, view)}"
            became = "goes"
            if cause[0] != "gone":
                now = cite_in(working, working.live_of(target), citations.after)
                became = f"is now {now}"
            was = _formerly(citations, target)
            notes.setdefault(cause[1], []).append(f"{was} {became}, and is cited in {place} (“{words}”)")
    return notes


def _target(reference: Element, work: str, working: WorkingAct, citations: Citations) -> Element | None:
    rest = str(reference.get("href"))[len(work) :]
    if rest[:1] not in ("/", "~", "#", "!"):
        return None
    identifier = rest.replace("#", "~").rpartition("~")[2]
    found = [e for e in working.identified(identifier) if citations.before.attached(e)]
    return found[0] if len(found) == 1 else None


def _up_to_date(citations: Citations, target: Element, fate: Fate, words: str) -> bool:
    """Whether the words of a reference to what moved do not name the old number, or no number at all."""
    if fate != "moved":
        return False
    old = [step.number for step in steps_to(target, citations.before)]
    new = [step.number for step in steps_to(citations.working.live_of(target), citations.after)]
    if old == new:
        return True
    pack = citations.pack
    named = [
        step.number
        for mention in (pack.find_citations(words) if pack is not None else ())
        for citation in mention.citations
        for step in citation.steps
    ]
    return all(number in new for number in named)


_DISPLACING = frozenset({"repeal", "renumber", "move", "join", "split", "designate", "enclose"})


def unread_language(changes: Iterable[Change], language: str | None) -> Iterator[tuple[str, str]]:
    """Notes where citations in the words of an Act cannot be read, since its language has no pack.

    Args:
        changes: those of one Act.
        language: its language.

    Yields:
        the id of an operation and its note: each that asks for `update`, else the first that can break a
        citation.
    """
    concerned = [
        change.operation
        for change in changes
        if change.applied and change.operation.verb in _DISPLACING and change.operation.references != "leave"
    ]
    if get_pack(language) is not None or not concerned:
        return
    asking = [operation for operation in concerned if operation.references == "update"]
    for operation in asking or concerned[:1]:
        yield (
            operation.id,
            f"citations are not read in the language of the Act ({language or 'language: says which'}): "
            "look yourself for what cites the provisions that go, move or get another number",
        )
