"""redline: amend laws from one spec.

act = redline.load_act("acts/migration.xml")
spec = redline.load_spec("migration-2026.yaml")
amended = redline.amend(spec)
marked = amended["migration"]
marked.before(), marked.after(), marked.changes()
redline.render(marked.after(), "html", "out/migration.html")
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Mapping

from redline.akn.document import Act, load_act
from redline.akn.marked import MarkedAct
from redline.engine.engine import amend_acts
from redline.errors import (
    ActError,
    ActErrors,
    AmendmentError,
    AmendmentErrors,
    RedlineError,
    RenderError,
    SpecError,
    SpecErrors,
)
from redline.model.spec import Spec

# `redline.render` is this function, as the language page has it. The folder of the same name is loaded here,
# before anything else can be, so no later import puts the folder in the function's place; its modules are
# reached with `from redline.render.html import …`.
from redline.render import render
from redline.spec import load_spec

__version__ = "0.1.0"


class Amended(Mapping[str, MarkedAct]):
    """The amended package: a marked Act for each alias of the spec, in the spec's order.

    Attributes:
        spec: the spec it was made from.
        as_of: the day asked for, or None.
    """

    def __init__(self, spec: Spec, acts: Mapping[str, MarkedAct], as_of: datetime.date | None = None) -> None:
        self.spec = spec
        self.as_of = as_of
        self._acts = dict(acts)

    def __getitem__(self, alias: str) -> MarkedAct:
        return self._acts[alias]

    def __iter__(self) -> Iterator[str]:
        return iter(self._acts)

    def __len__(self) -> int:
        return len(self._acts)


def amend(
    spec: Spec,
    *,
    as_of: datetime.date | None = None,
    published: datetime.date | None = None,
    assume: Collection[str] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Amended:
    """Apply a spec to its Acts.

    Args:
        spec: as `load_spec` gives it.
        as_of: consolidate what is in force on that day; without it everything with a known date, or none,
        applies.
        published: the day the amending Act was published, for commencements counted from it.
        assume: names of conditions (`when:`) that are taken to be met.
        progress: called after each operation with the number done and the total.

    Returns:
        the marked Act of each alias.

    Raises:
        ActError: an Act cannot be loaded (`ActErrors`, with `errors`: several cannot).
        AmendmentErrors: every operation that failed; nothing was applied.
    """
    acts = load_acts(spec)
    marked = amend_acts(spec, acts, as_of=as_of, published=published, assume=assume, progress=progress)
    return Amended(spec, marked, as_of)


def load_acts(spec: Spec) -> dict[str, Act]:
    """The Acts of a spec, by alias.

    Raises:
        ActError: the Act that cannot be loaded; `ActErrors` where there are several.
    """
    acts: dict[str, Act] = {}
    errors: list[ActError] = []
    for alias in spec.acts:
        try:
            acts[alias] = _act_of(spec, alias)
        except ActError as error:
            errors.append(error)
    if errors:
        raise ActErrors(errors) if len(errors) > 1 else errors[0]
    return acts


def _act_of(spec: Spec, alias: str) -> Act:
    provided = spec.provided.get(alias)
    if isinstance(provided, Act):
        return provided
    source = spec.acts[alias]
    try:
        return load_act(source.path or source.source, name=source.name or source.source)
    except ActError as error:
        if error.at is None:
            error.at = source.at
        raise error.with_excerpt(dict(spec.sources)) from None


__all__ = [
    "Act",
    "ActError",
    "ActErrors",
    "Amended",
    "AmendmentError",
    "AmendmentErrors",
    "MarkedAct",
    "RedlineError",
    "RenderError",
    "Spec",
    "SpecError",
    "SpecErrors",
    "amend",
    "load_act",
    "load_spec",
    "render",
]
