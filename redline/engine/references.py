"""What becomes of the citations of provisions that move or go: rewritten, reported or left (`references`).

A citation is judged by its words: it is in order where, read in the amended text, it still names the
provision that it named before. Where it does not, the operation that moved the provision says what happens.
`update` writes the new numbers, and only where the words read back give the very same provision; everything
else is reported for the drafter to amend.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import groupby, pairwise
from typing import Literal

from msgspec import Struct

from redline.addresses.cite import steps_to
from redline.addresses.code_parts import cite_in
from redline.addresses.mentions import Cited, article_around, citations_in, locate, members_of
from redline.addresses.numbered import NumberedUnits
from redline.akn.document import Element
from redline.akn.edits import WordChange, WordsEdit
from redline.akn.marks import DEL, INS, JOIN, SPLIT, STUB, UNWRAP, WRAP, View
from redline.akn.names import PROVISIONS, SMALL_PROVISIONS, SUBFLOWS, local_name
from redline.akn.ranges import Flat, flatten
from redline.akn.structure import blocks_of_child, child_named, enclosing_provision, number_of
from redline.akn.working import WorkingAct
from redline.engine.may_cite import Concern
from redline.languages import get_pack
from redline.languages.pack import LanguagePack

Fate = Literal["gone", "moved", "split", "elsewhere"]
_QUOTATIONS = SUBFLOWS - {"authorialNote", "popup", "subFlow"}


class Stale(Struct, frozen=True):
    """A citation that does not name any more what it named.

    Attributes:
        cited: the citation in the text before.
        fate: whether the provision cited has gone, has another number or place, or was cut in two; or whether
            the citation itself stands elsewhere now, and so names something else, or nothing.
        cause: the operation that did it.
        flat, start: the words around the citation in the text after, and where it stands in them.
        target: the provision cited, as it stands in the text after.
        retyped: whether an operation of the date gave the text around the citation anew.
    """

    cited: Cited
    fate: Fate
    cause: str
    flat: Flat
    start: int
    target: Element
    retyped: bool


class _Earlier:
    """The blocks of an article so far: whether another Act is named there is looked up when it is asked for.

    Attributes:
        blocks: those in which it was not looked for yet.
    """

    def __init__(self, pack: LanguagePack | None) -> None:
        self.blocks: list[Flat] = []
        self._pack = pack
        self._named = False

    def name_other_act(self) -> bool:
        """Whether bare citations that follow may be of another Act."""
        if self._pack is not None and not self._named:
            texts = (flat.text for flat in self.blocks if _can_cite(flat.block))
            self._named = any(map(self._pack.names_other_act, texts))
        self.blocks.clear()
        return self._named


class Citations:
    """The citations of an Act between two texts of it: before and after the operations of one date."""

    def __init__(self, working: WorkingAct, before: View, after: View) -> None:
        self.working = working
        self.before = before
        self.after = after
        self.pack: LanguagePack | None = get_pack(working.language)

    def stale(self) -> Iterator[Stale]:
        """The citations that the operations between the two texts left behind, in the order of the Act."""
        numbered = NumberedUnits(self.working, self.before)
        for flat, doubtful, concerned in self._blocks():
            for cited in citations_in(flat, numbered, self.pack, doubtful=doubtful, concerned=concerned):
                found = self._judge(cited, flat)
                if found is not None:
                    yield found

    def _blocks(self) -> Iterator[tuple[Flat, bool, Callable[[str], bool] | None]]:
        """The blocks of the text before that may cite what was changed, each with whether its article has
        named another Act so far, and which words may cite it: None for all.
        """
        concern = Concern(self.working, self.before, self.new, self.pack)
        article: Element | None = None
        earlier = _Earlier(self.pack)
        for piece in concern.pieces:
            touched = concern.touches(piece)
            one_article = local_name(piece.tag) in SMALL_PROVISIONS
            if one_article and not (touched or self.before.merging or concern.may_be_cited_in(piece)):
                article, earlier = piece, _Earlier(self.pack)
                continue
            for block in blocks_of_child(piece, self.before):
                around = piece if one_article else article_around(block, self.before)
                if around is not article:
                    article, earlier = around, _Earlier(self.pack)
                flat = flatten(block, self.before)
                everything = self.before.merging or (
                    touched and self._went_elsewhere(self.working.live_of(block)) is not None
                )
                if (everything or concern.may_be_cited(piece, block, flat.text)) and _can_cite(block):
                    concerned = None if everything else partial(concern.may_be_named, piece, block)
                    yield flat, earlier.name_other_act(), concerned
                earlier.blocks.append(flat)

    def _judge(self, cited: Cited, flat: Flat) -> Stale | None:
        target = self.working.live_of(cited.target)
        block = self.working.live_of(cited.block)
        cause = self.cause(target) or self._went_elsewhere(block)
        if cause is None:
            return None
        place = self._same_place(cited, flat, block)
        if place is None:
            return None  # the drafter has amended the citation, or it went with the text around it
        now, start = place
        fate, operation = cause
        steps = tuple(step for step, _ in cited.steps)
        after = NumberedUnits(self.working, self.after)
        named = locate(steps, now.block, after, cited.within) if steps else None
        if fate in ("moved", "elsewhere") and self._still_named(cited, target, named):
            return None
        if fate == "gone" and named is not None and _came_with(named[-1], operation):
            return None  # the operation that took it away gave it anew
        if fate == "gone" and not steps and cited.run is not None:
            return None  # `Articles 5 to 8` stays right when Article 6 is repealed
        return Stale(cited, fate, operation, now, start, target, self._retyped(block))

    def _went_elsewhere(self, block: Element) -> tuple[Fate, str] | None:
        """The operation that moved, joined or cut off the text of a block, or put it into something new."""
        current: Element | None = block
        while current is not None:
            for mark in (INS, WRAP, UNWRAP, SPLIT, JOIN):
                if self.new(current.get(mark)):
                    return "elsewhere", str(current.get(mark))
            current = current.getparent()
        return None

    def _same_place(self, cited: Cited, before: Flat, block: Element) -> tuple[Flat, int] | None:
        """Where the citation stands in the text after, if it stands there as often as before.

        A block that was cut in two is looked for in all its pieces, one that was joined to another there.
        """
        old = self._places(cited, before.text)
        new: list[tuple[Flat, int]] = []
        piece: Element | None = block
        while piece is not None:
            if self._standing(piece):
                flat = flatten(piece, self.after)
                new += [(flat, start) for start in self._places(cited, flat.text)]
            following = self.before.continuation(piece)
            piece = following if following is not None and self.new(following.get(SPLIT)) else None
        if len(old) != len(new) or cited.start not in old:
            return None
        return new[old.index(cited.start)]

    def _standing(self, block: Element) -> bool:
        """Whether the words of a block are part of the text after, if only joined to those of another."""
        if self.after.attached(block):
            return True
        current: Element | None = block
        while current is not None and self.after.visible(current):
            current = current.getparent()
        return current is None

    def _places(self, cited: Cited, text: str) -> list[int]:
        """Where a citation with the same words begins: `Article 5` does not stand in `Article 5(2)`."""
        if not cited.steps and cited.run is None:
            return [match.start() for match in re.finditer(re.escape(cited.words), text)]
        mentions = self.pack.find_citations(text) if self.pack is not None else ()
        return [m.start for m in mentions if text[m.start : m.end] == cited.words]

    def _still_named(self, cited: Cited, target: Element, named: list[Element] | None) -> bool:
        """Whether the words still name a provision that has another number or place."""
        if cited.run is None:
            return not cited.steps or (named is not None and named[-1] is target)
        first, last = cited.run
        members = members_of((self.working.live_of(first), self.working.live_of(last)), self.after)
        if target not in members or not self._rising(members):
            return False
        return not cited.steps or (named is not None and named[-1] is target)

    def _rising(self, members: list[Element]) -> bool:
        """Whether the provisions of a run stand in the order of their numbers."""
        keys = [order_of(number_of(member, self.after)) for member in members]
        return all(low < high for low, high in pairwise(keys))

    def cause(self, target: Element) -> tuple[Fate, str] | None:
        """What happened to a provision, or to what it stands in, and by which operation; None if nothing."""
        current: Element | None = target
        while current is not None:
            for mark in (DEL, JOIN, STUB):
                if self.new(current.get(mark)):
                    return "gone", str(current.get(mark))
            for operation in (
                current.get(INS),
                current.get(WRAP),
                current.get(UNWRAP),
                self._renumbered(current),
            ):
                if self.new(operation):
                    return "moved", str(operation)
            current = current.getparent()
        follower = target.getnext()
        if follower is not None and self.new(follower.get(SPLIT)):
            return "split", str(follower.get(SPLIT))
        return None

    def _renumbered(self, provision: Element) -> str | None:
        if local_name(provision.tag) not in PROVISIONS:
            return None
        num = child_named(provision, "num", self.after)
        marks = (part.get(INS) or part.get(DEL) for part in num.iter()) if num is not None else ()
        return next((mark for mark in marks if self.new(mark)), None)

    def new(self, operation: str | None) -> bool:
        return (
            operation is not None and self.after.happened(operation) and not self.before.happened(operation)
        )

    def _retyped(self, block: Element) -> bool:
        current: Element | None = block
        while current is not None:
            if self.new(self.working.replaced.get(current)):
                return True
            current = current.getparent()
        return False

    def rewritten(self, group: list[Stale], all_cited: list[Cited]) -> WordsEdit | None:
        """The edit that lets one citation (of one or several provisions) name again what it named.

        Args:
            group: its provisions that moved.
            all_cited: all of its provisions.

        Returns:
            None where that cannot be done without a doubt.
        """
        first = group[0]
        doubtful = any(not item.cited.sure or item.retyped or item.fate != "moved" for item in group)
        if doubtful or self.pack is None:
            return None
        changes = self._renumbering(first, all_cited)
        if changes and self._reads_back(first, changes, all_cited):
            return WordsEdit(first.flat, changes)
        if not first.cited.alone or first.cited.within:
            return None
        words = self.pack.write_like(steps_to(first.target, self.after), first.cited.words)
        if words is None:
            return None
        anew = (WordChange(first.start, first.start + len(first.cited.words), words, keeps_reference=True),)
        return WordsEdit(first.flat, anew) if self._reads_back(first, anew, all_cited) else None

    def _renumbering(self, first: Stale, all_cited: list[Cited]) -> tuple[WordChange, ...]:
        """The new numbers in the places of the old ones; nothing where a number cannot be told apart."""
        changes: dict[int, WordChange] = {}
        for cited in all_cited:
            for step, provision in cited.steps:
                number = number_of(self.working.live_of(provision), self.after)
                place = step.start - cited.start
                old = step.number or ""
                if number == old:
                    continue
                if not number or cited.words[place : place + len(old)] != old:
                    return ()
                start = first.start + place
                change = WordChange(start, start + len(old), number, keeps_reference=True)
                if changes.setdefault(start, change) != change:
                    return ()
        return tuple(changes[start] for start in sorted(changes))

    def _reads_back(self, first: Stale, changes: tuple[WordChange, ...], all_cited: list[Cited]) -> bool:
        """Whether the citation, read with the changes made, names the provisions that it named before."""
        text = first.flat.text
        for change in reversed(changes):
            text = f"{text[: change.start]}{change.new}{text[change.end :]}"
        mentions = self.pack.find_citations(text) if self.pack is not None else ()
        mention = next((mention for mention in mentions if mention.start == first.start), None)
        if mention is None:
            return False
        after = NumberedUnits(self.working, self.after)
        read: list[Element | None] = []
        for citation in mention.citations:
            ends: list[Element] = []
            for steps in (citation.steps, citation.upto) if citation.upto else (citation.steps,):
                found = locate(steps, first.flat.block, after, mention.within)
                ends += found[-1:] if found else ()
            members = members_of((ends[0], ends[1]), self.after) if len(ends) == 2 else ends
            if not self._rising(members):
                return False
            read += members
        return read == [self.working.live_of(cited.target) for cited in all_cited]


def order_of(number: str) -> list[tuple[int, int, str]]:
    """A key by which numbers of one kind rise: 5, 5-1, 5-2, 5A, 6; a, b; i, ii."""
    return [
        (0, int(piece), "") if piece.isdigit() else (1, len(piece), piece)
        for piece in re.findall(r"\d+|[^\W\d_]+", number)
    ]


def _can_cite(block: Element) -> bool:
    """Whether citations in a block are the Act's own; the contents list provisions, they do not cite them."""
    return not in_quotation(block) and local_name(block.tag) != "tocItem"


