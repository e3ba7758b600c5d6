"""Whatever is done to a law on one date, the words that no operation takes stay, each once and in their order.

Every block of the Act has a word of its own, and so has everything new; each operation says which of them it
takes and which it brings. What two operations make of each other is either refused or the sum of both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import redline

ACT = """
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body>
<chapter eId="chp_1"><num>Chapter 1.</num><heading>w10</heading>
<article eId="art_1"><num>Article 1.</num><heading>w11</heading>
<content><p>The w12 is <b>w13</b>. It is w14.</p></content></article>
<article eId="art_2"><num>Article 2.</num><heading>w20</heading>
<paragraph eId="art_2__para_1"><num>1.</num><content><p>The w21 is w22. It is w23.</p><p>Further w24.</p></content>
</paragraph>
<paragraph eId="art_2__para_2"><num>2.</num><intro><p>The w25 holds:</p></intro>
<point eId="art_2__para_2__point_1"><num>1)</num><content><p>the w26;</p></content></point>
<point eId="art_2__para_2__point_2"><num>2)</num><content><p>the w27.</p></content></point>
<wrapUp><p>All are w28.</p></wrapUp></paragraph>
</article></chapter>
<chapter eId="chp_2"><num>Chapter 2.</num><heading>w30</heading>
<crossHeading>w31</crossHeading>
<article eId="art_3"><num>Article 3.</num><heading>w32</heading><content><p>The w33 is paid.</p>
<table><tr><td><p>w34</p></td><td><p>w35</p></td></tr><tr><td><p>w36</p></td><td><p>w37</p></td></tr></table>
</content></article>
<article eId="art_4"><num>Article 4.</num><heading>w40</heading>
<paragraph eId="art_4__para_1"><num>1.</num><content><p>Only w41 stands here.</p></content></paragraph></article>
</chapter></body></act></akomaNtoso>
"""
WORDS = [int(word) for word in re.findall(r"w(\d+)", ACT)]


@dataclass(frozen=True)
class Deed:
    """An operation: what it takes away (words from–to of the Act), and whether it brings a word, or moves any."""

    spec: str
    takes: tuple[tuple[int, int], ...] = ()
    brings: bool = False
    moves: tuple[int, int] | None = None


# `NEW` stands for a word of its own; numbers and headings of new provisions are made of the operation's place.
DEEDS = (
    *(
        Deed(f"{{repeal: {place}, leave: {leave}}}", (span,))
        for place, span in (
            ("chapter 1", (10, 28)),
            ("art_1", (11, 14)),
            ("art_2", (20, 28)),
            ("art_2__para_1", (21, 24)),
            ("art_2__para_2", (25, 28)),
            ("art_2__para_2__point_2", (27, 27)),
            ("art_4__para_1", (41, 41)),
        )
        for leave in ("nothing", "note", "number")
        if not (place == "chapter 1" and leave == "number")
    ),
    *(
        Deed(f"{{repeal: {place}}}", (span,))
        for place, span in (
            ("art_1 / sentence 1", (12, 13)),
            ("art_1 / sentence 2", (14, 14)),
            ("art_2__para_1 / block 1", (21, 23)),
            ("art_2__para_1 / block 2", (24, 24)),
            ("art_2__para_2 / wrap", (28, 28)),
            ("art_3 / crossheading", (31, 31)),
            ("art_3 / table 1 / row 2", (36, 37)),
        )
    ),
    Deed("{replace: art_2__para_1, with: 1. The NEW.}", ((21, 24),), brings=True),
    Deed("{replace: art_2__para_2, with: 2. The NEW.}", ((25, 28),), brings=True),
    Deed("{replace: art_1 / text, with: The NEW.}", ((12, 14),), brings=True),
    Deed("{replace: art_3 / table 1 / row 1, with: '| NEW | x |'}", ((34, 35),), brings=True),
    *(
        Deed(f"{{substitute: w{word}, with: NEW, in: {place}}}", ((word, word),), brings=True)
        for word, place in ((13, "art_1"), (23, "art_2"), (28, "art_2"), (37, "art_3"))
    ),
    *(
        Deed(f"{{add: NEW, after: w{word}, in: {place}}}", brings=True)
        for word, place in ((12, "art_1"), (22, "art_2"), (26, "art_2"))
    ),
    *(
        Deed(f'{{insert: "{text}", {place}}}', brings=True)
        for text, place in (
            ("Article 7N. New\\nThe NEW.", "after: art_1"),
            ("Article 7N. New\\nThe NEW.", "into: chapter 1"),
            ("Article 7N. New\\nThe NEW.", "into: chapter 1, at: start"),
            ("Chapter 7N. New\\nArticle 8N. New\\nThe NEW.", "into: act"),
            ("7N. The NEW.", "before: art_2__para_1"),
            ("7N. The NEW.", "into: art_4"),
            ("7N) the NEW;", "into: art_2__para_2"),
            ("7N) the NEW;", "into: art_2__para_1"),
            ("The NEW.", "into: art_1"),
            ("The NEW.", "before: art_2__para_1 / block 2"),
            ("The NEW.", "after: art_1 / sentence 1"),
            ("| NEW | x |", "after: art_3 / table 1 / row 1"),
        )
    ),
    Deed("{retitle: art_2, as: Title NEW}", ((20, 20),), brings=True),
    Deed("{renumber: art_2__para_2, as: 6N}"),
    Deed("{designate: art_1, as: 1.}"),
    Deed("{designate: art_2__para_1, as: 1)}"),
    Deed("{enclose: art_1, as: Section N. New}"),
    Deed("{enclose: art_1 .. art_2, as: Section N. New}"),
    Deed("{enclose: art_3 .. art_4, as: Section N. New}"),
    Deed("{split: art_1, before: It, as: [1, 1-1]}"),
    Deed("{split: art_2__para_1, before: Further, as: [1, 1-1]}"),
    Deed("{split: art_2__para_2, before: All, as: [2, 2-1]}"),
    Deed("{join: [art_2__para_2__point_1, art_2__para_2__point_2], as: 1}"),
    Deed("{join: [art_2__para_1, art_2__para_2], as: 1}"),
    Deed("{join: [art_3, art_4], as: 3}", ((40, 40),)),
    Deed("{move: art_1, after: art_4}", moves=(11, 14)),
    Deed("{move: art_4__para_1, into: art_2, as: 5N}", moves=(41, 41)),
    Deed("{move: art_2__para_2__point_1, into: art_2__para_1}", moves=(26, 26)),
)


def _spec(deeds: list[tuple[int, Deed]], profile: str) -> str:
    operations = [deed.spec.replace("NEW", f"n{n}n").replace("N", str(n)) for n, deed in deeds]
    entry = {"act": "a", "operations": [yaml.safe_load(one) for one in operations]}
    spec = {"redline": 1, "id": "s", "jurisdiction": profile, "language": "en", "acts": {"a": "a.xml"}}
    return yaml.safe_dump({**spec, "amendments": [entry]}, sort_keys=False, width=10_000)


def _law(deeds: list[tuple[int, Deed]], profile: str) -> str | None:
    """The words of the law with these operations; None where they are refused."""
    act = redline.load_act(ACT.encode())
    try:
        marked = redline.amend(redline.load_spec(_spec(deeds, profile), acts={"a": act}))["a"]
    except redline.AmendmentErrors:
        return None
    return " ".join(str(text) for text in marked.after().root.itertext())


def _within(word: int, span: tuple[int, int] | None) -> bool:
    return span is not None and span[0] <= word <= span[1]


def _checked(deeds: list[tuple[int, Deed]], law: str) -> None:
    found = [int(word) for word in re.findall(r"w(\d+)", law)]
    taken = {w for w in WORDS if any(_within(w, span) for _, deed in deeds for span in deed.takes)}
    moved = {w for w in WORDS if any(_within(w, deed.moves) for _, deed in deeds)}
    # What is moved out of something that goes is no part of it any more.
    assert [w for w in found if w not in moved] == [w for w in WORDS if w not in taken | moved]
    assert sorted(w for w in found if w in moved and w not in taken) == sorted(moved - taken)
    assert len(set(found)) == len(found)
    for n, deed in deeds:
        assert len(re.findall(rf"n{n}n", law)) == deed.brings


@pytest.mark.parametrize("profile", ["kz", "generic"])
@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.spec)
def test_an_operation_takes_what_it_names_and_nothing_else(deed: Deed, profile: str) -> None:
    law = _law([(1, deed)], profile)
    assert law is not None
    _checked([(1, deed)], law)


@pytest.mark.parametrize("first", DEEDS, ids=lambda deed: deed.spec)
def test_two_operations_of_one_date_take_what_each_of_them_names(first: Deed) -> None:
    for second in DEEDS:
        pair = [(1, first), (2, second)]
        law = None if second is first else _law(pair, "kz")
        if law is not None:
            _checked(pair, law)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(DEEDS), min_size=3, max_size=5, unique=True), st.sampled_from(["kz", "generic"])
)
def test_several_operations_of_one_date_take_what_each_of_them_names(deeds: list[Deed], profile: str) -> None:
    numbered = list(enumerate(deeds, 1))
    law = _law(numbered, profile)
    assume(law is not None)
    assert law is not None
    _checked(numbered, law)
