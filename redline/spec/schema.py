"""The JSON Schema of a spec (draft 2020-12), made from the operations' own keys: what an editor shows a
drafter.
"""

from __future__ import annotations

from typing import Any

from redline.model.keys import Key, Kind
from redline.operations.keys import VERBS
from redline.operations.verb import Verb
from redline.spec.operations import EFFECTS

Schema = dict[str, Any]

_SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
_DATE: Schema = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}$",
    "title": "Date",
    "examples": ["2026-07-01"],
}


def build_schema() -> Schema:
    """The schema of a whole spec file, with titles, descriptions and examples."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://redline.example/schemas/spec-1.schema.json",
        "title": "Amendment spec, version 1",
        "description": "What changes in which provision of which Act, why and from when.",
        "type": "object",
        "required": ["redline"],
        "properties": {**_TOP, **_common_of_many()},
        "additionalProperties": False,
        "$defs": _definitions(),
    }


_TOP: Schema = {
    "redline": {"const": 1, "title": "Version of the language", "description": "Always 1."},
    "id": {
        "$ref": "#/$defs/text",
        "title": "Short name",
        "description": "Names outputs and change ids.",
        "examples": ["migration-2026"],
    },
    "title": {
        "title": "Title of the amending Act",
        "description": "A text, or one for each language.",
        "anyOf": [{"$ref": "#/$defs/text"}, {"type": "object", "additionalProperties": _SCALAR}],
    },
    "jurisdiction": {
        "$ref": "#/$defs/text",
        "title": "Drafting profile",
        "examples": ["kz", "uk", "us-dc"],
    },
    "language": {
        "$ref": "#/$defs/text",
        "title": "Language of the new text (BCP 47)",
        "examples": ["en", "ru"],
    },
    "date": {**_DATE, "title": "Date of the draft", "description": "And of every tracked change."},
    "publication": {**_DATE, "title": "Date of publication of the amending Act"},
    "enacted_as": {"$ref": "#/$defs/enacted_as"},
    "acts": {
        "title": "The Acts amended",
        "description": "An alias for each, and the path of its file.",
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/act"},
    },
    "amendments": {
        "title": "The amendments",
        "type": ["array", "null"],
        "items": {"$ref": "#/$defs/entry"},
    },
    "include": {
        "title": "Further spec files",
        "description": "Paths inside the spec's folder.",
        "$ref": "#/$defs/texts",
    },
    "addressing": {
        "title": "When addresses are read",
        "enum": ["base", "current"],
        "description": "base: in the text before this date's operations; current: as amended so far.",
    },
    "spacing": {"title": "Spaces", "enum": ["tidy", "exact"]},
    "contents": {"title": "Table of contents", "enum": ["follow", "leave"]},
}


def _common() -> Schema:
    """The keys that every operation takes."""
    return {
        "id": {"$ref": "#/$defs/text", "title": "Id", "description": "Default op-1, op-2, … in file order."},
        "because": {
            "$ref": "#/$defs/text",
            "title": "Why",
            "description": "Goes into the table and the comments.",
        },
        "fixes": {"$ref": "#/$defs/texts", "title": "Findings it answers", "examples": [["F-012"]]},
        "author": {"$ref": "#/$defs/text", "title": "Author of the tracked changes"},
        "comment": {"$ref": "#/$defs/text", "title": "A comment for the reviewers"},
        "commencement": {"$ref": "#/$defs/commencement"},
        "until": {**_DATE, "title": "Until", "description": "The first day without the change."},
        "when": {
            "$ref": "#/$defs/text",
            "title": "Condition",
            "description": "Applies with --assume NAME only.",
        },
        "language": {"$ref": "#/$defs/text", "title": "This language version only"},
        "expect": {
            "$ref": "#/$defs/text",
            "title": "Guard",
            "description": "The current text, or its fingerprint as redline show prints it.",
        },
        "references": {"title": "Citations of what moved or went", "enum": ["update", "report", "leave"]},
    }


def _common_of_many() -> Schema:
    """Those of them that can be said for many operations at once."""
    return {name: value for name, value in _common().items() if name not in ("id", "language", "expect")}


def _definitions() -> Schema:
    return {
        "text": {**_SCALAR, "description": "Text as typed; put it in quotes where YAML asks for it."},
        "texts": {"anyOf": [_SCALAR, {"type": "array", "items": _SCALAR, "minItems": 1}]},
        "span": {
            "type": "object",
            "properties": dict.fromkeys(("from", "to", "after", "before"), _SCALAR),
            "additionalProperties": False,
            "minProperties": 1,
        },
        "content": {
            "anyOf": [
                _SCALAR,
                _object({"akn": {"type": "string"}}, "akn"),
                _object({"file": {"type": "string"}}, "file"),
            ]
        },
        "commencement": _commencement(),
        "act": _act(),
        "enacted_as": {
            "title": "The amending Act itself",
            "type": "object",
            "properties": {**dict.fromkeys(("uri", "form", "number", "signed_by"), _SCALAR), "date": _DATE},
            "additionalProperties": False,
        },
        "entry": _entry(),
        "operation": _operation(),
        "effect": _effect(),
    }


def _object(properties: Schema, *required: str) -> Schema:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _act() -> Schema:
    """A path; a path with facts about it; or a path for each language version."""
    versions = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": {"type": "string"},
        "propertyNames": {"pattern": "^(?!source$)"},
    }
    one = _object({"source": _SCALAR, "as_of": _DATE, "publication": _SCALAR}, "source")
    return {"anyOf": [_SCALAR, one, versions]}


def _commencement() -> Schema:
    whole = {"type": "integer", "minimum": 0}
    counted = [
        _object({name: whole}, name)
        for name in (
            "days_after_publication",
            "full_days_after_publication",
            "months_after_publication",
            "full_months_after_publication",
        )
    ]
    month = _object({"month_after_publication": whole, "day": whole}, "month_after_publication", "day")
    event = _object({"event": _SCALAR}, "event")
    return {
        "title": "From when",
        "description": "A date, a rule counted from publication, or an event that is not known yet.",
        "anyOf": [_DATE, *counted, month, event],
        "examples": ["2026-07-01", {"days_after_publication": 10}, {"event": "entry into force of the Code"}],
    }


def _entry() -> Schema:
    return {
        "title": "Amendments of one Act (or several)",
        "type": "object",
        "properties": {
            "act": {"$ref": "#/$defs/texts", "title": "Alias, list of aliases, or all"},
            "operations": {"type": "array", "items": {"$ref": "#/$defs/operation"}},
            "effects": {"type": "array", "items": {"$ref": "#/$defs/effect"}},
            **_common_of_many(),
        },
        "required": ["act"],
        "anyOf": [{"required": ["operations"]}, {"required": ["effects"]}],
        "additionalProperties": False,
    }


def _operation() -> Schema:
    """Dispatch on the verb, so that an editor speaks of the operation in hand."""
    return {
        "title": "Operation",
        "type": "object",
        "allOf": [{"if": {"required": [verb.name]}, "then": _verb(verb)} for verb in VERBS],
        "anyOf": [{"required": [verb.name]} for verb in VERBS],
        "properties": {verb.name: {"title": verb.title, "description": verb.description} for verb in VERBS},
    }


def _verb(verb: Verb) -> Schema:
    schema: Schema = {
        "title": verb.title,
        "description": verb.description,
        "properties": {**{key.name: _key(key) for key in verb.keys}, **_common()},
        "required": [key.name for key in verb.keys if key.required],
        "additionalProperties": False,
        "examples": list(verb.examples),
    }
    groups = [{"oneOf": [{"required": [name]} for name in group]} for group in verb.one_of]
    if groups:
        schema["allOf"] = groups
    return schema


def _key(key: Key) -> Schema:
    schema: Schema = {"title": key.title, "description": key.description, **_kind(key)}
    if key.examples:
        schema["examples"] = list(key.examples)
    return schema


def _kind(key: Key) -> Schema:
    choice: Schema = {"enum": list(key.choices)}
    if key.kind is Kind.CHOICE:
        return choice
    if key.kind is Kind.CHOICES:
        return {"anyOf": [choice, {"type": "array", "items": choice, "minItems": 1}]}
    return _KINDS[key.kind]


_TEXT: Schema = {"$ref": "#/$defs/text"}
_TEXTS: Schema = {"$ref": "#/$defs/texts"}
_WORDS: Schema = {"anyOf": [_TEXT, {"$ref": "#/$defs/span"}]}
_NUMBER: Schema = {"type": "integer", "minimum": 1}
_LEFT: Schema = {
    "type": "object",
    "properties": {"text": _SCALAR},
    "required": ["text"],
    "additionalProperties": False,
}
_KINDS: dict[Kind, Schema] = {
    Kind.ADDRESS: _TEXT,
    Kind.ADDRESSES: _TEXTS,
    Kind.TEXT: _TEXT,
    Kind.TEXTS: _TEXTS,
    Kind.WORDS: _WORDS,
    Kind.WORDS_LIST: {"anyOf": [*_WORDS["anyOf"], {"type": "array", "items": _WORDS, "minItems": 1}]},
    Kind.CONTENT: {"$ref": "#/$defs/content"},
    Kind.NUMBER: _TEXT,
    Kind.NUMBERS: _TEXTS,
    Kind.TIMES: {
        "anyOf": [
            {"enum": ["all", "both", "first", "last"]},
            _NUMBER,
            {"type": "array", "items": _NUMBER, "minItems": 1},
        ]
    },
    Kind.COUNT: _NUMBER,
    Kind.FLAG: {"type": "boolean"},
    Kind.LEAVE: {"anyOf": [{"enum": ["note", "number", "nothing"]}, _LEFT]},
}


def _effect() -> Schema:
    properties: Schema = {name: {"$ref": "#/$defs/text"} for name in EFFECTS}
    properties |= {"from": _DATE, "until": _DATE}
    properties |= {name: {"$ref": "#/$defs/text"} for name in ("territory", "text", "because")}
    return {
        "title": "Effect",
        "description": "What does not change the text: recorded in metadata, notes and tables.",
        "type": "object",
        "properties": properties,
        "oneOf": [{"required": [name]} for name in EFFECTS],
        "additionalProperties": False,
    }
