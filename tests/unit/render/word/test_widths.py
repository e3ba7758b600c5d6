"""The columns of a table of an Act are as wide as what is said in them."""

from __future__ import annotations

import redline
from redline.render.docx import render_docx

from .reading import W, act_xml, amended, article, exact, part, table

LONG = "Whoever fishes with a net of more than forty metres pays twice the fee of the licence."


def widths(rows: str) -> list[int]:
    act = redline.load_act(act_xml(article(1, rows)).encode())
    root = part(render_docx(act))
    return [int(column.get(f"{W}w") or 0) for column in root.iter(f"{W}gridCol")]


def test_the_column_of_numbers_is_narrow_and_that_of_the_text_wide() -> None:
    number, text, fee = widths(table("No. | Rule | Fee", f"1 | {LONG} | 10", f"2 | {LONG} | 200"))
    assert number < text / 4
    assert fee < text / 4


def test_a_column_has_room_for_its_longest_word_beside_a_long_text() -> None:
    word, text = widths(table(f"Unquestionably | {LONG} {LONG} {LONG}"))
    assert word > len("Unquestionably") * 110
    assert text > word


def test_the_columns_fill_the_width_of_the_text_and_those_that_say_as_much_are_as_wide() -> None:
    one, other = widths(table("Net | Rod"))
    assert abs(one - other) <= 1
    assert one + other == sum(widths(table(f"1 | {LONG} | x | y | z")))


def test_cells_are_as_wide_as_the_columns_that_they_reach_over() -> None:
    rows = (
        '<table><tr><td colspan="2"><p>Fees</p></td><td><p>From</p></td></tr>'
        f"<tr><td><p>Net</p></td><td><p>{LONG}</p></td><td><p>May</p></td></tr></table>"
    )
    root = part(render_docx(redline.load_act(act_xml(article(1, rows)).encode())))
    grid = [int(column.get(f"{W}w") or 0) for column in root.iter(f"{W}gridCol")]
    cells = [int(cell.get(f"{W}w") or 0) for cell in root.iter(f"{W}tcW")]
    assert cells == [grid[0] + grid[1], grid[2], *grid]


def test_both_texts_of_a_redline_have_room_in_the_same_columns() -> None:
    xml = act_xml(article(1, table("Net | 10", "Rod | 5")))
    root = exact(amended(xml, f"- {{substitute: '10', with: '{LONG}'}}"))
    first, second = [int(column.get(f"{W}w") or 0) for column in root.iter(f"{W}gridCol")]
    assert second > 2 * first
