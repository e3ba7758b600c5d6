"""The change list as JSON fits its schema and says all there is to say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import redline
from redline.render import render_bytes

ROOT = Path(__file__).resolve().parents[3]
SPECS = sorted(
    [
        *ROOT.glob("tests/golden/*/spec.yaml"),
        ROOT / "fixtures/migration-2026.yaml",
        ROOT / "examples/migration/migration.yaml",
    ]
)
SCHEMA = json.loads(
    (Path(__file__).resolve().parents[3] / "schemas" / "changes-1.schema.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def data(package: redline.Amended) -> dict[str, Any]:
    return dict(json.loads(render_bytes(package, "changes-json")))


def test_the_output_fits_the_schema(data: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(data)


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.parent.name)
def test_the_change_list_of_every_golden_case_and_example_fits_the_schema(
    spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(spec.parent)
    try:
        amended = redline.amend(redline.load_spec(spec.name))
    except redline.RedlineError:
        pytest.skip("this case is refused")
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(render_bytes(amended, "changes-json")))


def test_everything_in_the_schema_has_a_title_and_a_description() -> None:
    def walk(schema: Any) -> None:
        for part in (*schema.get("properties", {}).values(), *schema.get("$defs", {}).values()):
            assert "$ref" in part or (part["title"] and part["description"])
            walk(part)
        if isinstance(schema.get("items"), dict):
            walk(schema["items"])

    walk(SCHEMA)
    assert SCHEMA["$id"].endswith("changes-1.schema.json")


def test_an_operation_on_several_acts_stands_once_for_each(data: dict[str, Any]) -> None:
    assert [(operation["id"], operation["act"]) for operation in data["operations"]] == [
        ("title", "migration"),
        ("op-2", "migration"),
        ("op-3", "migration"),
        ("agency", "migration"),
        ("agency", "labour"),
    ]


def test_an_operation_says_where_why_when_and_what_it_changed(data: dict[str, Any]) -> None:
    operation = data["operations"][1]
    assert operation["addresses"] == [{"key": "replace", "address": "art 2 para 2"}]
    assert (operation["because"], operation["fixes"]) == ("Titles & terms.", ["F-001"])
    assert (operation["status"], operation["commencement"]) == ("applied", "2026-07-01")
    assert operation["source"]["line"] == 18
    (place,) = operation["places"]
    assert place["before"]["eId"] == place["after"]["eId"] == "art_2__para_2"
    assert "rules other than" in place["before"]["words"]
    assert "other rules than" in place["after"]["words"]


def test_an_operation_that_waits_says_for_what(data: dict[str, Any]) -> None:
    operation = data["operations"][2]
    assert (operation["status"], operation["commencement"], operation["places"]) == ("pending", None, [])
    assert operation["commencement_as_given"] == "the day of the census"


def test_effects_are_listed(data: dict[str, Any]) -> None:
    assert [(effect["effect"], effect["target"]) for effect in data["effects"]] == [("save", "art 6")]
