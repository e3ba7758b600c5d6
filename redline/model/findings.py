"""What a check finds across the documents of a dossier."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "note"]
Confidence = Literal["high", "medium", "low"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that a finding speaks of.

    Attributes:
        document: the id of the document in the dossier.
        language: two letters.
        address: the provision as its own law cites it.
        quote: the words that matter.
        before, after: the words around them, shortened.
        eid: the provision's identifier, if it has one.
        file: the file as the dossier names it.
        line: the line of a spec; 0 for Acts, which are cited by provision.
    """

    document: str
    language: str
    address: str
    quote: str
    before: str = ""
    after: str = ""
    eid: str = ""
    file: str = ""
    line: int = 0

    @property
    def source(self) -> str:
        """The document, with the language of the version; a spec has none."""
        return f"{self.document} ({self.language})" if self.language else self.document


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    Attributes:
        id: made from what it says, so that it is the same in every run.
        check: the check that made it.
        kind: which of the check's messages it bears.
        severity: how bad it is if it is true.
        confidence: how sure it is that it is true; a check that guesses says so.
        evidence: the places, the one to be mended first.
        said: what the message is filled in with.
        operations: ids of the operations of the package that bring it about.
        offer: amendments that answer it, as a file that the spec of the package can include; they have been
            applied and do what they are to do. Empty where none can be drafted.
    """

    id: str
    check: str
    kind: str
    severity: Severity
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    said: Mapping[str, str] = field(default_factory=dict)
    operations: tuple[str, ...] = ()
    offer: str = ""


def make_finding(
    check: str,
    kind: str,
    severity: Severity,
    confidence: Confidence,
    evidence: tuple[Evidence, ...],
    **said: str,
) -> Finding:
    """A finding with its id: the same words about the same places always have the same.

    Raises nothing; the places are those of the documents' own citations, so that a finding keeps its id
    wherever in a list it comes.
    """
    parts = [check, kind, *(f"{key}={value}" for key, value in sorted(said.items()))]
    parts += [f"{e.document}/{e.language}/{e.address}/{e.quote}" for e in evidence]
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:8]
    return Finding(f"F-{digest}", check, kind, severity, confidence, evidence, said)
