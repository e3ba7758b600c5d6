"""Findings as JSON, for programs: `schemas/findings-1.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from redline.checks import Check
from redline.model.dossier import Dossier
from redline.review.judged import Judged


def render(dossier: Dossier, findings: Sequence[Judged], checks: Sequence[Check], language: str) -> bytes:
    """The findings with their evidence, in the order given; UTF-8."""
    data = {
        "format": "redline-findings",
        "version": 1,
        "title": dossier.title_in(language),
        "language": language,
        "documents": [_document(dossier, place) for place in range(len(dossier.documents))],
        "checks": [{"name": c.name, "type": c.rule, "title": c.text(language).title} for c in checks],
        "findings": [as_data(judged, language) for judged in findings],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _document(dossier: Dossier, place: int) -> dict[str, Any]:
    document = dossier.documents[place]
    return {
        "id": document.id,
        "title": dict(document.title),
        "form": document.form,
        "number": document.number,
        "date": document.date.isoformat() if document.date else None,
        "level": document.level or None,
        "status": document.status,
        "files": [version.name for version in document.versions],
    }


def as_data(judged: Judged, language: str) -> dict[str, Any]:
    """One finding."""
    finding, decided = judged.finding, judged.decided
    return {
        "id": finding.id,
        "check": finding.check,
        "kind": finding.kind,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": judged.message(language),
        "do": judged.check.text(language).do,
        "evidence": [asdict(evidence) for evidence in finding.evidence],
        "decision": decided.decision if decided else None,
        "comment": decided.comment if decided else "",
        "outcome": judged.outcome or None,
        "operations": list(judged.operations),
        "offer": finding.offer,
    }
