"""All that the papers of a review are made from, in one place: findings, packages, what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from redline.checks import Check
from redline.dossier.annotating import Placed
from redline.dossier.library import Review, ReviewedAct
from redline.languages import short_code
from redline.languages.called import short_name
from redline.model.dossier import Dossier
from redline.render.renderer import Package
from redline.review.judged import Judged


@dataclass(frozen=True)
class Material:
    """What the papers are made from.

    Attributes:
        review: the dossier with its documents, as they are.
        all_findings: with their decisions, and with what became of each where there is a package; rejected
            ones too, and those that the package brings about.
        checks: those that were run.
        packages: the amended packages of the dossier's specs.
        placed: the annotations, each with its provision.
        language: two letters: of the papers.
        after: the documents as the package amends them; None without one.
    """

    review: Review
    all_findings: tuple[Judged, ...]
    checks: tuple[Check, ...]
    packages: tuple[Package, ...]
    placed: tuple[Placed, ...]
    language: str
    after: Review | None = None

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self.review.dossier

    @property
    def findings(self) -> tuple[Judged, ...]:
        """The findings in the law as it is; rejected ones too."""
        return tuple(judged for judged in self.all_findings if judged.outcome != "new")

    @property
    def open(self) -> tuple[Judged, ...]:
        """Those that were not rejected, whatever the package makes of them."""
        return tuple(j for j in self.findings if j.decided is None or j.decided.decision != "rejected")

    @property
    def new(self) -> tuple[Judged, ...]:
        """What the package brings about."""
        return tuple(judged for judged in self.all_findings if judged.outcome == "new")

    def outcome(self, judged: Judged) -> str:
        """What became of a finding: `resolved`, `answered` (only a person can tell whether it is gone),
        `still-there`, `unanswered` (it is there, and no operation names it); empty without a package.
        """
        lone = judged.outcome == "still-there" and not judged.operations
        return "unanswered" if lone else judged.outcome

    def version_of(self, document: str) -> ReviewedAct | None:
        """The version of a document in the language of the papers, or else its first."""
        return self.review.version_in(document, self.language)

    def title_of(self, document: str) -> str:
        """The title of a document in the language of the papers; its short name where it has none."""
        act = self.version_of(document)
        given = next((d.title for d in self.dossier.documents if d.id == document), {})
        own = act.title if act is not None else next(iter(given.values()), "")
        return given.get(self.language) or own or document

    def document_of(self, alias: str) -> str:
        """The document that an Act of the specs stands for; empty where it is none of the dossier."""
        return self._documents.get(alias, "")

    @cached_property
    def _documents(self) -> dict[str, str]:
        """The documents that the Acts of the specs stand for, by key and by alias."""
        files = {act.version.path.resolve(): act.document.id for act in self.review.acts}
        found: dict[str, str] = {}
        for package in self.packages:
            for key, source in package.spec.acts.items():
                document = files.get(Path(source.path or source.source).resolve())
                if document is not None:
                    found.setdefault(key, document)
                    found.setdefault(source.alias, document)
        return found

    def title_of_act(self, alias: str) -> str:
        """The title of an Act of the specs: that of its document, or else its name in the spec."""
        document = self.document_of(alias)
        return self.title_of(document) if document else alias

    @property
    def unread(self) -> tuple[str, ...]:
        """The documents, or versions of them, that could not be read: nothing in the papers is said of
        them."""
        read = {(act.document.id, act.version.path) for act in self.review.acts}
        found = list(self.dossier.without_file)
        for document in self.dossier.documents:
            lacking = [v for v in document.versions if (document.id, v.path) not in read]
            if len(lacking) == len(document.versions):
                found.append(self.title_of(document.id))
            else:
                names = (short_name(version.language, self.language) for version in lacking)
                found += [f"{self.title_of(document.id)} ({name})" for name in names]
        return tuple(found)

    @property
    def untitled(self) -> tuple[str, ...]:
        """The documents that have no title: no reference to them can be told."""
        return tuple(
            document.id
            for document in self.dossier.documents
            if not any(act.title for act in self.review.versions_of(document.id))
        )

    def shown_packages(self) -> Iterator[Package]:
        """Each package with every Act once: in the language of the papers, or in the first that it has."""
        for package in self.packages:
            shown: set[str] = set()
            for tag in sorted(package.languages, key=lambda tag: short_code(tag) != self.language):
                part = package.in_language(tag, without=frozenset(shown))
                shown.update(part.spec.acts[key].alias for key in part)
                if len(part):
                    yield part
