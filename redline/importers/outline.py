"""Paragraphs -> the outline of a law: what is a heading, a provision, a note, a signature, an annex."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from redline.drafting.numbers import leading_number
from redline.drafting.tables import is_rule, is_table_line
from redline.importers.front import read_front
from redline.importers.heads import Head, HeadReader
from redline.importers.lists import ListReader
from redline.importers.notes import NoteReader
from redline.importers.report import Report
from redline.importers.source import Group, Source, is_drawn
from redline.importers.text import join_lines
from redline.jurisdictions.profile import Profile
from redline.languages import PACKS, LanguagePack
from redline.model.inline_signs import ACROSS, DOWN
from redline.model.outline import Annex, Division, EditorialNote, Frame, Outline, Paragraph, TocEntry


@dataclass(slots=True)
class _Piece:
    """A paragraph and what it was taken for at first sight."""

    paragraph: Paragraph
    head: Head | None = None
    underlined: bool = False
    behind_rule: bool = False


@dataclass(slots=True)
class _Open:
    """Where the reader stands: the divisions that are open, and the paragraphs of the innermost."""

    path: list[Division] = field(default_factory=list)
    pending: list[Paragraph] = field(default_factory=list)
    annex: Annex | None = None


class OutlineReader:
    """Reads one law.

    Args:
        profile: its levels, and the publisher's additions.
        pack: its language.
        report: takes what was recognised, guessed and left.
    """

    def __init__(self, profile: Profile, pack: LanguagePack, report: Report) -> None:
        self._profile = profile
        self._pack = pack
        self._report = report
        self._heads = HeadReader(pack.heads, profile)
        self._notes = NoteReader(profile.editorial)
        words: dict[str, tuple[str, ...]] = {}
        for each in PACKS:
            words |= each.unit_words
        self._lists = ListReader(profile, words, report.remark)
        order = [*(level.element for level in profile.containers), profile.basic.element]
        self._ranks = {element: rank for rank, element in enumerate(order)}

    def read(self, source: Source, frame: Frame) -> Outline:
        """The outline of a law."""
        outline = Outline(frame, self._profile.basic.element)
        groups = self._heads.annexes_joined(source.groups)
        pieces = [piece for group in groups for piece in self._pieces(group)]
        pieces = _with_tables(pieces)
        body = self._take_front(outline, pieces, source.titles)
        state = _Open()
        place = 0
        paragraphs = [piece.paragraph for piece in body]
        heads = [n for n, piece in enumerate(body) if piece.head is not None] + [len(body)]
        while place < len(body):
            # A note ends before the next heading.
            end = heads[bisect_left(heads, place)]
            length = self._notes.length(paragraphs, place, end) if end > place else 0
            if length:
                self._note(outline, state, paragraphs[place : place + length], body[place + length :][:1])
            else:
                self._take(outline, state, body[place])
            place += length or 1
        self._flush(outline, state, last=True)
        self._mark_emptied(outline)
        return outline

    def _pieces(self, group: Group) -> Iterator[_Piece]:
        """The paragraphs of a group: it is parted where a heading stands on a line of its own."""
        begun: Group = []
        indented = group[0][1].startswith("\u00a0")
        annexed = self._heads.is_annexed(group)
        for number, line in group:
            if begun and not annexed and not indented and self._begins(line):
                yield from self._parted(begun)
                begun = []
            begun.append((number, line))
        yield from self._parted(begun)

    def _begins(self, line: str) -> bool:
        head = self._heads.read(line)
        return head is not None and (bool(head.rest) or head.element != "attachment")

    def _parted(self, lines: Group) -> Iterator[_Piece]:
        paragraph = join_lines(lines)
        head = self._heads.read(paragraph.text)
        if head is not None and head.element in self._ranks and head.element != self._profile.basic.element:
            for text in self._heads.parted(paragraph.text):
                yield _Piece(Paragraph(text, paragraph.line), self._heads.read(text))
            return
        yield _Piece(paragraph, head)

    def _take_front(self, outline: Outline, pieces: list[_Piece], titles: set[int]) -> list[_Piece]:
        """Read what stands before the first provision; what is left is the body."""
        first = self._first_provision(pieces)
        first = self._take_contents(outline, pieces, first)
        front = [
            piece.paragraph for piece in pieces[:first] if piece.paragraph.line not in _lines_of(outline)
        ]
        law: list[Paragraph] = []
        place = 0
        while place < len(front):
            length = self._notes.length(front, place, len(front))
            if length:
                outline.notes.append(self._made_note(front[place : place + length]))
            else:
                law.append(front[place])
            place += length or 1
        underlined = {piece.paragraph.line for piece in pieces[:first] if piece.underlined} | titles
        read_front(outline, law, underlined, self._pack.code)
        return pieces[first:]

    def _first_provision(self, pieces: list[_Piece]) -> int:
        """Where the body begins: its first heading, or the first of an order's numbered paragraphs."""
        heads = [n for n, piece in enumerate(pieces) if piece.head is not None]
        first = heads[0] if heads else len(pieces)
        if all(piece.head is None or piece.head.element == "attachment" for piece in pieces):
            outer = self._profile.levels[0].number
            numbers = ((n, leading_number(piece.paragraph.text)) for n, piece in enumerate(pieces[:first]))
            return next((n for n, found in numbers if found and found[0].template == outer), first)
        return first

    def _take_contents(self, outline: Outline, pieces: list[_Piece], first: int) -> int:
        """Read the table of contents, where there is one; where the body begins behind it.

        Headings that stand behind `Contents` and all come again, without any words between them, are one.
        """
        named = self._pack.heads.contents
        title = next(
            (n for n in range(first) if pieces[n].paragraph.plain.lower().strip(" .") in named), None
        )
        if title is None or first >= len(pieces):
            return first
        again = [
            n
            for n in range(first + 1, len(pieces))
            if _same(pieces[n].head, pieces[first].head) and pieces[n].head is not None
        ]
        end = next((n for n in again if all(p.head for p in pieces[first:n])), None)
        if end is None:
            return first
        outline.contents_heading = pieces[title].paragraph
        for piece in pieces[first:end]:
            assert piece.head is not None
            level = self._ranks.get(piece.head.element, 0) + 1
            outline.contents.append(TocEntry(piece.paragraph, piece.head.element, piece.head.number, level))
        following = next((n for n in range(end, len(pieces)) if pieces[n].head is not None), end)
        self._report.recognised("contents", len(outline.contents))
        return following

    def _note(self, outline: Outline, state: _Open, words: list[Paragraph], following: list[_Piece]) -> None:
        note = self._made_note(words)
        note.about = state.path[-1] if state.path else None
        outline.notes.append(note)

    def _made_note(self, words: list[Paragraph]) -> EditorialNote:
        if len(words) == 1 and self._notes.is_marker(words[0].plain):
            self._report.remark("marker-alone", words[0].line, words[0].text)
        return EditorialNote(words, None, self._notes.amendments(words))

    def _take(self, outline: Outline, state: _Open, piece: _Piece) -> None:
        head, paragraph = piece.head, piece.paragraph
        if head is None:
            if self._notes.is_doubtful(paragraph.plain):
                self._report.remark("note-of-the-law", paragraph.line, paragraph.text)
            if piece.behind_rule and _FOOTNOTE.match(paragraph.text):
                self._flush(outline, state, last=True)
                state.path.clear()
            state.pending.append(paragraph)
            return
        self._flush(outline, state, last=head.element == "attachment")
        if head.element == "attachment":
            state.path.clear()
            state.annex = Annex(head.printed, head.number, paragraph.line)
            if head.rest:
                state.annex.heading.append(Paragraph(head.rest, paragraph.line))
            outline.annexes.append(state.annex)
            return
        self._open(outline, state, head, paragraph)

    def _open(self, outline: Outline, state: _Open, head: Head, paragraph: Paragraph) -> None:
        division = Division(head.element, head.printed, head.number, paragraph.line)
        if head.rest and self._notes.is_repealed(head.rest):
            division.intro.append(Paragraph(head.rest, paragraph.line))
            division.removed = True
        elif head.rest:
            division.heading = Paragraph(head.rest, paragraph.line)
        rank = self._ranks[head.element]
        while state.path and self._ranks[state.path[-1].element] >= rank:
            state.path.pop()
        holder = state.annex.divisions if state.annex is not None else outline.body
        siblings = state.path[-1].children if state.path else holder
        siblings.append(division)
        state.path.append(division)

    def _flush(self, outline: Outline, state: _Open, *, last: bool = False) -> None:
        """Put the paragraphs read so far where they belong.

        Args:
            last: whether they are the last of the Act's body, so that the signature is among them.
        """
        words, state.pending = state.pending, []
        if last and state.annex is None:
            words = self._signed(outline, words)
        if not words:
            return
        if state.path:
            self._fill(state.path[-1], words)
        elif state.annex is not None:
            self._fill_annex(state.annex, words)
        else:
            outline.body += self._loose(words)

    def _fill(self, division: Division, words: list[Paragraph]) -> None:
        kept = division.intro
        self._lists.fill(division, words)
        division.intro = kept + division.intro
        if division.wrap and division.element != self._profile.basic.element:
            # Articles follow: closing words cannot stand behind them.
            division.children.append(Division("alinea", "", "", division.wrap[0].line, intro=division.wrap))
            division.wrap = []
        for inner in division.walk():
            self._mark_repealed(inner)

    def _fill_annex(self, annex: Annex, words: list[Paragraph]) -> None:
        if not annex.heading and not annex.paragraphs and not annex.divisions and _is_heading(words[0]):
            annex.heading.append(words.pop(0))
        made = self._loose(words) if words else []
        if made and not made[0].number and not annex.divisions:
            annex.paragraphs += made[0].intro
            made = made[1:] if not made[0].children else made
        annex.divisions += made

    def _loose(self, words: list[Paragraph]) -> list[Division]:
        """Paragraphs that stand in no article: numbered ones are provisions, others an unnumbered one."""
        holder = Division("alinea", "", "", words[0].line)
        self._lists.fill(holder, words)
        front = [Division("alinea", "", "", words[0].line, intro=holder.intro)] if holder.intro else []
        tail = [Division("alinea", "", "", holder.wrap[0].line, intro=holder.wrap)] if holder.wrap else []
        for division in (*front, *tail):
            self._report.remark("plain", division.line, division.intro[0].text)
        for division in (*front, *holder.children, *tail):
            for inner in division.walk():
                self._mark_repealed(inner)
        return [*front, *holder.children, *tail]

    def _mark_repealed(self, division: Division) -> None:
        """A provision of which only the note of its repeal is left is a stub."""
        alone = len(division.intro) == 1 and not division.children and not division.wrap
        if alone and self._notes.is_repealed(division.intro[0].plain):
            division.removed = True

    def _signed(self, outline: Outline, words: list[Paragraph]) -> list[Paragraph]:
        """Take the signature from behind the last provision; the words that are left."""
        start = max(0, len(words) - _SIGNATURE)
        signs = self._pack.heads.signature
        for first in range(start, len(words)):
            under = [each.plain for each in words[first:]]
            if signs.match(under[0]) and all(map(_is_signature_line, under)):
                break
        else:
            return words
        outline.conclusions = words[first:]
        return words[:first]

    def _mark_emptied(self, outline: Outline) -> None:
        """A provision without words is a stub where a note at it says that it is repealed."""
        said = {id(note.about) for note in outline.notes if self._notes.tells_repeal(note.paragraphs)}
        for division in outline.divisions():
            if not division.intro and not division.children and id(division) in said:
                division.removed = True


