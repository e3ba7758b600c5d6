"""What operations tell the drafter stands in Russian and Kazakh papers in their own language."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import redline
from redline.render.notes_said import said_note
from redline.render.notes_said_words import NOTES

GOLDEN = Path(__file__).parents[2] / "golden"
SPECS = sorted(each for each in GOLDEN.glob("*/spec.yaml") if not each.parent.name.startswith("error-"))


def notes_of(spec: Path) -> set[str]:
    """All notes and warnings of a package that can be applied."""
    try:
        package = redline.amend(redline.load_spec(spec))
    except redline.RedlineError:
        return set()
    told = {note for marked in package.values() for change in marked.changes() for note in change.notes}
    return told | {warning for marked in package.values() for warning in marked.warnings}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_note_that_an_operation_tells_is_said_in_the_language(language: str) -> None:
    notes = {note for spec in SPECS for note in notes_of(spec)}
    assert len(notes) > 60
    assert [note for note in sorted(notes) if not said_note(note, language)[1]] == []


@pytest.mark.parametrize(
    ("note", "russian", "kazakh"),
    [
        (
            "2 forms found: комиссия → агентство; комиссии → агентства (2 times)",
            "Найдено форм: 2: комиссия → агентство; комиссии → агентства (раз: 2)",
            "Табылған нысандар: 2: комиссия → агентство; комиссии → агентства (2 рет)",
        ),
        (
            "passed over words in пункт 1 статьи 37 that the replace at migration.yaml:569 changes",
            "Пропущены слова (пункт 1 статьи 37), которые изменяет операция replace (migration.yaml:569)",
            "Replace амалы (migration.yaml:569) өзгертетін сөздер өткізіп жіберілді (пункт 1 статьи 37)",
        ),
        (
            "3-1) stands between 1) and 2): is that meant?",
            "3-1) стоит между 1) и 2). Так и задумано?",
            "3-1) 1) мен 2) арасында тұр. Осылай болуы керек пе?",
        ),
    ],
)
def test_a_note_keeps_its_facts(note: str, russian: str, kazakh: str) -> None:
    assert said_note(note, "ru") == (russian, True)
    assert said_note(note, "kk") == (kazakh, True)
    assert said_note(note, "en") == (note, True)


def test_what_is_not_known_stays_english_and_says_so() -> None:
    assert said_note("something new", "ru") == ("something new", False)


@pytest.mark.parametrize("phrases", [False, True])
def test_both_languages_name_the_same_facts_as_the_pattern(phrases: bool) -> None:
    for pattern, *worded in NOTES[phrases]:
        groups = set(re.compile(pattern).groupindex)
        for words in worded:
            used = {name for _, name, _, _ in Formatter().parse(words) if name}
            assert used <= groups, words
        assert len({frozenset(n for _, n, _, _ in Formatter().parse(words) if n) for words in worded}) == 1
