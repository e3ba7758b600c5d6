"""Every place where a tracked change is easily wrong: both texts come out exactly, and the marks are where they belong."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from .reading import W, act_xml, amended, article, changed, exact, table

OPTIONS = [
    {"granularity": granularity, "moves": moves, "contents": contents}
    for granularity, moves, contents in product(("words", "provisions"), (False, True), (False, True))
]


@pytest.fixture(params=OPTIONS, ids=lambda options: "-".join(str(value) for value in options.values()))
def options(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Every way in which a redline can be asked for."""
    return dict(request.param)


BODY = article(1, "One.") + article(2, "Two.", "More of two.") + article(3, "Three.")
FEES = table("Net | 10", "Rod | 5")


def marks(root: Any, kind: str) -> int:
    """How many paragraph marks came or went."""
    return len(root.findall(f".//{W}pPr/{W}rPr/{W}{kind}"))


def test_an_insertion_at_the_very_start(options: dict[str, Any]) -> None:
    root = exact(
        amended(act_xml(BODY, title=""), "- insert: |\n    Article 1-1. Aim\n    The aim.\n  before: art 1"),
        **options,
    )
    first = next(p for p in root.iter(f"{W}p") if "Article 1-1." in "".join(p.itertext()))
    assert first.find(f"{W}pPr/{W}rPr/{W}ins") is not None


def test_an_insertion_at_the_very_end(options: dict[str, Any]) -> None:
    root = exact(
        amended(act_xml(BODY), "- insert: |\n    Article 4. Entry\n    At once.\n  after: art 3"), **options
    )
    last = list(root.iter(f"{W}p"))[-1]
    assert last.find(f"{W}pPr/{W}rPr") is None, "the last paragraph of a document is never part of a change"


def test_a_deletion_at_the_very_start_and_at_the_very_end(options: dict[str, Any]) -> None:
    exact(
        amended(
            act_xml(BODY, title=""), "- {repeal: art 1, leave: nothing}\n- {repeal: art 3, leave: nothing}"
        ),
        **options,
    )


def test_a_deletion_right_before_a_table(options: dict[str, Any]) -> None:
    root = exact(
        amended(act_xml(article(1, "Kept.", "Goes.", FEES, "Behind.")), "- omit: Goes.\n  in: art 1"),
        **options,
    )
    assert changed(root, "del") == ["Goes."]
    goes = next(p for p in root.iter(f"{W}p") if "Goes." in "".join(p.itertext()))
    assert goes.find(f"{W}pPr/{W}rPr/{W}del") is not None
    assert goes.getnext().tag == f"{W}tbl"


def test_a_deletion_right_behind_a_table_that_another_follows(options: dict[str, Any]) -> None:
    exact(
        amended(act_xml(article(1, FEES, "Goes.", table("Boat | 7"))), "- omit: Goes.\n  in: art 1"),
        **options,
    )


def test_the_last_paragraph_of_a_container_is_deleted(options: dict[str, Any]) -> None:
    chapters = "".join(
        f'<chapter eId="chp_{n}"><num>Chapter {n}.</num><heading>Part {n}</heading>{articles}</chapter>'
        for n, articles in ((1, article(1, "One.") + article(2, "Two.")), (2, article(3, "Three.")))
    )
    exact(amended(act_xml(chapters), "- {repeal: art 2, leave: nothing}"), **options)


def test_the_last_paragraph_of_a_cell_is_deleted(options: dict[str, Any]) -> None:
    cells = "<table><tr><td><p>Net</p><p>or trap</p></td><td><p>10</p></td></tr></table>"
    root = exact(amended(act_xml(article(1, cells)), "- omit: or trap\n  in: art 1"), **options)
    cell = next(root.iter(f"{W}tc"))
    assert cell[-1].find(f"{W}pPr/{W}rPr") is None


