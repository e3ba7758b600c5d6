"""repeal: provisions or parts go; what stays behind follows `leave`."""

from __future__ import annotations

from lxml import etree

from redline.addresses.targets import Target
from redline.akn.edits import DeleteEdit, Edit, HeadingEdit, InsertEdit, StubEdit, WordChange, WordsEdit
from redline.akn.marks import STUB, View
from redline.akn.names import local_name
from redline.akn.ranges import flatten
from redline.akn.structure import num_of, text_blocks, words_of
from redline.akn.tables import table_of
from redline.model.spec import Leave
from redline.operations import matter
from redline.operations.block_holders import holds_blocks, with_words
from redline.operations.columns import repealed_columns
from redline.operations.context import PlanContext
from redline.operations.crossheadings import note_left_alone
from redline.operations.keys.repeal import VERB
from redline.operations.permitted import repealed_by
from redline.operations.sentences import repealed_sentences
from redline.operations.tables import repealed_rows, table_name

__all__ = ["VERB", "plan"]

_BLOCKS = tuple(f"{{*}}{name}" for name in ("p", "block", "num", "heading", "td", "th"))
"""What words stand in, in a quotation."""


def plan(context: PlanContext) -> list[Edit]:
    """The edits of a `repeal`."""
    targets = context.targets("repeal")
    sentences = [target for target in targets if target.span is not None]
    edits = _of_tables(context, targets) + repealed_sentences(context, sentences)
    for target in targets:
        if target.part in ("row", "column") or target.span is not None:
            continue
        if target.part == "act":
            edits += _whole_act(context, target)
        elif target.part is not None:
            edits += _part(context, target)
        else:
            edits += _provision(context, target)
    _refuse_empty_body(context, edits)
    _refuse_empty_quotation(context, edits)
    gone = {edit.element for edit in edits if isinstance(edit, DeleteEdit)}
    note_left_alone(context, {target.provision: None for target in targets if target.provision in gone})
    return edits


def _refuse_empty_body(context: PlanContext, edits: list[Edit]) -> None:
    """An Act of which nothing is left is repealed as an Act: then a note says so.

    Raises:
        AmendmentError: `operation-impossible`.
    """
    gone = {edit.element for edit in edits if isinstance(edit, DeleteEdit)}
    new = {edit.anchor for edit in edits if isinstance(edit, InsertEdit)}
    view = context.working.view()
    bodies = {parent for element in gone if (parent := view.parent(element)) is not None}
    for body in bodies - new:
        if local_name(body.tag) == "body" and not any(child not in gone for child in view.children(body)):
            raise context.error(
                "operation-impossible",
                "nothing would be left of the Act",
                do="repeal the Act (repeal: act), or insert its new provisions in an operation before this",
            )


def _refuse_empty_quotation(context: PlanContext, edits: list[Edit]) -> None:
    """Quotation marks around nothing are no text of a law.

    Raises:
        AmendmentError: `operation-impossible`.
    """
    gone = {edit.element for edit in edits if isinstance(edit, DeleteEdit)}
    view = context.working.view()
    for element in gone:
        quotation = next(element.iterancestors("{*}quotedStructure", "{*}embeddedStructure"), None)
        if quotation is None or _goes(quotation, gone):
            continue
        kept = (block for block in quotation.iter(*_BLOCKS) if view.attached(block))
        if all(_goes(block, gone) for block in kept):
            raise context.error(
                "operation-impossible",
                "nothing would be left between the quotation marks of the text that is quoted there",
                do="repeal the provision that quotes it, or replace what is quoted",
            )


def _goes(element: etree._Element, gone: set[etree._Element]) -> bool:
    """Whether an element goes, or something that it stands in."""
    return element in gone or any(around in gone for around in element.iterancestors())


def _of_tables(context: PlanContext, targets: list[Target]) -> list[Edit]:
    """Rows and columns: those of one table go together, since cells reach over several."""
    rows = [target for target in targets if target.part == "row"]
    columns = [target for target in targets if target.part == "column"]
    if {table_of(row.element) for row in rows} & {column.element for column in columns}:
        raise context.error(
            "operation-impossible",
            "rows and columns of one table cannot go in one operation",
            do=f"replace the table: replace: {table_name((rows + columns)[0])}",
        )
    return repealed_rows(context, rows) + repealed_columns(context, columns)


