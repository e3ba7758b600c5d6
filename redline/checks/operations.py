"""Operations of a package as evidence, and which of them changed a provision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from redline.dossier.packages import AmendedVersion, Package
from redline.jurisdictions.enactments import enactment_of
from redline.languages.shortening import shortened
from redline.model.changes import Change
from redline.model.facts import Facts
from redline.model.findings import Evidence
from redline.model.source import Span

_LONGEST_QUOTE = 160
_LINES = 8
"""The verb of an operation stands in one of its first lines."""


def quoted_operation(package: Package, identifier: str) -> Evidence:
    """An operation as evidence: its line of the spec with the verb."""
    operation = next(each for each in package.spec.operations if each.id == identifier)
    begins = operation.at
    lines = (Span(begins.file, line, begins.column) for line in range(begins.line, begins.line + _LINES))
    said = next((at for at in lines if f"{operation.verb}:" in package.line_of(at)), begins)
    return Evidence(
        document=package.spec.id,
        language="",
        address=identifier,
        quote=shortened(package.line_of(said).removeprefix("- "), _LONGEST_QUOTE),
        file=package.file_of(operation),
        line=said.line,
    )


def quoted_act(package: Package, version: AmendedVersion, words: str) -> Evidence:
    """What the spec says of an Act under `acts:`, as evidence."""
    at = version.source_at
    return Evidence(
        document=package.spec.id,
        language=version.before.language,
        address=version.alias,
        quote=shortened(words, _LONGEST_QUOTE),
        file=package.name_of(at.file),
        line=at.line,
    )


def by_document(package: Package) -> Iterator[tuple[AmendedVersion, ...]]:
    """The language versions of each Act that a package amends."""
    found: dict[str, list[AmendedVersion]] = {}
    for version in package.versions:
        found.setdefault(version.alias, []).append(version)
    yield from map(tuple, found.values())


def place_of(facts: Facts, eid: str) -> int:
    """The provision of an identifier; -1 where none has it."""
    return next((p for p, each in enumerate(facts.provisions) if eid and each.eid == eid), -1)


def operations_at(changes: Iterable[Change], eid: str) -> tuple[str, ...]:
    """The operations that changed a provision, or what it stands in, by its identifier before."""
    found: dict[str, None] = {}
    for change in changes:
        for place in change.places if change.applied else ():
            if place.eid_before and (eid == place.eid_before or eid.startswith(f"{place.eid_before}__")):
                found[change.operation.id] = None
    return tuple(found)


def moved(changes: Iterable[Change]) -> Mapping[str, str]:
    """The identifiers of what has another after the operations: before -> after."""
    found: dict[str, str] = {}
    for change in changes:
        for place in change.places if change.applied else ():
            if place.eid_before and place.eid_after and place.eid_before != place.eid_after:
                found[place.eid_before] = place.eid_after
    return found


def identifier_after(moves: Mapping[str, str], eid: str) -> str:
    """The identifier of a provision after the operations, where they moved it or what it stands in."""
    head, tail = eid, ""
    while head:
        if head in moves:
            return moves[head] + tail
        head, _, last = head.rpartition("__")
        tail = f"__{last}{tail}"
    return eid


def rules_of_kz(package: Package) -> bool:
    """Whether the jurisdiction of a package has the rules of Law No. 480-V on how by-laws are amended."""
    return bool(enactment_of(package.spec.jurisdiction).by_laws)
