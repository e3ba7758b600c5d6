"""The dossier of the Republic of Arkadia, held to its sources and to its list of planted inconsistencies."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import redline
from redline.akn.xsd import schema_errors
from redline.checks import CHECKS
from redline.cli import main
from redline.reviewing import check_dossier

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "migration"
COMMANDS = re.findall(
    r"^redline (import (?:sources|new)/\S+\.txt .*)$",
    (ROOT / "examples" / "README.md").read_text("utf-8"),
    re.MULTILINE,
)
DOCUMENTS = ("employment-code", "refugees", "quota-rules", "stay-rules", "adaptation-rules", "concept")
UNITS = ("section", "chapter", "article", "paragraph", "point")


def test_every_text_of_the_dossier_has_its_command() -> None:
    named = {shlex.split(command)[1] for command in COMMANDS}
    assert {f"sources/{name}.{language}.txt" for name in DOCUMENTS for language in ("ru", "kk")} <= named


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: shlex.split(command)[1])
def test_the_commands_of_the_page_make_the_acts_byte_for_byte(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("sources", "new"):
        shutil.copytree(EXAMPLE / folder, tmp_path / folder, ignore=shutil.ignore_patterns("*.xml"))
    (tmp_path / "acts").mkdir()
    monkeypatch.chdir(tmp_path)
    arguments = shlex.split(command)
    run = CliRunner().invoke(main, arguments)
    assert run.exit_code == 0, run.output
    made = arguments[arguments.index("-o") + 1]
    assert (tmp_path / made).read_bytes() == (EXAMPLE / made).read_bytes()


def identifiers(act: redline.Act) -> set[str | None]:
    return {unit.get("eId") for unit in act.root.iter(*(f"{{*}}{name}" for name in UNITS))}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_russian_and_kazakh_have_the_same_provisions_but_for_the_one_that_is_planted(name: str) -> None:
    russian, kazakh = (redline.load_act(EXAMPLE / "acts" / f"{name}.{tag}.xml") for tag in ("ru", "kk"))
    planted = {"chp_2__para_6__point_5"} if name == "stay-rules" else set()
    assert identifiers(russian) - identifiers(kazakh) == planted
    assert identifiers(kazakh) <= identifiers(russian)


def test_the_consolidated_acts_of_the_package_are_valid() -> None:
    spec = redline.load_spec(EXAMPLE / "harmonisation.yaml")
    package = redline.amend(spec)
    for name in spec.acts:
        alias, _, language = name.partition(".")
        after = redline.load_act(package[alias, language].after().to_bytes())
        assert list(schema_errors(after)) == [], name


@pytest.fixture(scope="module")
def review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the dossier, since what was read is kept beside it."""
    folder = tmp_path_factory.mktemp("dossier") / "review"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("sources", ".redline-cache"))
    return folder


def test_the_dossier_lists_its_nine_documents_and_every_annotation_finds_its_provision(review: Path) -> None:
    checked = check_dossier(review, only=["by-hand"])
    assert checked.errors == ()
    assert len(checked.dossier.documents) == 9
    assert {judged.finding.id for judged in checked.findings} == {"H-1", "H-2", "H-3"}


def test_what_is_decided_on_is_found(review: Path) -> None:
    checked = check_dossier(review)
    found = {judged.finding.id for judged in checked.findings}
    assert {decided.finding for decided in checked.dossier.decisions} <= found


def test_what_the_package_names_is_found_before_and_gone_after(review: Path, tmp_path: Path) -> None:
    spec = redline.load_spec(EXAMPLE / "harmonisation.yaml")
    named = {fix for operation in spec.operations for fix in operation.fixes if fix.startswith("F-")}
    before = {judged.finding.id for judged in check_dossier(review).findings}
    assert named <= before
    shutil.copytree(review, tmp_path / "after", ignore=shutil.ignore_patterns(".redline-cache"))
    package = redline.amend(spec)
    for name in spec.acts:
        alias, _, language = name.partition(".")
        (tmp_path / "after" / "acts" / f"{name}.xml").write_bytes(package[alias, language].after().to_bytes())
    after = {judged.finding.id for judged in check_dossier(tmp_path / "after").findings}
    assert not named & after


def test_what_the_list_calls_found_is_found_at_its_place(review: Path) -> None:
    """PLANTED.md says of each entry which checks find it; the evidence is at one of its places, or inside."""
    checked = check_dossier(review, everything=True)
    places = {
        (judged.check.name, evidence.document, evidence.language, evidence.eid or "preamble")
        for judged in checked.findings
        for evidence in judged.finding.evidence
    }
    page = (EXAMPLE / "PLANTED.md").read_text(encoding="utf-8")
    for entry in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        said = re.search(r"^- Found by `redline check(?: --guesses)?`: (`.+`)$", entry, re.MULTILINE)
        listed = re.findall(r"^- `([\w-]+)`, (ru|kk), `(\w+)`", entry, re.MULTILINE)
        for check in re.findall(r"`([\w-]+)`", said[1]) if said else ():
            assert any(
                (name, document, language) == (check, *place[:2]) and f"{eid}__".startswith(f"{place[2]}__")
                for name, document, language, eid in places
                for place in listed
            ), f"{entry.splitlines()[0]}: {check}"


def test_what_is_found_with_high_confidence_stands_on_the_list_but_for_one_true_finding(review: Path) -> None:
    """Each was judged by reading the Acts; the English definitions of an employer do differ."""
    page = (EXAMPLE / "PLANTED.md").read_text(encoding="utf-8")
    places = set(re.findall(r"^- `([\w-]+)`, (?:ru|kk), `(\w+)`", page, re.MULTILINE))
    found = [
        judged.finding for judged in check_dossier(review).findings if judged.finding.confidence == "high"
    ]
    scopes = {check.name: check.scope for check in CHECKS}
    beside = [
        finding
        for finding in found
        if scopes[finding.check] != "package"
        and finding.check != "by-hand"
        and not any(
            (each.document, eid) in places or f"{eid}__".startswith(f"{planted}__")
            for each in finding.evidence
            for eid in [each.eid or "preamble"]
            for document, planted in places
            if document == each.document
        )
    ]
    assert [(finding.check, finding.said.get("term")) for finding in beside] == [("term", "employer")]
