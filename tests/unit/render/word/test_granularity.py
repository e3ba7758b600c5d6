"""Words that changed, or the paragraphs that hold them as a whole."""

from __future__ import annotations

import redline

from .reading import W, act_xml, amended, article, changed, exact, table

BODY = article(1, "Nets are marked with a tag.", "Rods are not.") + article(
    2, table("Net | 10 a year", "Rod | 5")
)


def test_words_are_marked_by_default() -> None:
    root = exact(amended(act_xml(BODY), "- {substitute: a tag, with: two tags}"))
    assert changed(root, "del") == ["a tag"]
    assert changed(root, "ins") == ["two tags"]


def test_a_changed_paragraph_is_shown_whole_and_its_neighbours_stay_unmarked() -> None:
    marked = amended(act_xml(BODY), "- {substitute: a tag, with: two tags}")
    root = exact(marked, granularity="provisions")
    assert "".join(changed(root, "del")) == "Nets are marked with a tag."
    assert "".join(changed(root, "ins")) == "Nets are marked with two tags."


def test_a_changed_paragraph_of_a_cell_is_shown_whole_in_the_cell() -> None:
    marked = amended(act_xml(BODY), "- {substitute: a year, with: a month}")
    root = exact(marked, granularity="provisions")
    assert "".join(changed(root, "del")) == "10 a year"
    assert "".join(changed(root, "ins")) == "10 a month"


def test_a_heading_is_shown_whole() -> None:
    root = exact(amended(act_xml(BODY), "- {retitle: art 1, as: Nets and rods}"), granularity="provisions")
    assert "".join(changed(root, "del")) == "Article 1. Heading 1"
    assert "".join(changed(root, "ins")) == "Article 1. Nets and rods"


def test_one_comment_says_why_a_paragraph_is_another() -> None:
    marked = amended(act_xml(BODY), "- {substitute: a tag, with: two tags, because: Tags are lost.}")
    root = exact(marked, granularity="provisions")
    assert len(list(root.iter(f"{W}commentReference"))) == 1


def test_no_word_of_a_changed_paragraph_is_left_unmarked(example: redline.Amended) -> None:
    for marked in example.values():
        for paragraph in exact(marked, granularity="provisions").iter(f"{W}p"):
            runs = [
                r
                for r in paragraph.iter(f"{W}r")
                if r.find(f"{W}t") is not None or r.find(f"{W}delText") is not None
            ]
            inside = [next(r.iterancestors(f"{W}ins", f"{W}del"), None) is not None for r in runs]
            assert all(inside) or not any(inside) or _in_cell(paragraph)


def _in_cell(paragraph: object) -> bool:
    """In a cell the old and the new paragraph share one, as its last mark must stay."""
    return next(paragraph.iterancestors(f"{W}tc"), None) is not None  # type: ignore[attr-defined]
