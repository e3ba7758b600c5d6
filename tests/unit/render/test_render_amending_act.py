"""The amending Act as Word document, page and Akoma Ntoso: one text in three forms."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import redline
from redline.akn.document import Act
from redline.akn.xsd import schema_errors
from redline.render import render_bytes
from redline.render.word.lint_order import properties_stand_in_their_order

EXAMPLE = Path(__file__).resolve().parents[3] / "fixtures" / "migration-2026.yaml"


@pytest.fixture(scope="module")
def amended() -> redline.Amended:
    return redline.amend(redline.load_spec(EXAMPLE))


@pytest.fixture(scope="module")
def law(amended: redline.Amended) -> Act:
    return redline.load_act(render_bytes(amended, "amending-act-akn"))


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_the_amending_act_is_valid_akoma_ntoso(law: Act) -> None:
    assert list(schema_errors(law)) == []


def test_word_and_page_say_what_the_akoma_ntoso_says(amended: redline.Amended, law: Act) -> None:
    body = law.root.find(".//{*}body")
    assert body is not None
    wanted = words_of(" ".join(body.itertext()))
    with zipfile.ZipFile(io.BytesIO(render_bytes(amended, "amending-act-docx"))) as parts:
        document = etree.fromstring(parts.read("word/document.xml"))
    paragraphs = [
        " ".join("".join(paragraph.itertext()).split())
        for paragraph in document.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
    ]
    page = render_bytes(amended, "amending-act-html").decode()
    for shown in (" ".join(paragraphs), re.sub(r"<[^>]+>", " ", page)):
        lacking = set(wanted) - set(words_of(shown)) - {"The", "period"}
        assert len(lacking) < 12, lacking  # words of footnotes stand in parts of their own


def test_the_styles_of_a_bill_give_each_property_once_and_in_its_order(amended: redline.Amended) -> None:
    with zipfile.ZipFile(io.BytesIO(render_bytes(amended, "amending-act-docx"))) as parts:
        styles = etree.fromstring(parts.read("word/styles.xml"))
    assert list(properties_stand_in_their_order(styles)) == []


def test_nothing_in_the_text_of_a_bill_is_bold(amended: redline.Amended) -> None:
    with zipfile.ZipFile(io.BytesIO(render_bytes(amended, "amending-act-docx"))) as parts:
        document = parts.read("word/document.xml").decode()
    assert "<w:b/>" not in document
    assert "<w:u " not in document


def test_every_modification_names_its_words_in_the_text(law: Act) -> None:
    identifiers = set(law.root.xpath("//@eId"))
    mods = law.root.findall(".//{*}textualMod")
    assert len(mods) > 70
    for mod in mods:
        for link in (*mod.findall("{*}source"), *mod.findall("{*}old"), *mod.findall("{*}new")):
            assert (link.get("href") or "").removeprefix("#") in identifiers


def test_operations_that_await_an_event_are_part_of_the_amending_act(law: Act) -> None:
    text = "".join(_with_quotes(law.root))
    assert "“in paper journals and in electronic form” with “in electronic form”" in text
    assert "entry into operation of the electronic Register" in text


def test_what_applies_for_a_time_is_said_whole_with_its_end(law: Act) -> None:
    text = "".join(_with_quotes(law.root))
    assert "From 1 September 2026 until 1 September 2028, Article 28, paragraph 1 of the Law" in text
    assert "of 22 July 2011 No. 477 “On the Migration of the Population” reads as follows:" in text


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("nz", "in Article 17, paragraph 4, replace “ninety days” with “one hundred and eighty days”"),
        ("uk", "in Article 17, paragraph 4, for “ninety days” substitute “one hundred and eighty days”"),
        (
            "us",
            "Article 17, paragraph 4 is amended by striking “ninety days” and inserting “one hundred and "
            "eighty days”",
        ),
    ],
)
def test_english_has_three_styles(amended: redline.Amended, style: str, words: str) -> None:
    act = redline.load_act(render_bytes(amended, "amending-act-akn", options={"style": style}))
    quoted = "".join(_with_quotes(act.root))
    assert words in quoted


def _with_quotes(element: etree._Element) -> list[str]:
    pieces = [element.get("startQuote") or "", element.text or ""]
    for child in element:
        pieces += [*_with_quotes(child), child.tail or ""]
    return [*pieces, element.get("endQuote") or ""]


def test_an_annex_is_quoted_with_the_act_it_belongs_to_line_by_line(amended: redline.Amended) -> None:
    page = render_bytes(amended, "amending-act-html").decode()
    assert re.search(
        r"“(<[^>]*>)*Annex 3<br>to the Law of the Republic of Arkadia of 22 July 2011 No. 477 “On the Migration of "
        r"the Population”</span><br>Indicators of trafficking",
        page,
    )
    with zipfile.ZipFile(io.BytesIO(render_bytes(amended, "amending-act-docx"))) as parts:
        document = parts.read("word/document.xml").decode()
    heads = re.findall(r'<w:p>(?:(?!</w:p>).)*?w:val="(ActAnnexHead|ActAnnexTitle)".*?</w:p>', document)
    assert heads == ["ActAnnexHead", "ActAnnexHead", "ActAnnexTitle"]


def test_what_has_no_number_to_be_cited_by_is_refused_and_no_crash() -> None:
    act = redline.load_act(
        b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/><body>'
        b'<section eId="sec_1"><num>1.</num><heading>Fees</heading><content><p>A fee.</p></content></section>'
        b'<hcontainer name="additional" eId="da"><content><p>On festive days none is due.</p></content></hcontainer>'
        b"</body></act></akomaNtoso>"
    )
    spec = (
        "redline: 1\nid: t\njurisdiction: kz\nacts: {law: act.xml}\namendments:\n  - act: law\n    operations:\n"
        "      - {substitute: festive, with: holy, in: da, until: 2030-01-01}\n"
    )
    amended = redline.amend(redline.load_spec(spec, acts={"law": act}))
    with pytest.raises(redline.RenderError) as caught:
        render_bytes(amended, "amending-act-akn")
    assert caught.value.slug == "amending-act-inexact"
