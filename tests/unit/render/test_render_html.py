"""The Act as one page: sections, anchors, references, tables, notes; nothing from the network, everything escaped."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import redline
from redline.render import render_bytes
from redline.render.html_page import style_sheet

ROOT = Path(__file__).resolve().parents[3]
CORPUS = sorted((ROOT.parent / "shared" / "corpus" / "akn").rglob("*.xml"))
ACTS = sorted((ROOT / "fixtures" / "acts").glob("*.xml")) + CORPUS
NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
VOID = {"meta", "br", "img", "link", "input", "hr"}


class Page(HTMLParser):
    """A page read: its elements in order, and whether they nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name))]


def html_of(act: redline.Act) -> str:
    return render_bytes(act, "html").decode("utf-8")


def act_of(body: str, language: str = "eng") -> redline.Act:
    return redline.load_act(
        f'<akomaNtoso xmlns="{NAMESPACE}"><act name="act"><meta><identification source="#x"><FRBRExpression>'
        f'<FRBRdate date="2026-07-01" name="x"/><FRBRlanguage language="{language}"/></FRBRExpression>'
        f"</identification></meta><body>{body}</body></act></akomaNtoso>".encode()
    )


@pytest.mark.parametrize("path", ACTS, ids=lambda path: path.name)
def test_pages_of_real_acts_nest_and_every_link_has_its_target(path: Path) -> None:
    page = Page(html_of(redline.load_act(path)))
    ids = page.values("id")
    assert (page.crossed, page.open) == ([], [])
    assert len(ids) == len(set(ids))
    inside = {href[1:] for href in page.values("href") if href.startswith("#")}
    from urllib.parse import unquote

    assert {unquote(target) for target in inside} <= set(ids)
    assert [tag for tag, _ in page.elements].count("h1") == 1


@pytest.mark.parametrize("path", ACTS, ids=lambda path: path.name)
def test_a_page_asks_the_network_for_nothing_and_has_no_script(path: Path) -> None:
    text = html_of(redline.load_act(path))
    page = Page(text)
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in page.elements}
    assert all(source.startswith("data:") for source in page.values("src"))
    assert "url(" not in style_sheet()
    assert "@import" not in style_sheet()


def test_sections_follow_the_outline_and_bear_the_acts_identifiers(migration: redline.Act) -> None:
    page = Page(html_of(migration))
    sections = [attributes.get("id") for tag, attributes in page.elements if tag == "section"]
    assert sections[:3] == ["chp_1", "art_1", "art_2"]
    links = [
        attributes["href"] for tag, attributes in page.elements if tag == "a" and "class" not in attributes
    ]
    assert links[:2] == ["#chp_1", "#art_1"]
    assert "art_1__point_1" in page.values("id")


def test_the_page_says_its_language_title_and_version(migration: redline.Act) -> None:
    text = html_of(migration)
    assert '<html lang="en">' in text
    assert "<title>On the Migration of the Population</title>" in text
    assert '<meta name="dcterms.date" content="2021-01-01">' in text


def test_the_pages_own_words_are_in_the_language_of_the_act_where_it_is_known() -> None:
    body = "<article eId='a'><num>1</num></article><article eId='b'><num>2</num></article>"
    assert ">Содержание</h2>" in html_of(act_of(body, "rus"))
    assert '<nav class="contents" aria-labelledby="redline-contents" lang="en">' in html_of(
        act_of(body, "fin")
    )


def test_references_inside_the_act_are_links_and_those_that_lead_nowhere_are_words() -> None:
    text = html_of(
        act_of(
            "<article eId='art_1'><num>1</num><content><p><ref href='#art_1'>here</ref> <ref href='#gone'>gone</ref> "
            "<ref href='/akn/xx/act/1'>that Act</ref> <ref href='https://example.org/?a=1&amp;b=2'>web</ref> "
            "<ref href='javascript:alert(1)'>no</ref></p></content></article>"
        )
    )
    assert (
        '<a href="#art_1">here</a> gone that Act '
        '<a href="https://example.org/?a=1&amp;b=2" rel="external noreferrer">web</a> no' in text
    )


def test_everything_that_comes_from_the_act_is_escaped() -> None:
    evil = "&lt;script&gt;alert(1)&lt;/script&gt;"
    text = html_of(
        act_of(
            f"<article eId='x&quot;&gt;&lt;b&gt;'><num>{evil}</num><heading>{evil}</heading><content><p>{evil}"
            f"<authorialNote marker='{evil}'><p>{evil}</p></authorialNote><img src='&quot;&gt;' alt='{evil}'/></p>"
            f"<table><caption>{evil}</caption><tr><td><p>{evil}</p></td></tr></table></content></article>"
        )
    )
    assert "<script" not in text
    assert "<b>" not in text
    assert Page(text).crossed == []


def test_notes_link_there_and_back() -> None:
    text = html_of(
        act_of(
            "<article><content><p>Days<authorialNote marker='*'><p>Full.</p></authorialNote></p></content></article>"
        )
    )
    assert '<a id="redline-ref-1" href="#redline-note-1" role="doc-noteref">*</a>' in text
    assert 'id="redline-note-1"' in text
    assert 'href="#redline-ref-1" role="doc-backlink"' in text


def test_the_mark_of_a_note_inside_a_reference_stays_in_its_place() -> None:
    body = (
        "<article eId='art_1'><num>1</num><content><p><ref href='#art_1'>here<authorialNote marker='*'><p>Now.</p>"
        "</authorialNote> and there</ref></p></content></article>"
    )
    page = Page(html_of(act_of(body)))
    assert page.crossed == []
    text = html_of(act_of(body))
    before, _, behind = text.partition('<sup class="fn">')
    assert before.endswith('<a href="#art_1">here</a>')
    assert behind.partition("</sup>")[2].startswith('<a href="#art_1"> and there</a>')


def test_tables_have_head_rows_that_name_their_columns(migration: redline.Act) -> None:
    text = html_of(migration)
    assert (
        '<caption>Ceilings by region</caption><thead><tr><th scope="col" rowspan="2"><p>Region</p></th>'
        in text
    )


def test_a_quoted_provision_is_no_section_of_this_act() -> None:
    text = html_of(
        act_of(
            "<article eId='art_1'><num>1</num><content><p><mod>Insert <quotedStructure startQuote='«' endQuote='»'>"
            "<article eId='q'><num>5</num><heading>New</heading></article></quotedStructure>.</mod></p></content></article>"
        )
    )
    assert (
        '<blockquote>\n<p class="unit inner" id="q"><span class="num">«5</span> New».</p>\n</blockquote>'
        in text
    )


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(first: str, second: str) -> float:
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_can_be_read_in_both_colour_schemes(scheme: int) -> None:
    blocks = re.findall(r":root \{(.*?)\}", style_sheet(), re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", blocks[scheme]))
    for paper in ("paper", "tint", "target"):
        for ink in ("ink", "soft", "link"):
            assert _contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)
    assert _contrast(colours["ins"], colours["ins-bg"]) >= 4.5
    assert _contrast(colours["del"], colours["del-bg"]) >= 4.5
    assert _contrast(colours["wait"], colours["paper"]) >= 4.5
    assert _contrast(colours["focus"], colours["paper"]) >= 3
