"""insert: new provisions, blocks, sentences, definitions, table rows, annexes."""

from __future__ import annotations

from lxml import etree

from redline.addresses.targets import Target
from redline.akn.claims import claimant
from redline.akn.document import Element
from redline.akn.edits import Edit, InsertEdit, Where
from redline.akn.names import HEADS, local_name
from redline.akn.structure import num_of, number_of, own_blocks, units, words_of
from redline.drafting.numbers import styles_of, value_of
from redline.drafting.tables import is_rule, is_table_line
from redline.errors import AmendmentError
from redline.languages.alphabets import alphabetical_key
from redline.model.spec import Content
from redline.operations import matter
from redline.operations.annexes import attachments_of
from redline.operations.block_holders import with_words
from redline.operations.columns import column_beside
from redline.operations.content import (
    blocks_only,
    note_other_element,
    print_like,
    read_content,
    refuse_kept_lines,
    text_paragraphs,
    units_only,
)
from redline.operations.contents import new_entries
from redline.operations.context import PlanContext
from redline.operations.designated import own_text, refuse_another_level
from redline.operations.insert_errors import (
    find_anchor,
    refuse_alphabet,
    refuse_loose_words,
    refuse_unnumbered,
    refuse_which_list,
)
from redline.operations.keys.insert import VERB
from redline.operations.new_levels import level_inside, units_to_join
from redline.operations.permitted import Kind, kind_of
from redline.operations.placing import chain, placed
from redline.operations.sentences import sentence_beside
from redline.operations.surroundings import beside
from redline.operations.tables import rows_beside, rows_into
from redline.operations.typed_numbers import unit_word_of, unit_words

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of an `insert`."""
    content = context.value("insert")
    assert isinstance(content, Content)
    where = next(key for key in ("before", "after", "into") if context.value(key) is not None)
    target = find_anchor(context, where)
    into = where == "into"
    edits = _into(context, target, content) if into else _beside(context, target, content, where)
    refuse_kept_lines(edits, content)
    return edits


def _beside(context: PlanContext, target: Target, content: Content, where: str) -> list[Edit]:
    if target.span is not None:
        return sentence_beside(context, target, content, where)
    if target.part == "row":
        return rows_beside(context, target, content, where)
    if target.part == "column":
        return column_beside(context, target, content, where)
    kind = kind_of(target)
    if kind is Kind.CONTENTS_ENTRY:
        return placed(new_entries(context, content, target.element), target.element, where)
    if target.part is not None and kind is not Kind.CROSSHEADING:
        return _block_beside(context, target, content, where)
    like = target.provision
    place = beside(like, target.view, content)
    found = read_content(context, content, local_name(like.tag), like.get("name"), place)
    if blocks_only(found) and not number_of(like, target.view):
        found = [_as_unnumbered(like, block) for block in found]
    for unit in units_only(found, content):
        if content.form == "text":
            print_like(unit, like, target.view)
        elif local_name(unit.tag) != "crossHeading":
            note_other_element(context, unit, like, "what it stands beside")
    return placed(found, target.element, where)


def _as_unnumbered(like: Element, block: Element) -> Element:
    """A unit without a number, of the same kind as its sibling, around a block."""
    unit = like.makeelement(str(like.tag), {"name": like.get("name", "")} if like.get("name") else {})
    return with_words(unit, [block])


def _block_beside(context: PlanContext, target: Target, content: Content, where: str) -> list[Edit]:
    blocks = (
        _table_beside(context, target, content)
        if target.part == "table"
        else text_paragraphs(context, content)
    )
    edge = (
        target.element
        if target.part == "table"
        else (target.blocks[0] if where == "before" else target.blocks[-1])
    )
    return placed(blocks, edge, where)


def _table_beside(context: PlanContext, target: Target, content: Content) -> list[Element]:
    """What is put before or after a table: a table of its own, or words."""
    lines = [line.strip() for line in content.text.splitlines() if line.strip()]
    if content.form == "text" and lines and all(map(is_table_line, lines)) and not any(map(is_rule, lines)):
        name = target.citation.text
        raise context.error(
            "content-unreadable",
            "rows alone cannot stand beside a table",
            do=f"to add them to it, write after: {name} / row 2, or into: {name}; a new table has a |---| "
            f"line under its head",
        )
    return read_content(context, content, "point")


def _into(context: PlanContext, target: Target, content: Content) -> list[Edit]:
    place = str(context.value("at") or "end")
    edits = _into_part(context, target, content, place)
    if edits is not None:
        return edits
    host = _host(context, target)
    level, kind = level_inside(context, host, content)
    view = context.working.view()
    inside = [unit for unit in units(host, view) if _usable(unit, context)]
    joined = [unit for unit in units_to_join(context, host, content) if _usable(unit, context)]
    like = joined[-1] if joined else None
    siblings = beside(like, view, content) if like is not None else None
    found = read_content(context, content, level, kind, siblings)
    refuse_which_list(context, target, inside, place, words=blocks_only(found))
    if blocks_only(found):
        if like is not None and not number_of(like, view):
            found = [_as_unnumbered(like, block) for block in found]
        else:
            refuse_unnumbered(context, target, inside, content, place)
            return _blocks_into(context, own_text(context, target, place), found, content)
    units_only(found, content)
    refuse_another_level(context, target, found[0], content)
    if like is not None and content.form == "text":
        for unit in found:
            print_like(unit, like, view)
    if inside:
        return _among(context, found, inside, place, content)
    return _first_units(host, found, context, place)


def _into_part(context: PlanContext, target: Target, content: Content, place: str) -> list[Edit] | None:
    """The edits at a part that takes rows, entries, words or annexes; None where it takes provisions."""
    if target.part == "table":
        return rows_into(context, target, content, place)
    if target.part == "toc":
        return _entries_into(context, target, content, place)
    if target.part in matter.PARTS:
        refuse_alphabet(context, target, place)
        blocks = text_paragraphs(context, content)
        return chain(blocks, matter.insertions(target, blocks, place))
    if target.part == "act":
        return _annexes_into_act(context, target, content, place)
    return _text_into(context, target, content, place) if target.blocks else None


def _entries_into(context: PlanContext, target: Target, content: Content, place: str) -> list[Edit]:
    refuse_alphabet(context, target, place)
    view = context.working.view()
    there = [entry for entry in target.element if local_name(entry.tag) == "tocItem" and view.attached(entry)]
    if not there:
        raise context.error(
            "operation-impossible",
            "the table of contents has no entry left that a new one could stand beside",
            do="name an entry that is there: after: toc / item 1",
            about=target,
            key="into",
        )
    where: Where = "before" if place == "start" else "after"
    beside = there[0] if place == "start" else there[-1]
    entries = new_entries(context, content, beside)
    return chain(entries, InsertEdit(entries[0], where, beside, named=False))


def _usable(unit: Element, context: PlanContext) -> bool:
    """Units that this date repeals without a stub are no anchors; claims on the rest are seen by the
    engine.
    """
    return claimant(unit, context.view, context.operation.id, {}) is None


def _annexes_into_act(
    context: PlanContext, target: Target, content: Content, place: str
) -> list[Edit] | None:
    """Annexes put into the Act as a whole: into its container of annexes, made where it is missing."""
    if content.form == "text" and "attachment" not in unit_words().get(unit_word_of(content.text), ()):
        return None
    found = read_content(context, content, "attachment")
    if content.form == "akn" and any(local_name(element.tag) != "attachment" for element in found):
        return None
    units_only(found, content)
    container = attachments_of(context.working)
    if container is not None:
        inside = list(units(container, context.working.view()))
        if inside:
            for unit in found:
                print_like(unit, inside[-1], context.working.view())
            return _among(context, found, inside, place, content)
        return chain(found, InsertEdit(found[0], "last", container, named=False))
    container = etree.Element(f"{{{context.working.act.namespace}}}attachments")
    container.extend(found)
    last = list(context.working.view().children(target.element))[-1]
    return [InsertEdit(container, "after", last, named=False)]


def _host(context: PlanContext, target: Target) -> Element:
    if target.part != "act":
        return target.element if target.part in ("body", "list") else target.provision
    return body_of(context, target)


def body_of(context: PlanContext, target: Target) -> Element:
    """The body of the Act that is named as a whole.

    Raises:
        AmendmentError: it has none.
    """
    body = next(
        (child for child in target.element if local_name(child.tag) in ("body", "mainBody", "amendmentBody")),
        None,
    )
    if body is None:
        raise context.error(
            "operation-impossible",
            "the Act has no body to insert into",
            do="name a provision instead",
            key="into",
        )
    return body


def _among(
    context: PlanContext, found: list[Element], inside: list[Element], place: str, content: Content
) -> list[Edit]:
    if place == "start":
        # Behind what earlier operations of this date put at the start: they stand in file order.
        first = next((unit for unit in inside if not context.newcomer(unit)), None)
        host = context.working.view().parent(inside[0])
        if first is None and host is not None:
            return _first_units(host, found, context, place)
        return chain(
            found, InsertEdit(found[0], "before", inside[0] if first is None else first, named=False)
        )
    if place == "alphabetical":
        edits: list[Edit] = []
        for unit in found:
            edits.append(_alphabetical(context, unit, inside, content))
        return edits
    return chain(found, InsertEdit(found[0], "after", inside[-1], named=False))


def _alphabetical(context: PlanContext, unit: Element, inside: list[Element], content: Content) -> InsertEdit:
    wanted = _sort_key(context, unit)
    place = next((n for n, other in enumerate(inside) if _sort_key(context, other) > wanted), len(inside))
    _check_order(context, unit, inside[max(0, place - 1) : place + 1], content)
    if place < len(inside):
        return InsertEdit(unit, "before", inside[place], named=False)
    return InsertEdit(unit, "after", inside[-1], named=False)


def _check_order(context: PlanContext, unit: Element, beside: list[Element], content: Content) -> None:
    """A number that does not fit between its neighbours in a list by the alphabet is a slip."""
    view = context.working.view()
    numbers = [number_of(each, view) for each in beside]
    number = number_of(unit, view)
    for style in styles_of(number) if number else ():
        own = value_of(number, style)
        if all(value_of(other, style) for other in numbers) and any(
            (value_of(other, style) > own) == (_sort_key(context, each) <= _sort_key(context, unit))
            and value_of(other, style) != own
            for each, other in zip(beside, numbers, strict=True)
        ):
            printed = " and ".join(num_of(each, view) for each in beside)
            raise AmendmentError(
                "content-number",
                f"by the alphabet the entry stands beside {printed}, and its number is {num_of(unit, view)}",
                do="give it a number that fits there, or say the place with before: or after:",
                at=content.at,
            )


def _sort_key(context: PlanContext, unit: Element) -> str:
    """What the entry is sorted by: its opening words."""
    for _, block in own_blocks(unit, context.working.view()):
        return alphabetical_key(words_of(block, context.working.view()), context.working.language)
    return ""


def _first_units(host: Element, found: list[Element], context: PlanContext, place: str) -> list[Edit]:
    """The first sub-provisions: behind the provision's own words (which become its introduction).

    What several operations put at the start stands in file order, in front of what they put at the end.
    """
    view = context.working.view()
    anchor = next(
        (
            child
            for child in reversed(list(view.children(host)))
            if local_name(child.tag) in ("content", "intro") or local_name(child.tag) in HEADS
        ),
        None,
    )
    where: Where = "first" if anchor is None else "after"
    anchor = host if anchor is None else anchor
    return chain(found, InsertEdit(found[0], where, anchor, named=place == "start"))


def _blocks_into(context: PlanContext, target: Target, found: list[Element], content: Content) -> list[Edit]:
    """Unnumbered words into a provision: to the end of its own words (behind the list, if it has one)."""
    containers = {level.element for level in context.profile.containers} - {context.profile.basic.element}
    if target.part in ("act", "body") or local_name(target.element.tag) in containers:
        raise context.error(
            "operation-impossible",
            f"words without a number cannot stand in {target.citation.text} outside its provisions",
            do="begin the text with the number of the new provision, or name the provision they belong to",
        )
    place = str(context.value("at") or "end")
    refuse_loose_words(context, target, content, place)
    own = list(own_blocks(target.provision, context.working.view()))
    # What this date put inside stands behind the provision's own words, and these behind those there were.
    has_units = any(not context.newcomer(u) for u in units(target.provision, context.working.view()))
    if own and place == "alphabetical":
        return [_alphabetical_block(context, block, [b for _, b in own]) for block in found]
    if place == "start":
        return _blocks_at_start(context, target.provision, own, found, has_units)
    if own and (own[-1][0] == "wrapUp" or not has_units):
        return chain(found, InsertEdit(found[0], "after", own[-1][1], named=False))
    namespace = context.working.act.namespace
    holder = etree.Element(f"{{{namespace}}}{'wrapUp' if has_units else 'content'}")
    holder.extend(found)
    if has_units:
        last = list(context.working.view().children(target.provision))[-1]
        return [InsertEdit(holder, "after", last, named=False)]
    return [_behind_heads(context, target.provision, holder)]


def _behind_heads(context: PlanContext, provision: Element, holder: Element) -> InsertEdit:
    heads = [child for child in context.working.view().children(provision) if local_name(child.tag) in HEADS]
    if heads:
        return InsertEdit(holder, "after", heads[-1], named=False)
    return InsertEdit(holder, "first", provision, named=False)


def _blocks_at_start(
    context: PlanContext,
    provision: Element,
    own: list[tuple[str, Element]],
    found: list[Element],
    has_units: bool,
) -> list[Edit]:
    """Words in front of all others: behind what earlier operations of this date put there, in file order."""
    before = [block for where, block in own if where != "wrapUp"]
    first = next((block for block in before if not context.newcomer(block)), None)
    if first is not None:
        return chain(found, InsertEdit(found[0], "before", first, named=False))
    view = context.working.view()
    holder = next((c for c in view.children(provision) if local_name(c.tag) in ("intro", "content")), None)
    edits: list[Edit] = []
    if holder is None:
        holder = etree.Element(f"{{{context.working.act.namespace}}}{'intro' if has_units else 'content'}")
        edits = [_behind_heads(context, provision, holder)]
    return edits + chain(found, InsertEdit(found[0], "first", holder))


def _alphabetical_block(context: PlanContext, block: Element, own: list[Element]) -> InsertEdit:
    """Among blocks (definitions without numbers); a first block that announces the list is none of them."""
    view = context.working.view()

    def key(element: Element) -> str:
        return alphabetical_key(words_of(element, view), context.working.language)

    entries = own[1:] if len(own) > 1 and words_of(own[0], view).endswith((":", "—", "–")) else own
    for other in entries:
        if key(other) > key(block):
            return InsertEdit(block, "before", other, named=False)
    return InsertEdit(block, "after", own[-1], named=False)


def _text_into(context: PlanContext, target: Target, content: Content, place: str) -> list[Edit]:
    blocks = text_paragraphs(context, content)
    if place == "alphabetical" and len(target.blocks) > 1:
        return [_alphabetical_block(context, block, list(target.blocks)) for block in blocks]
    refuse_alphabet(context, target, place)
    if place == "start":
        return chain(blocks, InsertEdit(blocks[0], "before", target.blocks[0], named=False))
    return chain(blocks, InsertEdit(blocks[0], "after", target.blocks[-1]))
