"""A finding with what was decided on it, in the words of the reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from redline.checks import CHECKS, Check
from redline.model.dossier import NOT_ASSESSED, Assessment, Decided, Dossier
from redline.model.findings import CONFIDENCES, SEVERITIES, Finding, Severity

_SEVERITIES: Mapping[str, Severity] = {"high": "error", "medium": "warning", "low": "note"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with all that the papers say of it.

    Attributes:
        finding: as the check made it.
        check: the check.
        decided: what the dossier decides on it, if anything.
        outcome: after amendments: `resolved`; `answered` (by hand only can it be told whether it is gone);
            `still-there`; `new`; empty where none were made.
        operations: ids of the operations that bring it about, that it is named by, or that changed its
            places.
        assessed: what the reviewers make of it.
    """

    finding: Finding
    check: Check
    decided: Decided | None = None
    outcome: str = ""
    operations: tuple[str, ...] = ()
    assessed: Assessment = NOT_ASSESSED

    @property
    def severity(self) -> Severity:
        """How bad it is: as the reviewers assess it, or else as the check has it."""
        return _SEVERITIES.get(self.assessed.risk, self.finding.severity)

    @property
    def counts(self) -> bool:
        """Whether it is still to be answered: one that was rejected or is resolved is not."""
        rejected = self.decided is not None and self.decided.decision == "rejected"
        return not rejected and self.outcome not in ("resolved", "answered")

    def message(self, language: str) -> str:
        """Its sentence."""
        return self.check.message(self.finding, language)


def judge(findings: Iterable[Finding], dossier: Dossier) -> tuple[Judged, ...]:
    """Findings with their decisions: by check as registered, then the worst and surest first.

    Two findings that say the same are one.
    """
    checks: Mapping[str, Check] = {check.name: check for check in CHECKS}
    order = {name: place for place, name in enumerate(checks)}
    unique = {finding.id: finding for finding in findings}
    ranked = sorted(
        unique.values(),
        key=lambda f: (order[f.check], SEVERITIES.index(f.severity), CONFIDENCES.index(f.confidence)),
    )
    return tuple(
        Judged(
            f,
            checks[f.check],
            dossier.decided(f.id),
            operations=f.operations,
            assessed=dossier.assessed(f.id),
        )
        for f in ranked
    )
