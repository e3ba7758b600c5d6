"""A reader of Word documents that shares nothing with the writer, and small Acts to write them from."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

import redline
from redline.akn.marked import MarkedAct
from redline.render.docx import render_docx
from redline.render.docx_redline import render_docx_redline

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CAME, WENT = ("ins", "moveTo"), ("del", "moveFrom")

META = """\
<meta><identification source="#s">
<FRBRWork><FRBRthis value="/akn/xx/act/2020-01-01/1/!main"/><FRBRuri value="/akn/xx/act/2020-01-01/1"/>
<FRBRdate date="2020-01-01" name="Generation"/><FRBRauthor href="#s"/><FRBRcountry value="xx"/></FRBRWork>
<FRBRExpression><FRBRthis value="/akn/xx/act/2020-01-01/1/LANG@2021-05-01/!main"/>
<FRBRuri value="/akn/xx/act/2020-01-01/1/LANG@2021-05-01"/><FRBRdate date="2021-05-01" name="Generation"/>
<FRBRauthor href="#s"/><FRBRlanguage language="LANG"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/akn/xx/act/2020-01-01/1/LANG@2021-05-01/!main.xml"/>
<FRBRuri value="/akn/xx/act/2020-01-01/1/LANG@2021-05-01.xml"/><FRBRdate date="2021-05-01" name="Generation"/>
<FRBRauthor href="#s"/></FRBRManifestation></identification>
<references source="#s"><TLCOrganization eId="s" href="/ontology/organization/xx/s" showAs="S"/></references></meta>
"""


def act_xml(body: str, *, title: str = "Fishing Act", language: str = "eng") -> str:
    """An Act of one body, in Akoma Ntoso."""
    preface = f"<preface><p><docTitle>{title}</docTitle></p></preface>" if title else ""
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act">'
        f"{META.replace('LANG', language)}{preface}<body>{body}</body></act></akomaNtoso>"
    )


def article(number: int, *paragraphs: str, heading: str = "") -> str:
    """An article whose content is these blocks: words, or markup that begins with `<`."""
    blocks = "".join(text if text.startswith("<") else f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<article eId="art_{number}"><num>Article {number}.</num><heading>{heading or f"Heading {number}"}'
        f"</heading><content>{blocks}</content></article>"
    )


def table(*rows: str) -> str:
    """A table of rows whose cells are divided by bars."""
    cells = ("".join(f"<td><p>{cell.strip()}</p></td>" for cell in row.split("|")) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def amended(
    xml: str, operations: str, *, top: str = "date: 2026-03-01", folder: Path | None = None
) -> MarkedAct:
    """The Act amended by operations, written as the list of an entry of a spec.

    Args:
        folder: where the Act is kept as a file; None keeps it in memory.
    """
    source: Any = xml.encode()
    if folder is not None:
        source = folder / "act.xml"
        source.write_text(xml, encoding="utf-8")
    spec = (
        f"redline: 1\nid: x\nlanguage: en\nauthor: Drafting Office\n{top}\nacts: {{law: act.xml}}\n"
        f"amendments:\n  - act: law\n    operations:\n{indented(operations)}"
    )
    return redline.amend(redline.load_spec(spec, acts={"law": redline.load_act(source)}))["law"]


def indented(text: str) -> str:
    return "".join(f"      {line}\n" for line in text.strip("\n").splitlines())


def part(document: bytes, name: str = "word/document.xml") -> Element:
    """A part of a Word document, as XML."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return etree.fromstring(package.read(name))


def names_in(document: bytes) -> list[str]:
    """The names of its parts."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return package.namelist()


def exact(marked: MarkedAct, **options: Any) -> Element:
    """The redline's main part, after all that must hold of every redline was held against it."""
    document = render_docx_redline(marked, **options)
    plain = {name: value for name, value in options.items() if name in ("template", "contents")}
    assert texts(document, accepted=True) == texts(render_docx(marked.after(), **plain))
    assert texts(document, accepted=False) == texts(render_docx(marked.base, **plain))
    assert faults(document) == []
    return part(document)


def changed(root: Element, kind: str) -> list[str]:
    """The words of each run-level change of a kind: `ins`, `del`, `moveFrom`, `moveTo`."""
    found = (e for e in root.iter(f"{W}{kind}") if e.getparent().tag not in (f"{W}rPr", f"{W}trPr"))
    return ["".join(t.text or "" for t in e.iter(f"{W}t", f"{W}delText")) for e in found]


def texts(document: bytes, *, accepted: bool | None = None) -> list[tuple[str, str]]:
    """Place and words of every paragraph, with all changes accepted or rejected; None reads them as they are.

    The place names the rows and cells that the paragraph stands in. Notes stand where their marks are.
    """
    gone = () if accepted is None else WENT if accepted else CAME
    notes = {e.get(f"{W}id"): e for e in part(document, "word/footnotes.xml").iter(f"{W}footnote")}
    return list(_texts(part(document)[0], gone, notes, ""))


def _texts(
    container: Element, gone: tuple[str, ...], notes: dict[str | None, Element], place: str
) -> Iterator[tuple[str, str]]:
    going, open_ = "", False
    for child in container:
        if child.tag == f"{W}p":
            going, open_ = going + _words(child, gone, notes), True
            if not any(child.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None for kind in gone):
                yield place, going
                going, open_ = "", False
        elif child.tag == f"{W}tbl":
            rows = [r for r in child.iter(f"{W}tr") if r.getparent() is child and not _row_gone(r, gone)]
            for row_at, row in enumerate(rows):
                for cell_at, cell in enumerate(row.findall(f"{W}tc")):
                    yield from _texts(cell, gone, notes, f"{place}/{row_at}.{cell_at}")
    if open_:
        yield place, going


