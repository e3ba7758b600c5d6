"""Blocks as HTML: sections and headings, hanging numbers, tables, quotations, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from redline.languages import short_code
from redline.model.blocks import Block, Cell, Note, Row, text_of
from redline.render.html_outline import Entry
from redline.render.html_runs import Anchors, link_to, words_html
from redline.render.notes import notes_of

_DEEPEST = 9
LONG_TITLE = 120
"""A title of more characters is set smaller."""


def all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those in cells and notes among them."""
    for block in blocks:
        yield block
        for row in block.rows:
            for cell in row.cells:
                yield from all_blocks(cell.blocks)
        for note in block.notes:
            yield from all_blocks(note.blocks)


def identifiers_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Every identifier that begins with one of the blocks, those in cells and notes among them."""
    for block in all_blocks(blocks):
        if block.eid:
            yield block.eid
        yield from block.anchors


class BlockHtml:
    """Writes blocks as HTML.

    Args:
        anchors: the identifiers of the page.
        labels: the page's own words.
        language: of the page, in two letters.
    """

    def __init__(self, anchors: Anchors, labels: Mapping[str, str], language: str) -> None:
        self.anchors = anchors
        self.labels = labels
        self.language = language
        self._offsets: list[int] = []

    def flow(self, blocks: Sequence[Block], entries: Sequence[Entry]) -> Iterator[str]:
        """The whole text, in sections as the outline has them."""
        headings = {entry.place: entry for entry in entries}
        open_levels: list[int] = []
        host = 0
        for place, block in enumerate(blocks):
            yield from self._quotation(block.quoted, host)
            host = block.depth
            entry = headings.get(place)
            if entry is None:
                yield self.block(block)
                continue
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
                yield "</section>"
            open_levels.append(block.level)
            yield from self._section(block, entry)
        yield from self._quotation(0, 0)
        yield "</section>" * len(open_levels)

    def plain_flow(self, blocks: Iterable[Block]) -> str:
        """Blocks without an outline: of a cell or a note."""
        return "".join(self.block(block) for block in blocks)

    def _quotation(self, quoted: int, host: int) -> Iterator[str]:
        """Quotations open and close; their blocks are indented from the block that they follow."""
        while len(self._offsets) > quoted:
            self._offsets.pop()
            yield "</blockquote>"
        while len(self._offsets) < quoted:
            indent = max(0, host - (self._offsets[-1] if self._offsets else 0))
            yield f'<blockquote class="d{min(indent, _DEEPEST)}">' if indent else "<blockquote>"
            self._offsets.append(host + 1)

    def _depth(self, block: Block) -> str:
        """The class for how far in a block stands."""
        depth = block.depth - (self._offsets[-1] if self._offsets else 0)
        return f" d{min(depth, _DEEPEST)}" if depth > 0 else ""

    def _section(self, block: Block, entry: Entry) -> Iterator[str]:
        own = self.anchors.id_attribute(entry.anchor)
        yield f'<section class="{block.kind}"{own}{self._lang(block)}>{self._further_anchors(block)}'
        level = min(max(block.level, 2), 6)
        yield f"<h{level}>{self._heading(block)}{self._self_link(entry.anchor, focus=True)}</h{level}>"

    def _heading(self, block: Block) -> str:
        number = words_html(block.number, self.anchors)
        heading = words_html(block.heading, self.anchors)
        pieces = [f'<span class="num">{number}</span>' if number else "", heading]
        # Under a number of several lines (an annex quoted with the Act it belongs to) it has its own line.
        apart = any("\n" in run.text for run in block.number)
        return ("<br>" if apart else " ").join(piece for piece in pieces if piece)

    def _self_link(self, anchor: str | None, *, focus: bool = False) -> str:
        if not anchor:
            return ""
        if focus:
            label = escape(self.labels["here"])
            return f'<a class="self" href="{escape(link_to(anchor))}" aria-label="{label}"></a>'
        return f'<a class="self" href="{escape(link_to(anchor))}" aria-hidden="true" tabindex="-1"></a>'

    def _further_anchors(self, block: Block) -> str:
        return "".join(
            f"<span{own}></span>" for eid in block.anchors if (own := self.anchors.id_attribute(eid))
        )

    def _lang(self, block: Block) -> str:
        code = short_code(block.language)
        return f' lang="{escape(code)}"' if code not in (self.language, "und") else ""

    def block(self, block: Block) -> str:
        """One block that is no section of the outline."""
        own = self.anchors.id_attribute(block.eid) + self._lang(block)
        anchors = self._further_anchors(block)
        if block.kind == "table":
            return self._table(block, own, anchors)
        if block.kind == "title":
            # A document in an annex has a title of its own; a page has one first heading.
            tag = "h1" if self.anchors.id_attribute("redline-title") else "h2"
            size = " long" if len(text_of(block.runs)) > LONG_TITLE else ""
            return f'<{tag} class="title{size}"{own}>{anchors}{words_html(block.runs, self.anchors)}</{tag}>'
        if block.kind == "annex" and not block.number and not block.heading:
            return f'<div class="annex-break"{own}>{anchors}</div>' if own or anchors else ""
        if block.level or block.kind in ("crossheading", "subheading"):
            return self._inner_heading(block, own, anchors)
        return self._paragraph(block, own, anchors)

    def _inner_heading(self, block: Block, own: str, anchors: str) -> str:
        words = self._heading(block) if block.level else words_html(block.runs, self.anchors)
        return f'<p class="{block.kind} inner{self._depth(block)}"{own}>{anchors}{words}</p>'

    def _paragraph(self, block: Block, own: str, anchors: str) -> str:
        number = words_html(block.number, self.anchors)
        heading = words_html(block.heading, self.anchors)
        words = words_html(block.runs, self.anchors)
        hang, gone = " hang" if number else "", " repealed" if block.repealed else ""
        kind = "" if block.kind == "text" else block.kind
        classes = f"{kind}{self._depth(block)}{hang}{gone}".strip()
        named = f' class="{classes}"' if classes else ""
        lead = f'<span class="n">{number} </span>' if number else ""
        link = self._self_link(block.eid if own.startswith(" id") and number else None)
        if not heading:
            return f"<p{named}{own}>{anchors}{link}{lead}{words}</p>"
        first = f'<p class="{classes} headed"{own}>{anchors}{link}{lead}<b>{heading}</b></p>'
        return first + (f'<p class="text{self._depth(block)}">{words}</p>' if words else "")

    # --- tables ---

    def _table(self, block: Block, own: str, anchors: str) -> str:
        caption = words_html(block.heading, self.anchors)
        heads = next((place for place, row in enumerate(block.rows) if not row.header), len(block.rows))
        parts = [f"<caption>{caption}</caption>" if caption else ""]
        if 0 < heads < len(block.rows):
            parts += ["<thead>", *(self._row(row) for row in block.rows[:heads]), "</thead>"]
            parts += ["<tbody>", *(self._row(row) for row in block.rows[heads:]), "</tbody>"]
        else:
            parts += [self._row(row) for row in block.rows]
        label = "".join(run.text for run in block.heading) or self.labels["table"]
        named = f'role="group" tabindex="0" aria-label="{escape(label)}"'
        frame = f'<div class="table{self._depth(block)}" {named}{own}>'
        return f"{frame}{anchors}<table>{''.join(parts)}</table></div>"

    def _row(self, row: Row) -> str:
        return "<tr>" + "".join(self._cell(cell, row) for cell in row.cells) + "</tr>"

    def _cell(self, cell: Cell, row: Row) -> str:
        head = cell.header or row.header
        tag = "th" if head else "td"
        scope = "" if not head else ' scope="col"' if row.header else ' scope="row"'
        spans = (f' colspan="{cell.columns}"' if cell.columns > 1 else "") + (
            f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        )
        return f"<{tag}{scope}{spans}>{self.plain_flow(cell.blocks)}</{tag}>"

    # --- notes ---

    def notes(self, blocks: Iterable[Block]) -> Iterator[str]:
        """The notes of all blocks, at the end, each with a link back."""
        found = list(notes_of(blocks))
        if not found:
            return
        yield '<section class="notes" role="doc-endnotes" aria-labelledby="redline-notes">'
        yield f'<h2 id="redline-notes">{escape(self.labels["notes"])}</h2>'
        for note in found:
            yield self._note(note)
        yield "</section>"

    def _note(self, note: Note) -> str:
        eid = self.anchors.id_attribute(note.eid)
        span = f"<span{eid}></span>" if eid else ""
        marker = escape(self.anchors.labels.get(note.index, str(note.index)))
        back = (
            f'<a class="back" href="#redline-ref-{note.index}" role="doc-backlink" '
            f'aria-label="{escape(self.labels["back"])}: {marker}">↩</a>'
        )
        return (
            f'<div class="note" id="redline-note-{note.index}">{span}<span class="n">{marker}</span>'
            f"<div>{self.plain_flow(note.blocks)}{back}</div></div>"
        )
