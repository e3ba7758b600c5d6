"""The tables of a text document of LibreOffice (.odt): a form that was filled in and saved there."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from redline.importers.office_parts import OfficeParts

Element = etree._Element

CONTENT = "content.xml"
"""The part that holds the text."""
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_TABLE, _TEXT, _OFFICE = (f"{{{_NAMES.format(name)}}}" for name in ("table", "text", "office"))
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_LINES = (f"{_TEXT}p", f"{_TEXT}h")
_UNREAD = frozenset(
    [f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_OFFICE}annotation-end"]
)
"""What is no text of its own: words that were deleted, footnotes, remarks in the margin."""
_MOST_REPEATED = 50
"""Columns or rows said to be there many times over: no form has more."""

Cells = dict[int, str]
"""The texts of a row by column."""


def tables_in(parts: OfficeParts) -> Iterator[list[tuple[Cells, dict[int, int]]]]:
    """The rows of each table that stands in no other: the texts of its cells by column, and over how many
    rows each of them reaches where that is more than one."""
    root = parts.root(CONTENT)
    for table in root.iter(f"{_TABLE}table") if root is not None else ():
        if not any(around.tag == f"{_TABLE}table" for around in table.iterancestors()):
            yield list(_rows(table))


def lines_beside_tables(parts: OfficeParts) -> Iterator[str]:
    """The paragraphs that stand in no table."""
    root = parts.root(CONTENT)
    for line in _lines(root) if root is not None else ():
        text = _words(line).strip()
        if text and next(line.iterancestors(f"{_TABLE}table"), None) is None:
            yield text


def remarks_in(parts: OfficeParts) -> int:
    """How many remarks stand in the margin."""
    root = parts.root(CONTENT)
    return 0 if root is None else sum(1 for _ in root.iter(f"{_OFFICE}annotation"))


def _rows(table: Element) -> Iterator[tuple[Cells, dict[int, int]]]:
    for row in table.iter(f"{_TABLE}table-row"):
        if next(row.iterancestors(f"{_TABLE}table")) is table:
            times = int(row.get(f"{_TABLE}number-rows-repeated") or 1)
            cells, over = _row(row)
            # What stands there many times over reaches nowhere: only rows that end a form are told so.
            yield from [(cells, over if times == 1 else {})] * min(times, _MOST_REPEATED)


def _row(row: Element) -> tuple[Cells, dict[int, int]]:
    cells: Cells = {}
    over: dict[int, int] = {}
    column = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        times = min(int(cell.get(f"{_TABLE}number-columns-repeated") or 1), _MOST_REPEATED)
        text = "\n".join(_words(line) for line in _lines(cell)).strip()
        if text:
            cells.update(dict.fromkeys(range(column, column + times), text))
        reach = int(cell.get(f"{_TABLE}number-rows-spanned") or 1)
        if reach > 1:
            over[column] = reach
        column += times
    return cells, over


def _lines(element: Element) -> Iterator[Element]:
    """The paragraphs inside an element, those of remarks and notes left out."""
    for child in element:
        if child.tag in _LINES:
            yield child
        elif child.tag not in _UNREAD:
            yield from _lines(child)


def _words(element: Element) -> str:
    """The words of a paragraph, with its breaks and spaces."""
    said = element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}line-break":
            said += "\n"
        elif child.tag == f"{_TEXT}tab":
            said += " "
        elif child.tag == f"{_TEXT}s":
            said += " " * min(int(child.get(f"{_TEXT}c") or 1), _MOST_REPEATED)
        elif isinstance(child.tag, str) and child.tag not in _UNREAD:
            said += _words(child)
        said += child.tail or ""
    return said
