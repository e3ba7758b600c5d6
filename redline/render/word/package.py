"""The parts of a .docx file, zipped so that the same parts give the same bytes."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from redline.languages.shortening import shortened_title
from redline.render.word.body import Parts
from redline.render.word.headers import IMAGE_TYPES, HouseHeader, image_name
from redline.render.word.house import OWN, House
from redline.render.word.images import Picture
from redline.render.word.links import address_of
from redline.render.word.styles import WORD, Style
from redline.render.word.theme import theme_xml
from redline.render.word.xml import escape, quoteattr

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMES = f'xmlns:w="{WORD}" xmlns:r="{_RELATIONS}"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Facts(Struct, frozen=True):
    """What the document says of itself.

    Attributes:
        title: the Act's title, in the header and the properties.
        version: which text it is, in the header.
        language: of the document, as BCP 47.
        page: what stands in the footer, with `{page}` and `{pages}`.
        author: in the properties; empty for none.
        date: in the properties; None for none.
        tracked: whether further changes are tracked too.
        room: how many letters of the title stand on one line of the header.
    """

    title: str
    version: str
    language: str
    page: str = "{page} / {pages}"
    author: str = ""
    date: datetime.date | None = None
    tracked: bool = False
    room: int = 100


class Part(Struct, frozen=True):
    """A part of the package that the main part refers to.

    Attributes:
        name: under `word/`.
        type: its content type.
        relation: the id by which the main part refers to it.
        kind: what it is to the main part; the last piece of the relationship's type, or all of it.
        data: its content.
        relations: what it refers to itself, as XML; empty for nothing.
    """

    name: str
    type: str
    relation: str
    kind: str
    data: str | bytes
    relations: str = ""


def document_xml(body: str, house: House = OWN, *, landscape: bool = False) -> str:
    """The main part, of the content of `w:body` without its section properties.

    Args:
        body: the content.
        house: the house style, its pages as they are to be.
        landscape: whether our own pages lie on their side.
    """
    section = section_xml(house, landscape=landscape)
    return f"{_HEAD}<w:document {_NAMES}><w:body>{body}{section}</w:body></w:document>"


def package(
    document: str,
    parts: Parts,
    facts: Facts,
    house: House = OWN,
    pictures: Sequence[Picture] = (),
    *,
    further_styles: Sequence[Style] = (),
) -> bytes:
    """The .docx file.

    Args:
        document: the main part.
        parts: links, notes, comments and pictures that the body refers to.
        facts: what the document says of itself.
        house: the house style.
        pictures: those that `parts` names.
        further_styles: paragraph styles that only this kind of document has.
    """
    found = list(_parts(parts, facts, house, further_styles))
    media = {f"word/media/{picture.name}": picture.data for picture in pictures}
    for header in house.headers:
        media |= {f"word/media/{name}": data for name, data in header.images.items()}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(found, media),
        "_rels/.rels": _root_relations(),
        "docProps/core.xml": _core(facts),
        "docProps/app.xml": _APP,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _document_relations(found, parts),
    }
    for part in found:
        files[f"word/{part.name}"] = part.data
        if part.relations:
            files[f"word/_rels/{part.name}.rels"] = part.relations
    return zipped(files | media)


def _parts(parts: Parts, facts: Facts, house: House, further: Sequence[Style]) -> Iterator[Part]:
    yield Part(
        "styles.xml", f"{_TYPE}.styles+xml", "rStyles", "styles", house.styles_xml(facts.language, further)
    )
    yield Part("settings.xml", f"{_TYPE}.settings+xml", "rSettings", "settings", _settings(facts, house))
    yield Part("fontTable.xml", f"{_TYPE}.fontTable+xml", "rFonts", "fontTable", house.fonts or _FONTS)
    yield Part("theme/theme1.xml", _THEME, "rTheme", "theme", house.theme or theme_xml())
    if not house.has("header"):
        yield Part("header1.xml", f"{_TYPE}.header+xml", "rHeader", "header", _header(facts))
    if not house.has("footer"):
        yield Part("footer1.xml", f"{_TYPE}.footer+xml", "rFooter", "footer", _footer(facts))
    for place, header in enumerate(house.headers):
        yield Part(
            f"house{place + 1}.xml",
            f"{_TYPE}.{header.kind}+xml",
            f"rHouse{place + 1}",
            header.kind,
            header.written(facts.title, facts.version),
            _header_relations(header),
        )
    links = _footnote_links(parts)
    yield Part(
        "footnotes.xml", f"{_TYPE}.footnotes+xml", "rFootnotes", "footnotes", _footnotes(parts),
        _with_links(_relations({}), links) if links else "",
    )  # fmt: skip
    if parts.comments:
        yield Part(
            "comments.xml", f"{_TYPE}.comments+xml", "rComments", "comments",
            _comments(parts.comments, facts.date),
        )  # fmt: skip
        yield Part(
            "commentsExtended.xml", f"{_TYPE}.commentsExtended+xml", "rCommentsExtended",
            "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
            _comments_extended(parts.comments),
        )  # fmt: skip


def _header_relations(header: HouseHeader) -> str:
    links = [(name, address_of(r.target)) for name, r in header.relations.items() if r.outside]
    images = {
        name: (f"{_RELATIONS}/image", f"media/{image_name(r.target)}")
        for name, r in header.relations.items()
        if not r.outside
    }
    return _with_links(_relations(images), links) if header.relations else ""


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of files by name, in that order, of which nothing but the files decides the bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as made:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            made.writestr(entry, data.encode("utf-8") if isinstance(data, str) else data)
    return held.getvalue()


def section_xml(house: House = OWN, *, landscape: bool = False) -> str:
    """The properties of the pages: headers, footers, size and margins; arguments as for `document_xml`."""
    page = house.page or (_LANDSCAPE if landscape else _PORTRAIT)
    found = [
        f'<w:{header.kind}Reference w:type="{header.type}" r:id="rHouse{place + 1}"/>'
        for place, header in enumerate(house.headers)
    ]
    found += [
        f'<w:{kind}Reference w:type="default" r:id="r{kind.capitalize()}"/>'
        for kind in ("header", "footer")
        if not house.has(kind)
    ]
    return f"<w:sectPr>{''.join(found)}{page}</w:sectPr>"


_MARGINS = 'w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
# Below the two lines of the header.
_PORTRAIT = f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" {_MARGINS}'
# Of a paper that begins with its own heading: no header above it, and no number on the first page.
_LANDSCAPE = (
    f'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" {_MARGINS}<w:titlePg/>'
)
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
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


def _footer(facts: Facts) -> str:
    """The number of the page and of all pages, in the language of the Act."""
    words = facts.page
    found = ""
    for room, name in (("{page}", "PAGE"), ("{pages}", "NUMPAGES")):
        before, _, words = words.partition(room)
        found += _text(before) + _field(name)
    return (
        f'{_HEAD}<w:ftr {_NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{found}{_text(words)}</w:p>'
        "</w:ftr>"
    )


def _text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""


def _header(facts: Facts) -> str:
    """The title, and below it which version of the Act this is."""
    lines = [shortened_title(facts.title, facts.room), facts.version]
    paragraphs = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{_text(line)}</w:p>' for line in lines if line
    )
    return f"{_HEAD}<w:hdr {_NAMES}>{paragraphs}</w:hdr>"


def _settings(facts: Facts, house: House) -> str:
    tracked = "<w:trackRevisions/>" if facts.tracked else ""
    even = "<w:evenAndOddHeaders/>" if house.even_and_odd else ""
    return (
        f'{_HEAD}<w:settings {_NAMES}>{tracked}<w:defaultTabStop w:val="567"/>{even}'
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


def _content_types(parts: Sequence[Part], media: Iterable[str]) -> str:
    overrides = {
        "word/document.xml": f"{_TYPE}.document.main+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        **{f"word/{part.name}": part.type for part in parts},
    }
    made = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    extensions = sorted({name.rpartition(".")[2] for name in media})
    images = "".join(
        f'<Default Extension="{extension}" ContentType="{IMAGE_TYPES["." + extension.lower()]}"/>'
        for extension in extensions
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{images}{made}</Types>'
    )


def _root_relations() -> str:
    return _relations(
        {
            "rDocument": (f"{_RELATIONS}/officeDocument", "word/document.xml"),
            "rCore": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            "rApp": (f"{_RELATIONS}/extended-properties", "docProps/app.xml"),
        }
    )


def _document_relations(found: Iterable[Part], parts: Parts) -> str:
    relations = {
        part.relation: (part.kind if ":" in part.kind else f"{_RELATIONS}/{part.kind}", part.name)
        for part in found
    }
    images = {name: (f"{_RELATIONS}/image", f"media/{picture}") for picture, name in parts.images.items()}
    return _with_links(_relations(relations | images), ((name, to) for to, name in parts.links.items()))


def _with_links(relations: str, links: Iterable[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/hyperlink" Target={quoteattr(target)} '
        'TargetMode="External"/>'
        for name, target in links
    )
    return relations.replace("</Relationships>", f"{made}</Relationships>")


def _footnote_links(parts: Parts) -> list[tuple[str, str]]:
    """The links that stand in notes: their part has relationships of its own."""
    notes = "".join(parts.footnotes.values())
    return [(name, target) for target, name in parts.links.items() if f'r:id="{name}"' in notes]


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
