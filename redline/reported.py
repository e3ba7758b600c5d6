"""The report of a review: the dossier checked, its package applied and checked again, the report written."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import redline
from redline.dossier import load_dossier
from redline.dossier.library import read_documents
from redline.errors import RedlineError
from redline.loading import load_spec_file
from redline.papers.paper import Paper
from redline.papers.paper_docx import paper_docx
from redline.papers.paper_html import paper_html
from redline.papers.paper_pdf import paper_pdf_or_why
from redline.render.writing import write_whole
from redline.report.material import Material
from redline.report.pictures import need_pictures
from redline.report.report import report_of
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
    check = check_after if dossier.specs else check_dossier
    checked = check(dossier, language=language or None, progress=progress)
    packages = tuple(redline.amend(load_spec_file(path)) for path in dossier.specs)
    material = Material(
        read_documents(dossier), checked.findings, checked.checks, packages, checked.placed, checked.language
    )
    return material, checked.errors


def write_report(
    source: str | os.PathLike[str],
    out: Path,
    *,
    language: str = "",
    template: Path | None = None,
    progress: Progress | None = None,
) -> Reported:
    """Write the analytical report as Word document, page and PDF.

    Args:
        source: the dossier, or the folder that holds it.
        out: the folder for the files.
        language: two letters; default the dossier's.
        template: a Word document of the house, for the Word file.
        progress: as for `gather`.

    Raises:
        RenderError: `pictures-unavailable`, `template-unreadable`, `output-unwritable`.
        DossierErrors, SpecErrors, ActError, AmendmentErrors: as for `gather`.
    """
    need_pictures()
    material, errors = gather(source, language, progress)
    files, remarks = [], []
    made, why = papers_of(report_of(material), template)
    for ending, data in made.items():
        path = out / f"report.{material.language}.{ending}"
        write_whole(path, data)
        files.append(path)
    if why:
        remarks.append(why)
    return Reported(tuple(files), errors, tuple(remarks))


def papers_of(paper: Paper, template: Path | None) -> tuple[dict[str, bytes], str]:
    """A paper as Word document, page and PDF, by ending; and why there is no PDF, where none can be made."""
    made = {"docx": paper_docx(paper, template), "html": paper_html(paper)}
    pdf, why = paper_pdf_or_why(made["html"])
    return ({**made, "pdf": pdf} if pdf else made), why
