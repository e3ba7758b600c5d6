"""The Act as plain text."""

from __future__ import annotations

from itertools import pairwise

import pytest

import redline
from redline.render import render_bytes

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def text_of(body: str) -> str:
    act = redline.load_act(
        f'<akomaNtoso xmlns="{NAMESPACE}"><act name="act"><body>{body}</body></act></akomaNtoso>'.encode()
    )
    return render_bytes(act, "text").decode("utf-8")


def test_numbers_stand_before_their_text_and_show_how_deep_it_is() -> None:
    shown = text_of(
        "<article><num>Article 1.</num><heading>Register</heading><paragraph><num>1.</num><intro><p>Listed:</p></intro>"
        "<point><num>1)</num><content><p>one;</p><p>more.</p></content></point></paragraph></article>"
    )
    assert shown == "Article 1. Register\n\n1. Listed:\n   1) one;\n      more.\n"


def test_headers_over_several_columns_name_each_of_them() -> None:
    shown = text_of(
        "<article><content><table><tr><th rowspan='2'><p>A</p></th><th colspan='2'><p>B|C</p></th></tr>"
        "<tr><th><p>b</p></th><th><p>c</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td><td><p>3</p></td></tr>"
        "<tr><td colspan='2'><p>4</p></td><td><p>5</p></td></tr></table></content></article>"
    )
    assert shown.strip().splitlines() == [
        "| A | B\\|C – b | B\\|C – c |",
        "|---|---|---|",
        "| 1 | 2 | 3 |",
        "| 4 | 4 | 5 |",
    ]


def test_a_cell_over_several_columns_and_rows_says_its_words_in_each_of_them() -> None:
    shown = text_of(
        "<article><content><table><tr><th><p>Region</p></th><th><p>Skilled</p></th><th><p>Others</p></th></tr>"
        "<tr><td><p>Capital</p></td><td colspan='2' rowspan='2'><p>0.70</p></td></tr>"
        "<tr><td><p>North</p></td></tr></table></content></article>"
    )
    assert shown.strip().splitlines()[2:] == ["| Capital | 0.70 | 0.70 |", "| North | 0.70 | 0.70 |"]


def test_a_header_over_the_whole_table_is_its_title() -> None:
    shown = text_of(
        "<article><content><table><tr><th colspan='2'><p>Fees</p></th></tr><tr><th><p>Region</p></th>"
        "<th><p>Fee</p></th></tr><tr><td><p>North</p></td><td><p>10</p></td></tr></table></content></article>"
    )
    assert shown.strip().splitlines() == ["Fees", "| Region | Fee |", "|---|---|", "| North | 10 |"]


def test_notes_stand_at_the_end() -> None:
    shown = text_of(
        "<article><content><p>Days<authorialNote marker='*'><p>Full ones.</p></authorialNote>.</p></content></article>"
    )
    assert shown == "Days[*].\n\n---\n\n[*] Full ones.\n"


def test_a_mark_that_every_page_uses_again_becomes_a_number() -> None:
    note = "<authorialNote marker='*'><p>One.</p></authorialNote>"
    shown = text_of(f"<article><content><p>Days{note} or weeks{note}.</p></content></article>")
    assert shown == "Days[1] or weeks[2].\n\n---\n\n[1] (*) One.\n[2] (*) One.\n"


@pytest.mark.parametrize(
    ("markers", "shown"),
    [
        (["1", "", "", "2", ""], "[1][1a][1b][2][2a]"),
        (["", "1"], "[0a][1]"),
        (["", "*", ""], "[1][*][*a]"),
        (["1", "", "1a"], "[1][1b][1a]"),
        (["", "*", "1"], "[2][*][1]"),
        (["", "", ""], "[1][2][3]"),
    ],
    ids=[
        "between",
        "before the first",
        "stars",
        "a letter that is taken",
        "a number that is taken",
        "none has a mark",
    ],
)
def test_a_new_note_has_the_mark_of_the_note_before_it_with_a_letter(markers: list[str], shown: str) -> None:
    notes = "".join(
        f"<authorialNote{f' marker={marker!r}' if marker else ''}><p>N.</p></authorialNote>"
        for marker in markers
    )
    text = text_of(f"<article><content><p>a{notes}</p></content></article>")
    assert text.splitlines()[0] == f"a{shown}"


def test_a_whole_act_is_readable(migration: redline.Act) -> None:
    lines = render_bytes(migration, "text").decode("utf-8").splitlines()
    assert lines[2:4] == ["On the Migration of the Population", "=" * 34]
    assert "Chapter 1. General provisions" in lines
    assert "   1) for return to the historical homeland;" in lines
    assert not any(first == second == "" for first, second in pairwise(lines))
