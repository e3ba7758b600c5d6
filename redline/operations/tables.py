"""Rows of tables: put in, replaced and taken out, with the cells that reach down over them."""

from __future__ import annotations

import re
from copy import deepcopy

from redline.addresses.parts import words_of_all
from redline.addresses.targets import Target
from redline.akn.document import Element, plain_text, squeeze
from redline.akn.edits import DeleteEdit, Edit, InsertEdit, SpanEdit
from redline.akn.marks import UNMARKED, View
from redline.akn.names import local_name, namespace_of
from redline.akn.projection import project
from redline.akn.tables import Grid, GridCell, grid_of, is_cell, rows_of, span_of, table_of
from redline.compare.replacement import plan_replacement
from redline.drafting.layout import line_of
from redline.drafting.tables import is_table_line
from redline.errors import AmendmentError
from redline.languages.alphabets import alphabetical_key
from redline.model.spec import Content
from redline.operations.content import read_content
from redline.operations.context import PlanContext
from redline.operations.placing import chain, placed


def new_rows(context: PlanContext, content: Content) -> list[Element]:
    """Table rows from a pipe table or from markup.

    Raises:
        AmendmentError: `content-unreadable` where the content is anything else.
    """
    lines = [line.strip() for line in content.text.splitlines() if line.strip()]
    piped = content.form == "text" and bool(lines) and all(map(is_table_line, lines))
    found = read_content(context, content, "tr") if piped or content.form == "akn" else []
    if piped:
        found = rows_of(found[0], UNMARKED)
    if not found or any(local_name(row.tag) != "tr" for row in found):
        raise _no_rows(content, piped)
    return found


def _no_rows(content: Content, piped: bool) -> AmendmentError:
    """The error of new text that is no rows, at the first line that is none."""
    message, at = "table rows are expected here", content.at
    do = 'write each row as "| cell | cell |", or give {akn: <tr>…</tr>}'
    wrong = next(
        (
            (place, line.strip())
            for place, line in enumerate(content.text.splitlines(), 1)
            if line.strip() and not is_table_line(line.strip())
        ),
        None,
    )
    if content.form == "text" and not piped and wrong is not None:
        place, line = wrong
        at = content.line(place)
        if "|" in line:
            row = re.sub(r"^[\"']+(?=\s*\|)|(?<=\|)\s*[\"']+$", "", line)
            row = f"{'' if row.startswith('|') else '| '}{row}{'' if row.endswith('|') else ' |'}"
            message = "the row does not begin and end with a bar |"
            do = f"write {row}" if content.lines else f"write '{row}'"
    return AmendmentError("content-unreadable", message, do=do, at=at)


def new_table(context: PlanContext, content: Content) -> Element:
    """A whole table from a pipe table or from markup.

    Raises:
        AmendmentError: `content-unreadable` where the content is anything else.
    """
    lines = [line.strip() for line in content.text.splitlines() if line.strip()]
    piped = bool(lines) and all(map(is_table_line, lines))
    found = read_content(context, content, "table") if piped or content.form == "akn" else []
    if len(found) != 1 or local_name(found[0].tag) != "table":
        raise AmendmentError(
            "content-unreadable",
            "a table is expected here",
            do="write it as a pipe table with its |---| line, or give {akn: <table>…</table>}",
            at=content.at,
        )
    return found[0]


def check_vocabulary(context: PlanContext, new: list[Element], table: Element, content: Content) -> None:
    """Refuse new rows or cells that are not of the table's own vocabulary (some Acts hold tables of XHTML).

    Raises:
        AmendmentError: `content-unreadable`.
    """
    wanted = namespace_of(str(table.tag))
    if all(namespace_of(str(element.tag)) == wanted for element in new):
        return
    raise AmendmentError(
        "content-unreadable",
        f"the table is written in another vocabulary ({wanted or 'none'}) than the Act",
        do=f'give the new text in it: {{akn: <tr xmlns="{wanted}">…</tr>}}; words in its cells are changed '
        f"with substitute, add and omit",
        at=content.at,
        about=(("act", context.working.act.name),),
    )


def rows_beside(context: PlanContext, target: Target, content: Content, where: str) -> list[Edit]:
    """The edits that put rows before or after a row."""
    rows = new_rows(context, content)
    check_vocabulary(context, rows, target.element, content)
    return _fitted(context, rows, target.element, where, target.view, content) + placed(
        rows, target.element, where
    )


