"""Errors in the writing of some operations, and what is wrong with the others: one report of one run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .conftest import Run

HEAD = """\
redline: 1
id: registers-2026
language: en
acts:
  registers: registers.xml
amendments:
  - act: registers
    operations:
"""
MISSPELT = """\
      - substitute: on paper
        wiht: in electronic form
        in: art 2 para 1
"""
MISSPELT_INSERTION = """\
      - insert: |
          Article 3. Access
          The register is open.
        aftr: art 2
"""


def errors(run: Run, folder: Path, operations: str, command: str = "build") -> list[tuple[int, str]]:
    """The lines and kinds of the errors of a run, as reported; nothing is written in any case."""
    (folder / "spec.yaml").write_text(HEAD + operations, encoding="utf-8")
    options = ["-o", "out"] if command == "build" else []
    result = run(command, "spec.yaml", *options)
    assert result.exit_code == 1
    assert not (folder / "out").exists()
    found = re.findall(r"^spec\.yaml:(\d+):\d+: error\[([a-z-]+)\]", result.stderr, re.MULTILINE)
    return [(int(line), slug) for line, slug in found]


@pytest.mark.parametrize("command", ["build", "explain"])
def test_the_other_operations_are_tried_in_the_same_run(run: Run, folder: Path, command: str) -> None:
    others = """\
      - omit: by post
        in: art 2 para 1
      - repeal: art 9
      - replace: art 2 para 2
        with: 7. No fees are paid.
"""
    assert errors(run, folder, MISSPELT + others, command) == [
        (10, "key-unknown"),
        (12, "words-not-found"),
        (14, "address-not-found"),
        (16, "content-number"),
    ]


def test_what_the_operation_left_out_may_have_brought_is_not_called_wrong(run: Run, folder: Path) -> None:
    others = """\
      - repeal: art 3
      - substitute: open
        with: closed
        in: art 3
      - omit: by post
        in: art 2 para 1
"""
    assert errors(run, folder, MISSPELT_INSERTION + others) == [(12, "key-unknown"), (17, "words-not-found")]


def test_under_current_addressing_nothing_behind_the_operation_left_out_is_judged(
    run: Run, folder: Path
) -> None:
    """Each operation sees what those before it left, and one of those cannot be read."""
    (folder / "spec.yaml").write_text("", encoding="utf-8")
    others = "      - omit: in electronic form\n        in: art 2 para 1\naddressing: current\n"
    assert errors(run, folder, MISSPELT + others) == [(10, "key-unknown")]


def test_a_later_date_is_judged_when_the_earlier_one_can_be_read(run: Run, folder: Path) -> None:
    dated = MISSPELT + "        commencement: 2026-01-01\n"
    later = "      - omit: in electronic form\n        in: art 2 para 1\n        commencement: 2026-07-01\n"
    assert errors(run, folder, dated + later) == [(10, "key-unknown")]


def test_an_error_outside_the_operations_comes_alone(run: Run, folder: Path) -> None:
    wrong = "      - omit: by post\n        in: art 2 para 1\njurisdicton: kz\n"
    assert errors(run, folder, wrong) == [(11, "key-unknown")]


def test_an_act_that_cannot_be_loaded_is_reported_with_the_operations(run: Run, folder: Path) -> None:
    (folder / "registers.xml").write_text("<akomaNtoso>", encoding="utf-8")
    (folder / "spec.yaml").write_text(HEAD + MISSPELT, encoding="utf-8")
    said = run("build", "spec.yaml", "-o", "out").stderr
    assert "error[xml-not-well-formed]" in said
    assert "error[key-unknown]" in said


def test_the_instructions_that_can_be_read_are_explained(run: Run, folder: Path) -> None:
    others = """\
      - retitle: art 2
        as: Registers
      - repeal: art 3
"""
    (folder / "spec.yaml").write_text(HEAD + MISSPELT_INSERTION + others, encoding="utf-8")
    said = run("explain", "spec.yaml").stdout
    assert "2. registers.xml, the heading of article 2 becomes “Registers”" in said
    assert "cannot be judged yet" in said
    assert said.endswith(
        "3 instructions: 1 would be carried out, 0 would fail, 1 cannot be judged yet, 1 is not written as it "
        "must be.\n"
    )
