"""`redline show`: the outline, a provision, and addresses that can be copied."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import redline
from redline.show import show_act

from .conftest import SPEC, Run


def test_the_outline_goes_down_to_the_headings(run: Run) -> None:
    lines = run("show", "registers.xml").stdout.splitlines()
    assert lines[0] == "On Registers"
    assert [line.split() for line in lines[4:]] == [
        ["chp_1", "42", "Chapter", "1.", "General", "provisions"],
        ["art_1", "17", "Article", "1.", "Terms"],
        ["art_2", "23", "Article", "2.", "The", "register"],
    ]
    assert lines[5].index("Article") - lines[4].index("Chapter") == 2


def test_depth_says_how_far_the_outline_goes(run: Run) -> None:
    assert "art_1" not in run("show", "registers.xml", "--depth", "1").stdout
    assert "art_1__point_2" in run("show", "registers.xml", "--depth", "3").stdout


def test_a_provision_shows_its_numbered_blocks_and_sentences(run: Run) -> None:
    said = run("show", "registers.xml", "art 2 para 1").stdout
    assert said.startswith("article 2, paragraph 1 (in: Article 2. The register)\n")
    assert "  [1] (sentence 1) The register is kept on paper.\n" in said
    assert "      (sentence 2) It is open to the public.\n" in said


def test_a_table_shows_its_rows_and_the_columns_of_its_cells(run: Run) -> None:
    said = run("show", "registers.xml", "art 2 para 2").stdout
    assert "table 1:\n" in said
    assert "row 1, cell 1: Entry | cell 2: Fee\n" in said
    assert "row 2, cell 1: first | cell 2: 10\n" in said


def test_a_table_shows_its_columns_among_its_parts(run: Run) -> None:
    said = run("show", "registers.xml", "art 2 para 2 / table 1").stdout
    assert "  / column 2  Fee 10" in said
    assert "  / column 3" not in said


def test_a_provision_shows_its_sub_provisions_with_their_identifiers(run: Run) -> None:
    said = run("show", "registers.xml", "art 1").stdout
    assert "  1)  art_1__point_1\n      [1] quota – the greatest number of entries;\n" in said


def test_the_fingerprint_is_the_one_that_expect_takes(run: Run, folder: Path) -> None:
    said = run("show", "registers.xml", "art 2 para 1").stdout
    fingerprint = said.partition("fingerprint ")[2].split()[0]
    spec = SPEC.replace("in: art 2 para 1\n", f"in: art 2 para 1\n        expect: {fingerprint}\n")
    (folder / "spec.yaml").write_text(spec, encoding="utf-8")
    assert run("build", "spec.yaml", "-o", "out").exit_code == 0


@pytest.mark.parametrize("address", ["art 1", "art 2 para 2", "chapter 1", "art_1__point_2"])
def test_every_way_to_address_a_provision_leads_back_to_it(run: Run, address: str) -> None:
    (shown,) = show_act("registers.xml", [address]).shown
    assert len(shown.names) >= 2
    for name in shown.names:
        (again,) = show_act("registers.xml", [name]).shown
        assert again.fingerprint == shown.fingerprint


@pytest.mark.parametrize("address", ["art 1", "art 2 para 1", "art 2 para 2", "act"])
def test_every_part_can_be_copied_behind_the_address(run: Run, address: str) -> None:
    (shown,) = show_act("registers.xml", [address]).shown
    assert shown.parts
    for part in shown.parts:
        (found,) = show_act("registers.xml", [f"{shown.names[0]} {part.address}"]).shown
        assert found.words == part.words


def test_definitions_are_offered_by_their_term(run: Run) -> None:
    (shown,) = show_act("registers.xml", ["art 1"]).shown
    assert [part.address for part in shown.parts if "definition" in part.address] == [
        '/ definition "quota"',
        '/ definition "register"',
    ]


def test_a_part_shows_its_words(run: Run) -> None:
    said = run("show", "registers.xml", "art 2 para 1 / sentence 2").stdout
    assert "\n  It is open to the public.\n" in said


def test_several_addresses_are_shown_one_after_the_other(run: Run) -> None:
    said = run("show", "registers.xml", "art_1", "art 2 / heading").stdout
    assert said.index("Article 1. Terms") < said.index("art 2 / heading – Article 2. The register")


def test_json_has_everything(run: Run) -> None:
    found = json.loads(run("show", "registers.xml", "art 2 para 1", "--json").stdout)
    (shown,) = found["shown"]
    assert shown["names"] == ["art 2 para 1", "article 2, paragraph 1", "art_2__para_1"]
    assert shown["provision"]["blocks"][0]["sentences"][1] == [2, "It is open to the public."]
    assert json.loads(run("show", "registers.xml", "--json").stdout)["outline"][0]["identifier"] == "chp_1"


def test_an_address_that_names_nothing_has_no_place_in_a_file(run: Run) -> None:
    result = run("show", "registers.xml", "art 9")
    assert result.exit_code == 1
    assert result.stderr.startswith("error[address-not-found]: the Act has no art 9\n")
    assert "earlier operation" not in result.stderr


def test_an_act_in_hand_is_shown_as_well(folder: Path) -> None:
    act = redline.load_act("registers.xml")
    assert [entry.identifier for entry in show_act(act).outline] == ["chp_1", "art_1", "art_2"]


def test_every_provision_of_a_real_act_has_an_address_that_leads_back_to_it(fixtures: Path) -> None:
    act = redline.load_act(fixtures / "acts" / "migration.xml")
    for entry in show_act(act, depth=9).outline:
        assert entry.identifier is not None
        (shown,) = show_act(act, [entry.identifier]).shown
        assert entry.identifier in shown.names
        assert len(shown.names) > 1 or entry.kind == "recital", entry
