"""Kazakhstan's Code of Administrative Offences: its provisions, cited in Russian and read again, are the same.

The file puts paragraphs (`7.`) and their points (`7)`) beside one another, and the notes to an article
(«Примечания. 1. … 2. …») beside its paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import redline
from redline.addresses.cite import cite
from redline.addresses.flat import paragraph_before
from redline.akn.document import Element
from redline.akn.names import local_name
from redline.akn.structure import all_units, num_of, number_of
from redline.akn.working import WorkingAct
from redline.show.naming import Addresses

CODE = (
    Path(__file__).resolve().parents[3]
    / "shared"
    / "corpus"
    / "large"
    / "kz_code_of_administrative_offenses.xml"
)
pytestmark = pytest.mark.usefixtures("corpus")


@pytest.fixture(scope="module")
def addresses() -> Addresses:
    """The addresses of the Code."""
    return Addresses(WorkingAct(redline.load_act(CODE)))


def articles(addresses: Addresses) -> Iterator[tuple[Element, list[Element]]]:
    """Each article with the numbered provisions in it."""
    view = addresses.view
    for unit in all_units(addresses.working.document, view):
        if local_name(unit.tag) == "article":
            yield unit, [inner for inner in all_units(unit, view) if number_of(inner, view)]


def test_a_citation_names_the_provision_or_is_refused_where_the_code_prints_two_alike(
    addresses: Addresses,
) -> None:
    view = addresses.view
    named = 0
    refused: list[tuple[str, str, bool]] = []
    for article, inside in articles(addresses):
        # «пункт 1 статьи 62» is a paragraph of the article and one of its notes.
        printed = Counter((num_of(unit, view), paragraph_before(unit, view)) for unit in inside)
        twice = any(count > 1 for count in printed.values())
        for unit in (article, *inside):
            citation = cite(unit, view, "ru")
            try:
                (target,) = addresses.find(citation)
            except redline.AmendmentError as error:
                refused.append((citation, error.slug, twice))
            else:
                assert target.element is unit, citation
                named += 1
    assert {(slug, twice) for _, slug, twice in refused} == {("address-ambiguous", True)}
    assert named > 30 * len(refused)


def test_a_paragraph_and_a_point_of_one_number_are_told_apart_by_what_is_printed(
    addresses: Addresses,
) -> None:
    found = {
        citation: [target.element.get("eId") for target in addresses.find(citation)]
        for citation in (
            "пункт 7 статьи 49-1",
            "подпункт 6) пункта 7 статьи 49-1",
            "пункт 6 статьи 49-1",
            "подпункт 2) статьи 813",
            "пункт 2 статьи 813",
            "глава 5",
        )
    }
    assert found == {
        "пункт 7 статьи 49-1": ["art_49-1__para_7"],
        "подпункт 6) пункта 7 статьи 49-1": ["art_49-1__para_6_2"],
        "пункт 6 статьи 49-1": ["art_49-1__para_6"],
        "подпункт 2) статьи 813": ["art_813__para_2"],
        "пункт 2 статьи 813": ["art_813__para_2_2"],
        "глава 5": ["part_2__chp_3"],
    }
