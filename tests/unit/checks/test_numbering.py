"""Numbers that are missing, given twice, or out of order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.checks.reviewing_texts import found_by, review_of


def _law(*points: str) -> str:
    return (
        "Статья 1. Учет\n\nВедется учет:\n\n"
        + "\n\n".join(f"{p} иностранцев;" for p in points)
        + "\n\nСтатья 2. Надзор\n\nНадзор есть.\n"
    )


@pytest.mark.parametrize(
    ("points", "kinds"),
    [
        (("1)", "2)", "2-1)", "2-2)", "3)"), []),
        (("1)", "2)", "4)"), ["gap"]),
        (("1)", "1-1)", "1-3)", "2)"), ["gap"]),
        (("1)", "2)", "2)", "3)"), ["twice"]),
    ],
)
def test_each_number_follows_the_one_before_it(
    tmp_path: Path, points: tuple[str, ...], kinds: list[str]
) -> None:
    found = found_by("numbering", review_of(tmp_path, {"law.ru": _law(*points)}))
    assert [f.kind for f in found] == kinds


def test_a_gap_that_a_note_explains_is_none(tmp_path: Path) -> None:
    text = (
        "Статья 1. Учет\n\nВедется учет.\n\n"
        "Сноска. Статьи 2 - 4 исключены Законом РК от 05.05.2003 № 408.\n\n"
        "Статья 5. Надзор\n\nНадзор есть.\n"
    )
    assert found_by("numbering", review_of(tmp_path, {"law.ru": text})) == []
    bare = text.replace("Статьи 2 - 4", "Статьи 2 - 3")
    (tmp_path / "bare").mkdir()
    found = found_by("numbering", review_of(tmp_path / "bare", {"law.ru": bare}))
    assert [f.kind for f in found] == ["gap"]
