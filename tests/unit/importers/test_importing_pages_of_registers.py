"""A page as the register of Kazakhstan's laws prints it: menu, links, notes in spans, signature and the heads of
annexes in tables, title and date above the text.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from redline.importers import Imported, import_act
from redline.show import show_act

PAGE = """<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>О миграции</title></head><body>
<ul class="menu"><li><a href="#z1">Статья 1. Как пользоваться</a></li><li><a href="#z2">Статья 9. Поиск</a></li></ul>
<div class="slogan"><h1>О миграции населения</h1><p>Закон Республики Казахстан от 22 июля 2011 года № 477-IV.</p>
</div><div class="text"><article>
<p><span class="note">      Сноска. По всему тексту слово "оралман" заменено словом "кандас" в соответствии с Законом РК
от 13.05.2020 <a href="/x">№ 327-VI</a> (вводится в действие с 01.01.2021).</span></p>
<p>      Настоящий Закон регулирует общественные отно&shy;шения.</p>
<h3 id="z2">Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ</h3><h3>Статья 1. Понятия, используемые в&nbsp;настоящем Законе</h3>
<p>      1. В настоящем Законе используются понятия:</p><p id="z4">      1) иммигрант – иностранец;</p>
<p id="z5">      2) <span class="note">исключен Законом РК от 24.11.2015 <a href="/x">№ 421-V</a> (вводится в действие с
01.01.2016);</span></p><p>      3) цель – причина.</p>
<p><span class="note">      Сноска. Статья 1 с изменениями, внесенными законами РК от 10.12.2013 <a>№ 153-V</a> (вводится в
действие по истечении десяти календарных дней после дня его первого официального опубликования); от 24.11.2015
<a href="/x">№ 421-V</a> (вводится в действие с 1 января 2016 года).</span></p>
<p id="z10">      Статья 2 <span class="note">исключена Законом РК от 27.12.2019 <a href="/x">№ 291-VІ</a> (вводится в
действие с 11.01.2020).</span></p>
<h3>Статья 3. Заключение</h3><p>      Закон вводится в действие со дня опубликования.</p>
<table><tr><td><p>      Президент <br>Республики Казахстан</p></td><td><p>Н. НАЗАРБАЕВ</p></td></tr></table>
<table><tbody><tr><td></td><td><p>Приложение 1<br>к Закону Республики Казахстан<br>от 22 июля 2011 года
№ 477-IV</p></td></tr></tbody></table>
<h3>Перечень квот</h3><p>1. Квота первая.</p><p>2. Квота вторая.</p>
</article></div><div class="footer">© 2012. РГП на ПХВ</div></body></html>"""


@pytest.fixture(scope="module", params=["utf-8", "windows-1251", "windows-1251 unnamed"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """The page in the encodings that registers use; the old one is not always named."""
    encoding, _, unnamed = request.param.partition(" ")
    text = PAGE.replace('<meta charset="utf-8">', "" if unnamed else f'<meta charset="{encoding}">')
    file = tmp_path_factory.mktemp("page") / "law.html"
    file.write_bytes(text.encode(encoding))
    return import_act(file, jurisdiction="kz", language="ru")


def test_title_form_date_and_number_are_taken_from_above_the_text(page: Imported) -> None:
    frame = page.outline.frame
    assert (frame.title, frame.form) == ("О миграции населения", "Закон Республики Казахстан")
    assert (frame.number, frame.date) == ("477-IV", datetime.date(2011, 7, 22))


def test_a_menu_of_links_and_the_foot_of_the_page_are_no_law(page: Imported) -> None:
    articles = [(d.printed, d.removed) for d in page.outline.divisions() if d.element == "article"]
    assert articles == [("Статья 1.", False), ("Статья 2", True), ("Статья 3.", False)]
    law = "".join(page.act.root.itertext())
    assert "РГП" not in law
    assert "отношения" in law


def test_signature_and_annex_in_tables_are_what_they_are(page: Imported) -> None:
    assert [each.plain for each in page.outline.conclusions] == [
        "Президент Республики Казахстан",
        "Н. НАЗАРБАЕВ",
    ]
    (annex,) = page.outline.annexes
    assert annex.printed == "Приложение 1 к Закону Республики Казахстан от 22 июля 2011 года № 477-IV"
    assert [each.text for each in annex.heading] == ["Перечень квот"]
    (shown,) = show_act(page.act, ["пункт 2 приложения 1"]).shown
    assert "Квота вторая." in str(shown)


def test_notes_tell_what_was_amended_by_which_act_and_from_when(page: Imported) -> None:
    root = page.act.root
    events = [
        (each.get("date"), each.get("source"), each.get("refersTo")) for each in root.iter("{*}eventRef")
    ]
    assert events[1:] == [
        ("2013-12-10", "#amending-1", None),
        ("2015-11-24", "#amending-2", None),
        ("2016-01-01", "#amending-2", "#inforce"),
        ("2020-05-13", "#amending-3", None),
        ("2021-01-01", "#amending-3", "#inforce"),
    ]
    modified = [
        (mod[0].get("href"), mod[1].get("href"), mod.get("type")) for mod in root.iter("{*}textualMod")
    ]
    assert modified[1:] == [
        ("#amending-1", "#art_1", "substitution"),
        ("#amending-2", "#art_1", "substitution"),
    ]


@pytest.mark.parametrize(
    ("language", "head", "text", "number", "printed"),
    [
        (
            "ru",
            "Статья 1. Учет\nУчет ведется.\n",
            "Приложение 2\nк приказу Министра\nот 5 мая 2020 года № 7\nФорма\n1. Дата.\n",
            "2",
            "Приложение 2 к приказу Министра от 5 мая 2020 года № 7",
        ),
        (
            "kk",
            "1-бап. Есеп\nЕсеп жүргізіледі.\n",
            "Қазақстан Республикасының\n2011 жылғы 22 шілдедегі № 477-IV\nЗаңына\n1-қосымша\nНысан\n1. Күні.\n",
            "1",
            "Қазақстан Республикасының 2011 жылғы 22 шілдедегі № 477-IV Заңына 1-қосымша",
        ),
    ],
)
def test_the_head_of_an_annex_over_several_lines_is_one_head(
    language: str, head: str, text: str, number: str, printed: str, tmp_path: Path
) -> None:
    (tmp_path / "law.txt").write_text(head + text, encoding="utf-8")
    (annex,) = import_act(tmp_path / "law.txt", jurisdiction="kz", language=language).outline.annexes
    assert (annex.number, annex.printed) == (number, printed)
    assert [each.text for each in annex.heading] == [text.splitlines()[-2]]
