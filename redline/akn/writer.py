"""The outline of a law -> Akoma Ntoso, with identifiers by the naming convention (§5.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from redline.akn.id_scheme import clean_number
from redline.akn.ids import ABBREVIATIONS, GLOBAL_UNITS
from redline.akn.imported_metadata import NAMESPACES, annex_meta, meta_of, term_id
from redline.akn.new_elements import TAG, add_element
from redline.model.inline_signs import (
    ACROSS,
    DOWN,
    NOTE,
    NOTE_END,
    SUB,
    SUB_END,
    SUP,
    SUP_END,
    TERM,
    TERM_END,
    without_signs,
)
from redline.model.outline import Annex, Division, Outline, Paragraph

Element = etree._Element

_RUNNING = tuple(f"{TAG}{name}" for name in ("p", "heading", "num", "tocItem"))


def write_outline(outline: Outline) -> bytes:
    """The law as an Akoma Ntoso document in UTF-8. Gives the divisions of the outline their identifiers."""
    _Identifiers().give(outline)
    root: Element = etree.Element(f"{TAG}akomaNtoso", nsmap=NAMESPACES)
    act = _add(root, "act", name="act", contains="singleVersion")
    act.append(meta_of(outline))
    _preface(act, outline)
    if outline.preamble:
        preamble = _add(act, "preamble", eId="preamble")
        _paragraphs(preamble, outline.preamble)
        if _contents_behind_preamble(outline):
            _contents(preamble, outline)
    body = _add(act, "body", eId="body")
    for division in outline.body:
        _division(body, division)
    if outline.conclusions:
        _paragraphs(_add(act, "conclusions", eId="conclusions"), outline.conclusions)
    if outline.annexes:
        attachments = _add(act, "attachments")
        for place, annex in enumerate(outline.annexes, 1):
            _annex(attachments, annex, outline, place)
    _indent(root)
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + data + b"\n"


def _indent(root: Element) -> None:
    """Put each element on a line of its own, but none inside running text: white space there is a word's."""
    texts = [(block, block.text, [child.tail for child in block]) for block in root.iter(*_RUNNING)]
    etree.indent(root, space="  ")
    for block, text, tails in texts:
        block.text = text
        for child, tail in zip(block, tails, strict=True):
            child.tail = tail


