"""The tables of a returned file, as rows of texts with their places: what Excel and Word have in common."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from redline.errors import DossierError, ImportFailure
from redline.importers.office_parts import OfficeParts
from redline.importers.word_numbers import W

Element = etree._Element

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LARGEST = 50_000_000
_MOST_CELLS = 500_000
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "sdtPr"))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its number as a reader of the file sees it, and the texts of its cells by column,
    counted from 0.
    """

    number: int
    cells: dict[int, str]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a Word document, or a sheet of a workbook; `name` is that of the sheet."""

    name: str
    rows: tuple[Row, ...]


def read_grids(path: Path) -> tuple[Grid, ...]:
    """The tables of a file.

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
        if path.suffix.lower() in (".xlsx", ".xlsm"):
            return tuple(_sheets(OfficeParts(data, path.name, "xl/workbook.xml")))
        if path.suffix.lower() in (".docx", ".docm"):
            return tuple(_tables(OfficeParts(data, path.name)))
    except ImportFailure as error:
        raise DossierError("form-unreadable", error.message, do=error.do) from None
    except (ValueError, IndexError) as error:
        raise _unreadable(path, f"is damaged ({error})", "ask for the form again") from None
    raise _unreadable(path, "is neither .docx nor .xlsx", "ask for the form as it was sent, filled in")


def _unreadable(path: Path, what: str, do: str) -> DossierError:
    return DossierError("form-unreadable", f"{path.name} {what}", do=do)


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
            yield Grid(sheet.get("name") or "", tuple(_rows(root, shared)))


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
            rows = [_cells(row) for row in _inside(table, f"{W}tr")]
            yield Grid("", tuple(Row(number, dict(enumerate(cells))) for number, cells in enumerate(rows)))


def _cells(row: Element) -> list[str]:
    found: list[str] = []
    for cell in _inside(row, f"{W}tc"):
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
