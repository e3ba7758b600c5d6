"""`redline import`: laws as plain text, in the layouts in which registers publish them and people type them."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

import redline
from redline.akn.structure import num_of
from redline.akn.working import WorkingAct
from redline.errors import ImportFailure
from redline.importers import Imported, check_valid, import_act
from redline.importers.source import Source
from redline.importers.words import check_words
from redline.model.outline import Division, Frame, Outline, Paragraph
from redline.render.text import render_text
from redline.show import show_act

TEXTS = Path(__file__).parent / "texts"
LANGUAGES = ("ru", "kk", "en")


def imported(language: str, jurisdiction: str = "kz") -> Imported:
    return import_act(TEXTS / f"{language}.txt", jurisdiction=jurisdiction, language=language)


def from_text(text: str, folder: Path, *, language: str = "ru", jurisdiction: str = "kz") -> Imported:
    file = folder / "law.txt"
    file.write_text(text, encoding="utf-8")
    return import_act(file, jurisdiction=jurisdiction, language=language)


def drawn(divisions: list[Division], indent: str = "") -> list[str]:
    """The provisions as an indented outline: identifier, whether it is a stub, and its words."""
    lines: list[str] = []
    for division in divisions:
        heading = f" | {division.heading.text}" if division.heading else ""
        stub = " (repealed)" if division.removed else ""
        lines.append(f"{indent}{division.eid}{stub}: {division.printed}{heading}")
        lines += [f"{indent}  . {paragraph.text}" for paragraph in division.intro]
        lines += drawn(division.children, indent + "  ")
        lines += [f"{indent}  ' {paragraph.text}" for paragraph in division.wrap]
    return lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_law_is_read_as_a_lawyer_reads_it(language: str) -> None:
    outline = imported(language).outline
    lines = [f"preface: {each.text}" for each in outline.preface]
    lines += [f"contents: {entry.paragraph.text}" for entry in outline.contents]
    lines += [f"preamble: {each.text}" for each in outline.preamble]
    lines += drawn(outline.body)
    lines += [f"signature: {each.text}" for each in outline.conclusions]
    for annex in outline.annexes:
        lines += [f"annex: {annex.printed} | {' / '.join(each.text for each in annex.heading)}"]
        lines += drawn(annex.divisions, "  ")
    for note in outline.notes:
        about = note.about.eid if note.about else "the Act"
        told = "; ".join(f"{each.date} № {each.number} in force {each.in_force}" for each in note.amendments)
        lines += [f"note at {about}: {note.paragraphs[0].text[:60]} [{told}]"]
    expected = (TEXTS / f"{language}.expected.txt").read_text(encoding="utf-8")
    assert "\n".join(lines) + "\n" == expected


def test_russian_and_kazakh_of_one_law_have_the_same_provisions() -> None:
    one, other = ([d.eid for d in imported(language).outline.divisions()] for language in ("ru", "kk"))
    assert one == other


def letters(text: str) -> str:
    """A text without white space and what is drawn around titles and tables."""
    return re.sub(r"[\s|=]|-{3,}", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_act_has_the_words_of_the_file_in_their_order_and_none_of_the_notes(language: str) -> None:
    found = imported(language)
    law = letters((TEXTS / f"{language}.txt").read_text(encoding="utf-8"))
    for note in found.outline.notes:
        for paragraph in note.paragraphs:
            law = law.replace(letters(paragraph.text), "", 1)
    assert letters(render_text(found.act).decode("utf-8")) == law


def test_importing_the_text_of_an_act_gives_the_act_back(fixtures: Path, tmp_path: Path) -> None:
    """What the importer reads of redline's own text output is the Act that the text was made of."""
    act = redline.load_act(fixtures / "acts" / "register-rules.xml")
    text = render_text(act)
    (tmp_path / "rules.txt").write_bytes(text)
    again = import_act(tmp_path / "rules.txt", jurisdiction="kz", language="en").act
    assert render_text(again).split() == text.split()
    numbers = [
        [
            num_of(unit, WorkingAct(each).view())
            for unit in each.root.iter("{*}article", "{*}paragraph", "{*}point")
        ]
        for each in (act, again)
    ]
    assert numbers[0] == numbers[1]


def test_provisions_are_addressed_in_the_law_s_own_language() -> None:
    (shown,) = show_act(imported("ru").act, ["подпункт 2) пункта 1 статьи 2"]).shown
    assert shown.words.startswith("получившее удостоверение")
    (shown,) = show_act(imported("kk").act, ["2-баптың 1-тармағының 1) тармақшасы"]).shown
    assert shown.words.startswith("басқа облысқа көшкен")


