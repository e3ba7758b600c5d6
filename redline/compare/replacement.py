"""A provision replaced by another: only what differs is edited.

The two are aligned (number, then likeness), their blocks compared word by word; what stays is left unmarked.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree
from msgspec import Struct, field

from redline.akn.edits import DeleteEdit, Edit, InsertEdit, MarkupEdit, WordChange, WordsEdit
from redline.akn.marks import UNMARKED, View
from redline.akn.markup_ranges import copy_range, in_one_parent, reference_spans
from redline.akn.names import KEEP, PROVISIONS, local_name
from redline.akn.ranges import OBJECT, Flat, flatten
from redline.akn.structure import is_text_block, number_of, text_blocks, words_of
from redline.akn.tables import is_cell, span_of
from redline.compare.likeness import Item, align, is_part, likeness
from redline.compare.markup import with_changed_markup
from redline.compare.words import word_hunks

Element = etree._Element

_UNLIKE = 0.2
"""Below this likeness a block is replaced whole: islands of common words would say nothing."""

_OWN = {"content": "intro", "intro": "intro", "wrapUp": "wrapUp"}


class Trace(Struct):
    """What became of the pieces of a new text.

    Attributes:
        kept_lines: the number of each line of `…` that kept something.
        counterparts: identifiers in the new text -> what bears each of them in the amended one.
        kept_references: references that stay since they read and lead as before, each with the edit that
            would put that of the new text there.
    """

    kept_lines: set[str] = field(default_factory=set)
    counterparts: dict[str, Element] = field(default_factory=dict)
    kept_references: list[tuple[Element, MarkupEdit]] = field(default_factory=list)

    def note(self, new: Element, counterpart: Element) -> None:
        """Take note of an element of the new text and what it is in the amended one."""
        identifier = new.get("eId")
        if identifier:
            self.counterparts.setdefault(identifier, counterpart)


def plan_replacement(old: Element, new: Element, view: View, trace: Trace | None = None) -> list[Edit]:
    """The edits that turn `old` (as `view` shows it) into `new`, which is not in any tree.

    Both must be elements of the same kind; `content` and `intro` count as one. Text is compared word by word,
    markup inside words that stay is kept.

    Args:
        old: what is replaced.
        new: what comes in its place; `KEEP` placeholders in it keep what stands there.
        view: the text of `old` that is meant.
        trace: takes what became of the new text's pieces.
    """
    if trace is not None:
        trace.note(new, old)
    is_block = is_text_block(old, view)
    if is_block != is_text_block(new, UNMARKED) or _other_cell(old, new, view):
        # Words directly in the one, blocks in the other, or cells of other sizes: nothing to compare.
        copied = _copy(new, trace)
        return [InsertEdit(copied, "after", old), DeleteEdit(old)]
    return _block_edits(old, new, view, trace) if is_block else _container_edits(old, new, view, trace)


def _other_cell(old: Element, new: Element, view: View) -> bool:
    """Whether two cells of tables are not of one kind and size: a span is no words that could be edited."""
    if not is_cell(old):
        return False
    same = local_name(old.tag) == local_name(new.tag)
    spans = ("colspan", "rowspan")
    return not same or any(span_of(old, span, view) != span_of(new, span, view) for span in spans)


def _container_edits(old: Element, new: Element, view: View, trace: Trace | None) -> list[Edit]:
    # Metadata is no text: what becomes of it is said by the consolidation, not by the new text.
    before = [child for child in view.children(old) if local_name(child.tag) != "meta"]
    after = [child for child in new if isinstance(child.tag, str) and local_name(child.tag) != "meta"]
    kept_at = [place for place, child in enumerate(after) if child.tag == KEEP]
    pairs = align([_item(child, view) for child in before], [_item(child, UNMARKED) for child in after])
    kept = _kept(pairs, kept_at, len(after))
    if trace is not None:
        trace.kept_lines.update(str(after[at].get("line")) for at in kept.values())
    edits: list[Edit] = []
    anchor: Element | None = None
    for first, second in pairs:
        if first is not None:
            anchor = before[first]
        if first is not None and second is not None:
            edits += plan_replacement(before[first], after[second], view, trace)
        elif first is not None:
            if first not in kept:
                edits.append(DeleteEdit(before[first]))
        elif second is not None and after[second].tag != KEEP:
            copied = _copy(after[second], trace)
            closing = anchor is not None and local_name(anchor.tag) == "wrapUp"
            if closing and anchor is not None and local_name(copied.tag) in PROVISIONS:
                # Closing words that stay close the list with its new provisions too.
                edits.append(InsertEdit(copied, "before", anchor))
                continue
            edits.append(_insertion(copied, anchor, old))
            anchor = copied
    return edits


def _copy(new: Element, trace: Trace | None) -> Element:
    copied = deepcopy(new)
    copied.tail = None
    if trace is not None:
        for part in copied.iter(etree.Element):
            trace.note(part, part)
    return copied


def _insertion(element: Element, anchor: Element | None, parent: Element) -> InsertEdit:
    return (
        InsertEdit(element, "after", anchor) if anchor is not None else InsertEdit(element, "first", parent)
    )


def _item(element: Element, view: View) -> Item:
    """What alignment sees of an element: its kind, its number, its words."""
    name = _OWN.get(local_name(element.tag), local_name(element.tag))
    if element.tag == KEEP:
        return Item(key=None, text="", kind=KEEP)
    if name in ("num", "heading", "subheading", "intro", "wrapUp", "body", "preamble", "preface"):
        return Item(key=name, text=_words(element, view), kind=name)
    if name in PROVISIONS:
        number = number_of(element, view)
        return Item(key=f"{name}:{number}" if number else None, text=_words(element, view), kind=name)
    return Item(key=None, text=_words(element, view), kind=name)


def _words(element: Element, view: View) -> str:
    if is_text_block(element, view):
        return words_of(element, view)
    return " ".join(words_of(block, view) for block in text_blocks(element, view))


def _kept(
    pairs: Sequence[tuple[int | None, int | None]], kept_at: Sequence[int], count: int
) -> dict[int, int]:
    """Old children that a line of `…` keeps, each with the line's place: both between the same neighbours."""
    kept: dict[int, int] = {}
    if not kept_at:
        return kept
    for place, (first, second) in enumerate(pairs):
        if first is None or second is not None:
            continue
        before = max((b for a, b in pairs[:place] if a is not None and b is not None), default=-1)
        behind = min((b for a, b in pairs[place:] if a is not None and b is not None), default=count)
        at = next((at for at in kept_at if before < at < behind), None)
        if at is not None:
            kept[first] = at
    return kept


