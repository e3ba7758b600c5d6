"""What a consolidated Act is an expression of."""

from __future__ import annotations

import datetime

import pytest

from redline.akn.marked import MarkedAct

from .amending import ACT, amended, elements, facts

WORDS = "- {substitute: on paper, with: in electronic form}"
ON = "/akn/xx/act/2020-01-01/1/eng@"


def date_of(marked: MarkedAct) -> str:
    return str(facts(marked, "FRBRExpression/FRBRdate")[0]["date"])


def test_the_expression_and_its_manifestation_bear_the_date_of_the_commencement() -> None:
    marked = amended(WORDS)
    assert [f["value"] for f in facts(marked, "act/meta/identification/FRBRExpression/FRBRuri")] == [
        f"{ON}2026-07-01"
    ]
    assert facts(marked, "FRBRExpression/FRBRthis")[0]["value"] == f"{ON}2026-07-01/!main"
    assert facts(marked, "FRBRManifestation/FRBRuri")[0]["value"] == f"{ON}2026-07-01.xml"
    assert facts(marked, "FRBRExpression/FRBRdate")[0] == {"date": "2026-07-01", "name": "Generation"}
    assert facts(marked, "FRBRManifestation/FRBRdate")[0]["date"] == "2026-07-01"


def test_the_work_stays_what_it_is() -> None:
    marked = amended(WORDS)
    assert facts(marked, "FRBRWork/FRBRuri")[0]["value"] == "/akn/xx/act/2020-01-01/1"
    assert facts(marked, "FRBRWork/FRBRdate")[0]["date"] == "2020-01-01"


def test_the_annexes_are_components_of_the_same_expression() -> None:
    marked = amended(WORDS)
    assert [f["value"] for f in facts(marked, "FRBRExpression/FRBRthis")] == [
        f"{ON}2026-07-01/!main", f"{ON}2026-07-01/!annex_1",
    ]  # fmt: skip
    assert [f["date"] for f in facts(marked, "FRBRExpression/FRBRdate")] == ["2026-07-01"] * 2


@pytest.mark.parametrize(
    ("head", "as_of", "date"),
    [
        ({"date": "2026-03-01"}, datetime.date(2026, 12, 31), "2026-12-31"),
        ({"date": "2026-03-01"}, None, "2026-07-01"),
        ({"date": "2026-03-01", "commencement": ""}, None, "2026-03-01"),
        (
            {"date": "", "commencement": "", "acts": "{law: {source: act.xml, as_of: 2020-01-01}}"},
            None,
            "2020-01-01",
        ),
        ({"date": "", "commencement": ""}, None, "2020-01-01"),
    ],
    ids=["as asked", "latest commencement", "date of the draft", "as_of of the Act", "its own"],
)
def test_the_date_is_the_best_that_is_known_and_never_today(
    head: dict[str, str], as_of: datetime.date | None, date: str
) -> None:
    assert date_of(amended(WORDS, as_of=as_of, **head)) == date


def test_that_no_date_is_known_is_said() -> None:
    marked = amended(WORDS, date="", commencement="")
    marked.after()
    assert any("no date of the amended text is known" in warning for warning in marked.warnings)


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("eng@2020-01-01", "eng@", f"{ON}2026-07-01"),
        ("/eng@2020-01-01", "/eng", f"{ON}2026-07-01"),
    ],
    ids=["the original", "whenever it is asked for"],
)
def test_other_forms_of_the_iri_are_dated_too(old: str, new: str, after: str) -> None:
    marked = amended(WORDS, ACT.replace(old, new))
    assert facts(marked, "FRBRExpression/FRBRuri")[0]["value"] == after


def test_an_iri_without_a_place_for_a_date_stays_and_that_is_said() -> None:
    act = ACT.replace("/eng@2020-01-01", "/text")
    marked = amended(WORDS, act)
    assert facts(marked, "FRBRExpression/FRBRuri")[0]["value"] == "/akn/xx/act/2020-01-01/1/text"
    assert facts(marked, "FRBRExpression/FRBRdate")[0]["date"] == "2026-07-01"
    assert any("has no place for a date" in warning for warning in marked.warnings)


GERMAN = "eli/bund/bgbl-1/1990/s2954"


