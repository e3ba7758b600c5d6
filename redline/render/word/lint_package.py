"""What the parts of a Word document say of each other: all that one refers to is there in the other."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from redline.errors import RenderError
from redline.render.word.lint import CHANGES, ID, NAME, PART_RULES, Element, local, tag
from redline.render.word.lint_order import properties_stand_in_their_order
from redline.render.word.lint_structure import STRUCTURE_RULES

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W14, _W15 = (f"{{http://schemas.microsoft.com/office/word/{year}/wordml}}" for year in ("2010", "2012"))
_TYPES = "[Content_Types].xml"
_MAIN, _STYLES = "word/document.xml", "word/styles.xml"
_PARSER = etree.XMLParser(resolve_entities=False, huge_tree=True)
_REFERENCES = {
    "commentReference": ("word/comments.xml", "comment"),
    "footnoteReference": ("word/footnotes.xml", "footnote"),
    "endnoteReference": ("word/endnotes.xml", "endnote"),
}


def check_package(document: bytes, name: str) -> None:
    """Hold a Word document against what Word takes.

    Args:
        document: the .docx file.
        name: what it shows, for the message.

    Raises:
        RenderError: `document-faulty`, with the first fault: a defect of this tool.
    """
    faults = list(dict.fromkeys(faults_of(document)))
    if faults:
        more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
        raise RenderError(
            "document-faulty",
            f"Word would refuse or repair the document of {name}: {faults[0]}{more}",
            do="make the files of other types (--format xml --format html --format txt --format json), "
            "and report this Act and spec as a defect of redline",
        )


def faults_of(document: bytes) -> Iterator[str]:
    """Everything that is wrong with a .docx file, a sentence each; nothing where Word takes it as it is."""
    try:
        roots, names = _read(document)
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        yield f"it cannot be read ({error})"
        return
    for root in (root for name, root in roots.items() if _has_paragraphs(name)):
        for rule in (*PART_RULES, *STRUCTURE_RULES, properties_stand_in_their_order):
            yield from rule(root)
    yield from _ids_used_twice(roots)
    yield from _references_without_an_end(roots)
    yield from _styles_that_are_not_there(roots)
    yield from _styles_and_relations_given_twice(roots)
    yield from _threads_of_no_comment(roots)
    yield from _parts_without_a_type(roots, names)
    for name, root in roots.items():
        yield from _relations_that_lead_nowhere(name, root, roots, names)


def _read(document: bytes) -> tuple[dict[str, Element], frozenset[str]]:
    """The parts in XML, and the names of all parts."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        names = package.namelist()
        roots = {
            name: etree.fromstring(package.read(name), _PARSER)
            for name in names
            if name.endswith((".xml", ".rels"))
        }
    return roots, frozenset(names)


def _has_paragraphs(name: str) -> bool:
    kinds = ("document", "footnotes", "endnotes", "comments", "header", "footer")
    return name.startswith("word/") and posixpath.basename(name).rstrip("0123456789.xml") in kinds


def _ids_used_twice(roots: Mapping[str, Element]) -> Iterator[str]:
    """Changes, bookmarks and comments share one sequence of numbers."""
    seen: Counter[str] = Counter()
    for name, root in roots.items():
        if name.startswith("word/"):
            seen.update(e.get(ID) or "" for e in root.iter(*CHANGES, tag("bookmarkStart"), tag("comment")))
    yield from (
        f"the number {number} is given twice" for number, times in seen.items() if times > 1 and number
    )


def _references_without_an_end(roots: Mapping[str, Element]) -> Iterator[str]:
    document = roots[_MAIN]
    for reference, (part, kind) in _REFERENCES.items():
        marks = Counter(element.get(ID) for element in document.iter(tag(reference)))
        there = (
            {e.get(ID) for e in roots[part].iter(tag(kind)) if not e.get(tag("type"))}
            if part in roots
            else set()
        )
        yield from (f"a {reference} leads to no {kind}" for number in marks if number not in there)
        yield from (f"a {kind} is referred to twice" for times in marks.values() if times > 1)
        yield from (f"a {kind} is referred to by nothing" for number in there if number not in marks)
    comments = {element.get(ID) for element in document.iter(tag("commentReference"))}
    if any(e.get(ID) not in comments for e in document.iter(tag("commentRangeStart"))):
        yield "a commentRangeStart leads to no comment"
    anchors = {element.get(NAME) for element in document.iter(tag("bookmarkStart"))}
    for link in (e for root in roots.values() for e in root.iter(tag("hyperlink"))):
        anchor = link.get(tag("anchor"))
        if anchor is not None and anchor not in anchors:
            yield f"a link leads to the bookmark {anchor}, which is not there"


