"""Bytes -> an XML tree, or why not, in a drafter's words."""

from __future__ import annotations

import re

from lxml import etree

from redline.errors import ActError
from redline.model.source import Span

_ENTITY = re.compile(rb"<!ENTITY")
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")

_LIMITS = (
    ("depth", "elements stand inside one another 256 deep, far deeper than in any law"),
    ("name too long", "a name of more than 50,000 characters stands here, which no law has"),
    ("", "an attribute or a text of more than 10 million characters stands here, which no law has"),
)
"""Words in libxml2's message on a limit -> what it means; the last fits all."""

_WRITE_OUT = "write & as &amp; and < as &lt; where they are meant as characters"
_BROKEN: tuple[tuple[str, str, str], ...] = (
    (
        r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)",
        r"<\1>, opened in line \2, is closed by </\3>",
        r"close <\1> before </\3>, or take the wrong tag out (an XML editor shows it)",
    ),
    (
        r"Premature end of data in tag (\S+) line (\d+)",
        r"the file ends before <\1>, opened in line \2, is closed: it seems to be cut off",
        "export the Act again, or close what is open",
    ),
    (
        r"Start tag expected",
        "it does not begin with a tag",
        "give the Act's Akoma Ntoso file; Word, PDF and text files are imported first",
    ),
    (r"xmlParseEntityRef: no name|EntityRef: expecting ';'", "a bare & stands in the text", _WRITE_OUT),
    (r"StartTag: invalid element name", "a bare < stands in the text", _WRITE_OUT),
    (
        r"Entity '(\S+)' not defined",
        r"&\1; is a name of HTML that XML does not know",
        "write the character itself in its place (a non-breaking space can be written &#160;)",
    ),
    (
        r"(?:PCDATA invalid Char value (\d+)|Invalid character: Char (0x\w+) out of allowed range).*",
        r"a control character (number \1\2) stands here, which XML does not allow",
        "take the character out",
    ),
    (
        r"Extra content at the end of the document",
        "something follows behind the end of the document",
        "take out what stands behind the closing tag of the first element",
    ),
)
"""libxml2's message -> what is wrong, and what to do. Others are given in its own words."""


def parse_xml(data: bytes, name: str) -> etree._ElementTree:
    """Parse a document without network, DTD or expansion of entities.

    Args:
        data: the document.
        name: what to call it in messages.

    Raises:
        ActError: `xml-not-well-formed`, or `xml-unsafe` for what could fill the memory or read other files.
    """
    # libxml2's default limits on depth and text length stay on.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _why_broken(error, data, name) from None
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None and _ENTITY.search(data):
        raise _entities(data, name)
    for entity in root.iter(etree.Entity):
        raise ActError(
            "xml-unsafe",
            f"{name} leaves {entity.text} to be looked up in another file (its DTD), which is never opened",
            do="save the document with its entities written out, without a <!DOCTYPE …>",
            at=Span(name, entity.sourceline if isinstance(entity.sourceline, int) else 1, 1),
        )
    return tree


def _entities(data: bytes, name: str) -> ActError:
    """Entities are refused, whether they are used or not: they can multiply, or stand for other files."""
    found = _ENTITY.search(data)
    start = found.start() if found else 0
    line = data.count(b"\n", 0, start) + 1
    return ActError(
        "xml-unsafe",
        f"{name} declares abbreviations of its own (<!ENTITY …>), which are not written out here: "
        "a few lines of them can fill the memory, or stand for another file",
        do="save the document with its entities written out, without a <!DOCTYPE …>",
        at=Span(name, line, start - (data.rfind(b"\n", 0, start) + 1) + 1),
        excerpt=_excerpt(data, line),
    )


def _why_broken(error: etree.XMLSyntaxError, data: bytes, name: str) -> ActError:
    if not data.strip():
        return ActError("xml-not-well-formed", f"{name} is empty", do="give a file that holds an Act")
    message = " ".join(re.sub(r", line \d+, column \d+\s*$", "", str(error.msg or "not XML")).split())
    if "amplification" in message or "entity reference loop" in message.lower():
        return _entities(data, name)
    line, column = error.position if error.position else (1, 1)
    at = Span(name, max(line, 1), max(column, 1))
    if re.search(r"huge|too long|limit exceeded", message, re.IGNORECASE):
        meaning = next(text for words, text in _LIMITS if words in message.lower())
        return ActError(
            "xml-unsafe",
            f"{name}: {meaning}",
            do="check where the file comes from, and export it again",
            at=at,
        )
    return _undecodable(data, name) or _not_well_formed(message, data, name, at)


def _undecodable(data: bytes, name: str) -> ActError | None:
    """The error of a file that is not in the encoding that it says, or does not say, it is in."""
    declared = _ENCODING.match(data)
    encoding = declared[1].decode("ascii") if declared else "UTF-8"
    if encoding.upper().startswith("UTF-16") or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return None
    try:
        data.decode(encoding)
    except LookupError:
        return ActError(
            "xml-not-well-formed",
            f"{name} says that it is in the encoding {encoding}, which is not known",
            do='save it as UTF-8 (in an editor: Save with encoding, UTF-8), and say encoding="UTF-8"',
            at=Span(name, 1, 1),
        )
    except UnicodeDecodeError as error:
        start = data.rfind(b"\n", 0, error.start) + 1
        before = data[start : error.start].decode(encoding, "replace")
        return ActError(
            "xml-not-well-formed",
            f"{name} is not {encoding} text: byte {error.start + 1} is {data[error.start]:#04x}",
            do="save it as UTF-8 (in an editor: Save with encoding, UTF-8)",
            at=Span(name, data.count(b"\n", 0, error.start) + 1, len(before) + 1),
            excerpt=_excerpt(data, data.count(b"\n", 0, error.start) + 1),
        )
    return None


def _not_well_formed(message: str, data: bytes, name: str, at: Span) -> ActError:
    why = f"{name} is not well-formed XML: "
    for pattern, meaning, do in _BROKEN:
        found = re.match(pattern, message)
        if found:
            why, do = why + found.expand(meaning), found.expand(do)
            break
    else:
        why += message
        do = "mend the XML at this place (an XML editor shows it), or export the Act again"
    return ActError("xml-not-well-formed", why, do=do, at=at, excerpt=_excerpt(data, at.line))


def _excerpt(data: bytes, line: int) -> str | None:
    lines = data.split(b"\n", line)
    if line > len(lines) or len(lines[line - 1]) >= 4000:
        return None
    return lines[line - 1].decode("utf-8", "replace")
