"""Russian and Kazakh citations in every form that drafters and laws use: both orders, abbreviated, in words, in
each case, alone and in lists.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline.languages import kk_forms, ru_forms
from redline.languages.kk import PACK as KAZAKH
from redline.languages.ru import PACK as RUSSIAN
from redline.model.address import Citation, Part, Step
from tests.citation_reading import shown

numbers = st.builds(
    lambda first, behind: f"{first}-{behind}" if behind else str(first),
    st.integers(1, 950),
    st.integers(0, 12),
)
counted = st.integers(1, 99)


@st.composite
def provisions(draw: st.DrawFn) -> tuple[tuple[Step, ...], tuple[Part, ...]]:
    """An article with a paragraph and a point of it or without, and what is counted in it."""
    units = draw(st.sampled_from((["article"], ["article", "paragraph"], ["article", "paragraph", "point"])))
    units = draw(st.sampled_from((units, ["article", "point"])))
    steps = tuple(Step(draw(numbers), (unit,), unit) for unit in units)
    kinds = draw(st.sampled_from(((), ("part",), ("block",), ("part", "block"), ("block", "sentence"))))
    parts = tuple(Part(kind, draw(counted), "paragraph" if kind == "part" else None) for kind in kinds)
    return steps, parts


def named(steps: Iterable[Step], parts: Iterable[Part]) -> str:
    return shown(Citation("", tuple(steps), tuple(parts)))


def read(found: tuple[Citation, ...] | None) -> list[str]:
    return [] if found is None else [shown(each) for each in found]


SPACES = ("\u00a0", "  ", "\u202f")


@given(provisions(), st.sampled_from(ru_forms.CASES), st.sampled_from((" ", *SPACES)))
def test_russian_in_each_case_from_the_innermost_unit(
    cited: tuple[tuple[Step, ...], tuple[Part, ...]], case: ru_forms.Case, space: str
) -> None:
    text = RUSSIAN.write_citation(*cited, case=case).replace(" ", space)
    assert read(RUSSIAN.read_citation(text)) == [named(*cited)]
    assert read(RUSSIAN.read_citation(text.capitalize())) == [named(*cited)]
    assert read(RUSSIAN.read_citation(f"{text} настоящего Кодекса")) == [named(*cited)]


@given(provisions(), st.sampled_from(kk_forms.CASES), st.sampled_from((" ", *SPACES)))
def test_kazakh_in_each_case_from_the_outermost_unit(
    cited: tuple[tuple[Step, ...], tuple[Part, ...]], case: kk_forms.Case, space: str
) -> None:
    text = KAZAKH.write_citation(*cited, case=case)
    assert read(KAZAKH.read_citation(text.replace(" ", space))) == [named(*cited)]
    assert read(KAZAKH.read_citation(KAZAKH.write_citation(*cited, belongs=True))) == [named(*cited)]
    assert read(KAZAKH.read_citation(f"осы Заңның {KAZAKH.write_citation(*cited, belongs=True)}")) == [
        named(*cited)
    ]


WORDS = {
    "article": ("статья", "ст.", "ст"),
    "paragraph": ("пункт", "п."),
    "point": ("подпункт", "пп.", "подп."),
}


@given(provisions(), st.data())
def test_russian_from_the_outermost_unit_and_abbreviated(
    cited: tuple[tuple[Step, ...], tuple[Part, ...]], data: st.DataObject
) -> None:
    steps, _ = cited
    words = [(data.draw(st.sampled_from(WORDS[step.units[0]])), step) for step in steps]
    pieces = [f"{word} {step.number}{')' if step.units[0] == 'point' else ''}" for word, step in words]
    outside_in = data.draw(st.sampled_from((" ", ", "))).join(pieces)
    assert read(RUSSIAN.read_citation(outside_in)) == [named(steps, ())], outside_in
    close = outside_in.replace(". ", ".")
    assert read(RUSSIAN.read_citation(close)) == [named(steps, ())], close
    if all(word.endswith(".") for word, _ in words):
        inside_out = " ".join(reversed(pieces))
        assert read(RUSSIAN.read_citation(inside_out)) == [named(steps, ())], inside_out


@given(
    st.lists(provisions().map(lambda cited: cited[0]), min_size=2, max_size=3),
    st.sampled_from(ru_forms.CASES),
)
def test_russian_lists_name_each_of_theirs(cited: list[tuple[Step, ...]], case: ru_forms.Case) -> None:
    """With the unit word before each number nothing is taken for the inside of anything else."""
    for between in (", ", " и ", ", и "):
        text = between.join(RUSSIAN.write_citation(steps, case=case) for steps in cited)
        found = RUSSIAN.read_citation(text)
        # Where genitives leave it open what stands inside what, the list is no address at all.
        assert found is None or read(found) == [named(steps, ()) for steps in cited], text
        if case in ("dative", "instrumental") and "и" in between:
            assert found is not None, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "в частях второй и пятой пункта 4, в части второй пункта 5, в пунктах 7 и 8 статьи 101-2",
            [
                "article 101-2 paragraph 4 / part 2",
                "article 101-2 paragraph 4 / part 5",
                "article 101-2 paragraph 5 / part 2",
                "article 101-2 paragraph 7",
                "article 101-2 paragraph 8",
            ],
        ),
        ("пунктом 4 статьи 78, пунктом 4 статьи 85", ["article 78 paragraph 4", "article 85 paragraph 4"]),
        (
            "подпунктом 1) пункта 1, подпунктом 3) пункта 2 статьи 5",
            ["article 5 paragraph 1 point 1", "article 5 paragraph 2 point 3"],
        ),
        (
            "пунктами 2, 3 статьи 4, статьей 7",
            ["article 4 paragraph 2", "article 4 paragraph 3", "article 7"],
        ),
        ("подпункты с 1) по 4) пункта 2 статьи 8", ["article 8 paragraph 2 point 1 .. 4"]),
        (
            "абзацы со второго по четвертый пункта 1 статьи 5",
            [f"article 5 paragraph 1 / block {place}" for place in (2, 3, 4)],
        ),
        ("подпункт «а» пункта 1 статьи 5", ["article 5 paragraph 1 point а"]),
        ("графа 2 таблицы приложения 1", ["attachment 1 / table None / column 2"]),
        ("ст. 5 п. 2, ст. 6 п. 1", ["article 5 paragraph 2", "article 6 paragraph 1"]),
        ("пункт 1 примечания к статье 62", ["article 62 note paragraph 1"]),
        ("примечанием к статье 669", ["article 669 note"]),
    ],
)
def test_lists_of_a_law_are_read_as_the_law_means_them(text: str, expected: list[str]) -> None:
    assert read(RUSSIAN.read_citation(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5-баптың 1-тармағы және 6-баптың 2-тармағы", ["article 5 paragraph 1", "article 6 paragraph 2"]),
        (
            "6-баптың 1-тармағының 14) тармақшасындағы, 15-баптың 1-тармағының 1) тармақшасындағы",
            ["article 6 paragraph 1 point 14", "article 15 paragraph 1 point 1"],
        ),
        ("62-баптың ескертпесінің 1-тармағы", ["article 62 note paragraph 1"]),
        ("2-қосымшаның екінші бөлігі", ["attachment 2 / part 2"]),
        ("осы Кодекстің 5-бабының 2-тармағы", ["article 5 paragraph 2"]),
    ],
)
def test_kazakh_lists_and_notes(text: str, expected: list[str]) -> None:
    assert read(KAZAKH.read_citation(text)) == expected


@pytest.mark.parametrize(
    "text", ["статьей 27, частью первой статьи 28", "пункта 1 статьи 3, подпункта 2) пункта 4 статьи 6"]
)
def test_a_list_that_can_be_read_as_a_nest_is_no_address(text: str) -> None:
    found = RUSSIAN.read_citation(text)
    assert found is None or all(
        [step.units[0] for step in each.steps].count("article") == 1 for each in found
    )


def test_a_list_in_a_sentence_is_two_provisions_and_no_article_in_an_article() -> None:
    text = "в случаях, предусмотренных пунктом 4 статьи 78, пунктом 4 статьи 85 настоящего Закона"
    (mention,) = RUSSIAN.find_citations(text)
    assert [shown(each) for each in mention.citations] == ["article 78 paragraph 4", "article 85 paragraph 4"]
    assert mention.explicit
