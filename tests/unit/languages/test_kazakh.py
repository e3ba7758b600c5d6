"""Kazakh citations: read in every usual form, written with the right endings, found in running text."""

from __future__ import annotations

import pytest

from redline.languages import split_sentences
from redline.languages.kk import PACK
from redline.languages.kk_forms import Case, inflect, ordinal
from redline.model.address import Part, Step
from tests.citation_reading import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5-бап", ["article 5"]),
        ("17-1-баптың 5-2-тармағының 1-1) тармақшасы", ["article 17-1 paragraph 5-2 point 1-1"]),
        ("33-баптың 1-тармағының екінші бөлігі", ["article 33 paragraph 1 / part 2"]),
        ("517-баптың бірінші бөлігінің бірінші абзацы", ["article 517 / part 1 / block 1"]),
        ("24-баптың 4-тармағының бірінші сөйлеміндегі", ["article 24 paragraph 4 / sentence 1"]),
        ("5-баптың жиырма бірінші абзацы", ["article 5 / block 21"]),
        ("519-баптың бесінші бөлігінің 1) тармақшасы", ["article 519 paragraph 5 point 1"]),
        ("5-баптың тақырыбы", ["article 5 / heading None"]),
        ("5-бап / тақырып", ["article 5 / heading None"]),
        ("2-қосымшаның 331-жолы", ["attachment 2 / row 331"]),
        ("68-2-тарау", ["chapter 68-2"]),
        ("1-кіші бөлім", ["subsection 1"]),
        ("3-бөлімнің 2-тарауы", ["section 3 chapter 2"]),
        ("кіріспе", ["preamble"]),
        ("36-баптың 1 және 4-тармақтары", ["article 36 paragraph 1", "article 36 paragraph 4"]),
        ("36-1) және 37-1) тармақшалар", ["point 36-1", "point 37-1"]),
        ("10, 11, 12 және 13-тармақтар", [f"paragraph {n}" for n in (10, 11, 12, 13)]),
        ("5–8-баптар", ["article 5 .. 8"]),
    ],
)
def test_a_citation_is_read_as_the_law_writes_it(text: str, expected: list[str]) -> None:
    found = PACK.read_citation(text)
    assert found is not None
    assert [shown(citation) for citation in found] == expected


@pytest.mark.parametrize("text", ["бап", "бірінші бөлік", "осы баптың 2-тармағы", "5 жыл", "5"])
def test_what_is_no_citation_is_not_read_as_one(text: str) -> None:
    assert PACK.read_citation(text) is None


ARTICLE, PARAGRAPH, POINT = Step("5", ("article",)), Step("1", ("paragraph",)), Step("2", ("point",))


@pytest.mark.parametrize(
    ("steps", "parts", "expected"),
    [
        ((ARTICLE,), (), "5-бап"),
        ((ARTICLE, PARAGRAPH, POINT), (), "5-баптың 1-тармағының 2) тармақшасы"),
        ((ARTICLE,), (Part("heading"),), "5-баптың тақырыбы"),
        (
            (ARTICLE, PARAGRAPH),
            (Part("part", 2), Part("block", 3)),
            "5-баптың 1-тармағының екінші бөлігінің үшінші абзацы",
        ),
    ],
)
def test_a_citation_is_written_from_the_outermost_unit_and_read_again(
    steps: tuple[Step, ...], parts: tuple[Part, ...], expected: str
) -> None:
    written = PACK.write_citation(steps, parts)
    assert written == expected
    again = PACK.read_citation(written)
    assert again is not None
    assert [step.number for step in again[0].steps] == [step.number for step in steps]
    assert [(part.kind, part.index) for part in again[0].parts] == [(part.kind, part.index) for part in parts]


def test_a_citation_goes_into_a_sentence_in_any_case() -> None:
    steps = (ARTICLE, PARAGRAPH)
    assert PACK.write_citation(steps, case="adjective") == "5-баптың 1-тармағындағы"
    assert PACK.write_citation((ARTICLE,), case="instrumental") == "5-баппен"
    assert PACK.write_like(steps, "7-бабының 9-тармағында") == "5-бабының 1-тармағында"


@pytest.mark.parametrize(
    ("stem", "case", "many", "possessed", "expected"),
    [
        ("бап", "genitive", False, False, "баптың"),
        ("бап", "instrumental", False, False, "баппен"),
        ("бөлік", "nominative", False, True, "бөлігі"),
        ("тармақ", "genitive", True, True, "тармақтарының"),
        ("тармақша", "adjective", False, True, "тармақшасындағы"),
        ("тарау", "instrumental", False, False, "тараумен"),
        ("сөз", "instrumental", False, False, "сөзбен"),
        ("сөз", "instrumental", True, False, "сөздермен"),
        ("заң", "dative", False, False, "заңға"),
        ("заң", "dative", False, True, "заңына"),
        ("кодекс", "locative", False, False, "кодексте"),
        ("акт", "genitive", False, False, "актінің"),
        ("цифр", "nominative", True, False, "цифрлар"),
        ("келісу", "genitive", False, False, "келісудің"),
        ("иммигрант", "genitive", True, False, "иммигранттардың"),
    ],
)
def test_endings_follow_the_last_vowels_and_the_last_sound(
    stem: str, case: Case, many: bool, possessed: bool, expected: str
) -> None:
    assert inflect(stem, case, many=many, possessed=possessed) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "бірінші"),
        (10, "оныншы"),
        (11, "он бірінші"),
        (20, "жиырмасыншы"),
        (99, "тоқсан тоғызыншы"),
        (100, "жүзінші"),
        (221, "екі жүз жиырма бірінші"),
    ],
)
def test_ordinals_are_written_in_words(number: int, expected: str) -> None:
    assert ordinal(number) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Осы Заңның 5-бабының 2-тармағына сәйкес және 7-бапта көрсетілген тұлға",
            [("5-бабының 2-тармағына", True), ("7-бапта", True)],
        ),
        (
            "осы баптың 3-тармағының 1) және 2) тармақшаларында",
            [("3-тармағының 1) және 2) тармақшаларында", True)],
        ),
        ("осы Кодекстің 5, 6 және 7-баптарында көзделген", [("5, 6 және 7-баптарында", True)]),
        ("Еңбек кодексінің 5-бабында", []),
        ("«Халықтың көші-қоны туралы» Қазақстан Республикасы Заңының 12-бабы", []),
    ],
)
def test_citations_of_this_act_are_found_in_a_sentence(text: str, expected: list[tuple[str, bool]]) -> None:
    found = [(text[mention.start : mention.end], mention.sure) for mention in PACK.find_citations(text)]
    assert found == expected


def test_sentences_end_where_a_reader_ends_them() -> None:
    text = "Заң 2016 ж. 6 сәуірде қабылданды. Осы Заң 2017 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."
    assert len(split_sentences(text, "kaz")) == 2
    assert len(split_sentences("Алым 5 мың теңге. Айыппұл салынады. Құжаттар, т.б. беріледі.", "kaz")) == 3
