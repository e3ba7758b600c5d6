"""What sentences about operations are made of, whatever their language: addresses, quoted words, dates."""

from __future__ import annotations

import datetime
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence

from redline.addresses.read import read_address
from redline.errors import AmendmentError
from redline.languages.shortening import MORE, shortened
from redline.model.address import Citation, Step
from redline.model.changes import Change
from redline.model.source import Span
from redline.model.spec import (
    AfterPublication,
    Content,
    Effect,
    MonthAfterPublication,
    OnEvent,
    Operation,
    Text,
    Value,
    WordSpan,
)

LONGEST = 80
"""Words of the spec are quoted in a sentence up to this length."""

_IDENTIFIED = {
    "annex": "attachment", "art": "article", "att": "attachment", "chp": "chapter", "para": "paragraph",
    "part": "part", "point": "point", "sec": "section", "subpara": "subparagraph", "subpoint": "subpoint",
    "subsec": "subsection", "title": "title",
}  # fmt: skip
"""How identifiers abbreviate units (AKN naming convention) -> the units."""
_PIECE = re.compile(r"([a-z]+)_([\w.-]+)")


class Sentences(ABC):
    """How one language speaks of operations and effects: a file each, of which this is what they share.

    Attributes:
        described: verb -> what an operation of it does.
        words: what is said of days, events and conditions, with the facts in braces.
    """

    described: Mapping[str, Callable[[Operation], str]]
    words: Mapping[str, str]

    @abstractmethod
    def rule(self, operation: Operation) -> str:
        """From when an operation applies as the spec counts it, or what it waits for."""

    @abstractmethod
    def effect(self, effect: Effect) -> str:
        """What an effect is."""

    def operation(self, operation: Operation) -> str:
        """What an operation does."""
        describe = self.described.get(operation.verb)
        return describe(operation) if describe is not None else operation.verb

    def commencement(self, operation: Operation, date: datetime.date | None) -> str:
        """From when an operation applies; empty where it applies at once."""
        rule = self.rule(operation)
        counted = isinstance(operation.commencement, AfterPublication | MonthAfterPublication)
        parts = [rule + (f" ({day(date)})" if counted and date is not None else "")] if rule else []
        if operation.until:
            parts.append(self.words["until"].format(day=day(operation.until)))
        if operation.when:
            parts.append(self.words["if"].format(when=operation.when))
        return ", ".join(parts)

    def why_not_running(self, effect: Effect, as_of: datetime.date, start: datetime.date | None) -> str:
        """Why an effect is not in force on a day; empty where it is."""
        if start is not None and start > as_of:
            return self.words["not begun"].format(day=day(as_of), start=day(start))
        if effect.until is not None and effect.until <= as_of:
            return self.words["ended"].format(day=day(as_of))
        return ""

    def why_not_applied(self, change: Change, as_of: datetime.date | None) -> str:
        """Why an operation is not part of the text."""
        operation = change.operation
        match change.status:
            case "applied":
                return ""
            case "pending":
                event = operation.commencement.event if isinstance(operation.commencement, OnEvent) else ""
                return self.words["pending"].format(event=event)
            case "not-yet":
                after = self.words["after"].format(day=day(as_of)) if as_of is not None else ""
                return self.words["not yet"].format(day=day(change.date)) + after
            case "expired":
                return self.words["expired"].format(day=day(operation.until))
            case "not-assumed":
                return self.words["not assumed"].format(when=operation.when)

    def moved(self, place: str, *, away: bool) -> str:
        """What a move says at one of its ends: the other."""
        return self.words["moved away" if away else "moved here"].format(place=place)

    def instruction(self, identifier: str) -> str:
        """How an instruction of the spec is named."""
        return self.words["instruction"].format(id=identifier)


def day(date: datetime.date | None) -> str:
    """A date in figures, as Russian and Kazakh papers have it."""
    return date.strftime("%d.%m.%Y") if date is not None else ""


def listed(parts: Sequence[str], word: str) -> str:
    """Several things with a word between the last two."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def texts_of(value: Value | None) -> list[str]:
    """The texts of a value of the spec, each on one line."""
    match value:
        case Text():
            return [" ".join(value.value.split())]
        case tuple():
            return [text for part in value for text in texts_of(part)]
        case _:
            return [] if value is None else [str(value)]


def cited(typed: str, write: Callable[[Citation], str], to: str = " – ") -> str:
    """An address of the spec as a language cites it; as typed where it cannot be read without the Act.

    Args:
        typed: the address.
        write: the citation in the language, in the case that the sentence asks for.
        to: what stands between the first and the last of a run.
    """
    try:
        found = read_address(Text(typed, Span("", 1, 1)), eids=lambda _: False)
    except AmendmentError:
        return typed
    written: list[str] = []
    for citation in found:
        steps, last = (
            citation.steps or _steps_of(citation.eid),
            citation.upto or _steps_of(citation.upto_eid),
        )
        if not steps and not citation.act:
            return typed
        written.append(write(Citation(typed, steps, citation.parts, act=citation.act)))
        if last:
            written[-1] += f"{to}{write(Citation(typed, last))}"
    return ", ".join(written)


def _steps_of(identifier: str | None) -> tuple[Step, ...]:
    """The units of an identifier of the naming convention (`art_5__para_2`); none of any other."""
    steps: list[Step] = []
    for piece in (identifier or "").split("__"):
        found = _PIECE.fullmatch(piece)
        unit = _IDENTIFIED.get(found[1]) if found is not None else None
        if found is None or unit is None:
            return ()
        steps.append(Step(found[2], (unit,), piece))
    return tuple(steps)


def quoted(value: Value | None, word: str, markup: str) -> str:
    """Words of the spec in guillemets.

    Args:
        value: one text, several or new provisions.
        word: between the last two of several.
        markup: what stands for new text that is markup.
    """
    match value:
        case Content():
            lines = [line.strip() for line in value.text.splitlines() if line.strip()]
            if value.form == "akn":
                return markup
            first = shortened(lines[0] if lines else "", LONGEST)
            return f"«{first.removesuffix(MORE)}{MORE}»" if len(lines) > 1 else f"«{first}»"
        case tuple():
            return listed([quoted(part, word, markup) for part in value], word)
        case Text():
            return f"«{shortened(value.value, LONGEST)}»"
        case _:
            return str(value)


def is_span(value: Value | None) -> bool:
    """Whether words are named by where they begin and end."""
    first = value[0] if isinstance(value, tuple) and value else value
    return isinstance(first, WordSpan)


def how_many(value: Value | None) -> str:
    """Whether words of the spec are one word (`one`), several (`many`), `figures`, or punctuation (`mark`,
    `marks`).
    """
    texts = texts_of(value) if not is_span(value) else []
    if texts and not any(letter.isalnum() for text in texts for letter in text):
        return "mark" if len(texts) == 1 else "marks"
    if texts and not any(letter.isalpha() for text in texts for letter in text):
        return "figures"
    return "one" if len(texts) == 1 and " " not in texts[0].strip() else "many"
