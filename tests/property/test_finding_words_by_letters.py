"""Words found letter by letter are the words that their pattern finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redline.akn.find import fold, occurrences, pattern_for

LETTERS = st.text(st.sampled_from(list('abÉ1.-,(\u00a0\u2009 \n“"')), max_size=12)


@given(
    words=LETTERS.filter(bool),
    before=LETTERS,
    between=LETTERS,
    behind=LETTERS,
    start=st.integers(0, 6),
    cut=st.integers(0, 6),
)
def test_every_way_of_searching_finds_the_same_places(
    words: str, before: str, between: str, behind: str, start: int, cut: int
) -> None:
    text = before + words + between + words + behind
    limits = (min(start, len(text)), max(len(text) - cut, 0))
    by_pattern = [match.span() for match in pattern_for(words).finditer(fold(text), limits[0])]
    assert occurrences(words, text, limits=limits) == [span for span in by_pattern if span[1] <= limits[1]]
