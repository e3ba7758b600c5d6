"""The files of a folder, sorted into documents: what each is, and what is left out and why."""

from __future__ import annotations

import datetime
import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from redline.akn.cited import form_of_act, made_on, number_of_act
from redline.akn.document import AKN_SUFFIXES, Act, load_act
from redline.errors import RedlineError
from redline.importers import IMPORTERS, import_act, text_in
from redline.languages import PACKS, get_pack, short_code
from redline.languages.pack import LanguagePack

SUFFIXES = (*AKN_SUFFIXES, *(suffix for importer in IMPORTERS for suffix in importer.suffixes))
_LANGUAGES = {"kz": "kk", **{pack.code: pack.code for pack in PACKS}, "rus": "ru", "kaz": "kk", "eng": "en"}
_TAIL = re.compile(r"[._-](?P<code>[a-z]{2,3})$")
_KAZAKH = frozenset("әғқңөұүһі")
_ENOUGH = 0.02
"""Of the letters of a Kazakh text a sixth are Kazakh alone; of a Russian one hardly any."""
_LOCK = "~$"
"""How Word begins the name of the file by which it tells that a document is open."""


@dataclass(slots=True)
class GatheredDocument:
    """One document.

    Attributes:
        files: by language, from the folder of the dossier.
        titles: by language, of those that say theirs.
        form, number, date, level: what it says of itself; empty where it does not.
    """

    files: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    form: str = ""
    number: str = ""
    date: datetime.date | None = None
    level: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that is not listed.

    Attributes:
        name: from the folder of the dossier, as far as it can be written.
        reason: why.
    """

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What can be said of a file by itself."""

    path: Path
    language: str
    act: Act


Progress = Callable[[int, int], None]


def gather(
    folder: Path, base: Path, *, jurisdiction: str, language: str, progress: Progress | None = None
) -> tuple[dict[str, GatheredDocument], list[LeftOut]]:
    """The documents of a folder by name, and what is left out.

    Files of one folder whose names differ in a language at the end only (`law_ru.txt`, `law_kk.txt`) are one
    document, and so are files of one name in folders that are called by languages (`ru/law.txt`).

    Args:
        base: where the dossier will be.
        language: of files that do not tell theirs.
        progress: called after each file with the number done and the total.
    """
    left: list[LeftOut] = []
    paths: list[Path] = []
    seen: dict[str, Path] = {}
    for path in sorted(_files(folder)):
        reason = _unusable(path, base) or _same_as(path, seen, base)
        if reason:
            left.append(LeftOut(shown(path, base), reason))
        else:
            paths.append(path)
    found: dict[tuple[Path, str], list[_Known]] = {}
    names = {(path.parent, path.stem.lower()) for path in paths}
    for done, path in enumerate(paths, 1):
        key, said = _named(path, names)
        try:
            known = _known(path, said, jurisdiction, language)
        except RedlineError as error:
            name = shown(path, base)  # the dossier says nothing of the machine
            left.append(LeftOut(name, f"{error.message.replace(str(path), path.name)} ({error.slug})"))
        else:
            found.setdefault(key, []).append(known)
        if progress is not None:
            progress(done, len(paths))
    return _documents(found, base), left


def _files(folder: Path) -> Iterator[Path]:
    """The files of the kinds that can be read, without hidden ones and what links to folders lead to."""
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(at) / name
            if path.suffix.lower() in SUFFIXES and not name.startswith((".", _LOCK)):
                yield path


def shown(path: Path, base: Path) -> str:
    """A file as it can be written, whatever its name is."""
    name = Path(os.path.relpath(path, base)).as_posix()
    plain = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in plain)


def _unusable(path: Path, base: Path) -> str:
    """Why a file cannot be listed at all; empty where it can."""
    name = Path(os.path.relpath(path, base)).as_posix()
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return "its name is not in UTF-8: give it another"
    if not name.isprintable():
        return "its name has signs that cannot be written in YAML: give it another"
    if not path.exists():
        return "it is a link to a file that is not there"
    if not path.resolve().is_relative_to(base):
        return "it is a link to a file outside the folder: copy the file into it"
    return ""


