"""Comparison tables: what shares a row, what is left out, what is said where there is nothing."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import redline
from redline.addresses.cite import cite
from redline.akn.marks import View
from redline.render import render_bytes
from redline.render.table.columns import COLUMNS, SETS, columns_named
from redline.render.table.table import ComparisonTable, comparison_table, told_in
from redline.render.table.words import table_words
from tests.table_laws import breaches
from tests.table_reading import table_reading

ACT = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>
<identification source="#me"><FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification>
</meta><preface><p><docTitle>{title}</docTitle></p></preface><body>
<article eId="art_1"><num>{article} 1.</num><heading>{heading}</heading>
<paragraph eId="art_1__para_1"><num>1.</num><intro><p>The register states:</p></intro>
<point eId="art_1__para_1__point_1"><num>1)</num><content><p>the name;</p></content></point>
<point eId="art_1__para_1__point_2"><num>2)</num><content><p>the <b>place</b> of stay;</p></content></point>
<point eId="art_1__para_1__point_3"><num>3)</num><content><p>the permit.</p></content></point></paragraph>
<paragraph eId="art_1__para_2"><num>2.</num><content><p>Access is free of charge.</p></content></paragraph>
</article>
<article eId="art_2"><num>{article} 2.</num><heading>Fees</heading>
<paragraph eId="art_2__para_1"><num>1.</num><content><p>No fee is charged.</p></content></paragraph>
</article></body></act></akomaNtoso>
"""

WHOLE = View({})
Amend = Callable[..., redline.Amended]


@pytest.fixture
def amend(tmp_path: Path) -> Amend:
    """Amends the little law on a register by operations given as the lines of a spec."""

    def amended(operations: str, *, language: str = "eng", head: str = "", **options: Any) -> redline.Amended:
        names = {"eng": ("Article", "Register Law", "The register"), "rus": ("Статья", "О реестре", "Реестр"),
                 "kaz": ("Бап", "Тізілім туралы", "Тізілім")}[language]  # fmt: skip
        act = ACT.format(language=language, article=names[0], title=names[1], heading=names[2])
        (tmp_path / "act.xml").write_text(act, encoding="utf-8")
        lines = "\n".join("      " + line for line in operations.strip().splitlines())
        (tmp_path / "spec.yaml").write_text(
            "redline: 1\nid: t\njurisdiction: kz\nacts: {register: act.xml}\n"
            f"{head}amendments:\n  - act: register\n    operations:\n{lines}\n",
            encoding="utf-8",
        )
        return redline.amend(redline.load_spec(tmp_path / "spec.yaml"), **options)

    return amended


def rows(table: ComparisonTable) -> list[str]:
    """The rows of a table of one Act, as text without its title."""
    return table_reading(table).partition("\n\n")[2].rstrip().split("\n\n")


def test_a_changed_point_is_shown_with_its_article_and_paragraph_and_gaps_for_the_rest(amend: Amend) -> None:
    amended = amend("- {substitute: stay, with: residence, in: art 1 para 1 point 2, because: A reason.}")
    assert rows(comparison_table(amended)) == [
        "1. Article 1, paragraph 1, point 2)\n"
        "  < Article 1. The register\n"
        "  <   1. The register states:\n"
        "  < …\n"
        "  <     2) the place of **stay**;\n"
        "  < …\n"
        "  > Article 1. The register\n"
        "  >   1. The register states:\n"
        "  > …\n"
        "  >     2) the place of **residence**;\n"
        "  > …\n"
        "  because: A reason."
    ]


@pytest.mark.parametrize(
    ("context", "shown"),
    [
        (1, ["1) the name;", "2) the place of **residence**;", "3) the permit.", "…"]),
        (2, ["1) the name;", "2) the place of **residence**;", "3) the permit.", "2. Access is free of charge."]),
        ("all", ["1) the name;", "2) the place of **residence**;", "3) the permit.", "2. Access is free of charge."]),
    ],
)  # fmt: skip
def test_more_of_the_surroundings_is_kept_where_it_is_asked_for(
    amend: Amend, context: Any, shown: list[str]
) -> None:
    amended = amend("- {substitute: stay, with: residence, in: art 1 para 1 point 2}")
    table = comparison_table(amended, context=context)
    lines = [line.removeprefix("  > ").strip() for line in rows(table)[0].splitlines() if line[2] == ">"]
    assert lines[2:] == shown
    assert breaches(table, amended) == []


