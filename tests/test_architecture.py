"""The architecture page, enforced: who may import whom, what must be registered, documented and tested."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from redline.checks import CHECKS
from redline.cli import COMMANDS
from redline.errors import SLUGS
from redline.importers import IMPORTERS
from redline.jurisdictions import PROFILES
from redline.languages import PACKS
from redline.operations import OPERATIONS
from redline.operations.keys import VERBS
from redline.render import RENDERERS, Renderer
from redline.spec.effects import EFFECTS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "redline"

LONGEST_FUNCTION = 40
LONGEST_MODULE = 400
RANKS = [
    {"errors", "model"},
    {"akn", "languages", "jurisdictions"},
    {"addresses", "drafting", "compare"},
    {"operations", "facts"},
    {"spec"},
    {"engine"},
    {"amending"},
    {"render", "importers"},
    {"dossier", "papers"},
    {"checks"},
    {"review", "comments"},
    {"report"},
    {"api"},
    {"cli"},
]
API = {
    "__init__", "loading", "build", "built_files", "readback", "show", "explain", "starter", "validate",
    "reviewing", "matrices", "tracing", "answers", "commenting", "reported", "packaged",
}  # fmt: skip
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


def _modules(folder: str) -> list[tuple[str, str]]:
    """Name and source of every module of a folder."""
    paths = sorted((PACKAGE / folder).glob("*.py"))
    return [(path.stem, path.read_text(encoding="utf-8")) for path in paths if path.stem != "__init__"]


@pytest.mark.parametrize(
    ("folder", "begins", "registry", "registered"),
    [
        ("operations", "def plan(", "OPERATIONS", [module.__name__ for module in OPERATIONS]),
        ("operations/keys", "VERB = ", "VERBS", [f"{verb.name}" for verb in VERBS]),
        ("languages", "PACK = ", "PACKS", [f"{pack.code}" for pack in PACKS]),
        ("jurisdictions", "PROFILE = ", "PROFILES", [f"{p.name.replace('-', '_')}" for p in PROFILES]),
        ("cli", "@click.command(", "COMMANDS", [f"{command.name}" for command in COMMANDS]),
        ("checks", "CHECK = ", "CHECKS", [each.run.__module__ for each in CHECKS]),
        ("importers", "IMPORTER = ", "IMPORTERS", [each.read.__module__ for each in IMPORTERS]),
    ],
)
def test_what_a_folder_holds_is_in_its_registry(
    folder: str, begins: str, registry: str, registered: list[str]
) -> None:
    names = {name.rpartition(".")[2] for name in registered}
    # `import` is a word of Python, so its module is import_.
    made = {
        name.rstrip("_")
        for name, source in _modules(folder)
        if re.search(rf"^{re.escape(begins)}", source, re.M)
    }
    assert made == names, f"give each module of redline/{folder} its line in {registry} (__init__.py)"


def test_every_renderer_is_registered() -> None:
    made = {name for name, source in _modules("render") if f"\ndef render_{name}(" in source}
    # A PDF is printed from the page of another renderer.
    registered = {renderer.name.replace("-", "_") for renderer in RENDERERS if not renderer.page}
    assert made == registered, "give each renderer its line in RENDERERS (redline/render/__init__.py)"


@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda renderer: renderer.name)
def test_every_renderer_is_documented_and_tested(renderer: Renderer) -> None:
    docs = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")
    assert f"`{renderer.name}`" in docs, f"say in docs/outputs.md what {renderer.name} makes"
    tests = "".join(p.read_text("utf-8") for p in (ROOT / "tests" / "unit" / "render").glob("test_*.py"))
    assert f'"{renderer.name}"' in tests, f"add tests/unit/render/test_render_….py for {renderer.name}"


GOLDEN_SPECS = "".join(
    path.read_text("utf-8", "replace")
    for path in sorted((ROOT / "tests" / "golden").glob("*/spec.yaml"))
    if not path.parent.name.startswith("error-")
)


@pytest.mark.parametrize("name", [*(verb.name for verb in VERBS), *EFFECTS])
def test_every_operation_and_effect_is_documented_and_has_a_golden_case(name: str) -> None:
    docs = (ROOT / "docs" / "amendments.md").read_text(encoding="utf-8")
    assert re.search(rf"^ *(- )?{name}:", docs, re.MULTILINE), f"say in docs/amendments.md how {name} is used"
    assert re.search(rf"^ *(- )?{name}:", GOLDEN_SPECS, re.MULTILINE), f"add a golden case for {name}"


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = len(text.splitlines())
    assert lines <= LONGEST_MODULE, f"{lines} lines: divide the module by what its parts are about"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1 - _docstring(node)
            assert length <= LONGEST_FUNCTION, (
                f"{node.name} has {length} lines: take out what has a name of its own"
            )


def _docstring(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines of a function are its docstring: that may be as long as a reader needs."""
    first = node.body[0]
    if ast.get_docstring(node) is None:
        return 0
    return (first.end_lineno or first.lineno) - first.lineno + 1


def test_every_page_of_the_docs_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert f"(docs/{page.name})" in readme, f"name docs/{page.name} in the table of the README"


@pytest.mark.parametrize(
    "page",
    [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))],
    ids=lambda path: path.name,
)
def test_a_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: mend the link to {target}"


def test_nothing_committed_names_the_machine_it_was_written_on() -> None:
    for path in ROOT.rglob("*"):
        if path.is_file() and path.suffix in (".py", ".md", ".toml", ".yaml", ".yml", ".json", ".txt"):
            if any(
                part.startswith(".") or part == "node_modules" for part in path.relative_to(ROOT).parts[:-1]
            ):
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not re.search("/work/" + "(main|shared)", text), path


def test_every_extra_that_a_page_or_message_names_can_be_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "redline").rglob("*.py")]
    said = "".join(page.read_text(encoding="utf-8") for page in pages)
    named = {extra for group in re.findall(r"redline\[([\w,]+)\]", said) for extra in group.split(",")}
    assert named <= set(project["optional-dependencies"])
    assert {"pdf", "report"} <= named
