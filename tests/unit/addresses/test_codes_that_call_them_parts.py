"""Codes that call the numbered units of their articles parts: a provision has one name in every paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import redline
from redline.addresses.code_parts import cite_in
from redline.akn.structure import all_units
from redline.akn.working import WorkingAct
from redline.dossier.annotating import find_provision
from redline.facts import read_facts
from redline.facts.citing import cite
from redline.render import render_bytes
from redline.show.naming import Addresses

TEXTS = {
    "ru": (
        "Кодекс Республики Казахстан", "Об административных правонарушениях", "Статья {}.",
        "Действие, предусмотренное частью первой настоящей статьи, влечет:", "штраф;", "Дела по части второй статьи 1.",
    ),
    "kk": (
        "Қазақстан Республикасының кодексі", "Әкімшілік құқық бұзушылық туралы", "{}-бап.",
        "Осы баптың бірінші бөлігінде көзделген әрекет:", "айыппұлға;", "1-баптың екінші бөлігі бойынша істер.",
    ),
}  # fmt: skip
THREE = {"ru": "rus", "kk": "kaz"}


def code(language: str, form: str | None = None) -> redline.Act:
    """An Act whose article 1 has two numbered units, the second with a point; it cites them as parts."""
    said, title, number, second, point, other = TEXTS[language]
    return redline.load_act(
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>'
        '<identification source="#s"><FRBRExpression>'
        f'<FRBRlanguage language="{THREE[language]}"/></FRBRExpression></identification></meta>'
        f"<preface><p><docType>{form or said}</docType> <docTitle>{title}</docTitle></p></preface><body>"
        f'<article eId="art_1"><num>{number.format(1)}</num>'
        f'<paragraph eId="art_1__para_1"><num>1.</num><content><p>{second[:6]}.</p></content></paragraph>'
        f'<paragraph eId="art_1__para_2"><num>2.</num><intro><p>{second}</p></intro>'
        f'<point eId="art_1__para_2__point_1"><num>1)</num><content><p>{point}</p></content></point></paragraph>'
        f'</article><article eId="art_2"><num>{number.format(2)}</num><content><p>{other}</p></content></article>'
        "</body></act></akomaNtoso>".encode()
    )


CITED = {
    "ru": ["статья 1", "часть первая статьи 1", "часть вторая статьи 1", "подпункт 1) части второй статьи 1"],
    "kk": [
        "1-бап",
        "1-баптың бірінші бөлігі",
        "1-баптың екінші бөлігі",
        "1-баптың екінші бөлігінің 1) тармақшасы",
    ],
}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_its_provisions_are_cited_by_the_names_that_it_gives_them_and_found_by_these(language: str) -> None:
    working = WorkingAct(code(language))
    addresses = Addresses(working)
    units = list(all_units(working.document, addresses.view))[:-1]
    cited = [cite_in(working, unit, addresses.view) for unit in units]
    assert cited == CITED[language]
    assert [addresses.find(each)[0].element for each in cited] == units


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_table_the_change_list_and_the_amending_act_name_a_part_alike(
    language: str, tmp_path: Path
) -> None:
    spec = redline.load_spec(
        f"redline: 1\nid: s\ntitle: T\njurisdiction: kz\nlanguage: {language}\ndate: 2026-03-01\n"
        "acts: {a: a.xml}\namendments:\n  - act: a\n    operations:\n"
        f"      - {{substitute: {TEXTS[language][4][:-1]}, with: Ааа, in: art 1 para 2 point 1}}\n",
        acts={"a": code(language)},
    )
    package = redline.amend(spec)
    (change,) = json.loads(render_bytes(package, "changes-json"))["operations"]
    cited = CITED[language][3]
    assert change["places"][0]["before"]["citation"] == cited
    assert cited in render_bytes(package, "table-csv").decode("utf-8-sig")


def test_a_law_has_points_though_its_title_is_the_same() -> None:
    working = WorkingAct(code("ru", "Закон Республики Казахстан"))
    view = working.view()
    second = working.document.findall(".//{*}paragraph")[1]
    assert cite_in(working, second, view) == "пункт 2 статьи 1"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_review_cites_its_provisions_alike_and_finds_them_by_their_citations(language: str) -> None:
    facts = read_facts(code(language))
    cited = [cite(facts, place) for place in range(1, 5)]
    assert cited == CITED[language]
    assert [find_provision(facts, each) for each in cited] == [1, 2, 3, 4]
