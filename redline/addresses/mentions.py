"""The citations in an Act's own text, and the provisions of the Act that they cite."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from redline.addresses.numbered import NumberedUnits
from redline.addresses.resolve import fits
from redline.addresses.spelled import spellings
from redline.akn.marks import View
from redline.akn.markup_ranges import reference_spans
from redline.akn.names import ANNEXES, CONTAINERS, LARGE_PROVISIONS, PROVISIONS, local_name
from redline.akn.ranges import Flat
from redline.akn.structure import all_units, number_of, numbered_units, units
from redline.akn.working import WorkingAct
from redline.languages.pack import LanguagePack
from redline.languages.running import Mention
from redline.model.address import Citation, Step

Element = etree._Element


class Cited(Struct, frozen=True):
    """One provision that the text of a block cites.

    Attributes:
        block: the block of words.
        start, end: where the whole citation stands in its words; the provisions of a list share it.
        words: the citation as written.
        steps: the numbers it names, outermost first, each with the provision that bears it; empty for a
            reference whose words name no number.
        target: the provision cited.
        alone: whether the citation names this one provision only (no list, no run).
        sure: whether there is no doubt that this provision is meant.
        within: see `redline.languages.running.Mention`.
        run: where it is named with others as a run (`Articles 5 to 8`), the first and the last of it.
    """

    block: Element
    start: int
    end: int
    words: str
    steps: tuple[tuple[Step, Element], ...]
    target: Element
    alone: bool = True
    sure: bool = True
    within: tuple[str, ...] = ()
    run: tuple[Element, Element] | None = None


def citations_in(
    flat: Flat,
    numbered: NumberedUnits,
    pack: LanguagePack | None,
    *,
    doubtful: bool = False,
    concerned: Callable[[str], bool] | None = None,
) -> Iterator[Cited]:
    """The provisions of the Act that a block cites, by markup (`ref`) or by words.

    Args:
        flat: the block's words.
        numbered: the provisions of the Act in the text that the words are of.
        pack: the language of the Act; without one, only references that are marked up are found.
        doubtful: whether the article has named another Act before, so that bare citations may be of that one.
        concerned: by its words, whether a citation is of interest that no markup marks and that is of no unit
            around it (`of this Chapter`); default all.
    """
    view = numbered.view
    references = list(_references(flat, numbered))
    told: set[int] = set()
    for mention in pack.find_citations(flat.text) if pack is not None else ():
        words = flat.text[mention.start : mention.end]
        marked = [r for r in references if r[0] < mention.end and mention.start < r[1]]
        if concerned is not None and not (marked or mention.within or concerned(words)):
            continue
        alone = len(mention.citations) == 1 and not mention.citations[0].upto
        told_here: list[Cited] = []
        complete = True
        for citation in mention.citations:
            cited: list[Cited] = []
            for steps in _ends(citation):
                found, sure = _located(steps, mention, flat.block, numbered, [r[2] for r in marked])
                if found is None:
                    complete = False
                    continue
                told.update(start for start, _, target in marked if _related(found[-1], target))
                named = tuple(zip(steps, found, strict=False))
                sure = sure and bool(marked or mention.explicit or not doubtful)
                place = (flat.block, mention.start, mention.end, words)
                cited.append(Cited(*place, named, found[-1], alone, sure, mention.within))
            told_here += _whole_run(cited, view) if len(cited) == 2 else cited
        yield from told_here if complete else (replace(each, sure=False) for each in told_here)
    for start, end, target in references:
        if start not in told:
            yield Cited(flat.block, start, end, flat.text[start:end], (), target)


def _located(
    steps: tuple[Step, ...], mention: Mention, block: Element, numbered: NumberedUnits, marked: list[Element]
) -> tuple[list[Element] | None, bool]:
    """The provisions that steps of a citation name, and whether the words and the markup leave no doubt.

    Args:
        marked: what the references around its words point to.
    """
    found, sure = locate(steps, block, numbered, mention.within), True
    if marked:
        found, sure = _by_markup(steps, found, marked, numbered.view)
    if found is None:
        return None, False
    # A paragraph that the markup does not have is believed only where it has none at all.
    whole = len(found) == len(steps) or not any(True for _ in units(found[-1], numbered.view))
    return found, sure and mention.sure and whole


def _references(flat: Flat, numbered: NumberedUnits) -> Iterator[tuple[int, int, Element]]:
    """Start and end of each reference of the Act to itself in a block, and what it points to."""
    for start, end, element in reference_spans(flat):
        target = _referred(element, numbered.working, numbered.view)
        if target is not None:
            yield start, end, target


def _ends(citation: Citation) -> list[tuple[Step, ...]]:
    """The provisions that a citation names: one, or the first and the last of a run."""
    return [citation.steps, citation.upto] if citation.upto else [citation.steps]


def _whole_run(ends: Sequence[Cited], view: View) -> Iterator[Cited]:
    """The first and the last of a run, and what stands between them."""
    first, last = ends
    run = (first.target, last.target)
    yield replace(first, run=run)
    for unit in members_of(run, view)[1:-1]:
        yield replace(first, steps=(), target=unit, run=run)
    yield replace(last, run=run)


def members_of(run: tuple[Element, Element], view: View) -> list[Element]:
    """The provisions of a run: siblings from the first to the last; empty where they are none here."""
    parent = view.parent(run[0])
    siblings = list(numbered_units(parent, view)) if parent is not None else []
    if run[0] not in siblings or run[1] not in siblings:
        return []
    return siblings[siblings.index(run[0]) : siblings.index(run[1]) + 1]


def _referred(reference: Element, working: WorkingAct, view: View) -> Element | None:
    """What a reference of the Act to itself points to.

    Drafting tools mark what they took for a reference, and should not have, with the class `ignore`.
    """
    href = reference.get("href") or "" if reference.get("class") != "ignore" else ""
    found = [e for e in working.identified(href[1:]) if view.attached(e)] if href.startswith("#") else []
    return found[0] if len(found) == 1 and local_name(found[0].tag) in PROVISIONS else None


def _by_markup(
    steps: Sequence[Step], found: list[Element] | None, targets: Sequence[Element], view: View
) -> tuple[list[Element] | None, bool]:
    """What the words cite where a reference stands around some of them: the two must agree to be sure."""
    if found is not None and any(_related(found[-1], target) for target in targets):
        return found, True
    for target in targets:
        along = _along(steps, target, view)
        if along is not None:
            return along, True
    return found, False


def _related(one: Element, other: Element) -> bool:
    return one is other or one in other.iterancestors() or other in one.iterancestors()


def _along(steps: Sequence[Step], target: Element, view: View) -> list[Element] | None:
    """The provisions around a target (and itself) that the steps name one after another."""
    chain = list(_around(target, view))[::-1]
    found: list[Element] = []
    for step in steps:
        while chain and not _is(chain[0], step, view):
            chain.pop(0)
        if not chain:
            return None
        found.append(chain.pop(0))
    return found


def locate(
    steps: Sequence[Step], block: Element, numbered: NumberedUnits, within: Sequence[str] = ()
) -> list[Element] | None:
    """The provisions that steps name where a block cites them; None where none, or more than one, is named.

    Inner units that the markup does not tell apart are left out: of `Article 3(9)` Article 3 is found. The
    nearest is meant: `paragraph 2` is one of the same article, `Article 5` one of the same annex, if
    there is such a one.

    Args:
        within: elements of which the nearest around the block holds what is named.
    """
    first = _first(steps[0], block, numbered, within)
    if first is None:
        return None
    found = [first]
    for step in steps[1:]:
        inside = _inside(found[-1], step, numbered)
        if inside is None:
            break
        found.append(inside)
    return found


def _first(step: Step, block: Element, numbered: NumberedUnits, within: Sequence[str]) -> Element | None:
    around = list(_around(block, numbered.view))
    if within:
        outer = _named_around(around, within)
        return None if outer is None else _inside(outer, step, numbered)
    for unit in around:
        if local_name(unit.tag) in LARGE_PROVISIONS:
            break
        if _is(unit, step, numbered.view):
            return unit
        inside = numbered.directly_inside(unit, step)
        if inside:
            return inside[0] if len(inside) == 1 else None
    everywhere: Sequence[Element] = numbered.everywhere(step)
    annex = next((unit for unit in around if local_name(unit.tag) in ANNEXES), None)
    if len(everywhere) > 1:
        same = [unit for unit in everywhere if annex in unit.iterancestors()] if annex is not None else ()
        everywhere = same or numbered.outside_annexes(step)
    return everywhere[0] if len(everywhere) == 1 else None


def _inside(outer: Element, step: Step, numbered: NumberedUnits) -> Element | None:
    found = numbered.directly_inside(outer, step)
    if not found and step.units:
        found = [unit for unit in all_units(outer, numbered.view) if _is(unit, step, numbered.view)]
    return found[0] if len(found) == 1 else None


def _is(unit: Element, step: Step, view: View) -> bool:
    return fits(unit, step) and number_of(unit, view) in spellings(step)


def _named_around(around: Sequence[Element], within: Sequence[str]) -> Element | None:
    """The provision around a block that `of this paragraph` means; None where none does.

    «Пункт» is a paragraph before it is a point, and «часть» one before it is a part of the Act: in a point,
    «настоящего пункта» is the paragraph around it.
    """
    named: list[tuple[bool, int, int, Element]] = []
    for distance, unit in enumerate(around):
        names = [name for name in (local_name(unit.tag), unit.get("name") or "") if name in within]
        if names:
            named.append((names[0] in CONTAINERS, within.index(names[0]), distance, unit))
    return min(named, key=lambda each: each[:3])[3] if named else None


def article_around(element: Element, view: View) -> Element | None:
    """The outermost provision around an element that is no chapter or annex: its article or section."""
    around = [unit for unit in _around(element, view) if local_name(unit.tag) not in LARGE_PROVISIONS]
    return around[-1] if around else None


def _around(element: Element, view: View) -> Iterator[Element]:
    """The provisions around an element, itself included, from the inside out."""
    current: Element | None = element
    while current is not None:
        if local_name(current.tag) in PROVISIONS:
            yield current
        current = view.parent(current)
