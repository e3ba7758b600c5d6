"""Word operations as instructions: words quoted so that they name what was changed, and nothing else.

The words that an instruction quotes occur in the element it names exactly as often as it says: once, or
wherever it says "in each place". Where they stood elsewhere in the element too, a smaller element is named;
where that does not help, more words are quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from redline.akn.document import Element
from redline.akn.edits import Edit, WordsEdit
from redline.akn.find import LETTERS, occurrences
from redline.akn.names import PREAMBLE_UNITS, local_name
from redline.akn.plans import Named, Planned
from redline.akn.ranges import flatten
from redline.akn.structure import enclosing_block, enclosing_provision, own_blocks, text_blocks, units
from redline.amending.counting import NoFormulaError
from redline.amending.drafts import Draft, Drafter
from redline.amending.hunks import Hunk, hunks_of, replaced, tidy, word_beside
from redline.languages import short_code
from redline.model import lookalikes
from redline.model.amending import Action, Instruction, Location, Side


class _Scope(Struct, frozen=True):
    """A place that words can be looked for in, and the words of all blocks there."""

    location: Location
    element: Element
    texts: tuple[str, ...]


def word_drafts(drafter: Drafter, planned: Planned) -> list[Draft]:
    """The instructions of a word operation, in no order.

    Raises:
        NoFormulaError: the words cannot be named.
    """
    if planned.operation.verb == "substitute" and planned.operation.throughout:
        return [_global(drafter, planned)]
    hunks = [hunk for edit in planned.edits for hunk in hunks_of(planned, edit)]
    if not hunks:
        raise NoFormulaError
    words = _Words(drafter, planned)
    words.whole |= any(hunk.widened for hunk in hunks)
    if _is_inflected(planned) and words.are_forms_throughout(hunks):
        return [_global(drafter, planned)]
    return list(words.drafts(hunks))


def following_drafts(drafter: Drafter, planned: Planned, edits: Sequence[Edit]) -> list[Draft]:
    """The instructions of citations that followed an operation: they are said, and follow by themselves.

    Raises:
        NoFormulaError: the words cannot be named.
    """
    after = replace(planned, view=drafter.marked.view(drafter.marked.order[planned.operation.id]))
    hunks = [hunk for edit in edits for hunk in replaced(edit, substituting=True)]
    found = list(_Words(drafter, after, follows=True).drafts(hunks))
    return [replace(draft, instruction=replace(draft.instruction, follows=True)) for draft in found]


def preamble_drafts(drafter: Drafter, planned: Planned) -> list[Draft]:
    """Paragraphs outside provisions whose words an operation changed, each said in full; by words where they
    cannot be named. What it changed in provisions is said whole by others.
    """
    found: list[Draft] = []
    for edit in planned.edits:
        if not isinstance(edit, WordsEdit):
            continue
        block = edit.flat.block
        place = drafter.locator.block(block, planned.view)
        if place is None or not place.parts or place.parts[0].kind != "preamble":
            return word_drafts(drafter, planned)
        quoted = [drafter.quote([block], drafter.after(planned))]
        found.append(drafter.draft(planned, "replace", [place], block, quoted=quoted))
    return found


def _is_inflected(planned: Planned) -> bool:
    """Whether every form of words is changed, wherever it stands: laws list the forms for the whole text."""
    values = planned.operation.values
    return values.get("inflect") is True and "in" not in values and "except" not in values


def _global(drafter: Drafter, planned: Planned) -> Draft:
    hunks = [hunk for edit in planned.edits for hunk in replaced(edit, substituting=True)]
    pairs = tuple(dict.fromkeys((hunk.old, hunk.new) for hunk in hunks))
    if not pairs:
        raise NoFormulaError
    draft = drafter.draft(planned, "substitute", [Location()], drafter.marked.root, settings=_manner(planned))
    excepted = tuple(drafter.locator.target(target) for target in planned.found.get("except", ()))
    instruction = replace(draft.instruction, pairs=pairs, everywhere=True, new=excepted)
    return replace(draft, instruction=instruction, unit=None)


def _manner(planned: Planned, *, whole: bool = False) -> tuple[tuple[str, str], ...]:
    """How the words are looked for and put in, where that is not as usual."""
    values = planned.operation.values
    found: list[tuple[str, str]] = []
    if whole or values.get("words") is True or values.get("inflect") is True:
        found.append(("words", "true"))
    if values.get("spacing") == "exact":
        found.append(("spacing", "exact"))
    return tuple(found)


class _Words:
    """Finds for hunks the elements and words that name them."""

    def __init__(self, drafter: Drafter, planned: Planned, *, follows: bool = False) -> None:
        self.drafter = drafter
        self.planned = planned
        self.view = planned.view
        self.follows = follows
        cyrillic = short_code(drafter.marked.base.language) in lookalikes.LANGUAGES
        self.alike = frozenset({LETTERS} if cyrillic else ())
        self.whole = planned.operation.values.get("words") is True

    def are_forms_throughout(self, hunks: Sequence[Hunk]) -> bool:
        """Whether the forms can be listed for the whole text: each becomes one other, none stands in another,
        and all that occur are changed.
        """
        pairs = {(hunk.old, hunk.new) for hunk in hunks}
        old = [one for one, _ in pairs]
        if len(set(old)) < len(pairs) or any(a != b and a in b for a in old for b in old):
            return False
        blocks = text_blocks(self.drafter.marked.working.document, self.view)
        texts = tuple(flatten(block, self.view).text for block in blocks)
        scope = _Scope(Location(), self.drafter.marked.root, texts)
        self.whole = True
        return all(self._count(one, scope) == sum(hunk.old == one for hunk in hunks) for one in old)

    def drafts(self, hunks: Sequence[Hunk]) -> Iterator[Draft]:
        """The instructions, those of one element and kind together."""
        for target in () if self.follows else self.planned.found.get("in", ()):
            inside = (
                set(text_blocks(target.element, target.view)) if not target.blocks else set(target.blocks)
            )
            mine = [hunk for hunk in hunks if hunk.flat.block in inside]
            scope = None if len(mine) < 2 or target.span else self._scope_of_target(target, inside)
            if scope is not None and self._all_said(mine, scope):
                yield self._draft(mine, scope, everywhere=self._several(mine, scope))
                hunks = [hunk for hunk in hunks if hunk not in mine]
        if self._alone_in(hunks):
            yield self._draft(hunks, self._target_scope(), everywhere=False)
            return
        for provision, members in self._by_provision(hunks).items():
            yield from self._of_provision(provision, members)

    def _alone_in(self, hunks: Sequence[Hunk]) -> bool:
        """Whether the drafter's own address is needed: the block has none by itself, and holds one place."""
        targets = self.planned.found.get("in", ()) if not self.follows else ()
        if len(hunks) != 1 or len(targets) != 1:
            return False
        provision = enclosing_provision(hunks[0].flat.block, self.view)
        return (
            provision is not None
            and local_name(provision.tag) in PREAMBLE_UNITS
            and self._count(hunks[0].old, self._target_scope()) == 1
        )

    def _target_scope(self) -> _Scope:
        [target] = self.planned.found["in"]
        blocks = target.blocks or tuple(text_blocks(target.element, target.view))
        texts = tuple(flatten(block, self.view).text for block in blocks)
        location = self.drafter.locator.target(target, alone=True)
        return _Scope(replace(location, address=target.citation.text), target.element, texts)

    def _scope_of_target(self, target: Named, inside: set[Element]) -> _Scope:
        texts = tuple(flatten(block, self.view).text for block in inside)
        return _Scope(self.drafter.locator.target(target), target.element, texts)

    def _by_provision(self, hunks: Sequence[Hunk]) -> dict[Element, list[Hunk]]:
        found: dict[Element, list[Hunk]] = {}
        for hunk in hunks:
            block = self.drafter.locator.stood(hunk.flat.block, self.view)
            provision = enclosing_provision(block, self.view)
            found.setdefault(hunk.flat.block if provision is None else provision, []).append(hunk)
        return found

    def _of_provision(self, provision: Element, hunks: Sequence[Hunk]) -> Iterator[Draft]:
        blocks: dict[Element, list[Hunk]] = {}
        for hunk in hunks:
            blocks.setdefault(hunk.flat.block, []).append(hunk)
        scope = self._provision_scope(provision, hunks)
        named = len(blocks) == 1 and self._is_named_by_part(provision, next(iter(blocks)))
        if scope is not None and not named and self._all_said(hunks, scope):
            yield self._draft(hunks, scope, everywhere=self._several(hunks, scope))
            return
        for block, inside in blocks.items():
            yield from self._of_block(block, inside)

    def _is_named_by_part(self, provision: Element, block: Element) -> bool:
        """Whether the words are in one of several parts of a provision, in a language that counts those."""
        own = [each for _, each in own_blocks(provision, self.view)]
        block = self.drafter.locator.stood(block, self.view)
        nested = next(units(provision, self.view), None) is not None
        return self.drafter.locator.counts_parts and block in own and (nested or len(own) > 1)

    def _provision_scope(self, provision: Element, hunks: Sequence[Hunk]) -> _Scope | None:
        """The whole provision as a place; None where words of a heading are meant, which is named itself."""
        outside = any(local_name(enclosing_block(hunk.flat.block).tag) == "heading" for hunk in hunks)
        if outside or any(provision is hunk.flat.block for hunk in hunks):
            return None
        texts = tuple(flatten(block, self.view).text for block in text_blocks(provision, self.view))
        return _Scope(self.drafter.locator.provision(provision, self.view), provision, texts)

    def _of_block(self, block: Element, hunks: Sequence[Hunk]) -> Iterator[Draft]:
        location = self.drafter.locator.block(block, self.view)
        if location is None:
            raise NoFormulaError
        scope = _Scope(location, block, (hunks[0].flat.text,))
        if self._all_said(hunks, scope):
            yield self._draft(hunks, scope, everywhere=self._several(hunks, scope))
            return
        longer = [self._longer(hunk) for hunk in hunks]
        if len({hunk.start for hunk in longer}) < len(longer):
            raise NoFormulaError
        yield self._draft(longer, scope, everywhere=False)

    def _all_said(self, hunks: Sequence[Hunk], scope: _Scope) -> bool:
        """Whether the words occur there as often as they change, each kind of change by itself."""
        counts: dict[str, int] = {}
        kinds: dict[str, set[tuple[str, str, Side]]] = {}
        for hunk in hunks:
            counts[hunk.old] = counts.get(hunk.old, 0) + 1
            kinds.setdefault(hunk.old, set()).add(hunk.key)
        if any(len(alike) > 1 for alike in kinds.values()):
            return False
        return all(self._count(old, scope) == count for old, count in counts.items())

    def _count(self, words: str, scope: _Scope) -> int:
        return sum(
            1
            for text in scope.texts
            for _ in occurrences(words, text, self.alike, self.whole, (0, len(text)))
        )

    def _several(self, hunks: Sequence[Hunk], scope: _Scope) -> bool:
        return any(self._count(hunk.old, scope) > 1 for hunk in hunks)

    def _longer(self, hunk: Hunk) -> Hunk:
        """The hunk with as many words before or behind it as name it alone in its block."""
        text = hunk.flat.text
        scope = _Scope(Location(), hunk.flat.block, (text,))
        start, end = hunk.start, hunk.end
        while self._count(text[start:end], scope) != 1:
            wider = (
                word_beside(text, start, forward=False) if start and hunk.side != "before" else (start, start)
            )
            if wider[0] < start:
                start = wider[0]
                continue
            behind = word_beside(text, end, forward=True)
            if behind[1] <= end or hunk.side in ("after", "end"):
                raise NoFormulaError
            end = behind[1]
        if hunk.side:
            return replace(hunk, start=start, end=end, old=text[start:end])
        new = text[start : hunk.start] + hunk.new + text[hunk.end : end]
        return replace(hunk, start=start, end=end, old=text[start:end], new=tidy(new, hunk))

    def _draft(self, hunks: Sequence[Hunk], scope: _Scope, *, everywhere: bool) -> Draft:
        locator = self.drafter.locator
        first = min(hunks, key=lambda h: (locator.order_of(locator.stood(h.flat.block, self.view)), h.start))
        action = self._action(hunks)
        draft = self.drafter.draft(
            self.planned,
            action,
            [scope.location],
            locator.stood(first.flat.block, self.view),
            settings=_manner(self.planned, whole=self.whole),
        )
        instruction = self._worded(draft.instruction, action, hunks, everywhere)
        order = (instruction.order[0], first.start, instruction.order[2])
        return replace(draft, instruction=replace(instruction, order=order))

    def _action(self, hunks: Sequence[Hunk]) -> Action:
        if hunks[0].side:
            return "add"
        return "omit" if all(not hunk.new for hunk in hunks) else "substitute"

    def _worded(
        self, instruction: Instruction, action: Action, hunks: Sequence[Hunk], everywhere: bool
    ) -> Instruction:
        if action != "add":
            pairs = tuple(dict.fromkeys((hunk.old, hunk.new) for hunk in hunks))
            return replace(instruction, pairs=pairs, everywhere=everywhere)
        if len({hunk.key for hunk in hunks}) > 1:
            raise NoFormulaError
        hunk = hunks[0]
        return replace(instruction, words=hunk.new, anchor=hunk.old, side=hunk.side, everywhere=everywhere)