def test_a_part_that_holds_a_list_is_counted_as_a_part() -> None:
    (shown,) = show_act(imported("ru").act, ["часть вторая пункта 3 статьи 2"]).shown
    assert shown.words.startswith("Отказ направляется заявителю")
    assert "проживает в области" in shown.words
    (shown,) = show_act(imported("ru").act, ["часть третья пункта 3 статьи 2"]).shown
    assert shown.words.startswith("Отказ может быть обжалован")


def test_what_is_given_on_the_command_counts_and_a_title_that_the_file_lacks_is_marked() -> None:
    act = import_act(
        TEXTS / "ru.txt",
        jurisdiction="kz",
        language="ru",
        title="О переселении",
        number="4-II",
        date=datetime.date(2003, 5, 3),
    ).act
    assert act.title == "О переселении"
    assert act.work_uri == "/akn/kz/act/2003-05-03/4-ii"
    (title,) = act.root.iter("{*}longTitle")
    assert title.get("status") == "editorial"


def test_what_the_file_lacks_is_said_in_the_report() -> None:
    said = [remark.words for remark in imported("ru").report.remarks if remark.kind == "supplied"]
    assert len(said) == 4
    assert said[0] == "the title is not known: give --title"


def test_amending_acts_become_events_once_each_and_future_ones_do_not() -> None:
    events = list(imported("ru").act.root.iter("{*}eventRef"))
    made = [
        event.get("date")
        for event in events
        if event.get("type") == "amendment" and not event.get("refersTo")
    ]
    assert made == ["2020-02-03", "2021-05-05", "2022-11-24", "2023-02-03"]


def test_a_list_numbered_twice_is_told_with_its_line(tmp_path: Path) -> None:
    report = from_text(
        "Статья 1. Общее\n1. Первый.\n2. Второй.\n2. Опять второй.\n4. Четвертый.\n", tmp_path
    ).report
    assert [(r.kind, r.line) for r in report.remarks if r.kind.startswith("number")] == [
        ("number-twice", 4),
        ("number-gap", 5),
    ]


def test_an_article_without_text_is_told(tmp_path: Path) -> None:
    report = from_text("Статья 1. Пустая\nСтатья 2. Полная\nСлова.\n", tmp_path).report
    assert [(r.kind, r.line) for r in report.remarks if r.kind == "no-text"] == [("no-text", 1)]


def test_numbers_inside_a_quotation_are_words_of_it(tmp_path: Path) -> None:
    text = 'Статья 1. Общее\n1. До 2030 года действует редакция:\n"1. Первый.\n2. Второй.".\n2. Настоящий второй.\n'
    (article,) = from_text(text, tmp_path).outline.body
    assert [child.number for child in article.children] == ["1", "2"]
    assert article.children[1].intro[0].text == "Настоящий второй."


def test_a_citation_at_the_beginning_of_a_line_is_no_heading(tmp_path: Path) -> None:
    text = "Статья 1. Общее\nСтатья 5 применяется с оговоркой.\nстатья 7. и далее\n"
    outline = from_text(text, tmp_path).outline
    assert [division.number for division in outline.divisions() if division.element == "article"] == ["1"]


def test_sections_of_the_united_kingdom_are_read_by_bare_numbers(tmp_path: Path) -> None:
    text = (
        "Fisheries Act 2020\nPart 1 Licences\n1 Requirement for licence\n(1) A person must not fish.\n(2) A licence—\n"
        "(a) names the vessel, and\n(b) states—\n(i) the species, and\n(ii) the area.\n2 Fees\nA fee is charged.\n"
        "Schedule 1 Forms\n1. The form is here.\n"
    )
    outline = from_text(text, tmp_path, language="en", jurisdiction="uk").outline
    assert outline.frame.title == "Fisheries Act 2020"
    assert [division.eid for division in outline.divisions()] == [
        "part_1", "sec_1", "sec_1__subsec_1", "sec_1__subsec_2", "sec_1__subsec_2__para_a",
        "sec_1__subsec_2__para_b", "sec_1__subsec_2__para_b__subpara_i", "sec_1__subsec_2__para_b__subpara_ii",
        "sec_2", "att_1__subsec_1",
    ]  # fmt: skip


