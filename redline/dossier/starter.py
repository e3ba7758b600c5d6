"""A first dossier for a folder of files."""

from __future__ import annotations

import os
import re
from pathlib import Path

from redline.akn.document import load_act
from redline.errors import DossierError, RedlineError
from redline.importers import IMPORTERS
from redline.languages import PACKS, get_pack, short_code
from redline.spec.quotes import quote

_AKN = (".xml", ".akn")
_LANGUAGES = {"kz": "kk", **{pack.code: pack.code for pack in PACKS}, "rus": "ru", "kaz": "kk", "eng": "en"}
_TAIL = re.compile(r"[._-](?P<code>[a-z]{2,3})$")
Files = dict[str, dict[str, str]]


def start_dossier(folder: Path, out: Path, *, jurisdiction: str, language: str) -> str:
    """The text of a dossier that lists the files of a folder, with comments on what to add.

    Files whose names differ in a language at the end only (`law_ru.txt`, `law_kk.txt`) are one document.

    Args:
        folder: where the files are.
        out: where the dossier will be; its paths are read from there.
        jurisdiction: the drafting profile.
        language: two letters: of the review, and of files that do not say theirs.

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
    suffixes = (*_AKN, *(suffix for importer in IMPORTERS for suffix in importer.suffixes))
    paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in suffixes and not _hidden(p, folder))
    if not paths:
        raise DossierError(
            "command-wrong",
            f"{folder} holds no file that can be read",
            do=f"put the texts there, in one of the kinds {', '.join(suffixes)}",
        )
    documents = _documents(paths, base, language)
    return _written(documents, paths, base, jurisdiction, language)


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _documents(paths: list[Path], base: Path, language: str) -> Files:
    """The files of each document, by language."""
    stems = {path.stem.lower() for path in paths}
    found: Files = {}
    for path in paths:
        tail = _TAIL.search(path.stem.lower())
        code = _LANGUAGES.get(tail["code"]) if tail is not None else None
        stem = path.stem.lower()
        # `law_kk` beside `law`, `law_ru` beside `law_kk`: one document; `on_kk` alone is a name.
        bare = stem[: tail.start()] if tail is not None and code is not None else stem
        twin = any(other != stem and (other == bare or _bare(other) == bare) for other in stems)
        name = _name(bare if code is not None and twin else stem)
        inside = code if code is not None and twin else _language_of(path, language)
        files = found.setdefault(name, {})
        if inside in files:
            files = found.setdefault(f"{name}-{inside}", {})
        files[inside] = Path(os.path.relpath(path.resolve(), base)).as_posix()
    return found


def _bare(stem: str) -> str:
    tail = _TAIL.search(stem)
    return stem[: tail.start()] if tail is not None and tail["code"] in _LANGUAGES else stem


def _name(stem: str) -> str:
    return re.sub(r"[^\w]+", "-", stem).strip("-_").replace("_", "-") or "document"


def _language_of(path: Path, fallback: str) -> str:
    if path.suffix.lower() in _AKN:
        try:
            code = short_code(load_act(path).language)
        except RedlineError:
            return fallback  # what is wrong with it is said when it is read
        return code if get_pack(code) is not None else fallback
    return fallback


def _title_of(path: Path) -> str:
    if path.suffix.lower() not in _AKN:
        return ""
    try:
        act = load_act(path)
    except RedlineError:
        return ""
    return "" if act.title == act.name else act.title


def _written(documents: Files, paths: list[Path], base: Path, jurisdiction: str, language: str) -> str:
    titles = {Path(os.path.relpath(p.resolve(), base)).as_posix(): _title_of(p) for p in paths}
    lines = [
        "# A dossier: the documents under review, and what the reviewers say of them.",
        "#   redline check  finds inconsistencies; redline matrix  makes the legal matrix.",
        "dossier: 1",
        "title: Review of …",
        f"jurisdiction: {jurisdiction}",
        f"language: {language}",
        "documents:",
    ]
    for name, files in documents.items():
        lines.append(f"  {name}:")
        lines.append(f"    file: {{{', '.join(f'{code}: {quote(path)}' for code, path in files.items())}}}")
        lines.append(
            "    title:" if any(titles[path] for path in files.values()) else "    # title: {ru: …, kk: …}"
        )
        lines += [f"      {code}: {quote(titles[path])}" for code, path in files.items() if titles[path]]
        lines.append("    # form: Law, number: 477-IV, date: 2011-07-22, level: law")
    lines += [
        "# annotations:",
        "#   - document: …",
        "#     at: article 5",
        "#     comment: …",
        "#     risk: high",
        "# decisions:",
        "#   F-1a2b3c4d: {decision: rejected, comment: …}",
    ]
    return "\n".join(lines) + "\n"
