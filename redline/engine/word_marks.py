"""Changes of words -> marks in a block: what goes, and what comes in its place or at a place of its own."""

from __future__ import annotations

from redline.akn.document import Element
from redline.akn.edits import WordChange
from redline.akn.insertions import insert_at, insert_behind
from redline.akn.names import local_name
from redline.akn.ranges import Flat, delete_range
from redline.akn.working import WorkingAct


class WordMarker:
    """Marks changes of words as those of one operation.

    Args:
        working: the copy that is marked.
        operation: the operation's id.
    """

    def __init__(self, working: WorkingAct, operation: str) -> None:
        self._working = working
        self._operation = operation

    def mark(self, flat: Flat, changes: tuple[WordChange, ...]) -> None:
        """Mark the changes of a block, from right to left so that offsets stay good."""
        for change in reversed(changes):
            if change.start == change.end:
                if change.new is not None and change.new != "":
                    self._add(flat, change)
                continue
            gone = delete_range(flat, change.start, change.end, self._operation)
            if change.new is None or change.new == "":
                continue
            if not gone:
                insert_at(flat, change.start, change.new, self._operation, leaning="right")
                continue
            words = [element for element in gone if local_name(element.tag) == "del"] or gone
            last = words[-1] if words[-1].getparent() is words[0].getparent() else words[0]
            insert_behind(last, change.new, self._operation, inside=change.keeps_reference)

    def _add(self, flat: Flat, change: WordChange) -> None:
        """Put words at a place, among those that operations of other dates put there: in file order."""
        assert change.new is not None
        side = change.leaning
        put = insert_at(flat, change.start, change.new, self._operation, leaning=side, settled=self._settled)
        self._working.leaning[put] = side

    def _settled(self, inserted: Element, leaning: str) -> bool | None:
        """Whether words put at a place stay in front of those that this operation puts there."""
        if self._working.leaning.get(inserted) != leaning:
            return None
        return self._working.filed_before(inserted, self._operation)


def core_change(old: str, new: str) -> WordChange:
    """The part of a printed number that changes: punctuation the two share stays unmarked."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start] and not old[start].isalnum():
        start += 1
    end, new_end = len(old), len(new)
    while end > start and new_end > start and old[end - 1] == new[new_end - 1] and not old[end - 1].isalnum():
        end, new_end = end - 1, new_end - 1
    words = 0
    for place in range(start, min(end, new_end)):
        if old[place] != new[place]:
            break
        if old[place].isspace():
            words = place + 1 - start
    return WordChange(start + words, end, new[start + words : new_end])
