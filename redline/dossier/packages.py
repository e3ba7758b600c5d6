"""The specs of a dossier, and what each makes of its documents."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from msgspec.msgpack import Decoder

from redline.akn.cited import published_in
from redline.akn.document import Act, load_act
from redline.akn.marked import MarkedAct
from redline.dossier.kept import Keep, fingerprint_of, key_of
from redline.dossier.library import Review, ReviewedAct
from redline.engine.engine import amend_acts
from redline.errors import ActError, RedlineError
from redline.facts import read_facts
from redline.jurisdictions import get_profile
from redline.languages import short_code
from redline.model.changes import Change
from redline.model.dossier import Document, Dossier, Version
from redline.model.facts import Facts
from redline.model.source import Span
from redline.model.spec import Operation, Spec
from redline.spec import load_spec

_DONE = Decoder(bool)
_BEGINS = re.compile(rb"^(\xef\xbb\xbf)?redline\s*:", re.MULTILINE)


@dataclass(frozen=True, slots=True, eq=False)
class AmendedVersion:
    """One language version of an Act that a spec amends.

    Attributes:
        alias: what the spec calls the Act.
        source_at: where the spec names it.
        publication: where it was published, as the spec says it, else the Act itself; or empty.
        before, after: as it is, and as the spec makes it.
        base: the Act as it is.
        changes: what became of each operation.
    """

    alias: str
    source_at: Span
    publication: str
    before: ReviewedAct
    after: ReviewedAct
    base: Act
    changes: tuple[Change, ...]


class Package:
    """One spec, applied when it is first asked what it does.

    Attributes:
        spec: the spec.
        path: its file.
        folder: that of the dossier.
        memo: what checks have made of it in this run, by name.
    """

    def __init__(self, spec: Spec, path: Path, review: Review) -> None:
        self.spec = spec
        self.path = path
        self.folder = review.dossier.folder
        self.memo: dict[str, object] = {}
        self._jurisdiction = review.dossier.jurisdiction
        self._known = {act.version.path: act for act in review.acts}

    def facts_after(self, act: ReviewedAct) -> Facts:
        """What an Act says as this spec amends it; as it is, where it does not."""
        return next((version.after.facts for version in self.versions if version.before is act), act.facts)

    @cached_property
    def fingerprint(self) -> str:
        """The same where the files of the spec and its Acts are the same."""
        digest = hashlib.sha256()
        for name, lines in sorted(self.spec.sources.items()):
            # Findings name the files, so what was found goes with their places.
            digest.update("\n".join([self.name_of(name), *lines, "\x1e"]).encode("utf-8"))
        for text in self.spec.brought:  # some stand in files of their own
            digest.update(f"\x1e{text.text}".encode())
        for source in self.spec.acts.values():
            if source.path is not None:
                digest.update(f"{self.name_of(source.path)}\x1e".encode())
                with contextlib.suppress(OSError):  # what is not there is told where it is loaded
                    digest.update(Path(source.path).read_bytes())
        return digest.hexdigest()[:24]

    @cached_property
    def marked(self) -> dict[str, MarkedAct]:
        """The Acts that it amends, marked, by their keys in the spec.

        Raises:
            ActError, AmendmentErrors: it cannot be applied.
        """
        return amend_acts(self.spec, {key: self._load(key) for key in self.spec.acts})

    @cached_property
    def versions(self) -> tuple[AmendedVersion, ...]:
        """The Acts that it amends, in its order.

        Raises:
            ActError, AmendmentErrors: it cannot be applied.
        """
        return tuple(self._version(key, self.marked[key]) for key in self.spec.acts)

    def _load(self, key: str) -> Act:
        source = self.spec.acts[key]
        try:
            return load_act(source.path or source.source, name=source.name or source.source)
        except ActError as error:
            error.at = error.at or source.at
            raise error.with_excerpt(dict(self.spec.sources)) from None

    def _version(self, key: str, marked: MarkedAct) -> AmendedVersion:
        source = self.spec.acts[key]
        editorial = get_profile(self._jurisdiction).editorial
        path = Path(source.path or source.source).resolve()
        before = self._known.get(path)
        if before is None:
            facts = read_facts(marked.base, source.language, editorial)
            version = Version(facts.language, self.name_of(path), path, source.at)
            document = Document(source.alias, (version,), source.at)
            before = ReviewedAct(document, version, facts, fingerprint_of(facts))
        facts = read_facts(marked.after(), before.language, editorial)
        document = before.document
        if facts.title != before.facts.title:  # the Act has another title then
            document = replace(document, title={**document.title, before.language: facts.title})
        after = ReviewedAct(document, before.version, facts, fingerprint_of(facts), before.keep)
        published = source.publication or published_in(marked.base)
        return AmendedVersion(
            source.alias, source.at, published, before, after, marked.base, marked.changes()
        )

    def name_of(self, path: str | Path) -> str:
        """A file from the folder of the dossier."""
        return Path(os.path.relpath(Path(path).resolve(), self.folder.resolve())).as_posix()

    def file_of(self, operation: Operation) -> str:
        """The file in which an operation is written, from the folder of the dossier."""
        return self.name_of(operation.at.file)

    def line_of(self, at: Span) -> str:
        """The line of the spec at a place."""
        lines = self.spec.sources.get(at.file, ())
        return lines[at.line - 1].strip() if 0 < at.line <= len(lines) else ""


def is_spec(path: Path) -> bool:
    """Whether a file is a spec, and no dossier."""
    try:
        return path.is_file() and _BEGINS.search(path.read_bytes()) is not None
    except OSError:
        return False


def dossier_of_spec(path: Path) -> Dossier:
    """The Acts of a spec as a dossier.

    Raises:
        SpecErrors: it cannot be read.
    """
    spec = load_spec(path)
    documents: dict[str, Document] = {}
    for source in spec.acts.values():
        file = Path(source.path or source.source).resolve()
        version = Version(short_code(source.language or ""), source.source, file, source.at)
        known = documents.get(source.alias)
        versions = (*known.versions, version) if known is not None else (version,)
        documents[source.alias] = Document(source.alias, versions, source.at)
    return Dossier(
        file=spec.file,
        folder=path.parent,
        documents=tuple(documents.values()),
        title=dict(spec.title),
        jurisdiction=spec.jurisdiction,
        language=short_code(spec.language or "en"),
        specs=(path,),
        sources=spec.sources,
    )


def with_packages(review: Review) -> Review:
    """A review with the specs of its dossier; one that cannot be read or applied is an error beside the
    documents' own."""
    packages: list[Package] = []
    errors: list[RedlineError] = []
    for path in review.dossier.specs:
        try:
            package = Package(load_spec(path), path, review)
            _make_sure(package, review.keep)
        except RedlineError as error:
            errors += error.each
        else:
            packages.append(package)
    return replace(review, packages=tuple(packages), errors=(*review.errors, *errors))


def _make_sure(package: Package, keep: Keep | None) -> None:
    """Apply a package, unless the same was applied before.

    Raises:
        ActError, AmendmentErrors: it cannot be.
    """
    key = key_of("applies", package.fingerprint)
    if keep is not None and keep.load(key, _DONE):
        return
    done = bool(package.versions)
    if keep is not None:
        keep.write(key, done)
