"""Which words a comparison keeps, and where its hunks begin and end."""

from __future__ import annotations

import pytest

from redline.compare.words import word_hunks


def drawn(old: str, new: str) -> str:
    """The comparison as one line: `[-gone-]{+come+}`."""
    pieces: list[str] = []
    at = 0
    for hunk in word_hunks(old, new):
        gone, come = old[hunk.start : hunk.end], new[hunk.new_start : hunk.new_end]
        pieces += [old[at : hunk.start], f"[-{gone}-]" if gone else "", f"{{+{come}+}}" if come else ""]
        at = hunk.end
    return "".join([*pieces, old[at:]])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # A script that counts spaces and commas like words would give up "пешеходов" to keep two spaces.
        (
            "Для слепых пешеходов может быть включён сигнал",
            "Для пешеходов с нарушением зрения может быть включён сигнал",
            "Для[- слепых-] пешеходов{+ с нарушением зрения+} может быть включён сигнал",
        ),
        (
            "sells, buys or receives, respectively",
            "sells, buys, receives or",
            "sells, buys{+, receives+} or[- receives, respectively-]",
        ),
        (
            "within 30 days of receipt",
            "within 45 days of receipt",
            "within [-30-]{+45+} days of receipt",
        ),
        (
            "Act No. 2004/580 applies",
            "Act No. 2004/581 applies",
            "Act No. [-2004/580-]{+2004/581+} applies",
        ),
        ("the body; the court", "the body, the court", "the body[-;-]{+,+} the court"),
        ("a note F1 to 4 rules", "a note F4 to 4 rules", "a note [-F1-]{+F4+} to 4 rules"),
        ("", "New words.", "{+New words.+}"),
    ],
)
def test_as_few_words_as_can_be_are_marked(old: str, new: str, expected: str) -> None:
    assert drawn(old, new) == expected


def test_a_note_stays_where_it_is() -> None:
    assert (
        drawn("the old fee\ufffc is due", "the new fee\ufffc is due") == "the [-old-]{+new+} fee\ufffc is due"
    )
