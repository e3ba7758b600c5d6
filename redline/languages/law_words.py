"""What a language's laws say in set phrases: other Acts, terms, deadlines, duties, powers left to others.

Each language fills this in with regular expressions on one line of a law in ordinary spaces; `redline.facts`
reads a whole Act by them. They are meant to be right where they match, and to miss what is said otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

_LETTER = re.compile(r"[^\W\d_]+")
_HUNDRED = 100
_AND = "and"
"""Inside a number in English: `three hundred and sixty-five`."""
_DAY = re.compile(r"\b(\d{1,2}) ([^\W\d_]{3,})")
CYRILLIC_ALIKE = {ord(one): other for one, other in zip("aekmhopctyxiə", "аекмнорстухіә", strict=True)}
"""Small Latin letters, and one of the phonetic alphabet, that stand for Cyrillic ones."""


class LawWords(Struct, frozen=True):
    """The set phrases of one language.

    Attributes:
        acts: another Act as it is named, in the groups `form`, `title`, `adjective`, `topic` (a title without
            quotation marks, which may go on too far), `day`, `month`, `year`, `number`; each may be missing.
        acts_follow: whether an Act is named behind its provision (`статья 5 Закона`), and not before it.
        own: right before the name of an Act: it is this Act itself.
        part_behind, part_before: right behind a citation, or before it, an unnumbered part counted by a
        word, so
            that the citation goes on in what was not read as part of it.
        lists: what parts two whole citations in a list of them (`пунктом 4 статьи 78, пунктом 4 статьи 85`).
        transitional: a line, or the heading of its article, that speaks of when provisions enter into force
        or
            cease: what it cites need not be there any more.
        repeals: a line that declares the Acts that it names to be repealed.
        months: the name of a month, as far as it is the same in every form -> its number.
        definitions: the heading of an article that defines terms.
        definition_lead: the first words of such an article where its heading does not say so.
        meaning: parts a term from what it means, in the groups `term` and `meaning`.
        short_name: a short name given in passing, in the group `name`.
        deadlines: in the groups `amount` (words or figures) and `unit`.
        numbers: number words, in the forms that stand in deadlines -> their value; they are added up.
        roots: how number words of any kind begin, with their value (`трет` -> 3); the longer ones first.
        units: the beginning of a word of time -> the unit (`working day`).
        modalities: for each kind the words that say it.
        delegations: in the group `body`, which may be missing.
        bodies: the name of a body, in the group `body`.
        forms: a level of the hierarchy of acts, and how the line above the title says it; the first fits.
        endings: what a word may lose at its end so that its forms are alike.
        alphabet: its letters in their order.
        alike: letters of another script that look like its own, and hide in scanned and retyped words.
        stops: words too common to say what a line is about.
    """

    acts: tuple[re.Pattern[str], ...]
    own: re.Pattern[str]
    part_behind: re.Pattern[str]
    part_before: re.Pattern[str]
    lists: re.Pattern[str]
    transitional: re.Pattern[str]
    repeals: re.Pattern[str]
    months: Mapping[str, int]
    definitions: re.Pattern[str]
    definition_lead: re.Pattern[str]
    meaning: re.Pattern[str]
    short_name: re.Pattern[str]
    deadlines: tuple[re.Pattern[str], ...]
    numbers: Mapping[str, int]
    roots: Sequence[tuple[str, int]]
    units: Sequence[tuple[str, str]]
    modalities: Mapping[str, re.Pattern[str]]
    delegations: tuple[re.Pattern[str], ...]
    bodies: re.Pattern[str]
    endings: re.Pattern[str]
    alphabet: str
    acts_follow: bool = True
    forms: tuple[tuple[str, re.Pattern[str]], ...] = ()
    alike: Mapping[int, str] = field(default_factory=dict)
    stops: frozenset[str] = field(default_factory=frozenset)

    def stem(self, word: str) -> str:
        """A word without its ending, in small letters: the same for most of its forms."""
        small = word.lower().replace("ё", "е")
        if not small.isascii():  # a Latin letter inside a Cyrillic word
            small = small.translate(self.alike)
        if len(small) < 5:
            return small
        found = self.endings.search(small, 3)
        return small if found is None else small[: found.start()]

    def stems(self, text: str) -> tuple[str, ...]:
        """The words of a text without their endings, in order."""
        return tuple(self.stem(word) for word in _LETTER.findall(text))

    def amount(self, words: str) -> int:
        """A number in figures or words; 0 where it is none."""
        digits = re.search(r"\d+", words)
        if digits is not None:
            return int(digits[0])
        small = words.lower().translate(self.alike)
        total = 0
        for word in _LETTER.findall(small):
            total = _with(total, self.numbers.get(word, 0))
        return total

    def values(self, text: str) -> set[int]:
        """Every number that words of a text may say: each word's own, and those of words that go together."""
        found: set[int] = set()
        total = 0
        for word in _LETTER.findall(text.lower().translate(self.alike)):
            value = next((value for root, value in self.roots if word.startswith(root)), 0)
            if word == _AND and total:
                continue
            total = _with(total, value) if value else 0
            found |= {value, total}
        return found - {0}

    def times(self, text: str) -> set[int]:
        """The numbers in words that stand before a word of time: `шести месяцев`, `бес жұмыс күні`."""
        found: set[int] = set()
        total = 0
        for word in _LETTER.findall(text.lower().translate(self.alike)):
            value = self.numbers.get(word, 0)
            if word == _AND and total:
                continue
            if value:
                total = _with(total, value)
            elif total and self.time_unit(word):
                found.add(total)
                total = 0 if self.time_unit(word) not in ("working day", "calendar day") else total
            else:
                total = 0
        return found

    def dates(self, text: str) -> set[str]:
        """The days that a text names, as month and day: `1 июля`, `1 шілде`."""
        return {day for _, _, day in self.days(text)}

    def days(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The days that a text names, each with where it stands."""
        for match in _DAY.finditer(text.lower().translate(self.alike)):
            month = self.months.get(match[2][:3])
            # `paragraphs 7 and 8 may` names no day.
            verb = match[2].isascii() and text[match.start(2)].islower()
            if month is not None and not verb:
                yield match.start(), match.end(), f"{month:02}-{int(match[1]):02}"

    def time_unit(self, words: str) -> str:
        """The unit of a time, by the beginning of its words; empty where it is none."""
        small = words.lower()
        return next((unit for begins, unit in self.units if re.match(begins, small)), "")


def _with(total: int, value: int) -> int:
    """A number with its next word: `үш жүз` is three times a hundred, `жиырма бес` twenty and five.

    What cannot go together (`six, ten years`) is another number.
    """
    if value == _HUNDRED and 0 < total < 10:
        return total * value
    return total + value if 0 < value < total and total % 10 == 0 else value
