"""The parts of a .docx file, zipped so that the same parts give the same bytes."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from redline.render.word.body import Parts
from redline.render.word.styles import WORD, Style, styles_xml
from redline.render.word.theme import theme_xml

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMES = f'xmlns:w="{WORD}" xmlns:r="{_RELATIONS}"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the document says of itself.

    Attributes:
        title: the Act's title, in the header and the properties.
        version: which text it is, in the header.
        language: in two letters.
        author: in the properties; empty for none.
        date: in the properties; None for none.
        tracked: whether further changes are tracked too.
        page: the word before the page number.
    """

    title: str
    version: str
    language: str
    author: str = ""
    date: datetime.date | None = None
    tracked: bool = False


def document_xml(body: str, *, landscape: bool = False) -> str:
    """The main part, of the content of `w:body` without its section properties."""
    section = _LANDSCAPE if landscape else _SECTION
    return f"{_HEAD}<w:document {_NAMES}><w:body>{body}{section}</w:body></w:document>"


def package(document: str, parts: Parts, facts: Facts, *, further_styles: Sequence[Style] = ()) -> bytes:
    """The .docx file.

    Args:
        document: the main part.
        parts: links, notes and comments that the body refers to.
        facts: what the document says of itself.
        further_styles: paragraph styles that only this kind of document has.
    """
    files: dict[str, str] = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _root_relations(),
        "docProps/core.xml": _core(facts),
        "docProps/app.xml": _APP,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _document_relations(parts),
        "word/styles.xml": styles_xml(facts.language, further_styles),
        "word/settings.xml": _settings(facts),
        "word/fontTable.xml": _FONTS,
        "word/theme/theme1.xml": theme_xml(),
        "word/header1.xml": _header(facts),
        "word/footer1.xml": _FOOTER,
        "word/footnotes.xml": _footnotes(parts),
    }
    links = _footnote_links(parts)
    if links:
        files["word/_rels/footnotes.xml.rels"] = _with_links(_relations({}), links)
    if parts.comments:
        files["word/comments.xml"] = _comments(parts.comments, facts.date)
        files["word/commentsExtended.xml"] = _comments_extended(parts.comments)
    return _zipped(files)


