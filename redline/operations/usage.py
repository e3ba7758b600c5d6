"""How an Act itself lays out its levels: which element stands inside which for a number of a given form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property, lru_cache

from redline.addresses.headed import headed_number
from redline.akn.document import Element
from redline.akn.marks import View
from redline.akn.names import HIERARCHY, local_name
from redline.akn.structure import bare_number, words_of
from redline.akn.working import WorkingAct
from redline.drafting.numbers import leading_number, styles_of


class LevelUsage:
    """Counted over the Act as it is when first asked for, once for all operations on it."""

    def __init__(self, working: WorkingAct) -> None:
        self._working = working

    def child_name(self, parent: str, template: str, bare: str = "") -> str | None:
        """The element most often used inside `parent` for numbers of that form, or None.

        Args:
            parent: an element name (`section`).
            template: the form of the number, with `{n}` for the number itself (`({n})`).
            bare: the number without punctuation: its kind tells `(1)` from `(a)`, and levels where the Act
                prints numbers bare.
        """
        kind = _kind(bare) if bare else ""
        counted = self._counts.get((parent, f"{template} {kind}")) or self._counts.get((parent, template))
        if counted is None and bare:
            counted = self._counts.get((parent, kind))
        return counted.most_common(1)[0][0] if counted else None

    def usual_child(self, parent: str) -> str | None:
        """The element that most of the numbered units directly inside such a parent are, or None."""
        counted = self._children.get(parent)
        return counted.most_common(1)[0][0] if counted else None

    def example(self, name: str, view: View) -> Element | None:
        """A numbered unit of that name as the Act prints them, the last that the view shows; or None."""
        return next((unit for unit in reversed(self._examples.get(name, ())) if view.attached(unit)), None)

    def prints_bare(self, parent: str | None, name: str) -> bool:
        """Whether the Act prints the numbers of such units bare (`1` for a typed `(1)`); where it
        has none of them, whether it prints most of its numbers so. Without a parent, wherever they stand.
        """
        if parent is None:
            counts = [count for (_, unit), count in self._printed.items() if unit == name]
            return sum(bare for bare, _ in counts) > sum(others for _, others in counts)
        bare, others = self._printed.get((parent, name)) or self._all_printed
        return bare > others

    def headed(self, name: str) -> bool | None:
        """Whether the Act gives most of its units of that name a heading; None where it has none of them."""
        headed, others = self._headed.get(name, (0, 0))
        return headed >= others if headed + others else None

    def blocks(self, name: str) -> tuple[int, int]:
        """How many units of that name have several paragraphs, and how many closing words behind a list."""
        return self._several[name], self._closing[name]

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The words with which the Act itself prints the numbers of its units (`Chapitre II.`), lower case,
        each with the element.
        """
        counted: dict[str, Counter[str]] = {}
        for unit, _, printed in self._numbered:
            word = _WORD.match(printed)
            if word is not None:
                counted.setdefault(word[1].lower(), Counter())[local_name(unit.tag)] += 1
        for unit, heading in self._numbered_in_headings:
            word = _WORD.match(heading)
            if word is not None:
                counted.setdefault(word[1].lower(), Counter())[local_name(unit.tag)] += 1
        return {word: counter.most_common(1)[0][0] for word, counter in counted.items()}

    @cached_property
    def _numbered(self) -> list[tuple[Element, str, str]]:
        """Each numbered unit with its parent's name and its number as printed."""
        found: list[tuple[Element, str, str]] = []
        for num in self._working.root.iter(f"{{{self._working.act.namespace}}}num"):
            unit = num.getparent()
            parent = unit.getparent() if unit is not None else None
            printed = " ".join("".join(map(str, num.itertext())).split())
            if unit is not None and parent is not None and printed and local_name(unit.tag) in HIERARCHY:
                found.append((unit, local_name(parent.tag), printed))
        return found

    @cached_property
    def _numbered_in_headings(self) -> list[tuple[Element, str]]:
        """Each unit that has its number in the heading, with the heading."""
        found: list[tuple[Element, str]] = []
        view = self._working.view()
        for heading in self._working.root.iter(f"{{{self._working.act.namespace}}}heading"):
            unit = heading.getparent()
            if unit is not None and headed_number(unit, view) is not None:
                found.append((unit, words_of(heading, view)))
        return found

    @cached_property
    def _children(self) -> dict[str, Counter[str]]:
        counts: dict[str, Counter[str]] = {}
        for unit, parent, _ in self._numbered:
            counts.setdefault(parent, Counter())[local_name(unit.tag)] += 1
        return counts

    @cached_property
    def _examples(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for unit, _, _ in self._numbered:
            found.setdefault(local_name(unit.tag), []).append(unit)
        return found

    @cached_property
    def _counts(self) -> dict[tuple[str, str], Counter[str]]:
        counts: dict[tuple[str, str], Counter[str]] = {}
        for unit, parent, printed in self._numbered:
            template = _template_of(printed)
            if template is None and _BARE.fullmatch(printed):
                template = _kind(printed)
            elif template is not None:
                kind = f"{template} {_kind(bare_number(printed))}"
                counts.setdefault((parent, kind), Counter())[local_name(unit.tag)] += 1
            if template is not None:
                counts.setdefault((parent, template), Counter())[local_name(unit.tag)] += 1
        return counts

    @cached_property
    def _printed(self) -> dict[tuple[str, str], tuple[int, int]]:
        counts: dict[tuple[str, str], tuple[int, int]] = {}
        for unit, parent, printed in self._numbered:
            bare, others = counts.get((parent, local_name(unit.tag)), (0, 0))
            is_bare = _BARE.fullmatch(printed) is not None
            counts[(parent, local_name(unit.tag))] = (bare + is_bare, others + (not is_bare))
        return counts

    @cached_property
    def _several(self) -> Counter[str]:
        return self._owners("content", least=2)

    @cached_property
    def _closing(self) -> Counter[str]:
        return self._owners("wrapUp", least=1)

    def _owners(self, part: str, least: int) -> Counter[str]:
        """The names of the elements that have such a part with so many blocks."""
        found: Counter[str] = Counter()
        for element in self._working.root.iter(f"{{{self._working.act.namespace}}}{part}"):
            parent = element.getparent()
            if parent is not None and len(element) >= least:
                found[local_name(parent.tag)] += 1
        return found

    @cached_property
    def _headed(self) -> dict[str, tuple[int, int]]:
        counts: dict[str, tuple[int, int]] = {}
        for unit, _, _ in self._numbered:
            name = local_name(unit.tag)
            headed, others = counts.get(name, (0, 0))
            has_one = any(local_name(child.tag) == "heading" for child in unit)
            counts[name] = (headed + has_one, others + (not has_one))
        return counts

    @cached_property
    def _all_printed(self) -> tuple[int, int]:
        bare, others = zip(*self._printed.values(), strict=True) if self._printed else ((0,), (0,))
        return sum(bare), sum(others)


_WORD = re.compile(r"([^\W\d_]{2,}(?:-[^\W\d_]+)?)\.?\s+(?:-?\d|[IVXLC]+)")
_BARE = re.compile(r"[0-9]{1,4}(?:[.-][0-9]{1,4})*[A-Za-z]{0,3}|[A-Za-z]{1,5}")


def _kind(bare: str) -> str:
    """Stands for a bare number where templates are counted."""
    return "|".join(sorted(styles_of(bare)))


@lru_cache(maxsize=65536)
def _template_of(printed: str) -> str | None:
    found = leading_number(printed)
    return None if found is None else found[0].template
