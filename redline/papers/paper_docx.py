"""A paper as a Word document, in the house's own style where a template is given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from redline.papers.paper import (
    Block,
    Cell,
    Heading,
    Image,
    Look,
    Paper,
    Paragraph,
    Row,
    Table,
    Turn,
    Words,
)
from redline.render.word.body import Parts
from redline.render.word.contents import field_runs
from redline.render.word.house import House, house_of
from redline.render.word.images import Picture, drawing
from redline.render.word.lint_package import check_package
from redline.render.word.package import Facts, document_xml, package, section_xml
from redline.render.word.xml import escape

_LANDSCAPE_WIDTH = 14570
_TWIPS_PER_MM = 56.7
_SMALL, _TINY = (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' for size in (18, 16))
_TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
_NARROW = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
_SHADES = {False: "EDEDED", True: "CFE2F3"}
"""Above columns that hold what was read, and what persons say."""
_CHANGED = {"gone": '<w:strike/><w:color w:val="9B1C1C"/>', "come": '<w:color w:val="0B5A2B"/>'}
_PROPERTIES: dict[Look, str] = {
    "lead": '<w:keepNext/><w:spacing w:before="200"/>',
    "missing": '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>',
}
_STYLES: dict[Look, str] = {"text": "ActText", "missing": "ActText", "item": "ActLevel1"}


def paper_docx(paper: Paper, template: Path | None = None) -> bytes:
    """The .docx file; the same paper gives the same bytes.

    Args:
        paper: what it says.
        template: a Word document of the house, whose styles, page and header are taken; None for ours.

    Raises:
        RenderError: `template-unreadable`.
    """
    house = house_of(template)
    writer = _Writer(paper, house)
    body = "".join(writer.body())
    main = document_xml(body, writer.pages, landscape=writer.landscape)
    facts = Facts(
        paper.title, paper.running or paper.subtitle, paper.language, paper.page, paper.author, paper.date
    )
    made = package(main, writer.parts, facts, house, writer.pictures)
    check_package(made, paper.title)
    return made


class _Writer:
    def __init__(self, paper: Paper, house: House) -> None:
        self.paper = paper
        self.house = house
        self.landscape = paper.landscape
        self.parts = Parts()
        self.pictures: list[Picture] = []
        self._marks = 0

    @property
    def pages(self) -> House:
        """The house with its pages as they lie now."""
        return self.house.on_its_side if self.landscape else self.house

    @property
    def width(self) -> int:
        """Of the text, in twentieths of a point."""
        return _LANDSCAPE_WIDTH if self.landscape and not self.house.page else self.pages.width

    def body(self) -> Iterator[str]:
        yield _styled("Title", _run(self.paper.title))
        if self.paper.subtitle:
            yield _styled("ActPreface", _run(self.paper.subtitle))
        if self.paper.contents:
            yield from self._contents()
        last: Block | None = None
        for block in self.paper.blocks:
            yield from self._block(block)
            last = block
        if isinstance(last, Table):
            yield _styled("ActEnd", "")

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            self._marks += 1
            mark = f'<w:bookmarkStart w:id="{self._marks}" w:name="_Toc{self._marks:06}"/>'
            closed = f'{mark}{_run(block.text)}<w:bookmarkEnd w:id="{self._marks}"/>'
            yield _styled(f"Heading{min(block.level, 6)}", closed)
        elif isinstance(block, Paragraph):
            yield self._paragraph(block)
        elif isinstance(block, Table):
            yield from self._table(block)
        elif isinstance(block, Turn):
            if block.landscape != self.landscape:
                section = section_xml(self.pages, landscape=self.landscape)
                yield f'<w:p><w:pPr><w:pStyle w:val="ActEnd"/>{section}</w:pPr></w:p>'
                self.landscape = block.landscape
        else:
            yield from self._image(block)

    def _contents(self) -> Iterator[str]:
        """A field of Word, filled in from the headings, so that it reads well before an update."""
        headings = [block for block in self.paper.blocks if isinstance(block, Heading) and block.level < 3]
        yield _styled("TOCHeading", _run(self.paper.contents))
        yield _styled("ActEnd", field_runs("contents-begin", deleted=False))
        place = 0
        for block in self.paper.blocks:
            place += isinstance(block, Heading)
            if isinstance(block, Heading) and block in headings:
                link = f'<w:hyperlink w:anchor="_Toc{place:06}">{_run(block.text)}</w:hyperlink>'
                yield _styled(f"TOC{block.level}", link)
        yield _styled("ActEnd", field_runs("contents-end", deleted=False))

    def _paragraph(
        self, paragraph: Paragraph, style: str = "", size: str = "", *, stays: bool = False
    ) -> str:
        language = paragraph.language if paragraph.language != self.paper.language else ""
        size = size or (_SMALL if paragraph.look in ("note", "source") else "")
        words = "".join(_words(each, language, size) for each in paragraph.words)
        if paragraph.number:
            tab = "<w:r><w:tab/></w:r>" if not style else _run(" ")
            words = f"{_run(paragraph.number, size)}{tab}{words}"
        named = style or _STYLES.get(paragraph.look, "Normal")
        properties = _PROPERTIES.get(paragraph.look, "")
        if size == _TINY:
            properties = (properties if paragraph.look == "missing" else "") + _TIGHT
        return _styled(named, words, ("<w:keepNext/>" if stays else "") + properties)

    def _table(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield _styled("ActCaption", _run(table.caption))
        total = sum(column.share for column in table.columns)
        widths = [self.width * column.share // total for column in table.columns]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="ActTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{_NARROW if table.small else ""}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        tiny = _TINY if table.small else ""
        heads = "".join(
            _cell(_styled("ActTableHead", _run(column.title, tiny)), width, shade=_SHADES[column.theirs])
            for column, width in zip(table.columns, widths, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
        for place, row in enumerate(table.rows, 1):
            yield self._row(row, widths, tiny, stays=table.together and place < len(table.rows))
        yield "</w:tbl>"
        yield _styled("ActEnd", "")  # so that a table behind it is one of its own

    def _row(self, row: Row, widths: list[int], tiny: str, *, stays: bool) -> str:
        if row.heads:
            inside = "".join(self._paragraph(each, "ActTableHead", tiny) for each in row.cells[0])
            whole = _cell(inside, sum(widths), span=len(widths), shade="F6F6F6")
            return f"<w:tr>{whole}</w:tr>"
        cells = "".join(
            _cell(self._inside(c, tiny, stays=stays), w) for c, w in zip(row.cells, widths, strict=True)
        )
        # Rows may break: at the foot of a page LibreOffice loses one that may not, where titles are repeated.
        return f"<w:tr>{cells}</w:tr>"

    def _inside(self, cell: Cell, tiny: str, *, stays: bool) -> str:
        inside = "".join(self._paragraph(each, "ActTableText", tiny, stays=stays) for each in cell)
        return inside or _styled("ActTableText", "")

    def _image(self, image: Image) -> Iterator[str]:
        number = len(self.pictures) + 1
        width, height = (round(side * _TWIPS_PER_MM) for side in (image.width, image.height))
        picture = Picture(f"image{number}.png", image.data, width, height)
        self.pictures.append(picture)
        self.parts.images[picture.name] = f"rImage{number}"
        shown = drawing(picture, f"rImage{number}", number, image.words, self.width)
        yield _styled("Normal", f"<w:r>{shown}</w:r>", '<w:keepNext/><w:jc w:val="center"/>')
        yield _styled("ActPreface", _run(image.caption, "<w:i/>"))


def _styled(style: str, inside: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inside}</w:p>'


def _words(words: Words, language: str, size: str) -> str:
    changed = "gone" if words.gone else "come" if words.come else ""
    properties = (
        ("<w:b/>" if words.bold or words.come else "")
        + ("<w:i/>" if words.italic else "")
        + _CHANGED.get(changed, "")
        + size
        + ('<w:u w:val="single"/>' if words.come else "")
        + (f'<w:lang w:val="{language}"/>' if language else "")
    )
    return _run(words.text, properties)


def _run(words: str, properties: str = "") -> str:
    if not words:
        return ""
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in words.split("\n"))
    return f"<w:r>{shown}{'<w:br/>'.join(lines)}</w:r>"


def _cell(content: str, width: int, *, span: int = 1, shade: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{shaded}</w:tcPr>{content}</w:tc>'
