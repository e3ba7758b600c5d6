"""Pairs of consecutive versions of real laws, the second as the amendment of the first."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import redline


def amended_versions(corpus: Path, folder: Path, every: int) -> Iterator[tuple[str, redline.Amended]]:
    """Every so many pairs: what a pair is called, and its first version with all of it replaced by the second."""
    with (corpus / "versions" / "PAIRS.tsv").open(encoding="utf-8") as lines:
        pairs = list(csv.DictReader(lines, delimiter="\t"))
    for pair in pairs[::every]:
        for name in (pair["before"], pair["after"]):
            shutil.copy(corpus / "versions" / pair["law"] / name, folder / name)
        spec = folder / "spec.yaml"
        spec.write_text(
            f"redline: 1\nid: versions\nacts: {{law: {pair['before']}}}\namendments:\n  - act: law\n"
            f"    operations:\n      - replace: act\n        with: {{file: {pair['after']}}}\n",
            encoding="utf-8",
        )
        yield f"{pair['law']} {pair['before']}", redline.amend(redline.load_spec(spec))
