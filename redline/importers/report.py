"""What the report of an import says: what was recognised, guessed and left, with the lines of the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from redline.languages.shortening import shortened
from redline.model.inline_signs import without_signs


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at.

    Attributes:
        kind: a key of `KINDS`.
        line: the line of the source.
        words: what stands there.
    """

    kind: str
    line: int
    words: str


KINDS: dict[str, str] = {
    "closing-words": "words behind a list that were taken to close it, and not to belong to its last entry",
    "last-entry": "words behind a list that were taken to belong to its last entry, and not to close it",
    "list-in-part": "lists that begin again in one provision: each was put into an unnumbered part (alinea)",
    "nested-list": "lists with the numbers of the list around them, taken to stand inside its entry",
    "two-readings": "numbers that can be read in two ways; the first was taken",
    "note-of-the-law": "notes that name no amendment, and were left in the law as its own words",
    "marker-alone": "announcements of a note with nothing recognised behind them; what follows is law",
    "number-twice": "numbers that occur twice",
    "number-doubled": "numbers printed twice before their words (a number of Word's and a typed one)",
    "number-gap": "numbers left out, and no note of a repeal in their place",
    "number-back": "numbers that go back",
    "no-text": "provisions without any words",
    "torn": "paragraphs that go on in the middle of a sentence: lines torn apart, or a table",
    "plain": "paragraphs that stand in no provision",
    "supplied": "facts that the file does not give",
}
"""Every kind of remark, with its heading in the report."""


@dataclass(slots=True)
class Report:
    """The report of one import."""

    counts: Counter[str] = field(default_factory=Counter)
    remarks: list[Remark] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    counted: str = "line"

    def remark(self, kind: str, line: int, words: str) -> None:
        """Note something to look at."""
        self.remarks.append(Remark(kind, line, words))

    def recognised(self, what: str, count: int) -> None:
        """Count what was recognised."""
        if count:
            self.counts[what] += count

    def lines(self, name: str, *, every: bool = True) -> Iterator[str]:
        """The report as lines.

        Args:
            name: of the source.
            every: whether each remark is listed; else the first three of a kind.
        """
        yield f"{name}: " + ", ".join(f"{count:,} {what}" for what, count in self.counts.items())
        for decision in self.decisions:
            yield f"  {decision}"
        for kind, heading in KINDS.items():
            found = [remark for remark in self.remarks if remark.kind == kind]
            if not found:
                continue
            yield f"  {heading} ({len(found)}):"
            for remark in found if every else found[:3]:
                where = f"{self.counted} {remark.line}: " if remark.line else ""
                yield f"    {where}{shortened(without_signs(remark.words), 90)}"
            if not every and len(found) > 3:
                yield f"    and {len(found) - 3} more: --report FILE lists each"
