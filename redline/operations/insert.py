"""insert: new provisions, blocks, sentences, definitions, table rows, annexes."""

from __future__ import annotations

from lxml import etree

from redline.addresses.targets import Target
from redline.akn.claims import claimant, inserted_by
from redline.akn.document import Element
from redline.akn.edits import Edit, InsertEdit, Where
from redline.akn.names import HEADS, local_name, tag_like
from redline.akn.structure import num_of, number_of, own_blocks, units, words_of
from redline.drafting.numbers import styles_of, value_of
from redline.drafting.tables import is_rule, is_table_line
from redline.errors import AmendmentError
from redline.model.spec import Content
from redline.operations.annexes import attachments_of
from redline.operations.columns import column_beside
from redline.operations.content import (
    blocks_only,
    level_inside,
    print_like,
    read_content,
    refuse_kept_lines,
    text_paragraphs,
    unit_words,
    units_only,
)
from redline.operations.context import PlanContext, is_stub
from redline.operations.keys.insert import VERB
from redline.operations.placing import chain, placed
from redline.operations.sentences import sentence_beside
from redline.operations.surroundings import beside
from redline.operations.tables import rows_beside, rows_into

__all__ = ["VERB", "plan"]


def plan(context: PlanContext) -> list[Edit]:
    """The edits of an `insert`."""
    content = context.value("insert")
    assert isinstance(content, Content)
    where = next(key for key in ("before", "after", "into") if context.value(key) is not None)
    target = context.target(where)
    into = where == "into"
    edits = _into(context, target, content) if into else _beside(context, target, content, where)
    refuse_kept_lines(edits, content)
    return edits


def _beside(context: PlanContext, target: Target, content: Content, where: str) -> list[Edit]:
    if target.part == "act":
        raise context.error(
            "address-part",
            "nothing can stand before or after the whole Act",
            do="name the provision beside which the new one stands, or use into: act",
            key=where,
        )
    if target.span is not None:
        return sentence_beside(context, target, content, where)
    if target.part == "row":
        return rows_beside(context, target, content, where)
    if target.part == "column":
        return column_beside(context, target, content, where)
    if target.part is not None:
        return _block_beside(context, target, content, where)
    anchor = target.provision
    place = beside(anchor, target.view, content)
    found = read_content(context, content, local_name(anchor.tag), anchor.get("name"), place)
    if blocks_only(found) and not number_of(anchor, target.view):
        found = [_as_unnumbered(anchor, block) for block in found]
    for unit in units_only(found, content):
        if content.form == "text":
            print_like(unit, anchor, target.view)
    return placed(found, anchor, where)


def _as_unnumbered(like: Element, block: Element) -> Element:
    """A unit without a number, of the same kind as its sibling, around a block."""
    unit = like.makeelement(str(like.tag), {"name": like.get("name", "")} if like.get("name") else {})
    if local_name(like.tag) in ("item", "li"):
        unit.append(block)
        return unit
    holder = etree.SubElement(unit, tag_like(like.tag, "content"))
    holder.append(block)
    return unit


