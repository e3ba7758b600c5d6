"""What the commands say when they are given something else than they expect."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import redline
from redline.cli import COMMANDS, main
from redline.cli import reference as page
from redline.cli.printing import colours, wrapped

from .conftest import SPEC, Run

ROOT = Path(__file__).resolve().parents[3]


def test_the_reference_is_up_to_date() -> None:
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == page.reference(), "run: python -m redline.cli.reference > docs/cli.md"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_command_has_help_with_examples(run: Run, command: click.Command) -> None:
    result = run(command.name, "--help")
    assert result.exit_code == 0
    assert f"  Examples:\n    redline {command.name}" in result.stdout


def test_the_version_is_that_of_the_library(run: Run) -> None:
    assert run("--version").stdout == f"redline {redline.__version__}\n"


def test_a_misspelt_command_gets_the_nearest_one(run: Run) -> None:
    result = run("biuld", "spec.yaml")
    assert result.exit_code == 2
    assert 'There is no command "biuld". Did you mean build?' in result.stderr


def test_a_misspelt_option_gets_the_nearest_one(run: Run) -> None:
    result = run("build", "spec.yaml", "-o", "out", "--timelin")
    assert result.exit_code == 2
    assert "--timeline" in result.stderr


@pytest.mark.parametrize("day", ["2026-7-1", "1 July", "2026-02-30", "20260701"])
def test_a_date_that_is_none_says_how_to_write_one(run: Run, day: str) -> None:
    result = run("build", "spec.yaml", "-o", "out", "--as-of", day)
    assert result.exit_code == 2
    assert f'"{day}" is not a date. Write the year, month and day, as in 2026-07-01.' in result.stderr


@pytest.mark.parametrize(
    ("words", "status", "message"),
    [
        (["show", "missing.xml"], 1, "there is no file missing.xml"),
        (["show", "empty.xml"], 1, "empty.xml is empty"),
        (["show", "page.xml"], 1, "its root element is <html>"),
        (["show", "."], 1, ". is a folder, not an Act\n   do: name one of its files: empty.xml, page.xml"),
        (["show", "spec.yaml"], 2, "spec.yaml is a spec, not an Act"),
        (["show", "registers.xml", ""], 1, "is not a citation and not an eId of the Act"),
        (["show", "registers.xml", "art 1 / sentenc 2"], 1, '"sentenc 2" is not a part of a provision'),
        (["new", "."], 1, "is a folder, not an Act"),
        (["explain", "registers.xml"], 2, "registers.xml is XML, not a spec"),
        (["build", "missing.yaml", "-o", "out"], 1, "there is no file missing.yaml"),
        (["build", "empty.yaml", "-o", "out"], 1, "the file is empty"),
        (["build", "nothing", "-o", "out"], 1, "nothing holds no YAML file with a redline: key"),
        (["build", "several", "-o", "out"], 1, "do: name one of them: several/a.yaml or several/b.yaml"),
        (["build", "spec.yml", "-o", "out"], 1, "there is no file spec.yml\n   do: did you mean spec.yaml?"),
        (["build", "spec.yaml", "-o", "out", "--assume", "x"], 1, "no operation has when: x"),
    ],
)
def test_what_is_wrong_is_said_with_the_next_step(
    run: Run, folder: Path, words: list[str], status: int, message: str
) -> None:
    (folder / "empty.xml").touch()
    (folder / "empty.yaml").touch()
    (folder / "page.xml").write_text("<html/>", encoding="utf-8")
    (folder / "nothing").mkdir()
    (folder / "several").mkdir()
    for name in ("a", "b"):
        (folder / "several" / f"{name}.yaml").write_text("redline: 1\n", encoding="utf-8")
    result = run(*words)
    assert result.exit_code == status
    assert message in result.stderr
    assert "\n   do: " in result.stderr
    assert result.stdout == ""
    assert not (folder / "out").exists()


def test_what_several_lines_have_in_common_is_said_once_and_errors_are_counted(
    run: Run, folder: Path
) -> None:
    lines = "".join(f"      - repeal: art 9\n      - repeal: art 2 para {n}\n" for n in range(3, 12))
    (folder / "spec.yaml").write_text(SPEC + lines, encoding="utf-8")
    result = run("build", "spec.yaml", "-o", "out")
    assert result.exit_code == 1
    assert result.stderr.count("the Act has no art 9\n") == 1
    assert "also at: spec.yaml:28:17, spec.yaml:30:17" in result.stderr
    assert result.stderr.endswith(
        "18 errors:\n    18  the address names nothing in the Act (address-not-found)\n"
    )


def test_every_act_that_cannot_be_loaded_is_reported(run: Run, folder: Path) -> None:
    (folder / "one.xml").write_text("<html/>", encoding="utf-8")
    (folder / "two.xml").touch()
    spec = SPEC.replace("acts:\n", "acts:\n  one: one.xml\n  two: two.xml\n")
    (folder / "spec.yaml").write_text(spec, encoding="utf-8")
    for command in (["build", "spec.yaml", "-o", "out"], ["explain", "spec.yaml"]):
        result = run(*command)
        assert "its root element is <html>" in result.stderr
        assert "two.xml is empty" in result.stderr
        assert result.stderr.endswith("2 errors\n")


def test_ctrl_c_leaves_the_folder_as_it_was(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("build", "spec.yaml", "-o", "out").exit_code == 0
    before = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    text = SPEC.replace("in electronic form", "on a server")
    (folder / "spec.yaml").write_text(text, encoding="utf-8")
    replace, calls = os.replace, []

    def broken_off(old: Path, new: Path) -> None:
        calls.append(new)
        if len(calls) == 4:
            raise KeyboardInterrupt
        replace(old, new)

    monkeypatch.setattr("redline.build.os.replace", broken_off)
    result = CliRunner().invoke(main, ["build", "spec.yaml", "-o", "out"])
    assert result.exit_code == 1
    assert {path.name: path.read_bytes() for path in (folder / "out").iterdir()} == before


@pytest.mark.skipif(os.name != "posix", reason="the shell of the test is a POSIX one")
@pytest.mark.parametrize("behind", ["| head -1", ">&-", "2>&-", "> /dev/full"])
def test_what_reads_the_output_may_stop_or_be_closed(folder: Path, behind: str) -> None:
    command = f"{sys.executable} -c 'from redline.cli import main; main()' show registers.xml {behind}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, cwd=folder)
    assert "Traceback" not in result.stderr
    if "full" in behind and Path("/dev/full").exists():
        assert "the standard output cannot be written" in result.stderr


def test_only_errors_of_the_library_are_caught(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def defect(*given: object, **more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("redline.cli.show.show_act", defect)
    result = CliRunner().invoke(main, ["show", "registers.xml"])
    assert isinstance(result.exception, ZeroDivisionError)


def test_letters_that_control_a_terminal_are_not_printed(run: Run, folder: Path) -> None:
    (folder / "odd.xml").write_bytes(b"\x1b[31m red")
    result = run("show", "odd.xml")
    assert "\x1b" not in result.output
    assert "red" in result.stderr


def test_colours_are_for_terminals_and_no_color_turns_them_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert colours()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not colours()


def test_nothing_is_coloured_when_it_is_not_a_terminal(run: Run) -> None:
    assert "\x1b" not in run("explain", "spec.yaml").output
    assert "\x1b" not in run("show", "missing.xml").output


def test_lines_are_broken_by_what_is_seen_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    plain = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    coloured = " ".join(click.style(word, fg="red") for word in plain.split())
    assert click.unstyle(wrapped(coloured, indent="  ")) == wrapped(plain, indent="  ")
    assert [len(line) <= 60 for line in wrapped(plain).splitlines()] == [True, True]


def test_a_folder_without_a_spec_is_no_package(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    result = run("build", "empty", "-o", "out")
    assert result.exit_code == 1
    assert "error[spec-not-found]: empty holds no YAML file with a redline: key" in result.stderr


def test_a_folder_with_two_specs_asks_which(run: Run, folder: Path) -> None:
    (folder / "other.yaml").write_text((folder / "spec.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    result = run("explain", ".")
    assert result.exit_code == 1
    assert "error[spec-not-found]: . holds 2 specs (other.yaml, spec.yaml)" in result.stderr
    assert "do: name one of them: other.yaml or spec.yaml" in result.stderr


def test_of_several_specs_the_one_that_bears_the_folder_s_name_is_the_package(run: Run, folder: Path) -> None:
    words = (folder / "spec.yaml").read_text(encoding="utf-8")
    named = words.replace("Registers (Amendment) Act", "The Package of the Folder")
    (folder / f"{folder.name}.yaml").write_text(named, encoding="utf-8")
    result = run("explain", ".")
    assert result.exit_code == 0, result.stderr
    assert result.output.startswith("The Package of the Folder")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["build", "registers.xml", "-o", "out"], "registers.xml is XML, not a spec"),
        (["show", "spec.yaml"], "spec.yaml is a spec, not an Act"),
    ],
)
def test_a_command_that_is_given_the_other_kind_of_file_names_the_right_one(
    run: Run, words: list[str], message: str
) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert f"error[command-wrong]: {message}" in result.stderr
    assert "with: redline new" in result.stderr or "by: redline explain" in result.stderr
