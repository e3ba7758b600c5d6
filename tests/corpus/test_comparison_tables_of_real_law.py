"""Comparison tables of real law: nothing that changed is missing, and both columns quote the texts exactly."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import redline
from redline.render.table.table import comparison_table
from tests.real_versions import amended_versions
from tests.table_laws import breaches


def broken(amended: redline.Amended) -> list[str]:
    """Where the laws of tables are broken, with rows by element and by article."""
    found = breaches(comparison_table(amended, rows="element"), amended)
    return found + breaches(comparison_table(amended, rows="article", context=1), amended)


def test_tables_of_official_instructions_keep_the_laws(corpus: Path) -> None:
    with gzip.open(corpus / "dc" / "cases.jsonl.gz", "rt", encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    wrong = {}
    for case in cases[::6]:
        act = redline.load_act(case["base"].encode())
        found = broken(redline.amend(redline.load_spec(case["spec"], acts={"code": act})))
        if found:
            wrong[case["id"]] = found
    assert wrong == {}


def test_tables_between_two_versions_of_a_law_keep_the_laws(corpus: Path, tmp_path: Path) -> None:
    wrong = {}
    for pair, amended in amended_versions(corpus, tmp_path, every=9):
        found = broken(amended)
        if found:
            wrong[pair] = found
    assert wrong == {}
