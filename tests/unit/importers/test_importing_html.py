"""`redline import` of saved web pages: the law without the menus around it, and no word of it lost."""

from __future__ import annotations

from pathlib import Path

import pytest

import redline
from redline.errors import ImportFailure
from redline.importers import Imported, import_act
from redline.render.html import render_html

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>База</title><script>var s = "Статья 9. Нет";</script>
</head><body><nav>Главная</nav><h1>О переселении</h1><form><div class="card">Карточка документа</div>
<div class="text">
<h3>Глава 1. Общее</h3>
<h3>Статья 1. Новоселы<br>и их права</h3>
<p>1. Новосел – лицо, указанное в <a href="/x">статье 2</a>
настоящего Закона, имеет право на:</p>
<p>1) жилье площадью 15 м<sup>2</sup>;</p>
<p>2) подъемные.</p>
<p style="display:none">Черновик</p>
<table><caption>Ставки</caption><tr><th>Семья</th><th colspan="2">Ставка</th></tr>
<tr><td rowspan="2">малая | одна</td><td>10</td><td>11</td></tr><tr><td>12</td><td>13</td></tr></table>
<p>Сноска. Статья 1 с изменением, внесенным Законом РК от 03.02.2023 <a href="/y">№ 80-II</a>.</p>
<div>Статья 2. Учет</div>
<ol start="1"><li>Учет ведет акимат.</li><li>Учет бесплатен.</li></ol>
</div></form><footer>Контакты</footer></body></html>"""


def imported(page: str | bytes, folder: Path, *, language: str = "ru", name: str = "law.html") -> Imported:
    (folder / name).write_bytes(page if isinstance(page, bytes) else page.encode("utf-8"))
    return import_act(folder / name, jurisdiction="kz", language=language)


def test_the_law_is_read_without_the_page_around_it(tmp_path: Path) -> None:
    found = imported(PAGE, tmp_path)
    assert [
        f"{each.eid} {each.heading.text if each.heading else ''}".strip()
        for each in found.outline.divisions()
    ] == [
        "chp_1 Общее",
        "art_1 Новоселы и их права",
        "art_1__para_1",
        "art_1__para_1__point_1",
        "art_1__para_1__point_2",
        "art_2 Учет",
        "art_2__para_1",
        "art_2__para_2",
    ]
    law = "".join(found.act.root.find(".//{*}body").itertext())  # type: ignore[union-attr]
    for outside in ("Главная", "Карточка", "Контакты", "Черновик", "Сноска"):
        assert outside not in law
    said = "".join(found.report.decisions)
    assert "О переселении" in said
    assert 'that are hidden were left out: "Черновик"' in said


def test_links_raised_letters_and_tables_keep_their_words_together(tmp_path: Path) -> None:
    found = imported(PAGE, tmp_path)
    paragraph = found.outline.body[0].children[0].children[0]
    assert (
        paragraph.intro[0].text == "Новосел – лицо, указанное в статье 2 настоящего Закона, имеет право на:"
    )
    assert [each.text for each in found.act.root.iter("{*}sup")] == ["2"]
    rows = [["".join(cell.itertext()).strip() for cell in row] for row in found.act.root.iter("{*}tr")]
    assert rows == [["Семья", "Ставка"], ["малая | одна", "10", "11"], ["12", "13"]]
    spans = [(cell.get("colspan"), cell.get("rowspan")) for cell in found.act.root.iter("{*}th", "{*}td")]
    assert spans == [(None, None), ("2", None), (None, "2"), *[(None, None)] * 4]


def test_numbers_that_a_browser_shows_are_words_of_the_law(tmp_path: Path) -> None:
    article = imported(PAGE, tmp_path).outline.body[0].children[1]
    assert [(each.printed, each.intro[0].text) for each in article.children] == [
        ("1.", "Учет ведет акимат."),
        ("2.", "Учет бесплатен."),
    ]


@pytest.mark.parametrize("name", ["migration", "labour", "register-rules"])
def test_an_act_that_redline_wrote_as_a_page_comes_back(name: str, fixtures: Path, tmp_path: Path) -> None:
    act = redline.load_act(fixtures / "acts" / f"{name}.xml")
    again = imported(render_html(act), tmp_path, language="en").act
    kept = ("{*}chapter", "{*}article", "{*}paragraph", "{*}point")
    one, other = ([unit.get("eId") for unit in each.document.iter(*kept)] for each in (act, again))
    assert one == other


def test_the_encoding_that_a_page_names_is_believed(tmp_path: Path) -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1251"').encode("cp1251")
    assert imported(page, tmp_path).outline.body[0].heading is not None


@pytest.mark.parametrize(
    ("page", "slug"),
    [
        ("", "import-no-law"),
        ("<html><body><p>Список документов</p></body></html>", "import-no-law"),
        (b"%PDF-1.7", "import-unreadable"),
        (PAGE.replace("<tr><td>12</td>", "<tr>чужое<td>12</td>"), "import-lost-words"),
    ],
)
def test_a_page_without_a_law_and_words_in_strange_places_are_refused(
    page: str | bytes, slug: str, tmp_path: Path
) -> None:
    with pytest.raises(ImportFailure) as caught:
        imported(page, tmp_path)
    assert caught.value.slug == slug
    assert caught.value.do


def test_a_row_of_headings_is_the_head_of_its_table(tmp_path: Path) -> None:
    table = "<table><tr><th>Срок</th><th>Орган</th></tr><tr><th>1 год</th><td>акимат</td></tr></table>"
    act = imported(f"<p>Статья 1. Сроки</p><p>Сроки:</p>{table}", tmp_path).act
    rows = [[(cell.tag.rpartition("}")[2], "".join(cell.itertext()).strip()) for cell in row]
            for row in act.root.iter("{*}tr")]  # fmt: skip
    assert rows == [[("th", "Срок"), ("th", "Орган")], [("td", "1 год"), ("td", "акимат")]]
