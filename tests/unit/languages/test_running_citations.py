"""Citations found in the sentences of a law."""

from __future__ import annotations

import pytest

from redline.languages import get_pack
from redline.languages.running import Mention

EN = get_pack("en")


def found(text: str) -> list[str]:
    """The citations of a text as they stand in it."""
    return [text[mention.start : mention.end] for mention in mentions(text)]


def mentions(text: str) -> list[Mention]:
    assert EN is not None
    return list(EN.find_citations(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the body under paragraph 4 of Article 12 decides", ["paragraph 4 of Article 12"]),
        ("Articles 5 to 8 and 10. Section 7 applies.", ["Articles 5 to 8 and 10", "Section 7"]),
        ("as section 12(1)(b)(ii) or (iii) says", ["section 12(1)(b)(ii) or (iii)"]),
        ("points 1), 2) and 4) of paragraph 3", ["points 1), 2) and 4) of paragraph 3"]),
        ("Chapter II. Part III begins", ["Chapter II", "Part III"]),
        ("see § 1-204.04(a)(1), or s. 5", ["§ 1-204.04(a)(1), or s. 5"]),
        ("subsection (a) or a person", ["subsection (a)"]),
        ("under Article 5, 2 persons may", ["Article 5"]),
    ],
)
def test_citations_are_found_as_far_as_they_reach(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of the Labour Law applies",
        "Articles 4 and 5 thereof",
        "the Labour Code, Article 7",
        "under 8 U.S.C. § 1101",
        "Article 21(1) TFEU",
        "Regulation (EU) 2016/679",
        "Annex 1 to the Labour Law",
    ],
)
def test_citations_of_other_acts_are_left_out(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Article 7 of this Law", True),
        ("the Labour Law of 2015 and Article 7", False),
        ("Article 5 and Article 7 of the Labour Law", False),
        ("Article 5 and 7 persons", False),
        ("the Labour Law and Article 7 of this Law", True),
    ],
)
def test_a_mention_says_whether_it_is_sure_of_the_act(text: str, sure: bool) -> None:
    assert {mention.sure for mention in mentions(text)} == {sure}


def test_of_this_article_says_inside_what_the_paragraph_is() -> None:
    [mention] = mentions("paragraph 2 of this Article")
    assert (mention.within, mention.explicit) == (("article",), True)


def test_the_places_of_the_numbers_are_known() -> None:
    text = "Article 8, paragraph 1, point 7)"
    [mention] = mentions(text)
    steps = mention.citations[0].steps
    assert [text[step.start :].startswith(step.number or "-") for step in steps] == [True, True, True]


def test_a_number_that_begins_no_citation_in_kazakh_is_passed_over() -> None:
    """The number of a law begins as a citation does: the search goes on behind it, and comes to an end."""
    pack = get_pack("kk")
    assert pack is not None
    assert list(pack.find_citations("алып тасталды - ҚР 01.04.2019 № 240-VI Заңымен;")) == []
    (mention,) = pack.find_citations("ҚР 01.04.2019 № 240-VI, осы Заңның 5-бабында")
    assert mention.citations[0].steps[0].number == "5"
