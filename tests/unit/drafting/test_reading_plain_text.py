"""Plain text -> provisions: what is read, and what is refused with both readings."""

from __future__ import annotations

import pytest
from lxml import etree

from redline.drafting.layout import Layout, Place
from redline.drafting.numbers import leading_number
from redline.drafting.reader import read_text
from redline.errors import AmendmentError
from redline.jurisdictions import get_profile
from redline.model.source import Span
from redline.model.spec import Content
from redline.operations.content import unit_words


def read(text: str, level: str = "point", profile: str = "generic", **more: object) -> str:
    """The provisions as an outline: `(a) words [(1) words] >closing words`."""
    layout = Layout(
        namespace="",
        level=level,
        profile=get_profile(profile),
        unit_words=unit_words(),
        **more,  # type: ignore[arg-type]
    )
    found = read_text(Content("text", text, Span("spec.yaml", 1, 1, 1)), layout)
    return " ".join(_outline(element) for element in found)


def _outline(element: etree._Element) -> str:
    name, words = element.tag, "".join(element.itertext())
    if name == "num":
        return words
    if name in ("heading", "wrapUp"):
        return {"heading": "#", "wrapUp": ">"}[name] + words
    if name in ("content", "intro", "p"):
        return "|".join("".join(block.itertext()) for block in element) or words
    if name == "redline-keep":
        return "…"
    inside = [_outline(child) for child in element]
    return "[" + " ".join(inside) + "]"


READ = {
    "two numbers on one line are nested": (
        "(h)(i) first;\n(ii) second",
        "[(h) [(i) first;] [(ii) second]]",
    ),
    "a second number behind a space is nested where it begins a list": (
        "(a) (1) one;\n(2) two\n(b) three",
        "[(a) [(1) one;] [(2) two]] [(b) three]",
    ),
    "a second number that a backslash takes the meaning off is text": (
        "(a) \\(1) and (2) apply",
        "[(a) (1) and (2) apply]",
    ),
    "a letter goes on after the letter before it": ("(h) X;\n(i) Y", "[(h) X;] [(i) Y]"),
    "a Roman numeral begins a list where the next is (ii)": (
        "(h) X:\n(i) Y\n(ii) Z\n(i) W",
        "[(h) X: [(i) Y] [(ii) Z]] [(i) W]",
    ),
    "letters put between letters": (
        "(a) W;\n(aa) X;\n(ab) Y;\n(b) Z",
        "[(a) W;] [(aa) X;] [(ab) Y;] [(b) Z]",
    ),
    "doubled letters inside Roman numerals": (
        "(I) X:\n(aa) Y;\n(bb) Z;\n(II) W",
        "[(I) X: [(aa) Y;] [(bb) Z;]] [(II) W]",
    ),
    "where numbers leave it open, indentation tells": ("(h) X:\n  (i) Y", "[(h) X: [(i) Y]]"),
    "words before the next entry belong to the one before them": (
        "1) a;\n2) b.\nMore.\n3) c.",
        "[1) a;] [2) b.|More.] [3) c.]",
    ),
    "words flush with a unit close its list": (
        "(a) who:\n  (1) does:\n    (A) x;\n    (B) y,\n  and more;\n  (2) z,\nis guilty.",
        "[(a) who: [(1) does: [(A) x;] [(B) y,] >and more;] [(2) z,] >is guilty.]",
    ),
    "words in small letters go on with the sentence around the list": (
        "(a) who:\n(1) does x;\n(2) does y,\nis guilty.",
        "[(a) who: [(1) does x;] [(2) does y,] >is guilty.]",
    ),
    "entries without numbers belong to the colon before them": (
        "1. X:\n1) a;\n2) these:\n– one;\n– two.",
        "[1. X: [1) a;] [2) these:|– one;|– two.]]",
    ),
    "an omission behind a number keeps the provision": ("(1) …\n(2) new", "[(1) …] [(2) new]"),
}


@pytest.mark.parametrize("name", READ)
def test_plain_text_is_read_as_a_drafter_means_it(name: str) -> None:
    text, outline = READ[name]
    assert read(text) == outline


