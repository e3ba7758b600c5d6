"""The HTML redline: its views are the two texts, its marks name operations, and the page is whole and safe."""

from __future__ import annotations

import contextlib
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

import redline
from redline.akn.blocks import blocks_of_act
from redline.akn.marked import MarkedAct
from redline.errors import RenderError
from redline.render import render_bytes
from redline.render.html_page import asset
from redline.render.html_redline import render_html_redline
from redline.render.notes import notes_of
from redline.render.redline_html.check import check_page, texts_of
from redline.render.redline_html.groups import groups_of
from redline.render.word.lines import lines_of
from tests.html_reading import Page, base_and_consolidated, text_of_act

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = ROOT / "tests" / "golden"
CASES = sorted(
    path.parent for path in GOLDEN.glob("*/spec.yaml") if not (path.parent / "expected/errors.txt").exists()
)
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


@cache
def pages_of(case: Path) -> list[tuple[MarkedAct, str]]:
    """The marked Acts of a golden case, each with its page."""
    with contextlib.chdir(case):
        amended = redline.amend(redline.load_spec("spec.yaml"))
        return [(marked, render_html_redline(marked).decode()) for marked in amended.values()]


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def pages(request: pytest.FixtureRequest) -> list[tuple[MarkedAct, str]]:
    return pages_of(request.param)


@pytest.fixture(scope="module")
def example() -> redline.Amended:
    return redline.amend(redline.load_spec(ROOT / "fixtures" / "migration-2026.yaml"))


def test_the_base_view_has_the_words_of_the_act_and_the_consolidated_view_those_of_the_consolidated_act(
    pages: list[tuple[MarkedAct, str]],
) -> None:
    for marked, text in pages:
        assert base_and_consolidated(text) == (text_of_act(marked.base), text_of_act(marked.after()))


def test_words_that_no_operation_changed_stand_in_the_page_once(example: redline.Amended) -> None:
    page = render_html_redline(example["migration"]).decode()
    assert page.count("coordinates the integration of ethnic returnees") == 1


def test_marks_name_operations_of_the_change_list_and_every_one_of_them_that_changed_words(
    pages: list[tuple[MarkedAct, str]],
) -> None:
    for marked, text in pages:
        page = Page(text)
        named = {
            attributes["data-op"]
            for tag, attributes in page.elements
            if tag in ("ins", "del") and "data-op" in attributes
        }
        applied = {change.operation.id for change in marked.changes() if change.applied}
        assert named <= applied
        listed = [attributes["data-op"] for tag, attributes in page.elements if "data-from" in attributes]
        assert sorted(listed) == sorted(change.operation.id for change in marked.changes())


def test_pages_nest_their_identifiers_are_unique_and_every_link_has_its_target(
    pages: list[tuple[MarkedAct, str]],
) -> None:
    for _, text in pages:
        page = Page(text)
        ids = page.values("id")
        assert page.crossed == []
        assert [tag for tag, _, _ in page.open] == [""]
        assert len(ids) == len(set(ids))
        after = {name for names in page.values("data-after") for name in names.split()}
        again = {name for names in page.values("data-eid") for name in names.split()}
        inside = {unquote(href[1:]) for href in page.values("href") if href.startswith("#")}
        assert inside <= set(ids) | after | again
        referred = [name for names in page.values("aria-describedby") for name in names.split()]
        assert set(referred) <= set(ids)
        titles = [attributes.get("class", "") for tag, attributes in page.elements if tag == "h1"]
        for gone in ("oa", "ob"):
            assert len([title for title in titles if gone not in title.split()]) == 1


