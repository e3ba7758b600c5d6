"""The parts of a provision that can be addressed behind a slash, each resolved as the engine will."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redline.addresses.parts import begins_with, resolve_parts, words_of_all
from redline.addresses.targets import Target
from redline.akn.structure import own_blocks, units
from redline.akn.working import WorkingAct
from redline.engine.expect import words_of_target
from redline.errors import RedlineError
from redline.model.address import Part, PartKind


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part that can be addressed: its address behind the provision's (`/ block 2`), and its words."""

    address: str
    words: str


_SINGLE: tuple[PartKind, ...] = ("heading", "num", "crossheading", "text")
_AROUND: tuple[PartKind, ...] = ("intro", "wrap")
_COUNTED: tuple[PartKind, ...] = ("part", "block", "sentence", "table", "note", "formula", "image")
_OF_ACT: tuple[PartKind, ...] = ("title", "short-title", "preamble", "enacting", "toc")


def parts_of(target: Target, working: WorkingAct) -> Iterator[ShownPart]:
    """The parts that can be addressed in what an address names, each resolved as the engine will."""
    kinds, counted = _kinds(target)
    for kind in kinds:
        found = _try(target, Part(kind), working)
        if found is not None:
            yield ShownPart(f"/ {kind.replace('-', ' ')}", words_of_target(found))
    for kind in counted:
        yield from _counted(target, kind, working)
    if target.whole:
        yield from _definitions(target, working)


def _kinds(target: Target) -> tuple[tuple[PartKind, ...], tuple[PartKind, ...]]:
    """The kinds of part to look for: those there is one of, and those that are counted."""
    if target.whole:
        has_units = any(True for _ in units(target.element, target.view))
        return _SINGLE + (_AROUND if has_units else ()), _COUNTED
    if target.part == "act":
        return _OF_ACT, ()
    inside: dict[str, tuple[PartKind, ...]] = {"table": ("row",), "row": ("cell",)}
    inside |= dict.fromkeys(("block", "part", "text", "intro", "cell"), ("sentence",))
    return (), inside.get(target.part or "", ())


def _counted(target: Target, kind: PartKind, working: WorkingAct) -> Iterator[ShownPart]:
    found: list[ShownPart] = []
    while (inner := _try(target, Part(kind, len(found) + 1), working)) is not None:
        if inner.part is None:
            break
        found.append(ShownPart(f"/ {kind} {len(found) + 1}", words_of_target(inner)))
    # A single run of blocks is the whole text.
    if kind != "part" or len(found) > 1:
        yield from found


def _try(target: Target, part: Part, working: WorkingAct) -> Target | None:
    try:
        return resolve_parts(target, (part,), working.language)
    except RedlineError:
        return None


_DEFINING = (" – ", " — ", " - ", " means ", " has the meaning ", " includes ", ": ")
_QUOTES = "\"'“”«»„‘’ "


def _definitions(target: Target, working: WorkingAct) -> Iterator[ShownPart]:
    """Entries that define a term, with the term in the form that finds them again."""
    inside = list(units(target.element, target.view)) or [
        block for _, block in own_blocks(target.element, target.view)
    ]
    if len(inside) < 2:
        return
    for thing in inside:
        text = words_of_all(thing, target.view)
        ends = [at for sign in _DEFINING if 0 < (at := text.find(sign)) <= 80]
        term = text[: min(ends)].strip(_QUOTES) if ends else ""
        if not term or not begins_with(text, term) or len(term.split()) > 8:
            continue
        quote = '"' if '"' not in term else "«"
        found = _try(target, Part("definition", words=term), working)
        if found is not None and found.element is thing:
            closing = '"' if quote == '"' else "»"
            yield ShownPart(f"/ definition {quote}{term}{closing}", text)
