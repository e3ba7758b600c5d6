"""The JSON Schema of a dossier (draft 2020-12), made from its keys: what an editor shows while one types."""

from __future__ import annotations

from typing import Any

from redline.dossier.keys import (
    ANNOTATION,
    CONCORDANCE,
    DECISION,
    DOCUMENT,
    FINDING,
    GOAL,
    NOTE,
    REPORT,
    TOP,
    DossierKey,
    Keys,
    Takes,
)

Schema = dict[str, Any]

_SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
_TYPES: dict[Takes, Schema] = {
    Takes.TEXT: _SCALAR,
    Takes.TEXTS: {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR}]},
    Takes.BY_LANGUAGE: {"anyOf": [_SCALAR, {"type": "object", "additionalProperties": _SCALAR}]},
    Takes.DATE: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
}


def build_dossier_schema() -> Schema:
    """The schema of a dossier, with titles, descriptions and examples."""
    entries: dict[str, Schema] = {
        "dossier": {"const": 1},
        "documents": {"type": "object", "additionalProperties": {"anyOf": [_SCALAR, _object(DOCUMENT)]}},
        "annotations": {"type": "array", "items": _object(ANNOTATION)},
        "goals": {"type": "object", "additionalProperties": _object(GOAL)},
        "findings": {"type": "object", "additionalProperties": _object(FINDING)},
        "decisions": {"type": "object", "additionalProperties": {"anyOf": [_SCALAR, _object(DECISION)]}},
        "concordance": {"type": "array", "items": _object(CONCORDANCE)},
        "report": _object(REPORT),
        "explanatory-note": _object(NOTE),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://redline.example/schemas/dossier-1.schema.json",
        "title": "Dossier of a review, version 1",
        "description": "The documents under review, and what the reviewers say of them.",
        **_object(TOP, entries),
    }


def _object(keys: Keys, entries: dict[str, Schema] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {key.name: _property(key, entries or {}) for key in keys},
        "required": [key.name for key in keys if key.required],
        "additionalProperties": False,
    }


def _property(key: DossierKey, entries: dict[str, Schema]) -> Schema:
    takes: Schema = _TYPES.get(key.takes, {})
    if key.takes is Takes.CHOICE:
        takes = {"enum": [*key.choices, *(int(each) for each in key.choices if each.isdigit())]}
    described: Schema = {
        "title": key.title,
        "description": key.description,
        "examples": list(key.examples),
    }
    return {**described, **entries.get(key.name, takes)}
