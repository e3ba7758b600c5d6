"""The legal matrix of a review, and the concordance table of two documents, in each of their formats."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from redline.dossier import load_dossier
from redline.dossier.library import read_documents
from redline.errors import RedlineError
from redline.model.dossier import Dossier
from redline.papers.paper_docx import paper_docx
from redline.render.writing import write_whole
from redline.review import matrix_html, matrix_xlsx
from redline.review.concordance import concordance_of, title_of
from redline.review.matrix import View, views_of
from redline.review.matrix_paper import matrix_paper
from redline.review.matrix_words import Words, matrix_words
from redline.reviewing import Checked


def write_matrix(checked: Checked, folder: Path) -> dict[Path, int]:
    """Write the legal matrix as a workbook, a Word document and a page.

    Returns:
        the files, each with how many provisions it has rows for.

    Raises:
        RenderError: `output-unwritable`.
    """
    views = views_of(checked.review, checked.findings, checked.placed, checked.language)
    files = matrix_files(checked.dossier, views, checked.language)
    for name, data in files.items():
        write_whole(folder / name, data)
    rows = next(len(view.rows) for view in views if view.name == "provisions")
    return dict.fromkeys((folder / name for name in files), rows)


def write_concordance(
    source: str | os.PathLike[str], one: str, other: str, folder: Path, *, language: str | None = None
) -> tuple[dict[Path, int], tuple[RedlineError, ...]]:
    """Write the concordance table of two documents of a dossier as a workbook, a Word document and a page.

    Args:
        one, other: ids of documents: what of the first the second covers.

    Returns:
        the files, each with how many provisions it has rows for; what could not be read or is not there.

    Raises:
        DossierErrors: the dossier cannot be read.
        DossierError: `document-unknown`, `language-missing`.
        RenderError: `output-unwritable`.
    """
    dossier = load_dossier(source)
    spoken = language or dossier.language
    dossier = dossier.in_language(spoken)
    review = read_documents(dossier)
    views, errors = concordance_of(review, one, other, spoken)
    words = matrix_words(spoken)
    words = {**words, "matrix": words["concordance"], "legend": words["concordance-legend"]}
    names = (title_of(review, document) for document in (one, other))
    made = _in_each_format(views, " – ".join(names), words, spoken)
    written: dict[Path, int] = {}
    for ending, data in made.items():
        path = folder / f"concordance-{one}-{other}.{ending}"
        write_whole(path, data)
        written[path] = len(views[0].rows)
    return written, (*review.errors, *errors)


def matrix_files(dossier: Dossier, views: Sequence[View], language: str) -> dict[str, bytes]:
    """The legal matrix in each of its formats, by name of the file."""
    made = _in_each_format(views, dossier.title_in(language), matrix_words(language), language)
    return {f"matrix.{ending}": data for ending, data in made.items()}


def _in_each_format(views: Sequence[View], title: str, words: Words, language: str) -> dict[str, bytes]:
    return {
        "xlsx": matrix_xlsx.render(views, title, words),
        "docx": paper_docx(matrix_paper(views, title, language, words)),
        "html": matrix_html.render(views, title, words, language),
    }
