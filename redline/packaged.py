"""The package for stakeholders: everything that is made of a dossier, numbered in a folder and in a zip."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import redline
from redline.answers import answers_of
from redline.build import build_package, inputs_of
from redline.built_files import BuiltFile
from redline.commenting import forms_of, languages_of
from redline.comments.summary import summary_of
from redline.errors import RedlineError, RenderError
from redline.languages import short_code
from redline.languages.called import short_name
from redline.matrices import matrix_files
from redline.model.spec import Spec
from redline.papers.paper_docx import paper_docx
from redline.papers.paper_html import paper_html
from redline.render.outputs import FORMAT_TITLES
from redline.render.swapping import write_folder
from redline.render.word.package import zipped
from redline.render.writing import write_whole
from redline.report.cover import Enclosed, cover_of, manifest_of, written_before
from redline.report.deck import deck_of
from redline.report.material import Material
from redline.report.papers import PAPERS
from redline.report.pictures import need_pictures
from redline.report.site import site_of
from redline.report.words import words_in
from redline.reported import gather, written
from redline.review import findings_html, findings_json
from redline.review.matrix import views_of

_MANIFEST = "manifest.json"
_FORMATS = ("docx", "html", "xlsx", "xml")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Packaged:
    """What was written.

    Attributes:
        folder, zip: where; both hold the same files.
        files: in their order.
        errors: of documents that could not be read, and annotations of what is not there.
        remarks: what the drafter should know, a sentence each.
    """

    folder: Path
    zip: Path
    files: tuple[Path, ...]
    errors: tuple[RedlineError, ...]
    remarks: tuple[str, ...]


def write_package(
    source: str | os.PathLike[str],
    out: Path,
    *,
    language: str = "",
    template: Path | None = None,
    progress: Progress | None = None,
) -> Packaged:
    """Write the package for stakeholders: a folder, and beside it a zip of the same name.

    Args:
        source: the dossier, or the folder that holds it.
        out: the folder for the package, put in its place whole; what persons have laid into it stays.
        language: two letters, of the papers; default the dossier's. Forms are made in every language.
        template: a Word document of the house, for Word files.
        progress: as for `gather`.

    Raises:
        RenderError: `pictures-unavailable`, `template-unreadable`, `output-unwritable`.
        DossierErrors, SpecErrors, ActError, AmendmentErrors: as for `gather`.
    """
    need_pictures()
    _check_out(out)
    material, errors = gather(source, language, progress)
    remarks: list[str] = []
    files = list(_enclosed(material, template, remarks))
    cover = cover_of(material, files)
    words = words_in(material.language)
    listed = [
        Enclosed("0-cover-list.docx", words["cover"], paper_docx(cover, template)),
        Enclosed("0-cover-list.html", words["cover"], paper_html(cover)),
        *files,
    ]
    manifest = manifest_of(material, listed, _sources(material), redline.__version__)
    listed.append(Enclosed(_MANIFEST, words["manifest"], manifest))
    write_folder(out, {file.name: file.data for file in listed}, written_before(out / _MANIFEST))
    packed = out.parent / f"{out.name}.zip"
    write_whole(packed, zipped({f"{out.name}/{file.name}": file.data for file in listed}))
    return Packaged(out, packed, tuple(out / f.name for f in listed), errors, tuple(dict.fromkeys(remarks)))


def _check_out(out: Path) -> None:
    if not out.name or out.name == "..":
        raise RenderError(
            "command-wrong", "the folder of the package needs a name, which its zip bears too",
            do="name a folder, as in -o package",
        )  # fmt: skip


def _enclosed(material: Material, template: Path | None, remarks: list[str]) -> Iterator[Enclosed]:
    """The files of the package in their order."""
    words, code = words_in(material.language), material.language
    papers = _Papers(material, template, remarks)
    yield from papers.enclosed("methodology", "1-methodology")
    views = views_of(material.review, material.findings, material.placed, code)
    for name, data in matrix_files(material.dossier, views, code).items():
        what = _what(material, words["matrix"], name.rpartition(".")[2])
        yield Enclosed(f"1-methodology/{name}", what, data)
    yield from papers.enclosed("report", "2-report")
    found = (material.dossier, material.all_findings, material.checks, code)
    for ending, render in (("html", findings_html.render), ("json", findings_json.render)):
        what = _what(material, words["register"], ending)
        yield Enclosed(f"2-report/findings.{code}.{ending}", what, render(*found))
    for name in ("note", "by-laws", "glossary"):
        yield from papers.enclosed(name, "3-amendments")
    yield from _amendments(material, template)
    yield Enclosed(
        f"4-presentation/presentation.{code}.pptx",
        _what(material, words["presentation"], "pptx"),
        deck_of(material),
    )
    yield from papers.enclosed("briefs", "4-presentation")
    yield Enclosed(f"4-presentation/review.{code}.html", words["site"], site_of(material))
    for language in languages_of(material.review):
        for name, data in forms_of(material.review, language, material.after):
            yield Enclosed(f"5-comments/{name}", f"{words['comment form']}{_in(language, material)}", data)
    if material.dossier.comments:
        summary = summary_of(material.review, code)
        for ending, data in written(summary, ("html", "xlsx"), template, remarks).items():
            what = _what(material, summary.title, ending)
            yield Enclosed(f"5-comments/summary-of-comments.{code}.{ending}", what, data)


@dataclass(frozen=True, slots=True)
class _Papers:
    """Makes the papers of a package; what is to be said of them goes to `remarks`."""

    material: Material
    template: Path | None
    remarks: list[str]

    def enclosed(self, name: str, folder: str) -> Iterator[Enclosed]:
        """A paper in each of its formats; nothing where it speaks of a package and there is none."""
        kind, material = PAPERS[name], self.material
        if kind.of_package and not material.packages:
            return
        for stem, paper in kind.make(material):
            named = words_in(material.language)["report"] if name == "report" else paper.title
            for ending, data in written(paper, kind.formats, self.template, self.remarks).items():
                path = f"{folder}/{stem}.{material.language}.{ending}"
                yield Enclosed(path, _what(material, named, ending), data)


def _amendments(material: Material, template: Path | None) -> Iterator[Enclosed]:
    """The papers of each spec, as `redline build` makes them."""
    options = {"template": str(template)} if template is not None else {}
    answers = answers_of(material.all_findings, languages_of(material.review))
    for spec in material.dossier.specs:
        with tempfile.TemporaryDirectory() as temporary:
            built = build_package(spec, temporary, formats=_FORMATS, options=options, answers=answers)
            for file in built.files:
                name = f"3-amendments/{spec.stem}/{file.path.name}"
                yield Enclosed(name, _what_is(material, file, built.amended.spec), file.path.read_bytes())


def _what_is(material: Material, file: BuiltFile, spec: Spec) -> str:
    """What a paper of the amendments is: its kind, and the Act or the language that it is of."""
    words = words_in(material.language)
    kind = _what(material, words[f"kind {file.output.kind}"], file.output.format)
    if file.act is None:
        of_act = f": {material.title_of_act(file.kind)}" if file.kind else ""
        return f"{kind}{of_act}{_in(file.language, material)}"
    source = spec.acts[file.act]
    return f"{kind}: {material.title_of_act(source.alias)}{_in(source.language, material)}"


def _in(language: str | None, material: Material) -> str:
    """The language of a file, in brackets."""
    return f" ({short_name(short_code(language), material.language)})" if language else ""


def _sources(material: Material) -> Iterator[Path]:
    """Every file that the package is made from."""
    dossier = material.dossier
    yield Path(dossier.file)
    for document in dossier.documents:
        yield from (version.path for version in document.versions if version.path.exists())
    for package in material.packages:
        yield from (path for path in inputs_of(package.spec) if path.exists())
    yield from dossier.report.files
    if dossier.comments_file.exists():
        yield dossier.comments_file


def _what(material: Material, title: str, ending: str) -> str:
    """What a file is, and its type as people call it in the language of the papers."""
    named = (
        words_in(material.language)["html"] if ending == "html" else FORMAT_TITLES.get(ending, "PowerPoint")
    )
    return f"{title} ({named})"
