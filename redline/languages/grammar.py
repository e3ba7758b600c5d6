"""The grammar of citations: tokens of any language to the paths that they name."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from redline.languages.paths import (
    ACT,
    BARE_PARTS,
    LONE_PARTS,
    NAMED_PARTS,
    Named,
    Node,
    NotACitationError,
    Path,
    Variant,
    is_upside_down,
    level_of,
    run_of,
    shared,
    sibling,
)
from redline.languages.tables import PartWord, Table, Unit
from redline.languages.tokens import Kind, Token, is_letter_number, is_quoted_letter
from redline.model.address import Part, Step

_DASHES = ("–", "—")


def read_paths(tokens: Sequence[Token], table: Table, *, in_parts: bool) -> list[Variant]:
    """All that the tokens name, in the order written.

    Args:
        tokens: the whole text.
        table: its language.
        in_parts: whether it stands behind a slash, where `part 2` and `item 4` are parts and no units.

    Raises:
        NotACitationError: something is left over, missing, or could be read in two ways.
    """
    reading = _Reading(list(tokens), table, in_parts)
    reading.chain = reading.started()
    while reading.place < len(reading.tokens):
        reading.go_on()
    reading.close_citation()
    return reading.done


class _Reading(Struct):
    """One text being read.

    Attributes:
        place: the next token.
        chain: the variants of the chain in hand, several where it ends in a list.
        inner: the chains before it, which stand inside it.
        done: what is read to the end.
    """

    tokens: list[Token]
    table: Table
    in_parts: bool
    place: int = 0
    chain: list[Variant] = field(default_factory=list)
    inner: list[list[Variant]] = field(default_factory=list)
    done: list[Variant] = field(default_factory=list)

    # Tokens

    def peek(self, ahead: int = 0) -> Token | None:
        at = self.place + ahead
        return self.tokens[at] if at < len(self.tokens) else None

    def next_is(self, *kinds: Kind, ahead: int = 0) -> bool:
        token = self.peek(ahead)
        return token is not None and token.kind in kinds

    def take(self, *kinds: Kind) -> Token | None:
        """The next token if it is of one of the kinds; it is then read."""
        if not self.next_is(*kinds):
            return None
        self.place += 1
        return self.tokens[self.place - 1]

    # Chains

    def started(self) -> list[Variant]:
        """A new chain with its outermost unit or part."""
        return self.extended(())

    def extended(self, before: Path) -> list[Variant]:
        """The next unit or part inside a path; several variants where it is a list itself."""
        variants: list[Variant] = []
        for node, last in self.nodes():
            variants += run_of((*before, node), (*before, last)) if last else [((*before, node), None)]
        return variants

    def go_on(self) -> None:
        """Reads what follows a complete unit or part."""
        if self.take(Kind.WITHIN) or self.heading_to():
            self.inner.append(self.chain)
            self.chain = self.started()
        elif self.take(Kind.RUN):
            self.run()
        elif self.take(Kind.COMMA):
            self.listed(joined=self.take(Kind.JOIN) is not None)
        elif self.take(Kind.JOIN):
            self.listed(joined=True)
        elif walked := self.take(Kind.PAREN):
            self.walk(walked)
        else:
            done, path = self.open_path()
            self.chain = [*done, *self.extended(path)]

    def heading_to(self) -> bool:
        """`heading to section 3`: the word of a run stands for `of` behind a part that needs no number."""
        last = self.chain[-1][0][-1].thing
        whole = isinstance(last, Part) and last.index is None and last.words is None
        return whole and self.take(Kind.RUN) is not None

    def only_path(self) -> Path:
        """The path in hand where there is one; `articles 5 and 7, paragraph 2` does not say of which."""
        if len(self.chain) > 1 or self.chain[0][1] is not None:
            raise NotACitationError
        return self.chain[0][0]

    def open_path(self) -> tuple[list[Variant], Path]:
        """What is complete in hand, and the path that goes on: the one there is, or the last of several where
        the others already go further in (`article 5 paragraph 1 and article 6 paragraph 2`).
        """
        *done, (path, upto) = self.chain
        if upto is None and done and all(len(each) > len(path) for each, _ in done):
            return done, path
        return [], self.only_path()

    def walk(self, token: Token) -> None:
        """Bare parentheses go on inside the last of a list: `sections 5 and 7(2)`."""
        path, upto = self.chain[-1]
        node = Node(Step(token.text, start=token.number_at), paren=True)
        if not isinstance((upto or path)[-1].thing, Step):
            raise NotACitationError
        self.chain[-1] = (path, (*upto, node)) if upto else ((*path, node), None)

    def last_path(self) -> Path:
        path, upto = self.chain[-1]
        return upto or path

    def listed(self, *, joined: bool) -> None:
        """What follows a comma or `and`: a number, a unit of the same kind, or (`and`) another citation."""
        if number := self.listed_number():
            self.chain.append((number, None))
            return
        token = self.peek()
        named = self.nodes()
        thing = named[0][0].thing
        level = level_of(self.last_path(), thing)
        nested = any(level_of(path, thing) is not None for chain in self.inner for path, _ in chain)
        # `paragraph 4 of article 78, paragraph 4 of article 85` begins anew.
        again = nested or self.closes_what_is_inside(token)
        if level is not None and not again:
            before = self.last_path()[:level]
        elif joined or again:
            self.close_citation()
            before = ()
        else:
            self.chain, before = self.open_path()
        for node, last in named:
            self.chain += run_of((*before, node), (*before, last)) if last else [((*before, node), None)]

    def closes_what_is_inside(self, token: Token | None) -> bool:
        """Whether a word's case says that nothing before it stands inside what it names: `в части второй
        пункта 5, в пунктах 7 и 8`.
        """
        outer = self.table.outer
        return bool(self.inner and outer and token) and token is not None and token.text not in outer

    def run(self) -> None:
        """`articles 5 to 8`, `12(2)-(4)`, `art 5 .. art 8`: the end of what stands last in hand."""
        first, upto = self.chain[-1]
        if upto is not None:
            raise NotACitationError
        last = self.listed_number()
        if last is None:
            [(node, more)] = self.single_node()
            level = level_of(first, node.thing)
            if level is None or more is not None:
                raise NotACitationError
            last = (*first[:level], node)
        while walked := self.take(Kind.PAREN):
            last = (*last, Node(Step(walked.text, start=walked.number_at), paren=True))
        self.chain[-1:] = run_of(first, last)

    def listed_number(self) -> Path | None:
        """The path of a further number; None where something else comes next."""
        token = self.peek()
        if token is None:
            raise NotACitationError
        after_number = self.table.number_first and self.next_is(Kind.WORD, ahead=1)
        if after_number or not (token.kind in (Kind.NUMBER, Kind.PAREN) or self.goes_on_in_letters(token)):
            return None
        self.place += 1
        number = self.with_suffix(token.written or token.text)
        return sibling(self.last_path(), number, token.number_at, paren=token.kind is Kind.PAREN)

    def goes_on_in_letters(self, token: Token) -> bool:
        """Whether a word in a list is a number in letters (`points a and b`), which only follows another."""
        last = self.last_path()[-1].thing
        before = last.number if isinstance(last, Step) else None
        return bool(before) and not str(before)[0].isdigit() and is_letter_number(token)

    def close_citation(self) -> None:
        """Puts the chains of the citation in hand together, the last one outermost."""
        chains = [*self.inner, self.chain]
        outer: Path = ()
        for self.chain in reversed(chains[1:]):
            outer += self.only_path()  # a list only in what is innermost: `paragraph 1 of articles 5 and 7`
        found = [((*outer, *path), (*outer, *upto) if upto else None) for path, upto in chains[0]]
        if self.inner and any(is_upside_down(path) for path, _ in found):
            raise NotACitationError
        self.done = [*shared(self.done, found[0][0]), *found]
        self.inner, self.chain = [], []

    # Units and parts

    def nodes(self) -> list[Named]:
        """The next unit or part; several where it has several numbers (`first and second sentence`)."""
        if self.take(Kind.ACT):
            return [(ACT, None)]
        if before := self.ordinals():
            token = self.word()
            return [(_counted(token, index), None) for index in before]
        if self.table.number_first and self.next_is(Kind.NUMBER, Kind.PAREN):
            return self.numbers_first()
        return [(node, None) for node in self.word_first()]

    def single_node(self) -> list[Named]:
        named = self.nodes()
        if len(named) > 1:
            raise NotACitationError
        return named

    def word(self) -> Token:
        token = self.take(Kind.WORD)
        if token is None or (token.unit is None and token.part is None):
            raise NotACitationError
        return token

    def ordinals(self) -> list[int]:
        """Ordinals one after another, joined by `and` or commas."""
        found: list[int] = []
        while token := self.take(Kind.ORDINAL):
            found.append(token.index)
            if self.next_is(Kind.RUN) and self.next_is(Kind.ORDINAL, ahead=1):
                self.place += 1
                found += self.ordinals_up_to(token.index)
            if self.next_is(Kind.JOIN, Kind.COMMA) and self.next_is(Kind.ORDINAL, ahead=1):
                self.place += 1
        return found

    def ordinals_up_to(self, first: int) -> list[int]:
        """`second to fifth`: what follows the first of a run."""
        last = self.take(Kind.ORDINAL)
        if last is None or not 0 < first < last.index:
            raise NotACitationError
        return list(range(first + 1, last.index + 1))

    def numbers_first(self) -> list[Named]:
        """Numbers before their word, as in Kazakh: `5-баптың`, `1 және 4-тармақтары`, `5–8-баптар`."""
        pairs: list[tuple[Token, Token | None]] = []
        while number := self.take(Kind.NUMBER, Kind.PAREN):
            last = self.take(Kind.NUMBER, Kind.PAREN) if self.take(Kind.RUN) else None
            pairs.append((number, last))
            if not self.take(Kind.JOIN, Kind.COMMA):
                break
        token = self.word()
        return [(self.by_number(token, n), self.by_number(token, to) if to else None) for n, to in pairs]

    def by_number(self, token: Token, number: Token) -> Node:
        unit = token.unit
        if unit is not None and not self.in_parts:
            step = Step(number.text, unit.elements, token.written, number.number_at)
            return Node(step, paren=number.kind is Kind.PAREN)
        if not number.text.isdecimal():
            raise NotACitationError
        return _counted(token, int(number.text))

    def word_first(self) -> list[Node]:
        """A word and what says which: `article 5`, `абзац третий`, `row "Germany"`, `preamble`."""
        token = self.word()
        unit = None if self.in_parts else token.unit
        if unit is not None and unit.bare and self.next_unit_is_counted():
            return [Node(Step(None, unit.elements, token.written))]
        if unit is not None and (number := self.number_ahead()):
            return [self.numbered(token, unit, number)]
        if after := self.ordinals():
            return [_counted(token, index) for index in after]
        if unit is not None and unit.bare:
            return [Node(Step(None, unit.elements, token.written))]
        if token.part is None:
            raise NotACitationError
        return [Node(self.part(token.part))]

    def next_unit_is_counted(self) -> bool:
        """Whether the number or ordinal that comes next is, in a language that puts it first, that of the
        unit behind it: `ескертпенің 1-тармағы`.
        """
        numbered = self.next_is(Kind.NUMBER, Kind.PAREN) and self.next_is(Kind.WORD, ahead=1)
        return self.table.number_first and (numbered or self.next_is(Kind.ORDINAL))

    def number_ahead(self) -> Token | None:
        """The number behind a unit, a number sign between them passed over; it is then read."""
        sign = self.peek()
        if sign and sign.kind is Kind.WORD and sign.text in self.table.number_signs:
            self.place += 1
        number = self.take(Kind.NUMBER, Kind.PAREN)
        token = self.peek()
        if number is None and token is not None and (is_letter_number(token) or is_quoted_letter(token)):
            self.place += 1
            return token
        if number is None and token is not sign:
            raise NotACitationError  # a number sign without a number
        return number

    def numbered(self, token: Token, unit: Unit, number: Token) -> Node:
        digits = self.with_suffix(number.written or number.text)
        if unit.form == "many" and number.kind is Kind.NUMBER:
            self.refuse_doubtful_run(digits)
        digits += self.dashed(unit, digits)
        step = Step(digits, unit.elements, token.written, number.number_at)
        return Node(step, paren=number.kind is Kind.PAREN)

    def with_suffix(self, number: str) -> str:
        """`5 bis` as one number, as it is in `Art. 5bis`."""
        after = self.peek()
        if after and after.kind is Kind.WORD and after.text in self.table.number_suffixes:
            self.place += 1
            return number + after.text
        return number

    def dashed(self, unit: Unit, digits: str) -> str:
        """A number printed with a dash for its hyphen (`article 5–1`): told from a run by not rising."""
        dash, after = self.peek(), self.peek(1)
        if not (dash and after and dash.text in _DASHES and after.kind is Kind.NUMBER):
            return ""
        if not (digits.isdecimal() and after.text.isdecimal()) or int(after.text) > int(digits):
            if unit.form == "one":
                raise NotACitationError  # `article 5–8`: one number or a run?
            return ""
        self.place += 2
        return f"-{after.text}"

    def refuse_doubtful_run(self, digits: str) -> None:
        """`articles 5-8` alone can be one number or a run written with a hyphen."""
        low, _, high = digits.partition("-")
        alone = self.peek() is None or self.next_is(Kind.WITHIN)
        if alone and low.isdecimal() and high.isdecimal() and int(low) < int(high):
            raise NotACitationError

    def part(self, sense: PartWord) -> Part:
        """A part with the position or the words that follow it."""
        if sense.kind in BARE_PARTS:
            return Part(sense.kind)
        number = self.take(Kind.NUMBER)
        if number is not None:
            return _counted_part(sense, int(number.text) if number.text.isdecimal() else 0)
        if sense.kind in NAMED_PARTS:
            if self.next_is(Kind.WITHIN) and self.next_is(Kind.QUOTE, ahead=1):
                self.place += 1  # definition of "quota"
            words = self.take(Kind.QUOTE)
            if words is not None and words.text:
                return Part(sense.kind, words=words.text)
        if sense.kind in LONE_PARTS and sense.form != "many":
            return Part(sense.kind)
        raise NotACitationError


def _counted(token: Token, index: int) -> Node:
    if token.part is None:
        raise NotACitationError
    return Node(_counted_part(token.part, index))


def _counted_part(sense: PartWord, index: int) -> Part:
    """A part by position.

    `last paragraph` is refused: where paragraphs are numbered it would mean the last of them and not the last
    block, which only the Act can tell.
    """
    if index == 0 or sense.kind in BARE_PARTS or sense.kind == "quoted":
        raise NotACitationError
    if index == -1 and sense.hint == "paragraph":
        raise NotACitationError
    return Part(sense.kind, index, sense.hint)
