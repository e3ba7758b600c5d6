"""Unnumbered words as laws count them: by parts (часть), which begin with a capital, and their paragraphs
(абзац). A table is counted in neither: it belongs to the part that it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec import Struct, field

from redline.addresses.unnumbered import opens_part
from redline.akn.document import Element
from redline.akn.names import local_name
from redline.akn.structure import is_paragraph
from redline.model.address import REMARK, Part


class NoFormulaError(Exception):
    """No formula says what an operation did; never leaves `redline.amending`."""


_REMARK = re.compile(r"(?:Примечани[ея]|Ескертпе(?:лер)?)\.")
"""How the note at the end of an article begins, which is a unit of its own (article 23)."""


class Run(Struct):
    """One part of a provision.

    Attributes:
        blocks: its paragraphs and tables in order.
        number: which of the parts it is, from 1; None where the words are not counted by parts.
        holds_list: whether the provisions inside belong to it.
        is_remark: whether it is the note (`Примечание.`) of an article.
    """

    number: int | None
    blocks: list[Element] = field(default_factory=list)
    holds_list: bool = False
    is_remark: bool = False

    @property
    def paragraphs(self) -> list[Element]:
        """What is counted in it."""
        return [block for block in self.blocks if is_paragraph(block)]

    def paragraph(self, block: Element) -> tuple[Part, ...]:
        """A paragraph of it by its place.

        Raises:
            NoFormulaError: it is a table.
        """
        if local_name(block.tag) == "table":
            raise NoFormulaError
        place = Part("block", self.paragraphs.index(block) + 1)
        whole = self.whole
        return (place,) if whole is None else (whole, place)

    @property
    def whole(self) -> Part | None:
        """How the part itself is named; None where there is one alone."""
        if self.is_remark:
            return REMARK
        return None if self.number is None else Part("part", self.number)


def runs_of_blocks(
    own: Mapping[Element, str], texts: Mapping[Element, str], *, in_parts: bool, nested: bool
) -> list[Run]:
    """The own words of a provision as parts: one run without a number where there is one alone.

    Args:
        own: its blocks in order, each with where it stands (`wrapUp` behind the provisions inside).
        texts: their words.
        in_parts: whether the words are counted by parts.
        nested: whether provisions stand inside.
    """
    runs: list[Run] = []
    before_list = 0
    for block, where in own.items():
        remark = _REMARK.match(texts[block]) is not None
        begun = bool(runs) and bool(runs[-1].paragraphs)
        capital = in_parts and begun and is_paragraph(block) and opens_part(texts[block])
        if not runs or remark or capital:
            runs.append(Run(len(runs) + 1 if in_parts else None, is_remark=remark))
            before_list += where != "wrapUp"
        runs[-1].blocks.append(block)
    if nested and runs:
        runs[max(before_list, 1) - 1].holds_list = True
    if len(runs) == 1:
        runs[0].number = None
    return runs


def paragraphs_named(taken: Set[Element], runs: list[Run]) -> tuple[Part, ...]:
    """One paragraph, one part or the whole text, as they are counted.

    Raises:
        NoFormulaError: what is taken is none of these.
    """
    for run in runs:
        if taken == set(run.blocks) and not run.holds_list and run.whole is not None:
            return (run.whole,)
    if len(taken) == 1:
        [block] = taken
        return next(run for run in runs if block in run.blocks).paragraph(block)
    if taken == {block for run in runs for block in run.blocks} and not any(r.holds_list for r in runs):
        return (Part("text"),)
    raise NoFormulaError


def new_paragraphs_named(
    new: Set[Element], runs: list[Run]
) -> list[tuple[tuple[Part, ...], Sequence[Element]]]:
    """New paragraphs as they will be counted: whole parts, or paragraphs behind the beginning of a part that
    stands there.

    Args:
        new: the new blocks.
        runs: all blocks, those that go among them.

    Returns:
        each with the blocks that it names.

    Raises:
        NoFormulaError: a part would be torn, or parts and paragraphs come together.
    """
    named = [part for run in runs for part in _new_in(run, new)]
    if not named or len({(parts[:-1], parts[-1].kind) for parts, _ in named}) > 1:
        raise NoFormulaError
    return named


def _new_in(run: Run, new: Set[Element]) -> Iterator[tuple[tuple[Part, ...], Sequence[Element]]]:
    found = [block for block in run.blocks if block in new]
    if len(found) == len(run.blocks) and run.whole is not None and not run.holds_list:
        yield (run.whole,), run.blocks
        return
    if found and run.whole is not None and run.blocks[0] in new:
        raise NoFormulaError  # what stood there would go on with what is new
    for block in found:
        yield run.paragraph(block), (block,)
