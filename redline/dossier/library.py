"""The documents of a dossier read: each file once, what was read kept beside the dossier by fingerprint.

What is kept lies in the folder `.redline-cache` beside the dossier, and can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.msgpack import Decoder

from redline.akn.document import AKN_SUFFIXES, Act, load_act
from redline.dossier.kept import CACHE, Keep, fingerprint_of, keep_beside, load_kept, write_kept
from redline.errors import RedlineError
from redline.facts import VERSION, read_facts
from redline.facts.citing import cite
from redline.importers import import_act
from redline.jurisdictions import get_profile
from redline.languages import short_code
from redline.model.dossier import Document, Dossier, Version
from redline.model.facts import Facts

if TYPE_CHECKING:
    from redline.dossier.packages import Package

__all__ = ["CACHE", "Review", "ReviewedAct", "read_documents"]

_WORTH_WORKERS = 2_000_000
"""Starting workers takes half a second: below so many bytes to read they are no gain."""


@dataclass(frozen=True, slots=True, eq=False)
class ReviewedAct:
    """One version of one document, read.

    Attributes:
        document, version: as in the dossier.
        facts: what was read from it.
        fingerprint: of the facts: the same where they are the same.
        keep: where what checks make of it is kept; None for nowhere.
        memo: what checks have made of it in this run, by name.
    """

    document: Document
    version: Version
    facts: Facts
    fingerprint: str
    keep: Keep | None = None
    memo: dict[str, object] = field(default_factory=dict, repr=False)

    @property
    def language(self) -> str:
        """Two letters."""
        return self.facts.language

    @property
    def title(self) -> str:
        """Its title, by the dossier where that says it."""
        given = self.document.title
        return given.get(self.language) or next(iter(given.values()), "") or self.facts.title

    def cite(self, provision: int) -> str:
        """How one of its provisions is cited; the Act itself by its title."""
        return cite(self.facts, provision) if provision > 0 else self.title


@dataclass(frozen=True, slots=True, eq=False)
class Review:
    """A dossier with its documents read.

    Attributes:
        acts: one for each version that could be read, in the order of the dossier.
        errors: of those that could not.
        keep: where what the checks find is kept; None for nowhere.
        packages: the specs that amend them.
    """

    dossier: Dossier
    acts: tuple[ReviewedAct, ...]
    errors: tuple[RedlineError, ...] = ()
    keep: Keep | None = None
    packages: tuple[Package, ...] = ()

    def versions_of(self, document: str) -> tuple[ReviewedAct, ...]:
        """The versions of one document."""
        return tuple(act for act in self.acts if act.document.id == document)

    def version_in(self, document: str, language: str) -> ReviewedAct | None:
        """The version of a document in a language, or else its first; None where none could be read."""
        versions = self.versions_of(document)
        return next((act for act in versions if act.language == language), versions[0] if versions else None)


_FACTS = Decoder(Facts)
_Read = tuple[Facts, str]
"""What was read from a version, and its fingerprint."""


@dataclass(frozen=True, slots=True)
class _Task:
    """What is needed to read one version, in this process or another."""

    path: str
    language: str
    jurisdiction: str
    fallback: str
    title: str
    kept: str


def read_documents(
    dossier: Dossier, *, workers: int = 1, progress: Callable[[int, int], None] | None = None
) -> Review:
    """Read every version of every document.

    A file that cannot be read is an error in `errors`, at its line of the dossier; the others are read all
    the
    same.

    Args:
        dossier: as `load_dossier` gives it.
        workers: how many processes read; more than one only from a program whose main module can be imported.
        progress: called after each file with the number done and the total.
    """
    pairs = [(document, version) for document in dossier.documents for version in document.versions]
    tasks = [_task(dossier, document, version) for document, version in pairs]
    acts: list[ReviewedAct] = []
    errors: list[RedlineError] = list(dossier.left_out)
    keep = keep_beside(dossier.folder)
    for done, ((document, version), result) in enumerate(
        zip(pairs, _read_all(tasks, workers), strict=True), 1
    ):
        if isinstance(result, RedlineError):
            result.at = version.at
            errors.append(result.with_excerpt(dossier.sources))
        else:
            acts.append(ReviewedAct(document, version, *result, keep))
        if progress is not None:
            progress(done, len(pairs))
    return Review(dossier, tuple(acts), tuple(errors), keep)


def _task(dossier: Dossier, document: Document, version: Version) -> _Task:
    digest = hashlib.sha256()
    with contextlib.suppress(OSError):
        digest.update(version.path.read_bytes())
    title = document.title.get(short_code(version.language or dossier.language), "")
    said = (
        str(VERSION),
        version.path.suffix,
        version.language,
        dossier.jurisdiction,
        dossier.language,
        title,
    )
    digest.update("\x1f".join(said).encode("utf-8"))
    kept = dossier.folder / CACHE / f"{digest.hexdigest()[:24]}.facts"
    return _Task(
        str(version.path), version.language, dossier.jurisdiction, dossier.language, title, str(kept)
    )


def _read_all(tasks: Sequence[_Task], workers: int) -> Iterator[_Read | RedlineError]:
    """What was read from each, in their order."""
    missing = [task for task in tasks if not os.path.exists(task.kept)]
    size = sum(os.path.getsize(task.path) for task in missing if os.path.exists(task.path))
    if workers < 2 or len(missing) < 2 or size < _WORTH_WORKERS:
        yield from map(_read, tasks)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        results = dict(zip(missing, map(pool.submit, [_prepare] * len(missing), missing), strict=True))
        for task in tasks:
            failed = results[task].result() if task in results else None
            yield _read(task) if failed is None else failed


def _prepare(task: _Task) -> RedlineError | None:
    """Read a file and keep what was read; in another process, which gives back only what went wrong."""
    read = _read(task)
    if not isinstance(read, RedlineError):
        return None
    plain = RedlineError(read.slug, read.message, do=read.do)
    return plain if not os.path.exists(task.kept) else None


def _read(task: _Task) -> _Read | RedlineError:
    path = Path(task.kept)
    kept = load_kept(path, _FACTS)
    if kept is not None:
        return kept
    try:
        editorial = get_profile(task.jurisdiction).editorial
        facts = read_facts(_load(task), task.language or None, editorial)
    except RedlineError as error:
        return error
    write_kept(path, facts)
    return facts, fingerprint_of(facts)


def _load(task: _Task) -> Act:
    path = Path(task.path)
    if path.suffix.lower() in AKN_SUFFIXES:
        return load_act(path)
    language = short_code(task.language or task.fallback)
    # A bare list of rules reads as law where the dossier says what it is called.
    return import_act(path, jurisdiction=task.jurisdiction, language=language, title=task.title).act
