"""Two processes read what one reads, also where one of them is killed or nothing can be kept."""

from __future__ import annotations

import multiprocessing
import os
import shutil
from pathlib import Path

import pytest

from redline.dossier import library, load_dossier
from redline.dossier.library import CACHE, ReviewedAct, read_documents
from redline.model.facts import Facts

LAW = "Закон О занятости\n\nСтатья 1. Учет\n\n1. Министерство ведет учет номер {n}.\n"


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four laws, which two processes read however short they are."""
    monkeypatch.setattr(library, "_WORTH_WORKERS", 0)
    names = ["a", "b", "c", "d"]
    for number, name in enumerate(names):
        (tmp_path / f"{name}.txt").write_text(LAW.format(n=number), encoding="utf-8")
    listed = ", ".join(f"{name}: {name}.txt" for name in names)
    text = f"dossier: 1\njurisdiction: kz\nlanguage: ru\ndocuments: {{{listed}}}\n"
    (tmp_path / "dossier.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def facts(folder: Path) -> list[Facts]:
    review = read_documents(load_dossier(folder), workers=2)
    assert review.errors == ()
    return [act.facts for act in review.acts]


def alone(folder: Path) -> list[Facts]:
    shutil.rmtree(folder / CACHE, ignore_errors=True)
    return [act.facts for act in read_documents(load_dossier(folder)).acts]


def is_killed(_: ReviewedAct) -> None:
    """What happens to a process that takes too much memory."""
    if multiprocessing.parent_process() is not None:
        os._exit(9)


def test_two_processes_read_what_one_reads(dossier: Path) -> None:
    together = facts(dossier)
    assert together == alone(dossier)
    assert [each.lines[-1].text for each in together] == [
        f"Министерство ведет учет номер {n}." for n in range(4)
    ]


def test_what_a_process_did_not_read_that_was_killed_is_read_by_the_first(dossier: Path) -> None:
    review = read_documents(load_dossier(dossier), workers=2, prepare=is_killed)
    assert review.errors == ()
    assert [act.facts for act in review.acts] == alone(dossier)


def test_where_nothing_can_be_kept_the_processes_hand_over_what_they_read(dossier: Path) -> None:
    (dossier / CACHE).write_text("a file where the folder would be", encoding="utf-8")
    together = facts(dossier)
    (dossier / CACHE).unlink()
    assert together == alone(dossier)


def test_a_file_that_cannot_be_read_is_an_error_at_its_line(dossier: Path) -> None:
    (dossier / "c.txt").write_bytes(b"%PDF-1.7")
    review = read_documents(load_dossier(dossier), workers=2)
    assert len(review.acts) == 3
    assert [(error.slug, error.at is not None and error.at.line) for error in review.errors] == [
        ("import-unreadable", 4)
    ]
