"""The laws of the architecture page, on generated Acts and specs."""

from __future__ import annotations

import collections
import datetime
import math
import random
import re
from copy import deepcopy
from pathlib import Path
from typing import Any
from unittest import mock

import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

import redline
from redline.akn.marked import canonical
from redline.akn.marks import View
from redline.akn.projection import project
from redline.akn.ranges import flatten
from redline.akn.structure import number_of, text_blocks
from redline.akn.whole import WholeText
from redline.akn.xsd import schema_errors
from redline.compare.words import word_hunks
from redline.engine.engine import ActRun
from redline.engine.time import schedule
from redline.spec import dump_spec
from tests.findings import findings_added
from tests.property.generated import DATES, apart, packages, pairs

SETTINGS = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class _Dumper(yaml.SafeDumper):
    """Dates bare, as the language wants them."""


_Dumper.add_implicit_resolver("never", __import__("re").compile("$^"), ["\0"])


def as_yaml(spec: dict[str, Any]) -> str:
    text = yaml.safe_dump(spec, sort_keys=False, allow_unicode=True, width=10_000)
    for date in DATES:
        text = text.replace(f"'{date}'", date)
    return text


def load(act: redline.Act, spec: dict[str, Any]) -> redline.Spec:
    return redline.load_spec(as_yaml(spec), acts={"a": act})


def duplicates(root: Any) -> set[str]:
    counted = collections.Counter(e.get("eId") for e in root.iter(etree.Element) if e.get("eId"))
    return {identifier for identifier, count in counted.items() if count > 1}


META = (Path(__file__).parents[1] / "unit" / "akn" / "metadata" / "act.xml").read_text(encoding="utf-8")
META = META[META.index("<meta>") : META.index("</meta>") + len("</meta>")]


@SETTINGS
@given(packages())
def test_a_consolidated_act_has_no_finding_that_its_base_lacked(package: tuple[str, dict[str, Any]]) -> None:
    data, spec = package
    act = redline.load_act(re.sub(r"<meta>.*?</meta>", META, data, flags=re.DOTALL).encode())
    spec = {**spec, "date": datetime.date(2026, 3, 1), "enacted_as": {"uri": "/akn/xx/act/2026-06-01/77"}}
    try:
        marked = redline.amend(load(act, spec))["a"]
    except redline.AmendmentErrors:
        return
    added = findings_added(act, marked.after())
    # What is repealed may be referred to still, which is for `references:` to report or to update; how an
    # identifier is made is a note, which asks for nothing.
    let_pass = ("dangling-reference", "eid-convention")
    assert [finding for finding in added if not finding.startswith(let_pass)] == []


@SETTINGS
@given(packages())
def test_a_package_is_refused_as_a_whole_or_gives_both_texts(package: tuple[str, dict[str, Any]]) -> None:
    data, spec = package
    act = redline.load_act(data.encode())
    loaded = load(act, spec)
    assert not list(schema_errors(act))
    try:
        marked = redline.amend(loaded, assume=_assumed(loaded))["a"]
    except redline.AmendmentErrors as errors:
        assert all(error.do for error in errors.errors)
        assert act.to_bytes() == data.encode()
        return
    assert marked.before().to_bytes() == data.encode()
    after = marked.after()
    again = redline.load_act(after.to_bytes())
    assert b"redline" not in after.to_bytes()
    assert canonical(again.tree) == canonical(after.tree)
    assert duplicates(again.root) == set()
    assert [error.text for error in schema_errors(again)] == []
    assert _emptied(again.root) == []
    assert _misnamed(again.root) == []
    assert redline.amend(loaded, assume=_assumed(loaded))["a"].after().to_bytes() == after.to_bytes()
    for change in marked.changes():
        assert (
            not change.applied
            or change.places
            or change.notes
            or change.operation.verb in ("move", "replace")
        )


@SETTINGS
@given(packages())
def test_the_marked_act_reads_at_every_moment_as_it_is_printed_then(
    package: tuple[str, dict[str, Any]],
) -> None:
    data, spec = package
    act = redline.load_act(data.encode())
    try:
        marked = redline.amend(load(act, spec))["a"]
    except redline.AmendmentErrors:
        return
    for moment in range(len(marked.order) + 1):
        printed = deepcopy(marked.tree)
        project(printed.getroot(), marked.view(moment))
        read = WholeText(marked.root, marked.view(moment)).texts
        assert [t for t in read if t] == [t for t in WholeText(printed.getroot(), View({})).texts if t]


@SETTINGS
@given(packages(), st.sampled_from([1, 4, 30]))
def test_the_text_of_the_whole_act_is_kept_up_to_date(
    package: tuple[str, dict[str, Any]], large: int
) -> None:
    data, spec = package
    act = redline.load_act(data.encode())
    loaded = load(act, spec)
    scheduled, _ = schedule(loaded)
    run = ActRun(loaded, "a", act, scheduled)
    with mock.patch.multiple("redline.akn.whole", _LARGE=large, _PAGE=2):
        kept = WholeText(run.working.document, run.working.view(0))
        run.working._whole = kept
        for _ in run.steps():
            for moment in (math.inf, 0, len(run.working.order) - 1):
                view = run.working.view(moment)
                read = [flatten(block, view).text for block in text_blocks(run.working.document, view)]
                assert run.working.whole_text(view).texts == read


