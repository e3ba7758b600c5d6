"""What is said of the package itself: the rules of drafting, and what it leaves behind in other documents."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import redline
from redline.checks import CHECKS
from redline.dossier import load_dossier
from redline.dossier.library import CACHE
from redline.model.findings import Finding
from redline.review.judged import Judged
from redline.reviewing import Checked, check_dossier
from redline.tracing import check_after

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "migration"
OF_PACKAGES = [check.name for check in CHECKS if check.scope == "package"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the example dossier."""
    copy = tmp_path_factory.mktemp("dossier") / "migration"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns(CACHE))
    return copy


def checked(folder: Path, spec: str, only: list[str] | None = None) -> Checked:
    dossier = replace(load_dossier(folder), specs=(folder / spec,))
    return check_dossier(dossier, only=OF_PACKAGES if only is None else only)


def findings(checked: Checked, check: str) -> list[Finding]:
    return [judged.finding for judged in checked.findings if judged.check.name == check]


@pytest.fixture(scope="module")
def draft(folder: Path) -> Checked:
    return checked(folder, "first-draft.yaml")


@pytest.fixture(scope="module")
def package(folder: Path) -> Checked:
    return checked(folder, "migration.yaml")


@pytest.mark.parametrize(
    ("number", "check"),
    [
        ("P-77", "publications"),
        ("P-78", "restatement"),
        ("P-79", "half-of-the-act"),
        ("P-80", "by-law-basis"),
    ],
)
def test_what_is_planted_in_the_first_draft_is_found_at_its_operation(
    draft: Checked, number: str, check: str
) -> None:
    page = (EXAMPLE / "PLANTED.md").read_text(encoding="utf-8")
    entry = re.search(rf"^### {number}:.*?(?=^### |\Z)", page, re.MULTILINE | re.DOTALL)
    assert entry is not None
    operation = re.search(r"operation `([\w-]+)`", entry[0])
    assert operation is not None
    found = findings(draft, check)
    alias = next(
        operation_.acts[0].partition(".")[0]
        for operation_ in redline.load_spec(EXAMPLE / "first-draft.yaml").operations
        if operation_.id == operation[1]
    )
    said = {evidence.address for each in found for evidence in each.evidence}
    assert said & {operation[1], alias}
    assert f"- Found by `redline check --spec first-draft.yaml`: `{check}`" in entry[0]


@pytest.mark.parametrize(("number", "kind"), [("P-10", "moved"), ("P-81", "retitled"), ("P-82", "renamed")])
def test_what_the_package_leaves_behind_is_found_where_the_list_says(
    package: Checked, number: str, kind: str
) -> None:
    page = (EXAMPLE / "PLANTED.md").read_text(encoding="utf-8")
    entry = re.search(rf"^### {number}:.*?(?=^### |\Z)", page, re.MULTILINE | re.DOTALL)
    assert entry is not None
    places = set(re.findall(r"^- `([\w-]+)`, (ru|kk), `(\w+)`", entry[0], re.MULTILINE))
    found = {
        (evidence.document, evidence.language, evidence.eid)
        for each in findings(package, "consequential")
        if each.kind == kind
        for evidence in each.evidence
    }
    assert places <= found
    assert "- Found by `redline check --spec migration.yaml`: `consequential`" in entry[0]


def test_every_document_that_keeps_the_old_title_of_an_act_is_told_and_none_that_follows(
    package: Checked,
) -> None:
    found = [each for each in findings(package, "consequential") if each.kind == "retitled"]
    told = {evidence.document for each in found for evidence in each.evidence} - {"migration-2026"}
    # The Law on labour and the rules of the register are amended with the Law; adaptation-rules cite others.
    assert told == {"employment-code", "refugees", "quota-rules", "stay-rules", "concept"}


def test_a_body_goes_on_bearing_its_old_name_where_an_act_that_it_made_is_cited(package: Checked) -> None:
    found = [each for each in findings(package, "consequential") if each.kind == "renamed"]
    quoted = [(e.document, e.eid) for each in found for e in each.evidence if e.eid]
    assert ("quota-rules", "chp_3__para_10") in quoted
    assert not [place for place in quoted if place[0] in ("stay-rules", "register-rules")]
    assert all("chp_4__para_18" not in each.offer for each in found)


