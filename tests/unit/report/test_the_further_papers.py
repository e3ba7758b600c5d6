"""Methodology, explanatory note, list of by-laws, glossary and briefs say what the texts tell, and ask for the rest."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pptx
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from redline.checks import CHECKS
from redline.cli import main
from redline.dossier import load_dossier
from redline.errors import DossierError
from redline.languages import short_code
from redline.model.dossier import NOTE_SECTIONS
from redline.papers.paper import Block, Heading, Paper, Paragraph, Table, Words
from redline.report.deck import deck_of
from redline.report.fitting import height_of, pages_of
from redline.report.key_changes import excerpt
from redline.report.paper_words import WORDS
from redline.report.papers import PAPERS
from redline.report.proposals import before_and_after, commencements
from redline.reported import gather, write_report
from tests.unit.report.reviewed import REPORT, make_review

DEFINED = {
    "ru": "Закон О труде\n\nСтатья 1. Основные понятия\n\nВ настоящем Законе используются следующие понятия:\n\n"
    "1) работник – физическое лицо;\n\n2) виза – отметка.\n",
    "kk": "Еңбек туралы Заң\n\n1-бап. Негізгі ұғымдар\n\nОсы Заңда мынадай ұғымдар пайдаланылады:\n\n"
    "1) жұмыскер – жеке тұлға;\n\n2) виза – белгі.\n",
}


def _papers(dossier: Path, name: str, language: str = "") -> list[Paper]:
    material, _ = gather(dossier, language)
    return [paper for _, paper in PAPERS[name].make(material)]


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Heading | Paragraph)]


def _rows(paper: Paper) -> list[list[str]]:
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    return [[" ".join(p.text for p in cell) for cell in row.cells] for t in tables for row in t.rows]


def test_the_methodology_tells_of_every_check_and_has_the_matrix(tmp_path: Path) -> None:
    (paper,) = _papers(make_review(tmp_path), "methodology")
    said = "\n".join(_texts(paper.blocks))
    for check in CHECKS:
        if check.default:
            assert check.text("ru").why in said, check.name
    assert "Изучены тексты." in said, "what a person wrote of the method"
    assert any("по правилам статьи 9" in " ".join(row) for row in _rows(paper)), "a provision of the matrix"
    asked = [b.text for b in paper.blocks if isinstance(b, Paragraph) and b.look == "missing"]
    assert [re.findall(r"\{(\S+): …", text) for text in asked] == [["purpose"]]


def test_the_explanatory_note_asks_for_what_nobody_has_written(tmp_path: Path) -> None:
    more = REPORT + "explanatory-note:\n  need: Статьи 9 **нет**.\n  costs: {ru: costs.md}\n"
    (tmp_path / "costs.md").write_text("Расходов нет.", encoding="utf-8")
    dossier = make_review(tmp_path, more)
    assert [path.name for path in load_dossier(dossier).report.files] == ["method.md", "costs.md"]
    (paper,) = _papers(dossier, "note")
    said = _texts(paper.blocks)
    assert "Статьи 9 нет." in said
    assert "Расходов нет." in said
    asked = [name for text in said for name in re.findall(r"explanatory-note: \{(\S+): …", text)]
    told = {"need", "costs", "structure"}  # what the amended Acts are is told by the package
    assert asked == [name for name in NOTE_SECTIONS if name not in told and name != "other-acts"]
    assert "пункт 1 статьи 1: Статьи 9 нет." in said


def test_a_by_law_that_cites_what_changes_is_to_be_examined(tmp_path: Path) -> None:
    dossier = make_review(tmp_path)
    (paper,) = _papers(dossier, "by-laws")
    rows = [row for row in _rows(paper) if "Правила учета" in row[1]]
    assert [(row[2], row[3]) for row in rows] == [
        ("рассмотреть: ссылается на то, что изменяет пакет", "пункт 1 → О миграции населения, статья 1")
    ]
    assert rows[0][4:] == ["подлежит указанию", "подлежит указанию"], "no body and no day are made up"


def test_the_glossary_has_each_term_beside_its_counterpart(tmp_path: Path) -> None:
    for code, text in DEFINED.items():
        (tmp_path / f"labour.{code}.txt").write_text(text, encoding="utf-8")
    files = "{ru: labour.ru.txt, kk: labour.kk.txt}"
    text = f"dossier: 1\njurisdiction: kz\nlanguage: ru\ndocuments:\n  labour: {{file: {files}}}\n"
    (tmp_path / "dossier.yaml").write_text(text, encoding="utf-8")
    (paper,) = _papers(tmp_path / "dossier.yaml", "glossary")
    assert [row[:2] for row in _rows(paper)] == [["виза", "виза"], ["работник", "жұмыскер"]]
    (paper,) = _papers(tmp_path / "dossier.yaml", "glossary", "kk")
    assert [row[:2] for row in _rows(paper)] == [["виза", "виза"], ["жұмыскер", "работник"]], (
        "as Kazakh sorts"
    )


def test_a_brief_tells_what_changes_from_when_and_which_findings_that_answers(tmp_path: Path) -> None:
    (paper,) = _papers(make_review(tmp_path), "briefs")
    assert paper.title == "О миграции населения: что меняется"
    assert "Вводится в действие: 1 июля 2026 года" in _texts(paper.blocks)
    assert _rows(paper)[0][0] == "пункт 1 статьи 1"
    assert any("статьи 9" in text and "нет" in text for text in _texts(paper.blocks))


def test_papers_that_speak_of_a_package_are_refused_without_one(tmp_path: Path) -> None:
    dossier = make_review(tmp_path, package=False)
    with pytest.raises(DossierError, match="names none"):
        write_report(dossier, tmp_path / "out", papers=["note"])


def test_the_command_writes_every_paper(tmp_path: Path) -> None:
    words = ["report", str(make_review(tmp_path)), "-o", str(tmp_path / "out"), "--paper", "all", "-q"]
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert result.exit_code == 0
    stems = {path.name.partition(".")[0] for path in (tmp_path / "out").iterdir()}
    assert stems == {"report", "methodology", "explanatory-note", "list-of-by-laws", "glossary", "brief"}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_language_has_all_words(language: str) -> None:
    assert WORDS[language].keys() == WORDS["en"].keys()


def test_the_slides_are_those_of_the_key_changes_that_the_dossier_names(tmp_path: Path) -> None:
    more = REPORT + "  key-changes: [op-reference]\n"
    show = pptx.Presentation(io.BytesIO(deck_of(gather(make_review(tmp_path, more))[0])))
    titles = [slide.shapes.title.text_frame.text for slide in show.slides]
    assert [title for title in titles if "статьи 1" in title] == ["О миграции населения: пункт 1 статьи 1"]


WORDS_OF_LAW = st.lists(st.builds(Words, st.text("абв гд", max_size=90), come=st.booleans()), max_size=4)


@given(st.lists(WORDS_OF_LAW, max_size=12), st.integers(20, 300))
def test_an_excerpt_begins_at_the_first_change_or_before_it_and_is_no_longer_than_it_may(
    lines: list[list[Words]], most: int
) -> None:
    shown = excerpt(lines, most)
    letters = sum(len(words.text) for line in shown for words in line)
    assert letters <= most + 2 * len(shown) + 4 * sum(map(len, shown)), (
        "besides the signs of what is left out"
    )
    first = next((words.text for line in lines for words in line if words.come and words.text), None)
    assert first is None or any(words.come for line in shown for words in line)


@given(st.lists(WORDS_OF_LAW, max_size=30))
def test_a_text_over_several_slides_is_whole_and_each_part_fits(lines: list[list[Words]]) -> None:
    pages = pages_of(lines, 16, 12.1, 4.6)
    assert [line for page in pages for line in page] == lines
    assert all(height_of(page, 16, 12.1) <= 4.6 for page in pages if len(page) > 1)


def test_acts_without_a_version_in_the_language_of_the_papers_are_shown_in_the_one_they_have(
    tmp_path: Path,
) -> None:
    for language in ("en", "kk", "ru"):
        material, _ = gather(Path(__file__).resolve().parents[3] / "examples" / "migration", language)
        shown = [
            (material.document_of(key), p.language_of(key)) for p in material.shown_packages() for key in p
        ]
        amended = {source.alias for package in material.packages for source in package.spec.acts.values()}
        assert sorted(document for document, _ in shown) == sorted(amended), "each Act once"
        spoken = {document: short_code(tag) for document, tag in shown}
        for document, own in spoken.items():
            versions = {act.language for act in material.review.versions_of(document)}
            assert own == language or language not in versions
        rows = [row for _, act in before_and_after(material) for row in act.rows]
        operations = {change.operation.id for row in rows for change in row.changes}
        unshown = {o.id for p in material.packages for o in p.spec.operations} - operations
        assert unshown == set(), "what changes in one language version alone is not left out"
        assert sum(count for _, count, _ in commencements(material)) == len(operations)
