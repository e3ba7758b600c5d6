"""The dossier of the Republic of Arkadia, held to its sources and to its list of planted inconsistencies."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from redline.cli import main

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "migration"
COMMANDS = re.findall(
    r"^redline (import (?:sources|new)/\S+\.txt .*)$",
    (ROOT / "examples" / "README.md").read_text("utf-8"),
    re.MULTILINE,
)


def test_every_text_of_the_dossier_has_its_command() -> None:
    documents = ("employment-code", "refugees", "quota-rules", "stay-rules", "adaptation-rules", "concept")
    named = {shlex.split(command)[1] for command in COMMANDS}
    assert {f"sources/{name}.{language}.txt" for name in documents for language in ("ru", "kk")} <= named


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: shlex.split(command)[1])
def test_the_commands_of_the_page_make_the_acts_byte_for_byte(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("sources", "new"):
        shutil.copytree(EXAMPLE / folder, tmp_path / folder, ignore=shutil.ignore_patterns("*.xml"))
    (tmp_path / "acts").mkdir()
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(command)
    run = CliRunner().invoke(main, arguments)
    assert run.exit_code == 0, run.output
    made = arguments[arguments.index("-o") + 1]
    assert (tmp_path / made).read_bytes() == (EXAMPLE / made).read_bytes()
