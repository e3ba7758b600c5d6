"""What an operation looks for in vain, where another operation would have brought it but does not apply."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator

from redline.addresses.read import read_address
from redline.akn.document import squeeze
from redline.akn.structure import bare_number
from redline.engine.time import Scheduled
from redline.errors import AmendmentError
from redline.model.spec import Content, OnEvent, Operation, Text, Value

_BRINGS_WORDS = ("insert", "with", "add", "as")
"""Keys under which new text stands."""


def point_at_what_is_missing(
    error: AmendmentError, operation: Operation, scheduled: Collection[Scheduled], alias: str
) -> AmendmentError:
    """Add to an error of absent words or provisions the operation that would have brought them; returns it.

    Args:
        error: the failure.
        operation: the operation that fails.
        scheduled: all operations with what becomes of them.
        alias: the Act in which it fails.
    """
    if error.slug == "words-not-found":
        sought = operation.values.get(operation.verb)
        wanted = [squeeze(text.value) for text in _texts(sought)]
        brings: Callable[[Operation, str], bool] = _brings_words
    elif error.slug == "address-not-found":
        wanted = list(_numbers(error, operation))
        brings = _brings_number
    else:
        return error
    for item in scheduled:
        absent = item.status != "applied" and alias in item.operation.acts and item.operation is not operation
        if absent and any(brings(item.operation, each) for each in wanted):
            error.about = (*error.about, (f"{_why(item)}, and would have brought it", item.operation.at))
            date = next((each.date for each in scheduled if each.operation is operation), None)
            error.do = f"{_next_step(item, date)}; or {error.do}"
            return error
    return error


def _why(item: Scheduled) -> str:
    match item.status:
        case "expired":
            return f"applies until {item.operation.until} only"
        case "not-yet":
            return f"commences on {item.date} only"
        case "pending":
            event = (
                item.operation.commencement.event if isinstance(item.operation.commencement, OnEvent) else ""
            )
            return f"awaits an event ({event})"
        case _:
            return f"is conditional on {item.operation.when}"


def _next_step(item: Scheduled, date: datetime.date | None) -> str:
    """What to do about an operation of a date that needs what another one would have brought."""
    until = item.operation.until
    match item.status:
        case "expired" if date is not None and until is not None and date >= until:
            return "give that operation a later until, or take this one out"
        case "expired":
            return f"write until: {until} here too"
        case "not-yet":
            return "give this operation the same commencement"
        case "pending":
            return "let this operation await the same event"
        case _:
            return f"write when: {item.operation.when} here too"


def _texts(value: Value | None) -> Iterator[Text]:
    for each in value if isinstance(value, tuple) else (value,):
        if isinstance(each, Text):
            yield each


def _brings_words(other: Operation, words: str) -> bool:
    """Whether the new text of an operation has these words."""
    for key in _BRINGS_WORDS:
        value = other.values.get(key)
        if isinstance(value, Content) and words in squeeze(value.text):
            return True
        if any(words in squeeze(text.value) for text in _texts(value)):
            return True
    return False


def _numbers(error: AmendmentError, operation: Operation) -> Iterator[str]:
    """The numbers of the provisions that the address at fault names."""
    for value in operation.values.values():
        for text in _texts(value):
            if text.at != error.at:
                continue
            try:
                citations = read_address(text, eids=lambda _: False)
            except AmendmentError:
                return
            # The message ends in the first number that is not there: `art 5 has no para 9`.
            absent = error.message.partition(":")[0]
            steps = (step for citation in citations for step in (*citation.steps, *citation.upto))
            yield from (step.number for step in steps if step.number and absent.endswith(step.number))


def _brings_number(other: Operation, number: str) -> bool:
    """Whether an operation gives a provision this number: where a line of its text begins, or with `as`."""
    for key in _BRINGS_WORDS:
        value = other.values.get(key)
        lines = value.text.splitlines() if isinstance(value, Content) else []
        given = [text.value for text in _texts(value)] if key == "as" else []
        if any(number in _first_numbers(line) for line in (*lines, *given)):
            return True
    return False


def _first_numbers(line: str) -> set[str]:
    """What can be the number at the start of a line: of `Article 5-1. Access` both of the first words."""
    return {bare_number(word) for word in line.split()[:2]}
