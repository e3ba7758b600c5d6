"""Links of a Word document lead where the Act says, by addresses and bookmarks that Word takes."""

from __future__ import annotations

from html import escape

import pytest

import redline
from redline.render.docx import render_docx
from redline.render.word.links import bookmark_names, web_address

from .reading import W, act_xml, article, part

RELATIONS = "word/_rels/document.xml.rels"


def rendered(body: str) -> bytes:
    return render_docx(redline.load_act(act_xml(body).encode()))


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://example.org/law?id=1&p=2#art_5", "https://example.org/law?id=1&p=2#art_5"),
        ("http://example.org/the law", "http://example.org/the%20law"),
        ("http://EXAMPLE.org:80/«x»", "http://example.org:80/%C2%ABx%C2%BB"),
        ("http://пример.рф/закон", "http://xn--e1afmkfd.xn--p1ai/%D0%B7%D0%B0%D0%BA%D0%BE%D0%BD"),
        ("http://example.org/50%", "http://example.org/50%25"),
        ("http://example.org/a%20b", "http://example.org/a%20b"),
        ("http://[2001:db8::1]/x", "http://[2001:db8::1]/x"),
    ],
)
def test_an_address_is_written_in_the_characters_of_addresses(href: str, address: str) -> None:
    document = rendered(article(1, f'See <ref href="{escape(href)}">the law</ref>.'))
    targets = [r.get("Target") for r in part(document, RELATIONS) if r.get("TargetMode") == "External"]
    assert targets == [address]


@pytest.mark.parametrize(
    "href",
    [
        "https://",
        "https://[bad/x",
        "http://example.org:port/",
        "http://a b/",
        "javascript:alert(1)",
        "ftp://x/y",
    ],
)
def test_what_is_no_address_of_the_network_is_no_link_and_its_words_stay(href: str) -> None:
    document = rendered(article(1, f'See <ref href="{href}">the law</ref>.'))
    root = part(document)
    assert next(root.iter(f"{W}hyperlink"), None) is None
    assert "See the law." in "".join(root.itertext())
    assert next(root.iter(f"{W}rStyle"), None) is None, "words that lead nowhere do not look as if they did"


def test_provisions_whose_identifiers_differ_by_capitals_only_have_each_their_own_bookmark() -> None:
    points = "".join(
        f'<paragraph eId="art_2__para_{n}"><num>{n}</num><content><p>Rule {n}.</p></content></paragraph>'
        for n in "Aa"
    )
    links = '<ref href="#art_2__para_A">A</ref> and <ref href="#art_2__para_a">a</ref>'
    document = rendered(
        article(1, f"<p>{links}</p>") + f'<article eId="art_2"><num>Article 2.</num>{points}</article>'
    )
    root = part(document)
    marks = {
        mark.get(f"{W}name"): "".join(mark.getparent().itertext()) for mark in root.iter(f"{W}bookmarkStart")
    }
    assert len({name.casefold() for name in marks}) == 2
    led = {"".join(link.itertext()): marks[link.get(f"{W}anchor")] for link in root.iter(f"{W}hyperlink")}
    assert led == {"A": "ARule A.", "a": "aRule a."}


def test_names_of_bookmarks_are_no_longer_than_word_takes_them_and_all_different() -> None:
    anchors = [f"part_1__chp_2__sec_3__subsec_4__para_{n}-1" for n in range(50)] + ["статья_5", "art_1"]
    names = bookmark_names(anchors)
    assert len({name.casefold() for name in names.values()}) == len(anchors)
    assert all(len(name) <= 40 and name.isidentifier() for name in names.values())
    assert names["art_1"] == "ref_art_1"


def test_an_address_is_the_same_when_it_is_written_again() -> None:
    once = web_address("http://пример.рф/50% закон?№=«1»#стр")
    assert once is not None
    assert web_address(once) == once