def _styles_that_are_not_there(roots: Mapping[str, Element]) -> Iterator[str]:
    if _STYLES not in roots:
        yield "there are no styles"
        return
    defined = {style.get(tag("styleId")) for style in roots[_STYLES].iter(tag("style"))}
    uses = [tag(kind) for kind in ("pStyle", "rStyle", "tblStyle")]
    used = {
        e.get(tag("val")) for name, root in roots.items() if _has_paragraphs(name) for e in root.iter(*uses)
    }
    yield from (f"the style {name} is not defined" for name in sorted(str(name) for name in used - defined))


def _styles_and_relations_given_twice(roots: Mapping[str, Element]) -> Iterator[str]:
    styles = roots[_STYLES].iter(tag("style")) if _STYLES in roots else ()
    ids = Counter(style.get(tag("styleId")) for style in styles)
    yield from (f"the style {name} is defined twice" for name, times in ids.items() if times > 1)
    for name, root in roots.items():
        if name.endswith(".rels"):
            ids = Counter(relation.get("Id") for relation in root)
            yield from (f"two relations of {name} are {one}" for one, times in ids.items() if times > 1)
    parts = Counter((entry.get("PartName") or "").lower() for entry in roots.get(_TYPES, ()))
    yield from (f"the part {name} has two types" for name, times in parts.items() if name and times > 1)


def _threads_of_no_comment(roots: Mapping[str, Element]) -> Iterator[str]:
    comments, threads = roots.get("word/comments.xml"), roots.get("word/commentsExtended.xml")
    if comments is None:
        return
    for comment in comments.iter(tag("comment")):
        if not comment.get(tag("author")):
            yield "a comment has no author"
    paragraphs = Counter(e.get(f"{_W14}paraId") for e in comments.iter(tag("p")) if e.get(f"{_W14}paraId"))
    yield from (f"two paragraphs have the id {name}" for name, times in paragraphs.items() if times > 1)
    if threads is not None:
        names = [e.get(f"{_W15}paraId") for e in threads]
        yield from (
            f"a thread of comments begins at {name}, which is nowhere"
            for name in names
            if name not in paragraphs
        )


def _parts_without_a_type(roots: Mapping[str, Element], names: frozenset[str]) -> Iterator[str]:
    if _TYPES not in roots:
        yield f"there is no {_TYPES}"
        return
    extensions = {entry.get("Extension") for entry in roots[_TYPES] if local(entry) == "Default"}
    parts = {
        (entry.get("PartName") or "").lstrip("/") for entry in roots[_TYPES] if local(entry) == "Override"
    }
    yield from (f"the part {name} has a type and is not there" for name in sorted(parts - names))
    for name in sorted(names - parts - {_TYPES}):
        # Parts in XML that only have the general type are not recognised by what they hold.
        if name.endswith(".xml") or name.rpartition(".")[2] not in extensions:
            yield f"the part {name} has no type"


def _relations_that_lead_nowhere(
    name: str, root: Element, roots: Mapping[str, Element], names: frozenset[str]
) -> Iterator[str]:
    if name.endswith(".rels"):
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in root:
            written = relation.get("Target") or ""
            target = posixpath.normpath(posixpath.join(folder, written)).lstrip("/")
            if relation.get("TargetMode") == "External":
                if not _ADDRESS.fullmatch(written):
                    yield f"a link leads to {written!r}, which is no address"
            elif target not in names:
                yield f"a relation leads to {target}, which is not there"
        return
    own = roots.get(f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels")
    known = {relation.get("Id") for relation in own} if own is not None else set()
    if not name.startswith("word/"):
        return
    for element in root.iter(*_RELATED):
        for attribute in ("id", "embed", "link"):
            value = element.get(f"{_RELATIONS}{attribute}")
            if value is not None and value not in known:
                yield f"a {local(element)} of {name} has no relation {value}"


# The characters of RFC 3986: Word refuses a document with other ones in an address.
_ADDRESS = re.compile(r"[a-z]+:(%[0-9A-Fa-f]{2}|[A-Za-z0-9!$&'()*+,;=:@/?#\[\]~._-])+")
_RELATED = (
    *(tag(kind) for kind in ("hyperlink", "headerReference", "footerReference", "attachedTemplate")),
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
)