def test_a_whole_table_is_inserted(options: dict[str, Any]) -> None:
    new = "- insert: |\n    Article 1-1. Fees\n    The fees are:\n\n    | Net | 10 |\n    | Rod | 5 |\n  after: art 1"
    root = exact(amended(act_xml(BODY), new), **options)
    assert [row.find(f"{W}trPr/{W}ins") is not None for row in root.iter(f"{W}tr")] == [True, True]


def test_a_whole_table_is_deleted_with_every_row_run_and_paragraph_mark(options: dict[str, Any]) -> None:
    root = exact(
        amended(act_xml(article(1, "One.") + article(2, FEES)), "- {repeal: art 2, leave: nothing}"),
        **options,
    )
    for row in root.iter(f"{W}tr"):
        assert row.find(f"{W}trPr/{W}del") is not None
        assert all(p.find(f"{W}pPr/{W}rPr/{W}del") is not None for p in row.iter(f"{W}p"))
        assert next(row.iter(f"{W}t"), None) is None


def test_tables_beside_each_other_stay_two(options: dict[str, Any]) -> None:
    root = exact(
        amended(act_xml(article(1, FEES, table("Boat | 7"))), "- {substitute: Boat, with: Ship}"), **options
    )
    assert len(list(root.iter(f"{W}tbl"))) == 2


def test_a_table_that_goes_from_between_two_others(options: dict[str, Any]) -> None:
    body = article(1, FEES) + article(2, table("Boat | 7")) + article(3, table("Trap | 9"))
    exact(amended(act_xml(body), "- {repeal: art 2, leave: nothing}"), **options)


def test_a_table_at_the_end_of_a_cell(options: dict[str, Any]) -> None:
    nested = f"<table><tr><td><p>Fees:</p>{FEES}</td></tr></table>"
    root = exact(amended(act_xml(article(1, nested)), "- {substitute: Rod, with: Line}"), **options)
    outer = next(root.iter(f"{W}tc"))
    assert outer[-1].tag == f"{W}p", "Word wants a paragraph behind a table that ends a cell"


def test_a_row_that_comes_and_a_row_that_goes(options: dict[str, Any]) -> None:
    operations = (
        '- insert: "| Boat | 7 |"\n  after: art 1 / table 1 / row 2\n- repeal: art 1 / table 1 / row 1'
    )
    root = exact(amended(act_xml(article(1, FEES)), operations), **options)
    assert len(root.findall(f".//{W}trPr/{W}ins")) == len(root.findall(f".//{W}trPr/{W}del")) == 1


def test_a_column_that_comes_restates_the_table(options: dict[str, Any]) -> None:
    new = "- insert: |\n    new\n    newer\n  after: art 1 / table 1 / column 1"
    root = exact(amended(act_xml(article(1, FEES)), new), **options)
    assert len(list(root.iter(f"{W}tbl"))) == 2
    assert next(root.iter(f"{W}cellIns", f"{W}cellDel"), None) is None


def test_the_words_of_a_column_are_replaced_in_the_cells_as_they_stand(options: dict[str, Any]) -> None:
    new = "- replace: art 1 / table 1 / column 2\n  with: |\n    11\n    6"
    root = exact(amended(act_xml(article(1, FEES)), new), **options)
    assert len(list(root.iter(f"{W}tbl"))) == 1
    assert changed(root, "ins") == ["11", "6"]


NOTED = '<p>Paid<authorialNote marker="*"><p>In cash.</p></authorialNote> at once.</p>'


def test_a_footnote_in_a_deleted_paragraph_goes_with_it(options: dict[str, Any]) -> None:
    root = exact(
        amended(act_xml(article(1, "One.") + article(2, NOTED)), "- {repeal: art 2, leave: nothing}"),
        **options,
    )
    reference = next(root.iter(f"{W}footnoteReference"))
    assert next(reference.iterancestors(f"{W}del"), None) is not None


