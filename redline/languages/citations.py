"""Reading citations: one grammar for every language, driven by a language's table.

A citation is a chain of units and parts, each a word with its number. Inside a chain the outer unit comes first
(`article 5, paragraph 2`); a word such as `of`, or a genitive, closes a chain and says that it stands inside the one
that follows (`point (a) of paragraph 2 of article 5`). Lists and runs vary the innermost chain.

The reader is strict: whatever is left over, or could be read in two ways, makes it no citation at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import product

from redline.languages.tables import NUMBER, PartWord, Table, Unit
from redline.languages.tokens import IN_PARENTHESES, LETTER_NUMBER, QUOTED, Kind, Lexer, Token, plain
from redline.model.address import Citation, Part, PartKind, Step

_BARE_PARTS: frozenset[PartKind] = frozenset(
    {
        "heading", "num", "crossheading", "text", "intro", "wrap", "title", "short-title", "preamble", "enacting",
        "toc",
    }
)  # fmt: skip
_ALONE_PARTS: frozenset[PartKind] = frozenset({"table", "note", "formula", "image"})
"""Counted parts that may stand without a number where there is only one."""
_NAMED_PARTS: frozenset[PartKind] = frozenset({"definition", "item", "row", "column"})
"""Parts that may be called by their opening words."""
_ACT_PARTS: frozenset[PartKind] = frozenset({"toc"})
"""Parts that only an Act has, so that the Act need not be named."""

_SIMPLE = re.compile(
    rf"(?:(?P<sign>§+) ?|(?P<word>[^\W\d_]+)(?:\. ?| ))(?P<number>{NUMBER})(?P<walk>(?:\({IN_PARENTHESES}\))*)"
)


@dataclass(frozen=True, slots=True)
class _Node:
    """One unit or part of a chain; `paren` where the number stands in parentheses."""

    thing: Step | Part
    paren: bool = False
    number: bool = False


_ACT = _Node(Part("toc"))  # stands for the Act itself at the head of a path; told apart by identity
_Path = tuple[_Node, ...]
_Variant = tuple[_Path, _Path | None]
"""A path, and for a run the path of its last provision."""


class NotACitationError(Exception):
    """Raised inside this module where the text stops making sense as a citation."""


class CitationReader:
    """Reads the citations of one language; made once for each table, holds nothing that changes."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._lexer = Lexer(table)

    def read(self, text: str) -> tuple[Citation, ...] | None:
        """The provisions that a text cites, parts after a slash included; None when it is not a citation."""
        flat = plain(text)
        simple = self._simple(flat, text)
        if simple is not None:
            return simple
        base, *segments = split_parts(flat)
        found = self._read_base(base, text)
        if found is None or not segments:
            return found
        parts = [self.read_parts(segment) for segment in segments]
        chains = [chains for chains in parts if chains is not None]
        return None if len(chains) < len(parts) else with_parts(found, chains, text)

    def read_parts(self, text: str) -> tuple[tuple[Part, ...], ...] | None:
        """The parts named between two slashes, as chains; None when they are none."""
        flat = plain(text)
        quoted = self._quoted(flat)
        if quoted is not None:
            return ((quoted,),)
        paths = self._paths(flat, in_parts=True)
        if paths is None:
            return None
        chains: list[tuple[Part, ...]] = []
        for path, upto in paths:
            parts = tuple(node.thing for node in path if isinstance(node.thing, Part) and node is not _ACT)
            if upto is not None or len(parts) != len(path):
                return None
            chains.append(parts)
        return tuple(chains)

    def _simple(self, flat: str, text: str) -> tuple[Citation, ...] | None:
        """The commonest form, a unit with its number and parentheses, without the whole machinery."""
        match = _SIMPLE.fullmatch(flat)
        if match is None or self._table.number_first:
            return None
        word = match["sign"] or match["word"]
        unit = self._table.units.get(word.lower())
        if unit is None or unit.form == "many":
            return None
        steps = [Step(match["number"], unit.elements, word)]
        if match["walk"]:
            steps += [Step(number) for number in match["walk"][1:-1].split(")(")]
        return (Citation(text, tuple(steps)),)

    def _quoted(self, flat: str) -> Part | None:
        """`quoted art 5-1`: the word and a citation that this language reads."""
        word, _, rest = flat.partition(" ")
        sense = self._table.parts.get(word.lower())
        if sense is None or sense.kind != "quoted":
            return None
        inside = self.read(rest)
        if inside is None or len(inside) > 1 or not inside[0].steps or inside[0].parts or inside[0].upto:
            return None
        return Part("quoted", words=rest)

    def _read_base(self, base: str, text: str) -> tuple[Citation, ...] | None:
        paths = self._paths(base)
        if paths is None:
            return None
        found: list[Citation] = []
        for path, upto in paths:
            citation = _citation(path, upto, text)
            if citation is None:
                return None
            found.append(citation)
        return tuple(found)

    def _paths(self, flat: str, *, in_parts: bool = False) -> list[_Variant] | None:
        tokens = self._lexer.tokens(flat)
        if not tokens or tokens[0].kind in (Kind.WITHIN, Kind.JOIN, Kind.RUN, Kind.COMMA):
            return None
        if tokens[0].kind is Kind.ACT and tokens[0].start:
            return None  # `the Act` is words of a law far more often than an address
        try:
            return _Reading(tokens, self._table, in_parts).paths()
        except NotACitationError:
            return None


