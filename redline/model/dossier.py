"""A dossier as loaded: the documents under review, and what the reviewers say of them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from redline.errors import RedlineError
from redline.model.source import Span

LEVELS: tuple[str, ...] = (
    "constitution",
    "treaty",
    "constitutional-law",
    "code",
    "law",
    "presidential-decree",
    "government-resolution",
    "ministerial-order",
    "local-decision",
    "strategy",
)
"""The levels of the hierarchy, the highest first; a strategy is no normative act and stands beside it."""
STATUSES: tuple[str, ...] = ("in-force", "not-in-force", "draft", "repealed")
RISKS: tuple[str, ...] = ("high", "medium", "low")
HIGH_FROM, MEDIUM_FROM = 15, 6
"""Likelihood times impact, each 1 to 5, from which on a risk is high, or medium."""
DECISIONS: tuple[str, ...] = ("accepted", "rejected", "annotated")

COVERAGES: tuple[str, ...] = ("full", "partial", "none", "not-relevant")

COMMENT_DECISIONS: tuple[str, ...] = ("accepted", "partly", "rejected")

SECTIONS: tuple[str, ...] = (
    "summary",
    "purpose",
    "method",
    "scope",
    "findings",
    "proposals",
    "roadmap",
    "conclusions",
    "next-steps",
)
"""The parts of the papers that a person writes."""
NOTE_SECTIONS: tuple[str, ...] = (
    "initiator",
    "grounds",
    "need",
    "aims",
    "subject",
    "structure",
    "treaties",
    "consequences",
    "other-acts",
    "costs",
    "earlier-measures",
)
"""The headings of an explanatory note, in the order usual in Kazakhstan."""


Spoken = Mapping[str, Mapping[str, str]]
"""What is said in several languages: the name of a field -> language -> its text in it."""


@dataclass(frozen=True, slots=True)
class Version:
    """A document in one language.

    Attributes:
        language: two letters.
        name: the file as the dossier has it.
        path: the file.
        at: where the dossier names it.
    """

    language: str
    name: str
    path: Path
    at: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One document under review.

    Attributes:
        id: the name that the dossier gives it.
        versions: its files, one for each language, in the order of the dossier.
        title: by language; empty where the file's own title counts.
        form, number, date, authority: what identifies it.
        level: a word of `LEVELS`.
        status: a word of `STATUSES`.
        goals: ids of the goals that it is to serve.
        redaction: the day whose text it is.
        at: where the dossier has it.
    """

    id: str
    versions: tuple[Version, ...]
    at: Span
    title: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    number: str = ""
    date: datetime.date | None = None
    authority: str = ""
    level: str = ""
    status: str = "in-force"
    goals: tuple[str, ...] = ()
    redaction: datetime.date | None = None
    spoken: Spoken = field(default_factory=dict, hash=False)

    def form_in(self, language: str) -> str:
        """Its form in a language, or as it is given first."""
        return self.spoken.get("form", {}).get(language, self.form)

    def authority_in(self, language: str) -> str:
        """Who made it, in a language, or as it is given first."""
        return self.spoken.get("authority", {}).get(language, self.authority)

    @property
    def rank(self) -> int | None:
        """Its place in the hierarchy, 0 for the highest; None where it is not said or has none."""
        return LEVELS.index(self.level) if self.level in LEVELS[:-1] else None


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a reviewer says of a provision.

    Attributes:
        document: the id of the document.
        address: the provision as cited, or empty for the whole document.
        subject, comment, source: what it is about, what is said, and by whom or from where.
        risk: a word of `RISKS`, or empty.
        at: where the dossier has it; `address_at` where the address stands.
    """

    document: str
    at: Span
    address: str = ""
    address_at: Span | None = None
    subject: str = ""
    comment: str = ""
    risk: str = ""
    source: str = ""
    spoken: Spoken = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Goal:
    """A policy goal, and where it is written and carried out.

    Attributes:
        text: in the language asked for, where it is given in that.
        named: as given first: the ids of findings on it are made from that, in whatever language it is shown.
        document, address: the strategy that sets it, where that is a document of the dossier.
        implemented_by: ids of documents, with an address behind a space where a provision is meant.
    """

    id: str
    text: str
    at: Span
    document: str = ""
    address: str = ""
    implemented_by: tuple[str, ...] = ()
    named: str = ""
    spoken: Spoken = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the reviewers make of a finding.

    Attributes:
        likelihood, impact: 1 to 5; 0 where nothing is said.
        stated: a word of `RISKS` where the risk is said as such.
        consequence: what follows in law.
        affects: whom: migrants, employers, women, children.
        basis: the higher norm or principle that it offends.
        recommendation: what should be done.
        owner: the body that has to do it.
    """

    likelihood: int = 0
    impact: int = 0
    stated: str = ""
    consequence: str = ""
    affects: str = ""
    basis: str = ""
    recommendation: str = ""
    owner: str = ""
    spoken: Spoken = field(default_factory=dict, hash=False)

    @property
    def risk(self) -> str:
        """A word of `RISKS`: as stated, or else of likelihood times impact; empty where neither is said."""
        product = self.likelihood * self.impact
        if self.stated or not product:
            return self.stated
        return "high" if product >= HIGH_FROM else "medium" if product >= MEDIUM_FROM else "low"


