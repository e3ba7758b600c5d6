"""A dossier reviewed: its documents read and checked, and what was found written."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rapidfuzz import process

from redline.checks import CHECKS, Check
from redline.checks.running import read_digests, run_check
from redline.dossier import load_dossier
from redline.dossier.annotating import Placed, place_annotations
from redline.dossier.library import Review, read_documents
from redline.dossier.packages import dossier_of_spec, is_spec, with_packages
from redline.errors import DossierError, RedlineError
from redline.model.dossier import Dossier
from redline.model.findings import Finding
from redline.render.writing import write_whole
from redline.review import findings_html, findings_json, sarif
from redline.review.judged import Judged, judge
from redline.review.unmet import unmet_findings, unmet_operations

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found in a dossier.

    Attributes:
        review: the dossier with its documents.
        findings: by check, the worst first; rejected ones too.
        placed: the annotations, each with its provision.
        checks: those that were run.
        errors: of documents that could not be read, annotations of what is not there, and ids that nothing
            bears.
        ids: of all that the checks found, of low confidence too.
        language: two letters, of the papers.
        before: the documents as they are, with the specs, where `review` has them as amended.
    """

    review: Review
    findings: tuple[Judged, ...]
    placed: tuple[Placed, ...]
    checks: tuple[Check, ...]
    errors: tuple[RedlineError, ...]
    ids: frozenset[str]
    language: str
    before: Review | None = None

    @property
    def dossier(self) -> Dossier:
        """The dossier."""
        return self.review.dossier

    @property
    def open(self) -> tuple[Judged, ...]:
        """The findings that are still to be answered."""
        return tuple(judged for judged in self.findings if judged.counts)


def check_dossier(
    source: str | os.PathLike[str] | Dossier,
    *,
    only: Collection[str] = (),
    everything: bool = False,
    language: str | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Checked:
    """Run the checks on the documents of a dossier.

    Args:
        source: the dossier, its file, or the folder that holds it; or a spec, which is then checked alone,
            with the Acts that it amends.
        only: names of checks; without any, all that are sure enough to run by themselves.
        everything: also run the checks that guess, and give findings of low confidence.
        language: of the papers; default the dossier's.
        workers: how many processes read the documents, see `read_documents`.
        progress: called with what is done, how much of it, and of how much.

    Raises:
        DossierErrors: the dossier cannot be read; `check-unknown`.
    """
    checks = _wanted(only, everything)
    if isinstance(source, Dossier):
        dossier = source
    elif is_spec(Path(source)):
        dossier = dossier_of_spec(Path(source))
        checks = checks if only else tuple(check for check in checks if check.scope == "package")
    else:
        dossier = load_dossier(source)
    dossier = dossier.in_language(language or dossier.language)
    report = progress or (lambda what, done, total: None)
    review = read_documents(
        dossier,
        workers=workers,
        prepare=partial(read_digests, tuple(check.name for check in checks)),
        progress=lambda done, total: report("reading", done, total),
    )
    if any(check.scope == "package" for check in checks):
        review = with_packages(review)
    found = found_by(checks, review, progress=lambda done, total: report("checking", done, total))
    shown = found if everything or only else sure(found)
    placed, absent = place_annotations(review)
    ids = frozenset(finding.id for finding in found)
    errors = [*review.errors, *absent, *unmet_operations(review)]
    if (
        not only and not dossier.specs
    ):  # what a package brings about can be decided on, too: see `check_after`
        errors += unmet_findings(review, ids)
    spoken = language or dossier.language
    return Checked(review, judge(shown, dossier), placed, checks, tuple(errors), ids, spoken)


def found_by(
    checks: Sequence[Check], review: Review, *, progress: Callable[[int, int], None] | None = None
) -> list[Finding]:
    """What checks find in documents that have been read, of low confidence too.

    Args:
        progress: called after each check with the number done and the total.
    """
    found: list[Finding] = []
    for done, check in enumerate(checks, 1):
        found += run_check(check, review)
        if progress is not None:
            progress(done, len(checks))
    review.memo.clear()  # what several checks looked at together, and nothing else does
    return found


def sure(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without those of low confidence, which are given to who asks for guesses."""
    return [finding for finding in findings if finding.confidence != "low"]


def _wanted(only: Collection[str], everything: bool) -> tuple[Check, ...]:
    names = [check.name for check in CHECKS]
    for name in only:
        if name not in names:
            near = process.extractOne(name, names, score_cutoff=60)
            raise DossierError(
                "check-unknown",
                f"there is no check {name}",
                do=f"did you mean {near[0]}?" if near else f"the checks are {', '.join(names)}",
            )
    return tuple(check for check in CHECKS if (check.name in only if only else everything or check.default))


def write_findings(checked: Checked, path: Path) -> None:
    """Write the findings as the ending of the file says: `.json`, `.sarif` or `.html`.

    Raises:
        DossierError: `command-wrong`, for another ending.
        RenderError: `output-unwritable`.
    """
    makers = {".json": findings_json.render, ".sarif": sarif.render, ".html": findings_html.render}
    make = makers.get(path.suffix.lower())
    if make is None:
        raise DossierError(
            "command-wrong",
            f"findings cannot be written as {path.name}",
            do=f"give a file that ends in {', '.join(makers)}",
        )
    write_whole(path, make(checked.dossier, checked.findings, checked.checks, checked.language))
