"""Comparison tables of real law: nothing that changed is missing, and both columns quote the texts exactly."""

from __future__ import annotations

import csv
import gzip
import json
import shutil
from pathlib import Path

import redline
from redline.render.table.table import comparison_table
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
    with (corpus / "versions" / "PAIRS.tsv").open(encoding="utf-8") as lines:
        pairs = list(csv.DictReader(lines, delimiter="\t"))
    wrong = {}
    for pair in pairs[::9]:
        for name in (pair["before"], pair["after"]):
            shutil.copy(corpus / "versions" / pair["law"] / name, tmp_path / name)
        spec = tmp_path / "spec.yaml"
        spec.write_text(
            f"redline: 1\nid: versions\nacts: {{law: {pair['before']}}}\namendments:\n  - act: law\n"
            f"    operations:\n      - replace: act\n        with: {{file: {pair['after']}}}\n",
            encoding="utf-8",
        )
        found = broken(redline.amend(redline.load_spec(spec)))
        if found:
            wrong[f"{pair['law']} {pair['before']}"] = found
    assert wrong == {}
