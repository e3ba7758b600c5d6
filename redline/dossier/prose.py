"""What persons have written for the report: Markdown in the dossier, or in files beside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from redline.dossier.keys import NOTE, REPORT
from redline.dossier.values import Entry, read_entry
from redline.model.dossier import NOTE_SECTIONS, SECTIONS, Report
from redline.model.spec import Text
from redline.spec.reading import Reading, inside_folder

_LARGEST = 5_000_000


def read_report(reading: Reading, head: Entry, language: str) -> Report:
    """The `report:` and `explanatory-note:` of a dossier; what is wrong with it is noted as an error.

    Args:
        reading: of the dossier.
        head: its keys.
        language: of texts that do not say theirs.
    """
    files: list[Path] = []
    report, note = (
        read_entry(reading, node, keys, what) if (node := head.nodes.get(name)) is not None else Entry()
        for name, keys, what in (
            ("report", REPORT, "the report"),
            ("explanatory-note", NOTE, "the explanatory note"),
        )
    )
    author = {code or language: text.value for code, text in report.languages("author").items()}
    prose = _sections(reading, report, SECTIONS, language, files)
    return Report(
        report.date("date"),
        author,
        prose,
        _sections(reading, note, NOTE_SECTIONS, language, files),
        tuple(text.value for text in report.texts("key-changes")),
        tuple(text.at for text in report.texts("key-changes")),
        tuple(dict.fromkeys(files)),
    )


def _sections(
    reading: Reading, entry: Entry, names: Iterable[str], language: str, files: list[Path]
) -> dict[str, dict[str, str]]:
    """What is written for each part, by language; files that it is read from are added to `files`."""
    return {
        name: {code or language: _prose(reading, text, files) for code, text in entry.languages(name).items()}
        for name in names
        if name in entry.values
    }


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
