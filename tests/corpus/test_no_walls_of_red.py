"""Between two versions of a law a redline marks hardly more words than a comparison of the words finds changed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "change_ratio.py"
MOST = 1.1
"""Marked words for each word that the shortest comparison of the two texts finds changed."""
LONGEST = 700_000
"""Bytes of a version; of longer ones most are left to the benchmark."""

RESTRUCTURED = (
    "ee-26422 v3.xml",
    "fr-LEGITEXT000006071366 v3.xml",
    "hu-btk-2012-C v3.xml",
    "ie-IE-1972-act-27 v1.xml",
    "ie-IE-1977-act-10 v1.xml",
    "in-constitution-part12 v1.xml",
    "lu-loi-1879-06-18-n1 v2.xml",
    "sk-ZZ-2004-580 v3.xml",
)
"""Pairs in which a sentence became a list, a line a heading, or most was written anew: all of them are held."""


@pytest.fixture(scope="module")
def ratio() -> ModuleType:
    spec = importlib.util.spec_from_file_location("change_ratio", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_a_redline_marks_what_changed_and_no_more(corpus: Path, ratio: ModuleType) -> None:
    pairs = list(ratio.pairs(corpus))
    short = [pair for pair in pairs if max(path.stat().st_size for path in pair[1:]) < LONGEST]
    found = [ratio.ratio_of(*pair) for pair in pairs if pair[0] in RESTRUCTURED or pair in short[::4]]
    assert {one.pair: one.to_shortest for one in found if one.marked > MOST * one.shortest} == {}
    assert sum(one.marked for one in found) > 1_000
