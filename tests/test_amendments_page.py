"""The page of amendments, held to the golden cases: every kind has one, and what is shown stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "amendments.md").read_text(encoding="utf-8")
GOLDEN = ROOT / "tests" / "golden"
KINDS = 71
LEFT_OUT = "# …"

_SHOWN = re.compile(
    r"```yaml\n(.*?)```\n\nCase: \[([a-z0-9-]+)\]\(\.\./tests/golden/([a-z0-9-]+)\)", re.DOTALL
)


@dataclass(frozen=True)
class Shown:
    """A spec that the page shows, and the golden case that it names."""

    kind: str
    case: str
    spec: str


def _sections() -> dict[str, str]:
    """Heading of each kind -> what the page says of it."""
    pieces = re.split(r"^##? (?!…)(.*)\n", PAGE, flags=re.MULTILINE)
    return {title: text for title, text in zip(pieces[1::2], pieces[2::2], strict=True) if title[0].isdigit()}


SECTIONS = _sections()
SHOWN = [
    Shown(title, case, spec) for title, text in SECTIONS.items() for spec, case, _ in _SHOWN.findall(text)
]


def _lines(text: str) -> list[str]:
    return dedent(text).strip("\n").splitlines()


def _stands_in(piece: list[str], spec: str) -> bool:
    """Whether lines stand in a spec one behind the other, at whatever depth."""
    whole = spec.splitlines()
    for start in range(len(whole) - len(piece) + 1):
        if _lines("\n".join(whole[start : start + len(piece)])) == piece:
            return True
    return False


def test_every_kind_has_its_section_in_order() -> None:
    assert [title.partition(".")[0] for title in SECTIONS] == [str(n) for n in range(1, KINDS + 1)]


@pytest.mark.parametrize("title", SECTIONS)
def test_a_kind_has_a_spec_and_a_golden_case(title: str) -> None:
    assert any(shown.kind == title for shown in SHOWN), (
        "show the spec between ```yaml and ```, and behind it: Case: [name](../tests/golden/name)"
    )
    assert SECTIONS[title].count("```yaml") == len(_SHOWN.findall(SECTIONS[title])), (
        "name the case behind each spec that is shown"
    )


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: f"{shown.kind.partition('.')[0]}-{shown.case}")
def test_what_the_page_shows_is_what_the_case_says(shown: Shown) -> None:
    spec = (GOLDEN / shown.case / "spec.yaml").read_text(encoding="utf-8")
    pieces = re.split(rf"^[ ]*{LEFT_OUT}\n", shown.spec, flags=re.MULTILINE)
    for piece in pieces:
        assert _stands_in(_lines(piece), spec), (
            f"copy the lines from tests/golden/{shown.case}/spec.yaml, and write {LEFT_OUT} where some are "
            f"left out; these are not there:\n{piece}"
        )
    whole = [line for piece in pieces for line in _lines(piece)]
    if len(pieces) == 1:
        assert len(whole) >= _operations(spec), f"write {LEFT_OUT} where operations of the case are left out"


def _operations(spec: str) -> int:
    """How many lines a case has under `operations:` and `effects:`."""
    amendments = spec[spec.index("\namendments:") :]
    return len(re.findall(r"^ {6,}\S", amendments, re.MULTILINE))


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: f"{shown.kind.partition('.')[0]}-{shown.case}")
def test_a_case_of_the_page_is_carried_out(shown: Shown) -> None:
    assert list((GOLDEN / shown.case / "expected").glob("*after.txt")), "a kind needs a case with a result"
