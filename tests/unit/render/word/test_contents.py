"""A table of contents in a Word document: a field that reads well before anybody updates it."""

from __future__ import annotations

import redline
from redline.akn.marked import MarkedAct
from redline.render.docx import render_docx
from redline.render.docx_redline import render_docx_redline

from .reading import W, act_xml, amended, article, exact, faults, part, styles_of, texts

BODY = article(1, "One.") + article(2, "Two.") + article(3, "Three.")


def act(body: str = BODY, **more: str) -> redline.Act:
    return redline.load_act(act_xml(body, **more).encode())


def words(document: bytes) -> list[str]:
    return [text for _, text in texts(document)]


def entries(root: object) -> list[str]:
    """The words of the paragraphs in a style of contents."""
    found = (p for p in root.iter(f"{W}p"))  # type: ignore[attr-defined]
    return [
        "".join(t.text for t in p.iter(f"{W}t"))
        for p in found
        if (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") or "").startswith("TOC")
    ]


def test_there_is_none_unless_it_is_asked_for() -> None:
    assert entries(part(render_docx(act()))) == []


def test_the_entries_are_the_headings_and_stand_behind_the_title() -> None:
    document = render_docx(act(), contents=True)
    assert words(document)[:7] == [
        "Fishing Act", "Contents", "", "Article 1. Heading 1", "Article 2. Heading 2", "Article 3. Heading 3", "",
    ]  # fmt: skip
    assert faults(document) == []


def test_it_is_a_field_that_word_can_update_and_that_asks_nobody_anything() -> None:
    document = render_docx(act(), contents=True)
    assert "TOC" in "".join(i.text or "" for i in part(document).iter(f"{W}instrText"))
    assert next(part(document, "word/settings.xml").iter(f"{W}updateFields"), None) is None


def test_each_entry_leads_to_its_heading() -> None:
    root = part(render_docx(act(), contents=True))
    marks = {b.get(f"{W}name"): b.getparent() for b in root.iter(f"{W}bookmarkStart")}
    links = [link for link in root.iter(f"{W}hyperlink") if "".join(link.itertext()).startswith("Article")]
    assert len(links) == 3
    for link in links:
        heading = marks[link.get(f"{W}anchor")]
        assert "".join(heading.itertext()) == "".join(link.itertext())


def test_its_title_is_in_the_language_of_the_act() -> None:
    assert words(render_docx(act(language="rus"), contents=True))[1] == "Содержание"
    assert words(render_docx(act(language="kaz"), contents=True))[1] == "Мазмұны"


def test_an_act_with_its_own_contents_gets_no_second_one() -> None:
    toc = '<preface><toc><tocItem level="1" href="#art_1">Article 1. Heading 1</tocItem></toc></preface>'
    own = redline.load_act(act_xml(BODY, title="").replace("<body>", f"{toc}<body>").encode())
    assert render_docx(own, contents=True) == render_docx(own)


def test_an_act_without_headings_has_no_contents() -> None:
    assert render_docx(act("<p>One.</p>"), contents=True) == render_docx(act("<p>One.</p>"))


def test_in_a_redline_entries_come_and_go_with_their_headings() -> None:
    operations = "- {repeal: art 1, leave: nothing}\n- {retitle: art 2, as: Nets}\n- insert: |\n    Article 4. New\n    Four.\n  after: art 3"
    root = exact(amended(act_xml(BODY), operations), contents=True)
    assert any("Article 4. New" in entry for entry in entries(root))


def test_an_entry_comes_where_what_stood_beside_its_number_gets_a_heading() -> None:
    body = (
        '<hcontainer name="regulation" eId="reg_1"><num>1.</num><heading>Nets</heading>'
        '<paragraph eId="a"><num>(1)</num><content><p>Nets are marked.</p></content></paragraph>'
        '<paragraph eId="b"><num>(2)</num><heading>Size</heading><content><p>Nets are small.</p></content></paragraph>'
        "</hcontainer>"
    )
    marked = amended(act_xml(body), "- {retitle: a, as: Marks}\n- {repeal: b / heading}")
    root = exact(marked, contents=True)
    assert "(1) Marks" in entries(root)
    assert not any("Size" in entry for entry in entries(root))


def test_a_schedule_that_gets_a_heading_is_listed_from_then_on() -> None:
    body = (
        article(1, "Nets are marked.") + '<hcontainer name="schedule" eId="sch"><num>SCHEDULE</num><content>'
        "<table><tr><td><p>Net</p></td></tr></table></content></hcontainer>"
    )
    root = exact(amended(act_xml(body), "- {retitle: sch, as: Nets}"), contents=True)
    assert any("SCHEDULE Nets" in entry for entry in entries(root))


def test_contents_go_as_a_whole_where_no_heading_is_left() -> None:
    marked: MarkedAct = amended(act_xml(BODY), "- {repeal: act, leave: nothing}")
    root = part(render_docx_redline(marked, contents=True))
    assert next(root.iter(f"{W}instrText"), None) is None
    assert next(root.iter(f"{W}delInstrText")) is not None
    exact(marked, contents=True)


def test_the_styles_of_its_entries_are_those_of_word() -> None:
    styles = styles_of(render_docx(act(), contents=True))
    assert {"toc 1", "toc 6", "toc heading"} <= set(styles)
