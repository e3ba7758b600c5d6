"""Section 7 of the language page: what it says of Python holds, line by line."""

from __future__ import annotations

import datetime
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import redline

ROOT = Path(__file__).resolve().parents[3]
SPEC = """\
redline: 1
id: permits
acts:
  migration: act.xml
amendments:
  - act: migration
    operations:
      - substitute: the local body
        with: the Agency
        in: art 4 para 1
      - repeal: art 2
        commencement: {days_after_publication: 10}
      - omit: local
        in: art 4 para 2
        when: centralised
"""
ONE = SPEC[: SPEC.index("      - repeal")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an Act and a spec, which is also where the test runs."""
    act = ROOT / "tests" / "golden" / "amend-several-acts-at-once" / "act.xml"
    (tmp_path / "act.xml").write_bytes(act.read_bytes())
    (tmp_path / "spec.yaml").write_text(SPEC, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def amended(folder: Path) -> redline.Amended:
    return redline.amend(redline.load_spec(folder / "spec.yaml"), published=datetime.date(2026, 6, 1))


def test_yaml_on_one_line_is_told_from_a_path(folder: Path) -> None:
    """Text without a line break is a path, and one that no file can have is an error like any other."""
    for text, said in (
        ("redline: 1", "end the text with a line break"),
        ("{redline: 1, id: permits, acts: {law: act.xml}}" * 200, "end the text with a line break"),
        ("permits" * 1000, "cannot be read"),
        ("per\0mits.yaml", "cannot be read"),
    ):
        with pytest.raises(redline.SpecErrors) as caught:
            redline.load_spec(text)
        assert said in str(caught.value)
        assert len(str(caught.value)) < 400


def test_an_act_is_loaded_from_a_path_from_bytes_and_from_a_binary_file(folder: Path) -> None:
    data = (folder / "act.xml").read_bytes()
    with (folder / "act.xml").open("rb") as file:
        loaded = [redline.load_act(source) for source in ("act.xml", Path("act.xml"), data, file)]
    loaded.append(redline.load_act(io.BytesIO(data)))
    assert [act.to_bytes() for act in loaded] == [data] * 5


def test_what_is_odd_about_an_act_is_in_its_warnings(folder: Path) -> None:
    assert redline.load_act("act.xml").warnings == (
        "there is no FRBRExpression: the date of the consolidated text cannot be written into it",
    )


def test_a_spec_is_loaded_from_a_path_or_is_the_text_itself(folder: Path) -> None:
    assert redline.load_spec("spec.yaml").operations[0].verb == "substitute"
    assert redline.load_spec(Path("spec.yaml")).id == redline.load_spec(SPEC).id == "permits"


def test_acts_handed_over_take_the_place_of_files_which_are_not_opened(folder: Path) -> None:
    act = redline.load_act((folder / "act.xml").read_bytes())
    (folder / "act.xml").unlink()
    spec = redline.load_spec(ONE, acts={"migration": act})
    assert redline.amend(spec)["migration"].base is act


def test_the_moment_and_the_conditions_are_chosen_in_amend(folder: Path) -> None:
    spec = redline.load_spec("spec.yaml")
    package = redline.amend(
        spec, as_of=datetime.date(2026, 7, 1), published=datetime.date(2026, 6, 1), assume=("centralised",)
    )
    assert [change.status for change in package["migration"].changes()] == ["applied"] * 3
    early = redline.amend(spec, as_of=datetime.date(2026, 6, 10), published=datetime.date(2026, 6, 1))
    assert {change.operation.verb: change.status for change in early["migration"].changes()} == {
        "substitute": "applied", "repeal": "not-yet", "omit": "not-assumed",
    }  # fmt: skip


def test_every_failure_is_in_one_exception(folder: Path) -> None:
    spec = redline.load_spec(ONE.replace("local body", "foreign body") + "      - repeal: art 99\n")
    with pytest.raises(redline.AmendmentErrors) as caught:
        redline.amend(spec)
    assert isinstance(caught.value, redline.RedlineError)
    assert [error.slug for error in caught.value.errors] == ["words-not-found", "address-not-found"]


def test_the_base_is_the_input_and_the_changes_are_listed(folder: Path) -> None:
    marked = amended(folder)["migration"]
    assert marked.before().to_bytes() == redline.load_act("act.xml").to_bytes()
    assert isinstance(marked.after(), redline.Act)
    change = next(change for change in marked.changes() if change.operation.verb == "substitute")
    place = change.places[0]
    assert (place.citation_before, place.eid_after) == ("article 4, paragraph 1", "art_4__para_1")
    assert "by the local body for one year" in place.words_before
    assert "by the Agency for one year" in place.words_after


def test_an_act_and_the_package_are_rendered_to_files(folder: Path) -> None:
    package = amended(folder)
    consolidated = package["migration"].after()
    for name in ("akn", "html", "text"):
        redline.render(consolidated, name, f"out/migration.{name}")
    redline.render(package, "changes-json", folder / "out" / "changes.json")
    assert (folder / "out" / "migration.akn").read_bytes() == consolidated.to_bytes()
    assert "issued under Article 3 by the Agency" in (folder / "out" / "migration.text").read_text("utf-8")
    assert json.loads((folder / "out" / "changes.json").read_text("utf-8"))["spec"]["id"] == "permits"
    assert {path.name for path in (folder / "out").iterdir()} == {
        "migration.akn", "migration.html", "migration.text", "changes.json",
    }  # fmt: skip


def test_an_unknown_renderer_is_an_error_that_lists_the_known_ones(folder: Path) -> None:
    with pytest.raises(redline.RenderError) as caught:
        redline.render(amended(folder), "docx-redlines", "out/x.docx")
    assert caught.value.slug == "renderer-unknown"
    assert all(name in caught.value.do for name in ("akn", "html", "text", "changes-json"))


def test_a_marked_act_is_told_apart_from_an_act(folder: Path) -> None:
    with pytest.raises(redline.RenderError, match="shows an Act, not a marked Act") as caught:
        redline.render(amended(folder)["migration"], "akn", "out/x.xml")
    assert "after()" in caught.value.do


@pytest.mark.parametrize(
    "imports",
    [
        "import redline",
        "import redline; from redline.render.html import render_html",
        "from redline.render.html import render_html; import redline",
        "import redline.render.html",
        "import redline.build, redline.cli",
        "import importlib, redline; importlib.import_module('redline.render.text')",
    ],
)
def test_render_is_the_function_whatever_was_imported_first(imports: str) -> None:
    code = (
        f"{imports}; import redline; assert redline.render.__name__ == 'render' and callable(redline.render)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