def test_what_is_new_was_absent_and_what_goes_is_to_be_deleted(amend: Amend) -> None:
    amended = amend(
        "- insert: |\n    4) the date.\n  after: art 1 para 1 point 3\n"
        "- {repeal: art 1 para 2, leave: nothing}\n"
        "- {repeal: art 2, leave: nothing}\n"
        "- insert: |\n    Article 3. Entry into force\n    This Law enters into force at once.\n  after: art 2"
    )
    table = comparison_table(amended)
    assert [row.splitlines()[0] for row in rows(table)] == [
        "1. Article 1, paragraph 1, point 4)",
        "2. Article 1, paragraph 2",
        "3. Article 2",
        "4. Article 3",
    ]
    first, second, third, fourth = (row.splitlines()[1:] for row in rows(table))
    assert first[3:5] == ["  <     [Absent]", "  < …"]
    assert second[-2:] == ["  > …", "  >   [**Delete**]"]
    assert third[-1:] == ["  > [**Delete**]"]
    assert fourth[0] == "  < [Absent]"


def test_points_that_different_instructions_change_have_a_row_each(amend: Amend) -> None:
    amended = amend("- {omit: name, in: art 1 para 1 point 1}\n- {omit: place, in: art 1 para 1 point 2}")
    assert [row.elements for row in comparison_table(amended).acts[0].rows] == [
        ("Article 1, paragraph 1, point 1)",),
        ("Article 1, paragraph 1, point 2)",),
    ]


def test_neighbours_that_one_instruction_changes_share_a_row_and_others_do_not(amend: Amend) -> None:
    together = amend(
        "- {substitute: the, with: every, times: all, in: [art 1 para 1 point 1, art 1 para 1 point 2]}"
    )
    assert [row.elements for row in comparison_table(together).acts[0].rows] == [
        ("Article 1, paragraph 1, point 1)", "Article 1, paragraph 1, point 2)")
    ]
    apart = amend(
        "- {omit: of charge, in: art 1 para 2}\n- {omit: 'No', in: art 2 para 1}\n- {omit: name, in: art 1 para 1 point 1}"
    )
    assert len(comparison_table(apart).acts[0].rows) == 3
    assert [row.elements for row in comparison_table(apart, rows="article").acts[0].rows] == [
        ("Article 1, paragraph 1, point 1)", "Article 1, paragraph 2"),
        ("Article 2, paragraph 1",),
    ]


def test_a_provision_that_moves_has_one_row_with_both_its_places(amend: Amend) -> None:
    amended = amend(
        "- {move: art 1 para 2, after: art 2 para 1, as: '2'}\n"
        "- {substitute: free of charge, with: open to all, in: art 1 para 2, because: Openness.}\n"
        "- {retitle: art 1, as: Registers}"
    )
    table = comparison_table(amended)
    assert [row.elements for row in table.acts[0].rows] == [
        ("Article 1, heading",),
        ("Article 1, paragraph 2 → Article 2, paragraph 2",),
    ]
    moved = rows(table)[1]
    assert "  <   2. Access is **free of charge**." in moved
    assert "  >   2. Access is **open to all**." in moved
    assert "because: Openness." in moved
    assert breaches(table, amended) == []


def test_a_number_stands_beside_the_words_that_replace_its_words_and_their_table() -> None:
    act = ACT.replace("Access is free of charge.</p>", "Fees:</p><table><tr><td><p>Net</p></td></tr></table>")
    spec = (
        "redline: 1\nid: t\nacts: {register: act.xml}\namendments:\n  - act: register\n    operations:\n"
        "      - {replace: art 1 para 2 / text, with: Free.}\n"
    )
    xml = act.format(language="eng", article="Article", title="Register Law", heading="The register")
    amended = redline.amend(redline.load_spec(spec, acts={"register": redline.load_act(xml.encode())}))
    found = comparison_table(amended)
    assert breaches(found, amended) == []
    assert "  >   2. **Free.**" in rows(found)[0]


def test_a_provision_whose_text_gets_a_number_on_its_way_has_no_other_row(amend: Amend) -> None:
    amended = amend("- {designate: art 1 para 2, as: '1'}\n- {move: art 1, after: art 2, as: '3'}")
    for by in ("element", "article"):
        table = comparison_table(amended, rows=by)
        assert breaches(table, amended) == []
        [row] = rows(table)
        assert "  <   2. Access is free of charge." in row
        assert "  >     **1)** Access is free of charge." in row


