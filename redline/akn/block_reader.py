"""Reads the blocks of a tree: of an Act, or of a marked one with both its texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from redline.akn.block_notes import Notes
from redline.akn.block_shapes import (
    HEADED,
    ZONES,
    attribute,
    bullets_of,
    changed_heads,
    has_child,
    has_head,
    is_foreign,
    language_in,
    plain_words,
    quote_marks,
    shape_of,
    title_name,
    toc_depth,
)
from redline.akn.block_tables import rows_of
from redline.akn.block_writer import BlockWriter, Head, Here, Place, bullet
from redline.akn.document import Act
from redline.akn.marks import DEL, INS, JOIN, SPLIT, View
from redline.akn.names import INLINES, PROVISIONS, TEXT_BLOCKS, local_name, unit_of
from redline.akn.quotations_changed import in_both_texts, with_changed_quotations
from redline.akn.runs import (
    PLAIN,
    UNCHANGED,
    State,
    Style,
    mark_of,
    state_of,
    state_of_head,
    style_of,
    words_alone,
)
from redline.model.blocks import Block, Image, Kind, Mark, Note, Row, Run, Runs

Element = etree._Element


class BlockReader:
    """Walks a tree once and writes down its blocks.

    Every text node is added to the line being collected, and the line is written out wherever a block begins
    or ends: so no words are lost, whatever elements a document has.

    Args:
        act: the Act, or the base of a marked one.
        root: the tree.
        order: of the operations of a marked Act: both its texts are read; None for one text.
    """

    def __init__(self, act: Act, root: Element, order: Mapping[str, int] | None) -> None:
        self.root = root
        self.namespace = act.namespace
        self.id_attribute = act.id_attribute or "eId"
        self.order = order
        self.view = View(order or {})
        self.both = with_changed_quotations(root, order or {})
        self.title_name = title_name(act)
        self.notes = Notes(root, self.id_attribute)
        self.place = Place(language=act.language)
        self.writer = BlockWriter(self.place, marked=order is not None)

    def read(self) -> list[Block]:
        """All blocks."""
        self._block(self.root, self.place, PLAIN, UNCHANGED)
        self.writer.flush_head()
        return self.writer.out

    def _eid(self, element: Element) -> str | None:
        return element.get(self.id_attribute) or element.get("eId")

    # --- walking ---

    def _walk(self, element: Element, place: Place, style: Style, state: State) -> None:
        """One child element, wherever it stands; its tail is the caller's."""
        if self.order is not None:
            shown = state_of(element, state, self.order)
            if shown is None:
                return
            state = shown
            self._note_boundary(element, self.order)
        name = local_name(element.tag)
        if (handler := _HANDLERS.get(name)) is not None:
            handler(self, element, place, style, state)
        elif name in INLINES or place.inline:
            self._inline(element, place, style_of(element, name, style), state)
        elif is_foreign(element, self.namespace):
            return
        elif name in PROVISIONS or has_head(element):
            self._provision(element, place, style, state)
        elif self.order is not None and element in self.both and mark_of(state) is None:
            for text, its in in_both_texts(element, self.both[element], self.order, state):
                self._block(text, place, style, its)
        else:
            self._block(element, place, style, state)

    def _note_boundary(self, element: Element, order: Mapping[str, int]) -> None:
        split, join = element.get(SPLIT), element.get(JOIN)
        if local_name(element.tag) in TEXT_BLOCKS and (split in order or join in order):
            self.writer.flush()
            came = split is not None and split in order
            self.writer.boundary = Mark("ins", str(split)) if came else Mark("del", str(join))
            self.writer.line.goes_on(before=came, after=not came)

    def _inside(self, element: Element, place: Place, style: Style, state: State) -> None:
        """The text and children of an element; words behind a child belong to the element's own block."""
        writer = self.writer
        here = writer.here
        if element.text:
            writer.line.add(element.text, style, state)
        for child in element:
            if isinstance(child.tag, str):
                self._walk(child, place, style, state)
            if child.tail:
                # What stood inside may have set the kind of this very block (a title, a signature).
                writer.here = here if writer.here.place is not here.place else writer.here
                writer.line.add(child.tail, style, state)
        if writer.here.place is not here.place:
            writer.here = here

    def _inline(self, element: Element, place: Place, style: Style, state: State) -> None:
        opening, closing = quote_marks(element)
        if opening:
            self.writer.line.add(opening, style, state, generated=True)
        self._inside(element, place, style, state)
        if closing:
            self.writer.line.add(closing, style, state, generated=True)

    def _block(
        self, element: Element, place: Place, style: Style, state: State, kind: Kind | None = None
    ) -> None:
        writer = self.writer
        writer.flush()
        if eid := self._eid(element):
            writer.anchors.append((eid, False))
        place = language_in(element, place)
        zone = ZONES.get(local_name(element.tag))
        # A copy, so that this block's place is told from its parent's.
        place = place._replace(zone=zone) if zone else Place._make(place)
        outer, writer.here = writer.here, Here(place, kind, state)
        self._inside(element, place, style, state)
        writer.flush()
        writer.here = outer

    # --- provisions ---

    def _provision(self, element: Element, place: Place, style: Style, state: State) -> None:
        writer = self.writer
        writer.flush()
        plain = None if place.inline else plain_words(element)
        numbered = has_child(element, "num") if plain is None else plain.numbered
        headed = plain is None and has_child(element, "heading")
        kind, inner = shape_of(element, language_in(element, place), numbered, headed)
        if self.view.repealed(element):
            inner = inner._replace(repealed=True)
        heads = state if self.order is None else state_of_head(element, state, self.order)
        head = Head(kind, inner, self._eid(element), heads, unit=unit_of(element))
        name = local_name(element.tag)
        head.by_heading = name == "hcontainer" if kind == "annex" else name not in HEADED
        outer, writer.here = writer.here, Here(inner, None, state)
        if plain is None:
            self._provision_children(element, head, style, state)
        else:
            head.number = words_alone(plain.number, state, trimmed=self.order is None)
            writer.open(head)
            writer.line.add(plain.words, style, state)
        writer.flush()
        if writer.head is head:
            writer.flush_head()  # a number without words: what follows belongs to something else
        writer.here = outer

    def _provision_children(self, element: Element, head: Head, style: Style, state: State) -> None:
        """Number and heading, then the words; what the source has in another order keeps that order."""
        writer, here = self.writer, self.writer.here
        opened = bool(element.text and element.text.strip())
        if opened:
            writer.open(head)
            writer.line.add(element.text or "", style, state)
        early = changed_heads(element) if self.order is not None and not opened else []
        for child in early:
            self._take_head(head, child, local_name(child.tag), state)
        for child in element:
            name = local_name(child.tag)
            if child in early:
                pass
            elif name in ("num", "heading") and not opened:
                self._take_head(head, child, name, state)
            elif name and name != "meta" and not is_foreign(child, self.namespace):
                if not opened:
                    writer.open(head)
                    opened = True
                self._walk(child, head.place, style, state)
            if child.tail and child.tail.strip():
                writer.here = here
                writer.line.add(child.tail, style, state)
        writer.here = here
        if not opened:
            writer.open(head)

    def _take_head(self, head: Head, child: Element, name: str, state: State) -> None:
        """Read a number or heading into the head of its provision."""
        shown = self.shown(child, state)
        if shown is None:
            return
        runs, notes = self.captured(child, head.place, shown)
        if name == "num" and head.heading and not head.number:
            early = Block("crossheading", head.place.depth, runs=head.heading)
            self.writer.flush_head()
            self.writer.write(early, head.place, state, head.notes)
            head.heading, head.notes = (), []
        if name == "num":
            head.number += runs
        else:
            head.heading += runs
        head.notes += notes

    def shown(self, element: Element, state: State) -> State | None:
        """The state of an element inside something of that state; None where it belongs to no text."""
        return state if self.order is None else state_of(element, state, self.order)

    def captured(self, element: Element, place: Place, state: State) -> tuple[Runs, list[Note]]:
        """The words of a number, heading or caption."""
        if len(element) == 0:  # as almost every number is: words and nothing else
            return words_alone(element.text or "", state, trimmed=self.order is None), []
        runs: list[Run] = []
        notes: list[Note] = []
        for block in self.apart(element, place, state):
            if runs:
                runs.append(Run("\n"))
            runs += block.all_runs()
            notes += block.notes
        return tuple(runs), notes

    def apart(self, element: Element, place: Place, state: State) -> tuple[Block, ...]:
        """The blocks of an element that is read for itself: a heading, a cell, a note."""
        inner = Place(language=place.language, zone="apart")
        saved, self.writer = self.writer, BlockWriter(inner, marked=self.order is not None)
        self.writer.here = Here(inner, None, state)
        self._inside(element, inner, PLAIN, state)
        self.writer.flush()
        self.writer.flush_head()
        made = tuple(self.writer.out)
        self.writer = saved
        return made

    # --- particular elements ---

    def _line_break(self, element: Element, place: Place, style: Style, state: State) -> None:
        self.writer.line.add_break(style, state)

    def _image(self, element: Element, place: Place, style: Style, state: State) -> None:
        image = Image(element.get("src") or "", element.get("alt") or element.get("title") or "")
        self.writer.line.add_object(style, state, image=image)

    def _title(self, element: Element, place: Place, style: Style, state: State) -> None:
        if place.zone == "preface" and local_name(element.tag) == self.title_name:
            self.writer.here = self.writer.here._replace(kind="title")
        self._inline(element, place, style, state)

    def _long_title(self, element: Element, place: Place, style: Style, state: State) -> None:
        title = place.zone == "preface" and self.title_name == "longTitle"
        self._block(element, place._replace(zone="title") if title else place, style, state)

    def _signature(self, element: Element, place: Place, style: Style, state: State) -> None:
        if place.zone == "conclusions" and self.writer.here.kind is None:
            self.writer.here = self.writer.here._replace(kind="signature")
        self._inline(element, place, style, state)

    def _crossheading(self, element: Element, place: Place, style: Style, state: State) -> None:
        self._block(element, place, style, state, "crossheading")

    def _item(self, element: Element, place: Place, style: Style, state: State) -> None:
        """An item of a list; one without a number gets its list's bullet."""
        if has_child(element, "num"):
            self._provision(element, place, style, state)
            return
        self.writer.flush()
        inner = place._replace(depth=place.depth + 1)
        self.writer.open(
            Head("point", inner, self._eid(element), state, bullets_of(element, state, self.order))
        )
        self._block(element, inner, style, state)

    def _quoted(self, element: Element, place: Place, style: Style, state: State) -> None:
        writer = self.writer
        writer.flush()
        writer.flush_head()
        opening, closing = quote_marks(element)
        writer.prefix = bullet(opening, state)
        depth = place.depth + 1
        inner = place._replace(depth=depth, base=depth, quoted=place.quoted + 1, unit=False)
        self._block(element, inner, PLAIN, state)
        writer.close_quotation(bullet(closing, state))

    def _foreign(self, element: Element, place: Place, style: Style, state: State) -> None:
        """Another vocabulary: a table of XHTML, or a formula in a line."""
        if next(element.iter("{*}table"), None) is not None:
            self._block(element, place, style, state)
        else:
            self._inline(element, place._replace(inline=True), style, state)

    def _toc_item(self, element: Element, place: Place, style: Style, state: State) -> None:
        writer = self.writer
        writer.flush()
        inner = place._replace(zone="toc", depth=toc_depth(element))
        outer, writer.here = writer.here, Here(inner, "toc", state)
        style = style._replace(href=element.get("href") or None)
        writer.line.add(element.text or "", style, state)
        for child in element:
            if isinstance(child.tag, str):
                self._walk(child, inner, style, state)
            apart = "" if INS in child.attrib or DEL in child.attrib else " "
            writer.line.add(child.tail or apart, style, state)
        writer.flush()
        writer.here = outer

    def _note(self, element: Element, place: Place, style: Style, state: State) -> None:
        index = self.notes.number(self._eid(element))
        blocks = self.apart(element, place, state)
        self.writer.line.add_object(style, state, note=index)
        note = Note(index, element.get("marker") or "", self._eid(element), blocks, mark=mark_of(state))
        self.writer.line.notes.append(note)

    def _note_reference(self, element: Element, place: Place, style: Style, state: State) -> None:
        """The mark of a note that stands elsewhere: in the metadata, or in the text."""
        target = (element.get("href") or "").removeprefix("#")
        marker = attribute(element, "marker")
        found = self.notes.find(target)
        if found is None:
            self.writer.line.add(marker, style._replace(superscript=True), state, generated=True)
            return
        first = not self.notes.known(target)
        index = self.notes.number(target)
        self.writer.line.add_object(style, state, note=index)
        if first and self.notes.outside(found):
            blocks = self.apart(found, place, UNCHANGED)
            self.writer.line.notes.append(Note(index, marker, target, blocks, True, mark_of(state)))

    # --- tables ---

    def _table(self, element: Element, place: Place, style: Style, state: State) -> None:
        writer = self.writer
        writer.flush()
        writer.flush_head()
        eid = self._eid(element)
        if eid:
            writer.anchors.append((eid, False))
        caption: Runs = ()
        notes: list[Note] = []
        rows: list[Row] = []
        for child in element:
            if local_name(child.tag) == "caption":
                shown = self.shown(child, state)
                words, more = ((), []) if shown is None else self.captured(child, place, shown)
                caption += words
                notes += more
            elif isinstance(child.tag, str):
                rows += rows_of(self, child, place, state, header=False)
        writer.write(Block("table", place.depth, heading=caption, rows=tuple(rows)), place, state, notes)


_Handler = Callable[[BlockReader, Element, Place, Style, State], None]
_HANDLERS: dict[str, _Handler] = {
    "meta": lambda *_: None,  # no text
    **dict.fromkeys(("br", "eol", "eop"), BlockReader._line_break),
    "img": BlockReader._image,
    **dict.fromkeys(("docTitle", "shortTitle"), BlockReader._title),
    "longTitle": BlockReader._long_title,
    **dict.fromkeys(("signature", "person", "role", "location"), BlockReader._signature),
    "subheading": lambda reader, *at: reader._block(*at, "subheading"),
    **dict.fromkeys(("crossHeading", "num", "heading"), BlockReader._crossheading),
    **dict.fromkeys(("item", "li"), BlockReader._item),
    **dict.fromkeys(("quotedStructure", "embeddedStructure"), BlockReader._quoted),
    "subFlow": BlockReader._block,
    "foreign": BlockReader._foreign,
    "tocItem": BlockReader._toc_item,
    **dict.fromkeys(("authorialNote", "popup"), BlockReader._note),
    "noteRef": BlockReader._note_reference,
    "table": BlockReader._table,
}
