"""A citation cut into words, numbers, parentheses and marks, by a language's table."""

from __future__ import annotations

import enum
import re

from msgspec import Struct
from msgspec.structs import replace

from redline.languages.tables import NUMBER, PartWord, Table, Unit

# Roman numbers up to 399; the lookahead keeps the empty string out.
_ROMAN_LOWER = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ROMAN_UPPER = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
ROMAN = f"(?:{_ROMAN_LOWER}|{_ROMAN_UPPER})"

_TAIL = r"(?:[-.]?\d[^\W_]*|-[^\W\d_]{1,3}(?![^\W\d_]))*"
LETTER_NUMBER = re.compile(
    rf"(?:{_ROMAN_LOWER}|{_ROMAN_UPPER}[A-Z]?|(?P<once>[^\W\d_])(?P=once){{0,3}}){_TAIL}(?![^\W_])"
)
"""A number in letters that stands free, which only its place can tell: `a`, `bb`, `IV`, `A1`, `I-i`."""

IN_PARENTHESES = (
    rf"(?:{NUMBER}|{ROMAN}(?:-[^\W_]{{1,5}})?(?![^\W_])|[^\W\d_]{{1,3}}\d*(?:[-.][^\W_]{{1,5}})?)"
)
"""A number inside parentheses, where letters need less proof."""

QUOTED = (
    r'"[^"]*"|“[^”]*”|«[^«»]*(?:«[^«»]*»[^«»]*)*»|„[^“”]*[“”]'
    r"|(?<![^\W_])'[^']*(?:'(?=[^\W_])[^']*)*'|‘[^’]*(?:’(?=[^\W_])[^’]*)*’"
)
"""Words in quotation marks of any usual kind; «» may stand inside «», apostrophes inside single quotes."""

_BEFORE_THE_FIRST = r"(?:(?:(?<=[^\W\d_] )|(?<=[^\W\d_]\. ))-(?=\d))?"
"""The minus of a number that stands before the first, right behind the unit's name: `article -1`."""
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


class Token(Struct, frozen=True):
    """One token.

    Attributes:
        kind: what it is.
        text: numbers and quotations bare, words in lower case, anything else as written.
        start, end: where it stands in the plain text; a full stop behind a number is not part of it.
        number_at: for numbers, where the number itself begins (behind the parenthesis).
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
    end: int = 0
    number_at: int = -1


def is_letter_number(token: Token) -> bool:
    """Whether a word can be a number in letters: `a`, `IV`."""
    return token.kind is Kind.WORD and LETTER_NUMBER.fullmatch(token.written) is not None


def is_quoted_letter(token: Token) -> bool:
    """Whether a quotation is a number in a letter: `подпункт "а"`, as laws of Russia cite."""
    return token.kind is Kind.QUOTE and len(token.text) == 1 and token.text.isalpha()


_OPENERS = frozenset({Kind.WITHIN, Kind.JOIN, Kind.COMMA, Kind.RUN})


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
            rf"|{ordinal}(?P<number>{_BEFORE_THE_FIRST}{table.number})(?:\)|\.(?!\.)|-(?=[^\W\d_]))?"
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
        """The tokens of a plain text; None where it holds a word or a mark that no citation holds."""
        found, place = self.tokens_from(text, 0, len(text))
        return found if place == len(text) else None

    def tokens_from(self, text: str, start: int, end: int) -> tuple[list[Token], int]:
        """The tokens of [start, end) of a plain text up to what no citation holds, and the place of that."""
        found: list[Token] = []
        place = start
        while place < end:
            match = self._token.match(text, place, end)
            if match is None:
                return found, place
            kind = match.lastgroup
            if kind == "word":
                behind = self._phrase_end(text, match)
                word = self._word(text[place:behind])
                if word is None:
                    return found, place
                end_of_word = place + len(text[place:behind].rstrip("."))
                found += self._placed(replace(word, end=end_of_word), place, found)
                place = behind
                continue
            place = match.end()
            if kind == "ordinal":
                digits = "".join(filter(str.isdecimal, match[kind]))
                found.append(Token(Kind.ORDINAL, digits, match.start(), index=int(digits), end=match.end()))
            elif kind is not None:
                found.append(_marked(kind, match))
        return found, place

    def _phrase_end(self, text: str, match: re.Match[str]) -> int:
        """Where the longest phrase that begins with this word ends, or else the word itself."""
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

    def _word(self, written: str) -> Token | None:
        """A word or phrase with all that it can say; None where it can say nothing in a citation."""
        bare = written.rstrip(".)") or written
        word = bare.lower()
        table = self._table
        if written.endswith(")"):
            return Token(Kind.WORD, word, 0, bare) if LETTER_NUMBER.fullmatch(bare) else None
        if word in table.ordinals:
            return Token(Kind.ORDINAL, word, 0, index=table.ordinals[word])
        if word in self._kinds:
            return Token(self._kinds[word], word, 0, bare)
        known = table.knows(word) or word in table.number_signs or word in table.number_suffixes
        if known or word in table.fillers or LETTER_NUMBER.fullmatch(bare):
            return Token(Kind.WORD, word, 0, bare, table.units.get(word), table.parts.get(word))
        return None

    def _placed(self, word: Token, start: int, before: list[Token]) -> list[Token]:
        """A word at its place: nothing for a filler, a mark of being inside before an outer form."""
        token = replace(word, start=start, number_at=start)
        if token.text in self._table.fillers:
            return []
        inside = before and before[-1].kind not in _OPENERS and token.text in self._table.outer
        return [Token(Kind.WITHIN, "", start), token] if inside else [token]


def _marked(kind: str, match: re.Match[str]) -> Token:
    text, start, end = match[kind], match.start(), match.end()
    if kind == "quote":
        return Token(Kind.QUOTE, text[1:-1].strip(), start, end=end)
    if kind == "paren":
        inner = text[1:-1]
        bare = inner.strip()
        return Token(Kind.PAREN, bare, start, end=end, number_at=start + 1 + inner.index(bare))
    if kind == "number" and match[0] != f"{text})":
        end = match.end(kind)
    return Token(Kind[kind.upper()], text, start, end=end, number_at=start)