def test_what_does_not_apply_yet_and_what_changes_no_text_is_said_after_the_table(amend: Amend) -> None:
    amended = amend(
        "- {omit: of charge, in: art 1 para 2, commencement: {event: the census}}\n"
        "- {omit: 'No', in: art 2 para 1, when: digital}\n"
        "- {omit: name, in: art 1 para 1 point 1, commencement: 2026-07-01}\n"
        "- {omit: place, in: art 1 para 1 point 2, commencement: 2026-07-01}\n"
        "- {omit: permit, in: art 1 para 1 point 3, commencement: 2027-01-01}",
    )
    table = comparison_table(amended)
    assert table.waiting == (
        "“of charge” is omitted in article 1, paragraph 2 (op-1) – awaits an event: the census",
        "“No” is omitted in article 2, paragraph 1 (op-2) – is conditional on digital",
    )
    assert str(table.commencement) == "2026-07-01"
    assert [told_in("reason", row, table) for row in table.acts[0].rows] == [
        (),
        (),
        ("In force from 1 January 2027.",),
    ]


@pytest.mark.parametrize(
    ("language", "name", "absent", "delete"),
    [
        ("rus", "подпункт 2) пункта 1 статьи 1", "Отсутствует", "Исключить"),
        ("kaz", "1-баптың 1-тармағының 2) тармақшасы", "Жоқ", "Алып тасталсын"),
    ],
)
def test_a_table_speaks_the_language_of_its_act(
    amend: Amend, language: str, name: str, absent: str, delete: str
) -> None:
    amended = amend(
        "- {substitute: stay, with: residence, in: art_1__para_1__point_2}\n"
        "- {repeal: art_2, leave: nothing}\n"
        "- {retitle: art_1, as: N}",
        language=language,
    )
    table = comparison_table(amended)
    assert table.words.language == {"rus": "ru", "kaz": "kk"}[language]
    heading = {"rus": "заголовок статьи 1", "kaz": "1-баптың тақырыбы"}[language]
    article = {"rus": "статья 2", "kaz": "2-бап"}[language]
    assert [row.elements for row in table.acts[0].rows] == [(heading,), (name,), (article,)]
    assert (table.words.absent, table.words.delete) == (absent, delete)


def test_all_languages_of_the_table_name_every_column() -> None:
    for language in ("en", "ru", "kk"):
        assert set(table_words(language).columns) == {*COLUMNS, "act", "original", "result"}
    assert table_words("fra") is table_words("en")


@pytest.mark.parametrize("name", SETS)
def test_a_set_of_columns_is_one_of_columns_that_there_are(name: str) -> None:
    assert set(columns_named(name)) <= set(COLUMNS)
    assert columns_named(", ".join(SETS[name])) == SETS[name]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("curent,proposed", '"curent", did you mean current?'),
        ("current,current", "named twice"),
        (" , ", "no column is named"),
    ],
)
def test_columns_that_there_are_not_are_refused_with_those_that_there_are(asked: str, said: str) -> None:
    with pytest.raises(redline.RenderError) as caught:
        columns_named(asked)
    assert caught.value.slug == "columns-unknown"
    assert all(words in caught.value.message for words in said.split(", "))
    assert "proposed" in caught.value.do


@pytest.mark.parametrize("options", [{"context": -1}, {"context": "much"}, {"rows": "chapter"}])
def test_a_wrong_option_of_a_table_is_refused(amend: Amend, options: dict[str, Any]) -> None:
    with pytest.raises(redline.RenderError, match=r"paragraphs|rows"):
        comparison_table(amend("- {omit: name, in: art 1 para 1 point 1}"), **options)


def test_the_laws_of_tables_are_broken_by_a_row_that_is_missing_and_by_words_that_the_act_has_not(
    amend: Amend,
) -> None:
    amended = amend("- {omit: of charge, in: art 1 para 2}\n- {omit: 'No', in: art 2 para 1}")
    other = amend("- {substitute: of charge, with: to all, in: art 1 para 2}")
    table = comparison_table(amended)
    assert breaches(table, amended) == []
    assert any("no row shows" in said for said in breaches(comparison_table(other), amended))
    assert any("not a line of the Act" in said for said in breaches(comparison_table(other), amended))


def test_a_table_of_a_spec_that_changes_nothing_says_so(amend: Amend) -> None:
    amended = amend("- {omit: 'No', in: art 2 para 1, when: digital}")
    table = comparison_table(amended)
    assert table.acts == ()
    assert len(table.waiting) == 1


def test_dates_are_written_as_the_language_writes_them() -> None:
    day = datetime.date(2026, 7, 1)
    said = {
        code: table_words(code).unless.format(date=table_words(code).date(day)) for code in ("en", "ru", "kk")
    }
    assert said["en"] == "The changes are in force from 1 July 2026, unless a row says otherwise."
    assert said["ru"] == "Изменения вводятся в действие с 1 июля 2026 года, если в строке не указано иное."
    assert said["kk"].endswith("өзгерістер 2026 жылғы 1 шілдеден бастап қолданысқа енгізіледі.")


