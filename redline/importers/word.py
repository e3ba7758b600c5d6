"""Word documents (.docx) -> paragraphs: numbers that Word writes by itself, tables, footnotes.

Tracked changes are read as accepted. Headers, footers, comments and hidden words are no words of the law.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from redline.errors import ImportFailure
from redline.importers.office_parts import OfficeParts
from redline.importers.source import Importer, Source, is_drawn
from redline.importers.word_numbers import Numbering, W, value_of
from redline.model.inline_signs import ACROSS, DOWN, NOTE, NOTE_END, SUB, SUB_END, SUP, SUP_END, without_signs

Element = etree._Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "\u2011", f"{W}ptab": " "}
_LEFT_OUT = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "rPr", "pPr", "sectPr", "delText")}
)
_CHANGES = frozenset({f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"})
_WIDEST = 100
"""Columns that one cell reaches over."""
_RAISED = {"superscript": (SUP, SUP_END), "subscript": (SUB, SUB_END)}


def read_word(data: bytes, name: str) -> Source:
    """The paragraphs of a Word document; what a message calls a line is a paragraph.

    Raises:
        ImportFailure: `import-unreadable` for what is no .docx, is encrypted, or is not safe to read.
    """
    parts = OfficeParts(data, name)
    return _Reader(parts).read()


class _Reader:
    def __init__(self, parts: OfficeParts) -> None:
        document, styles = parts.root("word/document.xml"), parts.root("word/styles.xml")
        assert document is not None, "the parts were checked for it"
        self._document, self._name = document, parts.name
        self._numbering = Numbering(parts.root("word/numbering.xml"), styles)
        self._notes = {
            kind: _notes_of(parts.root(f"word/{kind}s.xml"), kind) for kind in ("footnote", "endnote")
        }
        self._titles = {
            style.get(f"{W}styleId")
            for style in (styles.iter(f"{W}style") if styles is not None else ())
            if (value_of(style, "name") or "").lower() == "title"
        }
        self._seen: Counter[str] = Counter()
        self._apart: list[Element] = []
        self._letters = 0

    def read(self) -> Source:
        groups: list[list[tuple[int, str]]] = []
        titles: set[int] = set()
        place = 0
        for text, title in self._blocks(self._document):
            place += not is_drawn(text)
            lines = [(place, line) for line in text.split("\n") if line.strip()]
            if lines:
                groups.append(lines)
                titles |= {place} if title else set()
        if self._letters != _letters_of(self._document):
            raise ImportFailure(
                "import-lost-words",
                f"{self._name} has words in a place where they are not looked for; nothing was written",
                do="save the document as plain text (UTF-8), import that, and report it as a defect",
            )
        return Source(
            groups, "\n".join(t for g in groups for _, t in g), self._remarks(), titles, "paragraph"
        )

    def _blocks(self, element: Element) -> Iterator[tuple[str, bool]]:
        """The paragraphs, and rows of tables between bars; whether each is styled as a title."""
        joined, title = "", False
        for child in _in_flow(element):
            if child.tag == f"{W}tbl":
                # A paragraph does not go on in a table: Word ends it before one.
                if joined:
                    yield joined, title
                    yield from self._text_boxes()
                    joined = ""
                yield from self._of_table(child)
                continue
            words, title = self._paragraph(child)
            joined += words
            if joined and _goes_on(child):
                continue
            yield joined, title
            joined = ""
            yield from self._text_boxes()
        if joined:
            yield joined, title
            yield from self._text_boxes()

    def _of_table(self, table: Element) -> Iterator[tuple[str, bool]]:
        if cells := _laid_out(table):
            for cell in cells:
                yield from self._blocks(cell)
            return
        yield from ((row, False) for row in self._table(table))
        yield from self._text_boxes()
        yield "---", False  # so that a table right behind it is one of its own

    def _text_boxes(self) -> Iterator[tuple[str, bool]]:
        boxes, self._apart = self._apart, []
        for box in boxes:
            self._seen["text boxes, read behind their paragraph"] += 1
            yield from self._blocks(box)

    def _paragraph(self, paragraph: Element) -> tuple[str, bool]:
        words = "".join(self._words(paragraph))
        # What is deleted as a whole is no entry of its list any more.
        gone = not words.strip() and paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        number = "" if gone else self._numbering.number(paragraph)
        style = value_of(paragraph.find(f"{W}pPr"), "pStyle")
        numbered = f"{number} {words.lstrip()}" if number and words.strip() else words
        return numbered, style in self._titles

    def _words(self, element: Element) -> Iterator[str]:
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _LEFT_OUT:
                self._seen["tracked changes, read as accepted"] += child.tag in _CHANGES
            elif child.tag == f"{W}t":
                self._letters += len(child.text or "")
                yield (child.text or "").replace("\u00ad", "")
            elif child.tag in _BREAKS:
                yield _BREAKS[child.tag]
            elif child.tag == f"{W}r":
                yield from self._run(child)
            else:
                yield from self._special(child)

    def _special(self, child: Element) -> Iterator[str]:
        """What is no plain word in a paragraph."""
        if child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            yield self._note(child)
        elif child.tag == f"{W}txbxContent":
            self._apart.append(child)
        elif child.tag == f"{_MC}AlternateContent":
            yield from self._words(next(iter(child), child))
        elif child.tag == f"{W}commentReference":
            self._seen["comments of readers, left out: read them in the document"] += 1
        elif child.tag in (f"{W}sym", f"{W}object"):
            self._seen["signs of a symbol font or embedded objects, left out: look for them"] += 1
        else:
            self._seen["tracked changes, read as accepted"] += child.tag in _CHANGES
            yield from self._words(child)

    def _run(self, run: Element) -> Iterator[str]:
        properties = run.find(f"{W}rPr")
        hidden = properties.find(f"{W}vanish") if properties is not None else None
        if hidden is not None and hidden.get(f"{W}val") not in ("0", "false"):
            self._seen["hidden words, left out"] += 1
            self._letters += sum(len(each.text or "") for each in run.iter(f"{W}t"))
            return
        words = "".join(self._words(run))
        signs = _RAISED.get(value_of(properties, "vertAlign") or "")
        raised = signs is not None and words.strip() and NOTE not in words
        yield f"{signs[0]}{words}{signs[1]}" if raised and signs else words

    def _note(self, reference: Element) -> str:
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        note = self._notes[kind].get(reference.get(f"{W}id") or "")
        if note is None:
            return ""
        self._seen["footnotes"] += 1
        before = self._letters
        texts = ["".join(self._words(each)).strip() for each in note.iter(f"{W}p")]
        self._letters = before
        return f"{NOTE}{' '.join(filter(None, texts))}{NOTE_END}"

    def _table(self, table: Element) -> Iterator[str]:
        head = False
        for row in _within(table, f"{W}tr"):
            head, before = _is_head(row), head
            if before and not head:
                yield "|---|"
            cells: list[str] = []
            hangs = False
            for cell in _within(row, f"{W}tc"):
                hangs = hangs or _begins_merge(cell)
                words = self._cell(cell).replace("|", "\\|")
                wide = min(int(value_of(cell.find(f"{W}tcPr"), "gridSpan") or 1), _WIDEST)
                goes_on = _goes_on_from_above(cell) and not words
                cells += [DOWN] * wide if goes_on else [words, *[ACROSS] * (wide - 1)]
            if hangs or any(map(without_signs, cells)):
                yield f"| {' | '.join(cells)} |"

    def _cell(self, cell: Element) -> str:
        pieces: list[str] = []
        for paragraph in _paragraphs(cell):
            pieces += "".join(self._words(paragraph)).split()
        return " ".join(pieces)

    def _remarks(self) -> list[str]:
        seen = [f"{count} {what}" for what, count in sorted(self._seen.items()) if count]
        return ["lines are counted as paragraphs of the document", *seen]


def _in_flow(element: Element) -> Iterator[Element]:
    """The paragraphs and tables of a document or a cell, those in content controls among them."""
    for child in element:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag not in _LEFT_OUT and isinstance(child.tag, str):
            yield from _in_flow(child)


def _laid_out(table: Element) -> list[Element]:
    """The cells of a table that only puts words beside one another (signature, head of an annex): it has one
    row of at most two cells. Empty for a table of the law.
    """
    rows = list(_within(table, f"{W}tr"))
    cells = [cell for row in rows for cell in _within(row, f"{W}tc")]
    return cells if len(rows) == 1 and len(cells) <= 2 and not _is_head(rows[0]) else []


def _is_head(row: Element) -> bool:
    """Whether a row is repeated at the top of each page: the head of its table."""
    mark = row.find(f"{W}trPr/{W}tblHeader")
    return mark is not None and mark.get(f"{W}val") not in ("0", "false")


def _begins_merge(cell: Element) -> bool:
    """Whether a cell reaches down: its row stays, though it be empty, for those below are counted from it."""
    return value_of(cell.find(f"{W}tcPr"), "vMerge") == "restart"


def _goes_on_from_above(cell: Element) -> bool:
    """Whether a cell is the lower part of one above it."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val") != "restart"


