"""What was moved: deleted here and inserted there with comments that say so, or with the marks of a move."""

from __future__ import annotations

import redline
from redline.akn.marked import MarkedAct
from redline.render.docx_redline import render_docx_redline

from .reading import W, act_xml, amended, article, changed, exact, faults, part, squeezed, table

BODY = article(1, "One.") + article(2, "Two.", "More of two.") + article(3, "Three.")
MOVE = "- {id: shift, move: art 1, after: art 3, as: Article 4, because: It belongs there.}"


def moved(operations: str = MOVE, body: str = BODY, top: str = "date: 2026-03-01") -> MarkedAct:
    return amended(act_xml(body), operations, top=top)


def comments(marked: MarkedAct, **options: bool) -> list[str]:
    document = render_docx_redline(marked, **options)
    return [squeezed(" ".join(c.itertext())) for c in part(document, "word/comments.xml").iter(f"{W}comment")]


def test_by_default_a_move_is_a_deletion_and_an_insertion() -> None:
    root = exact(moved())
    assert next(root.iter(f"{W}moveFrom", f"{W}moveTo"), None) is None
    assert "One." in changed(root, "del")
    assert "One." in changed(root, "ins")


def test_both_ends_of_a_move_say_where_the_other_is() -> None:
    for marked in (True, False):
        said = comments(moved(), moves=marked)
        assert len(said) == 2
        assert said[0].startswith("Moved to article 4. It belongs there.")
        assert said[1].startswith("Moved here from article 1. It belongs there.")


def test_a_move_with_marks_ties_its_two_ends_by_a_name() -> None:
    root = exact(moved(), moves=True)
    starts = {kind: list(root.iter(f"{W}{kind}RangeStart")) for kind in ("moveFrom", "moveTo")}
    assert [len(found) for found in starts.values()] == [1, 1]
    old, new = (found[0] for found in starts.values())
    assert old.get(f"{W}name") == new.get(f"{W}name")
    assert all(e.get(f"{W}date") == "2026-03-01T00:00:00Z" and e.get(f"{W}author") for e in (old, new))
    assert changed(root, "moveFrom")[-1] == changed(root, "moveTo")[-1] == "One."


def test_the_paragraph_marks_of_what_was_moved_are_moved_too() -> None:
    root = exact(moved(), moves=True)
    for kind in ("moveFrom", "moveTo"):
        assert len(root.findall(f".//{W}pPr/{W}rPr/{W}{kind}")) == 2


def test_what_is_amended_in_a_moved_provision_is_an_insertion_by_its_own_author() -> None:
    root = exact(moved(f"{MOVE}\n- {{add: Truly., at: end, in: art 1, author: Second Office}}"), moves=True)
    own = [e for e in root.iter(f"{W}ins") if "Truly." in "".join(e.itertext())]
    assert [e.get(f"{W}author") for e in own] == ["Second Office"]


def test_several_moves_have_names_of_their_own() -> None:
    body = "".join(article(number, f"Text {number}.") for number in range(1, 8))
    root = exact(moved("- {move: art 1, after: art 3}\n- {move: art 5, after: art 7}", body), moves=True)
    assert {e.get(f"{W}name") for e in root.iter(f"{W}moveFromRangeStart")} == {"move1", "move2"}


def test_a_move_of_a_table_stays_a_deletion_and_an_insertion_and_the_drafter_is_told() -> None:
    told: list[str] = []
    marked = moved(body=article(1, table("Net | 10")) + article(2, "Two.") + article(3, "Three."))
    document = render_docx_redline(marked, moves=True, tell=lambda where, remark: told.append(remark))
    assert faults(document) == []
    assert next(part(document).iter(f"{W}moveFrom"), None) is None
    assert told == [
        "this move is shown as a deletion and an insertion: a table is moved, or what has been moved is moved on"
    ]


def test_a_move_without_a_date_cannot_have_marks_and_the_drafter_is_told() -> None:
    told: list[tuple[str, str]] = []
    marked = moved(top="title: Undated")
    document = render_docx_redline(marked, moves=True, tell=lambda *said: told.append(said))
    assert next(part(document).iter(f"{W}moveFrom"), None) is None
    [(where, remark)] = told
    assert "the spec has none (date: YYYY-MM-DD)" in remark
    assert where.startswith("<spec>:"), "the remark points at the line of the move"


def test_moves_within_the_example_are_exact(example: redline.Amended) -> None:
    for granularity in ("words", "provisions"):
        root = exact(example["migration"], moves=True, granularity=granularity)
        assert len(list(root.iter(f"{W}moveToRangeStart"))) == 1