def _citation(path: _Path, upto: _Path | None, text: str) -> Citation | None:
    """The citation that a path says; None where units stand inside parts, or the Act inside anything."""
    act = path[0] is _ACT
    things = [node.thing for node in path[1 if act else 0 :]]
    steps = [thing for thing in things if isinstance(thing, Step)]
    parts = [thing for thing in things if isinstance(thing, Part)]
    if _ACT in path[1:] or things != [*steps, *parts] or any(step.number is None for step in steps[1:]):
        return None
    if act or not steps:
        act = act or (bool(parts) and parts[0].kind in _ACT_PARTS)
        return Citation(text, parts=tuple(parts), act=True) if act and not steps and upto is None else None
    last = tuple(node.thing for node in upto or () if isinstance(node.thing, Step))
    if upto is not None and (parts or len(last) != len(upto) or len(last) != len(steps)):
        return None
    return Citation(text, tuple(steps), tuple(_named(part) for part in parts), upto=last)


def _named(part: Part) -> Part:
    """A title that is no Act's is a heading."""
    return replace(part, kind="heading") if part.kind == "title" else part


def with_parts(
    found: Sequence[Citation], chains: Sequence[tuple[tuple[Part, ...], ...]], text: str
) -> tuple[Citation, ...] | None:
    """Each of the citations with each of the chains of parts behind it; None for a run, which has no parts.

    Args:
        found: what stands before the first slash.
        chains: for each text between slashes the parts that it names.
        text: the whole address.
    """
    if any(citation.upto for citation in found):
        return None
    result: list[Citation] = []
    for citation, inside in product(found, list(product(*chains))):
        added = tuple(part for chain in inside for part in chain)
        if not citation.act:
            added = tuple(_named(part) for part in added)
        result.append(replace(citation, text=text, parts=citation.parts + added))
    return tuple(result)


_SLASH = re.compile(rf"(?:{QUOTED})|(?P<slash> / ?|/ | ?/(?=[^\W\d_]{{3}}))")


def split_parts(text: str) -> list[str]:
    """An address cut at its slashes; those inside quotation marks and numbers (`226/A`) are none."""
    pieces: list[str] = []
    start = 0
    for match in _SLASH.finditer(text):
        if match["slash"]:
            pieces.append(text[start : match.start()].strip())
            start = match.end()
    return [*pieces, text[start:].strip()]


