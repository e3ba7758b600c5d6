"""A citation cut into words, numbers, parentheses and marks, by a language's table."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from redline.languages.tables import NUMBER, PartWord, Table, Unit

# Roman numbers up to 399; the lookahead keeps the empty string out.
_ROMAN_LOWER = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ROMAN_UPPER = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
ROMAN = f"(?:{_ROMAN_LOWER}|{_ROMAN_UPPER})"

_TAIL = r"(?:[-.]?\d[^\W_]*|-[^\W\d_]{1,3}(?![^\W\d_]))*"
LETTER_NUMBER = re.compile(
    rf"(?:{_ROMAN_LOWER}|{_ROMAN_UPPER}[A-Z]?|(?P<once>[^\W\d_])(?P=once){{0,3}}){_TAIL}(?![^\W_])"
)
"""A number in letters that stands free, where only its place says that it is one: `a`, `bb`, `IV`, `A1`, `I-i`."""

IN_PARENTHESES = (
    rf"(?:{NUMBER}|{ROMAN}(?:-[^\W_]{{1,5}})?(?![^\W_])|[^\W\d_]{{1,3}}\d*(?:[-.][^\W_]{{1,5}})?)"
)
"""A number inside parentheses, where letters need less proof."""

QUOTED = (
    r'"[^"]*"|“[^”]*”|«[^«»]*(?:«[^«»]*»[^«»]*)*»|„[^“”]*[“”]'
    r"|(?<![^\W_])'[^']*(?:'(?=[^\W_])[^']*)*'|‘[^’]*(?:’(?=[^\W_])[^’]*)*’"
)
"""Words in quotation marks of any of the usual kinds; «» may stand inside «», apostrophes inside single quotes."""

_SPACES = re.compile(r"[\s\u200b\u2060\ufeff]+")
_MARKS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2212": "–"})
_PHRASE_WORD = re.compile(r" ?([^\W\d_]+(?:[-'’][^\W\d_]+)*)\.?")


class Kind(enum.Enum):
    """What a token is."""

    WORD = "word"
    ORDINAL = "ordinal"
    NUMBER = "number"
    PAREN = "paren"
    QUOTE = "quote"
    COMMA = "comma"
    JOIN = "join"
    RUN = "run"
    WITHIN = "within"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        kind: what it is.
        text: numbers and quotations bare, words in lower case, anything else as written.
        start: where it begins in the plain text.
        written: a word as written, since letters can turn out to be a number.
        unit, part: for words, what they can say.
        index: for ordinals.
    """

    kind: Kind
    text: str
    start: int
    written: str = ""
    unit: Unit | None = None
    part: PartWord | None = None
    index: int = 0


def plain(text: str) -> str:
    """The text with ordinary single spaces and hyphens, as the readers expect it."""
    return _SPACES.sub(" ", text).strip().translate(_MARKS)


class Lexer:
    """Cuts citations into tokens; made once for each table."""

    def __init__(self, table: Table) -> None:
        self._table = table
        ordinal = rf"(?P<ordinal>{table.ordinal_digits})|" if table.ordinal_digits else ""
        self._token = re.compile(
            rf" |(?P<quote>{QUOTED})"
            rf"|(?P<paren>\( ?{IN_PARENTHESES} ?\))"
            rf"|{ordinal}(?P<number>{table.number})(?:\)|\.(?!\.))?"
            r"|(?P<run>\.\.\.?|…|[–—]|-(?=[ (\d]))"
            r"|(?P<comma>[,;])"
            r"|(?P<word>[§№¶]+|[^\W\d_][^\W_]*(?:[-'’][^\W_]+)*(?!\w))(?:\)|\.(?!\.))?"
        )
        self._kinds: dict[str, Kind] = {
            **dict.fromkeys(table.joins, Kind.JOIN),
            **dict.fromkeys(table.runs, Kind.RUN),
            **dict.fromkeys(table.within, Kind.WITHIN),
            **dict.fromkeys(table.acts, Kind.ACT),
        }

    def tokens(self, text: str) -> list[Token] | None:
        """The tokens of a plain text; None where it holds a mark that no citation holds."""
        found: list[Token] = []
        place, end = 0, len(text)
        while place < end:
            match = self._token.match(text, place)
            if match is None:
                return None
            start, place, kind = place, match.end(), match.lastgroup
            if kind == "word":
                place = self._phrase_end(text, match)
                found += self._word(text[start : match.end("word")] if place == match.end() else text[start:place], start)
            elif kind == "ordinal":
                digits = next(group for group in match.groups()[match.re.groupindex["ordinal"] :] if group)
                found.append(Token(Kind.ORDINAL, digits, start, index=int(digits)))
            elif kind is not None:
                found.append(_marked(kind, match[kind], start))
        return found

    def _phrase_end(self, text: str, match: re.Match[str]) -> int:
        """Where the longest phrase that begins with this word ends; where the word itself does if there is none."""
        count = self._table.phrases.get(match["word"].lower(), 0)
        if not count:
            return match.end()
        words: list[str] = []
        ends: list[int] = []
        place = match.start()
        while len(words) < count and (word := _PHRASE_WORD.match(text, place)):
            words.append(word[1].lower())
            place = word.end()
            ends.append(place)
        for last in range(len(words), 1, -1):
            if self._table.knows(" ".join(words[:last])):
                return ends[last - 1]
        return match.end()

    def _word(self, written: str, start: int) -> list[Token]:
        word = written.rstrip(".)").lower() or written
        table = self._table
        if word in table.fillers:
            return []
        if word in table.ordinals:
            return [Token(Kind.ORDINAL, word, start, index=table.ordinals[word])]
        kind = self._kinds.get(word)
        if kind is not None:
            return [Token(kind, word, start, written)]
        token = Token(Kind.WORD, word, start, written, table.units.get(word), table.parts.get(word))
        return [Token(Kind.WITHIN, "", start), token] if word in table.outer else [token]


def _marked(kind: str, text: str, start: int) -> Token:
    if kind == "quote":
        return Token(Kind.QUOTE, text[1:-1].strip(), start)
    if kind == "paren":
        return Token(Kind.PAREN, text[1:-1].strip(), start)
    return Token(Kind[kind.upper()], text, start)
