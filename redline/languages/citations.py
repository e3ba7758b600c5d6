"""Reading citations: one reader for every language, driven by a language's table.

A citation is a chain of units and parts, each a word with its number. Inside a chain the outer unit comes
first (`article 5, paragraph 2`); a word such as `of`, or a genitive, closes a chain and says that it stands
inside the one that follows (`point (a) of paragraph 2 of article 5`). Lists and runs vary the innermost
chain.

The reader is strict: where something is left over, or could be read in two ways, the text is no citation at
all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, product

from msgspec.structs import replace

from redline.languages.grammar import read_paths
from redline.languages.paths import ACT, NotACitationError, Path, Variant
from redline.languages.tables import NUMBER, Table
from redline.languages.tokens import IN_PARENTHESES, QUOTED, Kind, Lexer, plain
from redline.model.address import Citation, Part, Step

# Longer than any list of provisions; whole paragraphs of law need not be cut into tokens to be refused.
_LONGEST = 2000
_SIMPLE = re.compile(
    rf"(?:(?P<sign>§+) ?|(?P<word>[^\W\d_]+)(?:\. ?| ))"
    rf"(?P<number>{NUMBER})(?P<walk>(?:\({IN_PARENTHESES}\))*)"
)
_SLASH = re.compile(rf"(?:{QUOTED})|(?P<slash> / ?|/ | ?/(?=[^\W\d_]{{3}}))")


class CitationReader:
    """Reads the citations of one language; made once for each table, holds nothing that changes."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._lexer = Lexer(table)

    def read(self, text: str) -> tuple[Citation, ...] | None:
        """The provisions that a text cites, parts after a slash included; None when it is not a citation."""
        if len(text) > _LONGEST:
            return None
        flat = plain(text)
        simple = self._simple(flat, text)
        if simple is not None:
            return simple
        base, *segments = split_parts(flat)
        found = self._base(base, text)
        if found is None or not segments:
            return found
        chains = [self.read_parts(segment) for segment in segments]
        known = [chain for chain in chains if chain is not None]
        return with_parts(found, known, text) if len(known) == len(chains) else None

    def read_parts(self, text: str) -> tuple[tuple[Part, ...], ...] | None:
        """The parts named between two slashes, as chains; None when they are none."""
        flat = plain(text)
        quoted = self._quoted(flat)
        if quoted is not None:
            return ((quoted,),)
        chains: list[tuple[Part, ...]] = []
        for path, upto in self._paths(flat, in_parts=True):
            parts = tuple(node.thing for node in path if isinstance(node.thing, Part) and node is not ACT)
            if upto is not None or len(parts) != len(path):
                return None
            chains.append(parts)
        return tuple(chains) or None

    def _simple(self, flat: str, text: str) -> tuple[Citation, ...] | None:
        """The commonest form, a unit with its number and parentheses, without the whole machinery."""
        match = None if self._table.number_first else _SIMPLE.fullmatch(flat)
        if match is None:
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

    def _base(self, base: str, text: str) -> tuple[Citation, ...] | None:
        found: list[Citation] = []
        for path, upto in self._paths(base):
            citation = _citation(path, upto, text)
            if citation is None:
                return None
            found.append(citation)
        return tuple(found) or None

    def _paths(self, flat: str, *, in_parts: bool = False) -> list[Variant]:
        """What a text names, or an empty list."""
        tokens = self._lexer.tokens(flat)
        if not tokens or tokens[0].kind in (Kind.WITHIN, Kind.JOIN, Kind.RUN, Kind.COMMA):
            return []
        if tokens[0].kind is Kind.ACT and tokens[0].start:
            return []  # `the Act` is words of a law far more often than an address
        try:
            return read_paths(tokens, self._table, in_parts=in_parts)
        except NotACitationError:
            return []


def _citation(path: Path, upto: Path | None, text: str) -> Citation | None:
    """The citation that a path says; None where units stand inside parts, or the Act inside anything."""
    named = path[0] is ACT
    things = _numbered([node.thing for node in path[1 if named else 0 :]])
    steps = [thing for thing in things if isinstance(thing, Step)]
    parts = [thing for thing in things if isinstance(thing, Part)]
    unnumbered = [step for step in steps[1:] if step.number is None and step.units[:1] != ("note",)]
    if ACT in path[1:] or things != [*steps, *parts] or unnumbered:
        return None
    if named or not steps:
        return _of_act(steps, parts, text, named=named) if upto is None else None
    last = tuple(node.thing for node in upto or () if isinstance(node.thing, Step))
    if upto is not None and (parts or len(last) != len(upto) or len(last) != len(steps)):
        return None
    return Citation(text, tuple(steps), tuple(_of_provision(part) for part in parts), upto=last)


def _numbered(things: list[Step | Part]) -> list[Step | Part]:
    """What a citation names, a part that holds a numbered unit as the numbered paragraph that it must be:
    in codes `часть пятая` is paragraph 5, and `подпункт 1) части пятой` stands in it.
    """
    found = list(things)
    for place, (thing, inner) in enumerate(pairwise(things)):
        if isinstance(thing, Part) and thing.words == "paragraph" and isinstance(inner, Step):
            found[place] = Step(str(thing.index), ("paragraph", "part"), "paragraph")
    return found


def _of_act(steps: Sequence[Step], parts: Sequence[Part], text: str, *, named: bool) -> Citation | None:
    """The Act or a part of it; only its table of contents needs no mention of the Act."""
    if steps or not (named or parts[0].kind == "toc"):
        return None
    return Citation(text, parts=tuple(parts), act=True)


def _of_provision(part: Part) -> Part:
    """A title that is not the Act's is a heading."""
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
            added = tuple(_of_provision(part) for part in added)
        result.append(replace(citation, text=text, parts=citation.parts + added))
    return tuple(result)


def split_parts(text: str) -> list[str]:
    """An address cut at its slashes; those inside quotation marks and numbers (`226/A`) are none."""
    pieces: list[str] = []
    start = 0
    for match in _SLASH.finditer(text):
        if match["slash"]:
            pieces.append(text[start : match.start()].strip())
            start = match.end()
    return [*pieces, text[start:].strip()]
