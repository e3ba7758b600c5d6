"""Dossiers of texts written in a test, read as redline reads files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from redline.checks import CHECKS
from redline.dossier import load_dossier
from redline.dossier.library import Review, read_documents
from redline.model.findings import Finding

TITLES = {"ru": "О миграции населения", "kk": "Халықтың көші-қоны туралы", "en": "On Migration"}


def review_of(folder: Path, texts: Mapping[str, str], more: str = "", head: str = "") -> Review:
    """The documents of a dossier, read.

    Args:
        folder: an empty folder.
        texts: `law.ru` -> the text of the Russian version of the document `law`.
        more: what stands under the documents; `head`, what stands under the title of each document.
    """
    documents: dict[str, list[str]] = {}
    for name, text in texts.items():
        document, _, language = name.partition(".")
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        documents.setdefault(document, []).append(f"{language}: {name}.txt")
    lines = ["dossier: 1", "jurisdiction: kz", "documents:"]
    for document, files in documents.items():
        lines += [f"  {document}:", f"    file: {{{', '.join(files)}}}", *head.splitlines()]
    (folder / "dossier.yaml").write_text("\n".join(lines) + "\n" + more, encoding="utf-8")
    return read_documents(load_dossier(folder))


def found_by(check: str, review: Review) -> list[Finding]:
    """What a check finds."""
    return list(next(each for each in CHECKS if each.name == check).run(review))
