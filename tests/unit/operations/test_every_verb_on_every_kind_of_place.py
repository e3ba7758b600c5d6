"""Every verb against every kind of place: it is refused with a next step, or the outcome is a valid Act.

The Act beside this file holds every kind of place that an address can name. What is checked of each
combination that is not refused are the laws of the architecture page: the consolidated Act keeps the schema
that the base keeps, rejecting the marks gives the base, and the change list says where the change is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import redline
from redline.akn.xsd import schema_errors

ACT = Path(__file__).with_name("every-kind-of-place.xml")


@dataclass(frozen=True, slots=True)
class Place:
    """A kind of place.

    Attributes:
        name: what it is.
        address: how the fixture's own is cited.
        word: a word that stands in it.
        number: the number of a provision, as a content begins with it.
    """

    name: str
    address: str
    word: str = "the"
    number: str = ""


PLACES = (
    Place("the Act", "act", "Gardens"),
    Place("title", "act / title", "Act"),
    Place("short title", "act / short title", "Gardens"),
    Place("long title by eId", "longtitle", "Gardens"),
    Place("preface", "preface", "Gardens"),
    Place("preamble", "preamble", "Charter"),
    Place("preamble of the Act", "act / preamble", "Charter"),
    Place("enacting words", "act / enacting", "enact"),
    Place("recital", "recs__rec_1", "Gardens", "(1)"),
    Place("citation of the preamble", "cits__cit_1", "Constitution"),
    Place("contents", "toc", "Duties"),
    Place("entry of the contents", 'toc / item "Article 2"', "Duties"),
    Place("body", "body", "Terms"),
    Place("conclusions", "conclusions", "President"),
    Place("chapter", "chapter 1", "General", "Chapter 1."),
    Place("last chapter", "chapter 3", "Formula", "Chapter 3."),
    Place("article with paragraphs", "art 2", "Duties", "Article 2."),
    Place("article with definitions", "art 1", "garden", "Article 1."),
    Place("article with words", "art 4", "spades", "Article 4."),
    Place("article with a table", "art 5", "Trees", "Article 5."),
    Place("article with a list of blocks", "art 3", "herbs", "Article 3."),
    Place("article that quotes", "art 7", "Forests", "Article 7."),
    Place("paragraph with points", "art 2 para 1", "keeper", "1."),
    Place("paragraph with words", "art 2 para 2", "public", "2."),
    Place("point", "art 2 para 1 point 1", "water", "1)"),
    Place("repealed article", "art 6", "Repealed", "Article 6."),
    Place("heading", "art 2 / heading", "Duties"),
    Place("number", "art 2 / num", "Article"),
    Place("cross-heading", "art 2 / crossheading", "keepers"),
    Place("own words", "art 2 para 2 / text", "public"),
    Place("own words that hold a list", "art 3 / text", "herbs"),
    Place("introduction", "art 2 para 1 / intro", "keeper"),
    Place("closing words", "art 2 para 1 / wrap", "report"),
    Place("introduction of a list", "art 3 / block 1", "Plants"),
    Place("block", "art 2 para 2 / block 2", "pages"),
    Place("part", "art 2 para 2 / part 1", "public"),
    Place("sentence", "art 2 para 2 / sentence 1", "public"),
    Place("definition", 'art 1 / definition "garden"', "land"),
    Place("item of a list with numbers", "art_3__list_1__item_a", "trees", "(a)"),
    Place("last item of a list with numbers", "art 3 point b", "herbs", "(b)"),
    Place("item of a list without numbers", "art 4 / item 1", "spades"),
    Place("list of items", "art_3__list_1", "trees"),
    Place("list without numbers", "art_4__ul_1", "spades"),
    Place("table", "art 5 / table 1", "Herbs"),
    Place("heading row", "art 5 / table 1 / row 1", "Kind"),
    Place("row", 'art 5 / table 1 / row "Trees"', "Trees"),
    Place("column", "art 5 / table 1 / column 2", "10"),
    Place("cell", 'art 5 / table 1 / row "Trees" / cell 2', "10"),
    Place("note", "art 2 para 2 / note 1", "edition"),
    Place("formula", "art 8 / formula 1", "a"),
    Place("image", "art 4 / image 1", "dues"),
    Place("quoted article", "art 7 / quoted art 9", "Forests", "Article 9."),
    Place("quotation", "mod_1__qstr_1", "Forests"),
    Place("markup inside a line", "art_4__et_1", "acres"),
    Place("annex", "annex 1", "Oak", "Annex 1"),
    Place("paragraph of an annex", "annex 1 para 1", "Oak", "1."),
)

WORDS = "New words."
ROW = "| Vines | 3 |"
TABLE = "| Kind | Sum |\\n|---|---|\\n| Vines | 3 |"


def _contents(place: Place) -> Iterator[str]:
    """New texts that suit some kind of place or other, as values of YAML."""
    yield f'"{WORDS}"'
    yield f'"{ROW}"'
    yield f'"{TABLE}"'
    if place.number:
        yield f'"{place.number} {WORDS}"'
        yield f'"{place.number}\\n{WORDS}\\n{WORDS}"'


def _additions(place: Place) -> Iterator[str]:
    """New texts to be inserted."""
    yield from ('"New words."', f'"{ROW}"', f'"{TABLE}"', '"9. New words."', '"9) New words."')
    yield from (
        '"(z) New words."',
        '"Article 99. New\\nWords."',
        '"Chapter 99. New\\nArticle 99. New\\nWords."',
    )
    yield '"Annex 99. New\\nWords."'


def _replace(place: Place) -> Iterator[str]:
    for content in _contents(place):
        yield f"replace: '{place.address}'\nwith: {content}"


def _insert(place: Place) -> Iterator[str]:
    for content in _additions(place):
        for where in ("before", "after", "into"):
            yield f"insert: {content}\n{where}: '{place.address}'"
        for at in ("start", "alphabetical"):
            yield f"insert: {content}\ninto: '{place.address}'\nat: {at}"


def _repeal(place: Place) -> Iterator[str]:
    for leave in ("note", "number", "nothing", "{text: Gone.}"):
        yield f"repeal: '{place.address}'\nleave: {leave}"


def _words(place: Place) -> Iterator[str]:
    place_and_times = f"in: '{place.address}'\ntimes: first"
    yield f'substitute: "{place.word}"\nwith: tulip\n{place_and_times}'
    yield f'omit: "{place.word}"\n{place_and_times}'
    yield f'add: tulip\nafter: "{place.word}"\n{place_and_times}'
    yield f'add: tulip\nbefore: "{place.word}"\n{place_and_times}'
    yield f"add: tulip\nat: start\nin: '{place.address}'"
    yield f"add: tulip\nat: end\nin: '{place.address}'"
    yield f"substitute: a\nwith: tulip\ntimes: all\nexcept: '{place.address}'"


def _numbers(place: Place) -> Iterator[str]:
    yield f"retitle: '{place.address}'\nas: New heading"
    yield f"renumber: '{place.address}'\nas: 77"
    for number in ("1.", "(1)", "1", "a)"):
        yield f"designate: '{place.address}'\nas: {number}"


def _shape(place: Place) -> Iterator[str]:
    yield f"enclose: '{place.address}'\nas: Chapter 77. New"
    yield f"enclose: '{place.address}'\nas: Section 77. New"
    for numbers in ("[1, 77]", "[2, 77]", "[a, z]"):
        yield f"split: '{place.address}'\nbefore: \"{place.word}\"\nas: {numbers}"
    for other in PLACES:
        yield f"join: ['{place.address}', '{other.address}']"
    yield f"restore: '{place.address}'\nwith: \"{place.number} New\\nNew words.\""


def _move(place: Place) -> Iterator[str]:
    for other in PLACES:
        for where in ("before", "after", "into"):
            yield f"move: '{place.address}'\n{where}: '{other.address}'"


GROUPS = (_replace, _insert, _repeal, _words, _numbers, _shape, _move)


@cache
def fixture_act() -> redline.Act:
    return redline.load_act(ACT.read_bytes(), name="act.xml")


def amended(operation: str, profile: str) -> redline.MarkedAct:
    """The Act with one operation.

    Raises:
        RedlineError: it is refused.
    """
    indented = operation.replace("\n", "\n        ")
    spec = redline.load_spec(
        f"redline: 1\nid: x\ndate: 2026-01-01\njurisdiction: {profile}\nlanguage: en\nacts: {{a: a.xml}}\n"
        f"amendments:\n  - act: a\n    operations:\n      - {indented}\n",
        acts={"a": fixture_act()},
    )
    return redline.amend(spec)["a"]


def complaint(operation: str, profile: str) -> str:
    """What is wrong with the outcome of an operation; an empty string where it is right or refused."""
    try:
        marked = amended(operation, profile)
    except redline.RedlineError as error:
        errors = getattr(error, "errors", (error,))
        return "" if all(one.do.strip() for one in errors) else f"refused without a next step: {error}"
    marked.before()
    broken = list(schema_errors(redline.load_act(marked.after().to_bytes())))
    if broken:
        return f"invalid: {broken[0].text}"
    changes = marked.changes()
    if not all(change.applied and change.places for change in changes):
        return "nothing changed, and the change list is empty"
    return ""


def test_the_fixture_keeps_the_schema() -> None:
    assert list(schema_errors(fixture_act())) == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
@pytest.mark.parametrize("profile", ["kz", "generic"])
def test_every_verb_is_right_or_refused_at(place: Place, profile: str) -> None:
    """Each verb at one kind of place, and with every other kind beside it."""
    wrong: list[str] = []
    for group in GROUPS:
        if group in (_move, _shape) and profile != "kz":
            # What these do does not depend on the profile.
            continue
        for operation in group(place):
            said = complaint(operation, profile)
            if said:
                wrong.append(f"{operation}\n    -> {said}")
    assert not wrong, "\n".join(wrong)