def rows_into(context: PlanContext, target: Target, content: Content, place: str) -> list[Edit]:
    """The edits that put rows into a table: at its start (behind its head), its end, or by the alphabet."""
    rows = new_rows(context, content)
    check_vocabulary(context, rows, target.element, content)
    view = context.working.view()
    there = rows_of(target.element, view)
    if not there:
        return chain(rows, InsertEdit(rows[0], "first", target.element, named=False))
    if place == "alphabetical":
        edits: list[Edit] = []
        for row in rows:
            edit = _alphabetical(row, there, context.working.language)
            edits += [*_fitted(context, [row], edit.anchor, edit.where, view, content), edit]
        return edits
    anchor, where = there[-1], "after"
    if place == "start":
        # In front of the first row that stood there before: earlier insertions of this date stay in front.
        stood = [row for row in there if not context.newcomer(row)] or there
        anchor, where = next((row for row in stood if _is_body(row)), stood[0]), "before"
    first = InsertEdit(rows[0], "before" if where == "before" else "after", anchor, named=False)
    return _fitted(context, rows, anchor, where, view, content) + chain(rows, first)


def _is_body(row: Element) -> bool:
    return any(local_name(cell.tag) == "td" for cell in row)


def _alphabetical(row: Element, there: list[Element], language: str | None) -> InsertEdit:
    def key(element: Element) -> str:
        cell = next((child for child in element if is_cell(child)), None)
        return "" if cell is None else alphabetical_key(squeeze(plain_text(cell)), language)

    for other in there:
        if _is_body(other) and key(other) > key(row):
            return InsertEdit(row, "before", other, named=False)
    return InsertEdit(row, "after", there[-1], named=False)


def _fitted(
    context: PlanContext, rows: list[Element], anchor: Element, where: str, view: View, content: Content
) -> list[Edit]:
    """The spans that grow where rows are put into a table; rows that are not as wide as it is are refused."""
    table = table_of(anchor)
    if table is None:
        return []
    grid = grid_of(table, view)
    if anchor not in grid.rows:
        grid = grid_of(table, context.working.view())
    at = grid.rows.index(anchor) + (where == "after")
    over = grid.over(at) if at < len(grid.rows) else []
    check_width(context, rows, grid, over, content)
    return [SpanEdit(cell.element, "rowspan", len(rows)) for cell in over]


def check_width(
    context: PlanContext, rows: list[Element], grid: Grid, over: list[GridCell], content: Content
) -> None:
    """Refuse rows that are not as wide as the table.

    Args:
        context: the surroundings of the operation.
        rows: the new rows.
        grid: the table.
        over: the cells of the table that reach down over the new rows.
        content: where the rows are given.

    Raises:
        AmendmentError: `content-unreadable`, with the number of cells that a row has there.
    """
    reached = {column for cell in over for column in range(cell.column, cell.column + cell.columns)}
    new = Grid(rows, UNMARKED, dict.fromkeys(reached, len(rows)))
    for place, row in enumerate(rows):
        if new.widths[place] not in grid.widths:
            width = max(set(grid.widths), key=lambda one: (grid.widths.count(one), one))
            named = quoted_cells([cell.element for cell in over], grid.view)
            raise _misfit(context, row, width - len(reached), named, content)
        for cell in row:
            if is_cell(cell) and place + span_of(cell, "rowspan", UNMARKED) > len(rows):
                raise AmendmentError(
                    "content-unreadable",
                    f"the new cell {quoted_cells([cell], UNMARKED)} would reach into rows that are not new",
                    do="give a smaller rowspan, or replace the table",
                    at=content.line(line_of(cell)),
                )


def _misfit(context: PlanContext, row: Element, wanted: int, over: str, content: Content) -> AmendmentError:
    have = sum(span_of(cell, "colspan", UNMARKED) for cell in row if is_cell(cell))
    cells = f"{count_of_cells(wanted)}: {'| … ' * wanted}|"
    message = f"the new row has {count_of_cells(have)}, and a row of the table has {wanted}"
    do = f"write {cells} (one may be empty)"
    if over:
        message = (
            f"{over} reaches down over this place, so a row here has {count_of_cells(wanted)} of its own, "
            f"not {have}"
        )
        do = f"write {cells}; a row apart from {over} goes before the first or after the last of its rows"
    at = content.line(line_of(row))
    return AmendmentError(
        "content-unreadable", message, do=do, at=at, about=(("act", context.working.act.name),)
    )


def table_name(target: Target) -> str:
    """How the drafter named the table of a row or column."""
    table, slash, _ = target.citation.text.rpartition("/")
    return table.strip() if slash else "… / table 1"


def count_of_cells(cells: int) -> str:
    """`1 cell`, `3 cells`."""
    return f"{cells} cell{'s' * (cells != 1)}"


