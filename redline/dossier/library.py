"""The documents of a dossier read: each file once, what was read kept beside the dossier by fingerprint.

What is kept lies in the folder `.redline-cache` beside the dossier, and can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from msgspec.msgpack import Decoder, Encoder

from redline.akn.document import AKN_SUFFIXES, Act, load_act
from redline.dossier.kept import CACHE, Keep, fingerprint_of, keep_beside
from redline.errors import RedlineError
from redline.facts import read_facts
from redline.facts.citing import cite
from redline.importers import import_act
from redline.jurisdictions import get_profile
from redline.languages import short_code
from redline.model.dossier import Document, Dossier, Version
from redline.model.facts import Facts

if TYPE_CHECKING:
    from redline.dossier.packages import Package

__all__ = ["CACHE", "Preparation", "Review", "ReviewedAct", "read_documents"]

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
        memo: what checks have made of these very documents in this run, by name.
    """

    dossier: Dossier
    acts: tuple[ReviewedAct, ...]
    errors: tuple[RedlineError, ...] = ()
    keep: Keep | None = None
    packages: tuple[Package, ...] = ()
    memo: dict[str, object] = field(default_factory=dict, init=False, repr=False)

    def versions_of(self, document: str) -> tuple[ReviewedAct, ...]:
        """The versions of one document."""
        return tuple(act for act in self.acts if act.document.id == document)

    def version_in(self, document: str, language: str) -> ReviewedAct | None:
        """The version of a document in a language, or else its first; None where none could be read."""
        versions = self.versions_of(document)
        return next((act for act in versions if act.language == language), versions[0] if versions else None)


Preparation = Callable[[ReviewedAct], None]
"""What else is done with an Act where it is read; from another process its result is seen in what it keeps.
A function of a module, or a `functools.partial` of one."""
_FACTS = Decoder(Facts)
_Read = tuple[Facts, str]
"""What was read from a version, and its fingerprint."""


@dataclass(frozen=True, slots=True)
class _Task:
    """What is needed to read one version, in this process or another.

    Attributes:
        document, version: as in the dossier.
        jurisdiction, fallback: of the dossier: its drafting profile, its language.
        keep, key: where what is read is kept, and under which name.
        prepare: what else is to be done.
    """

    document: Document
    version: Version
    jurisdiction: str
    fallback: str
    keep: Keep | None
    key: str
    prepare: Preparation | None

    @property
    def title(self) -> str:
        """As the dossier says it in the language of the version."""
        return self.document.title.get(short_code(self.version.language or self.fallback), "")

    @property
    def kept(self) -> bool:
        """Whether what was read from this very file is there, whole or not."""
        return self.keep is not None and self.keep.holds(self.key)


def read_documents(
    dossier: Dossier,
    *,
    workers: int = 1,
    prepare: Preparation | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Review:
    """Read every version of every document.

    A file that cannot be read is an error in `errors`, at its line of the dossier; the others are read all
    the
    same.

    Args:
        dossier: as `load_dossier` gives it.
        workers: how many processes read; more than one only from a program whose main module can be imported.
        prepare: called with each Act that is read anew, in the process that reads it.
        progress: called after each file with the number done and the total.
    """
    keep = keep_beside(dossier.folder)
    tasks = [
        _task(dossier, document, version, keep, prepare)
        for document in dossier.documents
        for version in document.versions
    ]
    acts: list[ReviewedAct] = []
    errors: list[RedlineError] = list(dossier.left_out)
    for done, (task, result) in enumerate(zip(tasks, _read_all(tasks, workers), strict=True), 1):
        if isinstance(result, RedlineError):
            result.at = task.version.at
            errors.append(result.with_excerpt(dossier.sources))
        else:
            acts.append(result)
        if progress is not None:
            progress(done, len(tasks))
    return Review(dossier, tuple(acts), tuple(errors), keep)


def _task(
    dossier: Dossier, document: Document, version: Version, keep: Keep | None, prepare: Preparation | None
) -> _Task:
    task = _Task(document, version, dossier.jurisdiction, dossier.language, keep, "", prepare)
    digest = hashlib.sha256()
    with contextlib.suppress(OSError):
        digest.update(version.path.read_bytes())
    said = (version.path.suffix, version.language, dossier.jurisdiction, dossier.language, task.title)
    digest.update("\x1f".join(said).encode("utf-8"))
    return replace(task, key=f"{digest.hexdigest()[:24]}.facts")


def _read_all(tasks: Sequence[_Task], workers: int) -> Iterator[ReviewedAct | RedlineError]:
    """What was read from each, in their order."""
    missing = [place for place, task in enumerate(tasks) if not task.kept]
    paths = (tasks[place].version.path for place in missing)
    size = sum(path.stat().st_size for path in paths if path.exists())
    if workers < 2 or len(missing) < 2 or size < _WORTH_WORKERS:
        yield from map(_read, tasks)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        elsewhere: dict[int, Future[bytes | RedlineError | None]] = {}
        with contextlib.suppress(BrokenProcessPool):  # what is not given out is read here
            for place in missing:
                elsewhere[place] = pool.submit(_read_apart, tasks[place])
        for place, task in enumerate(tasks):
            yield _read_from(elsewhere[place], task) if place in elsewhere else _read(task)


def _read_from(reading: Future[bytes | RedlineError | None], task: _Task) -> ReviewedAct | RedlineError:
    """What another process has read; where that came to its end, it is read here."""
    try:
        found = reading.result()
    except BrokenProcessPool:
        return _read(task)
    if found is None or isinstance(found, RedlineError):
        return _read(task) if found is None else found
    facts = _FACTS.decode(found)
    return _act(task, (facts, fingerprint_of(facts)))


def _read_apart(task: _Task) -> bytes | RedlineError | None:
    """Read a file in another process, which gives back what went wrong, and what was read only where it could
    not be kept."""
    read = _read(task)
    if isinstance(read, RedlineError):
        return RedlineError(read.slug, read.message, do=read.do)
    return None if task.kept else Encoder().encode(read.facts)


def _read(task: _Task) -> ReviewedAct | RedlineError:
    kept = task.keep.load_marked(task.key, _FACTS) if task.keep is not None else None
    if kept is not None:
        return _act(task, kept)
    try:
        editorial = get_profile(task.jurisdiction).editorial
        facts = read_facts(_load(task), task.version.language or None, editorial)
    except RedlineError as error:
        return error
    fingerprint = task.keep.write(task.key, facts) if task.keep is not None else fingerprint_of(facts)
    act = _act(task, (facts, fingerprint))
    if task.prepare is not None:
        task.prepare(act)
    return act


def _act(task: _Task, read: _Read) -> ReviewedAct:
    return ReviewedAct(task.document, task.version, *read, task.keep)


def _load(task: _Task) -> Act:
    path = task.version.path
    if path.suffix.lower() in AKN_SUFFIXES:
        return load_act(path)
    language = short_code(task.version.language or task.fallback)
    # A bare list of rules reads as law where the dossier says what it is called.
    return import_act(path, jurisdiction=task.jurisdiction, language=language, title=task.title).act