@dataclass(slots=True)
class _Reading:
    """The reading of one text: tokens and how far they are read."""

    tokens: list[Token]
    table: Table
    in_parts: bool
    place: int = 0
    done: list[_Variant] = field(default_factory=list)
    inner: list[list[_Variant]] = field(default_factory=list)
    chain: list[_Variant] = field(default_factory=list)

    def paths(self) -> list[_Variant]:
        """All paths that the text names."""
        self.chain = [((node,), None) for node in self.nodes()]
        while self.place < len(self.tokens):
            self.go_on()
        self.close_citation()
        return self.done

    def peek(self, ahead: int = 0) -> Token | None:
        at = self.place + ahead
        return self.tokens[at] if at < len(self.tokens) else None

    def take(self, *kinds: Kind) -> Token | None:
        """The next token if it is of one of the kinds; it is then read."""
        token = self.peek()
        if token is None or token.kind not in kinds:
            return None
        self.place += 1
        return token

    def go_on(self) -> None:
        """Reads what follows a complete node."""
        if self.take(Kind.WITHIN) or self.heading_to():
            self.inner.append(self.chain)
            self.chain = [((node,), None) for node in self.nodes()]
        elif dash := self.take(Kind.RUN):
            self.run(dash)
        elif self.take(Kind.COMMA):
            joined = self.take(Kind.JOIN) is not None
            self.listed(joined=joined)
        elif self.take(Kind.JOIN):
            self.listed(joined=True)
        else:
            self.append()

    def heading_to(self) -> bool:
        """`heading to section 3`: the word of a run stands for `of` behind a part that needs no number."""
        last = self.chain[-1][0][-1].thing
        if isinstance(last, Part) and last.index is None and last.words is None:
            return self.take(Kind.RUN) is not None
        return False

    def append(self) -> None:
        """One more node inside the chain (parentheses inside the last of a list)."""
        walked = self.take(Kind.PAREN)
        if walked:
            path, upto = self.chain[-1]
            node = _Node(Step(walked.text), paren=True, number=True)
            if not isinstance((upto or path)[-1].thing, Step):
                raise NotACitationError
            self.chain[-1] = (path, (*upto, node)) if upto else ((*path, node), None)
            return
        if len(self.chain) > 1 or self.chain[0][1] is not None:
            raise NotACitationError  # `articles 5 and 7, paragraph 2`: of which?
        path = self.chain[0][0]
        self.chain = [((*path, node), None) for node in self.nodes()]

    def listed(self, *, joined: bool) -> None:
        """What follows a comma or `and`: another number, another unit of the kind, or (`and`) another citation."""
        token = self.peek()
        if token is None:
            raise NotACitationError
        if token.kind in (Kind.NUMBER, Kind.PAREN) or self.letter(token, joined):
            self.chain.append((self.sibling(token), None))
            self.place += 1
            return
        nodes = self.nodes()
        level = self.level_of(nodes[0])
        if level is not None:
            before = self.last_path()[:level]
            self.chain += [((*before, node), None) for node in nodes]
        elif joined:
            self.close_citation()
            self.chain = [((node,), None) for node in nodes]
        elif len(self.chain) == 1 and self.chain[0][1] is None:
            path = self.chain[0][0]
            self.chain = [((*path, node), None) for node in nodes]
        else:
            raise NotACitationError

    def run(self, dash: Token) -> None:
        """`articles 5 to 8`, `12(2)-(4)`, `art 5 .. art 8`; a part's run is written out."""
        first, upto = self.chain[-1]
        token = self.peek()
        if upto is not None or token is None:
            raise NotACitationError
        if token.kind in (Kind.NUMBER, Kind.PAREN) or self.letter(token, True):
            last = self.sibling(token)
            self.place += 1
        else:
            nodes = self.nodes()
            level = self.level_of(nodes[0])
            if level is None or len(nodes) > 1:
                raise NotACitationError
            last = (*first[:level], nodes[0])
        while walked := self.take(Kind.PAREN):
            last = (*last, _Node(Step(walked.text), paren=True, number=True))
        self.chain[-1:] = _run_of(first, last, dash)

    def last_path(self) -> _Path:
        path, upto = self.chain[-1]
        return upto or path

    def level_of(self, node: _Node) -> int | None:
        """Where in the chain a node of the same kind stands; None where there is none."""
        for level, other in enumerate(self.last_path()):
            if _same_kind(node.thing, other.thing):
                return level
        return None

    def letter(self, token: Token, joined: bool) -> bool:
        """Whether a word in a list is a number in letters (`points a and b`), which only follows another."""
        if not joined and token.kind is not Kind.WORD:
            return False
        last = self.last_path()[-1]
        lettered = isinstance(last.thing, Step) and last.number and not (last.thing.number or "0")[0].isdigit()
        return lettered and self.letter_number(token) is not None

    def letter_number(self, token: Token) -> str | None:
        if token.kind is not Kind.WORD or not LETTER_NUMBER.fullmatch(token.written):
            return None
        return token.written

    def sibling(self, token: Token) -> _Path:
        """The path of the next number of a list: `7` in `sections 5(2) and 7`, `(3)` in `section 5(2) and (3)`."""
        path = self.last_path()
        level = _paren_level(path, token.text) if token.kind is Kind.PAREN else _named_level(path)
        if level is None:
            raise NotACitationError
        node = path[level]
        thing = node.thing
        number = token.written or token.text
        if isinstance(thing, Step):
            return (*path[:level], replace(node, thing=replace(thing, number=self.with_suffix(number, 1))))
        if thing.index is None or not number.isdigit() or int(number) < 1:
            raise NotACitationError
        return (*path[:level], replace(node, thing=replace(thing, index=int(number))))

    def with_suffix(self, number: str, ahead: int = 0) -> str:
        """`5 bis` as one number; the suffix is then read."""
        after = self.peek(ahead)
        if after and after.kind is Kind.WORD and after.text in self.table.number_suffixes:
            del self.tokens[self.place + ahead]
            return number + after.text
        return number

    def nodes(self) -> list[_Node]:
        """The next unit or part; several where it is counted by several ordinals (`first and second sentence`)."""
        if self.take(Kind.ACT):
            return [_ACT]
        before = list(self.ordinals())
        if not before and self.table.number_first and (number := self.take(Kind.NUMBER, Kind.PAREN)):
            return [self.numbered(self.word(), number)]
        token = self.word()
        if before:
            return [_counted_node(token, index) for index in before]
        if token.unit is not None and not self.in_parts:
            number = self.number_ahead()
            if number is not None:
                return [self.numbered(token, number)]
        if (token.part is not None or not self.in_parts) and (after := list(self.ordinals())):
            return [_counted_node(token, index) for index in after]
        if token.unit is not None and token.unit.bare and not self.in_parts:
            return [_Node(Step(None, token.unit.elements, token.text))]
        if token.part is None:
            raise NotACitationError
        return [_Node(self.part(token.part))]

    def word(self) -> Token:
        token = self.take(Kind.WORD)
        if token is None or (token.unit is None and token.part is None):
            raise NotACitationError
        return token

    def ordinals(self) -> Iterator[int]:
        """Ordinals one after another, joined by `and` or commas."""
        while token := self.take(Kind.ORDINAL):
            yield token.index
            after = self.peek(1)
            joint = self.peek()
            if joint and joint.kind in (Kind.JOIN, Kind.COMMA) and after and after.kind is Kind.ORDINAL:
                self.place += 1

    def number_ahead(self) -> Token | None:
        """The number behind a unit, a number sign between them passed over; it is then read."""
        sign = self.peek()
        if sign and sign.kind is Kind.WORD and sign.text in self.table.number_signs:
            self.place += 1
        number = self.take(Kind.NUMBER, Kind.PAREN)
        if number is not None:
            return number
        token = self.peek()
        if token is not None and self.letter_number(token) is not None:
            self.place += 1
            return token
        if sign is not None and self.peek() is not sign:
            raise NotACitationError
        return None

    def numbered(self, token: Token, number: Token) -> _Node:
        unit = token.unit
        if unit is None:
            if token.part is None or not number.text.isdigit():
                raise NotACitationError
            return _counted_node(token, int(number.text))
        digits = self.with_suffix(number.written or number.text)
        self.refuse_doubtful_run(unit, number)
        digits += self.dashed(unit, digits)
        step = Step(digits, unit.elements, token.written)
        return _Node(step, paren=number.kind is Kind.PAREN, number=True)

    def dashed(self, unit: Unit, digits: str) -> str:
        """A number printed with a dash for its hyphen (`article 5–1`): told from a run by not rising."""
        dash, after = self.peek(), self.peek(1)
        if not (dash and after and dash.text in ("–", "—") and after.kind is Kind.NUMBER):
            return ""
        if not (digits.isdigit() and after.text.isdigit()) or int(after.text) > int(digits):
            if unit.form == "one":
                raise NotACitationError  # `article 5–8`: one number or a run?
            return ""
        self.place += 2
        return f"-{after.text}"

    def refuse_doubtful_run(self, unit: Unit, number: Token) -> None:
        """`articles 5-8` alone can be one number or a run written with a hyphen."""
        ends = number.text.split("-")
        if unit.form == "many" and number.kind is Kind.NUMBER and len(ends) == 2 and self.peek_is_end():
            low, high = ends
            if low.isdigit() and high.isdigit() and int(low) < int(high):
                raise NotACitationError

    def peek_is_end(self) -> bool:
        token = self.peek()
        return token is None or token.kind is Kind.WITHIN

    def part(self, sense: PartWord) -> Part:
        """A part with the position or the words that follow it."""
        kind = sense.kind
        if kind in _BARE_PARTS:
            return Part(kind)
        number = self.take(Kind.NUMBER)
        if number is not None:
            return _counted_part(sense, int(number.text) if number.text.isdecimal() else 0)
        if kind in _NAMED_PARTS:
            token = self.peek()
            after = self.peek(1)
            if token and token.kind is Kind.WITHIN and after and after.kind is Kind.QUOTE:
                self.place += 1
            words = self.take(Kind.QUOTE)
            if words is not None and words.text:
                return Part(kind, words=words.text)
        if kind in _ALONE_PARTS and sense.form == "one":
            return Part(kind)
        raise NotACitationError

    def close_citation(self) -> None:
        """Puts the chains of the citation in hand together, the last one outermost."""
        chains = [*self.inner, self.chain]
        outer: _Path = ()
        for chain in reversed(chains[1:]):
            if len(chain) > 1 or chain[0][1] is not None:
                raise NotACitationError  # `paragraph 1 of articles 5 and 7`: of each, or is the list wider?
            outer += chain[0][0]
        self.done += [((*outer, *path), (*outer, *upto) if upto else None) for path, upto in chains[0]]
        self.inner, self.chain = [], []


