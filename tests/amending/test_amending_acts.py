"""Amending Acts: golden texts that a lawyer could check, and the laws that hold for all of them.

Each folder holds act.xml, spec.yaml and expected.txt, the whole text of the amending Act; `# style: uk` in the
spec asks for that style of English. Run with
`--regenerate-golden` to write the texts anew, and read the difference before committing it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import redline
from redline.akn.xsd import schema_errors
from redline.amending.document import acts_in, amending_document, languages_of
from redline.amending.reading import spec_of
from redline.amending.verifying import differences
from redline.render import render_bytes
from redline.spec import dump_spec
from tests.golden.test_golden import CASES, options_of

FOLDER = Path(__file__).parent
LAWS = sorted(path.parent for path in FOLDER.glob("*/spec.yaml"))
BUILDING = [case for case in CASES if not case.name.startswith("error-")]


@pytest.mark.parametrize("case", LAWS, ids=lambda case: case.name)
def test_the_amending_act_reads_as_the_law_prescribes(
    case: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(case)
    amended = redline.amend(redline.load_spec("spec.yaml"))
    style = re.search(r"^# style: (\w+)$", (case / "spec.yaml").read_text("utf-8"), re.MULTILINE)
    options = {"style": style[1]} if style else {}
    law = redline.load_act(render_bytes(amended, "amending-act-akn", options=options))
    text = render_bytes(law, "text").decode()
    expected = case / "expected.txt"
    if request.config.getoption("--regenerate-golden"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
    assert list(schema_errors(law)) == []


@pytest.mark.parametrize("case", [*LAWS, *BUILDING], ids=lambda case: case.name)
def test_an_amending_act_applied_to_the_acts_gives_what_the_spec_gives(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case)
    amended = redline.amend(redline.load_spec("spec.yaml"), **options_of(case))
    for language in languages_of(amended):
        made = amending_document(amended, language)
        spec, marked_acts = acts_in(amended, language)
        acts = {alias: marked.base for alias, marked in marked_acts.items()}
        written = dump_spec(spec_of(made.act, spec.acts, acts))
        given = redline.amend(redline.load_spec(written, acts=acts))
        whole = any("said whole" in remark for remark in made.remarks)
        for alias, marked in marked_acts.items():
            if all(change.applied for change in marked.changes()):
                after = marked.after()
                assert list(differences(after, given[alias].after(), tracked=not whole)) == []


SAID_WHOLE = {
    "amend-the-preamble-and-lists-of-items",
    "everything-meets-on-one-provision",
    "items-of-ordered-lists-come-and-go",
    "quotations-that-come-and-go-with-other-words",
}
"""Cases in which no formula says what was done: an item of a bare list, words cut and renumbered, quotations."""


@pytest.mark.parametrize("case", BUILDING, ids=lambda case: case.name)
def test_what_a_formula_can_say_is_not_said_whole(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    amended = redline.amend(redline.load_spec("spec.yaml"), **options_of(case))
    for language in languages_of(amended):
        remarks = amending_document(amended, language).remarks
        assert any("said whole" in remark for remark in remarks) == (case.name in SAID_WHOLE), remarks


EXAMPLE = FOLDER.parents[1] / "examples" / "migration" / "migration.yaml"


def test_the_amending_law_of_the_example_does_in_each_language_what_the_spec_does() -> None:
    amended = redline.amend(redline.load_spec(EXAMPLE))
    for language in languages_of(amended):
        made = amending_document(amended, language)
        assert not any("said whole" in remark for remark in made.remarks)
        assert list(schema_errors(made.act)) == []
        spec, marked_acts = acts_in(amended, language)
        acts = {alias: marked.base for alias, marked in marked_acts.items()}
        given = redline.amend(redline.load_spec(dump_spec(spec_of(made.act, spec.acts, acts)), acts=acts))
        for alias, marked in marked_acts.items():
            assert list(differences(marked.after(), given[alias].after())) == []
