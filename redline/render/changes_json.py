"""The change list as JSON, for programs; `schemas/changes-1.schema.json` describes it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import Any

from redline.akn.marked import MarkedAct
from redline.model.changes import Change, Place
from redline.model.keys import Key, Kind
from redline.model.source import Span
from redline.model.spec import Effect, Operation, Spec, Text
from redline.operations import OPERATIONS
from redline.render.renderer import Package
from redline.render.sentences import commencement_words, describe_operation, iso

VERSION = 1

_KEYS: dict[str, tuple[Key, ...]] = {module.VERB.name: module.VERB.keys for module in OPERATIONS}
_ADDRESSES = frozenset({Kind.ADDRESS, Kind.ADDRESSES})


def render_changes_json(package: Package) -> bytes:
    """Every operation of the package with what became of it, in the order of the spec."""
    data = {
        "changes": VERSION,
        "spec": _spec(package.spec, package),
        "acts": [_act(alias, marked, package.spec) for alias, marked in package.items()],
        "operations": [_operation(change, package) for change in changes_of(package)],
        "effects": [_effect(effect, package.spec) for effect in package.spec.effects],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def changes_of(package: Package) -> list[Change]:
    """The changes of all Acts, in the order of the spec, then of the Acts."""
    found = [change for _, marked in package.items() for change in marked.changes()]
    return sorted(found, key=lambda change: change.operation.order)


def _spec(spec: Spec, package: Package) -> dict[str, Any]:
    return {
        "id": spec.id,
        "title": dict(spec.title),
        "file": portable(spec.file),
        "jurisdiction": spec.jurisdiction,
        "language": spec.language,
        "author": spec.author,
        "date": iso(spec.date),
        "as_of": iso(package.as_of),
    }


def _act(alias: str, marked: MarkedAct, spec: Spec) -> dict[str, Any]:
    source = spec.acts.get(alias)
    return {
        "act": _alias(spec, alias),
        "title": marked.base.title,
        "source": portable(source.source) if source else None,
        "as_of": iso(source.as_of) if source else None,
        "publication": source.publication if source else None,
        "language": _language(spec, alias, marked),
        "fingerprint": marked.base.fingerprint,
        "warnings": [*marked.base.warnings, *marked.warnings],
    }


def _alias(spec: Spec, key: str) -> str:
    source = spec.acts.get(key)
    return source.alias if source else key


def _language(spec: Spec, key: str, marked: MarkedAct) -> str | None:
    """The language of an Act as its metadata has it, else as the spec says."""
    source = spec.acts.get(key)
    return marked.base.language or (source.language if source else None)


def _operation(change: Change, package: Package) -> dict[str, Any]:
    operation = change.operation
    return {
        "id": operation.id,
        "verb": operation.verb,
        "act": _alias(package.spec, change.act),
        "language": _language(package.spec, change.act, package[change.act]),
        "sentence": describe_operation(operation, _language(package.spec, change.act, package[change.act])),
        "status": change.status,
        "commencement": iso(change.date),
        "commencement_as_given": commencement_words(change) or None,
        "until": iso(operation.until),
        "when": operation.when,
        "source": _source(operation.at),
        "because": _text(operation.because),
        "fixes": list(operation.fixes),
        "author": operation.author,
        "comment": _text(operation.comment),
        "addresses": [{"key": key, "address": address} for key, address in _addresses_of(operation)],
        "places": [_place(place) for place in change.places],
        "notes": list(change.notes),
    }


def _addresses_of(operation: Operation) -> Iterator[tuple[str, str]]:
    """The addresses of an operation as written, each with the key it stands under."""
    for key in _KEYS.get(operation.verb, ()):
        value = operation.values.get(key.name)
        if value is None or key.kind not in _ADDRESSES:
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Text):
                yield key.name, item.value


def _place(place: Place) -> dict[str, Any]:
    return {
        "before": _side(place.citation_before, place.eid_before, place.words_before),
        "after": _side(place.citation_after, place.eid_after, place.words_after),
    }


def _side(citation: str | None, eid: str | None, words: str) -> dict[str, Any] | None:
    """One text's side of a place; None where the place is not in it."""
    return None if citation is None and not words else {"citation": citation, "eId": eid, "words": words}


def _effect(effect: Effect, spec: Spec) -> dict[str, Any]:
    return {
        "effect": effect.kind,
        "target": effect.target.value,
        "acts": list(dict.fromkeys(_alias(spec, key) for key in effect.acts)),
        "from": iso(effect.start),
        "until": iso(effect.until),
        "territory": effect.territory,
        "text": _text(effect.text),
        "because": _text(effect.because),
        "source": _source(effect.at),
    }


def _source(at: Span) -> dict[str, Any]:
    return {"file": portable(at.file), "line": at.line, "column": at.column}


def _text(text: Text | None) -> str | None:
    return None if text is None else text.value


def portable(name: str) -> str:
    """A path without the folders of this machine: of an absolute one only the file's name."""
    if PureWindowsPath(name).is_absolute() and not PurePosixPath(name).is_absolute():
        return PureWindowsPath(name).name
    path = PurePath(name)
    return path.name if path.is_absolute() else path.as_posix()
