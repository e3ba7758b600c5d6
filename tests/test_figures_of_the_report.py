"""Every figure of the report's summary is what its tables list: nobody can count another number."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from itertools import takewhile
from pathlib import Path

import pytest

from redline.papers.paper import Block, Heading, Paper, Paragraph, Table
from redline.report.material import Material
from redline.report.report import report_of
from redline.report.words import words_in
from redline.reported import gather

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "migration"
ID = re.compile(r"F-[0-9a-f]{8}|H-\d+")


@pytest.fixture(scope="module", params=["ru", "kk", "en"])
def material(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Material:
    folder = tmp_path_factory.mktemp("dossier") / "review"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("sources", ".redline-cache"))
    return gather(folder, request.param)[0]


@pytest.fixture(scope="module")
def paper(material: Material) -> Paper:
    return report_of(material)


def _part(paper: Paper, anchor: str) -> list[Block]:
    """The blocks of one part of the report."""
    place = next(n for n, b in enumerate(paper.blocks) if isinstance(b, Heading) and b.anchor == anchor)
    behind = paper.blocks[place + 1 :]
    return list(takewhile(lambda b: not (isinstance(b, Heading) and b.level == 1), behind))


def _rows(blocks: list[Block]) -> list[list[str]]:
    tables = [block for block in blocks if isinstance(block, Table)]
    return [["\n".join(p.text for p in cell) for cell in row.cells] for t in tables for row in t.rows]


def _figures(material: Material, paper: Paper) -> dict[str, int]:
    """The table of figures: the words that name each, and the number."""
    names = {text: name for name, text in words_in(material.language).items()}
    rows = _rows(_part(paper, "summary"))
    return {names[name]: int(re.sub(r"\D", "", count)) for name, count in rows}


def test_the_findings_of_each_type_and_each_risk_add_up_to_all(material: Material, paper: Paper) -> None:
    figures = _figures(material, paper)
    heads = [b.text for b in _part(paper, "findings") if isinstance(b, Heading) and b.level == 2]
    assert sum(int(text.rpartition("(")[2].rstrip(")")) for text in heads) == figures["open findings"]
    risks = (figures[f"of these {risk}"] for risk in ("error", "warning", "note"))
    assert sum(risks) == figures["open findings"]


def test_each_finding_that_is_counted_is_told_and_no_other(material: Material, paper: Paper) -> None:
    figures, more = _figures(material, paper), words_in(material.language)["more"]
    told: set[str] = set()
    left = 0
    hidden = re.compile(re.escape(more).replace(r"\{count\}", r"(\d+)"))
    for block in _part(paper, "findings"):
        if isinstance(block, Paragraph) and (found := hidden.fullmatch(block.text)):
            left += int(found[1])
        elif isinstance(block, Paragraph) and block.look in ("lead", "note"):
            told.update(ID.findall(block.text))
    assert len(told) + left == figures["open findings"]


def test_the_register_holds_the_open_and_the_rejected_findings(material: Material, paper: Paper) -> None:
    figures = _figures(material, paper)
    ids = [row[0] for row in _rows(_part(paper, "annex-1")) if len(row) > 1]
    assert len(ids) == len(set(ids)) == figures["open findings"] + figures["rejected findings"]


def test_what_became_of_the_findings_adds_up_and_is_what_the_table_says(
    material: Material, paper: Paper
) -> None:
    figures, words = _figures(material, paper), words_in(material.language)
    results = Counter[str]()
    for row in _rows(_part(paper, "coverage")):
        if len(row) > 1:
            results[row[-1]] += len(ID.findall(row[0]))
    assert results[words["resolved"]] == figures["answers"]
    assert results[words["answered"]] == figures["answered findings"]
    assert results[words["still-there"]] + results[words["unanswered"]] == figures["left findings"]
    assert results[words["new"]] == figures["new findings"]
    parts = (figures[name] for name in ("answers", "answered findings", "left findings"))
    assert sum(parts) == figures["open findings"]


def test_documents_and_operations_are_those_of_the_tables(material: Material, paper: Paper) -> None:
    figures = _figures(material, paper)
    assert len(_rows(_part(paper, "scope"))) == figures["documents"]
    assert sum(int(row[2]) for row in _rows(_part(paper, "roadmap"))) == figures["operations"]
