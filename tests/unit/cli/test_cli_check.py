"""`redline dossier new` and `redline check`, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from redline.cli import main
from redline.validate import schema_of

LAW = """Закон О миграции населения

Статья 1. Учет

1. Учет ведется по правилам статьи 9 настоящего Закона.

2. Надзор есть.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "law_ru.txt").write_text(LAW, encoding="utf-8")
    kazakh = "Халықтың көші-қоны туралы Заң\n\n1-бап. Есеп\n\n1. Есеп жүргізіледі.\n\n2. Қадағалау бар.\n"
    (tmp_path / "law_kk.txt").write_text(kazakh, encoding="utf-8")
    return tmp_path


def _run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, [str(word) for word in words])
    return result.exit_code, result.output


def test_a_dossier_is_begun_checked_and_its_findings_decided(folder: Path) -> None:
    code, said = _run("dossier", "new", folder, "--jurisdiction", "kz", "--language", "ru")
    assert code == 0, said
    text = (folder / "dossier.yaml").read_text(encoding="utf-8")
    assert "file: {kk: 'law_kk.txt', ru: 'law_ru.txt'}" in text

    code, said = _run(
        "check", folder, "--language", "en", "--only", "dangling-reference", "-o", folder / "f.json"
    )
    assert code == 1
    assert "there is no статья 9" in said
    found = json.loads((folder / "f.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema_of("findings")).validate(found)
    name = found["findings"][0]["id"]

    decided = f"decisions:\n  {name}: {{decision: rejected, comment: Draft.}}\n"
    (folder / "dossier.yaml").write_text(text + decided, encoding="utf-8")
    code, said = _run("check", folder, "--only", "dangling-reference")
    assert (code, "1 rejected" in said) == (0, True)


def test_the_page_and_the_sarif_file_hold_each_finding(folder: Path) -> None:
    _run("dossier", "new", folder, "--jurisdiction", "kz", "--language", "ru")
    _run("check", folder, "-o", folder / "f.json", "-o", folder / "f.html", "-o", folder / "f.sarif")
    ids = [f["id"] for f in json.loads((folder / "f.json").read_text(encoding="utf-8"))["findings"]]
    page = (folder / "f.html").read_text(encoding="utf-8")
    run = json.loads((folder / "f.sarif").read_text(encoding="utf-8"))["runs"][0]
    assert ids
    assert [r["partialFingerprints"]["redlineFinding/v1"] for r in run["results"]] == ids
    assert all(f'id="{name}"' in page for name in ids)
    assert {r["ruleId"] for r in run["results"]} <= {rule["id"] for rule in run["tool"]["driver"]["rules"]}


def test_a_check_that_there_is_not_and_a_file_of_another_kind_are_told(folder: Path) -> None:
    _run("dossier", "new", folder, "--jurisdiction", "kz", "--language", "ru")
    code, said = _run("check", folder, "--only", "dangling")
    assert (code, "check-unknown" in said, "dangling-reference" in said) == (1, True, True)
    code, said = _run("check", folder, "-o", folder / "f.txt")
    assert (code, "f.txt" in said) == (2, True)


def test_a_dossier_is_never_written_over_another(folder: Path) -> None:
    assert _run("dossier", "new", folder)[0] == 0
    assert _run("dossier", "new", folder)[0] == 2
