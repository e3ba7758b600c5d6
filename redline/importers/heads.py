"""The lines that head units: `Глава 5. …`, `5-бап. …`, `Section 3`, `ОБЩАЯ ЧАСТЬ`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redline.akn.names import ANNEXES
from redline.importers.annexes import AnnexHeads
from redline.importers.source import Group
from redline.jurisdictions.profile import Profile
from redline.languages.heads import Heads

_NUMBER = r"(?P<number>\d+(?:[-–.]\d+)*[A-Z]{0,2}(?![^\W\d_])|[IVXLCІХ]+(?:-\d+)?(?![^\W\d_]))"
_WORD = r"(?P<word>[^\W\d_]+)"
_WORD_FIRST = re.compile(
    rf"(?:{_WORD}\.?\s+|(?P<sign>§)\s*){_NUMBER}(?P<dot>\s?[.:])?\s*(?P<rest>.*)", re.DOTALL
)
_BEHIND = r"(?P<dot>\s?[.:])?(?=\s|$)\s*(?P<rest>.*)"
_NUMBER_FIRST = re.compile(rf"{_NUMBER}\s?[-–]?\s?{_WORD}{_BEHIND}", re.DOTALL)
_TWO_WORDS = re.compile(rf"{_NUMBER}\s?[-–]?\s?(?P<word>[^\W\d_]+\s[^\W\d_]+){_BEHIND}", re.DOTALL)
_BARE = re.compile(r"(?P<printed>(?P<number>\d+[A-Z]{0,2})\.?)\s+(?P<rest>[A-Z].*[^.;:,—–])")
_LONGEST_HEADING = 150
_CHAPTER_OF_A_YEAR = re.compile(r"\d{4} (?:CHAPTER|Chapter) \d+")
"""The number of an Act of the United Kingdom (`2020 CHAPTER 12`), which heads no section."""
# Latin letters that stand for Cyrillic ones in texts of the 1990s: `Бөлiм` with a Latin i.
_LOOKALIKES = str.maketrans("aceopxyiABCEHIKMOPTXY", "асеорхуіАВСЕНІКМОРТХУ")
_TO_LATIN = str.maketrans("ІХ", "IX")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a unit.

    Attributes:
        element: the Akoma Ntoso element; `attachment` for an annex.
        printed: its number as printed, with its unit word and full stop; empty for a head without a number.
        number: the bare number.
        rest: the heading behind it.
    """

    element: str
    printed: str
    number: str
    rest: str


class HeadReader:
    """Reads heads in one language, of the units that a profile has.

    Args:
        heads: the words of the language.
        profile: the units; what is a numbered line inside its basic unit is no head.
    """

    def __init__(self, heads: Heads, profile: Profile) -> None:
        known = [level.element for level in (*profile.containers, profile.basic)]
        self._words: dict[str, str] = {}
        for word, elements in heads.words.items():
            element = next((name for name in elements if name in known), None)
            if element is None and elements and elements[0] in ANNEXES:
                element = "attachment"
            if element is not None:
                self._words[word] = element
        self._named = heads.named
        self._basic = profile.basic.element
        self._bare_numbers = profile.basic.number == "{n}"
        self._patterns = [_NUMBER_FIRST, _TWO_WORDS, _WORD_FIRST] if heads.number_first else [_WORD_FIRST]
        words = "|".join(re.escape(word) for word in self._words if len(word) > 1)
        editorial = profile.editorial
        self._repealed = editorial.repealed if editorial is not None else re.compile("(?!)")
        self._annexes = AnnexHeads(heads)
        self._inside = re.compile(rf"(?<=[^\W\d_]{{3}})\s+(?=(?:{words or '(?!)'})\s+\d+\.\s)", re.IGNORECASE)

    def read(self, line: str) -> Head | None:
        """The head that a line is, or None."""
        text = line.strip()
        annexed = self._annexes.number(text)
        if annexed is not None:
            return Head("attachment", " ".join(text.split()), annexed, "")
        if len(text) > 20 and not text[:1].isdigit() and not text[:1].isupper() and text[:1] != "§":
            return None
        element = self._named.get(" ".join(text.lower().split()).rstrip("."))
        if element is not None and text.isupper():
            return Head(element, "", "", text)
        for pattern in self._patterns:
            match = pattern.match(text)
            head = self._head(match, text) if match is not None else None
            if head is not None:
                return head
        return self._bare(text) if self._bare_numbers else None

    def _bare(self, text: str) -> Head | None:
        """`12A Duty to notify`: a bare number and a heading, which is no sentence."""
        match = _BARE.fullmatch(text)
        if match is None or len(text) > _LONGEST_HEADING or _CHAPTER_OF_A_YEAR.fullmatch(text):
            return None
        return Head(self._basic, match["printed"], match["number"], match["rest"])

    def _head(self, match: re.Match[str], text: str) -> Head | None:
        found = match.groupdict()
        word = " ".join((found.get("word") or found.get("sign") or "").split())
        element = self._element(word)
        rest = match["rest"]
        if element is None or not self._stands_as_head(match, word, rest):
            return None
        end = match.end("dot") if match["dot"] else max(match.end("number"), match.end("word"))
        number = match["number"].translate(_TO_LATIN).replace("–", "-")
        return Head(element, " ".join(text[:end].split()), number, rest.strip())

    def _element(self, word: str) -> str | None:
        small = word.lower()
        if small in self._words:
            return self._words[small]
        return self._words.get(word.translate(_LOOKALIKES).lower())

    def _stands_as_head(self, match: re.Match[str], word: str, rest: str) -> bool:
        """`Article 5. Heading` heads a unit; `Article 5 applies to …` is a sentence."""
        if match.re is _WORD_FIRST and word != "§" and not word[:1].isupper():
            return False
        if match["dot"] or not rest or self._repealed.match(rest):
            return True
        first = next((letter for letter in rest if letter.isalnum()), "")
        return first.isupper() and not rest.startswith(("-", "–", "—", ",", ";", ")"))

    def annexes_joined(self, groups: Sequence[Group]) -> list[Group]:
        """The paragraphs of a source, the lines that head one annex together as one paragraph."""
        joined: list[Group] = []
        place = 0
        lines = [group[0][1] if len(group) == 1 else "" for group in groups]
        while place < len(groups):
            span = self._annexes.span(lines, place) if lines[place] else None
            first, behind = span or (place, place + 1)
            joined.append([line for group in groups[first:behind] for line in group])
            place = behind
        return joined

    def is_annexed(self, group: Group) -> bool:
        """Whether the lines of a paragraph together head an annex."""
        return len(group) > 1 and self._annexes.number(" ".join(line for _, line in group)) is not None

    def parted(self, line: str) -> list[str]:
        """A heading in which another head stands (`Раздел 2 … Глава 6. …`), as a line for each."""
        return self._inside.split(line)
