"""What the reader chooses: which text is shown, the next change, which operations are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from redline.languages.shortening import shortened
from redline.model.changes import Change
from redline.render.redline_html.operations import Operations
from redline.render.redline_html.words import Words
from redline.render.sentences import commencement_words, describe_operation

VIEWS = ("base", "marked", "amended", "side")
_LONGEST = 70


def bar(operations: Operations, words: Words) -> Iterator[str]:
    """The bar above the text. Without scripts it is not shown, and the page is the marked text."""
    yield f'<header class="bar"{words.own}>'
    yield f'<fieldset class="views"><legend>{words.html("view")}</legend>'
    for view in VIEWS:
        chosen = " checked" if view == "marked" else ""
        yield (
            f'<label><input type="radio" name="view" value="{view}" autocomplete="off"{chosen}>'
            f"<span>{words.html(view)}</span></label>"
        )
    yield "</fieldset>"
    yield f'<div class="steps" role="group" aria-label="{words.html("changes")}">'
    for name, sign in (("previous", "↑"), ("next", "↓")):
        yield f'<button type="button" id="redline-{name}" aria-label="{words.html(name)}">{sign}</button>'
    yield _said("place", words.html("of", place="{place}", total="{total}"))
    yield '<label class="keys"><input type="checkbox" id="redline-keys" autocomplete="off" checked> '
    yield f"{words.html('keys')}</label></div>"
    yield from _filter(operations.ordered, words)
    yield "</header>"


def _said(name: str, pattern: str) -> str:
    """Where the script says how many; `pattern` is how it says it."""
    return f'<output id="redline-{name}" data-of="{pattern}"></output>'


def _filter(changes: Iterable[Change], words: Words) -> Iterator[str]:
    yield f'<details class="filter"><summary>{words.html("filter")}</summary><form id="redline-filter">'
    yield _select(
        "op", "operation", ((change.operation.id, _called(change, words)) for change in changes), words
    )
    authors = dict.fromkeys(change.operation.author or "" for change in changes)
    yield _select("author", "author", zip(authors, authors, strict=True), words)
    dates = sorted({commencement_words(change, words.code) for change in changes}, key=_days_first)
    yield _select("from", "commencement", zip(dates, dates, strict=True), words)
    yield f"<p>{_said('matching', words.html('matching', shown='{shown}', total='{total}'))} "
    yield f"{words.html('faint')}</p>"
    yield f'<button type="reset">{words.html("clear")}</button></form></details>'


def _called(change: Change, words: Words) -> str:
    operation = change.operation
    return f"{operation.order + 1}. {shortened(describe_operation(operation, words.code), _LONGEST)}"


def _days_first(commencement: str) -> tuple[bool, str]:
    return not commencement[:1].isdigit(), commencement


def _select(name: str, label: str, options: Iterable[tuple[str, str]], words: Words) -> str:
    """A choice of one value, or of all. Values begin with `=`, so that one not given is told from all."""
    listed = "".join(
        f'<option value="={escape(value)}">{escape(text) or words.html("none")}</option>'
        for value, text in options
    )
    choice = f'<select name="{name}" autocomplete="off"><option value="">{words.html("all")}</option>'
    return f"<label>{words.html(label)} {choice}{listed}</select></label>"


def panel(words: Words) -> str:
    """Where the page says what a change is about while the reader is at it."""
    close = f'<button type="button" aria-label="{words.html("close")}">×</button>'
    label = words.html("details")
    return (
        f'<aside id="redline-panel" aria-label="{label}"{words.own} hidden>{close}<div tabindex="-1"></div>'
        "</aside>"
    )
