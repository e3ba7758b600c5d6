"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline.languages import split_sentences
from redline.languages.en import PACK


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in PACK.sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "See No. 5 of art. 7 and para. 3.",
        "The D.C. Council, e.g. Mr. J. Smith, applies it.",
        "The rate is 1.5 per cent.",
        "It means: (a) one; (b) two; and (c) three.",
        "Under D.C. Official Code § 1-204.04, it applies.",
        "Apply 5 U.S.C. § 552 and 124 Stat. 119.",
        "1. The register is kept by the authorised body.",
        "He asked for it (see sec. 5. of the order) in writing.",
        "no stop at the end",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    "expected",
    [
        ["The register is kept.", "It is public."],
        ['He said "Stop."', "Then he left."],
        ["(This is so.)", "That is not."],
        ["The “quota” is “free”.", "It is."],
        ["It is in D.C.", "The Mayor agrees."],
        ["See article 5.", "30 days apply."],
        ["What?", "Yes!", "So…", "Good."],
        ["It ends in 2026.", "“Quota” means a number."],
        ["The answer is no.", "The Mayor agrees."],
    ],
)
def test_a_sentence_ends_with_its_mark_and_closing_quotation(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_white_space_around_sentences_is_left_out() -> None:
    assert sentences("  One.\n\u00a0 Two.  ") == ["One.", "Two."]
    assert sentences(" \n ") == []


def test_languages_without_a_pack_are_split_at_plain_stops() -> None:
    text = "Laki on voimassa. Sitä sovelletaan, ks. 5 §. Se on uusi."
    start, end = split_sentences(text)[0]
    assert text[start:end] == "Laki on voimassa."


@given(st.text('aB. !?"”)1;\n', max_size=60))
def test_sentences_cover_everything_but_white_space_in_order(text: str) -> None:
    spans = PACK.sentences(text)
    place = 0
    for start, end in spans:
        assert place <= start < end
        assert not text[place:start].strip()
        assert text[start:end] == text[start:end].strip()
        place = end
    assert not text[place:].strip()
