"""What `redline show` and `redline new` print of 38 real Acts can be pasted into a spec as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import redline
from redline.akn.document import Element
from redline.akn.structure import all_units
from redline.akn.working import WorkingAct
from redline.engine.expect import fingerprint, words_of_target
from redline.explain import explain_spec
from redline.show import show_act
from redline.show.naming import Addresses
from redline.starter import start_spec

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
FILES = sorted(CORPUS.glob("akn/*/*.xml"))
pytestmark = pytest.mark.usefixtures("corpus")


def pasted(address: str, act: redline.Act) -> str:
    """The address as a spec that it was pasted into has it."""
    text = f"redline: 1\nid: pasted\nacts: {{a: a.xml}}\namendments:\n- act: a\n  operations:\n  - repeal: {address}\n"
    (operation,) = redline.load_spec(text, acts={"a": act}).operations
    (value,) = operation.values["repeal"]  # type: ignore[misc]  # a tuple of texts
    return str(value.value)  # type: ignore[union-attr]


def some(units: list[Element], number: int) -> list[Element]:
    """So many of the units, from the whole of the Act."""
    return units[:: max(1, len(units) // number)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_address_that_show_prints_names_that_provision_when_it_is_pasted(path: Path) -> None:
    act = redline.load_act(path)
    working = WorkingAct(act)
    known = Addresses(working)
    for unit in some(list(all_units(working.document, known.view)), 120):
        names = {*known.names(unit), known.sure(unit)}
        assert None not in names, "a provision that no address names"
        for name in names:
            assert name is not None
            assert [target.element for target in known.find(pasted(name, act))] == [unit], name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_outline_gives_every_provision_an_address_of_its_own(path: Path) -> None:
    addresses = [entry.address for entry in show_act(redline.load_act(path)).outline]
    assert None not in addresses
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_part_that_show_prints_is_that_part_when_it_is_pasted(path: Path) -> None:
    act = redline.load_act(path)
    working = WorkingAct(act)
    known = Addresses(working)
    for unit in some(list(all_units(working.document, known.view)), 8):
        address = known.sure(unit)
        assert address is not None
        (shown,) = show_act(act, [address]).shown
        for part in shown.parts:
            (target,) = known.find(pasted(f"{shown.names[0]} {part.address}", act))
            assert words_of_target(target) == part.words
        (whole,) = known.find(address)
        assert shown.fingerprint == fingerprint(words_of_target(whole))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_sentences_that_show_numbers_are_those_that_the_engine_counts(path: Path) -> None:
    act = redline.load_act(path)
    working = WorkingAct(act)
    known = Addresses(working)
    for unit in some(list(all_units(working.document, known.view)), 10):
        address = known.sure(unit)
        (shown,) = show_act(act, [str(address)], depth=1).shown
        assert shown.provision is not None
        for number, words in (pair for block in shown.provision.blocks for pair in block.sentences):
            try:
                (target,) = known.find(f"{address} / sentence {number}")
            except redline.AmendmentError as caught:
                if "begins before the list and goes on behind it" not in caught.message:
                    raise
            else:
                assert words_of_target(target) == words


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_new_spec_can_be_explained_as_it_is(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(path, tmp_path)
    start_spec(path.name, "first.yaml")
    explanation = explain_spec("first.yaml")
    assert explanation.errors == ()
    (instruction,) = explanation.instructions
    (outcome,) = instruction.outcomes
    assert outcome.status == "applied"
    (landing,) = outcome.landings
    assert "THE NEW WORDS" in [piece.text for piece in landing.words if piece.kind == "in"]
