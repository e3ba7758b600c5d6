"""Ids in a dossier and its specs that nothing bears: of findings decided on or fixed, of key changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from redline.dossier.library import Review
from redline.errors import DossierError, RedlineError, SpecError
from redline.model.source import Span
from redline.spec.reading import did_you_mean

_SLIPS = 0.2
"""So much of an id may be wrong for it to be taken for another: ids are all alike."""
_DECISIONS, _FIXES = "decisions:", "fixes:"
_Named = tuple[str, Span, Mapping[str, tuple[str, ...]], str]
"""An id, where it stands, the lines of its file, and the key that names it."""


def unmet_operations(review: Review) -> tuple[RedlineError, ...]:
    """An error for each key change that is no operation of the package."""
    report = review.dossier.report
    known = [operation.id for package in review.packages for operation in package.spec.operations]
    return tuple(
        DossierError(
            "operation-unknown",
            f"key-changes: names the operation {name}, and no spec of the dossier has one of that id",
            do=did_you_mean(name, known) if known else "name the specs of the package under specs:",
            at=at,
        ).with_excerpt(review.dossier.sources)
        for name, at in zip(report.key_changes, report.key_changes_at, strict=True)
        if name not in known
    )


def unmet_findings(review: Review, found: Collection[str]) -> tuple[RedlineError, ...]:
    """An error for each id under `decisions:` and `fixes:` that no finding bears.

    Operations can also name what stands in another list, as in `fixes: [P-16]`: only an id like those of the
    checks (`F-`) or of the findings entered by hand is looked for. Where a document could not be read nothing
    is said: its findings may be those that are meant.

    Args:
        review: the dossier with its documents and specs.
        found: the ids of all findings, unsure ones too, before the package is applied and, where the dossier
            has one, after.
    """
    if review.errors:
        return ()
    known = {*found, *(finding.id for finding in review.dossier.findings)}
    own = {"F", *(_family(finding.id) for finding in review.dossier.findings)}
    return tuple(
        _error(each, sorted(known))
        for each in _named(review)
        if each[0] not in known and (each[3] == _DECISIONS or _family(each[0]) in own)
    )


def _family(name: str) -> str:
    """What the ids of one list have in common: `H` of `H-1`."""
    return name.partition("-")[0]


def _named(review: Review) -> Iterator[_Named]:
    dossier = review.dossier
    for decided in dossier.decisions:
        yield decided.finding, decided.at, dossier.sources, _DECISIONS
    for package in review.packages:
        told: set[tuple[str, Span]] = set()
        for operation in package.spec.operations:
            for name, at in zip(operation.fixes, operation.fixes_at, strict=True):
                if (name, at) not in told:  # one `fixes:` may stand for several operations
                    told.add((name, at))
                    yield name, at, package.spec.sources, _FIXES


def _error(named: _Named, known: Sequence[str]) -> RedlineError:
    name, at, sources, key = named
    near = min(known, key=lambda each: OSA.distance(name, each), default="")
    close = bool(near) and OSA.distance(name, near) <= _SLIPS * len(name)
    do = (
        "look it up with redline check; where its words have changed, it has another id now, "
        "and where it is gone, take it out here"
    )
    make = DossierError if key == _DECISIONS else SpecError
    return make(
        "finding-unknown",
        f"{key} names {name}, and there is no finding of that id",
        do=f"did you mean {near}?" if close else do,
        at=at,
    ).with_excerpt(sources)
