"""Paragraphs and tables as WordprocessingML, with tracked changes where something came or went.

What decides whether a redline is right is where paragraphs end. A mark at the end of a paragraph says that
the break behind it came or went: where it is not there in one of the texts, the paragraph goes on there with
the next one. So each break is written for both texts: it is there in a text where a paragraph of that text
stands before it and the next paragraph of that text begins a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from redline.languages import language_tag
from redline.model.blocks import Image, Note, Run
from redline.render.word.breaks import apart, last_paragraph, with_breaks, with_closed_end, with_ends_apart
from redline.render.word.comments import Comments
from redline.render.word.contents import ANCHOR, field_runs
from redline.render.word.grid import cells_of, columns_of
from redline.render.word.images import Images, drawing
from redline.render.word.lines import lines_of
from redline.render.word.links import bookmark_names, web_address
from redline.render.word.moves import MoveSpans, Side, ends_in, side_of
from redline.render.word.paragraphs import (
    Line,
    Paragraph,
    Piece,
    Table,
    TableCell,
    TableRow,
    described,
    merged,
)
from redline.render.word.revisions import Revisions
from redline.render.word.styles import FONT, TEXT_WIDTH, style_of
from redline.render.word.table_lines import Reader
from redline.render.word.widths import column_widths
from redline.render.word.xml import escape, quoteattr


class Parts(Struct):
    """What the body needs in other parts of the package.

    Attributes:
        links: address -> relationship id.
        footnotes: number -> its content, in order.
        comments: id -> author and words, in order.
        images: name of a picture -> relationship id.
    """

    links: dict[str, str] = field(default_factory=dict)
    footnotes: dict[int, str] = field(default_factory=dict)
    comments: dict[int, tuple[str, str]] = field(default_factory=dict)
    images: dict[str, str] = field(default_factory=dict)


class BodyWriter:
    """Writes the lines of one document.

    Args:
        revisions: who did what.
        language: of the document, as BCP 47.
        targets: identifiers that something in the document points to: they get bookmarks.
        read: reads the blocks of footnotes as lines.
        comments: whether changes carry a comment.
        width: of the text, in twentieths of a point.
        images: finds those that are embedded.
    """

    def __init__(
        self,
        revisions: Revisions,
        language: str,
        targets: frozenset[str],
        *,
        images: Images,
        read: Reader = lines_of,
        comments: bool = True,
        width: int = TEXT_WIDTH,
    ) -> None:
        self.revisions = revisions
        self.language = language
        self.targets = targets
        self.parts = Parts()
        self.width = width
        self._read = read
        self._images = images
        self._names = bookmark_names(targets)
        self._bookmarked: set[str] = set()
        self._comments = Comments(revisions.authors, comments, self.parts.comments)
        self._notes: dict[int, Note] = {}
        self._moves = revisions.moves
        self._in_note = self._in_table = False

    def body(self, lines: Iterable[Line]) -> Iterator[str]:
        """The body's content, an empty last paragraph included, whose mark no change ever touches."""
        yield from self._flow(apart([*lines, last_paragraph()]), "")

    def _flow(self, lines: Sequence[Line], style: str) -> Iterator[str]:
        """Paragraphs and tables of the body: the last paragraph stands in both texts."""
        broken = with_ends_apart(with_breaks(lines))
        if not self._moves:
            for line, base, amended in broken:
                yield self._line(line, base, amended, style)
            return
        kept = list(broken)
        spans = MoveSpans.of([line for line, _, _ in kept])
        for place, (line, base, amended) in enumerate(kept):
            if isinstance(line, Table):
                yield self._table(line)
                continue
            ends = [end for end in dict.fromkeys(ends_in(line)) if end[0] in self._moves]
            begun = "".join(self.revisions.begin(*end) for end in ends if spans.first[end] == place)
            ended = "".join(self.revisions.end(*end) for end in ends if spans.last[end] == place)
            yield begun + self._paragraph(line, base, amended, style) + ended

    def _line(self, line: Line, base: bool, amended: bool, style: str) -> str:
        if isinstance(line, Table):
            return self._table(line)
        return self._paragraph(line, base, amended, style)

    # --- paragraphs ---

    def _paragraph(self, paragraph: Paragraph, base: bool, amended: bool, style: str) -> str:
        """One paragraph; `base` and `amended` say in which text the break behind it is there."""
        mark = ""
        if not base:
            mark += self._break_mark(paragraph, "ins")
        if not amended:
            mark += self._break_mark(paragraph, "del")
        name = style or style_of(paragraph)
        mark = f"<w:rPr>{mark}</w:rPr>" if mark else ""
        if base and amended and not style:
            mark += self._earlier(paragraph, name)
        properties = f'<w:pPr><w:pStyle w:val="{name}"/>{mark}</w:pPr>'
        for note in paragraph.notes:
            self._notes[note.index] = note
        words = self._field(paragraph) or "".join(self._pieces(paragraph))
        opened, closed = self._bookmark(paragraph.anchors)
        return f"<w:p>{properties}{opened}{words}{closed}</w:p>"

    def _earlier(self, paragraph: Paragraph, name: str) -> str:
        """The style of the base, as a tracked change, where the paragraph has another one now."""
        before = paragraph.laid_out[0]
        earlier = style_of(before) if before is not None else name
        if earlier == name:
            return ""
        who = self.revisions.attributes(paragraph.laid_out_by)
        return f'<w:pPrChange{who}><w:pPr><w:pStyle w:val="{earlier}"/></w:pPr></w:pPrChange>'

    def _field(self, paragraph: Paragraph) -> str:
        """The beginning or end of the table of contents; empty in all other paragraphs."""
        runs = field_runs(paragraph.style, deleted=not paragraph.amended)
        if not runs or (paragraph.base and paragraph.amended):
            return runs
        kind = "ins" if paragraph.amended else "del"
        return f"<w:{kind}{self.revisions.attributes(paragraph.operation)}>{runs}</w:{kind}>"

    def _break_mark(self, paragraph: Paragraph, kind: str) -> str:
        """The mark of a break that came or went, as part of a move where the words before it are."""
        side: Side = "moveTo" if kind == "ins" else "moveFrom"
        operation = paragraph.break_operation
        moved = operation in self._moves and (operation, side) in ends_in(paragraph)
        return self.revisions.mark(side if moved else kind, operation)

    def _bookmark(self, anchors: tuple[str, ...]) -> tuple[str, str]:
        opened = closed = ""
        for anchor in anchors:
            if anchor in self.targets and anchor not in self._bookmarked:
                number = self.revisions.next_id()
                self._bookmarked.add(anchor)
                opened += f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(self._names[anchor])}/>'
                closed += f'<w:bookmarkEnd w:id="{number}"/>'
        return opened, closed

    def _pieces(self, paragraph: Paragraph) -> Iterator[str]:
        language = language_tag(paragraph.language)
        for piece, text in merged(paragraph.pieces):
            if piece.base and piece.amended:
                words = self._run(piece.run, text, language, deleted=False)
                self._comments.text_between()
            elif piece.base or piece.amended:
                words = self._changed(piece, text, language)
            else:
                words = ""
            yield self._linked(piece.run.href, words)

    def _changed(self, piece: Piece, text: str, language: str) -> str:
        """Words that stand in one of the two texts only."""
        side = side_of(piece)
        kind = "ins" if piece.amended else "del"
        if side is not None and piece.operation in self._moves:
            kind = side
        run = self._commented(self._run(piece.run, text, language, deleted=kind == "del"), piece)
        who = self.revisions.attributes(piece.operation, apart=piece.apart)
        return f"<w:{kind}{who}>{run}</w:{kind}>"

    def _commented(self, run: str, piece: Piece) -> str:
        """A run, with a comment on it where it is the first of the changes that stand together.

        The comment is part of the change, so that it goes with what is accepted away or rejected.
        """
        comment = self._comments.on(piece)
        if comment is None:
            return run
        number = self.revisions.next_id()
        self._comments.made[number] = comment
        reference = f'{_styled_run("CommentReference")}<w:commentReference w:id="{number}"/></w:r>'
        if self._in_table:
            # LibreOffice keeps a deleted row where a comment spans words in it.
            return run + reference
        return f'<w:commentRangeStart w:id="{number}"/>{run}<w:commentRangeEnd w:id="{number}"/>{reference}'

    def _linked(self, href: str | None, words: str) -> str:
        if not href or not words:
            return words
        if href.startswith("#"):
            if href[1:] not in self.targets:
                return words
            return f"<w:hyperlink w:anchor={quoteattr(self._names[href[1:]])}>{words}</w:hyperlink>"
        address = web_address(href)
        if address is None:
            return words
        relation = self.parts.links.setdefault(address, f"rLink{len(self.parts.links) + 1}")
        return f'<w:hyperlink r:id="{relation}">{words}</w:hyperlink>'

    def _run(self, run: Run, text: str, language: str, *, deleted: bool) -> str:
        """A run of the formatting of another, with a text of its own."""
        properties = self._properties(run, language)
        if run.note is not None:
            return self._footnote(run.note)
        if run.image is not None:
            shown = self._image(run.image)
            if shown:
                return f"<w:r>{shown}</w:r>"
            text = described(run.image)
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
        """Whether words are shown as a reference: they lead somewhere, and are no entry of the contents."""
        if href.startswith(f"#{ANCHOR}"):
            return False
        return href[1:] in self.targets if href.startswith("#") else web_address(href) is not None

    def _image(self, image: Image) -> str:
        """An image that is embedded; empty where its description must do."""
        if self._in_note:
            self._images.tell(f"the image {image.source} is shown by its description: it stands in a note")
            return ""
        picture = self._images.picture(image)
        if picture is None:
            return ""
        relation = self.parts.images.setdefault(picture.name, f"rImage{len(self.parts.images) + 1}")
        number = self.revisions.next_id()
        return drawing(picture, relation, number, image.description or image.source, self.width)

    # --- notes ---

    def _footnote(self, index: int) -> str:
        note = self._notes.get(index)
        if note is None:
            return ""
        # Word has one reference for each note: a second mark of a note gets a copy of it.
        number = len(self.parts.footnotes) + 1
        self.parts.footnotes[number] = ""
        lines = apart(list(self._read(note.blocks)))
        own = _symbols(note.marker)
        self.parts.footnotes[number] = self._note_content(lines, own)
        # The Act's own mark (`*`, `F1`) stays, and takes no number from the other notes.
        follows = ' w:customMarkFollows="1"' if own else ""
        return f'{_styled_run("FootnoteReference")}<w:footnoteReference{follows} w:id="{number}"/>{own}</w:r>'

    def _note_content(self, lines: list[Line], own: str) -> str:
        space = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        mark = f"{_styled_run('FootnoteReference')}{own or '<w:footnoteRef/>'}</w:r>{space}"
        # Word has no comments in footnotes, and a move has its marks where it stands in the text.
        outside = self._comments, self._moves
        self._comments, self._moves, self._in_note = Comments({}), frozenset(), True
        content = "".join(self._container(lines, "FootnoteText"))
        (self._comments, self._moves), self._in_note = outside, False
        place = content.find("</w:pPr>") + len("</w:pPr>")
        return content[:place] + mark + content[place:]

    # --- tables ---

    def _table(self, table: Table) -> str:
        grid = columns_of(table)
        widths = column_widths(table, grid, self.width)
        outside, self._in_table = self._in_table, True
        rows = "".join(self._row(row, cells, widths) for row, cells in cells_of(table, grid))
        self._in_table = outside
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="ActTable"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(
        self, row: TableRow, cells: list[tuple[TableCell | None, int, str]], widths: Sequence[int]
    ) -> str:
        mark = ""
        if not (row.base and row.amended):
            mark = self.revisions.mark("ins" if row.amended else "del", row.operation)
        head = "<w:tblHeader/>" if row.header else ""
        properties = f"<w:trPr>{head}{mark}</w:trPr>" if head or mark else ""
        made: list[str] = []
        place = 0
        for cell, columns, merge in cells:
            made.append(self._cell(row, cell, columns, merge, sum(widths[place : place + columns])))
            place += columns
        return f"<w:tr>{properties}{''.join(made)}</w:tr>"

    def _cell(self, row: TableRow, cell: TableCell | None, columns: int, merge: str, width: int) -> str:
        span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>'
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


def _symbols(mark: str) -> str:
    """The Act's own mark of a note: as symbols, since LibreOffice shows a mark that is text twice."""
    if any(ord(letter) > 0xFFFF for letter in mark):
        return ""
    return "".join(f'<w:sym w:font="{FONT}" w:char="{ord(letter):04X}"/>' for letter in mark)