def in_quotation(block: Element) -> bool:
    return any(local_name(ancestor.tag) in _QUOTATIONS for ancestor in block.iterancestors())


def _came_with(element: Element, operation: str) -> bool:
    """Whether the operation put the element there, itself or with what it stands in."""
    return any(unit.get(INS) == operation for unit in (element, *element.iterancestors()))


def plan_updates(citations: Citations, updating: Collection[str]) -> list[tuple[str, WordsEdit, str]]:
    """The edits that rewrite the citations of what moved.

    Args:
        updating: the operations that ask for it (`references: update`).

    Returns:
        for each the operation, the edit, and what the drafter is told; those of one block from right to left,
        so that each can be applied as it is.
    """
    planned: list[tuple[str, WordsEdit, str]] = []
    stale = [item for item in citations.stale() if item.fate == "moved"]
    for _, mentions in groupby(stale, key=lambda item: item.flat.block):
        here: list[tuple[str, WordsEdit, str]] = []
        for _, members in groupby(mentions, key=lambda item: item.start):
            group = list(members)
            if not all(item.cause in updating for item in group):
                continue
            first = group[0].cited
            flat = flatten(first.block, citations.before)
            cited = citations_in(flat, NumberedUnits(citations.working, citations.before), citations.pack)
            same = [other for other in cited if (other.start, other.end) == (first.start, first.end)]
            edit = citations.rewritten(group, same)
            if edit is not None:
                here.append((group[0].cause, edit, _told(citations, group[0], edit)))
        planned += reversed(here)
    return planned


def _told(citations: Citations, item: Stale, edit: WordsEdit) -> str:
    words = item.cited.words
    for change in reversed(edit.changes):
        start, end = change.start - item.start, change.end - item.start
        words = f"{words[:start]}{change.new}{words[end:]}"
    return (
        f"citation rewritten in {place_of(item.flat.block, citations)}: “{item.cited.words}” is now “{words}”"
    )


def place_of(block: Element, citations: Citations) -> str:
    """Where a block of words stands, as it is cited after the operations."""
    holder = enclosing_provision(block, citations.after)
    return cite_in(citations.working, holder, citations.after) if holder is not None else "the Act"
