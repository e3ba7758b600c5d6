"""PDFs: the pages as they print, with bookmarks, title and language, the same bytes each time, and nothing fetched."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

import redline
from redline.build import build_package
from redline.render import pdf_pages, render_bytes
from redline.render.pdf_pages import pdf_of

ROOT = Path(__file__).resolve().parents[3]
needs_weasyprint = pytest.mark.skipif(
    bool(pdf_pages.why_missing()), reason=f"no PDFs: {pdf_pages.why_missing()}"
)

SPEC = """\
redline: 1
id: small
acts: {law: act.xml}
amendments:
  - act: law
    operations:
      - {substitute: ten, with: twenty, in: art 1}
"""
ACT = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta/>
<preface><p><docTitle>On Permits</docTitle></p></preface><body><article eId="art_1"><num>Article 1.</num>
<heading>Permits</heading><content><p>A permit is given within ten days.</p></content></article></body></act></akomaNtoso>
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "act.xml").write_text(ACT, encoding="utf-8")
    (tmp_path / "spec.yaml").write_text(SPEC, encoding="utf-8")
    return tmp_path / "spec.yaml"


@pytest.fixture
def without_weasyprint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "why_missing", lambda: "WeasyPrint is not installed")


def words(reader: PdfReader) -> list[str]:
    return " ".join(page.extract_text() for page in reader.pages).split()


@needs_weasyprint
def test_a_pdf_has_the_words_of_the_act_its_title_bookmarks_and_tags() -> None:
    reader = PdfReader(io.BytesIO(render_bytes(redline.load_act(ACT.encode()), "pdf")))
    assert {"On", "Permits", "Article", "1.", "within", "ten", "days."} <= set(words(reader))
    assert reader.metadata is not None
    assert reader.metadata.title == "On Permits"
    assert [entry["/Title"] for entry in reader.outline if isinstance(entry, dict)] == ["On Permits"]
    assert reader.root_object["/MarkInfo"]["/Marked"]


@needs_weasyprint
def test_a_pdf_names_its_language_and_no_day_and_no_machine(package: redline.Amended) -> None:
    reader = PdfReader(io.BytesIO(render_bytes(package["migration"].base, "pdf")))
    assert reader.root_object["/Lang"] == "en"
    assert set(reader.metadata or {}) <= {"/Title", "/Producer", "/Lang"}


@needs_weasyprint
def test_the_same_act_gives_the_same_pdf_in_another_process(package: redline.Amended, tmp_path: Path) -> None:
    act = tmp_path / "act.xml"
    act.write_bytes(package["migration"].base.to_bytes())
    code = "import sys, redline; redline.render(redline.load_act(sys.argv[1]), 'pdf', sys.argv[2])"
    subprocess.run([sys.executable, "-c", code, str(act), str(tmp_path / "other.pdf")], check=True)
    assert (tmp_path / "other.pdf").read_bytes() == render_bytes(redline.load_act(act), "pdf")


@needs_weasyprint
def test_the_table_is_a_pdf_too(package: redline.Amended) -> None:
    reader = PdfReader(io.BytesIO(render_bytes(package, "table-pdf")))
    page = reader.pages[0].mediabox
    assert page.width > page.height
    assert "Migration" in " ".join(words(reader))


@needs_weasyprint
def test_a_redline_is_a_pdf_with_both_texts_and_the_reasons(package: redline.Amended) -> None:
    text = " ".join(words(PdfReader(io.BytesIO(render_bytes(package["migration"], "pdf-redline")))))
    assert "Migration Committee" in text
    assert "Migration Agency" in text
    assert "Titles & terms." in text


@needs_weasyprint
def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret", encoding="utf-8")
    asked: list[object] = []
    monkeypatch.setattr("urllib.request.OpenerDirector._open", lambda *given: asked.append(given))
    page = f'<title>t</title><p>x<img src="file://{secret}"><img src="http://127.0.0.1:9/x.png"></p>'
    reader = PdfReader(io.BytesIO(pdf_of(page.encode())))
    assert words(reader) == ["x"]
    assert asked == []


@needs_weasyprint
def test_a_text_that_is_too_long_is_refused_with_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pages, "LONGEST", 5)
    with pytest.raises(redline.RenderError) as caught:
        render_bytes(redline.load_act(ACT.encode()), "pdf")
    assert caught.value.slug == "pdf-too-long"
    assert "browser" in str(caught.value)


@needs_weasyprint
def test_build_leaves_the_pdf_of_a_long_act_out_and_says_so(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_pages, "LONGEST", 5)
    built = build_package(spec, tmp_path / "out", only=["consolidated"])
    assert {file.path.suffix for file in built.files} == {".xml", ".html", ".txt", ".docx"}
    assert [remark.text.partition(",")[0] for remark in built.remarks if "PDF" in remark.text] == [
        "no PDF is made of 12 words"
    ]


@pytest.mark.usefixtures("without_weasyprint")
def test_build_without_weasyprint_makes_everything_else_and_says_so(spec: Path, tmp_path: Path) -> None:
    built = build_package(spec, tmp_path / "out")
    assert not [file for file in built.files if file.path.suffix == ".pdf"]
    assert (tmp_path / "out" / "law.redline.docx").exists()
    said = [remark.text for remark in built.remarks if "PDF" in remark.text]
    assert len(said) == 1
    assert said[0].startswith("PDFs are left out: WeasyPrint is not installed; pip install 'redline[pdf]'")


@pytest.mark.usefixtures("without_weasyprint")
def test_asking_for_a_pdf_without_weasyprint_is_an_error(spec: Path, tmp_path: Path) -> None:
    with pytest.raises(redline.RenderError) as caught:
        build_package(spec, tmp_path / "out", formats=["pdf"])
    assert caught.value.slug == "pdf-unavailable"
    assert not (tmp_path / "out").exists()
