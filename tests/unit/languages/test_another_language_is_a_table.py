"""That the grammar serves languages with other orders and endings: cut-down Russian and Kazakh tables."""

from __future__ import annotations

import pytest

from redline.languages.citations import CitationReader
from redline.languages.tables import PartWord, Table, Unit

ARTICLE, PARAGRAPH, POINT = ("article",), ("paragraph",), ("point",)

RUSSIAN = CitationReader(
    Table(
        units={
            **dict.fromkeys(("статья", "статьи"), Unit(ARTICLE, "any")),
            "ст": Unit(ARTICLE, "any"),
            **dict.fromkeys(("пункт", "пункты", "пункта", "п"), Unit(PARAGRAPH, "any")),
            **dict.fromkeys(("подпункт", "подпункты", "подпункта", "пп"), Unit(POINT, "any")),
        },
        parts={
            "абзац": PartWord("block"),
            "заголовок": PartWord("heading"),
            **dict.fromkeys(("часть", "части"), PartWord("part")),
        },
        ordinals={"третий": 3, "вторая": 2, "второй": 2},
        joins=frozenset({"и"}),
        outer=frozenset({"статьи", "пункта", "подпункта", "части"}),
        number=r"\d+(?:[-.]\d+)*",
    )
)

KAZAKH = CitationReader(
    Table(
        units={
            **dict.fromkeys(("бап", "баптың", "баптар"), Unit(ARTICLE, "any")),
            **dict.fromkeys(("тармақ", "тармағының", "тармағы", "тармақтары"), Unit(PARAGRAPH, "any")),
            "тармақшасы": Unit(POINT, "any"),
        },
        parts={"бөлігінің": PartWord("part"), "абзацы": PartWord("block"), "тақырыбы": PartWord("heading")},
        ordinals={"екінші": 2, "бірінші": 1},
        joins=frozenset({"және"}),
        number=r"\d+(?:-\d+)*",
        number_first=True,
    )
)


def paths(reader: CitationReader, text: str) -> list[str]:
    found = reader.read(text)
    assert found is not None, text
    shown = []
    for citation in found:
        units = [f"{step.units[0]} {step.number}" for step in citation.steps]
        ends = [f".. {citation.upto[-1].number}"] if citation.upto else []
        parts = [f"/ {part.kind} {part.index or ''}".strip() for part in citation.parts]
        shown.append(" ".join([*units, *ends, *parts]))
    return shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ст. 5 п. 2 пп. 1)", ["article 5 paragraph 2 point 1"]),
        ("подпункт 1) пункта 2 статьи 5", ["article 5 paragraph 2 point 1"]),
        ("пункты 1 и 4 статьи 36", ["article 36 paragraph 1", "article 36 paragraph 4"]),
        ("статьи 5–8", ["article 5 .. 8"]),
        ("подпункт и) пункта 2 статьи 5-1", ["article 5-1 paragraph 2 point и"]),
        ("абзац третий пункта 2 статьи 5", ["article 5 paragraph 2 / block 3"]),
        ("абзац третий части второй статьи 5", ["article 5 / part 2 / block 3"]),
        ("заголовок статьи 5", ["article 5 / heading"]),
    ],
)
def test_genitives_say_what_stands_inside_what(text: str, expected: list[str]) -> None:
    assert paths(RUSSIAN, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5-баптың 2-тармағының 1) тармақшасы", ["article 5 paragraph 2 point 1"]),
        ("5-1-бап", ["article 5-1"]),
        ("36-баптың 1 және 4-тармақтары", ["article 36 paragraph 1", "article 36 paragraph 4"]),
        ("5–8-баптар", ["article 5 .. 8"]),
        ("5-баптың екінші бөлігінің бірінші абзацы", ["article 5 / part 2 / block 1"]),
        ("5-баптың тақырыбы", ["article 5 / heading"]),
    ],
)
def test_numbers_can_stand_before_their_units(text: str, expected: list[str]) -> None:
    assert paths(KAZAKH, text) == expected
