"""The HTML redline in headless Chromium: what is seen in each view, from change to change, filters, print."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import redline
from redline.akn.blocks import blocks_of_act
from redline.render import render
from redline.render.notes import notes_of
from redline.render.redline_html.check import texts_of
from redline.render.redline_html.groups import groups_of
from redline.render.word.lines import lines_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opener

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("migration", "labour", "register-rules")
SHOWN = """
container => {
  const words = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || getComputedStyle(node).display === "none") return "";
    if (node.matches(".why, .end, .self, .back, .fn, .image, .note > .n, #redline-notes")) return "";
    return (node.matches("br") ? " " : "") + [...node.childNodes].map(words).join("");
  };
  return words(container);
}
"""


@pytest.fixture(scope="module")
def package() -> redline.Amended:
    return redline.amend(redline.load_spec(ROOT / "fixtures" / "migration-2026.yaml"))


def choose(page: Page, view: str) -> None:
    """Click on a view where it stands: Playwright's own click would scroll the page to it."""
    x, y = page.eval_on_selector(
        f"input[value={view}]",
        "input => { const box = input.getBoundingClientRect(); return [box.x + 9, box.y + 9]; }",
    )
    page.mouse.click(x, y)
    assert page.is_checked(f"input[value={view}]")


def squeezed(text: str) -> str:
    return "".join(text.split())


def words_of(act: redline.Act) -> str:
    """The words of an Act, without images and the marks of notes, and without spaces."""
    blocks = list(blocks_of_act(act))
    texts = texts_of(groups_of(lines_of(blocks)), notes_of(blocks))
    return squeezed("".join(text for _, text in texts).replace("[note]", "").replace("[image]", ""))


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_sees_the_base_in_one_view_and_the_consolidated_act_in_the_other(
    name: str, example: Path, package: redline.Amended, open_page: Opener
) -> None:
    page = open_page(example / f"{name}.redline.html")
    for view, act in (("base", package[name].base), ("amended", package[name].after())):
        choose(page, view)
        assert squeezed(page.eval_on_selector("#redline-law", SHOWN)) == words_of(act)


@pytest.mark.parametrize("name", NAMES)
def test_side_by_side_the_left_column_is_the_base_and_the_right_one_the_consolidated_act(
    name: str, example: Path, package: redline.Amended, open_page: Opener
) -> None:
    page = open_page(example / f"{name}.redline.html")
    whole = page.inner_html("#redline-law")
    choose(page, "side")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    for column, act in (("show-b", package[name].base), ("show-a", package[name].after())):
        shown = page.eval_on_selector_all(f".pair > .{column}", f"all => all.map({SHOWN}).join('')")
        assert squeezed(shown) == words_of(act)
    ids = page.eval_on_selector_all("[id]", "found => found.map(element => element.id)")
    assert len(ids) == len(set(ids))
    choose(page, "marked")
    assert page.locator(".pair").count() == 0
    plain = page.evaluate(
        "() => document.querySelectorAll('[data-both]').forEach(c => delete c.dataset.both)"
    )
    assert plain is None
    assert _spans(page.inner_html("#redline-law")) == _spans(whole)


def _spans(html: str) -> str:
    """The text without what says once more that a cell reaches over one column and one row."""
    return html.replace("\n", "").replace(' colspan="1"', "").replace(' rowspan="1"', "")


def test_without_scripts_the_page_is_the_marked_text_with_its_operations(
    example: Path, open_page: Opener
) -> None:
    page = open_page(example / "migration.redline.html", scripts=False)
    assert page.is_hidden(".bar")
    assert page.is_visible("#redline-law del >> nth=0")
    assert page.is_visible("#redline-law ins >> nth=0")
    page.locator("#redline-law .why >> nth=0").click()
    assert "#redline-op-" in page.url


