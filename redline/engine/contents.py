"""The table of contents follows what operations do to numbers and headings (`contents: follow`).

An item follows only where it says exactly the number and the heading of its provision; one that says anything
else is the drafter's to amend, and is reported. What the drafter amends is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from redline.addresses.code_parts import cite_in
from redline.akn.contents import (
    ItemText,
    contents_items,
    heading_for_contents,
    new_item,
    read_item,
)
from redline.akn.document import Element
from redline.akn.edits import DeleteEdit, Edit, InsertEdit, WordChange, WordsEdit
from redline.akn.marks import DEL, INS, MOVED, STUB
from redline.akn.names import local_name
from redline.akn.ranges import flatten
from redline.akn.structure import all_units, child_named, words_of
from redline.compare.words import word_hunks
from redline.engine.references import Citations

Planned = tuple[str, list[Edit], str]
"""The operation that an item follows, the edits, and a note for the drafter."""


class ContentsFollower:
    """The contents of one Act, between the text before and after the operations of one date.

    Args:
        texts: the two texts.
    """

    def __init__(self, texts: Citations) -> None:
        self.texts = texts
        self.working = texts.working
        self.items: dict[Element, tuple[Element, ItemText | None]] = {}
        for item, provision in contents_items(self.working, texts.before):
            said = read_item(flatten(item, texts.before), provision, texts.before)
            self.items[self.working.live_of(provision)] = (item, said)

    def plan(self) -> Iterator[Planned]:
        """What the items do, in the order of the contents; new ones last.

        A new item may stand behind another new one, so the edits are applied in the order given.
        """
        if self._given_anew():
            return
        for provision, (item, said) in self.items.items():
            if not self._untouched(item):
                continue
            if not self.texts.after.attached(provision):
                cause = self.texts.cause(provision)
                if cause is not None:
                    yield cause[1], [DeleteEdit(item)], ""
            elif self.texts.new(provision.get(INS)) and MOVED in provision.attrib:
                yield str(provision.get(INS)), [DeleteEdit(item)], ""
            else:
                yield from self._changed(provision, item, said)
        yield from self._added()

    def _given_anew(self) -> bool:
        """Whether an operation of the date gives the whole Act, its contents included."""
        return self.texts.new(self.working.replaced.get(self.working.document))

    def _untouched(self, item: Element) -> bool:
        """Whether no operation of the date has amended the item itself."""
        before, after = self.texts.before, self.texts.after
        return after.attached(item) and flatten(item, before).text == flatten(item, after).text

    def _changed(self, provision: Element, item: Element, said: ItemText | None) -> Iterator[Planned]:
        cause = self._cause(provision)
        if cause is None:
            return
        if said is None:
            words = words_of(item, self.texts.before)
            yield (
                cause,
                [],
                f"the contents do not follow: “{words}” is not the number and heading it points to",
            )
            return
        after = self.texts.after
        flat = flatten(item, after)
        number, heading = said.new_number(provision, after), heading_for_contents(provision, after)
        changes = [*_changes(flat.text, said.number, number), *_changes(flat.text, said.heading, heading)]
        if changes:
            yield cause, [WordsEdit(flat, tuple(sorted(changes, key=lambda change: change.start)))], ""

    def _cause(self, provision: Element) -> str | None:
        """The operation that changed the heading or number of a provision."""
        new = self.texts.new
        if new(provision.get(STUB)):
            return provision.get(STUB)
        for name in ("heading", "num"):
            for view in (self.texts.after, self.texts.before):
                part = child_named(provision, name, view)
                marks = ((e.get(INS), e.get(DEL)) for e in part.iter()) if part is not None else ()
                found = next((mark for pair in marks for mark in pair if new(mark)), None)
                if found is not None:
                    return found
        return None

    def _added(self) -> Iterator[Planned]:
        """Items for what was inserted, or moved, among provisions that the contents list."""
        kinds = {local_name(provision.tag) for provision in self.items}
        last: Element | None = None
        models: dict[str, Element] = {}
        written = self._written()
        for unit in all_units(self.working.document, self.texts.after) if kinds else ():
            kind = local_name(unit.tag)
            if kind not in kinds:
                continue
            listed = self.items.get(unit)
            came = self._came(unit)
            if listed is not None and not (came is not None and MOVED in unit.attrib):
                last = listed[0]
                if listed[1] is not None:
                    models[kind] = unit
                continue
            model = models[kind] if kind in models else self._model(kind)
            if came is None or model is None:
                continue
            if not self._says_enough(unit, model):
                yield came, [], f"the contents do not list {self._cited(unit)}: it has no heading"
                continue
            item = self._new_item(unit, model)
            if words_of(item, self.texts.after) in written:
                continue
            yield came, [self._placed(item, last, model)], ""
            last = item

    def _says_enough(self, unit: Element, model: Element) -> bool:
        said = self.items[model][1]
        return said is None or said.heading is None or bool(heading_for_contents(unit, self.texts.after))

    def _cited(self, unit: Element) -> str:
        return cite_in(self.working, unit, self.texts.after)

    def _model(self, kind: str) -> Element | None:
        """The first provision of a kind whose item can be written after."""
        fits = (p for p, (_, said) in self.items.items() if local_name(p.tag) == kind and said is not None)
        return next(fits, None)

    def _came(self, unit: Element) -> str | None:
        """The operation that put a provision, or what it stands in, where it is."""
        return next((e.get(INS) for e in (unit, *unit.iterancestors()) if self.texts.new(e.get(INS))), None)

    def _written(self) -> set[str]:
        """The words of the items that operations of the date insert themselves."""
        return {
            words_of(item, self.texts.after)
            for item in self.working.root.iter("{*}tocItem")
            if self.texts.new(item.get(INS)) and self.texts.after.attached(item)
        }

    def _new_item(self, unit: Element, model: Element) -> Element:
        item, said = self.items[model]
        after = self.texts.after
        assert said is not None  # models are provisions whose item was read
        number, heading = said.new_number(unit, after), heading_for_contents(unit, after)
        return new_item(item, said, number, heading, self.texts.before, f"#{unit.get('eId')}")

    def _placed(self, item: Element, last: Element | None, model: Element) -> InsertEdit:
        if last is not None:
            return InsertEdit(item, "after", last, named=False)
        return InsertEdit(item, "before", self.items[model][0], named=False)


def _changes(text: str, span: tuple[int, int] | None, new: str) -> Iterator[WordChange]:
    """What changes in a stretch of an item; white space alone does not."""
    if span is None or text[slice(*span)].split() == new.split():
        return
    start = span[0]
    for hunk in word_hunks(text[slice(*span)], new):
        yield WordChange(start + hunk.start, start + hunk.end, new[hunk.new_start : hunk.new_end] or None)
