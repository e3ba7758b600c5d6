"""The events that made a consolidated text, and the periods they begin and end."""

from __future__ import annotations

import pytest

from .amending import ACT, amended, elements, facts

WORDS = "- {substitute: on paper, with: in electronic form}"
EVENT = '<eventRef eId="eref_1" date="2020-01-01" source="#original" type="generation"/>'


def test_each_day_on_which_the_text_changes_is_an_event_of_the_amending_act() -> None:
    marked = amended(
        f"{WORDS}\n- {{substitute: free, with: not free}}\n"
        "- {substitute: ten days, with: five days, commencement: 2027-01-01}"
    )
    assert facts(marked, "lifecycle/eventRef") == [
        {"eId": "eref_1", "date": "2020-01-01", "source": "#original", "type": "generation"},
        {"eId": "eref_2", "date": "2026-07-01", "source": "#pref_1", "type": "amendment"},
        {"eId": "eref_3", "date": "2027-01-01", "source": "#pref_1", "type": "amendment"},
    ]
    assert facts(marked, "references/passiveRef") == [
        {"eId": "pref_1", "href": "/akn/xx/act/2026-06-01/77", "showAs": "Registers (Amendment) Act"}
    ]


def test_events_stand_in_the_order_of_their_dates() -> None:
    later = '<eventRef eId="eref_9" date="2030-01-01" source="#original" type="amendment"/>'
    marked = amended(WORDS, ACT.replace(EVENT, f"{EVENT}{later}"))
    assert [f["date"] for f in facts(marked, "eventRef")] == ["2020-01-01", "2026-07-01", "2030-01-01"]


def test_two_acts_of_one_day_are_two_events() -> None:
    other = '<eventRef eId="eref_9" date="2026-07-01" source="#other" type="amendment"/>'
    reference = '<passiveRef eId="other" href="/akn/xx/act/2026-05-05/5" showAs="Other"/>'
    act = ACT.replace(EVENT, EVENT + other).replace("<TLCOrganization", f"{reference}<TLCOrganization")
    marked = amended(WORDS, act)
    assert [(f["eId"], f["source"]) for f in facts(marked, "eventRef")][1:] == [
        ("eref_9", "#other"), ("eref_2", "#pref_1"),
    ]  # fmt: skip


def test_an_event_and_a_reference_that_are_there_are_used() -> None:
    mine = '<eventRef eId="e2" date="2026-07-01" source="#amending" type="amendment"/>'
    reference = '<passiveRef eId="amending" href="/akn/xx/act/2026-06-01/77" showAs="Act 77"/>'
    act = ACT.replace(EVENT, EVENT + mine).replace("<TLCOrganization", f"{reference}<TLCOrganization")
    marked = amended(WORDS, act)
    assert [f["eId"] for f in facts(marked, "eventRef")] == ["eref_1", "e2"]
    assert [f["eId"] for f in facts(marked, "passiveRef")] == ["amending"]
    assert facts(marked, "timeInterval")[0]["start"] == "#e2"


def test_events_are_called_as_the_document_calls_its_own() -> None:
    marked = amended(WORDS, ACT.replace("eref_1", "event_1"))
    assert [f["eId"] for f in facts(marked, "eventRef")] == ["event_1", "event_2"]


def test_a_change_that_is_open_has_a_period_with_a_start_alone() -> None:
    marked = amended(WORDS)
    assert facts(marked, "temporalGroup/timeInterval") == [{"start": "#eref_2", "refersTo": "#inforce_1"}]
    assert facts(marked, "TLCConcept")[0]["eId"] == "inforce_1"
    assert facts(marked, "textualMod/force") == [{"period": "#tmpg_1"}]


def test_a_change_with_an_end_has_a_period_with_both_ends() -> None:
    marked = amended("- {substitute: on paper, with: in electronic form, until: 2028-01-01}")
    assert facts(marked, "timeInterval") == [{"start": "#eref_2", "refersTo": "#inforce_1", "end": "#eref_3"}]
    assert [f["date"] for f in facts(marked, "eventRef")] == ["2020-01-01", "2026-07-01", "2028-01-01"]


def test_changes_of_one_period_share_its_group() -> None:
    marked = amended(f"{WORDS}\n- {{substitute: ten days, with: five days}}")
    assert [f["eId"] for f in facts(marked, "temporalGroup")] == ["tmpg_1"]
    assert facts(marked, "textualMod/force") == [{"period": "#tmpg_1"}] * 2


def test_the_repeal_of_the_act_is_an_event_of_its_kind() -> None:
    marked = amended("- {repeal: act}")
    assert [f["type"] for f in facts(marked, "eventRef")] == ["generation", "repeal"]


NEW = "- insert: |\n    Article 1-1. Access\n    Everybody has access.\n  after: art 1"


def test_a_new_provision_has_its_period_where_provisions_have_theirs() -> None:
    groups = (
        '<temporalData source="#office"><temporalGroup eId="tmpg_1"><timeInterval start="#eref_1" '
        'refersTo="#office"/></temporalGroup></temporalData>'
    )
    act = ACT.replace("<references", f"{groups}<references", 1)
    assert "period" not in next(f for f in facts(amended(NEW, act), "article") if f["eId"] == "art_1-1")
    act = act.replace('<article eId="art_3">', '<article eId="art_3" period="#tmpg_1">')
    marked = amended(NEW, act)
    assert next(f for f in facts(marked, "article") if f["eId"] == "art_1-1")["period"] == "#tmpg_2"


@pytest.mark.parametrize(
    ("act", "head", "says"),
    [
        (ACT, {"enacted_as": ""}, "the metadata does not say which Act amended this one"),
        (
            ACT.replace(ACT[ACT.index("<lifecycle") : ACT.index("<references")], ""),
            {},
            "the document has no lifecycle, so the amendment is no event of one",
        ),
    ],
    ids=["the amending Act is not known", "no lifecycle"],
)
def test_no_event_is_invented(act: str, head: dict[str, str], says: str) -> None:
    marked = amended(WORDS, act, **head)
    assert [f["type"] for f in facts(marked, "eventRef") if f["type"] != "generation"] == []
    assert elements(marked, "temporalGroup") == elements(marked, "force") == []
    assert any(says in warning for warning in marked.warnings)


def test_without_the_amending_act_nothing_is_said_of_what_it_did() -> None:
    marked = amended(WORDS, enacted_as="")
    assert elements(marked, "passiveModifications") == elements(marked, "passiveRef") == []
    assert facts(marked, "FRBRExpression/FRBRdate")[0]["date"] == "2026-07-01"
