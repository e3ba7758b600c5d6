"""Refusals of `insert`: where the new text would go cannot be told from the address."""

from __future__ import annotations

from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.names import local_name
from redline.akn.structure import num_of, own_blocks, units
from redline.errors import AmendmentError
from redline.model.spec import Content, Text
from redline.operations.context import PlanContext


def refuse_unnumbered(
    context: PlanContext, target: Target, inside: list[Element], content: Content, place: str
) -> None:
    """An entry put by the alphabet into a numbered list needs a number of its own, and so does all that is
    put into the Act as a whole.
    """
    if target.part == "act":
        raise context.error(
            "content-unreadable",
            "words without a number cannot stand in the Act by themselves",
            do="name the provision that they are put into, or begin with the number of a new one",
            key="insert",
        )
    if inside and place == "alphabetical":
        raise AmendmentError(
            "content-number",
            f"the list of {target.citation.text} is numbered, and the new entry has no number",
            do=f"begin it with its number, as in {num_of(inside[-1], context.working.view())}",
            at=content.at,
        )


def refuse_loose_words(context: PlanContext, target: Target, content: Content, place: str) -> None:
    """Words put into a provision as a block of their own, where they surely belong into its text, or where
    the Act has nothing of the kind: behind the paragraphs of an article that has no words of its own.
    """
    if content.form != "text":
        return
    view = context.working.view()
    own = list(own_blocks(target.provision, view))
    words = content.text.strip()
    one = len(own) == 1 and place != "alphabetical" and "\n" not in words
    if one and words[:1].islower() and words[-1:].isalnum():
        raise context.error(
            "content-unreadable",
            f'"{words}" would stand as a paragraph of its own in {target.citation.text}: was add meant?',
            do=f"to put the words into its text: add: {words}, after: WORDS, in: {target.citation.text}",
            about=target,
            key="insert",
        )
    name = local_name(target.provision.tag)
    inside = next(units(target.provision, view), None)
    if not own and place != "start" and inside is not None and not context.usage.blocks(name)[1]:
        raise context.error(
            "content-number",
            "the new text has no number, and would stand as a loose paragraph behind the provisions of "
            f"{target.citation.text}, which no {name} of this Act has",
            do=f"begin it with a number, as in {num_of(inside, view) or '1.'}, or name the provision that "
            "the words belong to",
            about=target,
            key="insert",
        )


def refuse_alphabet(context: PlanContext, target: Target, place: str) -> None:
    """Entries have a place by the alphabet only in a list that follows it."""
    if place == "alphabetical":
        raise context.error(
            "operation-impossible",
            f"{target.citation.text} is no list that stands in the order of the alphabet",
            do="use at: start or at: end, or name the block beside which the new one goes",
            about=target,
            key="into",
        )


def refuse_which_list(
    context: PlanContext, target: Target, inside: list[Element], place: str, *, words: bool
) -> None:
    """Several lists of items in one provision, or words behind one: where the new text goes must be said."""
    view = context.working.view()
    lists = list(dict.fromkeys(parent for unit in inside if (parent := view.parent(unit)) is not None))
    if not lists or any(local_name(one.tag) not in ("blockList", "ul", "ol") for one in lists):
        return
    last = [block for _, block in own_blocks(target.element, view)][-1:]
    behind = words and place != "alphabetical" and target.part != "list"
    behind = behind and bool(last) and lists[-1] not in last[0].iterancestors()
    if len(lists) == 1 and not behind:
        return
    raise context.error(
        "address-ambiguous",
        f"{target.citation.text} holds {len(lists)} lists of items"
        if len(lists) > 1
        else f"{target.citation.text} holds a list of items and words behind it",
        do=(
            "name the item beside which the new text goes (after: … / item 2), the list by its eId, or the "
            "paragraph (after: … / block 3)"
        ),
        about=target,
        key="into",
    )


def find_anchor(context: PlanContext, where: str) -> Target:
    """What the new text goes beside or into.

    Raises:
        AmendmentError: as for every address; words of the law in its place were perhaps meant for `add`.
    """
    try:
        return context.target(where)
    except AmendmentError as error:
        anchor = context.value(where)
        if error.slug == "address-unreadable" and isinstance(anchor, Text):
            error.do = (
                f'was add meant? Words are put beside words with add: …, {where}: "{anchor.value}" and in: '
                f"ADDRESS; {error.do}"
            )
        raise
