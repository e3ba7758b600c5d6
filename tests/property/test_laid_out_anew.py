"""However paragraphs come and go, comparing them across their ends changes neither text, and marks no more words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from redline.model.blocks import Run
from redline.render.word.breaks import with_breaks
from redline.render.word.laid_out_anew import with_words_that_stay
from redline.render.word.paragraphs import Line, Paragraph, Piece

WORDS = st.sampled_from(
    ["the", "of", "permit", "net", "boat", "lake,", "owner;", "fisherman", "tag.", "warden", "(1)", "2)"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """A paragraph that stays, came, went, or of which words came and went."""
    kinds = draw(st.sampled_from(["stays", "came", "went", "changed"]))
    pieces: list[Piece] = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["stays", "came", "went"])) if kinds == "changed" else kinds
        run = Run(draw(TEXTS), bold=draw(st.booleans()))
        pieces.append(Piece(run, kind != "came", kind != "went", None if kind == "stays" else "x"))
    base, amended = any(piece.base for piece in pieces), any(piece.amended for piece in pieces)
    return Paragraph(
        draw(st.sampled_from(["text", "point", "unit"])),
        draw(st.integers(0, 2)),
        pieces=pieces,
        base=base,
        amended=amended,
        operation=None if base and amended else "x",
    )


def texts(lines: Sequence[Line], *, base: bool) -> list[tuple[str, str, int]]:
    """The paragraphs of one text: their words, how they are laid out and how far indented."""
    found: list[tuple[str, str, int]] = []
    words = ""
    for line, in_base, in_amended in with_breaks(lines):
        assert isinstance(line, Paragraph)
        words += "".join(
            f"*{piece.run.text}*" if piece.run.bold else piece.run.text
            for piece in line.pieces
            if (piece.base if base else piece.amended)
        )
        if in_base if base else in_amended:
            shown = (line.laid_out[0] if base and in_amended else None) or line
            found.append((words.replace("**", ""), shown.style, shown.depth))
            words = ""
    assert not words
    return found


def marked(lines: Sequence[Line]) -> int:
    total = 0
    for line in lines:
        assert isinstance(line, Paragraph)
        for changed, pieces in groupby(line.pieces, key=lambda piece: not (piece.base and piece.amended)):
            total += len("".join(piece.run.text for piece in pieces).split()) if changed else 0
    return total


@settings(max_examples=300, deadline=None)
@given(st.lists(paragraphs(), min_size=1, max_size=7))
def test_both_texts_stay_and_no_more_words_are_marked(lines: list[Paragraph]) -> None:
    wanted = texts(lines, base=True), texts(lines, base=False)
    compared = list(with_words_that_stay(lines, {"x"}))
    assert (texts(compared, base=True), texts(compared, base=False)) == wanted
    assert marked(compared) <= marked(lines)
