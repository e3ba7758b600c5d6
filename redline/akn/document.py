"""An Act as loaded: its bytes, its tree, and what is odd about it."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from lxml import etree

from redline.akn.names import DOCUMENT_TYPES, PROVISIONS, local_name, namespace_of
from redline.akn.parsing import parse_xml
from redline.errors import ActError
from redline.model.source import Span

if TYPE_CHECKING:
    from redline.akn.metadata.facts import Consolidation
    from redline.akn.readings import Readings

Element = etree._Element

ID_ATTRIBUTES = ("eId", "id", "{http://www.w3.org/XML/1998/namespace}id", "GUID")
AKN_SUFFIXES = (".xml", ".akn")
"""How the names of Akoma Ntoso files end."""
FINAL_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
KNOWN_NAMESPACES = frozenset({FINAL_NAMESPACE, f"{FINAL_NAMESPACE}/CSD13"})
"""Namespaces whose metadata elements are those of the final schema."""


class Act:
    """One expression of a law, in hand. Never changed: amending makes a marked copy.

    Attributes:
        name: the file's name as given, or `<act>` for bytes.
        tree: the parsed document; treat it as read-only.
        warnings: what is odd about the file, in sentences; a file with warnings can be amended.
        consolidation: the amendment that this text was made by; None for an Act that was loaded.
        folder: where the file lies, and what it brings along (images); None for an Act that is no file.
        readings: the articles that were read of the marked Act that this text is of; None for others.
    """

    def __init__(self, data: bytes, tree: etree._ElementTree, name: str = "<act>") -> None:
        self._data = data
        self.tree = tree
        self.name = name
        self.consolidation: Consolidation | None = None
        self.folder: Path | None = None
        self.readings: Readings | None = None
        self.warnings: tuple[str, ...] = tuple(_oddities(self))

    @property
    def root(self) -> Element:
        """The `akomaNtoso` element."""
        return self.tree.getroot()

    @cached_property
    def namespace(self) -> str:
        """The namespace of the document, which it keeps."""
        return namespace_of(str(self.root.tag))

    @cached_property
    def document(self) -> Element:
        """The document element: `act`, `bill`, `documentCollection`, …"""
        for child in self.root:
            if local_name(child.tag) in DOCUMENT_TYPES:
                return child
        return next((child for child in self.root if local_name(child.tag)), self.root)

    @cached_property
    def id_attribute(self) -> str | None:
        """The attribute that identifies provisions here, or None where none do."""
        counts = dict.fromkeys(ID_ATTRIBUTES, 0)
        for element in provisions_of(self.root):
            for attribute in ID_ATTRIBUTES:
                if attribute in element.attrib:
                    counts[attribute] += 1
        best = max(ID_ATTRIBUTES, key=lambda attribute: counts[attribute])
        return best if counts[best] else None

    @cached_property
    def language(self) -> str | None:
        """The language of the expression as its metadata has it (`eng`), or None."""
        for element in self.root.iter("{*}FRBRlanguage"):
            return element.get("language")
        return None

    @cached_property
    def expression_date(self) -> datetime.date | None:
        """The date of the expression as the Act's metadata has it, or None."""
        expression = next(self.root.iter("{*}FRBRExpression"), None)
        for element in expression.iter("{*}FRBRdate") if expression is not None else ():
            with contextlib.suppress(ValueError):
                return datetime.date.fromisoformat((element.get("date") or "")[:10])
        return None

    @cached_property
    def work_uri(self) -> str:
        """The URI of the work (`FRBRWork`), without the name of its component; empty where it has none."""
        for element in self.root.iter("{*}FRBRWork"):
            for name in ("FRBRuri", "FRBRthis"):
                value = next((child.get("value") or "" for child in element.iter(f"{{*}}{name}")), "")
                if value:
                    return value.partition("/!")[0]
        return ""

    @cached_property
    def title(self) -> str:
        """The Act's title: its `docTitle`, else its short title, else the name in its metadata.

        One without a title is called by its file, without the folders of this machine.
        """
        for name in ("docTitle", "shortTitle", "longTitle"):
            for element in self.root.iter(f"{{*}}{name}"):
                words = squeeze(plain_text(element))
                if words:
                    return words
        for element in self.root.iter("{*}FRBRname"):
            return element.get("value") or self._file_name
        return self._file_name

    @property
    def titled(self) -> bool:
        """Whether it has a title, and is not called by its file."""
        return self.title != self._file_name

    @property
    def _file_name(self) -> str:
        return PurePath(self.name.replace("\\", "/")).name or self.name

    def to_bytes(self) -> bytes:
        """The document as XML. An Act that was loaded gives the very bytes it was loaded from."""
        return self._data

    @cached_property
    def fingerprint(self) -> str:
        """A short fingerprint of the bytes."""
        return hashlib.sha256(self._data).hexdigest()[:12]


