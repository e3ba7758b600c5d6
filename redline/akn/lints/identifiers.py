"""Lints on identifiers: unique, as the naming convention has them, and traceable when they change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redline.akn.document import KNOWN_NAMESPACES, Element
from redline.akn.ids import ABBREVIATIONS
from redline.akn.lints.lint import Document, Found, Lint, child_of
from redline.akn.marks import UNMARKED
from redline.akn.names import HIERARCHY, PROVISIONS, local_name
from redline.akn.structure import number_of


def _twice(document: Document, attribute: str) -> Iterator[Found]:
    first: dict[str, Element] = {}
    for element in document.elements:
        value = element.get(attribute)
        if not value:
            continue
        if value in first:
            line = first[value].sourceline
            yield Found(element, f'{attribute}="{value}" stands at line {line} already')
        else:
            first[value] = element


def duplicate_eid(document: Document) -> Iterator[Found]:
    """Schema: an eId is unique in its document, quoted structures and annexes included."""
    yield from _twice(document, "eId")


def duplicate_wid(document: Document) -> Iterator[Found]:
    """Naming convention §5.5: a wId is the identifier in the master expression, so it is unique too."""
    yield from _twice(document, "wId")


def duplicate_guid(document: Document) -> Iterator[Found]:
    """Schema: a GUID is unique in its document."""
    yield from _twice(document, "GUID")


def eid_missing(document: Document) -> Iterator[Found]:
    """Where provisions have identifiers, one without cannot be referred to."""
    if document.act.id_attribute != "eId":
        return
    for element in document.text:
        name = local_name(element.tag)
        if name in HIERARCHY and not element.get("eId") and element not in document.quoted:
            number = number_of(element, UNMARKED)
            yield Found(element, f"<{name}>{f' {number}' if number else ''} has no eId")


def eid_convention(document: Document) -> Iterator[Found]:
    """Naming convention §5.4: `[prefix "__"] element_ref ["_" number]`."""
    for element in document.text:
        identifier = element.get("eId")
        name = local_name(element.tag)
        if not identifier or name not in PROVISIONS or element in document.quoted:
            continue
        prefix, _, last = identifier.rpartition("__")
        short = ABBREVIATIONS.get(name, name)
        expected = _expected(element, name)
        fits = re.match(rf"{re.escape(short)}(_|$)", last) is not None and (
            _letters(re.sub(r"(?<=\w)_\d+$", "", last)) == _letters(expected)
            or _letters(last) == _letters(expected)
            or expected == short
        )
        if not fits:
            yield Found(element, f'eId="{identifier}" would by the convention end in {expected}')
        elif prefix and not _stands_in(element, prefix):
            yield Found(element, f'eId="{identifier}" begins with {prefix}, which it does not stand in')


def _expected(element: Element, name: str) -> str:
    number = re.sub(r"[\s().ºª°]+", "", number_of(element, UNMARKED))
    # A word that stands for a number ("Preliminary") is none.
    number = number if len(number) < 5 or any(letter.isdigit() for letter in number) else ""
    short = ABBREVIATIONS.get(name, name)
    return f"{short}_{number}" if number else short


def _letters(text: str) -> str:
    """What is compared of an identifier: punctuation is kept or left out by other rules than ours."""
    return re.sub(r"[\W_ºª]", "", text).casefold()


def _stands_in(element: Element, prefix: str) -> bool:
    """Whether a prefix is that of an element around; wrappers without an identifier may add to it."""
    around = [str(ancestor.get("eId")) for ancestor in element.iterancestors() if ancestor.get("eId")]
    return not around or any(prefix == eid or prefix.startswith(f"{eid}__") for eid in around)


def wid_unmapped(document: Document) -> Iterator[Found]:
    """Schema comment on `mapping`: every element whose wId is not its eId is represented there.

    Without an identification there is no metadata to speak of, which the schema says; other namespaces may
    have no mappings.
    """
    known = document.act.namespace in KNOWN_NAMESPACES
    if not known or next(document.every("identification"), None) is None:
        return
    rows = {(row.get("original"), row.get("current")) for row in document.every("mapping")}
    for element in document.text:
        wid, eid = element.get("wId"), element.get("eId")
        # The wId of a quoted provision proposes its identifier in the amended Act (NC §5.5.3.3).
        if wid is None or wid == eid or element in document.quoted:
            continue
        if (f"#{wid}", f"#{eid}") not in rows:
            yield Found(element, f'wId="{wid}" and eId="{eid}" differ, and no mapping says so')


def mapping_target(document: Document) -> Iterator[Found]:
    """Schema comment on `mapping`: from a permanent wId to the eId that the structure has."""
    permanent = {element.get("wId") for element in document.elements if element.get("wId")}
    for row in document.every("mapping"):
        original, current = row.get("original") or "", row.get("current") or ""
        # A row with an end tells of the past: what it speaks of need not be there now.
        if row.get("end") is not None:
            continue
        if original[1:] not in permanent and not document.names(original):
            yield Found(row, f'original="{original}" is the wId of nothing in the document')
        if not document.names(current):
            yield Found(row, f'current="{current}" is the eId of nothing in the document')


def master_missing(document: Document) -> Iterator[Found]:
    """Schema comment on `FRBRmasterExpression`: wIds are the identifiers of the master expression."""
    if document.act.namespace not in KNOWN_NAMESPACES:
        return
    first = next(
        (e for e in document.text if e.get("wId") not in (None, e.get("eId")) and e not in document.quoted),
        None,
    )
    if first is None or next(document.every("FRBRmasterExpression"), None) is not None:
        return
    for identification in document.every("identification"):
        expression = child_of(identification, "FRBRExpression")
        if expression is not None:
            yield Found(
                expression, "provisions bear wIds, and no master expression is named that they are of"
            )
        return


LINTS = (
    Lint(
        "duplicate-eid",
        "error",
        "identifiers occur more than once",
        "give each its own eId; references to it are ambiguous until then",
        duplicate_eid,
    ),
    Lint(
        "duplicate-wid",
        "error",
        "permanent identifiers occur more than once",
        "give each the identifier that it had in the master expression",
        duplicate_wid,
    ),
    Lint(
        "duplicate-guid",
        "error",
        "GUIDs occur more than once",
        "give the copy a GUID of its own",
        duplicate_guid,
    ),
    Lint(
        "eid-missing",
        "note",
        "provisions have no identifier",
        "give them one, or address them by citation",
        eid_missing,
    ),
    Lint(
        "eid-convention",
        "note",
        "identifiers are not as the naming convention has them",
        "nothing need be done: new provisions get theirs as the document has them",
        eid_convention,
    ),
    Lint(
        "wid-unmapped",
        "warning",
        "provisions have another wId than eId, without a mapping",
        "enter <mapping original='#wId' current='#eId'> under analysis/mappings",
        wid_unmapped,
    ),
    Lint(
        "mapping-target",
        "error",
        "mappings lead to nothing",
        "correct the identifier, or give the mapping the event that ended it",
        mapping_target,
    ),
    Lint(
        "master-missing",
        "warning",
        "the master expression is not named",
        "add <FRBRmasterExpression href='…'> to FRBRExpression",
        master_missing,
    ),
)