def test_the_words_of_a_footnote_are_changed_in_the_footnote(options: dict[str, Any]) -> None:
    exact(amended(act_xml(article(1, NOTED)), "- {substitute: In cash., with: By card.}"), **options)


def test_a_footnote_that_comes(options: dict[str, Any]) -> None:
    new = "- replace: art 1\n  with:\n    akn: |\n      " + article(1, NOTED)
    root = exact(amended(act_xml(article(1, "Paid at once.")), new), **options)
    reference = next(root.iter(f"{W}footnoteReference"))
    assert next(reference.iterancestors(f"{W}ins"), None) is not None


UNITS = (
    '<article eId="art_1"><num>Article 1.</num><heading>Nets</heading>'
    '<paragraph eId="art_1__para_1"><num>1.</num><content><p>Nets are marked. Rods are not.</p></content></paragraph>'
    '<paragraph eId="art_1__para_2"><num>2.</num><content><p>Traps are banned.</p></content></paragraph></article>'
)


def test_a_paragraph_that_is_split_deletes_no_words() -> None:
    root = exact(amended(act_xml(UNITS), "- {split: art 1 para 1, before: Rods, as: [1, 1-1]}"))
    assert changed(root, "del") in ([], [" "])
    assert marks(root, "ins") == 1


def test_paragraphs_that_are_joined_delete_no_words_but_the_number() -> None:
    root = exact(amended(act_xml(UNITS), "- {join: [art 1 para 1, art 1 para 2]}"))
    assert changed(root, "del") == ["2. "] or changed(root, "del") == ["2."]
    assert marks(root, "del") == 1


def test_split_and_joined_paragraphs_are_exact_in_every_form(options: dict[str, Any]) -> None:
    exact(amended(act_xml(UNITS), "- {split: art 1 para 1, before: Rods, as: [1, 1-1]}"), **options)
    exact(amended(act_xml(UNITS), "- {join: [art 1 para 1, art 1 para 2]}"), **options)


def test_a_number_and_a_heading_that_change(options: dict[str, Any]) -> None:
    root = exact(
        amended(act_xml(BODY), "- {renumber: art 3, as: 5}\n- {retitle: art 2, as: Nets}"), **options
    )
    assert next(root.iter(f"{W}numPr"), None) is None, "numbers are words, which no acceptance renumbers"


def test_the_whole_act_is_replaced(options: dict[str, Any]) -> None:
    new = act_xml(article(1, "Another.") + article(2, FEES), title="Angling Act")
    lines = "\n".join(f"      {line}" for line in new.splitlines())
    exact(amended(act_xml(BODY), f"- replace: act\n  with:\n    akn: |\n{lines}"), **options)


def test_the_whole_act_is_repealed(options: dict[str, Any]) -> None:
    exact(amended(act_xml(BODY), "- {repeal: act, leave: nothing}"), **options)


QUOTING = (
    "<p><mod>In section 2, for the words substitute <quotedStructure startQuote='“' endQuote='”'><subsection>"
    "<num>(2)</num><content><p>as it then applies.</p></content></subsection></quotedStructure>"
    "<inline name='AppendText'>,</inline></mod></p>"
)


def test_words_that_come_behind_the_comma_of_a_quotation_stand_on_a_line_of_their_own(
    options: dict[str, Any],
) -> None:
    added = "- insert: Nets are exempt.\n  after: art 1 / sentence 1"
    exact(amended(act_xml(article(1, QUOTING)), added), **options)
    gone = QUOTING.replace(",</inline>", ",</inline> Nets are exempt.")
    exact(amended(act_xml(article(1, gone)), "- omit: Nets are exempt.\n  in: art 1"), **options)
    joined = "".join(
        f'<paragraph eId="art_2__para_{n}"><num>{n}.</num><content>{words}</content></paragraph>'
        for n, words in ((1, QUOTING), (2, "<p>Rods are not exempt.</p>"))
    )
    other = f'<article eId="art_2"><num>Article 2.</num><heading>Rods</heading>{joined}</article>'
    exact(amended(act_xml(other), "- {join: [art 2 para 1, art 2 para 2]}"), **options)


