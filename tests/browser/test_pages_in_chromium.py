"""Pages opened in headless Chromium: outline, anchors, no requests, no barriers, and a page of 662,000 words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import redline
from redline.render import render

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
PAGES = (
    "index",
    "migration.consolidated",
    "register-rules.consolidated",
    "migration.redline",
    "labour.redline",
    "migration-2026.table",
)
RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def test_chromium_reads_a_page_as_it_was_written(fixtures: Path, tmp_path: Path, open_page: Opener) -> None:
    render(redline.load_act(fixtures / "acts" / "migration.xml"), "html", tmp_path / "act.html")
    page = open_page(tmp_path / "act.html")
    links = page.eval_on_selector_all("nav a", "links => links.map(link => link.hash.slice(1))")
    assert len(links) == 73
    kinds = page.evaluate("names => names.map(name => document.getElementById(name)?.className)", links)
    assert kinds[:2] == ["container", "unit"]
    assert all(kinds)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_screen_of_400_pixels(name: str, example: Path, open_page: Opener) -> None:
    page = open_page(example / f"{name}.html", width=400)
    wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= room


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_redline_whose_own_words_are_long_fits_a_screen_of_400_pixels(
    language: str, tmp_path: Path, open_page: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(GOLDEN / "two-languages-amended-together")
    amended = redline.amend(redline.load_spec("spec.yaml"))
    (marked, *_) = amended.in_language(language).values()
    render(marked, "html-redline", tmp_path / "redline.html")
    page = open_page(tmp_path / "redline.html", width=400)
    wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= room


def test_the_page_of_a_package_has_its_headings_in_order_and_every_link_has_its_target(
    example: Path, open_page: Opener
) -> None:
    page = open_page(example / "index.html")
    levels = page.eval_on_selector_all(
        "h1, h2, h3, h4, h5, h6", "found => found.map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = page.eval_on_selector_all("[id]", "found => found.map(element => element.id)")
    assert len(ids) == len(set(ids))
    links = page.eval_on_selector_all("a[href]", "found => found.map(link => link.getAttribute('href'))")
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert all((example / link).is_file() for link in links if not link.startswith("#"))


@pytest.mark.parametrize(
    "name",
    ["labour.consolidated", "labour.redline", "register-rules.redline", "migration-2026.table"],
)
def test_the_parser_of_the_browser_moves_nothing(name: str, example: Path, open_page: Opener) -> None:
    written = (example / f"{name}.html").read_text(encoding="utf-8")
    page = open_page(example / f"{name}.html", scripts=False)
    found = page.content()
    assert _elements(found) == _elements(written)


def _elements(page: str) -> list[str]:
    """The tags and words of the body in order."""
    from html.parser import HTMLParser

    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.found: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.found.append(f"<{tag} {sorted((name, value or '') for name, value in attrs)}>")

        def handle_data(self, data: str) -> None:
            self.found += data.split()

    reader = Reader()
    reader.feed(page[page.index("<body") :])
    return [item for item in reader.found if not item.startswith("<tbody")]


def test_the_comparison_table_scrolls_inside_its_own_frame(example: Path, open_page: Opener) -> None:
    page = open_page(example / "migration-2026.table.html", width=400)
    frame = page.eval_on_selector(".table", "frame => [frame.scrollWidth, frame.clientWidth]")
    assert frame[0] > frame[1]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_barrier_that_axe_finds(
    name: str, dark: bool, example: Path, open_page: Opener
) -> None:
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        pytest.skip("axe-playwright-python is not installed: pip install -e '.[dev]'")
    page = open_page(example / f"{name}.html", dark=dark)
    views = ("marked", "base", "amended", "side") if name == "labour.redline" and not dark else ("",)
    for view in views:
        if view:
            page.check(f"input[value={view}]", force=True)
            page.keyboard.press("n")
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(view, finding["id"], [node["html"] for node in finding["nodes"]]) for finding in found] == []


def test_an_act_of_662000_words_opens(corpus: Path, tmp_path: Path, open_page: Opener) -> None:
    act = redline.load_act(corpus / "large" / "ie_taxes_consolidation_act_1997.xml")
    render(act, "html", tmp_path / "large.html")
    page = open_page(tmp_path / "large.html")
    assert page.locator("main section").count() > 1000
