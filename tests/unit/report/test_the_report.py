"""The analytical report says what was found, what the package does about it, and makes nothing up."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from redline.cli import main
from redline.dossier import load_dossier
from redline.errors import DossierErrors, RenderError
from redline.papers.paper import Heading, Image, Paper, Paragraph, Table
from redline.report import pictures
from redline.report.report import report_of
from redline.reported import gather, write_report
from tests.unit.report.reviewed import REPORT, make_review


def _paper(folder: Path, language: str = "", more: str = REPORT, *, package: bool = True) -> Paper:
    return report_of(gather(make_review(folder, more, package=package), language)[0])


def _rows(paper: Paper, of: str) -> list[list[str]]:
    """The rows of the tables in which some cell holds the words."""
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    rows = [[" ".join(p.text for p in cell) for cell in row.cells] for t in tables for row in t.rows]
    return [row for row in rows if any(of in text for text in row)]


def _missing(paper: Paper) -> list[str]:
    return [b.text for b in paper.blocks if isinstance(b, Paragraph) and b.look == "missing"]


def test_what_a_person_wrote_is_in_the_report_and_what_is_missing_is_asked_for(tmp_path: Path) -> None:
    paper = _paper(tmp_path)
    words = "\n".join(b.text for b in paper.blocks if isinstance(b, Paragraph))
    assert "Найдены противоречия <b>и</b> пробелы." in words
    assert "Изучены тексты." in words
    assert [text for text in _missing(paper) if "conclusions" in text]
    assert len(_missing(paper)) == 1


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_without_a_word_from_anybody_three_parts_are_asked_for(tmp_path: Path, language: str) -> None:
    asked = _missing(_paper(tmp_path, language, more=""))
    assert [re.findall(r"\{(\S+): …", text) for text in asked] == [["summary"], ["method"], ["conclusions"]]


def test_each_finding_has_its_operations_and_its_result(tmp_path: Path) -> None:
    paper = _paper(tmp_path)
    results = {
        row[2]: (row[3], row[4])
        for row in _rows(paper, "устран")
        if len(row) == 5 and row[0][:2] in ("F-", "H-")
    }
    answered = next(result for said, result in results.items() if "статьи 9" in said)
    still = next(result for said, result in results.items() if "статью 12" in said)
    assert answered == ("№ 1, пункт 1 статьи 1", "устранено"), (
        "the provision as the table of proposals has it"
    )
    assert still == ("–", "пакетом не устраняется")
    assert results["Форма не опубликована"] == ("–", "пакетом не устраняется")


def test_the_amendment_stands_before_and_after_beside_its_reason(tmp_path: Path) -> None:
    paper = _paper(tmp_path)
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    row = next(
        row for t in tables for row in t.rows if any("Статьи 9 нет." in p.text for c in row.cells for p in c)
    )
    gone = [w.text for p in row.cells[1] for w in p.words if w.gone]
    come = [w.text for p in row.cells[2] for w in p.words if w.come]
    assert ("".join(gone), "".join(come)) == ("статьи 9", "статьи 2")
    assert _rows(paper, "1 июля 2026 года")[0][-1] == "1"


def test_the_figures_are_those_of_the_findings(tmp_path: Path) -> None:
    material, _ = gather(make_review(tmp_path))
    paper = report_of(material)
    assert _rows(paper, "Выявлено несоответствий")[0][1] == str(len(material.open))
    assert _rows(paper, "Поправок в пакете")[0][1] == "1"
    assert {judged.finding.id for judged in material.findings} <= {row[0] for row in _rows(paper, "")}


@pytest.mark.parametrize("spoil", ["empty", "away"])
def test_a_document_that_could_not_be_read_is_not_counted_as_reviewed(tmp_path: Path, spoil: str) -> None:
    dossier = make_review(tmp_path, package=False)
    rules = tmp_path / "rules.txt"
    rules.unlink() if spoil == "away" else rules.write_text("", encoding="utf-8")
    if spoil == "away":  # what is said of a document that is not there is an error of its own
        dossier.write_text(re.sub(r"findings:\n.*\n", "", dossier.read_text("utf-8")), encoding="utf-8")
    material, errors = gather(dossier)
    paper = report_of(material)
    assert errors
    assert _rows(paper, "Рассмотрено документов")[0][1] == "1"
    (told,) = [text for text in _missing(paper) if "Не прочитано" in text]
    assert ("rules" if spoil == "away" else "Правила учета") in told


def test_without_a_package_the_report_says_so(tmp_path: Path) -> None:
    asked = _missing(_paper(tmp_path, package=False))
    assert len([text for text in asked if "specs:" in text]) == 2


def test_the_pictures_have_words_for_those_who_do_not_see_them(tmp_path: Path) -> None:
    shown = [block for block in _paper(tmp_path).blocks if isinstance(block, Image)]
    assert [bool(image.words and image.caption) for image in shown] == [True] * 2
    assert all(image.data.startswith(b"\x89PNG") for image in shown)
    assert all(b"Software" not in image.data for image in shown)


def test_what_the_graph_shows_can_be_read_too(tmp_path: Path) -> None:
    assert ["2. Правила учета", "№ 1 (1)"] in _rows(_paper(tmp_path), "№ 1 (1)")


def test_the_report_is_the_same_bytes_each_time_and_names_no_machine(tmp_path: Path) -> None:
    dossier = make_review(tmp_path)
    one = write_report(dossier, tmp_path / "one")
    two = write_report(dossier, tmp_path / "two")
    assert [path.name for path in one.files] == ["report.ru.docx", "report.ru.html", "report.ru.pdf"]
    assert [path.read_bytes() for path in one.files] == [path.read_bytes() for path in two.files]
    page = one.files[1].read_bytes()
    assert str(tmp_path).encode() not in page
    assert len(docx.Document(str(one.files[0])).inline_shapes) == 2


def test_pictures_without_their_library_are_told_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    pictures.why_missing.cache_clear()
    with pytest.raises(RenderError) as caught:
        write_report(make_review(tmp_path), tmp_path / "out")
    pictures.why_missing.cache_clear()
    assert caught.value.slug == "pictures-unavailable"
    assert not (tmp_path / "out").exists()


def test_prose_in_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    dossier = make_review(tmp_path)
    (tmp_path / "method.md").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DossierErrors, match="file-unreadable"):
        load_dossier(dossier)
    (tmp_path / "method.md").unlink()
    with pytest.raises(DossierErrors, match="file-not-found"):
        load_dossier(dossier)


def test_the_command_writes_three_files(tmp_path: Path) -> None:
    dossier = make_review(tmp_path)
    words = ["report", str(dossier), "-o", str(tmp_path / "out"), "--language", "kk"]
    result = CliRunner().invoke(main, words, catch_exceptions=False)
    assert (result.exit_code, result.output.count("report.kk.")) == (0, 3)


def test_a_document_without_a_title_is_named_where_references_are_shown(tmp_path: Path) -> None:
    dossier = make_review(tmp_path)
    law = tmp_path / "law.txt"
    law.write_text("Статья 1. Учет\n\n1. Учет есть.\n\n2. Надзор есть.\n\nСтатья 2. Срок\n\nГод.\n", "utf-8")
    text = "dossier: 1\njurisdiction: kz\nlanguage: ru\ndocuments: {law: law.txt, rules: rules.txt}\n"
    dossier.write_text(text, encoding="utf-8")
    asked = _missing(report_of(gather(dossier)[0]))
    assert [text for text in asked if "названия" in text and " law" in text]


ASSESSED = """    likelihood: 4
    impact: 4
    consequence: Отказ может быть отменен.
    owner: Министерство
