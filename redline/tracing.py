"""Findings followed into the amended law: what the package of a dossier resolves, leaves, and brings
about."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import fuzz

from redline.checks import consequential
from redline.checks.operations import identifier_after, moved
from redline.checks.stale import stale_references
from redline.dossier.library import Review, ReviewedAct
from redline.dossier.packages import AmendedVersion, Package
from redline.errors import DossierError
from redline.model.address import overlap
from redline.model.dossier import Dossier
from redline.model.findings import Evidence, Finding
from redline.review.judged import Judged, judge
from redline.review.unmet import unmet_findings
from redline.reviewing import Checked, Progress, check_dossier, found_by
from redline.spec import load_spec

_BY_HAND = "by-hand"
_OF_REFERENCES = ("dangling-reference", "cited-act")


@dataclass(frozen=True, slots=True)
class _Touched:
    """One place that an operation changed.

    Attributes:
        operation: its id.
        version: the file of the Act.
        eids: the identifiers of the provision before and after.
        words: its words before and after.
    """

    operation: str
    version: Path
    eids: tuple[str, ...]
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Package:
    """What the specs of a dossier make of its documents.

    Attributes:
        acts: the amended versions, by file.
        touched: every place changed.
        fixes: for each finding named in `fixes:` the operations that name it.
        moves: by file, the identifiers of what has another then: before -> after.
        packages: the specs.
    """

    acts: Mapping[Path, ReviewedAct]
    touched: tuple[_Touched, ...]
    fixes: Mapping[str, tuple[str, ...]]
    moves: Mapping[Path, Mapping[str, str]]
    packages: tuple[Package, ...]


def check_after(
    source: str | os.PathLike[str] | Dossier,
    *,
    only: Collection[str] = (),
    everything: bool = False,
    language: str | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Checked:
    """Check the documents of a dossier as its specs amend them, and hold that against what they are now.

    Args:
        source, only, everything, language, workers, progress: as for `check_dossier`.

    Returns:
        every finding of now and of then, each with its outcome (`resolved`, `answered`, `still-there`,
        `new`) and
        the operations that it comes from.

    Raises:
        DossierErrors: as for `check_dossier`; `spec-missing` where the dossier names no spec,
        `amended-twice`.
        SpecErrors, AmendmentErrors: the package cannot be read or applied.
    """
    before = check_dossier(
        source, only=only, everything=everything, language=language, workers=workers, progress=progress
    )
    package = _package(before.review)
    after = _after(before.review, package)
    of_acts = [check for check in before.checks if check.scope != "package"]
    found = found_by(of_acts, after)
    order = {check.name: place for place, check in enumerate(before.checks)}
    guesses = everything or bool(only)
    told = (
        each
        for each in _outcomes(before, found, after, package)
        if guesses or each.outcome != "new" or each.finding.confidence != "low"
    )
    outcomes = sorted(told, key=lambda each: order[each.check.name])
    ids = before.ids | {finding.id for finding in found}
    errors = before.errors if only else (*before.errors, *unmet_findings(before.review, ids))
    present = replace(before.review, packages=package.packages)
    return replace(before, review=after, before=present, findings=tuple(outcomes), errors=errors, ids=ids)


def amended_review(review: Review) -> Review:
    """The documents of a dossier as its specs amend them.

    Raises:
        DossierError: `spec-missing`, `amended-twice`.
        SpecErrors, AmendmentErrors: the package cannot be read or applied.
    """
    return _after(review, _package(review))


def _after(review: Review, package: _Package) -> Review:
    acts = tuple(package.acts.get(act.version.path, act) for act in review.acts)
    return replace(review, acts=acts, packages=())


def _package(review: Review) -> _Package:
    dossier = review.dossier
    if not dossier.specs:
        raise DossierError(
            "spec-missing",
            f"{dossier.file} names no spec",
            do="name the specs of the package under specs:, as in specs: [package.yaml]",
        )
    acts: dict[Path, ReviewedAct] = {}
    touched: list[_Touched] = []
    fixes: dict[str, list[str]] = {}
    moves: dict[Path, Mapping[str, str]] = {}
    packages: list[Package] = []
    known = {act.version.path for act in review.acts}
    read = {package.path: package for package in review.packages}
    for path in dossier.specs:
        package = read.get(path) or Package(load_spec(path), path, review)
        packages.append(package)
        for operation in package.spec.operations:
            for finding in operation.fixes:
                fixes.setdefault(finding, []).append(operation.id)
        for version in package.versions:
            file = version.after.version.path
            if file in acts:
                raise DossierError(
                    "amended-twice",
                    f"{version.after.version.name} is amended by two specs of the dossier",
                    do="put the amendments of one Act into one spec, or name one of the two",
                )
            if file in known:
                acts[file] = version.after
            moves[file] = moved(version.changes)
            touched += _touched(version)
    named = {name: tuple(ids) for name, ids in fixes.items()}
    return _Package(acts, tuple(touched), named, moves, tuple(packages))


def _touched(version: AmendedVersion) -> Iterator[_Touched]:
    for change in version.changes:
        for place in change.places if change.applied else ():
            eids = tuple(filter(None, (place.eid_before, place.eid_after)))
            words = (place.words_before, place.words_after)
            yield _Touched(change.operation.id, version.after.version.path, eids, words)


def _outcomes(
    before: Checked, found: Sequence[Finding], after: Review, package: _Package
) -> Iterator[Judged]:
    """What became of each finding, and then the new ones."""
    ids = {finding.id for finding in found}
    # What was a guess before, and is surer now, is not new.
    moved_on = _Successors([each for each in found if each.id not in before.ids], before.review, package)
    for judged in before.findings:
        name = judged.finding.id
        named = package.fixes.get(name, ())
        same = None if name in ids else moved_on.of(judged.finding)
        if judged.check.scope == "package":  # what is wrong with the amendments comes with them
            yield replace(judged, outcome="new")
        elif judged.check.name == _BY_HAND:  # only a person can tell
            yield replace(judged, outcome="answered" if named else "still-there", operations=named)
        elif name in ids:
            yield replace(judged, outcome="still-there", operations=named)
        elif same is not None:
            yield replace(judged, finding=replace(same, id=name), outcome="still-there", operations=named)
        else:
            operations = named or _operations_at(judged.finding.evidence, before.review, package)
            yield replace(judged, outcome="resolved", operations=operations)
    left_behind = _left_behind(before.review, package)
    named_with_amendment = any(check.name == consequential.NAME for check in before.checks)
    for judged in judge(moved_on.left, after.dossier):
        operations = _operations_at(judged.finding.evidence, after, package)
        if judged.check.name in _OF_REFERENCES and _first_place(judged.finding) in left_behind:
            if named_with_amendment:
                continue  # it is told with the amendment that is missing
            operations = left_behind[_first_place(judged.finding)]
        yield replace(judged, outcome="new", operations=operations)


def _left_behind(review: Review, package: _Package) -> dict[tuple[str, str, str, str], tuple[str, ...]]:
    """The references that the package leaves behind, each with the operations that do so."""
    return {
        (stale.act.document.id, stale.act.language, stale.act.facts.provisions[stale.provision].eid,
         stale.act.facts.words(stale.reference.at)): stale.operations
        for each in package.packages
        for stale in stale_references(review, each)
    }  # fmt: skip


def _first_place(finding: Finding) -> tuple[str, str, str, str]:
    first = finding.evidence[0] if finding.evidence else Evidence("", "", "", "")
    return first.document, first.language, first.eid, first.quote


Places = tuple[tuple[str, str, str], ...]
"""Document, language and identifier of each place of a finding."""


class _Successors:
    """Findings of the amended text that say what one of the present text says, of the same provisions: only
    words or numbers have changed, and the fault is still there."""

    def __init__(self, found: Sequence[Finding], review: Review, package: _Package) -> None:
        self.left = list(found)
        self._moves = {
            (act.document.id, act.language): package.moves.get(act.version.path, {}) for act in review.acts
        }

    def of(self, finding: Finding) -> Finding | None:
        """The one that goes on from a finding, each only once; None where there is none."""
        wanted = self._places(finding, moved=True)
        same = [
            each
            for each in self.left
            if (each.check, each.kind) == (finding.check, finding.kind)
            and (self._places(each, moved=False) == wanted or _is_placeless(each, finding))
        ]
        if not same:
            return None
        best = max(same, key=lambda each: _likeness(each, finding))
        self.left.remove(best)
        return best

    def _places(self, finding: Finding, *, moved: bool) -> Places:
        places = []
        for each in finding.evidence:
            moves = self._moves.get((each.document, each.language), {}) if moved else {}
            places.append((each.document, each.language, identifier_after(moves, each.eid)))
        return tuple(sorted(places))


def _is_placeless(one: Finding, other: Finding) -> bool:
    """Whether two findings say the same, one of them of no place: that of a goal whose provision moved."""
    return one.said == other.said and not (one.evidence and other.evidence)


def _likeness(one: Finding, other: Finding) -> tuple[bool, float]:
    """Whether two findings are filled in alike, and how much their quotations are."""
    quoted = [" ".join(each.quote for each in finding.evidence) for finding in (one, other)]
    return one.said == other.said, fuzz.ratio(*quoted)


def _operations_at(evidence: Sequence[Evidence], review: Review, package: _Package) -> tuple[str, ...]:
    """The operations that changed one of the places of a finding, or what stands around or inside it."""
    files = {(act.document.id, act.language): act.version.path for act in review.acts}
    found: dict[str, None] = {}
    for each in evidence:
        file = files.get((each.document, each.language))
        for touched in package.touched:
            if touched.version == file and _at(touched, each):
                found[touched.operation] = None
    return tuple(found)


def _at(touched: _Touched, evidence: Evidence) -> bool:
    """Whether an operation changed the place of an evidence; a preamble is told by its words."""
    if evidence.eid:
        return any(overlap(eid, evidence.eid) for eid in touched.eids)
    return any(evidence.quote in " ".join(words.split()) for words in touched.words)
