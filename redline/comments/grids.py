"""The tables of a returned file, as rows of texts with their places: what Excel and Word have in common."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import python_calamine
from lxml import etree

from redline.comments import open_text
from redline.errors import DossierError, ImportFailure
from redline.importers.office_parts import OfficeParts
from redline.importers.word_numbers import W

Element = etree._Element

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LARGEST = 50_000_000
_MOST_CELLS = 500_000
_MOST_MERGED = 1_000
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_OLD = (".xls", ".xlsb", ".ods")
_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "sdtPr"))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        number: as a reader of the file sees it.
        cells: the texts of its cells by column, counted from 0.
        above: columns whose cell is one with that of the row above: its text stands in `cells` too.
    """

    number: int
    cells: dict[int, str]
    above: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a Word document, or a sheet of a workbook; `name` is that of the sheet."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheets:
    """What a file holds.

    Attributes:
        grids: its tables.
        outside: the paragraphs of a Word document that stand in no table.
        notes: how many remarks stand in its margin, or on its cells.
    """

    grids: tuple[Grid, ...]
    outside: tuple[str, ...] = ()
    notes: int = 0


def read_grids(path: Path) -> Sheets:
    """The tables of a file, and what stands beside them.

    Raises:
        DossierError: `form-unreadable`, for what is neither a workbook nor a Word document, or is not safe
            to open.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise _unreadable(path, "is larger than 50 MB", "check where it comes from")
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, f"cannot be read ({error.strerror})", "check the path") from None
    try:
        return _read(path, data)
    except ImportFailure as error:
        raise DossierError("form-unreadable", error.message, do=error.do) from None
    except (ValueError, IndexError) as error:
        raise _unreadable(path, f"is damaged ({error})", "ask for the form again") from None


def _read(path: Path, data: bytes) -> Sheets:
    ending = path.suffix.lower()
    if ending in (".xlsx", ".xlsm"):
        parts = OfficeParts(data, path.name, "xl/workbook.xml")
        return Sheets(tuple(_sheets(parts)), notes=_count(parts, "xl/", f"{_S}comment"))
    if ending in (".docx", ".docm"):
        parts = OfficeParts(data, path.name)
        notes = _count(parts, "word/comments.xml", f"{W}comment")
        return Sheets(tuple(_tables(parts)), tuple(_outside(parts)), notes)
    if ending == ".odt":
        parts = OfficeParts(data, path.name, open_text.CONTENT)
        grids = tuple(map(_open_grid, open_text.tables_in(parts)))
        return Sheets(grids, tuple(open_text.lines_beside_tables(parts)), open_text.remarks_in(parts))
    if ending in _OLD:
        return Sheets(tuple(_old_sheets(path, data)))
    if ending in (".doc", ".rtf", ".pdf"):
        do = "ask for the form as Word document (.docx) or workbook (.xlsx)"
        if ending != ".pdf":
            do = "open it in Word or LibreOffice, save it as .docx, and import that"
        raise _unreadable(path, f"is a {ending} file, which is not read", do)
    raise _unreadable(path, "is neither .docx nor .xlsx", "ask for the form as it was sent, filled in")


def _open_grid(table: Sequence[tuple[dict[int, str], dict[int, int]]]) -> Grid:
    """A table of an .odt file."""
    if sum(max(len(cells), 1) for cells, _ in table) > _MOST_CELLS:
        raise ValueError(f"more than {_MOST_CELLS} cells")
    rows = [Row(number, cells) for number, (cells, _) in enumerate(table, 1)]
    ranges = [
        ((at, column), (at + reach - 1, column))
        for at, (_, over) in enumerate(table)
        for column, reach in over.items()
    ]
    # Rows are counted as in a Word document: the row of titles is none.
    return Grid("", tuple(replace(row, number=row.number - 1) for row in _merged(rows, ranges)))


def _count(parts: OfficeParts, begin: str, tag: str) -> int:
    """How many elements of a kind there are in the parts whose names begin so, and speak of comments."""
    named = sorted(name for name in parts.names if name.startswith(begin) and "comments" in name)
    roots = (parts.root(name) for name in named if name.endswith(".xml"))
    return sum(1 for root in roots if root is not None for _ in root.iter(tag))


def _unreadable(path: Path, what: str, do: str) -> DossierError:
    return DossierError("form-unreadable", f"{path.name} {what}", do=do)


# --- workbooks of other kinds ---


def _old_sheets(path: Path, data: bytes) -> Iterator[Grid]:
    """The sheets of a workbook as older programs and LibreOffice keep it."""
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            rows = _plain_rows(sheet.to_python(skip_empty_area=False))
            yield Grid(name, tuple(_merged(rows, sheet.merged_cell_ranges or ())))
    except python_calamine.CalamineError:
        raise _unreadable(
            path, "cannot be read: it is damaged, or has a password", "open it, and save it as .xlsx"
        ) from None


def _plain_rows(rows: Sequence[Sequence[object]]) -> Iterator[Row]:
    if sum(map(len, rows)) > _MOST_CELLS:
        raise ValueError(f"more than {_MOST_CELLS} cells")
    for number, row in enumerate(rows, 1):
        texts = ((at, _told(value)) for at, value in enumerate(row))
        yield Row(number, {at: text for at, text in texts if text.strip()})


def _told(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


Range = tuple[tuple[int, int], tuple[int, int]]
"""A range of cells: row and column of its first and of its last, counted from 0."""


def _merged(rows: Iterable[Row], ranges: Iterable[Range]) -> Iterator[Row]:
    """The rows, those that share a cell with the row above with its text too."""
    shared: dict[int, dict[int, int]] = {}  # row -> column -> the first row of its cell
    for (first, column), (last, _) in ranges:
        for row_at in range(first + 1, min(last, first + _MOST_MERGED) + 1):
            shared.setdefault(row_at, {})[column] = first
    seen: dict[tuple[int, int], str] = {}
    for row in rows:
        at = row.number - 1
        seen.update({(at, column): text for column, text in row.cells.items()})
        above = {column: seen.get((first, column), "") for column, first in shared.get(at, {}).items()}
        yield Row(row.number, {**above, **row.cells}, frozenset(above)) if above else row


# --- workbooks ---


def _sheets(parts: OfficeParts) -> Iterator[Grid]:
    book, relations = parts.root("xl/workbook.xml"), parts.root("xl/_rels/workbook.xml.rels")
    assert book is not None, "the parts were checked for it"
    targets = {r.get("Id"): r.get("Target") or "" for r in (relations if relations is not None else ())}
    shared = _shared(parts.root("xl/sharedStrings.xml"))
    for sheet in book.iter(f"{_S}sheet"):
        target = targets.get(sheet.get(f"{_R}id"), "")
        root = parts.root(posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")) if target else None
        if root is not None:
            yield Grid(sheet.get("name") or "", tuple(_merged(_rows(root, shared), _ranges(root))))


def _ranges(root: Element) -> Iterator[Range]:
    for merged in root.iter(f"{_S}mergeCell"):
        ends = [_CELL.fullmatch(end) for end in (merged.get("ref") or "").split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            first, last = ((int(end[2]) - 1, _column(end[1])) for end in ends if end)
            yield first, last


def _shared(root: Element | None) -> list[str]:
    return [_string(item) for item in (root.iter(f"{_S}si") if root is not None else ())]


def _string(element: Element) -> str:
    """The text of a string, without how it is pronounced."""
    return "".join(
        each.text or ""
        for each in element.iter(f"{_S}t")
        if not any(around.tag == f"{_S}rPh" for around in each.iterancestors())
    )


def _rows(root: Element, shared: list[str]) -> Iterator[Row]:
    seen = 0
    for place, row in enumerate(root.iter(f"{_S}row"), 1):
        cells: dict[int, str] = {}
        for at, cell in enumerate(row.iter(f"{_S}c")):
            seen += 1
            if seen > _MOST_CELLS:
                raise ValueError(f"more than {_MOST_CELLS} cells")
            named = _CELL.fullmatch(cell.get("r") or "")
            text = _value(cell, shared)
            if text.strip():
                cells[_column(named[1]) if named else at] = text
        yield Row(int(row.get("r") or place), cells)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: Element, shared: list[str]) -> str:
    kind, inline = cell.get("t") or "n", cell.find(f"{_S}is")
    if inline is not None:
        return _string(inline)
    value = cell.findtext(f"{_S}v") or ""
    return shared[int(value)] if kind == "s" and value else value


# --- Word documents ---


def _tables(parts: OfficeParts) -> Iterator[Grid]:
    document = parts.root("word/document.xml")
    assert document is not None, "the parts were checked for it"
    for table in document.iter(f"{W}tbl"):
        if not any(around.tag == f"{W}tbl" for around in table.iterancestors()):
            yield Grid("", tuple(_word_rows(table)))


def _outside(parts: OfficeParts) -> Iterator[str]:
    """The paragraphs of a document that stand in no table."""
    document = parts.root("word/document.xml")
    body = document.find(f"{W}body") if document is not None else None
    for paragraph in _inside(body, f"{W}p") if body is not None else ():
        text = _text(paragraph).strip()
        if text:
            yield text


def _word_rows(table: Element) -> Iterator[Row]:
    above: dict[int, str] = {}
    for number, row in enumerate(_inside(table, f"{W}tr")):
        going_on: set[int] = set()
        cells = dict(enumerate(_cells(row, going_on)))
        cells.update({column: above.get(column, "") for column in going_on})
        yield Row(number, cells, frozenset(going_on))
        above = cells


def _cells(row: Element, going_on: set[int]) -> list[str]:
    """The texts of a row; columns in which the cell above goes on are added to the set."""
    found: list[str] = []
    for cell in _inside(row, f"{W}tc"):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(f"{W}val") != "restart":
            going_on.add(len(found))
        found.append("\n".join(_paragraphs(cell)))
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        wide = int(span.get(f"{W}val") or 1) if span is not None else 1
        found += [""] * min(wide - 1, 50)
    return found


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, those in content controls and insertions among them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _inside(child, tag)


def _paragraphs(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}p":
            yield _text(child)
        elif child.tag == f"{W}sdt" and _is_empty(child):
            continue
        elif child.tag not in _SKIPPED:
            yield from _paragraphs(child)


def _is_empty(control: Element) -> bool:
    """Whether a content control shows what it asks for, and nothing was filled in."""
    shown = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    return shown is not None and shown.get(f"{W}val") not in ("0", "false")


def _text(element: Element) -> str:
    found = ""
    for child in element:
        if child.tag == f"{W}t":
            found += child.text or ""
        elif child.tag in (f"{W}br", f"{W}cr"):
            found += "\n"
        elif child.tag == f"{W}tab":
            found += " "
        elif child.tag == f"{W}sdt" and _is_empty(child):
            continue
        elif child.tag not in _SKIPPED:
            found += _text(child)
    return found
