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
        "See Abs. 2, No. 5 and Art. 3 of the order.",
        "In the second sentence, the words “The fee is paid. It is not returned.” are replaced.",
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
        ["“The fee is paid.", "It is not returned.”"],
        ["The board may say “I agree.”", "The chair signs."],
        ["A mark “ that nobody closes.", "It opens nothing."],
    ],
)
def test_a_sentence_ends_with_its_mark_and_closing_quotation(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_white_space_around_sentences_is_left_out() -> None:
    assert sentences("  One.\n\u00a0 Two.  ") == ["One.", "Two."]
    assert sentences(" \n ") == []


def test_languages_without_a_pack_are_split_at_plain_stops() -> None:
    text = "Laki on voimassa. Sitä sovelletaan, ks. 5 §. Se on uusi."
    start, end = split_sentences(text, "fin")[0]
    assert text[start:end] == "Laki on voimassa."


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "deu",
            [
                "Das gilt nach § 5 Abs. 2 Satz 1 Nr. 3 Buchst. a nicht.",
                "Es tritt am 1. Januar 2027 in Kraft.",
            ],
        ),
        ("deu", ["Näheres regelt Art. 3 i. V. m. § 4.", "Die Behörde entscheidet."]),
        ("fra", ["Voir l'art. 3, al. 2 et le no. 5 de la loi.", "Elle entre en vigueur."]),
        ("spa", ["Según el art. 5, apdo. 2 y el núm. 3, no.", "La Ley entra en vigor."]),
        ("ita", ["Si applica l'art. 3, n. 2, lett. a del decreto.", "Entra in vigore."]),
        ("fin", ["Katso Art. 3 ja No. 5.", "Laki on voimassa."]),
    ],
)
def test_abbreviations_of_a_language_without_a_pack_end_no_sentence(
    language: str, expected: list[str]
) -> None:
    text = " ".join(expected)
    assert [text[start:end] for start, end in split_sentences(text, language)] == expected


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
