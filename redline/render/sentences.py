"""Operations and effects in words, as a drafter would say them: one sentence each, and where they stand."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from redline.languages import en, short_code
from redline.languages.shortening import MORE, shortened
from redline.model.address import Citation
from redline.model.changes import Change
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
from redline.render import sentences_kk, sentences_ru
from redline.render.said import Sentences, cited

_LONGEST = 80
"""Words of the spec are quoted in a sentence up to this length."""


_OTHERS: dict[str, Sentences] = {"ru": sentences_ru.SENTENCES, "kk": sentences_kk.SENTENCES}
"""The languages besides English that operations are spoken of in."""


def sentence_language(language: str | None) -> str:
    """The language that sentences for readers of a language are in, in two letters."""
    code = short_code(language)
    return code if code in _OTHERS else "en"


def describe_commencement(
    operation: Operation, date: datetime.date | None, language: str | None = "en"
) -> str:
    """From when an operation applies, in words; empty where it applies at once."""
    if (others := _OTHERS.get(short_code(language))) is not None:
        return others.commencement(operation, date)
    parts: list[str] = []
    match operation.commencement:
        case OnDate(date=fixed):
            parts.append(f"from {fixed}")
        case OnEvent(event=event):
            parts.append(f"from an event: {event}")
        case None:
            pass
        case rule:
            parts.append(_counted_from_publication(rule) + (f", {date}" if date else ""))
    if operation.until:
        parts.append(f"until {operation.until}")
    if operation.when:
        parts.append(f"if {operation.when}")
    return ", ".join(parts)


def _counted_from_publication(rule: AfterPublication | MonthAfterPublication) -> str:
    if isinstance(rule, MonthAfterPublication):
        return f"on day {rule.day} of month {rule.month} after publication"
    return f"{rule.count} {'full ' if rule.full else ''}{rule.unit} after publication"


_EFFECT_WORDS = {
    "suspend": "is suspended", "extend": "is extended", "exclude": "is excluded", "apply": "applies",
    "modify": "applies as modified", "derogate": "has an exception", "construe": "is construed",
    "save": "is saved", "ratify": "is ratified", "correct": "is corrected",
}  # fmt: skip


def describe_effect(effect: Effect, language: str | None = "en") -> str:
    """An effect in words: `article 5 is suspended from 2026-07-01 until 2027-01-01`."""
    if (others := _OTHERS.get(short_code(language))) is not None:
        return others.effect(effect)
    when = (f" from {effect.start}" if effect.start else "") + (
        f" until {effect.until}" if effect.until else ""
    )
    where = f" for {effect.territory}" if effect.territory else ""
    said = f": {effect.text.value}" if effect.text else ""
    target = "the Act" if effect.target.value == "act" else _address(effect.target)
    return f"{target} {_EFFECT_WORDS.get(effect.kind, effect.kind)}{where}{when}{said}"


def why_not_running(
    effect: Effect,
    as_of: datetime.date | None,
    enacted: datetime.date | None = None,
    language: str | None = "en",
) -> str:
    """Why an effect is not in force on the day asked for; empty where it is, or where no day is asked for.

    Args:
        effect: the effect.
        as_of: the day.
        enacted: when the amending Act takes effect, with which an effect without a `from` begins.
        language: of the reader.
    """
    start = effect.start or enacted
    if as_of is None:
        return ""
    if (others := _OTHERS.get(short_code(language))) is not None:
        return others.why_not_running(effect, as_of, start)
    if start is not None and start > as_of:
        return f"not yet in force on {as_of}: it begins on {start}"
    if effect.until is not None and effect.until <= as_of:
        return f"no longer in force on {as_of}"
    return ""


def why_not_applied(change: Change, as_of: datetime.date | None, language: str | None = "en") -> str:
    """Why an operation is not part of the consolidated text; empty where it is."""
    if (others := _OTHERS.get(short_code(language))) is not None:
        return others.why_not_applied(change, as_of)
    operation = change.operation
    match change.status:
        case "applied":
            return ""
        case "pending":
            event = operation.commencement.event if isinstance(operation.commencement, OnEvent) else ""
            return f"awaits an event: {event}"
        case "not-yet":
            return f"commences on {change.date}" + (f", after {as_of}" if as_of is not None else "")
        case "expired":
            return f"applies until {operation.until} only"
        case "not-assumed":
            return f"is conditional on {operation.when} (--assume {operation.when} includes it)"


def describe_operation(operation: Operation, language: str | None = "en") -> str:
    """What an operation does, as the middle of a sentence: `article 5, paragraph 2 is replaced`.

    Addresses are cited in the language of the sentence; in Russian and Kazakh it is worded as amending laws
    word it.
    """
    if (others := _OTHERS.get(short_code(language))) is not None:
        return others.operation(operation)
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


def _address(value: Value | None) -> str:
    """Addresses of the spec as English cites them, whatever language they are in: `article 5`."""
    match value:
        case Text():
            return cited(_value(value), _citation, " to ")
        case tuple():
            parts = [_address(part) for part in value]
            return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
        case _:
            return _value(value)


def _citation(citation: Citation) -> str:
    if citation.act or not citation.steps:
        return citation.text
    return en.PACK.write_citation(citation.steps, citation.parts).replace(" / ", ", ")


def _quoted(value: Value | None) -> str:
    """Words of the spec in quotation marks."""
    match value:
        case Content():
            lines = [line.strip() for line in value.text.splitlines() if line.strip()]
            if value.form == "akn":
                return "new markup" if value.file is None else f"the markup of {value.file}"
            first = shortened(lines[0] if lines else "", _LONGEST)
            return f"“{first.removesuffix(MORE)}{MORE}”" if len(lines) > 1 else f"“{first}”"
        case WordSpan():
            return _span(value)
        case tuple():
            parts = [_quoted(part) for part in value]
            return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
        case Text():
            return f"“{shortened(value.value, _LONGEST)}”"
        case _:
            return str(value)


def _span(words: WordSpan) -> str:
    if words.after is not None:
        return f"what stands after “{shortened(words.after.value, _LONGEST)}”"
    if words.before is not None:
        return f"what stands before “{shortened(words.before.value, _LONGEST)}”"
    end = f"to “{shortened(words.end.value, _LONGEST)}”" if words.end else "to the end"
    return f"the words from “{shortened(words.start.value, _LONGEST) if words.start else ''}” {end}"


def _where(operation: Operation) -> str:
    """Where words are looked for, and which of them are meant."""
    place = _address(operation.values.get("in")) or "the whole Act"
    times = operation.values.get("times")
    if isinstance(times, Times):
        which = times.word or ("occurrence " + ", ".join(map(str, times.numbers)))
        place += {"all": ", wherever the words stand", "both": ", both times", "first": ", the first time",
                  "last": ", the last time"}.get(which, f", {which}")  # fmt: skip
    left = _address(operation.values.get("except"))
    return place + (f" (except {left})" if left else "")


def _are(value: Value | None) -> str:
    """`is` or `are`, for what an address or several name."""
    several = isinstance(value, tuple) and (len(value) > 1 or any(".." in _value(part) for part in value))
    return "are" if several else "is"


def _place(operation: Operation) -> str:
    """`after art 5`, `at the start of art 1`: where something is put."""
    for key in ("before", "after"):
        if key in operation.values:
            return f"{key} {_address(operation.values[key])}"
    into = _address(operation.values.get("into"))
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
    what = "the whole Act" if _value(value) == "act" else _address(value)
    left = ""
    if isinstance(leave, Leave):
        left = {
            "note": ", leaving a note", "number": ", leaving its number", "nothing": ", leaving nothing",
        }.get(leave.kind, f", leaving “{shortened(leave.text, _LONGEST)}”")  # fmt: skip
    return f"{what} {_are(value)} repealed{left}"


def _retitle(operation: Operation) -> str:
    what = _address(operation.values["retitle"])
    whose = "the title of the Act" if what == "act" else f"the heading of {what}"
    return f"{whose} becomes {_quoted(operation.values['as'])}"


def _replace(operation: Operation) -> str:
    value = operation.values["replace"]
    what = "the whole Act" if _value(value) == "act" else _address(value)
    return f"{what} {_are(value)} replaced by {_quoted(operation.values['with'])}"


def _move(operation: Operation) -> str:
    number = _value(operation.values.get("as"))
    place = _place(operation).replace("at the", "to the", 1)
    return f"{_address(operation.values['move'])} is moved {place}" + (f", as {number}" if number else "")


def _split(operation: Operation) -> str:
    values = operation.values
    return (
        f"{_address(values['split'])} is split before {_quoted(values['before'])} into {_value(values['as'])}"
    )


def _join(operation: Operation) -> str:
    number = _value(operation.values.get("as"))
    return f"{_address(operation.values['join'])} are joined" + (f" as {number}" if number else "")


_DESCRIBED: dict[str, Callable[[Operation], str]] = {
    "replace": _replace,
    "insert": lambda o: f"{_quoted(o.values['insert'])} is inserted {_place(o)}",
    "repeal": _repeal,
    "substitute": _substitute,
    "add": _add,
    "omit": _omit,
    "retitle": _retitle,
    "renumber": lambda o: (
        f"{_address(o.values['renumber'])} {_are(o.values['renumber'])} renumbered {_value(o.values['as'])}"
    ),
    "move": _move,
    "designate": lambda o: (
        f"the text of {_address(o.values['designate'])} is designated as {_value(o.values['as'])}"
    ),
    "enclose": lambda o: (
        f"{_address(o.values['enclose'])} are put inside a new unit, {_quoted(o.values['as'])}"
    ),
    "split": _split,
    "join": _join,
    "restore": lambda o: f"{_address(o.values['restore'])} is enacted again, {_quoted(o.values['with'])}",
}


def describe_move(change: Change, language: str | None = "en") -> tuple[str, str]:
    """What a move says where it took something away, and where it put it; nothing where it is not known."""
    others = _OTHERS.get(short_code(language))
    for place in change.places:
        before, after = place.citation_before, place.citation_after
        if before and after and others is not None:
            return others.moved(after, away=True), others.moved(before, away=False)
        if before and after:
            return f"Moved to {after}.", f"Moved here from {before}."
    return "", ""


def name_instruction(operation: Operation, language: str | None = "en") -> str:
    """How an instruction of the spec is named: `Instruction op-5`."""
    others = _OTHERS.get(short_code(language))
    return f"Instruction {operation.id}" if others is None else others.instruction(operation.id)


def commencement_words(change: Change, language: str | None = "en") -> str:
    """When the change takes effect: its date, or what it waits for; empty where it applies at once."""
    if change.date is not None:
        return change.date.isoformat()
    others = _OTHERS.get(short_code(language))
    if others is not None and not isinstance(change.operation.commencement, OnEvent):
        return others.rule(change.operation)
    match change.operation.commencement:
        case OnEvent(event=event):
            return event
        case None:
            return ""
        case OnDate(date=date):
            return date.isoformat()
        case rule:
            return _counted_from_publication(rule)


def iso(date: datetime.date | None) -> str | None:
    """A date as `YYYY-MM-DD`, or None."""
    return None if date is None else date.isoformat()
