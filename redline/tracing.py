"""Findings followed into the amended law: what the package of a dossier resolves, leaves, and brings
about."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from redline.dossier.library import Review, ReviewedAct
from redline.dossier.packages import AmendedVersion, Package
from redline.errors import DossierError
from redline.model.dossier import Dossier
from redline.model.findings import Evidence, Finding
from redline.review.judged import Judged, judge
from redline.reviewing import Checked, Progress, check_dossier, found_by
from redline.spec import load_spec

_BY_HAND = "by-hand"


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
    """

    acts: Mapping[Path, ReviewedAct]
    touched: tuple[_Touched, ...]
    fixes: Mapping[str, tuple[str, ...]]


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
    found = found_by(of_acts, after, everything=everything or bool(only))
    order = {check.name: place for place, check in enumerate(before.checks)}
    outcomes = sorted(_outcomes(before, found, after, package), key=lambda each: order[each.check.name])
    return replace(before, review=after, findings=tuple(outcomes))


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
    known = {act.version.path for act in review.acts}
    read = {package.path: package for package in review.packages}
    for path in dossier.specs:
        package = read.get(path) or Package(load_spec(path), path, review)
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
            touched += _touched(version)
    return _Package(acts, tuple(touched), {name: tuple(ids) for name, ids in fixes.items()})


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
    for judged in before.findings:
        name = judged.finding.id
        named = package.fixes.get(name, ())
        if judged.check.scope == "package":  # what is wrong with the amendments comes with them
            yield replace(judged, outcome="new")
        elif judged.check.name == _BY_HAND:  # only a person can tell
            yield replace(judged, outcome="answered" if named else "still-there", operations=named)
        elif name in ids:
            yield replace(judged, outcome="still-there", operations=named)
        else:
            operations = named or _operations_at(judged.finding.evidence, before.review, package)
            yield replace(judged, outcome="resolved", operations=operations)
    known = {judged.finding.id for judged in before.findings}
    for judged in judge((finding for finding in found if finding.id not in known), after.dossier):
        operations = _operations_at(judged.finding.evidence, after, package)
        yield replace(judged, outcome="new", operations=operations)


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
        return any(_meet(eid, evidence.eid) for eid in touched.eids)
    return any(evidence.quote in " ".join(words.split()) for words in touched.words)


def _meet(one: str, other: str) -> bool:
    """Whether one provision is the other or holds it, by their identifiers."""
    return bool(one and other) and (
        one == other or one.startswith(f"{other}__") or other.startswith(f"{one}__")
    )