def quoted_cells(cells: list[Element], view: View) -> str:
    """Cells by their words, for a message: `"North" and "South"`."""
    names = [words_of_all(cell, view) for cell in cells]
    return " and ".join(f'"{name if len(name) <= 40 else name[:37].rstrip() + "…"}"' for name in names)


def replaced_row(context: PlanContext, target: Target, content: Content) -> list[Edit]:
    """The edits that replace one row: cell by cell where it has the same cells, else as a whole."""
    rows = new_rows(context, content)
    if len(rows) != 1:
        raise AmendmentError(
            "content-unreadable",
            f"the new text has {len(rows)} rows, one is replaced",
            do="give one row, and insert the others in an operation of their own",
            at=content.line(line_of(rows[1])),
        )
    check_vocabulary(context, rows, target.element, content)
    table = table_of(target.element)
    assert table is not None
    grid = grid_of(table, target.view)
    at = grid.rows.index(target.element)
    own, new = grid.own(at), [cell for cell in rows[0] if is_cell(cell)]
    spans = [
        (_spans(cell), (old.columns, span_of(old.element, "rowspan", target.view)))
        for cell, old in zip(new, own, strict=False)
    ]
    plain = content.form == "text" or all(one == other for one, other in spans)
    if len(new) == len(own) and plain:
        # A pipe row cannot say spans: its cells take the places of those that are there.
        return [
            edit
            for cell, old in zip(new, own, strict=True)
            for edit in plan_replacement(old.element, framed(cell, old.element), target.view)
        ]
    if any(cell.rows > 1 for cell in own) or any(_spans(cell)[1] > 1 for cell in new):
        raise AmendmentError(
            "content-unreadable",
            f"the row has {count_of_cells(len(own))}, some of which reach down over others; "
            f"the new row has {len(new)}",
            do=f"write {count_of_cells(len(own))}, or replace the whole table",
            at=content.at,
        )
    check_width(context, rows, grid, grid.over(at), content)
    return [InsertEdit(rows[0], "after", target.element), DeleteEdit(target.element)]


def framed(cell: Element, old: Element) -> Element:
    """The words of a new cell in a cell like the old one (kind, spans), for comparison with it."""
    frame = old.makeelement(str(old.tag), {str(name): str(value) for name, value in old.attrib.items()})
    frame.text = cell.text
    frame.extend(list(cell))
    return frame


def _spans(cell: Element) -> tuple[int, int]:
    return span_of(cell, "colspan", UNMARKED), span_of(cell, "rowspan", UNMARKED)


def repealed_rows(context: PlanContext, targets: list[Target]) -> list[Edit]:
    """The edits that take rows out of tables; a cell that reaches over rows that stay keeps its place."""
    tables: dict[Element, list[Target]] = {}
    for target in targets:
        table = table_of(target.element)
        if table is not None:
            tables.setdefault(table, []).append(target)
    return [edit for table, rows in tables.items() for edit in _repealed(context, table, rows)]


def _repealed(context: PlanContext, table: Element, targets: list[Target]) -> list[Edit]:
    view = targets[0].view
    grid = grid_of(table, view)
    gone = sorted({grid.rows.index(target.element) for target in targets})
    if len(gone) == len(grid.rows):
        raise context.error(
            "operation-impossible",
            "all rows of the table would go",
            do=f"repeal the table itself: repeal: {table_name(targets[0])}",
            about=targets[0],
        )
    edits: list[Edit] = [DeleteEdit(grid.rows[at]) for at in gone]
    for cell in grid.cells:
        covered = range(cell.row, cell.row + cell.rows)
        staying = [at for at in covered if at not in gone]
        if len(staying) == len(covered) or not staying:
            continue
        if cell.row not in gone:
            edits.append(SpanEdit(cell.element, "rowspan", len(staying) - len(covered)))
        else:
            edits.append(_carried(cell, grid, staying, view))
            context.notes.append(
                f"the cell {quoted_cells([cell.element], view)} stays, in the next of its rows"
            )
    return edits


def _carried(cell: GridCell, grid: Grid, staying: list[int], view: View) -> InsertEdit:
    """A cell whose row goes, in the first of the rows that it reaches over and that stay."""
    copy = deepcopy(cell.element)
    copy.tail = None
    project(copy, view)
    if "rowspan" in copy.attrib:
        del copy.attrib["rowspan"]
    if len(staying) > 1:
        copy.set("rowspan", str(len(staying)))
    left = [other for other in grid.own(staying[0]) if other.column < cell.column]
    if left:
        return InsertEdit(copy, "after", left[-1].element)
    return InsertEdit(copy, "first", grid.rows[staying[0]])
