"""The preamble and the concluding words of an Act: new words in them, others in their place, or none.

Akoma Ntoso keeps the enacting words and the table of contents in the preamble too. They are no part of what a
drafter calls so, and are left alone unless they are named (act / enacting, toc).
"""

from __future__ import annotations

from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.edits import DeleteEdit, Edit, InsertEdit
from redline.akn.names import TEXT_BLOCKS, local_name
from redline.compare.replacement import plan_replacement
from redline.errors import AmendmentError
from redline.model.spec import Content
from redline.operations.content import read_content
from redline.operations.context import PlanContext

PARTS = ("preamble", "conclusions")
_APART = frozenset({"formula", "toc"})


def pieces_of(target: Target) -> list[Element]:
    """What the preamble or the concluding words consist of, without enacting words and contents."""
    return [child for child in target.view.children(target.element) if local_name(child.tag) not in _APART]


def plan_repeal(target: Target) -> list[Edit]:
    """The edits that take it away; the frame goes too where nothing else stands in it."""
    if any(local_name(child.tag) in _APART for child in target.view.children(target.element)):
        return [DeleteEdit(piece) for piece in pieces_of(target)]
    return [DeleteEdit(target.element)]


def plan_whole(context: PlanContext, target: Target, content: Content) -> list[Edit] | None:
    """The edits of a replacement by markup of the whole (`{akn: <preamble>…</preamble>}`), or None.

    Raises:
        AmendmentError: plain text for what is more than paragraphs.
    """
    if content.form == "akn":
        new = read_content(context, content, "p")[0]
        if new.tag == target.element.tag:
            return plan_replacement(target.element, new, target.view)
    other = next((p for p in pieces_of(target) if local_name(p.tag) not in TEXT_BLOCKS), None)
    if other is not None:
        name = local_name(target.element.tag)
        raise AmendmentError(
            "content-unreadable",
            f"{target.citation.text} holds <{local_name(other.tag)}>, which paragraphs of words would drop",
            do=f"name the recital, citation or block that is replaced, or give {{akn: <{name}>…</{name}>}}",
            at=content.at,
        )
    return None


def insertions(target: Target, blocks: list[Element], place: str) -> InsertEdit:
    """Where the first of new blocks goes, at the `start` or the `end`."""
    pieces = pieces_of(target)
    if not pieces:
        return InsertEdit(blocks[0], "first", target.element, named=False)
    if place == "start":
        return InsertEdit(blocks[0], "before", pieces[0], named=False)
    return InsertEdit(blocks[0], "after", pieces[-1], named=False)
