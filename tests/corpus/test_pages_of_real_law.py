"""HTML redlines of real law: each view says what the Act says, in the order in which it says it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import redline
from redline.akn.marked import MarkedAct
from redline.render.html_redline import render_html_redline
from tests.html_reading import base_and_consolidated, text_of_act
from tests.real_versions import amended_versions


def is_exact(marked: MarkedAct) -> bool:
    """Whether the views of the page say what the two Acts say. The renderer holds places and spaces against them too."""
    page = render_html_redline(marked).decode("utf-8")
    return base_and_consolidated(page) == (text_of_act(marked.base), text_of_act(marked.after()))


def test_pages_of_official_instructions_are_exact(corpus: Path) -> None:
    with gzip.open(corpus / "dc" / "cases.jsonl.gz", "rt", encoding="utf-8") as lines:
        cases = [json.loads(line) for line in lines]
    wrong = []
    for case in cases[::5]:
        act = redline.load_act(case["base"].encode())
        if not is_exact(redline.amend(redline.load_spec(case["spec"], acts={"code": act}))["code"]):
            wrong.append(case["id"])
    assert wrong == []


def test_pages_between_two_versions_of_a_law_are_exact(corpus: Path, tmp_path: Path) -> None:
    wrong = []
    for pair, amended in amended_versions(corpus, tmp_path, every=7):
        if not is_exact(amended["law"]):
            wrong.append(pair)
    assert wrong == []
