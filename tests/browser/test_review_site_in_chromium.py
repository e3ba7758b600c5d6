"""The page of a package for stakeholders in headless Chromium: search, filters, no requests, no barriers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from redline.report.site import site_of
from redline.reported import gather
from tests.unit.report.reviewed import make_review

if TYPE_CHECKING:
    from tests.browser.conftest import Opener

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    more = "annotations:\n  - {document: law, at: статья 1, comment: Нет срока., subject: учет, risk: high}\n"
    material, _ = gather(make_review(folder, more))
    (folder / "site.html").write_bytes(site_of(material))
    return folder / "site.html"


def test_a_search_and_a_filter_leave_what_they_ask_for(site: Path, open_page: Opener) -> None:
    page = open_page(site)
    shown = (
        "() => [...document.querySelectorAll('.card')].filter(c => c.offsetParent).map(c => c.textContent)"
    )
    everything = page.evaluate(shown)
    page.fill("#search", "СТАТЬИ 9")
    found = page.evaluate(shown)
    assert 0 < len(found) < len(everything)
    assert all("статьи 9" in text.lower() for text in found)
    assert str(len(found)) in page.inner_text("#count")
    page.fill("#search", "")
    page.select_option("#acts", "Правила учета")
    assert ["Форма не опубликована" in text for text in page.evaluate(shown)] == [True]
    page.select_option("#acts", "")
    page.select_option("#subjects", "учет")
    assert ["Нет срока." in text for text in page.evaluate(shown)] == [True]
    page.select_option("#subjects", "")
    assert page.evaluate(shown) == everything


@pytest.mark.parametrize("sought", ["формами", "ФОРМЫ опубликованы", "«форма не»", "форма не опублик"])
def test_a_word_is_found_in_whatever_form_it_is_typed(site: Path, open_page: Opener, sought: str) -> None:
    page = open_page(site)
    page.fill("#search", sought)
    shown = page.evaluate(
        "() => [...document.querySelectorAll('.card')].filter(c => c.offsetParent).map(c => c.textContent)"
    )
    assert ["Форма не опубликована" in text for text in shown] == [True]


def test_what_is_sought_in_quotation_marks_is_found_as_it_is_written(site: Path, open_page: Opener) -> None:
    page = open_page(site)
    page.fill("#search", '"опубликованы"')
    assert page.locator(".card:visible").count() == 0


def test_without_scripts_everything_is_there_to_read(site: Path, open_page: Opener) -> None:
    page = open_page(site, scripts=False)
    assert page.locator("#tools").is_hidden()
    cards = page.locator(".card")
    assert all(cards.nth(place).is_visible() for place in range(cards.count()))


def test_the_redline_of_each_act_opens(site: Path, open_page: Opener) -> None:
    page = open_page(site)
    page.click("summary")
    assert page.locator("details[open] ins").first.is_visible()


@pytest.mark.parametrize("width", [400, 800, 1400])
def test_the_page_fits_every_screen(site: Path, open_page: Opener, width: int) -> None:
    page = open_page(site, width=width)
    wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= room


@pytest.mark.parametrize("dark", [False, True])
def test_no_reader_is_shut_out(site: Path, open_page: Opener, dark: bool) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = open_page(site, dark=dark)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    results = axe.Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()
