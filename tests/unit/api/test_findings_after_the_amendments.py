"""`check --after`: what the package of a dossier resolves, leaves, and brings about."""

from __future__ import annotations

from pathlib import Path

import pytest

from redline.errors import DossierError
from redline.importers import import_act
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
