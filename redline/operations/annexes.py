"""New annexes: in Akoma Ntoso each is a document with an identification of its own (XSD `attachment`)."""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from redline.akn.document import Element, plain_text, squeeze
from redline.akn.marks import UNMARKED
from redline.akn.names import DOCUMENT_TYPES, HEADS, OWN_WORDS, local_name
from redline.akn.structure import number_of
from redline.akn.working import WorkingAct

_THIS = re.compile(r"/!(?P<name>[^/~.]*)(?P<rest>[^/]*)$")


def complete_annex(annex: Element, working: WorkingAct) -> None:
    """Give a new `attachment` that has only number, heading and provisions its document around them.

    The document's metadata is that of the last annex of the Act, else of the Act itself, with the name of
    the component changed; an Act without identification gives none.
    """
    if local_name(annex.tag) != "attachment" or any(local_name(c.tag) in DOCUMENT_TYPES for c in annex):
        return
    tag = str(annex.tag)[: -len("attachment")]
    inside = [child for child in annex if local_name(child.tag) not in HEADS]
    model = _model(working)
    document = etree.SubElement(annex, f"{tag}doc", {"name": "annex"})
    if model is not None:
        if model.get("name"):
            document.set("name", str(model.get("name")))
        meta = next((child for child in model if local_name(child.tag) == "meta"), None)
        if meta is not None:
            document.append(_meta(meta, annex, document))
    body = etree.SubElement(document, f"{tag}mainBody")
    for child in inside:
        if local_name(child.tag) in OWN_WORDS:
            body.extend(list(child))
            annex.remove(child)
        else:
            body.append(child)


def attachments_of(working: WorkingAct) -> Element | None:
    """The Act's container of annexes, or None."""
    view = working.view()
    for element in working.root.iter(f"{{{working.act.namespace}}}attachments"):
        if view.attached(element):
            return element
    return None


def _model(working: WorkingAct) -> Element | None:
    """The document of the last annex, else the Act's own document element."""
    container = attachments_of(working)
    documents = [
        child
        for annex in (container if container is not None else ())
        for child in annex
        if local_name(child.tag) in DOCUMENT_TYPES
    ]
    return documents[-1] if documents else working.document


def _meta(meta: Element, annex: Element, document: Element) -> Element:
    """Identification (and the references it names) for a new component."""
    made = document.makeelement(str(meta.tag))
    for child in meta:
        if local_name(child.tag) in ("identification", "references"):
            copied = deepcopy(child)
            copied.tail = None
            made.append(copied)
    number = number_of(annex, UNMARKED) or "1"
    title = next((squeeze(plain_text(c)) for c in annex if local_name(c.tag) == "heading"), "")
    for element in made.iter(etree.Element):
        name = local_name(element.tag)
        if name == "FRBRthis":
            element.set("value", _component(element.get("value", ""), number))
        elif name == "FRBRalias" and element.get("name") == "title" and title:
            element.set("value", title)
    _rename_ids(made, number)
    return made


def _component(value: str, number: str) -> str:
    """The component's IRI: `…/!annex_1` -> `…/!annex_3`; `…/!main` -> `…/!annex_3`."""
    match = _THIS.search(value)
    if match is None:
        return f"{value}/!annex_{number}" if value else value
    stem = re.sub(r"_?\d+\w*$", "", match["name"])
    name = "annex" if stem in ("", "main") else stem
    return f"{value[: match.start()]}/!{name}_{number}{match['rest']}"


def _rename_ids(made: Element, number: str) -> None:
    """Identifiers inside the copied metadata must not occur twice in the document."""
    names: dict[str, str] = {}
    for element in made.iter(etree.Element):
        identifier = element.get("eId")
        if identifier is not None:
            match = re.match(r"(?P<head>[a-z]+)_[^_]+__(?P<rest>.+)", identifier)
            new = f"{match['head']}_{number}__{match['rest']}" if match else f"att_{number}__{identifier}"
            names[identifier] = new
            element.set("eId", new)
    for element in made.iter(etree.Element):
        for attribute in ("source", "href", "as"):
            value = element.get(attribute)
            if value is not None and value.startswith("#") and value[1:] in names:
                element.set(attribute, f"#{names[value[1:]]}")