def test_n_and_p_go_from_change_to_change_and_tell_the_reason(example: Path, open_page: Opener) -> None:
    page = open_page(example / "migration.redline.html")
    total = page.locator("#redline-law .why").count()
    page.keyboard.press("n")
    assert page.text_content("#redline-place") == f"1 of {total}"
    first = page.evaluate("document.activeElement.id")
    assert first == "redline-change-1"
    assert "the title of the Act becomes" in (page.text_content("#redline-panel") or "")
    assert page.is_visible("#redline-panel")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "redline-change-2"
    page.keyboard.press("p")
    page.keyboard.press("k")
    assert page.text_content("#redline-place") == f"{total} of {total}"
    page.click("#redline-next")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("Escape")
    assert page.is_hidden("#redline-panel")


def test_the_change_gone_to_is_on_the_screen_and_not_under_the_bar(example: Path, open_page: Opener) -> None:
    page = open_page(example / "migration.redline.html", width=900)
    for _ in range(30):
        page.keyboard.press("n")
        top, bottom, bar, end = page.evaluate(
            """() => {
              const at = document.activeElement.getBoundingClientRect();
              const panel = document.getElementById("redline-panel").getBoundingClientRect();
              const bar = document.querySelector(".bar");
              const covers = getComputedStyle(bar).position === "sticky" ? bar.getBoundingClientRect().bottom : 0;
              return [at.top, at.bottom, covers, panel.top];
            }"""
        )
        assert bar <= top < bottom <= end


def test_keys_do_nothing_while_the_reader_chooses_and_can_be_turned_off(
    example: Path, open_page: Opener
) -> None:
    page = open_page(example / "labour.redline.html")
    page.click(".filter summary")
    page.focus("select[name=author]")
    page.keyboard.press("n")
    assert page.text_content("#redline-place") == ""
    page.keyboard.press("Escape")
    page.uncheck("#redline-keys")
    page.keyboard.press("n")
    assert page.text_content("#redline-place") == ""


def test_enter_on_the_number_of_a_change_leads_into_its_details_and_escape_back(
    example: Path, open_page: Opener
) -> None:
    page = open_page(example / "migration.redline.html")
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#redline-panel') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "redline-change-1"


def test_pointing_at_changed_words_tells_why(example: Path, open_page: Opener) -> None:
    page = open_page(example / "migration.redline.html")
    x, y = page.eval_on_selector(
        "#redline-law del.mv",
        """mark => {
          mark.scrollIntoView({block: "center"});
          const box = mark.getBoundingClientRect();
          return [box.x + 5, box.y + box.height / 2];
        }""",
    )
    page.mouse.move(x, y)
    page.wait_for_selector("#redline-panel:visible")
    assert "Powers are given to the body that has the staff" in (page.text_content("#redline-panel") or "")


def test_a_filter_greys_what_does_not_match_and_changes_no_word(example: Path, open_page: Opener) -> None:
    page = open_page(example / "migration.redline.html")
    before = page.text_content("#redline-law")
    page.click(".filter summary")
    page.select_option("select[name=author]", "=Directorate of Administrative Law")
    entries = page.locator("#redline-operations > ol > li")
    chosen = page.locator('#redline-operations > ol > li[data-author="Directorate of Administrative Law"]')
    assert 0 < chosen.count() < entries.count()
    assert page.text_content("#redline-matching") == f"{chosen.count()} of {entries.count()} operations"
    marked = page.eval_on_selector_all("#redline-law .why:not(.faint)", "all => all.map(n => n.dataset.op)")
    assert set(marked) <= set(chosen.evaluate_all("all => all.map(entry => entry.dataset.op)"))
    assert page.text_content("#redline-law") == before
    page.click(".filter summary")
    page.keyboard.press("n")
    assert page.text_content("#redline-place") == f"1 of {len(marked)}"
    shown = page.locator("#redline-outline li[data-op]:visible")
    assert set(shown.evaluate_all("all => all.map(item => item.dataset.op)")) == set(marked)
    page.click(".filter summary")
    page.click(".filter button[type=reset]")
    # Not `wait_for_function`, which evaluates a string: the page forbids that, and rightly.
    page.locator(".faint").first.wait_for(state="detached")
    assert page.locator(".faint").count() == 0


