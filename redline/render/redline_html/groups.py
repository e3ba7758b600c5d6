"""Which paragraphs are one paragraph in the base, or in the consolidated text.

Where a break came or went, a paragraph of one text is several of the other. Such paragraphs stand together
in a group; each says in which text it runs on with its neighbours there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from redline.render.word.breaks import with_breaks
from redline.render.word.paragraphs import Line, Paragraph, Table


class Member(Struct, frozen=True):
    """A paragraph of a group.

    Attributes:
        line: the paragraph.
        runs_on: whether it is one paragraph with a neighbour, in the base and in the amended text.
        begins: whether it begins a paragraph there right behind another that is put together of several.
    """

    line: Paragraph
    runs_on: tuple[bool, bool] = (False, False)
    begins: tuple[bool, bool] = (False, False)


Group = Table | tuple[Member, ...]
"""A table, or paragraphs that belong together: nearly always one."""


def groups_of(lines: Iterable[Line]) -> Iterator[Group]:
    """The tables and groups of paragraphs of a text, in order."""
    held: list[tuple[Paragraph, bool, bool]] = []
    open_base = open_amended = False
    for line, base, amended in with_breaks(list(lines)):
        if held and (isinstance(line, Table) or not (open_base or open_amended)):
            yield _group(held)
            held = []
        if isinstance(line, Table):
            open_base = open_amended = False
            yield line
            continue
        held.append((line, base, amended))
        open_base = not base if line.base else open_base
        open_amended = not amended if line.amended else open_amended
    if held:
        yield _group(held)


def lines_in(groups: Iterable[Group]) -> Iterator[Line]:
    """The lines of groups."""
    for group in groups:
        if isinstance(group, Table):
            yield group
        else:
            yield from (member.line for member in group)


def _group(held: list[tuple[Paragraph, bool, bool]]) -> tuple[Member, ...]:
    if len(held) == 1:
        return (Member(held[0][0]),)
    base = _running([(line.base, broken) for line, broken, _ in held])
    amended = _running([(line.amended, broken) for line, _, broken in held])
    return tuple(
        Member(line, (old[0], new[0]), (old[1], new[1]))
        for (line, _, _), old, new in zip(held, base, amended, strict=True)
    )


def _running(there: list[tuple[bool, bool]]) -> list[tuple[bool, bool]]:
    """For each paragraph of a group whether it runs on in one text, and whether it begins anew there.

    Args:
        there: for each whether it stands in that text, and whether the break behind it does.
    """
    found: list[tuple[bool, bool]] = []
    going = ran_on = False
    last = max((place for place, (stands, _) in enumerate(there) if stands), default=-1)
    for place, (stands, broken) in enumerate(there):
        if not stands:
            found.append((False, False))
            continue
        goes_on = not broken and place != last
        runs_on = going or goes_on
        found.append((runs_on, runs_on and ran_on and not going))
        going, ran_on = goes_on, runs_on
    return found
