"""Where sentences end: one splitter for every language, driven by a list of abbreviations."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from redline.languages.tables import words_of

_END = re.compile(r"[.!?…]+[\"'”’»“)\]]*(?=\s+|$)")
_LAST_WORD = re.compile(r"[^\s(\[\"'“”„«»‘’—–/]*$")
_OPENING = " \t\r\n\u00a0\"'“”„«‘([—–-"
_NEXT_WORD = re.compile(r"[^\W\d_]+(?=[\s,])")
_WORD = re.compile(r"[^\W\d_]+")
_CLOSING = {"“": "”", "«": "»", "„": "“”", '"': '"'}
_OPENS = re.compile('[“«„"]')


class SentenceRules(Struct, frozen=True):
    """What a language knows of full stops.

    Attributes:
        never_end: abbreviations after which a sentence goes on (`art`, `no`), lower case, without the final
            dot.
        may_end: abbreviations that end a sentence only before one of `starters` (`etc`, `d.c`).
        ends: abbreviations that close an enumeration: behind them any capital begins a sentence (`т.п`).
        starters: words that begin a sentence where a full stop leaves it open, as written (`The`, `If`).
        before_numbers: words that are abbreviations only before a number (Spanish `no`).
        behind_ordinals: words that go on behind a number with a full stop (German `1. Januar`), lower case.
    """

    never_end: frozenset[str] = frozenset()
    may_end: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    behind_ordinals: frozenset[str] = frozenset()

    def split(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each sentence of `text`, in order; closing quotation marks and brackets included.

        A semicolon or a colon ends no sentence, and neither does a stop before a word in small letters, nor
        one inside a quotation that is itself only a part of the text.
        """
        found: list[tuple[int, int]] = []
        start = _skip_space(text, 0)
        stops = list(_END.finditer(text))
        last = len(text.rstrip())
        if not stops or stops[0].end() == last:  # so are most paragraphs of laws
            return [(start, last)] if start < last else []
        quoted = _quotations(text)
        for match in stops:
            inside = any(opening < match.start() and match.end() <= end for opening, end in quoted)
            if match.start() >= start and not inside and self._ends(text, start, match):
                found.append((start, match.end()))
                start = _skip_space(text, match.end())
        if start < len(text):
            found.append((start, last))
        return found

    def _ends(self, text: str, start: int, match: re.Match[str]) -> bool:
        rest = text[match.end() : match.end() + 80].lstrip(_OPENING)
        if not rest:
            return True
        if rest[0].islower():
            return False
        if match[0].startswith("."):
            return self._stop_ends(text, start, match.start(), rest)
        return True

    def _stop_ends(self, text: str, start: int, stop: int, rest: str) -> bool:
        """Whether the full stop at `stop` ends a sentence, by the word before it and the one after it."""
        before = _LAST_WORD.search(text, start, stop)
        word = before[0] if before else ""
        if before is not None and before.start() == start and _is_label(word):
            return False  # `1. The register`: a number, not a sentence
        folded = word.lower()
        if folded in self.never_end or (folded in self.before_numbers and rest[:1].isdigit()):
            return False
        if folded[:1].isdigit() and self.behind_ordinals:
            following = _WORD.match(rest)
            return following is None or following[0].lower() not in self.behind_ordinals
        if folded in self.ends:
            return True
        if folded in self.may_end or _is_initial(word):
            following = _NEXT_WORD.match(rest)
            return following is not None and following[0] in self.starters
        return True


def _skip_space(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _is_label(word: str) -> bool:
    """Whether a word at the beginning of a text can be its number: `1`, `5-1`, `a`, `12A`."""
    return word[:1].isdigit() or len(word) == 1


def _is_initial(word: str) -> bool:
    """`J`, `D.C`: a capital letter alone, or letters with stops between them."""
    letters = word.split(".")
    single = all(len(letter) == 1 and letter.isalpha() for letter in letters)
    return single and (len(letters) > 1 or word.isupper())


def _quotations(text: str) -> list[tuple[int, int]]:
    """Start and end of each quotation in a text that is more than that quotation; a mark alone opens none."""
    found: list[tuple[int, int]] = []
    opening = _OPENS.search(text)
    while opening is not None:
        place = opening.start()
        end = _next_of(text, _CLOSING[opening[0]], place + 1)
        if end >= 0:
            found.append((place, end))
        opening = _OPENS.search(text, max(place, end) + 1)
    last = len(text.rstrip(" \t\r\n\u00a0.,;")) - 1
    return [] if found == [(_skip_space(text, 0), last)] else found


def _next_of(text: str, letters: str, start: int) -> int:
    places = [place for letter in letters if (place := text.find(letter, start)) >= 0]
    return min(places, default=-1)


_ANY_LANGUAGE = SentenceRules(
    never_end=words_of("nr art abs ziff lit buchst bzw vgl ст пп №"),
    before_numbers=words_of("no nos n s p pp p.ex cf sec sez par para ap apdo núm num tit cap kap п ч гл г"),
)

_RULES: Mapping[str, SentenceRules] = {
    "de": SentenceRules(
        never_end=words_of(
            "abs abschn abl anl anm art aufl az bd bek bgbl buchst bzw ca cl d.h d evtl gem ggf hs i "
            "i.d.f i.s.d i.v.m inkl insb kap lit m max mind nr nrn o.g rdnr s s.o sog st std str tz u u.a"
            " urt v vgl vorl z z.b zb ziff zit"
        ),
        behind_ordinals=words_of(
            "januar jänner februar märz april mai juni juli august september oktober november dezember "
            "abschnitt absatz auflage buch halbjahr halbsatz hälfte jahrhundert kapitel lebensjahr monat "
            "quartal satz stufe tag teil titel unterabschnitt woche"
        ),
    ),
    "fr": SentenceRules(
        never_end=words_of("al art arts cf etc ex chap p.ex mm mme mmes mlle st ste réf par"),
        before_numbers=words_of("no nos n p pp s sect tit vol"),
    ),
    "es": SentenceRules(
        never_end=words_of("art arts apdo apdos cf d dª dr dra etc excmo ilmo núm núms pág págs párr sr sra"),
        before_numbers=words_of("no n p pp s sec cap tít vol"),
    ),
    "it": SentenceRules(
        never_end=words_of("art artt cfr cpv d dott ecc g.u l lett pag pagg reg segg sig sigg u.e"),
        before_numbers=words_of("n nn no p pp s sez cap tit vol"),
    ),
}
"""Languages that have no pack yet."""


def split_without_pack(text: str, language: str = "und") -> list[tuple[int, int]]:
    """The sentences of a text in a language that has no pack.

    Args:
        text: the text.
        language: its code in two letters; what is known of it is used.
    """
    return _RULES.get(language, _ANY_LANGUAGE).split(text)
