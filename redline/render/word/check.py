"""What a redline gives when all of its changes are accepted or rejected, read from the finished document.

The reader shares nothing with the writer: it reads the XML as a word processor does, so that a redline is
never written out whose changes do not give the two texts exactly.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree
from msgspec import Struct

from redline.errors import RenderError
from redline.model.blocks import Block, Note
from redline.render.word.breaks import apart, last_paragraph
from redline.render.word.lines import between_number_and_heading, lines_of
from redline.render.word.paragraphs import Line, Paragraph, described
from redline.render.word.spaces import plainly_spaced
from redline.render.word.styles import WORD
from redline.render.word.table_lines import Reader

Element = etree._Element
Text = tuple[tuple[int, ...], str]
"""A paragraph: the rows and cells that it stands in, by position, from the outside in; and its words."""

_P, _TBL, _TR, _TC = (f"{{{WORD}}}{name}" for name in ("p", "tbl", "tr", "tc"))
_R, _T, _DEL_TEXT, _TAB, _BR = (f"{{{WORD}}}{name}" for name in ("r", "t", "delText", "tab", "br"))
_NOTE = f"{{{WORD}}}footnoteReference"
_PARSER = etree.XMLParser(resolve_entities=False, huge_tree=True)
_DRAWING = f"{{{WORD}}}drawing"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PPR, _RPR = f"{{{WORD}}}pPr", f"{{{WORD}}}rPr"
_CAME = frozenset(f"{{{WORD}}}{name}" for name in ("ins", "moveTo"))
_WENT = frozenset(f"{{{WORD}}}{name}" for name in ("del", "moveFrom"))
_DIFFERING = (*_CAME, *_WENT, _NOTE)
"""What a paragraph may read differently by in the two texts: changes, and notes with changes in them."""
_TRPR, _TCPR = f"{{{WORD}}}trPr", f"{{{WORD}}}tcPr"
_CELL_INS, _CELL_DEL = f"{{{WORD}}}cellIns", f"{{{WORD}}}cellDel"


def check_redline(document: bytes, base: Iterable[Text], amended: Iterable[Text], name: str) -> None:
    """Hold a redline against the two texts that it must give, footnotes included.

    Args:
        document: the .docx file.
        base, amended: the paragraphs of the two texts (`Wanted`), each read from its own Act.
        name: of the Act, for the message.

    Raises:
        RenderError: `redline-inexact`, with the first paragraph that differs: a defect of this tool.
    """
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        body, notes = (
            etree.fromstring(package.read(f"word/{part}.xml"), _PARSER) for part in ("document", "footnotes")
        )
    by_number = {note.get(f"{{{WORD}}}id"): note for note in notes}
    unchanged: dict[Element, str] = {}
    for accepted, texts in ((False, base), (True, amended)):
        got = _Resolved(accepted, by_number, unchanged).texts(body[0])
        want = list(texts)
        if got != want:
            raise _inexact(name, accepted, got, want)


def _inexact(name: str, accepted: bool, got: Sequence[Text], want: Sequence[Text]) -> RenderError:
    place = next((i for i, pair in enumerate(zip(got, want, strict=False)) if pair[0] != pair[1]), -1)
    way, text = ("accepted", "consolidated text") if accepted else ("rejected", "base")
    found = got[place][1] if 0 <= place < len(got) else ""
    wanted = want[place][1] if 0 <= place < len(want) else ""
    return RenderError(
        "redline-inexact",
        f"the redline of {name} with all changes {way} is not the {text}: “{found[:80]}” stands where "
        f"“{wanted[:80]}” should",
        do="make the other files without it (--only consolidated --only changes --only index), "
        "and report this Act and spec as a defect of redline",
    )


class Wanted:
    """The paragraphs that a document must have, read from the blocks of the texts.

    The two texts of a redline share nearly all of their blocks (`redline.akn.readings`): a part of one text,
    from one heading to the next, that the other has too gives the same paragraphs, and is laid out once.

    Args:
        lines: lays the blocks of a text out.
        whole: whether that must be done for a text as a whole: it gets a table of contents.
    """

    def __init__(self, lines: Reader, *, whole: bool = False) -> None:
        self._lines = lines
        self._whole = whole
        # The blocks are kept with their paragraphs, since they are told apart by where they lie in memory.
        self._known: dict[tuple[int, ...], tuple[list[Block], list[Text]]] = {}

    def texts(self, blocks: Iterable[Block]) -> Iterator[Text]:
        """The paragraphs of one text, which must have no marks, the last of the document included."""
        notes: dict[int, Note] = {}
        for part in [list(blocks)] if self._whole else _parts(blocks):
            yield from self._of_part(part, notes)
        yield from texts_of([last_paragraph()])

    def _of_part(self, part: list[Block], notes: dict[int, Note]) -> list[Text]:
        key = tuple(map(id, part))
        if not notes and key in self._known:
            return self._known[key][1]
        texts = None if self._whole else plain_texts(part)
        if texts is None:
            texts = self._laid_out(part, notes)
            if notes:
                return texts  # its words may depend on notes elsewhere
        self._known[key] = part, texts
        return texts

    def _laid_out(self, part: list[Block], notes: dict[int, Note]) -> list[Text]:
        # A last paragraph stands behind every text: what ends in a table gets no other.
        return list(texts_of([*self._lines(part), last_paragraph()], notes=notes))[:-1]


_BEHIND_NUMBER = "\t"


def plain_texts(blocks: Sequence[Block]) -> list[Text] | None:
    """The paragraphs of blocks that are words with or without a number, or a heading, as nearly all are.

    What such a block reads as is said here once more, without the lines that the document is written from;
    what parts a number from a heading, and where spaces are plain, is told by the same rule. None where one
    of the blocks is anything else.
    """
    texts: list[Text] = []
    for block in blocks:
        heading = block.heading if block.level else block.runs
        other = block.runs if block.level else block.heading
        if other or block.rows or block.notes or not (heading or block.level):
            return None
        runs = (*block.number, *heading)
        if any(run.mark is not None or run.note is not None or run.image is not None for run in runs):
            return None
        words = "".join([run.text for run in heading])
        number = "".join([run.text for run in block.number])
        if number != number.strip(" \n\t") or (block.number and not number):
            return None
        between = between_number_and_heading(block, number) if block.level else _BEHIND_NUMBER
        text = f"{number}{between}{words}" if number and words else number or words
        if block.boundary is not None or block.mark is not None or not plainly_spaced(text):
            return None
        texts.append(((), text))
    return texts


def _parts(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks from one heading to the next: no line of a text goes on behind a heading."""
    part: list[Block] = []
    for block in blocks:
        if block.level and part:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def texts_of(
    lines: Iterable[Line], place: tuple[int, ...] = (), notes: dict[int, Note] | None = None
) -> Iterator[Text]:
    """The paragraphs of a body or cell in one text, with the rows and cells that they stand in.

    Args:
        lines: of one text; a paragraph without words parts tables, and ends what ends in a table.
        notes: the footnotes met so far, by number.
    """
    notes = notes if notes is not None else {}
    lines = apart(list(lines) or [Paragraph("text")])
    for line in lines if isinstance(lines[-1], Paragraph) else [*lines, Paragraph("text")]:
        if isinstance(line, Paragraph):
            notes.update((note.index, note) for note in line.notes)
            yield place, "".join(_words(line, notes))
            continue
        for at, row in enumerate(line.rows):
            for column, cell in enumerate(row.cells):
                yield from texts_of(cell.lines, (*place, at, column), notes)


