"""Provisions laid out anew: words that stay where their paragraphs are others.

Where a sentence became a list, or a section was put one level higher, the tree of the marked Act has the old
provisions as gone and the new ones as come, which is what the structure says. On paper that would be two
walls of text of the same words. So a stretch of paragraphs that one replacement took away and put there is
compared word by word across the ends of its paragraphs: what stays is left unmarked, and the breaks between
paragraphs come and go. Nothing of either text depends on it: rejected it gives the old paragraphs, accepted
the new ones, each as before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter, itemgetter

from redline.compare.words import Hunk, word_hunks
from redline.render.word.paragraphs import Line, Paragraph, Piece

_BREAK = "\u2029"
"""Ends each paragraph of a text."""
_WORD = re.compile(r"\w+")
_LOOK = attrgetter("bold", "italic", "superscript", "subscript", "underline", "strike")
_MOST_BY_CHANCE = 4
"""More words than these in a row are no chance."""
_TIMES = 4
"""How many times as many words must change on both sides of words that are kept by chance."""

_Slice = tuple[str, Piece | None]
"""Words and the piece that they are of, or a break."""


def with_words_that_stay(lines: Sequence[Line], operations: Collection[str]) -> Iterator[Line]:
    """The lines, those stretches compared across paragraphs where that leaves fewer words marked.

    Args:
        lines: of both texts.
        operations: the replacements: a stretch is what one of them changed.
    """
    held: list[Paragraph] = []
    of: str | None = None
    for line in lines:
        own = _operation(line) if isinstance(line, Paragraph) else None
        if own not in operations:
            own = None
        if held and own != of:
            apart = not (isinstance(line, Paragraph) and (line.split or line.joined))
            yield from _stretch(held, of or "") if apart else held
            held = []
        of = own
        if own is not None and isinstance(line, Paragraph):
            held.append(line)
        else:
            yield line
    yield from _stretch(held, of or "")


def _operation(paragraph: Paragraph) -> str | None:
    """The one operation that changed a paragraph; None where none did, several, or not words alone."""
    if paragraph.split or paragraph.joined or paragraph.style.startswith("contents"):
        return None
    found: set[str | None] = set()
    for piece in paragraph.pieces:
        if piece.moved or piece.run.note is not None or piece.run.image is not None:
            return None
        if not (piece.base and piece.amended):
            found.add(piece.operation if piece.base or piece.amended else None)
    return found.pop() if len(found) == 1 else None


@dataclass(slots=True)
class _Text:
    """One of the two texts of a stretch.

    Attributes:
        words: its paragraphs, each with a break behind it.
        pieces: where each piece ends, and the piece; None for a break.
        paragraphs: its paragraphs.
    """

    words: str
    pieces: list[tuple[int, Piece | None]]
    paragraphs: list[Paragraph]

    def cut(self, start: int, end: int) -> Iterator[_Slice]:
        """The words [start, end), piece by piece."""
        place = bisect_right(self.pieces, start, key=itemgetter(0))
        while start < end:
            until, piece = self.pieces[place]
            yield self.words[start : min(until, end)], piece
            start, place = until, place + 1


def _text(stretch: Sequence[Paragraph], *, base: bool) -> _Text:
    words: list[str] = []
    pieces: list[tuple[int, Piece | None]] = []
    standing: list[Paragraph] = []
    at = 0
    for paragraph in stretch:
        if not (paragraph.base if base else paragraph.amended):
            continue
        standing.append(paragraph)
        for piece in paragraph.pieces:
            if piece.base if base else piece.amended:
                words.append(piece.run.text)
                at += len(piece.run.text)
                pieces.append((at, piece))
        words.append(_BREAK)
        at += 1
        pieces.append((at, None))
    return _Text("".join(words), pieces, standing)


def _stretch(stretch: list[Paragraph], operation: str) -> Iterator[Paragraph]:
    """A stretch compared across its paragraphs; as it was where nothing is gained by that."""
    base, amended = _text(stretch, base=True), _text(stretch, base=False)
    if len(stretch) < 2 or not base.paragraphs or not amended.paragraphs or not _plain(base, amended):
        yield from stretch
        return
    texts = base.words, amended.words
    hunks = _whole_paragraphs(_readable(word_hunks(*texts), *texts), *texts)
    parts = list(_parts(base, amended, hunks, operation))
    if _marked(part for part in parts if isinstance(part, Piece)) >= _marked(
        piece for paragraph in stretch for piece in paragraph.pieces
    ):
        yield from stretch
        return
    yield from _paragraphs(parts, base, amended, operation)


def _plain(base: _Text, amended: _Text) -> bool:
    """Whether breaks are told from words, and all paragraphs are of one language."""
    paragraphs = [*base.paragraphs, *amended.paragraphs]
    return (
        base.words.count(_BREAK) == len(base.paragraphs)
        and amended.words.count(_BREAK) == len(amended.paragraphs)
        and len({(paragraph.language, paragraph.quoted) for paragraph in paragraphs}) == 1
    )


def _marked(pieces: Iterable[Piece]) -> int:
    """How many words are marked."""
    return sum(len(piece.run.text.split()) for piece in pieces if not (piece.base and piece.amended))


# ---- which words stay


def _readable(hunks: Sequence[Hunk], base: str, amended: str) -> list[Hunk]:
    """The hunks, with the words between two of them taken in where they say nothing.

    A few words that long passages have in common by chance keep the reader from reading either.
    """
    merged: list[Hunk] = []
    for hunk in hunks:
        merged.append(hunk)
        while len(merged) > 1 and _is_chance(merged[-2], merged[-1], base, amended):
            last = merged.pop()
            first = merged.pop()
            merged.append(Hunk(first.start, last.end, first.new_start, last.new_end))
    return merged


def _is_chance(left: Hunk, right: Hunk, base: str, amended: str) -> bool:
    kept = _count(base[left.end : right.start])
    least = min(_size(left, base, amended), _size(right, base, amended))
    return 0 < kept <= _MOST_BY_CHANCE and kept * _TIMES <= least


def _size(hunk: Hunk, base: str, amended: str) -> int:
    return max(_count(base[hunk.start : hunk.end]), _count(amended[hunk.new_start : hunk.new_end]))


def _count(words: str) -> int:
    return len(_WORD.findall(words))


def _whole_paragraphs(hunks: Sequence[Hunk], base: str, amended: str) -> list[Hunk]:
    """The hunks; where whole paragraphs take the place of others, their last break is taken in too.

    So the old ones stand before the new ones, and no paragraph of the page has both.
    """
    found: list[Hunk] = []
    for hunk in hunks:
        begins = base[hunk.start - 1 : hunk.start] in ("", _BREAK) and amended[
            hunk.new_start - 1 : hunk.new_start
        ] in ("", _BREAK)
        ends = base[hunk.end : hunk.end + 1] == _BREAK == amended[hunk.new_end : hunk.new_end + 1]
        both = hunk.start < hunk.end and hunk.new_start < hunk.new_end
        more = int(begins and ends and both)
        found.append(Hunk(hunk.start, hunk.end + more, hunk.new_start, hunk.new_end + more))
    return found


# ---- the paragraphs of the page


@dataclass(frozen=True, slots=True)
class _Break:
    """The end of a paragraph, and in which texts it stands."""

    base: bool
    amended: bool


def _parts(base: _Text, amended: _Text, hunks: Sequence[Hunk], operation: str) -> Iterator[Piece | _Break]:
    """The words and breaks of both texts in one."""
    at, new_at = 0, 0
    for hunk in (*hunks, Hunk(len(base.words), len(base.words), len(amended.words), len(amended.words))):
        yield from _same(base.cut(at, hunk.start), amended.cut(new_at, hunk.new_start), operation)
        yield from _one_sided(base.cut(hunk.start, hunk.end), operation, base=True)
        yield from _one_sided(amended.cut(hunk.new_start, hunk.new_end), operation, base=False)
        at, new_at = hunk.end, hunk.new_end


def _same(base: Iterable[_Slice], amended: Iterable[_Slice], operation: str) -> Iterator[Piece | _Break]:
    """Words that stay; those that are printed otherwise now go and come."""
    new = deque(amended)
    for text, piece in base:
        while text:
            new_text, new_piece = new.popleft()
            length = min(len(text), len(new_text))
            if length < len(new_text):
                new.appendleft((new_text[length:], new_piece))
            if piece is None or new_piece is None:
                yield _Break(base=True, amended=True)
            elif _LOOK(piece.run) == _LOOK(new_piece.run):
                run = replace(new_piece.run, text=text[:length], mark=None)
                yield replace(new_piece, run=run, base=True, amended=True, operation=None)
            else:
                yield from _one_sided([(text[:length], piece)], operation, base=True)
                yield from _one_sided([(text[:length], new_piece)], operation, base=False)
            text = text[length:]


def _one_sided(slices: Iterable[_Slice], operation: str, *, base: bool) -> Iterator[Piece | _Break]:
    for text, piece in slices:
        if piece is None:
            yield _Break(base=base, amended=not base)
        else:
            run = replace(piece.run, text=text)
            yield replace(piece, run=run, base=base, amended=not base, operation=operation)


@dataclass(slots=True)
class _Shown:
    """What stands between two breaks of the page.

    Attributes:
        pieces: its words.
        of: the place of the paragraph that they are of, in the base and in the amended text; None in a text
            that it has no words of.
        begins, ends: whether that paragraph begins, and ends, with it.
    """

    pieces: list[Piece]
    of: tuple[int | None, int | None]
    begins: tuple[bool, bool] = (True, True)
    ends: tuple[bool, bool] = (True, True)

    def paragraph(self, texts: tuple[_Text, _Text], operation: str) -> Paragraph:
        """The paragraph of the page, laid out as the text has it whose paragraph ends with it."""
        base, amended = (
            None if at is None else text.paragraphs[at] for text, at in zip(texts, self.of, strict=True)
        )
        new = amended if amended is not None and (self.ends[1] or base is None) else None
        layout = new or base
        assert layout is not None
        anchors = (
            name
            for source, begins in ((base, self.begins[0]), (amended, self.begins[1]))
            if source is not None and begins
            for name in source.anchors
        )
        return replace(
            layout,
            pieces=self.pieces,
            anchors=tuple(dict.fromkeys(anchors)),
            base=base is not None,
            amended=amended is not None,
            operation=None if base is not None and amended is not None else operation,
            split=None if self.begins[0] else operation,
            joined=None if self.begins[1] else operation,
        )


def _paragraphs(
    parts: Iterable[Piece | _Break], base: _Text, amended: _Text, operation: str
) -> Iterator[Paragraph]:
    """The paragraphs of the page: a break of either text ends one."""
    shown = list(_between_breaks(parts))
    for text in (0, 1):
        before: _Shown | None = None
        for one in shown:
            if one.of[text] is None:
                continue
            if before is not None and before.of[text] == one.of[text]:
                one.begins = _with(one.begins, text)
                before.ends = _with(before.ends, text)
            before = one
    for one in shown:
        yield one.paragraph((base, amended), operation)


def _with(flags: tuple[bool, bool], text: int) -> tuple[bool, bool]:
    """The flags of both texts, that of one text cleared."""
    return (flags[0] and text != 0, flags[1] and text != 1)


def _between_breaks(parts: Iterable[Piece | _Break]) -> Iterator[_Shown]:
    pieces: list[Piece] = []
    at = new_at = 0
    for part in parts:
        if isinstance(part, Piece):
            pieces.append(part)
            continue
        if pieces:
            base, amended = any(piece.base for piece in pieces), any(piece.amended for piece in pieces)
            yield _Shown(pieces, (at if base else None, new_at if amended else None))
            pieces = []
        at, new_at = at + part.base, new_at + part.amended
