"""The page of errors, held to the tests: every error on it is provoked by one of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redline.errors import SLUGS

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden"


def _of_golden_cases() -> set[str]:
    """The errors that golden cases show, whole messages that a drafter can read."""
    shown = [path.read_text(encoding="utf-8") for path in GOLDEN.glob("*/expected/errors.txt")]
    return set(re.findall(r"error\[([a-z-]+)\]", "".join(shown)))


def _of_other_tests() -> set[str]:
    """The errors that tests in Python name: `error[slug]`, or "slug" compared with that of an exception."""
    sources = [path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py") if path != Path(__file__)]
    found = re.findall(r"error\[([a-z-]+)\]|\"([a-z]+(?:-[a-z]+)+)\"", "".join(sources))
    return {slug for pair in found for slug in pair if slug}


PROVOKED = _of_golden_cases() | _of_other_tests()


@pytest.mark.parametrize("slug", sorted(SLUGS))
def test_an_error_is_provoked_by_a_test(slug: str) -> None:
    assert slug in PROVOKED, (
        f"provoke {slug}: add a golden case error-… whose spec is refused with it "
        "(or a unit test, where no spec can bring it about)"
    )


def test_a_golden_case_that_is_refused_says_so_in_its_name() -> None:
    refused = {path.parents[1].name for path in GOLDEN.glob("*/expected/errors.txt")}
    named = {path.name for path in GOLDEN.glob("error-*")}
    assert refused == named, "name a case error-… exactly where its spec is refused"
