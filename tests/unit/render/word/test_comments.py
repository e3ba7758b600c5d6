"""Who changed what and why: authors, comments, and what the Act itself shows as changed or noted."""

from __future__ import annotations

import redline
from redline.render.docx import render_docx
from redline.render.docx_redline import render_docx_redline

from .reading import W, act_xml, amended, article, exact, part, texts

BODY = article(1, "Nets are marked.") + article(2, "Rods are free.") + article(3, "Traps are banned.")
THREE = """\
- {substitute: marked, with: tagged, in: art 1, author: First Office, because: Tags last longer.}
- {substitute: free, with: licensed, in: art 2, author: Second Office, comment: Agreed in March., commencement: 2026-09-01}
- {substitute: banned, with: allowed, in: art 3, until: 2027-01-01}
"""


def said(document: bytes) -> dict[str, list[str]]:
    """Author of each comment -> its lines."""
    return {
        str(comment.get(f"{W}author")): ["".join(p.itertext()) for p in comment.iter(f"{W}p")]
        for comment in part(document, "word/comments.xml").iter(f"{W}comment")
    }


def test_several_authors_of_a_spec_are_several_authors_in_word() -> None:
    document = render_docx_redline(amended(act_xml(BODY), THREE))
    changes = part(document).iter(f"{W}ins", f"{W}del")
    by = {"".join(t.text or "" for t in c.iter(f"{W}t", f"{W}delText")): c.get(f"{W}author") for c in changes}
    assert by == {
        "marked": "First Office", "tagged": "First Office", "free": "Second Office", "licensed": "Second Office",
        "banned": "Drafting Office", "allowed": "Drafting Office",
    }  # fmt: skip
    creator = next(e.text for e in part(document, "docProps/core.xml") if str(e.tag).endswith("creator"))
    assert creator == "First Office; Second Office; Drafting Office"


def test_a_comment_gives_the_reason_the_instruction_and_its_commencement() -> None:
    assert said(
        render_docx_redline(amended(act_xml(BODY), THREE, top="date: 2026-03-01\ncommencement: 2026-07-01"))
    ) == {
        "First Office": ["Tags last longer.", "Instruction op-1, from 2026-07-01"],
        "Second Office": ["Agreed in March.", "Instruction op-2, from 2026-09-01"],
        "Drafting Office": ["Instruction op-3, from 2026-07-01, until 2027-01-01"],
    }


def test_a_comment_stands_on_the_words_that_changed_and_goes_with_them() -> None:
    root = exact(amended(act_xml(BODY), THREE))
    for start in root.iter(f"{W}commentRangeStart"):
        change = start.getparent()
        assert change.tag in (f"{W}ins", f"{W}del")
        assert [e.get(f"{W}id") for e in change.iter(f"{W}commentReference")] == [start.get(f"{W}id")]


def test_comments_are_ready_for_replies() -> None:
    document = render_docx_redline(amended(act_xml(BODY), THREE))
    paragraph = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
    last = [
        list(c.iter(f"{W}p"))[-1].get(paragraph)
        for c in part(document, "word/comments.xml").iter(f"{W}comment")
    ]
    threads = [next(iter(e.attrib.values())) for e in part(document, "word/commentsExtended.xml")]
    assert last == threads
    assert len(set(last)) == 3


def test_an_operation_without_an_author_bears_the_name_of_the_tool() -> None:
    spec = "redline: 1\nid: x\nacts: {law: a.xml}\namendments:\n  - {act: law, operations: [{substitute: Nets, with: Rods}]}\n"
    marked = redline.amend(redline.load_spec(spec, acts={"law": redline.load_act(act_xml(BODY).encode())}))[
        "law"
    ]
    authors = {e.get(f"{W}author") for e in part(render_docx_redline(marked)).iter(f"{W}ins", f"{W}del")}
    assert authors == {"redline"}


SHOWN = article(
    1,
    '<p>Nets <del>and rods</del> are <ins>always</ins> marked. <remark status="editorial">[See Order 5.]</remark></p>',
)


def test_what_the_act_itself_shows_as_removed_added_or_remarked_is_its_text() -> None:
    plain = render_docx(redline.load_act(act_xml(SHOWN).encode()))
    root = part(plain)
    struck = [
        "".join(t.text or "" for t in r.iter(f"{W}t"))
        for r in root.iter(f"{W}r")
        if r.find(f"{W}rPr/{W}strike") is not None
    ]
    assert struck == ["and rods"]
    assert texts(plain)[2][1] == "Nets and rods are always marked. [See Order 5.]"
    assert next(root.iter(f"{W}ins", f"{W}del"), None) is None, (
        "they are no changes of this spec, to accept or reject"
    )


def test_words_that_were_struck_already_stay_so_in_a_redline() -> None:
    root = exact(amended(act_xml(SHOWN), "- {substitute: marked, with: tagged}"))
    assert [s.getparent().getparent().getparent().tag for s in root.iter(f"{W}strike")] == [f"{W}p"]


NOTED = '<p>Paid<authorialNote marker="{}"><p>In cash.</p></authorialNote> at once.</p>'


def test_a_note_keeps_the_mark_that_the_act_gives_it() -> None:
    for mark in ("*", "F1", "§"):
        document = render_docx(redline.load_act(act_xml(article(1, NOTED.format(mark))).encode()))
        [reference] = part(document).iter(f"{W}footnoteReference")
        assert reference.get(f"{W}customMarkFollows") == "1"
        number = reference.get(f"{W}id")
        [note] = [n for n in part(document, "word/footnotes.xml") if n.get(f"{W}id") == number]
        for where in (reference.getparent(), note):
            assert "".join(chr(int(s.get(f"{W}char") or "0", 16)) for s in where.iter(f"{W}sym")) == mark


def test_a_note_without_a_mark_is_numbered_by_word() -> None:
    document = render_docx(redline.load_act(act_xml(article(1, NOTED.format(""))).encode()))
    [reference] = part(document).iter(f"{W}footnoteReference")
    assert reference.get(f"{W}customMarkFollows") is None
    assert len(list(part(document, "word/footnotes.xml").iter(f"{W}footnoteRef"))) == 1
