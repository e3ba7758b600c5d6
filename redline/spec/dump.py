"""A Spec -> YAML that loads to an equal Spec (positions apart)."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import yaml

from redline.model.spec import (
    ActSource,
    AfterPublication,
    Commencement,
    Content,
    Effect,
    EnactedAs,
    Leave,
    MonthAfterPublication,
    OnDate,
    OnEvent,
    Operation,
    Spec,
    Text,
    Times,
    Value,
    WordSpan,
)


def dump_spec(spec: Spec) -> str:
    """The spec as one YAML file: includes written out, defaults given at each operation."""
    head: dict[str, Any] = {"redline": 1, "id": spec.id}
    if spec.title:
        single = len(spec.title) == 1 and next(iter(spec.title)) == (spec.language or "und")
        head["title"] = next(iter(spec.title.values())) if single else dict(spec.title)
    head["jurisdiction"] = spec.jurisdiction
    for name in ("language", "author", "date", "publication"):
        value = getattr(spec, name)
        if value is not None:
            head[name] = value
    head["addressing"], head["spacing"] = spec.addressing, spec.spacing
    if spec.contents is not None:
        head["contents"] = spec.contents
    if spec.enacted_as is not None:
        head["enacted_as"] = _by_language(spec.enacted_as, _enacted)
    head["acts"] = _acts(spec)
    head["amendments"] = _amendments(spec)
    return yaml.dump(_typed(head), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)


_Versioned = Operation | Effect | EnactedAs


class _Dumper(yaml.SafeDumper):
    """Without aliases: the language has none."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


class _Plain(str):
    """A string to be written without quotes: a number, a date, a word of the language."""


_Dumper.add_representer(
    _Plain, lambda dumper, data: dumper.represent_scalar("tag:yaml.org,2002:str", str(data), style="")
)


def _represent_text(dumper: yaml.SafeDumper, data: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style="'" if "\n" not in data else '"')


class _Text(str):
    """A TEXT: always in quotes, so that nothing in it means anything else."""


_Dumper.add_representer(_Text, _represent_text)


def _typed(value: Any) -> Any:
    """Dates as bare dates, whole numbers and truth values as such; everything else quoted."""
    if isinstance(value, dict):
        return {key: _typed(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_typed(inner) for inner in value]
    if isinstance(value, _Plain | _Text | bool | int | datetime.date):
        return value
    return _Text(str(value))


def _enacted(enacted: EnactedAs) -> dict[str, Any]:
    names = ("uri", "form", "number", "date", "signed_by")
    return {n: getattr(enacted, n) for n in names if getattr(enacted, n) is not None}


def _by_language(thing: _Versioned, dumped: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """The keys of something; what differs between its language versions is given for each language."""
    if not thing.versions:
        return dumped(thing)
    each = {language: dumped(version) for language, version in thing.versions.items()}
    found: dict[str, Any] = {}
    for name in dict.fromkeys(name for keys in each.values() for name in keys):
        values = {language: keys[name] for language, keys in each.items() if name in keys}
        same = len(values) == len(each) and all(
            value == values[next(iter(each))] for value in values.values()
        )
        found[name] = next(iter(values.values())) if same else values
    return found


def _acts(spec: Spec) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for act in spec.acts.values():
        if act.language is None:
            found[act.alias] = _act(act)
        else:
            found.setdefault(act.alias, {})[act.language] = _act(act)
    return found


def _act(act: ActSource) -> Any:
    if act.as_of is None and act.publication is None:
        return act.source
    found: dict[str, Any] = {"source": act.source}
    if act.as_of is not None:
        found["as_of"] = act.as_of
    if act.publication is not None:
        found["publication"] = act.publication
    return found


def _amendments(spec: Spec) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = []
    for operation in spec.operations:
        acts = _aliases(spec, operation.acts)
        if entries and entries[-1]["act"] == acts:
            entries[-1]["operations"].append(_by_language(operation, _operation))
        else:
            entries.append({"act": acts, "operations": [_by_language(operation, _operation)]})
    for effect in spec.effects:
        dumped = _by_language(effect, _effect)
        entries.append({"act": _aliases(spec, effect.acts), "effects": [dumped]})
    return entries


def _aliases(spec: Spec, keys: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(spec.acts[key].alias for key in keys))


def _operation(operation: Operation) -> dict[str, Any]:
    found: dict[str, Any] = {name: _value(value) for name, value in operation.values.items()}
    found["id"] = operation.id
    for name in ("because", "comment", "expect"):
        text = getattr(operation, name)
        if text is not None:
            found[name] = text.value
    for name in ("author", "until", "when", "language"):
        if getattr(operation, name) is not None:
            found[name] = getattr(operation, name)
    if operation.fixes:
        found["fixes"] = list(operation.fixes)
    if operation.commencement is not None:
        found["commencement"] = _commencement(operation.commencement)
    if operation.references != "report":
        found["references"] = operation.references
    return found


def _value(value: Value) -> Any:
    if isinstance(value, Text):
        return value.value
    if isinstance(value, WordSpan):
        parts = (("from", value.start), ("after", value.after), ("before", value.before), ("to", value.end))
        return {name: text.value for name, text in parts if text is not None}
    if isinstance(value, Content):
        if value.file is not None:
            return {"file": value.file}
        return {"akn": value.text} if value.form == "akn" else value.text
    if isinstance(value, Times):
        return value.word if value.word is not None else list(value.numbers)
    if isinstance(value, Leave):
        return {"text": value.text} if value.kind == "text" else value.kind
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_value(inner) for inner in value]
    return value


def _commencement(rule: Commencement) -> Any:
    if isinstance(rule, OnDate):
        return rule.date
    if isinstance(rule, OnEvent):
        return {"event": rule.event}
    if isinstance(rule, MonthAfterPublication):
        return {"month_after_publication": rule.month, "day": rule.day}
    assert isinstance(rule, AfterPublication)
    return {f"{'full_' if rule.full else ''}{rule.unit}_after_publication": rule.count}


def _effect(effect: Effect) -> dict[str, Any]:
    found: dict[str, Any] = {effect.kind: effect.target.value}
    for name, value in (("from", effect.start), ("until", effect.until), ("territory", effect.territory)):
        if value is not None:
            found[name] = value
    for name, text in (("text", effect.text), ("because", effect.because)):
        if text is not None:
            found[name] = text.value
    return found
