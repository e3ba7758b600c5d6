"""How English citations are read: units, numbers, lists, runs, parts, and what is refused."""

from __future__ import annotations

import pytest

from redline.languages.en import PACK
from redline.model.address import Citation


def read(text: str) -> tuple[Citation, ...]:
    found = PACK.read_citation(text)
    assert found is not None, f"{text!r} is not read as a citation"
    return found


def path(citation: Citation) -> str:
    """A citation on one line: `article 5 > paragraph 2 > (a)`, its run's end and its parts behind."""
    steps = [f"{step.units[0] if step.units else ''} {step.number or ''}".strip() for step in citation.steps]
    shown = " > ".join(["act"] * citation.act + steps)
    if citation.upto:
        shown += " .. " + " > ".join(step.number or "" for step in citation.upto)
    for part in citation.parts:
        index = "" if part.index is None else f" {part.index}"
        words = "" if part.words is None else f" [{part.words}]"
        shown += f" / {part.kind}{index}{words}"
    return shown


def paths(text: str) -> list[str]:
    return [path(citation) for citation in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("art 5 para 2 point a", "article 5 > paragraph 2 > point a"),
        ("Article 5(2)(a)", "article 5 > 2 > a"),
        ("ARTICLE 5", "article 5"),
        ("article 5-1", "article 5-1"),
        ("art. 5, para. 2, point 1)", "article 5 > paragraph 2 > point 1"),
        ("art 5 para 2 point 1)", "article 5 > paragraph 2 > point 1"),
        ("article 5.", "article 5"),
        ("section 12(1)(b)(ii)", "section 12 > 1 > b > ii"),
        ("section 12 (1) (b)", "section 12 > 1 > b"),
        ("s. 12(1)", "section 12 > 1"),
        ("s.12(1)", "section 12 > 1"),
        ("§ 1-204.04(a)(1)", "section 1-204.04 > a > 1"),
        ("§1-204.04(a)(1)", "section 1-204.04 > a > 1"),
        ("§ 28:9-104(a)(3)", "section 28:9-104 > a > 3"),
        ("§ 28:4A-211(a)", "section 28:4A-211 > a"),
        ("§ 2-1215.62(c)(1)(C)(i)", "section 2-1215.62 > c > 1 > C > i"),
        ("§ 3-102(a)(1)(I-i)", "section 3-102 > a > 1 > I-i"),
        ("§ 8-771.07d", "section 8-771.07d"),
        ("§ 47-2(a-1)(10A)(aa)", "section 47-2 > a-1 > 10A > aa"),
        ("chapter 3", "chapter 3"),
        ("chapter 3 art 12", "chapter 3 > article 12"),
        ("Part II", "part II"),
        ("Part IVA", "part IVA"),
        ("regulation 4", "regulation 4"),
        ("rule 7(2)", "rule 7 > 2"),
        ("clause 4.2", "clause 4.2"),
        ("recital 4", "recital 4"),
        ("citation 2", "citation 2"),
        ("article 226/A", "article 226/A"),
        ("Article 5 bis", "article 5bis"),
        ("Schedule 2", "attachment 2"),
        ("Schedule 2 para 3", "attachment 2 > paragraph 3"),
        ("annex No. 2", "attachment 2"),
        ("the Annex", "attachment"),
        ("preamble", "preamble"),
        ("provision 5", "5"),
        ("act", "act"),
    ],
)
def test_a_citation_is_read_outermost_unit_first(text: str, expected: str) -> None:
    assert paths(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paragraph 2 of Article 5", "article 5 > paragraph 2"),
        ("point (a) of paragraph 2 of article 5", "article 5 > paragraph 2 > point a"),
        ("subparagraph 1) of paragraph 2 of article 5", "article 5 > paragraph 2 > subparagraph 1"),
        ("subparagraph 1) of paragraph 2 of the article 5", "article 5 > paragraph 2 > subparagraph 1"),
        ("point (a) of article 5, paragraph 2", "article 5 > paragraph 2 > point a"),
        ("paragraph 3 of Part 1 of Schedule 2", "attachment 2 > part 1 > paragraph 3"),
    ],
)
def test_a_citation_can_begin_with_the_innermost_unit(text: str, expected: str) -> None:
    assert paths(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("articles 5, 7 and 9", ["article 5", "article 7", "article 9"]),
        ("§§ 3 and 4", ["section 3", "section 4"]),
        ("section 5(2) and (3)", ["section 5 > 2", "section 5 > 3"]),
        ("section 5(2)(a) and (b)", ["section 5 > 2 > a", "section 5 > 2 > b"]),
        ("section 5(2)(a)(i) and (ii)", ["section 5 > 2 > a > i", "section 5 > 2 > a > ii"]),
        ("section 5(2)(a)(i) and (b)", ["section 5 > 2 > a > i", "section 5 > 2 > b"]),
        ("section 5(2)(a) and (3)(b)", ["section 5 > 2 > a", "section 5 > 3 > b"]),
        ("section 5(2)(h) and (i)", ["section 5 > 2 > h", "section 5 > 2 > i"]),
        ("sections 5(2), 7 and 9(1)", ["section 5 > 2", "section 7", "section 9 > 1"]),
        ("section 5(2) and section 7(1)", ["section 5 > 2", "section 7 > 1"]),
        ("paragraphs 1 and 4 of article 36", ["article 36 > paragraph 1", "article 36 > paragraph 4"]),
        ("points (a) and (b) of art 5", ["article 5 > point a", "article 5 > point b"]),
        ("points a, b and c of art 5", [f"article 5 > point {letter}" for letter in "abc"]),
        ("Article 5(2), points (a) and (b)", ["article 5 > 2 > point a", "article 5 > 2 > point b"]),
        ("para 1 of art 5 and para 2 of art 7", ["article 5 > paragraph 1", "article 7 > paragraph 2"]),
        ("articles 5, 7 to 9", ["article 5", "article 7 .. 9"]),
    ],
)
def test_a_list_names_several_provisions(text: str, expected: list[str]) -> None:
    assert paths(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("art 5 .. art 8", "article 5 .. 8"),
        ("art 5 .. 8", "article 5 .. 8"),
        ("articles 5 to 8", "article 5 .. 8"),
        ("articles 5 through 8", "article 5 .. 8"),
        ("articles 5–8", "article 5 .. 8"),
        ("ss 3 to 5", "section 3 .. 5"),
        ("§§ 3-101 to 3-105", "section 3-101 .. 3-105"),
        ("sections 12(2) to (4)", "section 12 > 2 .. 12 > 4"),
        ("sections 12(2)-(4)", "section 12 > 2 .. 12 > 4"),
        ("art 5 para 2 .. 4", "article 5 > paragraph 2 .. 5 > 4"),
        ("art 5 para 2 .. para 4", "article 5 > paragraph 2 .. 5 > 4"),
        ("paragraphs 1 to 3 of article 7", "article 7 > paragraph 1 .. 7 > 3"),
    ],
)
def test_a_run_has_a_first_and_a_last_provision(text: str, expected: str) -> None:
    assert paths(text) == [expected]