def _words(paragraph: Paragraph, notes: Mapping[int, Note]) -> Iterator[str]:
    for piece in paragraph.pieces:
        run = piece.run
        if run.image is not None:
            yield described(run.image)
        elif run.note is None:
            yield run.text
        else:
            note = notes.get(run.note)
            yield _note(texts_of(lines_of(note.blocks)) if note is not None else ())


def _note(texts: Iterable[Text]) -> str:
    """What stands for a footnote in the words of a paragraph: its own, in braces."""
    return f"{{{chr(10).join(words for _, words in texts)}}}"


class _Resolved(Struct):
    """The document with all changes accepted, or all rejected.

    Attributes:
        accepted: which of the two.
        notes: the footnotes, by number.
        unchanged: the words of paragraphs that read the same in both, once they are read.
    """

    accepted: bool
    notes: Mapping[str | None, Element]
    unchanged: dict[Element, str]

    def texts(self, container: Element, place: tuple[int, ...] = ()) -> list[Text]:
        """The paragraphs of a body or cell."""
        found: list[Text] = []
        going: list[str] = []
        for child in container:
            if child.tag == _P:
                if not going and (words := self._unchanged(child)) is not None:
                    found.append((place, words))
                    continue
                going.append(self._paragraph(child))
                if self._breaks(child):
                    found.append((place, "".join(going)))
                    going = []
            elif child.tag == _TBL:
                found += self._table(child, place)
        if going:
            found.append((place, "".join(going)))
        return found

    def _gone(self, mark: Element) -> bool:
        return mark.tag in (_WENT if self.accepted else _CAME)

    def _unchanged(self, paragraph: Element) -> str | None:
        """The words of a paragraph that reads the same in both texts; None of others."""
        words = self.unchanged.get(paragraph)
        if words is None and next(paragraph.iter(*_DIFFERING), None) is None:
            words = self.unchanged[paragraph] = self._paragraph(paragraph)
        return words

    def _breaks(self, paragraph: Element) -> bool:
        properties = paragraph.find(_PPR)
        marks = properties.find(_RPR) if properties is not None else None
        return marks is None or not any(self._gone(mark) for mark in marks)

    def _paragraph(self, paragraph: Element) -> str:
        words: list[str] = []
        for child in paragraph:
            if child.tag != _PPR:
                self._inline(child, words)
        return "".join(words)

    def _inline(self, element: Element, words: list[str]) -> None:
        if self._gone(element):
            return
        if element.tag != _R:
            for child in element:
                self._inline(child, words)
            return
        for child in element:
            if child.tag in (_T, _DEL_TEXT):
                words.append(child.text or "")
            elif child.tag == _TAB:
                words.append("\t")
            elif child.tag == _BR:
                words.append("\n")
            elif child.tag == _DRAWING:
                words.append(f"[{next(child.iter(_PICTURE)).get('descr')}]")
            elif child.tag == _NOTE:
                words.append(self._note(self.notes.get(child.get(f"{{{WORD}}}id"))))

    def _note(self, note: Element | None) -> str:
        """The words of a footnote; those of its first paragraph stand behind its mark and a space."""
        (place, first), *rest = self.texts(note) if note is not None else [((), "")]
        return _note([(place, first.removeprefix(" ")), *rest])

    def _table(self, table: Element, place: tuple[int, ...]) -> list[Text]:
        found: list[Text] = []
        rows = [row for row in table.iterchildren(_TR) if not self._row_gone(row)]
        for at, row in enumerate(rows):
            cells = [cell for cell in row.iterchildren(_TC) if not self._cell_gone(cell)]
            column = 0
            for cell in cells:
                if _continues(cell):
                    continue
                found += self.texts(cell, (*place, at, column))
                column += 1
        return found

    def _row_gone(self, row: Element) -> bool:
        properties = row.find(_TRPR)
        return properties is not None and any(self._gone(mark) for mark in properties)

    def _cell_gone(self, cell: Element) -> bool:
        properties = cell.find(_TCPR)
        gone = _CELL_DEL if self.accepted else _CELL_INS
        return properties is not None and properties.find(gone) is not None


def _continues(cell: Element) -> bool:
    """Whether a cell only goes on with one above it."""
    merged = cell.find(f"{_TCPR}/{{{WORD}}}vMerge")
    return merged is not None and merged.get(f"{{{WORD}}}val") != "restart"