def test_a_page_asks_the_network_for_nothing_and_runs_no_script_but_its_own(example: redline.Amended) -> None:
    text = render_html_redline(example["register-rules"]).decode()
    page = Page(text)
    assert not {"link", "iframe", "object"} & {tag for tag, _ in page.elements}
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert re.search(r"default-src 'none'.*script-src 'sha256-[A-Za-z0-9+/=]+'", text)
    for name in ("act.css", "redline.css"):
        assert "url(" not in asset(name)
        assert "@import" not in asset(name)
    assert not re.search(r"fetch\(|XMLHttpRequest|localStorage|innerHTML", asset("redline.js"))


def test_what_looks_like_markup_in_the_law_and_in_the_spec_is_text() -> None:
    evil = "&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt; &amp;amp; &quot;"
    act = redline.load_act(
        f'<akomaNtoso xmlns="{NAMESPACE}"><act name="act"><meta/><body><article eId="art_1"><num>Article 1.</num>'
        f'<heading>{evil}</heading><paragraph eId="art_1__para_1"><num>1.</num><content><p>Old {evil}.</p>'
        "</content></paragraph></article></body></act></akomaNtoso>".encode()
    )
    spec = redline.load_spec(
        """\
redline: 1
id: x
acts: {a: a.xml}
amendments:
  - act: a
    because: "</script><script>alert(2)</script>"
    operations:
      - {id: "a", author: '"><script>', substitute: Old, with: "<script>alert(3)</script>", in: art 1 para 1, comment: "<i>"}
""",
        acts={"a": act},
    )
    marked = redline.amend(spec)["a"]
    text = render_html_redline(marked).decode()
    page = Page(text, ("del", "ob"))
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert "<script>alert(3)</script>" in page.text
    assert 'Article 1. <script>alert(1)</script> <b>x</b> &amp; "' in page.text


def test_a_change_leads_to_its_reason_its_instruction_and_its_commencement(example: redline.Amended) -> None:
    text = render_html_redline(example["migration"]).decode()
    entry = re.search(r'<li id="redline-op-move-victims".*?</li>', text, re.DOTALL)
    assert entry is not None
    for said in (
        "article 8, paragraph 1, point 7) is moved after article 10, point 3), as 3-1",
        "Powers are given to the body that has the staff to exercise them.",
        "from 2026-07-01",
        "Directorate of Administrative Law",
        "migration-2026.yaml:113",
        "Agreed with the Ministry of Internal Affairs on 12 February 2026.",
    ):
        assert said in entry[0]
    assert 'href="#redline-op-move-victims"' in text
    assert 'aria-describedby="redline-op-move-victims"' in text


def test_both_places_of_a_moved_provision_lead_to_each_other(example: redline.Amended) -> None:
    text = render_html_redline(example["migration"]).decode()
    assert re.search(
        r'id="redline-op-move-victims-old" href="#redline-op-move-victims-new"[^>]*>moved to article 10', text
    )
    assert re.search(
        r'id="redline-op-move-victims-new" href="#redline-op-move-victims-old"[^>]*>moved from article 8',
        text,
    )


def test_the_outline_names_each_changed_provision_and_what_was_done_there(example: redline.Amended) -> None:
    text = render_html_redline(example["migration"]).decode()
    nav = text[text.index("<nav") : text.index("</nav>")]
    assert '<a href="#art_8">Article 8. Competence of the Migration Agency</a>' in nav
    assert "article 8, paragraph 1, point 7) is moved after article 10, point 3), as 3-1" in nav
    assert "#art_2_" not in nav
    first = re.search(r'<a href="#(redline-change-\d+)"[^>]*><span class="num">10</span>', nav)
    assert first is not None
    assert f'id="{first[1]}"' in text


def test_an_operation_that_is_not_in_the_text_is_listed_with_the_reason(package: redline.Amended) -> None:
    marked = package["migration"]
    waiting = [change for change in marked.changes() if not change.applied]
    text = render_html_redline(marked).decode()
    assert waiting
    for change in waiting:
        entry = re.search(rf'<li id="redline-op-{change.operation.id}".*?</li>', text, re.DOTALL)
        assert entry is not None
        assert "Not in this text" in entry[0]
        assert "awaits an event: the day of the census" in entry[0]
        assert f'<ins data-op="{change.operation.id}"' not in text


