"""Findings as SARIF 2.1.0 (OASIS standard of 27 March 2020), for the code review tools of repositories."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from redline.checks import Check
from redline.model.dossier import Dossier
from redline.model.findings import Evidence, Severity
from redline.review.judged import Judged

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "note"}
_RANKS = {"high": 90.0, "medium": 60.0, "low": 30.0}


def render(dossier: Dossier, findings: Sequence[Judged], checks: Sequence[Check], language: str) -> bytes:
    """One run of the tool; a rejected finding is a suppressed result. UTF-8."""
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "redline", "rules": [_rule(check, language) for check in checks]}},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(judged, language) for judged in findings],
    }
    data = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _rule(check: Check, language: str) -> dict[str, Any]:
    text = check.text(language)
    return {
        "id": check.name,
        "shortDescription": {"text": text.title},
        "fullDescription": {"text": text.flags},
        "help": {"text": f"{text.why}\n\n{text.do}"},
        "properties": {"tags": [check.rule]},
    }


def _result(judged: Judged, language: str) -> dict[str, Any]:
    finding = judged.finding
    places = [_location(evidence) for evidence in finding.evidence]
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "level": _LEVELS[finding.severity],
        "rank": _RANKS[finding.confidence],
        "message": {"text": judged.message(language)},
        "locations": places[:1],
        "relatedLocations": [{"id": number, **place} for number, place in enumerate(places[1:], 1)],
        "partialFingerprints": {"redlineFinding/v1": finding.id},
    }
    if judged.decided is not None and judged.decided.decision == "rejected":
        comment = judged.decided.comment
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": comment}]
    if finding.offer:
        result["properties"] = {"offer": finding.offer}
    return result


def _location(evidence: Evidence) -> dict[str, Any]:
    place: dict[str, Any] = {
        "artifactLocation": {"uri": evidence.file.replace("\\", "/")},
        "contextRegion": {"snippet": {"text": evidence.quote}},
    }
    if evidence.line:
        place["region"] = {"startLine": evidence.line, "snippet": {"text": evidence.quote}}
        del place["contextRegion"]  # it would have to hold the region
    return {
        "physicalLocation": place,
        "logicalLocations": [
            {"name": evidence.address, "fullyQualifiedName": f"{evidence.document}/{evidence.eid}"}
        ],
        "message": {"text": f"{evidence.address}: {evidence.quote}"},
    }
