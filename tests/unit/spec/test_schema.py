"""The JSON Schema of a spec: fresh, complete, and true."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from redline.spec.schema import build_schema

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = build_schema()


def _properties(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property in a schema, with the way to it."""
    if isinstance(schema, list):
        for place, item in enumerate(schema):
            yield from _properties(item, f"{path}/{place}")
    elif isinstance(schema, dict):
        for name, value in schema.items():
            if name == "properties":
                for key, fragment in value.items():
                    yield f"{path}/{key}", fragment
            if name not in ("examples", "enum", "const"):
                yield from _properties(value, path if name == "properties" else f"{path}/{name}")


def _operations(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [branch["then"] for branch in schema["$defs"]["operation"]["allOf"]]


PROPERTIES = list(_properties(SCHEMA))


def test_the_schema_in_the_folder_is_fresh(request: pytest.FixtureRequest) -> None:
    path = ROOT / "schemas" / "spec-1.schema.json"
    fresh = json.dumps(SCHEMA, ensure_ascii=False, indent=2) + "\n"
    if request.config.getoption("--regenerate-golden"):
        path.write_text(fresh, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == fresh, "run: pytest tests/unit/spec --regenerate-golden"


def test_the_schemas_are_schemas() -> None:
    for path in (ROOT / "schemas").glob("*.json"):
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(("path", "fragment"), PROPERTIES, ids=[path for path, _ in PROPERTIES])
def test_a_key_has_a_title_a_description_and_examples(path: str, fragment: dict[str, Any]) -> None:
    for what in ("title", "description", "examples"):
        assert fragment.get(what), f"say in redline/spec/key_texts.py, or at the verb's key: {what} of {path}"


@pytest.mark.parametrize(("path", "fragment"), PROPERTIES, ids=[path for path, _ in PROPERTIES])
def test_an_example_is_what_the_key_takes(path: str, fragment: dict[str, Any]) -> None:
    validator = Draft202012Validator({**fragment, "$defs": SCHEMA["$defs"]})
    for example in fragment["examples"]:
        assert [error.message for error in validator.iter_errors(example)] == [], example


def test_a_key_of_the_change_list_is_explained_too() -> None:
    schema = json.loads((ROOT / "schemas" / "changes-1.schema.json").read_text(encoding="utf-8"))
    for path, fragment in _properties(schema):
        assert fragment.get("title"), f"say the title of {path}"
        assert fragment.get("description"), f"say what {path} is"
        holds_others = "properties" in fragment or "items" in fragment
        assert holds_others or fragment.get("examples"), f"give an example of {path}"
        validator = Draft202012Validator({**fragment, "$defs": schema["$defs"]})
        for example in fragment.get("examples", ()):
            assert [error.message for error in validator.iter_errors(example)] == [], path


@pytest.mark.parametrize("operation", _operations(SCHEMA), ids=lambda operation: str(operation["title"]))
def test_an_example_of_an_operation_is_one(operation: dict[str, Any]) -> None:
    validator = Draft202012Validator({"$ref": "#/$defs/operation", "$defs": SCHEMA["$defs"]})
    assert operation["examples"]
    for example in operation["examples"]:
        assert [error.message for error in validator.iter_errors(example)] == [], example


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in (ROOT / "tests" / "golden").glob("*/spec.yaml")
        if not path.parent.name.startswith("error")
    ],
    ids=lambda path: path.parent.name,
)
def test_a_spec_that_is_carried_out_is_valid(path: Path) -> None:
    spec = yaml.load(path.read_text(encoding="utf-8"), Loader=_AsTyped)
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(spec)] == []


class _AsTyped(yaml.SafeLoader):
    """YAML as an editor reads it, dates as typed."""


_AsTyped.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
