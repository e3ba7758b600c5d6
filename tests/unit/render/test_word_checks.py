"""The checks of Word documents, checked: each way to break a good redline is seen before anything is written."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

import redline
from redline.akn.blocks import blocks_of_act
from redline.render.docx_redline import render_docx_redline
from redline.render.word.check import Wanted, check_redline
from redline.render.word.lines import lines_of
from redline.render.word.lint_package import check_package, faults_of

ACT = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/><body>
<article eId="art_1"><num>Article 1.</num><heading>Permits</heading>
<paragraph eId="art_1__para_1"><num>1.</num><content><p>A permit is given within ten days\
<authorialNote marker="*"><p>Working days.</p></authorialNote> under <ref href="#art_2">Article 2</ref>.</p></content></paragraph>
<paragraph eId="art_1__para_2"><num>2.</num><content><p>A permit is free.</p></content></paragraph>
<paragraph eId="art_1__para_3"><num>3.</num><content><p>A permit ends in a year.</p></content></paragraph>
</article>
<article eId="art_2"><num>Article 2.</num><heading>Fees</heading><content><p>The fees are:</p>
<table><tr><td><p>A permit</p></td><td><p>10 units</p></td></tr><tr><td><p>A copy</p></td><td><p>1 unit</p></td></tr></table>
<p>They are paid in advance.</p></content></article>
</body></act></akomaNtoso>
"""
SPEC = """\
redline: 1
id: permits
author: Permit Unit
date: 2026-03-01
acts: {law: act.xml}
amendments:
  - act: law
    because: Ten days are too few.
    operations:
      - {substitute: ten days, with: twenty days, in: art 1 para 1}
      - {substitute: Working, with: Calendar, in: art 1 para 1 / note 1}
      - {repeal: art 1 para 2, leave: nothing}
      - insert: "2-1. A permit is renewed once."
        after: art 1 para 3
      - {insert: "| A visa | 5 units |", after: art 2 / table 1 / row 1}
"""


@pytest.fixture(scope="module")
def marked() -> redline.MarkedAct:
    return redline.amend(redline.load_spec(SPEC, acts={"law": redline.load_act(ACT.encode())}))["law"]


