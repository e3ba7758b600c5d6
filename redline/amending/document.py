"""The amending Act of a package as a document: built, written, read back, and only then given out."""

from __future__ import annotations

from collections.abc import Collection, ItemsView, Mapping
from typing import Protocol
from weakref import WeakKeyDictionary

from msgspec import Struct
from msgspec.structs import replace

from redline.akn.amending_frame import Frame
from redline.akn.amending_writer import write_amending_act
from redline.akn.cited import country_of, form_of_act
from redline.akn.document import Act, load_act
from redline.akn.marked import MarkedAct
from redline.amending.act import build_amending_act
from redline.amending.verifying import verified
from redline.engine.engine import amend_acts
from redline.jurisdictions.enactments import enactment_of, kind_of
from redline.languages import short_code
from redline.languages.worded import formulas_in
from redline.model.amending import AmendingAct
from redline.model.changes import Change
from redline.model.spec import OnDate, OnEvent, Operation, Spec


class Package(Protocol):
    """An amended package; a key is an alias, or that of one language version of an Act."""

    spec: Spec

    def items(self) -> ItemsView[str, MarkedAct]: ...


class AmendingDocument(Struct, frozen=True):
    """An amending Act in one language.

    Attributes:
        law: as plain data.
        act: as an Akoma Ntoso document.
        remarks: what the drafter should know: blanks, provisions said whole, what is left out.
    """

    law: AmendingAct
    act: Act
    remarks: tuple[str, ...]


_MADE: WeakKeyDictionary[MarkedAct, dict[tuple[str, str, str], AmendingDocument]] = WeakKeyDictionary()
"""Three outputs show one document: it is made once for a package (its first
Act), a language and a style."""


def languages_of(package: Package) -> tuple[str, ...]:
    """The languages in which the package has Acts, two letters each, in the order of its Acts."""
    usual = _usual(package)
    return tuple(dict.fromkeys(_known(package, key, marked) or usual for key, marked in package.items()))


def kinds_of(package: Package, language: str) -> dict[str, tuple[str, ...]]:
    """The amending Acts that a package needs in one language, each with the aliases of what it amends.

    Laws are amended by a law, by-laws by one of their own body; each has a name: nothing for the first, of
    the others the alias of an Act that it amends.
    """
    spec, acts = acts_in(package, language)
    layout = enactment_of(spec.jurisdiction)
    kinds: dict[str, list[str]] = {}
    for alias, marked in acts.items():
        if marked.planned or any(alias in effect.acts for effect in spec.effects):
            kinds.setdefault(kind_of(layout, form_of_act(marked.base)), []).append(alias)
    # What the spec's title and number are of comes first: the law, else what it amends first.
    groups = sorted(kinds.items(), key=lambda item: item[0] != "")
    return {(aliases[0] if place else ""): tuple(aliases) for place, (_, aliases) in enumerate(groups)} or {
        "": tuple(acts)
    }


def amending_document(
    package: Package, language: str, style: str | None = None, kind: str = ""
) -> AmendingDocument:
    """The amending Act of a package in one language.

    Args:
        package: what `redline.amend` returns.
        language: two letters, one of `languages_of`.
        style: of English: `nz`, `uk` or `us`; None for the jurisdiction's own.
        kind: which of the amending Acts, by its name in `kinds_of`.

    Raises:
        RenderError: `amending-act-inexact`, where the Act read back would not do what the spec does.
    """
    first = next(marked for _, marked in package.items())
    made = _MADE.setdefault(first, {})
    key = (language, style or "", kind)
    if key not in made:
        made[key] = _made(package, language, style, kind)
    return made[key]


def _usual(package: Package) -> str:
    """The language of Acts that say none: that of the others."""
    known = (_known(package, key, marked) for key, marked in package.items())
    return next((code for code in known if code), "en")


def _known(package: Package, key: str, marked: MarkedAct) -> str:
    """The language of an Act, two letters; empty where neither it nor the spec says one."""
    code = short_code(package.spec.acts[key].language or marked.base.language or package.spec.language)
    return "" if code == "und" else code


def _made(package: Package, language: str, style: str | None, kind: str) -> AmendingDocument:
    original, marked_acts = acts_in(package, language, kinds_of(package, language)[kind])
    spec, acts, left_out = complete(original, marked_acts)
    quotes = formulas_in(language, style or enactment_of(spec.jurisdiction).style).quotes
    law, data, told = verified(
        spec,
        acts,
        lambda whole: build_amending_act(
            spec, acts, language, style=style, restated=whole, originals=original.operations,
            beside=bool(kind),
        ),
        lambda law: write_amending_act(law, frame_of(spec, acts, quotes, beside=kind)),
    )  # fmt: skip
    name = f"{spec.id}.amending-act{f'.{kind}' if kind else ''}"
    return AmendingDocument(law, load_act(data, name=name), (*law.remarks, *left_out, *told))


def acts_in(
    package: Package, language: str, only: Collection[str] | None = None
) -> tuple[Spec, dict[str, MarkedAct]]:
    """The spec as it reads in one language, and its Acts there, each by its alias.

    Args:
        package: the amended package.
        language: two letters.
        only: the aliases that are wanted; None for all.
    """
    usual = _usual(package)
    keys = {
        key: package.spec.acts[key].alias
        for key, marked in package.items()
        if (_known(package, key, marked) or usual) == language
        and (only is None or package.spec.acts[key].alias in only)
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


def frame_of(
    spec: Spec, acts: Mapping[str, MarkedAct], quotes: tuple[str, str], *, beside: str = ""
) -> Frame:
    """What the document says of itself, out of the spec and the first Act.

    Args:
        spec, acts: what it amends.
        quotes: the quotation marks of its language.
        beside: its name where it stands beside the Act that the spec says.
    """
    enacted = spec.enacted_as if not beside else None
    country = next((found for marked in acts.values() if (found := country_of(marked.base))), "xx")
    date = enacted.date if enacted is not None else None
    uri = (enacted.uri if enacted is not None else None) or (
        f"/akn/{country}/act/{(date or spec.date or '0001-01-01')}/{spec.id}{f'.{beside}' if beside else ''}"
    )
    settings = {"jurisdiction": spec.jurisdiction, "addressing": spec.addressing, "spacing": spec.spacing}
    settings |= {"contents": spec.contents} if spec.contents else {}
    settings |= {"language": spec.language} if spec.language else {}
    settings |= {"id": spec.id} | ({"date": spec.date.isoformat()} if spec.date else {})
    if spec.enacted_as is not None:
        # The notes that a repeal leaves name the amending Act by these.
        own = spec.enacted_as
        named = (own.uri, own.form, own.number, own.date, own.signed_by)
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
