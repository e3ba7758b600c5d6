"""The formulas of amending Acts, row by row as Kazakhstan's laws have them in Russian and in Kazakh."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from redline.languages.en_formulas import EnglishFormulas
from redline.languages.formulas import Formulas
from redline.languages.kk_formulas import KazakhFormulas
from redline.languages.ru_formulas import RussianFormulas
from redline.model.address import NUMBERED_PART, REMARK, Part, Step
from redline.model.amending import Instruction, Location, QuotedText, Sentence

RU, KK = RussianFormulas(), KazakhFormulas()


def words_of(sentence: Sentence, marks: tuple[str, str] = ("«", "»")) -> str:
    opening, closing = marks
    return "".join(
        f"{opening}{piece.words}{closing}" if isinstance(piece, QuotedText) else str(piece)
        for piece in sentence
    )


def article(number: str, *inner: tuple[str, str]) -> Location:
    units = {"para": "paragraph", "point": "point"}
    steps = [Step(number, ("article",)), *(Step(n, (units[unit],)) for unit, n in inner)]
    return Location(tuple(steps))


def part(place: Location, *parts: tuple[str, int]) -> Location:
    made = tuple(Part(kind, index) for kind, index in parts)  # type: ignore[arg-type]
    return replace(place, parts=made)


def row(*, name: str | None) -> Location:
    """A row of the only table of article 5."""
    return Location(A5.steps, (Part("table"), Part("row", words=name)))


def coded(number: str, numbered: str) -> Location:
    """A numbered part of an article of a code that calls it so."""
    return Location((Step(number, ("article",)), Step(numbered, NUMBERED_PART)))


A5, A36 = article("5"), article("36")
IN_A5 = article("5")
ROWS: list[tuple[str, Instruction, Location | None, str, str]] = [
    (
        "restate an article", Instruction("replace", (A5,), "o"), None,
        "статью 5 изложить в следующей редакции:", "5-бап мынадай редакцияда жазылсын:",
    ),
    (
        "restate several articles", Instruction("replace", (article("37"), article("38")), "o"), None,
        "статьи 37 и 38 изложить в следующей редакции:", "37 және 38-баптар мынадай редакцияда жазылсын:",
    ),
    (
        "restate points of an article",
        Instruction("replace", (article("36", ("para", "1")), article("36", ("para", "4"))), "o"), None,
        "пункты 1 и 4 статьи 36 изложить в следующей редакции:",
        "36-баптың 1 және 4-тармақтары мынадай редакцияда жазылсын:",
    ),
    (
        "restate a part",
        Instruction("replace", (part(article("33", ("para", "1")), ("part", 2)),), "o"), None,
        "часть вторую пункта 1 статьи 33 изложить в следующей редакции:",
        "33-баптың 1-тармағының екінші бөлігі мынадай редакцияда жазылсын:",
    ),
    (
        "restate a paragraph of a part",
        Instruction("replace", (part(article("517"), ("part", 5), ("block", 1)),), "o"), None,
        "абзац первый части пятой статьи 517 изложить в следующей редакции:",
        "517-баптың бесінші бөлігінің бірінші абзацы мынадай редакцияда жазылсын:",
    ),
    (
        "restate a subpoint inside a point",
        Instruction("replace", (article("5", ("para", "2"), ("point", "1")),), "o"), IN_A5,
        "подпункт 1) пункта 2 изложить в следующей редакции:",
        "2-тармақтың 1) тармақшасы мынадай редакцияда жазылсын:",
    ),
    (
        "restate a heading",
        Instruction("retitle", (Location(A5.steps, (Part("heading"),)),), "o"), IN_A5,
        "заголовок изложить в следующей редакции:", "тақырып мынадай редакцияда жазылсын:",
    ),
    (
        "add an article", Instruction("insert", (Location(),), "o", new=(article("17-1"),)), None,
        "дополнить статьей 17-1 следующего содержания:", "мынадай мазмұндағы 17-1-баппен толықтырылсын:",
    ),
    (
        "add a chapter",
        Instruction("insert", (Location(),), "o", new=(Location((Step("68-2", ("chapter",)),)),)), None,
        "дополнить главой 68-2 следующего содержания:", "мынадай мазмұндағы 68-2-тараумен толықтырылсын:",
    ),
    (
        "add a subpoint",
        Instruction(
            "insert", (article("5", ("para", "3")),), "o", new=(article("5", ("para", "3"), ("point", "4-1")),)
        ),
        IN_A5,
        "пункт 3 дополнить подпунктом 4-1) следующего содержания:",
        "3-тармақ мынадай мазмұндағы 4-1) тармақшамен толықтырылсын:",
    ),
    (
        "add several points",
        Instruction("insert", (A5,), "o", new=tuple(article("5", ("para", n)) for n in ("10", "11", "12", "13"))),
        IN_A5,
        "дополнить пунктами 10, 11, 12 и 13 следующего содержания:",
        "мынадай мазмұндағы 10, 11, 12 және 13-тармақтармен толықтырылсын:",
    ),
    (
        "add subpoints that are not adjacent",
        Instruction(
            "insert", (article("5", ("para", "1")),), "o",
            new=tuple(article("5", ("para", "1"), ("point", n)) for n in ("36-1", "37-1")),
        ),
        article("5", ("para", "1")),
        "дополнить подпунктами 36-1) и 37-1) следующего содержания:",
        "мынадай мазмұндағы 36-1) және 37-1) тармақшалармен толықтырылсын:",
    ),
    (
        "add a part", Instruction("insert", (article("12"),), "o", new=(part(article("12"), ("part", 5)),)), None,
        "статью 12 дополнить частью пятой следующего содержания:",
        "12-бап мынадай мазмұндағы бесінші бөлікпен толықтырылсын:",
    ),
    (
        "add a paragraph",
        Instruction(
            "insert", (article("5", ("para", "2")),), "o", new=(part(article("5", ("para", "2")), ("block", 4)),)
        ),
        IN_A5,
        "пункт 2 дополнить абзацем четвертым следующего содержания:",
        "2-тармақ мынадай мазмұндағы төртінші абзацпен толықтырылсын:",
    ),
    (
        "replace words",
        Instruction("substitute", (article("5", ("para", "2")),), "o", pairs=(("до года", "до двух лет"),)), IN_A5,
        "в пункте 2 слова «до года» заменить словами «до двух лет»",
        "2-тармақтағы «до года» деген сөздер «до двух лет» деген сөздермен ауыстырылсын",
    ),
    (
        "replace a word by words",
        Instruction("substitute", (article("5", ("para", "2")),), "o", pairs=(("застав", "отделов связи"),)), IN_A5,
        "в пункте 2 слово «застав» заменить словами «отделов связи»",
        "2-тармақтағы «застав» деген сөз «отделов связи» деген сөздермен ауыстырылсын",
    ),
    (
        "replace words by a word",
        Instruction("substitute", (article("5", ("para", "2")),), "o", pairs=(("отделов связи", "застав"),)), IN_A5,
        "в пункте 2 слова «отделов связи» заменить словом «застав»",
        "2-тармақтағы «отделов связи» деген сөздер «застав» деген сөзбен ауыстырылсын",
    ),
    (
        "replace several pairs",
        Instruction("substitute", (A5,), "o", pairs=(("A1", "B1"), ("A2", "B2"), ("A3", "B3"))), IN_A5,
        "слова «A1», «A2» и «A3» заменить соответственно словами «B1», «B2» и «B3»",
        "«A1», «A2» және «A3» деген сөздер тиісінше «B1», «B2» және «B3» деген сөздермен ауыстырылсын",
    ),
    (
        "through the whole Act",
        Instruction(
            "substitute", (Location(),), "o", everywhere=True,
            pairs=(("оралманам", "кандасам"), ("оралманы", "кандасы")),
        ),
        None,
        "по всему тексту слова «оралманам» и «оралманы» заменить соответственно словами «кандасам» и «кандасы»",
        "бүкіл мәтін бойынша «оралманам» және «оралманы» деген сөздер тиісінше «кандасам» және «кандасы» деген "
        "сөздермен ауыстырылсын",
    ),
    (
        "figures",
        Instruction("substitute", (article("5", ("para", "2")),), "o", pairs=(("10", "15"),)), IN_A5,
        "в пункте 2 цифры «10» заменить цифрами «15»",
        "2-тармақтағы «10» деген цифрлар «15» деген цифрлармен ауыстырылсын",
    ),
    (
        "insert after words",
        Instruction(
            "add", (article("46", ("para", "1")),), "o", words="или до двух лет", anchor="до одного года", side="after"
        ),
        None,
        "пункт 1 статьи 46 после слов «до одного года» дополнить словами «или до двух лет»",
        "46-баптың 1-тармағы «до одного года» деген сөздерден кейін «или до двух лет» деген сөздермен толықтырылсын",
    ),
    (
        "insert after a word",
        Instruction("add", (article("5", ("para", "1")),), "o", words="указов", anchor="актов", side="after"), IN_A5,
        "пункт 1 после слова «актов» дополнить словом «указов»",
        "1-тармақ «актов» деген сөзден кейін «указов» деген сөзбен толықтырылсын",
    ),
    (
        "append words",
        Instruction(
            "add", (part(article("14", ("para", "3-1")), ("part", 2)),), "o", words="и виды учета",
            anchor="бақылау түрлері", side="end",
        ),
        None,
        "часть вторую пункта 3-1 статьи 14 дополнить словами «и виды учета»",
        "14-баптың 3-1-тармағының екінші бөлігі «бақылау түрлері» деген сөздерден кейін «и виды учета» деген "
        "сөздермен толықтырылсын",
    ),
    (
        "delete words",
        Instruction("omit", (A5,), "o", pairs=(("морских частей", ""),)), IN_A5,
        "слова «морских частей» исключить", "«морских частей» деген сөздер алып тасталсын",
    ),
    (
        "delete a word",
        Instruction("omit", (article("161", ("para", "1")),), "o", pairs=(("военное", ""),)), None,
        "в пункте 1 статьи 161 слово «военное» исключить",
        "161-баптың 1-тармағындағы «военное» деген сөз алып тасталсын",
    ),
    (
        "delete a subpoint",
        Instruction("repeal", (article("5", ("para", "1"), ("point", "4")),), "o"), article("5", ("para", "1")),
        "подпункт 4) исключить", "4) тармақша алып тасталсын",
    ),
    (
        "delete a part", Instruction("repeal", (part(article("18"), ("part", 2)),), "o"), None,
        "часть вторую статьи 18 исключить", "18-баптың екінші бөлігі алып тасталсын",
    ),
    (
        "delete an article", Instruction("repeal", (article("18-1"),), "o"), None,
        "статью 18-1 исключить", "18-1-бап алып тасталсын",
    ),
    (
        "words in a sentence",
        Instruction(
            "substitute", (part(article("24", ("para", "4")), ("sentence", 1)),), "o", pairs=(("A a", "B b"),)
        ),
        None,
        "в предложении первом пункта 4 статьи 24 слова «A a» заменить словами «B b»",
        "24-баптың 4-тармағының бірінші сөйлеміндегі «A a» деген сөздер «B b» деген сөздермен ауыстырылсын",
    ),
    (
        "words in several places",
        Instruction(
            "substitute", (article("55", ("para", "6")), article("55", ("para", "6-1"))), "o",
            pairs=(("застав", "отделений"),),
        ),
        None,
        "в пунктах 6 и 6-1 статьи 55 слово «застав» заменить словом «отделений»",
        "55-баптың 6 және 6-1-тармақтарындағы «застав» деген сөз «отделений» деген сөзбен ауыстырылсын",
    ),
    (
        "words in several parts",
        Instruction(
            "substitute",
            (part(article("5", ("para", "4")), ("part", 2)), part(article("5", ("para", "4")), ("part", 5))),
            "o", pairs=(("застав", "отделений"),),
        ),
        IN_A5,
        "в частях второй и пятой пункта 4 слово «застав» заменить словом «отделений»",
        "4-тармақтың екінші және бесінші бөліктеріндегі «застав» деген сөз «отделений» деген сөзбен "
        "ауыстырылсын",
    ),
    (
        "words in places of several kinds",
        Instruction(
            "substitute",
            (
                part(article("101-2", ("para", "4")), ("part", 2)),
                part(article("101-2", ("para", "4")), ("part", 5)),
                part(article("101-2", ("para", "5")), ("part", 2)),
                article("101-2", ("para", "7")),
                article("101-2", ("para", "8")),
            ),
            "o", pairs=(("застав", "отделений"),),
        ),
        None,
        "в частях второй и пятой пункта 4, в части второй пункта 5, в пунктах 7 и 8 статьи 101-2 слово «застав» "
        "заменить словом «отделений»",
        "101-2-баптың 4-тармағының екінші және бесінші бөліктеріндегі, 5-тармағының екінші бөлігіндегі, 7 және "
        "8-тармақтарындағы «застав» деген сөз «отделений» деген сөзбен ауыстырылсын",
    ),
    (
        "one figure",
        Instruction("substitute", (article("5", ("para", "2")),), "o", pairs=(("3", "4"),)), IN_A5,
        "в пункте 2 цифру «3» заменить цифрой «4»",
        "2-тармақтағы «3» деген цифр «4» деген цифрмен ауыстырылсын",
    ),
    (
        "restate a row by its number", Instruction("replace", (row(name="331"),), "o"), None,
        "строку 331 таблицы статьи 5 изложить в следующей редакции:",
        "5-баптың кестесінің 331-жолы мынадай редакцияда жазылсын:",
    ),
    (
        "delete a row by its name", Instruction("repeal", (row(name="Строительство"),), "o"), IN_A5,
        "строку «Строительство» таблицы исключить", "кестенің «Строительство» деген жолы алып тасталсын",
    ),
    (
        "add a row without a number",
        Instruction(
            "insert", (Location(A5.steps, (Part("table"),)),), "o", new=(row(name=None),),
            beside=row(name="Нагорье"), side="after",
        ),
        IN_A5,
        "таблицу после строки «Нагорье» дополнить строкой следующего содержания:",
        "кесте «Нагорье» деген жолдан кейін мынадай мазмұндағы жолмен толықтырылсын:",
    ),
    (
        "add a note",
        Instruction("insert", (article("669"),), "o", new=(Location(article("669").steps, (REMARK,)),)), None,
        "статью 669 дополнить примечанием следующего содержания:",
        "669-бап мынадай мазмұндағы ескертпемен толықтырылсын:",
    ),
    (
        "add titles to the contents",
        Instruction(
            "insert", (Location((), (Part("toc"),)),), "o",
            new=tuple(
                Location((Step(number, (unit,)),), (Part("toc"), Part("heading")))
                for unit, number in (("chapter", "68-2"), ("article", "476-5"), ("article", "476-6"))
            ),
        ),
        None,
        "оглавление дополнить заголовками главы 68-2, статьи 476-5 и статьи 476-6 следующего содержания:",
        "мазмұны мынадай мазмұндағы 68-2-тараудың, 476-5-баптың және 476-6-баптың тақырыптарымен "
        "толықтырылсын:",
    ),
    (
        "restate a part of a code", Instruction("replace", (coded("519", "1"),), "o"), None,
        "часть первую статьи 519 изложить в следующей редакции:",
        "519-баптың бірінші бөлігі мынадай редакцияда жазылсын:",
    ),
    (
        "designate the text under the name of its article",
        Instruction("designate", (A5,), "o", new=(article("5", ("para", "1")),)), IN_A5,
        "текст считать пунктом 1", "мәтін 1-тармақ деп есептелсін",
    ),
    (
        "renumber",
        Instruction(
            "renumber", (article("5", ("para", "3")), article("5", ("para", "4"))), "o",
            new=(article("5", ("para", "4")), article("5", ("para", "5"))),
        ),
        IN_A5,
        "пункты 3 и 4 считать соответственно пунктами 4 и 5",
        "3 және 4-тармақтар тиісінше 4 және 5-тармақтар деп есептелсін",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("instruction", "within", "wanted"), [(i, w, ru) for _, i, w, ru, _ in ROWS], ids=[r[0] for r in ROWS]
)
def test_the_russian_formula_is_that_of_the_laws(
    instruction: Instruction, within: Location | None, wanted: str
) -> None:
    assert words_of(RU.say(instruction, within)) == wanted


@pytest.mark.parametrize(
    ("instruction", "within", "wanted"), [(i, w, kk) for _, i, w, _, kk in ROWS], ids=[r[0] for r in ROWS]
)
def test_the_kazakh_formula_is_that_of_the_laws(
    instruction: Instruction, within: Location | None, wanted: str
) -> None:
    assert words_of(KK.say(instruction, within)) == wanted


@pytest.mark.parametrize(
    ("formulas", "wanted"), [(RU, "в статье 5"), (KK, "5-бапта"), (EnglishFormulas(), "in Article 5")]
)
def test_what_stands_under_the_name_of_an_article_is_opened_by_it(formulas: Formulas, wanted: str) -> None:
    assert formulas.open_group(A5, None) == wanted
