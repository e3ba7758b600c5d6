"""Citations in the running text of a law: where they stand, what they name, and whether this Act is meant.

An address is a citation and nothing else; a sentence of a law holds citations among other words. They are
found from the unit words (`Article`, `paragraph`, `§`) on, as far as the grammar of citations reads, and
judged by what stands around them: `of this Article`, `of the Labour Law`. Nothing is guessed: where the words
leave a doubt, the mention says so, and whoever changes the law does not act on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from redline.languages.grammar import read_paths
from redline.languages.paths import NotACitationError, Variant
from redline.languages.tables import Table, Unit
from redline.languages.tokens import Kind, Lexer, Token
from redline.model.address import Citation, Step

_LONGEST = 240
"""Characters of a citation at most."""
_NEAR = 80
"""How far from a citation it is said whose provision it is."""
_ONE_TO_ONE = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\n": " ",
        "\t": " ",
        "\r": " ",
        "\u2010": "-",
        "\u2011": "-",
    }
)
_UNEVEN = re.compile(f"[{''.join(map(chr, _ONE_TO_ONE))}]")
_NUMBER_FIRST = re.compile(
    r"(?<![\w.-])(?=\d+(?:-\d+)*+(?:\)?(?:,| және| немесе| –) |\)\s?[^\W\d_]|-[^\W\d_]|–\d))"
)
"""Where a citation can begin in a language that puts the number before its unit: `5-баптың`, `1) және 2)`."""
_CAPITAL_NUMBER = re.compile(r"[IVXLC]+|[A-Z]")
_SENTENCE_ENDS = re.compile(r"\.(?:\s|$)|;")


class Surroundings(Struct, frozen=True):
    """What a language says around a citation to tell whose provision it is.

    Attributes:
        own: behind a citation: it is of this Act (`of this Law`).
        within: behind it: inside which unit around it, in the group `unit` (`of this Article`).
        foreign: behind it: it is of another Act or document.
        foreign_before: right before it: likewise (`the Labour Code, Article 5`).
        own_before, within_before: right before it, where a language says so there: the same as `own` and
            `within`.
        act_named: another Act, anywhere before it in the same block: a bare citation may be of that one.
        goes_on: behind it: more numbers, or an exception, that were not read as part of it.
    """

    own: re.Pattern[str]
    within: re.Pattern[str]
    foreign: re.Pattern[str]
    foreign_before: re.Pattern[str]
    act_named: re.Pattern[str]
    goes_on: re.Pattern[str]
    own_before: re.Pattern[str] | None = None
    within_before: re.Pattern[str] | None = None


class Mention(Struct, frozen=True):
    """A citation in running text.

    Attributes:
        start, end: where it stands; `of this Article` behind it is not part of it.
        citations: what it names, several for a list; the numbers' places are in their steps.
        within: elements of which one stands around the text and holds what is named (`of this Article`).
        sure: whether the words say, by themselves or by the custom of drafting, that this Act is meant.
        explicit: whether they say so in words (`of this Law`, `of this Article`).
        foreign: whether they say that the provision is of another Act or document; only `find_all` gives
        such.
    """

    start: int
    end: int
    citations: tuple[Citation, ...]
    within: tuple[str, ...] = ()
    sure: bool = True
    explicit: bool = False
    foreign: bool = False


class RunningReader:
    """Finds the citations of one language; made once for each table, holds nothing that changes."""

    def __init__(self, table: Table, surroundings: Surroundings) -> None:
        self._table = table
        self._lexer = Lexer(table)
        self._around = surroundings
        joins = "|".join(map(re.escape, sorted(table.joins)))
        self._link = re.compile(rf"\s*[,;]?\s*(?:{joins})?\s*")
        signs = "|".join(map(re.escape, sorted(table.number_signs)))
        # A word before a number; whether it is the word of a unit is looked up, which is quicker than to
        # search for a hundred words at once.
        self._heads = (
            _NUMBER_FIRST
            if table.number_first
            else re.compile(
                rf"(?<![\w-])(?:(?P<word>[^\W\d_][\w-]*+)(?P<dot>\.?)\s++(?:(?i:{signs})\.?\s*)?"
                rf"(?=\d|\([^\W_]|[IVXLC]++\b|[A-Z]\b)|(?P<sign>[§¶]+)\s*(?=\d))"
            )
        )

    @property
    def units(self) -> Mapping[str, Unit]:
        """The words for units, and what they say."""
        return self._table.units

    def find(self, text: str) -> Iterator[Mention]:
        """The citations of this Act in a block of text, in order; those of other Acts are left out."""
        return (mention for mention in self.find_all(text) if not mention.foreign)

    def find_all(self, text: str) -> Iterator[Mention]:
        """All citations in a block of text, in order; those of other Acts are marked as foreign."""
        flat = _evened(text)
        place = 0
        linked: list[Mention] = []
        while (head := self._heads.search(flat, place)) is not None:
            read = self._read(flat, head.start()) if self._names_a_unit(head) else None
            if read is None:
                # Where the number comes first, a head is a place without any width: go on behind it.
                place = max(head.end(), head.start() + 1)
                continue
            variants, tokens = read
            if linked and not self._link.fullmatch(flat, place, head.start()):
                yield from linked
                linked = []
            place = tokens[-1].end
            mention = self._judged(flat, variants, tokens)
            if mention is None or mention.foreign:
                # `Article 5 and Article 7 of the Labour Law`: is Article 5 of this Act?
                linked = [other if other.foreign else replace(other, sure=False) for other in linked]
            if mention is not None:
                linked.append(mention)
        yield from linked

    def may_hold(self, text: str, concerned: Callable[[str, str], bool]) -> bool:
        """Whether a block of text may hold a citation that is looked for, which is quicker told than which.

        Args:
            text: the words of the block.
            concerned: asked of the words that a citation can consist of, its numbers among them, and of these
                with what stands around them and can say inside which unit it is.
        """
        flat = _evened(text)
        place = 0
        while (head := self._heads.search(flat, place)) is not None:
            place = start = head.start()
            place += 1
            widest = flat[max(0, start - _NEAR) : start + _LONGEST + _NEAR]
            if not self._names_a_unit(head) or not concerned(widest, widest):
                continue
            tokens, _ = self._lexer.tokens_from(flat, start, min(len(flat), start + _LONGEST))
            usable = self._usable(flat, tokens)
            end = usable[-1].end if usable else start
            if concerned(flat[start:end], flat[max(0, start - _NEAR) : end + _NEAR]):
                return True
        return False

    def names_other_act(self, text: str) -> bool:
        """Whether another Act is named in a text: citations that follow may be of that one."""
        return self._around.act_named.search(_evened(text)) is not None

    def _names_a_unit(self, head: re.Match[str]) -> bool:
        """Only abbreviations take a full stop, and the shortest are none without it (`s. 5`)."""
        if self._table.number_first:
            return True  # the word comes later: whether it names a unit is for the reader
        word = (head["sign"] or head["word"]).lower()
        unit = self._table.units.get(word)
        if unit is None or head["sign"]:
            return unit is not None
        if unit.form == "any":
            return len(word) > 2 or bool(head["dot"])
        return not head["dot"]

    def _read(self, flat: str, start: int) -> tuple[list[Variant], list[Token]] | None:
        """The longest citation that begins here."""
        tokens, _ = self._lexer.tokens_from(flat, start, min(len(flat), start + _LONGEST))
        tokens = self._usable(flat, tokens)
        while tokens:
            if self._can_end(tokens):
                try:
                    return read_paths(tokens, self._table, in_parts=False), tokens
                except NotACitationError:
                    pass
            tokens.pop()
        return None

    def _can_end(self, tokens: Sequence[Token]) -> bool:
        if self._table.number_first:
            return tokens[-1].unit is not None
        return tokens[-1].kind in (Kind.NUMBER, Kind.PAREN, Kind.WORD) and not _stray(tokens)

    def _usable(self, flat: str, tokens: Sequence[Token]) -> list[Token]:
        """The tokens up to the end of the sentence, or to what in running text is another word.

        `a` and `i` are words there far more often than numbers, so free letters are numbers only in capitals.
        """
        found: list[Token] = []
        for token in tokens:
            if token.kind in (Kind.ORDINAL, Kind.QUOTE, Kind.ACT):
                break
            if token.kind is Kind.WORD and token.unit is None and not self._number_word(token):
                break
            if (token.kind is Kind.COMMA and token.text == ";") or _abbreviates(token):
                break
            found.append(token)
            number = token.kind is Kind.NUMBER or (token.kind is Kind.WORD and token.unit is None)
            if number and _SENTENCE_ENDS.match(flat, token.end):
                break
        return found

    def _number_word(self, token: Token) -> bool:
        table = self._table
        known = token.text in table.number_signs or token.text in table.number_suffixes
        return known or _CAPITAL_NUMBER.fullmatch(token.written) is not None

    def _judged(self, flat: str, variants: Sequence[Variant], tokens: Sequence[Token]) -> Mention | None:
        start, end = tokens[0].start, tokens[-1].end
        citations = _citations(variants, flat[start:end])
        around = self._around
        if citations is None:
            return None
        within: tuple[str, ...] = ()
        doubtful = not self._table.number_first and _doubtful_list(tokens)
        sure = not doubtful and around.goes_on.match(flat, end) is None
        explicit = (
            around.own.match(flat, end) is not None or _before(around.own_before, flat, start) is not None
        )
        inside = around.within.match(flat, end) or _before(around.within_before, flat, start)
        # `by the rules of Article 9 of this Law` is of this Law, `of paragraph 1 of this Article` too.
        foreign_before = around.foreign_before.search(flat, max(0, start - _NEAR), start)
        if not explicit and inside is None and foreign_before:
            return Mention(start, end, citations, sure=sure, foreign=True)
        if explicit:
            pass
        elif inside is not None:
            unit = self._table.units.get(inside["unit"].lower())
            if unit is None:
                return None
            within, explicit = unit.elements, True
        elif around.foreign.match(flat, end):
            if sum(token.unit is not None for token in tokens) == 1 or _in_one(citations):
                return Mention(start, end, citations, sure=sure, foreign=True)
            sure = False  # `Article 5 and Article 7 of the Labour Law`
        elif around.act_named.search(flat, 0, start):
            sure = False
        return Mention(start, end, citations, within, sure, explicit)


def _evened(text: str) -> str:
    """The text with one kind of space and of hyphen, character by character."""
    # Where all are of that kind, that is told in a tenth of the time that it takes to go through them.
    return text if _UNEVEN.search(text) is None else text.translate(_ONE_TO_ONE)


def _before(pattern: re.Pattern[str] | None, flat: str, start: int) -> re.Match[str] | None:
    return None if pattern is None else pattern.search(flat, max(0, start - _NEAR), start)


def _in_one(citations: Sequence[Citation]) -> bool:
    """Whether all that is named stands inside one provision: `points 1) and 2) of Article 5`."""
    outermost = {(citation.steps[0].number, citation.steps[0].units) for citation in citations}
    return len(outermost) == 1 and all(len(citation.steps) > 1 for citation in citations)


def _abbreviates(token: Token) -> bool:
    """`(EU)` in `Regulation (EU) 2016/679` is no number."""
    capitals = (
        token.kind is Kind.PAREN and len(token.text) > 1 and token.text.isalpha() and token.text.isupper()
    )
    return capitals and _CAPITAL_NUMBER.fullmatch(token.text) is None


def _stray(tokens: Sequence[Token]) -> bool:
    """Whether the last number stands behind a bare comma: `under Article 5, 2 persons`.

    Behind a plural it goes on the list: `under Articles 5, 6`.
    """
    if len(tokens) < 2 or tokens[-1].kind is Kind.WORD:
        return tokens[-1].kind is Kind.WORD and not _CAPITAL_NUMBER.fullmatch(tokens[-1].written)
    words = [token.unit for token in tokens if token.unit is not None]
    plural = bool(words) and words[-1] is not None and words[-1].form == "many"
    return tokens[-1].kind is Kind.NUMBER and tokens[-2].kind is Kind.COMMA and not plural


def _doubtful_list(tokens: Sequence[Token]) -> bool:
    """Whether a bare number goes on after a singular word: `Article 5 and 2 persons`."""
    form = ""
    for token, before in zip(tokens, [None, *tokens], strict=False):
        if token.unit is not None:
            form = token.unit.form
        joined = before is not None and before.kind in (Kind.JOIN, Kind.COMMA, Kind.RUN)
        if joined and token.kind is Kind.NUMBER and form == "one":
            return True
    return False


def _citations(variants: Sequence[Variant], text: str) -> tuple[Citation, ...] | None:
    """The provisions named; None where anything else is named."""
    found: list[Citation] = []
    for path, upto in variants:
        steps = tuple(node.thing for node in path if isinstance(node.thing, Step))
        last = tuple(node.thing for node in upto or () if isinstance(node.thing, Step))
        if len(steps) != len(path) or len(last) != len(upto or ()) or (last and len(last) != len(steps)):
            return None
        if not steps or any(step.number is None for step in steps):
            return None
        found.append(Citation(text, steps, upto=last))
    return tuple(found) or None
