"""Word redlines of real law, judged by a reader that is not ours: exact in text and place, and nothing to repair."""

from __future__ import annotations

import gzip
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

import redline
from redline.akn.marked import MarkedAct
from tests.real_versions import amended_versions

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="module")
def judge() -> ModuleType:
    path = SHARED / "tools" / "docx_check.py"
    if not path.exists():
        pytest.skip("the judge of Word files is not beside the project")
    spec = importlib.util.spec_from_file_location("docx_check", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def verdict(judge: ModuleType, marked: MarkedAct, folder: Path) -> dict[str, object]:
    """What the judge says of the redline of a marked Act, beside its two clean texts."""
    files = {name: str(folder / f"{name}.docx") for name in ("redline", "base", "amended")}
    redline.render(marked, "docx-redline", files["redline"])
    redline.render(marked.base, "docx", files["base"])
    redline.render(marked.after(), "docx", files["amended"])
    found = judge.check(*files.values())
    asked = ("accept==new", "reject==old", "struct_accept", "struct_reject", "bad")
    return {name: found[name] for name in asked} | {"lint": judge.lint(files["redline"])}


EXACT = {
    "accept==new": "exact",
    "reject==old": "exact",
    "struct_accept": "ok",
    "struct_reject": "ok",
    "bad": {},
    "lint": {},
}


def test_redlines_of_official_instructions_are_exact(corpus: Path, judge: ModuleType, tmp_path: Path) -> None:
    with gzip.open(corpus / "dc" / "cases.jsonl.gz", "rt", encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    wrong = {}
    for case in cases[::6]:
        act = redline.load_act(case["base"].encode())
        marked = redline.amend(redline.load_spec(case["spec"], acts={"code": act}))["code"]
        found = verdict(judge, marked, tmp_path)
        if found != EXACT:
            wrong[case["id"]] = found
    assert wrong == {}


def test_redlines_between_two_versions_of_a_law_are_exact(
    corpus: Path, judge: ModuleType, tmp_path: Path
) -> None:
    wrong = {}
    for pair, amended in amended_versions(corpus, tmp_path, every=9):
        found = verdict(judge, amended["law"], tmp_path)
        if found != EXACT:
            wrong[pair] = found
    assert wrong == {}
