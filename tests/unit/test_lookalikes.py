"""Words that mix Latin and Cyrillic letters are read as they look; genuinely Latin words are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redline.akn.find import LETTERS, occurrences
from redline.model.lookalikes import CYRILLIC, LATIN, fold_lookalikes, other_alphabet

READ = frozenset({LETTERS})


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("тiркелiм", "тіркелім"),
        ("Əскери қызмет", "Әскери қызмет"),
        ("Веpховного Совета", "Верховного Совета"),
        ("№ 94-VІ", "№ 94-VI"),
        ("№ 94-ІІІ", "№ 94-III"),
        ("вступает в силу c 1 января", "вступает в силу с 1 января"),
        ("c 1 января", "с 1 января"),
    ],
)
def test_a_word_is_read_as_it_looks(written: str, read: str) -> None:
    assert fold_lookalikes(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "стандарт ISO 9001",
        "адрес e-mail",
        "COVID-19",
        "подпункт a) пункта 2",
        "витамин C",
        "IP-адрес и PhD",
        "РhDшник",
        "Глава І",
        "О чем",
    ],
)
def test_what_is_latin_and_what_is_in_doubt_stays(text: str) -> None:
    assert fold_lookalikes(text) == text


def test_words_are_found_whichever_of_the_two_texts_has_the_odd_letters() -> None:
    law, clean = "Осы тiркелiм ашық.", "Осы тіркелім ашық."
    for words in ("тiркелiм", "тіркелім", "тiркелім"):
        for text in (law, clean):
            assert occurrences(words, text, READ) == [(4, 12)]
        assert occurrences(words, law) == ([(4, 12)] if words == "тiркелiм" else [])


def test_a_part_of_a_mixed_word_is_found_as_it_is_written_too() -> None:
    assert occurrences("iрке", "тiркелiм", READ) == occurrences("ірке", "тiркелiм", READ) == [(1, 5)]
    assert occurrences("i", "тiркелiм i", READ) == [(1, 2), (6, 7), (9, 10)]


def test_numbers_in_letters_are_those_of_the_other_alphabet_where_they_look_the_same() -> None:
    assert other_alphabet("а") == "a"
    assert other_alphabet("3A") == "3А"
    assert other_alphabet("б") == other_alphabet("5") == ""


@given(st.text(st.sampled_from(list(LATIN + CYRILLIC + "бгжDRs .,-9)"))))
def test_the_offsets_stay_good_and_reading_twice_is_reading_once(text: str) -> None:
    read = fold_lookalikes(text)
    assert len(read) == len(text)
    assert fold_lookalikes(read) == read
    pairs = dict(zip(LATIN, CYRILLIC, strict=True))
    assert all(a == b or pairs.get(a) == b or pairs.get(b) == a for a, b in zip(text, read, strict=True))


@given(st.text(st.sampled_from(list("abcxyzABC .,-9"))))
def test_latin_text_is_never_read_otherwise(text: str) -> None:
    without = text if text[:1] not in "aocy" else ""
    assert fold_lookalikes(without) == without