"""


def test_the_reviewers_assessment_decides_how_high_a_risk_is(tmp_path: Path) -> None:
    dossier = make_review(tmp_path)
    found = gather(dossier)[0].findings
    name = next(j.finding.id for j in found if j.severity == "error" and j.finding.id.startswith("F-"))
    text = dossier.read_text("utf-8")
    low = f"decisions:\n  {name}:\n    decision: accepted\n    likelihood: 1\n    impact: 5\n"
    hand = "  H-1:\n    text: Форма не опубликована\n    document: rules\n" + ASSESSED
    text = re.sub(r"  H-1: .*\n", hand, text)
    dossier.write_text(text + low, encoding="utf-8")
    material, _ = gather(dossier)
    risks = {judged.finding.id: judged.severity for judged in material.open}
    assert (risks[name], risks["H-1"]) == ("note", "error")
    paper = report_of(material)
    said = [block.text for block in paper.blocks if isinstance(block, Paragraph)]
    assert "Риск: высокий риск (вероятность 4 × влияние 4)" in said
    assert "Правовые последствия: Отказ может быть отменен." in said
    assert len([block for block in paper.blocks if isinstance(block, Image)]) == 3, (
        "one by likelihood and impact"
    )
    (row,) = _rows(paper, "– высокого риска")
    assert row[1] == str(sum(risk == "error" for risk in risks.values()))


def test_the_legal_matrix_is_an_annex_on_pages_that_lie_on_their_side(tmp_path: Path) -> None:
    more = (
        REPORT + "annotations:\n  - {document: law, at: статья 2, comment: Срок не начинается., risk: high}\n"
    )
    dossier = make_review(tmp_path, more)
    paper = report_of(gather(dossier)[0])
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert [text for text in headings if text.startswith("Приложение 2")] == [
        "Приложение 2. Правовая матрица"
    ]
    assert _rows(paper, "Срок не начинается.")
    report = docx.Document(str(write_report(dossier, tmp_path / "out").files[0]))
    wide = [section.page_width > section.page_height for section in report.sections]
    assert wide == [False, True]
