"""Markup that two texts of the same words do not share: 10² is not 102, and a new text brings its own stress.

Superscript and subscript are part of the text; of bold, italic and underlined words only what is new counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from redline.akn.markup_ranges import element_spans, reference_spans
from redline.akn.names import SCRIPTS, local_name
from redline.akn.ranges import OBJECT, Flat, Slot

Hunk = tuple[int, int, int, int]
"""Characters [start, end) of the old text and those of the new text that come in their place."""

_STRESS = frozenset({"b", "i", "u"})


class _Look(NamedTuple):
    """How a character is printed."""

    script: tuple[str, ...] = ()
    stress: frozenset[str] = frozenset()


_PLAIN = _Look()


def with_changed_markup(hunks: Sequence[Hunk], before: Flat, after: Flat) -> list[Hunk]:
    """The hunks of a block, with those words that stay and are printed otherwise now.

    A superscript, subscript or reference that changes in part is replaced as a whole, so that no new words
    stand in the old markup.

    Args:
        hunks: what differs in words, in order.
        before, after: the old and the new text.
    """
    looks, new_looks = _looks(before), _looks(after)
    spans = [*element_spans(before, SCRIPTS)]
    new_references = [(start, end) for start, end, _ in reference_spans(after)]
    if not looks and not new_looks and not new_references:
        return list(hunks)
    stays = _stays(hunks, len(before.text))
    other = {
        at
        for at, new_at in stays.items()
        if not before.text[at].isspace()
        and before.text[at] != OBJECT
        and _differs(looks.get(at, _PLAIN), new_looks.get(new_at, _PLAIN))
    }
    found = _rebuilt(hunks, stays, other, before.text)
    references = [(start, end) for start, end, _ in reference_spans(before)]
    while True:
        wider = set(other)
        for start, end in spans:
            if any(_cuts(hunk[0], hunk[1], start, end) for hunk in found):
                wider.update(at for at in range(start, end) if at in stays)
        for start, end in new_references:
            cut = [hunk for hunk in found if _cuts(hunk[2], hunk[3], start, end)]
            if cut and any(hunk[2] < hunk[3] for hunk in cut):
                wider.update(at for at, new_at in stays.items() if start <= new_at < end)
            around = [hunk for hunk in found if hunk[2] < end and start < hunk[3]]
            for first, last in references:
                if any(_cuts(hunk[0], hunk[1], first, last) for hunk in around):
                    wider.update(at for at in range(first, last) if at in stays)
        if wider == other:
            return found
        other = wider
        found = _rebuilt(hunks, stays, other, before.text)


def _differs(old: _Look, new: _Look) -> bool:
    return old.script != new.script or not new.stress <= old.stress


def _cuts(first: int, last: int, start: int, end: int) -> bool:
    """Whether [first, last) touches [start, end) inside, but does not take in the whole of it."""
    return first < end and start < last and not (first <= start and end <= last)


def _looks(flat: Flat) -> dict[int, _Look]:
    """The characters that are not printed plainly."""
    found: dict[int, _Look] = {}
    for slot in flat.slots:
        look = _look(slot, flat)
        if look != _PLAIN:
            found.update(dict.fromkeys(range(slot.start, slot.end), look))
    return found


def _look(slot: Slot, flat: Flat) -> _Look:
    names: list[str] = []
    current = slot.element.getparent() if slot.tail else slot.element
    while current is not None and current is not flat.block:
        names.append(local_name(current.tag))
        current = current.getparent()
    return _Look(
        tuple(name for name in names if name in SCRIPTS), frozenset(name for name in names if name in _STRESS)
    )


def _stays(hunks: Sequence[Hunk], length: int) -> dict[int, int]:
    """Where each character that stays stands in the new text."""
    stays: dict[int, int] = {}
    at, new_at = 0, 0
    for start, end, _, new_end in (*hunks, (length, length, -1, -1)):
        stays.update(zip(range(at, start), range(new_at, new_at + start - at), strict=True))
        at, new_at = end, new_end
    return stays


def _rebuilt(hunks: Sequence[Hunk], stays: dict[int, int], other: set[int], text: str) -> list[Hunk]:
    """The hunks with these further characters, touching ones as one; a space between two is of them."""
    pieces = sorted([*hunks, *((at, at + 1, stays[at], stays[at] + 1) for at in other)])
    found: list[Hunk] = []
    for piece in pieces:
        last = found[-1] if found else None
        between = text[last[1] : piece[0]] if last is not None else ""
        same = last is not None and piece[2] - last[3] == piece[0] - last[1]
        further = last is not None and (piece[0] in other or last[1] - 1 in other)
        if last is not None and same and further and not between.strip():
            found[-1] = (last[0], piece[1], last[2], piece[3])
        else:
            found.append(piece)
    return found
