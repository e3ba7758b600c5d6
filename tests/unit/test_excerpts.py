"""The line that a message shows, and the mark under it: by what is seen, not by how many characters there are."""

from __future__ import annotations

import pytest

from redline.errors import SpecError, in_file_order
from redline.model.source import Span


def shown(line: str, column: int, length: int = 1) -> tuple[str, str]:
    at = Span("spec.yaml", 7, column, length)
    _, text, marks = str(SpecError("key-unknown", "x", do="y", at=at, excerpt=line)).splitlines()[1:4]
    return text.removeprefix("7 | "), marks.removeprefix("  | ")


@pytest.mark.parametrize(
    ("line", "column", "length", "marks"),
    [
        ("- omit: permit", 9, 6, "        ^^^^^^"),
        ("- omit: Қазақстан", 9, 9, "        ^^^^^^^^^"),  # Kazakh letters take one column each
        ("- omit: и\u0306 x", 12, 1, "          ^"),  # an accent of its own takes none
        ("- omit: 法律 x", 9, 2, "        ^^^^"),  # East Asian signs take two
        ("-\tomit: x", 9, 1, "        ^"),
        ("- omit:", 8, 1, "       ^"),  # behind the end of the line
    ],
)
def test_the_mark_stands_under_what_is_meant(line: str, column: int, length: int, marks: str) -> None:
    assert shown(line, column, length)[1] == marks


def test_a_long_line_is_cut_around_what_is_meant() -> None:
    line = "- omit: " + "a" * 300 + "WRONG" + "b" * 300
    text, marks = shown(line, line.index("WRONG") + 1, 5)
    assert len(text) <= 152
    assert text.startswith("…")
    assert text.endswith("…")
    assert text[marks.index("^") : marks.index("^") + marks.count("^")] == "WRONG"


def test_errors_are_reported_in_the_order_of_the_files() -> None:
    places = [("b.yaml", 1), ("a.yaml", 9), ("a.yaml", 10), None, ("law.xml", 3), ("a.yaml", 2)]
    errors = [
        SpecError("key-unknown", "x", do="y", at=place and Span(place[0], place[1], 1)) for place in places
    ]
    ordered = in_file_order(errors, ["b.yaml", "a.yaml"])
    assert [error.at and (error.at.file, error.at.line) for error in ordered] == [
        ("b.yaml", 1),
        ("a.yaml", 2),
        ("a.yaml", 9),
        ("a.yaml", 10),
        ("law.xml", 3),
        None,
    ]
