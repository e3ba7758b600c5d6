"""Articles whose paragraphs, points and notes a file puts beside one another, as converted files do."""

from __future__ import annotations

import pytest

import redline
from redline.addresses.cite import cite
from redline.akn.structure import all_units, words_of
from redline.akn.working import WorkingAct
from redline.show.naming import Addresses

LINES = (
    ("1.", "Вывоз товара без лицензии –"),
    ("", "влечет штраф в размере десяти показателей."),
    ("", "Примечание ИЗПИ!"),
    ("", "В часть вторую предусмотрены изменения Законом РК от 09.01.2026"),
    ("2.", "Не подлежат вывозу:"),
    ("1)", "зерно;"),
    ("2)", "скот."),
    ("", "Скот племенной вывозится по разрешению:"),
    ("", "министерства;"),
    ("3.", "Изменения вносятся в"),
    ("", "Таможенный кодекс"),
    ("", "и иные законы."),
    ("", "Примечания."),
    ("1.", "Товаром признается:"),
    ("1)", "вещь;"),
    ("2.", "Вывозом признается пересечение границы."),
)


def article(lines: tuple[tuple[str, str], ...] = LINES) -> redline.Act:
    """An Act of one article 5, each line a paragraph `p1`, `p2` … of it."""
    paragraphs = "".join(
        f'<paragraph eId="p{place}">{f"<num>{number}</num>" if number else ""}'
        f"<content><p>{words}</p></content></paragraph>"
        for place, (number, words) in enumerate(lines, 1)
    )
    return redline.load_act(
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>'
        '<identification source="#s"><FRBRExpression><FRBRlanguage language="rus"/></FRBRExpression>'
        "</identification></meta><body>"
        f'<article eId="art_5"><num>5</num><heading>Вывоз</heading>{paragraphs}</article>'
        "</body></act></akomaNtoso>".encode()
    )


@pytest.fixture
def addresses() -> Addresses:
    return Addresses(WorkingAct(article()))


@pytest.mark.parametrize(
    ("citation", "paragraph"),
    [
        ("абзац второй пункта 1 статьи 5", "p2"),
        ("абзац второй части первой статьи 5", "p2"),
        ("5-баптың 1-тармағының екінші абзацы", "p2"),
        ("часть вторая подпункта 2) пункта 2 статьи 5 / block 1", "p8"),
        ("абзац второй части второй подпункта 2) пункта 2 статьи 5", "p9"),
        ("пункт 1 статьи 5", "p1"),
        ("пункт 1 примечания к статье 5", "p14"),
        ("пункт 1 примечаний к статье 5", "p14"),
        ("п. 2 прим. к ст. 5", "p16"),
        ("подпункт 1) пункта 1 примечаний статьи 5", "p15"),
        ("статья 5 примечание пункт 2", "p16"),
        ("5-баптың ескертпесінің 2-тармағы", "p16"),
        ("5-бапқа ескертпенің 1-тармағының 1) тармақшасы", "p15"),
        ("примечание к статье 5", "p13"),
        ("подпункт 1) пункта 2 статьи 5", "p6"),
    ],
)
def test_what_stands_beside_a_paragraph_is_cited_through_it(
    addresses: Addresses, citation: str, paragraph: str
) -> None:
    (target,) = addresses.find(citation)
    assert (target.provision.get("eId"), target.part or "whole") in (
        (paragraph, "whole"),
        (paragraph, "block"),
    )


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_paragraph_is_cited_so_that_the_citation_read_again_names_it(
    addresses: Addresses, language: str
) -> None:
    view = addresses.view
    for unit in all_units(addresses.working.document, view):
        citation = cite(unit, view, language)
        (target,) = addresses.find(citation)
        assert (target.element.get("eId"), citation) == (unit.get("eId"), citation)


@pytest.mark.parametrize("citation", ["абзац второй пункта 3 статьи 5", "абзац третий пункта 3 статьи 5"])
def test_paragraphs_behind_a_torn_line_are_not_counted(addresses: Addresses, citation: str) -> None:
    with pytest.raises(redline.AmendmentError, match="tears a line apart") as refused:
        addresses.find(citation)
    assert refused.value.slug == "address-part"