def test_the_amendments_offered_are_included_and_then_nothing_is_left_behind(
    package: Checked, folder: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(folder, tmp_path / "adopted", ignore=shutil.ignore_patterns(CACHE))
    offers = [each.offer for each in findings(package, "consequential")]
    assert all(offers)
    names = []
    for number, offer in enumerate(offers, 1):
        names.append(f"offer-{number}.yaml")
        (copy / names[-1]).write_text(offer, encoding="utf-8")
    spec = copy / "migration.yaml"
    text = spec.read_text(encoding="utf-8")
    listed = "".join(f"  - {name}\n" for name in names)
    assert "- act: all\n" in text
    assert all("with act: all" in offer for offer in offers)
    text = text.replace("- act: all\n", "- act: [migration, labour, register-rules]\n")
    spec.write_text(text.replace("include:\n", f"include:\n{listed}"), encoding="utf-8")
    again = checked(copy, "migration.yaml", ["consequential"])
    assert [str(error) for error in again.errors] == []
    assert [judged.message("en") for judged in again.findings] == []


def test_a_point_restated_as_offered_reads_as_the_operations_on_its_words_left_it(
    draft: Checked, folder: Path, tmp_path: Path
) -> None:
    (finding,) = findings(draft, "restatement")
    copy = shutil.copytree(folder, tmp_path / "restated", ignore=shutil.ignore_patterns(CACHE))
    head = "redline: 1\nid: restated\njurisdiction: kz\n"
    (copy / "offer.yaml").write_text(finding.offer.replace("redline: 1\n", head), encoding="utf-8")
    restated = redline.amend(redline.load_spec(copy / "offer.yaml"))
    drafted = redline.amend(redline.load_spec(copy / "first-draft.yaml"))
    for language in ("ru", "kk"):
        words = [
            " ".join("".join(map(str, package["stay-rules", language].after().root.itertext())).split())
            for package in (restated, drafted)
        ]
        body = [text[text.index("1.") :] for text in words]
        assert body[0] == body[1]
    assert findings(checked(copy, "offer.yaml"), "restatement") == []


def test_offers_are_yaml_with_one_act_and_one_operation(draft: Checked, package: Checked) -> None:
    offers = [j.finding.offer for j in (*draft.findings, *package.findings) if j.finding.offer]
    assert len(offers) > 10
    for offer in offers:
        read = yaml.safe_load(offer)
        assert list(read) == ["redline", "acts", "amendments"]
        (entry,) = read["amendments"]
        assert list(read["acts"]) == [entry["act"]]
        assert len(entry["operations"]) == 1


def test_a_repealed_basis_is_no_finding_where_the_by_law_goes_with_it(
    draft: Checked, folder: Path, tmp_path: Path
) -> None:
    (finding,) = findings(draft, "by-law-basis")
    copy = shutil.copytree(folder, tmp_path / "repealed", ignore=shutil.ignore_patterns(CACHE))
    (copy / "offer.yaml").write_text(finding.offer, encoding="utf-8")
    spec = copy / "first-draft.yaml"
    spec.write_text(spec.read_text(encoding="utf-8") + "\ninclude: [offer.yaml]\n", encoding="utf-8")
    assert findings(checked(copy, "first-draft.yaml"), "by-law-basis") == []


def test_a_spec_is_checked_alone_with_the_acts_that_it_amends(folder: Path, draft: Checked) -> None:
    alone = check_dossier(folder / "first-draft.yaml")
    assert {check.name for check in alone.checks} == set(OF_PACKAGES)
    # The rules of the register are no Act of the spec, so that their basis cannot be looked at.
    assert {judged.check.name for judged in alone.findings} == {
        judged.check.name for judged in draft.findings
    } - {"by-law-basis"}


def test_a_spec_that_cannot_be_applied_is_an_error_and_the_documents_are_checked_all_the_same(
    folder: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(folder, tmp_path / "broken", ignore=shutil.ignore_patterns(CACHE))
    spec = copy / "first-draft.yaml"
    spec.write_text(spec.read_text(encoding="utf-8").replace("art 17 para 1", "art 17 para 99"), "utf-8")
    found = checked(copy, "first-draft.yaml", ["by-law-basis", "goal"])
    assert {error.slug for error in found.errors} == {"address-not-found"}
    assert findings(found, "goal")
    assert findings(found, "by-law-basis") == []


def test_after_the_amendments_what_is_wrong_with_them_is_new_by_their_operations(folder: Path) -> None:
    dossier = replace(load_dossier(folder), specs=(folder / "migration.yaml",))
    traced = check_after(dossier, only=["consequential"])
    outcome: dict[str, list[Judged]] = {}
    for judged in traced.findings:
        outcome.setdefault(judged.outcome, []).append(judged)
    assert list(outcome) == ["new"]
    assert {"move-victims", "short-name", "rename-the-committee"} == {
        operation for judged in outcome["new"] for operation in judged.operations
    }
