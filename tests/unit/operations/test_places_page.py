"""The page of places says what the table of places says."""

from __future__ import annotations

from pathlib import Path

import pytest

from redline.operations.permitted import ALLOWED, Kind

PAGE = Path(__file__).parents[3] / "docs" / "places.md"
HEAD = """# What each verb can be aimed at

Whether an instruction is carried out follows from what its address names. This page is made from the table that the
program itself goes by (`redline/operations/permitted.py`); a place that a verb cannot take is refused with
[address-part](errors.md#address-part) and the next step.

"beside" is `before:` and `after:`, "words" is the `in:` of `substitute`, `add` and `omit`.

"""


def page() -> str:
    """The page as it should be."""
    roles = list(ALLOWED)
    lines = ["| | " + " | ".join(roles) + " |", "|---|" + ":-:|" * len(roles)]
    for kind in Kind:
        marks = ("✓" if kind in ALLOWED[role] else "" for role in roles)
        lines.append(f"| {kind.value} | " + " | ".join(marks) + " |")
    return HEAD + "\n".join(lines) + "\n"


def test_the_page_of_places_is_fresh(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--regenerate-golden"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "run: pytest tests/unit/operations --regenerate-golden"
