"""PLANTED.md of the example dossier, held to the Acts and packages that it speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import redline

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "migration"
PACKAGE = EXAMPLE / "harmonisation.yaml"


@dataclass(frozen=True, slots=True)
class Place:
    """A provision of a document in one language, and words that stand in it."""

    document: str
    language: str
    eid: str
    words: str


@dataclass(frozen=True, slots=True)
class Planted:
    """An entry of the list; `answers` are operations of the package, none where the reason is given."""

    number: str
    places: tuple[Place, ...]
    operations: tuple[tuple[str, str], ...]
    answers: tuple[str, ...]


def entries() -> list[Planted]:
    found = []
    page = (EXAMPLE / "PLANTED.md").read_text(encoding="utf-8")
    for part in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        answer = re.search(r"^- Answered by: (.+)$", part, re.MULTILINE)
        assert answer is not None, part
        places = re.findall(r"^- `([\w-]+)`, (ru|kk), `(\w+)`: “(.+)”$", part, re.MULTILINE)
        operations = re.findall(r"^- `([\w-]+\.yaml)`, operation `([\w-]+)`", part, re.MULTILINE)
        answers = re.findall(r"`([\w-]+)`", answer[1]) if not answer[1].startswith("none: ") else []
        number = part.split(":")[0]
        found.append(
            Planted(number, tuple(Place(*each) for each in places), tuple(operations), tuple(answers))
        )
    return found


PLANTED = entries()
PLACES = [(entry.number, place) for entry in PLANTED for place in entry.places]


def words_of(act: redline.Act, eid: str) -> str | None:
    """What stands in a provision, or in a part above the body such as the preface; None where it is not there."""
    found = [element for element in act.root.iter() if element.get("eId") == eid]
    return " ".join("".join(found[0].itertext()).split()) if found else None


@cache
def act_of(document: str, language: str) -> redline.Act:
    return redline.load_act(EXAMPLE / "acts" / f"{document}.{language}.xml")


@cache
def amended() -> dict[tuple[str, str], redline.MarkedAct]:
    spec = redline.load_spec(PACKAGE)
    package = redline.amend(spec)
    pairs = {(place.document, place.language) for _, place in PLACES}
    return {pair: package[pair] for pair in pairs if ".".join(pair) in spec.acts}


def test_the_numbers_run_through_and_every_entry_has_a_place() -> None:
    assert [entry.number for entry in PLANTED] == [f"P-{n:02d}" for n in range(1, len(PLANTED) + 1)]
    assert all(entry.places or entry.operations for entry in PLANTED)


@pytest.mark.parametrize(
    ("number", "place"),
    PLACES,
    ids=[f"{number}-{place.document}-{place.language}" for number, place in PLACES],
)
def test_the_words_stand_where_the_list_says(number: str, place: Place) -> None:
    words = words_of(act_of(place.document, place.language), place.eid)
    assert words is not None, f"{number}: {place.eid} is not in {place.document}"
    assert place.words in words


def test_the_list_and_the_package_name_each_other() -> None:
    listed = {(entry.number, answer) for entry in PLANTED for answer in entry.answers}
    named = {(fix, each.id) for each in redline.load_spec(PACKAGE).operations for fix in each.fixes}
    assert listed == {(fix, operation) for fix, operation in named if fix.startswith("P-")}


def test_the_operations_named_in_other_packages_are_there() -> None:
    for entry in PLANTED:
        for file, operation in entry.operations:
            ids = [each.id for each in redline.load_spec(EXAMPLE / file).operations]
            assert operation in ids, f"{entry.number}: {file} has no operation {operation}"


@pytest.mark.parametrize("entry", [each for each in PLANTED if each.answers], ids=lambda entry: entry.number)
def test_what_is_answered_does_not_stand_there_any_more(entry: Planted) -> None:
    """Of the words that are quoted, at least those of one place are gone from the consolidated Act."""
    gone = [
        place
        for place in entry.places
        if (place.document, place.language) in amended()
        and place.words not in (words_of(amended()[place.document, place.language].after(), place.eid) or "")
    ]
    assert gone


@pytest.mark.parametrize(
    "entry", [each for each in PLANTED if not each.answers and each.places], ids=lambda entry: entry.number
)
def test_what_is_not_answered_still_stands_there(entry: Planted) -> None:
    for place in entry.places:
        if (place.document, place.language) in amended():
            after = amended()[place.document, place.language].after()
            assert place.words in (words_of(after, place.eid) or ""), place


def test_the_first_draft_can_be_carried_out_though_it_must_not_be() -> None:
    draft = redline.amend(redline.load_spec(EXAMPLE / "first-draft.yaml"))
    assert "Исключен." in (words_of(draft["migration", "ru"].after(), "art_40__para_3") or "")
