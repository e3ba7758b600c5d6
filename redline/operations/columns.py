"""Columns of tables: put in, replaced and taken out, with the cells that reach across them."""

from __future__ import annotations

from lxml import etree

from redline.addresses.parts import column_of
from redline.addresses.targets import Target
from redline.akn.document import Element
from redline.akn.edits import ClaimEdit, DeleteEdit, Edit, InsertEdit, SpanEdit
from redline.akn.marks import UNMARKED
from redline.akn.names import local_name, tag_like
from redline.akn.tables import Grid, GridCell, grid_of, is_cell, rows_of
from redline.compare.replacement import plan_replacement
from redline.drafting.tables import is_table_line
from redline.errors import AmendmentError
from redline.model.spec import Content
from redline.operations.content import read_content, text_paragraphs
from redline.operations.context import PlanContext
from redline.operations.tables import check_vocabulary, count_of_cells, framed, quoted_cells, table_name


def column_beside(context: PlanContext, target: Target, content: Content, where: str) -> list[Edit]:
    """The edits that put a column before or after another: a cell in each row, and a wider span where a cell
    reaches across the place.
    """
    grid = _even(context, target)
    left = column_of(target) - (where == "before")
    across = [cell for cell in grid.cells if cell.in_column(left) and cell.in_column(left + 1)]
    crossed = {at for cell in across for at in range(cell.row, cell.row + cell.rows)}
    places = [at for at in range(len(grid.rows)) if at not in crossed]
    cells = _new_cells(context, content, len(places), _why(grid, across, "stays one cell"))
    check_vocabulary(context, cells, target.element, content)
    edits: list[Edit] = [SpanEdit(cell.element, "colspan", 1) for cell in across]
    for at, cell in zip(places, cells, strict=True):
        before = [own for own in grid.own(at) if own.column + own.columns - 1 <= left]
        _headed(cell, grid.rows[at])
        edits.append(
            InsertEdit(cell, "after", before[-1].element)
            if before
            else InsertEdit(cell, "first", grid.rows[at])
        )
    return edits


def replaced_column(context: PlanContext, target: Target, content: Content) -> list[Edit]:
    """The edits that replace the words of a column, cell by cell; cells that reach into others stay."""
    grid = _even(context, target)
    column = column_of(target)
    there = [cell for cell in grid.cells if cell.in_column(column)]
    wide = [cell for cell in there if cell.columns > 1]
    cells = [cell for cell in there if cell.columns == 1]
    new = _new_cells(context, content, len(cells), _why(grid, wide, "stays as it is"))
    check_vocabulary(context, new, target.element, content)
    if wide:
        named = quoted_cells([cell.element for cell in wide], grid.view)
        context.notes.append(f"{named} stays as it is: it belongs to other columns too")
    edits: list[Edit] = [ClaimEdit(cell.element) for cell in cells]
    for old, cell in zip(cells, new, strict=True):
        edits += plan_replacement(old.element, framed(cell, old.element), target.view)
    return edits


def repealed_columns(context: PlanContext, targets: list[Target]) -> list[Edit]:
    """The edits that take columns out of tables; a cell that reaches across others gets narrower."""
    tables: dict[Element, list[Target]] = {}
    for target in targets:
        tables.setdefault(target.element, []).append(target)
    return [edit for columns in tables.values() for edit in _repealed(context, columns)]


def _repealed(context: PlanContext, targets: list[Target]) -> list[Edit]:
    grid = _even(context, targets[0])
    gone = {column_of(target) for target in targets}
    edits: list[Edit] = []
    empty = set(range(len(grid.rows)))
    for cell in grid.cells:
        covered = sum(cell.in_column(column) for column in gone)
        if covered == cell.columns:
            edits.append(DeleteEdit(cell.element))
            continue
        empty.discard(cell.row)
        if covered:
            edits.append(SpanEdit(cell.element, "colspan", -covered))
    if empty:
        message = f"row {min(empty) + 1} would have no cell of its own left"
        do = f"replace the table: replace: {table_name(targets[0])}"
        if len(empty) == len(grid.rows):
            message = "nothing would be left of the table"
            do = f"repeal the table itself: repeal: {table_name(targets[0])}"
        raise context.error("operation-impossible", message, do=do, about=targets[0])
    return edits


def _even(context: PlanContext, target: Target) -> Grid:
    """The grid of a column's table, whose rows must all be of one width."""
    grid = grid_of(target.element, target.view)
    if len(set(grid.widths)) > 1:
        row = next(at for at, width in enumerate(grid.widths) if width != grid.widths[0])
        raise context.error(
            "operation-impossible",
            f"the rows of this table are not of one width (row 1 has {grid.widths[0]} columns, row {row + 1} "
            f"has {grid.widths[row]}), so its columns cannot be told apart",
            do=f"replace the table, or name the cells: {table_name(target)} / row 2 / cell 3",
            about=target,
        )
    return grid


def _why(grid: Grid, wide: list[GridCell], what: str) -> str:
    if not wide:
        return f"one for each of the {len(grid.rows)} rows, the head among them"
    named = quoted_cells([cell.element for cell in wide], grid.view)
    return f"one for each row but that of {named}, which reaches across and {what}"


def _headed(cell: Element, row: Element) -> None:
    """A new cell is a head cell in a row of head cells, and in no other."""
    cells = [other for other in row if is_cell(other)]
    name = "th" if all(local_name(other.tag) == "th" for other in cells) else "td"
    cell.tag = tag_like(cell.tag, name)


def _new_cells(context: PlanContext, content: Content, wanted: int, why: str) -> list[Element]:
    """The cells of a column, from a pipe table of one column, from lines, or from markup.

    Raises:
        AmendmentError: `content-unreadable` where they are not as many as wanted.
    """
    lines = [line.strip() for line in content.text.splitlines() if line.strip()]
    if content.form == "akn":
        found = read_content(context, content, "tr")
        cells = [cell for part in found for cell in ([part] if is_cell(part) else part) if is_cell(cell)]
        one_each = all(is_cell(part) or len(part) == 1 for part in found)
    elif lines and all(map(is_table_line, lines)):
        rows = rows_of(read_content(context, content, "tr")[0], UNMARKED)
        cells = [cell for row in rows for cell in row]
        one_each = len(cells) == len(rows)
    else:
        cells, one_each = [_cell(paragraph) for paragraph in text_paragraphs(context, content)], True
    if not one_each or len(cells) != wanted:
        have = count_of_cells(len(cells)) if one_each else "more than one cell in a row"
        raise AmendmentError(
            "content-unreadable",
            f"the new column has {have}; {wanted} are needed, {why}",
            do='write one cell in each line, as "| cell |" or the words alone; "| |" is an empty cell',
            at=content.at,
            about=(("act", context.working.act.name),),
        )
    return cells


def _cell(paragraph: Element) -> Element:
    cell = etree.Element(tag_like(paragraph.tag, "td"))
    cell.append(paragraph)
    return cell