def _counted_node(token: Token, index: int) -> _Node:
    if token.part is None:
        raise NotACitationError
    return _Node(_counted_part(token.part, index))


def _counted_part(sense: PartWord, index: int) -> Part:
    """A part by position.

    `last paragraph` is refused: where paragraphs are numbered it would mean the last of them, which only the Act
    can tell, and not the last block.
    """
    if index == 0 or sense.kind in _BARE_PARTS or sense.kind == "quoted":
        raise NotACitationError
    if index == -1 and sense.hint == "paragraph":
        raise NotACitationError
    return Part(sense.kind, index, sense.hint)


def _same_kind(one: Step | Part, other: Step | Part) -> bool:
    if isinstance(one, Step) and isinstance(other, Step):
        return bool(one.units) and one.units == other.units
    return isinstance(one, Part) and isinstance(other, Part) and one.kind == other.kind


def _named_level(path: _Path) -> int | None:
    """The innermost unit with a word, or a counted part."""
    for level in range(len(path) - 1, -1, -1):
        thing = path[level].thing
        if (isinstance(thing, Part) and thing.index is not None) or (isinstance(thing, Step) and thing.units):
            return level
    return None


def _paren_level(path: _Path, number: str) -> int | None:
    """The innermost number in parentheses of the same style; `(b)` after `(a)(i)` goes on from `(a)`."""
    levels = [level for level, node in enumerate(path) if node.paren and isinstance(node.thing, Step)]
    found: int | None = None
    for level in levels:
        thing = path[level].thing
        if isinstance(thing, Step) and _alike(thing.number or "", number):
            found = level
    return found