def test_filters_by_operation_and_by_commencement_work_together(example: Path, open_page: Opener) -> None:
    page = open_page(example / "migration.redline.html")
    page.click(".filter summary")
    page.select_option("select[name=op]", "=move-victims")
    assert page.locator("#redline-operations > ol > li:visible").count() == 1
    dates = page.eval_on_selector_all("select[name=from] option", "all => all.map(option => option.value)")
    other = next(date for date in dates if date not in ("", "=2026-07-01"))
    page.select_option("select[name=from]", other)
    assert page.locator("#redline-operations > ol > li:visible").count() == 0
    page.select_option("select[name=from]", "=2026-07-01")
    assert page.locator("#redline-operations > ol > li:visible").count() == 1


def test_links_by_identifier_lead_to_the_provision_of_the_text_that_is_shown(
    example: Path, open_page: Opener
) -> None:
    page = open_page(example / "migration.redline.html")
    taken = page.eval_on_selector_all("[data-eid]", "all => all.map(e => e.dataset.eid.split(' ')[0])")
    assert taken
    for view, gone in (("base", ".oa"), ("amended", ".ob")):
        choose(page, view)
        found = page.evaluate(
            """([name, gone]) => {
              const link = document.createElement("a");
              link.href = "#" + name;
              document.querySelector("main").append(link);
              link.click();
              const there = document.querySelector(".here, :target");
              return there !== null && !there.closest(gone);
            }""",
            [taken[0], gone],
        )
        assert found


def test_where_the_reader_is_stays_when_the_view_changes(example: Path, open_page: Opener) -> None:
    page = open_page(example / "migration.redline.html")
    page.evaluate("document.getElementById('art_20').scrollIntoView()")
    for view in ("base", "side", "amended", "marked"):
        choose(page, view)
        page.wait_for_timeout(100)
        top = page.evaluate("document.getElementById('art_20').getBoundingClientRect().top")
        assert -450 < top < 450


def test_the_printed_page_has_every_change_and_is_readable_in_black_and_white(
    example: Path, open_page: Opener
) -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: pip install -e '.[dev]'")
    page = open_page(example / "labour.redline.html")
    for view in ("marked", "side"):
        choose(page, view)
        reader = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
        text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
        assert "Keys n and p" not in text
        assert "Changed provisions" not in text
        assert "All operations of the spec on this Act" in text
    page.emulate_media(media="print")
    styles = page.evaluate(
        """() => ["ins", "del"].map((tag) => {
          const style = getComputedStyle(document.querySelector(`#redline-law ${tag}:not(.br, .mv)`));
          return [style.textDecorationLine, style.backgroundColor];
        })"""
    )
    assert styles == [["underline", "rgba(0, 0, 0, 0)"], ["line-through", "rgba(0, 0, 0, 0)"]]


def test_a_screen_reader_is_told_where_a_change_begins_and_ends(example: Path, open_page: Opener) -> None:
    page = open_page(example / "labour.redline.html")
    said = page.evaluate(
        """() => ["ins", "del"].flatMap((tag) => {
          const mark = document.querySelector(`#redline-law ${tag}:not(.br, .mv)`);
          return ["::before", "::after"].map((end) => getComputedStyle(mark, end).content.trim());
        })"""
    )
    assert said == [
        '" insertion begins: "',
        '" insertion ends: "',
        '" deletion begins: "',
        '" deletion ends: "',
    ]
    choose(page, "amended")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('#redline-law ins'), '::before').content")
        == "none"
    )


def test_an_act_of_662000_words_opens_and_goes_to_its_last_change(
    corpus: Path, tmp_path: Path, open_page: Opener
) -> None:
    act = redline.load_act(corpus / "large" / "ie_taxes_consolidation_act_1997.xml")
    spec = redline.load_spec(
        "redline: 1\nid: x\naddressing: current\nacts: {a: a.xml}\namendments:\n  - act: a\n    operations:\n"
        "      - {substitute: Revenue Commissioners, with: Revenue Board, times: all}\n",
        acts={"a": act},
    )
    render(redline.amend(spec)["a"], "html-redline", tmp_path / "large.html")
    page = open_page(tmp_path / "large.html")
    page.keyboard.press("p")
    total = page.locator("#redline-law .why").count()
    assert total > 100
    assert page.text_content("#redline-place") == f"{total} of {total}"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") < 900
    choose(page, "base")
    assert page.is_hidden("#redline-law ins >> nth=0")