def _same_as(path: Path, seen: dict[str, Path], base: Path) -> str:
    """Why a file is one that is there already; empty where it is not."""
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return f"it cannot be read: {error.strerror}"
    twin = seen.setdefault(digest, path)
    return f"it has the same contents as {shown(twin, base)}" if twin is not path else ""


def _named(path: Path, names: set[tuple[Path, str]]) -> tuple[tuple[Path, str], str]:
    """The document that a file is a version of, and the language that its name, or its folder's, says."""
    stem, parent = path.stem.lower(), path.parent
    bare, code = _told_apart(stem)
    # `law_kk` beside `law` or `law_ru`: one document; `on_kk` alone is a name.
    if code and any(at == parent and other != stem and bare == _told_apart(other)[0] for at, other in names):
        return (parent, bare), code
    around = _LANGUAGES.get(parent.name.lower(), "")
    if around:  # the folder says the language, and in it the name may say it once more
        return (parent.parent, bare if code == around else stem), around
    return (parent, stem), ""


def _told_apart(stem: str) -> tuple[str, str]:
    """The name of a file without the language at its end, and the language; empty where it says none."""
    tail = _TAIL.search(stem)
    code = _LANGUAGES.get(tail["code"], "") if tail is not None else ""
    return (stem[: tail.start()], code) if tail is not None and code else (stem, "")


def _known(path: Path, said: str, jurisdiction: str, fallback: str) -> _Known:
    """A file read, in its language: as its name says it, else the file itself, else its letters."""
    if path.suffix.lower() in AKN_SUFFIXES:
        act = load_act(path)
        code = short_code(act.language)
        return _Known(path, said or (code if get_pack(code) is not None else fallback), act)
    spoken = said or _spoken(text_in(path)) or fallback
    return _Known(path, spoken, import_act(path, jurisdiction=jurisdiction, language=spoken).act)


def _spoken(text: str) -> str:
    """The language of a text, by its letters; empty where they tell none."""
    letters = Counter(filter(str.isalpha, text.lower()))
    total = sum(letters.values())
    latin = sum(count for letter, count in letters.items() if letter.isascii())
    if not total:
        return ""
    if latin > total / 2:
        return "en"
    kazakh = sum(letters[letter] for letter in _KAZAKH)
    return "kk" if kazakh > _ENOUGH * total else "ru"


def _documents(found: dict[tuple[Path, str], list[_Known]], base: Path) -> dict[str, GatheredDocument]:
    """The documents by name; two of one name in different folders bear that of their folder, too."""
    stems = Counter(_name(stem) for _, stem in found)
    documents: dict[str, GatheredDocument] = {}
    for (parent, stem), files in found.items():
        name = _name(stem)
        if stems[name] > 1 and parent != base:
            name = f"{_name(parent.name)}-{name}"
        for known in files:
            own = documents.setdefault(_free(documents, name, known.language), GatheredDocument())
            _add(own, known, base)
    return documents


def _free(documents: dict[str, GatheredDocument], name: str, language: str) -> str:
    """A name under which that language is still free."""
    found, number = name, 1
    while found in documents and language in documents[found].files:
        number += 1
        found = f"{name}-{number}"
    return found


def _name(stem: str) -> str:
    return re.sub(r"[^\w]+", "-", stem.lower()).strip("-_").replace("_", "-") or "document"


def _add(document: GatheredDocument, known: _Known, base: Path) -> None:
    act, language = known.act, known.language
    document.files[language] = Path(os.path.relpath(known.path, base)).as_posix()
    if act.titled:
        document.titles[language] = act.title
    form, pack = form_of_act(act), get_pack(language)
    said = next(((level, found) for level, forms in _forms(pack) if (found := forms.match(form))), None)
    if said is not None and act.title == form:  # the title begins with the word for what it is
        form = said[1][0]
    document.form = document.form or form
    document.number = document.number or number_of_act(act)
    document.date = document.date or made_on(act)
    document.level = document.level or (said[0] if said is not None else "")


def _forms(pack: LanguagePack | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return pack.law.forms if pack is not None else ()
