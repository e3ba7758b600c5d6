"""What a spec says once for each language."""

from __future__ import annotations

from pathlib import Path

import redline

CASE = Path(__file__).resolve().parents[2] / "golden" / "two-languages-amended-together"
ACTS = {("register", language): redline.load_act(CASE / f"act.{language}.xml") for language in ("ru", "kk")}
SPEC = """
redline: 1
id: register
language: {language}
author: {{ru: Рабочая группа, kk: Жұмыс тобы}}
acts: {{register: {{ru: act.ru.xml, kk: act.kk.xml}}}}
amendments: []
"""


def test_the_author_of_a_spec_is_named_in_its_own_language_or_else_in_the_first() -> None:
    named = {
        language: redline.load_spec(SPEC.format(language=language), acts=ACTS).author
        for language in ("ru", "kk", "en")
    }
    assert named == {"ru": "Рабочая группа", "kk": "Жұмыс тобы", "en": "Рабочая группа"}
