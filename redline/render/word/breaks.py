"""Where the paragraphs of a redline end.

A mark at the end of a paragraph says that the break behind it came or went: where it is not there in one of
the texts, the paragraph goes on there with the next one. So each break is written for both texts: it is
there in a text where a paragraph of that text stands before it and the next paragraph of that text begins a
line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from redline.render.word.paragraphs import Line, Paragraph, Piece, Table


def last_paragraph() -> Paragraph:
    """The empty last paragraph of every document: no change touches its mark, so all before it can go."""
    return Paragraph("end")


def apart(lines: list[Line]) -> list[Line]:
    """The lines with an empty paragraph between tables that would run together in one of the texts."""
    found: list[Line] = []
    last: dict[str, Line | None] = {"base": None, "amended": None}
    for line in lines:
        base, amended = stands(line)
        if isinstance(line, Table):
            needs = {
                "base": base and isinstance(last["base"], Table),
                "amended": amended and isinstance(last["amended"], Table),
            }
            if any(needs.values()):
                found.append(
                    Paragraph(
                        "separator", base=needs["base"], amended=needs["amended"], operation=_came(line)
                    )
                )
        found.append(line)
        last = {"base": line if base else last["base"], "amended": line if amended else last["amended"]}
    return found


def stands(line: Line) -> tuple[bool, bool]:
    """Whether a line is there in the base, and in the amended text."""
    if isinstance(line, Paragraph):
        return line.base, line.amended
    return any(row.base for row in line.rows), any(row.amended for row in line.rows)


def _came(table: Table) -> str | None:
    return next((row.operation for row in table.rows if row.operation), None)


Broken = tuple[Line, bool, bool]
"""A line, and whether the break behind it is there in the base and in the amended text."""


def with_breaks(lines: Sequence[Line]) -> Iterator[Broken]:
    """The lines of the body with their breaks; paragraphs that no break parts in either text are one."""
    following: list[tuple[Paragraph | Table | None, Paragraph | Table | None]] = [(None, None)] * len(lines)
    base: Line | None = None
    amended: Line | None = None
    for place in range(len(lines) - 1, -1, -1):
        following[place] = (base, amended)
        there = stands(lines[place])
        base, amended = (lines[place] if there[0] else base), (lines[place] if there[1] else amended)
    held: Paragraph | None = None
    for line, (next_base, next_amended) in zip(lines, following, strict=True):
        if isinstance(line, Table):
            if held is not None:
                yield held, False, False
                held = None
            yield line, True, True
            continue
        if held is not None:
            line = _joined(held, line)
            held = None
        in_base = line.base and not (isinstance(next_base, Paragraph) and next_base.split is not None)
        in_amended = line.amended and not (
            isinstance(next_amended, Paragraph) and next_amended.joined is not None
        )
        if in_base or in_amended:
            line.break_operation = _break_operation(line, next_base, next_amended, in_base)
            yield line, in_base, in_amended
        else:
            held = line
    if held is not None:
        yield held, True, True


def _break_operation(line: Paragraph, base: Line | None, amended: Line | None, in_base: bool) -> str | None:
    """The operation that a break came or went with."""
    if line.operation is not None:
        return line.operation
    other = amended if in_base else base
    if isinstance(other, Paragraph):
        return (other.joined if in_base else other.split) or other.operation
    return None


def _joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """Two paragraphs without a break between them in either text."""
    return replace(
        first,
        pieces=[*first.pieces, *second.pieces],
        anchors=first.anchors + second.anchors,
        notes=first.notes + second.notes,
        base=first.base or second.base,
        amended=first.amended or second.amended,
        operation=second.operation if first.operation in (None, second.operation) else first.operation,
    )


def with_closed_end(lines: Sequence[Line]) -> Iterator[Broken]:
    """The lines of a cell or note with their breaks.

    From the last paragraph that both texts have on, a break is written before a paragraph and not behind it,
    so that the last mark stays.
    """
    last = next(
        (
            place
            for place in range(len(lines) - 1, -1, -1)
            if isinstance(lines[place], Table) or all(stands(lines[place]))
        ),
        -1,
    )
    head = list(with_breaks(lines[: last + 1])) if last >= 0 else []
    tail = [line for line in lines[last + 1 :] if isinstance(line, Paragraph)]
    current: Line | None = None
    if head:
        *first, (current, _, _) = head
        yield from first
        if isinstance(current, Table):
            yield current, True, True
            current = None
    seen = (current is not None, current is not None)
    for paragraph in tail:
        base = paragraph.base and seen[0] and paragraph.split is None
        amended = paragraph.amended and seen[1] and paragraph.joined is None
        seen = (seen[0] or paragraph.base, seen[1] or paragraph.amended)
        if isinstance(current, Paragraph) and not (base or amended):
            current = _joined(current, paragraph)
            continue
        if isinstance(current, Paragraph):
            current.break_operation = paragraph.operation or current.operation
            yield current, base, amended
        current = paragraph
    if current is not None:
        yield current, True, True


def with_ends_apart(broken: Iterable[Broken]) -> Iterator[Broken]:
    """The same, with words marked that came at the end of a paragraph before others that begin the next one.

    LibreOffice takes two insertions on both sides of a break for one where they have one author and time, and
    drops the break that stood there when they are rejected. So they must be told apart (`Revisions`).
    """
    held: Broken | None = None
    for following in broken:
        if held is not None:
            _tell_apart(held, following)
            yield held
        held = following
    if held is not None:
        yield held


def _tell_apart(before: Broken, behind: Broken) -> None:
    line, stands_in_base, _ = before
    next_line, next_stands_in_base, _ = behind
    if not (isinstance(line, Paragraph) and isinstance(next_line, Paragraph)):
        return
    begins = _came_in(next_line.pieces[0]) if next_line.pieces else not next_stands_in_base
    if stands_in_base and begins and line.pieces and _came_in(line.pieces[-1]):
        line.pieces[-1] = replace(line.pieces[-1], apart=True)


def _came_in(piece: Piece) -> bool:
    return piece.amended and not piece.base
