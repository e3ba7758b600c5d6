"""Paragraphs and tables as WordprocessingML, with tracked changes where something came or went.

What decides whether a redline is right is where paragraphs end. A mark at the end of a paragraph says that
the break behind it came or went: where it is not there in one of the texts, the paragraph goes on there with
the next one. So each break is written for both texts: it is there in a text where a paragraph of that text
stands before it and the next paragraph of that text begins a line of its own.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from redline.languages import short_code
from redline.model.blocks import Note, Run
from redline.render.word.breaks import apart, last_paragraph, with_breaks, with_closed_end, with_ends_apart
from redline.render.word.grid import cells_of, columns_of
from redline.render.word.lines import lines_of
from redline.render.word.paragraphs import Line, Paragraph, Table, TableCell, TableRow
from redline.render.word.revisions import Revisions
from redline.render.word.styles import style_of

_WIDTH = 9638
"""Of the text, in twentieths of a point: A4 with margins of 2 cm."""


@dataclass(slots=True)
class Parts:
    """What the body needs in other parts of the package.

    Attributes:
        links: address -> relationship id.
        footnotes: number -> its content, in order.
        comments: id -> author and words, in order.
    """

    links: dict[str, str] = field(default_factory=dict)
    footnotes: dict[int, str] = field(default_factory=dict)
    comments: dict[int, tuple[str, str]] = field(default_factory=dict)


class BodyWriter:
    """Writes the lines of one document.

    Args:
        revisions: who did what.
        language: of the document, in two letters.
        targets: identifiers that something in the document points to: they get bookmarks.
        comments: whether changes carry a comment.
    """

    def __init__(
        self, revisions: Revisions, language: str, targets: frozenset[str], *, comments: bool = True
    ) -> None:
        self.revisions = revisions
        self.language = language
        self.targets = targets
        self.parts = Parts()
        self._bookmarks: dict[str, str] = {}
        self._commented: str | None = None
        self._comments = comments
        self._notes: dict[int, Note] = {}

    def body(self, lines: Iterable[Line]) -> Iterator[str]:
        """The body's content, an empty last paragraph included, whose mark no change ever touches."""
        yield from self._flow(apart([*lines, last_paragraph()]), "")

    def _flow(self, lines: Sequence[Line], style: str) -> Iterator[str]:
        """Paragraphs and tables of the body: the last paragraph stands in both texts."""
        for paragraph, came, went in with_ends_apart(with_breaks(lines)):
            if isinstance(paragraph, Table):
                yield self._table(paragraph)
            else:
                yield self._paragraph(paragraph, came, went, style)

    # --- paragraphs ---

    def _paragraph(self, paragraph: Paragraph, base: bool, amended: bool, style: str) -> str:
        """One paragraph; `base` and `amended` say in which text the break behind it is there."""
        mark = ""
        if not base:
            mark += self.revisions.mark("ins", paragraph.break_operation)
        if not amended:
            mark += self.revisions.mark("del", paragraph.break_operation)
        name = style or ("ActEnd" if paragraph.style == "end" else style_of(paragraph))
        properties = (
            f'<w:pPr><w:pStyle w:val="{name}"/>' + (f"<w:rPr>{mark}</w:rPr>" if mark else "") + "</w:pPr>"
        )
        for note in paragraph.notes:
            self._notes[note.index] = note
        words = "".join(self._pieces(paragraph))
        opened, closed = self._bookmark(paragraph.anchors)
        return f"<w:p>{properties}{opened}{words}{closed}</w:p>"

    def _bookmark(self, anchors: tuple[str, ...]) -> tuple[str, str]:
        opened = closed = ""
        for anchor in anchors:
            if anchor in self.targets and anchor not in self._bookmarks:
                number = self.revisions.next_id()
                self._bookmarks[anchor] = bookmark_name(anchor)
                opened += f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(bookmark_name(anchor))}/>'
                closed += f'<w:bookmarkEnd w:id="{number}"/>'
        return opened, closed

    def _pieces(self, paragraph: Paragraph) -> Iterator[str]:
        language = short_code(paragraph.language)
        for piece in paragraph.pieces:
            run = self._run(piece.run, language, deleted=not piece.amended)
            operation = piece.operation
            if piece.base and piece.amended:
                words = run
                self._commented = None
            else:
                kind = "ins" if piece.amended else "del"
                comment = self._comment(operation)
                who = self.revisions.attributes(operation, apart=piece.apart)
                words = f"<w:{kind}{who}>{run}{comment}</w:{kind}>"
                if not piece.base and not piece.amended:
                    words = ""
            yield self._linked(piece.run.href, words)

    def _comment(self, operation: str | None) -> str:
        """The reference to a comment, at the first of the changes of an operation that stand together."""
        author = self.revisions.authors.get(operation or "")
        if not self._comments or author is None or not author.comment or self._commented == operation:
            return ""
        self._commented = operation
        number = self.revisions.next_id()
        self.parts.comments[number] = (author.name, author.comment)
        return f'{_styled_run("CommentReference")}<w:commentReference w:id="{number}"/></w:r>'

    def _linked(self, href: str | None, words: str) -> str:
        if not href or not words:
            return words
        if href.startswith("#"):
            if href[1:] not in self.targets:
                return words
            return f"<w:hyperlink w:anchor={quoteattr(bookmark_name(href[1:]))}>{words}</w:hyperlink>"
        if not href.startswith(("http://", "https://")):
            return words
        relation = self.parts.links.setdefault(href, f"rLink{len(self.parts.links) + 1}")
        return f'<w:hyperlink r:id="{relation}">{words}</w:hyperlink>'

    def _run(self, run: Run, language: str, *, deleted: bool) -> str:
        properties = self._properties(run, language)
        if run.note is not None:
            return self._footnote(run.note, deleted)
        text = run.text
        if run.image is not None:
            text = f"[{run.image.description or run.image.source}]"
        tag = "delText" if deleted else "t"
        pieces: list[str] = []
        for place, line in enumerate(text.split("\n")):
            pieces.append("<w:br/>" if place else "")
            for column, words in enumerate(line.split("\t")):
                pieces.append("<w:tab/>" if column else "")
                if words:
                    pieces.append(f'<w:{tag} xml:space="preserve">{escape(words)}</w:{tag}>')
        return f"<w:r>{properties}{''.join(pieces)}</w:r>"

    def _properties(self, run: Run, language: str) -> str:
        inside = (
            ('<w:rStyle w:val="ActReference"/>' if run.href and self._points(run.href) else "")
            + ("<w:b/>" if run.bold else "")
            + ("<w:i/>" if run.italic else "")
            + ("<w:strike/>" if run.strike else "")
            + ('<w:u w:val="single"/>' if run.underline else "")
            + ('<w:vertAlign w:val="superscript"/>' if run.superscript else "")
            + ('<w:vertAlign w:val="subscript"/>' if run.subscript and not run.superscript else "")
            + (f'<w:lang w:val="{language}"/>' if language not in (self.language, "und") else "")
        )
        return f"<w:rPr>{inside}</w:rPr>" if inside else ""

    def _points(self, href: str) -> bool:
        return href.startswith(("http://", "https://")) or href[1:] in self.targets

    # --- notes ---

    def _footnote(self, index: int, deleted: bool) -> str:
        note = self._notes.get(index)
        if note is None:
            return ""
        # Word has one reference for each note: a second mark of a note gets a copy of it.
        number = len(self.parts.footnotes) + 1
        self.parts.footnotes[number] = ""
        lines = apart(list(lines_of(note.blocks)))
        self.parts.footnotes[number] = self._note_content(lines)
        return f'{_styled_run("FootnoteReference")}<w:footnoteReference w:id="{number}"/></w:r>'

    def _note_content(self, lines: list[Line]) -> str:
        space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        mark = f"{_styled_run('FootnoteReference')}<w:footnoteRef/></w:r>{space}"
        commented, self._comments = self._comments, False
        content = "".join(self._container(lines, "FootnoteText"))
        self._comments = commented
        place = content.find("</w:pPr>") + len("</w:pPr>")
        return content[:place] + mark + content[place:]

    # --- tables ---

    def _table(self, table: Table) -> str:
        grid = columns_of(table)
        width = _WIDTH // max(1, grid)
        rows = "".join(self._row(row, cells, width) for row, cells in cells_of(table, grid))
        columns = f'<w:gridCol w:w="{width}"/>' * grid
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="ActTable"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, row: TableRow, cells: list[tuple[TableCell | None, int, str]], width: int) -> str:
        mark = ""
        if not (row.base and row.amended):
            mark = self.revisions.mark("ins" if row.amended else "del", row.operation)
        head = "<w:tblHeader/>" if row.header else ""
        properties = f"<w:trPr>{head}{mark}</w:trPr>" if head or mark else ""
        return f"<w:tr>{properties}{''.join(self._cell(row, *cell, width) for cell in cells)}</w:tr>"

    def _cell(self, row: TableRow, cell: TableCell | None, columns: int, merge: str, width: int) -> str:
        span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        mark = ""
        if cell is not None and not (cell.base and cell.amended):
            kind = "cellIns" if cell.amended else "cellDel"
            mark = f"<w:{kind}{self.revisions.attributes(cell.operation)}/>"
        properties = f'<w:tcPr><w:tcW w:w="{width * columns}" w:type="dxa"/>{span}{merge}{mark}</w:tcPr>'
        header = row.header or (cell is not None and cell.header)
        style = "ActTableHead" if header else "ActTableText"
        lines = apart(list(cell.lines)) if cell is not None else []
        whole = None if row.base and row.amended else row
        return f"<w:tc>{properties}{''.join(self._container(lines, style, whole))}</w:tc>"

    def _container(self, lines: list[Line], style: str, row: TableRow | None = None) -> Iterator[str]:
        """The lines of a cell or a note, whose last paragraph's mark must stay as it is.

        Args:
            row: the row, where the whole of it came or went: then every mark in it did.
        """
        lines = lines or [Paragraph("text")]
        if isinstance(lines[-1], Table):
            lines = [*lines, Paragraph("text")]
        for line, base, amended in with_ends_apart(with_closed_end(lines)):
            if isinstance(line, Table):
                yield self._table(line)
            elif row is not None:
                line.break_operation = row.operation
                yield self._paragraph(line, row.base, row.amended, style)
            else:
                yield self._paragraph(line, base, amended, style)


def _styled_run(style: str) -> str:
    """The beginning of a run of a character style."""
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>'


def bookmark_name(anchor: str) -> str:
    """A bookmark's name: letters, digits and underscores, at most 40, told apart by a checksum if cut."""
    name = "".join(char if char.isalnum() else "_" for char in anchor)
    if name == anchor and len(name) <= 36:
        return f"ref_{name}"
    return f"ref_{name[:26]}_{zlib.crc32(anchor.encode()):08x}"