def test_a_dash_that_does_not_rise_is_a_hyphen() -> None:
    assert paths("article 5–1") == ["article 5-1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("art 5 / heading", "heading"),
        ("art 5/heading", "heading"),
        ("art 5 / num", "num"),
        ("art 5 / crossheading", "crossheading"),
        ("art 5 / text", "text"),
        ("art 5 / intro", "intro"),
        ("art 5 / wrap", "wrap"),
        ("art 5 / block 3", "block 3"),
        ("art 5 / paragraph 3", "block 3 [paragraph]"),
        ("art 5 / part 2 / block 1 / sentence 2", "part 2 / block 1 / sentence 2"),
        ("art 5 / sentence last", "sentence -1"),
        ("art 5 / last sentence", "sentence -1"),
        ('art 5 / definition "quota"', "definition [quota]"),
        ("art 5 / definition “quota”", "definition [quota]"),
        ("art 5 / definition «quota»", "definition [quota]"),
        ("art 5 / definition ‘employer’s duty’", "definition [employer’s duty]"),
        ('art 5 / definition "and/or"', "definition [and/or]"),
        ("art 5 / item 4", "item 4"),
        ('art 5 / item "Part 9"', "item [Part 9]"),
        ("art 5 / table 1 / row 3", "table 1 / row 3"),
        ("art 5 / row 3 of table 1", "table 1 / row 3"),
        ('art 5 / row "Germany" / cell 2', "row [Germany] / cell 2"),
        ("art 5 / table / column 2", "table / column 2"),
        ("art 5 / note 1", "note 1"),
        ("art 5 / formula 1", "formula 1"),
        ("art 5 / image 1", "image 1"),
        ("art 5 / quoted art 5-1", "quoted [art 5-1]"),
        ("art 5 / title", "heading"),
    ],
)
def test_parts_stand_behind_a_slash(text: str, expected: str) -> None:
    assert paths(text) == [f"article 5 / {expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("act / title", "act / title"),
        ("act / short title", "act / short-title"),
        ("act / preamble", "act / preamble"),
        ("act / enacting", "act / enacting"),
        ("title of the act", "act / title"),
        ('toc / item "Article 5"', "act / toc / item [Article 5]"),
        ("table of contents / item 3", "act / toc / item 3"),
    ],
)
def test_the_act_has_parts_of_its_own(text: str, expected: str) -> None:
    assert paths(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("second sentence of Article 5(2)", "article 5 > 2 / sentence 2"),
        ("the 2nd sentence of Article 5(2)", "article 5 > 2 / sentence 2"),
        ("Article 5(2), second sentence", "article 5 > 2 / sentence 2"),
        ("last sentence of section 4(1)", "section 4 > 1 / sentence -1"),
        ("the heading of article 5", "article 5 / heading"),
        ("heading to section 3", "section 3 / heading"),
        ("the opening words of section 3(2)", "section 3 > 2 / intro"),
        ("the closing words of section 3(2)", "section 3 > 2 / wrap"),
        ("third block of article 5", "article 5 / block 3"),
        ("row 3 of table 1 in article 5", "article 5 / table 1 / row 3"),
        ('definition of "quota" in article 1', "article 1 / definition [quota]"),
        ('the entry relating to "Part 9" in Schedule 2', "attachment 2 / item [Part 9]"),
        ("last sentence of the first block of article 5", "article 5 / block 1 / sentence -1"),
    ],
)
def test_parts_can_be_cited_in_words(text: str, expected: str) -> None:
    assert paths(text) == [expected]


