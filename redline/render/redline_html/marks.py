"""Marks in the text: `ins` and `del` with their operation, and the numbers that lead to what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from redline.model.blocks import Run
from redline.render.html_runs import Anchors, words_html
from redline.render.redline_html.operations import Operations, anchor_of
from redline.render.redline_html.words import Words
from redline.render.word.paragraphs import Line, Paragraph, Piece, paragraphs_in


class Marks:
    """Writes the words of both texts, what changed in `ins` and `del`.

    Where changes of one operation stand together, the first has a number before it: a link to what the page
    says of the operation, and where the reader goes from change to change.

    Args:
        anchors: the identifiers of the page.
        operations: what changed the Act.
        words: the page's own words.
        moves: operations of which both the old place and the new one are on the page.

    Attributes:
        first: operation id -> the identifier of its first number.
        met: the same since the last heading.
        cited: index of a note -> whether a mark of it was met in the base, and in the consolidated text.
    """

    def __init__(self, anchors: Anchors, operations: Operations, words: Words, moves: frozenset[str]) -> None:
        self.anchors = anchors
        self.operations = operations
        self.words = words
        self.moves = moves
        self.first: dict[str, str] = {}
        self.met: dict[str, str] = {}
        self.cited: dict[int, tuple[bool, bool]] = {}
        self._last: tuple[str, bool] | None = None
        self._count = 0
        self._ends: set[tuple[str, bool]] = set()
        self._owed = ""

    def begin(self) -> None:
        """A heading begins: what changes below it has numbers of its own."""
        self.met = {}
        self._last = None

    def lead(self, pieces: Iterable[Piece]) -> str:
        """The number that a paragraph begins with; a link to where it moved follows with its words."""
        return "".join(self._pieces(pieces))

    def pieces(self, pieces: Iterable[Piece]) -> Iterator[str]:
        """The words of a paragraph."""
        yield self._taken()
        for html in self._pieces(pieces):
            yield html
            yield self._taken()

    def _taken(self) -> str:
        owed, self._owed = self._owed, ""
        return owed

    def _pieces(self, pieces: Iterable[Piece]) -> Iterator[str]:
        for (base, amended, operation, moved), members in _together(pieces):
            # Between a number and its words stands a tab for Word; here the style keeps them apart.
            html = words_html(tuple(members), self.anchors).replace("\t", " ")
            self._note_citations(members, base, amended)
            if base and amended:
                if any(run.text.strip() or run.image for run in members):
                    self._last = None
                yield html
            elif base or amended:
                seen = any(run.text.strip() or run.image or run.note is not None for run in members)
                yield self.number(operation, moved=moved, base=base) if seen else ""
                yield self.marked(html, operation, base=base, moved=moved)

    def _note_citations(self, runs: Iterable[Run], base: bool, amended: bool) -> None:
        for run in runs:
            if run.note is not None:
                before = self.cited.get(run.note, (False, False))
                self.cited[run.note] = (before[0] or base, before[1] or amended)

    def marked(self, html: str, operation: str | None, *, base: bool, moved: bool = False) -> str:
        """HTML that stands in one text only."""
        tag = "del" if base else "ins"
        kind = ' class="mv"' if moved else ""
        return f"<{tag}{kind}{named(operation)}>{html}</{tag}>"

    def broken(self, line: Paragraph) -> str:
        """The mark of a break before a paragraph that came (a split) or went (a join)."""
        if line.split is None and line.joined is None:
            return ""
        operation, went = line.split or line.joined, line.joined is not None
        tag = "del" if went else "ins"
        return f'{self.number(operation)}<{tag} class="br"{named(operation)}></{tag}>'

    def number(self, operation: str | None, *, moved: bool = False, base: bool = False) -> str:
        """The number before a change; empty where the change before it is of the same operation."""
        here = (operation or "", moved and base)
        if operation is None or self._last == here:
            return ""
        self._last = here
        self._count += 1
        own = f"redline-change-{self._count}"
        self.first.setdefault(operation, own)
        self.met.setdefault(operation, own)
        if moved and operation in self.moves:
            # Behind a number that another operation changed, it is still owed.
            self._owed = self._other_end(operation, base) or self._owed
        number, target = self.operations.number(operation), anchor_of(operation)
        label = self.words.html("why", number=number)
        return (
            f'<a class="why" id="{own}" href="#{target}"{named(operation)} aria-label="{label}" '
            f'aria-describedby="{target}">{number}</a>'
        )

    def _other_end(self, operation: str, base: bool) -> str:
        """A link from the old place of what moved to the new one, or back."""
        if (operation, base) in self._ends:
            return ""
        self._ends.add((operation, base))
        here, there = ("old", "new") if base else ("new", "old")
        place = self.operations.moved(operation)
        cited = (place.citation_after if base else place.citation_before) if place else None
        said = self.words.html("to" if base else "from", place=cited or self.words["elsewhere"])
        target = anchor_of(operation)
        return (
            f'<a class="end" id="{target}-{here}" href="#{target}-{there}"{named(operation)}'
            f"{self.words.own}>{said}</a>"
        )


def named(operation: str | None) -> str:
    """The attribute that names an operation."""
    return f' data-op="{escape(operation)}"' if operation else ""


Standing = tuple[bool, bool, str | None, bool]
"""Whether words stand in the base and in the amended text, the operation that says so, whether they moved."""


def _together(pieces: Iterable[Piece]) -> Iterator[tuple[Standing, list[Run]]]:
    """Neighbours that one mark holds. A space of the same operation goes with the words before it: it bears
    no mark of a move.
    """
    held: list[Run] = []
    of: Standing = (True, True, None, False)
    for piece in pieces:
        both = piece.base and piece.amended
        own = (True, True, None, False) if both else (piece.base, piece.amended, piece.operation, piece.moved)
        blank = piece.run.text.isspace() and own[:3] == of[:3]
        if held and own != of and not blank:
            yield of, held
            held = []
        of = of if held else own
        held.append(piece.run)
    if held:
        yield of, held


def moves_of(lines: Iterable[Line]) -> frozenset[str]:
    """The operations that moved words of which both places are there."""
    ends = {
        (piece.operation, piece.base)
        for paragraph in paragraphs_in(lines)
        for piece in paragraph.pieces
        if piece.moved and piece.base != piece.amended and piece.run.text.strip()
    }
    return frozenset(operation for operation, base in ends if operation and (operation, not base) in ends)
