"""`redline validate` and `redline schema`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import yaml

from .conftest import SPEC, Run


def test_an_act_and_a_spec_without_errors(run: Run) -> None:
    result = run("validate", "registers.xml", "spec.yaml")
    assert result.exit_code == 0
    assert "registers.xml (On Registers): nothing found\n" in result.stdout
    assert "spec.yaml (Registers (Amendment) Act): nothing found in the file itself" in result.stdout


def change(folder: Path, old: str, new: str) -> None:
    act = (folder / "registers.xml").read_text(encoding="utf-8")
    assert old in act
    (folder / "registers.xml").write_text(act.replace(old, new), encoding="utf-8")


def test_notes_are_shown_and_do_not_count(run: Run, folder: Path) -> None:
    change(folder, "akn/3.0", "akn/3.0/CSD13")
    result = run("validate", "registers.xml")
    assert result.exit_code == 0
    assert "registers.xml (On Registers): 1 note\n" in result.stdout
    assert "note[loading]: the Act can be amended, with this to be known (1 place)" in result.stdout
    assert "the namespace is" in result.stdout
    assert "the namespace is" not in run("validate", "registers.xml", "--errors-only").stdout


def test_warnings_count_unless_errors_only_are_asked_for(run: Run, folder: Path) -> None:
    change(folder, 'language="eng"', 'language="fra"')
    result = run("validate", "registers.xml")
    assert result.exit_code == 1
    assert "warning[frbr-date]" in result.stdout
    assert "do: correct the one that is wrong" in result.stdout
    assert "see: docs/validate.md#frbr-date" in result.stdout
    result = run("validate", "registers.xml", "--errors-only")
    assert (result.exit_code, result.stdout) == (0, "registers.xml (On Registers): nothing found\n")


def test_the_first_three_of_a_kind_are_shown_and_all_on_request(run: Run, folder: Path) -> None:
    change(folder, "<p>", '<p colour="red">')
    result = run("validate", "registers.xml")
    assert "error[schema-attribute]: attributes are not allowed there (10 places)" in result.stdout
    assert result.stdout.count("may not have the attribute colour") == 3
    assert "and 7 more places: --all shows each" in result.stdout
    result = run("validate", "registers.xml", "--all")
    assert result.stdout.count("may not have the attribute colour") == 10
    assert "more place" not in result.stdout


def test_findings_are_printed_for_programs(run: Run, folder: Path) -> None:
    change(folder, 'source="#original"', 'source="#nobody"')
    result = run("validate", "registers.xml", "--json")
    assert result.exit_code == 1
    (data,) = json.loads(result.stdout)
    assert (data["file"], data["what"], data["title"]) == ("registers.xml", "act", "On Registers")
    (finding,) = data["findings"]
    assert (finding["level"], finding["rule"], finding["line"]) == ("error", "dangling-source", 28)


def test_every_file_is_checked_also_behind_one_that_is_broken(run: Run, folder: Path) -> None:
    (folder / "broken.xml").write_text("<a><b></a>", encoding="utf-8")
    (folder / "spec.yaml").write_text(SPEC.replace("language: en", "langage: en"), encoding="utf-8")
    result = run("validate", "broken.xml", "missing.xml", "spec.yaml", "registers.xml")
    assert result.exit_code == 1
    assert "broken.xml: 1 error\n" in result.stdout
    assert "missing.xml: 1 error\n" in result.stdout
    assert "error[key-unknown]: a spec has no key langage" in result.stderr
    assert "registers.xml (On Registers): nothing found" in result.stdout


def test_a_folder_is_checked_by_its_spec(run: Run) -> None:
    assert "Registers (Amendment) Act" in run("validate", ".").stdout


def test_the_schema_accepts_a_spec(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(json.dumps(yaml.safe_load(SPEC), default=str))
    jsonschema.validate(document, schema)


def test_the_schema_of_changes_accepts_what_build_writes(run: Run, folder: Path) -> None:
    schema = json.loads(run("schema", "--kind", "changes").stdout)
    run("build", "spec.yaml", "-o", "out", "--only", "changes")
    jsonschema.validate(
        json.loads((folder / "out" / "registers-2026.changes.json").read_text(encoding="utf-8")), schema
    )


def test_what_breaks_the_schema_is_an_error_with_its_line(run: Run, folder: Path) -> None:
    act = (folder / "registers.xml").read_text(encoding="utf-8")
    (folder / "registers.xml").write_text(act.replace("<chapter ", "<foo/><chapter ", 1), encoding="utf-8")
    result = run("validate", "registers.xml")
    assert result.exit_code == 1
    assert "error[schema-element]" in result.stdout
    assert "line 37: <foo> may not stand here" in result.stdout


def test_the_consolidated_act_is_valid_where_the_act_was(run: Run, folder: Path) -> None:
    run("build", "spec.yaml", "-o", "out", "--only", "consolidated", "--format", "xml")
    result = run("validate", "registers.xml", "out/registers.consolidated.xml")
    assert result.exit_code == 0, result.stdout
    assert result.stdout.count("nothing found") == 2


def test_specs_that_include_one_another_are_no_folder_without_a_spec(run: Run, folder: Path) -> None:
    (folder / "spec.yaml").write_text(f"{SPEC}include: [other.yaml]\n", encoding="utf-8")
    (folder / "other.yaml").write_text("redline: 1\ninclude: [spec.yaml]\namendments: []\n", encoding="utf-8")
    result = run("validate", ".")
    assert result.exit_code == 1
    assert "error[include-circular]" in result.stderr


def test_an_included_part_is_told_to_be_one(run: Run, folder: Path) -> None:
    (folder / "part.yaml").write_text(
        "redline: 1\namendments:\n  - {act: law, operations: [{repeal: art 1}]}\n", encoding="utf-8"
    )
    result = run("validate", "part.yaml")
    assert result.exit_code == 1
    assert "this is an included part" in result.stderr
    assert "1 error" in result.stdout
