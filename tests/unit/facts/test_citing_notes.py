"""How a provision is cited in reports: notes to an article have numbers of their own."""

from __future__ import annotations

from pathlib import Path

from redline.facts import read_facts
from redline.facts.citing import cite
from redline.importers import import_act

LAW = (
    "Статья 5. Вывоз\n1. Вывоз товара запрещен.\n2. Вывоз оружия запрещен.\nПримечания.\n1. Товаром признается вещь.\n"
    "2. Оружие возвращается в течение пяти дней.\n"
)


def test_a_paragraph_of_a_note_is_cited_through_the_note(tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text(LAW, encoding="utf-8")
    facts = read_facts(import_act(tmp_path / "law.txt", jurisdiction="kz", language="ru").act)
    cited = {line.text: cite(facts, line.provision) for line in facts.lines}
    assert cited["Вывоз оружия запрещен."] == "пункт 2 статьи 5"
    assert cited["Оружие возвращается в течение пяти дней."] == "пункт 2 примечания к статье 5"
