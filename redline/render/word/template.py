"""A house's own Word document, opened as what it may be: a file that somebody else made.

Only the parts that are needed are unpacked, up to a size that no template has; what is no Word document, or
tries to bring in other files, is refused.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree
from msgspec import Struct

from redline.errors import RenderError
from redline.render.word.styles import WORD

Element = etree._Element

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LARGEST_FILE = 100_000_000
_LARGEST_PART = 20_000_000
_MOST_PARTS = 5_000
_OLD_WORD = b"\xd0\xcf\x11\xe0"
"""How files of Word before 2007 begin, and those of a later Word that have a password."""


class Relation(Struct, frozen=True):
    """What a part refers to: the kind without its namespace, and the part or (outside) the address."""

    kind: str
    target: str
    outside: bool


class Template:
    """The parts of a Word document.

    Args:
        path: the file.

    Raises:
        RenderError: `template-unreadable`, with what is the matter.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name or str(path)
        self._zip = self._opened(path)
        self.document = next(
            (r.target for r in self.relations("").values() if r.kind == "officeDocument" and not r.outside),
            "",
        )
        root = self.xml(self.document) if self.document else None
        if root is None:
            raise self._unreadable("is no Word document")
        if root.tag != f"{{{WORD}}}document":
            raise self._unreadable("is a workbook, slides or of Word's strict format, and no .docx or .dotx")

    def _opened(self, path: Path) -> zipfile.ZipFile:
        try:
            size = path.stat().st_size
            with path.open("rb") as file:
                begins = file.read(4)
            if not size:
                raise self._unreadable("is empty")
            if begins == _OLD_WORD:
                raise self._unreadable("has a password, or is of a Word older than 2007")
            if size > _LARGEST_FILE:
                raise self._unreadable("is larger than 100 MB")
            found = zipfile.ZipFile(path)
        except OSError as error:
            raise self._unreadable(f"cannot be read ({error.strerror or error})") from None
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise self._unreadable("is no Word document") from None
        if len(found.infolist()) > _MOST_PARTS:
            raise self._unreadable(f"has more than {_MOST_PARTS} parts")
        return found

    def part(self, name: str) -> bytes | None:
        """A part, or None where the document has none of that name.

        Raises:
            RenderError: `template-unreadable`, where it is damaged or larger than any template's.
        """
        try:
            # What the zip says of the size is not believed: no more is unpacked than may be.
            with self._zip.open(name) as packed:
                data = packed.read(_LARGEST_PART + 1)
        except KeyError:
            return None
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
            raise self._unreadable(f"is damaged ({name})") from None
        except Exception as error:
            # zlib and lzma have errors of their own, which share no class.
            raise self._unreadable(f"is damaged ({name}: {error})") from None
        if len(data) > _LARGEST_PART:
            raise self._unreadable(f"has a part of more than 20 MB ({name})")
        return data

    def xml(self, name: str) -> Element | None:
        """A part as XML, without entities and whatever else would bring in other files."""
        data = self.part(name)
        if data is None:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._unreadable(f"is damaged ({name}: {error.msg})") from None
        if etree.ElementTree(root).docinfo.doctype:  # type: ignore[attr-defined] # not in lxml-stubs
            raise self._unreadable(f"has a document type ({name}), which no Word document has")
        return root

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part refers to, by id; of the document as a whole for the empty name."""
        folder, _, name = part.rpartition("/")
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for element in root.iter(_RELATIONS) if root is not None else ():
            outside = element.get("TargetMode") == "External"
            target = element.get("Target") or ""
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = (element.get("Type") or "").rpartition("/")[2]
            found[element.get("Id") or ""] = Relation(kind, target, outside)
        return found

    def related(self, part: str, kind: str) -> str:
        """The name of the part of a kind that a part refers to; empty where there is none."""
        relations = self.relations(part).values()
        return next((r.target for r in relations if r.kind == kind and not r.outside), "")

    def _unreadable(self, what: str) -> RenderError:
        return RenderError(
            "template-unreadable",
            f"the template {self.name} {what}",
            do="give a .docx or .dotx file that Word opens without a question (--template FILE.docx)",
        )
