"""What an instruction names in words is what its modification names: read as a citation, it leads there.

The amending Act is read back from its attributes, so that words that name another element would not show. Here
the words themselves are read, as a lawyer reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import redline
from redline.addresses.read import read_address
from redline.addresses.resolve import resolve
from redline.akn.document import Element
from redline.akn.marked import MarkedAct
from redline.akn.structure import text_blocks
from redline.amending.document import acts_in, amending_document, languages_of
from redline.errors import AmendmentError
from redline.languages.kk_formulas import cited as kazakh
from redline.languages.ru_formulas import cited as russian
from redline.model.amending import AmendingAct, Location
from redline.model.source import Span
from redline.model.spec import Text

HERE = Path(__file__).parent
SPECS = [
    HERE.parents[1] / "examples" / "migration" / "migration.yaml",
    *(HERE / name / "spec.yaml" for name in ("ru-every-formula", "kk-every-formula", "ru-code")),
]
CITED = {"ru": russian, "kk": kazakh}


def places_of(law: AmendingAct) -> Iterator[tuple[str, Location]]:
    """Each element that an instruction changes, with the alias of the Act.

    What takes new text in is named by what the new text comes beside; a heading by its whole provision.
    """
    for act in law.acts:
        for item in act.items:
            for line in item.lines:
                said = line.instruction
                if said is not None and not said.follows and said.action not in ("insert", "move", "retitle"):
                    yield from ((act.alias, place) for place in said.places)


def led_to(address: str, marked: MarkedAct) -> list[Element]:
    """The paragraphs of what an address or a citation in words names in the Act before it is amended."""
    view = marked.view(0)

    def known(name: str) -> bool:
        return bool(marked.identified(name))

    found: list[Element] = []
    for citation in read_address(Text(address, Span("spec.yaml", 1, 1)), eids=known):
        for target in resolve(citation, marked.working, view):
            for element in target.blocks or (target.element,):
                found += text_blocks(element, view)
    return found


def readable(place: Location) -> bool:
    """Whether addresses say it in words: rows and cells they name by signs, notes by their own number."""
    counted = all(
        part.kind in ("block", "part", "heading", "sentence") and part.index for part in place.parts
    )
    return bool(place.steps) and counted


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.parent.name)
def test_the_words_of_an_instruction_lead_to_the_element_that_it_changes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    amended = redline.amend(redline.load_spec(path))
    read = 0
    for language in set(languages_of(amended)) & set(CITED):
        # By-laws are left out: a point of their annexes is cited like one of their own.
        law = amending_document(amended, language).law
        _, acts = acts_in(amended, language)
        for alias, place in filter(lambda found: readable(found[1]), places_of(law)):
            try:
                wanted = led_to(place.address, acts[alias])
            except AmendmentError:
                continue  # what an earlier operation has brought
            words = CITED[language]([place], "nominative", None)
            assert led_to(words, acts[alias]) == wanted, words
            read += 1
    assert read >= 5
