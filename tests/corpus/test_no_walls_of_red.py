"""Between two versions of a law a redline marks hardly more words than a comparison of the words finds changed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARK = Path(__file__).resolve().parents[2] / "benchmarks" / "change_ratio.py"
MOST = 1.1
"""Marked words for each word that the comparison finds changed."""
LONGEST = 700_000
"""Bytes of a version; longer ones are left to the benchmark."""

RESTRUCTURED = {
    "fr-LEGITEXT000006071366 v3.xml": "a paragraph was put into another section, with the same words",
    "hu-btk-2012-C v3.xml": "a sentence became a list of points",
    "ee-26422 v3.xml": "a sentence became a paragraph with points",
    "in-constitution-part12 v1.xml": "three articles stand in one paragraph of the earlier file",
    "ie-IE-1966-act-21 v1.xml": "almost everything was written anew",
    "ie-IE-1972-act-27 v1.xml": "almost everything was written anew",
    "sk-ZZ-2004-580 v1.xml": "a definition was written anew in the place of another",
    "sk-ZZ-2004-580 v3.xml": "almost everything was written anew",
}
"""Pairs in which more is marked, and why: a provision whose structure is another is replaced as a whole."""


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
    pairs = [
        pair
        for pair in ratio.pairs(corpus)
        if pair[0] not in RESTRUCTURED and max(path.stat().st_size for path in pair[1:]) < LONGEST
    ]
    found = [ratio.ratio_of(*pair) for pair in pairs[::3]]
    assert {one.pair: one.to_readable for one in found if one.marked > MOST * one.readable} == {}
    assert sum(one.marked for one in found) > 1_000
