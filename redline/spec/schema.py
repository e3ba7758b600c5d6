"""The JSON Schema of a spec (draft 2020-12), made from the operations' own keys: what an editor shows a
drafter.
"""

from __future__ import annotations

from typing import Any

import yaml

from redline.model.keys import Key, Kind
from redline.operations.keys import VERBS
from redline.operations.verb import Verb
from redline.spec import key_texts
from redline.spec.effects import EFFECTS
from redline.spec.key_texts import KeyTexts

Schema = dict[str, Any]

_SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
_DATE: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def build_schema() -> Schema:
    """The schema of a whole spec file, with titles, descriptions and examples."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://redline.example/schemas/spec-1.schema.json",
        "title": "Amendment spec, version 1",
        "description": "What changes in which provision of which Act, why and from when.",
        "type": "object",
        "required": ["redline"],
        "properties": {**described(_TOP, key_texts.TOP), **_common_of_many()},
        "additionalProperties": False,
        "$defs": _definitions(),
    }


def described(properties: Schema, texts: KeyTexts) -> Schema:
    """Properties, each with its title, description and examples."""
    found: Schema = {}
    for name, (title, description, examples) in texts.items():
        texts_of_it: Schema = {"title": title, "description": description, "examples": list(examples)}
        found[name] = {**texts_of_it, **properties[name]}
    return found


_TEXT: Schema = {"$ref": "#/$defs/text"}
_TEXTS: Schema = {"$ref": "#/$defs/texts"}
_TOP: Schema = {
    "redline": {"const": 1},
    "id": _TEXT,
    "title": {"anyOf": [_TEXT, {"type": "object", "additionalProperties": _SCALAR}]},
    "jurisdiction": _TEXT,
    "language": _TEXT,
    "date": _DATE,
    "publication": _DATE,
    "enacted_as": {"$ref": "#/$defs/enacted_as"},
    "acts": {"type": "object", "additionalProperties": {"$ref": "#/$defs/act"}},
    "amendments": {"type": ["array", "null"], "items": {"$ref": "#/$defs/entry"}},
    "include": _TEXTS,
    "addressing": {"enum": ["base", "current"]},
    "spacing": {"enum": ["tidy", "exact"]},
    "contents": {"enum": ["follow", "leave"]},
}
_LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"


def _by_language(value: Schema) -> Schema:
    """A value, or one for each language version: `{ru: …, kk: …}`."""
    each = {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": _LANGUAGE},
        "additionalProperties": value,
    }
    return {"anyOf": [value, each]}


_LOCAL: Schema = _by_language(_TEXT)
_COMMON: Schema = {
    "id": _TEXT,
    "because": _LOCAL,
    "fixes": _TEXTS,
    "author": _LOCAL,
    "comment": _LOCAL,
    "commencement": {"$ref": "#/$defs/commencement"},
    "until": _DATE,
    "when": _TEXT,
    "language": _TEXT,
    "expect": _LOCAL,
    "references": {"enum": ["update", "report", "leave"]},
}


def _common() -> Schema:
    """The keys that every operation takes."""
    return described(_COMMON, key_texts.COMMON)


def _common_of_many() -> Schema:
    """Those of them that can be said for many operations at once."""
    return {name: value for name, value in _common().items() if name not in ("id", "language", "expect")}


def _definitions() -> Schema:
    local = _by_language(_SCALAR)
    span = described(dict.fromkeys(key_texts.SPAN, local), key_texts.SPAN)
    content = described(dict.fromkeys(key_texts.CONTENT, _by_language({"type": "string"})), key_texts.CONTENT)
    return {
        "text": {**_SCALAR, "description": "Text as typed; put it in quotes where YAML asks for it."},
        "texts": {"anyOf": [_SCALAR, {"type": "array", "items": local, "minItems": 1}]},
        "span": {
            "type": "object",
            "properties": span,
            "additionalProperties": False,
            "minProperties": 1,
        },
        "content": {"anyOf": [_SCALAR, *(_object({name: of}, name) for name, of in content.items())]},
        "commencement": _commencement(),
        "act": _act(),
        "enacted_as": _enacted(),
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


def _enacted() -> Schema:
    """The amending Act, each of its facts once or for each language."""
    facts = {**dict.fromkeys(key_texts.ENACTED, _by_language(_SCALAR)), "date": _DATE}
    return _object(described(facts, key_texts.ENACTED))


def _act() -> Schema:
    """A path; a path with facts about it; or either of these for each language version."""
    facts = {"source": _by_language(_SCALAR), "as_of": _by_language(_DATE), "publication": _LOCAL}
    return _by_language({"anyOf": [_SCALAR, _object(described(facts, key_texts.ACT), "source")]})


def _commencement() -> Schema:
    whole = {"type": "integer", "minimum": 0}
    keys = described(
        {**dict.fromkeys(key_texts.COMMENCEMENT, whole), "event": _LOCAL}, key_texts.COMMENCEMENT
    )
    day, month, event = keys.pop("day"), keys.pop("month_after_publication"), keys.pop("event")
    counted = [_object({name: key}, name) for name, key in keys.items()]
    of_a_month = _object({"month_after_publication": month, "day": day}, "month_after_publication", "day")
    return {"anyOf": [_DATE, *counted, of_a_month, _object({"event": event}, "event")]}


def _entry() -> Schema:
    return {
        "title": "Amendments of one Act (or several)",
        "type": "object",
        "properties": {
            **described(
                {
                    "act": _TEXTS,
                    "operations": {"type": "array", "items": {"$ref": "#/$defs/operation"}},
                    "effects": {"type": "array", "items": {"$ref": "#/$defs/effect"}},
                },
                key_texts.ENTRY,
            ),
            **{name: value for name, value in _common().items() if name != "id"},
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
        "properties": {verb.name: _named(verb) for verb in VERBS},
    }


def _named(verb: Verb) -> Schema:
    """What an editor offers where an operation begins."""
    key = verb.key(verb.name)
    examples = list(key.examples) if key is not None else []
    return {"title": verb.title, "description": verb.description, "examples": examples}


def _verb(verb: Verb) -> Schema:
    schema: Schema = {
        "title": verb.title,
        "description": verb.description,
        "properties": {**{key.name: _key(key) for key in verb.keys}, **_common()},
        "required": [key.name for key in verb.keys if key.required],
        "additionalProperties": False,
        # As typed: an editor shows them as a drafter would write them.
        "examples": [yaml.load(example, Loader=yaml.BaseLoader) for example in verb.examples],
    }
    groups = [{"oneOf": [{"required": [name]} for name in group]} for group in verb.one_of]
    if groups:
        schema["allOf"] = groups
    return schema


def _key(key: Key) -> Schema:
    # The values that can be chosen are their own examples.
    examples = list(key.examples or key.choices)
    return {
        "title": key.title,
        "description": key.description,
        "examples": examples,
        **_by_language(_kind(key)),
    }


def _kind(key: Key) -> Schema:
    choice: Schema = {"enum": list(key.choices)}
    if key.kind is Kind.CHOICE:
        return choice
    if key.kind is Kind.CHOICES:
        return {"anyOf": [choice, {"type": "array", "items": choice, "minItems": 1}]}
    return _KINDS[key.kind]


_WORDS: Schema = {"anyOf": [*_LOCAL["anyOf"], {"$ref": "#/$defs/span"}]}
_NUMBER: Schema = {"type": "integer", "minimum": 1}
_LEFT: Schema = {
    "type": "object",
    "properties": described({"text": _LOCAL}, key_texts.LEAVE),
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
    keys = {**dict.fromkeys(key_texts.EFFECT, _LOCAL), "from": _DATE, "until": _DATE}
    return {
        "title": "Effect",
        "description": "What does not change the text: recorded in the metadata and the change list.",
        "type": "object",
        "properties": {
            **described(dict.fromkeys(EFFECTS, _LOCAL), key_texts.EFFECTS),
            **described(keys, key_texts.EFFECT),
        },
        "oneOf": [{"required": [name]} for name in EFFECTS],
        "additionalProperties": False,
    }
