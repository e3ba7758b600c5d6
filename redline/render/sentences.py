"""Operations in words, as a drafter would say them: their addresses, and one sentence each."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redline.model.changes import Change
from redline.model.keys import Key, Kind
from redline.model.spec import (
    AfterPublication,
    Commencement,
    Content,
    Leave,
    MonthAfterPublication,
    OnDate,
    OnEvent,
    Operation,
    Text,
    Times,
    WordSpan,
)
from redline.operations import OPERATIONS

_KEYS: dict[str, tuple[Key, ...]] = {module.VERB.name: module.VERB.keys for module in OPERATIONS}
_ADDRESSES = frozenset({Kind.ADDRESS, Kind.ADDRESSES})
_QUOTED = frozenset({Kind.TEXT, Kind.TEXTS, Kind.WORDS, Kind.WORDS_LIST, Kind.CONTENT})
_LONGEST = 60

STATUS_WORDS = {
    "applied": "applied",
    "pending": "waiting for an event",
    "not-yet": "not yet in force",
    "expired": "expired",
    "not-assumed": "condition not met",
}


def addresses_of(operation: Operation) -> Iterator[tuple[str, str]]:
    """The addresses of an operation as written, each with the key it stands under."""
    for key in _KEYS.get(operation.verb, ()):
        value = operation.values.get(key.name)
        if value is None or key.kind not in _ADDRESSES:
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Text):
                yield key.name, item.value


def sentence_of(operation: Operation) -> str:
    """The operation in one line: `substitute “quota” with “numerical quota” in art 7 times all`."""
    pieces: list[str] = []
    for key in _KEYS.get(operation.verb, ()):
        value = operation.values.get(key.name)
        if value is not None and value is not False:
            pieces.append(f"{key.name} {_value(value, quoted=key.kind in _QUOTED)}".strip())
    return " ".join(pieces) or operation.verb


def _value(value: object, *, quoted: bool) -> str:
    match value:
        case tuple():
            return ", ".join(_value(item, quoted=quoted) for item in value)
        case frozenset():
            return ", ".join(sorted(str(item) for item in value))
        case Text():
            return _quote(value.value) if quoted else shorten(value.value)
        case WordSpan():
            return _span(value)
        case Content():
            return value.file if value.file else _quote(value.text)
        case Times():
            return value.word or ", ".join(str(number) for number in value.numbers)
        case Leave():
            return _quote(value.text) if value.kind == "text" else value.kind
        case True:
            return ""
        case _:
            return str(value)


def _span(span: WordSpan) -> str:
    named = (("from", span.start), ("to", span.end), ("after", span.after), ("before", span.before))
    return " ".join(f"{name} {_quote(text.value)}" for name, text in named if text is not None)


def _quote(text: str) -> str:
    return f"“{shorten(text)}”"


def shorten(text: str, longest: int = _LONGEST) -> str:
    """The text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def commencement_words(change: Change) -> str:
    """When the change takes effect: its date, or what it waits for."""
    if change.date is not None:
        return change.date.isoformat()
    return _commencement(change.operation.commencement)


def _commencement(when: Commencement | None) -> str:
    match when:
        case OnDate():
            return when.date.isoformat()
        case AfterPublication():
            full = "full " if when.full else ""
            return f"{when.count} {full}{when.unit} after publication"
        case MonthAfterPublication():
            return f"day {when.day} of month {when.month} after publication"
        case OnEvent():
            return when.event
    return ""


def iso(date: datetime.date | None) -> str | None:
    """A date as `YYYY-MM-DD`, or None."""
    return None if date is None else date.isoformat()
