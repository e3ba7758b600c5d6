"""A first dossier for a folder of files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from redline.dossier.gathering import SUFFIXES, GatheredDocument, LeftOut, Progress, gather
from redline.errors import DossierError
from redline.spec.quotes import quote

_BARE = re.compile(r"(?=.*[^\W\d])[\w-]+")
_WORDS_OF_YAML = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def start_dossier(
    folder: Path, out: Path, *, jurisdiction: str, language: str, progress: Progress | None = None
) -> tuple[str, list[LeftOut]]:
    """The text of a dossier that lists the files of a folder, with comments on what to add.

    Args:
        folder: where the files are.
        out: where the dossier will be; its paths are read from there.
        jurisdiction: the drafting profile.
        language: two letters: of the review, and of files that do not tell theirs.
        progress: called after each file with the number done and the total.

    Returns:
        the text, and the files that it does not list, each with the reason.

    Raises:
        DossierError: `file-not-found`, `command-wrong`.
    """
    if not folder.is_dir():
        raise DossierError(
            "file-not-found", f"there is no folder {folder}", do="give the folder of the texts"
        )
    base = out.parent.resolve()
    if not folder.resolve().is_relative_to(base):
        raise DossierError(
            "command-wrong",
            f"{out} lies outside the folder of the texts",
            do=f"write the dossier into {folder} or the folder above it: -o {folder / 'dossier.yaml'}",
        )
    documents, left = gather(
        folder.resolve(), base, jurisdiction=jurisdiction, language=language, progress=progress
    )
    if not documents:
        reasons = "".join(f"; {each.name}: {each.reason}" for each in left[:3])
        raise DossierError(
            "command-wrong",
            f"{folder} holds no file that can be read{reasons}",
            do=f"put the texts there, in one of the kinds {', '.join(SUFFIXES)}",
        )
    return "\n".join(_written(documents, left, jurisdiction, language)) + "\n", left


def _written(
    documents: dict[str, GatheredDocument], left: list[LeftOut], jurisdiction: str, language: str
) -> Iterator[str]:
    yield "# A dossier: the documents under review, and what the reviewers say of them."
    yield "#   redline check  finds inconsistencies; redline matrix  makes the legal matrix."
    yield "dossier: 1"
    yield "title: Review of …"
    yield f"jurisdiction: {jurisdiction}"
    yield f"language: {language}"
    yield "documents:"
    for name, document in documents.items():
        yield from _document(name, document)
    if left:
        yield "# Not listed:"
        yield from (f"#   {each.name}: {each.reason}" for each in left)
    yield "# annotations:"
    yield "#   - document: …"
    yield "#     at: article 5"
    yield "#     comment: …"
    yield "#     risk: high"
    yield "# decisions:"
    yield "#   F-1a2b3c4d: {decision: rejected, comment: …}"


def _document(name: str, document: GatheredDocument) -> Iterator[str]:
    plain = _BARE.fullmatch(name) is not None and name not in _WORDS_OF_YAML
    yield f"  {name if plain else quote(name)}:"
    yield f"    file: {{{', '.join(f'{code}: {quote(path)}' for code, path in document.files.items())}}}"
    if document.titles:
        yield "    title:"
        yield from (f"      {code}: {quote(title)}" for code, title in document.titles.items())
    else:
        yield "    # The text does not say its title. Others cite the document by it:"
        yield f"    # title: {{{', '.join(f'{code}: …' for code in document.files)}}}"
    said = {
        "form": document.form,
        "number": document.number,
        "date": document.date.isoformat() if document.date is not None else "",
        "level": document.level,
    }
    for key, value in said.items():
        if value:
            yield f"    {key}: {value if key in ('date', 'level') else quote(value)}"
    missing = [f"{key}: {example}" for key, example in _EXAMPLES.items() if not said[key]]
    if missing:
        yield f"    # {', '.join(missing)}"


_EXAMPLES = {"form": "Law", "number": "477-IV", "date": "2011-07-22", "level": "law"}