def _block_beside(context: PlanContext, target: Target, content: Content, where: str) -> list[Edit]:
    if target.part in ("num", "heading", "cell"):
        raise context.error(
            "address-part",
            f"nothing can be inserted {where} a {target.part}",
            do="name a block, sentence, row or provision; words are added with add:",
            key=where,
        )
    blocks = (
        _table_beside(context, target, content)
        if target.part == "table"
        else text_paragraphs(context, content)
    )
    edge = (
        target.element
        if target.part in ("table", "crossheading")
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


def _refuse_stub(context: PlanContext, target: Target) -> None:
    if target.part != "act" and is_stub(target.provision, context.view):
        raise context.error(
            "provision-repealed",
            f"{target.citation.text} is repealed; nothing can be put into it",
            do="restore it with new words (restore: …), or insert beside it",
            about=target,
            key="into",
        )


def _into(context: PlanContext, target: Target, content: Content) -> list[Edit]:
    _refuse_stub(context, target)
    place = context.value("at") or "end"
    if target.part == "table":
        return rows_into(context, target, content, str(place))
    if target.part == "act":
        annexes = _annexes_into_act(context, target, content, str(place))
        if annexes is not None:
            return annexes
    host = _host(context, target)
    if target.blocks and target.part != "act":
        return _text_into(context, target, content, str(place))
    level, kind = level_inside(context, target, content)
    inside = [unit for unit in units(host, context.working.view()) if _usable(unit, context)]
    siblings = beside(inside[-1], context.working.view(), content) if inside else None
    found = read_content(context, content, level, kind, siblings)
    if blocks_only(found):
        if inside and not number_of(inside[-1], context.working.view()):
            found = [_as_unnumbered(inside[-1], block) for block in found]
        else:
            _refuse_unnumbered(context, target, inside, content, str(place))
            return _blocks_into(context, target, found, str(place))
    units_only(found, content)
    if inside and content.form == "text":
        for unit in found:
            print_like(unit, inside[-1], context.working.view())
    if inside:
        return _among(context, found, inside, str(place), content)
    return _first_units(host, found, context, str(place))


def _refuse_unnumbered(
    context: PlanContext, target: Target, inside: list[Element], content: Content, place: str
) -> None:
    """An entry put by the alphabet into a numbered list needs a number of its own."""
    if inside and place == "alphabetical":
        raise AmendmentError(
            "content-number",
            f"the list of {target.citation.text} is numbered, and the new entry has no number",
            do=f"begin it with its number, as in {num_of(inside[-1], context.working.view())}",
            at=content.at,
        )


def _usable(unit: Element, context: PlanContext) -> bool:
    """Units that this date repeals without a stub are no anchors; claims on the rest are seen by the
    engine.
    """
    return claimant(unit, context.view, context.operation.id, {}) is None


def _annexes_into_act(
    context: PlanContext, target: Target, content: Content, place: str
) -> list[Edit] | None:
    """Annexes put into the Act as a whole: into its container of annexes, made where it is missing."""
    word = content.text.strip().split(maxsplit=1)[0].lower().rstrip(".") if content.text.strip() else ""
    if content.form != "text" or "attachment" not in unit_words().get(word, ()):
        return None
    found = read_content(context, content, "attachment")
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
        return target.provision
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
        first = next((unit for unit in inside if inserted_by(unit, context.view) is None), None)
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
    """The opening words, letters and digits only, without capitals."""
    for _, block in own_blocks(unit, context.working.view()):
        return _letters(words_of(block, context.working.view()))
    return ""


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum() or letter.isspace()).strip()


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


def _blocks_into(context: PlanContext, target: Target, found: list[Element], place: str) -> list[Edit]:
    """Unnumbered words into a provision: to the end of its own words (behind the list, if it has one)."""
    own = list(own_blocks(target.provision, context.working.view()))
    has_units = any(True for _ in units(target.provision, context.working.view()))
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
    first = next((block for block in before if inserted_by(block, context.view) is None), None)
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
        return _letters(words_of(element, view))

    entries = own[1:] if len(own) > 1 and words_of(own[0], view).endswith((":", "—", "–")) else own
    for other in entries:
        if key(other) > key(block):
            return InsertEdit(block, "before", other, named=False)
    return InsertEdit(block, "after", own[-1], named=False)


def _text_into(context: PlanContext, target: Target, content: Content, place: str) -> list[Edit]:
    if target.span is not None or target.part in ("sentence", "heading", "num"):
        raise context.error(
            "address-part",
            f"{target.citation.text} is a stretch of words; no new text is put into it",
            do=f"add words: add: … with after: or before: and in: {target.citation.text}; "
            f"or insert a sentence before: or after: it",
            about=target,
            key="into",
        )
    blocks = text_paragraphs(context, content)
    if place == "start":
        return chain(blocks, InsertEdit(blocks[0], "before", target.blocks[0], named=False))
    return chain(blocks, InsertEdit(blocks[0], "after", target.blocks[-1]))
