"""The words of the report and of the package for stakeholders, in each language."""

from __future__ import annotations

from collections.abc import Mapping

from redline.report import words_en, words_kk, words_ru

Words = Mapping[str, str]

RISK_WORDS: Mapping[str, str] = {"high": "error", "medium": "warning", "low": "note"}
"""The risk that a reviewer has stated -> the key of its words."""
WORDS: Mapping[str, Words] = {"en": words_en.WORDS, "ru": words_ru.WORDS, "kk": words_kk.WORDS}


def words_in(language: str) -> Words:
    """The words of a language, or the English ones."""
    return WORDS.get(language, WORDS["en"])
