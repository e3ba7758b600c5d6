"""The outline of an Act: its headings as a nested list of links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from msgspec import Struct

from redline.model.blocks import Block, text_of
from redline.render.html_runs import link_to


class Entry(Struct, frozen=True):
    """One heading of the outline.

    Attributes:
        place: of its block among the blocks.
        level: as in `Block`.
        anchor: where it is on the page.
        number, heading: as printed.
    """

    place: int
    level: int
    anchor: str
    number: str
    heading: str


def outline_of(blocks: Sequence[Block]) -> list[Entry]:
    """The headings of the Act itself: those that it quotes are left out."""
    entries: list[Entry] = []
    used: set[str] = set()
    for place, block in enumerate(blocks):
        if block.level < 2 or block.quoted or not (block.number or block.heading):
            continue
        anchor = block.eid if block.eid and block.eid not in used else f"redline-heading-{place}"
        used.add(anchor)
        number, heading = text_of(block.number).strip(), text_of(block.heading).replace("\n", " ").strip()
        entries.append(Entry(place, block.level, anchor, number, heading))
    return entries


def outline_html(entries: Sequence[Entry]) -> Iterator[str]:
    """The outline as nested lists."""
    open_levels: list[int] = []
    for entry in entries:
        while open_levels and open_levels[-1] > entry.level:
            open_levels.pop()
            yield "</li></ol>"
        if open_levels and open_levels[-1] == entry.level:
            yield "</li>"
        else:
            open_levels.append(entry.level)
            yield '<ol role="list">'
        words = " ".join(
            piece
            for piece in (
                f'<span class="num">{escape(entry.number)}</span>' if entry.number else "",
                escape(entry.heading),
            )
            if piece
        )
        yield f'<li><a href="{escape(link_to(entry.anchor))}">{words}</a>'
    yield "</li></ol>" * len(open_levels)
