"""How an Act itself lays out its levels: which element stands inside which for a number of a given form."""

from __future__ import annotations

from collections import Counter
from functools import cached_property, lru_cache

from redline.akn.names import HIERARCHY, local_name
from redline.akn.working import WorkingAct
from redline.drafting.numbers import leading_number


class LevelUsage:
    """Counted over the Act as it is when first asked for, once for all operations on it."""

    def __init__(self, working: WorkingAct) -> None:
        self._working = working

    def child_name(self, parent: str, template: str) -> str | None:
        """The element most often used inside `parent` for numbers of that form, or None.

        Args:
            parent: an element name (`section`).
            template: the form of the number, with `{n}` for the number itself (`({n})`).
        """
        counted = self._counts.get((parent, template))
        return counted.most_common(1)[0][0] if counted else None

    @cached_property
    def _counts(self) -> dict[tuple[str, str], Counter[str]]:
        counts: dict[tuple[str, str], Counter[str]] = {}
        for num in self._working.root.iter(f"{{{self._working.act.namespace}}}num"):
            unit = num.getparent()
            parent = unit.getparent() if unit is not None else None
            if unit is None or parent is None or local_name(unit.tag) not in HIERARCHY or not num.text:
                continue
            template = _template_of(num.text)
            if template is not None:
                key = (local_name(parent.tag), template)
                counts.setdefault(key, Counter())[local_name(unit.tag)] += 1
        return counts


@lru_cache(maxsize=65536)
def _template_of(printed: str) -> str | None:
    found = leading_number(printed.strip())
    return None if found is None else found[0].template
