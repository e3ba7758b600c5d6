"""A small dossier with a package that answers one of its findings."""

from __future__ import annotations

from pathlib import Path

from redline.importers import import_act
from redline.reviewing import check_dossier

LAW = """Закон О миграции населения

Статья 1. Учет

1. Учет ведется по правилам статьи 9 настоящего Закона.

2. Надзор есть, см. статью 12 настоящего Закона.

Статья 2. Сроки

Срок – год.
"""
RULES = """Правила учета

Глава 1. Заявление

1. Заявление подается по статье 1 Закона «О миграции населения».

2. Срок – месяц.

3. Отказ пишется.
"""
SPEC = """redline: 1
id: harmonisation
title: О внесении изменений
jurisdiction: kz
language: ru
date: 2026-03-01
commencement: 2026-07-01
acts: {law: law.xml}
amendments:
  - act: law
    because: Статьи 9 нет.
    operations:
      - id: op-reference
        substitute: статьи 9
        with: статьи 2
        in: art 1 para 1
        fixes: FINDING
"""
DOSSIER = """dossier: 1
title: {ru: Обзор, kk: Шолу}
jurisdiction: kz
language: ru
documents:
  law: {file: law.xml, title: О миграции населения, form: Закон, level: law, redaction: 2026-01-01}
  rules: {file: rules.txt, title: Правила учета, level: ministerial-order}
findings:
  H-1: {text: Форма не опубликована, document: rules, risk: high}
"""
REPORT = """report:
  date: 2026-11-01
  author: Рабочая группа
  summary: |
    Найдены **противоречия** <b>и</b> пробелы.

    - первое
    - второе
  method: method.md
"""


def make_review(folder: Path, more: str = REPORT, *, package: bool = True) -> Path:
    """The dossier; its package answers the reference to article 9, and not the one to article 12."""
    (folder / "law.txt").write_text(LAW, encoding="utf-8")
    act = import_act(folder / "law.txt", jurisdiction="kz", language="ru").act
    (folder / "law.xml").write_bytes(act.to_bytes())
    (folder / "rules.txt").write_text(RULES, encoding="utf-8")
    (folder / "method.md").write_text("Изучены тексты.\n\n# Пределы\n\nБез интервью.\n", encoding="utf-8")
    path = folder / "dossier.yaml"
    path.write_text(DOSSIER, encoding="utf-8")
    found = check_dossier(path, only=["dangling-reference"]).findings
    name = next(j.finding.id for j in found if "9" in j.finding.evidence[0].quote)
    (folder / "spec.yaml").write_text(SPEC.replace("FINDING", name), encoding="utf-8")
    path.write_text(DOSSIER + ("specs: [spec.yaml]\n" if package else "") + more, encoding="utf-8")
    return path
