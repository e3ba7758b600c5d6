"""Where words occur in a text, and why words that look like those of the law are not there."""

from __future__ import annotations

import pytest

from redline.akn.alike import differences, longer_word, nearest
from redline.akn.find import occurrences


@pytest.mark.parametrize(
    "text", ["15", "51", "1,500", "5.1", "5-1", "5A", "5 000", "12 005", "A5", "1-5", "5a)"]
)
def test_digits_are_not_found_inside_a_longer_number(text: str) -> None:
    assert occurrences("5", f"of {text} units") == []


@pytest.mark.parametrize(
    "text", ["5", "5.", "5, 6", "(5)", "5th", "5 days", "5 or 6", "§5", "5 – 6", "5%", "2015 5 permits"]
)
def test_digits_are_found_where_they_are_the_number(text: str) -> None:
    assert len(occurrences("5", f"of {text} units")) == 1


def test_a_number_in_groups_is_one_number() -> None:
    assert occurrences("10", "10 000 tenge") == []
    assert occurrences("000", "10 000 tenge") == []
    assert len(occurrences("10 000", "10\u00a0000 tenge")) == 1
    assert len(occurrences("2015", "in 2015 100 permits")) == 1


def test_what_stands_around_the_limits_still_tells_numbers_and_words() -> None:
    assert occurrences("5", "15", limits=(1, 2)) == []
    assert occurrences("term", "terms", whole=True, limits=(0, 4)) == []
    assert occurrences("term", "the term", limits=(4, 8)) == [(4, 8)]


@pytest.mark.parametrize(
    ("wanted", "there", "reasons"),
    [
        ('the "quota"', "the “quota”", ["quotation marks"]),
        ("the worker's", "the worker’s", ["apostrophes"]),
        ("quota - the", "quota – the", ["dashes"]),
        ("asa rule", "as a rule", ["space"]),
        ("The Мinistry", "The Ministry", ["look alike"]),
        ("the ministry", "the Ministry", ["capital"]),
        ("quota", "quo\u00adta", ["the Act has a soft hyphen"]),
        ("quo\u200bta", "quota", ["the spec has a zero-width space"]),
        ("елка", "ёлка", ["marks above"]),
        ("the «Quota»", "the “quota”", ["quotation marks", "capital"]),
    ],
)
def test_every_reason_why_words_are_not_there_is_named(wanted: str, there: str, reasons: list[str]) -> None:
    near = nearest(wanted, ["Something else.", f"In law {there} is fixed."])
    assert near == there
    found = differences(wanted, near)
    assert len(found) == len(reasons)
    assert all(reason in difference.why for reason, difference in zip(reasons, found, strict=True))
    assert all(difference.do for difference in found)


def test_what_the_search_passes_over_is_no_reason() -> None:
    assert differences("the Quota", "the quota", frozenset({"case"})) == []


def test_of_several_stretches_that_look_alike_the_one_with_the_fewest_differences_is_shown() -> None:
    assert nearest("The Мinistry", ["the ministry and The Ministry"]) == "The Ministry"


def test_an_unseen_sign_is_shown_in_a_form_that_can_be_typed() -> None:
    assert differences("quota", "quo\u00adta")[0].do == 'write it as "quo\\u00ADta"'


def test_the_longer_number_or_word_is_shown_whole() -> None:
    assert longer_word("of 10 000 tenge", 3, 5) == "10 000"
    assert longer_word("(re-export);", 4, 10) == "re-export"