def _zipped(files: Mapping[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            made.writestr(entry, text.encode("utf-8"))
    return held.getvalue()


_MARGINS = (
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" '
    'w:gutter="0"/>'
)
_REFERENCES = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rHeader"/>'
    '<w:footerReference w:type="default" r:id="rFooter"/>'
)
_SECTION = f'{_REFERENCES}<w:pgSz w:w="11906" w:h="16838"/>{_MARGINS}</w:sectPr>'
# Of a paper that begins with its own heading: no header above it, and no number on the first page.
_LANDSCAPE = (
    f'{_REFERENCES}<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>{_MARGINS}<w:titlePg/></w:sectPr>'
)
_APP = (
    f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>redline</Application></Properties>"
)
_FONTS = (
    f'{_HEAD}<w:fonts xmlns:w="{WORD}"><w:font w:name="Times New Roman">'
    '<w:altName w:val="Liberation Serif"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    "</w:fonts>"
)


def _field(name: str) -> str:
    """A field that the word processor fills in."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


_FOOTER = (
    f'{_HEAD}<w:ftr {_NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{_field("PAGE")}'
    f'<w:r><w:t xml:space="preserve"> / </w:t></w:r>{_field("NUMPAGES")}</w:p></w:ftr>'
)


def _header(facts: Facts) -> str:
    title = facts.title if len(facts.title) <= 80 else f"{facts.title[:80].rsplit(' ', 1)[0]} …"
    words = f'<w:r><w:t xml:space="preserve">{escape(title)}</w:t></w:r>'
    version = (
        f'<w:r><w:tab/><w:t xml:space="preserve">{escape(facts.version)}</w:t></w:r>' if facts.version else ""
    )
    return (
        f'{_HEAD}<w:hdr {_NAMES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{words}{version}</w:p></w:hdr>'
    )


def _settings(facts: Facts) -> str:
    tracked = "<w:trackRevisions/>" if facts.tracked else ""
    return (
        f'{_HEAD}<w:settings {_NAMES}>{tracked}<w:defaultTabStop w:val="567"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def _footnotes(parts: Parts) -> str:
    lines = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>"
    )
    notes = "".join(
        f'<w:footnote w:id="{number}">{content}</w:footnote>' for number, content in parts.footnotes.items()
    )
    return f"{_HEAD}<w:footnotes {_NAMES}>{lines}{notes}</w:footnotes>"


def _comments(comments: Mapping[int, tuple[str, str]], date: datetime.date | None) -> str:
    when = f' w:date="{date.isoformat()}T00:00:00Z"' if date is not None else ""
    made = "".join(
        f'<w:comment w:id="{number}" w:author={quoteattr(author)}{when} '
        f"w:initials={quoteattr(_initials(author))}>{_comment_paragraphs(number, words)}</w:comment>"
        for number, (author, words) in comments.items()
    )
    names = f'{_NAMES} xmlns:w14="{_W14}" xmlns:mc="{_COMPATIBILITY}" mc:Ignorable="w14"'
    return f"{_HEAD}<w:comments {names}>{made}</w:comments>"


def _comment_paragraphs(number: int, words: str) -> str:
    lines = words.split("\n")
    paragraphs: list[str] = []
    for place, line in enumerate(lines):
        last = f' w14:paraId="{_paragraph_id(number)}"' if place == len(lines) - 1 else ""
        mark = "" if place else "<w:r><w:annotationRef/></w:r>"
        paragraphs.append(
            f'<w:p{last}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{mark}'
            f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        )
    return "".join(paragraphs)


def _paragraph_id(number: int) -> str:
    """An id of eight hexadecimal digits below 80000000, as Word wants it."""
    return f"{number & 0x7FFFFFFF:08X}"


def _comments_extended(comments: Mapping[int, tuple[str, str]]) -> str:
    made = "".join(f'<w15:commentEx w15:paraId="{_paragraph_id(n)}" w15:done="0"/>' for n in comments)
    names = f'xmlns:w15="{_W15}" xmlns:mc="{_COMPATIBILITY}" mc:Ignorable="w15"'
    return f"{_HEAD}<w15:commentsEx {names}>{made}</w15:commentsEx>"


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split()[:3]).upper() or "R"


def _content_types(parts: Parts) -> str:
    overrides = {
        "word/document.xml": f"{_TYPE}.document.main+xml",
        "word/styles.xml": f"{_TYPE}.styles+xml",
        "word/settings.xml": f"{_TYPE}.settings+xml",
        "word/fontTable.xml": f"{_TYPE}.fontTable+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "word/header1.xml": f"{_TYPE}.header+xml",
        "word/footer1.xml": f"{_TYPE}.footer+xml",
        "word/footnotes.xml": f"{_TYPE}.footnotes+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    if parts.comments:
        overrides["word/comments.xml"] = f"{_TYPE}.comments+xml"
        overrides["word/commentsExtended.xml"] = f"{_TYPE}.commentsExtended+xml"
    made = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{made}</Types>'
    )


def _root_relations() -> str:
    return _relations(
        {
            "rDocument": (f"{_RELATIONS}/officeDocument", "word/document.xml"),
            "rCore": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            "rApp": (f"{_RELATIONS}/extended-properties", "docProps/app.xml"),
        }
    )


def _document_relations(parts: Parts) -> str:
    found = {
        "rStyles": (f"{_RELATIONS}/styles", "styles.xml"),
        "rSettings": (f"{_RELATIONS}/settings", "settings.xml"),
        "rFonts": (f"{_RELATIONS}/fontTable", "fontTable.xml"),
        "rTheme": (f"{_RELATIONS}/theme", "theme/theme1.xml"),
        "rHeader": (f"{_RELATIONS}/header", "header1.xml"),
        "rFooter": (f"{_RELATIONS}/footer", "footer1.xml"),
        "rFootnotes": (f"{_RELATIONS}/footnotes", "footnotes.xml"),
    }
    if parts.comments:
        found["rComments"] = (f"{_RELATIONS}/comments", "comments.xml")
        found["rCommentsExtended"] = (
            "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
            "commentsExtended.xml",
        )
    return _with_links(_relations(found), parts.links)


def _with_links(relations: str, links: Mapping[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/hyperlink" Target={quoteattr(target)} '
        'TargetMode="External"/>'
        for target, name in links.items()
    )
    return relations.replace("</Relationships>", f"{made}</Relationships>")


def _footnote_links(parts: Parts) -> dict[str, str]:
    """The links that stand in notes: their part has relationships of its own."""
    notes = "".join(parts.footnotes.values())
    return {target: name for target, name in parts.links.items() if f'r:id="{name}"' in notes}


def _relations(found: Mapping[str, tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in found.items()
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _core(facts: Facts) -> str:
    author = f"<dc:creator>{escape(facts.author)}</dc:creator>" if facts.author else ""
    date = ""
    if facts.date is not None:
        when = f"{facts.date.isoformat()}T00:00:00Z"
        date = (
            f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
            f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>'
        )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(facts.title)}</dc:title>{author}{date}"
        f"<dc:language>{facts.language}</dc:language></cp:coreProperties>"
    )
