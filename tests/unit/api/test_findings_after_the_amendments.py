"""`check --after`: what the package of a dossier resolves, leaves, and brings about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from redline.answers import answers_of, read_answers
from redline.build import build_package
from redline.errors import DossierError
from redline.importers import import_act
from redline.reviewing import check_dossier, write_findings
from redline.tracing import check_after

LAW = """Закон О миграции населения

Статья 1. Учет

1. Учет ведется по правилам статьи 9 настоящего Закона.

2. Отказ допускается в случаях, указанных в статье 8 настоящего Закона.

3. Решение принимается в порядке, установленном статьей 2 настоящего Закона.

Статья 2. Порядок

1. Порядок утверждает Правительство.
"""
SPEC = """redline: 1
id: package
jurisdiction: kz
language: ru
acts: {law: law.xml}
amendments:
  - act: law
    operations:
      - id: mend
        fixes: [%s]
        substitute: статьи 9
        with: статьи 2
        in: пункт 1 статьи 1
      - id: break
        repeal: статья 2
"""
DOSSIER = """dossier: 1
jurisdiction: kz
language: ru
documents: {law: {file: {ru: law.xml}}}
findings:
  H-1: {text: Форма не опубликована, document: law, at: статья 1}
  H-2: {text: Сроков нет, document: law, at: статья 2}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    act = import_act(tmp_path / "law.txt", jurisdiction="kz", language="ru").act
    (tmp_path / "law.xml").write_bytes(act.to_bytes())
    (tmp_path / "spec.yaml").write_text(SPEC % "H-1", encoding="utf-8")
    (tmp_path / "dossier.yaml").write_text(DOSSIER + "specs: [spec.yaml]\n", encoding="utf-8")
    return tmp_path


