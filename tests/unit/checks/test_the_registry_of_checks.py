"""Every check says the same in three languages, and its page is up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redline.checks import CHECKS, Check
from redline.checks.page import checks_page

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_a_check_says_in_russian_and_kazakh_what_it_says_in_english(check: Check) -> None:
    english = check.texts["en"].messages
    assert set(check.texts) == {"en", "ru", "kk"}
    for text in check.texts.values():
        assert all((text.title, text.flags, text.why, text.example, text.do))
        assert set(text.messages) == set(english)
        for kind, message in text.messages.items():
            assert set(re.findall(r"{(\w+)}", message)) <= set(re.findall(r"{(\w+)}", english[kind])), kind


def test_the_page_on_the_checks_is_made_from_them() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert page == checks_page(), "python -m redline.checks.page > docs/checks.md"


def test_what_is_right_less_than_seven_times_out_of_ten_does_not_run_by_itself() -> None:
    for check in CHECKS:
        if check.judged is not None and check.judged[0] < 0.7 * check.judged[1]:
            assert not check.default