def test_the_table_says_which_day_it_shows_where_one_was_asked_for(amend: Amend) -> None:
    operations = "- {omit: name, in: art 1 para 1 point 1, commencement: 2026-07-01}"
    asked = comparison_table(amend(operations, as_of=datetime.date(2026, 8, 1)))
    assert asked.above[0] == "The proposed wording is that in force on 1 August 2026."
    assert len(comparison_table(amend(operations)).above) == 1


def test_the_citation_of_a_row_is_the_provision_of_the_amending_act_that_changes_it(amend: Amend) -> None:
    amended = amend(
        "- {substitute: stay, with: residence, in: art 1 para 1 point 2}\n"
        "- {substitute: permit, with: licence, in: art 1 para 1 point 3}\n"
        "- {repeal: art 2, leave: nothing}",
        language="rus",
    )
    table = comparison_table(amended, columns="eu")
    assert [(row.elements, told_in("citation", row, table)) for row in table.acts[0].rows] == [
        (("подпункт 2) пункта 1 статьи 1",), ("абзац второй подпункта 1) статьи 1",)),
        (("подпункт 3) пункта 1 статьи 1",), ("абзац третий подпункта 1) статьи 1",)),
        (("статья 2",), ("подпункт 2) статьи 1",)),
    ]
    law = render_bytes(amended, "amending-act-akn", options={"language": "ru"})
    text = render_bytes(redline.load_act(law), "text").decode()
    first, second = text.partition("1) в пункте 1 статьи 1:")[2].splitlines()[1:3]
    assert "«residence»" in first
    assert "«licence»" in second
    assert "2) статью 2 исключить." in text


def test_an_operation_at_several_places_is_cited_where_it_changes_the_row(amend: Amend) -> None:
    amended = amend("- {substitute: free of charge, with: paid, in: art 1 para 2}\n"
                    "- {add: Truly., at: end, in: [art 1 para 2, art 2 para 1]}", language="kaz")  # fmt: skip
    table = comparison_table(amended, columns="element,citation")
    assert [told_in("citation", row, table) for row in table.acts[0].rows] == [
        ("1-баптың 1) тармақшасының екінші абзацы", "1-баптың 1) тармақшасының үшінші абзацы"),
        ("1-баптың 2) тармақшасы",),
    ]


def test_words_changed_through_the_whole_act_are_cited_where_that_is_said_and_not_by_an_insertion_nearby(
    amend: Amend,
) -> None:
    amended = amend(
        "- {substitute: free, with: exempt, times: all}\n"
        "- insert: |\n    3. The register is kept.\n  after: art 1 para 2",
        language="rus",
    )
    table = comparison_table(amended, columns="element,citation")
    assert [told_in("citation", row, table) for row in table.acts[0].rows] == [
        ("подпункт 1) статьи 1",),
        ("подпункт 2) статьи 1",),
    ]


CHAPTERS = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>
<identification source="#me"><FRBRExpression><FRBRlanguage language="rus"/></FRBRExpression></identification>
</meta><body>
<chapter eId="chp_1"><num>Глава 1.</num><heading>Ведение</heading>
<paragraph eId="a"><num>1.</num><content><p>Журнал ведет комитет.</p></content></paragraph></chapter>
<chapter eId="chp_2"><num>Глава 2.</num><heading>Хранение</heading>
<paragraph eId="b"><num>{first}.</num><content><p>Журнал хранится три года.</p></content></paragraph>
<paragraph eId="c"><num>{second}.</num><content><p>Журнал открыт.</p></content></paragraph></chapter>
</body></act></akomaNtoso>
"""


@pytest.mark.parametrize(
    ("numbers", "named"),
    [
        ((2, 3), ["пункт 1", "пункт 2", "пункт 3"]),
        ((1, 2), ["пункт 1 главы 1", "пункт 1 главы 2", "пункт 2"]),
    ],
)
def test_a_chapter_is_named_only_where_its_points_begin_again(
    numbers: tuple[int, int], named: list[str]
) -> None:
    act = redline.load_act(CHAPTERS.format(first=numbers[0], second=numbers[1]).encode())
    spec = (
        "redline: 1\nid: t\njurisdiction: kz\nacts: {journal: act.xml}\namendments:\n  - act: journal\n"
        "    operations:\n      - {substitute: Журнал, with: Реестр, in: [a, b, c], times: all}\n"
    )
    amended = redline.amend(redline.load_spec(spec, acts={"journal": act}))
    table = comparison_table(amended)
    assert [name for row in table.acts[0].rows for name in row.elements] == named
    assert [cite(place, WHOLE, "ru") for place in act.root.iter("{*}paragraph")] == named
