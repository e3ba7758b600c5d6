"""What the citations in an Act's own words mean, by where they stand."""

from __future__ import annotations

import pytest

import redline
from redline.addresses.mentions import citations_in
from redline.addresses.numbered import NumberedUnits
from redline.akn.ranges import flatten
from redline.akn.working import WorkingAct
from redline.languages import get_pack


def cited(words: str) -> list[str | None]:
    """The provisions that words in point 1) of paragraph 2 of article 5 cite."""
    act = redline.load_act(
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body>'
        '<article eId="art_5"><num>Статья 5.</num>'
        '<paragraph eId="p1"><num>1.</num><content><p>Слово.</p></content></paragraph>'
        '<paragraph eId="p2"><num>2.</num><intro><p>Список:</p></intro>'
        f'<point eId="p2-1"><num>1)</num><content><p id="here">{words}</p></content></point>'
        '<point eId="p2-2"><num>2)</num><content><p>Другое.</p></content></point></paragraph>'
        "</article></body></act></akomaNtoso>".encode()
    )
    working = WorkingAct(act)
    view = working.view()
    (block,) = [p for p in working.document.iter("{*}p") if p.get("id") == "here"]
    found = citations_in(flatten(block, view), NumberedUnits(working, view), get_pack("ru"))
    return [each.target.get("eId") for each in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("по правилам подпункта 2) настоящего пункта;", ["p2-2"]),
        ("по правилам пункта 1 настоящей статьи;", ["p1"]),
        ("в соответствии с подпунктом 2) пункта 2, подпунктом 1) пункта 2 статьи 5;", ["p2-2", "p2-1"]),
    ],
)
def test_this_paragraph_is_the_paragraph_and_not_the_point_in_it(words: str, expected: list[str]) -> None:
    assert cited(words) == expected