_FOOTNOTE = re.compile(r"\[\d+\] ")
"""A footnote under the text, behind a rule."""
_SIGNATURE = 8
"""The signature takes no more paragraphs."""
_SIGNATURE_LINE = 80
_ANNEX_HEADING = 200


def _is_signature_line(text: str) -> bool:
    return len(text) <= _SIGNATURE_LINE and not text.endswith((";", ":", ",")) and text[:1].isupper()


def _is_heading(paragraph: Paragraph) -> bool:
    """Whether the line below `Annex 2` is its heading: words without a number, and no sentence."""
    text = paragraph.plain
    short = len(text) <= _ANNEX_HEADING and text[-1:].isalnum() and not paragraph.cells
    return short and text[:1].isupper() and leading_number(text) is None


def _lines_of(outline: Outline) -> set[int]:
    lines = {entry.paragraph.line for entry in outline.contents}
    return lines | ({outline.contents_heading.line} if outline.contents_heading else set())


def _same(one: Head | None, other: Head | None) -> bool:
    return (
        one is not None and other is not None and (one.element, one.number) == (other.element, other.number)
    )


def _with_tables(pieces: list[_Piece]) -> list[_Piece]:
    """Rows of pipe tables as one paragraph with cells; rules that a program drew left out."""
    made: list[_Piece] = []
    rows: list[Paragraph] = []
    ruled = False
    for piece in [*pieces, _Piece(Paragraph("", 0))]:
        text = piece.paragraph.text
        if is_table_line(text):
            rows.append(piece.paragraph)
            continue
        if rows:
            rules = [place for place, row in enumerate(rows) if is_rule(row.text)]
            cells = tuple(_cells(row.text) for row in rows if not is_rule(row.text))
            words = " ".join(cell for row in cells for cell in row if cell not in (ACROSS, DOWN))
            made.append(_Piece(Paragraph(words, rows[0].line, cells, rules[0] if rules else 0)))
            rows = []
        if text and not is_drawn(text):
            made.append(piece)
            piece.behind_rule, ruled = ruled, False
        elif made and text.startswith("="):
            made[-1].underlined = True
        ruled = ruled or text.startswith("---")
    return made


def _cells(line: str) -> tuple[str, ...]:
    cells = re.split(r"(?<!\\)\|", line.strip())[1:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in cells)