class _Identifiers:
    """Gives each provision an identifier of its own: that of its context, its kind and its number."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._basic = ""

    def give(self, outline: Outline) -> None:
        self._basic = outline.basic
        for division in outline.body:
            self._give(division, "", 0)
        for place, annex in enumerate(outline.annexes, 1):
            for division in annex.divisions:
                self._give(division, f"att_{place}", 0)

    def _give(self, division: Division, context: str, place: int) -> None:
        short = ABBREVIATIONS.get(division.element, division.element)
        number = clean_number(division.number) or str(max(place, 1))
        own = f"{short}_{number}"
        through = division.element in GLOBAL_UNITS and division.element == self._basic
        prefix = context.partition("__")[0] if through and context.startswith("att_") else context
        prefixed = bool(prefix) and (not through or prefix.startswith("att_"))
        wanted = f"{prefix}__{own}" if prefixed else own
        division.eid, suffix = wanted, 2
        while division.eid in self._given:
            division.eid, suffix = f"{wanted}_{suffix}", suffix + 1
        self._given.add(division.eid)
        counts: dict[str, int] = {}
        for child in division.children:
            counts[child.element] = counts.get(child.element, 0) + 1
            self._give(child, division.eid, counts[child.element])


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str) -> Element:
    element = add_element(parent, tag, **attributes)
    if text is not None:
        _fill(element, text)
    return element


_MARKED = re.compile(
    f"{NOTE}(?P<note>[^{NOTE_END}]*){NOTE_END}|{SUP}(?P<sup>[^{SUP_END}]*){SUP_END}|{SUB}(?P<sub>[^{SUB_END}]*){SUB_END}"
    f"|{TERM}(?P<term>[^{TERM_END}]*){TERM_END}"
)


def _fill(element: Element, text: str) -> None:
    """Put words into an element; footnotes, raised and lowered letters and terms become elements in it."""
    end, last = 0, None
    for match in _MARKED.finditer(text):
        _append(element, last, text[end : match.start()])
        if match["note"] is not None:
            last = add_element(element, "authorialNote", placement="bottom")
            add_element(last, "p").text = without_signs(match["note"])
        elif match["term"] is not None:
            last = add_element(element, "term", refersTo=f"#{term_id(match['term'])}")
            last.text = match["term"]
        else:
            last = add_element(element, str(match.lastgroup))
            last.text = match[str(match.lastgroup)]
        end = match.end()
    _append(element, last, text[end:])


def _append(element: Element, last: Element | None, words: str) -> None:
    if last is None:
        element.text = words
    else:
        last.tail = words


def _preface(act: Element, outline: Outline) -> None:
    """Form, title, date and number, then the table of contents. A title that the file does not have is marked
    as the editor's.
    """
    title = outline.frame.title
    if not (title or outline.preface or outline.contents):
        return
    preface = _add(act, "preface", eId="preface")
    for paragraph in outline.preface:
        if paragraph.line in outline.title_lines:
            _title(preface, paragraph.text)
        else:
            _add(preface, "p", paragraph.text)
    if title and not outline.title_lines:
        _title(preface, title).set("status", "editorial")
    if outline.contents and not _contents_behind_preamble(outline):
        _contents(preface, outline)


def _contents_behind_preamble(outline: Outline) -> bool:
    heading = outline.contents_heading
    return heading is not None and bool(outline.preamble) and outline.preamble[0].line < heading.line


def _contents(parent: Element, outline: Outline) -> None:
    """The table of contents, each item with the provision that it names."""
    if outline.contents_heading is not None:
        _add(parent, "p", outline.contents_heading.text)
    toc = _add(parent, "toc", eId=f"{parent.get('eId')}__toc")
    found = {(d.element, d.number): d.eid for d in reversed(list(outline.divisions()))}
    for entry in outline.contents:
        href = f"#{found.get((entry.element, entry.number), '')}"
        _add(toc, "tocItem", entry.paragraph.text, href=href, level=str(entry.level))


def _title(preface: Element, words: str) -> Element:
    title = _add(preface, "longTitle")
    _add(_add(title, "p"), "docTitle", words)
    return title


def _division(parent: Element, division: Division) -> None:
    element = _add(parent, division.element, eId=division.eid)
    if division.removed:
        element.set("status", "removed")
    if division.printed:
        _add(element, "num", division.printed)
    if division.heading is not None:
        _add(element, "heading", division.heading.text)
    if not division.children:
        words = [*division.intro, *division.wrap]
        if words:
            _paragraphs(_add(element, "content"), words)
        return
    if division.intro:
        _paragraphs(_add(element, "intro"), division.intro)
    for child in division.children:
        _division(element, child)
    if division.wrap:
        _paragraphs(_add(element, "wrapUp"), division.wrap)


def _paragraphs(parent: Element, paragraphs: Iterable[Paragraph]) -> None:
    for paragraph in paragraphs:
        if paragraph.cells:
            _table(parent, paragraph.cells, paragraph.heads)
        else:
            _add(parent, "p", _with_term(paragraph))


def _with_term(paragraph: Paragraph) -> str:
    if paragraph.term is None:
        return paragraph.text
    start, end = paragraph.term
    words = paragraph.text
    return f"{words[:start]}{TERM}{words[start:end]}{TERM_END}{words[end:]}"


def _table(parent: Element, rows: Sequence[Sequence[str]], heads: int) -> None:
    """A table; signs in the place of cells that others reach over become spans. One that no cell reaches
    over is an empty cell.
    """
    table = _add(parent, "table")
    width = max(len(row) for row in rows)
    grid = [[*row, *[""] * (width - len(row))] for row in rows]
    reached: set[tuple[int, int]] = set()
    for place, row in enumerate(grid):
        line = _add(table, "tr")
        for column, words in enumerate(row):
            if (place, column) in reached:
                continue
            across, down = _reach(grid, place, column)
            reached |= {(place + y, column + x) for y in range(down) for x in range(across)}
            spans = {"colspan": str(across)} if across > 1 else {}
            spans |= {"rowspan": str(down)} if down > 1 else {}
            own = "" if words in (ACROSS, DOWN) else words
            _add(_add(line, "th" if place < heads else "td", **spans), "p", own)


def _reach(grid: Sequence[Sequence[str]], place: int, column: int) -> tuple[int, int]:
    """Over how many columns and rows a cell reaches."""
    row = grid[place]
    end = column + 1
    while end < len(row) and row[end] == ACROSS:
        end += 1
    below = place + 1
    while below < len(grid) and all(cell == DOWN for cell in grid[below][column:end]):
        below += 1
    return end - column, below - place


def _annex(parent: Element, annex: Annex, outline: Outline, place: int) -> None:
    attachment = _add(parent, "attachment", eId=f"att_{place}")
    if annex.printed:
        _add(attachment, "num", annex.printed)
    if annex.heading:
        _add(attachment, "heading", annex.heading[0].text)
    document = _add(attachment, "doc", name="annex", contains="singleVersion")
    document.append(annex_meta(outline, place))
    body = _add(document, "mainBody")
    _paragraphs(body, annex.paragraphs)
    for division in annex.divisions:
        _division(body, division)
    if len(body) == 0:
        _add(body, "p")
