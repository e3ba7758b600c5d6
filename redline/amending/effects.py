"""Effects of a spec and the provisions they concern, as an amending Act names them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from redline.addresses.read import read_address
from redline.addresses.resolve import resolve
from redline.akn.marked import MarkedAct
from redline.amending.locating import Locator
from redline.model.amending import Location
from redline.model.spec import Effect, Spec


def _known_in(marked: MarkedAct) -> Callable[[str], bool]:
    return lambda name: bool(marked.identified(name))


def effect_places(spec: Spec, acts: Mapping[str, MarkedAct]) -> Iterator[tuple[Effect, str, Location | None]]:
    """Each effect with the alias of each Act it is on and the place there; None for an operation's effect."""
    operations = {operation.id for operation in spec.operations}
    for effect in spec.effects:
        for alias in effect.acts:
            if alias not in acts:
                continue
            if effect.target.value in operations:
                yield effect, alias, None
                continue
            marked = acts[alias]
            locator = Locator(marked, parts=True)
            for citation in read_address(effect.target, eids=_known_in(marked)):
                for target in resolve(citation, marked.working, marked.view(0)):
                    yield effect, alias, locator.target(target)
