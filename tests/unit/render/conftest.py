"""A small package on two of the invented Acts."""

from __future__ import annotations

from pathlib import Path

import pytest

import redline

SPEC = """\
redline: 1
id: small-package
title: {en: "Amendments <small> & few"}
jurisdiction: kz
language: en
author: Migration Unit
date: 2026-03-01
commencement: 2026-07-01
acts:
  migration: acts/migration.xml
  labour: acts/labour.xml
amendments:
  - act: migration
    because: Titles & terms.
    fixes: [F-001]
    operations:
      - {id: title, retitle: act, as: On Migration, comment: shorter}
      - replace: art 2 para 2
        with: "2. If an international treaty lays down other rules than this Law, the rules of the treaty apply."
      - {repeal: art 3 point 5, commencement: {event: the day of the census}}
    effects:
      - {save: art 6, text: Pending cases go on.}
  - act: [migration, labour]
    operations:
      - {id: agency, substitute: Migration Committee, with: Migration Agency, times: all}
"""


@pytest.fixture(scope="session")
def package(fixtures: Path) -> redline.Amended:
    acts = {name: redline.load_act(fixtures / "acts" / f"{name}.xml") for name in ("migration", "labour")}
    return redline.amend(redline.load_spec(SPEC, acts=acts))


@pytest.fixture(scope="session")
def migration(fixtures: Path) -> redline.Act:
    return redline.load_act(fixtures / "acts" / "migration.xml")
