"""Checks run on the documents of a dossier; what they found where nothing has changed is taken from what was
kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import groupby
from pathlib import Path

from msgspec.msgpack import Decoder

from redline.checks import CHECKS
from redline.checks.check import Check
from redline.dossier.kept import fingerprint_of, key_of
from redline.dossier.library import Review, ReviewedAct
from redline.model.dossier import Dossier
from redline.model.findings import Finding
from redline.model.source import Span

_FINDINGS = Decoder(tuple[Finding, ...])


def read_digests(names: Collection[str], act: ReviewedAct) -> None:
    """Read out of an Act what checks go by when they compare it with others, and keep it.

    Args:
        names: of the checks.
    """
    for check in CHECKS:
        for digest in check.digests if check.name in names else ():
            digest.of(act)


def run_check(check: Check, review: Review) -> Iterator[Finding]:
    """What a check finds, in the order of the documents: the same as without anything kept."""
    for part in _parts(check, review):
        yield from _found(check, part)


def _parts(check: Check, review: Review) -> Iterator[Review]:
    """What the check looks at together: see `Check.scope`."""
    if check.scope == "dossier":
        yield review  # the same for every check: what several look at is made once
        return
    if check.scope == "package":
        yield from (replace(review, packages=(package,)) for package in review.packages)
        return
    for _, versions in groupby(review.acts, key=lambda act: act.document.id):
        acts = tuple(versions)
        document = acts[0].document
        bare = Dossier(
            review.dossier.file,
            review.dossier.folder,
            (document,),
            jurisdiction=review.dossier.jurisdiction,
            language=review.dossier.language,
        )
        for seen in [acts] if check.scope == "document" else [(act,) for act in acts]:
            yield Review(bare, seen, keep=review.keep)


def _found(check: Check, review: Review) -> tuple[Finding, ...]:
    if review.keep is None:
        return tuple(check.run(review))
    packages = (package.fingerprint for package in review.packages if check.scope == "package")
    key = key_of(check.name, _said(review.dossier), *map(_identity, review.acts), *packages)
    found = review.keep.load(key, _FINDINGS)
    if found is None:
        found = tuple(check.run(review))
        review.keep.write(key, found)
    return found


def _identity(act: ReviewedAct) -> str:
    """An Act as the checks see it: what was read, and what the dossier says of it."""
    return key_of(act.fingerprint, act.version.language, act.version.name, _fingerprint(act.document))


def _said(dossier: Dossier) -> str:
    """What the dossier says that checks look at; decisions come after them."""
    said = (dossier.documents, dossier.goals, dossier.annotations, dossier.findings)
    return _fingerprint((dossier.jurisdiction, dossier.language, *said))


def _fingerprint(said: object) -> str:
    return fingerprint_of(_placeless(said))


def _placeless(said: object) -> object:
    """What is said, without where in the dossier it stands: a line more above it changes no finding."""
    if isinstance(said, (Span, Path)):
        return None
    if is_dataclass(said):
        return [_placeless(getattr(said, each.name)) for each in fields(said)]
    if isinstance(said, Mapping):
        return {key: _placeless(value) for key, value in said.items()}
    return [_placeless(each) for each in said] if isinstance(said, (tuple, list)) else said
