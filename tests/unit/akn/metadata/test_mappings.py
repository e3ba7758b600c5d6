"""What was called otherwise before: permanent and current identifiers, and since when."""

from __future__ import annotations

from redline.akn.marked import MarkedAct

from .amending import ACT, amended, elements, facts

RENUMBER = "- {renumber: art 2 para 2, as: 4}"


def mapped(rows: str) -> str:
    """The Act with rows of an earlier amendment, whose provisions bear their wIds."""
    analysis = f'<analysis source="#office"><mappings source="#office">{rows}</mappings></analysis>'
    return ACT.replace("<references", f"{analysis}<references", 1)


EARLIER = (
    mapped('<mapping eId="map_1" original="#art_7" current="#art_3" start="#eref_1"/>')
    .replace('eId="art_3"', 'eId="art_3" wId="art_7"')
    .replace(
        '<FRBRlanguage language="eng"/>',
        '<FRBRmasterExpression href="/akn/xx/act/2020-01-01/1/eng@" showAs="Original"/><FRBRlanguage language="eng"/>',
    )
)


def dates(marked: MarkedAct) -> dict[str, str]:
    """The day of each event of the lifecycle."""
    return {f"#{f['eId']}": f["date"] for f in facts(marked, "eventRef")}


def test_a_renumbered_provision_keeps_its_permanent_identifier_in_a_mapping() -> None:
    marked = amended(RENUMBER)
    assert [(f["eId"], f["wId"]) for f in facts(marked, "paragraph") if "wId" in f] == [
        ("art_2__para_4", "art_2__para_2")
    ]
    assert facts(marked, "mappings/mapping") == [
        {"eId": "map_1", "original": "#art_2__para_2", "current": "#art_2__para_4", "start": "#eref_2"}
    ]


def test_a_mapping_holds_from_the_commencement_of_its_own_operation() -> None:
    marked = amended(
        "- {renumber: art 2 para 2, as: 4}\n"
        "- {renumber: art 3, as: 5, commencement: 2027-01-01}\n"
        "- {substitute: on paper, with: in electronic form, commencement: 2028-01-01}"
    )
    day = dates(marked)
    assert {f["current"]: day[f["start"]] for f in facts(marked, "mapping")} == {
        "#art_2__para_4": "2026-07-01",
        "#art_5": "2027-01-01",
    }


def test_what_stands_in_a_renumbered_provision_is_called_otherwise_from_the_same_day() -> None:
    marked = amended(
        "- {renumber: art 2 para 2, as: 4}\n- {renumber: art 2, as: 7, commencement: 2027-01-01}\n"
        "- {substitute: on paper, with: in electronic form, commencement: 2028-01-01}"
    )
    day = dates(marked)
    assert {f["current"]: day[f["start"]] for f in facts(marked, "mapping")} == {
        "#art_7": "2027-01-01",
        "#art_7__para_1": "2027-01-01",
        "#art_7__para_4": "2027-01-01",
        "#art_7__para_3": "2027-01-01",
    }


def test_a_new_provision_has_no_mapping_though_it_takes_a_number_that_was_another_s() -> None:
    marked = amended(f"{RENUMBER}\n- insert: |\n    2. An entry is signed.\n  after: art 2 para 1")
    assert [f["current"] for f in facts(marked, "mapping")] == ["#art_2__para_4"]


def test_an_earlier_mapping_ends_where_the_provision_is_renumbered_again() -> None:
    marked = amended("- {renumber: art 3, as: 4}", EARLIER)
    assert facts(marked, "mapping") == [
        {"eId": "map_1", "original": "#art_7", "current": "#art_3", "start": "#eref_1", "end": "#eref_2"},
        {"eId": "map_2", "original": "#art_7", "current": "#art_4", "start": "#eref_2"},
    ]


def test_an_earlier_mapping_ends_where_the_provision_is_repealed() -> None:
    marked = amended("- {repeal: art 3, leave: nothing, commencement: 2027-01-01}", EARLIER)
    (row,) = facts(marked, "mapping")
    assert dates(marked)[row["end"]] == "2027-01-01"


def test_an_earlier_mapping_of_what_stays_is_kept() -> None:
    marked = amended("- {substitute: on paper, with: in electronic form}", EARLIER)
    assert facts(marked, "mapping") == [
        {"eId": "map_1", "original": "#art_7", "current": "#art_3", "start": "#eref_1"}
    ]


def test_without_events_a_mapping_has_no_date_and_an_earlier_one_gives_way() -> None:
    marked = amended("- {renumber: art 3, as: 4}", EARLIER, enacted_as="")
    assert facts(marked, "mapping") == [{"eId": "map_1", "original": "#art_7", "current": "#art_4"}]
    gone = amended("- {repeal: art 3, leave: nothing}", EARLIER, enacted_as="")
    assert elements(gone, "mappings") == []
