"""Which level may stand inside which: what is moved, enclosed or designated keeps the order of the levels."""

from __future__ import annotations

from redline.akn.document import Element
from redline.akn.names import ANNEXES, PROVISIONS, local_name
from redline.operations.context import PlanContext


def stands_inside(context: PlanContext, outer: str, inner: str) -> bool:
    """Whether a provision of one level can stand directly in one of another.

    The drafting profile says so, and the Act itself, where it has such a pair already. Parts, chapters and
    the like hold one another in any order but their own kind, and no level from inside an article; levels
    that the profile does not know are not judged.

    Args:
        outer, inner: element names (`chapter`, `article`).
    """
    profile = context.profile
    ranks = {level.element: 0 for level in profile.containers}
    ranks |= {level.element: rank for rank, level in enumerate((profile.basic, *profile.levels), 1)}
    above, below = ranks.get(outer), ranks.get(inner)
    if above is None or below is None or (below > above and (above > 0 or below == 1)):
        return True
    if above == below == 0 and outer != inner:
        return True
    namespace = context.working.act.namespace
    return any(
        (parent := element.getparent()) is not None and local_name(parent.tag) == outer
        for element in context.working.root.iter(f"{{{namespace}}}{inner}")
    )


def a_level(name: str) -> str:
    """The level with its article, for messages: `a chapter`, `an article`."""
    return f"an {name}" if name[:1] in "aeio" else f"a {name}"


def unit_around(context: PlanContext, element: Element) -> Element | None:
    """The nearest provision that an element stands in; None in the body, or in an annex, of itself."""
    view = context.working.view()
    around = view.parent(element)
    while around is not None and local_name(around.tag) not in PROVISIONS:
        around = view.parent(around)
    return None if around is None or local_name(around.tag) in ANNEXES else around