@SETTINGS
@given(packages())
def test_what_is_inserted_stands_in_the_law_word_for_word(package: tuple[str, dict[str, Any]]) -> None:
    data, spec = package
    items = spec["amendments"][0]["operations"]
    act = redline.load_act(data.encode())
    try:
        after = redline.amend(load(act, {**spec, "addressing": "base"}))["a"].after()
    except redline.AmendmentErrors:
        return
    texts = " ".join(WholeText(after.root, View({})).texts)
    for item in items:
        if "insert" in item and "commencement" not in item and "when" not in item:
            for words in _words_of(item["insert"]):
                assert words in texts


@SETTINGS
@given(apart(), st.randoms(use_true_random=False))
def test_operations_on_disjoint_provisions_commute(
    made: tuple[str, list[dict[str, Any]]], order: random.Random
) -> None:
    data, items = made
    act = redline.load_act(data.encode())
    alone = [item for item in items if _amended(act, [item]) is not None]
    # A spec without operations is refused.
    assume(alone)
    texts = set()
    for _ in range(3):
        order.shuffle(alone)
        texts.add(_amended(act, alone))
    assert len(texts) == 1
    assert None not in texts


def _words_of(content: str) -> list[str]:
    """The words of generated new text, line by line, without numbers, headings and bars."""
    return [
        line.partition("new")[1] + line.partition("new")[2].strip("| bc") for line in content.splitlines()
    ]


def _amended(act: redline.Act, items: list[dict[str, Any]]) -> bytes | None:
    """The consolidated Act, or None where the operations are refused."""
    entry = {"act": "a", "operations": items}
    spec = {"redline": 1, "id": "s", "acts": {"a": "a.xml"}, "amendments": [entry]}
    try:
        return redline.amend(load(act, spec))["a"].after().to_bytes()
    except redline.AmendmentErrors:
        return None


def _assumed(spec: redline.Spec) -> list[str]:
    """One of the two conditions that generated operations have, where any has it."""
    return ["assumed"] if any(operation.when == "assumed" for operation in spec.operations) else []


_SHORT = {"article": "art", "paragraph": "para", "point": "point", "chapter": "chp"}


def _misnamed(root: Any) -> list[str]:
    """Provisions whose identifier is not that of their place and number, though that is free."""
    used = {element.get("eId") for element in root.iter(etree.Element)}
    wrong = []
    for element in root.iter(*(f"{{*}}{name}" for name in _SHORT)):
        name = etree.QName(element).localname
        number = number_of(element, View({}))
        if not number or element.get("eId") is None:
            continue
        around = next((a.get("eId") for a in element.iterancestors() if a.get("eId")), None)
        prefix = f"{around}__" if around and name in ("paragraph", "point") else ""
        plain = f"{prefix}{_SHORT[name]}_{number}"
        if element.get("eId") != plain and plain not in used:
            wrong.append(f"{element.get('eId')} should be {plain}")
    return wrong


def _emptied(root: Any) -> list[str]:
    """Elements without content, which no generated Act has; cells may be empty."""
    return [
        etree.QName(element).localname
        for element in root.iter("{*}p", "{*}content", "{*}intro", "{*}wrapUp", "{*}heading", "{*}table")
        if not len(element) and not (element.text or "").strip()
        if etree.QName(element.getparent()).localname not in ("td", "th")
    ]


@SETTINGS
@given(packages())
def test_a_spec_survives_dump_and_load(package: tuple[str, dict[str, Any]]) -> None:
    data, spec = package
    act = redline.load_act(data.encode())
    dumped = dump_spec(load(act, spec))
    assert dump_spec(redline.load_spec(dumped, acts={"a": act})) == dumped


@settings(max_examples=400, deadline=None)
@given(
    st.text(alphabet="ab cd.,;\n\u00a0\ufffcя1-2", max_size=60),
    st.text(alphabet="ab cd.,;\n\ufffcя1-2", max_size=60),
)
def test_the_hunks_of_two_texts_turn_the_one_into_the_other(old: str, new: str) -> None:
    result, at = "", 0
    for hunk in word_hunks(old, new):
        assert hunk.start >= at
        result += old[at : hunk.start] + new[hunk.new_start : hunk.new_end]
        at = hunk.end
    assert result + old[at:] == new


def _words_or_errors(act: redline.Act, items: list[dict[str, Any]]) -> list[str] | set[str]:
    """The words of the Act after operations of one date, block by block; or the slugs of the errors."""
    spec = {
        "redline": 1,
        "id": "generated",
        "jurisdiction": "generic",
        "acts": {"a": "a.xml"},
        "amendments": [{"act": "a", "operations": items}],
    }
    try:
        root = redline.amend(load(act, spec))["a"].after().root
    except redline.AmendmentErrors as failed:
        return {error.slug for error in failed.errors}
    texts: list[str] = []
    for element in root.iter(etree.Element):
        texts += [
            etree.QName(element).localname,
            *(element.text or "").split(),
            *(element.tail or "").split(),
        ]
    return texts


_ADDRESSES = {"address-ambiguous", "address-not-found"}


def _puts(item: dict[str, Any]) -> bool:
    return not {"insert", "add", "move"}.isdisjoint(item)


@SETTINGS
@given(pairs())
def test_two_operations_of_one_date_have_one_text_in_either_order(
    pair: tuple[str, list[dict[str, Any]]],
) -> None:
    """What two of them put at one place stands in file order; an address may no longer fit after the first."""
    source, items = pair
    act = redline.load_act(source.encode())
    one, other = _words_or_errors(act, items), _words_or_errors(act, items[::-1])
    if isinstance(one, list) and isinstance(other, list):
        if all(map(_puts, items)):
            one, other = sorted("".join(one)), sorted("".join(other))
        assert one == other
    elif not any(isinstance(found, set) and found & _ADDRESSES for found in (one, other)):
        assert isinstance(one, set), other
        assert isinstance(other, set), one
