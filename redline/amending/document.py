"""The amending Act of a package as a document: built, written, read back, and only then given out."""

from __future__ import annotations

from collections.abc import ItemsView, Mapping
from dataclasses import dataclass, replace
from typing import Protocol
from weakref import WeakKeyDictionary

from redline.akn.amending_frame import Frame
from redline.akn.amending_writer import write_amending_act
from redline.akn.cited import country_of
from redline.akn.document import Act, load_act
from redline.akn.marked import MarkedAct
from redline.amending.act import build_amending_act
from redline.amending.verifying import verified
from redline.engine.engine import amend_acts
from redline.jurisdictions.enactments import enactment_of
from redline.languages import short_code
from redline.languages.worded import formulas_in
from redline.model.amending import AmendingAct
from redline.model.changes import Change
from redline.model.spec import OnDate, OnEvent, Operation, Spec


class Package(Protocol):
    """An amended package; a key is an alias, or that of one language version of an Act."""

    spec: Spec

    def items(self) -> ItemsView[str, MarkedAct]: ...


@dataclass(frozen=True, slots=True)
class AmendingDocument:
    """An amending Act in one language.

    Attributes:
        law: as plain data.
        act: as an Akoma Ntoso document.
        remarks: what the drafter should know: blanks, provisions said whole, what is left out.
    """

    law: AmendingAct
    act: Act
    remarks: tuple[str, ...]


_MADE: WeakKeyDictionary[MarkedAct, dict[tuple[str, str], AmendingDocument]] = WeakKeyDictionary()
"""Three outputs show one document: it is made once for a package (its first
Act), a language and a style."""


def languages_of(package: Package) -> tuple[str, ...]:
    """The languages in which the package has Acts, two letters each, in the order of its Acts."""
    usual = _usual(package)
    return tuple(dict.fromkeys(_known(package, key, marked) or usual for key, marked in package.items()))


def amending_document(package: Package, language: str, style: str | None = None) -> AmendingDocument:
    """The amending Act of a package in one language.

    Args:
        package: what `redline.amend` returns.
        language: two letters, one of `languages_of`.
        style: of English: `nz`, `uk` or `us`; None for the jurisdiction's own.

    Raises:
        RenderError: `amending-act-inexact`, where the Act read back would not do what the spec does.
    """
    first = next(marked for _, marked in package.items())
    made = _MADE.setdefault(first, {})
    key = (language, style or "")
    if key not in made:
        made[key] = _made(package, language, style)
    return made[key]


def _usual(package: Package) -> str:
    """The language of Acts that say none: that of the others."""
    known = (_known(package, key, marked) for key, marked in package.items())
    return next((code for code in known if code), "en")


def _known(package: Package, key: str, marked: MarkedAct) -> str:
    """The language of an Act, two letters; empty where neither it nor the spec says one."""
    code = short_code(package.spec.acts[key].language or marked.base.language or package.spec.language)
    return "" if code == "und" else code


def _made(package: Package, language: str, style: str | None) -> AmendingDocument:
    original, marked_acts = acts_in(package, language)
    spec, acts, left_out = complete(original, marked_acts)
    quotes = formulas_in(language, style or enactment_of(spec.jurisdiction).style).quotes
    law, data, told = verified(
        spec,
        acts,
        lambda whole: build_amending_act(
            spec, acts, language, style=style, restated=whole, originals=original.operations
        ),
        lambda law: write_amending_act(law, frame_of(spec, acts, quotes)),
    )
    return AmendingDocument(
        law, load_act(data, name=f"{spec.id}.amending-act"), (*law.remarks, *left_out, *told)
    )


