"""A document of an office program, opened as what it may be: a file that somebody else made.

Parts are unpacked one by one, each up to a size that no honest one has; XML is read without entities.
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from redline.akn.parsing import parse_xml
from redline.errors import ActError, ImportFailure

Element = etree._Element

_LARGEST = 200_000_000
"""A part of a document is no larger, unpacked: a law of a million words takes 60 MB."""
_WHOLE = 400_000_000
"""All parts that are read, together."""
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The namespace of "Strict Open XML" documents, and that of all others."""
_PROGRAMS = {"word/document.xml": ("Word", ".docx", ".doc"), "xl/workbook.xml": ("Excel", ".xlsx", ".xls"),
             "content.xml": ("LibreOffice", ".odt", ".sdw")}  # fmt: skip


class OfficeParts:
    """The parts of a document, parsed when they are asked for.

    Args:
        data: the file.
        name: what it is called in messages.
        main: the part that makes it what it should be: `word/document.xml`, `xl/workbook.xml`,
            `content.xml`.

    Raises:
        ImportFailure: `import-unreadable`, for what is no such document, or is encrypted.
    """

    def __init__(self, data: bytes, name: str, main: str = "word/document.xml") -> None:
        self.name = name
        self.program, ending, old = _PROGRAMS[main]
        self._save = f"open it in {self.program} and save it as {ending}"
        self._read = 0
        if not data:
            raise self._unreadable("is empty", "ask for the file again")
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise self._unreadable(
                f"is encrypted, or an old {self.program} file ({old})",
                f"open it in {self.program}, take the password away, and save it as {ending}",
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise self._unreadable(f"is no {self.program} document", self._save) from None
        if main not in self.names:
            raise self._unreadable(f"holds no text of a {self.program} document", self._save)

    def root(self, path: str) -> Element | None:
        """The root of a part, or None where the document has none of that name.

        Raises:
            ImportFailure: `import-unreadable`, for what is damaged, too large or not safe to read.
        """
        if path not in self.names:
            return None
        try:
            with self._zip.open(path) as file:
                data = file.read(_LARGEST + 1)
        except Exception:
            # zlib and lzma have errors of their own, which share no class with those of zipfile.
            raise self._unreadable(
                f"is damaged in {path}", f"open it in {self.program} and save it again"
            ) from None
        self._read += len(data)
        if len(data) > _LARGEST or self._read > _WHOLE:
            raise self._unreadable(f"unpacks to more than 200 MB in {path}", "check where it comes from")
        try:
            data = data.replace(_STRICT, _USUAL)
            return parse_xml(data, f"{self.name} ({path})").getroot()
        except ActError as error:
            raise self._unreadable(
                f"cannot be read: {error.message}", f"open it in {self.program} and save it again"
            ) from None

    def _unreadable(self, what: str, do: str) -> ImportFailure:
        return ImportFailure("import-unreadable", f"{self.name} {what}", do=do)
