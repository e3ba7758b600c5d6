"""The metadata of an imported Act: identification, the events that its notes tell of, references, notes."""

from __future__ import annotations

import datetime
import re
from typing import cast

from lxml import etree

from redline.akn.document import FINAL_NAMESPACE
from redline.akn.imported_history import CONCEPT, History, add_lifecycle, add_modifications, history_of
from redline.akn.new_elements import TAG, add_element
from redline.model.outline import Frame, Outline

Element = etree._Element

NAMESPACES = cast("dict[str, str]", {None: FINAL_NAMESPACE})  # the stubs do not know the default one
_EDITOR = "redline"
UNKNOWN_DATE = datetime.date(1, 1, 1)
"""Stands for a date that is not known: the schema demands one, and cobalt uses this."""
_THREE_LETTERS = {"ru": "rus", "kk": "kaz", "en": "eng"}


def meta_of(outline: Outline) -> Element:
    """The `meta` element of an imported Act."""
    meta = etree.Element(f"{TAG}meta", nsmap=NAMESPACES)
    frame = outline.frame
    meta.append(_identification(frame, "!main", frame.title, f"#{_EDITOR}"))
    history = history_of(outline)
    add_lifecycle(meta, history, frame.date or UNKNOWN_DATE)
    add_modifications(meta, outline, history, _expression_uri(frame, frame.consolidated or frame.date))
    _references(meta, outline, history)
    if outline.notes:
        notes = add_element(meta, "notes", source=f"#{_EDITOR}")
        for place, note in enumerate(outline.notes, 1):
            element = add_element(notes, "note", eId=f"note_{place}")
            for paragraph in note.paragraphs:
                add_element(element, "p").text = paragraph.text
    return meta


def _references(meta: Element, outline: Outline, history: History) -> None:
    """What the metadata speak of: the Act itself, the Acts that amended it, its terms."""
    frame = outline.frame
    references = add_element(meta, "references", source=f"#{_EDITOR}")
    add_element(
        references, "original", eId="original", href=_expression_uri(frame, frame.date), showAs=_name(frame)
    )
    for place, amendment in enumerate(history.amendments, 1):
        add_element(
            references,
            "passiveRef",
            eId=f"amending-{place}",
            href=_work_uri(frame.country, amendment.date, amendment.number),
            showAs=f"№ {amendment.number}, {amendment.date.isoformat()}",
        )
    add_element(
        references,
        "TLCOrganization",
        eId=_EDITOR,
        href="/akn/ontology/organization/redline",
        showAs="redline import",
    )
    if history.entries:
        add_element(
            references,
            "TLCConcept",
            eId=CONCEPT,
            href="/akn/ontology/concept/inforce",
            showAs="in force",
        )
    for term in dict.fromkeys(outline.terms):
        name, language = term_id(term), _THREE_LETTERS.get(frame.language, frame.language)
        href = f"/akn/ontology/term/{language}/{name.removeprefix('term-')}"
        add_element(references, "TLCTerm", eId=name, href=href, showAs=term)


def term_id(term: str) -> str:
    """The identifier of a defined term: `term-жертва-торговли-людьми`."""
    return "-".join(["term", *re.findall(r"[^\W_]+", term.lower())])


def annex_meta(outline: Outline, place: int) -> Element:
    """The `meta` element of an annex: it is a component of the Act."""
    meta = etree.Element(f"{TAG}meta", nsmap=NAMESPACES)
    meta.append(_identification(outline.frame, f"!annex_{place}", "", f"#{_EDITOR}"))
    return meta


def _identification(frame: Frame, component: str, title: str, editor: str) -> Element:
    element = etree.Element(f"{TAG}identification", source=editor)
    work = _work_uri(frame.country, frame.date, frame.number)
    expression = _expression_uri(frame, frame.consolidated or frame.date)
    made = (frame.date or UNKNOWN_DATE).isoformat()
    version = (frame.consolidated or frame.date or UNKNOWN_DATE).isoformat()
    part = add_element(element, "FRBRWork")
    _core(part, f"{work}/{component}", work, title, (made, "Generation"))
    add_element(part, "FRBRcountry", value=frame.country)
    if frame.number:
        add_element(part, "FRBRnumber", value=frame.number)
    if frame.form:
        add_element(part, "FRBRname", value=frame.form)
    part = add_element(element, "FRBRExpression")
    _core(part, f"{expression}/{component}", expression, "", (version, "Consolidation"))
    add_element(part, "FRBRlanguage", language=_THREE_LETTERS.get(frame.language, frame.language))
    part = add_element(element, "FRBRManifestation")
    _core(part, f"{expression}/{component}.xml", f"{expression}.xml", "", (version, "Generation"))
    add_element(part, "FRBRformat", value="application/xml")
    return element


def _core(part: Element, this: str, uri: str, title: str, date: tuple[str, str]) -> None:
    add_element(part, "FRBRthis", value=this)
    add_element(part, "FRBRuri", value=uri)
    if title:
        add_element(part, "FRBRalias", value=title, name="title")
    add_element(part, "FRBRdate", date=date[0], name=date[1])
    add_element(part, "FRBRauthor", href=f"#{_EDITOR}")


def _work_uri(country: str, date: datetime.date | None, number: str) -> str:
    """`/akn/kz/act/2011-07-22/477-iv`; `nn` for a number that is not known (naming convention §4)."""
    part = re.sub(r"[^a-z0-9-]+", "-", number.lower()).strip("-") or "nn"
    return f"/akn/{country}/act/{(date or UNKNOWN_DATE).isoformat()}/{part}"


def _expression_uri(frame: Frame, date: datetime.date | None) -> str:
    language = _THREE_LETTERS.get(frame.language, frame.language)
    version = date.isoformat() if date is not None else ""
    return f"{_work_uri(frame.country, frame.date, frame.number)}/{language}@{version}"


def _name(frame: Frame) -> str:
    return frame.title or " ".join(filter(None, (frame.form, frame.number and f"№ {frame.number}"))) or "?"
