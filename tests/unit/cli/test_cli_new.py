"""`redline new`: a spec that can be used as it is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import redline
from redline.show import show_act
from redline.spec import load_spec
from redline.starter import start_spec

from .conftest import Run


def test_a_new_spec_loads_and_can_be_explained_and_built(run: Run, folder: Path) -> None:
    assert run("new", "registers.xml", "-o", "first.yaml").exit_code == 0
    assert run("explain", "first.yaml").exit_code == 0
    assert run("build", "first.yaml", "-o", "out").exit_code == 0
    assert "THE NEW WORDS" in (folder / "out" / "registers.consolidated.txt").read_text(encoding="utf-8")


def test_it_quotes_words_that_stand_in_the_provision_once(folder: Path) -> None:
    spec = load_spec(start_spec("registers.xml"))
    (operation,) = spec.operations
    words, place = (str(*operation.values[key]) for key in ("substitute", "in"))  # type: ignore[misc]  # tuples
    assert place == "art 2 para 1"
    (shown,) = show_act("registers.xml", [place]).shown
    assert shown.words.count(words) == 1


def test_without_a_file_it_is_printed(run: Run, folder: Path) -> None:
    said = run("new", "registers.xml").stdout
    assert said == start_spec("registers.xml")
    assert {path.name for path in folder.iterdir()} == {"registers.xml", "spec.yaml"}


def test_a_file_that_is_there_is_never_overwritten(run: Run, folder: Path) -> None:
    before = (folder / "spec.yaml").read_text(encoding="utf-8")
    result = run("new", "registers.xml", "-o", "spec.yaml")
    assert result.exit_code == 1
    assert "spec.yaml is there already, and is never overwritten" in result.stderr
    assert (folder / "spec.yaml").read_text(encoding="utf-8") == before


def test_an_act_outside_the_folder_of_the_spec_is_refused_with_a_place_that_works(
    run: Run, folder: Path
) -> None:
    (folder / "specs").mkdir()
    result = run("new", "registers.xml", "-o", "specs/new.yaml")
    assert result.exit_code == 1
    assert "error[file-outside-package]" in result.stderr


def test_the_profile_and_the_id_can_be_given(run: Run) -> None:
    said = run("new", "registers.xml", "--jurisdiction", "kz", "--id", "r-1").stdout
    assert "\njurisdiction: kz\n" in said
    assert "\nid: r-1\n" in said


def test_a_profile_or_an_id_that_cannot_be_is_an_error_of_usage(run: Run) -> None:
    unknown = run("new", "registers.xml", "--jurisdiction", "kzz")
    assert unknown.exit_code == 2
    assert "did you mean kz?" in unknown.stderr
    for wrong in ("a b/..", "../x", "", "a:b"):
        result = run("new", "registers.xml", "--id", wrong)
        assert result.exit_code == 2
        assert "the id names the output files" in result.stderr


def test_the_country_of_the_act_gives_the_profile(run: Run, folder: Path) -> None:
    act = (folder / "registers.xml").read_text(encoding="utf-8")
    (folder / "registers.xml").write_text(act.replace('value="xx"', 'value="kz"'), encoding="utf-8")
    assert "\njurisdiction: kz\n" in run("new", "registers.xml").stdout


def test_the_examples_in_comments_load_when_the_sign_is_taken_away(folder: Path) -> None:
    text = start_spec("registers.xml")
    head, _, examples = text.partition("      # More instructions")
    for example in re.findall(r"(?m)^      # - (?:.*\n)(?:      #   .*\n)*", examples):
        live = re.sub(r"(?m)^      # ", "      ", example)
        amended = redline.amend(load_spec(head.partition("      - substitute")[0] + live))
        assert amended["registers"].changes()[0].places, live


@pytest.mark.parametrize("name", ["migration", "labour", "register-rules"])
def test_all_examples_together_are_no_conflict(fixtures: Path, name: str, folder: Path) -> None:
    shutil.copy(fixtures / "acts" / f"{name}.xml", folder)
    head, mark, examples = start_spec(f"{name}.xml").partition("      # More instructions")
    spec = load_spec(head + re.sub(r"(?m)^      # (?=- |  )", "      ", mark + examples))
    assert {operation.verb for operation in spec.operations} == {
        "substitute", "retitle", "add", "omit", "insert", "repeal",
    }  # fmt: skip
    assert all(change.places for change in redline.amend(spec)[name].changes())


def test_names_that_mean_something_in_a_spec_are_not_used_as_alias(run: Run, folder: Path) -> None:
    for name in ("act.xml", "all.xml", "2020 №1.xml"):
        shutil.copy(folder / "registers.xml", folder / name)
        text = start_spec(name)
        assert len(load_spec(text).operations) == 1


@pytest.mark.parametrize("name", ["migration", "labour", "register-rules"])
def test_it_works_for_each_of_the_fixtures(fixtures: Path, name: str, folder: Path) -> None:
    shutil.copy(fixtures / "acts" / f"{name}.xml", folder)
    amended = redline.amend(load_spec(start_spec(f"{name}.xml")))
    assert "THE NEW WORDS" in amended[name].after().to_bytes().decode()
