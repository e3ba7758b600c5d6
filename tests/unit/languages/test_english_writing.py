"""Citations as English writes them, and that it reads what it writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline.languages.en import PACK
from redline.model.address import Part, PartKind, Step


def steps(*pairs: tuple[str, str | None]) -> tuple[Step, ...]:
    return tuple(Step(number, (element,) if element else ()) for element, number in pairs)


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (steps(("article", "5"), ("paragraph", "2"), ("point", "1")), "article 5, paragraph 2, point 1)"),
        (steps(("article", "5"), ("paragraph", "2"), ("point", "a")), "article 5, paragraph 2, point (a)"),
        (steps(("section", "12"), ("subsection", "1"), ("paragraph", "b")), "section 12(1)(b)"),
        (steps(("section", "1-204.04"), ("subsection", "a-1")), "section 1-204.04(a-1)"),
        (steps(("article", "5"), ("", "2")), "article 5(2)"),
        (steps(("attachment", "2"), ("paragraph", "3")), "annex 2, paragraph 3"),
        (steps(("attachment", None), ("section", "3")), "annex, section 3"),
        (steps(("chapter", "II"), ("article", "5")), "chapter II, article 5"),
        (steps(("resolves", "4")), "provision 4"),
    ],
)
def test_a_provision_is_cited_as_its_kind_of_law_does(cited: tuple[Step, ...], expected: str) -> None:
    assert PACK.write_citation(cited) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((Part("heading"),), "article 5 / heading"),
        ((Part("block", 3, "paragraph"),), "article 5 / paragraph 3"),
        ((Part("sentence", -1),), "article 5 / sentence last"),
        ((Part("definition", words="quota"),), 'article 5 / definition "quota"'),
        ((Part("definition", words='"quota"'),), 'article 5 / definition “"quota"”'),
        ((Part("quoted", words="art 5-1"), Part("text")), "article 5 / quoted art 5-1 / text"),
    ],
)
def test_parts_are_written_behind_slashes(parts: tuple[Part, ...], expected: str) -> None:
    assert PACK.write_citation(steps(("article", "5")), parts) == expected


def test_parts_of_the_act_name_the_act() -> None:
    assert PACK.write_citation((), (Part("short-title"),)) == "act / short title"
    assert PACK.write_citation((), (Part("toc"), Part("item", 2))) == "toc / item 2"
    assert PACK.write_citation(()) == "act"


ELEMENTS = """
    article section subsection paragraph subparagraph point item indent alinea clause subclause rule subrule
    part subpart chapter subchapter title subtitle division subdivision book tome list sublist level proviso
    recital attachment component transitional
"""
numbers = st.from_regex(
    r"[1-9][0-9]{0,2}[A-Z]?(-[1-9])?(\.0[1-9])?|[a-zA-Z]|[ivx]i{1,2}|[a-z]-[1-9]", fullmatch=True
)
written_steps = st.lists(
    st.builds(Step, numbers, st.sampled_from([(name,) for name in ELEMENTS.split()])), min_size=1, max_size=5
).map(tuple)
bare: list[PartKind] = ["heading", "num", "crossheading", "text", "intro", "wrap"]
counted: list[PartKind] = ["block", "part", "sentence", "definition", "item", "table", "row", "cell", "note"]
named: list[PartKind] = ["definition", "item", "row"]
words = st.text("abc \"'/8Жі", min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)
written_parts = st.lists(
    st.builds(Part, st.sampled_from(bare))
    | st.builds(Part, st.sampled_from(counted), st.integers(1, 99) | st.just(-1))
    | st.builds(Part, st.sampled_from(named), st.none(), words),
    max_size=3,
).map(tuple)


@given(written_steps, written_parts)
def test_what_is_written_is_read_back(cited: tuple[Step, ...], parts: tuple[Part, ...]) -> None:
    text = PACK.write_citation(cited, parts)
    found = PACK.read_citation(text)
    assert found is not None, text
    [citation] = found
    assert [step.number for step in citation.steps] == [step.number for step in cited]
    assert citation.parts == parts
    for read, written in zip(citation.steps, cited, strict=True):
        assert not read.units or written.units[0] in read.units


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_without_an_error(text: str) -> None:
    PACK.read_citation(text)
    PACK.read_parts(text)


TOKENS = """
    article articles section § §§ para point (a) (2) 5 5-1 7 and , to .. – of the first last sentence heading
    row / act "quota" block part II a annex no bis table in -
"""


@given(st.lists(st.sampled_from(TOKENS.split()), max_size=9).map(" ".join))
def test_any_mixture_of_citation_words_is_read_or_refused(text: str) -> None:
    for citation in PACK.read_citation(text) or ():
        assert citation.steps or citation.act
        assert not citation.upto or len(citation.upto) == len(citation.steps)
        assert not (citation.upto and citation.parts)
