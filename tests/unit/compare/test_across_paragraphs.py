"""What two texts of several paragraphs have in common."""

from __future__ import annotations

import pytest

from redline.compare.across_paragraphs import BREAK, kept_across
from redline.compare.likeness import is_part


def kept(old: str, new: str) -> str:
    """What stays of paragraphs that are divided by bars."""
    before, after = (text.replace("|", BREAK) + BREAK for text in (old, new))
    pieces = kept_across(before, after)
    for piece in pieces:
        assert before[piece.start : piece.end] == after[piece.new_start : piece.new_end]
    return "…".join(before[piece.start : piece.end] for piece in pieces).replace(BREAK, "|")


@pytest.mark.parametrize(
    ("old", "new", "stays"),
    [
        (
            "Nets are tagged and boats are green.",
            "Nets are tagged|and boats are green.",
            "Nets are tagged…and boats are green.…|",
        ),
        # Of paragraphs that have little in common the few common words do not stay.
        ("The owner of a boat tells of the catch at night.", "Fees of the board are due.", ""),
        # Many words in a row stay also where one of the paragraphs is much longer.
        (
            "Every fisherman of the lake keeps a book.",
            "In the month of May, and where the board so decides also in June, with the consent of the owner of the "
            "shore and after notice to the warden every fisherman of the lake keeps a book.",
            " fisherman of the lake keeps a book.|",
        ),
        ("Rods need no tag.", "Oars float.", ""),
    ],
)
def test_words_stay_of_paragraphs_that_belong_together(old: str, new: str, stays: str) -> None:
    assert kept(old, new).replace("…", "") == stays.replace("…", "")


def test_the_first_words_of_a_paragraph_stay_with_the_rest_of_it() -> None:
    rest = "keeps a book within the time set, the warden signs it, and shows it to whom the board names"
    new = (
        "If a fisherman holds several, each of some other kind or for some other lake, no fee is asked of him"
    )
    stays = kept(
        f"Boats are green.|If a fisherman {rest}.", f"Boats are green.|{new}.|If a fisherman {rest}, or else."
    )
    assert f"If a fisherman {rest}" in stays.replace("…", "")


def test_a_text_that_only_got_words_is_part_of_the_new_one() -> None:
    assert is_part(
        "The data are kept for ten years.", "The data of points 1 and 2 are kept for ten years; others not."
    )
    assert not is_part("weed the garden", "cut the trees and report every year to the owner")
