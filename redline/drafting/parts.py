"""Unnumbered parts of a provision, where its lists begin again: `1) 2)`, words, and once more `1) 2)`.

Each list stands in a part (`alinea`) with the words that open it, as the importers write such provisions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from redline.akn.names import HEADS, OWN_WORDS, local_name
from redline.drafting.layout import Line
from redline.drafting.numbers import first_styles

Element = etree._Element


def opens_a_part(words: str) -> bool:
    """Whether a line of words can open a part with a list of its own: a capital, and a colon at its end."""
    return _is_capital(words) and words.endswith((":", "—", "–"))


def lists_again(lines: Sequence[Line], depths: Sequence[int | None]) -> dict[int, int]:
    """Where a list begins again under the same provision.

    Args:
        lines: the lines of the text.
        depths: of each numbered line, how many units are open above it.

    Returns:
        the place of the line of words before it -> the depth of the list.
    """
    found: dict[int, int] = {}
    open_: list[Line] = []
    for place, (line, depth) in enumerate(zip(lines, depths, strict=True)):
        if depth is None:
            continue
        before = open_[depth] if depth < len(open_) else None
        if place and depth and before is not None and _begins_again(before, line):
            words = lines[place - 1]
            if words.number is None and opens_a_part(words.text):
                found[place - 1] = depth
        del open_[depth:]
        open_.append(line)
    return found


def _begins_again(before: Line, line: Line) -> bool:
    one, other = before.number, line.number
    if one is None or other is None or line.word or one.template != other.template:
        return False
    return bool(first_styles(other.bare))


def into_parts(provision: Element, make: Callable[[str], Element], *, keep: bool) -> None:
    """Put each list of a provision into a part of its own, with the words before it.

    Args:
        provision: as read, its words and lists one behind the other.
        make: makes an element of that name.
        keep: whether the first list stays where it is, as the numbered paragraphs of an article do.
    """
    groups: list[tuple[list[Element], list[Element]]] = [([], [])]
    for child in [child for child in provision if local_name(child.tag) not in HEADS]:
        provision.remove(child)
        words, units = groups[-1]
        if local_name(child.tag) not in OWN_WORDS:
            units.append(child)
        elif units:
            groups.append((list(child), []))
        else:
            words += list(child)
    if keep:
        words, units = groups.pop(0)
        provision.extend([*_holding(make("intro"), words), *units])
    last: Element | None = None
    for words, units in groups:
        runs = _runs(words)
        if last is not None and runs and not units and not _is_capital(runs[0][0].text or ""):
            last.append(_holding(make("wrapUp"), runs.pop(0))[0])
        opening = runs.pop() if units and runs else []
        provision.extend(_part(make, run, []) for run in runs)
        if units:
            last = _part(make, opening, units)
            provision.append(last)


def _part(make: Callable[[str], Element], words: list[Element], units: list[Element]) -> Element:
    part = make("alinea")
    part.extend([*_holding(make("intro" if units else "content"), words), *units])
    return part


def _holding(holder: Element, words: list[Element]) -> list[Element]:
    holder.extend(words)
    return [holder] if words else []


def _runs(words: Sequence[Element]) -> list[list[Element]]:
    """Blocks as parts: one begins with each capital."""
    runs: list[list[Element]] = []
    for block in words:
        if not runs or _is_capital(block.text or ""):
            runs.append([])
        runs[-1].append(block)
    return runs


def _is_capital(text: str) -> bool:
    return next((letter for letter in text if letter.isalpha()), "").isupper()


_NO_UNITS = HEADS | {"content", "wrapUp", "p", "b", "i", "ref"}


def introduce(top: Element) -> None:
    """Make `content` of a unit that has sub-provisions its `intro`, in a provision and all inside."""
    for unit in top.iter(etree.Element):
        inside = [local_name(child.tag) for child in unit if isinstance(child.tag, str)]
        if "num" in inside and not _NO_UNITS.issuperset(inside):
            for child in unit:
                if local_name(child.tag) == "content":
                    child.tag = str(child.tag).replace("content", "intro")
