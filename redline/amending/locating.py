"""Where something stands: elements of the marked tree as locations that are cited and found again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec.structs import replace

from redline.addresses.cite import cite, path_to
from redline.addresses.code_parts import calls_them_parts
from redline.akn.document import Element
from redline.akn.marked import MarkedAct
from redline.akn.marks import View
from redline.akn.names import PROVISIONS, local_name
from redline.akn.plans import Named
from redline.akn.ranges import flatten
from redline.akn.structure import (
    enclosing_block,
    enclosing_provision,
    own_blocks,
    own_paragraphs,
    text_blocks,
    units,
)
from redline.akn.tables import is_cell, rows_of
from redline.amending.counting import (
    NoFormulaError,
    Run,
    new_paragraphs_named,
    paragraphs_named,
    runs_of_blocks,
)
from redline.amending.leading import lead_elsewhere
from redline.amending.tables import is_numbered, named_in_table, row_named, tables_of
from redline.languages import split_sentences
from redline.languages.en import TABLE
from redline.languages.numbered_parts import as_parts
from redline.languages.writing import written_parts
from redline.model.address import NUMBERED_PART, Part, Step
from redline.model.amending import Location

_TITLES = {"docTitle": "title", "shortTitle": "short-title", "longTitle": "title"}
_OF_BLOCKS = frozenset({"block", "part", "text", "intro", "wrap"})


class Locator:
    """Finds locations in one marked Act.

    Args:
        marked: the Act.
        parts: whether its language counts unnumbered text by parts (часть) and their paragraphs (абзац).
    """

    def __init__(self, marked: MarkedAct, *, parts: bool) -> None:
        self.marked = marked
        self.counts_parts = parts
        self._order: dict[Element, int] = {}

    def order_of(self, element: Element) -> int:
        """Where an element stands in reading order."""
        if not self._order:
            self._order = {each: place for place, each in enumerate(self.marked.root.iter())}
        return self._order.get(element, 0)

    def stood(self, element: Element, view: View) -> Element:
        """What stands for an element in a text: of what was moved later, the copy at its old place."""
        if view.attached(element):
            return element
        return next((e for e in self.marked.moved_from(element) if view.attached(e)), element)

    def identifier(self, provision: Element, view: View) -> str:
        """How a spec addresses a provision: by its identifier in the base, else by its citation."""
        identifier = provision.get(self.marked.base.id_attribute or "eId")
        known = identifier is not None and self.marked.view(0).attached(provision)
        if identifier is not None and known and self._is_unique(identifier, provision, view):
            return identifier
        return cite(provision, view, "en")

    def _is_unique(self, identifier: str, provision: Element, view: View) -> bool:
        alike = self.marked.identified(identifier)
        return [each for each in alike if view.attached(each)] in ([provision], [])

    def provision(self, provision: Element, view: View) -> Location:
        """A whole provision.

        Raises:
            NoFormulaError: it has neither a number nor a place that could be counted.
        """
        provision = self.stood(provision, view)
        if not self.is_named(provision, view):
            raise NoFormulaError
        steps, parts = path_to(provision, view)
        if not steps and not parts and not (parts := self._in_preamble(provision, view)):
            raise NoFormulaError
        return Location(self._named(steps), parts, self.identifier(provision, view))

    def host_of(self, element: Element, view: View) -> Element | None:
        """The nearest provision around something new that stands in a text before it."""
        around = (each for each in element.iterancestors() if local_name(each.tag) in PROVISIONS)
        return next((each for each in around if view.attached(self.stood(each, view))), None)

    def is_named(self, provision: Element, view: View) -> bool:
        """Whether a provision is cited otherwise than what it stands in: else that would be meant."""
        host = view.parent(provision)
        while host is not None and local_name(host.tag) not in PROVISIONS:
            host = view.parent(host)
        path = path_to(provision, view)
        return not self._in_no_words(path[1]) and (host is None or path != path_to(host, view))

    def _in_no_words(self, parts: Sequence[Part]) -> bool:
        """Whether something is the so-and-so-manieth of a list, for which a language that counts parts and
        paragraphs has no word.
        """
        return self.counts_parts and any(part.kind == "item" for part in parts)

    def _named(self, steps: tuple[Step, ...]) -> tuple[Step, ...]:
        """The numbered units that lead to a provision; in a code that calls them so, its parts as parts."""
        numbered = any(step.units[:1] == ("paragraph",) for step in steps)
        return as_parts(steps) if numbered and self._numbers_parts else steps

    @cached_property
    def _numbers_parts(self) -> bool:
        """Whether the Act calls the numbered units of its articles parts."""
        return self.counts_parts and calls_them_parts(self.marked.base, self.marked.working.language)

    def whole(self, unit: Element, view: View) -> Location:
        """A whole provision, or a whole table of one."""
        if local_name(unit.tag) in PROVISIONS:
            return self.provision(unit, view)
        provision = enclosing_provision(unit, view)
        if provision is None:
            return Location()
        part = Part("table", tables_of(provision, view).index(unit) + 1)
        whole = self.provision(provision, view)
        found = self._with(whole, part)
        return replace(found, parts=(*whole.parts, *named_in_table((part,), unit, provision, view)))

    def target(self, target: Named, *, alone: bool = False) -> Location:
        """What an address names: the provision, or the part of it.

        Args:
            target: what it names.
            alone: whether it names nothing else, so that the drafter's own words can stand for it.

        Raises:
            NoFormulaError: it cannot be named, or its words would be read as the name of something else.
        """
        if target.part == "act" or local_name(target.provision.tag) not in PROVISIONS:
            return self._of_act(target)
        place = self._in_provision(target, alone=alone)
        if target.part is None or place.parts:  # all paragraphs of a provision are said as its text
            self.check(place, target.blocks or (target.element,), target.view, target.span)
        return place

    def check(
        self, place: Location, meant: Sequence[Element], view: View, span: tuple[int, int] | None = None
    ) -> None:
        """Refuse words that would be read as the name of something else.

        Raises:
            NoFormulaError: they would.
        """
        if lead_elsewhere(place, meant, self.marked, view, span):
            raise NoFormulaError

    def _in_provision(self, target: Named, *, alone: bool) -> Location:
        view = target.view
        whole = self.provision(target.provision, view)
        if self._in_no_words(target.citation.parts):
            raise NoFormulaError
        if alone and not target.citation.upto and "_" not in whole.address:
            base = target.citation.text.partition(" / ")[0]
            whole = replace(whole, address=base)
        if target.part is None:
            return whole
        parts = target.citation.parts
        address = written_parts(whole.address, parts, TABLE)
        if target.part in _OF_BLOCKS and target.blocks:
            counted = self.parts_of(target.provision, target.blocks, view)
            return replace(whole, parts=(*whole.parts, *counted), address=address)
        if target.part == "sentence" and target.blocks and target.span is not None:
            counted = self.parts_of(target.provision, target.blocks, view)
            sentences = split_sentences(flatten(target.blocks[0], view).text, self.marked.working.language)
            if target.span not in sentences:
                raise NoFormulaError
            said = (*counted, Part("sentence", sentences.index(target.span) + 1))
            return replace(whole, parts=(*whole.parts, *said), address=address)
        said = named_in_table(parts, target.element, target.provision, view)
        return replace(whole, parts=(*whole.parts, *said), address=address)

    def _of_act(self, target: Named) -> Location:
        """The Act, or a part of it that is no provision."""
        parts = target.citation.parts
        name = local_name(target.provision.tag)
        if not target.citation.act and name == "preamble":
            parts = (Part("preamble"), *parts)
        elif name == "toc" and parts[:1] != (Part("toc"),):
            parts = (Part("toc"), *parts)
        elif not target.citation.act and name not in ("akomaNtoso", "act", "doc", "bill", "toc"):
            identifier = target.provision.get("eId")
            if identifier:
                said = parts or self._in_preamble(target.provision, target.view)
                return Location((), said, written_parts(identifier, parts, TABLE) if parts else identifier)
        base = "" if parts[:1] == (Part("toc"),) else "act"
        return Location((), parts, written_parts(base, parts, TABLE) if parts else "act")

    def _in_preamble(self, element: Element, view: View) -> tuple[Part, ...]:
        """Something in the preamble that has no number, by the place of its first paragraph there."""
        holder = next(element.iterancestors("{*}preamble"), None)
        first = next(text_blocks(element, view), None)
        blocks = [] if holder is None else list(text_blocks(holder, view))
        return (Part("preamble"), Part("block", blocks.index(first) + 1)) if first in blocks else ()

    def parts_of(self, provision: Element, blocks: Sequence[Element], view: View) -> tuple[Part, ...]:
        """Unnumbered paragraphs of a provision as they are counted; empty where they are all of it.

        Raises:
            NoFormulaError: they are neither one paragraph nor one part nor the whole text.
        """
        provision = self.stood(provision, view)
        own = {block: where for where, block in own_blocks(provision, view)}
        taken = {self.stood(block, view) for block in blocks}.intersection(own)
        nested = next(units(provision, view), None) is not None
        if not taken or (len(own) == len(taken) and not nested):
            return ()
        runs = self._runs(own, (view, view), path_to(provision, view)[0], nested=nested)
        return paragraphs_named(taken, runs)

    def _runs(
        self, own: Mapping[Element, str], views: tuple[View, View], steps: tuple[Step, ...], *, nested: bool
    ) -> list[Run]:
        """The own words of a provision as its language counts them.

        Args:
            own: its blocks in order, each with where it stands (`wrapUp` behind the provisions inside).
            views: the texts that have the words, the first that has any first.
            steps: the units that lead to the provision.
            nested: whether provisions stand in it.
        """
        # Inside a numbered part there are no parts, but paragraphs alone.
        named = self._named(steps)
        in_parts = self.counts_parts and not (named and named[-1].units == NUMBERED_PART)
        texts = {each: flatten(each, views[0]).text or flatten(each, views[1]).text for each in own}
        return runs_of_blocks(own, texts, in_parts=in_parts, nested=nested)

    def block(self, block: Element, view: View) -> Location | None:
        """A block of words as a place that words are looked for in; None where it has no address."""
        block = self.stood(block, view)
        host = enclosing_block(block)
        name = local_name(block.tag)
        if name in _TITLES or local_name(host.tag) in _TITLES:
            part = Part("short-title" if name == "shortTitle" else "title")
            return Location((), (part,), written_parts("act", (part,), TABLE))
        provision = enclosing_provision(block, view)
        if provision is None:
            return self._outside(block, view)
        whole = self.provision(provision, view)
        if name == "heading":
            return self._with(whole, Part("heading"))
        if _inside(block, "authorialNote"):
            return self._note(whole, provision, block, view)
        cell = next((each for each in block.iterancestors() if is_cell(each)), None)
        if cell is not None:
            return self._cell(whole, provision, cell, view)
        own = own_paragraphs(provision, view)
        if block not in own:
            return None
        address = written_parts(whole.address, (Part("block", own.index(block) + 1),), TABLE)
        counted = self.parts_of(provision, (block,), view)
        place = replace(whole, parts=(*whole.parts, *counted), address=address)
        self.check(place, (block if counted else self.stood(provision, view),), view)
        return place

    def new_blocks(
        self, blocks: Sequence[Element], host: Element, views: tuple[View, View]
    ) -> list[Location]:
        """New paragraphs by their places among those that stand there before, and those that are new.

        Raises:
            NoFormulaError: they are no whole parts, and do not go on with a part that stands there.
        """
        own: dict[Element, str] = {}
        for view in views:
            own |= {block: where for where, block in own_blocks(self.stood(host, view), view)}
        steps, around = path_to(host, views[1])
        if not own.keys() >= set(blocks):
            known = (self.block(block, views[1]) for block in blocks)
            return [place for place in known if place is not None]
        ordered = {each: own[each] for each in sorted(own, key=self.order_of)}
        nested = next(units(host, views[1]), None) is not None
        runs = self._runs(ordered, views, steps, nested=nested)
        whole = Location(self._named(steps), around, self.identifier(host, views[0]))
        places: list[Location] = []
        for named, meant in new_paragraphs_named(set(blocks), runs):
            places.append(replace(whole, parts=(*around, *named)))
            self.check(places[-1], meant, views[1])
        return places

    def new_rows(self, rows: Sequence[Element], before: View, after: View) -> tuple[Location, list[Location]]:
        """The table that takes new rows in, and the rows by the places they will have."""
        table = next(each for each in rows[0].iterancestors() if local_name(each.tag) == "table")
        provision = enclosing_provision(table, after)
        whole = Location() if provision is None else self.provision(provision, before)
        tables = [] if provision is None else tables_of(provision, after)
        part = Part("table", tables.index(table) + 1 if len(tables) > 1 else None)
        place = replace(whole, parts=(*whole.parts, part))
        names = [row_named(row, table, after) for row in rows]
        numbered = all(name is not None and is_numbered(name) for name in names)
        return place, [
            replace(place, parts=(*place.parts, name if numbered and name is not None else Part("row")))
            for name in names
        ]

    def _outside(self, block: Element, view: View) -> Location | None:
        for name in ("toc", "preamble"):
            holder = next((each for each in block.iterancestors() if local_name(each.tag) == name), None)
            if holder is not None and name == "toc":
                items = [each for each in holder if local_name(each.tag) == "tocItem" and view.visible(each)]
                if block in items:
                    return self._with(Location(), Part("toc"), Part("item", items.index(block) + 1))
            elif holder is not None:
                own = own_paragraphs(holder, view)
                if block in own:
                    found = self._with(Location(), Part("preamble"), Part("block", own.index(block) + 1))
                    return replace(found, parts=(Part("preamble"),)) if len(own) == 1 else found
        return None

    def _with(self, whole: Location, *parts: Part) -> Location:
        base = "" if parts[0].kind == "toc" else whole.address
        return replace(whole, parts=(*whole.parts, *parts), address=written_parts(base, parts, TABLE))

    def _note(self, whole: Location, provision: Element, block: Element, view: View) -> Location | None:
        notes = [
            each
            for each in provision.iter("{*}authorialNote")
            if view.attached(each) and enclosing_provision(each, view) is provision
        ]
        holder = next(each for each in block.iterancestors() if local_name(each.tag) == "authorialNote")
        return self._with(whole, Part("note", notes.index(holder) + 1)) if holder in notes else None

    def _cell(self, whole: Location, provision: Element, cell: Element, view: View) -> Location | None:
        tables = tables_of(provision, view)
        table = next((each for each in cell.iterancestors() if each in tables), None)
        row = cell.getparent()
        if table is None or row is None:
            return None
        rows = rows_of(table, view)
        cells = [each for each in view.children(row) if is_cell(each)]
        if row not in rows or cell not in cells:
            return None
        parts = (
            Part("table", tables.index(table) + 1),
            Part("row", rows.index(row) + 1),
            Part("cell", cells.index(cell) + 1),
        )
        found = self._with(whole, *parts)
        return replace(found, parts=(*whole.parts, *named_in_table(parts, cell, provision, view)))


def _inside(element: Element, name: str) -> bool:
    return any(local_name(each.tag) == name for each in element.iterancestors())
