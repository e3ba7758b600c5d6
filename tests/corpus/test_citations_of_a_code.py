"""Kazakhstan's Code of Administrative Offences: its provisions, cited in Russian and read again, are the same.

The file puts paragraphs (`7.`) and their points (`7)`) beside one another, and the notes to an article
(«Примечания. 1. … 2. …») beside its paragraphs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import redline
from redline.addresses.cite import cite
from redline.akn.names import local_name
from redline.akn.structure import all_units
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


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_provision_is_cited_so_that_the_citation_names_it(addresses: Addresses, language: str) -> None:
    """Each ninth article, those that the file has swallowed or mixed up, and what stands above the articles;
    `benchmarks/citations.py` takes all 17,933 provisions.
    """
    view = addresses.view
    every = list(all_units(addresses.working.document, view))
    articles = [unit for unit in every if local_name(unit.tag) == "article"]
    odd = [unit for unit in articles if unit.get("eId") in ("art_62", "art_165", "art_172", "art_468")]
    above = [unit for unit in every if local_name(unit.tag) in ("part", "chapter")]
    headless = [unit for unit in every if (unit.get("eId") or "").startswith("part_2__chp_18__para")]
    assert len(above) == 57
    inside = [inner for article in (*articles[::9], *odd) for inner in (article, *all_units(article, view))]
    for unit in (*above, *headless, *inside):
        citation = cite(unit, view, language)
        assert [target.element for target in addresses.find(citation)] == [unit], citation


@pytest.mark.parametrize(
    ("citation", "eid"),
    [
        ("пункт 1 примечания к статье 62", "art_62__para_1_2"),
        ("подпункт 2) пункта 1 примечаний к статье 165", "art_165__para_2_2"),
        ("пункт 2 статьи 165", "art_165__para_2"),
        ("абзац второй части первой статьи 165", "art_165__para_u2"),
        ("часть третья пункта 2 статьи 62", "art_62__para_u9"),
    ],
)
def test_notes_and_unnumbered_paragraphs_are_named_as_the_code_itself_names_them(
    addresses: Addresses, citation: str, eid: str
) -> None:
    assert [target.element.get("eId") for target in addresses.find(citation)] == [eid]


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