def _provision(context: PlanContext, target: Target) -> list[Edit]:
    if context.repealed(target.provision):
        error = context.error(
            "provision-repealed",
            f"{target.citation.text} is already repealed",
            do="take this operation out, or check the address",
            about=target,
        )
        if (other := context.operations.get(target.provision.get(STUB, ""))) is not None:
            message = f"{target.citation.text} is repealed by the spec twice"
            error = repealed_by(other, error, message, do="take one of the two out")
        raise error
    leave = _leave(context)
    if leave.kind == "nothing" or not num_of(target.provision, target.view):
        return [DeleteEdit(target.provision)]
    return stub_edits(context, target, leave)


def stub_edits(context: PlanContext, target: Target, leave: Leave) -> list[Edit]:
    """The edits that leave a provision's number, and a note where one is wanted."""
    edits: list[Edit] = []
    num = None
    for child in target.view.children(target.provision):
        if local_name(child.tag) == "num":
            num = child
        else:
            edits.append(DeleteEdit(child))
    words = leave.text if leave.kind == "text" else _note(context, target) if leave.kind == "note" else ""
    if num is not None and (words or holds_blocks(target.provision)):
        # An item is never without a block: where the number stays alone, it has an empty one behind it.
        block = etree.Element(f"{{{context.working.act.namespace}}}p")
        block.text = words or None
        frame = with_words(target.provision.makeelement(str(target.provision.tag)), [block])
        edits.insert(0, InsertEdit(frame[0], "after", num))
    edits.append(StubEdit(target.provision))
    return edits


def _note(context: PlanContext, target: Target) -> str:
    """The profile's note; where it stands in a list, with the mark that closed the entry which goes."""
    note = context.repeal_note(local_name(target.provision.tag))
    own = [words_of(block, target.view).rstrip() for block in text_blocks(target.provision, target.view)]
    last = own[-1][-1:] if own else ""
    return note[:-1] + last if note.endswith(";") and last == "." else note


def _leave(context: PlanContext) -> Leave:
    given = context.value("leave")
    if isinstance(given, Leave):
        return given
    return Leave("note") if context.profile.keeps_numbers else Leave("nothing")


def _part(context: PlanContext, target: Target) -> list[Edit]:
    if target.part == "heading":
        return [HeadingEdit(target.provision, None)]
    if target.part in matter.PARTS:
        return matter.plan_repeal(target)
    if target.blocks and target.part not in ("table", "note", "image", "formula", "cell"):
        return [DeleteEdit(block) for block in target.blocks]
    if target.part == "cell":
        return [
            WordsEdit(flat, (WordChange(0, len(flat.text), None),))
            for flat in (flatten(block, target.view) for block in target.blocks)
            if flat.text
        ]
    return [DeleteEdit(target.element)]


def _whole_act(context: PlanContext, target: Target) -> list[Edit]:
    """The Act's title stays, with the profile's note in the body."""
    view: View = target.view
    edits: list[Edit] = []
    for child in view.children(target.element):
        if local_name(child.tag) in ("preamble", "conclusions", "attachments", "components"):
            edits.append(DeleteEdit(child))
        if local_name(child.tag) in ("body", "mainBody", "amendmentBody"):
            edits += [DeleteEdit(inner) for inner in view.children(child)]
            note = _act_note(context)
            edits.append(InsertEdit(note, "first", child))
    return edits


def _act_note(context: PlanContext) -> etree._Element:
    """What stands in the body of a repealed Act; a body is never empty, so `nothing` leaves a blank line."""
    namespace = context.working.act.namespace
    unit = etree.Element(f"{{{namespace}}}hcontainer", {"name": "repeal"})
    content = etree.SubElement(unit, f"{{{namespace}}}content")
    leave = context.value("leave")
    kind = leave.kind if isinstance(leave, Leave) else "note"
    if kind == "number":
        raise context.error(
            "value-wrong",
            "an Act has no number of a provision that could be left",
            do="write leave: note, leave: nothing or leave: {text: …}",
            key="leave",
        )
    words = context.repeal_note("act") if kind == "note" else ""
    etree.SubElement(content, f"{{{namespace}}}p").text = (
        leave.text if isinstance(leave, Leave) and kind == "text" else words or None
    )
    return unit
