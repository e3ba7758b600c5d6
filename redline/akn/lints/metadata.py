"""Lints on metadata: what is required, and what must agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redline.akn.document import FINAL_NAMESPACE, Element
from redline.akn.lints.lint import Document, Found, Level, Lint, child_of, child_value
from redline.akn.names import local_name

_DATED = re.compile(r"/([A-Za-z]{2,3})@(\d{4}-\d{2}-\d{2})?(?=$|/|!|~|\.|;)")
_LEVELS = ("FRBRWork", "FRBRExpression", "FRBRManifestation")
_REQUIRED = {
    "FRBRWork": ("FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRcountry"),
    "FRBRExpression": ("FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor", "FRBRlanguage"),
    "FRBRManifestation": ("FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor"),
}
"""Schema: coreProperties, workProperties, exprProperties."""


def metadata_missing(document: Document) -> Iterator[Found]:
    """Schema: every document says which work, expression and manifestation it is.

    Documents in the final namespace are held against the schema itself, which says the same.
    """
    if document.act.namespace == FINAL_NAMESPACE:
        return
    meta = child_of(document.act.document, "meta")
    identification = child_of(meta, "identification")
    if identification is None:
        yield Found(document.act.document, "there is no identification: neither work nor expression is named")
        return
    for level in _LEVELS:
        element = child_of(identification, level)
        if element is None:
            yield Found(identification, f"there is no {level}")
            continue
        for name in _REQUIRED[level]:
            if child_of(element, name) is None:
                yield Found(element, f"{level} has no {name}")


def lifecycle_missing(document: Document) -> Iterator[Found]:
    """Part 1 §5.7: the lifecycle of an amended text is required, and complete up to its date."""
    for element in document.documents():
        meta = child_of(element, "meta")
        if meta is None or child_of(meta, "lifecycle") is not None:
            continue
        amended = element.get("contains") in ("singleVersion", "multipleVersions")
        if element is document.act.document:
            text = "the document does not say which events made its text"
            yield Found(meta, text, "warning" if amended else "note")


def frbr_uri(document: Document) -> Iterator[Found]:
    """Naming convention §4: each IRI continues that of the level above it; publishers' own need not."""
    for identification in document.every("identification"):
        above = ""
        for level in _LEVELS:
            element = child_of(identification, level)
            uri, this = child_value(element, "FRBRuri"), child_value(element, "FRBRthis")
            # `#varUri` stands for an IRI that a drafting system fills in later.
            if element is None or not uri or uri.startswith("#"):
                continue
            severity: Level = "warning" if uri.startswith("/akn/") else "note"
            if above and not _continues(uri, above):
                text = f"the FRBRuri of {level}, {uri}, does not continue {above}"
                yield Found(element, text, severity)
            if this and not _continues(this, uri):
                text = f"the FRBRthis of {level}, {this}, does not continue its FRBRuri, {uri}"
                yield Found(element, text, severity)
            above = uri


def _continues(iri: str, above: str) -> bool:
    """Whether an IRI begins with another; a file suffix and a closing slash of the other apart."""
    stem = re.sub(r"\.(xml|akn|html|pdf)$", "", above).rstrip("/")
    return iri.startswith(stem)


def frbr_date(document: Document) -> Iterator[Found]:
    """Naming convention §4.4: `/eng@2020-01-01` is the language and the date of the expression."""
    for expression in document.every("FRBRExpression"):
        dates = {(e.get("date") or "")[:10] for e in _children(expression, "FRBRdate")}
        languages = {(e.get("language") or "").casefold() for e in _children(expression, "FRBRlanguage")}
        found = _DATED.search(child_value(expression, "FRBRuri"))
        if not found:
            continue
        if found[2] and dates and found[2] not in dates:
            yield Found(
                expression, f"its IRI is of {found[2]}, and its FRBRdate is {', '.join(sorted(dates))}"
            )
        if languages and not any(_same_language(found[1], language) for language in languages):
            yield Found(
                expression,
                f"its IRI is in {found[1]}, and its FRBRlanguage is {', '.join(sorted(languages))}",
            )


def _same_language(one: str, other: str) -> bool:
    """`en` and `eng` are the same as far as can be told."""
    return one.casefold()[:2] == other[:2]


def _children(parent: Element, name: str) -> list[Element]:
    return [child for child in parent if local_name(child.tag) == name]


def time_interval(document: Document) -> Iterator[Found]:
    """Schema comment on `timeInterval`: two of start, end and duration.

    A start alone is an interval that is still open, as real law writes it.
    """
    for interval in document.every("timeInterval"):
        given = [name for name in ("start", "end", "duration") if interval.get(name) is not None]
        if len(given) == 2 or given == ["start"]:
            continue
        has = " and ".join(given) or "nothing"
        yield Found(interval, f"an interval has {has}")


LINTS = (
    Lint(
        "metadata-missing",
        "error",
        "required metadata is not there",
        "add it under meta/identification: without it a consolidated text cannot say what it is",
        metadata_missing,
    ),
    Lint(
        "lifecycle-missing",
        "note",
        "the lifecycle is not there",
        "add <lifecycle> with one eventRef for the making of the Act and for each Act that amended it",
        lifecycle_missing,
    ),
    Lint(
        "frbr-uri",
        "warning",
        "the IRIs of work, expression and manifestation do not agree",
        "let each begin with that of the level above it",
        frbr_uri,
    ),
    Lint(
        "frbr-date",
        "warning",
        "the IRI of the expression and its date or language do not agree",
        "correct the one that is wrong: the date of the IRI is that of the text",
        frbr_date,
    ),
    Lint(
        "time-interval",
        "warning",
        "intervals are not of two ends, or of one end and a duration",
        "give start alone for what is still in force, else two of start, end and duration",
        time_interval,
    ),
)
