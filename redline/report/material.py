"""All that the papers of a review are made from, in one place: findings, packages, what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from redline.akn.document import Act
from redline.checks import Check
from redline.dossier.library import Review, ReviewedAct
from redline.facts import read_facts
from redline.jurisdictions import get_profile
from redline.languages import short_code
from redline.model.changes import Change
from redline.model.dossier import Dossier
from redline.model.findings import Finding
from redline.render.renderer import Package
from redline.review.judged import Judged


@dataclass(frozen=True)
class Material:
    """What the papers are made from.

    Attributes:
        review: the dossier with its documents.
        findings: all of them, with their decisions; rejected ones too.
        checks: those that were run.
        packages: the amended packages of the dossier's specs.
        after: ids of what the same checks find in the consolidated Acts -> the finding.
        language: two letters: of the papers.
    """

    review: Review
    findings: tuple[Judged, ...]
    checks: tuple[Check, ...]
    packages: tuple[Package, ...]
    after: Mapping[str, Finding]
    language: str

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self.review.dossier

    @property
    def open(self) -> tuple[Judged, ...]:
        """The findings that were not rejected."""
        return tuple(judged for judged in self.findings if judged.counts)

    @cached_property
    def operations(self) -> Mapping[str, tuple[str, ...]]:
        """The operations that say of a finding that they answer it (`fixes:`), by its id."""
        found: dict[str, list[str]] = {}
        for package in self.packages:
            for operation in package.spec.operations:
                for name in operation.fixes:
                    if operation.id not in found.setdefault(name, []):
                        found[name].append(operation.id)
        return {name: tuple(operations) for name, operations in found.items()}

    def outcome(self, finding: Finding) -> str:
        """What became of a finding: `resolved`, `gone` (though no operation names it), `still-there`,
        `to-confirm` (it was entered by hand, and an operation says that it answers it) or `unanswered`; empty
        where there is no package.
        """
        if not self.packages:
            return ""
        if finding.check == "by-hand":
            return "to-confirm" if finding.id in self.operations else "unanswered"
        if finding.id in self.after:
            return "still-there" if finding.id in self.operations else "unanswered"
        if _about(finding) in {_about(other) for other in self.new}:
            return "still-there"  # the same check still speaks of the same place, in other words
        return "resolved" if finding.id in self.operations else "gone"

    @cached_property
    def new(self) -> tuple[Finding, ...]:
        """What the checks find in the consolidated Acts and did not find before."""
        known = {judged.finding.id for judged in self.findings}
        return tuple(finding for name, finding in self.after.items() if name not in known)

    def version_of(self, document: str) -> ReviewedAct | None:
        """The version of a document in the language of the papers, or else its first."""
        versions = self.review.versions_of(document)
        own = (act for act in versions if act.language == self.language)
        return next(own, versions[0] if versions else None)

    def title_of(self, document: str) -> str:
        """The title of a document in the language of the papers."""
        act = self.version_of(document)
        given = next((d.title for d in self.dossier.documents if d.id == document), {})
        return given.get(self.language) or (act.title if act is not None else document)

    def shown_packages(self) -> Iterator[Package]:
        """Each package in the language of the papers, or in its first language."""
        for package in self.packages:
            tags = [tag for tag in package.languages if short_code(tag) == self.language]
            yield package.in_language((tags or list(package.languages))[0])

    def changes(self) -> Iterator[Change]:
        """The changes of the packages in one language."""
        for package in self.shown_packages():
            for _, marked in package.items():
                yield from marked.changes()


def _about(finding: Finding) -> tuple[str, ...]:
    """What a finding is about, whatever its words."""
    places = (f"{e.document}/{e.language}/{e.address}" for e in finding.evidence[:1])
    return (finding.check, finding.kind, *places)


def find_after(review: Review, packages: Iterable[Package], checks: Iterable[Check]) -> dict[str, Finding]:
    """What the checks find once the packages are applied, by id."""
    amended = consolidated(review, packages)
    return {finding.id: finding for check in checks for finding in check.run(amended)}


def consolidated(review: Review, packages: Iterable[Package]) -> Review:
    """The review with the consolidated text of each document that a package amends."""
    after: dict[str, Act] = {}
    for package in packages:
        for key, marked in package.items():
            path = package.spec.acts[key].path
            if path:
                after.setdefault(str(Path(path).resolve()), marked.after())
    editorial = get_profile(review.dossier.jurisdiction).editorial
    acts = [
        replace(act, facts=read_facts(found, act.version.language or None, editorial))
        if (found := after.get(str(act.version.path.resolve()))) is not None
        else act
        for act in review.acts
    ]
    return replace(review, acts=tuple(acts))