def load_act(source: str | Path | bytes | BinaryIO, *, name: str | None = None) -> Act:
    """Load an Akoma Ntoso document from a path, bytes or a binary file.

    Args:
        source: where the document is.
        name: what to call it in messages; default the path as given.

    Raises:
        ActError: the file is missing, not well formed, not safe to read, or not Akoma Ntoso.
    """
    data, called = _read(source)
    called = name or called
    tree = parse_xml(data, called)
    root = tree.getroot()
    if local_name(root.tag) != "akomaNtoso":
        raise ActError(
            "not-akoma-ntoso",
            f"{called} is XML, but its root element is <{local_name(root.tag)}>, not <akomaNtoso>",
            do="give an Akoma Ntoso document; other formats are imported first",
            at=Span(called, _line_of(root), 1),
        )
    act = Act(data, tree, called)
    if isinstance(source, str | Path):
        act.folder = Path(source).parent
    return act


def _line_of(element: Element) -> int:
    return element.sourceline if isinstance(element.sourceline, int) else 1


def provisions_of(root: Element) -> Iterator[Element]:
    """Every provision element of a tree, in document order, quoted ones and metadata included."""
    for element in root.iter(etree.Element):
        if local_name(element.tag) in PROVISIONS:
            yield element


def select(root: Element | etree._ElementTree, path: str, **namespaces: str) -> list[Element]:
    """The elements that an XPath names, in document order."""
    found = root.xpath(path, namespaces=namespaces or None)
    return [element for element in found if isinstance(element, Element)] if isinstance(found, list) else []


_IDENTIFIERS = etree.XPath("//@eId", smart_strings=False)


def identifiers_in(root: Element) -> set[str]:
    """Every `eId` of a tree, those of the metadata included."""
    found = _IDENTIFIERS(root)
    return {str(identifier) for identifier in found} if isinstance(found, list) else set()


def identified_outside_metadata(root: Element) -> list[Element]:
    """Every element with an `eId` that is no metadata, in document order."""
    metadata = {part for meta in root.iter("{*}meta") for part in meta.iter(etree.Element)}
    return [part for part in root.iter(etree.Element) if "eId" in part.attrib and part not in metadata]


def plain_text(element: Element) -> str:
    """All characters of an element, marks and markup passed over."""
    return "".join(str(text) for text in element.itertext())


def squeeze(text: str) -> str:
    """White space runs (non-breaking spaces among them) as one space, none at the ends."""
    return " ".join(text.split())


def serialize(tree: etree._ElementTree, like: bytes) -> bytes:
    """The tree as XML in UTF-8, with an XML declaration where `like` had one, and its final line break."""
    declared = like.lstrip(b"\xef\xbb\xbf").startswith(b"<?xml")
    data: bytes = etree.tostring(tree, encoding="UTF-8", xml_declaration=declared)
    if declared:
        data = data.replace(
            b"<?xml version='1.0' encoding='UTF-8'?>", b'<?xml version="1.0" encoding="UTF-8"?>', 1
        )
    if like.endswith(b"\n") and not data.endswith(b"\n"):
        data += b"\n"
    return data


def _read(source: str | Path | bytes | BinaryIO) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, "<act>"
    if isinstance(source, str | Path):
        try:
            return Path(source).read_bytes(), str(source)
        except FileNotFoundError:
            raise ActError(
                "file-not-found",
                f"there is no file {source}",
                do="check the path; it is read from where you are",
            ) from None
        except OSError as error:
            raise ActError(
                "file-unreadable",
                f"{source} cannot be read ({error.strerror or error})",
                do="give a file that you may read",
            ) from None
    return source.read(), str(getattr(source, "name", "<act>"))


def _oddities(act: Act) -> Iterator[str]:
    """Warnings that can be told cheaply; `redline validate` tells the rest."""
    if act.namespace != FINAL_NAMESPACE:
        yield (
            f"the namespace is {act.namespace or 'missing'}, not the final one of Akoma Ntoso 3.0; it is kept"
        )
    if act.root.find(".//{*}FRBRExpression") is None:
        yield "there is no FRBRExpression: the date of the consolidated text cannot be written into it"
    if act.id_attribute is None:
        yield "no provision has an identifier: address them by citation"
        return
    seen: set[str] = set()
    twice: list[str] = []
    for element in provisions_of(act.root):
        value = element.get(act.id_attribute)
        if value is not None:
            if value in seen:
                twice.append(value)
            seen.add(value)
    if twice:
        shown = ", ".join(twice[:3]) + (", …" if twice[3:] else "")
        yield f"{len(twice)} identifiers occur more than once ({shown})"