NOT_ASSESSED = Assessment()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the reviewers say of a provision and what answers to it in another document.

    Attributes:
        document, address: the provision.
        other, others: the other document, and its provisions that answer; there may be none.
        coverage: a word of `COVERAGES`.
        comment: why.
        at: where the dossier has it.
    """

    document: str
    address: str
    other: str
    coverage: str
    at: Span
    others: tuple[str, ...] = ()
    comment: str = ""
    spoken: Spoken = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class HandFinding:
    """A finding entered by hand: from an interview, or a comment received."""

    id: str
    text: str
    at: Span
    document: str = ""
    address: str = ""
    risk: str = ""
    source: str = ""
    recommendation: str = ""
    assessment: Assessment = NOT_ASSESSED
    spoken: Spoken = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided on a finding."""

    finding: str
    decision: str
    at: Span
    comment: str = ""
    assessment: Assessment = NOT_ASSESSED
    spoken: Spoken = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment received from a body, and what was decided on it.

    Attributes:
        id: made from what it says, so that a form that is read twice adds nothing.
        body: who says it.
        document, address: the provision that it speaks of; both empty for the package as a whole.
        comment, proposal: what is said, and what text is proposed instead.
        decision: a word of `COMMENT_DECISIONS`; empty while none was made.
        reason: why.
        form: the file that it came in, and where in it.
    """

    id: str
    body: str
    at: Span
    document: str = ""
    address: str = ""
    comment: str = ""
    proposal: str = ""
    decision: str = ""
    reason: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What persons have written for the analytical report.

    Attributes:
        date: of the report; None where none is given.
        author: by language.
        prose: Markdown by section (a word of `SECTIONS`) and language.
        note: the same for the explanatory note (a word of `NOTE_SECTIONS`).
        key_changes: ids of the operations that are shown as key changes, in their order; empty for a choice.
        key_changes_at: where each of them stands.
        files: those that it was read from, where it is not in the dossier itself.
    """

    date: datetime.date | None = None
    author: Mapping[str, str] = field(default_factory=dict)
    prose: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    note: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    key_changes: tuple[str, ...] = ()
    key_changes_at: tuple[Span, ...] = ()
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """The documents under review, and what the reviewers say of them.

    Attributes:
        file, folder: where it was loaded from.
        title: by language.
        jurisdiction: the drafting profile by which files that are no Akoma Ntoso are imported.
        language: two letters: of what is written in the dossier, and of the papers made from it.
        concordance: the reviewers' judgements of what one document covers of another.
        specs: the specs of the package, as paths.
        comments: what was received on the package, in the order of its file.
        comments_file: where that is kept, beside the dossier; it need not be there yet.
        report: what persons have written for the report.
        sources: the lines of the file, for messages.
        left_out: the errors of files that are not there or are listed twice.
        without_file: the documents that are left without any file by that.
    """

    file: str
    folder: Path
    documents: tuple[Document, ...]
    title: Mapping[str, str] = field(default_factory=dict)
    jurisdiction: str = "generic"
    language: str = "en"
    annotations: tuple[Annotation, ...] = ()
    goals: tuple[Goal, ...] = ()
    findings: tuple[HandFinding, ...] = ()
    decisions: tuple[Decided, ...] = ()
    concordance: tuple[Coverage, ...] = ()
    specs: tuple[Path, ...] = ()
    comments: tuple[Comment, ...] = ()
    comments_file: Path = Path("comments.yaml")
    report: Report = Report()
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: tuple[RedlineError, ...] = ()
    without_file: tuple[str, ...] = ()

    def title_in(self, language: str) -> str:
        """The title of the review in a language, or in the first one that it has; empty where it has none."""
        return self.title.get(language) or next(iter(self.title.values()), "")

    def in_language(self, language: str) -> Dossier:
        """The same dossier, with what the reviewers say in a language where they say it in that."""
        return replace(
            self,
            annotations=tuple(_told_in(each, language) for each in self.annotations),
            goals=tuple(_told_in(each, language) for each in self.goals),
            concordance=tuple(_told_in(each, language) for each in self.concordance),
            findings=tuple(_assessed_in(each, language) for each in self.findings),
            decisions=tuple(_assessed_in(each, language) for each in self.decisions),
        )

    def assessed(self, finding: str) -> Assessment:
        """What the reviewers make of a finding, under its decision or where it was entered by hand."""
        decided = self.decided(finding)
        if decided is not None and decided.assessment != NOT_ASSESSED:
            return decided.assessment
        own = (each.assessment for each in self.findings if each.id == finding)
        return next(own, NOT_ASSESSED)

    def decided(self, finding: str) -> Decided | None:
        """What was decided on a finding, if anything."""
        return next((each for each in self.decisions if each.finding == finding), None)


_Told = TypeVar("_Told", Annotation, Goal, Coverage, HandFinding, Decided, Assessment)
_Assessed = TypeVar("_Assessed", HandFinding, Decided)


def _told_in(entry: _Told, language: str) -> _Told:
    """An entry with the texts that it has in a language."""
    said: dict[str, Any] = {n: texts[language] for n, texts in entry.spoken.items() if language in texts}
    return replace(entry, **said) if said else entry


def _assessed_in(entry: _Assessed, language: str) -> _Assessed:
    return replace(_told_in(entry, language), assessment=_told_in(entry.assessment, language))
