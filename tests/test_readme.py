"""The README, held to the product: what it shows is run."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import redline
from redline.cli import main

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "examples" / "migration-2026"


def _blocks(language: str) -> list[str]:
    """What stands between fences, where the first names that language."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [text for name, text in found if name == language]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the example with the first spec of the README in it, which is also where commands are run."""
    folder = shutil.copytree(EXAMPLE, tmp_path / "migration-2026")
    (folder / "spec.yaml").write_text(_blocks("yaml")[0], encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "120")
    return folder


def test_the_number_of_operations_is_that_of_the_example() -> None:
    said = re.search(r"a package of (\d+) operations on three Acts", README)
    spec = redline.load_spec(EXAMPLE)
    assert said is not None
    assert (int(said[1]), len(spec.acts)) == (len(spec.operations), 3)


def test_the_first_spec_can_be_built(package: Path) -> None:
    result = CliRunner().invoke(main, ["build", "spec.yaml", "-o", "out"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert (package / "out" / "index.html").is_file()


def test_the_error_shown_is_the_one_that_is_printed(package: Path) -> None:
    spec = (package / "spec.yaml").read_text(encoding="utf-8")
    (package / "spec.yaml").write_text(
        spec.replace("paper journals\n        with", "paper journal's\n        with")
    )
    with pytest.raises(redline.RedlineError) as caught:
        redline.amend(redline.load_spec("spec.yaml"))
    shown = next(block for block in _blocks("") if "error[" in block)
    assert f"{caught.value}\n" == shown


def test_the_python_shown_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code = _blocks("python")[0]
    exec(compile(code, "README.md", "exec"), {})


@pytest.mark.parametrize(
    "command",
    [
        line
        for block in _blocks("sh")
        for line in block.splitlines()
        if line.startswith("redline ") and ">" not in line
    ],
)
def test_a_command_shown_can_be_carried_out(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)][1:]
    assert CliRunner().invoke(main, words, catch_exceptions=False).exit_code == 0