def test_the_publishers_notes_are_no_paragraphs_of_the_law(addresses: Addresses) -> None:
    with pytest.raises(redline.AmendmentError, match="it has 2"):
        addresses.find("абзац третий пункта 1 статьи 5")


def test_a_part_of_several_paragraphs_is_named_one_by_one(addresses: Addresses) -> None:
    with pytest.raises(redline.AmendmentError, match="are 2 provisions in this file"):
        addresses.find("часть вторая подпункта 2) пункта 2 статьи 5")


def test_two_provisions_printed_alike_are_cited_by_their_place() -> None:
    addresses = Addresses(WorkingAct(article((("1.", "Один."), ("2.", "Два."), ("1.", "Снова один.")))))
    cited = [
        cite(unit, addresses.view, "ru") for unit in all_units(addresses.working.document, addresses.view)
    ]
    assert cited[1:] == ["позиция первая статьи 5", "пункт 2 статьи 5", "позиция третья статьи 5"]
    assert [addresses.find(each)[0].element.get("eId") for each in cited[1:]] == ["p1", "p2", "p3"]


def amended(operation: str) -> str:
    """The text of the article after one operation; its error message where it is refused."""
    spec = redline.load_spec(
        "redline: 1\nid: s\ntitle: T\njurisdiction: kz\nlanguage: ru\ndate: 2026-03-01\n"
        f"acts: {{a: a.xml}}\namendments:\n  - act: a\n    operations:\n      - {operation}\n",
        acts={"a": article()},
    )
    marked = redline.amend(spec)["a"]
    return "\n".join("".join(p.itertext()) for p in marked.after().root.iter("{*}p"))


@pytest.mark.parametrize(
    ("operation", "instead"),
    [
        ("repeal: пункт 2 статьи 5", "repeal: p5 .. p9"),
        ("{replace: пункт 1 статьи 5, with: 1. Иное.}", "replace: p1 .. p2"),
        ("{insert: 1-1. Новое., after: пункт 1 статьи 5}", "after: p2"),
        ("{insert: 3) птица., into: пункт 2 статьи 5}", "after: p9"),
    ],
)
def test_a_paragraph_is_not_taken_without_what_stands_beside_it(operation: str, instead: str) -> None:
    with pytest.raises(redline.AmendmentErrors) as refused:
        amended(operation)
    (error,) = refused.value.errors
    assert (error.slug, instead in error.do) == ("operation-impossible", True)


def test_named_with_all_that_is_beside_it_a_paragraph_goes() -> None:
    text = amended("{repeal: p5 .. p9, leave: nothing}")
    assert "зерно" not in text
    assert "министерства" not in text
    assert "Изменения вносятся в" in text


def test_words_in_a_paragraph_are_searched_in_its_points_too() -> None:
    text = amended("{substitute: скот, with: рогатый скот, in: пункт 2 статьи 5}")
    assert "рогатый скот." in text


TABLE = "<table><tr><td><p>Вид</p></td></tr></table>"


def test_a_table_is_no_paragraph_in_the_count_of_what_stands_beside_it() -> None:
    lines = (("1.", f"Ставки таковы:</p>{TABLE}<p>прочие иные."), ("", "Ставки меняет закон."))
    addresses = Addresses(WorkingAct(article(lines)))
    (target,) = addresses.find("часть вторая пункта 1 статьи 5")
    assert (target.element.get("eId"), target.part) == ("p2", None)
    assert cite(target.element, addresses.view, "ru") == "часть вторая пункта 1 статьи 5"
    (second,) = addresses.find("абзац второй части первой пункта 1 статьи 5")
    assert [words_of(block, addresses.view) for block in second.blocks] == ["прочие иные."]


def test_one_of_two_paragraphs_of_a_provision_beside_is_not_the_whole_of_it() -> None:
    lines = (("1.", "Вывоз запрещен,"), ("", "если иное не сказано,</p><p>в том числе в договоре."))
    (target,) = Addresses(WorkingAct(article(lines))).find("абзац второй пункта 1 статьи 5")
    assert (target.provision.get("eId"), target.part, len(target.blocks)) == ("p2", "block", 1)
