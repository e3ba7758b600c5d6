"""Provisions laid out anew: words that stay where their paragraphs are others.

Where a sentence became a list, or a section was put one level higher, the tree of the marked Act has the old
provisions as gone and the new ones as come, which is what the structure says. On paper that would be two
walls of text of the same words. So a stretch of paragraphs that one replacement took away and put there is
compared word by word across the ends of its paragraphs: what stays is left unmarked, and the breaks between
paragraphs come and go. Nothing of either text depends on it: rejected it gives the old paragraphs, accepted
the new ones, each as before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter

from msgspec import Struct
from msgspec.structs import replace

from redline.akn.marked import MarkedAct
from redline.compare.across_paragraphs import BREAK, Kept, kept_across
from redline.render.word.paragraphs import Line, Paragraph, Piece

_LOOK = attrgetter("bold", "italic", "superscript", "subscript", "underline", "strike")

_SHORT = 2
"""Words of a paragraph that stays within a stretch."""

_Slice = tuple[str, Piece | None]
"""Words and the piece that they are of, or a break."""


def replacements(marked: MarkedAct) -> frozenset[str]:
    """The operations that put a text in the place of another."""
    operations = (change.operation for change in marked.applied())
    return frozenset(operation.id for operation in operations if operation.verb == "replace")


def with_words_that_stay(lines: Iterable[Line], operations: Collection[str]) -> Iterator[Line]:
    """The lines, those stretches compared across paragraphs where that leaves fewer words marked.

    Args:
        lines: of both texts.
        operations: the replacements: a stretch is what one of them changed.
    """
    if not operations:
        yield from lines
        return
    held: list[Paragraph] = []
    between: list[Paragraph] = []
    of: str | None = None
    for line in lines:
        own = _operation(line) if isinstance(line, Paragraph) else None
        own = own if own in operations else None
        if isinstance(line, Paragraph) and held and own is None and _is_short(line):
            between.append(line)
            continue
        if held and own != of:
            goes_on = not between and isinstance(line, Paragraph) and (line.split or line.joined)
            yield from held if goes_on else _stretch(held, of or "")
            held = []
        if not held:
            yield from between
            between = []
        of = own
        if own is not None and isinstance(line, Paragraph):
            held += [*between, line]
            between = []
        else:
            yield line
    yield from _stretch(held, of or "")
    yield from between


def _is_short(paragraph: Paragraph) -> bool:
    """Whether a paragraph that stays parts two that changed by its number only, or a word or two."""
    if (
        paragraph.split
        or paragraph.joined
        or not all(piece.base and piece.amended for piece in paragraph.pieces)
    ):
        return False
    runs = [piece.run for piece in paragraph.pieces]
    if any(run.note is not None or run.image is not None for run in runs):
        return False
    return len("".join(run.text for run in runs).split()) <= _SHORT


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


class _Text(Struct):
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
        words.append(BREAK)
        at += 1
        pieces.append((at, None))
    return _Text("".join(words), pieces, standing)


def _stretch(stretch: list[Paragraph], operation: str) -> Iterator[Paragraph]:
    """A stretch compared across its paragraphs; as it was where nothing is gained by that."""
    base, amended = _text(stretch, base=True), _text(stretch, base=False)
    if len(stretch) < 2 or not base.paragraphs or not amended.paragraphs or not _plain(base, amended):
        yield from stretch
        return
    parts = list(_parts(base, amended, kept_across(base.words, amended.words), operation))
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
        base.words.count(BREAK) == len(base.paragraphs)
        and amended.words.count(BREAK) == len(amended.paragraphs)
        and len({(paragraph.language, paragraph.quoted) for paragraph in paragraphs}) == 1
    )


def _marked(pieces: Iterable[Piece]) -> int:
    """How many words are marked."""
    return sum(len(piece.run.text.split()) for piece in pieces if not (piece.base and piece.amended))


# ---- the paragraphs of the page


class _Break(Struct, frozen=True):
    """The end of a paragraph, and in which texts it stands."""

    base: bool
    amended: bool


def _parts(base: _Text, amended: _Text, kept: Iterable[Kept], operation: str) -> Iterator[Piece | _Break]:
    """The words and breaks of both texts in one."""
    at = new_at = 0
    for piece in (*kept, Kept(len(base.words), len(base.words), len(amended.words))):
        yield from _one_sided(base.cut(at, piece.start), operation, base=True)
        yield from _one_sided(amended.cut(new_at, piece.new_start), operation, base=False)
        at, new_at = piece.end, piece.new_end
        yield from _same(base.cut(piece.start, at), amended.cut(piece.new_start, new_at), operation)


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


_Places = tuple[int | None, int | None]


class _Shown(Struct):
    """What stands between two breaks of the page.

    Attributes:
        pieces: its words.
        of: the place of the paragraph that they are of, in the base and in the amended text; None in a text
            that it has no words of.
        begins, ends: whether that paragraph begins, and ends, with it.
    """

    pieces: list[Piece]
    of: _Places
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
            split=None if base is None or self.begins[0] else operation,
            joined=None if amended is None or self.begins[1] else operation,
            headed=tuple(
                source is None or (source.level > 0 and source.headed[text])
                for text, source in enumerate((base, amended))
            ),
            laid_out=(base, amended),
            laid_out_by=operation,
        )


def _paragraphs(
    parts: Iterable[Piece | _Break], base: _Text, amended: _Text, operation: str
) -> Iterator[Paragraph]:
    """The paragraphs of the page: a break of either text ends one."""
    last: _Places = (None, None)
    for one in _ended(list(_between_breaks(parts))):
        one.begins = one.of[0] != last[0], one.of[1] != last[1]
        last = _either(one.of, last)
        yield one.paragraph((base, amended), operation)


def _ended(shown: Sequence[_Shown]) -> Iterator[_Shown]:
    """What stands between breaks, where each paragraph ends; what no break ends in either text goes on."""
    found: list[_Shown] = []
    going: _Places = (None, None)
    for one in reversed(shown):
        one.ends = one.of[0] not in (None, going[0]), one.of[1] not in (None, going[1])
        going = _either(one.of, going)
        if found and not any(one.ends):
            behind = found[-1]
            behind.pieces = one.pieces + behind.pieces
            behind.of = _either(behind.of, one.of)
        else:
            found.append(one)
    return reversed(found)


def _either(first: _Places, other: _Places) -> _Places:
    """The places of the first, and in a text that it has none in those of the other."""
    return (
        other[0] if first[0] is None else first[0],
        other[1] if first[1] is None else first[1],
    )


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