@pytest.fixture(scope="module")
def good(marked: redline.MarkedAct) -> dict[str, str]:
    """The parts of a redline in which nothing is wrong."""
    with zipfile.ZipFile(io.BytesIO(render_docx_redline(marked))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def zipped(parts: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return held.getvalue()


def check(document: bytes, marked: redline.MarkedAct) -> None:
    """Both checks that every redline passes before it is given out."""
    check_package(document, "law")
    wanted = Wanted(lines_of)
    base, amended = (wanted.texts(blocks_of_act(act)) for act in (marked.base, marked.after()))
    check_redline(document, base, amended, "law")


WHO = 'w:id="900" w:author="x" w:date="2026-03-01T00:00:00Z"'
RANGE = 'w:author="x" w:date="2026-03-01T00:00:00Z" w:name="move1"'
P = r"(<w:p>)(<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>)"
FAULTS = {
    "undeleted words in a deletion": (
        r"(<w:del [^>]*>(?:(?!</w:del>).)*)w:delText( [^>]*>[^<]*</w:)delText",
        r"\1w:t\2t",
    ),
    "two changes of one number": (r'(<w:ins w:id=")\d+("[^>]*>.*?<w:del w:id=")\d+', r"\g<1>7\g<2>7"),
    "a change with the number of a bookmark": (
        r'(<w:bookmarkStart w:id=")(\d+)(".*?<w:ins w:id=")\d+',
        r"\1\2\g<3>\2",
    ),
    "a change without an author": (r'(<w:ins [^>]*) w:author="[^"]*"', r"\1"),
    "a change without a number": (r'<w:ins w:id="\d+"', "<w:ins"),
    "a number that is none": (r'<w:ins w:id="\d+"', '<w:ins w:id="x"'),
    "a date that is none": (r'(<w:ins [^>]*w:date=")[^"]*', r"\g<1>1 March 2026"),
    "an insertion inside a run": (
        r"(<w:ins [^>]*>)(<w:r>)((?:(?!</w:ins>).)*)</w:r></w:ins>",
        r"\2\1\3</w:ins></w:r>",
    ),
    "an insertion in the properties of a paragraph": ("<w:pPr>", f"<w:pPr><w:ins {WHO}/>"),
    "the mark of a break behind other properties": (
        r"<w:rPr>(<w:ins [^>]*/>)</w:rPr></w:pPr>",
        r"<w:rPr><w:b/>\1</w:rPr></w:pPr>",
    ),
    "deleted words outside a deletion": (r"<w:t( [^>]*>[^<]*</w:)t>", r"<w:delText\1delText>"),
    "a paragraph inside an insertion": (rf"{P}(.*?</w:p>)", rf"<w:ins {WHO}>\1\2\3</w:ins>"),
    "a cell without a paragraph": (r"(</w:tcPr>)<w:p>.*?</w:p>(</w:tc>)", r"\1\2"),
    "a height behind the mark of a row": (r"(<w:trPr>)(<w:ins [^>]*/>)", r'\1\2<w:trHeight w:val="10"/>'),
    "a move that ends nowhere": (P, rf'\1\2<w:moveFromRangeStart w:id="900" {RANGE}/>'),
    "a move whose ends have other names": (
        P,
        rf'\1\2<w:moveFromRangeStart w:id="900" {RANGE}/><w:moveFromRangeEnd w:id="900"/>'
        '<w:moveToRangeStart w:id="901" w:author="x" w:date="2026-03-01T00:00:00Z" w:name="move2"/>'
        '<w:moveToRangeEnd w:id="901"/>',
    ),
    "a move without author and date": (
        P,
        r'\1\2<w:moveFromRangeStart w:id="900" w:name="m"/><w:moveFromRangeEnd w:id="900"/>'
        '<w:moveToRangeStart w:id="901" w:name="m"/><w:moveToRangeEnd w:id="901"/>',
    ),
    "earlier properties before the present ones": (
        "<w:pPr>(<w:pStyle [^>]*/>)",
        rf"<w:pPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange>\1",
    ),
    "earlier properties that hold those of a mark": (
        "(<w:pPr><w:pStyle [^>]*/>)(</w:pPr>)",
        rf"\1<w:pPrChange {WHO}><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:pPrChange>\2",
    ),
    "a link that leads to no relation": (P, r'\1\2<w:hyperlink r:id="rLink99"/>'),
    "a link that leads to no bookmark": ('w:anchor="', 'w:anchor="no_'),
    "a comment that is not there": (r'(<w:commentReference w:id=")\d+', r"\g<1>999"),
    "the last break of the body deleted": (
        r'(<w:pStyle w:val="ActEnd"/>)',
        rf"\1<w:rPr><w:del {WHO}/></w:rPr>",
    ),
    "the last break of a cell deleted": (
        r"(</w:tcPr><w:p><w:pPr><w:pStyle [^>]*/>)(</w:pPr>)",
        rf"\1<w:rPr><w:del {WHO}/></w:rPr>\2",
    ),
    "an insertion in an insertion": (
        r"(<w:ins [^>]*>)(<w:r>.*?</w:r>)(</w:ins>)",
        rf"\1<w:ins {WHO}>\2</w:ins>\3",
    ),
    "a field without an end": (P, r'\1\2<w:r><w:fldChar w:fldCharType="begin"/></w:r>'),
    "a footnote that is not there": (r'(<w:footnoteReference [^>]*w:id=")\d+', r"\g<1>999"),
    "a bookmark that ends nowhere": (r"<w:bookmarkEnd [^>]*/>", ""),
    "a style that is not there": (r'<w:pStyle w:val="ActLevel1"/>', '<w:pStyle w:val="Numbered"/>'),
    "spaces that would be lost": (r'<w:t xml:space="preserve">([^<]* )</w:t>', r"<w:t>\1</w:t>"),
    "a row that came with a word that did not": (
        r"(<w:trPr><w:ins [^>]*/></w:trPr>.*?)<w:ins [^>]*>(<w:r>.*?</w:r>)</w:ins>",
        r"\1\2",
    ),
    "a row that came with a break that did not": (
        r"(<w:trPr><w:ins [^>]*/></w:trPr>.*?)<w:rPr><w:ins [^>]*/></w:rPr>",
        r"\1",
    ),
    "a row wider than its table": (r"(</w:tcPr>.*?</w:tc>)(</w:tr>)", r"\1<w:tc><w:tcPr/><w:p/></w:tc>\2"),
    "a property given twice": (r"(<w:pStyle [^>]*/>)", r"\1\1"),
    "a break of the page between paragraphs": (P, r'<w:br w:type="page"/>\1\2'),
    "words outside a run": (r"<w:r>(<w:t [^>]*>[^<]*</w:t>)</w:r>", r"\1"),
    "a run inside a run": (r"<w:r>(<w:t [^>]*>[^<]*</w:t>)</w:r>", r"<w:r><w:r>\1</w:r></w:r>"),
    "a link inside a link": (
        r"(<w:hyperlink [^>]*>)(.*?)(</w:hyperlink>)",
        r'\1<w:hyperlink w:anchor="ref_art_2">\2</w:hyperlink>\3',
    ),
    "properties of a paragraph behind its words": (rf"{P}(.*?)(</w:p>)", r"\1\3\2\4"),
    "properties of a run behind its words": (
        r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)((?:(?!</w:r>).)+)</w:r>",
        r"<w:r>\2\1</w:r>",
    ),
    "a cell outside a row": (r"<w:tr>(<w:tc>.*?</w:tc>)(.*?</w:tr>)", r"\1<w:tr>\2"),
    "a table without properties": (r"<w:tblPr>.*?</w:tblPr>", ""),
    "the grid of a table behind its rows": (
        r"(<w:tblGrid>.*?</w:tblGrid>)(.*?)(</w:tbl>)",
        r"\2\1\3",
    ),
    "more columns than Word takes": (r"<w:tblGrid>", "<w:tblGrid>" + 62 * '<w:gridCol w:w="9"/>'),
    "the pages described before the last paragraph": (
        r"(<w:p>(?:(?!<w:p>).)*)(<w:sectPr>.*?</w:sectPr>)",
        r"\2\1",
    ),
    "a bookmark with a name too long": (r"ref_art_2\b", "ref_" + 37 * "a"),
    "a bookmark called by a number": (r"ref_art_2\b", "2nd_article"),
    "bookmarks whose names differ by capitals only": (
        P,
        r'\1\2<w:bookmarkStart w:id="990" w:name="REF_art_2"/><w:bookmarkEnd w:id="990"/>',
    ),
    "a name space that is not declared": (r"<w:body>", '<w:body w14:x="1">'),
}
"""Ways to make the main part one that Word refuses or repairs: a pattern, and what its first match becomes."""


@pytest.mark.parametrize("name", FAULTS)
def test_what_word_refuses_or_repairs_is_not_written(
    name: str, good: dict[str, str], marked: redline.MarkedAct
) -> None:
    pattern, new = FAULTS[name]
    broken = re.sub(pattern, new, good["word/document.xml"], count=1)
    assert broken != good["word/document.xml"]
    with pytest.raises(redline.RenderError) as caught:
        check(zipped(good | {"word/document.xml": broken}), marked)
    assert caught.value.slug == "document-faulty"


PARTS = {
    "no comments": ("word/comments.xml", None),
    "a comment without an author": ("word/comments.xml", (r' w:author="[^"]*"', "")),
    "a thread that begins nowhere": ("word/commentsExtended.xml", (r'paraId="[^"]*"', 'paraId="00000FFF"')),
    "a part without a type": ("[Content_Types].xml", (r'<Override PartName="/word/comments.xml"[^>]*/>', "")),
    "a type without a part": ("[Content_Types].xml", ("comments.xml", "remarks.xml")),
    "a relation that leads nowhere": (
        "word/_rels/document.xml.rels",
        ('Target="header1.xml"', 'Target="header9.xml"'),
    ),
    "no relation to the header": ("word/_rels/document.xml.rels", (r'<Relationship Id="rHeader"[^>]*/>', "")),
    "a footnote that nothing refers to": (
        "word/footnotes.xml",
        ("</w:footnotes>", '<w:footnote w:id="77"><w:p/></w:footnote></w:footnotes>'),
    ),
    "a field of the footer that does not end": (
        "word/footer1.xml",
        ('w:fldCharType="end"', 'w:fldCharType="separate"'),
    ),
    "no styles": ("word/styles.xml", None),
    "a style that is defined twice": (
        "word/styles.xml",
        ("</w:styles>", '<w:style w:type="paragraph" w:styleId="Normal"/></w:styles>'),
    ),
    "two relations of one id": (
        "word/_rels/document.xml.rels",
        (r"(<Relationship Id=\"rHeader\"[^>]*/>)", r"\1\1"),
    ),
    "a part with two types": (
        "[Content_Types].xml",
        (r'(<Override PartName="/word/comments.xml"[^>]*/>)', r"\1\1"),
    ),
    "a link to what is no address": (
        "word/_rels/document.xml.rels",
        (
            "</Relationships>",
            '<Relationship Id="rLink9" Target="http://example.org/a b" TargetMode="External" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
            "</Relationships>",
        ),
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_parts_that_do_not_fit_each_other_are_not_written(
    name: str, good: dict[str, str], marked: redline.MarkedAct
) -> None:
    part, change = PARTS[name]
    parts = dict(good)
    text = parts.pop(part)
    if change is not None:
        parts[part] = re.sub(change[0], change[1], text, count=1)
        assert parts[part] != text
    with pytest.raises(redline.RenderError) as caught:
        check(zipped(parts), marked)
    assert caught.value.slug == "document-faulty"


TEXTS = {
    "an inserted word is no insertion any more": (
        r"<w:ins [^>]*>(<w:r>(?:(?!</w:r>).)*twenty(?:(?!</w:r>).)*</w:r>).*?</w:ins>",
        r"\1",
    ),
    "a deleted word is lost": (r"<w:del [^>]*>(?:(?!</w:del>).)*ten(?:(?!</w:del>).)*</w:del>", ""),
    "a paragraph that came ends for good": (r"<w:rPr><w:ins [^>]*/></w:rPr></w:pPr>", "</w:pPr>"),
    "a paragraph that went stays": (r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr>", "</w:pPr>"),
    "a paragraph that stays is joined to the next": (r"</w:pPr>", f"<w:rPr><w:del {WHO}/></w:rPr></w:pPr>"),
    "a letter is another": ("permit", "permid"),
    "a row that came stays": (r"<w:trPr><w:ins [^>]*/></w:trPr>", ""),
    "a paragraph stands in another cell": (
        r"(<w:p>(?:(?!</w:p>).)*10 units.*?</w:p>)(</w:tc>.*?<w:tc>.*?</w:tcPr>)",
        r"<w:p/>\2\1",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_redline_that_gives_another_text_is_not_written(
    name: str, good: dict[str, str], marked: redline.MarkedAct
) -> None:
    pattern, new = TEXTS[name]
    broken = re.sub(pattern, new, good["word/document.xml"], count=1)
    assert broken != good["word/document.xml"]
    with pytest.raises(redline.RenderError):
        check(zipped(good | {"word/document.xml": broken}), marked)


def test_a_redline_with_another_footnote_is_not_written(
    good: dict[str, str], marked: redline.MarkedAct
) -> None:
    notes = good["word/footnotes.xml"].replace("Working", "Walking")
    assert notes != good["word/footnotes.xml"]
    with pytest.raises(redline.RenderError) as caught:
        check(zipped(good | {"word/footnotes.xml": notes}), marked)
    assert caught.value.slug == "redline-inexact"


def test_a_good_redline_passes(good: dict[str, str], marked: redline.MarkedAct) -> None:
    document = zipped(good)
    assert list(faults_of(document)) == []
    check(document, marked)


def test_what_is_no_package_is_a_fault() -> None:
    assert [fault.partition(" (")[0] for fault in faults_of(b"no package")] == ["it cannot be read"]


def test_a_space_before_a_closing_mark_is_in_neither_text() -> None:
    act = redline.load_act(
        ACT.replace(
            "<p>They are paid in advance.</p>",
            '<p>It says: <mod><quotedStructure startQuote="“" endQuote="”"><p>Fees are due. </p></quotedStructure></mod></p>',
        ).encode()
    )
    marked = redline.amend(redline.load_spec(SPEC, acts={"law": act}))["law"]
    with zipfile.ZipFile(io.BytesIO(render_docx_redline(marked))) as package:
        assert "Fees are due.”</w:t>" in package.read("word/document.xml").decode()
