"""Word documents: accepting every change gives the consolidated Act, rejecting every change the base."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import redline
from redline.render import render_bytes
from redline.render.docx import render_docx
from redline.render.docx_redline import render_docx_redline

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
CASES = sorted(
    path.parent for path in GOLDEN.glob("*/spec.yaml") if not (path.parent / "expected/errors.txt").exists()
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(document: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of a Word document."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return etree.fromstring(package.read(name))


def paragraphs(document: bytes, dropped: str = "") -> list[str]:
    """The words of each paragraph that has any, without the changes of a kind (`ins` or `del`).

    A paragraph whose mark is such a change goes on in the next one.
    """
    found: list[str] = []
    going = ""
    for paragraph in part(document).iter(f"{W}p"):
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        if row is not None and dropped and row.find(f"{W}trPr/{W}{dropped}") is not None:
            continue
        for text in paragraph.iter(f"{W}t", f"{W}delText"):
            if not dropped or next(text.iterancestors(f"{W}{dropped}"), None) is None:
                going += text.text or ""
        if not dropped or paragraph.find(f"{W}pPr/{W}rPr/{W}{dropped}") is None:
            found.append(going)
            going = ""
    return [text for text in found if text.strip()]


@pytest.fixture(scope="module")
def example() -> redline.Amended:
    folder = Path(__file__).resolve().parents[3] / "fixtures"
    return redline.amend(redline.load_spec(folder / "migration-2026.yaml"))


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def amended(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> redline.Amended:
    monkeypatch.chdir(request.param)
    return redline.amend(redline.load_spec("spec.yaml"))


def test_accepting_all_gives_the_consolidated_act_and_rejecting_all_the_base(
    amended: redline.Amended,
) -> None:
    for marked in amended.values():
        document = render_docx_redline(marked)
        assert paragraphs(document, "del") == paragraphs(render_docx(marked.after()))
        assert paragraphs(document, "ins") == paragraphs(render_docx(marked.base))


def test_what_word_refuses_is_not_written(amended: redline.Amended) -> None:
    for marked in amended.values():
        root = part(render_docx_redline(marked))
        changes = [e for e in root.iter() if e.tag in (f"{W}ins", f"{W}del", f"{W}cellIns", f"{W}cellDel")]
        ids = [e.get(f"{W}id") for e in (*changes, *root.iter(f"{W}bookmarkStart"))]
        assert len(set(ids)) == len(ids)
        assert all(e.get(f"{W}author") for e in changes)
        assert not [e for e in root.iter(f"{W}t") if next(e.iterancestors(f"{W}del"), None) is not None]
        assert not [e for e in root.iter(f"{W}delText") if next(e.iterancestors(f"{W}del"), None) is None]
        assert all(cell[-1].tag == f"{W}p" for cell in root.iter(f"{W}tc"))
        assert not [e for e in changes if e.tag == e.getparent().tag]


def test_every_style_used_is_defined(amended: redline.Amended) -> None:
    for marked in amended.values():
        document = render_docx_redline(marked)
        used = {e.get(f"{W}val") for e in part(document).iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
        defined = {e.get(f"{W}styleId") for e in part(document, "word/styles.xml").iter(f"{W}style")}
        assert used <= defined


def test_a_change_bears_its_author_the_date_of_the_spec_and_its_reason(example: redline.Amended) -> None:
    document = render_docx_redline(example["migration"])
    changes = list(part(document).iter(f"{W}ins", f"{W}del"))
    assert {e.get(f"{W}author") for e in changes} == {
        "Working Group on Labour Migration",
        "Directorate of Administrative Law",
    }
    assert {e.get(f"{W}date") for e in changes} == {"2026-03-01T00:00:00Z"}
    comments = ["".join(c.itertext()) for c in part(document, "word/comments.xml").iter(f"{W}comment")]
    assert any("Entry and notification of stay are simplified." in comment for comment in comments)


def test_the_renderers_are_found_by_name(package: redline.Amended) -> None:
    marked = package["migration"]
    assert render_bytes(marked, "docx-redline") == render_docx_redline(marked)
    assert render_bytes(marked.base, "docx") == render_docx(marked.base)


def test_comments_can_be_left_out(example: redline.Amended) -> None:
    document = render_docx_redline(example["migration"], comments=False)
    assert next(part(document).iter(f"{W}commentReference"), None) is None
    with zipfile.ZipFile(io.BytesIO(document)) as made:
        assert "word/comments.xml" not in made.namelist()


def test_an_insertion_before_a_new_paragraph_has_a_time_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    # LibreOffice takes them for one otherwise, and drops the break between them when they are rejected.
    monkeypatch.chdir(GOLDEN / "replace-one-point-and-add-another")
    marked = redline.amend(redline.load_spec("spec.yaml"))["law"]
    insertions = list(part(render_docx_redline(marked, comments=False)).iter(f"{W}ins"))
    end, *new = [e for e in insertions if "".join(e.itertext()) in (";", "4)the date of departure.")]
    assert len(new) == 1
    assert end.get(f"{W}date") not in {e.get(f"{W}date") for e in new}
