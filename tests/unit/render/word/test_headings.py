"""How the number of a heading stands to its words."""

from __future__ import annotations

import pytest

import redline
from redline.render.docx import render_docx

from .reading import W, act_xml, amended, article, exact, part, texts


def chapter(number: str, heading: str = "Nets", name: str = "chapter") -> str:
    return f'<{name} eId="chp_1"><num>{number}</num><heading>{heading}</heading>{article(1, "One.")}</{name}>'


@pytest.mark.parametrize(
    ("number", "between"),
    [
        ("CHAPTER I", "\n"),
        ("Приложение 1", "\n"),
        ("1-тарау", "\n"),
        ("Chapter 1.", " "),
        ("PART 2 –", " "),
        ("IV", " "),
        ("3.", " "),
    ],
)
def test_a_chapter_whose_number_says_so_and_ends_in_no_mark_has_its_heading_on_the_next_line(
    number: str, between: str
) -> None:
    document = render_docx(redline.load_act(act_xml(chapter(number)).encode()))
    assert ("", f"{number}{between}Nets") in texts(document)


def test_articles_have_their_heading_beside_their_number() -> None:
    body = article(1, "One.", heading="Nets").replace("Article 1.", "Article 1")
    assert ("", "Article 1 Nets") in texts(render_docx(redline.load_act(act_xml(body).encode())))


@pytest.mark.parametrize("granularity", ["words", "provisions"])
@pytest.mark.parametrize(
    "operations",
    [
        "- {retitle: chp_1, as: Rods}",
        "- {renumber: chp_1, as: II}",
        "- replace: chp_1\n  with:\n    akn: |\n      " + chapter("CHAPTER I.", "Rods"),
        "- {repeal: chp_1, leave: nothing}",
    ],
)
def test_the_line_between_number_and_heading_is_right_in_both_texts(
    operations: str, granularity: str
) -> None:
    body = chapter("CHAPTER I\n ") + article(9, "Nine.")
    exact(amended(act_xml(body), operations), granularity=granularity, contents=True)


def test_the_contents_have_number_and_heading_on_one_line() -> None:
    document = render_docx(redline.load_act(act_xml(chapter("CHAPTER I")).encode()), contents=True)
    entry = next(link for link in part(document).iter(f"{W}hyperlink"))
    assert "".join(text.text or "" for text in entry.iter(f"{W}t")) == "CHAPTER I Nets"
