"""The marked Act: one tree with both texts, and the projections of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from copy import deepcopy

from lxml import etree
from msgspec import Struct

from redline.akn.document import Act, Element, load_act, select, serialize
from redline.akn.leftovers import drop_emptied
from redline.akn.marks import MARKS, View, marked_elements
from redline.akn.metadata import Consolidation, EffectFact, write_metadata
from redline.akn.names import DOCUMENT_TYPES, HIERARCHY, OWN_WORDS, PROVISIONS, local_name, tag_like
from redline.akn.outcome import Outcome
from redline.akn.places import PlaceRecorder
from redline.akn.plans import Planned
from redline.akn.projection import project
from redline.akn.readings import Readings
from redline.akn.renaming import Renaming
from redline.akn.working import WorkingAct
from redline.model.changes import Change


class EffectOn(Struct, frozen=True):
    """An effect that changes no text, and the provisions of the marked tree that it concerns."""

    kind: str
    elements: tuple[Element, ...]
    start: datetime.date | None = None
    until: datetime.date | None = None
    territory: bool = False


class MarkedAct:
    """The base and the amended text of one Act in one tree; everything else is a projection of it.

    Attributes:
        base: the Act as given.
        tree: the marked tree; treat it as read-only.
        order: operation id -> place in the order of application.
        version_warnings: what does not agree about the version of the Act in hand.
        planned: the operations that were carried out, in order, each with what it was found to do.
        readings: the articles of its texts that were read so far, which are read once.
    """

    def __init__(
        self,
        working: WorkingAct,
        changes: tuple[Change, ...],
        facts: Consolidation,
        recorder: PlaceRecorder,
        effects: tuple[EffectOn, ...],
        note: Callable[[tuple[Change, ...], PlaceRecorder], tuple[Change, ...]],
        describe: Callable[[MarkedAct, tuple[Change, ...], PlaceRecorder], tuple[Change, ...]],
        version_warnings: tuple[str, ...] = (),
    ) -> None:
        self.base = working.act
        self.tree = working.tree
        self.order: Mapping[str, int] = dict(working.order)
        self.merging = working.merging
        self.facts = facts
        self._changes = changes
        self.drafted = facts.drafted
        self.effects = effects
        self._recorder = recorder
        self._note, self._noted = note, False
        self._describe, self._described = describe, False
        self._final: dict[Element, str | None] = {}
        self._after: Act | None = None
        self.version_warnings = version_warnings
        self.readings = Readings()
        self._unwritten: tuple[str, ...] = ()
        self.planned: tuple[Planned, ...] = ()

    @property
    def root(self) -> Element:
        """The root of the marked tree."""
        return self.tree.getroot()

    def view(self, horizon: float) -> View:
        """The text with the operations before `horizon`: 0 is the base, infinity the amended text."""
        return View(self.order, horizon, merging=self.merging)

    def before(self) -> Act:
        """The base: all marks rejected. Checked against the input on every call.

        Raises:
            RuntimeError: rejecting the marks does not give the input: a defect of this tool, never of the
            spec.
        """
        tree = deepcopy(self.tree)
        self._projected(0, tree)
        if canonical(tree).replace(_DECLARATION, b"", 1) != canonical(self.base.tree):
            raise RuntimeError(f"{self.base.name}: rejecting all marks does not give the Act that was loaded")
        return self.base

    def after(self) -> Act:
        """The consolidated Act: all marks accepted, identifiers and metadata brought up to date."""
        if self._after is None:
            self._after = self._consolidate()
        return self._after

    @property
    def warnings(self) -> tuple[str, ...]:
        """What does not agree about the version in hand, and what could not be written into the metadata."""
        self.after()
        return (*self.version_warnings, *self._unwritten)

    def applied(self) -> tuple[Change, ...]:
        """The changes that are part of the consolidated text, their places not described yet."""
        return tuple(change for change in self._changes if change.applied)

    def noted(self) -> tuple[Change, ...]:
        """The change list with all that is to be said of each change, its places not described yet.

        To describe the places reads the words of all of them, which not everybody needs.
        """
        if not self._noted:
            self._changes = self._note(self._changes, self._recorder)
            self._noted = True
        return self._changes

    def changes(self) -> tuple[Change, ...]:
        """The change list: one entry for each operation of the spec that concerns this Act, places
        described.
        """
        if not self._described:
            self._changes = self._describe(self, self.noted(), self._recorder)
            self._described = True
        return self._changes

    @property
    def working(self) -> WorkingAct:
        """The working copy, with its indexes; treat it as read-only."""
        return self._recorder.working

    def identified(self, identifier: str) -> list[Element]:
        """The elements of the marked tree that bear an identifier."""
        return self._recorder.working.identified(identifier)

    def moved_from(self, provision: Element) -> list[Element]:
        """What stands at the places that a provision was moved from."""
        return self._recorder.moved_from(provision)

    def touched_by(self, operation: str) -> list[Element]:
        """The smallest provisions around what an operation changed, none inside another."""
        at = self.order[operation]
        return self._recorder.units(operation, self.view(at), self.view(at + 1))

    def unit_of_entry(self, entry: Element) -> Element | None:
        """The provision that an entry of the contents leads to, or None."""
        found = self.identified((entry.get("href") or "").removeprefix("#"))
        return found[0] if found and local_name(found[0].tag) in PROVISIONS else None

    def pieces_of(self, provision: Element, operation: str) -> Element | None:
        """What a split cut off a provision, or None."""
        partners = self._recorder.partners.get(operation, [])
        return next((each for each in partners if each is not provision), None)

    def identifier_after(self, element: Element) -> str | None:
        """How the consolidated Act calls a provision of the marked tree that an operation touched."""
        self.after()
        return self._final.get(element)

    def _projected(self, horizon: float, tree: etree._ElementTree) -> tuple[Renaming, list[Element]]:
        root = tree.getroot()
        renaming = Renaming(self.view(horizon))
        if horizon:
            renaming.collect(marked_elements(root))
        return renaming, project(root, self.view(horizon))

    def _consolidate(self) -> Act:
        effective = any(effect.elements for effect in self.effects)
        if not effective and not any(change.applied for change in self._changes):
            return self.base
        # The copy that is projected has gone before its bytes are read: of a long Act each tree takes room.
        act = load_act(self._consolidated(), name=self.base.name)
        act.consolidation = self.facts
        act.folder = self.base.folder
        act.readings = self.readings
        return act

    def _consolidated(self) -> bytes:
        """The consolidated Act as XML; notes how its provisions are called, and what could not be written."""
        outcome = Outcome(self._changes, self.order, self._recorder, self.view)
        concerned = [element for effect in self.effects for element in effect.elements]
        tree, twins = self._copied(list(dict.fromkeys((*outcome.elements(), *concerned))))
        renaming, touched = self._projected(float("inf"), tree)
        for element in drop_emptied(touched):
            renaming.add(fix_content(element))
        root = tree.getroot()
        names = renaming.apply(root)
        self._final = {of: twin.get("eId") if _stands_in(twin, root) else None for of, twin in twins.items()}
        modifications = outcome.modifications(self._final)
        effects = tuple(
            EffectFact(
                effect.kind,
                self._names(effect.elements),
                effect.start,
                effect.until,
                effect.territory,
                # What stands for an Act as a whole is its document, which is no provision.
                whole=any(local_name(element.tag) in DOCUMENT_TYPES for element in effect.elements),
            )
            for effect in self.effects
            if effect.elements
        )
        self._unwritten = tuple(write_metadata(root, self.base, self.facts, modifications, effects, names))
        return _without_prefix(serialize(tree, self.base.to_bytes()))

    def _names(self, elements: tuple[Element, ...]) -> tuple[str, ...]:
        """The identifiers of those that are there in the end and have one."""
        names = (self._final.get(element) for element in elements)
        return tuple(name for name in names if name is not None)

    def _copied(self, wanted: list[Element]) -> tuple[etree._ElementTree, dict[Element, Element]]:
        """A copy of the marked tree, and of each wanted element its twin in it."""
        for place, element in enumerate(wanted):
            element.set(_TWIN, str(place))
        try:
            tree = deepcopy(self.tree)
        finally:
            for element in wanted:
                del element.attrib[_TWIN]
        twins: dict[Element, Element] = {}
        for twin in select(tree, "//*[@r:twin]", r=MARKS):
            twins[wanted[int(twin.attrib.pop(_TWIN))]] = twin
        return tree, twins


def _stands_in(element: Element, root: Element) -> bool:
    return element is root or any(ancestor is root for ancestor in element.iterancestors())


_TWIN = f"{{{MARKS}}}twin"
"""Stands on elements only while the tree is copied."""


def canonical(tree: etree._ElementTree | Element) -> bytes:
    """The canonical form (C14N with comments) of a tree, in which equal documents are equal bytes."""
    data: bytes = etree.tostring(tree, method="c14n", with_comments=True)
    return data


def fix_content(element: Element) -> list[Element]:
    """`content` of a provision that has got sub-provisions is its `intro`; of one that lost them, back
    again.

    Returns:
        the elements that have become others, or stand in another.
    """
    if local_name(element.tag) not in HIERARCHY:
        parent = element.getparent()
        if parent is not None and local_name(element.tag) in OWN_WORDS:
            return fix_content(parent)
        return []
    names = [local_name(child.tag) for child in element]
    has_units = any(name in HIERARCHY or name == "crossHeading" for name in names)
    if has_units:
        return _rename_contents(element)
    return _merge_contents(element) if "intro" in names or "wrapUp" in names else []


def _rename_contents(element: Element) -> list[Element]:
    """Own words before the first sub-provision are `intro`, behind the last `wrapUp`."""
    seen_unit = False
    changed: list[Element] = []
    for child in element:
        name = local_name(child.tag)
        seen_unit = seen_unit or name in HIERARCHY
        if name == "content":
            changed.append(_retagged(child, "wrapUp" if seen_unit else "intro"))
    return changed


def _merge_contents(element: Element) -> list[Element]:
    first: Element | None = None
    for child in list(element):
        if local_name(child.tag) not in OWN_WORDS:
            continue
        if first is None:
            first = _retagged(child, "content")
            continue
        for inner in list(child):
            first.append(inner)
        element.remove(child)
    return [] if first is None else [first]


def _retagged(element: Element, name: str) -> Element:
    element.tag = tag_like(element.tag, name)
    return element


_DECLARATION = b' xmlns:redline="' + MARKS.encode() + b'"'


def _without_prefix(data: bytes) -> bytes:
    """The document without the declaration of the marks' namespace, which stands at its root.

    It is taken off the bytes: lxml's own clean-up would take declarations of the document along.
    """
    return data.replace(_DECLARATION, b"", 1)
