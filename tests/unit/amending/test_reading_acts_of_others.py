"""Amending Acts that others have marked up: read as far as the standard says what they do, else refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import redline
from redline.errors import SpecError
from redline.readback import write_spec_of
from redline.render import render_bytes

HEAD = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>
<identification source="#s"><FRBRWork><FRBRthis value="{uri}/!main"/><FRBRuri value="{uri}"/>
<FRBRdate date="2000-07-28" name=""/><FRBRauthor href="#s"/><FRBRcountry value="uk"/></FRBRWork>
<FRBRExpression><FRBRthis value="{uri}/eng@/!main"/><FRBRuri value="{uri}/eng@"/>
<FRBRdate date="2000-07-28" name=""/><FRBRauthor href="#s"/><FRBRlanguage language="eng"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="{uri}/eng@.xml"/><FRBRuri value="{uri}/eng@.xml"/>
<FRBRdate date="2000-07-28" name=""/><FRBRauthor href="#s"/></FRBRManifestation></identification>{meta}</meta>
<body>{body}</body></act></akomaNtoso>"""
BASE = HEAD.format(
    uri="/akn/uk/act/2000/23",
    meta="",
    body="""<section eId="sec_11"><num>11</num>
<subsection eId="sec_11__subsec_2"><num>(2)</num><content><p>That person shall comply.</p></content></subsection>
<subsection eId="sec_11__subsec_4"><num>(4)</num><content><p>A copy is served by hand.</p></content></subsection>
<subsection eId="sec_11__subsec_5"><num>(5)</num><content><p>A fee is due.</p></content></subsection></section>""",
)
MODS = """<lifecycle source="#s"><eventRef eId="e1" date="2014-07-17" source="#s" type="generation"/></lifecycle>
<analysis source="#s"><activeModifications>
<textualMod type="insertion" eId="m1" period="#e1"><source href="#mod_1"/>
<destination href="/akn/uk/act/2000/23/main#sec_11__subsec_2A"/>
<destination href="/akn/uk/act/2000/23/main#sec_11__subsec_2" pos="after"/></textualMod>
<textualMod type="insertion" eId="m2"><source href="#mod_2"/>
<destination href="/akn/uk/act/2000/23/main#sec_11__subsec_4"/><destination href="#q1" pos="after"/>
<new href="#q2"/></textualMod>
<textualMod type="substitution" eId="m3"><source href="#mod_3"/>
<destination href="/akn/uk/act/2000/23/~sec_11__subsec_2"/><old href="#q3"/><new href="#q4"/></textualMod>
<textualMod type="repeal" eId="m4"><source href="#mod_4"/>
<destination href="/akn/uk/act/2000/23/~sec_11__subsec_5"/></textualMod>
{more}</activeModifications></analysis>"""
WORDS = """<section eId="sec_1"><num>1</num><content>
<p><mod eId="mod_1">After subsection (2) insert—<quotedStructure eId="qs1"><subsection eId="qs1__subsec_2A">
<num>2A</num><content><p>A warrant may be   served abroad.</p></content></subsection></quotedStructure></mod></p>
<p><mod eId="mod_2">In subsection (4), after “<quotedText eId="q1"> copy </quotedText>” insert
“<quotedText eId="q2">of the warrant</quotedText>”.</mod></p>
<p><mod eId="mod_3">for “<quotedText eId="q3">shall</quotedText>” substitute
“<quotedText eId="q4">must</quotedText>”</mod></p>
<p><mod eId="mod_4">Omit subsection (5).</mod></p>{more}</content></section>"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "base.xml"
    path.write_text(BASE, encoding="utf-8")
    return path


def amending(folder: Path, *, mods: str = "", words: str = "") -> Path:
    path = folder / "amending.xml"
    document = HEAD.format(
        uri="/akn/uk/act/2014/27", meta=MODS.format(more=mods), body=WORDS.format(more=words)
    )
    path.write_text(document, encoding="utf-8")
    return path


def test_what_the_standard_says_is_carried_out_as_it_says(base: Path, tmp_path: Path) -> None:
    out = tmp_path / "read.yaml"
    count, left_out = write_spec_of(amending(tmp_path), [f"ripa={base}"], out)
    assert (count, left_out) == (4, [])
    amended = redline.amend(redline.load_spec(out))
    text = render_bytes(amended["ripa"].after(), "text").decode()
    assert "That person must comply." in text
    assert "(2A) A warrant may be served abroad." in " ".join(text.replace("2A A", "(2A) A").split())
    assert "A copy of the warrant is served by hand." in text
    assert "A fee is due." not in text


UNKNOWN = """<textualMod type="join" eId="m5"><source href="#mod_5"/>
<destination href="/akn/uk/act/2000/23/~sec_11"/></textualMod>"""
WRONG_NUMBER = """<textualMod type="insertion" eId="m5"><source href="#mod_1"/>
<destination href="/akn/uk/act/2000/23/~sec_11__subsec_9A"/>
<destination href="/akn/uk/act/2000/23/~sec_11__subsec_4" pos="after"/></textualMod>"""
RANGE = """<textualMod type="{kind}" eId="m5"><source href="#mod_5"/>
<destination href="/akn/uk/act/2000/23/~sec_11__subsec_2" upTo="/akn/uk/act/2000/23/~sec_11__subsec_5"/>{new}</textualMod>"""
NEW = """<p><mod eId="mod_5">For them substitute “<quotedStructure eId="qs5"><subsection eId="qs5__subsec_2"><num>(2)</num>
<content><p>Nobody complies.</p></content></subsection></quotedStructure>”.</mod></p>"""
WRONG_PLACE = """<textualMod type="repeal" eId="m5"><source href="#mod_5"/>
<destination href="/akn/uk/act/2000/23/~sec_11__subsec_4"/></textualMod>"""
CITES = """<p><mod eId="mod_5">Omit <ref href="/akn/uk/act/2000/23/~sec_11__subsec_2">it</ref>.</mod></p>"""


@pytest.mark.parametrize(
    ("mods", "words", "why"),
    [
        (UNKNOWN, "", "m5: what it changes, and how, is not said"),
        (WRONG_NUMBER, "", "m5: its destination is sec_11__subsec_9A, and the new text has the number 2A"),
        (WRONG_PLACE, CITES, "m5: its words cite sec_11__subsec_2, its mark-up sec_11__subsec_4"),
        (RANGE.format(kind="substitution", new='<new href="#qs5"/>'), NEW, "m5: what it changes, and how"),
        (RANGE.format(kind="repeal", new=""), "", "m5: what it changes, and how, is not said"),
        ("", '<p><mod eId="mod_6">Omit the rest.</mod></p>', "mod_6: its words alone say what it does"),
    ],
    ids=[
        "unknown kind",
        "another number",
        "another place",
        "a run replaced",
        "a run repealed",
        "words alone",
    ],
)
def test_what_cannot_be_read_is_refused_or_left_out_and_told(
    base: Path, tmp_path: Path, mods: str, words: str, why: str
) -> None:
    act = amending(tmp_path, mods=mods, words=words)
    with pytest.raises(SpecError, match="--leave-out") as refused:
        write_spec_of(act, [f"ripa={base}"], tmp_path / "read.yaml")
    assert refused.value.slug == "amending-act-unreadable"
    assert why in refused.value.message
    count, left_out = write_spec_of(act, [f"ripa={base}"], tmp_path / "read.yaml", leave_out=True)
    assert count == 4
    assert any(why in each for each in left_out)


def test_an_act_that_is_not_the_amended_one_is_not_taken_for_it(base: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.xml"
    other.write_text(BASE.replace("/2000/23", "/1999/1"), encoding="utf-8")
    with pytest.raises(SpecError, match="none of the Acts given is that"):
        write_spec_of(amending(tmp_path), [f"ripa={other}"], tmp_path / "read.yaml")
