"""The package for stakeholders holds everything, says what it holds, and names no machine."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import zipfile
from pathlib import Path

import pptx
import pytest
from click.testing import CliRunner

from redline.cli import main
from redline.commenting import import_comments
from redline.errors import RenderError
from redline.packaged import write_package
from redline.render.outputs import KINDS
from redline.render.swapping import write_folder
from redline.report.deck import deck_of
from redline.report.site import site_of
from redline.report.words import words_in
from redline.reported import gather
from tests.unit.comments.forms import filled_xlsx
from tests.unit.report.reviewed import REPORT, make_review


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """The folder of a dossier, and its package made twice, each time in another place."""
    folder = tmp_path_factory.mktemp("review")
    dossier = make_review(folder)
    import_comments(dossier, [filled_xlsx(folder, "Минюст", [("статья 2", "Срок мал.", "")])])
    made = [tmp_path_factory.mktemp(name) / "package" for name in ("one", "two")]
    for out in made:
        write_package(dossier, out)
    return folder, made[0], made[1]


def _files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_package_is_the_same_bytes_each_time_and_its_zip_holds_the_same(
    packages: tuple[Path, Path, Path],
) -> None:
    _, one, two = packages
    assert _files(one) == _files(two)
    assert one.with_suffix(".zip").read_bytes() == two.with_suffix(".zip").read_bytes()
    with zipfile.ZipFile(one.with_suffix(".zip")) as made:
        held = {entry.filename: made.read(entry) for entry in made.infolist()}
        assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert held == {f"package/{name}": data for name, data in _files(one).items()}


def _inside(name: str, data: bytes) -> list[bytes]:
    """A file, and the parts of one that is a zip."""
    if not name.endswith((".docx", ".xlsx", ".pptx")):
        return [data]
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return [made.read(part) for part in made.namelist()]


def test_nothing_in_it_names_the_machine_or_an_account(packages: tuple[Path, Path, Path]) -> None:
    folder, one, _ = packages
    for name, data in _files(one).items():
        for part in _inside(name, data):
            for told in (str(folder), str(one.parent), str(Path.home()), "printerSettings", "python-pptx"):
                assert told.encode() not in part, f"{name} says {told}"


def test_the_manifest_has_the_fingerprint_of_every_source_and_file(
    packages: tuple[Path, Path, Path],
) -> None:
    folder, one, _ = packages
    manifest = json.loads((one / "manifest.json").read_text("utf-8"))
    sources = {entry["file"]: entry["sha256"] for entry in manifest["sources"]}
    assert set(sources) == {"dossier.yaml", "law.xml", "rules.txt", "spec.yaml", "comments.yaml", "method.md"}
    for name, digest in sources.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    files = {entry["file"]: entry["sha256"] for entry in manifest["files"]}
    assert set(files) == set(_files(one)) - {"manifest.json"}
    for name, digest in files.items():
        assert hashlib.sha256((one / name).read_bytes()).hexdigest() == digest


def test_the_cover_list_names_every_file_that_lies_behind_it(packages: tuple[Path, Path, Path]) -> None:
    cover = (packages[1] / "0-cover-list.html").read_text("utf-8")
    for name in _files(packages[1]):
        if not name.startswith("0-") and name != "manifest.json":
            assert name.rpartition("/")[2] in cover, name


def test_the_slides_show_the_figures_each_change_and_ask_for_the_next_steps(tmp_path: Path) -> None:
    material, _ = gather(make_review(tmp_path))
    show = pptx.Presentation(io.BytesIO(deck_of(material)))
    slides = ["\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame) for slide in show.slides]
    assert str(len(material.open)) in slides[1]
    change = next(place for place, text in enumerate(slides) if "Действующая редакция" in text)
    assert "по правилам статьи 9 настоящего" in slides[change]
    assert "по правилам статьи 2 настоящего" in slides[change]
    runs = [
        run
        for shape in show.slides[change].shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert [run.text for run in runs if run.font.underline] == ["статьи 2"]
    assert [run.text for run in runs if run._r.rPr.get("strike") == "sngStrike"] == ["статьи 9"]
    assert "1 июля 2026 года" in slides[-2]
    assert "next-steps" in slides[-1]
    assert all(slide.shapes.title is not None and slide.shapes.title.text_frame.text for slide in show.slides)


def test_the_next_steps_are_those_that_a_person_wrote(tmp_path: Path) -> None:
    more = REPORT + "  next-steps: |\n    1. Одобрить **проект**.\n    2. Внести его.\n"
    material, _ = gather(make_review(tmp_path, more))
    show = pptx.Presentation(io.BytesIO(deck_of(material)))
    said = "\n".join(s.text_frame.text for s in show.slides[-1].shapes if s.has_text_frame)
    assert "1. Одобрить проект.\n2. Внести его." in said
    assert "Подлежит" not in said


def test_the_page_has_every_finding_amendment_and_redline(tmp_path: Path) -> None:
    material, _ = gather(make_review(tmp_path))
    page = site_of(material).decode("utf-8")
    assert all(judged.finding.id in page for judged in material.open)
    assert page.count('class="card amendment"') == 1
    assert page.count('class="card finding"') == len(material.open)
    assert "по правилам <del>статьи 9</del><ins>статьи 2</ins> настоящего" in page


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_kind_of_paper_has_a_name_in_every_language(language: str) -> None:
    assert all(words_in(language).get(f"kind {kind}") for kind in KINDS)
    assert words_in(language).keys() == words_in("en").keys()


def test_a_package_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="needs a name"):
        write_package(make_review(tmp_path), Path())


def test_the_command_says_what_it_has_written(tmp_path: Path) -> None:
    words = ["package", str(make_review(tmp_path)), "-o", str(tmp_path / "out"), "--language", "kk"]
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0
    assert "out.zip holds the same files" in result.output
    assert (tmp_path / "out" / "4-presentation" / "presentation.kk.pptx").exists()


def test_a_package_made_anew_keeps_what_persons_have_laid_into_its_folder_and_nothing_else(
    packages: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "package"
    shutil.copytree(packages[1], out)
    spec = out / "3-amendments" / "spec"
    (out / "letter.docx").write_bytes(b"a letter")
    (spec / "law.redline.docx").rename(spec / "old.redline.docx")  # as if an Act had another name now
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    for file in manifest["files"]:
        file["file"] = file["file"].replace("law.redline.docx", "old.redline.docx")
    (out / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    write_package(packages[0], out)
    assert _files(out) == {**_files(packages[1]), "letter.docx": b"a letter"}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_where_the_new_folder_cannot_be_put_in_its_place_the_old_one_stays(
    packages: tuple[Path, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "package"
    shutil.copytree(packages[1], out)
    move = os.replace

    def refuse(source: Path, target: Path) -> None:
        if str(source).endswith(".part") and target == out:
            raise PermissionError(13, "Permission denied")
        move(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(RenderError, match="cannot be written"):
        write_folder(out, {"a.txt": b"new"}, {})
    assert _files(out) == _files(packages[1])
    assert [path.name for path in tmp_path.iterdir()] == ["package"]
