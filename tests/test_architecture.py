"""The architecture page, enforced: who may import whom, what must be registered, documented and tested."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from redline.errors import SLUGS
from redline.operations import OPERATIONS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "redline"

RANKS = [
    {"errors", "model"},
    {"akn", "languages", "jurisdictions"},
    {"addresses", "drafting", "compare"},
    {"operations"},
    {"spec"},
    {"engine"},
    {"render", "checks", "importers"},
    {"api"},
    {"cli"},
]
API = {"__init__", "build", "show", "explain", "starter", "validate"}
RANK = {name: rank for rank, names in enumerate(RANKS) for name in names}


def folder_of(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0]
    name = first.removesuffix(".py")
    return "api" if name in API else name


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "redline" else [f"redline.{a.name}" for a in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "redline":
                found.add(parts[1] if len(parts) > 1 and parts[1] in RANK else "api")
    return found


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_from_its_own_folder_and_from_lower_ranks(path: Path) -> None:
    own = folder_of(path)
    for other in imports(path):
        # `errors` and `model` share the lowest rank: an error carries a position, which is model data.
        lower = RANK[other] < RANK[own] or {own, other} <= {"errors", "model"}
        assert other == own or lower, f"{own} may not import {other}: move the code or the line (ADR)"


def test_every_error_slug_has_a_section_in_the_docs_and_every_section_a_slug() -> None:
    text = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    sections = set(re.findall(r"^## `?([a-z-]+)`?$", text, re.MULTILINE))
    assert sections == set(SLUGS)


def test_every_error_slug_is_raised_somewhere() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if path.name != "errors.py"
    )
    assert [slug for slug in SLUGS if f'"{slug}"' not in source and slug != "amendments-failed"] == []


def test_every_operation_is_documented_and_has_a_golden_case() -> None:
    docs = (ROOT / "docs" / "amendments.md").read_text(encoding="utf-8")
    specs = "".join(p.read_text("utf-8", "replace") for p in (ROOT / "tests" / "golden").glob("*/spec.yaml"))
    for operation in OPERATIONS:
        assert f"{operation.VERB.name}:" in docs, (
            f"say in docs/amendments.md how {operation.VERB.name} is used"
        )
        assert f"- {operation.VERB.name}:" in specs, f"add a golden case for {operation.VERB.name}"


def test_nothing_committed_names_the_machine_it_was_written_on() -> None:
    for path in ROOT.rglob("*"):
        if path.is_file() and path.suffix in (".py", ".md", ".toml", ".yaml", ".yml", ".json", ".txt"):
            if any(
                part.startswith(".") or part == "node_modules" for part in path.relative_to(ROOT).parts[:-1]
            ):
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not re.search("/work/" + "(main|shared)", text), path
