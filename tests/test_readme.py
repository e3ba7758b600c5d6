"""The README, held to the product: what it shows is run."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import redline
from redline.cli import main
from redline.jurisdictions import PROFILES
from redline.render import render_bytes

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "examples" / "migration"
FIRST = "examples/my-first-spec.yaml"


def _blocks(language: str) -> list[str]:
    """What stands between fences, where the first names that language."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [text for name, text in found if name == language]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the examples and the first spec of the README where it says; commands are run in it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / FIRST).write_text(_blocks("yaml")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    return tmp_path


def test_the_first_spec_is_saved_where_the_readme_says() -> None:
    assert f"save it as `{FIRST}`" in README


def test_the_first_command_installs_the_dictionaries_that_the_example_needs() -> None:
    needed = any(operation.values.get("inflect") for operation in redline.load_spec(EXAMPLE).operations)
    assert ("pip install '.[inflection]'" in _blocks("sh")[0]) == needed


def test_every_drafting_profile_is_named() -> None:
    assert all(f"`{profile.name}`" in README for profile in PROFILES)


def test_the_number_of_operations_is_that_of_the_example() -> None:
    said = re.search(r"a package of (\d+) operations on three Acts", README)
    spec = redline.load_spec(EXAMPLE)
    assert said is not None
    aliases = {source.alias for source in spec.acts.values()}
    assert (int(said[1]), len(aliases)) == (len(spec.operations), 3)


def test_the_page_of_outputs_counts_operations_and_entries_as_they_are_counted() -> None:
    said = re.search(
        r"has (\d+) operations and (\d+) entries", (ROOT / "docs" / "outputs.md").read_text("utf-8")
    )
    data = json.loads(render_bytes(redline.amend(redline.load_spec(EXAMPLE)), "changes-json"))
    entries = [operation["id"] for operation in data["operations"]]
    assert said is not None
    assert (int(said[1]), int(said[2])) == (len(set(entries)), len(entries))


def test_the_first_spec_can_be_built(package: Path) -> None:
    result = CliRunner().invoke(main, ["build", FIRST, "-o", "out"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert (package / "out" / "index.html").is_file()


def test_the_error_shown_is_the_one_that_is_printed(package: Path) -> None:
    spec = (package / FIRST).read_text(encoding="utf-8")
    wrong = spec.replace("substitute: in paper journals", "substitute: in paper journal's")
    (package / FIRST).write_text(wrong, encoding="utf-8")
    with pytest.raises(redline.RedlineError) as caught:
        redline.amend(redline.load_spec(FIRST))
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
@pytest.mark.usefixtures("package")
def test_a_command_shown_can_be_carried_out(command: str) -> None:
    words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)][1:]
    # A check that finds something ends with 1, and the README says so.
    expected = 1 if words[0] == "check" else 0
    assert CliRunner().invoke(main, words, catch_exceptions=False).exit_code == expected
