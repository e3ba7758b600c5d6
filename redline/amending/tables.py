"""Tables, rows and cells as laws name them: a row by its number or its name, a table alone by no number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from redline.akn.document import Element
from redline.akn.marks import View
from redline.akn.names import local_name
from redline.akn.ranges import flatten
from redline.akn.structure import enclosing_provision, text_blocks
from redline.akn.tables import is_cell, rows_of, written_span
from redline.languages.formulas import is_number
from redline.model.address import Part

_NUMBER = re.compile(r"(\d+(?:-\d+)*)[.)]?")
_LONGEST = 60
"""A longer first cell is no name."""


def tables_of(provision: Element, view: View) -> list[Element]:
    """The tables of a provision that stand there, in order."""
    return [
        table
        for table in provision.iter("{*}table")
        if view.attached(table) and enclosing_provision(table, view) is provision
    ]


def named_in_table(
    parts: Sequence[Part], element: Element, provision: Element, view: View
) -> tuple[Part, ...]:
    """Parts of an address as a law says them.

    Args:
        parts: as they are addressed.
        element: what they name: a table, a row or a cell; anything else leaves them as they are.
        provision: the provision that holds it.
        view: the text it is read in.
    """
    around = [element, *element.iterancestors()]
    table = next((each for each in around if local_name(each.tag) == "table"), None)
    if table is None:
        return tuple(parts)
    row = next((each for each in around if local_name(each.tag) == "tr"), None)
    said: list[Part] = []
    for part in parts:
        if part.kind == "table" and len(tables_of(provision, view)) == 1:
            part = Part("table")
        elif part.kind == "row" and row is not None:
            part = row_named(row, table, view) or part
        elif part.kind == "cell" and not _spans(table):
            part = replace(part, kind="column")
        said.append(part)
    return tuple(said)


def row_named(row: Element, table: Element, view: View) -> Part | None:
    """A row by the number or the name in its first cell; None where that names no row, or several."""
    name = _first_cell(row, view)
    alike = [each for each in rows_of(table, view) if _first_cell(each, view) == name]
    if not name or len(name) > _LONGEST or len(alike) > 1:
        return None
    return Part("row", words=name)


def is_numbered(row: Part) -> bool:
    """Whether a row is named by its printed number."""
    return is_number(row.words or "")


def _first_cell(row: Element, view: View) -> str:
    cell = next((each for each in view.children(row) if is_cell(each)), None)
    if cell is None:
        return ""
    words = " ".join(flatten(block, view).text for block in text_blocks(cell, view))
    words = " ".join(words.split())
    number = _NUMBER.fullmatch(words)
    return number[1] if number else words


def _spans(table: Element) -> bool:
    """Whether a cell reaches over others, so that its place in the row is not its column."""
    cells = (each for each in table.iter("{*}td", "{*}th"))
    return any(written_span(cell, name) > 1 for cell in cells for name in ("colspan", "rowspan"))