def refused(data: bytes, folder: Path, name: str = "law.txt", language: str = "ru") -> ImportFailure:
    (folder / name).write_bytes(data)
    with pytest.raises(ImportFailure) as caught:
        import_act(folder / name, jurisdiction="kz", language=language)
    assert caught.value.do
    return caught.value


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"", "import-no-law"),
        (b" \n\n\t\n", "import-no-law"),
        ("Дорогой коллега, посылаю письмо.".encode(), "import-no-law"),
        (b"%PDF-1.7\n...", "import-unreadable"),
        (b"PK\x03\x04....", "import-unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "import-unreadable"),
        (b"{\\rtf1 ...}", "import-unreadable"),
        (b"\x00\x01\x02\x03", "import-unreadable"),
        ("Статья 1. Общее\n".encode("koi8-r"), "import-encoding"),
        (b"Article 1. Caf\xe9\n", "import-encoding"),
    ],
)
def test_a_file_that_is_no_law_as_text_is_refused(data: bytes, slug: str, tmp_path: Path) -> None:
    assert refused(data, tmp_path).slug == slug


def test_another_kind_of_file_and_a_language_without_a_pack_are_refused(tmp_path: Path) -> None:
    assert refused(b"{}", tmp_path, "law.json").slug == "import-format"
    assert refused(b"Artikel 1.", tmp_path, language="de").slug == "import-language"
    with pytest.raises(ImportFailure, match="there is no file"):
        import_act(tmp_path / "absent.txt", jurisdiction="kz", language="ru")


def test_windows_1251_is_read_and_said(tmp_path: Path) -> None:
    text = "Статья 1. Общие положения\nНастоящий Закон регулирует отношения в области переселения.\n"
    (tmp_path / "law.txt").write_bytes(text.encode("cp1251"))
    found = import_act(tmp_path / "law.txt", jurisdiction="kz", language="ru")
    assert found.outline.body[0].heading == Paragraph("Общие положения", 1)
    assert any("Windows-1251" in decision for decision in found.report.decisions)


