"""Where words are searched: the blocks that `in` names, those of `except` left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redline.addresses.read import looks_like_address
from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.names import local_name
from redline.akn.ranges import Flat, flatten
from redline.akn.structure import text_blocks
from redline.model.spec import Text
from redline.operations.context import PlanContext, is_stub


@dataclass(frozen=True, slots=True)
class Scope:
    """Where words are searched: one address, or the whole Act.

    Attributes:
        target: what the address names; None for the whole Act.
        places: the blocks in reading order, each with the range of its words that is meant.
    """

    target: Target | None
    places: tuple[tuple[Flat, int, int], ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words found: characters [start, end) of a block; `scope_end` is where the block's part of the scope
    ends.
    """

    flat: Flat
    start: int
    end: int


def scopes(context: PlanContext) -> list[Scope]:
    """The places that the operation's `in` names, those of `except` left out."""
    left_out = {block for target in context.targets("except") for block in _target_blocks(target)}
    named = context.targets("in")
    if not named:
        _refuse_address_as_words(context)
        document = context.working.document
        blocks = [b for b in text_blocks(document, context.view) if b not in left_out]
        return [
            Scope(
                None, tuple((flat, 0, len(flat.text)) for flat in (flatten(b, context.view) for b in blocks))
            )
        ]
    found: list[Scope] = []
    for target in named:
        if is_stub(target.provision, context.view):
            raise context.error(
                "provision-repealed",
                f"{target.citation.text} is repealed; its words cannot be amended",
                do="restore it with new words (restore: …), or take this operation out",
                about=target,
                key="in",
            )
        found.append(_scope(target, left_out))
    return found


def _scope(target: Target, left_out: set[Element]) -> Scope:
    places: list[tuple[Flat, int, int]] = []
    for block in _target_blocks(target):
        if block in left_out:
            continue
        flat = flatten(block, target.view)
        start, end = target.span if target.span else (0, len(flat.text))
        places.append((flat, start, end))
    return Scope(target, tuple(places))


def _target_blocks(target: Target) -> list[Element]:
    if target.blocks:
        return [inner for block in target.blocks for inner in _leaves(block, target)]
    return list(text_blocks(target.element, target.view))


def _leaves(block: Element, target: Target) -> Iterator[Element]:
    if local_name(block.tag) == "num":
        yield block
    else:
        yield from text_blocks(block, target.view)


def _refuse_address_as_words(context: PlanContext) -> None:
    value = context.value(context.operation.verb)
    texts = value if isinstance(value, tuple) else (value,)
    for text in texts:
        if isinstance(text, Text) and looks_like_address(text.value):
            raise context.error(
                "words-address",
                f'"{text.value}" reads as an address, but {context.operation.verb} takes words of the law',
                do=(
                    "use repeal or replace if the provision is meant; give `in:` if these words stand in "
                    "the text"
                ),
            )
