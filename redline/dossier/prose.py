"""What persons have written for the report: Markdown in the dossier, or in files beside it."""

from __future__ import annotations

from pathlib import Path

from redline.dossier.keys import REPORT
from redline.dossier.values import Entry, read_entry
from redline.model.dossier import SECTIONS, Report
from redline.model.spec import Text
from redline.spec.reading import Reading, inside_folder

_LARGEST = 5_000_000


def read_report(reading: Reading, head: Entry, language: str) -> Report:
    """The `report:` of a dossier; what is wrong with it is noted as an error.

    Args:
        reading: of the dossier.
        head: its keys.
        language: of texts that do not say theirs.
    """
    node = head.nodes.get("report")
    if node is None:
        return Report()
    entry = read_entry(reading, node, REPORT, "the report")
    author = {code or language: text.value for code, text in entry.languages("author").items()}
    files: list[Path] = []
    prose = {
        section: {
            code or language: _prose(reading, text, files) for code, text in entry.languages(section).items()
        }
        for section in SECTIONS
        if section in entry.values
    }
    return Report(entry.date("date"), author, prose, tuple(dict.fromkeys(files)))


def _prose(reading: Reading, text: Text, files: list[Path]) -> str:
    """The Markdown itself, or that of the file that is named, which is added to `files`."""
    if "\n" in text.value or not text.value.endswith(".md"):
        return text.value
    path = inside_folder(reading, text)
    if path is None:
        return ""
    files.append(path)
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("it is larger than 5 MB")
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reading.fail(
            "file-unreadable",
            f"{text.value} cannot be read as text ({error})",
            do="save it as plain text in UTF-8",
            at=text.at,
        )
        return ""
