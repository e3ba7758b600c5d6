"""2,383 instructions of the D.C. Council's own drafters, replayed: the official text, and both
projections.
"""

from __future__ import annotations

import collections
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import redline
from redline.akn.marked import MarkedAct, canonical

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
UNITS = {
    AKN + n
    for n in [
        "section",
        "subsection",
        "paragraph",
        "subparagraph",
        "clause",
        "subclause",
        "point",
        "indent",
        "alinea",
    ]
}


def squeeze(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def words(element: Any) -> str:
    return squeeze("".join(element.itertext()))


def rows(unit: Any, path: str = "") -> list[list[str]]:
    num = unit.find(AKN + "num")
    path = (path + "|" if path else "") + (words(num) if num is not None else "")
    found: list[list[str]] = []
    for child in unit:
        if child.tag == AKN + "heading" and words(child):
            found.append([path, "heading", words(child)])
        elif child.tag in (AKN + "intro", AKN + "content", AKN + "wrapUp"):
            found += [[path, "text", words(block)] for block in child if words(block)]
        elif child.tag in UNITS:
            found += rows(child, path)
    return found or [[path, "empty", ""]]


def cases(corpus: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(corpus / "dc" / name, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def amend(base: str, spec: str) -> MarkedAct:
    act = redline.load_act(base.encode())
    return redline.amend(redline.load_spec(spec, acts={"code": act}))["code"]


def official(case: dict[str, Any]) -> list[list[str]]:
    return [[path, kind, squeeze(text)] for path, kind, text in case["after"]]


@pytest.mark.parametrize("name", ["cases.jsonl.gz", "more.jsonl.gz"])
def test_every_official_instruction_gives_the_official_text_and_its_rejection_the_base(
    corpus: Path, name: str
) -> None:
    wrong: list[str] = []
    for case in cases(corpus, name):
        marked = amend(case["base"], case["spec"])
        tree = etree.fromstring(marked.after().to_bytes())
        if rows(next(tree.iter(AKN + "section"))) != official(case):
            wrong.append(case["id"])
        # before() compares the rejected tree with the input itself and fails on any difference.
        assert marked.before().to_bytes() == case["base"].encode()
        assert canonical(etree.fromstring(marked.after().to_bytes())) == canonical(marked.after().tree)
    assert wrong == []


def test_with_base_addressing_an_instruction_is_exact_or_refused_but_never_wrong(corpus: Path) -> None:
    tally: collections.Counter[str] = collections.Counter()
    for case in cases(corpus, "cases.jsonl.gz"):
        spec = case["spec"].replace("addressing: current\n", "", 1)
        try:
            marked = amend(case["base"], spec)
        except redline.AmendmentErrors:
            tally["refused"] += 1
            continue
        got = rows(next(etree.fromstring(marked.after().to_bytes()).iter(AKN + "section")))
        tally["exact" if got == official(case) else "wrong"] += 1
        marked.before()
    assert tally["wrong"] == 0
    assert tally["exact"] >= 735


def test_an_instruction_that_names_what_is_not_there_is_refused_with_a_next_step(corpus: Path) -> None:
    for case in cases(corpus, "refuse.jsonl.gz"):
        with pytest.raises(redline.AmendmentErrors) as caught:
            amend(case["base"], case["spec"])
        assert all(error.do and error.at for error in caught.value.errors)
