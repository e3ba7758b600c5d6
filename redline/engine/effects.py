"""Effects: what an amending Act does that changes no text. Their addresses must be there, like any other."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping

from redline.addresses.read import read_address
from redline.addresses.resolve import resolve
from redline.akn.document import Element
from redline.akn.marked import EffectOn
from redline.akn.working import WorkingAct
from redline.engine.language_versions import language_of
from redline.engine.time import Scheduled
from redline.errors import AmendmentError, RedlineError
from redline.model.spec import Effect, Operation, Spec


def effects_on(
    spec: Spec,
    alias: str,
    working: WorkingAct,
    touched: Mapping[str, list[Element]],
    failures: list[RedlineError],
) -> tuple[EffectOn, ...]:
    """The effects of a spec on one Act, with the provisions that they concern.

    Args:
        spec: the spec.
        alias: which Act.
        working: the Act, with its operations carried out.
        touched: operation id -> the provisions it changed here; an effect may name an operation.
        failures: added to where an effect names nothing.
    """
    operations = {operation.id: operation for operation in spec.operations}
    found: list[EffectOn] = []
    for effect in spec.effects:
        if alias not in effect.acts:
            continue
        effect = effect.in_language(language_of(spec, alias))
        try:
            elements = tuple(_elements(effect, alias, working, touched, operations))
        except AmendmentError as error:
            failures.append(error)
            continue
        found.append(
            EffectOn(effect.kind, elements, effect.start, effect.until, effect.territory is not None)
        )
    return tuple(found)


def effects_running(
    spec: Spec,
    found: Collection[EffectOn],
    scheduled: Collection[Scheduled],
    as_of: datetime.date | None,
) -> tuple[EffectOn, ...]:
    """The effects to enter in an Act: those that have begun, and none where nothing else of the spec stands.

    Args:
        spec: the spec.
        found: all effects on the Act.
        scheduled: the operations on the Act.
        as_of: the day whose text is asked for; None is after every known date.
    """
    if as_of is None:
        return tuple(found)
    dates = [item.date for item in scheduled if item.date is not None]
    enacted = spec.enacted_as.date if spec.enacted_as else None
    # An effect without `from` begins with the amending Act.
    first = min(dates, default=enacted)
    begun = tuple(effect for effect in found if _begun(effect.start or first, as_of))
    applied = any(item.status == "applied" for item in scheduled)
    lasting = any(e.elements and (e.until is None or e.until > as_of) for e in begun)
    return begun if applied or lasting else ()


def _begun(start: datetime.date | None, day: datetime.date) -> bool:
    return start is None or start <= day


def _elements(
    effect: Effect,
    alias: str,
    working: WorkingAct,
    touched: Mapping[str, list[Element]],
    operations: Mapping[str, Operation],
) -> Iterator[Element]:
    operation = operations.get(effect.target.value)
    if operation is not None:
        if alias in operation.acts:
            # What does not apply yet has touched nothing, and the effect concerns nothing yet.
            yield from touched.get(operation.id, ())
        return
    for citation in read_address(effect.target, eids=lambda name: bool(working.identified(name))):
        for target in resolve(citation, working, working.view(0)):
            yield target.provision
