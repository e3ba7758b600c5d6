"""The terms that an Act defines, in its article of definitions, and the short names that it gives in
passing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from redline.languages.law_words import LawWords
from redline.model.facts import Line, Provision, Term, Words

_LONGEST = 14
"""A term has no more words than this; what is longer before a dash is a sentence."""
_SHORT = re.compile(r"\s*\([^()]*\)\s*$")
_BRACKETS = re.compile(r"\([^()]*\)")
_QUOTES = "\"«»“”' "


def terms_in(
    provisions: Sequence[Provision], lines: Sequence[Line], words: LawWords, unread: Callable[[Line], bool]
) -> Iterator[Term]:
    """The terms of an Act in its order.

    Args:
        unread: whether a line says nothing of the law: a quotation, the stub of a repealed provision.
    """
    defining = set(_defining_articles(provisions, lines, words))
    for place, line in enumerate(lines):
        if line.kind != "text" or unread(line):
            continue
        article = _article_of(provisions, line.provision)
        if article in defining:
            yield from _defined(line.text, place, words)
        yield from _short_names(line.text, place, words)


def _defining_articles(
    provisions: Sequence[Provision], lines: Sequence[Line], words: LawWords
) -> Iterator[int]:
    for place, provision in enumerate(provisions):
        if provision.unit in ("article", "section", "rule") and words.definitions.fullmatch(
            provision.heading
        ):
            yield place
    for line in lines:
        if line.kind == "text" and words.definition_lead.search(line.text):
            yield _article_of(provisions, line.provision)


def _article_of(provisions: Sequence[Provision], place: int) -> int:
    """The article around a provision, or the provision itself where it stands in none."""
    inner = place
    while place > 0:
        if provisions[place].unit in ("article", "section", "rule"):
            return place
        place = provisions[place].parent
    return inner


def defined_term(text: str, words: LawWords) -> tuple[str, str] | None:
    """The term and its meaning where a line defines one: `quota – the greatest number …`."""
    # The dash of `(далее – …)` parts no term from its meaning.
    match = words.meaning.match(_BRACKETS.sub(lambda bracket: "x" * len(bracket[0]), text))
    if match is None:
        return None
    written = text[match.start("term") : match.end("term")].strip()
    term = _without_quotes(_SHORT.sub("", written).rstrip(" ,"))
    if term and len(term.split()) <= _LONGEST and not words.definition_lead.search(written):
        return term, text[match.start("meaning") :].strip()
    return None


def _without_quotes(term: str) -> str:
    """A term without the quotation marks around it; those around its last words are its own."""
    inner = term.strip(_QUOTES)
    return inner if term[:1] in _QUOTES or term == inner else term.strip()


def _defined(text: str, line: int, words: LawWords) -> Iterator[Term]:
    found = defined_term(text, words)
    if found is not None:
        term, meaning = found
        start = text.index(term)
        yield Term(Words(line, start, start + len(term)), term, meaning, article=True)


def _short_names(text: str, line: int, words: LawWords) -> Iterator[Term]:
    for match in words.short_name.finditer(text):
        name = match["name"].strip(_QUOTES)
        meaning = text[: match.start()].strip()
        yield Term(Words(line, match.start("name"), match.end("name")), name, meaning, article=False)