def _told(folder: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    findings = check_after(folder / "dossier.yaml", only=["dangling-reference", "by-hand"]).findings
    return {f.finding.said.get("words") or f.finding.id: (f.outcome, f.operations) for f in findings}


def test_each_finding_is_resolved_left_or_new_with_the_operation_it_comes_from(folder: Path) -> None:
    assert _told(folder) == {
        "статьи 9": ("resolved", ("mend",)),
        "статье 8": ("still-there", ()),
        "статьи 2": ("new", ("mend", "break")),
        "статьей 2": ("new", ("break",)),
        "H-1": ("answered", ("mend",)),
        "H-2": ("still-there", ()),
    }


def test_an_operation_that_names_a_finding_and_leaves_it_is_told_with_it(folder: Path) -> None:
    findings = check_after(folder / "dossier.yaml", only=["dangling-reference"]).findings
    name = next(f.finding.id for f in findings if f.finding.said["words"] == "статье 8")
    (folder / "spec.yaml").write_text(SPEC % name, encoding="utf-8")
    assert _told(folder)["статье 8"] == ("still-there", ("mend",))


def _outcomes_of(folder: Path, operations: str, only: list[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    head = SPEC[: SPEC.index("      - id: mend")]
    (folder / "spec.yaml").write_text(head + operations, encoding="utf-8")
    findings = check_after(folder / "dossier.yaml", only=only).findings
    return {
        f.finding.evidence[0].quote if f.finding.evidence else "": (f.outcome, f.operations) for f in findings
    }


def test_a_fault_of_which_only_the_words_around_it_changed_is_still_there_under_its_id(folder: Path) -> None:
    before = {f.finding.id for f in check_dossier(folder, only=["dangling-reference"]).findings}
    told = _outcomes_of(
        folder,
        "      - {id: turn, replace: пункт 2 статьи 1, with: '2. В случаях статьи 8 допускается отказ.'}\n",
        ["dangling-reference"],
    )
    assert told == {"статьи 9": ("still-there", ()), "статьи 8": ("still-there", ())}
    after = {f.finding.id for f in check_after(folder, only=["dangling-reference"]).findings}
    assert after == before


def test_a_goal_is_not_served_because_its_words_moved(folder: Path) -> None:
    goal = "goals:\n  G1: {text: Единый порядок, document: law, at: пункт 1 статьи 2}\n"
    (folder / "dossier.yaml").write_text(f"{DOSSIER}{goal}specs: [spec.yaml]\n", encoding="utf-8")
    told = _outcomes_of(
        folder, "      - {id: turn, move: пункт 1 статьи 2, after: пункт 3 статьи 1, as: '4'}\n", ["goal"]
    )
    assert list(told.values()) == [("still-there", ())]


def test_what_a_renumbering_leaves_behind_is_new_by_that_operation(folder: Path) -> None:
    told = _outcomes_of(folder, "      - {id: shift, renumber: статья 2, as: 2-1}\n", ["dangling-reference"])
    assert told["статьей 2"] == ("new", ("shift",))


def test_what_is_left_behind_is_told_once_and_by_the_amendment_that_is_missing(folder: Path) -> None:
    head = SPEC[: SPEC.index("      - id: mend")]
    operations = "      - {id: shift, renumber: статья 2, as: 2-1}\n"
    (folder / "spec.yaml").write_text(head + operations, encoding="utf-8")
    findings = check_after(folder, only=["dangling-reference", "consequential"]).findings
    new = [(f.check.name, f.finding.kind, f.operations) for f in findings if f.outcome == "new"]
    assert new == [("consequential", "own", ("shift",))]


def test_the_justification_of_the_table_says_which_finding_is_answered_and_what_became_of_it(
    folder: Path,
) -> None:
    checked = check_after(folder / "dossier.yaml", only=["dangling-reference", "by-hand"])
    name = next(f.finding.id for f in checked.findings if f.finding.said.get("words") == "статьи 9")
    (folder / "spec.yaml").write_text(SPEC % f"{name}, H-1", encoding="utf-8")
    checked = check_after(folder / "dossier.yaml", only=["dangling-reference", "by-hand"])
    write_findings(replace(checked, language="ru"), folder / "findings.json")
    asked = {"only": ["table"], "formats": ["csv"]}
    build_package(
        folder / "spec.yaml", folder / "out", answers=read_answers([folder / "findings.json"]), **asked
    )
    (table,) = (folder / "out").glob("*.csv")
    text = table.read_text(encoding="utf-8-sig")
    assert (
        f"По несоответствию {name}: «статьи 9»: в указанном акте нет: статья 9 (устранено изменениями)."
        in text
    )
    assert "По несоответствию H-1: Форма не опубликована (учтено изменениями" in text
    assert answers_of(checked.findings, ["ru"]) == read_answers([folder / "findings.json"])


def test_a_file_that_holds_no_findings_is_told(folder: Path) -> None:
    with pytest.raises(DossierError) as caught:
        read_answers([folder / "spec.yaml"])
    assert caught.value.slug == "findings-unreadable"


def test_a_dossier_without_a_spec_or_with_two_for_one_act_is_refused(folder: Path) -> None:
    (folder / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    with pytest.raises(DossierError, match="names no spec") as caught:
        check_after(folder / "dossier.yaml")
    assert caught.value.slug == "spec-missing"
    (folder / "second.yaml").write_text(SPEC % "H-1", encoding="utf-8")
    (folder / "dossier.yaml").write_text(DOSSIER + "specs: [spec.yaml, second.yaml]\n", encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        check_after(folder / "dossier.yaml")
    assert caught.value.slug == "amended-twice"


BASED = """dossier: 1
jurisdiction: kz
language: ru
documents:
  law: {file: {ru: law.xml}, level: law}
  rules: {file: {ru: rules.xml}, level: ministerial-order}
specs: [spec.yaml]
"""
LEFT_TO_RULES = """Закон О миграции населения

Статья 1. Учет

1. Порядок учета уведомлений определяется правилами, утверждаемыми Министерством труда.

2. Визы выдаются в порядке, определяемом Правительством.
"""
BASIS = 'В соответствии с пунктом 1 статьи 1 Закона Республики Казахстан "О миграции населения"'
RULES = """Приказ Министра труда

Об утверждении Правил учета уведомлений

В целях учета ПРИКАЗЫВАЮ утвердить Правила учета уведомлений.

1. Учет ведется.
"""


def test_a_norm_that_lacked_its_by_law_before_does_not_lack_it_by_the_package(tmp_path: Path) -> None:
    for name, text in (("law", LEFT_TO_RULES), ("rules", RULES)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        act = import_act(tmp_path / f"{name}.txt", jurisdiction="kz", language="ru").act
        (tmp_path / f"{name}.xml").write_bytes(act.to_bytes())
    (tmp_path / "dossier.yaml").write_text(BASED, encoding="utf-8")
    spec = SPEC[: SPEC.index("amendments:")].replace("law: law.xml", "rules: rules.xml") + (
        "amendments:\n  - act: rules\n    operations:\n"
        f"      - {{id: basis, substitute: В целях учета, with: '{BASIS}', in: act / preamble}}\n"
    )
    (tmp_path / "spec.yaml").write_text(spec, encoding="utf-8")
    told = check_after(tmp_path, only=["delegation"], everything=True).findings
    assert [(f.finding.kind, f.outcome) for f in told] == [
        ("no-ground", "resolved"), ("no-by-law", "still-there"),
    ]  # fmt: skip
    assert "no-by-law" not in [f.finding.kind for f in check_after(tmp_path).findings]
