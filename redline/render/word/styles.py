"""The styles of a Word document: one for every unit of a law, by names that a house's template can restyle.

Fonts are of the kind that Windows and Linux both have or replace by one of the same widths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from redline.render.word.paragraphs import Paragraph

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT = "Times New Roman"
"""On every Windows; Linux shows Liberation Serif in its place, which has the same widths."""

TEXT_WIDTH = 9638
"""In twentieths of a point: A4 with margins of 2 cm."""
DEEPEST = 9
_STEP = 567  # twentieths of a point: 1 cm


class Style(Struct, frozen=True):
    """A paragraph style.

    Attributes:
        id, name: as Word keeps and shows it.
        based_on: the id of the style it comes from.
        paragraph, run: its properties as WordprocessingML.
        following: the id of the style of the next paragraph typed.
    """

    id: str
    name: str
    based_on: str
    paragraph: str = ""
    run: str = ""
    following: str = "ActText"


def _heading(level: int) -> Style:
    sizes = {1: 28, 2: 26, 3: 24}
    size = sizes.get(level, 22)
    centred = '<w:jc w:val="center"/>' if level == 1 else ""
    return Style(
        f"Heading{level}",
        f"heading {level}",
        "Normal",
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{360 - 40 * min(level, 5)}" w:after="120"/>'
        f'{centred}<w:outlineLvl w:val="{level - 1}"/>',
        f'<w:b/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


def _levels() -> Iterator[Style]:
    for depth in range(1, DEEPEST + 1):
        left = _STEP * depth
        yield Style(
            f"ActLevel{depth}",
            f"Act Level {depth}",
            "ActText",
            f'<w:ind w:left="{left}" w:hanging="{_STEP}"/>',
            following=f"ActLevel{depth}",
        )
        yield Style(f"ActLevel{depth}Text", f"Act Level {depth} Text", "ActText", f'<w:ind w:left="{left}"/>')


def _contents() -> Iterator[Style]:
    for level in range(1, 7):
        indent = _STEP * (level - 1)
        yield Style(
            f"TOC{level}",
            f"toc {level}",
            "Normal",
            f'<w:spacing w:before="0" w:after="40"/><w:ind w:left="{indent}"/>',
            following=f"TOC{level}",
        )


_SMALL = '<w:sz w:val="18"/><w:szCs w:val="18"/>'

STYLES: tuple[Style, ...] = (
    Style(
        "Title",
        "Title",
        "Normal",
        '<w:keepNext/><w:spacing w:before="240" w:after="360"/><w:jc w:val="center"/>',
        '<w:b/><w:sz w:val="32"/><w:szCs w:val="32"/>',
    ),
    *(_heading(level) for level in range(1, 7)),
    Style(
        "ActAnnex",
        "Act Annex",
        "Heading1",
        '<w:keepNext/><w:keepLines/><w:pageBreakBefore/><w:outlineLvl w:val="0"/>',
    ),
    Style("ActText", "Act Text", "Normal", '<w:jc w:val="both"/>'),
    Style("ActPreface", "Act Preface", "ActText", '<w:jc w:val="center"/>'),
    Style("ActPreamble", "Act Preamble", "ActText", '<w:spacing w:before="60" w:after="60"/>', "<w:i/>"),
    Style(
        "ActCrossheading",
        "Act Cross-heading",
        "Normal",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/>',
        "<w:i/>",
    ),
    Style("ActSubheading", "Act Subheading", "Normal", "<w:keepNext/>", "<w:i/>"),
    Style("ActContents", "Act Contents", "Normal", '<w:spacing w:before="0" w:after="40"/>'),
    Style("ActSignature", "Act Signature", "ActText", '<w:keepLines/><w:spacing w:before="240"/>'),
    Style("ActCaption", "Act Table Caption", "Normal", '<w:keepNext/><w:spacing w:before="180"/>', "<w:b/>"),
    Style(
        "ActTableText",
        "Act Table Text",
        "Normal",
        '<w:spacing w:before="40" w:after="40"/>',
        '<w:sz w:val="20"/><w:szCs w:val="20"/>',
        "ActTableText",
    ),
    Style("ActTableHead", "Act Table Head", "ActTableText", "<w:keepNext/>", "<w:b/>", "ActTableText"),
    Style("ActRepealed", "Act Repealed", "ActText", "", '<w:i/><w:color w:val="595959"/>'),
    Style(
        "ActEnd",
        "Act End",
        "Normal",
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
        '<w:sz w:val="2"/><w:szCs w:val="2"/>',
    ),
    *_levels(),
    Style(
        "TOCHeading",
        "TOC Heading",
        "Normal",
        '<w:keepNext/><w:spacing w:before="240" w:after="120"/>',
        '<w:b/><w:sz w:val="26"/><w:szCs w:val="26"/>',
    ),
    *_contents(),
    Style(
        "FootnoteText",
        "footnote text",
        "Normal",
        '<w:spacing w:before="0" w:after="0"/>',
        _SMALL,
        "FootnoteText",
    ),
    Style("Header", "header", "Normal", '<w:spacing w:before="0" w:after="0"/>', _SMALL),
    Style("Footer", "footer", "Normal", '<w:jc w:val="center"/>', _SMALL),
    Style("CommentText", "annotation text", "Normal", "", '<w:sz w:val="20"/><w:szCs w:val="20"/>'),
)


class Expected(NamedTuple):
    """A style that documents use: its type, its id in them, and the name that a template may have it by."""

    type: str
    id: str
    name: str


EXPECTED: tuple[Expected, ...] = (
    Expected("paragraph", "Normal", "Normal"),
    Expected("character", "DefaultParagraphFont", "Default Paragraph Font"),
    Expected("table", "TableNormal", "Normal Table"),
    *(Expected("paragraph", style.id, style.name) for style in STYLES),
    Expected("table", "ActTable", "Act Table"),
    Expected("character", "ActReference", "Act Reference"),
    Expected("character", "FootnoteReference", "footnote reference"),
    Expected("character", "CommentReference", "annotation reference"),
)
"""Every style that a document may use."""

STYLES_BY_DEFAULT = frozenset(
    ("Normal", "DefaultParagraphFont", "TableNormal", "ActEnd", "CommentText", "CommentReference")
)
"""Ids of those that no house need have: Word's own, and what is not seen on paper."""

