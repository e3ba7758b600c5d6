"""References that a package leaves behind: what they named has gone, or has another number or place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from redline.checks.digest import made_once
from redline.checks.operations import identifier_after, moved, operations_at, place_of
from redline.checks.titles import Titles
from redline.dossier.library import Review, ReviewedAct
from redline.dossier.packages import AmendedVersion, Package
from redline.facts.citing import locate
from redline.languages import get_pack
from redline.model.facts import Facts, Reference
from redline.model.spec import WORD_VERBS

Fate = Literal["moved", "gone"]
_OF_WORDS = WORD_VERBS | {"retitle"}


@dataclass(frozen=True, slots=True, eq=False)
class Stale:
    """One reference that the package leaves behind.

    Attributes:
        act, reference: where it stands, in the text as it is.
        cited: the Act that is cited; target the provision that it names, in the text as it is.
        fate: what becomes of that; `now` is its place in the text as amended, -1 where it has gone.
        operations: those that did it.
    """

    act: ReviewedAct
    reference: Reference
    cited: AmendedVersion
    target: int
    fate: Fate
    now: int
    operations: tuple[str, ...]

    @property
    def provision(self) -> int:
        """The provision in which it stands."""
        return self.act.facts.lines[self.reference.at.line].provision


def stale_references(review: Review, package: Package) -> tuple[Stale, ...]:
    """Every reference of a document to what the package moves or takes away, and that the package leaves as
    it is, in the order of the dossier; looked for once.

    Args:
        review: that of the package.
    """
    return made_once(package, "stale references", lambda: tuple(_stale(review, package)))


def _stale(review: Review, package: Package) -> Iterator[Stale]:
    titles = Titles(review)
    amended = {id(version.before): version for version in package.versions}
    for act in review.acts:
        pack = get_pack(act.language)
        for reference in act.facts.references if pack is not None else ():
            cited = titles.act_of(act, reference)
            if cited is None or id(cited) not in amended or not reference.sure:
                continue
            line = act.facts.lines[reference.at.line].text
            if pack is not None and pack.law.transitional.search(line):
                continue
            found = _judge(act, reference, amended[id(cited)], amended.get(id(act)))
            if found is not None:
                yield found


def _judge(
    act: ReviewedAct, reference: Reference, cited: AmendedVersion, own: AmendedVersion | None
) -> Stale | None:
    named = locate(cited.before.facts, reference, reference.steps, own=cited.before is act)
    before, after = cited.before.facts, cited.after.facts
    if named.verdict != "found" or before.repealed(named.provision):
        return None
    eid = before.provisions[named.provision].eid
    left = _left(act, reference, own) if operations_at(cited.changes, eid) else None
    if left is None:
        return None
    identifier = identifier_after(moved(cited.changes), eid)
    expected = place_of(after, identifier)
    operations = _causes(cited, eid, "gone" if expected < 0 or after.repealed(expected) else "moved")
    now = locate(after, left, left.steps, own=own is not None and cited is own)
    if expected >= 0 and not after.repealed(expected):
        if now.verdict != "found" and now.verdict != "absent":
            return None
        right = now.provision == expected or identifier == eid
        return None if right else Stale(act, reference, cited, named.provision, "moved", expected, operations)
    gone = now.verdict == "absent" or (now.verdict == "found" and after.repealed(now.provision))
    return Stale(act, reference, cited, named.provision, "gone", -1, operations) if gone else None


def _causes(cited: AmendedVersion, eid: str, fate: Fate) -> tuple[str, ...]:
    """The operations that moved a provision or took it away, and not those that changed its words before."""
    every = operations_at(cited.changes, eid)
    of_words = {c.operation.id for c in cited.changes if c.operation.verb in _OF_WORDS}
    moving = {
        change.operation.id
        for change in cited.changes
        if any(p.eid_before and p.eid_after and p.eid_before != p.eid_after for p in change.places)
    }
    kept = [each for each in every if (each in moving if fate == "moved" else each not in of_words)]
    return tuple(kept) or every


def _left(act: ReviewedAct, reference: Reference, own: AmendedVersion | None) -> Reference | None:
    """The reference as it stands in the text as amended; None where the package changed or took it."""
    if own is None:
        return reference
    before, after = act.facts, own.after.facts
    line = before.lines[reference.at.line]
    eid = identifier_after(moved(own.changes), before.provisions[line.provision].eid)
    words = before.words(reference.at)
    for each in after.references:
        same = after.words(each.at) == words and each.steps == reference.steps
        if same and _stands_in(after, each, eid, line.text):
            return each
    return None


def _stands_in(facts: Facts, reference: Reference, eid: str, text: str) -> bool:
    line = facts.lines[reference.at.line]
    return line.text == text or bool(eid and facts.provisions[line.provision].eid == eid)
