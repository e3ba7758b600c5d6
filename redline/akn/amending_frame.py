"""The metadata of an amending Act: what it is, what it modifies and from when, which Acts it amends."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import cast

from lxml import etree
from msgspec import Struct

from redline.akn.document import FINAL_NAMESPACE, Element
from redline.akn.new_elements import TAG, add_element
from redline.model.amending import AmendedAct, AmendingAct

AMENDING = "urn:redline:amending:1"
UNKNOWN = datetime.date(1, 1, 1)
"""Stands for a date that is not known: the schema demands one."""
_OWN = f"{{{AMENDING}}}"
NAMES = cast("dict[str, str]", {None: FINAL_NAMESPACE, "redline": AMENDING})
_LANGUAGES = {"ru": "rus", "kk": "kaz", "en": "eng"}


class Frame(Struct, frozen=True):
    """What the document says of itself.

    Attributes:
        uri: of the work.
        date: when it was or is to be made; None where that is not known.
        number: its number; may be empty.
        country: two letters.
        made: the day of the draft.
        quotes: the quotation marks of its language.
        namespaces: of each amended Act, by alias: its own namespace.
        settings: what a spec for the same says at its top, name and value.
    """

    uri: str
    date: datetime.date | None
    number: str
    country: str
    made: datetime.date | None
    quotes: tuple[str, str]
    namespaces: Mapping[str, str]
    settings: tuple[tuple[str, str], ...] = ()


def meta_of(
    act: AmendingAct, frame: Frame, modifications: Sequence[Element], dates: Mapping[datetime.date, str]
) -> Element:
    """The `meta` element.

    Args:
        act, frame: the Act, and what its document says of itself.
        modifications: a `textualMod` for each instruction.
        dates: the days on which changes come into force, each with its period.
    """
    meta: Element = etree.Element(f"{TAG}meta", nsmap=NAMES)
    meta.append(_identification(act, frame))
    lifecycle = add_element(meta, "lifecycle", source="#redline")
    made = (frame.date or frame.made or UNKNOWN).isoformat()
    add_element(lifecycle, "eventRef", eId="eref_1", date=made, source="#original", type="generation")
    for place, date in enumerate(dates, 2):
        add_element(
            lifecycle, "eventRef", eId=f"eref_{place}", date=date.isoformat(), source="#original",
            type="amendment", refersTo="#commencement",
        )  # fmt: skip
    if modifications:
        analysis = add_element(meta, "analysis", source="#redline")
        active = add_element(analysis, "activeModifications")
        active.extend(modifications)
    if dates:
        temporal = add_element(meta, "temporalData", source="#redline")
        for place, period in enumerate(dates.values(), 2):
            group = add_element(temporal, "temporalGroup", eId=period)
            add_element(group, "timeInterval", start=f"#eref_{place}", refersTo="#commencement")
    _references(meta, act, frame)
    return meta


def _references(meta: Element, act: AmendingAct, frame: Frame) -> None:
    references = add_element(meta, "references", source="#redline")
    original = add_element(references, "original", eId="original", href=frame.uri, showAs=act.title)
    for name, value in frame.settings:
        original.set(f"{_OWN}{name}", value)
    others = [each for each in (*act.repeals, *act.further) if each.instruction is not None]
    named = {each.alias: each for each in act.acts}
    for each in others:
        named.setdefault(each.alias, AmendedAct(each.alias, "", "", each.uri, ()))
    for place, amended in enumerate(named.values(), 1):
        reference = add_element(
            references, "activeRef", eId=f"amended-{place}", href=amended.uri or _unknown_uri(amended),
            showAs=amended.alias,
        )  # fmt: skip
        reference.set(f"{_OWN}act", amended.alias)
    add_element(
        references, "TLCOrganization", eId="redline", href="/akn/ontology/organization/redline",
        showAs="redline",
    )  # fmt: skip
    add_element(
        references, "TLCConcept", eId="commencement", href="/akn/ontology/concept/commencement",
        showAs="commencement",
    )  # fmt: skip


def _identification(act: AmendingAct, frame: Frame) -> Element:
    identification: Element = etree.Element(f"{TAG}identification", source="#redline", nsmap=NAMES)
    made = (frame.date or frame.made or UNKNOWN).isoformat()
    language = _LANGUAGES.get(act.language, act.language)
    expression = f"{frame.uri}/{language}@{made if frame.date or frame.made else ''}"
    levels = (
        ("FRBRWork", f"{frame.uri}/!main", frame.uri),
        ("FRBRExpression", f"{expression}/!main", expression),
        ("FRBRManifestation", f"{expression}/!main.xml", f"{expression}.xml"),
    )
    for name, this, uri in levels:
        level = add_element(identification, name)
        add_element(level, "FRBRthis", value=this)
        add_element(level, "FRBRuri", value=uri)
        if name == "FRBRWork":
            add_element(level, "FRBRalias", value=act.title, name="title")
        add_element(level, "FRBRdate", date=made, name="Generation")
        add_element(level, "FRBRauthor", href="#redline")
        if name == "FRBRWork":
            add_element(level, "FRBRcountry", value=frame.country or "xx")
            if frame.number:
                add_element(level, "FRBRnumber", value=frame.number)
        elif name == "FRBRExpression":
            add_element(level, "FRBRlanguage", language=language)
        else:
            add_element(level, "FRBRformat", value="application/xml")
    return identification


def _unknown_uri(amended: AmendedAct) -> str:
    return f"/akn/xx/act/{UNKNOWN.isoformat()}/{amended.alias}"
