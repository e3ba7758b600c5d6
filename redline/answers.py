"""The findings that operations answer, among the reasons of the operations: for the papers made of a spec."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from redline.errors import DossierError
from redline.languages import short_code
from redline.model.spec import Operation, Spec, Text
from redline.review.words import words_in

if TYPE_CHECKING:  # the checks need not be loaded to build a package
    from redline.review.judged import Judged

Answers = Mapping[str, Mapping[str, str]]
"""Language (two letters) -> id of a finding -> what the reason of an operation says of it."""
NO_ANSWERS: Answers = MappingProxyType({})


def answers_of(findings: Sequence[Judged], languages: Iterable[str]) -> dict[str, dict[str, str]]:
    """What the reasons say of findings, in each language."""
    return {
        language: {
            judged.finding.id: _said(judged.finding.id, judged.message(language), judged.outcome, language)
            for judged in findings
            if _speaks_of(judged.finding.check, {e.language for e in judged.finding.evidence}, language)
        }
        for language in languages
    }


def read_answers(paths: Iterable[Path]) -> dict[str, dict[str, str]]:
    """The same from files that `redline check … --after -o findings.json` has written, one for each language.

    Raises:
        DossierError: `findings-unreadable`.
    """
    found: dict[str, dict[str, str]] = {}
    for path in paths:
        try:
            data = json.loads(path.read_bytes())
            language, findings = data["language"], data["findings"]
            said = {
                f["id"]: _said(f["id"], f["message"], f["outcome"] or "", language)
                for f in findings
                if _speaks_of(f["check"], {e["language"] for e in f["evidence"]}, language)
            }
        except (OSError, ValueError, KeyError, TypeError):
            raise DossierError(
                "findings-unreadable",
                f"{path} holds no findings",
                do="write them with: redline check DOSSIER --after -o findings.json",
            ) from None
        found.setdefault(language, {}).update(said)
    return found


def _speaks_of(check: str, spoken: Collection[str], language: str) -> bool:
    """Whether a finding is one of the text in a language; what was entered by hand is one of every text."""
    return check == "by-hand" or language in spoken


def _said(name: str, message: str, outcome: str, language: str) -> str:
    words = words_in(language)
    if not outcome:
        return words["answers-untold"].format(id=name, text=message)
    return words["answers"].format(id=name, text=message, outcome=words[outcome])


def with_answers(spec: Spec, answers: Answers) -> Spec:
    """The spec with the findings that its operations name in `fixes:` among their reasons, each in the
    language of the text that it amends."""
    return replace(spec, operations=tuple(_with(operation, spec, answers) for operation in spec.operations))


def _with(operation: Operation, spec: Spec, answers: Answers) -> Operation:
    if not any(name in known for known in answers.values() for name in operation.fixes):
        return operation
    languages = [source.language for key in operation.acts if (source := spec.acts.get(key)) is not None]
    versions = {
        language: _reasoned(operation.in_language(language), language, answers)
        for language in dict.fromkeys(languages)
        if language is not None
    }
    own = next((language for language in languages if language), None) or spec.language
    return replace(_reasoned(operation, own, answers), versions=versions)


def _reasoned(operation: Operation, language: str | None, answers: Answers) -> Operation:
    known = answers.get(short_code(language), {})
    said = [known[name] for name in operation.fixes if name in known]
    reasons = [operation.because.value.strip()] if operation.because is not None else []
    if not said:
        return operation
    return replace(operation, because=Text("\n".join([*reasons, *said]), operation.at))
