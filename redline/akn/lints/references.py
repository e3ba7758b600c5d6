"""Lints on references inside the document: what they name must be there."""

from __future__ import annotations

from collections.abc import Iterator

from redline.akn.document import Element
from redline.akn.lints.lint import Document, Found, Lint
from redline.akn.names import local_name

_OF_TEXT = ("href", "from", "upTo", "for", "placementBase", "alternativeTo", "src")
_CONCEPTS = ("refersTo", "as", "by", "to", "actor")


def _nothing(attribute: str, value: str) -> str:
    return f'{attribute}="{value}" names nothing in the document'


def dangling_reference(document: Document) -> Iterator[Found]:
    """Schema: an `eIdRef` is a reference to an existing eId."""
    for element in document.text:
        for attribute in _OF_TEXT:
            value = element.get(attribute) or ""
            # A bare # is how pages say "no target yet".
            if value.startswith("#") and len(value) > 1 and not document.names(value):
                yield Found(element, _nothing(attribute, value))


def reference_empty(document: Document) -> Iterator[Found]:
    """A reference that leads nowhere tells a reader no more than plain text."""
    for element in document.text:
        if local_name(element.tag) == "ref" and (element.get("href") or "").strip() in ("", "#"):
            yield Found(element, f'href="{element.get("href") or ""}" names no target')


def dangling_modification(document: Document) -> Iterator[Found]:
    """Part 1 §5.10: a modification says where it comes from and what in the document it concerns."""
    for element in document.every("source", "destination", "old", "new", "previous"):
        value = element.get("href") or ""
        kind = local_name(element.tag)
        if element not in document.metadata:
            continue
        if value.startswith("#") and not document.names(value):
            yield Found(element, f"the {kind} of a modification, {_nothing('href', value)}")
        elif not value and kind in ("source", "destination"):
            yield Found(element, f"the {kind} of a modification is not named")


def dangling_period(document: Document) -> Iterator[Found]:
    """Schema: `period` is a reference to an existing temporal group."""
    for element in document.elements:
        for value in (element.get("period") or "").split():
            if not document.names(value, ("temporalGroup",)):
                yield Found(element, f'period="{value}" names no temporal group of the document')


def dangling_event(document: Document) -> Iterator[Found]:
    """Schema: `start` and `end` are references to existing events of the lifecycle, not dates."""
    for element in document.every("timeInterval", "mapping"):
        for attribute in ("start", "end"):
            value = element.get(attribute)
            if value is not None and not document.names(value, ("eventRef",)):
                yield Found(element, f'{attribute}="{value}" names no event of the lifecycle')


def dangling_source(document: Document) -> Iterator[Found]:
    """Part 1 §5.7: the source of an event is the reference to the document that brought it about."""
    for element in document.every("eventRef"):
        value = element.get("source") or ""
        if not value:
            continue
        if value.startswith("#") and not document.names(value):
            yield Found(element, f"the source of an event, {_nothing('source', value)}")


def dangling_concept(document: Document) -> Iterator[Found]:
    """Schema: agents, roles and concepts are references to elements of the `references` section."""
    for element in document.elements:
        for attribute in _CONCEPTS:
            for value in _references(element, attribute):
                if not document.names(value):
                    yield Found(element, _nothing(attribute, value))
        if element not in document.metadata:
            continue
        name = local_name(element.tag)
        attribute = "href" if name == "FRBRauthor" else "source"
        value = element.get(attribute) or ""
        if name != "eventRef" and value.startswith("#") and not document.names(value):
            yield Found(element, f"<{name}> {_nothing(attribute, value)}")


def _references(element: Element, attribute: str) -> list[str]:
    return [value for value in (element.get(attribute) or "").split() if value.startswith("#")]


LINTS = (
    Lint(
        "dangling-reference",
        "error",
        "references lead to nothing in the document",
        "name a provision that is there, or take the reference off the words",
        dangling_reference,
    ),
    Lint(
        "reference-empty",
        "warning",
        "references have no target",
        "give the reference its target, or take it off the words",
        reference_empty,
    ),
    Lint(
        "dangling-modification",
        "error",
        "modifications in the metadata name what is not there",
        "name the provision (or the reference to the other Act) by its eId",
        dangling_modification,
    ),
    Lint(
        "dangling-period",
        "error",
        "periods name no temporal group",
        "write period='#…' with the eId of a temporalGroup under temporalData",
        dangling_period,
    ),
    Lint(
        "dangling-event",
        "error",
        "intervals begin or end with an event that is not there",
        "write start='#…' and end='#…' with the eId of an eventRef under lifecycle",
        dangling_event,
    ),
    Lint(
        "dangling-source",
        "error",
        "events come from a document that is not listed",
        "enter the document under references (original, passiveRef) and name its eId as the source",
        dangling_source,
    ),
    Lint(
        "dangling-concept",
        "warning",
        "agents, roles and concepts are not listed",
        "enter them under references (TLCOrganization, TLCPerson, TLCConcept, …) with that eId",
        dangling_concept,
    ),
)
