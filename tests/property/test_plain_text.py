"""Plain text -> provisions -> plain text: the same lines, and where they are indented, the same structure."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from redline.drafting.layout import Layout
from redline.drafting.reader import read_text
from redline.errors import AmendmentError
from redline.jurisdictions import get_profile
from redline.model.source import Span
from redline.model.spec import Content
from redline.operations.content import unit_words

LETTERS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]
ROMAN = ["i", "ii", "iii", "iv", "v", "vi"]
FIGURES = [str(number) for number in range(1, 12)]
# The levels of three kinds of law: how numbers are printed, and which.
LAWS = {
    "generic": [("{}.", FIGURES), ("({})", LETTERS), ("({})", ROMAN), ("({})", [n.upper() for n in LETTERS])],
    "us-dc": [("({})", LETTERS), ("({})", FIGURES), ("({})", [n.upper() for n in LETTERS]), ("({})", ROMAN)],
    "kz": [("{}.", FIGURES), ("{})", FIGURES)],
}
ENDS = [".", ";", ",", ":", " and"]


@st.composite
def texts(draw: Any) -> tuple[str, list[tuple[int, str]]]:
    """A profile and lines with their depths: `(1, "(a) words;")`; numbers in order, lists begun at random."""
    profile = draw(st.sampled_from(sorted(LAWS)))
    lines: list[tuple[int, str]] = []
    _siblings(draw, LAWS[profile], 0, draw(st.integers(0, 8)), lines)
    return profile, lines


def _siblings(draw: Any, levels: Any, depth: int, start: int, lines: list[tuple[int, str]]) -> None:
    form, numbers = levels[depth]
    count = draw(st.integers(1, 3))
    for number in numbers[start : start + count]:
        words = draw(st.sampled_from(["the permit", "a fee of 10 units", "register (old)", "see (a) above"]))
        nested = depth + 1 < len(levels) and draw(st.integers(0, 2)) == 0
        end = draw(st.sampled_from(ENDS))
        lines.append((depth, f"{form.format(number)} {words}{end}"))
        if nested:
            _siblings(draw, levels, depth + 1, 0, lines)
            if draw(st.integers(0, 2)) == 0:
                lines.append(
                    (depth, draw(st.sampled_from(["and it is closed.", "It is closed.", "– closed;"])))
                )


def read(profile: str, text: str) -> list[etree._Element] | None:
    layout = Layout(namespace="", level="paragraph", profile=get_profile(profile), unit_words=unit_words())
    try:
        return read_text(Content("text", text, Span("spec.yaml", 1, 1, 1)), layout)
    except AmendmentError as error:
        assert error.slug == "content-ambiguous"
        assert sum(label.startswith("reading") for label, _ in error.about) >= 2
        return None


def printed(elements: list[etree._Element], depth: int = 0) -> list[tuple[int, str]]:
    """The lines again, each with the depth of the unit it belongs to."""
    lines: list[tuple[int, str]] = []
    for element in elements:
        number = element.findtext("num")
        for child in element:
            if child.tag == "num":
                continue
            if child.tag not in ("content", "intro", "wrapUp"):
                lines += printed([child], depth + 1)
                continue
            for block in child:
                words = "".join(block.itertext())
                lines.append((depth, f"{number} {words}" if number else words))
                number = None
        if number:
            lines.append((depth, number))
    return lines


@settings(max_examples=300, deadline=None)
@given(texts(), st.sampled_from([0, 1, 2, 4]))
def test_text_gives_the_same_lines_again(made: tuple[str, list[tuple[int, str]]], step: int) -> None:
    profile, lines = made
    found = read(profile, "\n".join(" " * step * depth + line for depth, line in lines))
    if found is None:
        return
    assert [line for _, line in printed(found)] == [line for _, line in lines]
    if step:
        assert printed(found) == lines