def _block_edits(old: Element, new: Element, view: View, trace: Trace | None) -> list[Edit]:
    before = flatten(old, view, objects=True)
    after = flatten(new, UNMARKED, objects=True)
    edits: list[Edit] = []
    changes = tuple(_changes(before, after, edits, view))
    for edit in _reference_edits(before, after, changes, trace):
        if isinstance(edit, WordChange):
            changes = tuple(sorted((*changes, edit), key=lambda change: change.start))
        else:
            edits.append(edit)
    if changes:
        edits.append(WordsEdit(before, changes))
    return edits


def _reference_edits(
    before: Flat, after: Flat, changes: Sequence[WordChange], trace: Trace | None
) -> list[MarkupEdit | WordChange]:
    """References of the new text around words that stay: new ones, and those that point elsewhere now.

    Where the words stand in different markup, they are replaced by themselves with the reference.
    """
    if "ref" not in {local_name(element.tag) for element in after.block.iter()}:
        return []
    old = {(start, end): element for start, end, element in reference_spans(before)}
    moves = _moves(before, after, changes)
    edits: list[MarkupEdit | WordChange] = []
    for start, end, reference in reference_spans(after):
        place = next(
            (
                (old_at + start - new_at)
                for old_at, new_at, length in moves
                if new_at <= start and end <= new_at + length
            ),
            None,
        )
        if place is None:
            continue
        there = old.get((place, place + end - start))
        if there is not None and there.get("href") == reference.get("href"):
            if trace is not None:
                trace.kept_references.append((there, _wrapping(before, place, reference, end - start, there)))
            continue
        if not in_one_parent(before, place, place + end - start):
            edits.append(WordChange(place, place + end - start, copy_range(after, start, end)))
            continue
        edits.append(_wrapping(before, place, reference, end - start, there))
    return edits