def test_columns_come_and_go_in_one_table_whose_cells_say_how_far_they_reach_in_each_text() -> None:
    found = [page for case in CASES if "column" in case.name for _, page in pages_of(case)]
    cells = [attributes for page in found for tag, attributes in Page(page).elements if tag in ("td", "th")]
    assert any("oa" in cell.get("class", "").split() for cell in cells)
    assert all(("data-base" in cell) == ("data-amended" in cell) for cell in cells)


def test_a_repealed_provision_that_keeps_its_place_is_told_from_the_others() -> None:
    found = [page for case in CASES if case.name.startswith("repeal") for _, page in pages_of(case)]
    assert any(re.search(r'class="[^"]*\brepealed\b', page) for page in found)


def test_text_in_another_language_says_which(fixtures: Path) -> None:
    act = redline.load_act(
        f'<akomaNtoso xmlns="{NAMESPACE}"><act name="act"><meta><identification source="#x"><FRBRExpression>'
        '<FRBRdate date="2026-07-01" name="x"/><FRBRlanguage language="rus"/></FRBRExpression>'
        '</identification></meta><body><article eId="art_1"><num>Статья 1.</num><content><p eId="p_1">Текст.</p>'
        '<p xml:lang="kk">Мәтін.</p></content></article></body></act></akomaNtoso>'.encode()
    )
    spec = "redline: 1\nid: x\nacts: {a: a.xml}\namendments:\n  - act: a\n    operations:\n      - {substitute: Текст, with: Слова, in: art_1}\n"
    text = render_html_redline(redline.amend(redline.load_spec(spec, acts={"a": act}))["a"]).decode()
    assert '<html lang="ru">' in text
    assert re.search(r'<p[^>]* lang="kk"[^>]*>', text)
    assert "Изменяемые положения" in text
    assert "в статье 1 слово «Текст» заменить словом «Слова»" in text


def test_the_renderer_is_found_by_name_and_gives_the_same_bytes(package: redline.Amended) -> None:
    marked = package["migration"]
    assert render_bytes(marked, "html-redline") == render_html_redline(marked)


MUTATIONS = {
    "an inserted word is no insertion any more": (r"<ins data-op[^>]*>([^<]+)</ins>(?=[ ,;]*[a-z])", r"\1"),
    "a deleted word is lost": (r"<del data-op[^>]*>[^<]+</del>", ""),
    "a new paragraph is in both texts": (r'class="([a-z ]*)\boa\b', r'class="\1'),
    "an old paragraph is in both texts": (r'class="([a-z ]*)\bob\b', r'class="\1'),
    "a letter is another": (r"foreigner", "foreignex"),
    "a note is not cited": (r'<sup class="fn">.*?</sup>', ""),
    "a paragraph is two": (r"<p([^>]*)>([^<]+ [^<]+)</p>", r"<p\1>\2</p><p>x</p>"),
    "a cell is gone": (r"<td>.*?</td>", ""),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_the_check_of_a_page_sees_what_is_wrong(example: redline.Amended, name: str) -> None:
    pattern, new = MUTATIONS[name]
    seen = 0
    for marked in example.values():
        page = render_html_redline(marked).decode()
        law = page.index('id="redline-law"')
        changed = page[:law] + re.sub(pattern, new, page[law:], count=1)
        if changed == page:
            continue
        seen += 1
        texts = []
        for act in (marked.base, marked.after()):
            blocks = list(blocks_of_act(act))
            texts.append(texts_of(groups_of(lines_of(blocks)), notes_of(blocks)))
        with pytest.raises(RenderError) as caught:
            check_page(changed.encode(), texts[0], texts[1], "act.xml")
        assert caught.value.slug == "redline-inexact"
    assert seen
