"""Each Word document, workbook and presentation of a review opens, and its print shows what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from docx.oxml.ns import qn

from redline.commenting import import_comments, write_forms
from redline.dossier import load_dossier
from redline.packaged import write_package
from tests.office.conftest import LibreOffice
from tests.unit.comments.forms import filled_xlsx
from tests.unit.report.reviewed import REPORT, make_review


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory, whole_office: LibreOffice) -> Path:
    """A package with everything that one can hold."""
    folder = tmp_path_factory.mktemp("review")
    more = REPORT + "  next-steps: |\n    1. Одобрить **проект**.\n"
    dossier = make_review(folder, more)
    import_comments(dossier, [filled_xlsx(folder, "Минюст", [("статья 2", "Срок мал.", "Срок – два года.")])])
    write_package(dossier, folder / "package")
    return folder / "package"


def _office_files(package: Path) -> list[Path]:
    return sorted(path for path in package.rglob("*") if path.suffix in (".docx", ".xlsx", ".pptx"))


def _bare(text: str) -> str:
    """Letters and figures alone: how a print divides words and lines is not what is asked here. Letters that are
    taken from another font are read at the end of their line, and left out.
    """
    return re.sub(r"[\W_әғқңөұүһ]+", "", text, flags=re.IGNORECASE)


def _stands_in(text: str, pages: list[str]) -> bool:
    """Whether a text stands on a page; or all its words do, there or over the turn to the next page, since the
    lines of a table's row are read across its cells, and foot and head of pages between.
    """
    if any(_bare(text) in page for page in pages):
        return True
    words = list(filter(None, map(_bare, text.split())))
    return any(all(word in page for word in words) for page in (*pages, *map("".join, pairwise(pages))))


def _in_word(path: Path) -> Iterator[str]:
    body = docx.Document(str(path)).element.body
    for paragraph in body.iter(qn("w:p")):
        if next(paragraph.iter(qn("w:fldChar"), qn("w:del")), None) is None:
            yield "".join(each.text or "" for each in paragraph.iter(qn("w:t")))


def _in_excel(path: Path) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows(values_only=True):
            yield from (str(value) for value in row if value is not None)


def _on_slides(path: Path) -> Iterator[str]:
    for slide in pptx.Presentation(str(path)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)


_READERS = {".docx": _in_word, ".xlsx": _in_excel, ".pptx": _on_slides}


def test_every_file_opens_and_its_print_shows_all_that_it_says(
    package: Path, whole_office: LibreOffice, tmp_path: Path
) -> None:
    files = _office_files(package)
    assert {path.suffix for path in files} == set(_READERS)
    for path in files:
        pages = list(map(_bare, whole_office.pages(path, tmp_path)))
        said = [text for text in _READERS[path.suffix](path) if _bare(text)]
        assert said, path.name
        lost = [text for text in said if not _stands_in(text, pages)]
        assert not lost, f"{path.name} does not print {lost[:3]}"


def test_the_print_of_the_slides_has_a_page_for_each(
    package: Path, whole_office: LibreOffice, tmp_path: Path
) -> None:
    (path,) = package.rglob("*.pptx")
    show = pptx.Presentation(str(path))
    pages = whole_office.pages(path, tmp_path)
    titles = [slide.shapes.title.text_frame.text for slide in show.slides]
    assert len(pages) == len(titles)
    for page, title in zip(pages, titles, strict=True):
        assert _bare(title) in _bare(page)


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_a_form_that_libreoffice_has_saved_is_read_back(
    whole_office: LibreOffice, tmp_path: Path, ending: str
) -> None:
    dossier = make_review(tmp_path)
    sent = filled_xlsx(tmp_path, "Минюст", [("статья 2", "Срок мал.", "Срок – два года.")])
    if ending == ".docx":
        write_forms(dossier, tmp_path / "forms", ["ru"])
        document = docx.Document(str(tmp_path / "forms" / "comment-form.ru.docx"))
        controls = document.element.body.iter(qn("w:sdt"))
        for text in ("Минюст", "статья 2", "Срок мал.", "Срок – два года."):
            control = next(controls)
            shown = control.find(qn("w:sdtPr")).find(qn("w:showingPlcHdr"))
            shown.getparent().remove(shown)
            next(control.iter(qn("w:t"))).text = text
        sent = tmp_path / "filled.docx"
        document.save(str(sent))
    for kind in ("save", "save-open") if ending == ".xlsx" else ("save",):
        saved = tmp_path / f"again{'.ods' if kind == 'save-open' else ending}"
        whole_office.resolve(kind, sent, saved)
        (tmp_path / "comments.yaml").unlink(missing_ok=True)
        imported = import_comments(dossier, [saved])
        assert (imported.errors, imported.remarks) == ((), ()), saved.name
        (comment,) = load_dossier(dossier).comments
        said = (comment.body, comment.document, comment.address, comment.comment, comment.proposal)
        assert said == ("Минюст", "law", "статья 2", "Срок мал.", "Срок – два года.")
