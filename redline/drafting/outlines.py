"""Messages about new text that can be read in two ways: both readings as small outlines."""

from __future__ import annotations

from collections.abc import Sequence

from redline.drafting.layout import Line, Open
from redline.drafting.numbers import Number
from redline.drafting.readings import TwoReadings
from redline.errors import AmendmentError
from redline.model.spec import Content

_BEHIND = 3
"""So many lines behind the one in doubt are shown."""


def two_readings(content: Content, lines: Sequence[Line], two: TwoReadings) -> AmendmentError:
    """The error of a number that fits two levels."""
    line = lines[two.place]
    inner = max(two.depths, key=lambda depths: depths[two.place])
    printed, host = _printed(line), _printed(lines[_host(inner, two.place)])
    do = (
        f"indent each line deeper than the one it belongs to; if {printed} does not belong to {host}, it can "
        f"also be put into an operation of its own; or give the text as {{akn: …}}"
    )
    return AmendmentError(
        "content-ambiguous",
        f'the line "{_short(line.text)}" can be read in two ways',
        do=do if printed != host else "give each provision a number of its own",
        about=[
            (f"reading {n}", _relation(lines, depths, two.place) + _outline(lines, two, depths))
            for n, depths in enumerate(two.depths, start=1)
        ],
        at=content.line(line.place),
    )


def _printed(line: Line) -> str:
    return line.number.printed if line.number is not None else ""


def _host(depths: Sequence[int], place: int) -> int:
    """The line of the unit that the one at `place` stands in (or follows, at the first level)."""
    return next((n for n in range(place - 1, -1, -1) if depths[n] < depths[place]), max(0, place - 1))


def _relation(lines: Sequence[Line], depths: Sequence[int], place: int) -> str:
    """`(i) belongs to (h)`, `(i) follows (h)`."""
    other = _neighbour(depths, place)
    verb = "follows" if depths[other] == depths[place] else "belongs to"
    return f"{_printed(lines[place])} {verb} {_printed(lines[other])}"


def _neighbour(depths: Sequence[int], place: int) -> int:
    """The line that the one at `place` follows, or the first of whose list it begins."""
    return next((n for n in range(place - 1, -1, -1) if depths[n] <= depths[place]), 0)


def _outline(lines: Sequence[Line], two: TwoReadings, depths: Sequence[int]) -> str:
    """The lines around the one in doubt, indented as they are read."""
    place = two.place
    shown = {_neighbour(each, place) for each in two.depths} | {place - 1, *range(place, place + _BEHIND + 1)}
    places = sorted(n for n in shown if 0 <= n < len(lines))
    least = min(depths[n] for n in places)
    rows = ["…"] if places[0] else []
    for before, n in zip([places[0] - 1, *places], places, strict=False):
        indent = "  " * (depths[n] - least)
        rows += [f"{indent}…"] if n > before + 1 else []
        rows.append(f"{indent}{_short(lines[n].text)}")
    return _rows([*rows, *(["…"] if places[-1] + 1 < len(lines) else [])])


def _rows(rows: Sequence[str]) -> str:
    return "".join(f"\n      {row}" for row in rows)


def two_owners(content: Content, line: Line, owners: Sequence[Open]) -> AmendmentError:
    """The error of words without a number that can belong to the last entry of a list or close a list.

    Args:
        content: the new text.
        line: the words.
        owners: the units they can belong to, the innermost (the last entry) first.
    """
    entry, *hosts = [owner.number.printed for owner in owners]
    units = [f"{'  ' * n}{owner.number.printed} …" for n, owner in enumerate(reversed(owners))]
    readings = []
    for n, owner in enumerate(owners):
        what = "a further paragraph of" if n == 0 else "closing words of"
        indent = "  " * (len(owners) - 1 - n) + ("   " if n == 0 else "")
        readings.append(f"{what} {owner.number.printed}{_rows([*units, indent + _short(line.text)])}")
    return AmendmentError(
        "content-ambiguous",
        f'the line "{_short(line.text)}" can belong to {entry} or stand behind the list, under '
        f"{' or '.join(hosts)}",
        do=f"indent it deeper than {entry} if it belongs there; indent {entry} deeper than it if it closes "
        f"the list of {hosts[0]}; or give the text as {{akn: …}} with <wrapUp>",
        about=[(f"reading {n}", reading) for n, reading in enumerate(readings, start=1)],
        at=content.line(line.place),
    )


def heading_or_words(content: Content, line: Line) -> AmendmentError:
    """The error of a sentence beside a number that can be the heading or the words of the provision."""
    number, words = _printed(line), _short(line.rest)
    return AmendmentError(
        "content-ambiguous",
        f'"{words}" can be the heading of {number} or its words',
        do=f"put the words on a line of their own under {number}; a heading stands beside the number, "
        f"with the words under it",
        about=(
            ("reading 1", f"{number} has a heading and no words{_rows([line.text])}"),
            ("reading 2", f"{number} has no heading{_rows([number, words])}"),
        ),
        at=content.line(line.place),
    )


def two_beginnings(content: Content, line: Line, second: Number) -> AmendmentError:
    """The error of a second number on a line that can be a number or the first of the words."""
    assert line.number is not None
    return AmendmentError(
        "content-ambiguous",
        f'"{_short(line.text)}" begins with two numbers, and the second can belong to the words',
        do=f"put {second.printed} on a line of its own if it is a number; write \\{second.printed} if it "
        f"belongs to the words",
        about=(
            (
                "reading 1",
                f"{second.printed} belongs to {line.number.printed}"
                + _rows([line.number.printed, f"  {_short(line.rest)}"]),
            ),
            ("reading 2", f'the words of {line.number.printed} are "{_short(line.rest)}"'),
        ),
        at=content.line(line.place),
    )


def quoted_number(content: Content, line: Line, first: str) -> AmendmentError:
    """The error of a number inside a quotation, of which the first line is given."""
    return AmendmentError(
        "content-ambiguous",
        f'the line "{_short(line.text)}" stands inside the quotation that begins with "{_short(first)}"',
        do=f"write \\{_printed(line)} (a backslash before it) if the number is quoted, or give the text as "
        "{akn: …} with <quotedStructure>; if it is a provision of the Act, close the quotation before it",
        at=content.line(line.place),
    )


def _short(text: str) -> str:
    return text if len(text) <= 50 else text[:47].rstrip() + "…"
