"""replace: a provision (number and heading with it), a part of one, or the whole Act is replaced."""

from __future__ import annotations

from itertools import pairwise

from redline.addresses.headed import headed_number
from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.edits import (
    ClaimEdit,
    DeleteEdit,
    Edit,
    HeadingEdit,
    InsertEdit,
    StubEdit,
    WordChange,
    WordsEdit,
)
from redline.akn.marks import UNMARKED
from redline.akn.names import KEEP, PROVISIONS, local_name
from redline.akn.ranges import flatten
from redline.akn.structure import heading_of, is_text_block, num_of, number_of
from redline.compare.likeness import Item, align
from redline.compare.replacement import Trace, plan_replacement
from redline.drafting.layout import line_of, plain_lines
from redline.errors import AmendmentError
from redline.model.spec import Content
from redline.operations import matter
from redline.operations.block_holders import with_words
from redline.operations.columns import replaced_column
from redline.operations.content import (
    keeps_nothing,
    note_other_element,
    one_line,
    print_like,
    read_content,
    refuse_kept_lines,
    text_paragraphs,
)
from redline.operations.context import PlanContext
from redline.operations.headed import like_headed, refuse_another_number
from redline.operations.keys.replace import VERB
from redline.operations.new_targets import target_edits
from redline.operations.own_number import refuse_own_number
from redline.operations.surroundings import in_place_of
from redline.operations.tables import check_vocabulary, new_table, replaced_row
from redline.operations.typed_numbers import unit_words

