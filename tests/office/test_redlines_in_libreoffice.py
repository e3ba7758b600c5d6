"""Redlines in LibreOffice: what it gives with all changes accepted is the consolidated Act, rejected the base."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import redline
from redline.akn.marked import MarkedAct
from redline.render import render, render_bytes
from tests.office.conftest import LibreOffice
from tests.office.texts import notes, texts

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
CASES = sorted(
    path.parent for path in GOLDEN.glob("*/spec.yaml") if not (path.parent / "expected/errors.txt").exists()
)
NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}

CAME, WENT = "w:pPr/w:rPr/w:ins", "w:pPr/w:rPr/w:del"
HEADING = 'w:pPr/w:pStyle[starts-with(@w:val, "Heading") or @w:val = "ActAnnex"]'
POINT = 'w:pPr/w:pStyle[starts-with(@w:val, "ActLevel2")]'
NUMBER = "*[2][self::w:del] and *[3][self::w:ins]"
KINDS = {
    "a paragraph that came": ("amend-the-annexes", f"//w:p[{CAME} and w:ins and not(w:r)]"),
    "a paragraph that went": ("repeal-without-a-stub", f"//w:p[{WENT} and w:del and not(w:r)]"),
    "a paragraph that was split": ("split-a-paragraph", f"//w:p[{CAME}][w:r]"),
    "paragraphs that were joined": ("join-into-closing-words", f"//w:p[{WENT}][w:r]"),
    "a provision that came": ("insert-annex", f"//w:p[{HEADING} and {CAME}]"),
    "a provision that went": ("repeal-a-chapter-with-its-articles", f"//w:p[{HEADING} and {WENT}]"),
    "a heading with other words": ("replace-heading", f"//w:p[{HEADING} and w:r][w:ins and w:del]"),
    "another number": ("replace-a-section-with-its-cross-heading", f"//w:p[w:r][{NUMBER}]"),
    "a point that came": ("closing-words-of-a-nested-list", f"//w:p[{POINT} and {CAME}]"),
    "a point that went": ("join-two-points", f"//w:p[{POINT} and {WENT}]"),
    "a row that came": ("insert-row", "//w:tbl[w:tr[not(w:trPr)]]/w:tr[w:trPr/w:ins]"),
    "a row that went": (
        "replace-rows-with-cells-that-reach-further",
        "//w:tbl[w:tr[not(w:trPr)]]/w:tr[w:trPr/w:del]",
    ),
    "a table that came": ("insert-columns", "//w:tbl[not(w:tr[not(w:trPr/w:ins)])]"),
    "a table that went": ("repeal-act", "//w:tbl[not(w:tr[not(w:trPr/w:del)])]"),
    "other words in a cell": ("replace-a-column", "//w:tc/w:p[w:r and (w:ins or w:del)]"),
    "a cell that was emptied": (
        "nothing-empty-stays-behind",
        "//w:tc/w:p[last()][w:del and not(w:r) and not(w:ins)]",
    ),
    "a footnote that came": ("insert-marked-text", "//w:ins//w:footnoteReference"),
    "a footnote that went": ("repeal-a-footnote", "//w:del//w:footnoteReference"),
    "an insertion at the very start": (
        "move-a-paragraph-and-then-its-former-article",
        f"//w:body/w:p[1][{CAME}]",
    ),
    "an insertion at the very end": ("amend-the-annexes", f"//w:body/w:p[last() - 1][{CAME}]"),
    "a deletion at the very end": ("nothing-empty-stays-behind", f"//w:body/w:p[last() - 1][{WENT}]"),
    "a deletion right before a table": (
        "move-article",
        f"//w:p[{WENT}][following-sibling::*[1][self::w:tbl]]",
    ),
    "words at the end of a paragraph before a new one": (
        "replace-one-point-and-add-another",
        f"//w:p[not(w:pPr/w:rPr) and *[last()][self::w:ins]]/following-sibling::*[1][self::w:p[{CAME}]]",
    ),
}
"""Every kind of change that a word processor resolves in its own way: a case with one, and where it is there."""


def amended(case: Path, monkeypatch: pytest.MonkeyPatch) -> redline.Amended:
    monkeypatch.chdir(case)
    return redline.amend(redline.load_spec("spec.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_libreoffice_gives_the_consolidated_act_and_the_base(
    case: Path, libreoffice: LibreOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for marked in amended(case, monkeypatch).values():
        document, clean, resolved = (tmp_path / f"{name}.docx" for name in ("redline", "clean", "resolved"))
        render(marked, "docx-redline", document)
        for action, act in (("accept", marked.after()), ("reject", marked.base)):
            render(act, "docx", clean)
            libreoffice.resolve(action, document, resolved)
            assert texts(resolved) == texts(clean)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_libreoffice_gives_the_notes_of_both_texts(
    case: Path, libreoffice: LibreOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without comments: LibreOffice 7.4 shows the text of the next note in any document with a comment between
    # two notes.
    for marked in amended(case, monkeypatch).values():
        document, clean, resolved = (tmp_path / f"{name}.docx" for name in ("redline", "clean", "resolved"))
        render(marked, "docx-redline", document, options={"comments": False})
        if not notes(document):
            continue
        for action, act in (("accept", marked.after()), ("reject", marked.base)):
            render(act, "docx", clean)
            libreoffice.resolve(action, document, resolved)
            assert notes(resolved) == notes(clean)


MOVES = [case for case in CASES if case.name.startswith(("move-", "insertions-and-moves"))]


@pytest.mark.parametrize("case", MOVES, ids=lambda case: case.name)
def test_libreoffice_gives_both_texts_of_moves_with_marks_of_their_own(
    case: Path, libreoffice: LibreOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for marked in amended(case, monkeypatch).values():
        document, clean, resolved = (tmp_path / f"{name}.docx" for name in ("redline", "clean", "resolved"))
        render(marked, "docx-redline", document, options={"moves": True})
        for action, act in (("accept", marked.after()), ("reject", marked.base)):
            render(act, "docx", clean)
            libreoffice.resolve(action, document, resolved)
            assert texts(resolved) == texts(clean)


def body(marked: MarkedAct) -> etree._Element:
    """The main part of a redline."""
    with zipfile.ZipFile(io.BytesIO(render_bytes(marked, "docx-redline"))) as package:
        return etree.fromstring(package.read("word/document.xml"))


@pytest.mark.parametrize("kind", KINDS)
def test_the_cases_have_every_kind_of_change(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    case, where = KINDS[kind]
    assert any(
        body(marked).xpath(where, namespaces=NAMES) for marked in amended(GOLDEN / case, monkeypatch).values()
    )


def test_libreoffice_gives_both_texts_of_the_example(libreoffice: LibreOffice, tmp_path: Path) -> None:
    example = Path(__file__).resolve().parents[2] / "fixtures" / "migration-2026.yaml"
    document, clean, resolved = (tmp_path / f"{name}.docx" for name in ("redline", "clean", "resolved"))
    for marked in redline.amend(redline.load_spec(example)).values():
        render(marked, "docx-redline", document)
        for action, act in (("accept", marked.after()), ("reject", marked.base)):
            render(act, "docx", clean)
            libreoffice.resolve(action, document, resolved)
            assert texts(resolved) == texts(clean)
