"""What lies in a package for stakeholders: its cover list, and the manifest with the fingerprints."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from redline.papers.paper import Column, Paper, Row, Table, cell
from redline.report.material import Material
from redline.report.prose import said_in
from redline.report.words import words_in


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file of the package.

    Attributes:
        name: its path in the package, with `/`.
        what: what it is, in the language of the papers.
        data: its content.
    """

    name: str
    what: str
    data: bytes


def cover_of(material: Material, files: Sequence[Enclosed]) -> Paper:
    """The cover list: a number, a file, and what it is; a row over each folder."""
    words = words_in(material.language)
    rows: list[Row] = []
    folder = ""
    for number, file in enumerate(files, 1):
        inside = file.name.rpartition("/")[0]
        if inside != folder:
            folder = inside
            rows.append(Row((cell(folder),), heads=True))
        rows.append(Row((cell(str(number)), cell(file.name.rpartition("/")[2]), cell(file.what))))
    columns = (Column(words["number"]), Column(words["file"], 5), Column(words["what it is"], 8))
    title = material.dossier.title_in(material.language)
    report = material.dossier.report
    return Paper(
        words["cover"], material.language, (Table(columns, tuple(rows), name=words["cover"]),), title,
        words["pages"], date=report.date, author=said_in(report.author, material.language),
    )  # fmt: skip


def manifest_of(
    material: Material, files: Iterable[Enclosed], sources: Iterable[Path], version: str
) -> bytes:
    """The manifest, JSON in UTF-8: SHA-256 of every source and of every file, and nothing of the machine.

    Args:
        material: what the package is made from.
        files: of the package, the manifest left out.
        sources: the files that it was made from, all inside the folder of the dossier.
        version: of redline.
    """
    folder = material.dossier.folder.resolve()
    read = {path.resolve(): path.read_bytes() for path in sources}
    named = sorted((_named(path, folder), data) for path, data in read.items())
    data = {
        "format": "redline-package",
        "version": 1,
        "made-by": f"redline {version}",
        "title": dict(material.dossier.title),
        "language": material.language,
        "sources": [{"file": name, **_print_of(held)} for name, held in named],
        "files": [{"file": file.name, "what": file.what, **_print_of(file.data)} for file in files],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def written_before(manifest: Path) -> dict[str, str]:
    """The files of an earlier package by its manifest, each with its SHA-256, the manifest itself too."""
    try:
        data = manifest.read_bytes()
        files = {str(file["file"]): str(file["sha256"]) for file in json.loads(data)["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {**files, manifest.name: hashlib.sha256(data).hexdigest()}


def _named(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name


def _print_of(data: bytes) -> dict[str, object]:
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