_BY_KIND = {
    "title": "Title",
    "preface": "ActPreface",
    "preamble": "ActPreamble",
    "crossheading": "ActCrossheading",
    "subheading": "ActSubheading",
    "toc": "ActContents",
    "signature": "ActSignature",
    "draft": "ActDraft",
    "kept": "ActKept",
    "annexhead": "ActAnnexHead",
    "annextitle": "ActAnnexTitle",
    "caption": "ActCaption",
    "end": "ActEnd",
    "contents-title": "TOCHeading",
    "contents-begin": "ActEnd",
    "contents-end": "ActEnd",
    **{f"contents{level}": f"TOC{level}" for level in range(1, 7)},
}


def style_of(paragraph: Paragraph) -> str:
    """The id of the style that shows a paragraph."""
    if paragraph.style == "annex" and paragraph.level == 2 and not paragraph.quoted:
        return "ActAnnex"
    if paragraph.level > 1:
        return f"Heading{min(paragraph.level - 1, 6)}"
    if paragraph.style in _BY_KIND:
        return _BY_KIND[paragraph.style]
    depth = min(paragraph.depth, DEEPEST)
    if depth:
        return f"ActLevel{depth}" if paragraph.hanging else f"ActLevel{depth}Text"
    return "ActRepealed" if paragraph.repealed else "ActText"


def styles_xml(language: str, further: Iterable[Style] = ()) -> str:
    """The styles part.

    Args:
        language: of the document, as BCP 47 (`en`, `ru`, `kk`); other languages are marked on the words.
        further: styles beside those of every document.
    """
    written = "".join(_written(style) for style in (*STYLES, *further))
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>\
<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>\
</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="60" w:after="60" w:line="264" \
w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>\
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>\
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
{written}\
<w:style w:type="table" w:styleId="ActTable"><w:name w:val="Act Table"/><w:basedOn w:val="TableNormal"/>\
<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr></w:style>\
<w:style w:type="character" w:styleId="ActReference"><w:name w:val="Act Reference"/>\
<w:rPr><w:color w:val="1F3864"/></w:rPr></w:style>\
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>\
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>\
<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>\
<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style></w:styles>"""


_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def _written(style: Style) -> str:
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    following = f'<w:next w:val="{style.following}"/>' if style.following != style.id else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:qFormat/>{paragraph}{run}</w:style>'
    )