__all__ = ["VERB", "plan", "plan_content"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `replace`."""
    content = context.value("with")
    assert isinstance(content, Content)
    return plan_content(context, context.targets("replace"), content)


def plan_content(context: PlanContext, targets: list[Target], content: Content) -> list[Edit]:
    """The edits that put `content` in the place of what the targets are."""
    claims: list[Edit] = [ClaimEdit(target.element) for target in targets if not target.blocks]
    claims += [ClaimEdit(block) for target in targets if target.span is None for block in target.blocks]
    edits = _edits(context, targets, content)
    refuse_kept_lines(edits, content)
    live: list[Edit] = [
        StubEdit(target.provision, repealed=False)
        for target in targets
        if not target.part and context.repealed(target.provision)
    ]
    return claims + edits + live


def _edits(context: PlanContext, targets: list[Target], content: Content) -> list[Edit]:
    if len(targets) == 1 and targets[0].part == "act":
        return _whole_act(context, targets[0], content)
    if any(target.part for target in targets):
        if len(targets) > 1:
            raise context.error(
                "address-ambiguous",
                "several parts cannot be replaced by one text",
                do="write one operation for each of them",
            )
        return _part(context, targets[0], content)
    return _provisions(context, targets, content)


def _provisions(context: PlanContext, targets: list[Target], content: Content) -> list[Edit]:
    first = targets[0].provision
    name = local_name(first.tag)
    if content.form == "text" and not number_of(first, targets[0].view):
        if headed_number(first, targets[0].view) is None:
            return _unnumbered(context, targets[0], content)
        return _headed(context, targets, content)
    found = read_content(context, content, name, first.get("name"), in_place_of(targets, content))
    new = [element for element in found if local_name(element.tag) in PROVISIONS]
    loose = [
        element for element in found if local_name(element.tag) not in PROVISIONS and element.tag != KEEP
    ]
    if loose or not new or (len(targets) == 1 and len(new) > 1):
        raise _number_error(context, targets[0], content, new, loose)
    if len(new) != len(targets):
        return _aligned(context, targets, new, content)
    edits: list[Edit] = []
    for target, element in zip(targets, new, strict=True):
        _check_number(context, target, element, content, new)
        note_other_element(context, element, target.provision, "what it replaces")
        edits += _printed(target, element, content)
    return edits


def _printed(target: Target, element: Element, content: Content) -> list[Edit]:
    if content.form == "text":
        print_like(element, target.provision, target.view)
    return _one(target, element, content)


def _aligned(context: PlanContext, targets: list[Target], new: list[Element], content: Content) -> list[Edit]:
    """Several provisions replaced by fewer or more: those of one number belong together, others go or come.

    Raises:
        AmendmentError: `content-number` where no number stays, or they stand in another order.
    """
    old = {number_of(target.provision, target.view): place for place, target in enumerate(targets)}
    places = [old.get(number_of(element, UNMARKED)) for element in new]
    kept = [place for place in places if place is not None]
    if not kept or kept != sorted(set(kept)):
        raise AmendmentError(
            "content-number",
            f"{len(targets)} provisions are replaced by {len(new)}, and "
            + ("their numbers come in another order" if kept else "none keeps its number"),
            do="give those that stay their numbers, in the order of the law; insert others apart",
            at=content.at,
            about=(("act", context.working.act.name),),
        )
    edits: list[Edit] = []
    anchor: Element | None = None
    for element, place in zip(new, places, strict=True):
        if place is not None:
            edits += _printed(targets[place], element, content)
            anchor = targets[place].provision
            continue
        if content.form == "text":
            print_like(element, targets[0].provision, targets[0].view)
        edits.append(
            InsertEdit(element, "before", targets[0].provision)
            if anchor is None
            else InsertEdit(element, "after", anchor)
        )
        anchor = element
    for place, target in enumerate(targets):
        if place not in kept:
            edits.append(DeleteEdit(target.provision))
            context.notes.append(
                f"{num_of(target.provision, target.view)} goes: the new text has none of that number"
            )
    return edits


def _one(target: Target, element: Element, content: Content) -> list[Edit]:
    old = target.provision
    lines = {str(keep.get("line")): keep for keep in element.iter(KEEP)}
    if local_name(old.tag) != local_name(element.tag):
        if lines:
            raise keeps_nothing(content, next(iter(lines.values())))
        return [InsertEdit(element, "after", old), DeleteEdit(old)]
    trace = Trace()
    edits = plan_replacement(old, element, target.view, trace)
    left = [keep for line, keep in lines.items() if line not in trace.kept_lines]
    if left:
        raise keeps_nothing(content, left[0])
    return edits


def _headed(context: PlanContext, targets: list[Target], content: Content) -> list[Edit]:
    """A provision with its number in the heading: the new text has it at its start, as others have."""
    target = targets[0]
    name = local_name(target.provision.tag)
    found = read_content(context, content, name, target.provision.get("name"))
    if len(targets) > 1:
        raise context.error(
            "operation-impossible",
            "provisions with their numbers in the headings are replaced one by one",
            do="write one operation for each of them",
        )
    refuse_another_number(context, target, found, content)
    like_headed(found[0], target.provision, target.view)
    return _one(target, found[0], content)


def _unnumbered(context: PlanContext, target: Target, content: Content) -> list[Edit]:
    """A provision without a number (an item, a definition): its words are replaced."""
    found = read_content(context, content, "point")
    frame = target.provision.makeelement(str(target.provision.tag))
    for element in found:
        if local_name(element.tag) in PROVISIONS:
            raise AmendmentError(
                "content-number",
                f"{target.citation.text} has no number, and the new text begins with one",
                do="leave the number out, or put a backslash before it if it belongs to the words",
                at=content.line(line_of(element)),
            )
    with_words(frame, found)
    return plan_replacement(target.provision, frame, target.view)


def _check_number(
    context: PlanContext, target: Target, element: Element, content: Content, new: list[Element]
) -> None:
    printed = num_of(element, UNMARKED), num_of(target.provision, target.view)
    bracketed = [("(" in number, ")" in number) for number in printed]
    bare = printed[1] == number_of(target.provision, target.view)
    other = content.form == "text" and not bare and bracketed[0] != bracketed[1]
    if other or number_of(element, UNMARKED) != number_of(target.provision, target.view):
        raise _number_error(context, target, content, new, [])


def _number_error(
    context: PlanContext, target: Target, content: Content, new: list[Element], loose: list[Element]
) -> AmendmentError:
    printed = num_of(target.provision, target.view)
    typed = _typed(target, printed)
    wrong = loose[0] if loose else new[1] if len(new) > 1 else new[0] if new else None
    if loose and not new:
        message = f"the new text of {target.citation.text} has no number; the provision's is {printed}"
        do = f"begin the text with {typed}, or replace the words only: {target.citation.text} / text"
    elif loose:
        message = f"the new text of {target.citation.text} has words before its first number"
        do = "begin it with the number of the first provision"
    elif len(new) > 1:
        message = f"the new text holds {len(new)} provisions, {target.citation.text} is one"
        do = "replace the one here and insert the others in an operation of their own"
    else:
        given = num_of(new[0], UNMARKED) if new else "none"
        message = f"the new text has the number {given}, {target.citation.text} has {printed}"
        do = f"begin the text with {typed}; use renumber to change a number"
    at = content.at if wrong is None else content.line(line_of(wrong))
    return AmendmentError("content-number", message, do=do, at=at, about=(("act", context.working.act.name),))


def _typed(target: Target, printed: str) -> str:
    """The number as it is typed; one that the Act prints bare would not be told from the words behind it."""
    if printed != number_of(target.provision, target.view):
        return printed
    name = target.provision.get("name") or local_name(target.provision.tag)
    if heading_of(target.provision, target.view) and name in unit_words():
        return f"{name.capitalize()} {printed}."
    return f"({printed})"


def _whole_act(context: PlanContext, target: Target, content: Content) -> list[Edit]:
    if content.form != "akn":
        raise AmendmentError(
            "content-unreadable",
            "a whole Act is replaced by a whole Act in Akoma Ntoso",
            do="give {file: new.xml} or {akn: …} with the whole document",
            at=content.at,
        )
    found = read_content(context, content, "act")
    new = found[0]
    old = target.provision
    if local_name(new.tag) == "akomaNtoso" != local_name(old.tag):
        inside = [child for child in new if isinstance(child.tag, str)]
        new = inside[0] if inside else new
    if local_name(new.tag) != local_name(old.tag):
        raise AmendmentError(
            "content-unreadable",
            f"the new text is a <{local_name(new.tag)}>, the Act is a <{local_name(old.tag)}>",
            do="give a document of the same kind",
            at=content.at,
        )
    trace = Trace()
    edits = plan_replacement(old, new, target.view, trace)
    return [*edits, *target_edits(edits, trace)]


# ---- parts
# ---------------------------------------------------------------------------------------------------------


_NAMES = {"num": "number", "toc": "table of contents"}


def _part(context: PlanContext, target: Target, content: Content) -> list[Edit]:
    if content.form == "text":
        first = next((place for place, _ in plain_lines(content)), None)
        refuse_own_number(context, target, content.text, content.line(first))
    if target.part == "heading":
        return [HeadingEdit(target.provision, one_line(context, content))]
    if target.part == "row":
        return replaced_row(context, target, content)
    if target.part == "column":
        return replaced_column(context, target, content)
    if target.part == "table":
        table = new_table(context, content)
        check_vocabulary(context, [table], target.element, content)
        return plan_replacement(target.element, table, target.view)
    if target.span is not None:
        flat = flatten(target.blocks[0], target.view)
        return [WordsEdit(flat, (WordChange(*target.span, one_line(context, content)),))]
    old = list(target.blocks)
    if target.part in matter.PARTS:
        whole = matter.plan_whole(context, target, content)
        if whole is not None:
            return whole
        old = matter.pieces_of(target)
    if len(old) == 1 and local_name(old[0].tag) in _ONE_LINE:
        return plan_replacement(old[0], one_line(context, content), target.view)
    return _blocks(context, target, content, old)


_ONE_LINE = frozenset({"docTitle", "shortTitle", "crossHeading", "tocItem", "listIntroduction", "listWrapUp"})
"""Blocks that are one line each: the line breaks of a new text are spaces there."""


def _blocks(context: PlanContext, target: Target, content: Content, old: list[Element]) -> list[Edit]:
    """Blocks of words replaced by blocks: compared pair by pair, what is left over inserted or deleted."""
    new = text_paragraphs(context, content)
    view = target.view
    if not old:
        edits: list[Edit] = [InsertEdit(new[0], "first", target.element)]
        return [*edits, *(InsertEdit(block, "after", before) for before, block in pairwise(new))]
    if len(old) == 1 and len(new) == 1:
        pairs: list[tuple[int | None, int | None]] = [(0, 0)]
    else:
        pairs = align(
            [Item(key=None, text=flatten(block, view).text, kind="p") for block in old],
            [Item(key=None, text=flatten(block, UNMARKED).text, kind="p") for block in new],
        )
    edits = []
    anchor: Element | None = None
    for first, second in pairs:
        if first is not None:
            anchor = old[first]
        if first is not None and second is not None:
            edits += _block(old[first], new[second], target)
        elif first is not None:
            edits.append(DeleteEdit(old[first]))
        elif second is not None:
            place = (
                InsertEdit(new[second], "after", anchor)
                if anchor is not None
                else InsertEdit(new[second], "before", old[0])
            )
            edits.append(place)
            anchor = new[second]
    return edits


def _block(old: Element, new: Element, target: Target) -> list[Edit]:
    if is_text_block(old, target.view):
        return plan_replacement(old, new, target.view)
    return [InsertEdit(new, "after", old), DeleteEdit(old)]
