"""Which languages are installed and how they are found."""

from __future__ import annotations

import pytest

from redline.languages import PACKS, LanguagePack, get_pack, short_code


@pytest.mark.parametrize("code", ["en", "en-GB", "EN", "eng", "en_US"])
def test_a_language_is_found_by_any_code_for_it(code: str) -> None:
    pack = get_pack(code)
    assert pack is not None
    assert pack.code == "en"


@pytest.mark.parametrize("code", ["mn", "und", "", None])
def test_a_language_without_a_pack_is_none(code: str | None) -> None:
    assert get_pack(code) is None


@pytest.mark.parametrize(("code", "short"), [("rus", "ru"), ("kaz", "kk"), ("pt-BR", "pt"), (None, "und")])
def test_codes_are_shortened_to_two_letters(code: str | None, short: str) -> None:
    assert short_code(code) == short


def test_each_language_is_registered_once() -> None:
    codes = [pack.code for pack in PACKS]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_every_unit_word_stands_for_elements(pack: LanguagePack) -> None:
    for word, elements in pack.unit_words.items():
        assert word == word.lower()
        assert elements
