"""The example package: its Acts are as they should be, and so is every version that is made of them."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

import redline
from redline.validate import findings_in

EXAMPLE = Path(__file__).resolve().parents[4] / "fixtures"


@pytest.mark.parametrize(
    "moment",
    [
        {},
        {"as_of": datetime.date(2026, 7, 1)},
        {"as_of": datetime.date(2027, 7, 1)},
        {"assume": ("digital-identity",)},
        {"published": datetime.date(2026, 6, 5)},
    ],
    ids=["as drafted", "first commencement", "a year later", "with a condition", "published"],
)
def test_no_version_of_the_example_has_a_finding(moment: dict[str, Any]) -> None:
    amended = redline.amend(redline.load_spec(EXAMPLE), **moment)
    for marked in amended.values():
        assert list(findings_in(marked.base)) == []
        assert list(findings_in(redline.load_act(marked.after().to_bytes()))) == []
