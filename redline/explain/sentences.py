"""The operations of a spec in sentences."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from redline.model.spec import (
    AfterPublication,
    Content,
    Effect,
    Leave,
    MonthAfterPublication,
    OnDate,
    OnEvent,
    Operation,
    Text,
    Times,
    Value,
    WordSpan,
)


def describe_commencement(operation: Operation, date: datetime.date | None) -> str:
    """From when an operation applies, in words; empty where it applies at once."""
    rule = operation.commencement
    parts: list[str] = []
    match rule:
        case OnDate():
            parts.append(f"from {rule.date}")
        case OnEvent():
            parts.append(f"from an event: {rule.event}")
        case AfterPublication():
            kind = f"{'full ' if rule.full else ''}{rule.unit}"
            parts.append(f"{rule.count} {kind} after publication" + (f", {date}" if date else ""))
        case MonthAfterPublication():
            parts.append(
                f"on day {rule.day} of month {rule.month} after publication" + (f", {date}" if date else "")
            )
        case None:
            pass
    if operation.until:
        parts.append(f"until {operation.until}")
    if operation.when:
        parts.append(f"if {operation.when}")
    return ", ".join(parts)


def describe_effect(effect: Effect) -> str:
    """An effect in words: `art 5: suspend from 2026-07-01 until 2027-01-01`."""
    when = (f" from {effect.start}" if effect.start else "") + (
        f" until {effect.until}" if effect.until else ""
    )
    where = f" for {effect.territory}" if effect.territory else ""
    said = f": {effect.text.value}" if effect.text else ""
    return f"{effect.target.value}: {effect.kind}{when}{where}{said}"


def describe_operation(operation: Operation) -> str:
    """What an operation does, as the middle of a sentence: `art 5 para 2 is replaced`."""
    describe = _DESCRIBED.get(operation.verb)
    if describe is not None:
        return describe(operation)
    return f"{operation.verb} {_value(operation.values.get(operation.verb))}"


def _value(value: Value | None) -> str:
    """A value of the spec in words: an address, a number, several."""
    match value:
        case Text():
            return " ".join(value.value.split())
        case tuple():
            parts = [_value(part) for part in value]
            return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
        case _:
            return "" if value is None else str(value)


def _quoted(value: Value | None) -> str:
    """Words of the spec in quotation marks."""
    match value:
        case Content():
            lines = [line.strip() for line in value.text.splitlines() if line.strip()]
            if value.form == "akn":
                return "new markup" if value.file is None else f"the markup of {value.file}"
            more = " …" if len(lines) > 1 else ""
            return f"“{_short(lines[0] if lines else '')}{more}”"
        case WordSpan():
            return _span(value)
        case tuple():
            parts = [_quoted(part) for part in value]
            return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
        case Text():
            return f"“{_short(value.value)}”"
        case _:
            return str(value)


def _span(words: WordSpan) -> str:
    if words.after is not None:
        return f"what stands after “{_short(words.after.value)}”"
    if words.before is not None:
        return f"what stands before “{_short(words.before.value)}”"
    end = f"to “{_short(words.end.value)}”" if words.end else "to the end"
    return f"the words from “{_short(words.start.value) if words.start else ''}” {end}"


def _short(text: str, limit: int = 80) -> str:
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= limit else squeezed[: limit - 1].rstrip() + "…"


def _where(operation: Operation) -> str:
    """Where words are looked for, and which of them are meant."""
    place = _value(operation.values.get("in")) or "the whole Act"
    times = operation.values.get("times")
    if isinstance(times, Times):
        which = times.word or ("occurrence " + ", ".join(map(str, times.numbers)))
        place += {"all": ", wherever the words stand", "both": ", both times", "first": ", the first time",
                  "last": ", the last time"}.get(which, f", {which}")  # fmt: skip
    left = _value(operation.values.get("except"))
    return place + (f" (except {left})" if left else "")


def _are(value: Value | None) -> str:
    """`is` or `are`, for what an address or several name."""
    several = isinstance(value, tuple) and (len(value) > 1 or any(".." in _value(part) for part in value))
    return "are" if several else "is"


def _place(operation: Operation) -> str:
    """`after art 5`, `at the start of art 1`: where something is put."""
    for key in ("before", "after"):
        if key in operation.values:
            return f"{key} {_value(operation.values[key])}"
    into = _value(operation.values.get("into"))
    at = operation.values.get("at", "end")
    return f"into {into} in alphabetical order" if at == "alphabetical" else f"at the {at} of {into}"


def _add(operation: Operation) -> str:
    for key in ("before", "after"):
        if key in operation.values:
            return (
                f"{_quoted(operation.values['add'])} is added {key} {_quoted(operation.values[key])} "
                f"in {_where(operation)}"
            )
    at = operation.values.get("at")
    return f"{_quoted(operation.values['add'])} is added at the {at} of {_where(operation)}"


def _substitute(operation: Operation) -> str:
    old, new = operation.values["substitute"], operation.values["with"]
    return f"{_quoted(old)} {_becomes(old)} {_quoted(new)} in {_where(operation)}"


def _becomes(value: Value) -> str:
    return "become" if _several(value) else "becomes"


def _omit(operation: Operation) -> str:
    words = operation.values["omit"]
    return f"{_quoted(words)} {'are' if _several(words) else 'is'} omitted in {_where(operation)}"


def _several(words: Value) -> bool:
    """Whether words are spoken of in the plural: several, or a span of them."""
    if isinstance(words, tuple):
        return len(words) > 1 or _several(words[0])
    return isinstance(words, WordSpan) and words.start is not None


def _repeal(operation: Operation) -> str:
    value = operation.values["repeal"]
    leave = operation.values.get("leave")
    what = "the whole Act" if _value(value) == "act" else _value(value)
    left = ""
    if isinstance(leave, Leave):
        left = {
            "note": ", leaving a note", "number": ", leaving its number", "nothing": ", leaving nothing",
        }.get(leave.kind, f", leaving “{_short(leave.text)}”")  # fmt: skip
    return f"{what} {_are(value)} repealed{left}"


def _retitle(operation: Operation) -> str:
    what = _value(operation.values["retitle"])
    whose = "the title of the Act" if what == "act" else f"the heading of {what}"
    return f"{whose} becomes {_quoted(operation.values['as'])}"


def _replace(operation: Operation) -> str:
    value = operation.values["replace"]
    what = "the whole Act" if _value(value) == "act" else _value(value)
    return f"{what} {_are(value)} replaced by {_quoted(operation.values['with'])}"


def _move(operation: Operation) -> str:
    number = _value(operation.values.get("as"))
    return f"{_value(operation.values['move'])} is moved {_place(operation)}" + (
        f", as {number}" if number else ""
    )


def _split(operation: Operation) -> str:
    values = operation.values
    return (
        f"{_value(values['split'])} is split before {_quoted(values['before'])} into {_value(values['as'])}"
    )


def _join(operation: Operation) -> str:
    number = _value(operation.values.get("as"))
    return f"{_value(operation.values['join'])} are joined" + (f" as {number}" if number else "")


_DESCRIBED: dict[str, Callable[[Operation], str]] = {
    "replace": _replace,
    "insert": lambda o: f"{_quoted(o.values['insert'])} is inserted {_place(o)}",
    "repeal": _repeal,
    "substitute": _substitute,
    "add": _add,
    "omit": _omit,
    "retitle": _retitle,
    "renumber": lambda o: (
        f"{_value(o.values['renumber'])} {_are(o.values['renumber'])} renumbered {_value(o.values['as'])}"
    ),
    "move": _move,
    "designate": lambda o: (
        f"the text of {_value(o.values['designate'])} is designated as {_value(o.values['as'])}"
    ),
    "enclose": lambda o: (
        f"{_value(o.values['enclose'])} are put inside a new unit, {_quoted(o.values['as'])}"
    ),
    "split": _split,
    "join": _join,
    "restore": lambda o: f"{_value(o.values['restore'])} is enacted again, {_quoted(o.values['with'])}",
}