REFUSED = {
    "a colon before a letter that goes on": (
        "(h) eight:\n(i) nine",
        ("(i) belongs to (h)", "(i) follows (h)"),
    ),
    "numbers that fit in no way": (
        "(h) eight;\n(i) first:\n(A) big;\n(ii) two;\n(j) ten",
        ("(i) belongs to (h)", "(i) follows (h)"),
    ),
    "an inserted letter with a colon": ("(h-1) X:\n(i) Y", ("(i) belongs to (h-1)", "(i) follows (h-1)")),
    "a letter that goes on, indented like a list": (
        "(h) eight;\n  (i) nine",
        ("(i) belongs to (h)", "(i) follows (h)"),
    ),
    "a number given twice": ("1) a;\n1) b", ("1) follows 1)", "1) belongs to 1)")),
    "a second number that can be words": (
        "1. (a) the permit and (b) the copy are kept",
        ("(a) belongs to 1.", "the words of 1. are"),
    ),
    "words that can close a list": (
        "1. X:\n1) a;\n2) b.\nIt is paid once.",
        ("a further paragraph of 2)", "closing words of 1."),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_be_read_in_two_ways_is_refused_with_both(name: str) -> None:
    text, readings = REFUSED[name]
    with pytest.raises(AmendmentError) as caught:
        read(text)
    assert caught.value.slug == "content-ambiguous"
    shown = dict(caught.value.about)
    assert all(any(reading in each for each in shown.values()) for reading in readings)


NUMBERS = {
    "1": "(1)",
    "3A": "(3A)",
    "5-1": "5-1.",
    "-1": "-1.",
    "1-bis": "1-bis.",
    "a-bis": "a-bis)",
    "2 bis": "(2 bis)",
    "A1": "(A1)",
    "caa": "(caa)",
    "1a": "1a.",
    "IV": "IV.",
}


@pytest.mark.parametrize("bare", NUMBERS)
def test_numbers_of_real_laws_are_read(bare: str) -> None:
    assert read(f"{NUMBERS[bare]} Words.") == f"[{NUMBERS[bare]} Words.]"
    number = leading_number(f"{NUMBERS[bare]} Words.")
    assert number is not None
    assert number[0].bare == bare


@pytest.mark.parametrize(
    "head", ["Article -1.", "Art. 4.", "SEC. 3.", "CHAPTER 3—", "Art. 11ter.", "Article 1er.", "Section 19ZB"]
)
def test_heads_of_real_laws_are_read(head: str) -> None:
    assert read(f"{head} Title", level="article") == f"[{head} #Title]"


@pytest.mark.parametrize("text", ["(new) words", "Article 5 applies.", "5 years", "(see above) words"])
def test_words_that_look_like_numbers_are_words(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    "numbers", ["i ia ib ii iii iv iva v", "a aa ab b ba c ca caa cb d", "1 1A 1B 2 2ZA 3", "-1 1 1-1 2"]
)
def test_numbers_put_between_numbers_are_one_list(numbers: str) -> None:
    bare = numbers.split()
    text = "\n".join(f"({number}) words {number}" for number in bare)
    assert read(text) == " ".join(f"[({number}) words {number}]" for number in bare)


def test_the_act_in_place_decides_between_two_readings() -> None:
    text = "(h) eight:\n(i) nine"
    with pytest.raises(AmendmentError):
        read(text, place=Place(single=True))
    known = {("h",): (), ("h", "i"): ()}
    assert read(text, place=Place(single=True, there=known)) == "[(h) eight: [(i) nine]]"


def test_one_provision_is_expected_and_the_text_has_two_or_a_list() -> None:
    with pytest.raises(AmendmentError) as caught:
        read("(h) eight;\n(i) nine", place=Place(single=True))
    assert caught.value.slug == "content-ambiguous"


def test_the_list_around_tells_letters_from_roman_numerals() -> None:
    assert read("(i) nine;\n(j) ten", place=Place(frozenset({"lower-alpha"}))) == "[(i) nine;] [(j) ten]"
    assert read("(i) one;\n(ii) two", place=Place(frozenset({"lower-roman"}))) == "[(i) one;] [(ii) two]"


def test_words_beside_the_number_of_an_article_are_its_heading_or_its_text() -> None:
    with_headings = {"level": "article", "headed": lambda name: True}
    without = {"level": "article", "headed": lambda name: False}
    assert read("Article 5. Fees\nThe fee is paid.", **with_headings) == "[Article 5. #Fees The fee is paid.]"
    assert read("Article 5. The fee is paid.", **without) == "[Article 5. The fee is paid.]"
    assert read("Article 5. In this Law:\n1. fee.", **without) == "[Article 5. In this Law: [1. fee.]]"
    assert read("Chapter 5. Fees.", level="chapter", headed=lambda name: True) == "[Chapter 5. #Fees.]"
    with pytest.raises(AmendmentError) as caught:
        read("Article 5. The fee is paid.", **with_headings)
    assert caught.value.slug == "content-ambiguous"


def test_closing_words_that_the_act_has_stay_where_they_are() -> None:
    text = "1. X:\n1) a;\n2) b.\nIt is paid once."
    closing = Place(there={("1",): [("intro", "X:"), ("wrapUp", "It is paid once.")]})
    assert read(text, place=closing) == "[1. X: [1) a;] [2) b.] >It is paid once.]"
    other = Place(there={("1",): [("intro", "X:"), ("wrapUp", "It is paid at once.")]})
    assert read(text, place=other) == read(text, place=closing)
    deeper = text.replace("It is", "   It is")
    assert read(deeper, place=other) == "[1. X: [1) a;] [2) b.|It is paid once.]]"
    entry = Place(there={("1", "2"): [("content", "b."), ("content", "It is paid once.")]})
    assert read(text, place=entry) == "[1. X: [1) a;] [2) b.|It is paid once.]]"


def test_what_the_act_does_again_and_again_tells_who_has_words_behind_a_list() -> None:
    text = "1. X:\n(a) a;\n(b) b.\nIt is paid once."
    closes = {"paragraph": (0, 3)}
    assert read(text, level="paragraph", blocks=lambda name: closes.get(name, (0, 0))) == (
        "[1. X: [(a) a;] [(b) b.] >It is paid once.]"
    )
    goes_on = {"point": (3, 0)}
    assert read(text, level="paragraph", blocks=lambda name: goes_on.get(name, (0, 0))) == (
        "[1. X: [(a) a;] [(b) b.|It is paid once.]]"
    )
    both = {"point": (3, 0), "paragraph": (0, 3)}
    with pytest.raises(AmendmentError):
        read(text, level="paragraph", blocks=lambda name: both.get(name, (0, 0)))


def test_items_and_recitals_hold_their_words_directly() -> None:
    assert read("(1) Whereas:", level="recital") == "[(1) Whereas:]"
    assert read("(1) Whereas:\n(a) one;", level="recital") == "[(1) Whereas: [(a) one;]]"


def test_an_omission_with_a_mark_behind_it_is_no_text_of_the_law() -> None:
    with pytest.raises(AmendmentError) as caught:
        read("(1) …;\n(2) new")
    assert caught.value.slug == "content-unreadable"


def test_a_list_that_begins_again_behind_words_with_a_colon_stands_in_a_part_of_its_own() -> None:
    text = "Article 1. H\nOne:\n1) a;\n2) b.\nTwo:\n1) c;\n2) d;\nand e.\nThree."
    assert read(text, level="article", profile="kz") == (
        "[Article 1. #H [One: [1) a;] [2) b.]] [Two: [1) c;] [2) d;] >and e.] [Three.]]"
    )
    paragraphs = "Article 1. H\n1. One.\n2. Two.\nNote. In this Article:\n1. c;\n2. d."
    assert read(paragraphs, level="article", profile="kz") == (
        "[Article 1. #H [1. One.] [2. Two.] [Note. In this Article: [1. c;] [2. d.]]]"
    )


def test_words_before_a_list_that_begins_again_are_asked_about() -> None:
    text = "Article 1. H\nOne:\n1) a;\n2) b.\nBetween.\nTwo:\n1) c;\n2) d."
    with pytest.raises(AmendmentError, match=r"can belong to 2\) or stand behind the list"):
        read(text, level="article", profile="kz")
    laid_out = "Article 1. H\nOne:\n  1) a;\n  2) b.\nBetween.\nTwo:\n  1) c;\n  2) d."
    assert "[Between.] [Two: [1) c;]" in read(laid_out, level="article", profile="kz")


def test_a_line_of_dots_cannot_keep_what_stands_in_one_of_several_lists() -> None:
    text = "Article 1. H\nOne:\n…\n2) b.\nTwo:\n1) c;\n2) d."
    with pytest.raises(AmendmentError, match="lists of this one begin again"):
        read(text, level="article", profile="kz")
