"""`redline build`: what is written, what is not, and what is said about it."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import docx
import pytest

import redline.build
from redline.errors import RenderError

from .conftest import SPEC, Run, broken

ALL = {
    "index.html",
    "registers-2026.changes.json",
    "registers-2026.amending-act.en.docx",
    "registers-2026.amending-act.en.html",
    "registers-2026.amending-act.en.xml",
    "registers.consolidated.docx",
    "registers.consolidated.html",
    "registers.consolidated.txt",
    "registers.consolidated.xml",
    "registers.consolidated.pdf",
    "registers.redline.docx",
    "registers.redline.md",
    "registers.redline.pdf",
    "registers-2026.table.csv",
    "registers-2026.table.docx",
    "registers-2026.table.html",
    "registers-2026.table.pdf",
    "registers-2026.table.xlsx",
    "registers.redline.html",
}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_build_writes_each_act_in_each_format_and_the_pages_of_the_package(run: Run, folder: Path) -> None:
    result = run("build", "spec.yaml", "-o", "out")
    assert result.exit_code == 0
    assert names(folder / "out") == ALL
    text = (folder / "out" / "registers.consolidated.txt").read_text(encoding="utf-8")
    assert "kept in electronic form" in text
    assert "on paper" not in text


def test_build_says_what_it_made_and_where_to_look_first(run: Run) -> None:
    said = run("build", "spec.yaml", "-o", "out").stdout
    assert said.startswith(f"{len(ALL)} files in out:\n")
    assert re.search(r"registers\.consolidated +Consolidated Act: \.xml, \.html, \.txt, \.docx", said)
    assert "4 operations: 2 applied, 1 awaiting an event, 1 conditional (see --assume)." in said
    assert said.endswith(f"Look first at {Path('out/index.html')}\n")


def test_quiet_says_nothing(run: Run) -> None:
    assert run("build", "spec.yaml", "-o", "out", "--quiet").stdout == ""
    assert run("build", "spec.yaml", "-o", "out", "--quiet", "--only", "consolidated").output == ""


def test_a_folder_that_holds_one_spec_is_built(run: Run, folder: Path) -> None:
    assert run("build", ".", "-o", "out").exit_code == 0
    assert names(folder / "out") == ALL


@pytest.mark.parametrize(
    ("options", "made"),
    [
        (["--only", "consolidated"], {name for name in ALL if "consolidated" in name}),
        (["--format", "html"], {name for name in ALL if name.endswith(".html")}),
        (["--only", "table"], {name for name in ALL if ".table." in name}),
        (
            ["--only", "table", "--columns", "two", "--context", "all", "--rows", "article", "--colour"],
            {name for name in ALL if ".table." in name},
        ),
        (["--only", "changes"], {"registers-2026.changes.json"}),
        (["--only", "consolidated", "--format", "txt"], {"registers.consolidated.txt"}),
        (
            ["--format", "txt", "--format", "json"],
            {"registers.consolidated.txt", "registers-2026.changes.json"},
        ),
    ],
)
def test_only_and_format_choose_the_files(run: Run, folder: Path, options: list[str], made: set[str]) -> None:
    assert run("build", "spec.yaml", "-o", "out", *options).exit_code == 0
    assert names(folder / "out") == made


def test_a_kind_that_has_no_such_format_is_a_matter_of_usage(run: Run, folder: Path) -> None:
    result = run("build", "spec.yaml", "-o", "out", "--only", "changes", "--format", "xml")
    assert result.exit_code == 2
    assert "there is no xml of changes" in result.stderr
    assert "do: use --format json" in result.stderr
    assert not (folder / "out").exists()


def test_as_of_gives_the_text_of_that_day(run: Run, folder: Path) -> None:
    run("build", "spec.yaml", "-o", "out", "--as-of", "2026-08-01", "--only", "consolidated")
    text = (folder / "out" / "registers.consolidated.txt").read_text(encoding="utf-8")
    assert "in electronic form" in text
    assert "the greatest number of entries" in text


def test_assume_includes_a_conditional_operation(run: Run, folder: Path) -> None:
    run("build", "spec.yaml", "-o", "out", "--assume", "free-of-charge")
    assert "The fees are paid" in (folder / "out" / "registers.consolidated.txt").read_text(encoding="utf-8")


def test_timeline_gives_a_version_for_each_date_on_which_the_text_changes(run: Run, folder: Path) -> None:
    assert run("build", "spec.yaml", "-o", "out", "--timeline", "--format", "txt").exit_code == 0
    first, second = (
        folder / "out" / f"registers.{day}.consolidated.txt" for day in ("2026-07-01", "2026-09-01")
    )
    assert names(folder / "out") == {first.name, second.name}
    assert "the greatest number of entries" in first.read_text(encoding="utf-8")
    assert "the greatest number of entries" not in second.read_text(encoding="utf-8")


def test_a_timeline_begins_with_what_applies_at_once(run: Run, folder: Path) -> None:
    (folder / "spec.yaml").write_text(SPEC.replace("commencement: 2026-07-01\n", "", 1), encoding="utf-8")
    run("build", "spec.yaml", "-o", "out", "--timeline", "--format", "txt")
    assert names(folder / "out") == {
        "registers.2026-03-01.consolidated.txt",
        "registers.2026-09-01.consolidated.txt",
    }


def test_a_timeline_without_dates_is_the_plain_version(run: Run, folder: Path) -> None:
    lines = [line for line in SPEC.splitlines() if "2026-0" not in line]
    (folder / "spec.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    run("build", "spec.yaml", "-o", "out", "--timeline", "--format", "txt")
    assert names(folder / "out") == {"registers.consolidated.txt"}


def test_when_one_operation_fails_nothing_is_written_and_every_failure_shown(run: Run, folder: Path) -> None:
    (folder / "spec.yaml").write_text(broken().replace("in: art 2 para 1", "in: art 1"), encoding="utf-8")
    before = names(folder)
    result = run("build", "spec.yaml", "-o", "out")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "error[words-not-found]" in result.stderr
    assert "error[address-not-found]" in result.stderr
    assert names(folder) == before


def test_an_error_in_rendering_leaves_the_folder_as_it_was(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build", "spec.yaml", "-o", "out")
    kept = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    (folder / "spec.yaml").write_text(SPEC.replace("electronic", "digital"), encoding="utf-8")
    render = redline.build.render

    def fail(what: object, name: str, path: Path, **rest: object) -> None:
        if name == "index-html":
            raise RenderError("output-unwritable", "the disk is full", do="make room")
        render(what, name, path)

    monkeypatch.setattr(redline.build, "render", fail)
    result = run("build", "spec.yaml", "-o", "out")
    assert result.exit_code == 1
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == kept


def test_a_file_that_cannot_be_moved_in_takes_the_others_back(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("build", "spec.yaml", "-o", "out")
    kept = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    (folder / "spec.yaml").write_text(SPEC.replace("electronic", "digital"), encoding="utf-8")
    replace = redline.build.os.replace

    def fail(source: Path, target: Path) -> None:
        if target == Path("out/index.html") and source.parent.name != "earlier":
            raise PermissionError(13, "Permission denied")
        replace(source, target)

    monkeypatch.setattr("redline.build.os.replace", fail)
    result = run("build", "spec.yaml", "-o", "out")
    assert result.exit_code == 1
    assert "error[output-unwritable]: out cannot be written (Permission denied)" in result.stderr
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == kept


def test_other_files_in_the_output_folder_stay(run: Run, folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "notes.txt").write_text("mine", encoding="utf-8")
    run("build", "spec.yaml", "-o", "out")
    assert names(folder / "out") == ALL | {"notes.txt"}


def test_an_input_is_never_overwritten(run: Run, folder: Path) -> None:
    act = folder / "registers.consolidated.xml"
    (folder / "registers.xml").rename(act)
    (folder / "spec.yaml").write_text(SPEC.replace("registers.xml", act.name), encoding="utf-8")
    before = act.read_bytes()
    result = run("build", "spec.yaml", "-o", ".")
    assert result.exit_code == 1
    assert "registers.consolidated.xml is an input of this spec, which is never overwritten" in result.stderr
    assert act.read_bytes() == before
    assert names(folder) == {"registers.consolidated.xml", "spec.yaml"}


def test_the_spec_and_a_file_with_new_text_are_inputs_too(run: Run, folder: Path) -> None:
    (folder / "new").mkdir()
    new = folder / "new" / "registers.consolidated.txt"
    new.write_text("1. The register is kept well.\n", encoding="utf-8")
    text = SPEC.replace(
        "substitute: on paper\n        with: in electronic form\n        in: art 2 para 1",
        "replace: art 2 para 1\n        with: {file: new/registers.consolidated.txt}",
    )
    (folder / "spec.yaml").write_text(text, encoding="utf-8")
    assert "is an input of this spec" in run("build", "spec.yaml", "-o", "new").stderr
    assert new.read_text(encoding="utf-8") == "1. The register is kept well.\n"


@pytest.mark.parametrize("out", ["spec.yaml", "spec.yaml/inside"])
def test_a_file_in_place_of_the_folder_is_refused(run: Run, folder: Path, out: str) -> None:
    result = run("build", "spec.yaml", "-o", out)
    assert result.exit_code == 1
    assert "error[output-unwritable]: spec.yaml is a file, not a folder" in result.stderr


@pytest.mark.parametrize("out", ["/dev/null/out", "n" * 300, "/proc/out"])
def test_a_folder_that_cannot_be_made_is_refused(run: Run, folder: Path, out: str) -> None:
    result = run("build", "spec.yaml", "-o", out)
    assert result.exit_code == 1
    assert "error[output-unwritable]" in result.stderr
    assert "do: give another folder with -o" in result.stderr
    assert names(folder) == {"registers.xml", "spec.yaml"}


def test_a_folder_in_place_of_a_file_is_refused(run: Run, folder: Path) -> None:
    (folder / "out" / "index.html").mkdir(parents=True)
    result = run("build", "spec.yaml", "-o", "out")
    assert result.exit_code == 1
    assert "is a folder, and a file of that name would be written" in result.stderr
    assert names(folder / "out") == {"index.html"}


def test_an_alias_cannot_lead_out_of_the_folder(run: Run, folder: Path) -> None:
    text = SPEC.replace("  registers: registers.xml", '  "../x": registers.xml')
    (folder / "spec.yaml").write_text(text.replace("act: registers", 'act: "../x"'), encoding="utf-8")
    run("build", "spec.yaml", "-o", "out", "--format", "txt")
    assert names(folder / "out") == {"-x.consolidated.txt"}


def test_notes_are_shown_once_each_with_their_line(run: Run, folder: Path) -> None:
    (folder / "spec.yaml").write_text(
        SPEC.replace("language: en\n", "language: en\njurisdiction: kz\n")
        + "      - renumber: art 2 para 2\n        as: 2-1\n",
        encoding="utf-8",
    )
    said = run("build", "spec.yaml", "-o", "out", "--timeline").stderr
    assert said.count("the profile kz keeps numbers") == 1
    assert said.startswith("spec.yaml:27:9: note: ")


def test_warnings_about_an_act_are_shown(run: Run, folder: Path) -> None:
    act = (folder / "registers.xml").read_text(encoding="utf-8")
    (folder / "registers.xml").write_text(act.replace("art_1__point_2", "art_1__point_1"), encoding="utf-8")
    said = run("build", "spec.yaml", "-o", "out").stderr
    assert said.count("registers.xml: note: 1 identifiers occur more than once") == 1


def test_the_change_list_says_what_became_of_each_operation(run: Run, folder: Path) -> None:
    run("build", "spec.yaml", "-o", "out", "--only", "changes")
    changes = json.loads((folder / "out" / "registers-2026.changes.json").read_text(encoding="utf-8"))
    assert [one["status"] for one in changes["operations"]] == [
        "applied", "applied", "pending", "not-assumed",
    ]  # fmt: skip


def test_the_library_builds_the_same_in_one_call(folder: Path) -> None:
    built = redline.build.build_package("spec.yaml", "out", as_of=datetime.date(2026, 7, 1))
    assert {file.path.name for file in built.files} == ALL
    assert built.first is not None
    assert built.first.path == Path("out/index.html")
    assert built.amended["registers"].changes() == built.changes


def test_columns_that_there_are_not_are_told_before_anything_is_done(run: Run, folder: Path) -> None:
    result = run("build", "spec.yaml", "-o", "out", "--columns", "number,elements")
    assert result.exit_code == 1
    assert "columns-unknown" in result.stderr
    assert "did you mean element?" in result.stderr
    assert not (folder / "out").exists()


def test_a_context_that_is_no_number_is_refused(run: Run) -> None:
    result = run("build", "spec.yaml", "-o", "out", "--context", "many")
    assert result.exit_code == 2
    assert "Write 0 or more, or all." in result.stderr


def test_word_files_are_made_as_asked_for_and_remarks_on_them_are_printed(run: Run, folder: Path) -> None:
    docx.Document().save(str(folder / "house.docx"))
    options = (
        "--template",
        "house.docx",
        "--contents",
        "--moves",
        "--granularity",
        "provisions",
        "--no-comments",
    )
    result = run("build", "spec.yaml", "-o", "out", "--format", "docx", *options)
    assert result.exit_code == 0
    assert result.stderr.count("house.docx: note: the template lacks these styles") == 1
    read = docx.Document(str(folder / "out" / "registers.redline.docx"))
    assert [p.text for p in read.paragraphs if p.style.name == "TOC Heading"] == ["Contents"]


def test_a_template_that_cannot_be_used_stops_the_build_before_anything_is_written(
    run: Run, folder: Path
) -> None:
    (folder / "house.docx").write_text("Dear Sir or Madam", encoding="utf-8")
    result = run("build", "spec.yaml", "-o", "out", "--template", "house.docx")
    assert result.exit_code == 1
    assert "error[template-unreadable]: the template house.docx is no Word document" in result.stderr
    assert not (folder / "out").exists()


def test_a_template_is_never_overwritten(run: Run, folder: Path) -> None:
    (folder / "out").mkdir()
    docx.Document().save(str(folder / "out" / "registers.redline.docx"))
    result = run("build", "spec.yaml", "-o", "out", "--template", "out/registers.redline.docx")
    assert result.exit_code == 1
    assert "is an input of this spec, which is never overwritten" in result.stderr
