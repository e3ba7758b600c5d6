"""What the commands say when they are given something else than they expect."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import redline
from redline.cli import COMMANDS, main
from redline.cli import reference as page
from redline.cli.printing import colours, wrapped

from .conftest import Run

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
        (["build", "several", "-o", "out"], 1, "several holds 2 specs (a.yaml, b.yaml)"),
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


def test_only_errors_of_the_library_are_caught(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def defect(*given: object, **more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(sys.modules["redline.cli.show"], "show_act", defect)
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
    assert "do: name the spec file itself" in result.stderr


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
