"""What the metadata says of each operation: which Act did what to which provision."""

from __future__ import annotations

import pytest

from redline.akn.names import local_name

from .amending import ACT, amended, elements, facts

SOURCE = "/akn/xx/act/2026-06-01/77"
BEFORE = "/akn/xx/act/2020-01-01/1/eng@2020-01-01"


def entry(
    operations: str, act: str = ACT, path: str = "textualMod"
) -> tuple[str | None, list[tuple[str, str]]]:
    """The type of the only modification of that name, and its children: name and IRI or period."""
    (element,) = elements(amended(operations, act), path)
    children = [(local_name(child.tag), child.get("href") or child.get("period") or "") for child in element]
    return element.get("type"), children


@pytest.mark.parametrize(
    ("operations", "kind", "children"),
    [
        (
            "- {substitute: on paper, with: in electronic form}",
            "substitution",
            [("destination", "#art_1"), ("force", "#tmpg_1"), ("old", f"{BEFORE}~art_1"), ("new", "#art_1")],
        ),
        (
            "- {add: always, after: is, in: art 2 para 3}",
            "insertion",
            [("destination", "#art_2__para_3"), ("force", "#tmpg_1"), ("new", "#art_2__para_3")],
        ),
        (
            "- insert: |\n    Article 1-1. Access\n    Everybody has access.\n  after: art 1",
            "insertion",
            [("destination", "#art_1-1"), ("force", "#tmpg_1"), ("new", "#art_1-1")],
        ),
        (
            "- {repeal: art 2 para 3, leave: nothing}",
            "repeal",
            [("destination", "#art_2"), ("force", "#tmpg_1"), ("old", f"{BEFORE}~art_2__para_3")],
        ),
        (
            "- {repeal: art 3, leave: note}",
            "repeal",
            [("destination", "#art_3"), ("force", "#tmpg_1"), ("old", f"{BEFORE}~art_3")],
        ),
        (
            "- {renumber: art 3, as: 4}",
            "renumbering",
            [("destination", "#art_4"), ("force", "#tmpg_1"), ("previous", f"{BEFORE}~art_3")],
        ),
        (
            "- {join: [art 2 para 1, art 2 para 2]}",
            "join",
            [
                ("destination", "#art_2__para_1"),
                ("force", "#tmpg_1"),
                ("old", f"{BEFORE}~art_2__para_1"),
                ("old", f"{BEFORE}~art_2__para_2"),
                ("new", "#art_2__para_1"),
            ],
        ),
        (
            "- {split: art 2 para 3, before: free of charge, as: [3., 4.]}",
            "split",
            [
                ("destination", "#art_2__para_3"),
                ("destination", "#art_2__para_4"),
                ("force", "#tmpg_1"),
                ("new", "#art_2__para_3"),
            ],
        ),
        (
            "- {repeal: act}",
            "repeal",
            [
                ("destination", "/akn/xx/act/2020-01-01/1/eng@2026-07-01"),
                ("force", "#tmpg_1"),
            ],
        ),
    ],
    ids=["substitute", "add", "insert", "repeal", "stub", "renumber", "join", "split", "repeal the Act"],
)
def test_each_operation_is_entered_as_what_it_did(
    operations: str, kind: str, children: list[tuple[str, str]]
) -> None:
    assert entry(operations) == (kind, [("source", SOURCE), *children])


def test_the_place_of_what_is_gone_is_inside_what_it_stood_in() -> None:
    marked = amended("- {repeal: art 2 para 3, leave: nothing}")
    assert facts(marked, "textualMod/destination") == [{"href": "#art_2", "pos": "inside"}]


def test_each_place_of_one_instruction_is_entered() -> None:
    marked = amended("- {substitute: register, with: book, times: all}")
    assert [f["href"] for f in facts(marked, "textualMod/destination")] == ["#art_1", "#art_3"]


def test_a_provision_without_an_identifier_is_counted() -> None:
    act = ACT.replace(' eId="art_3"', "").replace(' eId="art_1"', "")
    marked = amended("- {substitute: on paper, with: in electronic form}", act)
    assert elements(marked, "textualMod") == []
    assert any(
        "modifications of provisions without an identifier are not in the metadata (1 in all" in w
        for w in marked.warnings
    )


def test_an_earlier_entry_on_what_is_gone_now_leads_to_the_version_that_had_it() -> None:
    earlier = (
        '<analysis source="#office"><passiveModifications><textualMod eId="old" type="insertion">'
        '<source href="/akn/xx/act/2021-01-01/2"/><destination href="#art_2__para_3"/>'
        '<new href="#art_2__para_3"/></textualMod></passiveModifications></analysis>'
    )
    act = ACT.replace("<references", f"{earlier}<references", 1)
    marked = amended("- {repeal: art 2 para 3, leave: nothing}", act)
    (old,) = (e for e in elements(marked, "textualMod") if e.get("eId") == "old")
    assert [child.get("href") for child in old] == [
        "/akn/xx/act/2021-01-01/2", f"{BEFORE}~art_2__para_3", f"{BEFORE}~art_2__para_3",
    ]  # fmt: skip
    kept = amended("- {substitute: on paper, with: in electronic form}", act)
    assert facts(kept, "textualMod/destination")[0] == {"href": "#art_2__para_3"}


def test_containers_are_made_at_their_place_in_the_order_of_the_schema() -> None:
    marked = amended("- {substitute: on paper, with: in electronic form}")
    (meta,) = elements(marked, "act/meta")
    assert [local_name(child.tag) for child in meta] == [
        "identification", "lifecycle", "analysis", "temporalData", "references",
    ]  # fmt: skip
