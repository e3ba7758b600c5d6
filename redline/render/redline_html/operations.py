"""What the page says of the operations: the numbered list, and what can be filtered by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import PurePath
from urllib.parse import quote

from redline.model.changes import Change, Place
from redline.model.source import Span
from redline.render.changes_json import portable
from redline.render.notes_said import said_note
from redline.render.redline_html.words import Words
from redline.render.sentences import (
    commencement_words,
    describe_commencement,
    describe_operation,
    why_not_applied,
)

_MOST_PLACES = 12


class Operations:
    """The operations on one Act, found by id.

    Args:
        changes: the change list of the Act, in the order of application.
        language: of the page's own words.

    Attributes:
        ordered: the same in the order of the spec.
    """

    def __init__(self, changes: Sequence[Change], language: str) -> None:
        self.language = language
        self.ordered = sorted(changes, key=lambda change: change.operation.order)
        self._of = {change.operation.id: change for change in changes}
        self._sentences: dict[str, str] = {}

    def number(self, operation: str) -> int:
        """The place of an operation in the spec, from 1: what it is called on the page."""
        return self._of[operation].operation.order + 1

    def sentence(self, operation: str) -> str:
        """What an operation does, in a sentence, as HTML."""
        if operation not in self._sentences:
            self._sentences[operation] = escape(
                describe_operation(self._of[operation].operation, self.language), quote=False
            )
        return self._sentences[operation]

    def moved(self, operation: str) -> Place | None:
        """The place that an operation moved, as the change list has it."""
        return next((place for place in self._of[operation].places), None)


def anchor_of(operation: str) -> str:
    """The identifier of an operation on the page."""
    return "redline-op-" + quote(operation, safe="-._~")


def operation_list(operations: Operations, words: Words, links: dict[str, str]) -> Iterator[str]:
    """Every operation with its sentence, reason, instruction, author, commencement and places.

    Args:
        operations: what is listed.
        words: the page's own words.
        links: operation id -> the first of its changes on the page.
    """
    yield f'<section id="redline-operations" class="operations-of" aria-labelledby="redline-list"{words.own}>'
    yield f'<h2 id="redline-list">{words.html("operations")}</h2>'
    yield f'<p class="lead">{words.html("operations of")}</p>'
    yield '<ol class="operations" role="list">'
    for change in operations.ordered:
        yield _operation(change, operations, words, links)
    yield "</ol></section>"


def _operation(change: Change, operations: Operations, words: Words, links: dict[str, str]) -> str:
    operation = change.operation
    anchor = anchor_of(operation.id)
    start = escape(commencement_words(change, words.code))
    filters = f' data-author="{escape(operation.author or "")}" data-from="{start}"'
    number = f'<span class="num">{operation.order + 1}.</span>'
    sentence = operations.sentence(operation.id)
    first = links.get(operation.id)
    title = f'<a href="#{first}">{sentence}</a>' if first else sentence
    return (
        f'<li id="{anchor}" data-op="{escape(operation.id)}"{filters}><h3>{number} {title}</h3>'
        f"{_facts(change, words)}</li>"
    )


def _facts(change: Change, words: Words) -> str:
    operation = change.operation
    because = operation.because.value if operation.because else ""
    comment = operation.comment.value if operation.comment else ""
    rows = [
        ("left out", escape(why_not_applied(change, None, words.code), quote=False)),
        ("because", escape(because, quote=False)),
        ("comment", escape(comment, quote=False)),
        ("fixes", escape(", ".join(operation.fixes))),
        ("in force", escape(describe_commencement(operation, change.date, words.code), quote=False)),
        ("author", escape(operation.author or "")),
        ("instruction", f"<code>{escape(operation.id)}</code>, {escape(_line(operation.at))}"),
        ("places", escape(_places(change.places), quote=False)),
    ]
    said = (f"<dt>{words.html(name)}</dt><dd>{value}</dd>" for name, value in rows if value)
    said_notes = (said_note(note, words.code) for note in change.notes)
    notes = "".join(
        f"<p{'' if own else words.english}>{escape(note, quote=False)}</p>" for note, own in said_notes
    )
    return f"<dl>{''.join(said)}</dl>{notes}"


def _line(at: Span) -> str:
    """The line of the spec, its file without the folder that it lies in."""
    return f"{PurePath(portable(at.file)).name}:{at.line}"


def _places(places: Sequence[Place]) -> str:
    shown = list(dict.fromkeys(_cited(place) for place in places))
    more = f" … (+{len(shown) - _MOST_PLACES})" if len(shown) > _MOST_PLACES else ""
    return "; ".join(shown[:_MOST_PLACES]) + more


def _cited(place: Place) -> str:
    before, after = place.citation_before, place.citation_after
    return f"{before} → {after}" if before and after and before != after else before or after or ""