def acts_in(package: Package, language: str) -> tuple[Spec, dict[str, MarkedAct]]:
    """The spec as it reads in one language, and its Acts there, each by its alias."""
    usual = _usual(package)
    keys = {
        key: package.spec.acts[key].alias
        for key, marked in package.items()
        if (_known(package, key, marked) or usual) == language
    }
    tag = next((package.spec.acts[key].language for key in keys if package.spec.acts[key].language), language)
    spec = package.spec.in_language(tag or language, keys) if package.spec.parallel else package.spec
    acts = {keys[key]: marked for key, marked in package.items() if key in keys}

    def named(thing: Operation) -> Operation:
        return replace(thing, acts=tuple(keys[key] for key in thing.acts if key in keys))

    return replace(
        spec,
        acts={keys[key]: source for key, source in spec.acts.items() if key in keys},
        operations=tuple(named(op) for op in spec.operations if keys.keys() & set(op.acts)),
        effects=tuple(
            replace(effect, acts=tuple(keys[key] for key in effect.acts if key in keys))
            for effect in spec.effects
        ),
    ), acts


def frame_of(spec: Spec, acts: Mapping[str, MarkedAct], quotes: tuple[str, str]) -> Frame:
    """What the document says of itself, out of the spec and the first Act."""
    enacted = spec.enacted_as
    country = next((found for marked in acts.values() if (found := country_of(marked.base))), "xx")
    date = enacted.date if enacted is not None else None
    uri = (enacted.uri if enacted is not None else None) or (
        f"/akn/{country}/act/{(date or spec.date or '0001-01-01')}/{spec.id}"
    )
    settings = {"jurisdiction": spec.jurisdiction, "addressing": spec.addressing, "spacing": spec.spacing}
    settings |= {"contents": spec.contents} if spec.contents else {}
    settings |= {"language": spec.language} if spec.language else {}
    settings |= {"id": spec.id} | ({"date": spec.date.isoformat()} if spec.date else {})
    if enacted is not None:
        # The notes that a repeal leaves name the amending Act by these.
        named = (enacted.uri, enacted.form, enacted.number, enacted.date, enacted.signed_by)
        keys = ("uri", "form", "number", "date", "signed_by")
        settings |= {f"enacted-{k}": str(v) for k, v in zip(keys, named, strict=True) if v is not None}
    return Frame(
        uri=uri,
        date=date,
        number=(enacted.number if enacted is not None else None) or "",
        country=country,
        made=spec.date,
        quotes=quotes,
        namespaces={alias: marked.base.namespace for alias, marked in acts.items()},
        settings=tuple(sorted(settings.items())),
    )


def complete(spec: Spec, acts: Mapping[str, MarkedAct]) -> tuple[Spec, dict[str, MarkedAct], tuple[str, ...]]:
    """The Acts amended by all operations of the spec, whatever day was asked for.

    An amending Act says also what comes into force on a later day, on an event, or for a time only. What
    hangs on a condition that was not assumed is no part of it.

    Returns:
        the spec as it was carried out, its Acts, and what is to be said of operations that are left out.
    """
    changes = {change.operation.id: change for marked in acts.values() for change in marked.changes()}
    conditional = [c for c in changes.values() if c.status == "not-assumed"]
    told = tuple(
        f"{c.operation.id} hangs on the condition {c.operation.when} and is not in the amending Act "
        f"(--assume {c.operation.when} includes it)"
        for c in conditional
    )
    operations = tuple(_lasting(op, changes) for op in spec.operations if op.id in changes)
    operations = tuple(op for op in operations if changes[op.id].status != "not-assumed")
    left_out = {c.operation.id for c in conditional}
    effects = tuple(effect for effect in spec.effects if effect.target.value not in left_out)
    whole = replace(spec, operations=operations, effects=effects)
    if all(change.applied for change in changes.values() if change not in conditional):
        return whole, dict(acts), told
    bases = {alias: marked.base for alias, marked in acts.items()}
    return whole, amend_acts(whole, bases), told


def _lasting(operation: Operation, changes: Mapping[str, Change]) -> Operation:
    """The operation with its date as a date, without an end, and without waiting for anything."""
    change = changes[operation.id]
    waits = isinstance(operation.commencement, OnEvent)
    commencement = OnDate(change.date) if change.date is not None else None
    if waits:
        commencement = None
    return replace(operation, commencement=commencement, until=None, when=None)
