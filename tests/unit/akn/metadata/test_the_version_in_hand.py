"""`as_of` and `publication` of an Act: which version the drafter amends, and how it is cited."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

import redline
from redline.akn.marked import MarkedAct
from redline.explain import explain_spec
from redline.render import render_bytes

from .amending import ACT, amended, facts, spec_of

WORDS = "- {substitute: on paper, with: in electronic form}"


def of(date: str) -> str:
    return f"{{law: {{source: act.xml, as_of: {date}}}}}"


def test_the_version_that_the_metadata_names_gives_no_warning() -> None:
    assert amended(WORDS, acts=of("2020-01-01")).warnings == ()


def test_another_version_than_the_metadata_names_is_a_warning() -> None:
    marked = amended(WORDS, acts=of("2025-01-01"))
    assert marked.warnings == (
        "the spec amends the version of 2025-01-01 (as_of), and the metadata of the file says 2020-01-01: "
        "check that it is the right file",
    )


def test_it_is_said_of_an_act_that_nothing_amends_too() -> None:
    marked = amended(WORDS, acts=of("2025-01-01"), as_of=datetime.date(2026, 1, 1))
    assert marked.after().to_bytes() == ACT.encode()
    assert len(marked.warnings) == 1


def test_a_text_of_before_the_version_in_hand_is_a_warning() -> None:
    marked = amended(WORDS, acts=of("2020-01-01"), as_of=datetime.date(2019, 1, 1))
    assert any("text of 2019-01-01 is asked for" in warning for warning in marked.warnings)


def test_it_is_a_warning_where_only_the_file_says_which_version_it_is() -> None:
    marked = amended(WORDS, as_of=datetime.date(2019, 1, 1))
    assert marked.warnings == (
        "the text of 2019-01-01 is asked for, and the file is the text of 2020-01-01: "
        "what stood on 2019-01-01 cannot be had from it",
    )
    assert marked.after().to_bytes() == ACT.encode()


def test_a_text_of_before_the_version_in_hand_claims_no_day() -> None:
    marked = amended(WORDS, commencement="2018-01-01", as_of=datetime.date(2019, 1, 1))
    said = render_bytes(marked.after(), "text").decode().splitlines()[0]
    assert "in force on" not in said
    assert "Registers (Amendment) Act" in said


def suspended(day: str, commencement: str) -> MarkedAct:
    """The Act as on a day, with changed words and a suspension from 2026-09-01 until 2027-09-01."""
    act = redline.load_act(ACT.encode(), name="act.xml")
    effect = "    effects:\n      - {suspend: act, from: 2026-09-01, until: 2027-09-01}\n"
    spec = redline.load_spec(spec_of(WORDS, commencement=commencement) + effect, acts={"law": act})
    return redline.amend(spec, as_of=datetime.date.fromisoformat(day))["law"]


@pytest.mark.parametrize("day", ["2022-01-01", "2026-08-31", "2028-01-01"])
def test_on_a_day_without_operation_or_effect_nothing_of_the_amending_act_is_written(day: str) -> None:
    marked = suspended(day, commencement="2029-01-01")
    assert marked.after().to_bytes() == ACT.encode()


def test_an_effect_is_entered_while_it_runs_although_no_operation_applies() -> None:
    marked = suspended("2026-09-01", commencement="2029-01-01")
    assert len(facts(marked, "efficacyMod")) == 1


def test_an_effect_that_has_not_begun_is_not_entered_beside_what_has() -> None:
    marked = suspended("2026-07-01", commencement="2026-07-01")
    assert len(facts(marked, "textualMod")) == 1
    assert facts(marked, "efficacyMod") == []
    assert all(event["date"] <= "2026-07-01" for event in facts(marked, "lifecycle/eventRef"))


def test_a_change_of_before_the_version_in_hand_is_noted() -> None:
    marked = amended(f"{WORDS}\n- {{omit: public, commencement: 2019-01-01}}", acts=of("2020-01-01"))
    notes = {change.operation.verb: change.notes for change in marked.changes()}
    assert notes["substitute"] == ()
    assert notes["omit"] == (
        "takes effect on 2019-01-01, before the version in hand (2020-01-01), which may hold it already",
    )


def test_without_a_better_date_the_text_keeps_that_of_the_version_in_hand() -> None:
    act = ACT.replace('2020-01-01" name', '2020-02-02" name')
    marked = amended(WORDS, act, acts=of("2021-01-01"), date="", commencement="")
    assert facts(marked, "FRBRExpression/FRBRdate")[0]["date"] == "2021-01-01"
    assert any("the text is dated as the version in hand, 2021-01-01" in w for w in marked.warnings)


def test_where_the_act_was_published_is_shown_in_the_index_and_the_change_list() -> None:
    act = redline.load_act(ACT.encode(), name="act.xml")
    source = '{source: act.xml, as_of: 2020-01-01, publication: "Gazette, 2020, No. 1 & 2"}'
    spec = redline.load_spec(spec_of(WORDS, acts=f"{{law: {source}}}"), acts={"law": act})
    package = redline.amend(spec)
    (found,) = json.loads(render_bytes(package, "changes-json"))["acts"]
    assert (found["as_of"], found["publication"]) == ("2020-01-01", "Gazette, 2020, No. 1 & 2")
    index = render_bytes(package, "index-html").decode()
    assert "On Registers</span> (Gazette, 2020, No. 1 &amp; 2)<br>" in index
    assert "<code>law</code>, consolidated as on 2026-07-01 from the version of 2020-01-01" in index


def test_the_change_list_of_an_act_without_them_says_so() -> None:
    act = redline.load_act(ACT.encode(), name="act.xml")
    package = redline.amend(redline.load_spec(spec_of(WORDS), acts={"law": act}))
    (found,) = json.loads(render_bytes(package, "changes-json"))["acts"]
    assert (found["as_of"], found["publication"]) == (None, None)


def test_what_is_odd_about_the_version_is_in_the_dry_run_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "act.xml").write_text(ACT, encoding="utf-8")
    (tmp_path / "spec.yaml").write_text(spec_of(WORDS, acts=of("2025-01-01")), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert any("check that it is the right file" in text for _, text in explain_spec("spec.yaml").warnings)