def test_line_ends_and_a_byte_order_mark_are_no_words(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_bytes("\ufeffСтатья 1. Общее\r\n1. Слова.\r\n".encode())
    found = import_act(tmp_path / "law.txt", jurisdiction="kz", language="ru")
    assert [division.eid for division in found.outline.divisions()] == ["art_1", "art_1__para_1"]


def test_an_act_that_lacks_a_word_of_the_file_is_refused() -> None:
    source = Source([[(1, "Статья 1. Общее")], [(2, "Одно слово.")]], "")
    outline = Outline(Frame("ru", "kz"))
    act = redline.load_act(TEXTS.parents[2] / ".." / "fixtures" / "acts" / "labour.xml")
    with pytest.raises(ImportFailure) as caught:
        check_words(source, outline, act.to_bytes(), "law.txt")
    assert caught.value.slug == "import-lost-words"


def test_an_act_that_is_not_valid_is_refused() -> None:
    data = imported("en").act.to_bytes().replace(b"<num>", b"<p>x</p><num>", 1)
    with pytest.raises(ImportFailure) as caught:
        check_valid(redline.load_act(data), Path("law.txt"))
    assert caught.value.slug == "import-invalid"


@pytest.mark.parametrize(
    ("words", "repealed"),
    [
        ("исключен Законом РК от 24.11.2015 № 421-V;", True),
        ("(исключен)", True),
        ("исключен Законом от 01.06.2026 № 231;", True),
        ("алып тасталды – 01.06.2026 № 231 Заңымен;", True),
        ("Исключить Законом РК от 04.12.2025 № 236-VIII.", True),
        ("исключен из государственного реестра;", False),
        ("исключить двойное налогообложение;", False),
        ("утратил силу документ, удостоверяющий личность;", False),
    ],
)
def test_a_stub_is_told_from_a_provision_that_speaks_of_exclusion(
    words: str, repealed: bool, tmp_path: Path
) -> None:
    (article,) = from_text(f"Статья 1. Общее\n1) {words}\n2) слова.\n", tmp_path).outline.body
    assert article.children[0].removed is repealed


def test_pieces_of_torn_lines_are_told(tmp_path: Path) -> None:
    report = from_text("Статья 1. Общее\n1. Лицо, указанное в\nстатье 2\nЗакона, платит.\n", tmp_path).report
    assert [(r.kind, r.line) for r in report.remarks if r.kind == "torn"] == [("torn", 3)]


def references(found: Imported) -> list[tuple[str, str | None]]:
    return [("".join(each.itertext()), each.get("href")) for each in found.act.root.iter("{*}ref")]


def test_sure_citations_become_references() -> None:
    assert references(imported("ru")) == [("статье 2", "#art_2")]
    assert references(imported("kk")) == [("2-бабында", "#art_2")]


def test_doubtful_and_quoted_citations_and_those_of_other_acts_stay_words(tmp_path: Path) -> None:
    text = (
        "Статья 1. Общее\n1) первое;\n2) второе.\nСтатья 2. Ссылки\n"
        "1. Согласно подпункту 2) пункта 7 статьи 1 настоящего Закона.\n2. Согласно статье 1 Трудового кодекса.\n"
        '3. Действует редакция:\n"Статья 9. Иное\nСм. пункт 1 настоящей статьи.".\n'
    )
    assert references(from_text(text, tmp_path)) == []


@pytest.mark.parametrize(
    ("closing", "closes"),
    [
        ("Лица, указанные в настоящем пункте, ведут учет.", True),
        ("Требование настоящего подпункта не распространяется на детей.", False),
    ],
)
def test_words_behind_a_list_that_speak_of_the_paragraph_close_its_list(
    closing: str, closes: bool, tmp_path: Path
) -> None:
    """In Kazakhstan's laws пункт is the numbered paragraph, подпункт the entry of its list."""
    text = f"Статья 1. Учет\n1. Учет ведут:\n1) акимат;\n2) суд.\n{closing}\n2. Учет бесплатен.\n"
    paragraph = from_text(text, tmp_path).outline.body[0].children[0]
    behind = paragraph.wrap if closes else paragraph.children[-1].intro[1:]
    assert [each.text for each in behind] == [closing]


@pytest.mark.parametrize(
    ("language", "line", "form"),
    [
        ("ru", "Закон Республики Казахстан от 22 июля 2011 года № 477-IV", "Закон Республики Казахстан"),
        ("kk", "Қазақстан Республикасының 2011 жылғы 22 шілдедегі № 477-IV Заңы", "Қазақстан Республикасының Заңы"),
        ("en", "Law of the Republic of Kazakhstan dated 22 July 2011 No. 477-IV", "Law of the Republic of Kazakhstan"),
    ],
)  # fmt: skip
def test_the_form_of_an_act_is_told_from_its_date_and_number(
    language: str, line: str, form: str, tmp_path: Path
) -> None:
    heads = {"ru": "Статья 1. Общее", "kk": "1-бап. Жалпы", "en": "Article 1. General"}
    frame = from_text(f"{line}\n{heads[language]}\n1. x\n", tmp_path, language=language).outline.frame
    assert (frame.form, frame.number, frame.date) == (form, "477-IV", datetime.date(2011, 7, 22))


def test_the_line_below_the_number_of_an_annex_is_its_heading(tmp_path: Path) -> None:
    text = (
        "Статья 1. Учет\nУчет ведется.\nПриложение 1\nФорма выписки\n1. Выписка содержит дату.\n"
        "Приложение 2\nк приказу\n1. Срок – год.\nПриложение 3\nСрок исчисляется со дня выдачи.\n"
    )
    annexes = from_text(text, tmp_path).outline.annexes
    assert [[each.text for each in annex.heading] for annex in annexes] == [["Форма выписки"], [], []]
    assert [annex.printed for annex in annexes] == ["Приложение 1", "Приложение 2 к приказу", "Приложение 3"]
    assert [[each.text for each in annex.paragraphs] for annex in annexes][1:] == [
        [],
        ["Срок исчисляется со дня выдачи."],
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Глава 1. Учет\n1. Учет ведется.\nМинистр\nР. Хольм\n"),
        ("kk", "1-тарау. Есепке алу\n1. Есеп жүргізіледі.\nМинистр\nР. Хольм\n"),
    ],
)
def test_the_minister_s_signature_stands_behind_the_order(language: str, text: str, tmp_path: Path) -> None:
    outline = from_text(text, tmp_path, language=language).outline
    assert [each.text for each in outline.conclusions] == ["Министр", "Р. Хольм"]
    assert len(outline.body[0].children[0].intro) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "Статья 1. Учет\n1. Учет ведется.\n2. Исключен Законом РФ от 04.05.2020 № 312.\n"
            "Сноска. Статья 1 с изменением, внесенным Законом РФ от 04.05.2020 № 312.\n",
        ),
        (
            "kk",
            "1-бап. Есеп\n1. Есеп жүргізіледі.\n2. Алып тасталды – АР 04.05.2020 № 312 Заңымен.\n"
            "Ескерту. 1-бапқа өзгеріс енгізілді – АР 04.05.2020 № 312 Заңымен.\n",
        ),
        (
            "en",
            "Article 1. Records\n1. Records are kept.\n"
            "2. Is excluded by the Law of the Republic of Kazakhstan dated 04.05.2020 No. 312.\n"
            "Footnote. Article 1 as amended by the Law of the Republic of Kazakhstan dated 04.05.2020 No. 312 "
            "(shall be enforced from 18.05.2020).\n",
        ),
    ],
)
def test_registers_of_other_states_and_in_english_have_notes_and_stubs_too(
    language: str, text: str, tmp_path: Path
) -> None:
    outline = from_text(text, tmp_path, language=language).outline
    assert [(each.number, each.removed) for each in outline.body[0].children] == [("1", False), ("2", True)]
    (note,) = outline.notes
    assert [(each.date, each.number) for each in note.amendments] == [(datetime.date(2020, 5, 4), "312")]