def test_an_unnumbered_subparagraph_is_a_block_that_keeps_its_word() -> None:
    assert paths("the first subparagraph of paragraph 1 of article 7") == [
        "article 7 > paragraph 1 / block 1 [subparagraph]"
    ]
    assert paths("second paragraph of article 7") == ["article 7 / block 2 [paragraph]"]


def test_several_parts_are_named_at_once() -> None:
    assert paths("first and second sentences of art 3") == [
        "article 3 / sentence 1",
        "article 3 / sentence 2",
    ]
    assert paths("art 3 / sentences 1 and 2") == ["article 3 / sentence 1", "article 3 / sentence 2"]
    assert paths("annex 1 / table 1 / rows 2 to 4") == [
        f"attachment 1 / table 1 / row {n}" for n in (2, 3, 4)
    ]
    assert paths("articles 3 and 4 / heading") == ["article 3 / heading", "article 4 / heading"]


@pytest.mark.parametrize(
    ("typeset", "typed"),
    [
        ("art\u00a05 para\u00a02", "art 5 para 2"),
        ("  article   5 ( 2 ) ", "article 5(2)"),
        ("article 5\u20111", "article 5-1"),
        ("§\u202f5", "§ 5"),
    ],
)
def test_typesetting_makes_no_difference(typeset: str, typed: str) -> None:
    assert paths(typeset) == paths(typed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "quota",
        "numerical quota",
        "the register",
        "or of residence",
        "place of stay",
        ", as a rule,",
        "part of the year",
        "article of clothing",
        "point of order",
        "part-time",
        "the schedule of fees",
        "the second reading",
        "this section",
        "A4 paper",
        "12",
        "12:30",
        "(a)",
        "a",
        "the",
        "section",
        "table",
        "title",
        "the Act",
        "an act",
        "section 5 fee",
        "annex 2 to the law",
        "in article 5",
        "section 5 of",
        "article 5,",
        "first article",
        "/ heading",
        "art 5 /",
        "art 5 / part x",
        "art 5 / heading 2",
        "art 5 / sentence",
        "art 5 / sentence 0",
        "art 5 / quoted words",
        "act 5",
        "art 5 \u2192 6",
        "article 5 " * 300,
    ],
)
def test_ordinary_words_and_broken_citations_are_no_citation(text: str) -> None:
    assert PACK.read_citation(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "articles 5-8",  # one number or a run?
        "article 5–8",
        "articles 5 and 7, paragraph 2",  # of which article?
        "paragraphs 1 and 2 of articles 5 and 6",
        "last paragraph of article 5",  # the last block or the last number?
        "point (b) of the second subparagraph of article 7",  # units are not looked up inside blocks
        "art 5 .. art 8 / heading",
        "art 5 .. art 8 para 2",
        "art 5 .. annex 2",
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(text: str) -> None:
    assert PACK.read_citation(text) is None


def test_the_citation_keeps_the_text_and_the_words_as_written() -> None:
    [citation] = read("Art. 5 Para 2 / heading")
    assert citation.text == "Art. 5 Para 2 / heading"
    assert [step.word for step in citation.steps] == ["Art", "Para"]
    assert read("§ 5(a)")[0].steps[1].word == ""


def test_parts_between_slashes_are_read_alone() -> None:
    assert PACK.read_parts("art 5") is None
    assert PACK.read_parts("anything") is None
    parts = PACK.read_parts("row 3 of table 1")
    assert parts is not None
    assert [[part.kind for part in chain] for chain in parts] == [["table", "row"]]
