"""Comments on a package: the forms written, the returned ones read into the dossier, the summary made."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from redline.comments.form import form_docx, form_xlsx
from redline.comments.places import Places, places_in
from redline.comments.returned import new_among, read_form
from redline.comments.summary import summary_of
from redline.dossier import load_dossier
from redline.dossier.comments import with_comments
from redline.dossier.library import Review, read_documents
from redline.errors import RedlineError
from redline.model.dossier import Comment
from redline.papers.paper_docx import paper_docx
from redline.papers.paper_html import paper_html
from redline.papers.paper_xlsx import paper_xlsx
from redline.render.writing import write_whole
from redline.tracing import amended_review


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of returned forms.

    Attributes:
        file: the file of comments.
        added: the comments that are new in it.
        known: how many were there already.
        errors: of the rows and files that were not taken.
        remarks: what else stands in the files and was not read, a sentence each.
    """

    file: Path
    added: tuple[Comment, ...]
    known: int
    errors: tuple[RedlineError, ...]
    remarks: tuple[str, ...] = ()


def write_forms(
    source: str | os.PathLike[str], out: Path, languages: Collection[str] = ()
) -> tuple[tuple[Path, ...], tuple[RedlineError, ...]]:
    """Write the comment form of a dossier, as `.docx` and `.xlsx` in each language.

    Args:
        source: the dossier, or the folder that holds it.
        out: the folder for the forms.
        languages: two letters each; default those of the documents.

    Returns:
        the files, and errors of documents that could not be read: their provisions are not listed.

    Raises:
        DossierErrors: the dossier cannot be read.
        RenderError: `output-unwritable`.
    """
    review = read_documents(load_dossier(source))
    after, errors = drafted(review)
    written: list[Path] = []
    for language in languages or languages_of(review):
        for name, data in forms_of(review, language, after):
            write_whole(out / name, data)
            written.append(out / name)
    return tuple(written), (*review.errors, *errors)


def drafted(review: Review) -> tuple[Review | None, tuple[RedlineError, ...]]:
    """The documents as the package amends them, so that its new provisions can be spoken of; without a
    package None, and with the errors of one that cannot be applied.
    """
    if not review.dossier.specs:
        return None, ()
    try:
        return amended_review(review), ()
    except RedlineError as error:
        return None, error.each


def languages_of(review: Review) -> tuple[str, ...]:
    """The languages that papers for everybody are made in: those of the documents, and the dossier's own."""
    return tuple(dict.fromkeys([review.dossier.language, *(act.language for act in review.acts)]))


def forms_of(review: Review, language: str, after: Review | None = None) -> list[tuple[str, bytes]]:
    """The forms in one language, by name of the file.

    Args:
        review, language, after: as for `places_in`.
    """
    dossier = review.dossier
    title = dossier.title_in(language)
    places = places_in(review, language, after)
    name = f"comment-form.{language}"
    return [
        (f"{name}.docx", form_docx(title, places, language)),
        (f"{name}.xlsx", form_xlsx(title, places, language)),
    ]


def import_comments(source: str | os.PathLike[str], files: Sequence[Path]) -> Imported:
    """Read returned forms into the file of comments beside the dossier; nothing in it is changed or lost.

    A row that cannot be understood is an error and is not taken; the others are.

    Args:
        source: the dossier, or the folder that holds it.
        files: the returned forms: `.docx`, or any workbook.

    Raises:
        DossierErrors: the dossier cannot be read.
        DossierError: `comments-unwritable`.
        RenderError: `output-unwritable`.
    """
    dossier = load_dossier(source)
    review = read_documents(dossier)
    after, wrong = drafted(review)
    places = Places(review, after)
    forms = [read_form(path, places) for path in files]
    found = [comment for form in forms for comment in form.comments]
    added = tuple(new_among(found, dossier.comments))
    if added:
        documents = [document.id for document in dossier.documents]
        text = with_comments(dossier.comments_file, added, documents)
        write_whole(dossier.comments_file, text.encode("utf-8"))
    errors = (*review.errors, *wrong, *(error for form in forms for error in form.errors))
    remarks = tuple(remark for form in forms for remark in form.remarks)
    return Imported(dossier.comments_file, added, len(found) - len(added), errors, remarks)


def write_summary(
    source: str | os.PathLike[str], out: Path, language: str = "", template: Path | None = None
) -> tuple[Path, ...]:
    """Write the summary of comments as Word document, workbook and page.

    Args:
        source: the dossier, or the folder that holds it.
        out: the folder for the files.
        language: two letters; default the dossier's.
        template: a Word document of the house, for the Word file.

    Raises:
        DossierErrors: the dossier cannot be read.
        RenderError: `output-unwritable`, `template-unreadable`.
    """
    review = read_documents(load_dossier(source))
    spoken = language or review.dossier.language
    paper = summary_of(review, spoken)
    name = f"summary-of-comments.{spoken}"
    made = {"docx": paper_docx(paper, template), "xlsx": paper_xlsx(paper), "html": paper_html(paper)}
    for ending, data in made.items():
        write_whole(out / f"{name}.{ending}", data)
    return tuple(out / f"{name}.{ending}" for ending in made)