@pytest.mark.parametrize(
    ("language", "text", "terms"),
    [
        (
            "ru",
            "Статья 1. Понятия\nВ настоящем Законе используются следующие основные понятия:\n"
            "1) квота (далее – квота) – число работников;\n2) виза – отметка;\n3) иное.\nСтатья 2. Учет\n"
            "1) учет – обязателен.\n",
            ["квота", "виза"],
        ),
        (
            "kk",
            "1. Осы Қағидаларда мынадай ұғымдар пайдаланылады:\nжазба – бір оқиға туралы мәліметтер;\n"
            "оператор – ұйым.\n2. Жазба – қысқа.\n",
            ["жазба", "оператор"],
        ),
        (
            "en",
            "Article 1. Concepts\nThe following basic concepts are used in this Law:\n1) visa – a mark;\n"
            "2) quota – a number.\n",
            ["visa", "quota"],
        ),
    ],
)
def test_the_terms_of_a_list_of_definitions_are_marked_and_named_in_the_references(
    language: str, text: str, terms: list[str], tmp_path: Path
) -> None:
    act = from_text(text, tmp_path, language=language).act
    assert [term.text for term in act.root.iter("{*}term")] == terms
    named = {f"#{each.get('eId')}": each.get("showAs") for each in act.root.iter("{*}TLCTerm")}
    assert [named[term.get("refersTo") or ""] for term in act.root.iter("{*}term")] == terms


def test_markup_inside_running_text_brings_no_white_space_with_it(tmp_path: Path) -> None:
    text = "Статья 1. Понятия\nВ настоящем Законе используются следующие понятия:\n1) виза – отметка.\n"
    act = from_text(text, tmp_path).act
    assert "".join(list(act.root.iter("{*}p"))[-1].itertext()) == "виза – отметка."


def test_an_order_of_numbered_paragraphs_alone_has_a_preamble_a_signature_and_an_annex(
    tmp_path: Path,
) -> None:
    text = (
        "Приказ Министра труда Республики Казахстан от 3 марта 2020 года № 17\nОб утверждении формы\n"
        "В соответствии с законом ПРИКАЗЫВАЮ:\n1. Утвердить форму.\n2. Департаменту обеспечить:\n1) печать;\n"
        "2) рассылку.\nМинистр\nА. Иванов\nПриложение 1\nФорма\n1. Дата.\n"
    )
    outline = from_text(text, tmp_path).outline
    assert [each.text for each in outline.preamble] == ["В соответствии с законом ПРИКАЗЫВАЮ:"]
    assert [each.printed for each in outline.body] == ["1.", "2."]
    assert [each.text for each in outline.conclusions] == ["Министр", "А. Иванов"]
    assert [annex.heading[0].text for annex in outline.annexes] == ["Форма"]


@pytest.mark.parametrize(
    ("jurisdiction", "text", "eids"),
    [
        (
            "uk",
            "Migration Act 2020\n2020 CHAPTER 12\nPART 1\nGeneral\n1 Overview\n(1) This Act is about migration.\n"
            "2 Duty\nThe Agency must act.\n",
            ["part_1", "sec_1", "sec_1__subsec_1", "sec_2"],
        ),
        (
            "us-dc",
            "SEC. 1. SHORT TITLE.\nThis Act may be cited as the Visa Act.\nSEC. 2. DEFINITIONS.\n(a) In general.\n",
            ["sec_1", "sec_2", "sec_2__subsec_a"],
        ),
    ],
)
def test_acts_of_the_united_kingdom_and_bills_of_congress_have_their_sections(
    jurisdiction: str, text: str, eids: list[str], tmp_path: Path
) -> None:
    found = from_text(text, tmp_path, language="en", jurisdiction=jurisdiction).outline
    assert [division.eid for division in found.divisions() if division.number] == eids