def test_the_spaces_around_a_note_are_right_in_both_texts(options: dict[str, Any]) -> None:
    meta = '<notes source="#s"><note eId="n1"><p>Since 2015.</p></note></notes></meta>'
    cell = 'Rules for all who fish made under section 2 <noteRef href="#n1"/> (nets) of the Act of 2003'
    body = article(1, f"<table><tr><td><p>{cell}</p></td></tr></table>") + article(
        2, f"<p>{cell} and rods</p>"
    )
    xml = act_xml(body).replace("</meta>", meta)
    new = f"<table><tr><td><p>{cell.replace('section 2 ', 'section 2 or 3')}</p></td></tr></table>"
    operation = f"- replace: art 1\n  with:\n    akn: |\n      {article(1, new)}\n"
    exact(amended(xml, operation), **options)


@pytest.mark.parametrize(
    "content", ["<p>The fees are:</p>TABLE", "TABLE<p>All pay.</p>", "<p>None pays.</p>"]
)
@pytest.mark.parametrize("table", ["", "\n\n| Net | 20 |\n| Rod | 9 |"])
def test_words_and_tables_beside_a_number_are_replaced_by_others(
    content: str, table: str, options: dict[str, Any]
) -> None:
    xml = act_xml(
        '<article eId="art_1"><num>Article 1.</num><heading>Fees</heading><paragraph eId="art_1__para_1">'
        f"<num>1.</num><content>{content.replace('TABLE', FEES)}</content></paragraph></article>"
    )
    exact(amended(xml, "- replace: art 1 para 1 / text\n  with: Fees are set by the Minister."), **options)
    lines = "".join(f"\n    {line}" for line in f"1. Fees are set by the Minister.{table}".split("\n"))
    exact(amended(xml, f"- replace: art 1 para 1\n  with: |{lines}"), **options)


RULES = "".join(
    f'<paragraph eId="chp_1__para_{n}"><num>{n}.</num><content><p>{words}</p></content></paragraph>'
    for n, words in ((1, "Nets are marked."), (2, "Rods are not."), (3, "Traps are banned."))
)


def test_a_rule_gets_its_first_heading_and_moves_on_with_it(options: dict[str, Any]) -> None:
    chapter = f'<chapter eId="chp_1"><num>Chapter 1.</num><heading>Nets</heading>{RULES}</chapter>'
    operations = (
        "- {retitle: chp_1__para_1, as: Marks}\n- {move: chp_1__para_1, after: chp_1__para_3, as: '4'}"
    )
    exact(amended(act_xml(chapter), operations), **options)


def test_a_rule_gets_a_heading_and_its_text_a_number(options: dict[str, Any]) -> None:
    chapter = (
        '<chapter eId="chp_1"><num>Chapter 1.</num><heading>Nets</heading><paragraph eId="chp_1__para_1">'
        "<num>1.</num><content><p>Nets are marked.</p></content></paragraph></chapter>"
    )
    operations = "- {designate: chp_1__para_1, as: '1'}\n- {retitle: chp_1__para_1, as: Marks}"
    root = exact(amended(act_xml(chapter), operations), **options)
    if options["granularity"] == "words":
        assert changed(root, "del") == [""], "no more than the tab behind the number"


def test_a_list_that_loses_its_items_and_holds_a_comment_of_the_file(options: dict[str, Any]) -> None:
    items = (
        '<blockList eId="art_1__list_1"><listIntroduction>Marked are:</listIntroduction><!-- checked -->'
        '<item eId="art_1__list_1__item_a"><num>(a)</num><p>nets.</p></item></blockList>'
    )
    operation = "- {repeal: art_1__list_1__item_a, leave: nothing}"
    exact(amended(act_xml(article(1, items, "And rods.")), operation), **options)
