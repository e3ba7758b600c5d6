"""The publisher's notes in a consolidated text: kept apart from the words of the law."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Iterator

from redline.jurisdictions.editorial import Editorial
from redline.languages.months import MONTHS
from redline.model.outline import Amendment, Paragraph

_MONTH = re.compile(r"[а-я]+", re.IGNORECASE)
_MONTHS = [name[:3] for name in MONTHS["ru"]]
_LONGEST = 8
"""So many paragraphs a bracket of a note may stay open."""


class NoteReader:
    """Tells which paragraphs are notes.

    Args:
        editorial: what the publisher adds; None where nothing is known, and then nothing is a note.
    """

    def __init__(self, editorial: Editorial | None) -> None:
        self._rules = editorial

    def length(self, paragraphs: list[Paragraph], place: int, end: int) -> int:
        """How many paragraphs from `place` on are one note; 0 where the one at `place` is none.

        Args:
            end: the paragraph at which a note ends at the latest.
        """
        rules = self._rules
        if rules is None:
            return 0
        text = paragraphs[place].plain
        marker = rules.markers.match(text)
        if marker is not None:
            if marker.end() < len(text):
                return self._to_the_end(paragraphs[place:end])
            following = paragraphs[place + 1].plain if place + 1 < end else ""
            return self._to_the_end(paragraphs[place:end], 2 if rules.told.search(following) else 1)
        if rules.leftovers.fullmatch(text):
            return 1
        doubtful = rules.doubtful.match(text) is not None
        if rules.notes.match(text) or (doubtful and rules.amending.search(text) is not None):
            return self._to_the_end(paragraphs[place:end])
        if doubtful and re.search("деген сөз|бойынша:?$|алып тасталды|редакцияда", text):
            return self._to_the_end(paragraphs[place:end])
        return 0

    def is_marker(self, text: str) -> bool:
        """Whether a paragraph only announces a note."""
        marker = self._rules.markers.match(text) if self._rules is not None else None
        return marker is not None and marker.end() == len(text)

    def is_doubtful(self, text: str) -> bool:
        """Whether a paragraph begins as a note does and was left in the law."""
        return self._rules is not None and self._rules.doubtful.match(text) is not None

    def _to_the_end(self, paragraphs: list[Paragraph], length: int = 1) -> int:
        """The length of a note with the paragraphs that go on with it: behind `:` and `;`, inside a bracket.

        Args:
            paragraphs: from the first of the note on.
            length: how many are the note's already.
        """
        assert self._rules is not None
        opened = paragraphs[length - 1].plain
        while length < len(paragraphs):
            last, following = paragraphs[length - 1].plain, paragraphs[length].plain
            listed = last.endswith((":", ";", ",")) and self._rules.goes_on.match(following)
            torn = last[-1:].isalnum() and self._rules.torn.match(following)
            inside = opened.count("(") > opened.count(")") and last.endswith((":", ";")) and length < _LONGEST
            if not (listed or torn or inside):
                break
            opened += following
            length += 1
        return length

    def amendments(self, paragraphs: list[Paragraph]) -> tuple[Amendment, ...]:
        """The Acts that a note says amended the law; of Acts that are not in force yet none."""
        if self._rules is None or self._rules.markers.match(paragraphs[0].plain):
            return ()
        text = " ".join(paragraph.plain for paragraph in paragraphs)
        return tuple(self._amendments(text))

    def _amendments(self, text: str) -> Iterator[Amendment]:
        rules = self._rules
        assert rules is not None
        kind, before = "substitution", 0
        for match in rules.amending.finditer(text):
            date = _day(match["date"] or match["year_first"])
            # The words before the Acts in Russian, behind them in Kazakh, say what these did.
            said = text[before : match.start()]
            kind = next((each for each, words in rules.kinds.items() if words.search(said)), kind)
            before = match.end()
            if date is not None:
                number = match["number"].translate(str.maketrans("ІХ", "IX"))
                entry = rules.in_force.match(text, match.end())
                day = next(filter(None, entry.groups()), None) if entry is not None else None
                yield Amendment(date, number, _day(day), kind)

    def is_repealed(self, text: str) -> bool:
        """Whether words stand for those of a repealed provision: `исключен Законом РК от …`."""
        return self._rules is not None and self._rules.repealed.match(text) is not None

    def tells_repeal(self, paragraphs: list[Paragraph]) -> bool:
        """Whether a note says that something is repealed."""
        return self._rules is not None and self._rules.repeal.search(paragraphs[0].plain) is not None


def _day(text: str | None) -> datetime.date | None:
    """A day written 24.11.2015, 2015.11.24 or 1 января 2016."""
    written = _MONTH.search(text or "")
    if written is not None and written[0][:3].lower() in _MONTHS:
        text = (
            (text or "").replace(written[0], str(_MONTHS.index(written[0][:3].lower()) + 1)).replace(" ", ".")
        )
    pieces = [int(piece) for piece in (text or "").split(".") if piece.isdigit()]
    if len(pieces) != 3:
        return None
    year, month, day = pieces if pieces[0] > 31 else reversed(pieces)
    with contextlib.suppress(ValueError):
        return datetime.date(year, month, day)
    return None