def test_a_date_in_the_path_is_that_of_the_expression_and_of_the_manifestation_behind_it() -> None:
    act = ACT
    for old, new in (
        (
            "/akn/xx/act/2020-01-01/1/eng@2020-01-01/!main.xml",
            f"{GERMAN}/2020-01-01/1/deu/2020-01-02/text-1.xml",
        ),
        ("/akn/xx/act/2020-01-01/1/eng@2020-01-01.xml", f"{GERMAN}/2020-01-01/1/deu/2020-01-02/text-1.xml"),
        ("/akn/xx/act/2020-01-01/1/eng@2020-01-01/!main", f"{GERMAN}/2020-01-01/1/deu/text-1"),
        ("/akn/xx/act/2020-01-01/1/eng@2020-01-01", f"{GERMAN}/2020-01-01/1/deu"),
        ("/akn/xx/act/2020-01-01/1", GERMAN),
        ('language="eng"', 'language="deu"'),
    ):
        act = act.replace(old, new)
    marked = amended(WORDS, act)
    expression, manifestation = (
        "act/meta/identification/FRBRExpression",
        "act/meta/identification/FRBRManifestation",
    )
    assert [f["value"] for f in facts(marked, f"{expression}/FRBRuri")] == [f"{GERMAN}/2026-07-01/1/deu"]
    assert facts(marked, f"{expression}/FRBRthis")[0]["value"] == f"{GERMAN}/2026-07-01/1/deu/text-1"
    assert facts(marked, f"{manifestation}/FRBRuri")[0]["value"] == (
        f"{GERMAN}/2026-07-01/1/deu/2026-07-01/text-1.xml"
    )


def test_an_iri_that_a_drafting_system_fills_in_later_names_no_other_version() -> None:
    act = ACT.replace('FRBRuri value="/akn/xx/act/2020-01-01/1/eng@2020-01-01"', 'FRBRuri value="#varUri"')
    marked = amended("- {repeal: art 3, leave: note}", act)
    assert elements(marked, "FRBRmasterExpression") == elements(marked, "old") == []


def test_a_master_without_an_iri_of_its_own_is_named_all_the_same_where_wids_are_its() -> None:
    act = ACT.replace("/eng@2020-01-01", "/text")
    marked = amended("- {renumber: art 3, as: 4}", act)
    (master,) = facts(marked, "act/meta/identification/FRBRExpression/FRBRmasterExpression")
    assert master == {"href": "", "showAs": "the version that was amended"}


@pytest.mark.parametrize(
    ("old", "new", "source"),
    [
        ('<identification source="#office">', '<identification source="#nobody">', "#office"),
        ('source="#office"', 'source="#nobody"', ""),
        ('source="#office"', 'source=""', ""),
    ],
    ids=["one that is listed", "none is listed", "none is named"],
)
def test_no_source_is_invented(old: str, new: str, source: str) -> None:
    marked = amended(WORDS, ACT.replace(old, new))
    assert {f["source"] for f in facts(marked, "meta/analysis")} == {source}


def test_the_version_amended_is_the_master_where_none_was_named() -> None:
    (master,) = facts(amended(WORDS), "act/meta/identification/FRBRExpression/FRBRmasterExpression")
    assert master == {"href": f"{ON}2020-01-01", "showAs": f"{ON}2020-01-01"}


def test_a_master_that_is_named_stays() -> None:
    named = '<FRBRmasterExpression href="/akn/xx/act/2020-01-01/1/fra@" showAs="French"/>'
    act = ACT.replace('<FRBRlanguage language="eng"/>', f'{named}<FRBRlanguage language="eng"/>', 1)
    assert [f["href"] for f in facts(amended(WORDS, act), "FRBRmasterExpression")] == [
        "/akn/xx/act/2020-01-01/1/fra@"
    ]


def test_what_was_the_original_is_so_no_longer() -> None:
    assert facts(amended(WORDS), "act")[0]["contains"] == "singleVersion"


def test_a_document_that_says_nothing_of_its_version_goes_on_saying_nothing() -> None:
    marked = amended(WORDS, ACT.replace(' contains="originalVersion"', ""))
    assert "contains" not in facts(marked, "act")[0]


def test_an_act_that_nothing_amends_keeps_its_metadata() -> None:
    marked = amended(WORDS, as_of=datetime.date(2026, 1, 1))
    assert marked.after().to_bytes() == ACT.encode()


def test_nothing_is_invented_for_an_act_without_an_identification() -> None:
    start, end = ACT.index("<meta>"), ACT.index("</meta>") + len("</meta>")
    act = ACT[:start] + "<meta/>" + ACT[end:]
    marked = amended(WORDS, act)
    assert len(elements(marked, "act/meta/identification")) == 0
    assert elements(marked, "act/meta")[0].getchildren() == []
    assert marked.warnings == (
        "the document has no identification: nothing of the amendment is entered in its metadata",
    )


def test_a_document_in_a_draft_of_the_standard_gets_its_date_only() -> None:
    marked = amended(WORDS, ACT.replace("/ns/akn/3.0", "/ns/akn/3.0/CSD07"))
    assert date_of(marked) == "2026-07-01"
    assert elements(marked, "FRBRmasterExpression") == elements(marked, "textualMod") == []
    assert any("documents in Akoma Ntoso 3.0 only" in warning for warning in marked.warnings)
