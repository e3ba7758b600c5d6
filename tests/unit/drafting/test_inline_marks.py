"""Inline marks of plain text, one inside the other, and what has no partner."""

from __future__ import annotations

import pytest
from lxml import etree

from redline.drafting.inline import fill, unpaired_marks


def made(text: str) -> str:
    """The words with their markup, the tags of the block itself left out."""
    filled = etree.tostring(fill(etree.Element("p"), text, ""), encoding="unicode")
    short = filled.replace(' placement="bottom"', "").replace("authorialNote", "note")
    return short.replace("redline-address", "to").removeprefix("<p>").removesuffix("</p>")


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("**a *b* c**", "<b>a <i>b</i> c</b>"),
        ("*a **b** c*", "<i>a <b>b</b> c</i>"),
        ("**a *b***", "<b>a <i>b</i></b>"),
        ("***both***", "<b><i>both</i></b>"),
        ("**[Art 5](art 5)** is", '<b><ref to="art 5">Art 5</ref></b> is'),
        (
            "x ^[see [Art 3](art 3(2)), *y*] z",
            'x <note><p>see <ref to="art 3(2)">Art 3</ref>, <i>y</i></p></note> z',
        ),
        ("[a [b] c](art 1)", '<ref to="art 1">a [b] c</ref>'),
        ("[repealed] and **[b** c]", "[repealed] and <b>[b</b> c]"),
        (r"\*a\* \^[b] \\ \x", r"*a* ^[b] \ \x"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a*b*c", "a*b*c"),
    ],
)
def test_marks_are_read(text: str, markup: str) -> None:
    assert made(text) == markup


@pytest.mark.parametrize(
    ("text", "marks"),
    [("x ^[open note", ["^["]), ("**open", ["**"]), ("**a *b* c**", []), ("2 * 3", []), ("^[]", ["^["])],
)
def test_a_mark_without_a_partner_stays_as_typed(text: str, marks: list[str]) -> None:
    assert made(text) == text or not marks
    assert unpaired_marks(text) == marks


@pytest.mark.parametrize("piece", ["[", "^[", "*a ", "**a ", "*a **b ", "[x](y ", "**a** "])
def test_thousands_of_marks_without_a_partner_stay_as_typed(piece: str) -> None:
    assert made(piece * 3000)