def _goes_on(paragraph: Element) -> bool:
    """Whether a tracked change takes the break behind a paragraph away: accepted, it goes on in the next."""
    return any(paragraph.find(f"{W}pPr/{W}rPr/{W}{mark}") is not None for mark in ("del", "moveFrom"))


def _within(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, those in content controls among them."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _within(child, tag)


def _paragraphs(element: Element) -> Iterator[Element]:
    """The paragraphs of a cell, those of tables in it among them; text boxes are read apart."""
    for child in element:
        if child.tag == f"{W}p":
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _paragraphs(child)


def _letters_of(document: Element) -> int:
    """How many letters a document shows: all but what is deleted or repeated for old programs."""
    unseen = {f"{W}del", f"{W}moveFrom", f"{_MC}Fallback"}
    return sum(
        len(each.text or "")
        for each in document.iter(f"{W}t")
        if not any(around.tag in unseen for around in each.iterancestors())
    )


def _notes_of(root: Element | None, kind: str) -> dict[str, Element]:
    """The footnotes by number; the lines that Word draws above them are none."""
    found = root.iter(f"{W}{kind}") if root is not None else ()
    return {note.get(f"{W}id") or "": note for note in found if note.get(f"{W}type") in (None, "normal")}


IMPORTER = Importer("Word", (".docx",), read_word)
