"""The report of a review: the dossier checked, its package applied and checked again, the report written."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

import redline
from redline.dossier import load_dossier
from redline.errors import DossierError, RedlineError
from redline.papers.paper import Paper
from redline.papers.paper_docx import paper_docx
from redline.papers.paper_html import paper_html
from redline.papers.paper_pdf import paper_pdf_or_why
from redline.papers.paper_xlsx import paper_xlsx
from redline.render.writing import write_whole
from redline.report.material import Material
from redline.report.papers import PAPERS
from redline.report.pictures import need_pictures
from redline.reviewing import check_dossier
from redline.tracing import check_after

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Reported:
    """What was written.

    Attributes:
        files: in the order made.
        errors: of documents that could not be read, and annotations of what is not there.
        remarks: what the drafter should know, a sentence each.
    """

    files: tuple[Path, ...]
    errors: tuple[RedlineError, ...]
    remarks: tuple[str, ...]


def gather(
    source: str | os.PathLike[str], language: str = "", progress: Progress | None = None
) -> tuple[Material, tuple[RedlineError, ...]]:
    """Check a dossier, apply its package, and check once more.

    Args:
        source: the dossier, or the folder that holds it.
        language: two letters, of the papers; default the dossier's.
        progress: called with what is done, how much of it, and of how much.

    Returns:
        what the papers are made from, and the errors of what could not be read.

    Raises:
        DossierErrors: the dossier cannot be read; `amended-twice`.
        SpecErrors, ActError, AmendmentErrors: a spec of the package cannot be applied.
    """
    dossier = load_dossier(source)
    dossier = dossier.in_language(language or dossier.language)
    check = check_after if dossier.specs else check_dossier
    checked = check(dossier, language=language or None, progress=progress)
    before = checked.before or checked.review
    material = Material(
        replace(before, packages=()),
        checked.findings,
        checked.checks,
        tuple(redline.Amended(package.spec, package.marked, None) for package in before.packages),
        checked.placed,
        checked.language,
        checked.review if checked.before is not None else None,
    )
    return material, checked.errors


def write_report(
    source: str | os.PathLike[str],
    out: Path,
    *,
    papers: Collection[str] = ("report",),
    language: str = "",
    template: Path | None = None,
    progress: Progress | None = None,
) -> Reported:
    """Write papers of a review, each as Word document and in its further formats.

    Args:
        source: the dossier, or the folder that holds it.
        out: the folder for the files.
        papers: names in `PAPERS`.
        language: two letters; default the dossier's.
        template: a Word document of the house, for Word files.
        progress: as for `gather`.

    Raises:
        RenderError: `pictures-unavailable`, `template-unreadable`, `output-unwritable`.
        DossierErrors, SpecErrors, ActError, AmendmentErrors: as for `gather`.
        DossierError: `spec-missing`, where a paper is asked for that speaks of a package.
    """
    need_pictures()
    material, errors = gather(source, language, progress)
    files: list[Path] = []
    remarks: list[str] = []
    for name in papers:
        _check_package(name, material)
        for stem, paper in PAPERS[name].make(material):
            for ending, data in written(paper, PAPERS[name].formats, template, remarks).items():
                path = out / f"{stem}.{material.language}.{ending}"
                write_whole(path, data)
                files.append(path)
    return Reported(tuple(files), errors, tuple(dict.fromkeys(remarks)))


def _check_package(name: str, material: Material) -> None:
    if PAPERS[name].of_package and not material.packages:
        raise DossierError(
            "spec-missing",
            f"{name} speaks of a package of amendments, and {material.dossier.file} names none",
            do="name the specs of the package under specs:, as in specs: [package.yaml]",
        )


def written(
    paper: Paper, formats: Collection[str], template: Path | None, remarks: list[str]
) -> dict[str, bytes]:
    """A paper in some of its formats, by ending; why there is no PDF, where none can be made, is a remark."""
    page = paper_html(paper)
    made: dict[str, bytes] = {"docx": paper_docx(paper, template)}
    if "html" in formats:
        made["html"] = page
    if "xlsx" in formats:
        made["xlsx"] = paper_xlsx(paper)
    if "pdf" in formats:
        pdf, why = paper_pdf_or_why(page)
        made.update({"pdf": pdf} if pdf else {})
        remarks += [why] if why else []
    return made
