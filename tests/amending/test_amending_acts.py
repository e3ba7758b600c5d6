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
from redline.akn.marked import MarkedAct
from redline.akn.xsd import schema_errors
from redline.amending.document import acts_in, amending_document, kinds_of, languages_of
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
    [language] = languages_of(amended)
    text = ""
    for kind in kinds_of(amended, language):
        written = render_bytes(amended, "amending-act-akn", options={**options, "kind": kind})
        law = redline.load_act(written)
        text += ("\n\n" if text else "") + render_bytes(law, "text").decode()
        assert list(schema_errors(law)) == []
    expected = case / "expected.txt"
    if request.config.getoption("--regenerate-golden"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", [*LAWS, *BUILDING], ids=lambda case: case.name)
def test_an_amending_act_applied_to_the_acts_gives_what_the_spec_gives(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case)
    amended = redline.amend(redline.load_spec("spec.yaml"), **options_of(case))
    for language, kind in kinds_in(amended):
        made = amending_document(amended, language, kind=kind)
        given, marked_acts = read_back(amended, language, kind)
        whole = any("said whole" in remark for remark in made.remarks)
        for alias, marked in marked_acts.items():
            if all(change.applied for change in marked.changes()):
                after = marked.after()
                assert list(differences(after, given[alias].after(), tracked=not whole)) == []


def kinds_in(amended: redline.Amended) -> list[tuple[str, str]]:
    """Each amending Act of a package: its language and its kind."""
    return [(code, kind) for code in languages_of(amended) for kind in kinds_of(amended, code)]


def read_back(
    amended: redline.Amended, language: str, kind: str
) -> tuple[redline.Amended, dict[str, MarkedAct]]:
    """What an amending Act, read back as a spec, makes of its Acts; and those Acts as the spec amends them."""
    made = amending_document(amended, language, kind=kind)
    spec, marked_acts = acts_in(amended, language, kinds_of(amended, language)[kind])
    acts = {alias: marked.base for alias, marked in marked_acts.items()}
    written = dump_spec(spec_of(made.act, spec.acts, acts))
    return redline.amend(redline.load_spec(written, acts=acts)), marked_acts


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
    for language, kind in kinds_in(amended):
        remarks = amending_document(amended, language, kind=kind).remarks
        assert any("said whole" in remark for remark in remarks) == (case.name in SAID_WHOLE), remarks


EXAMPLE = FOLDER.parents[1] / "examples" / "migration" / "migration.yaml"


def test_the_amending_law_of_the_example_does_in_each_language_what_the_spec_does() -> None:
    amended = redline.amend(redline.load_spec(EXAMPLE))
    for language, kind in kinds_in(amended):
        made = amending_document(amended, language, kind=kind)
        assert not any("said whole" in remark for remark in made.remarks)
        assert list(schema_errors(made.act)) == []
        given, marked_acts = read_back(amended, language, kind)
        for alias, marked in marked_acts.items():
            assert list(differences(marked.after(), given[alias].after())) == []