def _row_gone(row: Element, gone: tuple[str, ...]) -> bool:
    return any(row.find(f"{W}trPr/{W}{kind}") is not None for kind in gone)


def _words(element: Element, gone: tuple[str, ...], notes: dict[str | None, Element]) -> str:
    found = ""
    for child in element:
        name = etree.QName(child).localname
        if name in gone or name in ("pPr", "rPr"):
            continue
        if name in ("t", "delText"):
            found += child.text or ""
        elif name in ("br", "tab"):
            found += "\n" if name == "br" else "\t"
        elif name == "footnoteReference":
            inside = " / ".join(text for _, text in _texts(notes[child.get(f"{W}id")], gone, notes, ""))
            found += f"[{inside}]"
        elif name == "docPr":
            found += f"[{child.get('descr')}]"
        else:
            found += _words(child, gone, notes)
    return found


_CHANGES = ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart")


def faults(document: bytes) -> list[str]:
    """What Word is known to repair or refuse, as far as a reader of the file can tell."""
    found: list[str] = []
    used: Counter[str] = Counter()
    for name in names_in(document):
        if not name.endswith(".xml"):
            continue
        root = part(document, name)
        if name in ("word/document.xml", "word/footnotes.xml"):
            found += _faults_of_changes(root)
            used.update(
                e.get(f"{W}id") or ""
                for kind in (*_CHANGES, "bookmarkStart")
                for e in root.iter(f"{W}{kind}")
            )
        found += [f"{name}: no relation {value}" for value in _dangling(document, name, root)]
    found += [f"id {name} is given twice" for name, count in used.items() if count > 1]
    types = part(document, "[Content_Types].xml")
    parts = {e.get("PartName", "").lstrip("/") for e in types} - {""}
    found += [f"a content type for {name}, which is not there" for name in parts - set(names_in(document))]
    extensions = {e.get("Extension") for e in types}
    found += [
        f"no content type for {name}"
        for name in names_in(document)
        if name.rpartition(".")[2] not in extensions
    ]
    return found


def _faults_of_changes(root: Element) -> Iterator[str]:
    for kind in _CHANGES:
        for change in root.iter(f"{W}{kind}"):
            if not change.get(f"{W}author"):
                yield f"{kind} without an author"
            if change.getparent().tag == change.tag:
                yield f"{kind} inside {kind}"
    for word in root.iter(f"{W}t", f"{W}delText", f"{W}instrText"):
        deleted = next(word.iterancestors(f"{W}del"), None) is not None
        if deleted != (word.tag == f"{W}delText"):
            yield f"{etree.QName(word).localname} {'inside' if deleted else 'outside'} of a deletion"
    for container in root.iter(f"{W}body", f"{W}tc", f"{W}footnote"):
        last = [e for e in container if e.tag in (f"{W}p", f"{W}tbl")][-1]
        row = container.getparent()
        whole = row.tag == f"{W}tr" and any(_row_gone(row, (kind,)) for kind in ("ins", "del"))
        if last.tag != f"{W}p":
            yield f"{etree.QName(container).localname} does not end in a paragraph"
        elif not whole and any(last.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None for kind in (*CAME, *WENT)):
            yield f"the last paragraph mark of a {etree.QName(container).localname} is changed"
    yield from _faults_of_ranges(root)


def _faults_of_ranges(root: Element) -> Iterator[str]:
    for kind in ("bookmark", "comment", "moveFrom", "moveTo"):
        middle = "" if kind == "bookmark" else "Range"
        starts = sorted(e.get(f"{W}id") or "" for e in root.iter(f"{W}{kind}{middle}Start"))
        ends = sorted(e.get(f"{W}id") or "" for e in root.iter(f"{W}{kind}{middle}End"))
        if starts != ends:
            yield f"{kind} ranges that do not begin and end"
    names = [
        sorted(e.get(f"{W}name") or "" for e in root.iter(f"{W}{kind}RangeStart"))
        for kind in ("moveFrom", "moveTo")
    ]
    if names[0] != names[1] or len(set(names[0])) != len(names[0]):
        yield "moves whose ends have no common name"
    fields = Counter(e.get(f"{W}fldCharType") for e in root.iter(f"{W}fldChar"))
    if len(set(fields.values())) > 1:
        yield "a field that does not begin and end"


def _dangling(document: bytes, name: str, root: Element) -> set[str]:
    folder, _, own = name.rpartition("/")
    relations = f"{folder}/_rels/{own}.rels"
    there = {e.get("Id") for e in part(document, relations)} if relations in names_in(document) else set()
    wanted = {str(v) for e in root.iter() for k, v in e.attrib.items() if str(k).startswith(R)}
    return wanted - there


def styles_of(document: bytes) -> dict[str, str]:
    """Name of a style -> its id."""
    return {
        str(style.find(f"{W}name").get(f"{W}val")).casefold(): style.get(f"{W}styleId") or ""
        for style in part(document, "word/styles.xml").iter(f"{W}style")
    }


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
