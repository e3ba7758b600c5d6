"""Effects of a spec and the provisions they concern, as an amending Act names them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from redline.addresses.read import read_address
from redline.addresses.resolve import resolve
from redline.akn.marked import MarkedAct
from redline.akn.plans import Named, Planned
from redline.amending.counting import NoFormulaError
from redline.amending.drafts import Drafter
from redline.amending.locating import Locator
from redline.amending.words import word_drafts
from redline.errors import RenderError
from redline.model.amending import Location
from redline.model.spec import WORD_VERBS, Effect, Spec


def _known_in(marked: MarkedAct) -> Callable[[str], bool]:
    return lambda name: bool(marked.identified(name))


def effect_places(
    spec: Spec, acts: Mapping[str, MarkedAct], *, parts: bool
) -> Iterator[tuple[Effect, str, tuple[Location, ...]]]:
    """Each effect with the alias of each Act it is on and the elements there; none for the whole Act.

    An effect on an operation is on what that operation put in or changed.

    Args:
        spec: the spec.
        acts: its Acts by alias.
        parts: whether the language counts unnumbered words by parts; see `Locator`.

    Raises:
        RenderError: `amending-act-inexact`, where an element cannot be cited.
    """
    operations = {operation.id for operation in spec.operations}
    for effect in spec.effects:
        for alias in effect.acts:
            if alias not in acts:
                continue
            marked = acts[alias]
            locator = Locator(marked, parts=parts)
            if effect.target.value in operations:
                for planned in marked.planned:
                    if planned.operation.id == effect.target.value:
                        yield effect, alias, _changed(planned, Drafter(marked, locator))
                continue
            for citation in read_address(effect.target, eids=_known_in(marked)):
                for target in resolve(citation, marked.working, marked.view(0)):
                    yield effect, alias, _named(effect, target, locator)


def _named(effect: Effect, target: Named, locator: Locator) -> tuple[Location, ...]:
    """The element that an effect is on; nothing for the whole Act.

    Raises:
        RenderError: `amending-act-inexact`, where it cannot be cited.
    """
    try:
        place = locator.target(target)
    except NoFormulaError:
        raise RenderError(
            "amending-act-inexact",
            f"{effect.target.value} has neither a number nor a place that could be cited",
            do="name the provision around it, or build without the amending Act: --only leaves it out",
            at=effect.at,
        ) from None
    return () if place.whole_act else (place,)


def _changed(planned: Planned, drafter: Drafter) -> tuple[Location, ...]:
    """The elements that an operation put in, else those it changed; none where they cannot be named."""
    try:
        words = planned.operation.verb in WORD_VERBS
        drafts = word_drafts(drafter, planned) if words else drafter.structural(planned)
    except NoFormulaError:
        return ()
    places = (
        place
        for draft in drafts
        for place in (
            draft.instruction.new if planned.operation.verb == "insert" else draft.instruction.places
        )
    )
    return tuple(dict.fromkeys(place for place in places if not place.whole_act))