def _wrapping(before: Flat, place: int, reference: Element, length: int, there: Element | None) -> MarkupEdit:
    kept = {str(key): str(value) for key, value in reference.attrib.items() if key != "eId"}
    wrapper = reference.makeelement(str(reference.tag), kept)
    return MarkupEdit(before, place, place + length, wrapper, (there,) if there is not None else ())


def _moves(before: Flat, after: Flat, changes: Sequence[WordChange]) -> list[tuple[int, int, int]]:
    """The stretches that stay: where each begins in the old and in the new text, and its length."""
    found: list[tuple[int, int, int]] = []
    at, new_at = 0, 0
    for change in changes:
        found.append((at, new_at, change.start - at))
        come = (
            flatten(change.new, UNMARKED, objects=True).text
            if isinstance(change.new, etree._Element)
            else change.new
        )
        new_at += change.start - at + len(come or "")
        at = change.end
    found.append((at, new_at, len(before.text) - at))
    # White space that was left as it is makes the rest inexact: then no reference is placed there.
    return found if new_at + len(before.text) - at == len(after.text) else []


def _changes(before: Flat, after: Flat, edits: list[Edit], view: View) -> list[WordChange]:
    """The word changes of a block; edits inside notes that stay are added to `edits`."""
    plain_before, plain_after = _plain(before.text), _plain(after.text)
    if plain_before == plain_after and not len(before.block) and not len(after.block):
        return []
    if plain_before.strip() and plain_after.strip() and _unlike(plain_before, plain_after):
        hunks = [(0, len(before.text), 0, len(after.text))]
    else:
        hunks = [(h.start, h.end, h.new_start, h.new_end) for h in word_hunks(plain_before, plain_after)]
    hunks = with_changed_markup(hunks, before, after)
    hunks = _with_changed_objects(hunks, before, after, edits, view)
    changes: list[WordChange] = []
    for start, end, new_start, new_end in hunks:
        gone, come = before.text[start:end], after.text[new_start:new_end]
        if gone.isspace() and (come.isspace() or (not come and _is_layout(before.text, start, end))):
            continue
        new = copy_range(after, new_start, new_end) if come else None
        changes.append(WordChange(start, end, new))
    return changes


def _unlike(before: str, after: str) -> bool:
    return likeness(before, after) < _UNLIKE and not is_part(before, after)


def _is_layout(text: str, start: int, end: int) -> bool:
    """Whether white space says nothing: at an edge of the block, or beside other white space."""
    edges = (text[start - 1 : start] if start else "", text[end : end + 1])
    return any(not edge or edge.isspace() for edge in edges)


def _plain(text: str) -> str:
    return text.translate({10: " ", 13: " ", 9: " "})


def _with_changed_objects(
    hunks: list[tuple[int, int, int, int]], before: Flat, after: Flat, edits: list[Edit], view: View
) -> list[tuple[int, int, int, int]]:
    """Notes and images that stay where they are but say something else."""
    if not before.objects or not after.objects:
        return hunks
    places = dict(after.objects)
    found = list(hunks)
    for offset, element in before.objects:
        shifted = _shift(offset, hunks)
        other = places.get(shifted) if shifted is not None else None
        if other is None or after.text[shifted : (shifted or 0) + 1] != OBJECT:
            continue
        if local_name(other.tag) == local_name(element.tag) and len(element) and len(other):
            edits += plan_replacement(element, other, view)
        elif etree.tostring(element, with_tail=False) != etree.tostring(other, with_tail=False):
            found.append((offset, offset + 1, shifted or 0, (shifted or 0) + 1))
    return sorted(found)


def _shift(offset: int, hunks: Sequence[tuple[int, int, int, int]]) -> int | None:
    """Where an unchanged character stands in the new text; None for one that goes."""
    moved = 0
    for start, end, _new_start, new_end in hunks:
        if start <= offset < end:
            return None
        if end <= offset:
            moved = new_end - end
    return offset + moved
