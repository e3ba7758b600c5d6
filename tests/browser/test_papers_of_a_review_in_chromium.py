"""The papers of a review as pages: no barriers, no sideways scrolling, readable in the dark and in print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from redline.papers.paper_html import paper_html
from redline.report.papers import PAPERS
from redline.reported import gather
from redline.review import findings_html
from tests.unit.report.reviewed import REPORT, make_review

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

NAMES = ("report", "methodology", "explanatory-note", "list-of-by-laws", "glossary", "findings")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("papers")
    more = "annotations:\n  - {document: law, at: статья 2, comment: Срок не начинается., risk: high}\n"
    material, _ = gather(make_review(folder, REPORT + more))
    made = {
        stem: paper_html(paper)
        for kind in PAPERS.values()
        if "html" in kind.formats
        for stem, paper in kind.make(material)
    }
    made["findings"] = findings_html.render(
        material.dossier, material.all_findings, material.checks, material.language
    )
    for stem, page in made.items():
        (folder / f"{stem}.html").write_bytes(page)
    assert set(made) == set(NAMES)
    return {stem: folder / f"{stem}.html" for stem in made}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [400, 1200])
def test_a_paper_fits_every_screen(pages: dict[str, Path], open_page: Opener, name: str, width: int) -> None:
    page = open_page(pages[name], width=width)
    wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= room


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dark", [False, True])
def test_no_reader_of_a_paper_is_shut_out(
    pages: dict[str, Path], open_page: Opener, name: str, dark: bool
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    results = axe.Axe().run(open_page(pages[name], dark=dark), options={"resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()
