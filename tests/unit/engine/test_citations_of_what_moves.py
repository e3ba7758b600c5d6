"""`references: update` writes a new number only where the words surely name the same provision after it."""

from __future__ import annotations

import pytest

import redline

FRAME = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/><body>'
    "{}</body></act></akomaNtoso>"
)
RENUMBERED = "      - renumber: art 3 .. art 5\n        as: 9 .. 11\n"
SWAPPED = "      - renumber: art 3\n        as: 4\n      - renumber: art 4\n        as: 3\n"


def article(number: int, words: str) -> str:
    return (
        f'<article eId="art_{number}"><num>Article {number}.</num><heading>About {number}</heading>'
        f"<content><p>{words}</p></content></article>"
    )


def amended(words: str, operations: str, references: str = "update") -> tuple[str, list[str]]:
    """The words of Article 8 after the operations, and the notes."""
    act = FRAME.format("".join(article(n, words if n == 8 else "text") for n in range(1, 9)))
    spec = (
        f"redline: 1\nid: x\nlanguage: en\nreferences: {references}\nacts: {{a: a.xml}}\namendments:\n"
        f"  - act: a\n    operations:\n{operations}"
    )
    marked = redline.amend(redline.load_spec(spec, acts={"a": redline.load_act(act.encode())}))["a"]
    [block] = [p for p in marked.after().root.iter("{*}p") if "".join(p.itertext()) != "text"]
    return "".join(block.itertext()), [note for change in marked.changes() for note in change.notes]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("under Articles 3, 4.", "under Articles 9, 10."),
        ("under Articles 3, 4, 5.", "under Articles 9, 10, 11."),
        ("Articles 3,4 apply", "Articles 9,10 apply"),
        ("Articles 3 to 5 apply", "Articles 9 to 11 apply"),
        ("Article 3(9) applies", "Article 9(9) applies"),
        ("paragraph 9 of Article 3", "paragraph 9 of Article 9"),
        ("Article 2(9), Article 3(1) and Article 3", "Article 2(9), Article 9(1) and Article 9"),
    ],
)
def test_every_number_that_names_what_moved_is_written_anew(words: str, expected: str) -> None:
    assert amended(words, RENUMBERED)[0] == expected


@pytest.mark.parametrize(
    "words",
    [
        "Articles 3 to 5, except 4",
        "Article 3 bis",
        "Article 3 A",
        "the Labour Law of 2015 and Article 3",
        "Article 3 and 7 persons",
    ],
)
def test_what_leaves_a_doubt_is_reported_and_not_rewritten(words: str) -> None:
    text, notes = amended(words, RENUMBERED)
    assert text == words
    assert any("perhaps something else is meant" in note for note in notes)


@pytest.mark.parametrize("words", ["Article 3 of the Labour Law", "Articles 4 and 5 thereof"])
def test_citations_of_other_acts_are_left_alone(words: str) -> None:
    text, notes = amended(words, RENUMBERED)
    assert (text, notes) == (words, [])


def test_a_run_whose_numbers_do_not_rise_any_more_is_reported() -> None:
    text, notes = amended("Articles 3 to 5 apply", SWAPPED)
    assert text == "Articles 3 to 5 apply"
    assert any("“Articles 3 to 5”" in note for note in notes)


def test_leave_says_nothing_and_report_changes_nothing() -> None:
    assert amended("Article 3 applies", RENUMBERED, "leave") == ("Article 3 applies", [])
    text, notes = amended("Article 3 applies", RENUMBERED, "report")
    assert text == "Article 3 applies"
    assert notes == [
        "what is now article 9 is still cited by its old number or place in article 8 (“Article 3”)"
    ]
