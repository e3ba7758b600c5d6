"""Each lint finds what it is for, and nothing in an Act that is as it should be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import redline
from redline.akn.lints import LINTS
from redline.akn.xsd import SCHEMA_RULES
from redline.validate import VERSIONS_DIFFER, Finding, validate_file

ROOT = Path(__file__).resolve().parents[4]
ACT = Path(__file__).with_name("act.xml").read_text(encoding="utf-8")
OTHER = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13"
FINAL = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def findings(text: str, folder: Path) -> tuple[Finding, ...]:
    (folder / "act.xml").write_text(text, encoding="utf-8")
    return validate_file(folder / "act.xml").findings


def mutated(*changes: tuple[str, str]) -> str:
    """The Act with each text replaced by another; each must be there."""
    text = ACT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


MUTATIONS: list[tuple[str, str, tuple[tuple[str, str], ...]]] = [
    ("metadata-missing", "FRBRWork has no FRBRcountry", ((FINAL, OTHER), ('<FRBRcountry value="xx"/>', ""))),
    (
        "metadata-missing",
        "there is no FRBRManifestation",
        ((FINAL, OTHER), ("<FRBRManifestation>", "<x>"), ("</FRBRManifestation>", "</x>")),
    ),
    (
        "metadata-missing",
        "there is no identification",
        ((FINAL, OTHER), ("<identification ", "<x "), ("</identification>", "</x>")),
    ),
    ("lifecycle-missing", "which events made its text", (("<lifecycle ", "<x "), ("</lifecycle>", "</x>"))),
    (
        "frbr-uri",
        "the FRBRuri of FRBRExpression, /akn/xx/act/2020-01-01/2/eng@2022-01-01, does not continue",
        (('FRBRuri value="/akn/xx/act/2020-01-01/1/eng@', 'FRBRuri value="/akn/xx/act/2020-01-01/2/eng@'),),
    ),
    (
        "frbr-uri",
        "the FRBRthis of FRBRWork, /akn/xx/act/2019-01-01/1/!main, does not continue its FRBRuri",
        (
            (
                '<FRBRthis value="/akn/xx/act/2020-01-01/1/!main"',
                '<FRBRthis value="/akn/xx/act/2019-01-01/1/!main"',
            ),
        ),
    ),
    (
        "frbr-uri",
        "the FRBRuri of FRBRManifestation",
        (("eng@2022-01-01.xml", "eng@2021-01-01.xml"),),
    ),
    (
        "frbr-date",
        "its IRI is of 2022-01-01, and its FRBRdate is 2022-01-05",
        (('<FRBRdate date="2022-01-01"', '<FRBRdate date="2022-01-05"'),),
    ),
    (
        "frbr-date",
        "its IRI is in eng, and its FRBRlanguage is fra",
        (('language="eng"', 'language="fra"'),),
    ),
    ("time-interval", "an interval has nothing", (('start="#eref_2" refersTo', "refersTo"),)),
    ("time-interval", "an interval has end", (('start="#eref_2" refersTo', 'end="#eref_2" refersTo'),)),
    (
        "time-interval",
        "an interval has start and end and duration",
        (('start="#eref_2" refersTo', 'start="#eref_1" end="#eref_2" duration="P2Y" refersTo'),),
    ),
    ("duplicate-eid", 'eId="art_1" stands at line 69 already', (('eId="art_2" GUID', 'eId="art_1" GUID'),)),
    (
        "duplicate-wid",
        'wId="art_2" stands at line',
        (('<article eId="art_1"', '<article eId="art_1" wId="art_2"'),),
    ),
    ("duplicate-guid", 'GUID="g1" stands at line', (('GUID="g2"', 'GUID="g1"'),)),
    ("eid-missing", "<point> b has no eId", (('<point eId="art_2__point_b">', "<point>"),)),
    ("eid-missing", "<point> b has no eId", (('<point eId="art_2__point_b">', '<point eId="">'),)),
    ("eid-convention", 'eId="chapter-1" would by the convention end in chp_1', (('"chp_1"', '"chapter-1"'),)),
    ("eid-convention", "would by the convention end in point_b", (('"art_2__point_b"', '"art_2__point_c"'),)),
    (
        "eid-convention",
        'eId="art_1__point_b" begins with art_1, which it does not stand in',
        (('"art_2__point_b"', '"art_1__point_b"'),),
    ),
    ("wid-unmapped", 'wId="art_2" and eId="art_3" differ', (('current="#art_3"', 'current="#art_2"'),)),
    ("mapping-target", 'current="#art_9" is the eId of nothing', (('current="#art_3"', 'current="#art_9"'),)),
    (
        "mapping-target",
        'original="#art_9" is the wId of nothing',
        (('original="#art_2"', 'original="#art_9"'),),
    ),
    (
        "master-missing",
        "no master expression is named",
        ((re.findall(r"<FRBRmasterExpression.*?/>", ACT)[0], ""),),
    ),
    ("dangling-reference", 'href="#art_9" names nothing', (('<ref href="#art_2"', '<ref href="#art_9"'),)),
    (
        "dangling-reference",
        'upTo="#art_9" names nothing',
        (('<ref href="#art_2">Article 2</ref>', '<rref from="#art_2" upTo="#art_9">Articles 2 to 9</rref>'),),
    ),
    ("reference-empty", 'href="" names no target', (('<ref href="#art_2"', '<ref href=""'),)),
    (
        "dangling-modification",
        'the destination of a modification, href="#art_9" names nothing',
        (('<destination href="#art_2"', '<destination href="#art_9"'),),
    ),
    (
        "dangling-modification",
        'the new of a modification, href="#art_9"',
        (('<new href="#art_2"', '<new href="#art_9"'),),
    ),
    (
        "dangling-modification",
        "the source of a modification is not named",
        (('<source href="#art_3__mod_1"', '<source href=""'),),
    ),
    (
        "dangling-period",
        'period="#tmpg_2" names no temporal group',
        (('<force period="#tmpg_1"', '<force period="#tmpg_2"'),),
    ),
    (
        "dangling-period",
        'period="#eref_2" names no temporal group',
        (('GUID="g2" period="#tmpg_1"', 'period="#eref_2"'),),
    ),
    (
        "dangling-event",
        'start="#eref_9" names no event',
        (('<timeInterval start="#eref_2"', '<timeInterval start="#eref_9"'),),
    ),
    (
        "dangling-event",
        'start="#eref_9" names no event',
        (('current="#art_3" start="#eref_2"', 'current="#art_3" start="#eref_9"'),),
    ),
    (
        "dangling-source",
        'the source of an event, source="#pref_9"',
        (('source="#pref_1"', 'source="#pref_9"'),),
    ),
    (
        "dangling-concept",
        'refersTo="#efficacy" names nothing',
        (('refersTo="#inforce"', 'refersTo="#efficacy"'),),
    ),
    (
        "dangling-concept",
        '<FRBRauthor> href="#crown" names nothing',
        (('href="#parliament"', 'href="#crown"'),),
    ),
    ("dangling-concept", 'as="#editor" names nothing', (('as="#author"', 'as="#editor"'),)),
    (
        "mod-unexplained",
        "<mod> art_3__mod_1 is the source of no active modification",
        (('<source href="#art_3__mod_1"', '<source href="#art_3"'),),
    ),
    (
        "mod-unexplained",
        "modifications stand in the text (1 in all), and none in the metadata",
        (("<activeModifications>", "<x>"), ("</activeModifications>", "</x>")),
    ),
    (
        "mod-missing",
        "its source #art_1 is a <article> in which no <mod> stands",
        (('<source href="#art_3__mod_1"', '<source href="#art_1"'),),
    ),
    (
        "active-elsewhere",
        "its source /akn/xx/act/2021-12-01/9 is another document",
        (('<source href="#art_3__mod_1"', '<source href="/akn/xx/act/2021-12-01/9"'),),
    ),
    (
        "passive-elsewhere",
        "its destination /akn/xx/act/2010-01-01/5 is another document",
        (('<destination href="#art_2"', '<destination href="/akn/xx/act/2010-01-01/5"'),),
    ),
    (
        "quoted-outside-mod",
        "<quotedStructure> stands in no <mod>",
        (('<mod eId="art_3__mod_1">', ""), ("</mod>", "")),
    ),
    ("schema-element", "<foo> may not stand here", (("<chapter ", "<foo/><chapter "),)),
    ("schema-element", "words may not stand in <body> itself", (("<body>", "<body>words"),)),
    ("schema-missing", "<act> has no name", (('name="act" contains', "contains"),)),
    ("schema-missing", "<FRBRWork> ends before it has", (('<FRBRcountry value="xx"/>', ""),)),
    (
        "schema-attribute",
        "<chapter> may not have the attribute colour",
        (("<chapter ", '<chapter colour="red" '),),
    ),
    (
        "schema-value",
        '<eventRef> date="2022" is not a value of the form',
        (('date="2022-01-01" source', 'date="2022" source'),),
    ),
]


@pytest.mark.parametrize(
    ("slug", "says", "changes"), MUTATIONS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_lint_finds_what_it_is_for(
    slug: str, says: str, changes: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    found = [finding for finding in findings(mutated(*changes), tmp_path) if finding.rule == slug]
    assert [finding for finding in found if says in finding.text], [finding.text for finding in found]
    assert all(finding.line and finding.do and finding.summary for finding in found)


def test_an_act_as_it_should_be_gives_no_finding(tmp_path: Path) -> None:
    assert findings(ACT, tmp_path) == ()


def test_every_lint_is_tried_out() -> None:
    assert {slug for slug, _, _ in MUTATIONS} == {rule.slug for rule in (*LINTS, *SCHEMA_RULES)} - {"schema"}


def test_the_line_and_the_provision_are_named(tmp_path: Path) -> None:
    text = mutated(('<ref href="#art_2"', '<ref href="#art_9"'))
    line = next(number for number, row in enumerate(text.splitlines(), 1) if "#art_9" in row)
    (finding,) = findings(text, tmp_path)
    assert (finding.line, finding.where) == (line, "art_1")


@pytest.mark.parametrize(
    "changes",
    [
        # A finished interval has two ends, or one and a duration.
        (('start="#eref_2" refersTo', 'start="#eref_1" end="#eref_2" refersTo'),),
        (('start="#eref_2" refersTo', 'start="#eref_2" duration="P2Y" refersTo'),),
        # The past: what was called art_2 then is gone.
        (('<mapping eId="map_1"', '<mapping eId="map_0" original="#art_2" current="#art_7" end="#eref_2"/><mapping eId="map_1"'),),
        # A part of this document, named without its beginning; and by an alias of the work.
        (('<source href="#art_3__mod_1"', '<source href="~art_3"'),),
        (
            ('<FRBRdate date="2020', '<FRBRalias name="urn" value="urn:lex:1"/><FRBRdate date="2020'),
            ('<source href="#art_3__mod_1"', '<source href="urn:lex:1#3"'),
        ),
        # The whole Act as the destination.
        (('<destination href="#art_2"', '<destination href="/akn/xx/act/2020-01-01/1/eng@2022-01-01"'),),
    ],
)  # fmt: skip
def test_what_is_as_the_standard_has_it_is_no_finding(
    changes: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    found = [
        finding for finding in findings(mutated(*changes), tmp_path) if finding.rule != "mod-unexplained"
    ]
    assert found == []


def test_every_rule_has_a_section_in_the_docs_and_every_section_a_rule() -> None:
    text = (ROOT / "docs" / "validate.md").read_text(encoding="utf-8")
    sections = re.findall(r"^## `?([a-z-]+)`?$", text, re.MULTILINE)
    rules = [rule.slug for rule in (*SCHEMA_RULES, *LINTS)]
    assert sorted(sections) == sorted([*rules, VERSIONS_DIFFER, "loading"])


def test_an_act_with_findings_loads_and_can_be_amended() -> None:
    act = redline.load_act(mutated(('eId="art_2" GUID', 'eId="art_1" GUID')).encode())
    spec = redline.load_spec(
        "redline: 1\nid: x\nacts: {law: x.xml}\namendments:\n- act: law\n  operations:\n"
        "  - substitute: public\n    with: open\n",
        acts={"law": act},
    )
    assert b"is open." in redline.amend(spec)["law"].after().to_bytes()
