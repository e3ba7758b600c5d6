"""White space between the pieces of a paragraph, right in each of the two texts."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from redline.model.blocks import Run
from redline.render.word.paragraphs import Piece

_SPACES = (" ", "\n", "\t")


def spaced(pieces: list[Piece], begins: tuple[bool, bool], ends: tuple[bool, bool]) -> list[Piece]:
    """The pieces with one space at most between words in each of the two texts, and none at either end.

    Args:
        begins: whether the paragraph begins in the base, and in the amended text (and does not go on there
            from the one before).
        ends: whether it ends there (and the next does not go on).
    """
    if begins == ends == (True, True) and _plainly_spaced(pieces):
        return pieces
    pieces = [piece for piece in pieces if piece.base or piece.amended]
    kept = _one_way(pieces, (not begins[0], not begins[1]), first=True)
    kept.reverse()
    kept = _one_way(kept, (not ends[0], not ends[1]), first=False)
    kept.reverse()
    return kept


def ends_solid(pieces: Sequence[Piece], before: tuple[bool, bool]) -> tuple[bool, bool]:
    """Whether the base, and the amended text, end in no space behind the pieces of a paragraph.

    Args:
        pieces: of the paragraph.
        before: the same before it.
    """
    if pieces and pieces[-1].base and pieces[-1].amended:
        solid = _solid(pieces[-1].run, True)
        return solid, solid
    base = next((_solid(piece.run, True) for piece in reversed(pieces) if piece.base), before[0])
    amended = next((_solid(piece.run, True) for piece in reversed(pieces) if piece.amended), before[1])
    return base, amended


def _plainly_spaced(pieces: list[Piece]) -> bool:
    """Whether the pieces stand in both texts, and no space in them is one too many."""
    for piece in pieces:
        if not (piece.base and piece.amended):
            return False
    return plainly_spaced("".join([piece.run.text for piece in pieces]))


def plainly_spaced(text: str) -> bool:
    """Whether a paragraph has words, none of its spaces is one too many, and none stands at its ends."""
    if not text or text[0] in _SPACES or text[-1] in _SPACES:
        return False
    # Written out: a loop over the four takes three times as long, and there is one for each paragraph.
    return not ("  " in text or "\t " in text or "\n " in text or " \t" in text)


def _one_way(pieces: list[Piece], open_at_first: tuple[bool, bool], *, first: bool) -> list[Piece]:
    """Drop spaces at the near edge of pieces where the text before them is closed.

    Going forward, spaces that follow a space or nothing; going backward, spaces and line breaks at the end.
    """
    found: list[Piece] = []
    base, amended = open_at_first
    for piece in pieces:
        edged = _edged(piece, base, amended, first)
        found += edged
        for kept in edged:
            solid = _solid(kept.run, first)
            base = solid if kept.base and (first or solid) else base
            amended = solid if kept.amended and (first or solid) else amended
    return found


def _solid(run: Run, first: bool) -> bool:
    """Whether white space behind these words (going backward: before them) is to be kept."""
    if run.note is not None or run.image is not None:
        return True
    return not run.text.endswith(_SPACES) if first else bool(run.text.strip("".join(_SPACES)))


def _edged(piece: Piece, open_base: bool, open_amended: bool, first: bool) -> list[Piece]:
    """A piece without the white space at its near edge that one of its texts has no use for."""
    text = piece.run.text
    body = text.lstrip(" \t") if first else text.rstrip("".join(_SPACES))
    space = text[: len(text) - len(body)] if first else text[len(body) :]
    base, amended = piece.base and open_base, piece.amended and open_amended
    if not space or (base, amended) == (piece.base, piece.amended):
        return [piece]
    rest = [replace(piece, run=replace(piece.run, text=body))] if body else []
    if not (base or amended):
        return rest
    return [replace(piece, run=replace(piece.run, text=space), base=base, amended=amended), *rest]
