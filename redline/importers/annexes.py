"""The heads of annexes that say what they are annexed to, printed over several lines: `Приложение 1` /
`к Закону Республики Казахстан` / `от 22 июля 2011 года № 477-IV`; in Kazakh the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redline.languages.heads import Heads

_MOST_LINES = 5
_LONGEST = 300
_LONGEST_LINE = 160
_GOES_ON = re.compile(r"(?:ко?|от|и|о|об)\s|№|[«\"]|(?:Республики|Правительства|Министра)\b|[а-яё]")
_STOPPED = re.compile(r"[.;:!?]$")


class AnnexHeads:
    """Reads such heads in one language.

    Args:
        heads: the words of the language.
    """

    def __init__(self, heads: Heads) -> None:
        self._whole = heads.annex
        self._last = heads.number_first

    def number(self, text: str) -> str | None:
        """The number of the annex that a text heads, empty for one without; None where it heads none."""
        plain = " ".join(text.split())
        found = (
            self._whole.fullmatch(plain) if len(plain) <= _LONGEST and not _STOPPED.search(plain) else None
        )
        return None if found is None else (found["number"] or "")

    def span(self, lines: Sequence[str], place: int) -> tuple[int, int] | None:
        """Which lines are one head, as first and one behind the last; None where none begins at `place`.

        Args:
            lines: the paragraphs of a text.
            place: where the head would begin.
        """
        for behind in range(min(len(lines), place + _MOST_LINES), place, -1):
            pieces = [line.strip() for line in lines[place:behind]]
            if any(len(piece) > _LONGEST_LINE or _STOPPED.search(piece) for piece in pieces):
                continue
            if self.number(" ".join(pieces)) is not None and self._complete(pieces):
                return place, behind
        return None

    def _complete(self, pieces: Sequence[str]) -> bool:
        """Whether the last line belongs to the head: in Russian the lines behind the first go on with it, in
        Kazakh the number stands in the last.
        """
        if self._last:
            return True
        return all(_GOES_ON.match(piece) for piece in pieces[1:])