def _alike(one: str, other: str) -> bool:
    """Whether two numbers can be of one series: digits, small or capital letters, small or capital Roman numbers."""
    return bool(_styles(one) & _styles(other))


_FEW_LETTERS = re.compile(r"([^\W\d_])\1*")
_SMALL_ROMAN = re.compile(r"[ivxIVX]+")


@lru_cache(maxsize=1024)
def _styles(number: str) -> frozenset[str]:
    letters = re.match(r"\d+|[^\W\d_]+", number)
    base = letters[0] if letters else number
    if base[:1].isdigit():
        return frozenset({"digits"})
    case = "lower" if base.islower() else "upper"
    styles = {f"{case} roman"} if _SMALL_ROMAN.fullmatch(base) else set()
    if _FEW_LETTERS.fullmatch(base) and not (styles and len(base) > 1):
        styles.add(f"{case} letters")
    return frozenset(styles or {f"{case} letters"})


def _run_of(first: _Path, last: _Path, dash: Token) -> list[_Variant]:
    """The variants that a run stands for: one with an end for units, one for each position for parts."""
    start, end = first[-1].thing, last[-1].thing
    if isinstance(start, Step) and isinstance(end, Step) and len(first) == len(last):
        return [(first, last)]
    if not (isinstance(start, Part) and isinstance(end, Part)) or start.index is None or end.index is None:
        raise NotACitationError
    if not 0 < start.index < end.index <= start.index + 1000:
        raise NotACitationError
    nodes = [replace(last[-1], thing=replace(start, index=index)) for index in range(start.index, end.index + 1)]
    return [((*first[:-1], node), None) for node in nodes]
